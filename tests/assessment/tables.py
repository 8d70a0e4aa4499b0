"""Tables of persons, drawn, and the same persons as the rows of a cell.

A person has a State in each slot; the shape of its law and every figure of law and career are drawn: known, nought,
unknown, or larger than a column holds unaided. Some figures are one for all the rows of a shape, the others a column.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

from portability.assessment.assess import assess
from portability.assessment.rows import ManyRows, Slot
from portability.assessment.shares import Lengths, Linked, Sharing
from portability.assessment.stages import Member, OnePerson, Shape
from portability.number.rounding import Rounding
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.record.ledger import Ledger
from portability.record.step import Place, Told, bare
from tests.assessment.shapes import METHODS
from tests.number.same_answer import row, said, stacked

LENGTHS = (0, 3, 6, 11, 12, 60, 119, 120, 121, 180, 240, Fraction(361, 2), 420)
LEAST = (0, 12, 60, 120, 180)
UNITS = ("months", "quarters", "days6")


@dataclass
class Draw:
    """Figures by their names: those of `constant` are one for all the rows of a shape."""

    by: Random
    constant: float = 0.3
    unknowns: float = 0.0
    scale: int = 1
    same: dict[Any, Any] = field(default_factory=dict)

    def person(self) -> None:
        """Begin a person: most are fully known, some lack facts, a few earn what no column of int64 holds."""
        self.unknowns = self.by.choice((0.0, 0.0, 0.0, 0.04, 0.15))
        self.scale = self.by.choice((1, 1, 1, 1, 10**13))

    def open(self, kind: str) -> bool:
        return self.by.random() < self.unknowns and kind not in ("rounding", "sequence")

    def given(self, shape: Shape) -> dict[str, Any]:
        """All that a member of this shape is given, told."""
        found = {"nought": 0, "whole": 1, "no": False}
        for name, kind in asked_of(shape).items():
            key = (shape, name)
            if key not in self.same:
                self.same[key] = self.figure(kind, name) if self.by.random() < self.constant else None
            value = self.same[key]
            found[name] = self.figure(kind, name) if value is None else value
        if "ceilings" in found:
            found["ceilings"] = tuple(self.figure("money", "ceiling") for _ in found["earnings"])
        if "contribution_rates" in found:
            found["contribution_rates"] = tuple(self.figure("share", "rate") for _ in found["earnings"])
        return {name: Told(value) for name, value in found.items()}

    def figure(self, kind: str, name: str) -> Any:
        """One figure of a kind, or what is known of it."""
        if kind == "runs":
            return tuple((self.figure("money", name), self.figure("length", name)) for _ in range(self.by.randint(0, 4)))
        if kind == "tiers":
            starts = sorted(self.by.sample((0, 12, 60, 120, 180, 240), self.by.randint(1, 3)))
            return tuple((start, self.figure("rate", name)) for start in starts)
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
            return self.by.choice(LENGTHS)
        if kind == "least":
            return self.by.choice(LEAST)
        if kind == "rate":
            return Fraction(self.by.randint(1, 9), self.by.choice((360, 420, 1200)))
        if kind == "share":
            return self.by.choice((1, 1, Fraction(1, 2), Fraction(1, 3), Fraction(7, 20), Fraction(4, 5)))
        if kind == "count":
            return self.by.choice((12, 12, 13, 14, 240))
        return self.by.choice((100, 300, 600, Fraction(1250, 3), Fraction(self.by.randint(1, 9999), 7))) * self.scale


def asked_of(shape: Shape) -> dict[str, str]:
    """The names of the figures that a law of this shape has, and their kinds."""
    parts, in_place = shape.parts, (shape.otherwise, shape.otherwise_below)
    return {
        **{"qualifying": "least", "age": "yesno", "own_right": "length", "own_amount": "length", "payments": "count"},
        **{"rounding": f"rounding {_way(parts, 'rounding')}", "rounding_once": "rounding half_up"},
        **_where(shape.formula in ("flat", "residence_fraction"), amount="money"),
        **_where(shape.formula == "accrual", base="share", tiers="tiers"),
        **_where(shape.formula in ("fraction", "residence_fraction"), denominator="length", cap="share"),
        **_where("cap" in parts, cap="share"),
        **_where("part_years" in parts, part_years="rounding down"),
        **_where(shape.formula == "account", divisor="count"),
        **_where(shape.formula == "account" or "balance" in in_place, balance="money"),
        **_where(shape.formula == "none", formula_unknown="money"),
        **_where(shape.reference != "none" or {"refund", "per_month"} & {*in_place}, earnings="runs"),
        **_where(shape.reference in ("last", "best"), reference_length="length"),
        **_where("ceiling" in parts, ceilings="sequence"),
        **_where("within" in parts, reference_within="length"),
        **_where("reduced" in parts, reduced="least", reduced_factor="share"),
        **_where("any_age" in parts, any_age="length"),
        **_where("full_career" in parts, full_career="length"),
        **_where("minimum" in parts, minimum="money"),
        **_where("maximum" in parts, maximum="money"),
        **_where("commutation" in parts, commuted_share="share", commutation_factor="count"),
        **_where("nationality" in parts, nationality="yesno", equality="yesno"),
        **_where("residence" in parts, residence="yesno"),
        **_where("residence_length" in parts, residence_own="length", residence_length="least"),
        **_where("refund" in in_place, contribution_rates="sequence"),
        **_in_place("otherwise", shape.otherwise, parts),
        **_in_place("otherwise_below", shape.otherwise_below, parts),
        **_where("rounding_theoretical" in parts, rounding_theoretical=f"rounding {_way(parts, 'theoretical')}"),
        **_where("displaced" in parts, with_voluntary="length", without_voluntary="length"),
        **_where("independent" in shape.stated, stated_right_alone="yesno", stated_independent="money"),
        **_where(shape.stated & {"theoretical", "pro_rata"}, stated_right="yesno"),
        **{f"stated_{name}": "money" for name in shape.stated},
    }


def _where(present: Any, **kinds: str) -> dict[str, str]:
    return kinds if present else {}


def _in_place(key: str, kind: str, parts: frozenset[str]) -> dict[str, str]:
    if kind == "none":
        return {}
    own = {f"{key}_reference_length": "length"} if f"{key}_reference" in parts else {}
    figures = {"share": "share", "interest": "money", "factor": "rate", "amount": "money", "least": "least"}
    return own | {f"{key}_{name}": told for name, told in figures.items()}


def _way(parts: frozenset[str], prefix: str) -> str:
    return next((way for way in ("down", "up", "half_even", "half_up") if f"{prefix}_{way}" in parts), "half_up")


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
    return Person(members, [_linked(draw, members, f"i{k}", *link) for k, link in enumerate(links)])


def _linked(draw: Draw, members: Sequence[Member], name: str, at: tuple[int, ...], sharing: Sharing) -> Linked:
    units = [draw.by.choice(UNITS) for _ in at]
    in_use = list(dict.fromkeys(units))

    def told(kind: str) -> tuple[Told, ...]:
        return tuple(Told(draw.figure(kind, f"{kind}-{k}")) for k in at)

    lengths = tuple(Lengths(unit, told("length"), told("length")) for unit in in_use)
    which = tuple(in_use.index(unit) for unit in units)
    return Linked(
        at=at,
        members=tuple(_under(members[i], name, draw.by.choice(METHODS)) for i in at),
        sharing=sharing,
        place=Place("old_age", "insured", name),
        lengths=lengths,
        which=which,
        before=tuple(members[i].given["own_right"] for i in at),
        own=tuple(lengths[unit].amount[k] for k, unit in enumerate(which)),
        minimum=told("least"),
        last_days=told("length"),
    )


def _under(member: Member, name: str, method: str) -> Member:
    place = member.place._replace(variant=f"{name}.all")
    return replace(member, place=place, shape=replace(member.shape, method=method))


def column(values: Sequence[Any]) -> Any:
    """The told values of several persons, a row each; one for all where they are the same thing."""
    known = [bare(value) for value in values]
    if all(value is known[0] for value in known):
        return known[0]
    if type(known[0]) is not tuple:
        return stacked(known)
    longest = max(known, key=len)
    absent = tuple((0, 0) if type(item) is tuple else 0 for item in longest)
    return stacked([absent[: len(absent) - len(value)] + value for value in known])


def slot(members: Sequence[Member]) -> Slot:
    """One State of every row."""
    by_shape: dict[Shape, list[int]] = {}
    for r, member in enumerate(members):
        by_shape.setdefault(member.shape, []).append(r)
    return Slot(tuple((rows, _together([members[r] for r in rows])) for rows in by_shape.values()))


def _together(members: Sequence[Member]) -> Member:
    first = members[0]
    return replace(first, given={name: column([one.given[name] for one in members]) for name in first.given})


def linked(runs: Sequence[Linked]) -> Linked:
    """What one instrument links, for every row: each slot's total is in the unit that its row counts in."""
    first = runs[0]
    slots = range(len(first.at))

    def each(read: str) -> tuple[Any, ...]:
        return tuple(column([getattr(run, read)[k] for run in runs]) for k in slots)

    def total(k: int, purpose: str) -> tuple[Any, ...]:
        return tuple(column([getattr(run.lengths[run.which[k]], purpose)[j] for run in runs]) for j in slots)

    return replace(
        first,
        members=tuple(slot([run.members[k] for run in runs]) for k in slots),
        lengths=tuple(Lengths(f"of slot {k}", total(k, "right"), total(k, "amount")) for k in slots),
        which=tuple(slots),
        **{name: each(name) for name in ("before", "own", "minimum", "last_days")},
        no=False,
    )


