"""What each State owes, as the decision tells it: status, variants, payments, and the steps behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, cast

from portability.assessment.assess import Assessed
from portability.assessment.case_plan import CasePlan
from portability.assessment.one_payer import word_of
from portability.assessment.plan import Planned
from portability.assessment.reasons import Reasons
from portability.assessment.run import Run
from portability.assessment.scope import Payable, payable_abroad
from portability.assessment.supplements import Added
from portability.assessment.variants import Variants, exact, money, step_id
from portability.citation import Citation
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Place, Told

Status = Literal["entitled", "refused", "undetermined"]
PERIOD_RULES = ("period_met", "either_length_met", "with_further_length", "qualifying_period_met")
"""The steps on the qualifying period, the last one taken first."""


class Benefits:
    """Tells the benefits of one branch, State by State."""

    def __init__(self, plan: CasePlan, found: Assessed, ledger: Ledger, reasons: Reasons, at: date) -> None:
        self.plan, self.found, self.ledger, self.reasons, self.at = plan, found, ledger, reasons, at
        self.variants = Variants(plan, found, ledger, at)

    def all(self, standings: Sequence[dict[str, str]]) -> list[record.Benefit]:
        """One row for each scheme of the career, in its order."""
        for i, planned in enumerate(self.plan.plans):  # known of all before one tells what rests on another
            if self._force(i) != "binding":
                self.reasons.would.add(planned.where)
        return [self._row(i, planned, standings[i]) for i, planned in enumerate(self.plan.plans)]

    def _row(self, i: int, planned: Planned, standing: dict[str, str]) -> record.Benefit:
        paid = self.found.paid[i]
        status, form = self._form(i)
        taken = self.variants.taken(i) if form == "pension" else None
        added = self._added(i) if status != "refused" else []
        reasons = self.reasons.why([*self._roots(i, status, form, taken), *(one.amount for _, one in added)])
        variants = tuple(  # a variant points to its step where that step is told
            each if each.why in self.reasons.steps else replace(each, why=None)
            for each in self.variants.all(i, planned, taken)
        )
        payable = payable_abroad(
            self.plan.bindings, planned.key[0], planned.member.place.branch, self.plan.career, self.at, planned.export
        )
        who = self.plan.career.who
        benefit_id = f"{planned.member.place.branch}/{who}/{planned.where}"
        return record.Benefit(
            id=benefit_id,
            beneficiary=who,
            country=planned.key[0],
            branch=cast(Any, planned.member.place.branch),
            scheme=planned.key[1] or None,
            form=cast(Any, _told_form(planned, form)) if status != "refused" else None,
            status=status,
            refusal=cast(Any, self._refusal(i, planned)) if status == "refused" else None,
            standing=record.Standing(facts=cast(Any, standing["facts"]), law=cast(Any, standing["law"])),
            legal_force=cast(Any, self._force(i)),
            variants=variants,
            supplements=tuple(
                record.Supplement(
                    kind=run.sharing.supplement,
                    money=money(one.amount.value, planned.currency, self.at),
                    payer=planned.key[0],
                    step=step_id(one.amount),
                )
                for run, one in added
            ),
            payments=self._payments(planned, paid, form, payable) if status == "entitled" else (),
            recompute=(
                *(_age_of(on, because, article) for on, because, article in planned.again),
                *_recompute(planned, self.at, status == "entitled" and form == "pension"),
                *self._when_others_open(i, planned, taken, status),
            ),
            reasons=reasons,
        )

    def _form(self, i: int) -> tuple[Status, str]:
        """What was decided, of the pension or, where it is refused, of what the law pays in its place."""
        chosen, planned = self.found.chosen[i], self.plan.plans[i]
        status, lump = _status(chosen.right.value), _status(chosen.lump_right.value)
        if status == "refused" and lump != "refused":
            return lump, self._lump_form(planned)
        return status, "pension"

    def _force(self, i: int) -> str:
        taken = self.variants.taken(i) if self._form(i)[1] == "pension" else None
        return "binding" if taken is None else self.variants.force(i, self.plan.plans[i], taken)

    def _roots(self, i: int, status: str, form: str, taken: Run | None) -> list[Told]:
        chosen, paid = self.found.chosen[i], self.found.paid[i]
        roots = [chosen.right]
        if form == "pension" and status != "refused":
            roots += [paid.payment, paid.commuted]
        if form != "pension":
            roots += [chosen.lump_right, paid.lump_sum]
        if status == "refused":
            roots += [self.found.alones[i].right]
        if taken is not None:
            due, under, *_ = self.variants.due(i, taken)
            found = self.variants.waiting(i, taken)
            if status == "refused":
                roots += [under.right, due.keeps_independent if found is None else found[0].of_all[found[1]].keeps_independent]
            else:
                roots.append(due.keeps_independent)
            if found is not None and status != "refused" and self.variants.not_open(taken):
                roots.append(found[0].takes[found[1]])
        if chosen.lump_lost.value is True:
            roots.append(chosen.lump_lost)
        return [root for root in roots if isinstance(root, Told)]

    def _added(self, i: int) -> list[tuple[Run, Added]]:
        """What the State adds to its pension, or may add, under each instrument that knows a supplement."""
        runs = [run for run in self.plan.runs if i in run.at and run.sharing.supplement != "none"]
        return [(run, one) for run, one in zip(runs, self.found.added[i], strict=True) if one.amount.value != 0]

    def _when_others_open(
        self, i: int, planned: Planned, taken: Run | None, status: str
    ) -> Iterator[record.Recompute]:
        """What is due while others wait is provisional: it is reckoned anew when the right of one of them opens."""
        if taken is None or status == "refused":
            return
        leaf = taken.binding.leaf(f"apportionment.{planned.member.place.branch}", "recalculation", self.at)
        cites = None if leaf is None or "new_right" not in (leaf.is_ or ()) else str(leaf.cites)
        for k in self.variants.not_open(taken):
            other = self.plan.plans[k]
            member = taken.members[taken.at.index(k)]
            met = [self._result(member.place, name) for name in ("qualifying_period_met", "period_met")]
            day = other.age_reached if True in met else None
            yield record.Recompute(
                on=day if day is not None and day > self.at else None,
                because=f"the right in {other.key[0]} ({other.key[1]}) opens: until then what is due is provisional",
                cites=cites,
            )

    def _refusal(self, i: int, planned: Planned) -> str:
        """The first reason why nothing is due, in the order of the codes of the decision."""
        runs = [run for run in self.plan.runs if i in run.at]
        for run in runs:
            if self._result(self.variants.due(i, run)[3].place, "one_payer") is False:
                word = word_of(run.binding, planned.member.place.branch, self.at)
                return {"residence_state": "residence", "state_of_nationality": "nationality"}.get(word, "other")
        pays_for_all = any(run.sharing.payer != "each" for run in runs)
        if not pays_for_all and exact(planned.member.given["own_right"].value) == 0 and not planned.member.shape.stated:
            return "no_periods"
        for run in runs:
            if self.variants.due(i, run)[2].relieved.value is True and run.sharing.payer == "each":
                return "under_one_year"
        place = planned.member.place
        places = [place, *(self.variants.due(i, run)[3].place for run in runs)]
        met = [self._period_met(one) for one in places]
        if True not in met or self._result(place, "registered_long_enough") is False:
            return "qualifying_period"
        if self.found.alones[i].age.value is False:
            return {"invalidity": "not_invalid", "survivors": "other"}.get(place.branch, "age")
        if self._result(place, "begun_in_time") is False or self._result(place, "not_yet_converted") is False:
            return "age"
        if self._result(place, "equality_lifts") is False:
            return "nationality"
        residence = planned.member.given.get("residence")
        if self._result(place, "residence_length_met") is False or (residence and residence.value is False):
            return "residence"
        return "other"

    def _period_met(self, place: Place) -> Any:
        """What was found of the qualifying period at a place, with all that the law asks or takes in its stead."""
        found = (self._result(place, name) for name in PERIOD_RULES)
        return next((result for result in found if result is not None), None)

    def _lump_form(self, planned: Planned) -> str:
        """What is paid in place of the pension: for a length below that of the lump sum, what the law pays there."""
        shape, forms = planned.member.shape, {"refund": "refund", "balance": "account"}
        below = self._result(planned.member.place, "longer_period_met") is False
        leaf = planned.reader.peek("otherwise_below" if below else "otherwise") if planned.reader else None
        named = "lump_sum" if leaf is None else str(leaf.get("form", "lump_sum"))
        return forms.get(shape.otherwise_below if below else shape.otherwise, named)

    def _result(self, place: Place, name: str) -> Any:
        step = self.ledger.find(place, name)
        return None if step is None else step.result

    def _payments(self, planned: Planned, paid: Any, form: str, payable: Payable) -> tuple[record.Payment, ...]:
        residence = self.plan.career.residence(self.at)
        lives_in = None if residence is None else residence.country
        export = cast(Any, payable.word or "undetermined")
        if form != "pension":
            return (self._once(planned, paid.lump_sum, lives_in, export),)
        if _told_form(planned, form) == "account":
            return (self._once(planned, paid.commuted, lives_in, export),)
        a_year = planned.member.given["payments"].value
        found = [
            record.Payment(
                start=self.at,
                money=money(paid.payment.value, planned.currency, self.at),
                per="month",
                payments_a_year=None if isinstance(a_year, Unknown) else int(a_year),
                payable_in=lives_in,
                export=export,
                step=step_id(paid.payment),
            )
        ]
        if paid.commuted.value != 0:
            found.append(self._once(planned, paid.commuted, lives_in, export))
        return tuple(found)

    def _once(self, planned: Planned, told: Told, lives_in: str | None, export: Any) -> record.Payment:
        return record.Payment(
            start=self.at,
            end=self.at,
            money=money(told.value, planned.currency, self.at),
            per="once",
            payable_in=lives_in,
            export=export,
            step=step_id(told),
        )


def _told_form(planned: Planned, form: str) -> str:
    """A pension that is nothing but an account paid once is told as the account it is."""
    return "account" if form == "pension" and "balance_once" in planned.member.shape.parts else form


def _status(right: Any) -> Status:
    if isinstance(right, Unknown):
        return "undetermined"
    return "entitled" if right else "refused"


def _recompute(planned: Planned, at: date, is_open: bool) -> tuple[record.Recompute, ...]:
    """When age changes what is due; one whose pension is open already is told no age, unless it was drawn early."""
    if planned.age_reached is None or planned.age_reached <= at:
        return ()
    article = planned.cites.get("age_met")
    is_early = planned.early_from is not None and planned.early_from <= at
    if is_open and not is_early:
        return ()
    found = []
    if planned.early_from is not None and not is_early:
        found.append(_age_of(planned.early_from, "the age of an early pension is reached", planned.cites.get("early_age_met")))
    because = "the age of the pension without reduction is reached" if is_early else "pensionable age is reached"
    return (*found, _age_of(planned.age_reached, because, article))


def _age_of(on: date, because: str, article: Citation | None) -> record.Recompute:
    return record.Recompute(on=on, because=because, cites=None if article is None else str(article))
