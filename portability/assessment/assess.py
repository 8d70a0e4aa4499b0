"""The order of a decision on one branch: alone, shares, under each instrument, together, payment, supplements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.alone import Alone, alone, limited
from portability.assessment.competent_payer import payers
from portability.assessment.payment import Paid, payment
from portability.assessment.pension import Due, Under, due_under_instrument, under_instrument
from portability.assessment.reductions import RULES, Cut, Reduced, reduced_alone, reduced_under
from portability.assessment.shares import Linked, Totals, carriers, shares
from portability.assessment.stages import Words
from portability.assessment.supplements import Added, supplements
from portability.assessment.third import WithThird, due_with_third, with_third
from portability.assessment.together import Chosen, choose_variants, with_lump_sum
from portability.assessment.transfer import transferred
from portability.assessment.waiting import OpenOnly, due_of_sets, open_only
from portability.frozen import frozen


@frozen
class Ran:
    """What one instrument, applied whole, gives for the States it links.

    `waiting`: where the periods of States not open yet may be left out, the result without them; `third`:
    where periods in a third State may be adopted, the result with them; `reduced`: where a law reduces for other benefits,
    both benefits of each State after that; `limited`: what national law alone gives where the instrument limits what it
    counts. `dues` are what is taken.
    """

    totals: tuple[Totals, ...]
    unders: tuple[Under, ...]
    carries: tuple[Any, ...]
    dues: tuple[Due, ...]
    waiting: tuple[OpenOnly, ...] = ()
    third: tuple[WithThird, ...] = ()
    reduced: tuple[Reduced, ...] = ()
    limited: tuple[Alone, ...] = ()


@frozen
class Assessed:
    """Every variant of every State, what is chosen and paid, and what it adds under each instrument with a supplement.

    `alones` are before reductions for other benefits; `cuts`: where a law has such, what they leave by national law alone.
    """

    alones: tuple[Alone, ...]
    runs: tuple[Ran, ...]
    chosen: tuple[Chosen, ...]
    paid: tuple[Paid, ...]
    added: tuple[tuple[Added, ...], ...]
    cuts: tuple[Cut, ...] = ()


def assess(stage: Words, members: Sequence[Any], runs: Sequence[Linked]) -> Assessed:
    """Decide one branch: the stages in their order. For the rows of a cell, `members` are slots."""
    alones = stage.each(members, alone)
    gross = alones
    awards: tuple[Any, ...] = ()
    cuts: tuple[Cut, ...] = ()
    if any(member.has(RULES) for member in members):
        awards, cuts = reduced_alone(stage, members, gross)
        alones = tuple(replace(one, independent=cut.left) for one, cut in zip(gross, cuts, strict=True))
    ran = tuple(run_instrument(stage, run, gross, awards) for run in runs)
    dues = tuple(
        tuple(found.dues[run.at.index(i)] for run, found in zip(runs, ran, strict=True) if i in run.at)
        for i in range(len(members))
    )
    chosen = choose_variants(stage, tuple(member.place for member in members), alones, dues)
    for k in range(len(runs)):
        chosen = _keeping_lump_sums(stage, runs[: k + 1], alones, chosen)
    paid = stage.each(
        members,
        payment,
        [one.amount for one in chosen],
        [one.given_up for one in chosen],
        [one.lump_sum for one in chosen],
    )
    by_run = [_added(stage, runs[: k + 1], found, alones, chosen, paid) for k, found in enumerate(ran)]
    added = tuple(
        tuple(those[run.at.index(i)] for run, those in zip(runs, by_run, strict=True) if those and i in run.at)
        for i in range(len(members))
    )
    return Assessed(gross, ran, chosen, paid, added, cuts)


def _keeping_lump_sums(
    stage: Words, runs: Sequence[Linked], alones: Sequence[Alone], chosen: tuple[Chosen, ...]
) -> tuple[Chosen, ...]:
    """What is chosen, where the last of some instruments leaves the lump sums of national law beside the pensions it opens."""
    *earlier, run = runs
    if run.sharing.lump_sum == "falls_away":
        return chosen
    takes = [chosen[i].takes[sum(i in before.at for before in earlier) :] for i in run.at]
    national, taken = [alones[i] for i in run.at], [chosen[i] for i in run.at]
    kept = dict(zip(run.at, with_lump_sum(stage, run, national, taken, takes), strict=True))
    return tuple(kept.get(i, one) for i, one in enumerate(chosen))


def _added(
    stage: Words, runs: Sequence[Linked], found: Ran, alones: Sequence[Alone], chosen: Sequence[Chosen], paid: Sequence[Paid]
) -> tuple[Added, ...]:
    """The supplements of the last of some instruments, to the results that were taken from it."""
    *earlier, run = runs
    if run.sharing.supplement == "none":
        return ()
    takes = [chosen[i].takes[sum(i in before.at for before in earlier) :] for i in run.at]
    national, taken, payments = ([those[i] for i in run.at] for those in (alones, chosen, paid))
    return supplements(stage, run, found.totals, national, taken, takes, payments)


def run_instrument(stage: Words, run: Linked, alones: Sequence[Alone], awards: Sequence[Any]) -> Ran:
    """One instrument applied whole to the States it links; `awards`: all pensions alone, where a law reduces for others."""
    national, shape = tuple(alones[i] for i in run.at), run.sharing
    if shape.independent == "limited":
        national = stage.each(run.limited_members, limited, national)
    kept = national if shape.independent == "limited" else ()
    totals = shares(stage, run, tuple(one.period for one in national))
    if shape.transfers:
        totals = transferred(stage, run, national, totals)
    unders = stage.each(run.members, under_instrument, national, totals)
    rights = tuple(one.right for one in unders)
    if shape.payer == "competent":
        carries = payers(stage, run, rights)
    else:
        carries = carriers(stage, run, totals, rights)
    dues = stage.each(run.members, due_under_instrument, national, unders, totals, carries)
    waiting: tuple[OpenOnly, ...] = ()
    more: tuple[WithThird, ...] = ()
    if shape.third == "adopted":
        more = (with_third(stage, run, national, totals, unders, carries, dues),)
        dues = due_with_third(stage, run, *more)
    elif shape.unentitled != "counted":
        waiting = (open_only(stage, run, national, totals, unders, carries, dues),)
        dues = due_of_sets(stage, run, national, *waiting)
    if not any(member.has(RULES) for member in run.members):
        return Ran(totals, unders, carries, dues, waiting, more, (), kept)
    reduced = reduced_under(stage, run, national, dues, awards)
    return Ran(totals, unders, carries, tuple(one.due for one in reduced), waiting, more, reduced, kept)
