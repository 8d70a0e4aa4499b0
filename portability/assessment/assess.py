"""The order of a decision on one branch: alone, shares, under each instrument, together, payment. Nothing else decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portability.assessment.alone import Alone, alone
from portability.assessment.payment import Paid, payment
from portability.assessment.pension import Due, Under, due_under_instrument, under_instrument
from portability.assessment.run import Run
from portability.assessment.shares import Totals, carriers, shares
from portability.assessment.stages import Member, Words
from portability.assessment.together import Chosen, choose_variants


@dataclass(frozen=True, slots=True)
class Ran:
    """What one instrument, applied whole, gives for the States it links."""

    totals: tuple[Totals, ...]
    unders: tuple[Under, ...]
    carries: tuple[Any, ...]
    dues: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Assessed:
    """Every variant of every State, and what is chosen and paid."""

    alones: tuple[Alone, ...]
    runs: tuple[Ran, ...]
    chosen: tuple[Chosen, ...]
    paid: tuple[Paid, ...]


def assess(stage: Words, members: Sequence[Member], runs: Sequence[Run]) -> Assessed:
    """Decide one branch for one person (or for the rows of a cell): the stages in their order."""
    alones = stage.each(members, alone)
    ran = tuple(run_instrument(stage, run, alones) for run in runs)
    dues = tuple(
        tuple(found.dues[run.at.index(i)] for run, found in zip(runs, ran, strict=True) if i in run.at)
        for i in range(len(members))
    )
    places = tuple(run_place(member) for member in members)
    chosen = choose_variants(stage, places, alones, dues)
    return Assessed(alones, ran, chosen, stage.each(members, payment, chosen))


def run_place(member: Any) -> Any:
    """The place of a State's scheme; for a slot of rows, of the first shape in it."""
    return member.place if isinstance(member, Member) else member.parts[0][1].place


def run_instrument(stage: Words, run: Run, alones: Sequence[Alone]) -> Ran:
    """One instrument applied whole to the States it links."""
    national = tuple(alones[i] for i in run.at)
    places = tuple(run_place(member) for member in run.members)
    totals = shares(
        stage,
        run.sharing,
        run.place,
        places,
        run.before,
        run.own,
        run.minimum,
        tuple(one.period for one in national),
        run.lengths,
        run.which,
        run.last_days,
    )
    unders = stage.each(run.members, under_instrument, national, totals)
    carries = carriers(
        stage, run.sharing, run.place, places, totals, tuple(one.right for one in unders), run.last_days, run.no
    )
    dues = stage.each(run.members, due_under_instrument, national, unders, totals, carries)
    return Ran(totals, unders, carries, dues)
