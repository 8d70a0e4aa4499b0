"""How sure the results of one State's stage are: it is asked again with weaker facts unknown, once for each level present."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.stages import Member, ResultsOnly
from portability.assessment.standing import standings_of


def how_sure(
    member: Member, stage: Callable[..., Any], results: Callable[[Any], Sequence[Any]]
) -> list[dict[str, str]]:
    """For each result of a stage its standing on the two axes: the best level at which it is still known as it is."""

    def asked(blank: Callable[[Any], Any]) -> Sequence[Any]:
        given = {name: blank(value) for name, value in member.given.items()}
        return results(stage(ResultsOnly(), replace(member, given=given)))

    return standings_of(member.given.values(), asked)
