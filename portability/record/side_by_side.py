"""A comparison as text or Markdown: who pays how much under each set, what is lost or gained, and why."""

from __future__ import annotations

from collections.abc import Iterator

from portability.record.compared import Compared, Difference, Row, SumUnder, Turned
from portability.record.phrases import (
    amount,
    by_the_law_of,
    floor_place,
    floor_status,
    payments,
    rate,
    state_and_scheme,
    status,
    what_for,
)
from portability.record.render import _Page as Page

CHANGES = {"same": "the same", "other_form": "another form", "not_known": "not known"}
FORMS = {"lump_sum": "lump sum", "account": "balance", "daily_cash": "daily cash", "in_kind": "benefit in kind"}


def side_by_side(compared: Compared, markdown: bool = False) -> str:
    """The whole comparison for people to read, ending in a new line."""
    page = Page(markdown)
    sets = [one.agreements for one in compared.sums]
    known = by_the_law_of(compared.law_as_of)
    page.title(f"Case {compared.case}, decided for {compared.at} under {', '.join(sets[:-1])} and {sets[-1]}{known}")
    for one in compared.sums:
        page.line(_sum(one))
    found = [result.benefit for row in compared.rows for result in row.results]
    would = any(one is not None and one.legal_force != "binding" for one in found)
    if would:
        page.line('What is said with "would" is a scenario or guidance: nobody owes it.')
    page.lines.append("")
    rows = [[_place(row), _what_for(row), row.beneficiary, *_cells(row)] for row in compared.rows]
    page.table("Each State under each set", ["State and scheme", "branch", "for", *sets], rows)
    rows = [
        [one.agreements, amount(one.in_one), _sum_change(one)] for one in compared.sums if one.in_one is not None
    ]
    page.table("All of it a month, in one currency", ["set", "a month", f"against {sets[0]}"], rows)
    told = [rate(used) for used in compared.rates]
    page.list("Rates of the case", told)
    if not any(one.in_one for one in compared.sums) and len({m.currency for one in compared.sums for m in one.per_month}) > 1:
        page.line("No sum in one currency: the case gives no rates between all of them.")
        page.lines.append("")
    head = ["State and scheme", "under", "change", "gained", "lost"]
    rows = [
        [_named(row), each.agreements, change(each), _forms(each, each.gained), _forms(each, each.lost)]
        for row in compared.rows
        for each in row.differences
    ]
    page.table(f"Against {sets[0]}", head, rows)
    page.list("The first step that differs", _steps(compared))
    head = ["State and guarantee", "under", "result", "level", "gap to it", "grant"]
    rows = [
        [
            floor_place(one.floor),
            one.agreements,
            floor_status(one.floor),
            amount(one.floor.level),
            amount(one.floor.gap),
            amount(one.floor.top_up),
        ]
        for one in compared.floor
        if one.floor.level is not None  # what is not established is so under every set
    ]
    page.table("Floor where you live", head, rows)
    page.list("Not certain", compared.not_certain)
    page.list("Not modelled", compared.not_modelled)
    return page.text()


def change(one: Difference) -> str:
    """How much more or less is paid than under the first set.

    >>> change(Difference(agreements="r167-for-all", legal_force="scenario", change="same"))
    'would be the same'
    """
    would = "" if one.legal_force == "binding" else "would be "
    if one.by is None:
        return would + CHANGES.get(one.change, one.change)
    often = {"once": " once", None: ""}.get(one.per, f" a {one.per}")
    return f"{would}{amount(one.by)} {one.change}{often}"


def _sum(one: SumUnder) -> str:
    binding = " + ".join(amount(money) for money in one.per_month)
    would_be = " + ".join(amount(money) for money in one.would_be)
    if would_be and not binding:
        return f"{one.agreements}: {would_be} a month would be paid."
    told = f"{one.agreements}: {binding or 'nothing of a known amount'} a month is owed"
    return f"{told}; {would_be} a month would be paid." if would_be else f"{told}."


def _sum_change(one: SumUnder) -> str:
    return "" if one.change is None else CHANGES.get(one.change, f"{amount(one.by)} {one.change}")


def _place(row: Row) -> str:
    return state_and_scheme(row.country, row.scheme)


def _what_for(row: Row) -> str:
    """The branch, and which of several benefits of one event it is."""
    return next(what_for(one.benefit) for one in row.results if one.benefit is not None)


def _named(row: Row) -> str:
    """State and scheme, with the benefit where the scheme has several for one event."""
    what = _what_for(row)
    return f"{_place(row)}, {what}" if ":" in what else _place(row)


def _cells(row: Row) -> Iterator[str]:
    for result in row.results:
        one = result.benefit
        if one is None:
            yield "-"
            continue
        paid = payments(one)
        yield status(one) if paid == "-" else f"{status(one)}: {paid}"


def _forms(difference: Difference, turned: tuple[Turned, ...]) -> str:
    would = "" if difference.legal_force == "binding" or not turned else "would be: "
    return would + " and ".join(
        f"{FORMS.get(one.form, one.form)}{' beside the pension' if one.beside else ''} ({amount(one.money)})" for one in turned
    )


def _steps(compared: Compared) -> Iterator[str]:
    first = compared.sums[0].agreements
    for row in compared.rows:
        for each in row.differences:
            step = each.first_step
            if step is None:
                yield f"{_named(row)} under {each.agreements}: no step differs."
                continue
            standing = "" if step.standing in (None, "official") else f", {step.standing}"
            cites = f"  [{step.cites}; {step.force}{standing}]" if step.cites else f"  [{step.force}]"
            here = step.sentence or f"no longer reckoned, as it was under {first}: {step.before}"
            before = f" Under {first}: {step.before}" if step.sentence and step.before else ""
            yield f"{_named(row)} under {each.agreements}: {here}{before}{cites}"
