"""Provident funds and individual accounts under an instrument: whether they are linked, and which balance moves where."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.counting_law import Key
from portability.assessment.figures import per_year
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.assessment.stages import Member
from portability.case.career import Career
from portability.citation import FACT_STANDINGS
from portability.number.rounding import Rounding
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.periods.units import Unit
from portability.record.step import Fact, Told

FUNDS = frozenset({"provident_fund", "individual_account"})
"""The classes of scheme that hold a balance: their months are added to no pension unless an instrument says so."""
OF_THE_AMOUNT = frozenset(
    {"at_once", "minimum", "minimum_from", "minimum_of_full", "minimum_at_age", "minimum_after_commutation", "maximum"}
    | {"early", "early_of_reference", "early_factors", "deferred", "reduced", "any_age"}
)
"""What a law makes of a pension by the month, and not of a balance that an agreement has paid out."""


def said(binding: Binding, key: str, at: date) -> Any:
    """What an instrument says of accounts; None where it is silent, or its chapter moves nothing."""
    if not binding.operates("accounts"):
        return None
    leaf = binding.leaf("accounts", key, at)
    return None if leaf is None else leaf.is_


def is_added(scheme_class: str, allowed: Sequence[str], months_count: Any) -> bool:
    """Whether the periods of a scheme are added to those of others.

    >>> is_added("pension_insurance", (), None), is_added("provident_fund", (), None), is_added("provident_fund", (), True)
    (True, False, True)
    """
    if scheme_class in FUNDS:
        return bool(months_count) or (months_count is None and scheme_class in allowed)
    return not allowed or not scheme_class or scheme_class in allowed


def moving(binding: Binding, plans: Sequence[Planned], career: Career, at: date) -> tuple[int, int, str] | None:
    """The fund whose balance moves, the scheme to which it moves, and what it becomes there: months, or a balance.

    It moves from a fund to the scheme insured in last, where that is another; nowhere if the fund is the last.
    """
    if said(binding, "balance", at) != "transfer":
        return None
    bound = [i for i, one in enumerate(plans) if one.key[0] in binding.states and one.reader is not None]
    funds = [i for i in bound if _holds(plans[i]) and career.accounts(*plans[i].key, at) is not None]
    last = max(bound, key=lambda i: (_last_day(plans[i], career), -i), default=None)
    found = [i for i in funds if i != last]
    if last is None or len(found) != 1:
        return None
    takes = "balance" if _holds(plans[last]) else "months"
    if plans[last].scheme_class in FUNDS and takes == "months":
        return None
    return found[0], last, takes


def _holds(planned: Planned) -> bool:
    """Whether a scheme is nothing but an account: one that pays its balance in place of a pension keeps it."""
    shape = planned.member.shape
    return planned.scheme_class in FUNDS and shape.formula == "account" and shape.otherwise == "none"


def _last_day(planned: Planned, career: Career) -> date:
    days = [spell.span.end for spell in career.spells if spell.member == planned.key and spell.span is not None]
    return max(days, default=date.min)


def paying_out(binding: Binding, plans: Sequence[Planned], at: date) -> tuple[int, ...]:
    """The funds whose balance an instrument has paid out, on leaving the fund or at the age its law sets."""
    if said(binding, "balance", at) != "pay_out":
        return ()
    return tuple(i for i, one in enumerate(plans) if one.key[0] in binding.states and one.reader is not None and _holds(one))


def paid_out(member: Member, planned: Planned, binding: Binding, career: Career, at: date) -> Member:
    """The member of a fund whose balance an instrument has paid out: all of it at once, to one who has left the fund too."""
    leaf = binding.leaf("accounts", "balance", at)
    assert leaf is not None  # the instrument says so
    own = [spell for spell in career.spells if spell.member == planned.key]
    days = [spell.span.end for spell in own if spell.span is not None]
    gone: Any = all(day < at for day in days)
    if gone and len(days) < len(own):
        gone = unknown_truth(f"the last day under {planned.where}")
    standing = max((spell.standing for spell in own), key=FACT_STANDINGS.index, default="certified")
    left = Told(gone, Fact(f"the last day under {planned.where}", "facts", standing, "yesno", leaf.cites))
    parts = (member.shape.parts - OF_THE_AMOUNT) | {"commutation", "balance_once", "paid_out", "on_leaving"}
    return replace(member, shape=replace(member.shape, parts=parts), given={**member.given, "left": left})


def with_transfer(
    members: Sequence[Member],
    plans: Sequence[Planned],
    units: Mapping[Key, Unit],
    move: tuple[int, int, str],
    career: Career,
    at: date,
) -> tuple[Member, ...]:
    """The members of a run with what a transfer between two of them asks: balance, rate of exchange, price of a month."""
    fund, host, takes = move
    steps = Rounding(Fraction(1), "down", "whole months", "assumed")
    result = []
    for k, (member, planned) in enumerate(zip(members, plans, strict=True)):
        unit = units[planned.key]
        parts, given = set(member.shape.parts), dict(member.given)
        given |= {"credit_units": Told(Fraction(per_year(unit.name, unit.day_system), 12)), "credit_steps": steps}
        if k == fund or (k == host and takes == "balance"):
            parts.add("holds_balance")
            given["moved_rate"] = _rate(career, planned.currency, plans[host].currency, at)
            given["fund_months"] = _months(planned, given["own_amount"])
        if k == host and takes == "months":
            parts.add("takes_over")
            given["credit_rate"] = _contribution(planned)
        result.append(replace(member, shape=replace(member.shape, parts=frozenset(parts)), given=given))
    return tuple(result)


def _months(planned: Planned, own: Told) -> Told:
    units = Fraction(12, per_year(planned.unit.name, planned.unit.day_system))
    return own if isinstance(own.value, Unknown) else own._replace(value=own.value * units)


def _rate(career: Career, base: str, quote: str, at: date) -> Told:
    """How much of the currency of the scheme that takes a balance over is one of the fund's."""
    if base == quote:
        return Told(1)
    path = f"a rate for {base} in {quote}"
    found = career.rate(base, quote, at)
    if found is None:
        return Told(unknown(path), Fact(path, "facts", "missing"))
    return Told(found[0], Fact(path, "facts", found[1]))


def _contribution(planned: Planned) -> Told:
    """The share of pay that a month's contributions to a scheme are."""
    assert planned.reader is not None  # only schemes with law take a balance over
    leaf = planned.reader.leaf("contribution_rate")
    if leaf is None:
        path = f"{planned.reader.path}.contribution_rate"
        return Told(unknown(path), Fact(path, "law", "assumed", note="the law file does not tell it"))
    return planned.reader.share(leaf)


def left_out(keys: Collection[Key], career: Career) -> dict[str, str]:
    """The periods of schemes that are linked for their balance only."""
    return {spell.id: "class_not_added" for spell in career.spells if spell.member in keys}
