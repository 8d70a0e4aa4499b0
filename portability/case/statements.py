"""What institutions state of a case: results of national law, by the month or as lengths, and lengths as certified."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from portability.case.model import Case
from portability.case.tables import Certified
from portability.document.leaf import earliest
from portability.frozen import frozen
from portability.number.exact import whole
from portability.periods.lengths import Length, certified

PER_MONTH = {
    "month": Fraction(1),
    "year": Fraction(1, 12),
    "quarter": Fraction(1, 3),
    "week": Fraction(52, 12),
    "day": Fraction(360, 12),
}


@frozen
class Stated:
    """A result of national law as an institution states it: an amount by the month, a length, or points."""

    country: str
    scheme: str
    branch: str
    kind: str
    amount: int | Fraction | None
    currency: str | None
    length: tuple[Length, ...] | None
    standing: str
    source: str
    instrument: str | None
    points: int | Fraction | None = None
    on: date | None = None


def lengths_of(told: Certified | None) -> tuple[Length, ...] | None:
    """A certified length of the case in the form the periods room reads."""
    return None if told is None else certified(told.told())


def statements(case: Case, branch: str) -> Iterable[Stated]:
    """What is stated of a branch of the insured person's benefits, in the order of the case."""
    for row in case.statement:
        if row.person != "insured" or row.branch != branch:
            continue
        amount = None
        if row.amount is not None:
            amount = whole(Fraction(row.amount) * (Fraction(1) if row.per in (None, "once") else PER_MONTH[row.per]))
        yield Stated(
            row.country,
            row.scheme or "",
            row.branch,
            row.kind,
            amount,
            row.currency,
            lengths_of(row.length),
            row.standing or "certified",
            row.source or f"statement of {row.country}",
            row.instrument,
            None if row.points is None else whole(Fraction(row.points)),
            None if row.on is None else earliest(row.on),
        )
