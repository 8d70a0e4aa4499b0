"""Chain totalisation: a State bound by several instruments with different States adds the periods under all of them.

Only for the right, and only where the law of a case says so: each instrument is still applied whole, and the State owes the
most favourable result alone (ILO C157 Arts 7(4), 8(2) and 8(3)).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from portability.assessment import lengths as counted
from portability.assessment.bonds import as_sure_as
from portability.assessment.counting_law import units_of
from portability.assessment.plan import Planned
from portability.assessment.run import Run
from portability.assessment.scope import Binding
from portability.case.career import Career


def chained(
    runs: Sequence[Run], plans: Sequence[Planned], found: Sequence[Binding], career: Career, at: date
) -> list[Run]:
    """The runs, with the further periods that States add by chain."""
    by_state = _chains(found, at)
    return [_with_chain(run, runs, plans, by_state, career, at) for run in runs] if by_state else list(runs)


def _chains(found: Sequence[Binding], at: date) -> Mapping[str, Binding]:
    """The States that add by chain, and the instrument that has them do so."""
    chains: dict[str, Binding] = {}
    for binding in found:
        leaf = binding.leaf("totalisation", "chain", at) if binding.operates("totalisation") else None
        if leaf is not None and leaf.is_ is True:
            for state in binding.states:
                chains.setdefault(state, binding)
    return chains


def _with_chain(
    run: Run, runs: Sequence[Run], plans: Sequence[Planned], by_state: Mapping[str, Binding], career: Career, at: date
) -> Run:
    members, cites = list(run.members), dict(run.cites)
    chain: dict[int, str] = {}
    for k, i in enumerate(run.at):
        planned = plans[i]
        by = by_state.get(planned.key[0])
        others = [one for one in runs if one is not run and i in one.at]
        further = [j for one in others for j in one.at if j not in run.at]
        if by is None or not further:
            continue
        leaf = by.leaf("totalisation", "chain", at)
        assert leaf is not None  # it named the State
        cites["total_with_chain"] = (leaf.cites, leaf.standing)
        count = together(run, [plans[j] for j in (*run.at, *dict.fromkeys(further))], others, career)
        others_joined = {j: told for one in others for j, told in zip(one.at, one.joined, strict=True)}
        joined = (*run.joined, *(others_joined[j] for j in dict.fromkeys(further)))
        member = members[k]
        members[k] = replace(
            member,
            shape=replace(member.shape, parts=member.shape.parts | {"chained"}),
            given={**member.given, "chained": as_sure_as(count.vector(planned.key, "right"), joined)},
        )
        chain[i] = by.force
    if not chain:
        return run
    return replace(run, members=tuple(members), open_members=_open(run, members), cites=cites, chain=chain)


def _open(run: Run, members: Sequence[object]) -> tuple[object, ...]:
    return tuple(
        replace(member, place=before.place)  # type: ignore[type-var]  # a member
        for member, before in zip(members, run.open_members, strict=False)
    )


def together(run: Run, mine: Sequence[Planned], others: Sequence[Run], career: Career) -> counted.Common:
    """The periods of all the States of a chain, by the overlap rules and conversions of one of its instruments."""
    keys = tuple(one.key for one in mine)
    accepted = {one.key: one.own.accepted for one in mine}
    accepted |= {key: kinds for one in (*others, run) for key, kinds in one.count.accepted.items()}
    left_out = {id_: why for one in (*others, run) for id_, why in one.count.left_out.items()}
    units = units_of(keys, {one.key: one.unit for one in mine}, run.count.conversion.unit)
    return counted.Common(
        keys,
        units,
        tuple(spell for spell in career.spells if spell.member in units),
        run.count.overlap,
        run.count.conversion,
        {key: accepted[key] for key in keys},
        {id_: why for id_, why in left_out.items() if id_ in {spell.id for spell in career.spells if spell.member in units}},
        {one.key: one.own for one in mine},
        run.count.until,
    )
