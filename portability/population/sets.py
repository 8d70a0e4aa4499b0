"""The sets of agreements of a simulation, as its lock keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portability.assessment.scope import AgreementSet


def in_lock(sets: Sequence[AgreementSet]) -> dict[str, Any]:
    """Sets as plain tables.

    >>> sets_of_lock({"sets": in_lock([AgreementSet("none", as_bound=False)])})
    [AgreementSet(id='none', as_bound=False, with_=(), without=(), every_state=False)]
    """
    return {
        one.id: {"as_bound": one.as_bound, "with": list(one.with_), "without": list(one.without), "every_state": one.every_state}
        for one in sets
    }


def sets_of_lock(lock: Mapping[str, Any]) -> list[AgreementSet]:
    """The sets that a lock names."""
    return [
        AgreementSet(id_, one["as_bound"], tuple(one["with"]), tuple(one["without"]), one["every_state"])
        for id_, one in lock["sets"].items()
    ]
