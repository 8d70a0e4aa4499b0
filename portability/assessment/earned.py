"""Earnings aligned for a scheme: runs by the month in the law's currency, with the ceiling of their time beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from portability.assessment.by_year import by_year
from portability.assessment.figures import Reader, per_year
from portability.assessment.lengths import Own
from portability.case.career import Career, Earning
from portability.citation import FACT_STANDINGS
from portability.frozen import frozen
from portability.law.recall import Same, recalled
from portability.law.refers import FIGURES
from portability.number.exact import quantity, whole
from portability.number.unknown import unknown
from portability.periods.dates import add_months
from portability.periods.spans import calendar_months
from portability.periods.spells import Spell
from portability.record.step import Fact, Told

Key = tuple[str, str]


def months_between(start: date, end: date) -> int:
    """The calendar months from the month of one day to the month of another, both included.

    >>> months_between(date(2009, 1, 1), date(2009, 12, 31))
    12
    """
    return (end.year - start.year) * 12 + end.month - start.month + 1


def insured_months(own: Own) -> Fraction:
    """The months whose earnings an amount rests on: of the insured length, no more than its dates have calendar months.

    A year insured without a gap counts 53 weeks or 313 working days, and two days of December and January two years:
    converted, they are more months than anybody could earn in. Lengths without dates are converted, whole months only.
    """
    to_months = Fraction(12, per_year(own.unit.name, own.unit.day_system))
    undated = sum(entry.amount.counted for entry in own.counted.entries if entry.spell.span is None)
    by_calendar = calendar_months(own.counted.days(own.key, "amount")) + int(undated * to_months)
    converted = Fraction(own.counted.own(own.key, "amount") * to_months)
    return Fraction(by_calendar) if by_calendar < converted else converted


@frozen
class Earned:
    """The earnings of a scheme as runs, oldest first, with the first day and the ceiling of each run; `by_year`: what the
    year series of the law make of each, by name."""

    earnings: Told
    ceilings: Told
    starts: tuple[date, ...]
    by_year: Mapping[str, Told]


def aligned(
    reader: Reader, career: Career, key: Key, at: date, insured_months: Any, spells: Sequence[Spell] = ()
) -> Earned:
    """The earnings of a scheme as runs (amount by the month, months), cut where a ceiling or a rate changes.

    Earnings of the same time, as from two employers, are added together before any ceiling. Insured months without
    earnings on record stand first, as a run of unknown amount: so the runs are no surer than the `spells` they cover.
    """
    where = ".".join(key)
    rows = sorted(
        (row for row in career.earnings if (row.country, row.scheme or key[1]) == key and row.start <= at),
        key=lambda row: (row.start, row.end, row.by_month, row.currency),
    )
    runs: list[tuple[Any, Any]] = []
    starts: list[date] = []
    amounts = {id(row): _amount(reader, career, row, at, where) for row in rows}
    for first, last, together in _at_one_time(rows, at):
        amount = sum((amounts[id(row)] for row in together[1:]), amounts[id(together[0])])
        for start, end in _pieces(reader, first, last):
            runs.append((whole(amount), months_between(start, end)))
            starts.append(start)
    known = sum(length for _, length in runs)
    if isinstance(insured_months, int | Fraction) and insured_months > known:
        runs.insert(0, (unknown(f"earnings under {where}"), whole(insured_months - known)))
        starts.insert(0, starts[0] if starts else at)
    told = [*(row.standing for row in rows), *(spell.standing for spell in spells if rows)]
    standing = max(told, key=FACT_STANDINGS.index, default="missing")
    reference = reader.peek("reference")
    after = reference is not None and reference.get("capped") == "after"
    tops = (_ceiling(reader, at if after else day) for day in starts)
    series = by_year(reader, starts)
    ceilings = tuple(
        _no_ceiling(run[0], i, series if after else {}) if top is None else whole(top)
        for i, (run, top) in enumerate(zip(runs, tops, strict=True))
    )
    return Earned(
        Told(tuple(runs), Fact(f"earnings under {where}", "facts", standing, "runs")),
        Told(ceilings, _law(reader, "ceiling", at)),
        tuple(starts),
        series,
    )


def contribution_rates(reader: Reader, earned: Earned, at: date) -> Told:
    """The contribution rate of each run of earnings."""
    return Told(tuple(whole(_rate(reader, day)) for day in earned.starts), _law(reader, "contribution_rate", at))


def _no_ceiling(amount: Any, i: int, series: Mapping[str, Told]) -> Any:
    """Where there is no ceiling, earnings are held to themselves: revalued, if they are capped after that."""
    factors = series.get("revaluation")
    return amount if factors is None else amount * factors.value[i]


def _law(reader: Reader, key: str, at: date) -> Fact:
    """The standing and article of a dated list, as of the day of the decision."""
    leaf = reader.peek(key)
    path = f"{reader.path}.{key}"
    return Fact(
        path, "law", "official" if leaf is None else leaf.standing, "numbers", None if leaf is None else leaf.cites
    )


def _at_one_time(rows: Sequence[Earning], at: date) -> Iterator[tuple[date, date, Sequence[Earning]]]:
    """Stretches of time up to a day with the rows that run in each: one row alone, or the months that several share.

    `rows` are in order of their beginning.
    """
    group: list[Earning] = []
    until = date.min
    for row in rows:
        if group and row.start > until:
            yield from _shared_months(group, at)
            group = []
        group.append(row)
        until = max(until, row.end)
    if group:
        yield from _shared_months(group, at)


def _shared_months(group: Sequence[Earning], at: date) -> Iterator[tuple[date, date, Sequence[Earning]]]:
    if len(group) == 1:
        yield group[0].start, min(group[0].end, at), group
        return
    spans = [(row.start.replace(day=1), add_months(min(row.end, at).replace(day=1), 1, "later"), row) for row in group]
    running: list[tuple[date, date, Earning]] = []
    begun = 0
    for first, after in pairwise(sorted({day for start, end, _ in spans for day in (start, end)})):
        running = [span for span in running if span[1] > first]
        while begun < len(spans) and spans[begun][0] <= first:
            running.append(spans[begun])
            begun += 1
        if running:
            yield first, after - timedelta(days=1), [row for _, _, row in running]


def _pieces(reader: Reader, start: date, end: date) -> list[tuple[date, date]]:
    """A run cut where a ceiling or a rate changes; and at the end of each year, where the law looks at years."""
    changes = {day for day in _changes(Same(reader.law)) if start < day <= end}
    if reader.beside.series:
        changes |= {date(year, 1, 1) for year in range(start.year + 1, end.year + 1)}
    if not changes:
        return [(start, end)]
    edges = [start, *sorted(changes), end + timedelta(days=1)]
    return [(first, after - timedelta(days=1)) for first, after in pairwise(edges) if first < after]


@recalled
def _changes(law: Same) -> frozenset[date]:
    """The days on which a ceiling, a rate, or a figure of which a ceiling is a share, changes."""
    listed = [law.law.get(key) for key in ("ceiling", "contribution_rate", *FIGURES)]
    return frozenset(entry["from"] for raw in listed if isinstance(raw, list) for entry in raw if "from" in entry)


def _rate(reader: Reader, on: date) -> Any:
    """The contribution rate of a day."""
    leaf = reader.on("contribution_rate", on)
    if leaf is None or leaf.is_ is None:
        return unknown(f"{reader.path}.contribution_rate")
    return quantity(str(leaf.is_)).value


def _amount(reader: Reader, career: Career, row: Earning, at: date, where: str) -> Any:
    worth = reader.worth(row.currency)
    if worth is not None:
        return row.by_month if worth == 1 else row.by_month * worth
    rate = career.rate(row.currency, reader.currency, at)
    if rate is None:
        return unknown(f"earnings under {where} in {reader.currency} (a rate for {row.currency} is missing)")
    return row.by_month * rate[0]


def _ceiling(reader: Reader, on: date) -> Any:
    """The ceiling of a day; None where there was none."""
    leaf = reader.on("ceiling", on)
    if leaf is None or leaf.state in ("none_known", "repealed"):
        return None
    if leaf.state == "before":
        return None
    return reader.share_of(leaf, on).value
