"""What is left of spells to count, and which lengths one conversion brings together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from portability.periods.conversion import ConversionTable, NoRoute, exactly
from portability.periods.lengths import Length, Number, plain
from portability.periods.spells import Spell
from portability.periods.stretches import Stretch, meet, merge
from portability.periods.units import Unit, measure, shares, years_of


class Part(NamedTuple):
    """A spell, its days that count, and its certified length as far as it counts.

    `lengths` is None for a spell without certified length; `stuck` says that no figure converts what was displaced.
    """

    spell: Spell
    days: list[Stretch]
    lengths: tuple[Length, ...] | None
    stuck: bool = False


class Operation(NamedTuple):
    """Lengths that one conversion brings together, and for how many calendar years they were notified, if known."""

    spells: list[str]
    lengths: list[Length]
    years: int | None


def part_of(spell: Spell, days: list[Stretch], unit: Unit, table: ConversionTable) -> Part:
    """A spell that keeps some of its days.

    A certified length is lessened by what the State itself would count for the days that are gone, in its own unit;
    not below nought, and to nought where no day is left.
    """
    if not spell.certified:
        return Part(spell, days, None)
    lengths = tuple(
        each._replace(day_system=unit.week) if each.unit == "days" and each.day_system is None else each
        for each in spell.certified
    )
    if spell.span is None or days == [spell.span.stretch]:
        return Part(spell, days, lengths)
    if not days:
        return Part(spell, days, ())
    try:
        whole = in_unit(lengths, unit, table)
    except NoRoute:
        return Part(spell, days, (), stuck=True)
    left = whole - (measure([spell.span.stretch], unit) - measure(days, unit))
    return Part(spell, days, (length_in(unit, plain(left)),) if left > 0 else ())


def length_in(unit: Unit, value: Number) -> Length:
    """A length in a State's own unit."""
    return Length(unit.name, value, unit.week if unit.name == "days" else None)


def in_unit(lengths: Iterable[Length], unit: Unit, table: ConversionTable) -> Fraction:
    """The exact sum of lengths in one unit; NoRoute where the table has no figure."""
    return sum((exactly(each, unit, table) for each in lengths), Fraction(0))


def added(parts: Sequence[Part], unit: Unit) -> dict[str, Number]:
    """What each spell without certified length adds to the dated length of its scheme; they add up to it."""
    return shares(_dated(parts), unit, _certified(parts))


def operations(parts: Sequence[Part], unit: Unit, table: ConversionTable) -> list[Operation]:
    """The conversions that bring a scheme's parts into another unit: one, or one for each notification."""
    group_of: dict[str, Hashable] = {}
    spells: dict[Hashable, list[str]] = defaultdict(list)
    lengths: dict[Hashable, list[Length]] = defaultdict(list)
    years: dict[Hashable, set[int]] = defaultdict(set)
    undated: set[Hashable] = set()
    for part in parts:
        if not part.days and not part.lengths:
            continue
        lasts = _years(part)
        group: Hashable = "aggregate"
        if table.per == "as_notified":
            group = min(lasts) if len(lasts) == 1 else "dated" if part.lengths is None else ("alone", part.spell.id)
        group_of[part.spell.id] = group
        spells[group].append(part.spell.id)
        lengths[group] += part.lengths or ()
        years[group] |= lasts
        if not lasts:
            undated.add(group)
    marked = [(first, after, group_of[spell]) for first, after, spell in _dated(parts)]
    for group, length in shares(marked, unit, _certified(parts)).items():
        lengths[group].append(length_in(unit, length))
    return [
        Operation(spells[group], lengths[group], None if group in undated else len(years[group])) for group in spells
    ]


def within(parts: Iterable[Part], days: Sequence[Stretch], unit: Unit, table: ConversionTable) -> list[Part]:
    """The parts as far as they lie in a set of days; what has no dates stays."""
    kept = []
    for part in parts:
        left = meet(part.days, days)
        kept.append(part if left == part.days else part_of(part.spell, left, unit, table))
    return kept


def _dated(parts: Iterable[Part]) -> list[tuple[int, int, str]]:
    """The days of spells without certified length, in order, each with its spell."""
    return sorted((first, after, part.spell.id) for part in parts if part.lengths is None for first, after in part.days)


def _certified(parts: Iterable[Part]) -> list[Stretch]:
    """The days for which certified lengths speak."""
    return merge(day for part in parts if part.lengths is not None for day in part.days)


def _years(part: Part) -> set[int]:
    """The calendar years a length was notified for: those of a certified spell's dates, or of the days that count."""
    if part.lengths is None:
        return {year for first, after in part.days for year in years_of([(first, after)])}
    return set() if part.spell.span is None else set(years_of([part.spell.span.stretch]))
