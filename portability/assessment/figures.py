"""Figures of a regime, told: read on a day, brought to the regime's own unit and to the month, each with its article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from portability.law.dated import Leaf, leaf_at
from portability.number.exact import Quantity, quantity, whole
from portability.number.rounding import Rounding
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

YEAR = {"years": 1, "quarters": 4, "months": 12, "weeks": 52}
DAYS_OF_YEAR = {5: 264, 6: 312, 7: 360}
"""The longest year a day system knows: Regulation (EC) No 987/2009 Art 13(1)(b)."""
PAYMENTS_OF_YEAR = {"year": 1, "quarter": 4, "month": 12, "week": 52, "day": 360}


def per_year(unit: str, day_system: int | None = None) -> int:
    """How many of a unit make a year.

    >>> per_year("months"), per_year("days", 6)
    (12, 312)
    """
    if unit == "days":
        return DAYS_OF_YEAR[day_system or 7]
    return YEAR[unit]


def by_month(amount: Quantity) -> Fraction:
    """An amount of money brought to the month.

    >>> by_month(quantity("14400 XTS per year"))
    Fraction(1200, 1)
    """
    return amount.value * PAYMENTS_OF_YEAR[amount.per or "month"] / 12


@dataclass(slots=True)
class Reader:
    """Reads the figures of one regime on one day; keeps what is said about them beside the amounts."""

    law: Mapping[str, Any]
    path: str
    at: date
    sex: str | None
    unit: str = "months"
    day_system: int | None = None
    notes: list[tuple[str, Leaf]] = field(default_factory=list)
    currency: str = ""

    @property
    def source(self) -> str:
        return str(self.law.get("source", ""))

    def peek(self, key: str) -> Leaf | None:
        """The figure as the file tells it on the day, without a note of it."""
        return leaf_at(self.law.get(key), self.at, self.source, f"{self.path}.{key}", self.sex)

    def law_of(self, key: str) -> Mapping[str, Any]:
        """What stands in the leaf of the day, or nothing."""
        found = self.peek(key)
        return {} if found is None else found.raw

    def leaf(self, key: str) -> Leaf | None:
        """The figure as the file tells it on the day, or None; repealed figures and limits nobody found are none."""
        found = self.peek(key)
        if found is None or found.state == "repealed":
            return None
        if found.state != "known" or found.standing == "assumed" or "other_reading" in found.raw:
            self.notes.append((found.state, found))
        return None if found.state == "none_known" else found

    def told(self, value: Any, leaf: Leaf, kind: str = "number", path: str = "") -> Told:
        """A value of a leaf, with the article and standing of the leaf."""
        return Told(whole(value), Fact(path or leaf.path, "law", leaf.standing, kind, leaf.cites, leaf.reason))

    def length(self, leaf: Leaf, text: Any = None) -> Told:
        """A length of time in the regime's unit."""
        if leaf.is_ is None and text is None:
            return self.not_known(leaf)
        found = quantity(str(leaf.is_ if text is None else text))
        return self.told(self.in_unit(found), leaf, "length")

    def in_unit(self, found: Quantity) -> Fraction | int:
        """A length in the unit this regime counts in."""
        if found.unit in ("", self.unit):
            return found.value
        ours = per_year(self.unit, self.day_system)
        theirs = per_year(found.unit, self.day_system)
        return found.value * ours / theirs

    def months(self, leaf: Leaf, text: Any) -> Told:
        """A length of time in months, whatever the regime counts in: windows of earnings are told in months."""
        found = quantity(str(text))
        return self.told(found.value * 12 / per_year(found.unit, self.day_system), leaf, "months")

    def money(self, leaf: Leaf, text: Any = None) -> Told:
        """An amount of money by the month."""
        if leaf.is_ is None and text is None:
            return self.not_known(leaf)
        found = quantity(str(leaf.is_ if text is None else text))
        if found.unit != self.currency:
            return Told(
                unknown(f"{leaf.path} in {self.currency} (the law tells it in {found.unit})"),
                Fact(leaf.path, "law", leaf.standing, "money", leaf.cites, leaf.reason),
            )
        return self.told(by_month(found), leaf, "money")

    def share(self, leaf: Leaf, text: Any = None) -> Told:
        """A share or a factor without a unit."""
        if leaf.is_ is None and text is None:
            return self.not_known(leaf)
        return self.told(quantity(str(leaf.is_ if text is None else text)).value, leaf, "share")

    def rate(self, text: str) -> Fraction:
        """A rate for one unit of the regime's length."""
        found = quantity(text)
        if found.per is None:
            return found.value
        return found.value * per_year(f"{found.per}s", self.day_system) / per_year(self.unit, self.day_system)

    def rounding(self, leaf: Leaf) -> Rounding:
        """A rounding the law states."""
        unit = quantity(str(leaf.get("unit"))).value
        return Rounding(unit, leaf.get("way", "half_up"), str(leaf.cites), leaf.standing)

    def not_known(self, leaf: Leaf, kind: str = "number", key: str = "") -> Told:
        """A figure the law has and nobody found, or one of its parameters."""
        path = f"{leaf.path}.{key}" if key else leaf.path
        return Told(unknown(path), Fact(path, "law", leaf.standing, kind, leaf.cites, leaf.reason))
