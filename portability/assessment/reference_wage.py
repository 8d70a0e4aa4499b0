"""The reference wage of a State's law: which earnings it looks at, and their average."""

from __future__ import annotations

from typing import Any

from portability.assessment.stages import Member, Words
from portability.rules.pension import reference


def reference_wage(stage: Words, m: Member) -> Any:
    """The reference wage, from own earnings only: foreign earnings never enter it."""
    shape, given, here = m.shape, m.given, m.place
    if "reference" in shape.stated:
        return given["stated_reference"]
    if shape.reference == "none":
        return given["nought"]
    if shape.reference == "unknown":
        return given["reference_unknown"]
    earnings = given["earnings"]
    if "revalued" in shape.parts and "capped_after" in shape.parts:
        earnings = stage.step(reference.revalued, here, earnings=earnings, factors=given["revaluation"])
    if "ceiling" in shape.parts:
        earnings = stage.step(reference.within_ceiling, here, earnings=earnings, ceilings=given["ceilings"])
    if "revalued" in shape.parts and "capped_after" not in shape.parts:
        earnings = stage.step(reference.revalued, here, earnings=earnings, factors=given["revaluation"])
    if "within" in shape.parts:
        earnings = stage.step(reference.earnings_window, here, earnings=earnings, window=given["reference_within"])
    average = _average(stage, m, earnings)
    if "reference_rounded" in shape.parts:
        return stage.step(reference.reference_rounded, here, reference=average, rounding=given["reference_rounding"])
    return average


def _average(stage: Words, m: Member, earnings: Any) -> Any:
    shape, given, here = m.shape, m.given, m.place
    if shape.reference == "career":
        return stage.step(reference.career_average, here, earnings=earnings)
    rule = reference.best_average if shape.reference == "best" else reference.last_average
    return stage.step(rule, here, earnings=earnings, length=given["reference_length"])
