"""Which party of an instrument adopts the periods of a third State, and the lengths that gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from portability.assessment import lengths as counted
from portability.assessment.chain import together
from portability.assessment.plan import Key, Planned
from portability.assessment.run import Run
from portability.assessment.scope import Binding
from portability.assessment.shares import Lengths
from portability.assessment.stages import Member
from portability.case.career import Career


def adopting(
    runs: Sequence[Run], plans: Sequence[Planned], found: Sequence[Binding], career: Career, branch: str, at: date
) -> list[Run]:
    """The runs, with the periods in third States that are needed: adopted by the one party linked with that State, or counted.

    Where several parties are linked with it, or the instrument names none, they count for the right and nobody owes for them.
    """
    return [_adopting(run, plans, found, career, branch, at) for run in runs]


def _adopting(
    run: Run, plans: Sequence[Planned], found: Sequence[Binding], career: Career, branch: str, at: date
) -> Run:
    leaf = run.binding.leaf("totalisation", "third_state_periods", at)
    if leaf is None or leaf.is_ not in ("adopt_as_own", "if_linked_to_any"):
        return run
    keys = tuple(plans[i].key for i in run.at)
    adopts: dict[Key, Key] = {}
    counts: dict[Key, tuple[str, ...]] = {}
    for third in (one.key for one in plans if one.key[0] not in run.binding.states):
        linked = _linked(third[0], dict.fromkeys(country for country, _ in keys), run, found, branch)
        if len(linked) == 1 and leaf.is_ == "adopt_as_own":
            adopts[third] = next(key for key in keys if key[0] == linked[0])
        elif linked:
            counts[third] = tuple(linked)
    if not adopts and not counts:
        return run
    if run.unentitled != "counted":
        return replace(run, third_left_out=tuple(sorted({one[0] for one in (*adopts, *counts)})))
    count = _with_adopted(run, adopts, career)
    further = [one for one in plans if one.key in adopts or one.key in counts]
    members = _counting(run, [*(plans[i] for i in run.at), *further], career) if counts else run.members
    lengths, _ = count.lengths()
    own = tuple(count.told(plans[i].key, plans[i].where) for i in run.at)
    return replace(
        run,
        sharing=replace(run.sharing, third="adopted"),
        third_members=tuple(
            replace(one, place=one.place._replace(variant=f"{run.binding.id}.third")) for one in members
        ),
        third_lengths=tuple(Lengths(f"{one.unit}.third", one.right, one.amount) for one in lengths),
        third_own=own,
        third_at=tuple(i for i, one in enumerate(plans) if one in further),
        third_said=tuple(_said(third[0], linked) for third, linked in counts.items()),
    )


def _said(third: str, linked: Sequence[str]) -> str:
    """What is not certain of a third State linked with several parties."""
    return (
        f"periods in {third}, a third State linked with {' and '.join(linked)}, count where they are needed for the right, and "
        "for no amount: no text read says which State takes them over (assumed)"
    )


def _counting(run: Run, mine: Sequence[Planned], career: Career) -> tuple[Member, ...]:
    """The members with the periods of all, those of third States too, for the right."""
    count = together(run, mine, [], career)
    return tuple(
        replace(
            member,
            shape=replace(member.shape, parts=member.shape.parts | {"third_counted"}),
            given={**member.given, "third_counted": count.vector(one.key, "right")},
        )
        for member, one in zip(run.members, mine, strict=False)
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
