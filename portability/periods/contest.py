"""Days that several States claim: who loses them, to whom, and by which rule.

Works on sets of days per *slot*: a State and a rank. One pass over the edges of all sets finds the stretches in which
the same slots claim; what is decided there is decided once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from portability.periods.ranks import LAST_THEN_FIRST, RANKS, SAME_RANK, OverlapRules, Rank
from portability.periods.stretches import (
    Stretch,
    cut,
    first_after,
    last_before,
    marked_in,
    meet,
    merge,
    owned,
)

Slot: TypeAlias = tuple[str, Rank]


class Loss(NamedTuple):
    """Why days do not count where they were claimed: the slot that keeps them, None if nobody does, and the rule."""

    by: Slot | None
    rule: str


Losses: TypeAlias = list[tuple[int, int, Loss]]
Coverage: TypeAlias = Mapping[Slot, Sequence[Stretch]]
Keepers: TypeAlias = list[tuple[int, int, str]]
Graded: TypeAlias = dict[tuple[bool, int], list[tuple[int, int, str]]]


def by_rank(claims: Coverage, rules: OverlapRules) -> dict[Slot, Losses]:
    """What each slot loses to a stronger rank in another State, or to the State that last insured.

    >>> late = {("XA", "compulsory"): [(1, 5)], ("XB", "voluntary"): [(3, 9)]}
    >>> by_rank(late, OverlapRules())["XB", "voluntary"]
    [(3, 5, Loss(by=('XA', 'compulsory'), rule='compulsory_over_voluntary'))]
    """
    losses: dict[Slot, Losses] = {slot: [] for slot in claims}
    insured = _insured(claims, rules)
    judged: dict[tuple[Slot, ...], dict[Slot, Loss]] = {}
    for first, after, runs in _together(claims, insured, rules):
        slots = tuple(sorted(runs))
        verdict = judged.get(slots)
        if verdict is None:
            verdict = judged[slots] = _stronger(slots, rules)
        if LAST_THEN_FIRST in rules.rules:
            credited = {slot: runs[slot] for slot in slots if slot[1] == "assimilated" and slot not in verdict}
            if len(credited) > 1:
                verdict = {**verdict, **_credited(credited, first, insured, rules)}
        for slot, loss in verdict.items():
            _extend(losses[slot], first, after, loss)
    return losses


def by_first_come(claims: Coverage) -> dict[Slot, Losses]:
    """What each State loses to another of equal rank: a day goes to the State whose unbroken claim began first.

    >>> by_first_come({("XA", "compulsory"): [(1, 5)], ("XB", "compulsory"): [(3, 9)]})["XB", "compulsory"]
    [(3, 5, Loss(by=('XA', 'compulsory'), rule='same_rank'))]
    """
    claimed: dict[str, list[Stretch]] = {}
    for (state, _), days in sorted(claims.items()):
        claimed[state] = merge([*claimed.get(state, ()), *days])
    return lost_among_equals(claims, owned([(low, high, state) for state, days in claimed.items() for low, high in days]))


def keepers_by_grade(graded: Graded) -> Keepers:
    """Which State keeps each day: the one with the lowest grade on it; of equal ones, the one that began first.

    >>> keepers_by_grade({(False, 2): [(1, 5, "XA")], (False, 1): [(3, 9, "XB")]})
    [(1, 3, 'XA'), (3, 9, 'XB')]
    """
    kept: Keepers = []
    for _, marked in sorted(graded.items()):
        taken = [(low, high) for low, high, _ in kept]
        of_state: dict[str, list[Stretch]] = {}
        for low, high, state in sorted(marked, key=lambda each: each[2]):
            of_state[state] = merge([*of_state.get(state, ()), (low, high)])
        free = [(low, high, state) for state, days in of_state.items() for low, high in cut(days, taken)]
        kept = sorted([*kept, *owned(free)])
    return kept


def lost_among_equals(claims: Coverage, keepers: Keepers) -> dict[Slot, Losses]:
    """What each slot loses of the days it claims, where another State keeps them: each stretch with who does."""
    claimed: dict[str, list[Stretch]] = {}
    strongest: dict[str, list[tuple[int, int, Slot]]] = {}
    for state, rank in sorted(claims, key=lambda slot: (slot[0], RANKS.index(slot[1]))):
        before = claimed.setdefault(state, [])
        fresh = cut(claims[state, rank], before)
        strongest.setdefault(state, []).extend((low, high, (state, rank)) for low, high in fresh)
        claimed[state] = merge([*before, *fresh])
    for marked in strongest.values():
        marked.sort()
    losses: dict[Slot, Losses] = {}
    for slot, days in claims.items():
        lost = meet(days, cut(claimed[slot[0]], [(low, high) for low, high, state in keepers if state == slot[0]]))
        found: Losses = []
        for low, high, state in marked_in(keepers, lost):
            found += [
                (first, after, Loss(by, SAME_RANK)) for first, after, by in marked_in(strongest[state], [(low, high)])
            ]
        losses[slot] = found
    return losses


def _insured(claims: Coverage, rules: OverlapRules) -> dict[str, list[Stretch]]:
    """The days on which each State's legislation applied compulsorily."""
    days: dict[str, list[Stretch]] = {}
    for (state, rank), covered in claims.items():
        if rank in rules.insuring:
            days.setdefault(state, []).extend(covered)
    return {state: merge(covered) for state, covered in days.items()}


