"""The rows of a result table that a decision says: one for each benefit and payment, and one for each guarantee."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, lcm
from typing import Any

from portability.number.currency import minor_digits
from portability.record.decision import Benefit, Decision, FloorResult, Money, Payment, Step, Variant


def rows_of_decision(decision: Decision, person: int, scenario: str) -> Iterator[dict[str, Any]]:
    """What a decision says of a person at a place of the population, under a set of agreements, row by row."""
    steps = {step.id: step for step in decision.steps}
    for benefit in decision.benefits:
        start = {"person": person, "scenario": scenario, **_of_benefit(benefit, steps)}
        paid = benefit.going_on
        for payment in paid:
            yield {**start, **_of_payment(benefit, payment, first=payment is paid[0])}
        if not paid:
            yield start
        for added in benefit.supplements:
            lengths = ("own_right", "own_amount", "total_right", "total_amount", "length_parts", "unit")
            row = {key: value for key, value in start.items() if key not in lengths}
            yield {**row, **_money(added.money), "form": "supplement", "per": "month"}
    for floor in decision.floor:
        yield {"person": person, "scenario": scenario, **_of_floor(floor, steps)}


def _of_benefit(benefit: Benefit, steps: dict[str, Step]) -> dict[str, Any]:
    chosen = next((one for one in benefit.variants if one.chosen), None)
    why = (None if chosen is None else chosen.why) or (benefit.reasons[-1] if benefit.reasons else None)
    if benefit.status == "refused" and benefit.reasons:
        why = benefit.reasons[-1]
    return {
        **_told(beneficiary=benefit.beneficiary, country=benefit.country, branch=benefit.branch, scheme=benefit.scheme),
        **_told(form=benefit.form, status=benefit.status, refusal=benefit.refusal, legal_force=benefit.legal_force),
        **_told(standing_facts=benefit.standing.facts, standing_law=benefit.standing.law),
        **({} if chosen is None else _lengths(chosen)),
        **_why(why, steps),
    }


def _why(id_: str | None, steps: dict[str, Step]) -> dict[str, Any]:
    if id_ is None:
        return {}
    step = steps.get(id_)
    return _told(why=id_.rpartition("/")[2], article=None if step is None else step.cites)


def _lengths(chosen: Variant) -> dict[str, Any]:
    """The way chosen and its lengths, in whole parts of their unit."""
    found = _told(instrument=chosen.instrument, route=chosen.route)
    if chosen.own is None:
        return found
    told = {"own_right": chosen.own.right, "own_amount": chosen.own.amount}
    if chosen.total is not None and chosen.total.unit == chosen.own.unit:
        told |= {"total_right": chosen.total.right, "total_amount": chosen.total.amount}
    parts = lcm(*(Fraction(value).denominator for value in told.values()))
    return {**found, "unit": chosen.own.unit, "length_parts": parts, **{key: int(value * parts) for key, value in told.items()}}


def _of_payment(benefit: Benefit, payment: Payment, first: bool) -> dict[str, Any]:
    """A payment; a sum paid once beside a pension is told as a lump sum."""
    beside = not first and payment.per == "once"
    return {
        **_money(payment.money),
        **_told(per=payment.per, payments_a_year=payment.payments_a_year),
        **({"form": "lump_sum"} if beside else {}),
    }


def _of_floor(floor: FloorResult, steps: dict[str, Step]) -> dict[str, Any]:
    money = {} if floor.top_up is None else _money(floor.top_up)
    known = money.pop("amount", None)
    return {
        **_told(beneficiary=floor.person, country=floor.country, branch=floor.guarantee, form="floor", status=floor.status),
        **_told(legal_force=floor.legal_force, floor_top_up=known, per="month" if money else None),
        **money,
        **_why(floor.reasons[-1] if floor.reasons else None, steps),
    }


def _money(money: Money) -> dict[str, Any]:
    """An amount in minor units: known, or the ends it lies between."""
    parts = 10 ** minor_digits(money.currency)
    if money.amount is not None:
        exact = Fraction(money.amount) * parts
        if exact.denominator != 1:
            raise ValueError(f"{money.amount} {money.currency} is paid in more digits than the currency has")
        return {"amount": int(exact), "currency": money.currency}
    least = None if money.at_least is None else int(Fraction(money.at_least) * parts)
    most = None if money.at_most is None else ceil(Fraction(money.at_most) * parts)
    return _told(at_least=least, at_most=most, currency=money.currency)


def _told(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
