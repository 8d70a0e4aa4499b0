"""Everything a decision on one branch needs, planned from a case: each scheme's plan, and each instrument's run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from portability.assessment import lengths as counted
from portability.assessment.asked_law import countries_of, only_scheme, uninsured, which_law
from portability.assessment.beside import Beside, from_shelf
from portability.assessment.chain import chained
from portability.assessment.contingency import Contingency, degree_found, event_facts
from portability.assessment.counting_law import accepted_kinds, unit_of_spells
from portability.assessment.divisor import divisor_of
from portability.assessment.earned import aligned, contribution_rates, insured_months
from portability.assessment.equality import Question, nature_of
from portability.assessment.family import family_facts
from portability.assessment.figures import Reader
from portability.assessment.further import further_facts
from portability.assessment.maintenance import Payable, payable_abroad
from portability.assessment.other_benefits import for_reductions, with_more
from portability.assessment.payer_law import with_one_payer
from portability.assessment.person import condition_facts, has_conditions
from portability.assessment.person_ages import age_facts
from portability.assessment.plan import Planned, national_plan
from portability.assessment.regime import regime_of
from portability.assessment.run import Run, run_of
from portability.assessment.scope import AgreementSet, Binding
from portability.assessment.shared import Shared, hangs_on
from portability.assessment.stages import Shape
from portability.assessment.stated import into_currency, with_statements
from portability.assessment.third_states import adopting
from portability.case.career import Career
from portability.frozen import replaced
from portability.law.overlay import Assumption
from portability.law.shelf import Law, Shelf
from portability.number.unknown import Unknown, unknown
from portability.periods.units import Unit
from portability.record.step import Fact, Told

Key = tuple[str, str]
OF_EARNINGS = frozenset({"refund", "per_month", "of_pension", "allowance"})
"""What is paid in place of a pension and reckoned from earnings."""


@dataclass(slots=True)
class CasePlan:
    """The plans of one branch on one day: schemes in the order of the career, instruments, States without insurance.

    `what` is the contingency that the branch is for, where it is for one.
    """

    plans: list[Planned]
    runs: list[Run]
    bindings: tuple[Binding, ...]
    laws: dict[str, Law | None]
    no_scheme: dict[str, Law]
    career: Career
    shelf: Shelf
    what: Contingency | None = None

    def payable(self, planned: Planned, at: date) -> Payable:
        """Whether a benefit is paid where the beneficiary lives: asked once."""
        if planned.payable is None:
            asked = Question(planned.key[0], planned.member.place.branch, self.career, at, planned.nature, shelf=self.shelf)
            planned.payable = payable_abroad(self.bindings, asked, planned.export)
        return planned.payable


def plan_case(
    career: Career,
    shelf: Shelf,
    branch: str,
    at: date,
    chosen: AgreementSet,
    assumptions: Sequence[Assumption],
    shared: Shared | None = None,
) -> CasePlan:
    """Plan one branch of a case on one day; what hangs on national law alone, once for all sets that share it."""
    asked = which_law(career, shelf, branch, at, chosen, assumptions)
    career, laws, found, what = asked.career, asked.laws, asked.found, asked.what
    day = at if what is None else what.on
    own = {country: laws[country] for country in countries_of(career)}
    no_scheme = {country: law for country, law in own.items() if law is not None and uninsured(law, branch)}
    plans = []
    beside = from_shelf(shelf, assumptions)
    for key in (*_keys(career, laws, branch, at), *((one, only_scheme(laws[one], branch)) for one in asked.further)):
        if key[0] in no_scheme and not laws[key[0]].get(key[1], {}).get(branch):  # type: ignore[union-attr]  # has a law
            continue
        plans.append(_planned_once(shared, key, laws[key[0]], career, branch, at, found, what, beside, shelf))
    for plan in plans:
        plan.member = for_reductions(plan, plans, career, at)
    planned = {plan.key for plan in plans}
    no_scheme = {country: law for country, law in no_scheme.items() if _works_outside(career, country, planned)}
    classes = {plan.key: _class(laws[plan.key[0]], plan.key[1]) for plan in plans}
    classes = {key: word for key, word in classes.items() if word}
    runs = [
        run
        for binding in found
        if binding.apportions and binding.operates(f"apportionment.{branch}") and binding.covered.value is not False
        if (run := run_of(binding, plans, career, branch, at, classes, day)) is not None
    ]
    for i in {i for run in runs for i in run.paid_out}:
        plans[i].member = with_more(plans[i].member, ("paid_out",), {})
    if len(runs) > 1:
        runs = chained(runs, plans, found, career, at)
    if runs and len(found) > 1:
        runs = adopting(runs, plans, found, career, branch, at)
    if what is not None and branch == "invalidity":
        runs = [with_one_payer(run, plans, career, at, what.on) for run in runs]
    return CasePlan(plans, runs, found, laws, no_scheme, career, shelf, what)


def _planned_once(
    shared: Shared | None,
    key: Key,
    law: Law | None,
    career: Career,
    branch: str,
    at: date,
    found: Sequence[Binding],
    what: Contingency | None,
    beside: Callable[[Law, Law, str], Beside],
    shelf: Shelf,
) -> Planned:
    """The plan of a scheme, shared by all sets of agreements under which it is the same; one for a contingency is not."""
    if shared is None or what is not None:
        return _planned(key, law, career, branch, at, found, what, beside, shelf)
    regime = regime_of(law, key[1], branch, at, None) or {}
    beside(law or {}, regime, "")  # every set notes the series it rests on
    hangs = hangs_on(found, career, has_conditions(Reader(regime, "", at, career.sex)))
    plan = shared.plan(
        (key, branch, hangs), lambda: _planned(key, law, career, branch, at, found, what, beside, shelf)
    )
    return replace(plan, payable=None)  # payment abroad is asked under each set


def _planned(
    key: Key,
    law: Law | None,
    career: Career,
    branch: str,
    at: date,
    found: Sequence[Binding],
    what: Contingency | None,
    beside: Callable[[Law, Law, str], Beside],
    shelf: Shelf,
) -> Planned:
    since = None if what is None else what.on
    day = since or at
    regime = regime_of(law, key[1], branch, at, since) or {}
    spells = [spell for spell in career.spells if spell.member == key]
    reader = Reader(regime, ".".join(key), day, career.sex)
    counts, right, amount = (reader.peek(name) for name in ("counts", "qualifying", "kinds_for_amount"))
    unit = unit_of_spells(spells) if counts is None or not counts.is_told else _unit(counts.raw)
    accepted = accepted_kinds(
        () if right is None else tuple(right.get("kinds", ())), () if amount is None else tuple(amount.is_ or ())
    )
    reading = "official" if counts is None else counts.standing
    until = counted.last_day_counted(career.spells, day)
    of_own = (key, unit, accepted, reading, tuple(spell.id for spell in spells), until)
    own = career.once(("own", *of_own), lambda: counted.own(key, unit, spells, accepted, reading, until))
    plan = national_plan(key, law, career, branch, at, own, since, beside)
    if plan.reader is not None:
        given = dict(plan.member.given)
        shape = plan.member.shape
        parts = set(shape.parts) | further_facts(plan, plan.reader, spells, day, given)
        if what is None:
            parts |= age_facts(plan, plan.reader, career, spells, at, given)
        else:
            parts |= _on_contingency(plan, career, what, found, given, at)
        plan.nature = nature_of(law, key[1])
        asked = Question(key[0], branch, career, at, plan.nature, worked=bool(spells), shelf=shelf)
        conditions, plan.instruments = condition_facts(plan.reader, asked, found, given, plan.cites)
        parts |= conditions
        if asks_earnings(shape):
            open_ = isinstance(given["own_amount"].value, Unknown)
            months = None if open_ else career.once(("months", *of_own), lambda: insured_months(own))
            earned = aligned(plan.reader, career, key, day, months, own.spells)
            given |= {"earnings": earned.earnings, "ceilings": earned.ceilings, **earned.by_year}
            if shape.formula == "notional" or "refund" in (shape.otherwise, shape.otherwise_below):
                given["contribution_rates"] = contribution_rates(plan.reader, earned, day)
            if plan.reader.law.get("ceiling") is not None:
                parts.add("ceiling")
        if shape.formula in ("account", "notional") or "balance" in (shape.otherwise, shape.otherwise_below):
            given["balance"] = _balance(plan, career, found, branch, at)
        if shape.formula == "notional" and "indexing" in given and career.accounts(*plan.key, at) is None:
            parts.add("balance_of_contributions")
        if "divisors" in plan.reader.law:
            given["divisor"] = divisor_of(plan.reader, career, at, plan.cites)
        plan.member = replaced(plan.member, shape=replaced(shape, parts=frozenset(parts)), given=given)
    with_statements(plan, career, found, branch, at)
    return plan


def _on_contingency(
    plan: Planned, career: Career, what: Contingency, found: Sequence[Binding], given: dict[str, Any], at: date
) -> set[str]:
    """What the law asks of the event, of the person who became invalid, or of the survivor; returns parts of the shape."""
    assert plan.reader is not None
    given["happened"] = what.happened
    parts, plan.insured_in, again = event_facts(plan.reader, career, plan.key, what, given, at)
    days = list(again)
    if what.branch == "invalidity":
        given["degree"] = degree_found(plan.key, what, found, at)
    else:
        more, ends = family_facts(plan.reader, career, what, given, at)
        parts |= more
        days += ends
        share = given["share"].origin
        if share.cites is not None:
            rules = ("survivor_entitled", "survivor_amount", "equal_part")
            plan.cites |= dict.fromkeys(rules, share.cites)
            plan.law_standing |= dict.fromkeys(rules, share.read_by or share.standing)
    told = ((day, why, leaf.cites) for day, why, leaf in days if day > at)
    plan.again = tuple(sorted(told, key=lambda one: one[:2]))
    return parts


def asks_earnings(shape: Shape) -> bool:
    """Whether the law looks at earnings at all."""
    in_place = {shape.otherwise, shape.otherwise_below}
    return shape.reference != "none" or shape.formula in ("points", "notional") or bool(OF_EARNINGS & in_place)


def _balance(plan: Planned, career: Career, found: Sequence[Binding], branch: str, at: date) -> Told:
    held = career.accounts(*plan.key, at)
    path = f"account {plan.where}"
    if held is None:
        return Told(unknown(path), Fact(path, "facts", "missing", "money"))
    fact = Fact(path, "facts", held.standing, "money")
    if held.currency == plan.currency:
        return Told(held.amount, fact)
    return Told(*into_currency(plan, career.case, found, branch, at, held, fact))


def _unit(counts: Any) -> Unit:
    told = {key: counts[key] for key in ("unit", "part", "day_system") if key in counts}
    return Unit.read(told)


def _keys(career: Career, laws: dict[str, Law | None], branch: str, at: date) -> list[Key]:
    """The schemes of a career, in the order of their first period; statements and accounts name further ones.

    Where two begin on one day, or have no dates, the order is by code: the order of entries decides nothing.
    """
    ordered = sorted(
        career.spells, key=lambda spell: (spell.span is None, spell.span.start if spell.span else date.max, spell.member)
    )
    keys = [spell.member for spell in ordered]
    named = [(one.country, one.scheme) for one in career.statements]
    named += [(row.country, row.scheme or "") for row in career.case.account]
    for country, scheme in sorted(named):
        key = (country, scheme or only_scheme(laws.get(country), branch))
        if key not in keys and not (key[1] == "" and any(there == country for there, _ in keys)):
            keys.append(key)
    return list(dict.fromkeys(keys))


def _works_outside(career: Career, country: str, planned: set[Key]) -> bool:
    """Whether some of the time in a State without a scheme of its own is under none of the funds that its file tells."""
    there = [spell for spell in career.spells if spell.country == country]
    return not there or any(spell.member not in planned for spell in there)


def _class(law: Law | None, scheme: str) -> str:
    return str((law or {}).get("scheme", {}).get(scheme, {}).get("class", ""))
