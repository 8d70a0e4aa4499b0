"""The floor of the State of residence, after all coordination: four guarantees for every person of a case.

Nothing here is added, shared or exported, and nothing changes what a State owes: what other States pay is counted as income
where the law of the State of residence counts income. A State's own grants bind it; where its guarantee is not established,
ILO Recommendation No. 202 tells what it would have, and no level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from portability.assessment.floor.guarantees import applying, open_grants
from portability.assessment.floor.guided import not_established
from portability.assessment.floor.persons import INSURED, Somebody, persons
from portability.assessment.part import Asking
from portability.case.career import Career
from portability.record import decision as record

if TYPE_CHECKING:
    from portability.assessment.floor.grant import Grant

GUIDANCE = "r202"
NO_HOME = "where {} lives is not given: no floor is looked at"
SHARED_HOME = "{} is taken to live in {}, where somebody of the same household lives (assumed)"
NO_FILE = "no law of the State on it is on the shelf"


@dataclass(slots=True)
class Floor:
    """The rows, steps and remarks of the floor; `not_modelled`: what the files of the grants told leave out."""

    rows: list[record.FloorResult] = field(default_factory=list)
    steps: list[record.Step] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    not_modelled: dict[str, None] = field(default_factory=dict)

    def add(self, row: record.FloorResult, steps: tuple[record.Step, ...]) -> None:
        """A row and what stands behind it."""
        self.rows.append(row)
        self.steps += steps


def floor_of(asking: Asking, abroad: Mapping[str, str]) -> Floor:
    """The guarantees of the State where each person of a case lives, on the day decided.

    `abroad` tells, by State and scheme, the force of what has a benefit paid there: a grant is no more binding than that.
    """
    floor, everybody = Floor(), list(persons(asking.case, asking.day, _read_by(asking)))
    guidance = asking.shelf.floor(GUIDANCE) or {}
    told = {row.person for row in asking.case.residence} | {one.claimant for one in asking.case.claim if one.residence}
    for one in everybody:
        if one.home is None:
            floor.notes[NO_HOME.format("the person" if one.who == INSURED else one.who)] = None
            continue
        if one.relative is not None and one.home.residence_status is None and one.who not in told:
            floor.notes[SHARED_HOME.format(one.who, one.country)] = None
        law = asking.shelf.floor(one.country)
        if law is None and not guidance:
            floor.notes[f"the floor of {one.country} is not on the shelf: it is not established"] = None
            continue
        for name in applying(asking, law or {}, guidance, one):
            _guarantee(floor, asking, law or {}, guidance, name, one, everybody, abroad)
    return floor


def _read_by(asking: Asking) -> str:
    """The branch by which the insured person's career was read before: a floor asks for no periods of its own."""
    return next((branch for branch, who in asking.claimed if who == INSURED), "old_age")


def _guarantee(
    floor: Floor,
    asking: Asking,
    law: Mapping[str, Any],
    guidance: Mapping[str, Any],
    name: str,
    one: Somebody,
    everybody: list[Somebody],
    abroad: Mapping[str, str],
) -> None:
    """One guarantee for one person: each grant of the State that is meant for such a person, else what is missing."""
    grants = dict(open_grants(law, name, asking.day))
    missing = [_unset(law, name)]
    told = len(floor.rows)
    if name == "health":
        from portability.assessment.floor.care import care

        for found in care(asking, grants, guidance, one, _insured(asking, everybody)):
            floor.add(*found)
    else:
        for grant, regime in grants.items():
            why = _no_level(regime, one.home.region)
            if why is None:
                why = _granted(floor, asking, law, regime, name, grant, one, everybody, abroad)
            missing += [] if why is None else [why]
    if len(floor.rows) == told:
        text = "; ".join(dict.fromkeys(each for each in missing if each)) or _untold(law, one.country)
        guided = not_established(guidance, name, one, asking.day, text)
        if guided is not None:
            floor.add(guided.row, (guided.step,))


def _insured(asking: Asking, everybody: list[Somebody]) -> Career:
    """The life of the insured person, also of one who died."""
    return next((one.life for one in everybody if one.who == INSURED), None) or asking.career(_read_by(asking))


def _granted(
    floor: Floor,
    asking: Asking,
    law: Mapping[str, Any],
    regime: Mapping[str, Any],
    name: str,
    grant: str,
    one: Somebody,
    everybody: list[Somebody],
    abroad: Mapping[str, str],
) -> str | None:
    """A grant decided; or, where it is for those with an incapacity and none is told, why it is passed over."""
    from portability.assessment.floor.grant import Grant, incapacity
    from portability.assessment.floor.household import household_of
    from portability.assessment.floor.told import row_of

    called = str(regime.get("name", grant))
    if "incapacity" in regime and incapacity(one, asking).value is False:
        return f"the {called} is for those with an incapacity, and none is told"
    meant = regime.get("for_relation", {}).get("is")
    if meant is not None and (one.relative is None or one.relative.relation not in meant):
        return f"the {called} is for a {' or '.join(meant).replace('_', ' ')} alone"
    decided = Grant(asking, law, regime, name, grant, household_of(asking.case, one, everybody, asking.day))
    floor.add(*row_of(decided, decided.decided(), abroad))
    floor.notes |= dict.fromkeys(_notes(decided))
    floor.notes |= dict.fromkeys(
        f"{said['point']}: taken as {said['reading']}; the other reading: {said['other_reading']}"
        for said in law.get("reading", ())
    )
    floor.not_modelled |= dict.fromkeys(f"floor of {one.country}: {text}" for text in law.get("not_modelled", ()))
    return None


def _notes(grant: Grant) -> Iterator[str]:
    """What is not certain about a grant: what was not told and is not counted, and figures that are not sure."""
    yield from grant.counted.notes
    for _, leaf in grant.reader.notes:
        yield f"{leaf.path}: {leaf.standing} ({leaf.cites})"


def _no_level(regime: Mapping[str, Any], region: str | None) -> str | None:
    """Why a grant that is known to exist has no level, where nobody ever found one."""
    level = regime.get("level")
    if isinstance(level, Mapping) and "unknown" in level and region not in regime.get("regions", {}):
        return f"the {regime.get('name', 'grant')} has no level that is known: {level['unknown']}"
    return None


def _unset(law: Mapping[str, Any], name: str) -> str:
    """What the file says of a guarantee that the State has not set, or nobody found."""
    leaf = law.get("unset", {}).get(name)
    return "" if leaf is None else str(leaf.get("unknown") or leaf.get("none_known"))


def _untold(law: Mapping[str, Any], country: str) -> str:
    """Why nothing is said of a guarantee."""
    return f"of the law of {law.get('title', country)} nothing is told of it" if law else NO_FILE


__all__ = ["Floor", "floor_of"]
