"""One scheme of a State asked what it pays the standard beneficiary, at a wage that is told or at wages one beside the next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.adequacy.beneficiary import Wage
from portability.frozen import frozen
from portability.law.dated import Leaf, leaf_of_year
from portability.law.shelf import Law, Shelf
from portability.number.exact import quantity
from portability.number.unknown import Unknown

STEPS = (10, 13, 16, 20, 25, 32, 40, 50, 63, 80)
PROBES = tuple(Fraction(step * 10**power) for power in range(8) for step in STEPS)
"""Wages at which the share of a formula is looked for, each beside the next, where no wage is told."""
FUNDS = ("provident_fund", "individual_account")


@frozen
class Measured:
    """What a scheme pays the standard beneficiary: by the month, and as a rate of the wage.

    `months`: of the career before; `pays`: whether anything is paid by the month; `law`: how sure that is; `why`: what keeps
    it from being known.
    """

    months: int
    wage: Wage | None
    benefit: Any
    rate: Any
    pays: Any
    law: str
    why: tuple[str, ...] = ()
    is_share: bool = False


class Probed(ABC):
    """One scheme of a State and one contingency on a day; each way of measuring it says what it pays `after` a length."""

    def __init__(self, shelf: Shelf, state: str, scheme: str, branch: str, on: date) -> None:
        self.shelf, self.state, self.scheme, self.branch, self.on = shelf, state, scheme, branch, on
        self.law: Law = shelf.national(state) or {}
        about = self.law.get("scheme", {}).get(scheme, {})
        self.name, self.of = str(about.get("name", scheme)), str(about.get("class", ""))
        self._found: dict[tuple[Fraction, Wage | None], Measured] = {}

    @abstractmethod
    def leaf(self, key: str) -> Leaf | None:
        """A figure of the regime on the day."""

    @abstractmethod
    def measure(self, length: Fraction, wage: Wage | None) -> Measured:
        """What is paid after, or within, a length at a wage."""

    def after(self, length: Fraction, wage: Wage | None) -> Measured:
        """What is paid after, or within, a length at a wage; found once."""
        if (length, wage) not in self._found:
            self._found[length, wage] = self.measure(length, wage)
        return self._found[length, wage]

    def share_after(self, length: Fraction, currency: str) -> Measured | None:
        """What is paid where it is the same share of a wage and of the next: where neither a minimum nor a ceiling bites.

        None where the formula is no share of the wage, or bounds leave none of it.
        """
        before = None
        for probe in PROBES:
            one = self.after(length, Wage(probe, currency))
            if not one.is_share:
                return None
            if one.pays is False or (isinstance(one.rate, Unknown) and one.rate.low == 0):  # so at any wage
                return one
            if before is not None and one.rate == before.rate:
                return before
            before = one
        return None

    def average_wage(self, currency: str) -> tuple[Wage, str] | None:
        """A national average wage that the shelf tells, with where it stands."""
        leaf = self.leaf("average_wage")
        if leaf is None or not isinstance(leaf.is_, str):
            series = self.shelf.series(f"{self.state.lower()}-average-earnings")
            leaf = None if series is None else leaf_of_year(series, self.on.year, str(series["id"]))
        if leaf is None or not isinstance(leaf.is_, str):
            return None
        read = quantity(leaf.is_)
        if read.unit != currency or read.per not in ("month", "year"):
            return None
        return Wage(read.value / (12 if read.per == "year" else 1), currency), str(leaf.cites)


class AtWages:
    """Measures a scheme after a length at the wage that is told; else by its formula's share; else at a wage of the shelf."""

    def __init__(self, scheme: Probed, wage: Wage | None, currency: str) -> None:
        self.scheme, self.wage, self.currency = scheme, wage, currency
        self.told = "" if wage is None else str(wage)

    def __call__(self, length: Fraction) -> Measured | None:
        if self.wage is not None:
            return self.scheme.after(length, self.wage)
        share = self.scheme.share_after(length, self.currency)
        if share is not None:
            self.told = self.told or "the share of the formula, where neither a minimum nor a ceiling bites"
            return share
        average = self.scheme.average_wage(self.currency)
        if average is None:
            return self.scheme.after(length, None) if self.scheme.of in FUNDS else None
        self.told = f"the average wage of the shelf, {average[0]} ({average[1]})"
        return self.scheme.after(length, average[0])
