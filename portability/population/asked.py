"""What is asked of a population: one branch on one day under one set of agreements, and the plans that takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.scope import AgreementSet
from portability.law.shelf import Shelf
from portability.number.currency import is_currency
from portability.number.rounding import minor_unit
from portability.population.cells import Plans
from portability.population.exemplars import Exemplars, Kind


@dataclass(slots=True)
class Asked:
    """What is asked of a population: one branch on one day under one set of agreements; and the plans that takes.

    `words` are those of the population. Plans are made when the first person needs them, and kept.
    """

    shelf: Shelf
    branch: str
    at: date
    chosen: AgreementSet
    words: Mapping[str, Sequence[Any]]
    plans: Plans = field(default_factory=Plans)
    instruments: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    ages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    open_without_facts: set[tuple[int, ...]] = field(default_factory=set)
    exemplars: Exemplars = field(init=False)
    _beside: dict[int, set[int]] = field(default_factory=dict)
    _numbers: dict[tuple[int, frozenset[int], Kind], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.exemplars = Exemplars(self.shelf, self.branch, self.at, self.chosen)

    def told(self) -> dict[str, Sequence[Any]]:
        """The words behind the codes of the results; more instruments may be met with more persons."""
        return {"scheme": self.words["scheme"], "instrument": self.instruments, "unit": ("months",)}

    def number(self, scheme: int, kind: Kind) -> int:
        """The number of the plan of a scheme for persons of a kind, beside all the schemes met with it so far."""
        beside = frozenset(self._beside.get(scheme, ()))
        key = scheme, beside, kind
        if key not in self._numbers:
            schemes = self.words["scheme"]
            one = self.exemplars.of(schemes[scheme], [schemes[each] for each in sorted(beside)], kind)
            self._numbers[key] = len(self.plans.all)
            self.plans.all.append(one)
            self.instruments += [id_ for id_ in one.least if id_ not in self.instruments]
        return self._numbers[key]

    def meet(self, sets: Sequence[Sequence[int]]) -> None:
        """Take note of schemes that persons have together."""
        for one in sets:
            for scheme in one:
                known = self._beside.setdefault(scheme, set())
                if not known.issuperset(one):
                    known.update(other for other in one if other != scheme)

    def minor(self, scheme: int) -> Fraction:
        """The smallest unit in which a scheme pays, by its code."""
        currency = self.exemplars.currency(self.words["scheme"][scheme][0])
        return minor_unit(currency, self.at) if is_currency(currency) else Fraction(1, 100)

    def reason(self, why: str) -> int:
        """The code of a reason to decide persons one by one."""
        if why not in self.reasons:
            self.reasons.append(why)
        return self.reasons.index(why)
