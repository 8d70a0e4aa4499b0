"""The order of a decision on one branch: alone, shares, under each instrument, together, payment. No more decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portability.assessment.alone import Alone, alone
from portability.assessment.competent_payer import payers
from portability.assessment.payment import Paid, payment
from portability.assessment.pension import Due, Under, due_under_instrument, under_instrument
from portability.assessment.shares import Linked, Totals, carriers, shares
from portability.assessment.stages import Words
from portability.assessment.third import WithThird, due_with_third, with_third
from portability.assessment.together import Chosen, choose_variants
from portability.assessment.transfer import transferred
from portability.assessment.waiting import OpenOnly, due_of_sets, open_only
from portability.frozen import frozen


@frozen
class Ran:
    """What one instrument, applied whole, gives for the States it links.

    `waiting`: where the periods of States not open yet may be left out, the result without them; `third`:
    where periods in a third State may be adopted, the result with them. `dues` are what is taken.
    """

    totals: tuple[Totals, ...]
    unders: tuple[Under, ...]
    carries: tuple[Any, ...]
    dues: tuple[Due, ...]
    waiting: tuple[OpenOnly, ...] = ()
    third: tuple[WithThird, ...] = ()


@frozen
class Assessed:
    """Every variant of every State, and what is chosen and paid."""

    alones: tuple[Alone, ...]
    runs: tuple[Ran, ...]
    chosen: tuple[Chosen, ...]
    paid: tuple[Paid, ...]


def assess(stage: Words, members: Sequence[Any], runs: Sequence[Linked]) -> Assessed:
    """Decide one branch: the stages in their order. For the rows of a cell, `members` are slots."""
    alones = stage.each(members, alone)
    ran = tuple(run_instrument(stage, run, alones) for run in runs)
    dues = tuple(
        tuple(found.dues[run.at.index(i)] for run, found in zip(runs, ran, strict=True) if i in run.at)
        for i in range(len(members))
    )
    chosen = choose_variants(stage, tuple(member.place for member in members), alones, dues)
    paid = stage.each(
        members,
        payment,
        [one.amount for one in chosen],
        [one.given_up for one in chosen],
        [one.lump_sum for one in chosen],
    )
    return Assessed(alones, ran, chosen, paid)


def run_instrument(stage: Words, run: Linked, alones: Sequence[Alone]) -> Ran:
    """One instrument applied whole to the States it links."""
    national = tuple(alones[i] for i in run.at)
    totals = shares(stage, run, tuple(one.period for one in national))
    shape = run.sharing
    if shape.transfers:
        totals = transferred(stage, run, national, totals)
    unders = stage.each(run.members, under_instrument, national, totals)
    shape, rights = run.sharing, tuple(one.right for one in unders)
    if shape.payer == "competent":
        carries = payers(stage, run, rights)
    else:
        carries = carriers(stage, run, totals, rights)
    dues = stage.each(run.members, due_under_instrument, national, unders, totals, carries)
    if shape.third == "adopted":
        more = with_third(stage, run, national, totals, unders, carries, dues)
        return Ran(totals, unders, carries, due_with_third(stage, run, more), third=(more,))
    if shape.unentitled == "counted":
        return Ran(totals, unders, carries, dues)
    found = open_only(stage, run, national, totals, unders, carries, dues)
    return Ran(totals, unders, carries, due_of_sets(stage, run, national, found), (found,))
