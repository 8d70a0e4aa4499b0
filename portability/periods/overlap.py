"""Which spell keeps a day that several claim.

Rules act between different States only: inside one State its own law decides, and a day counts once in each of its
counts. Spells of one State and rank act as one set of days, so that neither the order of entries nor a spell cut in
two changes what a State keeps.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from portability.periods.contest import Graded, Loss, Losses, Slot, by_first_come, by_rank, keepers_by_grade, lost_among_equals
from portability.periods.ranks import RANK_OF_KIND, RANKS, OverlapRules
from portability.periods.spans import Span, Spans, spans_of
from portability.periods.spells import KINDS, Member, Spell
from portability.periods.stretches import Stretch, cut, marked_in, meet, merge, owned, size

__all__ = ["KINDS", "Displaced", "Kept", "Member", "OverlapRules", "Spell", "displace"]

_Marked: TypeAlias = list[tuple[int, int, int]]
_Names: TypeAlias = Mapping[Slot, Sequence[tuple[int, int, str]]]


class Displaced(NamedTuple):
    """Days of a spell that do not count: `by` is the id of the spell that keeps them (None: nobody does)."""

    span: Span
    by: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A spell and what is left of it.

    `days` are the days that count and stand with this spell, as stretches of ordinal days; `lost` those that another
    State keeps, each stretch with its loss. A day that several uncertified spells of one scheme share stands with one
    of them: the strongest, then the first to begin. A certified spell keeps all its days, and no uncertified spell of
    its scheme counts them again. `shared` says that some of the spell's own days stand with another of its scheme.
    """

    spell: Spell
    days: tuple[Stretch, ...]
    lost: tuple[tuple[int, int, Loss], ...] = ()
    shared: bool = False
    names: _Names = field(default_factory=dict, repr=False, compare=False)

    @property
    def spans(self) -> Spans:
        """The days that count, as spans."""
        return spans_of(self.days)

    @property
    def displaced(self) -> tuple[Displaced, ...]:
        """The days that do not count, in order, with the spells that keep them."""
        found: list[Displaced] = []
        for first, after, loss in self.lost:
            if loss.by is None:
                found.append(Displaced(spans_of([(first, after)])[0], None, loss.rule))
            else:
                keepers = marked_in(self.names[loss.by], [(first, after)])
                found += [Displaced(spans_of([(low, high)])[0], name, loss.rule) for low, high, name in keepers]
        return tuple(found)


def displace(spells: Sequence[Spell], rules: OverlapRules | None) -> tuple[Kept, ...]:
    """What each spell keeps, in the order of `spells`, day by day; without rules no State displaces another.

    Certified lengths without dates are presumed not to overlap: they keep no days and lose none.

    >>> from datetime import date
    >>> worked = Spell("a", "XA", "xa-general", "insurance", Span(date(2000, 1, 1), date(2009, 12, 31)))
    >>> paid = Spell("b", "XB", "xb-general", "voluntary", Span(date(2009, 7, 1), date(2010, 6, 30)))
    >>> kept = displace([worked, paid], OverlapRules())[1]
    >>> str(kept.spans[0]), str(kept.displaced[0].span), kept.displaced[0].by
    ('2010-01-01 to 2010-06-30', '2009-07-01 to 2009-12-31', 'a')
    """
    dated = [(at, spell, spell.span.stretch) for at, spell in enumerate(spells) if spell.span is not None]
    dated.sort(key=lambda each: (each[2][0], each[1].id))
    slots: dict[Slot, list[tuple[int, int, int]]] = defaultdict(list)
    for at, spell, (first, after) in dated:
        slots[_slot(spell)].append((first, after, at))
    claims = {slot: merge((first, after) for first, after, _ in stretches) for slot, stretches in slots.items()}
    losses = {} if rules is None else by_rank(claims, rules)
    kept = {slot: cut(days, _bare(losses.get(slot, []))) for slot, days in claims.items()}
    if rules is not None and rules.same_rank != "each_own":
        if rules.same_rank == "by_grade":
            graded = _graded(dated, kept)
            more_of = lost_among_equals(kept, keepers_by_grade(graded))
        else:
            more_of = by_first_come(kept)
        for slot, more in more_of.items():
            losses[slot] = sorted([*losses[slot], *more], key=lambda loss: loss[0])
            kept[slot] = cut(kept[slot], _bare(more))
    names = {
        slot: owned((first, after, spells[at].id) for first, after, at in stretches)
        for slot, stretches in slots.items()
    }
    standing = _Standing(kept, losses, spells)
    members: dict[Member, list[tuple[int, Spell, Stretch]]] = defaultdict(list)
    for each in dated:
        members[each[1].member].append(each)
    for entries in members.values():
        standing.settle(entries)
    return tuple(standing.kept(at, names) for at in range(len(spells)))


