"""Deciding on injuries: every accident and disease of the case, State by State, scheme by scheme, for each who claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.contingency import contingency
from portability.assessment.injury.findings import findings_on
from portability.assessment.injury.findings_between import findings_between
from portability.assessment.injury.inquiry import Inquiry, inquiries
from portability.assessment.injury.plan import BRANCH, InjuryPlan, changed_by, injury_plan, regime_of_event
from portability.assessment.injury.rows import Due, Rows, asserted, care_row, dues_of_injured, dues_of_survivor
from portability.assessment.injury.stage.injured import injured, survived
from portability.assessment.injury.sure import how_sure
from portability.assessment.names import assumptions, schemes_of
from portability.assessment.part import Asking, Part
from portability.assessment.reasons import Grounds, Reasons
from portability.assessment.stages import OnePerson
from portability.case.tables import Event
from portability.document.leaf import earliest
from portability.law.known import carried
from portability.law.overlay import national_with
from portability.number.unknown import Unknown, unknown_truth
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Fact, Told

NO_EVENT = "no accident at work and no disease is told"
READING = (
    "shares, ceilings and degrees are those of the law on the day of the injury, minimum pensions, rounding and payment abroad "
    "those of the day decided for (assumed: the laws read do not say it)"
)
BEGINS = "lasting incapacity is paid for from the day after temporary incapacity ended, else from that of the finding (assumed)"
TOLD_APART = ("waiting", "care")
"""Figures that decide days and services, and no amount: said also where no step rests on them."""
DEATH = "that the death came of the injury is taken as claimed"


def decided(asking: Asking) -> Part:
    """What every State owes for the injuries of a case, to each who claims."""
    found = Part()
    for who in asking.claimants(BRANCH):
        for event in _events(asking, who):
            found = found + _on_event(asking, event, who)
    if not found.benefits and not found.not_certain:
        missing = record.MissingFact(path="event of kind accident or disease", would_decide="whether an injury benefit is due")
        return Part(not_certain=(NO_EVENT,), missing_facts=(missing,))
    return found


def _events(asking: Asking, who: str) -> list[Event]:
    """The injuries told up to the day; of one who died, that which the death is told to come from, else the last."""
    events = [
        one
        for one in asking.case.event
        if one.kind in ("accident", "disease") and one.person == "insured" and earliest(one.date) <= asking.day
    ]
    if who == "insured":
        return events
    cause = _cause(asking)
    named = [one for one in events if one.id == cause]
    return named or sorted((one for one in events if one.because is None), key=lambda one: earliest(one.date))[-1:]


def _cause(asking: Asking) -> str | None:
    """The event that the death is told to come of."""
    return next((one.because for one in asking.case.event if one.kind == "death" and one.person == "insured"), None)


def _on_event(asking: Asking, event: Event, who: str) -> Part:
    """One injury for one who claims, by the law of every State that is asked, in the order in which they are."""
    found = inquiries(asking, asking.career(BRANCH), event)
    part, asked_before, grounds = Part(not_certain=found.notes), list[Told](), dict[str, Grounds]()
    rights: dict[str, Told] = {}
    for one in found.each:
        one = replace(one, later=_first_that_pays(asked_before)) if one.passed_on and asked_before else one
        said, right = _by_state(asking, one, who, grounds)
        part, rights[one.state] = part + said, right
        if one.passed_on:
            asked_before.append(right)
    return part + Part(findings=tuple(findings_between(asking, event, found, rights, part.benefits)))


def _by_state(asking: Asking, one: Inquiry, who: str, grounds: dict[str, Grounds]) -> tuple[Part, Told]:
    """What the schemes of one State answer, and whether any of them pays."""
    state, event, asked = one.state, one.event, one.asked
    law = national_with(asking.shelf.national(state), state, assumptions(asking.case))
    schemes = [scheme for scheme in schemes_of(law, BRANCH) if regime_of_event(law, scheme, event) is not None]
    if not schemes or law is None:
        path = f"the law of {state} on employment injury"
        return _no_law(event, state, who), Told(unknown_truth(path), Fact(path, "law", "assumed", "yesno"))
    part, rights = Part(), dict[str, Told]()
    for scheme in sorted(schemes, key=lambda each: _gives_way(law, each, event) is not None):
        doubt = asked.taken if asked.only_one and len(asked.states) > 1 else ""
        other = _other_pays(_gives_way(law, scheme, event), rights)
        plan = injury_plan(asking, (state, scheme), law, one, who, doubt, other)
        grounds[plan.where] = _grounds(plan)
        said, rights[scheme] = _told(asking, plan, law, grounds)
        part = part + said
    return part, _first_that_pays(list(rights.values()))


def _first_that_pays(rights: Sequence[Told]) -> Told:
    """A right that is surely there, else one of which that is not known, else none."""
    for sure in (True, False):
        for told in rights:
            if told.value is True if sure else isinstance(told.value, Unknown):
                return told
    return next(iter(rights), Told(False))


def _gives_way(law: Any, scheme: str, event: Event) -> list[str] | None:
    leaf = (regime_of_event(law, scheme, event) or {}).get("gives_way_to")
    told = leaf[-1] if isinstance(leaf, list) else leaf
    return None if told is None else list(told.get("is") or ())


def _other_pays(names: list[str] | None, rights: Mapping[str, Told]) -> Told | None:
    """Whether a scheme that goes before pays; None where this one gives way to none."""
    if names is None:
        return None
    return next((rights[name] for name in names if name in rights and rights[name].value is not False), Told(False))


def _no_law(event: Event, state: str, who: str) -> Part:
    text = f"the law of {state} on employment injury is not on the shelf"
    row = record.Benefit(
        id=f"{BRANCH}/{who}/{state}/{event.id}",
        beneficiary=who,
        country=state,
        branch="employment_injury",
        status="undetermined",
        standing=record.Standing(facts="declared", law="assumed"),
        legal_force="binding",
    )
    return Part(benefits=(row,), not_certain=(f"{text}: its benefits for {event.id} are not determined",))


def _told(
    asking: Asking, plan: InjuryPlan, law: Mapping[str, Any], grounds: Mapping[str, Grounds]
) -> tuple[Part, Told]:
    """The plan decided, and told; with the right that another scheme may have to know."""
    ledger = Ledger()
    reasons = Reasons({}, {}, grounds)
    stage = injured if plan.member.place.beneficiary == "insured" else survived
    result: Any = stage(OnePerson(ledger), plan.member)
    dues = _dues(asking, plan, result)
    sure = how_sure(plan.member, stage, lambda found: [asserted(found, due.name) for due in dues])
    rows = Rows(plan, ledger, reasons)
    benefits = [rows.row(due, standing, (result.right,)) for due, standing in zip(dues, sure, strict=True)]
    care = care_row(plan, result.right, reasons.why([result.right])) if stage is injured else None
    rest = tuple(reasons.rest(ledger.steps.values())) if asking.trace else ()
    about = law.get("scheme", {}).get(plan.key[1], {})
    owing = any(one.status in ("entitled", "undetermined") for one in benefits)
    part = Part(
        benefits=tuple(benefits),
        care=() if care is None else (care,),
        findings=tuple(findings_on(plan, benefits)),
        claim_at=(record.ClaimAt(country=plan.key[0], institution=str(about.get("institution", ""))),) if owing else (),
        steps=(*reasons.steps.values(), *rest),
        not_certain=tuple(dict.fromkeys((*plan.notes, *_notes(asking, plan, reasons)))),
        not_modelled=tuple(f"{plan.key[0]}: {text}" for text in plan.reader.law.get("not_modelled", ())),
        missing_facts=tuple(dict.fromkeys(_missing(plan, dues, benefits))),
    )
    return part, result.right


def _dues(asking: Asking, plan: InjuryPlan, result: Any) -> list[Due]:
    who = plan.member.place.beneficiary
    if who == "insured":
        return dues_of_injured(plan, result)
    died = contingency(plan.life, "survivors", asking.day)
    first = next((one for one in asking.claimants(BRANCH) if one != "insured"), who) == who
    return dues_of_survivor(plan, result, asking.day if died is None else died.on, first)


def _grounds(plan: InjuryPlan) -> Grounds:
    cites = {rule: (cited, plan.law_standing.get(rule, "official")) for rule, cited in plan.cites.items()}
    link = None if plan.inquiry is None else plan.inquiry.link
    return Grounds(plan.currency, cites, changed_by(plan) and link is not None and link.would)


def _notes(asking: Asking, plan: InjuryPlan, reasons: Reasons) -> Iterator[str]:
    """What the figures rest on that is not certain."""
    yield READING
    if plan.begins is not None and "lasting_from" not in plan.reader.law:
        yield BEGINS
    if plan.member.place.beneficiary != "insured" and _cause(asking) is None:
        yield DEATH
    asked = tuple(reasons.facts)
    for state, leaf in plan.reader.notes:
        if leaf.path.rpartition(".")[2] not in TOLD_APART and not any(path.startswith(leaf.path) for path in asked):
            continue
        if state == "projected":
            yield f"{carried(leaf)} carried forward to {plan.at} (assumed)"
        elif state in ("unknown", "before"):
            yield f"{leaf.path}: not known ({leaf.reason})"
        elif "other_reading" in leaf.raw:
            yield f"{leaf.path}: taken as {leaf.raw['reading']}; the other reading: {leaf.raw['other_reading']}"
    for fact in reasons.facts.values():
        if fact.axis == "law" and fact.standing in ("unconfirmed", "assumed") and fact.cites is not None:
            yield f"{fact.path}: {fact.standing} ({fact.cites})"


def _missing(plan: InjuryPlan, dues: list[Due], benefits: list[record.Benefit]) -> Iterator[record.MissingFact]:
    """The facts without which a right or an amount is not known."""
    for due, row in zip(dues, benefits, strict=True):
        if isinstance(due.right.value, Unknown):
            for fact in sorted(due.right.value.facts):
                yield record.MissingFact(path=fact, would_decide=f"whether {row.id} is due")
    if plan.begins is None and plan.member.place.beneficiary == "insured":
        path = f"event {plan.event.id}.assessment by {plan.key[0]}"
        yield record.MissingFact(path=path, would_decide="whether a pension or a sum for lasting incapacity is due")
