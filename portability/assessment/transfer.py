"""Balances that move under an instrument: into a pension scheme as credited months, or into another fund.

A person stage: it sees every scheme, but only amounts and lengths; `offer` tells it what a scheme has to give or asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.shares import Linked, Totals
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.rules.pension import account


@frozen
class Offer:
    """What a scheme brings to a transfer: its balance, the time spent in it, what a month costs there, its units."""

    balance: Any
    moved: Any
    rate: Any
    months: Any
    price: Any
    units: Any
    steps: Any


def transferred(stage: Words, linked: Linked, alones: Sequence[Any], totals: Sequence[Totals]) -> tuple[Totals, ...]:
    """Person stage: the totals with the months that balances buy, and the balances after they have moved."""
    offers = stage.each(linked.members, offer, alones)
    found = [replace(one, balance=told.balance) for one, told in zip(totals, offers, strict=True)]
    shape = linked.sharing
    for fund, host, what_shape in shape.transfers:
        place, given = linked.places[fund], offers[fund]
        if what_shape == "balance":
            joined = stage.step(
                account.with_moved, linked.places[host], balance=found[host].balance, moved=given.moved
            )
            found[host] = replace(found[host], balance=joined)
            found[fund] = replace(found[fund], balance=linked.nought)
        else:
            credit = stage.step(
                account.credited_months,
                place,
                moved=given.moved,
                price=offers[host].price,
                months=given.months,
                steps=given.steps,
            )
            left = stage.step(
                account.left_of_transfer,
                place,
                moved=given.moved,
                credit=credit,
                price=offers[host].price,
                rate=given.rate,
            )
            found[fund] = replace(found[fund], balance=left)
            found = [
                _credited(stage, linked.places[k]._replace(variant=f"{linked.places[k].variant}+{fund}"), one, credit, told)
                for k, (one, told) in enumerate(zip(found, offers, strict=True))
            ]
            own = stage.step(
                account.with_credit,
                linked.places[host],
                called=f"own_with_credit_{fund}",
                length=found[host].own,
                credit=credit,
                units=offers[host].units,
            )
            found[host] = replace(found[host], own=own)
    return tuple(found)


def _credited(stage: Words, here: Any, one: Totals, credit: Any, told: Offer) -> Totals:
    """The totals of one scheme with the credited months, in its unit."""
    rule, units = account.with_credit, told.units
    return replace(
        one,
        right=stage.step(rule, here, called="right_with_credit", length=one.right, credit=credit, units=units),
        amount=stage.step(rule, here, called="amount_with_credit", length=one.amount, credit=credit, units=units),
        ratio=stage.step(rule, here, called="ratio_with_credit", length=one.ratio, credit=credit, units=units),
    )


def offer(stage: Words, m: Member, alone: Any) -> Offer:
    """State stage: what a scheme brings to a transfer, in the currency of the scheme to which the balance moves."""
    shape, given, here = m.shape, m.given, m.place
    balance = moved = rate = months = price = given["nought"]
    units, steps = given["credit_units"], given["credit_steps"]
    if "holds_balance" in shape.parts:
        balance, rate, months = given["balance"], given["moved_rate"], given["fund_months"]
        moved = stage.step(account.balance_moved, here, balance=balance, rate=rate)
    if "takes_over" in shape.parts:
        price = stage.step(account.price_of_month, here, reference=alone.reference, rate=given["credit_rate"])
    return Offer(balance, moved, rate, months, price, units, steps)
