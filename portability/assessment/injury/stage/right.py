"""Whether the law of a State covers an injury, and which earnings it reckons from."""

from __future__ import annotations

from typing import Any

from portability.assessment.conditions import lives_there
from portability.assessment.injury.stage.between import exposure, left_to_later
from portability.assessment.stages import Member, Words
from portability.record.step import Place
from portability.rules import qualifying
from portability.rules.injury import earnings, right


def opens(stage: Words, m: Member, here: Place) -> Any:
    """Whether the right opens: covered at work, a disease that comes from it, status and residence where the law asks."""
    given, shape = m.given, m.shape
    covered = stage.step(
        right.covered_at_work, here, worked=given["worked"], occupation=given["occupation"], lawful=given["lawful"]
    )
    status = given["nationality"] if "nationality" in shape.parts else given["yes"]
    if "nationality" in shape.parts:
        status = stage.step(qualifying.equality_lifts, here, condition=status, equality=given["equality"])
    opened = stage.step(
        right.injury_right,
        here,
        happened=given["happened"],
        covered=covered,
        caused=_caused(stage, m, here),
        status=status,
        residence=lives_there(stage, m, here) if "residence" in shape.parts else given["yes"],
    )
    if "gives_way" in shape.parts:
        opened = stage.step(right.left_to_another, here, right=opened, other=given["other_pays"])
    return left_to_later(stage, m, here, opened)


def _caused(stage: Words, m: Member, here: Place) -> Any:
    given, shape = m.given, m.shape
    if "disease" not in shape.parts:
        return given["yes"]
    enough = given["yes"]
    if "exposure" in shape.parts:
        together = exposure(stage, m, here)
        enough = stage.step(right.least_exposure_met, here, exposure=together, least=given["least_exposure"])
    return stage.step(
        right.disease_comes_from_work,
        here,
        listed=given["listed"],
        proved=given["proved"],
        exposure=enough,
        in_time=given["in_time"],
    )


def counted_earnings(stage: Words, m: Member, here: Place) -> Any:
    """The earnings that benefits are a share of, between the floor and the ceiling of the law."""
    given, shape = m.given, m.shape
    base = given["earned"]
    if shape.reference == "mean":
        base = stage.step(earnings.mean_before_accident, here, earnings=given["earnings"], window=given["window"])
    if "floor" in shape.parts:
        base = stage.step(earnings.earnings_not_below_floor, here, earnings=base, floor=given["floor"])
    if "ceiling" in shape.parts:
        base = stage.step(earnings.earnings_within_ceiling, here, earnings=base, ceiling=given["ceiling"])
    return base
