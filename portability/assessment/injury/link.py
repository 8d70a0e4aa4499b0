"""The instrument that links the States of one injury, as its chapter on injuries is asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portability.assessment.part import Asking
from portability.assessment.scope import Binding
from portability.case.tables import Event
from portability.frozen import frozen
from portability.law.dated import Leaf

BRANCH = "employment_injury"


@frozen
class Link:
    """An instrument, the States of the injury that it binds, and the day on which it is asked."""

    binding: Binding
    states: frozenset[str]
    at: date

    def leaf(self, key: str) -> Leaf | None:
        """A knob of the chapter that says something, and by itself: what binds may need an agreement first."""
        found = self.binding.leaf("injury", key, self.at)
        if found is None or not found.is_told:
            return None
        return found if self.would or found.get("operation", "self_executing") == "self_executing" else None

    def says(self, key: str) -> Any:
        """What a knob says; None where the chapter says nothing of it."""
        found = self.leaf(key)
        return None if found is None else found.is_

    @property
    def would(self) -> bool:
        """Whether it only guides, or is a scenario."""
        return self.binding.force != "binding"


def link_of(asking: Asking, states: Iterable[str], event: Event) -> Link | None:
    """The instrument that coordinates an injury between some States: what binds first, of several the one with most of them."""
    named = tuple(dict.fromkeys(states))
    if len(named) < 2:
        return None
    found = []
    for one in asking.bindings(BRANCH, named):
        if not one.apportions or not one.operates("injury") or one.covered.value is not True:
            continue
        if not speaks_of(one, event, asking.day):
            continue
        bound = frozenset(state for state in named if state in one.states and one.joined(state, asking.day, BRANCH).value is True)
        if len(bound) > 1:
            found.append(Link(one, bound, asking.day))
    return max(found, key=lambda one: (not one.would, len(one.states), one.binding.law["in_force_from"]), default=None)


def speaks_of(binding: Binding, event: Event, at: date) -> bool:
    """Whether an instrument is about injuries of this kind: Convention No. 19 knows accidents, not diseases."""
    leaf = binding.leaf("injury", "covers", at)
    return leaf is None or leaf.is_ is None or event.kind in leaf.is_
