"""A part of a decision: what a branch beside the pensions is asked, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from portability.assessment.names import assumptions
from portability.assessment.scope import AgreementSet, Binding, bindings
from portability.case.career import Career, career
from portability.case.model import Case
from portability.law.shelf import Shelf
from portability.record import decision as record


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of a decision says: its rows and steps, and what has to be said beside them."""

    benefits: tuple[record.Benefit, ...] = ()
    care: tuple[record.Care, ...] = ()
    findings: tuple[record.Finding, ...] = ()
    claim_at: tuple[record.ClaimAt, ...] = ()
    steps: tuple[record.Step, ...] = ()
    not_certain: tuple[str, ...] = ()
    not_modelled: tuple[str, ...] = ()
    missing_facts: tuple[record.MissingFact, ...] = ()

    def __add__(self, other: Part) -> Part:
        """Both parts, one after the other, each thing once."""
        names = [each.name for each in fields(self)]
        return Part(**{name: _once((*getattr(self, name), *getattr(other, name))) for name in names})


def _once(rows: Sequence[Any]) -> tuple[Any, ...]:
    """Rows in their order, each once; few enough to be compared one by one."""
    found: list[Any] = []
    for row in rows:
        if row not in found:
            found.append(row)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a part is asked: a case on a day under a set of agreements; `claimed` pairs each branch with who claims it.

    `benefits` are those decided before: pensions, then the parts before this one. `trace`: every step is told, also those
    without a sentence.
    """

    case: Case
    day: date
    chosen: AgreementSet
    shelf: Shelf
    claimed: tuple[tuple[str, str], ...]
    benefits: tuple[record.Benefit, ...] = ()
    trace: bool = False

    def claimants(self, *branches: str) -> tuple[str, ...]:
        """Who claims any of some branches, each once."""
        return tuple(dict.fromkeys(who for branch, who in self.claimed if branch in branches))

    def career(self, branch: str) -> Career:
        """The insured person's life as one branch counts it."""
        return career(self.case, branch)

    def bindings(self, branch: str, countries: Iterable[str], life: Career | None = None) -> list[Binding]:
        """The instruments that bind some States for a branch on the day, as the set has it: for the insured, or a life."""
        life = life or self.career(branch)
        return list(bindings(self.shelf, life, tuple(countries), branch, self.day, self.chosen, assumptions(self.case)))

    def after(self, part: Part) -> Asking:
        """The same question, once a part is decided."""
        return replace(self, benefits=(*self.benefits, *part.benefits))
