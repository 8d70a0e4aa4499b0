"""Lengths of a career: what each State's scheme counts of its own, and what others add in its unit.

A dated spell becomes units as the State's law says (`Unit`); a certified length is what the institution says, and is
never recomputed from dates. One scheme's overlapping dated spells count once; a certified length speaks for all the
time between its dates. Days displaced by another State are taken away day by day before anything is counted; from a
certified length the same State's count of those days is taken, but nothing below nought. The State that counts a
month for any day in it keeps a month of which it keeps a day, even where another State counts that month too.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from portability.periods.conversion import ConversionTable
from portability.periods.lengths import Number
from portability.periods.overlap import Displaced, Kept, displace
from portability.periods.ranks import LAST_THEN_FIRST, REAL, RESIDENCE, SAME_RANK, VOLUNTARY, OverlapRules
from portability.periods.spans import Span, Spans, spans_of
from portability.periods.spells import KINDS, Member, Spell
from portability.periods.tally import Foreign, Tally, Window
from portability.periods.units import Unit

__all__ = ["WHY_NOT", "Accepted", "Counted", "Entry", "Foreign", "Outcome", "Unit", "Window", "count", "count_alone"]

Purpose: TypeAlias = Literal["right", "amount"]

_DISPLACED = {
    VOLUNTARY: "displaced_by_compulsory",
    RESIDENCE: "displaced_by_compulsory",
    REAL: "displaced_by_real",
    LAST_THEN_FIRST: "displaced_by_last_insurance",
    SAME_RANK: "displaced_by_same_rank",
}

WHY_NOT = (
    "displaced_by_compulsory",
    "displaced_by_real",
    "displaced_by_last_insurance",
    "displaced_by_same_rank",
    "counted_in_another_period",
    "kind_not_counted",
    "not_for_this_branch",
    "not_for_the_right",
    "not_for_the_amount",
    "class_not_added",
    "outside_instrument_dates",
    "outside_window",
    "no_complete_unit",
    "no_free_time",
    "unit_not_convertible",
)
"""Why a spell, or a part of it, does not count. The caller may leave spells out for other reasons of its own."""


class Accepted(NamedTuple):
    """The kinds of periods that count for opening the right, and for the amount."""

    right: Collection[str] = KINDS
    amount: Collection[str] = KINDS


ACCEPTS_ALL = Accepted()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one spell adds to its scheme's own length for one purpose, and why not more.

    The spells of a scheme add up to its own length (before a rounding of converted lengths): a month that two spells
    share is added by the earlier one.
    """

    counted: Number
    why_not: str | None = None
    kept: Kept | None = None

    @property
    def displaced(self) -> tuple[Displaced, ...]:
        """The days that other States keep, each stretch with the spell that keeps it and the rule."""
        return () if self.kept is None else self.kept.displaced

    @property
    def displaced_by(self) -> tuple[str, ...]:
        """The ids of the spells that keep its displaced days, in order of time."""
        return tuple(dict.fromkeys(each.by for each in self.displaced if each.by is not None))


class Entry(NamedTuple):
    """One spell with its State's unit and what became of it for either purpose."""

    spell: Spell
    unit: Unit
    right: Outcome
    amount: Outcome


class Counted:
    """The lengths of one career under one instrument, or under national laws alone."""

    def __init__(self, entries: tuple[Entry, ...], tallies: Mapping[Purpose, Tally]) -> None:
        self.entries = entries
        self._tallies = tallies

    @property
    def members(self) -> tuple[Member, ...]:
        """The schemes of which the career has a spell, in order of their names."""
        return tuple(sorted({entry.spell.member for entry in self.entries}))

    def own(self, member: Member, purpose: Purpose = "right") -> Number:
        """The length a scheme counts of its own, in its own unit; nought where it has none."""
        return self._tallies[purpose].own.get(member, 0)

    def displaced_voluntary(self, member: Member, purpose: Purpose = "right") -> Number:
        """The length that voluntary insurance lost to compulsory periods elsewhere; it still earns an increment."""
        return self._tallies[purpose].displaced_voluntary.get(member, 0)

    def foreign(self, to: Member, purpose: Purpose, members: Iterable[Member]) -> Foreign:
        """The lengths of the other schemes among `members` in the unit of `to`, calendar time counted once.

        Days that `to` counts itself add nothing; a day that several others count is brought by one of them.
        """
        return self._tallies[purpose].foreign(to, members)

    def days(self, member: Member, purpose: Purpose = "right") -> Spans:
        """The dated time of a scheme that counts; certified lengths without dates have none."""
        return spans_of(self._tallies[purpose].days.get(member, ()))

    def last_day(self, member: Member, purpose: Purpose = "right") -> date | None:
        """The last dated day of a scheme that counts."""
        days = self._tallies[purpose].days.get(member)
        return date.fromordinal(days[-1][1] - 1) if days else None

    def not_converted(self, member: Member, purpose: Purpose = "right") -> tuple[str, ...]:
        """Ids of spells whose certified length no figure brings into the own unit: the own length is at least that."""
        return tuple(self._tallies[purpose].not_converted.get(member, ()))


