"""Sickness and maternity cash of every State of a life: who owes it, on whose periods, how much, from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from portability.assessment import lengths as counted
from portability.assessment.articles import articles
from portability.assessment.asked_law import countries_of
from portability.assessment.contingency import Contingency
from portability.assessment.counting_law import narrowed, unit_of_spells
from portability.assessment.further import together
from portability.assessment.health.asked import Asked, Under
from portability.assessment.health.event import ONE_DAY, begun, contingency_of, events, first_day
from portability.assessment.health.law import planned, window_start
from portability.assessment.health.rows import Rows
from portability.assessment.health.stage import found_for
from portability.assessment.health.taken import added_elsewhere, insured_on, regimes
from portability.assessment.names import assumptions
from portability.assessment.part import Asking, Part
from portability.assessment.plan import Planned
from portability.assessment.run import accepted, chapters_of
from portability.assessment.scope import Binding
from portability.assessment.stages import OnePerson, ResultsOnly
from portability.assessment.standing import standing_of
from portability.case.career import Career
from portability.law.overlay import national_with
from portability.law.recall import Same
from portability.law.shelf import Law
from portability.number.exact import whole
from portability.periods.units import Unit
from portability.record.ledger import Ledger
from portability.record.step import Fact, Told, bare


def cash(asking: Asking, branch: str) -> Part:
    """The rows of one branch: a row for each scheme of the States of the life, or a State without such law."""
    what = contingency_of(asking, branch)
    life = asking.career(branch)
    countries = _countries(asking, life, what)
    laws = {one: national_with(asking.shelf.national(one), one, assumptions(asking.case)) for one in countries}
    found = asking.bindings(branch, countries)
    ledger = Ledger()
    asked = [
        _asked(asking, (country, scheme), law, regime, branch, begun(what, regime), found, laws, ledger)
        for country, law in laws.items()
        if law is not None
        for scheme, regime in regimes(law, branch, what.on).items()
    ]
    return Rows(asking, branch, what, found, laws, ledger).part(asked)


def _countries(asking: Asking, life: Career, what: Contingency) -> list[str]:
    """The States of the life, and the State of residence where the law of residence may give something."""
    lives = life.residence(what.on)
    return list(dict.fromkeys([*countries_of(life), *([] if lives is None else [str(lives.country)])]))


def _asked(
    asking: Asking,
    key: tuple[str, str],
    law: Law,
    regime: Mapping[str, Any],
    branch: str,
    what: Contingency,
    found: list[Binding],
    laws: Mapping[str, Law | None],
    ledger: Ledger,
) -> Asked:
    plan, life = planned(asking, key, law, regime, branch, what, found)
    if branch == "maternity":
        _births(asking, plan, what)
    under = tuple(
        one for binding in found if (one := _under(plan, life, binding, branch, what.on, laws)) is not None
    )
    linked = tuple(one.member for one in under)
    told = [value for member in (plan.member, *linked) for value in member.given.values()]

    def again(blank: Any) -> tuple[Any, ...]:
        blanked = [replace(one, given={name: blank(v) for name, v in one.given.items()}) for one in (plan.member, *linked)]
        result = found_for(ResultsOnly(), blanked[0], tuple(blanked[1:]))
        return (bare(result.right), *map(bare, result.payments)) if bare(result.right) is not False else (False,)

    return Asked(plan, life, under, found_for(OnePerson(ledger), plan.member, linked), standing_of(told, again))


def _births(asking: Asking, plan: Planned, what: Contingency) -> None:
    """Which birth it is, where the law pays for so many only."""
    assert plan.reader is not None
    leaf = plan.reader.leaf("births")
    if leaf is None or leaf.is_ is None or what.event is None:
        return
    number = sum(1 for one in events(asking.case, "birth") if first_day(one) <= first_day(what.event))
    fact = Fact("events of kind birth", "facts", "declared", "number")
    given = {**plan.member.given, "births": Told(number, fact), "births_limit": plan.reader.told(whole(leaf.is_), leaf)}
    plan.cites["births_within"] = leaf.cites
    shape = replace(plan.member.shape, parts=plan.member.shape.parts | {"births"})
    plan.member = replace(plan.member, shape=shape, given=given)


def _under(
    plan: Planned, life: Career, binding: Binding, branch: str, on: date, laws: Mapping[str, Law | None]
) -> Under | None:
    """The same scheme with the periods that an instrument adds; None where it adds none for this branch, or links nobody."""
    country = plan.key[0]
    totalised = binding.leaf("health", "totalised", on)
    if not binding.operates("health") or totalised is None or totalised.is_ is not True or country not in binding.states:
        return None
    elsewhere = [spell for spell in added_elsewhere(country, laws, branch, on, life) if spell.country in binding.states]
    if not elsewhere or binding.covered.value is False:
        return None
    kinds, _ = accepted(binding, on)
    conversion, overlap = chapters_of(Same(binding.law), binding.id, on)
    own = [spell for spell in life.spells if spell.member == plan.key]
    spells = (*own, *elsewhere)
    keys = (plan.key, *dict.fromkeys(spell.member for spell in elsewhere))
    units = {key: unit_of_spells([spell for spell in elsewhere if spell.member == key]) for key in keys[1:]}
    if conversion.unit is not None:
        units = {key: Unit(conversion.unit, None, unit.part) for key, unit in units.items()}
    units = {plan.key: plan.unit, **units}  # the law that is asked counts in its own unit
    by_kind = {key: narrowed(plan.own.accepted, kinds) for key in keys}
    since = window_start(None if plan.reader is None else plan.reader.peek("qualifying"), on)
    count = counted.Common(
        keys, units, spells, overlap, conversion, by_kind, {}, {plan.key: plan.own}, on - ONE_DAY, since=since
    )
    given = dict(plan.member.given)
    given["lengths"] = count.vector(plan.key, "right")
    given["insured_then"] = insured_on(life, plan.key, on)
    given["covered"], given["bound"] = binding.covered, binding.joined(country, on, branch)
    parts = set(plan.member.shape.parts)
    if not parts.isdisjoint(("further", "alternative")):
        parts |= together(plan, count, on, given)
    cites = {rule: said for rule, said in articles(binding, branch, on).items() if rule != "insured_at_event_met"}
    cites |= {
        rule: (leaf.cites, leaf.standing)
        for rule, leaf in (("competent_pays", binding.leaf("health", "earnings", on)), ("total_for_the_right", totalised))
        if leaf is not None
    }
    place = plan.member.place._replace(variant=f"{binding.id}.all")
    member = replace(plan.member, place=place, shape=replace(plan.member.shape, parts=frozenset(parts)), given=given)
    return Under(binding, member, tuple(dict.fromkeys(key[0] for key in keys)), cites)
