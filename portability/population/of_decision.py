"""The rows of a result table that a decision says: one for each benefit and payment, and one for each guarantee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, lcm
from typing import Any

from portability.number.currency import is_currency, minor_digits
from portability.record.decision import Benefit, Decision, FloorResult, Money, Payment, Variant


def rows_of_decision(decision: Decision, person: int, scenario: str) -> Iterator[dict[str, Any]]:
    """What a decision says of a person at a place of the population, under a set of agreements, row by row."""
    for benefit in decision.benefits:
        start = {"person": person, "scenario": scenario, **_of_benefit(benefit)}
        paid = benefit.going_on
        for payment in paid:
            yield {**start, **_of_payment(benefit, payment, first=payment is paid[0])}
        if not paid:
            yield start
        for added in benefit.supplements:
            lengths = ("own", "total", "over", "unit", "why", "route", "instrument")
            row = {key: value for key, value in start.items() if key not in lengths}
            yield {**row, **_money(added.money), "form": "supplement", "per": "month"}
    for floor in decision.floor:
        yield {"person": person, "scenario": scenario, **_of_floor(floor)}


def _of_benefit(benefit: Benefit) -> dict[str, Any]:
    chosen = next((one for one in benefit.variants if one.chosen), None)
    return {
        **_told(beneficiary=benefit.beneficiary, country=benefit.country, branch=benefit.branch, scheme=benefit.scheme),
        **_told(form=benefit.form, status=benefit.status, refusal=benefit.refusal, legal_force=benefit.legal_force),
        **_told(standing_facts=benefit.standing.facts, standing_law=benefit.standing.law),
        **({} if chosen is None else _way(chosen, benefit.variants)),
    }


def _way(chosen: Variant, variants: Sequence[Variant]) -> dict[str, Any]:
    """The way chosen, why, and its lengths, in whole parts of their unit."""
    tried = any(one.instrument is not None for one in variants)
    why = "instrument" if chosen.route != "independent" else "independent_kept" if tried else "national_law_alone"
    found = _told(instrument=chosen.instrument, route=chosen.route, why=why)
    if chosen.own is None:
        return found
    told = {"own": chosen.own.amount}
    if chosen.total is not None and chosen.total.unit == chosen.own.unit:
        told |= {"total": chosen.total.amount}
    parts = lcm(*(Fraction(value).denominator for value in told.values()))
    return {**found, "unit": chosen.own.unit, "over": parts, **{key: int(value * parts) for key, value in told.items()}}


def _of_payment(benefit: Benefit, payment: Payment, first: bool) -> dict[str, Any]:
    """A payment; a sum paid once beside a pension is told as a lump sum."""
    beside = not first and payment.per == "once"
    return {
        **_money(payment.money),
        **_told(per=payment.per, payments_a_year=payment.payments_a_year),
        **({"form": "lump_sum"} if beside else {}),
    }


def _of_floor(floor: FloorResult) -> dict[str, Any]:
    money = {} if floor.top_up is None else _money(floor.top_up)
    known = money.pop("amount", None)
    return {
        **_told(beneficiary=floor.person, country=floor.country, branch=floor.guarantee, form="floor", status=floor.status),
        **_told(legal_force=floor.legal_force, floor_top_up=known, per="month" if money else None),
        **money,
    }


def _money(money: Money) -> dict[str, Any]:
    """An amount in minor units: known, or the ends it lies between; of a law that is not known, not even the currency is."""
    if not is_currency(money.currency):
        return {}
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
