"""A pension under an instrument: the right with the periods of all, the theoretical amount, the share."""

from __future__ import annotations

from typing import Any

from portability.assessment.award import Award, award, award_to_survivor, raised_after_ratio
from portability.assessment.drawn import age_condition, old_enough
from portability.assessment.formula import formula
from portability.assessment.invalid import with_future
from portability.assessment.opening import opens, period
from portability.assessment.stages import Member, Words
from portability.assessment.survivors import of_survivor
from portability.frozen import frozen, replaced
from portability.rules import comparison, money, proration, totalisation


@frozen
class Under:
    """What a State's law gives with the periods of all, before it is known who is relieved: told values by name.

    `basis` is the theoretical amount, or under direct calculation the amount on own periods; `ratio` its share. `full`,
    `in_time` and `length` are what the minimum of a law may ask; `period`: whether the qualifying period is met.
    """

    right: Any
    basis: Award
    ratio: Any
    full: Any
    in_time: Any
    length: Any
    period: Any


def under_instrument(stage: Words, m: Member, alone: Any, totals: Any) -> Under:
    """State stage: right and amount with the periods of all the States linked by the instrument."""
    shape, given, here = m.shape, m.given, m.place
    if "chained" in shape.parts:
        chain = stage.step(totalisation.total_periods, here, called="total_of_chain", lengths=given["chained"])
        totals = replaced(
            totals, right=stage.step(totalisation.total_with_chain, here, total=totals.right, chained=chain)
        )
    if "third_counted" in shape.parts:
        more = stage.step(
            totalisation.total_periods, here, called="total_of_third_states", lengths=given["third_counted"]
        )
        rule = totalisation.total_with_chain
        right = stage.step(rule, here, called="total_with_third", total=totals.right, chained=more)
        totals = replaced(totals, right=right)
    if "unit_of_agreement" in shape.parts:
        totals = in_unit_of_law(stage, m, totals)
    if shape.parts & HELD:  # linked for what it holds: its own time alone opens it
        totals = replaced(totals, right=given["own_right"])
    if "total_length" in shape.stated:
        whole = given["stated_total"]
        totals = replaced(totals, right=whole, amount=whole, ratio=whole)
    full, met = period(stage, m, here, totals.right)
    age, in_time = age_condition(stage, m, here, totals.right)
    open_ = old_enough(stage, m, here, age)
    right = opens(stage, m, here, open_, met)
    if shape.stated & {"theoretical", "pro_rata"}:
        right = given["stated_right"]
    length, ratio = _length_and_ratio(stage, m, totals)
    basis = stage.where(right, (m, alone.reference, full, length, in_time, totals), _basis, _no_basis)
    return Under(right, basis, ratio, full, in_time, length, met)


def _length_and_ratio(stage: Words, m: Member, totals: Any) -> tuple[Any, Any]:
    """The length the amount is reckoned on, and the State's share of it."""
    shape, given, here = m.shape, m.given, m.place
    if shape.method in OWN_PERIODS_ONLY and not shape.parts & SHARED_OUT:
        return with_future(stage, m, here, totals.own), given["whole"]
    length, divisor = with_future(stage, m, here, totals.amount), totals.ratio
    if "fixed_total" in shape.parts:
        length = divisor = given["fixed_total"]
    elif "full_career" in shape.parts:
        rule, career = proration.full_career_total, given["full_career"]
        length = stage.step(rule, here, called="length_capped", total=length, full_career=career)
        if "cap_replaces_both" in shape.parts:
            both = proration.full_career_in_both
            divisor = stage.step(
                both, here, called="total_capped_in_both", added=totals.amount, total=divisor, full_career=career
            )
        else:
            divisor = stage.step(rule, here, called="total_capped", total=divisor, full_career=career)
    ratio = stage.step(proration.pro_rata_ratio, here, own=totals.own, total=divisor)
    return (totals.own, ratio) if "flat_part" in shape.parts else (length, ratio)


