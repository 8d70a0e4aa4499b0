"""What a State's own law gives of care to a person: to whom, after which time, and to those without a permit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from portability.assessment.ages import months_between_days
from portability.assessment.contingency import insured
from portability.assessment.equality import Question, treated
from portability.assessment.figures import Reader, per_year
from portability.assessment.health.answered import ByLaw, Cites
from portability.assessment.health.event import events
from portability.assessment.health.person import Facts
from portability.assessment.health.taken import regimes, takes
from portability.assessment.health.unasked import unasked
from portability.assessment.part import Asking
from portability.assessment.person import age_dates, asks_status, status_fact, statuses
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.citation import Citation
from portability.document.leaf import earliest, latest
from portability.law.dated import Leaf
from portability.law.shelf import Law
from portability.number.exact import quantity
from portability.number.unknown import unknown_truth
from portability.number.words import all_of
from portability.periods.dates import add_months
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told
from portability.rules import qualifying
from portability.rules.health import care as rules


@dataclass(slots=True)
class OwnLaw:
    """Asks the laws of care of States for persons; every step goes into one ledger.

    `life` is that of the insured person; `lives`: of others the lives as far as they are told, by who each is.
    """

    asking: Asking
    life: Career
    found: Iterable[Binding]
    laws: Mapping[str, Law | None]
    ledger: Ledger
    lives: Mapping[str, Career] = field(default_factory=dict)

    def of(self, country: str, facts: Facts, situation: str) -> ByLaw:
        """The best that the schemes of a State give: yes, else not known, else no."""
        law = self.laws.get(country)
        schemes = regimes(law, "medical_care", self.asking.day)
        if not schemes:
            return self._no_law(country, law, facts, situation)
        told = [self._scheme(country, scheme, regime, facts, situation) for scheme, regime in schemes.items()]
        return sorted(told, key=lambda one: (one.told.value is not True, one.told.value is False, one.urgent))[0]

    def _no_law(self, country: str, law: Law | None, facts: Facts, situation: str) -> ByLaw:
        text = f"the law of {country} on medical care is not on the shelf" if law is not None else (
            f"the law of {country} is not on the shelf")
        answer = Told(unknown_truth(text), Fact(text, "law", "assumed", "yesno", note=text))
        place = Place("medical_care", facts.who, country, situation)
        told = self.ledger.step(rules.care_by_law, place, groups=(answer,), waited=Told(True))
        return ByLaw(country, told, cites={country: {}}, notes=(f"{text}: whom it cares for is not determined",))

    def _scheme(self, country: str, scheme: str, regime: Mapping[str, Any], facts: Facts, situation: str) -> ByLaw:
        where, asking = f"{country}.{scheme}", self.asking
        reader = Reader(regime, f"{country.lower()}.{scheme}.medical_care", asking.day, None, branch="medical_care")
        place = Place("medical_care", facts.who, where, situation)
        leaf, provider = reader.leaf("entitled"), reader.peek("provider")
        cites: Cites = {} if leaf is None else {"care_by_law": (leaf.cites, leaf.standing)}
        by = ByLaw(country, Told(False), "" if provider is None else str(provider.is_ or ""), cites={where: cites})
        if leaf is None or leaf.is_ is None:
            path = f"{reader.path}.entitled"
            article = None if leaf is None else leaf.cites
            groups: list[Told] = [Told(unknown_truth(path), Fact(path, "law", "unconfirmed", "yesno", article))]
        elif by.provider == "none":
            groups = [Told(False, Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites))]
        else:
            groups = [self._group(group, leaf, reader, country, scheme, facts, place, by, cites) for group in leaf.is_]
        waited = self._waited(reader, country, scheme, facts, place, cites, groups)
        by.told = self.ledger.step(rules.care_by_law, place, groups=tuple(groups), waited=waited)
        by.notes = tuple(f"{one.path}: {one.standing} ({one.cites})" for _, one in reader.notes)
        by.not_modelled = (*unasked(reader, where), *(f"{country}: {text}" for text in regime.get("not_modelled", ())))
        if by.told.value is not True and facts.residence == country and self._status(facts, country) == "irregular":
            self._without_permit(by, reader, facts, place, cites)
        return by

    def _status(self, facts: Facts, country: str) -> str | None:
        life = self._life(facts)
        return None if life is None else life.status(country, self.asking.day)

    def _life(self, facts: Facts) -> Career | None:
        return self.life if facts.who == "insured" else self.lives.get(facts.who)

    def _group(
        self,
        group: str,
        leaf: Leaf,
        reader: Reader,
        country: str,
        scheme: str,
        facts: Facts,
        place: Place,
        by: ByLaw,
        cites: Cites,
    ) -> Told:
        """Whether the person belongs to one group of those whom a law gives care."""
        mine, on = facts.who == "insured", self.asking.day
        if group == "everyone":
            return self._law(True, leaf)
        if group in ("residents", "nationals"):
            return self._resident(group, leaf, reader, country, facts, place, by, cites)
        if group in ("insured", "employees", "family"):
            if mine == (group == "family"):
                return self._law(False, leaf)
            return self._cover(leaf, reader, country, scheme)
        if group == "pensioners":
            told = facts.pensions.get(country)
            return self._law(False, leaf) if told is None else told
        if group == "children":
            return self._child(leaf, facts)
        born = [one for one in events(self.asking.case, "birth") if earliest(one.date) >= on]
        return self._law(mine and bool(born), leaf)  # pregnant

    def _law(self, value: bool, leaf: Leaf) -> Told:
        return Told(value, Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites))

    def _resident(
        self, group: str, leaf: Leaf, reader: Reader, country: str, facts: Facts, place: Place, by: ByLaw, cites: Cites
    ) -> Told:
        """Living there, with a nationality or status that the law accepts, or that an instrument makes equal."""
        lives: Any = unknown_truth("residence") if facts.residence is None else facts.residence == country
        living = Told(lives, facts.living.origin)
        nationality, life = reader.leaf("nationality"), self._life(facts)
        if life is None:
            asks = nationality is not None or group == "nationals"
            return Told(unknown_truth(f"status of {facts.who}")) if asks and lives is not False else living
        if group == "nationals":
            status = life.status(country, self.asking.day)
            known: Any = unknown_truth("person.nationalities") if status is None else status == "national"
            return Told(all_of(lives, known), living.origin)
        if nationality is None or not asks_status(nationality) or lives is False:
            return living
        status_told = status_fact(life, country, self.asking.day, nationality)
        if status_told.value is not True:
            asked = Question(country, "medical_care", life, self.asking.day, accepts=statuses(nationality), worked=False)
            equal = treated(self.found, asked)
            cites["equality_lifts"] = nationality.cites, nationality.standing
            if equal.cites is not None:
                cites["equality_lifts"] = equal.cites, getattr(equal.told.origin, "read_by", None) or "official"
                by.force = equal.force
            told = equal.told if equal.told.value is True else self._as_nationals(country, life, cites) or equal.told
            status_told = self.ledger.step(qualifying.equality_lifts, place, condition=status_told, equality=told)
        return Told(all_of(lives, status_told.value), status_told.origin)

    def _as_nationals(self, country: str, life: Career, cites: Cites) -> Told | None:
        """That an instrument gives those whose stay is regular the care of nationals who meet the terms of the law."""
        status = life.status(country, self.asking.day)
        if status in (None, "irregular", "asylum_seeker"):
            return None
        for binding in self.found:
            rows = binding.law.get("health", {}).get("care", ()) if binding.operates("health") else ()
            row = next((row for row in rows if row.get("extent") == "as_nationals"), None)
            if row is None or country not in binding.states or binding.force != "binding":
                continue
            joined = binding.joined(country, self.asking.day, "medical_care")
            article = Citation(binding.source, str(row["cites"]))
            cites["equality_lifts"] = article, str(row["standing"])
            fact = Fact("residence_status", "facts", "declared", "yesno", article, read_by=str(row["standing"]))
            return Told(joined.value, fact)
        return None

    def _cover(self, leaf: Leaf, reader: Reader, country: str, scheme: str) -> Told:
        """Whether the insured person is insured there on the day, or was so lately that care goes on."""
        goes_on, on = reader.leaf("after_cover"), self.asking.day
        since = on
        if goes_on is not None and goes_on.is_ is not None:
            length = quantity(str(goes_on.is_))
            since = add_months(on, -int(length.value * 12 / per_year(length.unit)), "earlier")
        held = tuple(spell for spell in self.life.spells if spell.country == country and takes(reader.law, scheme, on, spell))
        return insured(replace(self.life, spells=held), country, since, on, leaf)

    def _child(self, leaf: Leaf, facts: Facts) -> Told:
        """Whether the person is a child for the law."""
        person = self.asking.case.people[facts.who]
        under = leaf.get("children_under")
        if under is None or person.born is None:
            path = leaf.path if under is None else f"born of {facts.who}"
            axis, standing = ("law", "unconfirmed") if under is None else ("facts", "missing")
            return Told(unknown_truth(path), Fact(path, axis, standing, "yesno", leaf.cites))
        first, last = age_dates(leaf, (earliest(person.born), latest(person.born)), str(under))
        fact = Fact(f"born of {facts.who}", "facts", person.standing or "declared", "yesno", leaf.cites, read_by=leaf.standing)
        day = self.asking.day
        return Told(unknown_truth(fact.path) if first <= day < last else day < first, fact)

    def _waited(
        self, reader: Reader, country: str, scheme: str, facts: Facts, place: Place, cites: Cites, groups: Sequence[Told]
    ) -> Told:
        """Whether insurance there began long enough ago, where the law asks for it of those insured."""
        leaf = reader.leaf("waiting")
        if leaf is None or facts.who != "insured" or not any(told.value is not False for told in groups):
            return Told(True)
        cites["waited_long_enough"] = leaf.cites, leaf.standing
        if leaf.is_ is None:
            return self.ledger.step(rules.waited_long_enough, place, length=Told(0), waiting=reader.not_known(leaf, "length"))
        linked = self._linked(country, cites)
        spells = [
            one
            for one in self.life.spells
            if (takes(reader.law, scheme, reader.at, one) if one.country == country else one.country in linked)
        ]
        first = min((one.span.start for one in spells if one.span is not None), default=None)
        if first is None:
            return Told(True)
        length = quantity(str(leaf.is_))
        months = Fraction(months_between_days(first, self.asking.day, "complete"))
        held = Told(months, Fact(f"the first day of insurance in {country}", "facts", "declared", "length"))
        asked = reader.told(length.value * 12 / per_year(length.unit), leaf, "length")
        return self.ledger.step(rules.waited_long_enough, place, length=held, waiting=asked)

    def _linked(self, country: str, cites: Cites) -> frozenset[str]:
        """The States whose insurance counts for the time asked before the first care, by an instrument that binds."""
        for binding in self.found:
            leaf = binding.leaf("health", "totalised", self.asking.day)
            sure = binding.force == "binding" and binding.operates("health") and binding.covered.value is True
            if leaf is not None and leaf.is_ is True and sure and country in binding.states:
                cites["waited_long_enough"] = leaf.cites, leaf.standing
                return binding.states
        return frozenset()

    def _without_permit(self, by: ByLaw, reader: Reader, facts: Facts, place: Place, cites: Cites) -> None:
        """What the law gives those who live there without a permit."""
        leaf = reader.leaf("irregular")
        if leaf is None:
            return
        called = f"{leaf.is_}_by_law" if leaf.is_ in ("all", "primary") else "urgent_by_law"
        cites[called] = leaf.cites, leaf.standing
        if leaf.is_ is None:
            answer = Told(unknown_truth(leaf.path), Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))
        else:
            answer = self._law(leaf.is_ in ("all", "primary", "urgent"), leaf)
        told = self.ledger.step(rules.in_situation, place, called=called, facts=(facts.living, answer))
        if told.value is not False:
            by.before, by.told, by.urgent = by.told, told, leaf.is_ != "all"
            by.alone = "" if leaf.is_ == "all" else "primary" if leaf.is_ == "primary" else "urgent"
