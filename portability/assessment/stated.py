"""Results that institutions have certified: each stands in for that result of national law and keeps its standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.currency import rounding_in
from portability.assessment.exchange import claimed_on, rate_into, rule_of
from portability.assessment.lengths import PLAIN
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.case.career import Career, Held
from portability.case.model import Case
from portability.case.statements import Stated
from portability.citation import FACT_STANDINGS
from portability.number.unknown import unknown
from portability.periods.conversion import NoRoute, convert_together
from portability.record.step import Fact, Told
from portability.rules.money import converted_amount

AMOUNTS = ("independent", "theoretical", "pro_rata", "reference", "minimum")


def with_statements(plan: Planned, career: Career, found: Sequence[Binding], branch: str, at: date) -> None:
    """Lay the statements about a scheme over its plan; of another currency by the rate that applies."""
    given: dict[str, Any] = dict(plan.member.given)
    stated: set[str] = set()
    parts = set(plan.member.shape.parts)
    for one in career.statements:
        if one.country != plan.key[0] or one.scheme not in ("", plan.key[1]):
            continue
        fact = Fact(f"statement of {one.country}: {one.kind}", "facts", one.standing, "money", note=one.source)
        amount: Any = unknown(fact.path)
        if one.amount is not None:
            plan.currency = plan.currency or one.currency or ""
            amount = one.amount
            if one.currency != plan.currency:
                amount, fact = into_currency(plan, career.case, found, branch, at, one, fact)
        if one.kind in AMOUNTS and one.amount is not None:
            _amount(one, Told(amount, fact), given, stated, parts)
        if one.points is not None:
            parts.add("points_stated")
            given["points"] = Told(one.points, replace(fact, kind="number"))
        if one.kind in ("theoretical", "pro_rata"):
            given["stated_right"] = Told(True, replace(fact, kind="yesno"))
        if one.kind == "independent":
            given["stated_right_alone"] = Told(True, replace(fact, kind="yesno"))
        if one.kind in ("award", "refusal"):
            stated |= {"independent"}
            given["stated_right_alone"] = Told(one.kind == "award", replace(fact, kind="yesno"))
            given.setdefault("stated_independent", Told(amount, fact))
        if one.kind in ("required", "full_career", "own_length", "total_length") and one.length is not None:
            _length(one, plan, given, stated, fact)
    if stated and "age" not in given:
        given["age"] = Told(True, Fact("statement", "facts", "certified", "yesno"))
    if stated or parts != plan.member.shape.parts:
        _complete(plan, given)
    shape = replace(plan.member.shape, stated=frozenset(stated), parts=frozenset(parts))
    plan.member = replace(plan.member, shape=shape, given=given)


def into_currency(
    plan: Planned, case: Case, found: Sequence[Binding], branch: str, at: date, one: Stated | Held, fact: Fact
) -> tuple[Any, Fact]:
    """An amount of another currency in that of the State's law, by the rate an instrument names, else the last one known."""
    period_end = one.on if isinstance(one, Stated) else None
    rule = rule_of(found, plan.key[0], at)
    claimed = claimed_on(case, branch, plan.member.place.beneficiary, at)
    rate = rate_into(case, str(one.currency), plan.currency, rule, at, claimed, period_end)
    if rate is None:
        why = f" (a rate for {one.currency} is missing)" if isinstance(one, Held) else ""
        path = f"{fact.path} in {plan.currency}{why}"
        return unknown(path), replace(fact, path=path, standing="missing") if why else fact
    plan.rates.append(rate.used)
    assert one.amount is not None
    standing = max((fact.standing, rate.standing), key=FACT_STANDINGS.index)
    return converted_amount(one.amount, rate.value), replace(fact, standing=standing)


def _amount(one: Stated, told: Told, given: dict[str, Any], stated: set[str], parts: set[str]) -> None:
    if one.kind == "minimum":
        given["minimum"] = told
        parts.add("minimum")
        parts.discard("minimum_share")
        return
    stated.add(one.kind)
    given[f"stated_{one.kind}"] = told


def _length(one: Stated, plan: Planned, given: dict[str, Any], stated: set[str], fact: Fact) -> None:
    try:
        value: Any = convert_together(one.length or (), plan.unit, PLAIN).value
    except NoRoute:
        value = unknown(fact.path)
    told = Told(value, replace(fact, kind="length"))
    if one.kind == "total_length":
        stated.add("total_length")
        given["stated_total"] = told
    elif one.kind == "required":
        given["qualifying"] = told
    elif one.kind == "full_career":
        given["full_career"] = told
    else:
        stated.add("own_length")
        given["own_right"] = given["own_amount"] = told


def _complete(plan: Planned, given: dict[str, Any]) -> None:
    """A scheme known by statements only still pays somehow: twelve times a year, rounded by default."""
    given.setdefault("payments", Told(Fraction(12)))
    if plan.reader is None and plan.currency:
        given["rounding"] = given["rounding_once"] = rounding_in(plan.currency, plan.decided_on)
