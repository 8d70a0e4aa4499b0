"""A decision as text or Markdown: first what a person asks, then one table a question, then why, then what is not certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from portability.record.decision import Benefit, Care, Decision, Finding, FloorResult, PeriodResult, Variant
from portability.record.drawn import drawn
from portability.record.in_short import in_short, sum_of
from portability.record.measure import of_unit
from portability.record.phrases import (
    WHY_NOT,
    abroad,
    abroad_word,
    amount,
    by_the_law_of,
    each_named,
    floor_place,
    floor_status,
    guarantee,
    length,
    payments,
    place,
    status,
    sureness,
    variant,
    what_for,
)
from portability.record.sentences_health import SITUATIONS
from portability.record.step import instrument_of

SETS = {"open": ", open States only", "third": ", with a third State"}
"""How a set of States is named whose periods count, where it is not all that the instrument links."""

REFUNDS = {"actual": "what it cost", "fixed": "a fixed amount", "waived": "nothing: waived", "none": "nothing"}
CARE_STATUS = {"entitled": "yes", "refused": "no right", "undetermined": "not settled", "to_examine": "to be examined"}

DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""The way of a step that was taken for another day than the one decided for."""

__all__ = ["amount", "rendered", "several"]


def rendered(decision: Decision, markdown: bool = False) -> str:
    """The whole decision for people to read, ending in a new line."""
    page = _Page(markdown)
    under = decision.decided_under
    known = by_the_law_of(under.law_as_of)
    page.title(f"Case {decision.case}, decided for {under.at}, agreements: {under.agreements}{known}")
    for line in in_short(decision):
        page.line(line)
    page.lines.append("")
    _periods(page, decision.periods)
    _benefits(page, decision)
    _over_time(page, decision.benefits)
    _care(page, decision.care)
    _floor(page, decision.floor)
    _why(page, decision)
    unsaid = [step for step in decision.steps if step.sentence is None]
    page.list("Steps without a sentence", [f"{step.id}: {step.result}" for step in unsaid])
    page.list("Findings", [_finding(one) for one in decision.findings])
    page.list("Not certain", decision.not_certain)
    named = each_named(decision)
    page.list("Missing facts", [f"{one.path}: would decide {named(one.would_decide)}" for one in decision.missing_facts])
    page.list("Not modelled", decision.not_modelled)
    page.list("Sources", [f"{one.key}: {one.title}" + (f", {one.address}" if one.address else "") for one in decision.sources])
    return page.text()


