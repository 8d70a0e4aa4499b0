"""The work of a life, cut into stretches in which it does not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from portability.assessment.at_once import OF_WORK, overlapping, span
from portability.case.model import Case
from portability.case.work import Work
from portability.document.leaf import earliest, latest
from portability.frozen import frozen
from portability.number.exact import quantity

ONE_DAY = timedelta(days=1)


@frozen
class Row:
    """A piece of work in plain values. `told`: whether the case tells it as work, or only as a period of insurance."""

    id: str
    country: str | None
    start: date
    end: date
    told: bool = True
    occupation: str = "employee"
    share: Fraction | None = None
    seat: str | None = None
    flag: str | None = None
    base: str | None = None
    posted_from: str | None = None
    planned_to: date | None = None
    replaces: bool | None = None
    agreed: str | None = None

    @property
    def place(self) -> str | None:
        """The State in which the work is taken to be done: of a ship, that of its flag."""
        return self.flag if self.occupation == "seafarer" else self.country

    def states(self) -> set[str]:
        """Every State that the row names."""
        named = (self.country, self.flag, self.base, self.posted_from, self.seat, self.agreed)
        return {state for state in named if state is not None}


@frozen
class Stretch:
    """Days on which the same work is done, both ends included."""

    start: date
    end: date
    rows: tuple[Row, ...]

    @property
    def states(self) -> set[str]:
        """Every State that the work of the stretch names."""
        return {state for row in self.rows for state in row.states()}

    @property
    def places(self) -> set[str]:
        """The States in which the work is done."""
        return {row.place for row in self.rows if row.place is not None}


def rows_of(case: Case) -> tuple[Row, ...]:
    """The work that a case tells; without any, the insurance of work of each State, where two States have some at once."""
    told = [row for row in case.work if row.person == "insured"]
    if told:
        return tuple(_row(row) for row in sorted(told, key=lambda row: (earliest(row.start), row.id)))
    both = [one for one in overlapping(case) if all(row.kind in OF_WORK for row in one)]
    return tuple(_joined(case)) if both else ()


def _joined(case: Case) -> Iterator[Row]:
    """The periods of work of each State, those that meet or touch as one."""
    periods = [row for row in case.period if row.person == "insured" and row.kind in OF_WORK and row.start and row.end]
    open_: dict[tuple[str, str], Row] = {}
    for row in sorted(periods, key=lambda row: (*span(row), row.id)):
        start, end = span(row)
        key = row.country, _kind(row.kind)
        before = open_.get(key)
        if before is not None and start <= before.end + ONE_DAY:
            open_[key] = replace(before, end=max(before.end, end))
            continue
        if before is not None:
            yield before
        open_[key] = Row(row.id, row.country, start, end, told=False, occupation=key[1])
    yield from open_.values()


def _kind(kind: str) -> str:
    return "self_employed" if kind == "self_employment" else "employee"


def _row(row: Work) -> Row:
    return Row(
        id=row.id,
        country=row.country,
        start=earliest(row.start),
        end=date.max if row.end is None else latest(row.end),
        occupation="civil_servant" if row.occupation == "public_servant" else row.occupation,
        share=None if row.share is None else quantity(row.share).value,
        seat=row.employer_seat,
        flag=row.flag,
        base=row.base,
        posted_from=row.posted_from,
        planned_to=None if row.planned_to is None else latest(row.planned_to),
        replaces=row.replaces,
        agreed=row.agreed,
    )


def stretches(rows: Sequence[Row]) -> Iterator[Stretch]:
    """The time of all rows, cut wherever a piece of work begins or ends.

    >>> one, other = Row("a", "XA", date(2020, 1, 1), date(2020, 6, 30)), Row("b", "XB", date(2020, 4, 1), date(2020, 12, 31))
    >>> [(str(each.start), str(each.end), len(each.rows)) for each in stretches([one, other])]
    [('2020-01-01', '2020-03-31', 1), ('2020-04-01', '2020-06-30', 2), ('2020-07-01', '2020-12-31', 1)]
    """
    starts = sorted({row.start for row in rows} | {row.end + ONE_DAY for row in rows if row.end < date.max})
    coming, active = sorted(rows, key=lambda row: row.start, reverse=True), list[Row]()
    for start, following in zip(starts, [*starts, None][1:], strict=True):
        while coming and coming[-1].start <= start:
            active.append(coming.pop())
        active = [row for row in active if row.end >= start]
        if active:
            yield Stretch(start, date.max if following is None else following - ONE_DAY, tuple(active))
