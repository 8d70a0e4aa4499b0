"""What a benefit comes to from one day on, and the payments that fall in a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from portability.assessment.plan import Planned
from portability.number.unknown import unknown
from portability.periods.dates import add_months
from portability.record import decision as record
from portability.record.step import Told


class Due(NamedTuple):
    """What a benefit is from one day on: what comes of it in time and abroad, the payment decided for the day, and the word
    for payment abroad; where nothing is due from that day on, no payment."""

    start: date
    told: Told = Told(0)
    paid: record.Payment | None = None
    word: str = ""

    def same_as(self, other: Due) -> bool:
        """Whether nothing changes between two days."""
        if self.paid is None or other.paid is None:
            return self.paid is other.paid
        one, two = (replace(paid, start=date.min, money=NOTHING, step=None) for paid in (self.paid, other.paid))
        same_money = self.paid.money.currency == other.paid.money.currency and self.told.value == other.told.value
        return same_money and self.word == other.word and one == two


NOTHING = record.Money(amount="0", currency="XXX")


def is_pension(row: record.Benefit) -> bool:
    """Whether a benefit goes on, and is not paid once."""
    return row.status == "entitled" and bool(row.payments) and row.going_on[0].per != "once"


def joined(dues: Iterable[Due]) -> list[Due]:
    """What is the same from one day to the next is told once, from the first day."""
    found: list[Due] = []
    for due in dues:
        if found and due.same_as(found[-1]):
            due = due._replace(start=found.pop().start)
        found.append(due)
    return found


def months_of(start: date, end: date) -> tuple[int, list[tuple[date, Fraction]]]:
    """The whole calendar months of a time (`end` is the day after it), and its parts of a month: first day, and share.

    >>> months_of(date(2025, 12, 15), date(2026, 3, 1))
    (2, [(datetime.date(2025, 12, 15), Fraction(17, 31))])
    """
    whole, parts = 0, []
    while start < end:
        first = start.replace(day=1)
        following = add_months(first, 1, "earlier")
        stop, days = min(following, end), (following - first).days
        if (stop - start).days == days:
            whole += 1
        else:
            parts.append((start, Fraction((stop - start).days, days)))
        start = stop
    return whole, parts


def value_of(money: record.Money) -> Any:
    """An amount as a number: of one not known, its ends."""
    if money.amount is not None:
        return Fraction(money.amount)
    most = None if money.at_most is None else Fraction(money.at_most)
    return unknown(*money.unknown, low=Fraction(money.at_least or 0), high=most)


def rounding_of(planned: Planned) -> Any:
    """How each payment is rounded."""
    return planned.member.given["rounding"]
