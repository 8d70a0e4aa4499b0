"""One grant of a State for one person on one day: its figures gathered for the stage, and what came out of it told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portability.assessment.equality import Question
from portability.assessment.figures import Reader, by_month
from portability.assessment.floor.conditions import GrantConditions
from portability.assessment.floor.counted import Counted
from portability.assessment.floor.household import Household, scale_facts
from portability.assessment.floor.persons import INSURED, Somebody
from portability.assessment.floor.stage import Granted, granted
from portability.assessment.part import Asking
from portability.assessment.person import age_dates
from portability.assessment.person_ages import age_told
from portability.assessment.stages import Member, OnePerson, Shape
from portability.citation import Citation
from portability.law.dated import leaf_at
from portability.number.exact import quantity
from portability.number.rounding import default_rounding
from portability.number.unknown import unknown, unknown_truth
from portability.number.words import all_of, opposite
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told

BRANCH = {"children": "family", "active_age": "invalidity", "older_persons": "old_age"}
"""The branch under which instruments speak of a grant."""


class Grant:
    """One grant for one person on one day; `household`: with whom that person lives."""

    def __init__(
        self, asking: Asking, law: Mapping[str, Any], regime: Mapping[str, Any], name: str, grant: str, household: Household
    ) -> None:
        one = household.one
        self.asking, self.one, self.name, self.household = asking, one, name, household
        self.reader = Reader(regime, f"floors.{one.country.lower()}.{grant}", asking.day, one.life.sex)
        self.reader.currency = str(law.get("currency", ""))
        self.place = Place(name, one.who, f"{one.country}.{grant}", "floor")
        self.ledger = Ledger()
        self.cites: dict[str, tuple[Citation, str]] = {}
        self.counted = Counted(asking, household.lives, self.reader.currency)
        self.sums: list[tuple[str, Told]] = []
        self.who: list[str] = [one.who]
        self.parts: set[str] = set()
        self.given: dict[str, Any] = {"no_test": Told(True), "nought": Told(0)}
        self.force = "binding"

    def cite(self, key: str, *rules: str) -> None:
        """The article of a figure stands behind the rules that take it."""
        leaf = self.reader.peek(key)
        if leaf is not None:
            self.cites.update(dict.fromkeys(rules, (leaf.cites, leaf.standing)))

    def decided(self) -> Granted:
        """The stage run on the figures of this person."""
        given, at = self.given, self.asking.day
        given["level"] = self._level()
        self._scale()
        self._incomes()
        given["age"] = self._age()
        self._conditions()
        given["pensions"] = self._other_pensions()
        self._assets()
        self._income_limit()
        self._income_test()
        self._supplement()
        self._incapacity()
        self._asks()
        given["rounding"] = default_rounding(self.reader.currency, at)
        member = Member(self.place, Shape(parts=frozenset(self.parts)), given)
        return granted(OnePerson(self.ledger), member)

    def _level(self) -> Told:
        """The level of the State, or of the region where the person lives, where its law has levels by region."""
        regions, region = self.reader.law.get("regions"), self.one.home.region
        leaf, path = self.reader.leaf("level"), f"{self.reader.path}.level"
        if regions is not None and region is None:
            return Told(unknown("residence.region"), Fact("residence.region", "facts", "missing", "money"))
        named = {name.casefold(): raw for name, raw in (regions or {}).items()}.get(str(region).casefold())
        if named is not None:
            leaf = leaf_at(named, self.asking.day, self.reader.source, f"{self.reader.path}.regions.{region}")
        if leaf is None:
            return Told(unknown(path), Fact(path, "law", "assumed", "money"))
        self.cites["floor_gap"] = leaf.cites, leaf.standing
        return self.reader.money(leaf)

    def _age(self) -> Told:
        """Whether the person has reached the age of the grant, and not yet that at which it ends."""
        reached, _ = age_told(self.reader, self.one.life, self.asking.day)
        if self.reader.leaf("until_age") is None:
            return reached
        law = {**self.reader.law, "age": self.reader.law["until_age"]}
        ends = Reader(law, self.reader.path, self.asking.day, self.reader.sex)
        over, _ = age_told(ends, self.one.life, self.asking.day)
        return over._replace(value=all_of(reached.value, opposite(over.value)))

    def _scale(self) -> None:
        leaf = self.reader.leaf("household_scale")
        if leaf is None:
            return
        self.parts.add("household_scale")
        self.given |= scale_facts(self.reader, leaf, self.household, self.counted.notes)
        self.cites["household_scale"] = self.cites["level_of_household"] = leaf.cites, leaf.standing

    def _incomes(self) -> None:
        """The incomes the law counts: the person's own, of both spouses, or of the household."""
        test, home = self.reader.peek("income_test"), self.household
        whose = None if test is None else test.get("whose")
        self.who = list(home.members) if whose == "household" else self.who
        self.sums = self.counted.incomes(*self.who)
        self.given["incomes"] = tuple(told for _, told in self.sums)
        if whose != "couple" or test is None:
            return
        others = self.counted.incomes(home.partner)
        self.sums += others
        self.who += [] if home.partner is None else [home.partner]
        self.parts.add("joint_income")
        self.given["couple"] = home.couple
        self.given["incomes_of_spouse"] = tuple(told for _, told in others)
        self.given["share_of_each"] = self.reader.share(test, test.get("share_of_each"))
        self.cites["income_of_couple"] = test.cites, test.standing

    def _conditions(self) -> None:
        """Nationality or status, and residence, as the law asks them and as instruments lift them."""
        asked = Question(self.one.country, BRANCH[self.name], self.one.life, self.asking.day)
        persons = GrantConditions(self.reader, asked, self.ledger, self.place, self._bound)
        self.given["status"], self.given["residence"] = persons.status(), persons.residence()
        self.cites |= persons.cites
        self.force = persons.force

    def _bound(self, country: str) -> Any:
        return self.asking.bindings(BRANCH[self.name], (country,), self.one.life)

    def _other_pensions(self) -> Told:
        """Whether no other pension shuts the grant out: so where nothing is received, else it is not known."""
        test = self.reader.leaf("pension_test")
        if test is None:
            return Told(True)
        self.cite("pension_test", "grant_open")
        received = bool(self.sums) or bool(self.counted.owed(self.one.who))
        met: Any = unknown_truth(test.path) if received or test.is_ is None else True
        return Told(met, Fact(test.path, "law", test.standing, "yesno", test.cites, test.reason))

    def _assets(self) -> None:
        test, given = self.reader.leaf("assets_test"), self.given
        if test is None or test.is_ is None:
            return
        self.parts.add("assets")
        self.cite("assets_test", "assets_limit", "assets_within", "assets_times", "assets_of_couple")
        given["assets"] = self.counted.assets(self.one.who)
        if test.get("of") is None:
            self.parts.add("assets_amount")
            given["assets_amount"] = self.reader.told(quantity(str(test.is_)).value, test, "money")
            return
        given["assets_times"] = self.reader.share(test)
        if test.get("couple") is not None:
            self.parts.add("joint_assets")
            given["couple"] = self.household.couple
            given["assets_of_spouse"] = self.counted.assets(self.household.partner)
            given["assets_times_of_couple"] = self.reader.share(test, test.get("couple"))

    def _income_limit(self) -> None:
        """A limit above which nothing is paid: of the person, or of who has the care of a child, alone or as a couple."""
        limit, home, given = self.reader.leaf("income_limit"), self.household, self.given
        if limit is None:
            return
        self.parts.add("income_limit")
        self.cite("income_limit", "income_limit", "income_within", "income_times")
        whose = limit.get("whose", "own")
        given["couple"] = home.couple_of_caregiver if whose == "caregiver" else home.couple
        if whose != "own":
            care = (home.caregiver, home.partner_of_caregiver) if whose == "caregiver" else (self.one.who, home.partner)
            self.parts.add("income_of_others")
            given["incomes_of_others"] = tuple(told for _, told in self.counted.incomes(*care))
        if limit.is_ is None or limit.get("of") is None:
            self.parts.add("income_amount")
            given["income_amount"] = self.reader.money(limit)
            return
        given["limit"] = self.reader.share(limit)
        pair = limit.get("couple")
        given["limit_of_couple"] = (
            self.reader.not_known(limit, key="couple") if pair is None else self.reader.share(limit, pair)
        )

    def _income_test(self) -> None:
        test, given = self.reader.leaf("income_test"), self.given
        if test is None or test.get("full") is None:
            return
        self.parts.add("income_test")
        self.cite("income_test", "grant_after_income", "grant_if_worth", "grant_due")
        given["full"] = self.reader.share(test, test.get("full"))
        given["taper"] = self.reader.share(test, test.get("taper"))
        least = by_month(quantity(test.get("nil_below"))) if test.get("nil_below") else 0
        given["least"] = self.reader.told(least, test, "money")

    def _supplement(self) -> None:
        leaf, life, at = self.reader.leaf("age_supplement"), self.one.life, self.asking.day
        if leaf is None or leaf.is_ is None:
            return
        self.parts.add("age_supplement")
        self.cite("age_supplement", "supplement_at_age")
        if life.born is None:
            reached: Any = unknown_truth("person.born")
        else:
            older = age_dates(leaf, life.born, leaf.get("age"))
            reached = unknown_truth("person.born") if older[0] <= at < older[1] else at >= older[1]
        self.given["supplement_reached"] = Told(reached, Fact("person.born", "facts", life.born_standing, "yesno"))
        self.given["supplement"] = self.reader.money(leaf)

    def _incapacity(self) -> None:
        leaf = self.reader.leaf("incapacity")
        if leaf is None:
            return
        self.parts.add("incapacity")
        self.cite("incapacity", "grant_for_incapacity")
        self.given["incapacity"] = incapacity(self.one, self.asking)


    def _asks(self) -> None:
        """What the law asks and nobody read, or no case tells: of it nothing is known."""
        leaf = self.reader.leaf("asks")
        if leaf is not None:
            self.parts.add("asks")
            self.cite("asks", "grant_as_asked")
            fact = Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason)
            self.given["asks"] = Told(unknown_truth(leaf.path), fact)


def incapacity(one: Somebody, asking: Asking) -> Told:
    """Whether an incapacity of a person is told: an event of invalidity, or that a member of the family is disabled."""
    from portability.document.leaf import earliest

    events = [row for row in one.life.case.event if row.person == INSURED and row.kind == "invalidity"]
    found = [row for row in events if earliest(row.date) <= asking.day]
    path = f"incapacity of {one.who}"
    if found:
        return Told(True, Fact(path, "facts", found[0].standing or "declared", "yesno"))
    said = None if one.relative is None else one.relative.disabled
    standing = "declared" if one.relative is None else one.relative.standing or "declared"
    return Told(bool(said), Fact(path, "facts", standing if said is not None else "assumed", "yesno"))
