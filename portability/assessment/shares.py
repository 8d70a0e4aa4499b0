"""What the States of one instrument share: the totals, who is relieved, and who carries all when everybody is.

A person stage: it sees every State, but only lengths and yes/no, never the shape of a State's law.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portability.assessment.stages import Words
from portability.frozen import frozen
from portability.record.step import Place, Told
from portability.rules import totalisation


@frozen
class Sharing:
    """The choices an instrument makes for all its States.

    `mini_period`: absorb_theoretical_only | absorb_full | may_refuse | none; `relieves`: whether a State is relieved of
    short periods at all; `fallback`: whether the last State carries all, and `fallback_when`: where every_state_short |
    where there is no_other_right; `ratio`: sum_minus_mini | sum_all;
    `unentitled`: whether periods of States whose right is not open are counted | dropped if_beneficial | if_not_needed;
    `payer`: each | named (one State, by residence or nationality) | contingency (the one insured last) | competent (the
    one whose law applied when incapacity began); `third`: none | adopted, where a party adopts periods in a third State;
    `transfers`: which fund's balance moves to which other scheme, there becoming months or joining a balance;
    `supplement`: residence_state | difference | none; `independent`: national | limited, where national law alone may count
    no more than a full career, or no time that another State counts; `lump_sum`: what a law pays in place of a pension
    falls_away | stays where the instrument opens the pension.
    """

    mini_period: str = "absorb_theoretical_only"
    fallback: bool = True
    unentitled: str = "counted"
    relieves: bool = True
    ratio: str = "sum_minus_mini"
    payer: str = "each"
    third: str = "none"
    transfers: tuple[tuple[int, int, str], ...] = ()
    supplement: str = "none"
    independent: str = "national"
    fallback_when: str = "every_state_short"
    lump_sum: str = "falls_away"


@frozen
class Lengths:
    """Counted lengths of the States in one common unit, in the order of the members: for the right, for the amount."""

    unit: str
    right: tuple[Any, ...]
    amount: tuple[Any, ...]


@frozen
class Totals:
    """What one State needs to know of all: totals for right, amount and ratio; its own length, its relief.

    `balance` is what its account holds once balances have moved (nought where none has).
    """

    right: Any
    amount: Any
    ratio: Any
    own: Any
    relieved: Any
    balance: Any


NO, NOUGHT = Told(False), Told(0)


@dataclass(slots=True, kw_only=True)
class Linked:
    """The States that one instrument links, as the stages see them.

    `at[k]` is the place of the k-th of them among all members, and `lengths[which[k]]` are the lengths of all in its
    unit. `before` is each State's own length before overlap, `own` after it, `minimum` the least the instrument asks of
    it, each in its own unit; `last_days` are numbers that order the States by the end of their periods. Where States that
    wait may be left out, `open_members` are the members once more, under a place of their own, and `taken_as_open` says of
    each whether its law is not known, so that it is supposed to be open; `limited_members` are those that national law alone
    answers for, where the instrument limits what it may count. `named` says which State residence or nationality names,
    where one pays for all; `competent` whose law applied when incapacity began. Where a party may adopt periods in a third
    State: the members and lengths with them.
    """

    at: tuple[int, ...]
    members: tuple[Any, ...]
    sharing: Sharing
    place: Place
    lengths: tuple[Lengths, ...]
    which: tuple[int, ...]
    before: tuple[Any, ...]
    own: tuple[Any, ...]
    minimum: tuple[Any, ...]
    last_days: tuple[Any, ...]
    open_members: tuple[Any, ...] = ()
    limited_members: tuple[Any, ...] = ()
    competent: tuple[Any, ...] = ()
    taken_as_open: tuple[Any, ...] = ()
    named: tuple[Any, ...] = ()
    third_members: tuple[Any, ...] = ()
    third_lengths: tuple[Lengths, ...] = ()
    third_own: tuple[Any, ...] = ()
    no: Any = NO
    nought: Any = NOUGHT

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(member.place for member in self.members)


def shares(stage: Words, linked: Linked, met_alone: Sequence[Any]) -> tuple[Totals, ...]:
    """Person stage: one total per unit and purpose, shared by the States that count in it.

    `met_alone` says of each State whether its qualifying period is met on its own periods.
    """
    shape = linked.sharing
    relieved = tuple(
        stage.step(totalisation.short_period, place, length=length, minimum=least, period_met_alone=met)
        if shape.relieves
        else stage.step(totalisation.never_short, place)
        for place, length, least, met in zip(linked.places, linked.before, linked.minimum, met_alone, strict=True)
    )
    return added(stage, linked, relieved)


def added(stage: Words, linked: Linked, relieved: Sequence[Any]) -> tuple[Totals, ...]:
    """Person stage: the totals, once it is known which States are relieved of their short periods."""
    shape, places = linked.sharing, linked.places
    totals = []
    for one in linked.lengths:
        there = linked.place._replace(variant=one.unit)
        right = stage.step(totalisation.total_periods, there, called="total_for_the_right", lengths=one.right)
        amount = stage.step(totalisation.total_periods, there, called="total", lengths=one.amount)
        ratio = amount
        if shape.ratio == "sum_minus_mini" and shape.mini_period in LEFT_OUT:
            kept = tuple(
                stage.step(
                    totalisation.in_the_ratio, place, called=f"in_the_ratio_{one.unit}", length=length, relieved=free
                )
                for place, length, free in zip(places, one.amount, relieved, strict=True)
            )
            ratio = stage.step(totalisation.total_periods, there, called="total_in_the_ratio", lengths=kept)
        totals.append((right, amount, ratio))
    own = _with_absorbed(stage, linked, relieved) if shape.mini_period == "absorb_full" else linked.own
    return tuple(
        Totals(*totals[unit], own=length, relieved=free, balance=linked.nought)
        for unit, length, free in zip(linked.which, own, relieved, strict=True)
    )


LEFT_OUT = frozenset({"absorb_theoretical_only", "may_refuse"})
"""Whose short periods the others count, but not in the ratio, unless the instrument divides by all periods."""


def _with_absorbed(stage: Words, linked: Linked, relieved: Sequence[Any]) -> tuple[Any, ...]:
    """Own lengths where the State insured last, among those that pay, takes over the short periods of the others."""
    places = linked.places
    absorbed = tuple(
        stage.step(
            totalisation.absorbed_length,
            linked.place._replace(variant=one.unit),
            lengths=one.amount,
            relieved=tuple(relieved),
        )
        for one in linked.lengths
    )
    allowed = tuple(
        stage.step(totalisation.may_take_over, place, length=length, relieved=free)
        for place, length, free in zip(places, linked.own, relieved, strict=True)
    )
    takes = tuple(
        stage.step(
            totalisation.last_of,
            place,
            called="takes_over",
            place_in_order=i,
            last_days=linked.last_days,
            allowed=allowed,
        )
        for i, place in enumerate(places)
    )
    return tuple(
        stage.step(totalisation.own_with_absorbed, place, own=length, absorbed=absorbed[at], takes_over=over)
        for place, length, at, over in zip(places, linked.own, linked.which, takes, strict=True)
    )


def carriers(stage: Words, linked: Linked, totals: Sequence[Totals], rights: Sequence[Any]) -> tuple[Any, ...]:
    """Person stage: the last State whose conditions are met carries all, if all would be relieved; or the one payer."""
    shape, places = linked.sharing, linked.places
    if shape.payer != "each":
        return one_payer(stage, linked)
    if not shape.fallback:
        return tuple(linked.no for _ in places)
    relieved = tuple(one.relieved for one in totals)
    if shape.fallback_when == "no_other_right":
        relieved = tuple(
            stage.step(totalisation.owes_nothing, place, relieved=free, right=right)
            for place, free, right in zip(places, relieved, rights, strict=True)
        )
    everyone = stage.step(
        totalisation.all_relieved,
        linked.place,
        relieved=relieved,
        lengths=tuple(one.own for one in totals),
    )

    def last_one(stage: Words, about: tuple[Any, ...]) -> tuple[Any, ...]:
        everyone, rights, lengths, last_days = about
        allowed = tuple(
            stage.step(totalisation.may_carry_all, place, everyone_relieved=everyone, right=right, length=length)
            for place, right, length in zip(places, rights, lengths, strict=True)
        )
        return tuple(
            stage.step(
                totalisation.last_of,
                place,
                called="carries_all",
                place_in_order=i,
                last_days=last_days,
                allowed=allowed,
            )
            for i, place in enumerate(places)
        )

    def nobody(stage: Words, _: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(linked.no for _ in places)

    about = (everyone, tuple(rights), tuple(one.own for one in totals), linked.last_days)
    carries: tuple[Any, ...] = stage.where(everyone, about, last_one, nobody)
    return carries


def one_payer(stage: Words, linked: Linked) -> tuple[Any, ...]:
    """Person stage: the one State that carries all, told of it by residence or nationality, or insured last.

    Of several schemes of that State the one insured last carries all.
    """
    shape, places = linked.sharing, linked.places
    allowed = linked.named
    if shape.payer == "contingency":
        allowed = tuple(
            stage.step(totalisation.may_pay_for_all, place, length=length)
            for place, length in zip(places, linked.own, strict=True)
        )
    return tuple(
        stage.step(
            totalisation.last_of,
            place,
            called="one_payer",
            place_in_order=i,
            last_days=linked.last_days,
            allowed=allowed,
        )
        for i, place in enumerate(places)
    )
