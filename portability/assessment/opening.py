"""Whether a right opens by a State's law: the qualifying period, the age or contingency, and the other conditions."""

from __future__ import annotations

from typing import Any

from portability.assessment.conditions import lived_long_enough, lives_there
from portability.assessment.invalid import CONTINGENCIES, event_conditions
from portability.assessment.stages import Member, Words
from portability.record.step import Place
from portability.rules import qualifying, totalisation


def period(stage: Words, m: Member, here: Place, length: Any) -> tuple[Any, Any]:
    """Whether the qualifying period is met in full, and whether it is met in full or for a reduced pension."""
    full = stage.step(qualifying.qualifying_period_met, here, length=length, required=m.given["qualifying"])
    if "further" in m.shape.parts:
        full = stage.step(qualifying.with_further_length, here, period=full, further=_further(stage, m, here))
    if "alternative" in m.shape.parts:
        full = stage.step(qualifying.either_length_met, here, period=full, alternative=_alternative(stage, m, here))
    if "reduced" not in m.shape.parts:
        return full, full
    reduced = stage.step(qualifying.reduced_period_met, here, length=length, reduced=m.given["reduced"])
    return full, stage.step(qualifying.period_met, here, full=full, reduced=reduced)


def _further(stage: Words, m: Member, here: Place) -> Any:
    """Whether a length asked beside the qualifying period is reached: on own periods, or on those of all together."""
    given = m.given
    length = given["further_own"]
    if "further_together" in m.shape.parts:
        length = stage.step(
            totalisation.total_periods, here, called="further_total", lengths=given["further_lengths"]
        )
    return stage.step(
        qualifying.further_length_met, here, called="further_met", length=length, required=given["further"]
    )


def _alternative(stage: Words, m: Member, here: Place) -> Any:
    """Whether a length that is enough in place of the qualifying period is reached."""
    given = m.given
    length = given["alternative_own"]
    if "alternative_together" in m.shape.parts:
        length = stage.step(
            totalisation.total_periods, here, called="alternative_total", lengths=given["alternative_lengths"]
        )
    return stage.step(
        qualifying.further_length_met, here, called="alternative_met", length=length, required=given["alternative"]
    )


def conditions(stage: Words, m: Member, here: Place) -> tuple[Any, ...]:
    """The conditions of nationality, residence and earlier residence that this law has and no instrument lifts."""
    shape, given = m.shape, m.given
    met = []
    if "nationality" in shape.parts:
        met.append(
            stage.step(qualifying.equality_lifts, here, condition=given["nationality"], equality=given["equality"])
        )
    if "residence" in shape.parts:
        met.append(lives_there(stage, m, here))
    if "residence_length" in shape.parts:
        met.append(lived_long_enough(stage, m, here))
    if "registered" in shape.parts:
        met.append(
            stage.step(
                qualifying.registered_long_enough,
                here,
                registered=given["registered_for"],
                required=given["registered"],
            )
        )
    return (*met, *event_conditions(stage, m, here))


def opens(stage: Words, m: Member, here: Place, age: Any, met: Any) -> Any:
    """Whether the right opens: at an age, or with a contingency."""
    called = "right_on_contingency" if m.shape.parts & CONTINGENCIES else ""
    asked = conditions(stage, m, here)
    return stage.step(qualifying.right_opens, here, called=called, age=age, period=met, conditions=asked)
