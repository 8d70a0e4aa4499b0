"""What each State owes, as the decision tells it: status, variants, payments, and the steps behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, cast

from portability.assessment.again import age_of, when_age_comes
from portability.assessment.assess import Assessed
from portability.assessment.case_plan import CasePlan
from portability.assessment.maintenance import Payable, surest
from portability.assessment.other_benefits_told import added_by, supplements_told
from portability.assessment.plan import Planned
from portability.assessment.reasons import Reasons
from portability.assessment.refund import inquiry
from portability.assessment.refusals import Refusals
from portability.assessment.run import Run
from portability.assessment.told import money, step_id
from portability.assessment.variants import Variants
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Told

Status = Literal["entitled", "refused", "undetermined", "to_examine"]


class Benefits:
    """Tells the benefits of one branch, State by State."""

    def __init__(self, plan: CasePlan, found: Assessed, ledger: Ledger, reasons: Reasons, at: date) -> None:
        self.plan, self.found, self.ledger, self.reasons, self.at = plan, found, ledger, reasons, at
        self.variants = Variants(plan, found, ledger, at)
        self.refusals = Refusals(plan, found, ledger, self.variants, at)

    def all(self, standings: Sequence[dict[str, str]]) -> list[record.Benefit]:
        """One row for each scheme of the career, in its order."""
        for i, planned in enumerate(self.plan.plans):  # known of all before one tells what rests on another
            if self._force(i) != "binding":
                self.reasons.would.add(planned.where)
        return [self._row(i, planned, standings[i]) for i, planned in enumerate(self.plan.plans)]

    def _row(self, i: int, planned: Planned, standing: dict[str, str]) -> record.Benefit:
        chosen, examined = self.found.chosen[i], "binding"
        status, form = self._form(i)
        taken = self.variants.taken(i) if form == "pension" else None
        if status == "refused" and (owed := inquiry(self.plan, planned, self.at, chosen.right.value)) is not None:
            status, form, examined = "to_examine", "refund", owed.force
        payable = self.plan.payable(planned, self.at)
        force = "binding" if taken is None else self.variants.force(i, planned, taken)
        lifted = planned.force() if status in ("entitled", "undetermined") and not self._met_alone(planned) else "binding"
        if lifted != "binding":
            self.reasons.would |= {planned.where, f"{planned.where}/alone"}
        abroad = payable.force if status == "entitled" and payable.owed is not None else "binding"
        force = next((word for word in (force, lifted, abroad, examined) if word != "binding"), "binding")
        if force != "binding":
            self.reasons.would.add(planned.where)
        added = added_by(self.plan, self.found, i) if status in ("entitled", "undetermined") else []
        reasons = self.reasons.why([*self._roots(i, status, form, taken), *(one.amount for _, one in added)])
        variants = tuple(  # a variant points to its step where that step is told
            each if each.why in self.reasons.steps else replace(each, why=None)
            for each in self.variants.all(i, planned, taken)
        )
        who = self.plan.career.who
        benefit_id = f"{planned.member.place.branch}/{who}/{planned.where}"
        return record.Benefit(
            id=benefit_id,
            beneficiary=who,
            country=planned.key[0],
            branch=cast(Any, planned.member.place.branch),
            scheme=planned.key[1] or None,
            form=cast(Any, self._told_form(i, form)) if status != "refused" else None,
            status=status,
            refusal=cast(Any, self.refusals.code(i, planned)) if status == "refused" else None,
            standing=record.Standing(facts=cast(Any, standing["facts"]), law=cast(Any, surest(standing, status, payable))),
            legal_force=cast(Any, force),
            variants=variants,
            supplements=supplements_told(planned, added, self.at),
            payments=self._payments(i, planned, form, payable) if status == "entitled" else (),
            recompute=(
                *(age_of(on, because, article) for on, because, article in planned.again),
                *when_age_comes(planned, self.at, status == "entitled" and form == "pension"),
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

    def _told_form(self, i: int, form: str) -> str:
        """A pension that is nothing but an account paid once, by its law or by an instrument, is told as the account it is."""
        if form != "pension":
            return form
        taken, parts = self.variants.taken(i), self.plan.plans[i].member.shape.parts
        once = "balance_once" in parts or (taken is not None and i in taken.paid_out)
        return "account" if once else form

    def _force(self, i: int) -> str:
        taken = self.variants.taken(i) if self._form(i)[1] == "pension" else None
        return "binding" if taken is None else self.variants.force(i, self.plan.plans[i], taken)

    def _roots(self, i: int, status: str, form: str, taken: Run | None) -> list[Told]:
        chosen, paid = self.found.chosen[i], self.found.paid[i]
        roots = [chosen.right]
        if form == "pension" and status != "refused":
            once = self._told_form(i, form) == "account"  # nothing is paid by the month
            roots += [paid.commuted] if once else [paid.payment, paid.commuted]
            roots += [paid.lump_sum] if chosen.lump_right.value is True else []
        if form != "pension" and status != "to_examine":
            roots += [chosen.lump_right, paid.lump_sum]
        if status in ("refused", "to_examine"):
            roots += [self.found.alones[i].right]
        if taken is not None:
            due, under, *_ = self.variants.due(i, taken)
            third = self.found.runs[self.plan.runs.index(taken)].third
            roots += [one.takes[taken.at.index(i)] for one in third]
            found = self.variants.waiting(i, taken)
            if status in ("refused", "to_examine"):
                pays = due.pays if found is None else found[0].of_all[found[1]].pays
                roots += [under.right] if under.right.value is False else [under.right, pays]
            else:
                roots.append(due.keeps_independent)
            if found is not None and status in ("entitled", "undetermined") and self.variants.not_open(taken):
                roots.append(found[0].takes[found[1]])
        if chosen.lump_lost.value is not False:
            roots.append(chosen.lump_lost)
        return [root for root in roots if isinstance(root, Told)]

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
            met = [self.ledger.result(member.place, name) for name in ("qualifying_period_met", "period_met")]
            day = other.age_reached if True in met else None
            yield record.Recompute(
                on=day if day is not None and day > self.at else None,
                because=f"the right in {other.key[0]} ({other.key[1]}) opens: until then what is due is provisional",
                cites=cites,
            )

    def _met_alone(self, planned: Planned) -> bool:
        """Whether the only condition an instrument answers for is one of earlier residence that is met without it."""
        length = self.ledger.result(planned.member.place, "residence_length_met")
        before = self.ledger.result(planned.member.place, "residence_before_met")
        return set(planned.instruments) == {"residence_equality"} and length is True and before in (None, True)

    def _lump_form(self, planned: Planned) -> str:
        """What is paid in place of the pension: for a length below that of the lump sum, what the law pays there."""
        shape, forms = planned.member.shape, {"refund": "refund", "balance": "account"}
        below = self.ledger.result(planned.member.place, "longer_period_met") is False
        leaf = planned.reader.peek("otherwise_below" if below else "otherwise") if planned.reader else None
        named = "lump_sum" if leaf is None else str(leaf.get("form", "lump_sum"))
        return forms.get(shape.otherwise_below if below else shape.otherwise, named)

    def _payments(self, i: int, planned: Planned, form: str, payable: Payable) -> tuple[record.Payment, ...]:
        paid, residence = self.found.paid[i], self.plan.career.residence(self.at)
        lives_in = None if residence is None else residence.country
        export = cast(Any, payable.word or "undetermined")
        if form == "allowance":
            return (replace(self._once(planned, paid.lump_sum, lives_in, export), end=None, per="month", payments_a_year=12),)
        if form != "pension":
            return (self._once(planned, paid.lump_sum, lives_in, export),)
        if self._told_form(i, form) == "account":
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
        if self.found.chosen[i].lump_right.value is True:  # an instrument leaves it beside the pension that it opens
            found.append(self._once(planned, paid.lump_sum, lives_in, export))
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


def _status(right: Any) -> Status:
    if isinstance(right, Unknown):
        return "undetermined"
    return "entitled" if right else "refused"