def _graded(dated: Sequence[tuple[int, Spell, Stretch]], kept: Mapping[Slot, Sequence[Stretch]]) -> Graded:
    """What is kept of each State's spells, by grade; those without one come last."""
    found: Graded = defaultdict(list)
    for _, spell, stretch in dated:
        last = spell.grade is None
        found[last, spell.grade or 0] += [(low, high, spell.country) for low, high in meet([stretch], kept[_slot(spell)])]
    return found


class _Standing:
    """With which spell of its scheme each kept or lost day stands."""

    def __init__(self, kept: dict[Slot, list[Stretch]], losses: dict[Slot, Losses], spells: Sequence[Spell]) -> None:
        self._kept, self._losses, self._spells = kept, losses, spells
        self._days: dict[int, list[Stretch]] = defaultdict(list)
        self._lost: dict[int, Losses] = defaultdict(list)

    def settle(self, entries: Sequence[tuple[int, Spell, Stretch]]) -> None:
        """Give every day of one scheme to one of its spells; certified spells keep all of theirs."""
        taken: list[Stretch] = []
        for at, spell, stretch in entries:
            if spell.certified:
                self._days[at] = meet([stretch], self._kept[_slot(spell)])
                self._lost[at] = marked_in(self._losses.get(_slot(spell), []), [stretch])
                taken += self._days[at]
        taken = merge(taken)
        claims: dict[Slot, _Marked] = {}
        for rank in RANKS:
            plain = [(*stretch, at) for at, spell, stretch in entries if not spell.certified and _rank(spell) == rank]
            if plain:
                slot = (self._spells[plain[0][2]].country, rank)
                claims[slot] = owned(plain)
                counted = marked_in(claims[slot], cut(self._kept[slot], taken))
                for first, after, at in counted:
                    self._days[at].append((first, after))
                taken = merge([*taken, *((first, after) for first, after, _ in counted)])
        for slot, marked in claims.items():
            free = cut(_bare(self._losses.get(slot, [])), taken)
            for first, after, at in marked_in(marked, free):
                self._lost[at] += marked_in(self._losses[slot], [(first, after)])
            taken = merge([*taken, *free])

    def kept(self, at: int, names: _Names) -> Kept:
        """What one spell keeps and loses."""
        spell, days, lost = self._spells[at], tuple(self._days.get(at, ())), tuple(self._lost.get(at, ()))
        if spell.span is None or spell.certified:
            return Kept(spell, days, lost, False, names)
        first, after = spell.span.stretch
        return Kept(spell, days, lost, size(days) + sum(end - start for start, end, _ in lost) < after - first, names)


def _rank(spell: Spell) -> str:
    return RANK_OF_KIND[spell.kind]


def _slot(spell: Spell) -> Slot:
    return spell.country, _rank(spell)


def _bare(marked: Iterable[tuple[int, int, object]]) -> list[Stretch]:
    """The days of marked stretches."""
    return [(first, after) for first, after, _ in marked]
