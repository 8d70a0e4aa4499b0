"""What laws and instruments ask of other benefits, drawn: other pensions, incomes, rates, supplements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from portability.assessment.shares import Sharing
from portability.assessment.stages import Member
from portability.number.unknown import unknown
from portability.record.step import Told
from tests.assessment.shapes import DIFFERENT_KIND, SAME_KIND

if TYPE_CHECKING:
    from tests.assessment.drawn import Draw


def beside(draw: Draw, member: Member, slots: int) -> Member:
    """What a law that reduces for other benefits counts of the other slots, and of income."""
    given: dict[str, Any] = {}
    for kind in sorted({"same_kind", "different_kind"} & member.shape.parts):
        given[kind] = Told(draw.figure("yesno", kind))
        given[f"{kind}_rate"] = Told(draw.figure("share", "rate"))
        given[f"{kind}_free"] = Told(draw.by.choice((0, 0, 50, draw.figure("money", "free"))))
    if "same_kind" in member.shape.parts:
        given["rates"] = tuple(Told(draw.figure("share", "rate")) for _ in range(slots))
        given["same_kind_counts"] = tuple(Told(draw.figure("yesno", "counts")) for _ in range(slots))
        given["linked"] = tuple(Told(draw.by.random() < 0.5) for _ in range(slots))
        given["listed"] = Told(draw.figure("yesno", "listed"))
        given["kept_after_deductions"] = Told(unknown("tax", high=1))
    if "different_kind" in member.shape.parts:
        given["incomes"] = tuple(Told(draw.figure("money", "income")) for _ in range(draw.by.randint(0, 3)))
    return replace(member, given={**member.given, **given})


def under(draw: Draw, member: Member, name: str, sharing: Sharing, linked: int) -> Member:
    place, parts = member.place._replace(variant=f"{name}.all"), member.shape.parts
    given: dict[str, Any] = {"linked_rates": tuple(Told(draw.figure("share", "rate")) for _ in range(linked))}
    given["bound"] = Told(draw.figure("yesno", f"{name} binds"))
    given |= {what: Told(draw.figure("yesno", what)) for what in ("resides", "difference")}
    if sharing.supplement == "residence_state" and "minimum" in parts:
        parts |= {"minimum_of_residence"}
    for kind, ways in (("same_kind", SAME_KIND), ("different_kind", DIFFERENT_KIND)):
        if kind in parts:
            parts |= draw.by.choice(ways)
    shape = replace(member.shape, method=draw.by.choice(draw.methods), parts=parts)
    return replace(member, place=place, shape=shape, given={**member.given, **given})