def in_unit_of_law(stage: Words, m: Member, totals: Any) -> Any:
    """State stage: the lengths that an agreement counts in a unit of its own, in the unit of the State's law."""
    here, rule, units = m.place, totalisation.in_unit_of_law, m.given["units_of_law"]
    return replaced(
        totals,
        right=stage.step(rule, here, called="right_in_unit_of_law", length=totals.right, units=units),
        amount=stage.step(rule, here, called="amount_in_unit_of_law", length=totals.amount, units=units),
        ratio=stage.step(rule, here, called="ratio_in_unit_of_law", length=totals.ratio, units=units),
        own=stage.step(rule, here, called="own_in_unit_of_law", length=totals.own, units=units),
    )


OWN_PERIODS_ONLY = frozenset({"direct", "residence_fraction", "account", "independent"})

HELD = frozenset({"holds_balance", "paid_out"})
"""Accounts that an instrument links for their balance only: it moves, or is paid out."""

SHARED_OUT = frozenset({"fixed_total", "flat_part"})
"""Parts of an instrument by which an amount, or some of it, is shared out under any method."""


def _basis(stage: Words, about: tuple[Any, ...]) -> Award:
    m, reference, full, length, in_time, totals = about
    m = _with_totals(m, totals)
    shape, given, here = m.shape, m.given, m.place
    if "theoretical" in shape.stated:
        return award_to_survivor(stage, m, here, Award(given["stated_theoretical"], given["nought"]))
    if "pro_rata" in shape.stated:
        return award_to_survivor(stage, m, here, Award(given["stated_pro_rata"], given["nought"]))
    found = award(stage, m, here, length, reference, full, in_time)
    if "rounding_theoretical" in shape.parts:
        rounded = stage.step(
            money.theoretical_rounded, here, amount=found.amount, rounding=given["rounding_theoretical"]
        )
        found = Award(rounded, found.given_up)
    return award_to_survivor(stage, m, here, found)


def _with_totals(m: Member, totals: Any) -> Member:
    """The figures of a law that balances moved, or the periods of all, change under an instrument."""
    if m.shape.parts.isdisjoint(("holds_balance", "minimum_totalised")):
        return m
    given = {}
    if "holds_balance" in m.shape.parts:
        given["balance"] = totals.balance
    if "minimum_totalised" in m.shape.parts:
        given["minimum_length"] = totals.right
    return replaced(m, given={**m.given, **given})


def _no_basis(stage: Words, about: tuple[Any, ...]) -> Award:
    nought = about[0].given["nought"]
    return Award(nought, nought)


@frozen
class Due:
    """What a State owes under the instrument: whether it pays, by which share, which amount is kept, what is due.

    `bound`: whether the instrument stands between this State and another, for this person; `increment`: what of the shared
    amount is left out of the comparison.
    """

    pays: Any
    share: Any
    shared: Any
    keeps_independent: Any
    right: Any
    amount: Any
    given_up: Any
    bound: Any
    increment: Any


