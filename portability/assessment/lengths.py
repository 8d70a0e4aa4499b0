"""Counted lengths, told: what each State counts of its own, and all States' lengths in a common unit under an instrument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portability.assessment.counting_law import Key, unit_name
from portability.assessment.shares import Lengths
from portability.citation import FACT_STANDINGS, weaker
from portability.number.exact import whole
from portability.number.unknown import Unknown, unknown
from portability.periods.conversion import ConversionTable, NoRoute, Row, convert
from portability.periods.counting import Accepted, Counted, Window, count, count_alone
from portability.periods.lengths import Length
from portability.periods.ranks import OverlapRules
from portability.periods.spans import Span, days
from portability.periods.spells import Spell
from portability.periods.units import Unit
from portability.record.step import Fact, Told

PLAIN = ConversionTable(
    rows=(Row(5, 9, 5, 22, 66, 264), Row(6, 8, 6, 26, 78, 312), Row(7, 6, 7, 30, 90, 360)),
    quarter_months=3,
    quarter_weeks=13,
    year_weeks=52,
    week_month_row=6,
)
"""How a State's own units relate where its law says nothing: twelve months, four quarters, 52 weeks make a year."""


@dataclass(slots=True)
class Own:
    """What one State's scheme counts of its own by its own law, before any other State is looked at."""

    key: Key
    unit: Unit
    spells: tuple[Spell, ...]
    accepted: Accepted
    counted: Counted
    reading: str = "official"
    until: date = date.max
    since: date = date.min
    _weaker: dict[str, Counted] = field(default_factory=dict)
    _whole: Counted | None = None

    @property
    def doubt(self) -> str | None:
        """The standing of the law's reading of part units, where dated time leaves room for another."""
        dated = any(spell.certified is None for spell in self.spells)
        return self.reading if dated and self.reading != "official" and self.unit.part == "any_day" else None

    def slack(self, purpose: Any) -> Any:
        """By how much the length would be shorter if only calendar units covered whole counted."""
        if self._whole is None:
            unit = self.unit._replace(part="complete")
            self._whole = _alone(self.key, unit, self.spells, self.accepted, self.until, self.since)
        return self.counted.own(self.key, purpose) - self._whole.own(self.key, purpose)

    def at_least(self, level: str) -> Counted:
        """The same count, of periods of at least that standing."""
        if level not in self._weaker:
            spells = [spell for spell in self.spells if not weaker(spell.standing, level, FACT_STANDINGS)]
            self._weaker[level] = _alone(self.key, self.unit, spells, self.accepted, self.until, self.since)
        return self._weaker[level]


def own(
    key: Key,
    unit: Unit,
    spells: Sequence[Spell],
    accepted: Accepted,
    reading: str = "official",
    until: date = date.max,
    since: date = date.min,
) -> Own:
    """Count a scheme by its own law up to a day, and `since` one; `reading`: the standing of what the law says of part units."""
    mine = tuple(spell for spell in spells if spell.member == key)
    return Own(key, unit, mine, accepted, _alone(key, unit, mine, accepted, until, since), reading, until, since)


def _alone(
    key: Key, unit: Unit, spells: Sequence[Spell], accepted: Accepted, until: date, since: date = date.min
) -> Counted:
    return count_alone(spells, {key: unit}, PLAIN, accepted={key: accepted}, window=_between_days(since, until))


def last_day_counted(spells: Sequence[Spell], at: date) -> date:
    """The day up to which a decision for a day counts; no limit where no period goes on after it."""
    return at if any(spell.span is not None and spell.span.end > at for spell in spells) else date.max


def _between_days(since: date, until: date) -> Window:
    """The time looked at: up to a day, to which lengths without dates belong; or since another, where they never count."""
    return Window(Span(since, until), undated="counted" if since == date.min else "never")


def told_own(counted: Own, purpose: Any, where: str) -> Told:
    """A State's own length for the right or for the amount, with the standing of the weakest period in it."""
    value = counted.counted.own(counted.key, purpose)
    fact = _fact(
        where,
        counted.spells,
        lambda level: _between(value, counted.at_least(level).own(counted.key, purpose), counted.spells, level, where),
        counted.doubt,
        lambda: counted.slack(purpose),
    )
    return Told(_open(value, counted.counted.not_converted(counted.key, purpose)), fact)


