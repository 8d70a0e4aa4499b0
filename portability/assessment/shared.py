"""What decisions on one case and one day have in common, under whatever set of agreements: national law is asked once.

A plan by national law is the same under every set unless an instrument may lift a condition of nationality or residence that
the law asks, or names the rate of exchange; then it is planned for each set that differs in these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.record.ledger import Ledger

T = TypeVar("T")


class Shared:
    """Plans, what their States give alone, and what is left of them when weak facts are blanked; for one case and day.

    Everything is kept with what it was made of, so that no identity is given to another while this lives.
    """

    __slots__ = ("_blanked", "_plans", "_stages")

    def __init__(self) -> None:
        self._plans: dict[Any, Any] = {}
        self._stages: dict[Any, tuple[Any, Any, list[tuple[Any, Any]]]] = {}
        self._blanked: dict[Any, tuple[Any, Any]] = {}

    def plan(self, key: Any, make: Callable[[], T]) -> T:
        """A plan, made once for a key that names all it hangs on."""
        if key not in self._plans:
            self._plans[key] = make()
        found: T = self._plans[key]
        return found

    def stage(self, ledger: Ledger, stage: Callable[..., T], words: Any, member: Any) -> T:
        """A State stage of a member, taken once; its steps join every ledger that asks for it."""
        key = (stage, id(member), type(words))
        if key not in self._stages:
            before = len(ledger.steps)
            result = stage(words, member)
            self._stages[key] = (member, result, list(ledger.steps.items())[before:])
            return result
        _, known, steps = self._stages[key]
        ledger.steps.update(steps)
        found: T = known
        return found

    def blanked(self, member: Any, level: tuple[str, str | None], make: Callable[[], T]) -> T:
        """A member without the facts weaker than a level of an axis."""
        key = (id(member), level)
        if key not in self._blanked:
            self._blanked[key] = (member, make())
        found: T = self._blanked[key][1]
        return found


def hangs_on(found: Sequence[Binding], career: Career, conditions: bool) -> tuple[Any, ...]:
    """What of the instruments a plan by national law hangs on: all, if they may lift a condition; else what names a rate."""
    asked = found if conditions else [one for one in found if career.case.rate and "money" in one.law]
    return tuple((one.id, one.states, one.force, one.supposed, str(one.covered.value)) for one in asked)
