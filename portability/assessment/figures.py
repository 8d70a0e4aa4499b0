"""Figures of a regime, told: read on a day, brought to the regime's own unit and to the month, each with its article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.beside import NOTHING_BESIDE, Beside
from portability.citation import LAW_STANDINGS, Citation
from portability.law.dated import Leaf, leaf_at, leaf_of_year
from portability.law.recall import Same, recalled
from portability.number.exact import Quantity, quantity, whole
from portability.number.rounding import Rounding
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

YEAR = {"years": 1, "quarters": 4, "months": 12, "weeks": 52}
DAYS_OF_YEAR = {5: 264, 6: 312, 7: 360}
"""The longest year a day system knows: Regulation (EC) No 987/2009 Art 13(1)(b)."""
PAYMENTS_OF_YEAR = {"year": 1, "quarter": 4, "month": 12, "week": 52, "day": 360}


OF_THE_DAY = frozenset(
    ("amount", "minimum", "maximum", "minimum_each", "fixed_part", "point_value", "minimum_wage", "average_wage", "payments",
     "rounding", "export", "indexation", "residence", "converts")
)
"""Figures that are those of the day decided for, also where a contingency came before it."""


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


@recalled
def _told_on(law: Same, key: str, day: date, path: str, sex: str | None) -> Leaf | None:
    return leaf_at(law.law[key], day, str(law.law.get("source", "")), f"{path}.{key}", sex)


@dataclass(slots=True)
class Reader:
    """Reads the figures of one regime on one day; keeps what is said about them beside the amounts.

    `since` is the day of the contingency, where there was one: right and formula are read as of that day.
    """

    law: Mapping[str, Any]
    path: str
    at: date
    sex: str | None
    unit: str = "months"
    day_system: int | None = None
    notes: list[tuple[str, Leaf]] = field(default_factory=list)
    currency: str = ""
    branch: str = "old_age"
    since: date | None = None
    beside: Beside = NOTHING_BESIDE

    @property
    def source(self) -> str:
        return str(self.law.get("source", ""))

    def peek(self, key: str) -> Leaf | None:
        """The figure as the file tells it on the day, without a note of it."""
        return self.on(key, self.at if self.since is None or key in OF_THE_DAY else self.since)

    def on(self, key: str, day: date) -> Leaf | None:
        """The figure as the file tells it on some day."""
        return _told_on(Same(self.law), key, day, self.path, self.sex) if key in self.law else None

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
        worth = self.worth(found.unit)
        if worth is None:
            return Told(
                unknown(f"{leaf.path} in {self.currency} (the law tells it in {found.unit})"),
                Fact(leaf.path, "law", leaf.standing, "money", leaf.cites, leaf.reason),
            )
        return self.told(by_month(found) * worth, leaf, "money")

    def worth(self, currency: str | None) -> Fraction | int | None:
        """What a unit of a currency is in the law's own: one of its own, a part of one for money it replaced by law."""
        return 1 if currency == self.currency else dict(self.beside.old_money).get(currency or "")

    def figure(self, name: str, on: date | None = None) -> Told:
        """A dated figure of the regime, or of a year series, of which another figure is a share: money by the month."""
        leaf = self.of(name, on)
        if leaf.state == "projected":
            self.notes.append((leaf.state, leaf))
        return self.money(leaf)

    def of(self, name: str, on: date | None = None) -> Leaf:
        """The leaf of a dated figure of the regime, or of the row of a year series, on a day."""
        day = on or self.at
        series = dict(self.beside.series).get(name)
        if series is not None:
            return leaf_of_year(series.law, day.year, name)
        path = f"{self.path}.{name}"
        found = leaf_at(self.law.get(name), day, self.source, path, self.sex)
        if found is None or found.is_ is None:
            raw = {"cites": "", "standing": "assumed"} if found is None else found.raw
            reason = "the law file does not tell it" if found is None else found.reason
            return Leaf(path, "unknown", None, raw, Citation(self.source, str(raw.get("cites", ""))), "assumed", reason)
        return found

    def share_of(self, leaf: Leaf, on: date | None = None) -> Told:
        """An amount that the law tells, or the share of another figure that it names; as sure as the weaker of both."""
        if leaf.get("share") is None:
            return self.money(leaf)
        name, share = str(leaf.get("of")), quantity(str(leaf.get("share"))).value
        standing = max((leaf.standing, self.of(name, on).standing), key=LAW_STANDINGS.index)
        value = self.figure(name, on).value * share
        return Told(value, Fact(leaf.path, "law", standing, "money", leaf.cites, leaf.reason))

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
