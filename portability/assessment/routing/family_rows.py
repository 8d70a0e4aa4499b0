"""The rows on family benefits as they are made: what a State pays or adds, with its steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from portability.assessment.part import Asking, Part
from portability.assessment.routing.rows import Chapter, Stated, surest, unsure
from portability.law.dated import Leaf
from portability.record import decision as record

BRANCH = "family"
ORDER = ("activity", "pension", "residence")
WORDS = {"activity": "work", "pension": "a pension", "residence": "residence"}


@dataclass(slots=True)
class Rows:
    """The rows, steps and notes as they are made."""

    asking: Asking
    chapter: Chapter | None
    benefits: list[record.Benefit] = field(default_factory=list)
    steps: list[record.Step] = field(default_factory=list)
    findings: list[record.Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    leaves: list[Leaf | None] = field(default_factory=list)

    def add(self, state: str, made: tuple[record.Step, ...], due: Stated, gross: Stated, why: str) -> None:
        """A row: what a State pays to the family by the month, with the steps it rests on."""
        day, id_ = self.asking.day, f"{BRANCH}/insured/{state}"
        force = "binding" if self.chapter is None else self.chapter.binding.force
        instrument = None if self.chapter is None else self.chapter.binding.id
        reduction: tuple[record.Item, ...] = ()
        if due is not gross and due.known and gross.known and due.value < gross.value:
            cut = Stated(gross.value - due.value, due.currency, due.standing)
            reduction = (record.Item(why=why, money=cut.money(day), step=made[-1].id),)
        self.steps += made
        self.benefits.append(
            record.Benefit(
                id=id_,
                beneficiary="insured",
                country=state,
                branch=cast(Any, BRANCH),
                form="allowance",
                status="entitled" if due.known else "undetermined",
                standing=surest(made, (due.standing,)),
                legal_force=cast(Any, force),
                variants=(
                    record.Variant(
                        id=f"{id_}/{instrument or 'alone'}",
                        route="independent" if self.chapter is None else "single_payer",
                        instrument=instrument,
                        gross=gross.money(day),
                        reductions=reduction,
                        net=due.money(day),
                        chosen=True,
                        why=made[0].id,
                    ),
                ),
                payments=(
                    (record.Payment(start=day, money=due.money(day), per="month", payments_a_year=12, export="paid"),)
                    if due.known and due.value > 0
                    else ()
                ),
                reasons=tuple(one.id for one in made),
            )
        )

    def part(self) -> Part:
        """What the part says."""
        missing = {
            fact: f"the amount of {one.id}"
            for one in self.benefits
            for each in one.variants
            if each.net is not None
            for fact in each.net.unknown
        }
        return Part(
            benefits=tuple(self.benefits),
            findings=tuple(self.findings),
            claim_at=tuple(
                record.ClaimAt(country=one.country, institution=f"the institution of {one.country}") for one in self.benefits
            ),
            steps=tuple(self.steps),
            not_certain=(*self.notes, *unsure(self.chapter, self.leaves)),
            not_modelled=("family: whether a State's own conditions for a child are met (age, schooling, income) is as stated",),
            missing_facts=tuple(record.MissingFact(path=path, would_decide=what) for path, what in missing.items()),
        )


def told(one: Stated, day: date) -> str:
    """An amount in a sentence."""
    found = one.money(day)
    return f"{found.amount} {found.currency}" if found.amount is not None else "not known"


def live_in(states: Sequence[str], abroad: Sequence[str]) -> list[str]:
    """The one of some States in which all children live; none where they live in several, or elsewhere."""
    return [state for state in states if list(abroad) == [state]]
