"""The lengths of a block of persons: what each scheme counts alone, and what each instrument leaves of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from portability.number.column import Column, Truth
from portability.population.counting import Spells, countable, counted
from portability.population.people import NONE

if TYPE_CHECKING:
    from portability.population.engine import Asked
    from portability.population.laid import Laid, Sieve

Array = npt.NDArray[Any]
COUNTED = 16384
"""So many persons are counted at a time: what is passed over most often stays nearest."""


def count_block(found: Laid, block: Mapping[str, Array], slot: Array, asked: Asked, sieve: Sieve, kinds: Sequence[str]) -> None:
    """The lengths of every slot: alone, and under each instrument that links two of them."""
    told = kinds if "kind" not in block else [kinds[code] for code in np.unique(block["kind"]).tolist() if code != NONE]
    count = Counting(found, block, slot, kinds)
    for id_ in asked.instruments:
        linked = []
        for plan, here, numbers in zip(found.plan, found.present, found.numbers, strict=True):
            joins = [id_ in asked.plans.all[number].under for number in numbers]
            table = np.zeros(numbers[-1] + 1, bool)
            table[list(numbers)] = joins
            linked.append(here if all(joins) else table.take(plan) & here if any(joins) else np.zeros(found.size, bool))
        several = np.add.reduce(linked, axis=0, dtype=np.int8) > 1
        if not several.any():
            continue
        if not several.all():
            linked = [one & several for one in linked]
        run = asked.exemplars.runs[id_]
        found.bound[id_] = [True if one.all() else Truth(one) for one in linked]
        if not countable(run.count.overlap, tuple(told)):
            sieve.out(several, f"{id_}: how periods of these kinds overlap")
        found.kept[id_], doubt = count.under(run.count.overlap, linked)
        sieve.out(doubt & several, f"{id_}: a month that several States count")
        if run.sharing.fallback:
            found.last = _last(found, block, slot) if found.last is None else found.last
            sieve.out(_end_together(found.last, linked), f"{id_}: periods that end in one month")
            displaced = [one & (kept < alone) for one, kept, alone in zip(linked, found.kept[id_], count.alone(), strict=True)]
            sieve.out(np.any(displaced, axis=0), f"{id_}: periods that others displace")
    found.alone = count.alone()
    _only_accepted(found, block, slot, asked, sieve, kinds)


def _last(found: Laid, block: Mapping[str, Array], slot: Array) -> Array:
    """For each slot the month after the last period in it; nought where there is none."""
    ends = block["until_month"]
    return np.stack([np.where(slot == j, ends, 0).max(axis=0) for j in range(len(found.schemes))])


def _end_together(last: Array, linked: Sequence[Array]) -> npt.NDArray[np.bool_]:
    """Who has periods in two of some slots that end in one month: which of them is the last is not told by the months."""
    found = np.zeros(last.shape[1], bool)
    for j in range(len(last)):
        for other in range(j):
            found |= linked[j] & linked[other] & (last[j] == last[other])
    return found


def _only_accepted(
    found: Laid, block: Mapping[str, Array], slot: Array, asked: Asked, sieve: Sieve, kinds: Sequence[str]
) -> None:
    """Leave those of whose periods the law counts only some, or counts them in another unit than months."""
    for j, plan in enumerate(found.plan):
        for number in found.numbers[j]:
            planned = asked.plans.all[number].planned
            accepted = planned.own.accepted
            if planned.unit.name != "months":
                sieve.out((plan == number) & found.present[j], f"{planned.where} counts in {planned.unit.name}")
            other = [kind not in accepted.right or kind not in accepted.amount for kind in kinds]
            if "kind" in block and any(other):
                not_counted = np.array([*other, False]).take(block["kind"].astype(np.intp)) & (slot == j)
                sieve.out((plan == number) & not_counted.any(axis=0), f"{planned.where} does not count all kinds of periods")


@dataclass(slots=True)
class Counting:
    """The lengths of a block, counted a part at a time."""

    found: Laid
    block: Mapping[str, Array]
    slot: Array
    kinds: Sequence[str]
    _alone: Array | None = None

    def under(self, rules: Any, linked: Sequence[Array]) -> tuple[Array, npt.NDArray[np.bool_]]:
        """What an instrument leaves of the periods that it links; and where that is not sure, or not one State's alone."""
        some = np.logical_or.reduce(linked)  # of whom nothing is linked, nothing is asked
        everybody = not any(
            one is not here and (here & ~one & some).any() for one, here in zip(linked, self.found.present, strict=True)
        )
        alone, kept, doubt = self._counted(rules, None if everybody else np.stack(linked))
        if everybody:
            self._alone = alone
        return kept, doubt

    def alone(self) -> Array:
        """The lengths by national law."""
        if self._alone is None:
            self._alone = self._counted(None, None)[0]
        return self._alone

    def _counted(self, rules: Any, linked: Array | None) -> tuple[Array, Array, npt.NDArray[np.bool_]]:
        slots, size = self.found.schemes.shape
        alone, kept = np.empty((slots, size), np.int16), np.empty((slots, size), np.int16)
        doubt = np.zeros(size, bool)
        none = np.zeros((1, COUNTED), np.int16)
        for low in range(0, size, COUNTED):
            part = slice(low, min(size, low + COUNTED))
            one = {name: block[:, part] for name, block in self.block.items()}
            ends, slot = one["until_month"], self.slot[:, part]
            if linked is not None:
                joined = np.concatenate([linked[:, part], np.zeros((1, part.stop - low), bool)])
                ends = np.where(np.take_along_axis(joined, slot.astype(np.intp), axis=0), ends, one["from_month"])
            nothing = np.broadcast_to(none[:, : part.stop - low], slot.shape)
            spells = Spells(one["from_month"], ends, slot, one.get("kind", nothing), one.get("grade", nothing))
            lengths = counted(spells, slots, rules, tuple(self.kinds), self.found.schemes[:, part])
            alone[:, part], kept[:, part] = lengths.alone, lengths.kept
            doubt[part] = ~(lengths.apart & lengths.sure)
        return alone, kept, doubt


def lengths_of(block: Array) -> list[Column]:
    """Lengths in months as columns, one for each slot."""
    return [Column.of_integers(one, 1, 0, MOST_MONTHS) for one in block]


MOST_MONTHS = 12 * 300
"""No length is longer."""
