"""What a scheme pays the standard beneficiary of an accident at work, an illness or a birth, by national law alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import Any

from portability.assessment.adequacy.beneficiary import Wage
from portability.assessment.adequacy.probed import Measured, Probed
from portability.assessment.adequacy.standards import INJURY, weakest
from portability.assessment.adequacy.struck import DEATH, MONTHS_BEFORE, Struck, claimants, struck_case
from portability.assessment.figures import PAYMENTS_OF_YEAR, Reader
from portability.assessment.health.event import contingency_of
from portability.assessment.health.law import measure_of, planned
from portability.assessment.health.stage import found_for
from portability.assessment.injury.inquiry import Inquiry
from portability.assessment.injury.insured import Asked
from portability.assessment.injury.plan import injury_plan
from portability.assessment.injury.read import in_days
from portability.assessment.injury.stage.injured import injured, survived
from portability.assessment.part import Asking
from portability.assessment.scope import AgreementSet
from portability.assessment.stages import Member, OnePerson, ResultsOnly
from portability.assessment.standing import standing_of
from portability.law.dated import Leaf, regime_at
from portability.law.shelf import Shelf
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.number.words import all_of, part, ratio
from portability.record.ledger import Ledger
from portability.record.step import Step, Told, bare
from portability.rules import money
from portability.rules.adequacy import benefits_of_all, lower_stretch, pays_reduced, replacement_rate

ALONE = AgreementSet("none", as_bound=False)
LONG = 3650
"""Days for which the invented incapacity lasts: longer than any waiting."""
ONCE = "a sum is paid at once: no periodical payment"
NO_SUCH = "the law file tells no such benefit"


class Contingent(Probed):
    """One scheme asked about one contingency of those struck; a length is that, in days, within which the rate is to be paid."""

    def __init__(self, shelf: Shelf, state: str, scheme: str, asked: str, on: date) -> None:
        super().__init__(shelf, state, scheme, INJURY if asked.startswith(INJURY) else asked, on)
        self.asked = asked
        self.regime = regime_at(self.law.get(scheme, {}).get(self.branch, ()), on)
        self.reader = Reader(self.regime or {}, f"{state.lower()}.{scheme}.{self.branch}", on, None, branch=self.branch)

    @property
    def for_accidents(self) -> bool:
        """Whether accidents are covered: of employment injury a law may be for diseases alone."""
        leaf = self.leaf("covers")
        return leaf is None or leaf.is_ is None or "accident" in leaf.is_

    def leaf(self, key: str) -> Leaf | None:
        return self.reader.peek(key)

    def measure(self, length: Fraction, wage: Wage | None) -> Measured:
        paid = list(self._of_injury(wage) if self.branch == INJURY else self._of_cash(length, wage))
        rights, amounts, laws = [each[0] for each in paid], [each[1] for each in paid], [each[2] for each in paid]
        benefit = benefits_of_all(tuple(part(right, amount) for right, amount in zip(rights, amounts, strict=True)))
        facts = sorted({fact for one in (benefit, *rights) if isinstance(one, Unknown) for fact in one.facts})
        rate = None if wage is None else replacement_rate(benefit, wage.amount, 0, 0)
        once = dict.fromkeys(each[3] for each in paid if each[3])
        law = weakest(*laws)
        return Measured(MONTHS_BEFORE, wage, benefit, rate, pays_reduced(all_of(*rights), benefit), law, (*facts, *once), True)

    def _asking(self, wage: Wage | None) -> Asking:
        case = struck_case(Struck(self.state, self.scheme, self.asked, self.on, wage, self._kind(), self._work_as()))
        return Asking(case, self.on, ALONE, self.shelf, tuple((self.branch, who) for who in claimants(self.asked)))

    def _kind(self) -> str:
        """The first kind of period that the law takes for insurance."""
        if self.branch == INJURY:
            leaf = self.leaf("covered")
            kinds = () if leaf is None else leaf.is_ or ()
        else:
            leaf = self.leaf("qualifying")
            kinds = () if leaf is None else leaf.get("kinds") or ()
        return str(next(iter(kinds), "insurance"))

    def _work_as(self) -> str | None:
        leaf = self.leaf("covered") if self.branch == INJURY else None
        return None if leaf is None or not leaf.get("only") else str(leaf.get("only")[0])

    def _of_injury(self, wage: Wage | None) -> Iterator[tuple[Any, Any, str, str]]:
        """Right and amount by the month, how sure the law of them is, what keeps it from being known: of each who claims."""
        asking = self._asking(wage)
        [event] = asking.case.event
        inquiry = Inquiry(self.state, event, Asked((self.state,)))
        for who in claimants(self.asked):
            plan = injury_plan(asking, (self.state, self.scheme), self.law, inquiry, who)
            member = replace(plan.member, given={**plan.member.given, "days": Told(LONG)})
            waits = [piece.waits for piece in plan.cut]
            stage = survived if self.asked == DEATH else injured

            def asked(words: Any, one: Member, stage: Any = stage, waits: Any = waits) -> tuple[Any, Any]:
                return self._injury(stage(words, one), one, waits)

            right, amount = asked(OnePerson(Ledger()), member)
            sure, once = _sure(member, asked), self._once(member)
            yield right, amount, weakest(sure, once.standing) if once else sure, ONCE if once else ""

    def _injury(self, found: Any, member: Member, waits: Sequence[bool]) -> tuple[Any, Any]:
        given, shape = member.given, member.shape
        if self.asked == DEATH:
            told = "survivor_pension" in shape.parts or "death_sum" in shape.parts
            return (found.bereaved.right.value, _by_month(found.bereaved.pension, given["payments"])) if told else self._none()
        if self.asked != INJURY:
            told = shape.formula != "none" or shape.otherwise != "none"
            pension = found.lasting.pension_right.value, _by_month(found.lasting.pension, given["payments"])
            return pension if told else self._none()
        if "temporary" not in shape.parts:
            return self._none()
        amounts = [_exact(told) for told, waiting in zip(found.temporary.payments, waits, strict=True) if not waiting]
        of_month = bare(given["of_month"])
        return found.temporary.right.value, of_whole_month(_least(amounts), of_month)

    def _none(self) -> tuple[Any, Any]:
        """What a file leaves out may be there in the law."""
        path = f"{self.reader.path}: {NO_SUCH}"
        return unknown_truth(path), unknown(path)

    def _once(self, member: Member) -> Leaf | None:
        """The sum that the law pays at once in place of a pension, where it does."""
        parts, shape = member.shape.parts, member.shape
        if self.asked == DEATH:
            return None if "survivor_pension" in parts else self.leaf("death_sum")
        return self.leaf("lump_sum") if self.asked != INJURY and shape.formula == "none" else None

    def _of_cash(self, length: Fraction, wage: Wage | None) -> Iterator[tuple[Any, Any, str, str]]:
        asking = self._asking(wage)
        assert self.regime is not None
        what = contingency_of(asking, self.branch)
        plan, _ = planned(asking, (self.state, self.scheme), self.law, self.regime, self.branch, what, [])
        within = list(self._within(length))

        def asked(words: Any, one: Member) -> tuple[Any, Any]:
            found = found_for(words, one, ())
            amounts = [self._cash(found.payments[i], row, one) for i, row in within]
            return bare(found.right), _least(amounts)

        right, amount = asked(OnePerson(Ledger()), plan.member)
        yield right, amount, _sure(plan.member, asked), ""

    def _within(self, length: Fraction) -> Iterator[tuple[int, dict[str, Any]]]:
        """The steps of pay that begin within a length from the first paid day on; all of them where none is asked."""
        pay, begins = self.leaf("pay"), Fraction(0)
        for i, row in enumerate(([{}] if pay is None else pay.get("steps")) or [{}]):
            if begins and length and begins >= length:
                return
            yield i, row
            begins += Fraction(in_days(row["length"])) if "length" in row else 0

    def _cash(self, told: Any, row: dict[str, Any], member: Member) -> Any:
        """What a step comes to by the month; a day is the part of a month by which the law itself divides it."""
        measure, amount = measure_of(row, "daily" in self.reader.law), _exact(told)
        if measure == "day" and "days" in member.given:
            return amount * bare(member.given["days"])
        return amount * Fraction(PAYMENTS_OF_YEAR[measure], 12)


def _least(amounts: Sequence[Any]) -> Any:
    """The least of what several stretches of time bring; where the law file tells none, nothing is known."""
    return reduce(lower_stretch, amounts) if amounts else unknown(NO_SUCH)


def _sure(member: Member, asked: Callable[[Any, Member], Any]) -> str:
    """How sure the law of a result is."""

    def again(blank: Any) -> Any:
        return asked(ResultsOnly(), replace(member, given={name: blank(value) for name, value in member.given.items()}))

    return standing_of(member.given.values(), again)["law"]


def _exact(told: Any) -> Any:
    """An amount before it was rounded: what is measured is not rounded."""
    return bare(told.origin.given["amount"]) if isinstance(told.origin, Step) else bare(told)


def _by_month(told: Any, payments: Any) -> Any:
    return money.month_of_payments(_exact(told), bare(payments))


def of_whole_month(amount: Any, part_of_month: Any) -> Any:
    """What is paid for a part of the month, for the whole of it.

    >>> of_whole_month(Fraction(200, 9), Fraction(1, 30))
    Fraction(2000, 3)
    """
    return ratio(amount, part_of_month, if_none=0)