def due_under_instrument(stage: Words, m: Member, alone: Any, under: Under, totals: Any, carries_all: Any) -> Due:
    """State stage: once it is known who is relieved, what this State owes and by which method."""
    shape, given, here = m.shape, m.given, m.place
    if shape.method in ONE_PAYS:
        pays = stage.step(totalisation.pays_for_all, here, right=under.right, carries_all=carries_all)
    else:
        pays = stage.step(
            totalisation.pays_under_instrument,
            here,
            right=under.right,
            length=given["own_right"] if shape.method in WITHOUT_LENGTHS else totals.own,
            relieved=totals.relieved,
            carries_all=carries_all,
        )
    share = stage.step(proration.share_carried, here, share=under.ratio, carries_all=carries_all)
    shared, given_up, later = under.basis.amount, under.basis.given_up, given["nought"]
    if "flat_part" in shape.parts:
        flat = formula(stage, m, here._replace(variant=f"{here.variant}+flat"), given["nought"], alone.reference)
        shared = stage.step(proration.with_flat_part_prorated, here, own_amount=shared, flat_part=flat, share=share)
    elif (shape.method not in OWN_PERIODS_ONLY or shape.parts & SHARED_OUT) and "pro_rata" not in shape.stated:
        shared = stage.step(proration.pro_rata_amount, here, theoretical=shared, share=share)
        if "displaced" in shape.parts:
            increment = of_survivor(stage, m, voluntary_increment(stage, m, alone))
            shared = stage.step(proration.with_increment, here, amount=shared, increment=increment)
            if "increment_after" in shape.parts:
                later = increment
        if "commutation" in shape.parts:
            given_up = stage.step(
                proration.pro_rata_amount, here, called="share_given_up", theoretical=given_up, share=share
            )
    if "pro_rata" not in shape.stated:
        shared = raised_after_ratio(stage, m, here, shared, alone.reference, under)
    shared = stage.step(proration.amount_if_paid, here, pays=pays, amount=shared)
    if "commutation" in shape.parts:
        given_up = stage.step(proration.amount_if_paid, here, called="given_up_if_paid", pays=pays, amount=given_up)
    if shape.method in ONLY_SHARED and "only_if_needed" not in shape.parts:
        return Due(pays, share, shared, given["no"], pays, shared, given_up, given["bound"], later)
    keeps = alone.right
    if shape.method == "higher_of":
        keeps = keeps_alone(stage, m, ("keeps_independent", "compared"), alone.right, alone.independent, shared, later)
    right = stage.step(comparison.some_right, here, alone=alone.right, together=pays)
    rule = comparison.higher_amount if shape.method == "higher_of" else comparison.first_amount
    if "increment_after" in shape.parts:
        rule = comparison.first_amount
    amount = stage.step(rule, here, keeps=keeps, independent=alone.independent, pro_rata=shared)
    if "commutation" in shape.parts:
        given_up = stage.step(
            comparison.first_amount,
            here,
            called="given_up_kept",
            keeps=keeps,
            independent=alone.given_up,
            pro_rata=given_up,
        )
    return Due(pays, share, shared, keeps, right, amount, given_up, given["bound"], later)


def keeps_alone(stage: Words, m: Member, called: tuple[str, str], right: Any, independent: Any, shared: Any, later: Any) -> Any:
    """Whether the independent benefit is kept against the share; an increment added after the comparison is left out of it."""
    shape, here = m.shape, m.place
    if "increment_after" in shape.parts:
        shared = stage.step(proration.without_increment, here, called=called[1], amount=shared, increment=later)
    return stage.step(
        comparison.keeps_independent, here, called=called[0], right=right, independent=independent, pro_rata=shared
    )


WITHOUT_LENGTHS = frozenset({"account"})
"""Methods by which no length is shared, so that time displaced by insurance elsewhere takes nothing away."""

ONE_PAYS = frozenset({"integration", "single_payer", "home_scheme"})
"""Methods by which one State carries all, and the others pay nothing."""

ONLY_SHARED = ONE_PAYS | {"pro_rata", "direct", "residence_fraction", "account", "coverage_lifetime"}


def voluntary_increment(stage: Words, m: Member, alone: Any) -> Any:
    """State stage: what voluntary time displaced by insurance elsewhere earns under the law that it was paid to."""
    given = m.given
    longer = m.place._replace(variant=m.place.variant + "+voluntary")
    shorter = m.place._replace(variant=m.place.variant + "-voluntary")
    with_it = formula(stage, m, longer, given["with_voluntary"], alone.reference)
    without = formula(stage, m, shorter, given["without_voluntary"], alone.reference)
    return stage.step(proration.voluntary_increment, m.place, with_voluntary=with_it, without=without)
