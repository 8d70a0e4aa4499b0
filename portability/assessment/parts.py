"""The parts of a decision in their order: each is loaded only where its branch is claimed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import cast

from portability.assessment.part import Asking, Part
from portability.record.decision import Finding

PARTS: Mapping[str, tuple[str, ...]] = {
    "injury": ("employment_injury",),
    "health": ("sickness", "maternity", "medical_care"),
    "routing.unemployment": ("unemployment",),
    "routing.family": ("family",),
}
"""The module of each part, below this room, by the branches that call for it: its function `decided` answers."""

BRANCHES = frozenset(branch for branches in PARTS.values() for branch in branches)
"""The branches that some part decides."""


def of_schemes(asking: Asking) -> tuple[Finding, ...]:
    """What a traced decision finds of the schemes it rests on; nothing where nobody asked for it."""
    if not asking.trace:
        return ()
    found = import_module("portability.assessment.adequacy.finding").findings
    return tuple(cast(Callable[[Asking], Iterable[Finding]], found)(asking))


def parts(asking: Asking) -> Part:
    """Every part that a claim calls for, one after the other: a later one sees the benefits of those before."""
    found = Part()
    for module, branches in PARTS.items():
        if asking.claimants(*branches):
            decided = cast(Callable[[Asking], Part], import_module(f"portability.assessment.{module}").decided)
            found = found + decided(asking.after(found))
    if asking.claimants("employment_injury") and asking.claimants("sickness"):
        twice = cast(Callable[[Part], Part], import_module("portability.assessment.injury.twice").paid_twice)
        found = found + twice(found)
    return found
