"""What one scheme owes for one injury, as the decision tells it: a row for each benefit, with the steps behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from portability.assessment.again import age_of
from portability.assessment.equality import Treated
from portability.assessment.injury.arrears import fallen_due
from portability.assessment.injury.plan import BRANCH, InjuryPlan, changed_by
from portability.assessment.injury.stage.injured import Injured, Survived
from portability.assessment.maintenance import Payable, surest
from portability.assessment.reasons import Reasons
from portability.assessment.told import money, step_id
from portability.document.leaf import earliest
from portability.law.dated import Leaf
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Told

Paid = tuple[date, date | None, Told, str]
ONE_DAY = timedelta(days=1)
REFUNDS = ("actual", "fixed", "waived", "none")
ONCE = Payable("paid", "a sum paid once is paid wherever the person lives (assumed)", None, standing="assumed")


@dataclass(slots=True)
class Due:
    """One benefit before it is told: its name, its form, the right to it, and its payments."""

    name: str
    form: str
    right: Told
    payments: tuple[Paid, ...]
    once: bool = False


def dues_of_injured(plan: InjuryPlan, found: Injured) -> list[Due]:
    """The benefits of the injured person that this law has and this injury calls for."""
    temporary, lasting, shape = found.temporary, found.lasting, plan.member.shape
    dues = []
    if "temporary" in shape.parts and plan.event.incapacity:
        leaf = plan.reader.peek("temporary")
        per = "month" if leaf is None else str(leaf.get("per", "month"))
        paid = [(cut.start, cut.end, told, per) for cut, told in zip(plan.cut, temporary.payments, strict=True)]
        dues.append(Due("temporary", "daily_cash", temporary.right, _joined(paid)))
    if plan.begins is not None:
        dues.append(_lasting(plan, lasting, plan.begins))
        if "attendance" in shape.parts and lasting.attended.value is not False:
            dues.append(_attended(plan, found.right, lasting.attendance, plan.begins))
    return dues


def _attended(plan: InjuryPlan, right: Told, amount: Told, begins: date) -> Due:
    """What help by another adds: with each pension, or once with a sum."""
    if "attendance_of_lump_sum" in plan.member.shape.parts:
        return Due("attendance", "lump_sum", right, ((begins, begins, amount, "once"),), once=True)
    return Due("attendance", "pension", right, ((begins, None, amount, _per(plan)),))


def _joined(paid: list[Paid]) -> tuple[Paid, ...]:
    """Stretches that are paid; those that touch and are paid alike, as one."""
    found: list[Paid] = []
    for start, end, told, per in paid:
        if told.value == 0:
            continue
        before = found[-1] if found else None
        if before is not None and before[1] is not None and before[1] + ONE_DAY == start and before[2].value == told.value:
            found[-1] = (before[0], end, told, per)
        else:
            found.append((start, end, told, per))
    return tuple(found)


def _lasting(plan: InjuryPlan, lasting: Any, begins: date) -> Due:
    """The one of pension and sum that the degree gives; where neither is settled, the row is left open."""
    if lasting.sum_right.value is True:
        return Due("lump_sum", "lump_sum", lasting.sum_right, ((begins, begins, lasting.lump_sum, "once"),), once=True)
    if lasting.pension_right.value is False and isinstance(lasting.sum_right.value, Unknown):
        return Due("lump_sum", "lump_sum", lasting.sum_right, ((begins, begins, lasting.lump_sum, "once"),), once=True)
    return Due("pension", "pension", lasting.pension_right, ((begins, None, lasting.pension, _per(plan)),))


def dues_of_survivor(plan: InjuryPlan, found: Survived, died: date, first: bool) -> list[Due]:
    """The benefits of one survivor; what is paid for the funeral stands with the `first` who claims."""
    bereaved, shape = found.bereaved, plan.member.shape
    since, dues = died + ONE_DAY, []
    if "survivor_pension" in shape.parts:
        dues.append(Due("survivor", "pension", bereaved.right, ((since, None, bereaved.pension, _per(plan)),)))
    if "death_sum" in shape.parts and plan.member.given["takes_sum"].value is not False:
        dues.append(Due("death_sum", "lump_sum", bereaved.sum_right, ((since, since, bereaved.lump_sum, "once"),), once=True))
    if "funeral" in shape.parts and first:
        dues.append(Due("funeral", "lump_sum", found.right, ((since, since, bereaved.funeral, "once"),), once=True))
    return dues


def asserted(found: Any, name: str) -> tuple[Any, ...]:
    """What a row says of a benefit, whose standing is asked: the right and every amount."""
    if isinstance(found, Survived):
        own = found.bereaved
        said = {"survivor": (own.right, own.pension), "death_sum": (own.sum_right, own.lump_sum)}
        return tuple(told.value for told in said.get(name, (found.right, own.funeral)))
    lasting = found.lasting
    if name == "temporary":
        return tuple(told.value for told in (found.temporary.right, *found.temporary.payments))
    if name == "attendance":
        return found.right.value, lasting.attendance.value
    return tuple(told.value for told in (lasting.pension_right, lasting.sum_right, lasting.pension, lasting.lump_sum))


def _per(plan: InjuryPlan) -> str:
    a_year = plan.member.given["payments"].value
    return {4: "quarter", 1: "year"}.get(a_year if isinstance(a_year, int) else 12, "month")


def _lifts(by: Treated) -> bool:
    """Whether only guidance or a scenario lifts a condition."""
    return by.told.value is not False and by.force != "binding"


class Rows:
    """Tells the benefits of one scheme for one injury."""

    def __init__(self, plan: InjuryPlan, ledger: Ledger, reasons: Reasons) -> None:
        self.plan, self.ledger, self.reasons = plan, ledger, reasons

    def row(self, due: Due, standing: dict[str, str], roots: Sequence[Told]) -> record.Benefit:
        """One benefit: status, payments, and the steps that determined them."""
        plan, who = self.plan, self.plan.member.place.beneficiary
        payable = self._payable(due)
        status = "undetermined" if isinstance(due.right.value, Unknown) else "entitled" if due.right.value else "refused"
        behind = roots if status == "refused" else tuple(told for *_, told, _ in due.payments)
        owed = None
        if status == "entitled" and due.form == "pension" and who == "insured":
            owed = fallen_due(plan, self.ledger, due.name, due.payments[0][2], payable)
        why = self.reasons.why([due.right, *behind, *(() if owed is None else (owed,))])
        return record.Benefit(
            id=f"{BRANCH}/{who}/{plan.where}/{plan.event.id}.{due.name}",
            beneficiary=who,
            country=plan.key[0],
            branch="employment_injury",
            scheme=plan.key[1],
            form=cast(Any, due.form) if status != "refused" else None,
            status=cast(Any, status),
            refusal=cast(Any, self._code(due)) if status == "refused" else None,
            standing=record.Standing(facts=cast(Any, standing["facts"]), law=cast(Any, surest(standing, status, payable))),
            legal_force=cast(Any, self._force(status, payable)),
            payments=tuple(self._payment(payable, *each) for each in due.payments) if status == "entitled" else (),
            arrears=None if owed is None else money(owed.value, plan.currency, plan.at),
            recompute=tuple(age_of(day, why, leaf.cites) for day, why, leaf in plan.again if due.name == "survivor"),
            reasons=why,
        )

    def _payment(self, payable: Payable, start: date, end: date | None, told: Told, per: str) -> record.Payment:
        plan = self.plan
        residence = plan.life.residence(plan.at)
        a_year = plan.member.given["payments"].value
        often = per in ("month", "quarter", "year")
        return record.Payment(
            start=start,
            end=end,
            money=money(told.value, plan.currency, plan.at),
            per=cast(Any, per),
            payments_a_year=None if not often else int(a_year) if not isinstance(a_year, Unknown) else None,
            payable_in=None if residence is None else residence.country,
            export=cast(Any, payable.word or "undetermined"),
            step=step_id(told),
        )

    def _payable(self, due: Due) -> Payable:
        """Whether the benefit is paid where the person lives; of a sum paid once the law may say something else."""
        if not due.once:
            return self.plan.payable
        leaf = self.plan.reader.peek("export_once")
        if leaf is None or leaf.is_ is None:
            return self.plan.payable if self.plan.payable.word == "paid" else ONCE
        return Payable(str(leaf.is_), "national law says so", leaf.cites, standing=leaf.standing)

    def _force(self, status: str, payable: Payable) -> str:
        """Guidance or a scenario counts only where it is what gives the right, or has it paid abroad."""
        given, by = self.plan.member.given, self.plan.instruments
        link = None if self.plan.inquiry is None else self.plan.inquiry.link
        if link is not None and link.would and changed_by(self.plan) and self._result("injury_right") is not False:
            return link.binding.force
        equal = by.get("equality")
        if equal is not None and given["nationality"].value is not True and _lifts(equal):
            return equal.force
        free = by.get("residence_waived")
        if free is not None and _lifts(free):
            return free.force
        return payable.force if status == "entitled" and payable.owed is not None else "binding"

    def _code(self, due: Due) -> str:
        """The reason for a refusal, as institutions tell it."""
        given, results = self.plan.member.given, self._result
        if given["worked"].value is False:
            return "no_periods"
        if results("equality_lifts") is False:
            return "nationality"
        lives_there = given["residence"].value if "residence" in self.plan.member.shape.parts else True
        if lives_there is False and results("residence_waived") in (None, False):
            return "residence"
        return "not_invalid" if results("degree_counts") is False and due.name in ("pension", "lump_sum") else "other"

    def _result(self, name: str) -> Any:
        return self.ledger.result(self.plan.member.place, name)


def care_row(plan: InjuryPlan, right: Told, why: tuple[str, ...]) -> record.Care | None:
    """Care for the injury, at the cost of the State that pays for it: given there, or where the person lives by an instrument.

    None where nothing is owed; where the law tells nothing of care, the row stays open and the decision says why.
    """
    leaf = plan.reader.leaf("care") if "care" in plan.reader.law else None
    passed = plan.inquiry is not None and plan.inquiry.passed_on
    if right.value is False and (leaf is None or passed):
        return None
    status = "undetermined" if leaf is None or isinstance(right.value, Unknown) else "entitled" if right.value else "refused"
    state, between = plan.key[0], care_between(plan)
    link = None if plan.inquiry is None or between is None else plan.inquiry.link
    if link is None or link.would:  # what only guides is a finding
        between = None
    if leaf is None:
        plan.notes.append(f"{plan.where}: its law tells nothing of care for injury {plan.event.id}: who gives it is not known")
    refund = "actual" if leaf is not None and leaf.is_ == "reimbursed" else None
    if between is not None:
        refund = between[1].get("reimbursement")
    return record.Care(
        person=plan.member.place.beneficiary,
        situation=f"injury {plan.event.id}",
        start=earliest(plan.event.date),
        provider_state=None if leaf is None else state if between is None else between[0],
        cost_state=None if leaf is None else state,
        reimbursement=cast(Any, refund if refund in REFUNDS else None),
        status=cast(Any, status),
        instrument=None if between is None or link is None else link.binding.id,
        reasons=why,
    )


def care_between(plan: InjuryPlan) -> tuple[str, Leaf] | None:
    """The State where the person lives and the rule, where an instrument has its institutions care for the injured."""
    link = None if plan.inquiry is None else plan.inquiry.link
    residence = plan.life.residence(plan.at)
    leaf = None if link is None else link.leaf("care")
    if link is None or leaf is None or leaf.is_ != "residence" or residence is None or residence.country == plan.key[0]:
        return None
    both = {plan.key[0], str(residence.country)} <= link.states
    return (str(residence.country), leaf) if both else None
