"""The situations of a person that decide who gives care: where the person lives, and every stay in another State."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from portability.assessment.health.bearer import bearer
from portability.assessment.health.by_law import OwnLaw
from portability.assessment.health.person import Facts
from portability.assessment.part import Asking
from portability.assessment.reasons import Grounds
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.number.unknown import unknown_truth
from portability.record.ledger import Ledger
from portability.record.step import Fact, Told


@dataclass(frozen=True, slots=True)
class Asked:
    """One situation of one person: the States that play a part in it, and the facts that put the person there."""

    situation: str
    facts: tuple[Told, ...]
    residence: str | None
    stay: str | None = None
    competent: str | None = None
    start: date | None = None
    end: date | None = None
    by_law: str | None = None

    def state(self, role: str) -> str | None:
        """The State that plays a part."""
        return {"residence": self.residence, "stay": self.stay, "competent": self.competent}[role]


class Situations:
    """Finds the situations of the persons of one case; `grounds` and `notes` are what was asked of laws on the way."""

    def __init__(self, asking: Asking, life: Career, found: Sequence[Binding], own: OwnLaw, ledger: Ledger) -> None:
        self.asking, self.life, self.found, self.own, self.ledger = asking, life, found, own, ledger
        self.grounds: dict[str, Grounds] = {}
        self.notes: tuple[str, ...] = ()
        self.base: Asked | None = None

    def each(self, facts: Facts, insured: Facts) -> Iterator[Asked]:
        """The situations of a person: where the person lives, then every stay."""
        if self.base is None:
            self.base = self._living(insured)
        base = self.base if facts.who == "insured" else self._relative(facts, self.base)
        yield base
        competent = base.competent or base.residence
        if facts.posted_to is not None:
            posted = (facts.posted, *self._sure(facts, competent))
            yield Asked(
                "posted_worker", posted, facts.residence, facts.posted_to, competent, self.asking.day, by_law=facts.posted_to
            )
        for stay in facts.stays:
            if stay.country == competent and facts.insured_in:
                continue  # in the State of insurance itself, by its own law
            word = "temporary_stay" if stay.care == "necessary" else "planned_care"
            told: tuple[Told, ...] = (stay.told, facts.living)
            if word == "planned_care":
                fact = Fact("event.care (an authorisation)", "facts", "declared", "yesno")
                told = (*told, Told(stay.care == "authorised", fact))
            elif not facts.insured_in and stay.country in facts.frontier and facts.pensions:
                word = "retired_frontier_worker"
            yield Asked(word, told, facts.residence, stay.country, competent, stay.start, stay.end, by_law=stay.country)

    def _sure(self, facts: Facts, country: str | None) -> tuple[Told, ...]:
        held = None if country is None else facts.insured.get(country)
        return () if held is None else (held,)

    def _living(self, facts: Facts) -> Asked:
        """The situation of the insured person in the State of residence."""
        here, on = facts.residence, self.asking.day
        lives = (facts.living,)
        states = facts.insured_in
        if here is None or here in states:
            return Asked("insured_here", (*lives, *self._sure(facts, here)), here, competent=here, start=on)
        if states:
            return Asked("lives_elsewhere", (*lives, *self._sure(facts, states[0])), here, None, states[0], on)
        if facts.pensions:
            return self._pensioner(facts, here)
        if facts.claimed.value:
            return Asked("pension_claimant", (*lives, facts.claimed), here, start=on)
        status = self.life.status(here, on)
        standing = Fact("residence_status", "facts", "missing" if status is None else "declared", "yesno")
        is_so = Told(unknown_truth("residence_status") if status is None else True, standing)
        elsewhere = any(spell.country != here for spell in self.life.spells)
        word = {"irregular": "irregular_status", "national": "returned_migrant" if elsewhere else "uninsured_resident"}.get(
            str(status), "regular_migrant" if status is not None else "uninsured_resident"
        )
        return Asked(word, (*lives, is_so), here, start=on)

    def _pensioner(self, facts: Facts, here: str) -> Asked:
        """A pensioner: with a right where the person lives, in a health service that asks for none, or with none."""
        lives, on = (facts.living,), self.asking.day
        own = self.own.of(here, facts, "pensioner_here")
        self.grounds |= {where: Grounds("", told, own.force != "binding") for where, told in own.cites.items()}
        self.notes += own.notes
        if here in facts.pensions and own.told.value is not False:
            return Asked("pensioner_with_right", (*lives, facts.pensions[here], own.told), here, competent=here, start=on)
        others = tuple(country for country in facts.pensions if country != here) or tuple(facts.pensions)
        word = "pensioner_in_health_service" if own.provider == "health_service" else "pensioner_without_right"
        competent, told, cites = bearer(self.found, self.life, others, word, on, self.ledger)
        for where, ground in cites.items():
            self.grounds[where] = ground
        pays = tuple(facts.pensions[one] for one in others if competent in (None, one))
        return Asked(word, (*lives, *pays, *told), here, None, competent, on)

    def _relative(self, facts: Facts, base: Asked) -> Asked:
        """A member of the family: by the right of the insured person, where that one is insured or draws a pension."""
        competent, on, lives = base.competent, self.asking.day, (facts.living,)
        if facts.residence is None or competent is None:
            return Asked("uninsured_resident", lives, facts.residence, start=on)
        word = "family_here" if facts.residence == competent else "family_elsewhere"
        return Asked(word, (*lives, *base.facts[1:]), facts.residence, None, competent, on)
