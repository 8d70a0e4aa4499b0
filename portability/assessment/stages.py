"""The three words stages are written in, for one person: `step`, `each`, `where`.

A stage is straight-line code over these words, so that the same stage decides a case and the rows of a population
(`portability.assessment.rows`). `step` computes and records; `each` goes from State to State; `where` takes a branch.
An unknown test takes both branches and keeps what they agree on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from portability.frozen import frozen
from portability.number.unknown import Unknown
from portability.number.words import choose
from portability.record.ledger import Ledger
from portability.record.step import Place, Step, Told, bare

if TYPE_CHECKING:
    from portability.assessment.shared import Shared


@frozen
class Shape:
    """What the law of a scheme looks like, without any figure: the thing that rows of a cell share.

    `parts` are the conditions and limits present; `stated` the results that an institution has certified.
    """

    formula: str = "none"
    reference: str = "none"
    otherwise: str = "none"
    otherwise_below: str = "none"
    parts: frozenset[str] = frozenset()
    stated: frozenset[str] = frozenset()
    method: str = "independent"


@frozen
class Member:
    """One State's scheme as the stages see it: a place, a shape, and the told figures of law and career by name."""

    place: Place
    shape: Shape
    given: Mapping[str, Any]

    def has(self, parts: frozenset[str]) -> bool:
        """Whether the law has any of some parts."""
        return not self.shape.parts.isdisjoint(parts)


class Words(Protocol):
    """What a stage may use, for one person or for rows."""

    def step(self, rule: Callable[..., Any], place: Place, /, called: str = "", **inputs: Any) -> Any: ...

    def each(self, members: Sequence[Any], stage: Callable[..., Any], *aligned: Sequence[Any]) -> tuple[Any, ...]: ...

    def where(self, test: Any, about: Any, yes: Callable[..., Any], no: Callable[..., Any]) -> Any: ...


class OnePerson:
    """The stage words for a case: every step goes into the ledger."""

    __slots__ = ("_branch", "_shared", "ledger")

    def __init__(self, ledger: Ledger, shared: Shared | None = None) -> None:
        self.ledger, self._shared = ledger, shared
        self._branch = ""

    def step(self, rule: Callable[..., Any], place: Place, /, called: str = "", **inputs: Any) -> Told:
        """Apply a rule at a place and keep the step."""
        if self._branch:  # inside both branches of an unknown test: each keeps its own steps
            place = place._replace(variant=place.variant + self._branch)
        return self.ledger.take(rule, place, called or rule.__name__, inputs)

    def each(self, members: Sequence[Any], stage: Callable[..., Any], *aligned: Sequence[Any]) -> tuple[Any, ...]:
        """Run a State stage for every State, one after the other; what hangs on national law alone, once for all sets."""
        if self._shared is not None and not aligned and not self._branch:
            return tuple(self._shared.stage(self.ledger, stage, self, member) for member in members)
        return tuple(stage(self, *row) for row in zip(members, *aligned, strict=True))

    def where(self, test: Told, about: Any, yes: Callable[..., Any], no: Callable[..., Any]) -> Any:
        """Take the branch the test names; where the test is unknown, take both and keep what they agree on."""
        decided = bare(test)
        with self.ledger.under(test):
            if not isinstance(decided, Unknown):
                return yes(self, about) if decided else no(self, about)
            outer = self._branch
            self._branch = outer + "+if"
            met = yes(self, about)
            self._branch = outer + "+if_not"
            unmet = no(self, about)
            self._branch = outer
        return self._either(test, met, unmet)

    def _either(self, test: Told, met: Any, unmet: Any, name: str = "") -> Any:
        if type(met) is tuple:
            pairs = enumerate(zip(met, unmet, strict=True))
            return tuple(self._either(test, one, other, f"{name}{i}_") for i, (one, other) in pairs)
        if is_dataclass(met) and not isinstance(met, type):
            names = [field.name for field in fields(met)]
            told = {n: self._either(test, getattr(met, n), getattr(unmet, n), f"{name}{n}_") for n in names}
            return replace(met, **told)
        if met is unmet:
            return met
        step = next((told.origin for told in (met, unmet) if type(told) is Told and type(told.origin) is Step), None)
        if step is None:
            return Told(choose(bare(test), bare(met), bare(unmet)))
        place = step.place._replace(variant=step.place.variant.partition("+if")[0])
        return self.step(choose, place, called=f"{name or f'{step.rule}_'}either_way", test=test, yes=met, no=unmet)


class ResultsOnly(OnePerson):
    """The stage words for deciding again, when only the results are asked for: no step is kept."""

    __slots__ = ()

    def __init__(self, shared: Shared | None = None) -> None:
        super().__init__(Ledger(), shared)

    def step(self, rule: Callable[..., Any], place: Place, /, called: str = "", **inputs: Any) -> Told:
        """Apply a rule to told values and forget the step."""
        for name, given in inputs.items():
            inputs[name] = given.value if type(given) is Told else bare(given)
        return Told(rule(**inputs))

    def where(self, test: Told, about: Any, yes: Callable[..., Any], no: Callable[..., Any]) -> Any:
        """Take the branch the test names, or both; no step is told apart by its branch."""
        decided = bare(test)
        if not isinstance(decided, Unknown):
            return yes(self, about) if decided else no(self, about)
        return self._either(test, yes(self, about), no(self, about))