def _together(
    claims: Coverage, insured: Mapping[str, Iterable[Stretch]], rules: OverlapRules
) -> Iterator[tuple[int, int, Mapping[Slot, Stretch]]]:
    """The stretches in which at least two States claim, with the claims that run there."""
    edges: dict[int, list[tuple[Slot, Stretch | None]]] = {}
    for slot, days in claims.items():
        for run in days:
            edges.setdefault(run[0], []).append((slot, run))
            edges.setdefault(run[1], []).append((slot, None))
    if rules.before == "contested_day":
        for insurance in insured.values():  # what came last before a day changes on the day after a first or last day
            for first, after in insurance:
                edges.setdefault(first + 1, [])
                edges.setdefault(after, [])
                edges.setdefault(after + 1, [])
    running: dict[Slot, Stretch] = {}
    since = 0
    for day in sorted(edges):
        if len(running) > 1 and len({state for state, _ in running}) > 1:
            yield since, day, running
        for slot, edge in sorted(edges[day], key=lambda change: change[1] is not None):
            if edge is None:
                del running[slot]
            else:
                running[slot] = edge
        since = day


def _stronger(slots: Sequence[Slot], rules: OverlapRules) -> dict[Slot, Loss]:
    """The slots displaced by a stronger rank of another State; of several, the strongest and first by code is named."""
    states: dict[Rank, list[str]] = {}
    for state, rank in slots:
        states.setdefault(rank, []).append(state)
    losses: dict[Slot, Loss] = {}
    for (strong, weak), rule in rules.stronger.items():
        keepers = states.get(strong)
        for state in states.get(weak, ()) if keepers else ():
            keeper = next((other for other in keepers or () if other != state), None)
            if keeper is not None and (state, weak) not in losses:
                losses[state, weak] = Loss((keeper, strong), rule)
    return losses


def _credited(
    credited: Mapping[Slot, Stretch], day: int, insured: Mapping[str, Sequence[Stretch]], rules: OverlapRules
) -> dict[Slot, Loss]:
    """Who loses time that several States credit."""
    start = end = day
    if rules.before == "credited_spell":
        start, end = min(run[0] for run in credited.values()), max(run[1] for run in credited.values()) - 1
    crediting = {state for state, _ in credited}
    asked = crediting if rules.assimilated_among == "crediting_states" else insured.keys()
    keepers = _latest({state: last_before(insured.get(state, ()), start) for state in asked})
    if not keepers:
        later = {state: first_after(insured.get(state, ()), end) for state in asked}
        keepers = _latest({state: None if after is None else -after for state, after in later.items()})
    if not keepers:
        keepers = crediting if rules.never_insured == "both" else set()
    keeper = min(keepers & crediting, default=None)
    by = None if keeper is None else (keeper, "assimilated")
    return {slot: Loss(by, LAST_THEN_FIRST) for slot in credited if slot[0] not in keepers}


def _latest(days: Mapping[str, int | None]) -> set[str]:
    """The States with the latest day; none if there is no day."""
    latest = max((day for day in days.values() if day is not None), default=None)
    return {state for state, day in days.items() if day is not None and day == latest}


def _extend(losses: Losses, first: int, after: int, loss: Loss) -> None:
    """Add a loss at the end, joined to the last one where it only goes on."""
    if losses and losses[-1][1] == first and losses[-1][2] == loss:
        first = losses.pop()[0]
    losses.append((first, after, loss))