def several(decisions: Sequence[Decision], markdown: bool = False) -> str:
    """A summary table of several decisions, a row each."""
    page = _Page(markdown)
    rows = [
        [one.case, str(one.decided_under.at), sum_of(one), ", ".join(at.country for at in one.summary.claim_at) or "-"]
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

    def table(self, heading: str, head: Sequence[str], rows: Sequence[Sequence[str]], ruled: bool = False) -> None:
        """A table, if it has rows; `ruled`: with a line between two rows, which may then hold several lines."""
        if not rows:
            return
        self._heading(heading)
        self.lines += [*(_ruled(head, rows) if ruled and not self.markdown else drawn(head, rows, self.markdown)), ""]

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


def _ruled(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    from tabulate import tabulate

    return tabulate(rows, head, tablefmt="simple_grid", disable_numparse=True).splitlines()


def _periods(page: _Page, periods: Sequence[PeriodResult]) -> None:
    """The periods: what each counted, and why not all; where some law is told to apply, which State's it is."""
    laws = any(one.legislation is not None for one in periods)
    rows = [
        [
            one.id,
            one.country,
            one.scheme or "-",
            one.kind.replace("_", " "),
            f"{one.start} to {one.end}" if one.start and one.end else "undated",
            *([_law(one)] if laws else []),
            "-" if one.counted is None else length(one.counted),
            WHY_NOT.get(one.why_not or "", one.why_not or ""),
        ]
        for one in periods
    ]
    apart = any(one.counted is not None and one.counted.right != one.counted.amount for one in periods)
    counted = "counted: right / amount" if apart else "counted"
    law = ["law that applies"] if laws else []
    page.table("Periods", ["period", "State", "scheme", "kind", "time", *law, counted, "why not all"], rows)


def _law(one: PeriodResult) -> str:
    """The law that applies on the first day of a period, with its article."""
    law = one.legislation
    return "-" if law is None else f"{law.state} [{law.cites}]" if law.cites else law.state


def _benefits(page: _Page, decision: Decision) -> None:
    rows = [
        [
            place(one),
            what_for(one),
            status(one),
            variant(one),
            payments(one),
            abroad(one, decision.findings),
            sureness(one),
        ]
        for one in decision.benefits
    ]
    head = ["State and scheme", "branch", "result", "how", "payment", "paid where you live", "how sure: facts / law"]
    page.table("Benefits", head, rows)
    variants = [
        [
            place(one),
            f"{each.instrument or 'national law alone'}{SETS.get(each.id.rpartition('.')[2], '')}",
            each.route.replace("_", " "),
            "-" if each.own is None else length(each.own),
            "-" if each.total is None else length(each.total),
            "-" if each.required is None else of_unit(each.required.value, each.required.unit),
            amount(each.theoretical),
            each.ratio or "-",
            _net(one, each),
            "yes" if each.chosen else "",
        ]
        for one in decision.benefits
        for each in one.variants
    ]
    head = ["State and scheme", "under", "route", "own", "total", "needed", "theoretical", "ratio", "amount", "chosen"]
    page.table("How each State reckons", head, variants)


def _net(benefit: Benefit, one: Variant) -> str:
    """The amount by the month, and of what where it was reduced; a balance has none."""
    if benefit.form == "account":
        return "-"
    return f"{amount(one.net)} of {amount(one.gross)}" if one.reductions else amount(one.net)


def _over_time(page: _Page, benefits: Sequence[Benefit]) -> None:
    """The payments of benefits that were another amount, or paid in another way, before."""
    rows = [
        [place(one), str(paid.start), str(paid.end or ""), amount(paid.money), abroad_word(paid)]
        for one in benefits
        if (len(one.payments) > len(one.going_on) and one.form != "daily_cash") or one.arrears is not None
        for paid in one.payments
        if paid.per != "once"
    ]
    page.table("Payments over time", ["State and scheme", "from", "to", "each payment", "paid where you live"], rows)
    owed = [f"{place(one)}: {amount(one.arrears)}" for one in benefits if one.arrears is not None]
    page.list("Fallen due for the months before", owed)


def _care(page: _Page, care: Sequence[Care]) -> None:
    """Who gives care and who pays for it, a row for each situation, in the words of one who needs a doctor."""
    rows = [
        [
            "you" if one.person == "insured" else one.person,
            SITUATIONS.get(one.situation, one.situation.replace("_", " ")),
            "" if one.start is None else f"{one.start}{f' to {one.end}' if one.end else ' on'}",
            one.provider_state or "nobody",
            one.cost_state or "-",
            REFUNDS.get(one.reimbursement or "", "-"),
            CARE_STATUS.get(one.status, one.status),
            one.instrument or "national law",
        ]
        for one in care
    ]
    head = ["who", "situation", "when", "go to the doctor in", "who pays: the State", "between the States", "result", "by"]
    page.table("Care", head, rows)


def _floor(page: _Page, floor: Sequence[FloorResult]) -> None:
    several_persons = any(one.person != "insured" for one in floor)
    rows = [
        [
            *([one.person] if several_persons else []),
            one.country,
            guarantee(one),
            one.grant or "-",
            floor_status(one),
            amount(one.level),
            amount(one.gap),
            amount(one.top_up),
            one.payer or "-",
        ]
        for one in floor
    ]
    head = ["State", "guarantee", "by", "result", "level", "gap to it", "grant", "paid or provided by"]
    page.table("Floor where you live", ["person", *head] if several_persons else head, rows)
    page.list("What the floor leaves open", [f"{floor_place(one)}: {one.not_covered}" for one in floor if one.not_covered])


def _why(page: _Page, decision: Decision) -> None:
    by_id = {step.id: step for step in decision.steps}
    number = {id_: i for i, id_ in enumerate(by_id, 1)}
    for about, reasons in [
        *((place(one), one.reasons) for one in decision.benefits if ":" not in what_for(one)),
        *((f"{place(one)}, {what_for(one)}", one.reasons) for one in decision.benefits if ":" in what_for(one)),
        *((f"care of {one.person}, {one.situation.replace('_', ' ')}", one.reasons) for one in decision.care),
        *((floor_place(one), one.reasons) for one in decision.floor),
    ]:
        lines = []
        for id_ in reasons:
            step = by_id[id_]
            law = step.standing.law if step.standing is not None else "official"
            mark = "" if law in ("official", "secondary") else f" ({law})"
            cites = f"  [{step.cites}{mark}]" if step.cites else ""
            lines.append(f"[{number[id_]}] {_where(id_, about)}{step.sentence}{cites}")
        page.list(f"Why: {about}", lines)


LIFTED = ("equality_lifts", "residence_limit_lifts", "residence_waived")
"""Rules by which an instrument, not national law alone, lifts a condition."""


def _where(id_: str, about: str) -> str:
    """Under which instrument, or by national law alone, a step was taken."""
    parts, about = id_.split("/"), about.partition(", ")[0]
    where, way = parts[2].replace(".", " "), parts[3] if len(parts) > 4 else ""
    if DAY.fullmatch(way):
        return f"From {way} on: "
    if way == "floor" or parts[2] == about:
        return ""
    if "." not in parts[2]:
        return f"Under {where}{SETS.get(way.partition('.')[2], '')}: "
    here = "" if where == about else f"{where}, "
    if way.partition("+")[0] == "alone" and parts[-1] in LIFTED:  # the article names what lifts the condition
        return f"{here.removesuffix(', ')}: " if here else ""
    if way.partition("+")[0] == "alone":
        return f"{here}by national law alone: " if here else "By national law alone: "
    instrument = instrument_of(way)
    if instrument:
        left = SETS.get(way.partition(".")[2].partition("+")[0], "")
        return f"{here}under {instrument}{left}: " if here else f"Under {instrument}{left}: "
    return f"{here.removesuffix(', ')}: " if here else ""


def _finding(one: Finding) -> str:
    force = "" if one.force in (None, "binding") else f"; {one.force}: it binds nobody"
    cites = f" [{one.cites}]" if one.cites else ""
    return f"{one.about.replace('.', ' ')}: {one.text}{force}{cites}"
