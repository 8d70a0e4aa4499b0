"""What is found beside the benefits: who lifts a condition and who does not, where benefits are paid, what States owe
beyond what they pay. In words for the person concerned; each with its force and its article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any, cast

from portability.assessment.case_plan import CasePlan
from portability.assessment.covered import BY_STATUS
from portability.assessment.equality import Question, answered, rule_of
from portability.assessment.person import statuses
from portability.assessment.plan import Planned
from portability.assessment.refund import inquiry
from portability.assessment.residence import limit_leaf
from portability.assessment.scope import Binding
from portability.assessment.told import money
from portability.assessment.unclaimed import unclaimed
from portability.law.dated import Leaf
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.step import Fact

WHY_NOT = {
    "other_benefits": "it is not about benefits of this kind, which are paid from public funds",
    "not_covered": "the person is not among those it covers",
    "branch": "{state} did not accept this branch",
    "no_party": "no State whose national the person is has joined it",
    "retaliation": "{state} refuses equality to nationals of a State that refuses it to its own",
    "irregular": "it says nothing of irregular residence, and the law of {state} asks for lawful residence",
    "abroad": "the person does not live in {state}",
    "not_mutual": "the person does not live in {state}, and the person's own State did not accept this branch",
    "status": "it is for those who live in {state} lawfully, or have settled there",
    "region": "it binds only a part of {state}, and the person lives elsewhere",
    "not_from_work": "it protects only rights from work that was done in {state}",
    "own_terms": "it holds {state} to the terms of its own law, and nationality is one of them",
}


def findings(plan: CasePlan, branch: str, at: date, rights: dict[str, Any]) -> Iterator[record.Finding]:
    """All findings of one branch; `rights` tells of each State and scheme whether its right opens."""
    for planned in plan.plans:
        yield from equality(plan, planned, at)
        yield from maintenance(plan, planned, at)
        yield from conformity(plan, planned, at)
        yield from refunds(plan, planned, at, rights.get(planned.where))
    yield from unclaimed(plan.plans, plan.bindings, plan.career, at)
    yield from agreements_expected(plan, branch, at)


def equality(plan: CasePlan, planned: Planned, at: date) -> Iterator[record.Finding]:
    """Who lifts a condition of nationality that the person does not meet; or why those near it do not."""
    country = planned.key[0]
    met = planned.member.given.get("nationality")
    by = planned.instruments.get("equality")
    if met is not None and met.value is not True and by is not None:
        if by.binding is not None:
            has, is_ = ("would have", "would be") if by.force != "binding" else ("has", "is")
            text = f"{by.binding.id} {has} {country} treat the person as its own nationals: nationality {is_} no obstacle"
            if isinstance(by.told.value, Unknown):
                text = f"{by.binding.id} may lift the condition of nationality: {_facts(by.told.value)}"
            yield _finding("equality", planned, text, by.force, by.cites)
        else:
            yield from _why_not(plan, planned, at)
    limited = planned.instruments.get("residence_equality")
    if limited is not None and limited.binding is not None and limited.told.value is True:
        leaf = limit_leaf(limited.binding, planned.member.place.branch, at) if planned.nature != "contributory" else None
        most = "no earlier residence at all" if leaf is None else f"no more than {leaf.is_} of earlier residence"
        may = "might" if limited.force != "binding" else "may"
        text = f"{limited.binding.id}: {country} {may} ask {most} of the person"
        yield _finding("equality", planned, text, limited.force, limited.cites)


def _why_not(plan: CasePlan, planned: Planned, at: date) -> Iterator[record.Finding]:
    nationality = planned.reader.peek("nationality") if planned.reader is not None else None
    state, branch = planned.key[0], planned.member.place.branch
    asked = Question(state, branch, plan.career, at, planned.nature, statuses(nationality), shelf=plan.shelf)
    none = True
    for binding in plan.bindings:
        leaf = rule_of(binding, asked)
        if leaf is None:
            continue
        said = answered(binding, leaf, asked)
        if said.why in WHY_NOT:
            none = False
            text = f"{binding.id} does not lift the condition of nationality: {WHY_NOT[said.why].format(state=state)}"
            yield _finding("equality", planned, text, binding.force, leaf.cites)
    if none:
        text = f"no instrument that binds {state} makes the person equal to its nationals: its own condition stands"
        yield _finding("equality", planned, text, "binding", None if nationality is None else nationality.cites)


def maintenance(plan: CasePlan, planned: Planned, at: date) -> Iterator[record.Finding]:
    """Whether a State pays where the person lives, where that is abroad."""
    residence = plan.career.residence(at)
    if residence is None or residence.country == planned.key[0]:
        return
    payable = plan.payable(planned, at)
    word = (payable.word or "undetermined").replace("_", " ")
    text = f"payment in {residence.country}: {word} ({payable.text})"
    yield _finding("maintenance", planned, text, payable.force, payable.cites)


def conformity(plan: CasePlan, planned: Planned, at: date) -> Iterator[record.Finding]:
    """A national rule that an instrument of equality in force does not allow: the instrument goes before it."""
    if planned.reader is None:
        return
    country = planned.key[0]
    by = planned.instruments.get("equality")
    nationality = planned.reader.peek("nationality")
    lifts = by is not None and by.told.value is True and _convention(by.binding)
    if nationality is not None and nationality.get("reciprocity") and by is not None and by.binding is not None and lifts:
        yield _contrary(planned, by.binding, nationality, "asks for reciprocity before it treats foreigners as equal")
    export, payable = planned.export, plan.payable(planned, at)
    pays = payable.word == "paid" and _convention(payable.binding)
    if export is not None and export.get("reciprocity") and payable.binding is not None and pays:
        yield _contrary(planned, payable.binding, export, "pays abroad only where a treaty says so")
    limited = planned.instruments.get("residence_equality")
    length = planned.reader.peek("residence_length")
    if limited is not None and limited.binding is not None and limited.told.value is True and length is not None:
        required, most = planned.member.given["residence_length"].value, planned.member.given["residence_limit"].value
        if not isinstance(required, Unknown) and required > most and _convention(limited.binding):
            text = f"asks {length.is_} of residence of nationals of the States bound, more than may be asked of them"
            yield _contrary(planned, limited.binding, length, f"{text} in {country}")


def _convention(binding: Binding | None) -> bool:
    return binding is not None and binding.force == "binding" and binding.law.get("kind") == "equality"


def _contrary(planned: Planned, binding: Binding, leaf: Leaf, does: str) -> record.Finding:
    text = (
        f"the law of {planned.key[0]} ({leaf.cites}) {does}; {binding.id}, which binds it, does not allow that, and goes "
        "before it here"
    )
    return _finding("conformity", planned, text, binding.force, leaf.cites)


def refunds(plan: CasePlan, planned: Planned, at: date, right: Any) -> Iterator[record.Finding]:
    """Own contributions to a benefit closed to the person: to be examined, never owed."""
    found = inquiry(plan, planned, at, right)
    if found is None:
        return
    sum_ = money(found.own, planned.currency, at)
    amount = f"{sum_.amount} {sum_.currency}" if sum_.amount is not None else f"not known: {'; '.join(sum_.unknown)}"
    would = "would have to examine" if found.force != "binding" else "has to examine"
    text = (
        f"to examine: {planned.key[0]} {would} whether it gives back the contributions that the person paid for this benefit "
        f"(potential refund: {amount}), as it does for nationals in similar circumstances; nobody is entitled to it, and the "
        "employer's contributions are not part of it"
    )
    yield _finding("refund_inquiry", planned, text, found.force, found.rule.cites)


def agreements_expected(plan: CasePlan, branch: str, at: date) -> Iterator[record.Finding]:
    """States of the career that have undertaken to seek a scheme for adding periods, and none binds them."""
    states = list(dict.fromkeys(spell.country for spell in plan.career.spells))
    schemes = [one for one in plan.bindings if one.apportions and one.operates(f"apportionment.{branch}")]
    for binding in plan.bindings:
        chapter = binding.law.get("totalisation", {})
        if binding.law.get("kind") != "equality" or chapter.get("operation") != "needs_agreement":
            continue
        bound = [state for state in states if state in binding.states and binding.joined(state, at, branch).value is True]
        for first, second in combinations(sorted(bound), 2):
            if any({first, second} <= one.states for one in schemes):
                continue
            have = "would have" if binding.force != "binding" else "have"
            text = (
                f"{first} and {second} {have} undertaken by {binding.id} to seek a scheme that adds the periods of both for "
                f"{branch.replace('_', ' ')}; none that binds both is known, and their periods are not added"
            )
            cites = f"{chapter.get('source', binding.source)}, {chapter.get('cites', '')}"
            yield record.Finding(
                kind="agreement_expected", about=binding.id, text=text, force=cast(Any, binding.force), cites=cites
            )


def coverage(binding: Binding) -> Iterator[record.Finding]:
    """An instrument that does not cover the person, or covers one who has no State as a refugee or stateless person."""
    origin = binding.covered.origin
    by_status = isinstance(origin, Fact) and origin.path == BY_STATUS
    if binding.covered.value is False or by_status:
        text = "the person is not among those the instrument covers"
        if by_status:
            text = "the instrument covers the person as a refugee or a stateless person: no nationality is asked"
        cites = origin.cites if isinstance(origin, Fact) else None
        yield record.Finding(
            kind="equality",
            about=binding.id,
            text=text,
            force=cast(Any, binding.force),
            cites=None if cites is None else str(cites),
        )


def _finding(kind: Any, planned: Planned, text: str, force: str, cites: Any) -> record.Finding:
    return record.Finding(
        kind=kind,
        about=planned.where,
        country=planned.key[0],
        text=text,
        force=cast(Any, force),
        cites=None if cites is None else str(cites),
    )


def _facts(value: Unknown) -> str:
    return "; ".join(sorted(value.facts))
