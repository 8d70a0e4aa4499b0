"""Essential health care by the State's own law on medical care, with what the floor's file alone knows beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from portability.assessment.floor.guided import not_established
from portability.assessment.floor.persons import Somebody
from portability.assessment.floor.urgent import Row, urgent_care
from portability.assessment.health.answered import ByLaw
from portability.assessment.health.by_law import OwnLaw
from portability.assessment.health.person import Facts, pensions_of
from portability.assessment.health.taken import regimes
from portability.assessment.names import assumptions
from portability.assessment.part import Asking
from portability.assessment.reasons import Grounds, Reasons
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.law.dated import leaf_at
from portability.law.overlay import national_with
from portability.law.recall import Same
from portability.law.shelf import Law
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told

NOBODY = Told(False)
ALONE = {"primary": "primary and urgent care alone", "urgent": "urgent care alone is owed whatever the status"}
FREE = "none"
"""With this word begins what a law says of the price of care where nothing is asked."""


@dataclass(slots=True)
class Looked:
    """The instruments that bind the State for care, looked up only where its own law does not settle it; `up`: whether so."""

    find: Callable[[], list[Binding]]
    up: bool = False
    found: list[Binding] = field(default_factory=list)

    def __iter__(self) -> Iterator[Binding]:
        if not self.up:
            self.found, self.up = self.find(), True
        return iter(self.found)


def care_by_law(
    asking: Asking,
    grants: Mapping[str, Mapping[str, Any]],
    guidance: Mapping[str, Any],
    one: Somebody,
    insured: Career,
) -> Row | None:
    """Whether a person has the care of the State where that person lives; None where no law on it was in force.

    Where no instrument had to be asked, the answer is the same under every set of agreements, and is found once.
    """
    law = national_with(asking.shelf.national(one.country), one.country, assumptions(asking.case))
    if law is None or not regimes(law, "medical_care", asking.day):
        return None
    pensions = dict(pensions_of(asking, insured))
    paid = tuple((state, str(told.origin), repr(told.value)) for state, told in pensions.items())
    key = ("care by law", Same(law), Same(guidance), one.who, insured.who, asking.day, asking.trace, paid)
    known = one.life.counts.get(key)
    if known is not None:
        return cast(Row, known)
    looked = Looked(lambda: list(asking.bindings("medical_care", (one.country,), one.life)))
    living = Told(True, Fact("residence", "facts", one.home.standing or "declared", "yesno"))
    facts = Facts(one.who, one.country, living, {}, pensions, NOBODY, None, NOBODY, (), ())
    ledger = Ledger()
    own = OwnLaw(asking, insured, looked, {one.country: law}, ledger, {} if one.relative is None else {one.who: one.life})
    row = _row(asking, own.of(one.country, facts, "floor"), law, grants, guidance, one, ledger)
    return row if looked.up else one.life.once(key, lambda: row)


def _row(
    asking: Asking,
    by: ByLaw,
    law: Law,
    grants: Mapping[str, Mapping[str, Any]],
    guidance: Mapping[str, Any],
    one: Somebody,
    ledger: Ledger,
) -> Row:
    alone = by.alone if by.told.value is True else ""
    covered: Any = False if alone == "urgent" else by.told.value
    grounds = {where: Grounds("", cites, by.force != "binding") for where, cites in by.cites.items()}
    roots, urgent = [by.told if by.before is None else by.before, by.told], alone == "urgent"
    for name, regime in grants.items() if covered is not True else ():
        path = f"floors.{one.country.lower()}.{name}.urgent"
        leaf = leaf_at(regime.get("urgent"), asking.day, str(regime.get("source", "")), path)
        if leaf is not None and leaf.is_ is True:
            place = Place("health", one.who, f"{one.country}.{name}", "floor")
            grounds[place.where] = Grounds("", {}, False)
            roots.append(urgent_care(ledger, place, leaf, cast(Any, grounds[place.where].cites)))
            urgent = True
    reasons = Reasons({}, {}, grounds)
    why = reasons.why(roots)
    steps = (*reasons.steps.values(), *(reasons.rest(ledger.steps.values()) if asking.trace else ()))
    scheme = next(iter(by.cites)).partition(".")[2]
    about = law.get("scheme", {}).get(scheme, {})
    lacking = "; ".join(_lacking(asking, law, scheme, grants, covered, alone, urgent))
    guided = None if covered is True else not_established(guidance, "health", one, asking.day, lacking)
    row = record.FloorResult(
        person=one.who,
        guarantee="health",
        country=one.country,
        region=one.home.region,
        start=asking.day,
        grant=str(about.get("name", "")) or None,
        payer=str(about.get("institution", "")) or None,
        not_covered=lacking or None,
        legal_force=cast(Any, by.force),
        status="undetermined" if isinstance(covered, Unknown) else "entitled" if covered else "refused",
        reasons=(*why, *(() if guided is None else guided.row.reasons)),
    )
    return row, steps if guided is None else (*steps, guided.step)


def _lacking(
    asking: Asking,
    law: Law,
    scheme: str,
    grants: Mapping[str, Mapping[str, Any]],
    covered: Any,
    alone: str,
    urgent: bool,
) -> Iterator[str]:
    """What the guarantee does not reach, or what is not known of it, in words."""
    if isinstance(covered, Unknown):
        yield "whether the law covers this person is not established"
    elif not covered:
        yield "the law on medical care does not cover this person"
    if urgent and covered is not True:
        yield ALONE["urgent"]
    elif alone == "primary":
        yield ALONE["primary"]
    birth = _at_birth(asking, law, grants)
    if birth is not True:
        yield "care at birth is not covered" if birth is False else "care at birth is not established"
    regime = regimes(law, "medical_care", asking.day)[scheme]
    leaf = leaf_at(regime.get("copayment"), asking.day, "", "copayment")
    if leaf is None or leaf.is_ is None:
        yield "what care costs the person is not established"
    elif not str(leaf.is_).startswith(FREE):
        yield f"the person pays: {leaf.is_}"


def _at_birth(asking: Asking, law: Law, grants: Mapping[str, Mapping[str, Any]]) -> bool | None:
    """Whether care at birth is covered: by the floor's file, or where the law names those who are pregnant."""
    for regime in grants.values():
        leaf = leaf_at(regime.get("maternity"), asking.day, "", "maternity")
        if leaf is not None and leaf.is_ is not None:
            return bool(leaf.is_)
    for regime in regimes(law, "medical_care", asking.day).values():
        for key in ("entitled", "free_for"):
            leaf = leaf_at(regime.get(key), asking.day, "", key)
            if leaf is not None and {"pregnant", "everyone"} & set(leaf.is_ or ()):
                return True
    return None
