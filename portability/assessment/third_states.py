"""Which party of an instrument adopts the periods of a third State, and the lengths that gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from portability.assessment import lengths as counted
from portability.assessment.plan import Key, Planned
from portability.assessment.run import Run
from portability.assessment.scope import Binding
from portability.assessment.shares import Lengths
from portability.case.career import Career


def adopting(
    runs: Sequence[Run], plans: Sequence[Planned], found: Sequence[Binding], career: Career, branch: str, at: date
) -> list[Run]:
    """The runs, with the lengths by which a party adopts periods in a third State that is linked with it alone."""
    return [_adopting(run, plans, found, career, branch, at) for run in runs]


def _adopting(
    run: Run, plans: Sequence[Planned], found: Sequence[Binding], career: Career, branch: str, at: date
) -> Run:
    leaf = run.binding.leaf("totalisation", "third_state_periods", at)
    if leaf is None or leaf.is_ != "adopt_as_own" or run.unentitled != "counted":
        return run
    keys = tuple(plans[i].key for i in run.at)
    adopts: dict[Key, Key] = {}
    for third in (one.key for one in plans if one.key[0] not in run.binding.states):
        linked = _linked(third[0], dict.fromkeys(country for country, _ in keys), run, found, branch)
        if len(linked) == 1:
            adopts[third] = next(key for key in keys if key[0] == linked[0])
    if not adopts:
        return run
    count = _with_adopted(run, adopts, career)
    lengths, _ = count.lengths()
    own = tuple(count.told(plans[i].key, plans[i].where) for i in run.at)
    return replace(
        run,
        sharing=replace(run.sharing, third="adopted"),
        third_members=tuple(
            replace(one, place=one.place._replace(variant=f"{run.binding.id}.third")) for one in run.members
        ),
        third_lengths=tuple(Lengths(f"{one.unit}.third", one.right, one.amount) for one in lengths),
        third_own=own,
        third_at=tuple(i for i, one in enumerate(plans) if one.key in adopts),
    )


def _linked(third: str, parties: Iterable[str], run: Run, found: Sequence[Binding], branch: str) -> list[str]:
    """The parties that another instrument links with a third State."""
    others = [
        one
        for one in found
        if one is not run.binding and one.apportions and one.operates(f"apportionment.{branch}") and third in one.states
    ]
    return [party for party in parties if any(party in one.states for one in others)]


def _with_adopted(run: Run, adopts: dict[Key, Key], career: Career) -> counted.Common:
    """The count of an instrument, with the spells of a third State told as those of the party that adopts them."""
    count = run.count
    adopted = tuple(
        replace(spell, country=adopts[spell.member][0], scheme=adopts[spell.member][1])
        for spell in career.spells
        if spell.member in adopts
    )
    return replace(count, spells=(*count.spells, *adopted), _lengths=None, _of={}, _weaker={})
