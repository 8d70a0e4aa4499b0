"""Deciding a case: one day, one set of agreements, every State; then the whole of it said, with reasons and standing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from portability import __version__
from portability.assessment.asked_law import which_law
from portability.assessment.assess import Assessed, assess
from portability.assessment.at_once import asks_which_law
from portability.assessment.benefits import Benefits
from portability.assessment.case_plan import CasePlan, plan_case
from portability.assessment.family import as_survived
from portability.assessment.floor import floor_of
from portability.assessment.laws_of_work import with_laws_of_work
from portability.assessment.names import assumptions, name_troubles
from portability.assessment.part import Asking
from portability.assessment.parts import BRANCHES, of_schemes, parts
from portability.assessment.periods_told import no_scheme_rows, period_rows
from portability.assessment.reasons import Reasons, Unsaid
from portability.assessment.remarks import Remarks
from portability.assessment.scope import AgreementSet, Binding
from portability.assessment.shared import Shared
from portability.assessment.stages import OnePerson
from portability.assessment.standing import standings
from portability.assessment.summary import summary
from portability.assessment.timeline import Timeline
from portability.case.canonical import fingerprint
from portability.case.career import Career, career
from portability.case.model import Case
from portability.document.leaf import earliest
from portability.document.place import show
from portability.faults import Fault, Refused
from portability.law.known import in_force_on, known_on
from portability.law.shelf import Shelf, default_shelf
from portability.number.words import total
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import bare

COMPUTED = ("old_age", "invalidity", "survivors")
NOT_ASKED = {"facts": "assumed", "law": "assumed"}  # the standing of what is decided for its result alone


@dataclass(slots=True)
class Decided:
    """A branch decided for one beneficiary, before anything is put into words: plan, every variant, the ledger of steps."""

    branch: str
    plan: CasePlan
    found: Assessed
    ledger: Ledger

    @property
    def beneficiary(self) -> str:
        """Who draws the benefit: the insured, or a survivor."""
        return self.plan.career.who


def decided_on(case: Case) -> date | None:
    """The day a case asks about: that of its first claim; None where it has none."""
    return earliest(case.claim[0].date) if case.claim else None


def branches_of(case: Case) -> tuple[str, ...]:
    """The branches a case claims, in order; without a claim, old age."""
    return tuple(dict.fromkeys(branch for claim in case.claim for branch in claim.branches)) or ("old_age",)


def asked(case: Case) -> tuple[tuple[str, str], ...]:
    """The branches a case claims, each with who claims it: the insured, or each survivor."""
    told = [
        (branch, claim.claimant)
        for claim in case.claim
        for branch in claim.branches
        if branch not in COMPUTED or (branch == "survivors") == (claim.claimant != "insured")
    ]
    return tuple(dict.fromkeys(told)) or (() if case.claim else (("old_age", "insured"),))


def decide_branch(
    case: Case,
    branch: str,
    at: date,
    chosen: AgreementSet,
    shelf: Shelf,
    who: str = "insured",
    shared: Shared | None = None,
) -> Decided:
    """Decide one branch of a case on one day for one beneficiary, exactly, without a word yet."""
    plan = plan_case(_life(case, branch, who), shelf, branch, at, chosen, assumptions(case), shared)
    ledger = Ledger()
    found = assess(OnePerson(ledger, shared), [planned.member for planned in plan.plans], plan.runs)
    return Decided(branch, plan, found, ledger)


def bound_by(case: Case, at: date, chosen: AgreementSet, shelf: Shelf) -> list[tuple[Binding, ...]]:
    """The instruments that bind under a set, for every branch and beneficiary a case asks about."""
    assumed = assumptions(case)
    return [
        which_law(_life(case, branch, who), shelf, branch, at, chosen, assumed).found
        for branch, who in asked(case)
        if branch in COMPUTED
    ]


def _life(case: Case, branch: str, who: str) -> Career:
    life = career(case, branch)
    return life if who == "insured" else as_survived(life, who)


def results(found: Assessed) -> Sequence[Any]:
    """What a decision asserts of each State: right, payment, lump sum, supplement; the standing is asked of these.

    A supplement is due under one instrument at most: the sum is that one, whichever instruments were asked.
    """
    return [
        (
            *(chosen.right.value, paid.payment.value, bare(paid.commuted), chosen.lump_right.value, paid.lump_sum.value),
            total(one.amount.value for one in added),
        )
        for chosen, paid, added in zip(found.chosen, found.paid, found.added, strict=True)
    ]


def decide(
    case: Case,
    at: date | None = None,
    agreements: AgreementSet | None = None,
    shelf: Shelf | None = None,
    *,
    as_of: date | None = None,
    trace: bool = False,
    shared: Shared | None = None,
    spoken: bool = True,
) -> record.Decision:
    """The decision on a case: what each State owes, why, under which article, and how sure it is.

    `at` is the day decided for (default: the day of the claim), `agreements` the set of instruments (default: those that
    bind), `as_of` the day the law is known of (default: all that is on the shelf), `trace` whether every step is told, also
    those without a sentence, and whether the schemes give what conventions ask, `shared` what decisions on the same case, day
    and law have in common. Not `spoken`, pensions are decided for what is due alone: no reason is told and no standing asked.
    Raises `portability.faults.Refused` for names that no law has, ValueError for a case without claim and day.
    """
    day = at or decided_on(case)
    if day is None:
        raise ValueError("the case has no claim: say the day to decide for")
    chosen = agreements or AgreementSet("as-bound")
    law = known_on(shelf or default_shelf(), as_of).afresh()
    troubles = name_troubles(case, law)
    if troubles:
        raise Refused(Fault(str(case.id), show(path), what, remedy) for path, what, remedy in troubles)
    branches = branches_of(case)
    done = [decide_branch(case, branch, day, chosen, law, who, shared) for branch, who in asked(case) if branch in COMPUTED]
    steps: dict[str, record.Step] = {}
    benefits: list[record.Benefit] = []
    remarks = Remarks(case, day, chosen, tuple(branch for branch in branches if branch not in (*COMPUTED, *BRANCHES)))
    for one in done:
        reasons = (Reasons if spoken else Unsaid)(
            {planned.where: planned for planned in one.plan.plans}, {run.binding.id: run for run in one.plan.runs}
        )
        members = [planned.member for planned in one.plan.plans]
        sure = standings(members, one.plan.runs, one.found, results, shared) if spoken else [NOT_ASKED] * len(members)
        timeline = Timeline(one.plan, one.branch, day, law, reasons, _on_another_day(case, one, chosen, law))
        benefits += timeline.over_time(Benefits(one.plan, one.found, one.ledger, reasons, day).all(sure))
        remarks.note(timeline.taken)
        benefits += no_scheme_rows(one.plan, one.branch, reasons)
        remarks.add(one, reasons, benefits)
        steps |= reasons.steps
        if trace:
            steps |= {step.id: step for step in reasons.rest(one.ledger.steps.values())}
    asking = Asking(case, day, chosen, law, asked(case), tuple(benefits), trace)
    more = parts(asking)
    benefits += more.benefits
    steps |= {step.id: step for step in more.steps}
    floor = floor_of(asking.after(more), remarks.force_abroad())
    remarks.note(tuple(floor.notes))
    steps |= {step.id: step for step in floor.steps}
    periods = period_rows(case, [one.plan for one in done])
    if asks_which_law(case):
        periods, more = with_laws_of_work(asking, periods, more)
    return record.Decision(
        case=case.id,
        decided_under=record.DecidedUnder(agreements=chosen.id, at=day, law_as_of=as_of, hashes=_hashes(case, law)),
        summary=summary(case, benefits, [one.plan for one in done], more.claim_at, day),
        periods=periods,
        benefits=tuple(benefits),
        care=more.care,
        floor=tuple(floor.rows),
        findings=(*remarks.findings(), *more.findings, *of_schemes(asking.after(more))),
        steps=tuple(steps.values()),
        not_certain=tuple(dict.fromkeys((*remarks.not_certain(), *more.not_certain))),
        not_modelled=tuple(dict.fromkeys((*remarks.not_modelled(), *more.not_modelled, *floor.not_modelled))),
        missing_facts=(*remarks.missing_facts(benefits, floor.rows), *more.missing_facts),
    )


def _on_another_day(
    case: Case, done: Decided, chosen: AgreementSet, law: Shelf
) -> Callable[[date], Sequence[record.Benefit]]:
    """What a branch gives on an earlier day, as the same set of agreements was in force then."""

    def again(day: date) -> Sequence[record.Benefit]:
        one = decide_branch(case, done.branch, day, chosen, in_force_on(law, day, chosen.with_), done.beneficiary)
        reasons = Unsaid({each.where: each for each in one.plan.plans}, {run.binding.id: run for run in one.plan.runs})
        sure = [NOT_ASKED] * len(one.plan.plans)  # the standing is asked for the day decided
        return Benefits(one.plan, one.found, one.ledger, reasons, day).all(sure)

    return again


def _hashes(case: Case, shelf: Shelf) -> record.Hashes:
    return record.Hashes(case=fingerprint(case), law=shelf.digest(), engine=sha256(__version__.encode()).hexdigest())
