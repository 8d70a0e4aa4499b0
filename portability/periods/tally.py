"""The lengths of one career for one purpose: for opening the right, or for the amount."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from portability.periods.conversion import ConversionTable, NoRoute, convert_together, rounded, same_unit
from portability.periods.crediting import Quarter, credit_quarters, quarters_touched
from portability.periods.lengths import Number, plain
from portability.periods.overlap import Kept
from portability.periods.parts import Part, added, in_unit, length_in, operations, part_of, within
from portability.periods.ranks import RANK_OF_KIND, RANKS, VOLUNTARY
from portability.periods.spans import Span
from portability.periods.spells import Member
from portability.periods.stretches import Stretch, cut, meet, merge, owned
from portability.periods.units import Unit, measure, place


class Window(NamedTuple):
    """A stretch of time outside which periods do not count; displacement is settled before.

    `undated` says what becomes of certified lengths without dates: `never` counted, or `counted` as if inside. `why`
    is the word said of periods outside, for instance `outside_instrument_dates`.
    """

    span: Span
    undated: str = "never"
    why: str = "outside_window"


class Foreign(NamedTuple):
    """The lengths of other schemes in one scheme's unit: their sum, each, and the spells no figure converts.

    Where `not_converted` names spells, the sum is at least what is given.
    """

    length: Number
    each: tuple[tuple[Member, Number], ...]
    not_converted: tuple[str, ...]


class Tally:
    """Own lengths of every scheme, and foreign lengths in any scheme's unit, for the spells of one purpose."""

    def __init__(
        self,
        kept: Sequence[Kept],
        unit_of: Mapping[Member, Unit],
        table: ConversionTable,
        window: Window | None,
        frame: Span | None,
    ) -> None:
        self._unit_of, self._table = unit_of, table
        self._foreign: dict[tuple[Member, tuple[Member, ...]], Foreign] = {}
        self.own: dict[Member, Number] = {}
        self.displaced_voluntary: dict[Member, Number] = {}
        self.counted: dict[str, Number] = {}
        self.why: dict[str, str] = {}
        self.not_converted: dict[Member, list[str]] = defaultdict(list)
        self.days: dict[Member, list[Stretch]] = {}
        self._parts: dict[Member, list[Part]] = defaultdict(list)
        for each in kept:
            self._enter(each, window)
        if frame is not None:
            self._confine(frame, kept)
        displaced = self._voluntary(kept, window)
        for member, parts in self._parts.items():
            self.days[member] = merge(day for part in parts for day in part.days)
            self._sum_up(member, parts)
            self.displaced_voluntary[member] = self._restored(member, displaced.get(member, {}))

    def foreign(self, to: Member, members: Iterable[Member]) -> Foreign:
        """The lengths of other schemes in the unit of `to`; days that `to` counts itself are not counted again.

        A day that several of the others count is brought by the one whose unbroken time began first.
        """
        others = tuple(sorted({member for member in members if member != to and member in self._parts}))
        if (to, others) not in self._foreign:
            self._foreign[to, others] = self._lengths_of(others, to)
        return self._foreign[to, others]

    def _lengths_of(self, others: Sequence[Member], to: Member) -> Foreign:
        own = self.days.get(to, [])
        free = [(low, high, member) for member in others for low, high in cut(self.days[member], own)]
        held: dict[Member, list[Stretch]] = {member: [] for member in others}
        for low, high, member in owned(free):
            held[member].append((low, high))
        each: list[tuple[Member, Number]] = []
        record: set[Quarter] | None = None
        if self._table.credited == "calendar_quarters" and self._unit_of[to].name == "quarters":
            record = quarters_touched(own)
        not_converted: list[str] = []
        for member in others:
            unit = self._unit_of[member]
            parts = within(self._parts[member], held[member], unit, self._table)
            not_converted += [part.spell.id for part in parts if part.stuck]
            length = Fraction(0)
            found = operations(parts, unit, self._table)
            for operation in found if record is None else sorted(found, key=lambda one: _begins(one.spells, parts)):
                try:
                    brought = convert_together(operation.lengths, self._unit_of[to], self._table, operation.years).value
                    length += brought if record is None else _credited(brought, operation.spells, parts, record)
                except NoRoute:
                    not_converted += operation.spells
            if self._table.rounding_scope == "total":
                length = rounded(length, self._table)
            each.append((member, plain(length)))
        total = sum((length for _, length in each), Fraction(0))
        return Foreign(plain(total), tuple(each), tuple(sorted(set(not_converted))))

    def _enter(self, kept: Kept, window: Window | None) -> None:
        """Take in what a spell keeps inside the window."""
        spell, days = kept.spell, list(kept.days)
        if window is not None:
            if spell.span is None and window.undated == "never":
                self.why[spell.id], self.counted[spell.id] = window.why, 0
                return
            first, after = window.span.stretch
            if days and (days[0][0] < first or days[-1][1] > after):
                days = meet(days, [(first, after)])
                self.why[spell.id] = window.why
        self._parts[spell.member].append(part_of(spell, days, self._unit_of[spell.member], self._table))

    def _confine(self, frame: Span, kept: Sequence[Kept]) -> None:
        """Limit lengths without dates to the time that no dated period takes, on which they are laid in order."""
        free = cut([frame.stretch], merge(day for each in kept for day in each.days))
        undated = [
            (member, RANKS.index(RANK_OF_KIND[part.spell.kind]), part.spell.id, at)
            for member, parts in self._parts.items()
            for at, part in enumerate(parts)
            if part.spell.span is None
        ]
        for member, _, spell, at in sorted(undated):
            part, unit = self._parts[member][at], self._unit_of[member]
            try:
                whole = in_unit(part.lengths or (), unit, self._table)
            except NoRoute:
                continue
            placed, free = place(whole, unit, free)
            if placed < whole:
                self.why[spell] = "no_free_time"
                lengths = (length_in(unit, placed),) if placed else ()
                self._parts[member][at] = part._replace(lengths=lengths)

    def _sum_up(self, member: Member, parts: Sequence[Part]) -> None:
        """The own length of a scheme in its own unit, and what each spell adds to it."""
        unit = self._unit_of[member]
        by_dates = added(parts, unit)
        total: Number = 0
        converted = False
        for part in parts:
            spell = part.spell.id
            length = by_dates.get(spell, 0)
            if part.lengths is not None:
                stuck = part.stuck
                try:
                    length = in_unit(part.lengths, unit, self._table)
                except NoRoute:
                    stuck = True
                if stuck:
                    self.not_converted[member].append(spell)
                    self.why[spell] = "unit_not_convertible"
                converted |= not all(same_unit(each, unit) for each in part.lengths)
            elif not length and part.days and unit.part == "complete":
                self.why.setdefault(spell, "no_complete_unit")
            elif not length and part.days:
                self.why.setdefault(spell, "counted_in_another_period")
            self.counted[spell] = plain(length)
            total += length
        if converted:
            total = rounded(Fraction(total), self._table)
        self.own[member] = plain(total)

    def _voluntary(self, kept: Sequence[Kept], window: Window | None) -> dict[Member, dict[str, list[Stretch]]]:
        """The days that voluntary insurance lost to compulsory periods elsewhere, by scheme and spell."""
        lost: dict[Member, dict[str, list[Stretch]]] = defaultdict(dict)
        for each in kept:
            days = [(first, after) for first, after, loss in each.lost if loss.rule == VOLUNTARY]
            if window is not None:
                days = meet(days, [window.span.stretch])
            if days:
                lost[each.spell.member][each.spell.id] = days
        return lost

    def _restored(self, member: Member, lost: Mapping[str, list[Stretch]]) -> Number:
        """What displaced voluntary insurance would have added to the own length."""
        if not lost:
            return 0
        unit, parts = self._unit_of[member], [part for part in self._parts[member] if part.spell.id in lost]
        dated = [day for part in parts if part.lengths is None for day in lost[part.spell.id]]
        length = Fraction(measure(merge([*self.days[member], *dated]), unit) - measure(self.days[member], unit))
        for part in parts:
            if part.lengths is not None:
                days = merge([*part.days, *lost[part.spell.id]])
                whole = part_of(part.spell, days, unit, self._table)
                try:
                    length += in_unit(whole.lengths or (), unit, self._table) - self.counted[part.spell.id]
                except NoRoute:
                    continue
        return plain(length)


def _begins(spells: Sequence[str], parts: Sequence[Part]) -> tuple[int, Sequence[str]]:
    """The first day of some spells, of those without dates nought; and their names, so that no order of entries decides."""
    days = [first for part in parts if part.spell.id in spells for first, _ in part.days]
    return min(days, default=0), sorted(spells)


def _credited(quarters: Number, spells: Sequence[str], parts: Sequence[Part], record: set[Quarter]) -> Number:
    """What converted quarters add to a record of calendar quarters, from the first day of their spells to the last one.

    A length without dates is added as it is: nobody knows which quarters it fills.
    """
    mine = [part for part in parts if part.spell.id in spells]
    days = [day for part in mine for day in part.days]
    if not days or any(not part.days for part in mine):
        return quarters
    span = Span(date.fromordinal(min(first for first, _ in days)), date.fromordinal(max(after for _, after in days) - 1))
    laid = credit_quarters(-(-quarters.numerator // quarters.denominator), span, record)
    record.update(laid)
    return min(quarters, len(laid))
