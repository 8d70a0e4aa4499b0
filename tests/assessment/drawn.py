"""Persons, drawn: a State in each slot, and what each instrument links.

The shape of a State's law is given; every figure of law and career is drawn: known, nought, unknown, or larger than a
column holds unaided. Some figures are one for all the persons with a shape.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random
from typing import Any

from portability.assessment.case_plan import OF_EARNINGS
from portability.assessment.shares import Lengths, Linked, Sharing
from portability.assessment.stages import Member, Shape
from portability.assessment.survivors import CONDITIONS
from portability.number.rounding import Rounding
from portability.number.unknown import unknown, unknown_truth
from portability.record.step import Place, Told
from tests.assessment.drawn_beside import beside, under
from tests.assessment.shapes import METHODS

LENGTHS = (0, 3, 6, 11, 12, 60, 119, 120, 121, 180, 240, Fraction(361, 2), 420)
LEAST = (0, 12, 60, 120, 180)
UNITS = ("months", "quarters", "days6")


@dataclass
class Draw:
    """Figures by their names; `constant` of them are one for all the persons with a shape."""

    by: Random
    lengths: Sequence[int | Fraction] = LENGTHS
    methods: Sequence[str] = METHODS
    constant: float = 0.3
    unknowns: float = 0.0
    scale: int = 1
    same: dict[Any, Any] = field(default_factory=dict)

    def person(self) -> None:
        """Begin a person: most are fully known, some lack facts, a few earn what no column of int64 holds."""
        self.unknowns = self.by.choice((0.0, 0.0, 0.0, 0.04, 0.15))
        self.scale = self.by.choice((1, 1, 1, 1, 10**13))

    def given(self, shape: Shape) -> dict[str, Any]:
        """All that a member of this shape is given, told."""
        found: dict[str, Any] = {"nought": 0, "whole": 1, "no": False}
        for name, kind in asked_of(shape).items():
            key = (shape, name)
            if key not in self.same:
                self.same[key] = self.figure(kind, name) if self.by.random() < self.constant else None
            value = self.same[key]
            found[name] = self.figure(kind, name) if value is None else value
        for name, kind in BY_RUN:
            if name in found:
                found[name] = tuple(self.figure(kind, name) for _ in found["earnings"])
        return {name: Told(value) for name, value in found.items()}

    def figure(self, kind: str, name: str) -> Any:
        """One figure of a kind, or what is known of it."""
        if kind == "sequence":
            return ()
        if kind == "runs":
            years = range(self.by.randint(0, 4))
            return tuple((self.figure("money", name), self.figure("length", name)) for _ in years)
        if kind == "shares":
            return tuple(self.figure("share", name) for _ in range(3))
        if kind == "bands":
            rows = ((from_, self.figure("share", name)) for from_ in (Fraction(1, 3), Fraction(1, 2), Fraction(4, 5)))
            return tuple(rows)
        if kind == "lengths":
            return tuple(self.figure("length", name) for _ in range(self.by.randint(1, 3)))
        if kind in ("tiers", "steps"):
            starts = sorted(self.by.sample((0, 12, 60, 120, 180, 240), self.by.randint(1, 3)))
            return tuple((start, self.figure("rate", name)) for start in starts)
        if kind == "bands":
            starts = (0, *sorted(self.by.sample((100, 300, 500, 700), self.by.randint(0, 2))))
            return tuple((start * self.scale, self.figure("share", name)) for start in starts)
        if kind.startswith("rounding"):
            way = kind.partition(" ")[2]
            unit = self.by.choice((Fraction(1, 100), Fraction(1), Fraction(5), Fraction(1, 3), Fraction(6)))
            return Rounding(unit, way, "s. 1", "official")
        if kind == "yesno":
            return unknown_truth(name) if self.by.random() < self.unknowns else self.by.random() < 0.75
        known = self.known(kind)
        if self.by.random() >= self.unknowns:
            return known
        ends = self.by.choice(({}, {"low": known}, {"low": known, "high": known + self.known(kind)}))
        return unknown(name, **ends)

    def known(self, kind: str) -> int | Fraction:
        """A known number of a kind; one in twelve is nought."""
        if self.by.random() < 1 / 12:
            return 0
        if kind == "length":
            return self.by.choice(self.lengths)
        if kind == "least":
            return self.by.choice(LEAST)
        if kind == "rate":
            return Fraction(self.by.randint(1, 9), self.by.choice((360, 420, 1200)))
        if kind == "share":
            return self.by.choice((1, 1, Fraction(1, 2), Fraction(1, 3), Fraction(7, 20), Fraction(4, 5)))
        if kind == "count":
            return self.by.choice((12, 12, 13, 14, 240))
        return self.by.choice((100, 300, 600, Fraction(1250, 3), Fraction(self.by.randint(1, 9999), 7))) * self.scale


BY_RUN = (
    ("ceilings", "money"),
    ("contribution_rates", "share"),
    ("revaluation", "share"),
    ("indexing", "share"),
    ("points_per_unit", "rate"),
)
"""What stands beside each run of earnings."""

ALWAYS = {
    "qualifying": "least",
    "age": "yesno",
    "own_right": "length",
    "own_amount": "length",
    "payments": "count",
    "rounding_once": "rounding half_up",
}


def asked_of(shape: Shape) -> dict[str, str]:
    """The names of the figures that a law of this shape has, and their kinds."""
    parts, in_place = shape.parts, (shape.otherwise, shape.otherwise_below)
    return {
        **ALWAYS,
        "rounding": f"rounding {_way(parts, 'rounding')}",
        **_where(shape.formula in ("flat", "residence_fraction"), **_amount("amount", parts)),
        **_where(shape.formula == "accrual", base="share", tiers="tiers"),
        **_where(shape.formula in ("fraction", "residence_fraction"), denominator="length", cap="share"),
        **_where("cap" in parts, cap="share"),
        **_where("part_years" in parts, part_years=f"rounding {_way(parts, 'part_years', 'down')}"),
        **_where(shape.formula in ("account", "notional"), divisor="count"),
        **_where(shape.formula in ("account", "notional") or "balance" in in_place, balance="money"),
        **_where("balance_of_contributions" in parts, contribution_rates="sequence", indexing="sequence"),
        **_where(shape.formula == "bands" or "bands" in parts, bands="bands"),
        **_where(shape.formula == "points", points="count", year="count", access_factor="share", type_factor="share"),
        **_where(shape.formula == "points", **_amount("point_value", parts)),
        **_where("points_earned" in parts, points_per_unit="sequence"),
        **_where("points_rounded" in parts, points_rounding=f"rounding {_way(parts, 'points')}"),
        **_where("fixed_part" in parts, **_amount("fixed_part", parts)),
        **_where("fixed_over" in parts, fixed_over="length"),
        **_where(shape.formula == "none", formula_unknown="money"),
        **_where(shape.reference != "none" or OF_EARNINGS & {*in_place}, earnings="runs"),
        **_where(shape.formula in ("points", "notional"), earnings="runs"),
        **_where("revalued" in parts, revaluation="sequence"),
        **_where("reference_rounded" in parts, reference_rounding=f"rounding {_way(parts, 'reference')}"),
        **_where(shape.reference in ("last", "best"), reference_length="length"),
        **_where("ceiling" in parts, ceilings="sequence"),
        **_where("within" in parts, reference_within="length"),
        **_where("reduced" in parts, reduced="least", reduced_factor="share"),
        **_where("any_age" in parts, any_age="length"),
        **_where("further" in parts, further="least", further_own="length"),
        **_where("further_together" in parts, further_lengths="lengths"),
        **_where("alternative" in parts, alternative="least", alternative_own="length"),
        **_where("alternative_together" in parts, alternative_lengths="lengths"),
        **_where("registered" in parts, registered="least", registered_for="length"),
        **_where("on_leaving" in parts, left="yesno"),
        **_where("early" in parts, early="yesno", drawn_in_time="yesno", months_early="length", early_reduction="rate"),
        **_where("early_factors" in parts, age_drawn="length", early_factors="steps"),
        **_where("deferred" in parts, months_late="length", deferred_increase="rate"),
        **_where("full_career" in parts, full_career="length"),
        **_where("unit_of_agreement" in parts, units_of_law="count"),
        **_where(parts & {"minimum", "minimum_after_ratio"}, **_amount("minimum", parts)),
        **_where("maximum" in parts, **_amount("maximum", parts)),
        **_where("chained" in parts, chained="lengths"),
        **_where("third_counted" in parts, third_counted="lengths"),
        **_where("fixed_total" in parts, fixed_total="length"),
        **_where("minimum_from" in parts, minimum_from="least"),
        **_where("minimum_totalised" in parts, minimum_length="length"),
        **_where("holds_balance" in parts, balance="money", moved_rate="share", fund_months="length"),
        **_where("takes_over" in parts, credit_rate="rate"),
        **_where({"holds_balance", "takes_over"} & parts, credit_units="count", credit_steps="rounding down"),
        **_where("otherwise_asks" in parts, otherwise_asked="yesno"),
        **_where("commutation" in parts, commuted_share="share", commutation_factor="count"),
        **_where("nationality" in parts, nationality="yesno", equality="yesno"),
        **_where("residence" in parts, residence="yesno"),
        **_where("residence_waived" in parts, residence_waived="yesno"),
        **_where("residence_length" in parts, residence_own="length", residence_length="least"),
        **_where("residence_before" in parts, residence_before_own="length", residence_before="least"),
        **_where("residence_limit" in parts, residence_limit_own="length", residence_limit="least", residence_equality="yesno"),
        **_where({"residence_limit", "residence_before"} <= parts, residence_limit_before="least"),
        **_where(parts & {"invalidity", "survivors"}, happened="yesno"),
        **_where("invalidity" in parts, degree="share", least_degree="share"),
        **_where("degree" in parts, bands="bands"),
        **_where("future" in parts, future="length"),
        **{name: "yesno" for name in ("until_age", "converts", "insured_at_event", "insured_elsewhere") if name in parts},
        **_where("survivors" in parts, **dict.fromkeys(CONDITIONS, "yesno"), share="share"),
        **_where("together" in parts, heads="count"),
        **_where("family_ceiling" in parts, other_shares="shares", family_ceiling="share"),
        **_where(parts & {"minimum_each", "minimum_each_after_ratio"}, minimum_each="money"),
        **_where("refund" in in_place, contribution_rates="sequence"),
        **_in_place("otherwise", shape.otherwise, parts),
        **_in_place("otherwise_below", shape.otherwise_below, parts),
        **_where("rounding_theoretical" in parts, rounding_theoretical=f"rounding {_way(parts, 'theoretical')}"),
        **_where("displaced" in parts, with_voluntary="length", without_voluntary="length"),
        **_where("independent" in shape.stated, stated_right_alone="yesno", stated_independent="money"),
        **_where(shape.stated & {"theoretical", "pro_rata"}, stated_right="yesno"),
        **{f"stated_{name}": "money" for name in shape.stated - {"total_length"}},
        **_where("total_length" in shape.stated, stated_total="length"),
    }


def _where(present: Any, **kinds: str) -> dict[str, str]:
    return kinds if present else {}


def _amount(name: str, parts: frozenset[str]) -> dict[str, str]:
    """An amount, or what it is a share of."""
    if f"{name}_share" not in parts:
        return {name: "money"}
    return {f"{name}_share": "share", **_where(f"{name}_of_reference" not in parts, **{f"{name}_of": "money"})}


def _in_place(key: str, kind: str, parts: frozenset[str]) -> dict[str, str]:
    if kind == "none":
        return {}
    own = {f"{key}_reference_length": "length"} if f"{key}_reference" in parts else {}
    for name, told in (("steps", "rounding down"), ("least", "money")):
        own |= {f"{key}_{'minimum' if name == 'least' else name}": told} if f"{key}_{name}" in parts else {}
    figures = {"share": "share", "interest": "money", "factor": "rate", "amount": "money", "least": "least"}
    return own | {f"{key}_{name}": told for name, told in figures.items()}


def _way(parts: frozenset[str], prefix: str, otherwise: str = "half_up") -> str:
    return next((way for way in ("down", "up", "half_even", "half_up") if f"{prefix}_{way}" in parts), otherwise)


@dataclass
class Person:
    """One row: a member in each slot, and what each instrument links."""

    members: list[Member]
    runs: list[Linked]


def person(draw: Draw, shapes: Sequence[Shape], links: Sequence[tuple[tuple[int, ...], Sharing]]) -> Person:
    """A person with a State of each shape, and instruments that each link some of these States."""
    draw.person()
    members = [
        Member(Place("old_age", "insured", f"slot-{slot}", "alone"), shape, draw.given(shape))
        for slot, shape in enumerate(shapes)
    ]
    members = [beside(draw, member, len(shapes)) for member in members]
    return Person(members, [_linked(draw, members, f"i{k}", *link) for k, link in enumerate(links)])


def _linked(draw: Draw, members: Sequence[Member], name: str, at: tuple[int, ...], sharing: Sharing) -> Linked:
    units = [draw.by.choice(UNITS) for _ in at]
    in_use = list(dict.fromkeys(units))

    def told(kind: str) -> tuple[Told, ...]:
        return tuple(Told(draw.figure(kind, f"{kind}-{k}")) for k in at)

    lengths = tuple(Lengths(unit, told("length"), told("length")) for unit in in_use)
    which = tuple(in_use.index(unit) for unit in units)
    third = tuple(Lengths(f"{unit}.third", told("length"), told("length")) for unit in in_use)
    linked = tuple(under(draw, members[i], name, sharing, len(at)) for i in at)
    return Linked(
        at=at,
        competent=told("yesno"),
        members=linked,
        open_members=tuple(replace(m, place=m.place._replace(variant=f"{name}.open")) for m in linked),
        limited_members=tuple(
            replace(members[i], place=members[i].place._replace(variant=f"{name}.independent")) for i in at
        ),
        third_members=tuple(replace(m, place=m.place._replace(variant=f"{name}.third")) for m in linked),
        third_lengths=third,
        third_own=tuple(third[unit].amount[k] for k, unit in enumerate(which)),
        named=tuple(Told(draw.figure("yesno", f"named-{k}")) for k in at),
        taken_as_open=tuple(Told(draw.by.random() < 0.2) for _ in at),
        sharing=sharing,
        place=Place("old_age", "insured", name),
        lengths=lengths,
        which=which,
        before=tuple(members[i].given["own_right"] for i in at),
        own=tuple(lengths[unit].amount[k] for k, unit in enumerate(which)),
        minimum=told("least"),
        last_days=told("length"),
    )
