"""Essential health care, including maternity: a yes or a no, and who provides it; never an amount.

Where the State's law on medical care is told, it says who is cared for and by whom, and the floor's file adds what it alone
knows: urgent care that the State is bound to, and care at birth. Else the floor's file tells all of it. Whom the law does not
cover, or nobody knows whether it does, has urgent care where the State is bound to it; of the rest Recommendation No. 202 tells
what it would have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from portability.assessment.equality import Question
from portability.assessment.figures import Reader
from portability.assessment.floor.conditions import Bound, GrantConditions
from portability.assessment.floor.guided import not_established
from portability.assessment.floor.named import told_payer
from portability.assessment.floor.persons import Somebody
from portability.assessment.floor.urgent import Row, urgent_care
from portability.assessment.part import Asking
from portability.assessment.reasons import Grounds, Reasons
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.citation import Citation
from portability.law.dated import Leaf
from portability.law.recall import Same
from portability.number.unknown import Unknown, unknown_truth
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told
from portability.rules import guarantee


def care(
    asking: Asking, grants: Mapping[str, Mapping[str, Any]], guidance: Mapping[str, Any], one: Somebody, insured: Career
) -> list[Row]:
    """The rows of essential health care: by the State's law on medical care; by the floor's file where that is not told.

    `insured` is the life of the insured person, on whose insurance that of the family may hang.
    """
    law = asking.shelf.national(one.country)
    if any("medical_care" in each for each in (law or {}).values() if isinstance(each, Mapping)):
        from portability.assessment.floor.care_by_law import care_by_law

        found = care_by_law(asking, grants, guidance, one, insured)
        if found is not None:
            return [found]
    return [_by_file(asking, regime, name, guidance, one) for name, regime in grants.items() if "provider" in regime]


def _by_file(asking: Asking, regime: Mapping[str, Any], name: str, guidance: Mapping[str, Any], one: Somebody) -> Row:
    """Whether the State where a person lives guarantees essential health care, as the floor's file has it, and by whom.

    Where no instrument had to be asked, the answer is the same under every set of agreements, and is found once.
    """
    key = ("care", Same(regime), Same(guidance), one.who, asking.day, asking.trace)
    known = one.life.counts.get(key)
    if known is not None:
        return cast(Row, known)
    asked: list[str] = []

    def bound(country: str) -> Sequence[Binding]:
        asked.append(country)
        return asking.bindings("medical_care", (country,), one.life)

    found = _care(asking, regime, name, guidance, one, bound)
    return found if asked else one.life.once(key, lambda: found)


def _care(
    asking: Asking, regime: Mapping[str, Any], name: str, guidance: Mapping[str, Any], one: Somebody, bound: Bound
) -> Row:
    at, ledger = asking.day, Ledger()
    reader = Reader(regime, f"floors.{one.country.lower()}.{name}", at, one.life.sex)
    place = Place("health", one.who, f"{one.country}.{name}", "floor")
    conditions = GrantConditions(
        reader,
        Question(one.country, "medical_care", one.life, at),
        ledger,
        place,
        bound,
    )
    status, residence, insured = conditions.status(), conditions.residence(), _insured(reader, one)
    covered = ledger.step(guarantee.care_guaranteed, place, status=status, residence=residence, insured=insured)
    cites: dict[str, tuple[Citation, str]] = dict(conditions.cites)
    steps, roots, urgent = ledger, [covered], reader.leaf("urgent")
    behind = reader.peek("nationality") or reader.peek("provider")
    if behind is not None:
        cites["care_guaranteed"] = behind.cites, behind.standing
    if urgent is not None and urgent.is_ is True and covered.value is not True:
        roots.append(urgent_care(ledger, place, urgent, cites))
    reasons = Reasons({}, {}, {place.where: Grounds("", cites, conditions.force != "binding")})
    why = reasons.why(roots)
    told = tuple(reasons.steps.values()) + (tuple(reasons.rest(steps.steps.values())) if asking.trace else ())
    lacking = _lacking(reader, covered.value, urgent)
    guided = None
    if covered.value is not True:
        guided = not_established(guidance, "health", one, at, lacking)
        told += () if guided is None else (guided.step,)
    undecided = isinstance(covered.value, Unknown)
    row = record.FloorResult(
        person=one.who,
        guarantee="health",
        country=one.country,
        region=one.home.region,
        start=at,
        grant=str(regime.get("name", "")) or None,
        payer=told_payer(reader),
        not_covered=lacking or None,
        legal_force=conditions.force,  # type: ignore[arg-type]  # one of the words of the contract
        status="undetermined" if undecided else "entitled" if covered.value else "refused",
        reasons=(*why, *(() if guided is None else guided.row.reasons)),
    )
    return row, told


def _insured(reader: Reader, one: Somebody) -> Told:
    """Whether the person is insured, or an employer cares, where care hangs on that: no case tells it."""
    leaf = reader.leaf("provider")
    if leaf is None or leaf.is_ == "national_health_service":
        return Told(True)
    path = f"whether {one.who} has the care of an {leaf.is_} in {one.country}"
    return Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno", leaf.cites))


def _lacking(reader: Reader, covered: Any, urgent: Leaf | None) -> str:
    """What the guarantee does not reach, or what is not known of it, in words."""
    found = []
    if covered is False:
        found.append("the law does not cover this nationality, status or residence")
    elif covered is not True:
        found.append("whether the law covers this person is not established")
    if covered is not True and urgent is not None and urgent.is_ is True:
        found.append("urgent care alone is owed whatever the status")
    for key, text in (("maternity", "care at birth"), ("charge", "what care costs the person")):
        leaf = reader.peek(key)
        if leaf is None or leaf.is_ is None:
            found.append(f"{text} is not established")
        elif leaf.is_ is False:
            found.append(f"{text} is not covered")
        elif key == "charge" and leaf.is_ != "free":
            found.append(f"a {leaf.is_} is asked")
    return "; ".join(found)
