"""Whether a life has anything to ask about the law that applies: work told by itself, or insurance of two States at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portability.case.model import Case
from portability.case.tables import Period
from portability.document.leaf import earliest, latest

OF_WORK = ("insurance", "employment", "self_employment")
"""Kinds of period that work under a State's law completes."""


def asks_which_law(case: Case) -> bool:
    """Whether work is told, or periods of two States, of which one at least is of work, share a day.

    >>> from portability.case.model import read_case
    >>> row = {"id": "a", "country": "XA", "kind": "insurance", "from": "2000-01-01", "to": "2009-12-31"}
    >>> other = row | {"id": "b", "country": "XB", "from": "2009-12-31", "to": "2010-12-31"}
    >>> [asks_which_law(read_case({"format": "portability.case/1", "id": "c", "period": [row, each]}))
    ...  for each in (other, other | {"from": "2010-01-01"}, other | {"kind": "residence"})]
    [True, False, False]
    """
    return bool(case.work) or next(overlapping(case), None) is not None


def overlapping(case: Case) -> Iterator[tuple[Period, Period]]:
    """Periods of different States that share a day, at least one of them of work: each with an earlier one that it meets."""
    rows = [row for row in case.period if row.person == "insured" and (row.kind in OF_WORK or row.kind == "voluntary")]
    if len({row.country for row in rows}) < 2:
        return
    last: dict[tuple[str, bool], tuple[date, Period]] = {}  # by State, and whether of work: the one that ends last
    for row in sorted((row for row in rows if row.start and row.end), key=lambda row: (*span(row), row.id)):
        start, end = span(row)
        work = row.kind in OF_WORK
        for (country, of_work), (until, other) in last.items():
            if country != row.country and (work or of_work) and start <= until:
                yield other, row
        if end > last.get((row.country, work), (date.min, row))[0]:
            last[(row.country, work)] = end, row


def span(row: Period) -> tuple[date, date]:
    """The first and the last day a period may have; without an end it goes on."""
    start = date.min if row.start is None else earliest(row.start)
    return start, date.max if row.end is None else latest(row.end)