@dataclass(slots=True)
class Common:
    """The lengths of the States that one instrument links, after its overlap rules and in its conversions.

    An own length that an institution states (`stated`, in the unit of its law) stands in place of the count.
    """

    keys: tuple[Key, ...]
    units: dict[Key, Unit]
    spells: tuple[Spell, ...]
    overlap: OverlapRules
    conversion: ConversionTable
    accepted: dict[Key, Accepted]
    left_out: dict[str, str]
    read: dict[Key, Own] = field(default_factory=dict)
    until: date = date.max
    stated: dict[Key, Told] = field(default_factory=dict)
    since: date = date.min
    counted: Counted = field(init=False)
    _lengths: tuple[tuple[Lengths, ...], tuple[int, ...]] | None = None
    _of: dict[Key, list[Spell]] = field(default_factory=dict)
    _weaker: dict[str, Counted] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.counted = self._count(self.spells)

    def _count(self, spells: Sequence[Spell]) -> Counted:
        return count(
            spells,
            self.units,
            self.overlap,
            self.conversion,
            accepted=self.accepted,
            left_out=self.left_out,
            window=_between_days(self.since, self.until),
        )

    def at_least(self, level: str) -> Counted:
        """The same count, of periods of at least that standing."""
        if level not in self._weaker:
            self._weaker[level] = self._count(
                [spell for spell in self.spells if not weaker(spell.standing, level, FACT_STANDINGS)]
            )
        return self._weaker[level]

    def of(self, key: Key) -> tuple[Spell, ...]:
        """The spells of one scheme."""
        if not self._of:
            for spell in self.spells:
                self._of.setdefault(spell.member, []).append(spell)
        return tuple(self._of.get(key, ()))

    def displaced(self, key: Key) -> Any:
        """The voluntary length a scheme lost to insurance elsewhere, for the amount."""
        return self.counted.displaced_voluntary(key, "amount")

    def told(self, key: Key, where: str, purpose: Any = "amount") -> Told:
        """A State's own length after overlap, in its own unit."""
        if key in self.stated:
            return self._as_stated(key, self.units[key])
        value = self.counted.own(key, purpose)
        mine = self.of(key)
        national = self.read.get(key)
        fact = _fact(
            where,
            mine,
            lambda level: _between(value, self.at_least(level).own(key, purpose), mine, level, where),
            None if national is None else national.doubt,
            None if national is None else lambda: min(national.slack(purpose), value),
        )
        return Told(_open(value, self.counted.not_converted(key, purpose)), fact)

    def _as_stated(self, key: Key, unit: Unit) -> Told:
        """A stated own length in another unit, by the conversions of the instrument."""
        told, law = self.stated[key], self.read[key].unit
        if isinstance(told.value, Unknown):
            return told
        try:
            length = convert(Length(law.name, told.value, law.day_system), unit, self.conversion)
        except NoRoute:
            return told._replace(value=unknown(f"the stated length of {'.'.join(key)} in this unit"))
        return told._replace(value=length.value)

    def last_day(self, key: Key) -> Told:
        """The last day of a scheme, as a number of days; nought without periods, open where some have no dates."""
        day = self.counted.last_day(key, "right")
        mine, path = self.of(key), f"the last period of {'.'.join(key)}"
        known = 0 if day is None else day.toordinal()
        standing = max((spell.standing for spell in mine), key=FACT_STANDINGS.index, default="certified")
        undated = any(spell.span is None for spell in mine)
        return Told(unknown(path, low=known) if undated else known, Fact(path, "facts", standing, "day"))

    def lengths(self) -> tuple[tuple[Lengths, ...], tuple[int, ...]]:
        """For each unit in use, the lengths of all in it; and for each member the unit it counts in.

        Schemes that turn days into a unit in different ways still count in one unit: one total serves them all.
        """
        if self._lengths is None:
            self._lengths = self._in_units()
        return self._lengths

    def _in_units(self) -> tuple[tuple[Lengths, ...], tuple[int, ...]]:
        names = [unit_name(self.units[key]) for key in self.keys]
        units = list(dict.fromkeys(names))
        found = []
        for unit in units:
            first = self._counts_most([key for key, name in zip(self.keys, names, strict=True) if name == unit])
            found.append(Lengths(unit, self.vector(first, "right"), self.vector(first, "amount")))
        return tuple(found), tuple(units.index(name) for name in names)

    def _counts_most(self, keys: Sequence[Key]) -> Key:
        """The State from whose side the most is counted: time that several claim stands there with the State itself.

        Where all time is dated and counts alike, every side gives one total. But a certified length speaks for all the
        time between its dates, and only whole months may count: then another's longer count of that time must not go.
        """
        covered = [span for key in self.keys for span in self.counted.days(key)]
        if len(keys) == 1 or days(covered) == sum(days((span,)) for span in covered):
            return keys[0]
        return max(keys, key=lambda key: self.counted.own(key) + self.counted.foreign(key, "right", self.keys).length)

    def vector(self, to: Key, purpose: Any) -> tuple[Told, ...]:
        """The lengths of all the schemes in the unit of one of them, in the order of the schemes."""
        foreign = self.counted.foreign(to, purpose, self.keys)
        there = dict(foreign.each)
        lost = set(foreign.not_converted)

        def length(key: Key) -> Told:
            if key in self.stated:
                return self._as_stated(key, self.units[to])
            if key == to:
                return self.told(key, ".".join(key), purpose)
            value = there.get(key, 0)
            mine = self.of(key)
            where = ".".join(part for part in key if part)

            def without(level: str) -> Any:
                again = dict(self.at_least(level).foreign(to, purpose, self.keys).each).get(key, 0)
                return _between(value, again, mine, level, where)

            return Told(_open(value, sorted(lost & {spell.id for spell in mine})), _fact(where, mine, without))

        return tuple(length(key) for key in self.keys)


def _open(value: Any, not_converted: Sequence[str]) -> Any:
    """A length of which some part could not be converted is at least what could."""
    if not not_converted:
        return whole(value)
    return unknown(*(f"the length of period {id_} in this unit" for id_ in not_converted), low=whole(value))


def _between(full: Any, strict: Any, spells: Sequence[Spell], level: str, where: str) -> Any:
    """A length when weaker periods are blanked: open upwards where one of them is the State's own."""
    low = full if full < strict else strict
    if any(weaker(spell.standing, level, FACT_STANDINGS) for spell in spells):
        return unknown(f"periods of {where}", low=low)
    high = strict if full < strict else full
    return low if low == high else unknown(f"periods of {where}", low=low, high=high)


def _fact(where: str, spells: Sequence[Spell], without: Any, doubt: str | None = None, slack: Any = None) -> Fact:
    standing = max((spell.standing for spell in spells), key=FACT_STANDINGS.index, default="certified")
    return Fact(f"periods of {where}", "facts", standing, "length", None, "", without, doubt, slack)
