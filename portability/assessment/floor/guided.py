"""What Recommendation No. 202 would have where a State's own guarantee is not established: never a level, never a nought.

The level is the State's to set (para 8(b)). What nobody set, or nobody found, is said to be missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from portability.assessment.floor.persons import Somebody
from portability.law.dated import leaf_at
from portability.law.recall import Same, recalled
from portability.record import decision as record
from portability.record.explain import Reading, sentence
from portability.record.step import Place, Step

RULE = "not_established"


class Guided(NamedTuple):
    """A row of guidance and the step behind it."""

    row: record.FloorResult
    step: record.Step


def not_established(guidance: Mapping[str, Any], name: str, one: Somebody, at: date, missing: str) -> Guided | None:
    """The row of a guarantee that is not established, and what is missing; None where no guidance is on the shelf."""
    if name not in guidance.get("recommends", {}):
        return None
    return _made(Same(guidance), name, one.who, one.country, one.home.region, at, missing)


@recalled
def _made(guidance: Same, name: str, who: str, country: str, region: str | None, at: date, missing: str) -> Guided:
    law = guidance.law
    leaf = leaf_at(law["recommends"][name], at, str(law.get("source", "")), f"floors.{law['id']}.recommends.{name}")
    assert leaf is not None
    said = Step(Place(name, who, country, "floor"), RULE, None, {"guarantee": str(leaf.is_), "missing": missing}, 0)
    step = record.Step(
        id=said.id,
        rule=RULE,
        sentence=sentence(said, Reading("", "", would=True)),
        given={"missing": missing},
        result="unknown",
        cites=str(leaf.cites),
        standing=record.Standing(facts="declared", law=leaf.standing),  # type: ignore[arg-type]  # a word of the axis
    )
    row = record.FloorResult(
        person=who,
        guarantee=name,  # type: ignore[arg-type]  # one of the four
        country=country,
        region=region,
        start=at,
        not_covered=f"not established: {missing}",
        legal_force="guidance",
        status="undetermined",
        reasons=(said.id,),
    )
    return Guided(row, step)
