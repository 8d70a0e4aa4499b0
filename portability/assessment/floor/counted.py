"""What a grant counts: pensions as they are received where a person lives, the incomes and the assets the case tells.

All of it by the month and in the currency of the grant; what another State owes is counted as it is paid, never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from portability.assessment.floor.persons import INSURED
from portability.assessment.part import Asking
from portability.assessment.told import as_paid
from portability.case.career import Career
from portability.number.unknown import Unknown, unknown
from portability.record import decision as record
from portability.record.step import Fact, Told
from portability.rules import money as payment

NOT_OWED = ("refused", "to_examine")
Sums = list[tuple[str, Told]]
"""What is counted: a name for each sum, and the sum told."""


def comes_in(paid: record.Payment) -> bool:
    """Whether a payment may be income where one lives."""
    return paid.per != "once" and paid.export not in ("not_exportable", "suspended")


class Counted:
    """The sums of a case in one currency, person by person; `notes` say what was not told and is not counted."""

    def __init__(self, asking: Asking, lives: Mapping[str, Career], currency: str) -> None:
        self.asking, self.lives, self.currency = asking, lives, currency
        self.notes: dict[str, None] = {}

    def owed(self, who: str) -> list[record.Benefit]:
        """The benefits of a person that some State owes, or may owe."""
        return [one for one in self.asking.benefits if one.beneficiary == who and one.status not in NOT_OWED]

    def incomes(self, *who: str | None) -> Sums:
        """The pensions that some persons receive where they live, and their incomes."""
        found: Sums = []
        for each in who:
            if each is not None and each in self.lives:
                found += self._of(each)
        return found

    def _of(self, who: str) -> Sums:
        found: Sums = []
        for benefit in self.owed(who):
            for paid in (*benefit.going_on, *map(as_paid, benefit.supplements)):
                if comes_in(paid):
                    found.append((benefit.id, self._benefit(benefit, paid)))
            if benefit.status == "undetermined":
                path = f"whether {benefit.id} is due"
                found.append((benefit.id, Told(unknown(path), Fact(path, "facts", "missing", "money"))))
        told = self.lives[who].incomes(self.asking.day)
        of = "" if who == INSURED else f" of {who}"
        for held in told:
            fact = Fact(f"income: {held.kind}{of}", "facts", held.standing, "money")
            found.append((f"{held.kind}{of}", Told(self._here(held.amount, held.currency), fact)))
        if not self.lives[who].case.income:
            self.notes[f"no income{of} beside the pensions is told: none is counted (declared)"] = None
        return found

    def assets(self, who: str | None) -> tuple[Told, ...]:
        """The assets of a person."""
        if who is None or who not in self.lives:
            return ()
        of = "" if who == INSURED else f" of {who}"
        held = tuple(
            Told(self._here(one.amount, one.currency), Fact(f"asset: {one.kind}{of}", "facts", one.standing, "money"))
            for one in self.lives[who].assets(self.asking.day)
        )
        if not held:
            self.notes[f"no assets{of} are told: none are counted (declared)"] = None
        return held

    def _benefit(self, benefit: record.Benefit, paid: record.Payment) -> Told:
        fact = Fact(benefit.id, "facts", benefit.standing.facts, "money")
        if paid.payments_a_year is None:
            path = f"how often {benefit.id} is paid in a year"
            return Told(unknown(path), Fact(path, "law", "assumed", "money"))
        a_year = Fraction(paid.payments_a_year, 12)
        if paid.export == "undetermined":
            return Told(self._perhaps(benefit, paid, a_year), fact)
        if paid.money.amount is None:
            low = Fraction(paid.money.at_least or 0) * a_year
            return Told(unknown(*paid.money.unknown, low=self._known(low, paid.money.currency)), fact)
        return Told(self._here(Fraction(paid.money.amount) * a_year, paid.money.currency), fact)

    def _perhaps(self, benefit: record.Benefit, paid: record.Payment, a_year: Fraction) -> Any:
        """A pension of which it is not settled whether it is paid here: between nothing and the whole of it."""
        path = f"whether {benefit.country} pays abroad"
        most = None if paid.money.amount is None else self._here(Fraction(paid.money.amount) * a_year, paid.money.currency)
        return unknown(path, high=None if isinstance(most, Unknown) else most)

    def _known(self, amount: int | Fraction, currency: str) -> Any:
        here = self._here(amount, currency)
        return here.low if isinstance(here, Unknown) else here

    def _here(self, amount: int | Fraction, currency: str) -> Any:
        if currency == self.currency or amount == 0:
            return amount
        rate = self.lives[next(iter(self.lives))].rate(currency, self.currency, self.asking.day)
        if rate is None:
            return unknown(f"a rate for {currency} in {self.currency}")
        return payment.converted_amount(amount, rate[0])
