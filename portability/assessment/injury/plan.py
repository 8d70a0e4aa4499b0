"""One scheme asked about one injury for one beneficiary: the member for the stages, and what is said beside the amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portability.assessment.contingency import contingency
from portability.assessment.currency import currency_on
from portability.assessment.draft import Draft
from portability.assessment.equality import Question, Treated
from portability.assessment.family import as_survived, family_facts
from portability.assessment.figures import Reader
from portability.assessment.injury import facts
from portability.assessment.injury.between_facts import between_facts, worsening_facts
from portability.assessment.injury.death_facts import death_facts
from portability.assessment.injury.inquiry import Inquiry
from portability.assessment.injury.link import speaks_of
from portability.assessment.injury.money_facts import begins_on, degree_facts, earnings_facts, incapacity_facts
from portability.assessment.injury.pieces import Piece, pieces, stretches
from portability.assessment.injury.read import in_days, read_law
from portability.assessment.maintenance import Payable, payable_abroad
from portability.assessment.part import Asking
from portability.assessment.person import condition_facts
from portability.assessment.scope import Binding
from portability.assessment.stages import Member, Shape
from portability.case.career import Career
from portability.case.tables import Event
from portability.citation import Citation
from portability.document.leaf import earliest
from portability.law.dated import Leaf, regime_at
from portability.number.unknown import unknown_truth
from portability.number.words import reaches
from portability.record.step import Fact, Place, Told

BRANCH = "employment_injury"
Law = Mapping[str, Any]


@dataclass(slots=True)
class InjuryPlan:
    """What is asked of one scheme; `again`: the days on which a survivor's benefit must be looked at again."""

    key: tuple[str, str]
    event: Event
    life: Career
    at: date
    reader: Reader
    member: Member
    cites: dict[str, Citation]
    law_standing: dict[str, str]
    instruments: dict[str, Treated]
    found: Sequence[Binding]
    payable: Payable
    cut: tuple[Piece, ...] = ()
    begins: date | None = None
    again: list[tuple[date, str, Leaf]] = field(default_factory=list)
    inquiry: Inquiry | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def where(self) -> str:
        return ".".join(self.key)

    @property
    def currency(self) -> str:
        return self.reader.currency


def regime_of_event(law: Law | None, scheme: str, event: Event) -> Law | None:
    """The regime of a scheme on the day of an injury, if it is for injuries of this kind."""
    regime = regime_at((law or {}).get(scheme, {}).get(BRANCH, ()), earliest(event.date))
    if regime is None:
        return None
    reader = Reader(regime, "", earliest(event.date), None)
    covers = reader.peek("covers")
    return None if covers is not None and covers.is_ is not None and event.kind not in covers.is_ else regime


def injury_plan(
    asking: Asking, key: tuple[str, str], law: Law, one: Inquiry, who: str, doubt: str = "", other_pays: Told | None = None
) -> InjuryPlan:
    """The plan of one scheme for an injury; `doubt`: why it is not settled that this State's law applies."""
    life, event = asking.career(BRANCH), one.event
    at, on = asking.day, earliest(event.date)
    died = contingency(life, "survivors", at) if who != "insured" else None
    life = life if died is None else as_survived(life, who)
    regime = regime_of_event(law, key[1], event) or {}
    reader = Reader(regime, f"{key[0].lower()}.{key[1]}.{BRANCH}", at, life.sex, branch=BRANCH, since=on)
    reader.currency = currency_on(law, at, life, key)
    draft, notes = Draft(reader), list[str]()
    read_law(draft)
    draft.given["happened"] = facts.happened(event, at)
    facts.covered_facts(draft, life, key, one, notes)
    if doubt:
        draft.given["worked"] = Told(unknown_truth(doubt), Fact(doubt, "facts", "missing", "yesno"))
    if event.kind == "disease":
        facts.disease_facts(draft, life, key, event)
    earnings_facts(draft, life, key, event)
    facts.covered_by_earnings(draft, event)
    between_facts(draft, key, life, one, at)
    found = [each for each in asking.bindings(BRANCH, [key[0]]) if speaks_of(each, event, at)]
    asked = Question(key[0], BRANCH, life, at, shelf=asking.shelf)
    parts, by = condition_facts(reader, asked, found, draft.given, draft.cites)
    draft.parts |= parts
    if other_pays is not None:
        draft.parts.add("gives_way")
        draft.given["other_pays"] = other_pays
    plan = InjuryPlan(
        key, event, life, at, reader, Member(Place(BRANCH, who, ".".join(key), event.id), Shape(), draft.given),
        draft.cites, draft.law_standing, by, found, payable_abroad(found, asked, reader.peek("export")), inquiry=one, notes=notes,
    )  # fmt: skip
    if died is None:
        _incapacity(plan, draft)
    else:
        draft.given["happened"] = died.happened
        family_parts, plan.again = family_facts(reader, life, died, draft.given, at)
        draft.parts |= family_parts
        death_facts(draft, life, event, died.on, at)
    shape = Shape(draft.formula, draft.reference, draft.otherwise, parts=frozenset(draft.parts))
    plan.member = Member(plan.member.place, shape, draft.given)
    return plan


def changed_by(plan: InjuryPlan) -> bool:
    """Whether the instrument between the States changes what this State's law alone would answer."""
    one, parts, given = plan.inquiry, plan.member.shape.parts, plan.member.given
    if one is None or one.link is None:
        return False
    if "shared" in parts or ("passed_on" in parts and given["later_pays"].value is not False):
        return True
    if one.before is not None and one.passed_on and plan.key[0] not in one.asked.states:
        return True
    return "exposure_added" in parts and reaches(given["exposure"].value, given["least_exposure"].value) is not True


def _incapacity(plan: InjuryPlan, draft: Draft) -> None:
    """The degree found, and the stretches of temporary incapacity up to it."""
    row = degree_facts(draft, plan.key, plan.event, plan.at)
    if plan.inquiry is not None:
        worsening_facts(draft, plan.key, plan.inquiry, plan.at)
    spans = stretches(plan.event, plan.at, None if row is None else earliest(row.on))
    leaf = draft.reader.peek("temporary")
    waiting = draft.reader.peek("waiting") if "waiting" in draft.parts else None
    if leaf is not None and "temporary" in draft.parts:
        days = 0 if waiting is None else int(in_days(str(waiting.is_)))
        plan.cut = pieces(leaf, spans, days)
    incapacity_facts(draft, plan.event, spans, plan.cut, plan.at)
    since = draft.reader.peek("lasting_from")
    found = since is not None and since.is_ == "finding"
    plan.begins = None if row is None else earliest(row.on) if found else begins_on(plan.event, spans, row)