def count(
    spells: Sequence[Spell],
    unit_of: Mapping[Member, Unit],
    overlap: OverlapRules | None,
    conversion: ConversionTable,
    *,
    accepted: Mapping[Member, Accepted] | None = None,
    left_out: Mapping[str, str] | None = None,
    window: Window | None = None,
    frame: Span | None = None,
) -> Counted:
    """The lengths of a career after overlap, for the right and for the amount.

    - `unit_of` holds the unit of every scheme of the career, in months, weeks, days, quarters or years.
    - `accepted`: the kinds a scheme counts; a scheme left out counts every kind.
    - `left_out`: ids of spells that do not count and displace nothing, each with the reason (a word of `WHY_NOT`).
    - `window`: only time inside it counts.
    - `frame`: the time in which undated lengths can lie, used where `overlap.undated` is `free_time`.

    Raises ValueError for two spells with one id, and for a scheme without a unit.

    >>> year = Span(date(2010, 1, 1), date(2010, 12, 31))
    >>> career = [Spell("a", "XA", "s", "insurance", year), Spell("b", "XB", "t", "voluntary", year)]
    >>> months = {("XA", "s"): Unit("months"), ("XB", "t"): Unit("months")}
    >>> counted = count(career, months, OverlapRules(), ConversionTable())
    >>> counted.own(("XB", "t")), counted.displaced_voluntary(("XB", "t")), counted.entries[1].right.why_not
    (0, 12, 'displaced_by_compulsory')
    """
    if len({spell.id for spell in spells}) < len(spells):
        raise ValueError("two periods have the same id; give each its own")
    for spell in spells:
        if spell.member not in unit_of:
            raise ValueError(f"no unit is told for {spell.country} {spell.scheme}; say in what its law counts")
    confined = frame if overlap is not None and overlap.undated == "free_time" else None
    results: dict[tuple[str | None, ...], tuple[Tally, list[Outcome]]] = {}
    tallies: dict[Purpose, Tally] = {}
    outcomes: dict[Purpose, list[Outcome]] = {}
    purposes: tuple[Purpose, Purpose] = ("right", "amount")
    for purpose in purposes:
        whys = tuple(_left_out(spell, purpose, accepted or {}, left_out or {}) for spell in spells)
        if whys not in results:  # where every spell counts for both, it is counted once
            kept = displace([spell for spell, why in zip(spells, whys, strict=True) if why is None], overlap)
            tally = Tally(kept, unit_of, conversion, window, confined)
            counted = iter(kept)
            results[whys] = tally, [_outcome(next(counted), tally) if why is None else Outcome(0, why) for why in whys]
        tallies[purpose], outcomes[purpose] = results[whys]
    entries = (
        Entry(spell, unit_of[spell.member], right, amount)
        for spell, right, amount in zip(spells, outcomes["right"], outcomes["amount"], strict=True)
    )
    return Counted(tuple(entries), tallies)


def count_alone(
    spells: Sequence[Spell],
    unit_of: Mapping[Member, Unit],
    conversion: ConversionTable,
    *,
    accepted: Mapping[Member, Accepted] | None = None,
    left_out: Mapping[str, str] | None = None,
    window: Window | None = None,
) -> Counted:
    """The lengths each scheme counts under its own law, as if no other State were there.

    >>> spells = [Spell("a", "XA", "s", "insurance", Span(date(2010, 1, 1), date(2010, 3, 15))),
    ...           Spell("b", "XA", "s", "voluntary", Span(date(2010, 2, 1), date(2010, 4, 1)))]
    >>> count_alone(spells, {("XA", "s"): Unit("months")}, ConversionTable()).own(("XA", "s"))
    4
    """
    return count(spells, unit_of, None, conversion, accepted=accepted, left_out=left_out, window=window)


def _left_out(
    spell: Spell, purpose: Purpose, accepted: Mapping[Member, Accepted], left_out: Mapping[str, str]
) -> str | None:
    """Why a spell is not there at all for a purpose, or None if it is."""
    if spell.id in left_out:
        return left_out[spell.id]
    if not (spell.for_right or spell.for_amount):
        return "not_for_this_branch"
    if not (spell.for_right if purpose == "right" else spell.for_amount):
        return f"not_for_the_{purpose}"
    kinds = accepted.get(spell.member, ACCEPTS_ALL)
    return None if spell.kind in getattr(kinds, purpose) else "kind_not_counted"


def _outcome(kept: Kept, tally: Tally) -> Outcome:
    """What a spell adds, and the first reason why it does not add more."""
    why = tally.why.get(kept.spell.id)
    if kept.lost:
        why = _DISPLACED[kept.lost[0][2].rule]
    elif kept.shared and why is None:
        why = "counted_in_another_period"
    return Outcome(tally.counted.get(kept.spell.id, 0), why, kept)
