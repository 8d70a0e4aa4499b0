"""What the States of one instrument share: the totals, who is relieved, and who carries all when everybody is.

A person stage: it sees every State, but only lengths and yes/no, never the shape of a State's law.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portability.assessment.stages import Words
from portability.record.step import Place
from portability.rules import totalisation


@dataclass(frozen=True, slots=True)
class Sharing:
    """The choices an instrument makes for all its States.

    `mini_period`: absorb_theoretical_only | absorb_full | none; `fallback`: whether the last State carries all.
    """

    mini_period: str = "absorb_theoretical_only"
    fallback: bool = True


@dataclass(frozen=True, slots=True)
class Lengths:
    """Counted lengths of the States in one common unit, in the order of the members: for the right, for the amount."""

    unit: str
    right: tuple[Any, ...]
    amount: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """What one State needs to know of all: totals for the right, the amount and the ratio, its own length, its relief."""

    right: Any
    amount: Any
    ratio: Any
    own: Any
    relieved: Any


def shares(
    stage: Words,
    shape: Sharing,
    over_all: Place,
    places: Sequence[Place],
    before: Sequence[Any],
    own: Sequence[Any],
    minimum: Sequence[Any],
    met_alone: Sequence[Any],
    lengths: Sequence[Lengths],
    which: Sequence[int],
    last_days: Sequence[Any],
) -> tuple[Totals, ...]:
    """Person stage: one total per unit and purpose, shared by the States that count in it.

    `before` is each State's own length before overlap, `own` after it, `minimum` the least an instrument asks of it, all
    in its own unit; `lengths[which[i]]` are the lengths of all in the unit of State i.
    """
    relieved = tuple(
        stage.step(totalisation.short_period, place, length=length, minimum=least, period_met_alone=met)
        if shape.mini_period != "none"
        else stage.step(totalisation.never_short, place)
        for place, length, least, met in zip(places, before, minimum, met_alone, strict=True)
    )
    totals = []
    for one in lengths:
        there = over_all._replace(variant=one.unit)
        right = stage.step(totalisation.total_periods, there, called="total_for_the_right", lengths=one.right)
        amount = stage.step(totalisation.total_periods, there, called="total", lengths=one.amount)
        ratio = amount
        if shape.mini_period == "absorb_theoretical_only":
            kept = tuple(
                stage.step(
                    totalisation.in_the_ratio, place, called=f"in_the_ratio_{one.unit}", length=length, relieved=free
                )
                for place, length, free in zip(places, one.amount, relieved, strict=True)
            )
            ratio = stage.step(totalisation.total_periods, there, called="total_in_the_ratio", lengths=kept)
        totals.append((right, amount, ratio))
    if shape.mini_period == "absorb_full":
        own = _with_absorbed(stage, over_all, places, own, relieved, lengths, which, last_days)
    return tuple(
        Totals(*totals[at], own=own[i], relieved=free) for i, (at, free) in enumerate(zip(which, relieved, strict=True))
    )


def _with_absorbed(
    stage: Words,
    over_all: Place,
    places: Sequence[Place],
    own: Sequence[Any],
    relieved: Sequence[Any],
    lengths: Sequence[Lengths],
    which: Sequence[int],
    last_days: Sequence[Any],
) -> tuple[Any, ...]:
    """Own lengths where the State insured last, among those that pay, takes over the short periods of the others."""
    absorbed = tuple(
        stage.step(
            totalisation.absorbed_length,
            over_all._replace(variant=one.unit),
            lengths=one.amount,
            relieved=tuple(relieved),
        )
        for one in lengths
    )
    allowed = tuple(
        stage.step(totalisation.may_take_over, place, length=length, relieved=free)
        for place, length, free in zip(places, own, relieved, strict=True)
    )
    takes = tuple(
        stage.step(
            totalisation.last_of,
            place,
            called="takes_over",
            place_in_order=i,
            last_days=tuple(last_days),
            allowed=allowed,
        )
        for i, place in enumerate(places)
    )
    return tuple(
        stage.step(totalisation.own_with_absorbed, place, own=length, absorbed=absorbed[at], takes_over=over)
        for place, length, at, over in zip(places, own, which, takes, strict=True)
    )


def carriers(
    stage: Words,
    shape: Sharing,
    over_all: Place,
    places: Sequence[Place],
    totals: Sequence[Totals],
    rights: Sequence[Any],
    last_days: Sequence[Any],
    no: Any,
) -> tuple[Any, ...]:
    """Person stage: the last State whose conditions are met carries all, if all would be relieved."""
    if not shape.fallback:
        return tuple(no for _ in places)
    everyone = stage.step(
        totalisation.all_relieved,
        over_all,
        relieved=tuple(one.relieved for one in totals),
        lengths=tuple(one.own for one in totals),
    )
    allowed = tuple(
        stage.step(totalisation.may_carry_all, place, everyone_relieved=everyone, right=right, length=one.own)
        for place, right, one in zip(places, rights, totals, strict=True)
    )
    return tuple(
        stage.step(
            totalisation.last_of,
            place,
            called="carries_all",
            place_in_order=i,
            last_days=tuple(last_days),
            allowed=allowed,
        )
        for i, place in enumerate(places)
    )
