"""Injuries, drawn: every shape of law that the stages of injury know, and the figures that a law of such a shape is given."""

from itertools import product
from typing import Any

from portability.assessment.stages import Member, Shape
from portability.assessment.survivors import CONDITIONS
from portability.record.step import Place, Told
from tests.assessment.drawn import Draw


def shape(formula: str = "by_degree", otherwise: str = "by_degree", *parts: str, reference: str = "at_accident") -> Shape:
    """A shape of a law on injury."""
    return Shape(formula, reference, otherwise, parts=frozenset(parts))


INJURIES = {
    "a pension at any degree": shape("by_degree", "none"),
    "a sum at any degree": shape("none", "by_degree", "lump_sum_minimum", "lump_sum_maximum"),
    "a pension above a degree": shape("by_degree", "by_degree", "threshold_above", "pension_minimum", "lump_sum_maximum"),
    "a pension from a degree": shape("bands", "of_pension", "threshold_from", "pension_maximum", "minimum"),
    "a low degree, and below the minimum": shape("by_degree", "unknown", "threshold_above", "and_below_minimum", "minimum"),
    "slopes, another share where total": shape("slopes", "of_pension", "total", "of_year", "rounding_down", reference="mean"),
    "sums by grade": shape("none", "by_grade", "graded", "gives_way", "disease", "exposure"),
    "earnings between limits": shape("by_degree", "by_degree", "floor", "ceiling", reference="mean"),
    "a disease": shape("by_degree", "none", "disease", "nationality"),
    "residence": shape("by_degree", "none", "residence", "residence_waived"),
    "temporary": shape("by_degree", "none", "temporary", "temporary_minimum", "temporary_maximum"),
    "temporary, waiting": shape("none", "none", "temporary", "waiting"),
    "temporary, waiting paid back": shape("none", "by_degree", "temporary", "waiting", "paid_back"),
    "passed back by another State, exposure added": shape(
        "by_degree", "none", "disease", "exposure", "exposure_added", "passed_on"
    ),
    "shared by exposure": shape("by_degree", "by_degree", "threshold_above", "temporary", "attendance", "shared"),
    "a worsening, pension": shape("slopes", "of_pension", "threshold_from", "minimum", "worsened", "total"),
    "a worsening, sums": shape("none", "by_degree", "worsened", "lump_sum_maximum"),
    "earlier injuries": shape("by_degree", "of_pension", "threshold_from", "earlier"),
    **{
        f"attendance {', '.join(parts)}": shape("by_degree", "by_degree", "threshold_above", "attendance", *parts)
        for parts in (
            (),
            ("attendance_share",),
            ("attendance_share", "attendance_of_full_pension"),
            ("attendance_share", "attendance_of_earnings"),
            ("attendance_share", "attendance_of_lump_sum"),
        )
    },
}
DEATHS = {
    "survivors": shape("by_degree", "none", "survivors", "survivor_pension"),
    "survivors, the whole pension for total incapacity": shape(
        "slopes", "none", "survivors", "survivor_pension", "total", "pension_minimum", "pension_maximum"
    ),
    "survivors under a ceiling": shape("by_degree", "none", "survivors", "survivor_pension", "family_ceiling", "minimum_each"),
    "survivors, shared by exposure": shape(
        "by_degree", "none", "survivors", "survivor_pension", "shared", "funeral", "passed_on"
    ),
    "survivors together": shape("by_degree", "none", "survivors", "survivor_pension", "together"),
    **{
        f"a group, {', '.join(parts)}": shape("by_degree", "none", "survivors", "survivor_pension", *parts)
        for parts in (
            ("group_ceiling",),
            ("group_ceiling", "heads"),
            ("each_further",),
            ("each_further", "group_ceiling", "heads"),
        )
    },
    **{
        f"a sum on death {of} {less}".rstrip(): shape(
            "none" if not of else "by_degree", "none", "survivors", "death_sum", *filter(None, (of, less))
        )
        for of, less in product(("", "death_sum_of_pension"), ("", "less_paid"))
    },
    "a sum on death between limits": shape("none", "none", "survivors", "death_sum", "death_sum_minimum", "death_sum_maximum"),
    "nobody, and the funeral": shape("none", "none", "funeral"),
    "the funeral, of earnings": shape("none", "none", "funeral", "funeral_of_earnings", "rounding_up"),
    "the funeral, its cost": shape("none", "none", "funeral", "funeral_up_to"),
}

