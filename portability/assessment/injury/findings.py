"""What is found beside injury benefits: who owes them, whether an instrument speaks, payment abroad, buying out, late claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from portability.assessment.beginning import moved
from portability.assessment.equality import Question, answered, rule_of
from portability.assessment.findings import WHY_NOT
from portability.assessment.injury.plan import InjuryPlan
from portability.assessment.injury.rows import care_between
from portability.document.leaf import earliest
from portability.number.unknown import Unknown
from portability.record import decision as record

OWES = {
    "fund": "the scheme owes the benefits",
    "employer": "the employer owes the benefits, not a fund: nothing is owed in its place if it cannot pay",
    "insurer": "the employer's insurer owes the benefits",
    "state": "the State owes the benefits",
}
PAYS = {
    "fund": "the scheme pays",
    "employer": "the employer pays",
    "insurer": "the employer's insurer pays",
    "state": "the State pays",
}


def findings_on(plan: InjuryPlan, benefits: Sequence[record.Benefit]) -> Iterator[record.Finding]:
    """All findings on one scheme for one injury."""
    yield from _instruments(plan)
    owing = [one for one in benefits if one.status in ("entitled", "undetermined")]
    if owing:
        yield from _payer(plan)
        yield from _stretches(plan)
        yield from _abroad(plan, owing)
        yield from _bought_out(plan, owing)
        yield from _late(plan)


def _instruments(plan: InjuryPlan) -> Iterator[record.Finding]:
    """Whose law decides, and which instruments on this branch reach the person; why those near it do not."""
    state, none = plan.key[0], True
    asked = Question(state, "employment_injury", plan.life, plan.at)
    for binding in plan.found:
        leaf = rule_of(binding, asked)
        if leaf is None:
            continue
        said = answered(binding, leaf, asked)
        if said.value is False and said.why in WHY_NOT:
            text = f"{binding.id} does not reach this person: {WHY_NOT[said.why].format(state=state)}"
            yield _finding("equality", plan, text, leaf.cites, binding.force)
        elif said.value is not False:
            none = False
            may = "may have" if isinstance(said.value, Unknown) else "has" if binding.force == "binding" else "would have"
            text = f"{binding.id} {may} {state} treat the person as its own nationals for injuries at work"
            if isinstance(said.value, Unknown):
                why = "; ".join(sorted(said.value.facts))
                text = f"{text}: not known: {why}; unless it does, the law of {state} alone decides"
            yield _finding("equality", plan, text, leaf.cites, binding.force)
    if none:
        text = f"no instrument that binds {state} on injuries at work reaches this person: the law of {state} alone decides"
        yield _finding("legislation", plan, text)


def _payer(plan: InjuryPlan) -> Iterator[record.Finding]:
    leaf = plan.reader.peek("liable")
    if leaf is not None and leaf.is_ in OWES and leaf.is_ != "fund":
        insured = " (the law has it insured)" if leaf.get("insured") else ""
        yield _finding("legislation", plan, OWES[str(leaf.is_)] + insured, leaf.cites)


def _stretches(plan: InjuryPlan) -> Iterator[record.Finding]:
    """Who pays in which stretch, where it is not the scheme all along."""
    leaf = plan.reader.peek("temporary")
    steps = () if leaf is None else leaf.get("steps") or ()
    payers = [(one, steps[one.step].get("payer")) for one in plan.cut if one.step < len(steps)]
    for payer in dict.fromkeys(payer for _, payer in payers if payer is not None):
        if all(other == payer for _, other in payers) and payer == "fund":
            continue
        mine = [one for one, other in payers if other == payer]
        end = mine[-1].end
        until = "as long as it lasts" if end is None else f"to {end}"
        text = f"{PAYS[payer]} for temporary incapacity from {mine[0].start} {until}"
        yield _finding("legislation", plan, text, None if leaf is None else leaf.cites)


def _abroad(plan: InjuryPlan, owing: Sequence[record.Benefit]) -> Iterator[record.Finding]:
    residence = plan.life.residence(plan.at)
    if residence is None or residence.country == plan.key[0]:
        return
    payable = plan.payable
    word = (payable.word or "undetermined").replace("_", " ")
    if any(one.form in ("pension", "daily_cash") for one in owing):
        text = f"payment in {residence.country}: {word} ({payable.text})"
        yield _finding("maintenance", plan, text, payable.cites, payable.force)
    if plan.member.place.beneficiary != "insured" or "care" not in plan.reader.law:
        return
    link, between = None if plan.inquiry is None else plan.inquiry.link, care_between(plan)
    if link is not None and between is not None:
        gives = "gives" if link.binding.force == "binding" else "would give"
        cost = f"at the cost of {plan.key[0]}"
        text = f"{link.binding.id}: {between[0]}, where the person lives, {gives} care for the injury {cost}"
        yield _finding("maintenance", plan, text, between[1].cites, link.binding.force)
    else:
        there = f"nothing settles who gives it in {residence.country}, nor at whose cost"
        text = f"care for the injury is given in {plan.key[0]}; {there}"
        yield _finding("maintenance", plan, text)


def _bought_out(plan: InjuryPlan, owing: Sequence[record.Benefit]) -> Iterator[record.Finding]:
    leaf = plan.reader.peek("commutation")
    residence = plan.life.residence(plan.at)
    lives_abroad = residence is not None and residence.country != plan.key[0]
    pension = any(one.form == "pension" and one.status == "entitled" for one in owing)
    if leaf is None or leaf.is_ in (None, "none") or not pension or (leaf.is_ == "abroad" and not lives_abroad):
        return
    why = {"on_request": "on request", "abroad": "for one who lives abroad", "small": "where it is small"}[str(leaf.is_)]
    text = f"the institution may pay a sum in place of the pension {why}; it decides so, and no sum is reckoned here"
    yield _finding("maintenance", plan, text, leaf.cites)


def _late(plan: InjuryPlan) -> Iterator[record.Finding]:
    leaf = plan.reader.peek("claim_within")
    rows = [row for row in plan.life.case.claim if "employment_injury" in row.branches]
    if leaf is None or leaf.is_ is None or not rows:
        return
    last = moved(earliest(plan.event.date), str(leaf.is_))
    if min(earliest(row.date) for row in rows) > last:
        late = f"the claim came after {last}, the last day on which the law takes one ({leaf.is_})"
        text = f"{late}; whether the delay is excused is to be examined"
        yield _finding("legislation", plan, text, leaf.cites)


def _finding(kind: str, plan: InjuryPlan, text: str, cites: Any = None, force: str = "binding") -> record.Finding:
    return record.Finding(
        kind=cast(Any, kind),
        about=plan.where,
        country=plan.key[0],
        text=text,
        force=cast(Any, force),
        cites=None if cites is None else str(cites),
    )
