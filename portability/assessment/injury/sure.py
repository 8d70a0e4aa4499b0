"""How sure a result of one State's stage is: it is asked again with weaker facts unknown, once for each level present."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from portability.assessment.stages import Member, ResultsOnly
from portability.assessment.standing import AXES, alike, blank_weaker, blanked, levels_of
from portability.record.step import tolds

Results = Callable[[Any], Sequence[Any]]


def standings_of(member: Member, stage: Callable[..., Any], results: Results) -> list[dict[str, str]]:
    """For each result of a stage its standing on the two axes: the best level at which it is still known as it is."""
    wanted = results(stage(ResultsOnly(), member))
    given = [told for value in member.given.values() for told in tolds(value)]
    found: list[dict[str, str]] = [{} for _ in wanted]
    for axis, levels in AXES.items():
        present = sorted(levels_of(given, axis), key=levels.index)
        alive = set(range(len(wanted)))
        for one in found:
            one[axis] = present[-1] if present else levels[0]
        while present and alive:
            present.pop()
            level = present[-1] if present else None
            again = results(stage(ResultsOnly(), blanked(member, blank_weaker(axis, level))))
            alive -= {i for i, after in enumerate(again) if not alike(wanted[i], after)}
            for i in alive:
                found[i][axis] = level or levels[0]
    return found
