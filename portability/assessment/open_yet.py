"""Whether a State that an instrument links may not be open yet: asked before the stages, so that none works for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portability.assessment.draft import NO
from portability.assessment.invalid import CONTINGENCIES
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.assessment.shares import Lengths
from portability.assessment.stages import Member
from portability.number.words import reaches, total
from portability.record.step import Fact, Told, bare

WAYS = {
    "drop_unentitled_states_if_beneficial": "if_beneficial",
    "drop_unentitled_states_if_not_needed": "if_not_needed",
}
"""The knobs by which an instrument leaves out the periods of States whose conditions are not met."""


def way_of(binding: Binding, chapter: str, at: date) -> str:
    """What an instrument does with the periods of States whose conditions are not met yet."""
    for key, way in WAYS.items():
        leaf = binding.leaf(chapter, key, at)
        if leaf is not None and leaf.is_ is True:
            return way
    return "counted"


def taken_as_open(planned: Planned) -> Told:
    """Whether a State is supposed to be open, because nothing is known of its conditions."""
    if not nothing_known(planned):
        return NO
    path = f"{planned.where}: whether its right is open"
    note = f"{path} is not known; it is taken as open"
    return Told(True, Fact(path, "law", "assumed", "yesno", note=note))


def nothing_known(planned: Planned) -> bool:
    """Whether no law tells a scheme's conditions: none on the shelf, or one assumed by the case without age or length."""
    if planned.member.shape.stated & {"theoretical", "pro_rata"}:
        return False
    if planned.reader is None:
        return True
    told = {"qualifying"} if planned.member.shape.parts & CONTINGENCIES else {"age", "qualifying"}
    return bool(planned.reader.law.get("assumed_only", False)) and not told <= planned.reader.law.keys()


def may_wait(
    members: Sequence[Member],
    own: Sequence[Any],
    lengths: Sequence[Lengths],
    which: Sequence[int],
    supposed: Sequence[Told],
) -> bool:
    """Whether some State is certainly or possibly not open, and another certainly or possibly is."""
    some_waits = some_open = False
    for member, mine, unit, taken in zip(members, own, which, supposed, strict=True):
        if bare(mine) == 0:
            continue
        if bare(taken) is True or _certainly_open(member, lengths[unit]):
            some_open = True
            continue
        some_waits = True
        some_open = some_open or not _certainly_closed(member)
    return some_waits and some_open


def _certainly_open(member: Member, lengths: Lengths) -> bool:
    shape, given = member.shape, member.given
    if shape.stated & {"theoretical", "pro_rata"}:
        return bare(given["stated_right"]) is True
    if shape.parts & CONTINGENCIES:  # what the law asks of the contingency is asked in the stages
        return False
    if bare(given["age"]) is not True or shape.parts & ASKED_FURTHER:
        return False
    if "nationality" in shape.parts and True not in (bare(given["nationality"]), bare(given["equality"])):
        return False
    if "residence" in shape.parts and bare(given["residence"]) is not True:
        return False
    if "residence_length" in shape.parts:
        resided, asked = bare(given["residence_own"]), bare(given["residence_length"])
        if reaches(resided, asked) is not True:
            return False
    whole = bare(given["stated_total"]) if "total_length" in shape.stated else total(bare(lengths.right))
    if "unit_of_agreement" in shape.parts and "total_length" not in shape.stated:
        whole = whole * bare(given["units_of_law"])
    least = bare(given["reduced"]) if "reduced" in shape.parts else bare(given["qualifying"])
    return reaches(whole, least) is True


def _certainly_closed(member: Member) -> bool:
    shape = member.shape
    age = bare(member.given.get("age", True))
    return age is False and not shape.parts & IN_PLACE_OF_AGE and not shape.stated


ASKED_FURTHER = frozenset({"further", "registered"})
"""Conditions beside age and length that are left to the stages."""

IN_PLACE_OF_AGE = frozenset({"any_age", "early", "on_leaving"})
"""What may open a right before pension age."""
