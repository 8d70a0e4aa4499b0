"""What a scheme pays the standard beneficiary, by national law alone: the engine itself decides the invented life."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.adequacy.beneficiary import AGE_AT_EVENT, Life, Wage, standard_case, who_claims
from portability.assessment.adequacy.probed import Measured, Probed
from portability.assessment.adequacy.standards import in_years, weakest
from portability.assessment.assess import Assessed
from portability.assessment.decide import Decided, decide_branch
from portability.assessment.figures import Reader, by_month
from portability.assessment.regime import regime_of
from portability.assessment.scope import AgreementSet
from portability.assessment.stages import Member
from portability.assessment.standing import standings
from portability.law.dated import Leaf, leaf_of_year
from portability.law.shelf import Law, Shelf
from portability.number.exact import quantity
from portability.number.unknown import Unknown
from portability.number.words import is_known, part
from portability.rules import money
from portability.rules.adequacy import benefits_of_all, pays_reduced, replacement_rate, wage_counted

ALONE = AgreementSet("none", as_bound=False)
USUAL_AGE = 65 * 12
FITS = 6
"""How often an age is looked for: that of the cohort may differ from the one it was looked for with."""
SHARES = frozenset({"accrual", "fraction"})
"""Formulas that are a share of the wage and nothing else, unless a fixed part stands beside them."""


class Scheme(Probed):
    """One scheme of a State and one of its pension branches on a day; lengths are years of the career before."""

    def __init__(self, shelf: Shelf, state: str, scheme: str, branch: str, on: date) -> None:
        super().__init__(shelf, state, scheme, branch, on)
        self.in_force = regime_of(self.law, scheme, branch, on, on) is not None
        self._age: int | None = None
        self._reader: Reader | None = None

    @property
    def by_residence(self) -> bool:
        """Whether what counts is residence."""
        return self.of == "residence_pension"

    def leaf(self, key: str) -> Leaf | None:
        """A figure of the regime, or of the one it rests on, on the day."""
        if self._reader is None:
            case = standard_case(Life(self.state, self.scheme, self.branch, self.on, 12, None, USUAL_AGE))
            [planned, *_] = decide_branch(case, self.branch, self.on, ALONE, self.shelf, who_claims(self.branch)[0]).plan.plans
            self._reader = planned.reader
        return None if self._reader is None else self._reader.peek(key)

    def qualifying(self) -> Fraction | None:
        """The scheme's qualifying period in years; None where it is not known, or asked in days."""
        leaf = self.leaf("qualifying")
        return None if leaf is None else in_years(leaf.is_)

    def measure(self, length: Fraction, wage: Wage | None) -> Measured:
        """What is paid after so many years at a wage."""
        months, age = -int(-length * 12 // 1), self._pension_age()
        if age is None:
            return Measured(months, wage, None, None, None, "assumed", ("the age at which the right opens is not known",))
        kind = "residence" if self.by_residence else "insurance"
        average = None if wage is None else self._average_of(wage)
        life = Life(self.state, self.scheme, self.branch, self.on, months, wage, age, kind, average, self._moves_with())
        case = standard_case(life)
        paid, rights, laws, share = [], [], [], True
        why: dict[str, None] = {}
        for who in who_claims(self.branch):
            done = decide_branch(case, self.branch, self.on, ALONE, self.shelf, who)
            at = next((i for i, row in enumerate(done.plan.plans) if row.key == (self.state, self.scheme)), None)
            if at is None:
                return Measured(months, wage, None, None, None, "assumed", ("the scheme has no law on that day",))
            chosen, member = done.found.chosen[at], done.plan.plans[at].member
            rights.append(chosen.right.value)
            paid.append(part(chosen.right.value, _by_month(member, chosen.amount.value)))
            laws.append(standings([row.member for row in done.plan.plans], done.plan.runs, done.found, _exact)[at]["law"])
            share &= member.shape.formula in SHARES and "fixed_part" not in member.shape.parts
            why |= dict.fromkeys(_open(paid[-1], chosen.right.value))
            why |= dict.fromkeys(_once(done, at))
        benefit = benefits_of_all(tuple(paid))
        rate = None if wage is None else replacement_rate(benefit, wage.amount, 0, 0)
        return Measured(months, wage, benefit, rate, pays_reduced(rights[0], benefit), weakest(*laws), tuple(why), share)

    def _average_of(self, wage: Wage) -> Wage | None:
        """The average of the wages that count, which hangs on no month where it is that of wages all the same.

        So it is where nobody knows which months count, and where earlier wages are raised by the series with which this one
        has moved; a ceiling that is a share of that series has moved with it too.
        """
        reference, ceiling = self.leaf("reference"), self.leaf("ceiling")
        raised = None if reference is None else reference.get("revalued")
        if reference is None or not (raised or reference.state == "unknown"):
            return None
        if ceiling is None or ceiling.state in ("none_known", "repealed"):
            return wage
        year = self.on.year - (reference.get("to") == "year_before")
        series = self.shelf.series(str(raised)) if raised and ceiling.get("of") == raised else None
        level = None if series is None else leaf_of_year(series, year, str(raised))
        if level is None or not isinstance(level.is_, str) or not isinstance(ceiling.get("share"), str):
            return None
        most = quantity(ceiling.get("share")).value * by_month(quantity(level.is_))
        counted = wage_counted(wage.amount, most)
        return Wage(Fraction(counted), wage.currency) if isinstance(counted, int | Fraction) else None

    def _moves_with(self) -> Law | None:
        """The series by which a law measures the wage of each year, or raises what was paid in: the wage moves with it."""
        leaves = [leaf for leaf in (self.leaf("reference"), self.leaf("formula")) if leaf is not None]
        ids = [leaf.get(key) for leaf in leaves for key in ("revalued", "average", "indexed") if leaf.get(key)]
        return self.shelf.series(str(ids[0])) if ids else None

    def _pension_age(self) -> int | None:
        """The age in months at which a man's right opens on the day; of an event, that of a worker in mid-life."""
        if self.branch != "old_age":
            return AGE_AT_EVENT * 12
        if self._age is None:
            age = USUAL_AGE
            for _ in range(FITS):
                case = standard_case(Life(self.state, self.scheme, self.branch, self.on, 12, None, age))
                [planned] = decide_branch(case, "old_age", self.on, ALONE, self.shelf).plan.plans
                if planned.age is None:
                    return age if self.leaf("age") is None else None
                if planned.age[1] == age:
                    break
                age = planned.age[1]
            self._age = age
        return self._age


def _exact(found: Assessed) -> list[Any]:
    """What is asked how sure it is: right and amount, before any rounding."""
    return [(chosen.right.value, chosen.amount.value) for chosen in found.chosen]


def _by_month(member: Member, amount: Any) -> Any:
    """All payments of a year by the month, exactly: what is measured is not rounded."""
    payments = member.given["payments"].value
    if "of_year" in member.shape.parts:
        amount = money.payment_of_year(amount, payments)
    return money.month_of_payments(amount, payments)


def _open(paid: Any, right: Any) -> tuple[str, ...]:
    """The facts for want of which an amount or a right is not known."""
    return tuple(sorted({fact for value in (paid, right) if isinstance(value, Unknown) for fact in value.facts}))


def _once(done: Decided, at: int) -> tuple[str, ...]:
    """What is paid at once, and so is no periodical payment."""
    shape, chosen, paying = done.plan.plans[at].member.shape, done.found.chosen[at], done.found.paid[at]
    if "balance_once" in shape.parts:
        return ("the balance of an account is paid at once: no periodical payment",)
    if chosen.right.value is False and chosen.lump_right.value is not False:
        return ("a sum is paid at once in place of a pension",)
    commuted = paying.commuted.value
    if not is_known(commuted) or commuted != 0:
        return ("a part of the pension is paid at once and not counted",)
    return ()