ALWAYS = {
    **dict.fromkeys(("happened", "worked", "occupation", "lawful", "attended", "graded"), "yesno"),
    **dict.fromkeys(("degree", "least_degree", "of_earnings", "over", "threshold", "total_share"), "share"),
    **dict.fromkeys(("share_each", "attendance"), "share"),
    **dict.fromkeys(("earned", "sum_unknown", "funeral", "funeral_cost", "paid_before"), "money"),
    **dict.fromkeys(("payments", "times", "death_times", "heads", "most_heads"), "count"),
    "rounding_once": "rounding half_up",
}
BY_PART = {
    "disease": dict.fromkeys(("listed", "proved", "in_time"), "yesno"),
    "exposure": {"exposure": "length", "least_exposure": "least"},
    "nationality": {"nationality": "yesno", "equality": "yesno"},
    "residence": {"residence": "yesno"},
    "residence_waived": {"residence_waived": "yesno"},
    "gives_way": {"other_pays": "yesno"},
    "passed_on": {"later_pays": "yesno"},
    "exposure_added": {"exposure_elsewhere": "length"},
    "shared": {"exposure_own": "length", "exposure_everywhere": "length"},
    "worsened": {"degree_before": "share"},
    "earlier": {"earlier": "share"},
    "temporary": {"of_month": "share", "shares": "shares"},
    "waiting": {"days": "length", "waiting": "least"},
    "paid_back": {"paid_back_over": "length"},
    "survivors": {**dict.fromkeys(CONDITIONS, "yesno"), "share": "share"},
    "each_further": {"each_further": "share"},
    "group_ceiling": {"group_ceiling": "share"},
    "family_ceiling": {"family_ceiling": "share", "other_shares": "shares"},
    "minimum_each": {"minimum_each": "money"},
    "death_sum": {"takes_sum": "yesno", "sum_part": "share"},
}
LIMITS = (
    *("floor", "ceiling", "minimum", "temporary_minimum", "temporary_maximum", "pension_minimum", "pension_maximum"),
    *("lump_sum_minimum", "lump_sum_maximum", "death_sum_minimum", "death_sum_maximum"),
)


def asked_of(shape: Shape) -> dict[str, str]:
    """The names of the figures that a law of this shape is given, and their kinds."""
    way = next((part.removeprefix("rounding_") for part in shape.parts if part.startswith("rounding_")), "half_up")
    found = {**ALWAYS, "rounding": f"rounding {way}"}
    for part, kinds in BY_PART.items():
        found |= kinds if part in shape.parts else {}
    found |= {name: "money" for name in LIMITS if name in shape.parts}
    found |= {"earnings": "runs", "window": "length"} if shape.reference == "mean" else {}
    found |= {shape.formula: "bands"} if shape.formula in ("bands", "slopes") else {}
    return found


def injury(draw: Draw, shape: Shape) -> Member:
    """One person's injury under a law of a shape."""
    draw.person()
    given: dict[str, Any] = {"nought": 0, "whole": 1, "no": False, "yes": True}
    for name, kind in asked_of(shape).items():
        key = (shape, name)
        if key not in draw.same:
            draw.same[key] = draw.figure(kind, name) if draw.by.random() < draw.constant else None
        value = draw.figure(kind, name) if draw.same[key] is None else draw.same[key]
        given[name] = value if value is not False or draw.by.random() < 0.2 else True  # a right hangs on many answers
    if "temporary" in shape.parts:
        given["waits"] = tuple(draw.figure("yesno", "waits") for _ in given["shares"])
    told: dict[str, Any] = {name: Told(value) for name, value in given.items()}
    told |= {name: tuple(map(Told, given[name])) for name in ("shares", "waits") if name in given}
    return Member(Place("employment_injury", "insured", "XA.xa-injury", "fall"), shape, told)
