"""A decision as text or Markdown: first what a person asks, then one table a question, then why, then what is not certain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from portability.record.decision import Benefit, Decision, FloorResult, Lengths, Money, PeriodResult, Variant

WHY_NOT = {
    "displaced_by_compulsory": "gives way to compulsory insurance elsewhere",
    "displaced_by_real": "gives way to a real period elsewhere",
    "displaced_by_last_insurance": "credited by the State of the last insurance",
    "displaced_by_same_rank": "the same days count in another State",
    "counted_in_another_period": "the same time is in another period",
    "kind_not_counted": "this kind of period does not count",
    "not_for_this_branch": "does not count for this branch",
    "not_for_the_right": "does not count for the right",
    "not_for_the_amount": "does not count for the amount",
    "class_not_added": "a scheme of another kind: not added",
    "no_insurance_in_this_state": "no insurance in this State: added nowhere",
    "outside_instrument_dates": "outside the time of the instrument",
    "outside_window": "outside the time looked at",
    "no_free_time": "no free calendar time",
    "unit_not_convertible": "no figure converts this unit",
}
EXPORT = {
    "paid": "yes",
    "reduced": "reduced",
    "suspended": "suspended",
    "not_exportable": "no",
    "frozen": "yes, frozen",
    "undetermined": "not settled",
}
REFUSALS = {
    "no_periods": "no insurance periods",
    "under_one_year": "under one year: the others count it",
    "qualifying_period": "qualifying period not met",
    "age": "age not reached",
    "nationality": "nationality",
    "residence": "residence",
    "income_limit": "income above the limit",
    "missing_information": "information missing",
    "other": "other",
}


def rendered(decision: Decision, markdown: bool = False) -> str:
    """The whole decision for people to read, ending in a new line."""
    page = _Page(markdown)
    under = decision.decided_under
    page.title(f"Case {decision.case}, decided for {under.at}, agreements: {under.agreements}")
    _summary(page, decision)
    _periods(page, decision.periods)
    _benefits(page, decision.benefits)
    _floor(page, decision.floor)
    _why(page, decision)
    page.list("Findings", [_finding(one) for one in decision.findings])
    page.list("Not certain", decision.not_certain)
    page.list("Missing facts", [f"{one.path}: would decide {one.would_decide}" for one in decision.missing_facts])
    page.list("Not modelled", decision.not_modelled)
    return page.text()


def several(decisions: Sequence[Decision], markdown: bool = False) -> str:
    """A summary table of several decisions, a row each."""
    page = _Page(markdown)
    rows = [
        [one.case, str(one.decided_under.at), _sum(one), ", ".join(at.country for at in one.summary.claim_at) or "-"]
        for one in decisions
    ]
    page.table("", ["case", "decided for", "a month in all", "claim in"], rows)
    return page.text()


class _Page:
    """Lines of text or Markdown."""

    def __init__(self, markdown: bool) -> None:
        self.markdown, self.lines = markdown, list[str]()

    def title(self, text: str) -> None:
        self.lines += [f"# {text}" if self.markdown else text, ""]

    def line(self, text: str) -> None:
        self.lines.append(text + ("  " if self.markdown else ""))

    def table(self, heading: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        from tabulate import tabulate

        if not rows:
            return
        self._heading(heading)
        style = "github" if self.markdown else "simple_outline"
        self.lines += [*tabulate(rows, head, tablefmt=style, disable_numparse=True).splitlines(), ""]

    def list(self, heading: str, items: Iterable[str]) -> None:
        told = list(items)
        if told:
            self._heading(heading)
            self.lines += [f"{'- ' if self.markdown else '  - '}{item}" for item in told] + [""]

    def _heading(self, heading: str) -> None:
        if heading:
            self.lines += [f"## {heading}", ""] if self.markdown else [heading]

    def text(self) -> str:
        return "\n".join(self.lines).rstrip() + "\n"


def amount(money: Money | None) -> str:
    """An amount as it is read: known, or its ends.

    >>> amount(Money(unknown=("minimum",), at_least="69.33", currency="USD"))
    'at least 69.33 USD'
    """
    if money is None:
        return "-"
    if money.amount is not None:
        return f"{money.amount} {money.currency}"
    if money.at_least is not None and money.at_most is not None:
        return f"{money.at_least} to {money.at_most} {money.currency}"
    if money.at_least is not None:
        return f"at least {money.at_least} {money.currency}"
    if money.at_most is not None:
        return f"at most {money.at_most} {money.currency}"
    return "not known"


def _sum(decision: Decision) -> str:
    return " + ".join(amount(money) for money in decision.summary.per_month) or "nothing known"


def _summary(page: _Page, decision: Decision) -> None:
    told = decision.summary
    if told.per_month:
        page.line(f"In all {_sum(decision)} a month, from {told.first_payment}.")
    else:
        page.line("No binding monthly benefit of a known amount under this set of agreements.")
    for benefit in decision.benefits:
        if benefit.legal_force != "binding" and benefit.status == "entitled":
            alone = benefit.variants[0].net if benefit.variants else None
            today = "no pension" if alone is None else f"{amount(alone)} a month"
            page.line(
                f"Under this {benefit.legal_force} {_place(benefit)} would owe {_payments(benefit)}. "
                f"It binds nobody: by national law alone the State owes {today}."
            )
    if told.claim_at:
        page.line("Claim at: " + "; ".join(f"{one.institution} ({one.country})" for one in told.claim_at) + ".")
    for left in told.not_in_sum:
        page.line(f"Not in the sum: {left.benefit} ({left.why}).")
    for again in told.next_dates:
        page.line(f"Next: {again.on}, {again.what}.")
    page.lines.append("")


def _periods(page: _Page, periods: Sequence[PeriodResult]) -> None:
    rows = [
        [
            one.id,
            one.country,
            one.scheme or "-",
            one.kind,
            f"{one.start} to {one.end}" if one.start and one.end else "undated",
            "-" if one.counted is None else _length(one.counted),
            WHY_NOT.get(one.why_not or "", one.why_not or ""),
        ]
        for one in periods
    ]
    page.table("Periods", ["period", "State", "scheme", "kind", "time", "counted", "why not all"], rows)


def _length(lengths: Lengths) -> str:
    if lengths.right == lengths.amount:
        return f"{lengths.right} {lengths.unit}"
    return f"{lengths.right} / {lengths.amount} {lengths.unit}"


def _benefits(page: _Page, benefits: Sequence[Benefit]) -> None:
    rows = [
        [
            _place(one),
            one.branch,
            _status(one),
            _variant(one),
            _payments(one),
            EXPORT.get(one.payments[0].export or "", "-") if one.payments else "-",
            f"{one.standing.facts} / {one.standing.law}",
        ]
        for one in benefits
    ]
    head = ["State and scheme", "branch", "result", "how", "payment", "paid where you live", "facts / law"]
    page.table("Benefits", head, rows)
    variants = [
        [
            _place(one),
            each.instrument or "national law alone",
            each.route,
            "-" if each.own is None else _length(each.own),
            "-" if each.total is None else _length(each.total),
            "-" if each.required is None else f"{each.required.value}",
            amount(each.theoretical),
            each.ratio or "-",
            amount(each.net),
            "yes" if each.chosen else "",
        ]
        for one in benefits
        for each in one.variants
    ]
    head = ["State and scheme", "under", "route", "own", "total", "needed", "theoretical", "ratio", "amount", "chosen"]
    page.table("How each State reckons", head, variants)


def _place(benefit: Benefit) -> str:
    return f"{benefit.country} {benefit.scheme or ''}".strip()


def _status(benefit: Benefit) -> str:
    would = benefit.legal_force != "binding"
    if benefit.status == "refused":
        return f"{'would be ' if would else ''}refused: {REFUSALS.get(benefit.refusal or '', benefit.refusal or '')}"
    if benefit.status == "entitled":
        words = {"lump_sum": "lump sum", "refund": "refund", "account": "balance"}
        form = words.get(benefit.form or "", "pension")
        return f"would be a {form} ({benefit.legal_force})" if would else form
    return benefit.status.replace("_", " ")


def _variant(benefit: Benefit) -> str:
    chosen: Variant | None = next((each for each in benefit.variants if each.chosen), None)
    if chosen is None or benefit.status == "refused":
        return "-"
    return chosen.route.replace("_", " ") + (f" ({chosen.instrument})" if chosen.instrument else "")


def _payments(benefit: Benefit) -> str:
    told = []
    for paid in benefit.payments:
        if paid.per == "once":
            told.append(f"{amount(paid.money)} once")
        elif paid.payments_a_year not in (None, 12):
            told.append(f"{amount(paid.money)}, {paid.payments_a_year} times a year")
        else:
            told.append(f"{amount(paid.money)} a {paid.per}")
    return " and ".join(told) or "-"


def _floor(page: _Page, floor: Sequence[FloorResult]) -> None:
    rows = [
        [
            one.country,
            one.guarantee.replace("_", " "),
            one.status,
            amount(one.level),
            amount(one.gap),
            amount(one.top_up),
        ]
        for one in floor
    ]
    page.table("Floor where you live", ["State", "for", "result", "level", "gap to it", "grant"], rows)


def _why(page: _Page, decision: Decision) -> None:
    by_id = {step.id: step for step in decision.steps}
    number = {id_: i for i, id_ in enumerate(by_id, 1)}
    for about, reasons in [
        *((_place(one), one.reasons) for one in decision.benefits),
        *((f"{one.country} {one.guarantee.replace('_', ' ')}", one.reasons) for one in decision.floor),
    ]:
        lines = []
        for id_ in reasons:
            step = by_id[id_]
            law = step.standing.law if step.standing is not None else "official"
            mark = "" if law in ("official", "secondary") else f" ({law})"
            cites = f"  [{step.cites}{mark}]" if step.cites else ""
            lines.append(f"[{number[id_]}] {_where(id_, about)}{step.sentence}{cites}")
        page.list(f"Why: {about}", lines)


def _where(id_: str, about: str) -> str:
    """Under which instrument, or by national law alone, a step was taken."""
    parts = id_.split("/")
    place, variant = parts[2], parts[3] if len(parts) > 4 else ""
    if "." not in place:
        return f"Under {place}: "
    here = "" if place == about.replace(" ", ".") else f"{place.replace('.', ' ')}, "
    if variant.partition("+")[0] == "alone":
        return f"{here}by national law alone: " if here else "By national law alone: "
    if ".all" in variant:
        instrument = variant.partition(".all")[0]
        return f"{here}under {instrument}: " if here else f"Under {instrument}: "
    return f"{here.removesuffix(', ')}: " if here else ""


def _finding(one: Any) -> str:
    cites = f" [{one.cites}]" if one.cites else ""
    return f"{one.about}: {one.text}{cites}"
