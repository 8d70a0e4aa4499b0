"""Residence in the State: living there, having lived there long enough, and what instruments leave of these conditions."""

from __future__ import annotations

from typing import Any

from portability.assessment.stages import Member, Words
from portability.record.step import Place
from portability.rules import qualifying


def lives_there(stage: Words, m: Member, here: Place) -> Any:
    """State stage: the condition to live in the State, unless an instrument has the benefit paid abroad."""
    if "residence_waived" not in m.shape.parts:
        return m.given["residence"]
    return stage.step(
        qualifying.residence_waived, here, condition=m.given["residence"], waived=m.given["residence_waived"]
    )


def lived_long_enough(stage: Words, m: Member, here: Place) -> Any:
    """State stage: the residence that the law asks for, and no more than an instrument lets it ask."""
    shape, given, rule = m.shape, m.given, qualifying.residence_length_met
    met = stage.step(rule, here, residence=given["residence_own"], residence_required=given["residence_length"])
    if "residence_before" in shape.parts:
        before = stage.step(
            rule,
            here,
            called="residence_before_met",
            residence=given["residence_before_own"],
            residence_required=given["residence_before"],
        )
        met = stage.step(qualifying.residence_as_asked, here, whole=met, before=before)
    if "residence_limit" not in shape.parts:
        return met
    required = stage.step(
        qualifying.limited_residence, here, required=given["residence_length"], limit=given["residence_limit"]
    )
    within = stage.step(
        rule,
        here,
        called="residence_limit_met",
        residence=given["residence_limit_own"],
        residence_required=required,
    )
    if "residence_before" in shape.parts:
        required = stage.step(
            qualifying.limited_residence,
            here,
            called="limited_before",
            required=given["residence_before"],
            limit=given["residence_limit_before"],
        )
        before = stage.step(
            rule,
            here,
            called="limited_before_met",
            residence=given["residence_before_own"],
            residence_required=required,
        )
        within = stage.step(qualifying.residence_as_asked, here, called="limits_met", whole=within, before=before)
    return stage.step(
        qualifying.residence_limit_lifts, here, condition=met, equality=given["residence_equality"], within=within
    )
