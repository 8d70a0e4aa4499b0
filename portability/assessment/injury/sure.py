"""How sure a result of one State's stage is: the stage is asked again with weaker facts unknown, for each result apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.stages import Member, ResultsOnly
from portability.assessment.standing import standing_of

Results = Callable[[Any], Sequence[Any]]


def standings_of(member: Member, stage: Callable[..., Any], results: Results) -> list[dict[str, str]]:
    """For each result of a stage its standing on the two axes: the best level at which it is still known as it is."""

    def asked(blank: Callable[[Any], Any]) -> Sequence[Any]:
        given = {name: blank(value) for name, value in member.given.items()}
        return results(stage(ResultsOnly(), replace(member, given=given)))

    def one(place: int) -> dict[str, str]:
        return standing_of(member.given.values(), lambda blank: asked(blank)[place])

    return [one(place) for place in range(len(asked(lambda told: told)))]
