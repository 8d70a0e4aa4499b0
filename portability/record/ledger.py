"""The one thing that is written to while a case is decided: every step, once per place and rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portability.record.step import Place, Step, Told, bare


class Ledger:
    """The steps of one decision, in the order they were taken.

    >>> def doubled(amount): return amount * 2
    >>> ledger = Ledger()
    >>> ledger.step(doubled, Place("old_age", "insured", "XA.s", "alone"), amount=Told(21)).value
    42
    >>> [step.id for step in ledger.steps.values()]
    ['old_age/insured/XA.s/alone/doubled']
    """

    __slots__ = ("_under", "steps")

    def __init__(self) -> None:
        self.steps: dict[tuple[Place, str], Step] = {}
        self._under: list[Told] = []

    def step(self, rule: Callable[..., Any], place: Place, /, called: str = "", **inputs: Any) -> Told:
        """Apply a rule to told values and keep the step; a second step at the same place and rule is refused."""
        return self.take(rule, place, called or rule.__name__, inputs)

    def take(self, rule: Callable[..., Any], place: Place, name: str, inputs: dict[str, Any]) -> Told:
        """The same, of inputs by name."""
        bare_inputs = {}
        for key, given in inputs.items():
            bare_inputs[key] = given.value if type(given) is Told else bare(given)
        result = rule(**bare_inputs)
        step = Step(place, name, rule, inputs, result, tuple(self._under))
        if self.steps.setdefault((place, name), step) is not step:
            raise ValueError(f"{step.id} was already taken: one step per place and rule")
        return Told(result, step)

    def find(self, place: Place, name: str) -> Step | None:
        """The step of a rule at a place, or None if it was not taken."""
        return self.steps.get((place, name))

    def result(self, place: Place, name: str) -> Any:
        """What a rule found at a place; None if the step was not taken."""
        step = self.find(place, name)
        return None if step is None else step.result

    def under(self, test: Told) -> _Under:
        """While this holds, every step keeps the test that led to it as a parent."""
        return _Under(self._under, test)


class _Under:
    __slots__ = ("stack", "test")

    def __init__(self, stack: list[Told], test: Told) -> None:
        self.stack, self.test = stack, test

    def __enter__(self) -> None:
        self.stack.append(self.test)

    def __exit__(self, *_: object) -> None:
        self.stack.pop()
