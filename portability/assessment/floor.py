"""The floor of the State of residence, after all coordination: the grant to older persons as its law sets it.

Nothing here is added, shared or exported; what other States owe is counted as income where the law counts income.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, cast

from portability.assessment.equality import Question
from portability.assessment.figures import Reader, by_month
from portability.assessment.grant_conditions import Bound, GrantConditions
from portability.assessment.person import age_dates
from portability.assessment.person_ages import age_told
from portability.assessment.reasons import Grounds, Reasons
from portability.assessment.told import as_paid, money
from portability.case.career import Career
from portability.citation import Citation
from portability.law.dated import regime_at
from portability.law.shelf import Shelf
from portability.number.exact import quantity
from portability.number.rounding import default_rounding
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told
from portability.rules import guarantee
from portability.rules import money as payment

NOUGHT = Told(0)
NOT_OWED = ("refused", "to_examine")


@dataclass(slots=True)
class Floor:
    """The rows, steps and remarks of the floor."""

    rows: tuple[record.FloorResult, ...] = ()
    steps: tuple[record.Step, ...] = ()
    notes: tuple[str, ...] = ()


def floor_of(
    shelf: Shelf,
    career: Career,
    at: date,
    benefits: Sequence[record.Benefit],
    abroad: Mapping[str, str],
    trace: bool = False,
    bound: Bound = lambda country: (),
) -> Floor:
    """The grants to older persons of the State where the insured person lives on a day; `trace`: with every step.

    `abroad` tells, by State and scheme, the force of what has a benefit paid there: a grant is no more binding than that;
    `bound` the instruments that bind a State.
    """
    residence = career.residence(at)
    if residence is None:
        return Floor(notes=("where the person lives is not given: no floor is looked at",))
    law = shelf.floor(residence.country)
    if law is None:
        return Floor(notes=(f"the floor of {residence.country} is not on the shelf: it is not established",))
    rows: list[record.FloorResult] = []
    steps: list[record.Step] = []
    notes: list[str] = []
    for grant, regimes in law.get("older_persons", {}).items():
        regime = regime_at(regimes, at)
        if regime is None:
            continue
        one = _Grant(law, regime, f"{residence.country}.{grant}", career, at, benefits, abroad, trace, bound)
        row, told, said = one.decided(residence.country)
        rows.append(row)
        steps += told
        notes += said
    return Floor(tuple(rows), tuple(steps), tuple(notes))


def _comes_in(paid: record.Payment) -> bool:
    """Whether a payment may be income where one lives."""
    return paid.per != "once" and paid.export not in ("not_exportable", "suspended")


class _Grant:
    """One grant for one person on one day."""

    def __init__(
        self,
        law: Mapping[str, Any],
        regime: Mapping[str, Any],
        where: str,
        career: Career,
        at: date,
        benefits: Sequence[record.Benefit],
        abroad: Mapping[str, str],
        trace: bool,
        bound: Bound,
    ) -> None:
        self.reader = Reader(regime, f"floors.{where.lower()}", at, career.sex)
        self.reader.currency = str(law.get("currency", ""))
        self.career, self.at, self.benefits, self.trace, self.bound = career, at, benefits, trace, bound
        self.place = Place("older_persons", "insured", where, "floor")
        self.ledger = Ledger()
        self.cites: dict[str, tuple[Citation, str]] = {}
        self.notes: list[str] = []
        owed = [one for one in benefits if one.status not in NOT_OWED]
        forces: list[str] = [one.legal_force for one in owed]
        forces += [abroad.get(one.id.rpartition("/")[2], "binding") for one in owed if any(map(_comes_in, one.going_on))]
        self.force = next((force for force in forces if force != "binding"), "binding")

    def _step(self, rule: Any, called: str = "", /, **inputs: Any) -> Told:
        return self.ledger.step(rule, self.place, called=called, **inputs)

    def _cite(self, key: str, *rules: str) -> None:
        leaf = self.reader.peek(key)
        if leaf is not None:
            self.cites.update(dict.fromkeys(rules, (leaf.cites, leaf.standing)))

    def decided(self, country: str) -> tuple[record.FloorResult, tuple[record.Step, ...], list[str]]:
        """The row of the grant, its steps and what is not certain about it."""
        level = self._level()
        counted = self._incomes()
        income = self._step(guarantee.income_counted, incomes=tuple(told for _, told in counted))
        age, _ = age_told(self.reader, self.career, self.at)
        asked = Question(country, "old_age", self.career, self.at)
        persons = GrantConditions(self.reader, asked, self.ledger, self.place, self.bound)
        status, residence = persons.status(), persons.residence()
        self.cites |= persons.cites
        self.force = self.force if persons.force == "binding" else persons.force
        opens = self._step(
            guarantee.grant_open,
            age=age,
            status=status,
            residence=residence,
            assets=self._assets(level),
            pensions=self._other_pensions(counted),
        )
        grant = self._after_income(level, income)
        due = self._step(guarantee.grant_due, opens=opens, grant=grant, supplement=self._supplement())
        rounded = self._step(payment.amount_due, amount=due, rounding=default_rounding(self.reader.currency, self.at))
        gap = self._step(guarantee.floor_gap, level=level, income=income)
        return self._row(country, level, counted, opens, rounded, gap)

    def _level(self) -> Told:
        leaf = self.reader.leaf("level")
        self._cite("level", "floor_gap")
        if leaf is None:
            return Told(unknown(f"{self.reader.path}.level"), Fact(f"{self.reader.path}.level", "law", "assumed", "money"))
        return self.reader.money(leaf)

    def _incomes(self) -> list[tuple[str, Told]]:
        """Pensions actually payable where the person lives, and the incomes of the case, in the grant's currency."""
        found = []
        for benefit in self.benefits:
            if benefit.status in NOT_OWED:
                continue
            for paid in (*benefit.going_on, *map(as_paid, benefit.supplements)):
                if _comes_in(paid):
                    found.append((benefit.id, self._benefit(benefit, paid)))
            if benefit.status == "undetermined":
                path = f"whether {benefit.id} is due"
                found.append((benefit.id, Told(unknown(path), Fact(path, "facts", "missing", "money"))))
        for held in self.career.incomes(self.at):
            fact = Fact(f"income: {held.kind}", "facts", held.standing, "money")
            found.append((held.kind, Told(self._here(held.amount, held.currency), fact)))
        if not self.career.case.income:
            self.notes.append("no income beside the pensions is told: none is counted (declared)")
        return found

    def _benefit(self, benefit: record.Benefit, paid: record.Payment) -> Told:
        fact = Fact(benefit.id, "facts", benefit.standing.facts, "money")
        if paid.payments_a_year is None:
            path = f"how often {benefit.id} is paid in a year"
            return Told(unknown(path), Fact(path, "law", "assumed", "money"))
        a_year = Fraction(paid.payments_a_year, 12)
        if paid.export == "undetermined":
            return Told(self._perhaps(benefit, paid, a_year), fact)
        if paid.money.amount is None:
            low = Fraction(paid.money.at_least or 0) * a_year
            return Told(unknown(*paid.money.unknown, low=self._known(low, paid.money.currency)), fact)
        return Told(self._here(Fraction(paid.money.amount) * a_year, paid.money.currency), fact)

    def _perhaps(self, benefit: record.Benefit, paid: record.Payment, a_year: Fraction) -> Any:
        """A pension of which it is not settled whether it is paid here: between nothing and the whole of it."""
        path = f"whether {benefit.country} pays abroad"
        most = None if paid.money.amount is None else self._here(Fraction(paid.money.amount) * a_year, paid.money.currency)
        return unknown(path, high=None if isinstance(most, Unknown) else most)

    def _known(self, amount: int | Fraction, currency: str) -> Any:
        here = self._here(amount, currency)
        return here.low if isinstance(here, Unknown) else here

    def _here(self, amount: int | Fraction, currency: str) -> Any:
        if currency == self.reader.currency or amount == 0:
            return amount
        rate = self.career.rate(currency, self.reader.currency, self.at)
        if rate is None:
            return unknown(f"a rate for {currency} in {self.reader.currency}")
        return payment.converted_amount(amount, rate[0])

    def _other_pensions(self, counted: Sequence[tuple[str, Told]]) -> Told:
        """Whether no other pension shuts the grant out: so where nothing is received, else it is not known."""
        test = self.reader.leaf("pension_test")
        if test is None:
            return Told(True)
        self._cite("pension_test", "grant_open")
        owed = any(benefit.status not in NOT_OWED for benefit in self.benefits)
        met: Any = unknown_truth(test.path) if counted or owed or test.is_ is None else True
        return Told(met, Fact(test.path, "law", test.standing, "yesno", test.cites, test.reason))

    def _assets(self, level: Told) -> Told:
        test = self.reader.leaf("assets_test")
        if test is None or test.is_ is None:
            return Told(True)
        self._cite("assets_test", "assets_limit", "assets_within")
        held = tuple(
            Told(self._here(one.amount, one.currency), Fact(f"asset: {one.kind}", "facts", one.standing, "money"))
            for one in self.career.assets(self.at)
        )
        if not held:
            self.notes.append("no assets are told: none are counted (declared)")
        assets = self._step(guarantee.assets_counted, assets=held)
        limit = self._step(guarantee.assets_limit, level=level, times=self.reader.share(test))
        return self._step(guarantee.assets_within, assets=assets, limit=limit)

    def _after_income(self, level: Told, income: Told) -> Told:
        test = self.reader.leaf("income_test")
        if test is None or test.get("full") is None:
            return level
        self._cite("income_test", "grant_after_income", "grant_if_worth", "grant_due")
        grant = self._step(
            guarantee.grant_after_income,
            level=level,
            income=income,
            full=self.reader.share(test, test.get("full")),
            taper=self.reader.share(test, test.get("taper")),
        )
        least = by_month(quantity(test.get("nil_below"))) if test.get("nil_below") else 0
        return self._step(guarantee.grant_if_worth, grant=grant, least=self.reader.told(least, test, "money"))

    def _supplement(self) -> Told:
        leaf = self.reader.leaf("age_supplement")
        if leaf is None or leaf.is_ is None:
            return NOUGHT
        self._cite("age_supplement", "supplement_at_age")
        if self.career.born is None:
            reached: Any = unknown_truth("person.born")
        else:
            older = age_dates(leaf, self.career.born, leaf.get("age"))
            reached = unknown_truth("person.born") if older[0] <= self.at < older[1] else self.at >= older[1]
        fact = Fact("person.born", "facts", self.career.born_standing, "yesno")
        return self._step(guarantee.supplement_at_age, reached=Told(reached, fact), supplement=self.reader.money(leaf))

    def _row(
        self, country: str, level: Told, counted: list[tuple[str, Told]], opens: Told, rounded: Told, gap: Told
    ) -> tuple[record.FloorResult, tuple[record.Step, ...], list[str]]:
        reasons = Reasons({}, {}, {self.place.where: Grounds(self.reader.currency, self.cites, self.force != "binding")})
        why = reasons.why([opens, rounded, gap])
        undecided = isinstance(opens.value, Unknown)
        due = rounded.value if isinstance(rounded.value, Unknown) else rounded.value > 0
        status = "undetermined" if undecided else "entitled" if due is not False and opens.value else "refused"
        currency = self.reader.currency
        row = record.FloorResult(
            person="insured",
            guarantee="older_persons",
            country=country,
            start=self.at,
            level=money(level.value, currency, self.at),
            counted=tuple(record.CountedSum(what=what, money=money(told.value, currency, self.at)) for what, told in counted),
            gap=money(gap.value, currency, self.at),
            top_up=money(rounded.value, currency, self.at) if status != "refused" else None,
            legal_force=cast(Any, self.force),
            status=cast(Any, status),
            reasons=why,
        )
        notes = [f"{leaf.path}: {leaf.standing} ({leaf.cites})" for _, leaf in self.reader.notes]
        rest = reasons.rest(self.ledger.steps.values()) if self.trace else ()
        return row, (*reasons.steps.values(), *rest), [*self.notes, *dict.fromkeys(notes)]
