"""Unemployment and family benefits between States: the chapters of an instrument that say who pays, for how long, who refunds."""

from typing import Literal

from portability.law.counting import Chapter
from portability.law.leaf import Dated, Fixed, Lengths, Shares, YesNo
from portability.law.words import Operation

Ground = Literal["activity", "pension", "residence"]
"""On what a right to family benefits rests in a State: work there, a pension of it, or living there."""


class CrossBorder(Fixed[Literal["residence_state", "last_insured"]]):
    """Who pays those who lived in another State than that of their last work; `operation`: whether it works by itself."""

    operation: Operation | None = None


class Unemployment(Chapter):
    """Unemployment between States.

    `competent` `last_insured`: the State under whose law the person last worked pays; `last_insured_there`: it adds the periods
    of others only so. `cross_border`: of those who lived elsewhere during that work, wholly unemployed; `may_stay`: those who do
    not go home every week may stay with the State of the last work. `earnings` `last_work_there`: pay elsewhere is not counted
    for the amount; `earnings_cross_border`: the State of residence takes the pay of the last work, wherever that was.

    `export_length`: how long the benefit is paid to those who seek work elsewhere, `export_longest` where the State allows more;
    `available_before` they must have sought it so long at home, `register_within` so soon be registered there. `refund_length`:
    for how long the State of the last work refunds that of residence; `longer_refund_length` where so much was completed there
    (`longer_after`) in the time before (`longer_within`).
    """

    competent: Dated[Fixed[Literal["last_insured"]]] | None = None
    last_insured_there: YesNo | None = None
    cross_border: Dated[CrossBorder] | None = None
    may_stay: YesNo | None = None
    earnings: Dated[Fixed[Literal["last_work_there"]]] | None = None
    earnings_cross_border: Dated[Fixed[Literal["last_work"]]] | None = None
    export_length: Lengths | None = None
    export_longest: Lengths | None = None
    available_before: Lengths | None = None
    register_within: Lengths | None = None
    refund_length: Lengths | None = None
    longer_refund_length: Lengths | None = None
    longer_after: Lengths | None = None
    longer_within: Lengths | None = None


class Family(Chapter):
    """Family benefits between States.

    `payer` `priority`: of the States that grant them the first in `order` of grounds pays, the others add what is higher of
    theirs (`differential`); with equal grounds that of the children, if its ground is theirs too, else, for `activity`, the one
    with the highest amount (`tie_activity`; the others refund `refund_share` of it, at most their own), for `pension` that of
    the longest insurance (`tie_pension`). `differential_on_residence`: whether a State adds a difference for children abroad
    where its right rests on residence alone.

    `payer` `state_of_work`: the State under whose law the person works pays for children abroad, at most what theirs would pay
    where `limit` says so, all of them together (`limit_over`); `state_of_children`: theirs pays, at the cost of the other.
    """

    payer: Dated[Fixed[Literal["priority", "state_of_work", "state_of_children"]]] | None = None
    order: Dated[Fixed[list[Ground]]] | None = None
    tie_activity: Dated[Fixed[Literal["children_then_highest"]]] | None = None
    tie_pension: Dated[Fixed[Literal["children_then_longest"]]] | None = None
    refund_share: Shares | None = None
    differential: YesNo | None = None
    differential_on_residence: YesNo | None = None
    limit: Dated[Fixed[Literal["state_of_children"]]] | None = None
    limit_over: Dated[Fixed[Literal["all_children"]]] | None = None
    residence_index: YesNo | None = None