def values(found: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a result, under the names that lead to it."""
    if type(found) is tuple:
        for i, item in enumerate(found):
            yield from values(item, f"{path}[{i}]")
    elif is_dataclass(found) and not isinstance(found, Unknown):
        for each in fields(found):
            yield from values(getattr(found, each.name), f"{path}.{each.name}".lstrip("."))
    else:
        yield path, bare(found)


def for_one(one: Person) -> Mapping[str, Any]:
    """Every value of the decision on one person."""
    return dict(values(assess(OnePerson(Ledger()), one.members, one.runs)))


def for_rows(persons: Sequence[Person]) -> Mapping[str, Any]:
    """Every value of the decision on all the rows, as columns."""
    slots = [slot([one.members[k] for one in persons]) for k in range(len(persons[0].members))]
    runs = [linked([one.runs[k] for one in persons]) for k in range(len(persons[0].runs))]
    return dict(values(assess(ManyRows(len(persons)), slots, runs)))


def differing(persons: Sequence[Person]) -> list[str]:
    """Where the rows of a cell answer otherwise than their persons."""
    in_rows = for_rows(persons)
    faults = []
    for r, one in enumerate(persons):
        exact = for_one(one)
        assert exact.keys() == in_rows.keys()
        for path, value in exact.items():
            found = row(in_rows[path], r)
            if said(found) != said(value):
                shapes = " | ".join(str(member.shape) for member in one.members)
                faults.append(f"row {r}, {path}: {found} for {value}; {shapes}")
    return faults
