"""The right to a pension under a State's law, and its share under an instrument. Only shapes are branched on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from portability.assessment.award import Award, award, award_to_survivor
from portability.assessment.conditions import lived_long_enough, lives_there
from portability.assessment.drawn import age_condition, old_enough
from portability.assessment.formula import formula
from portability.assessment.invalid import CONTINGENCIES, event_conditions, with_future
from portability.assessment.stages import Member, Words
from portability.assessment.survivors import of_survivor
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import comparison, money, proration, qualifying, totalisation


def period(stage: Words, m: Member, here: Place, length: Any) -> tuple[Any, Any]:
    """Whether the qualifying period is met in full, and whether it is met in full or for a reduced pension."""
    full = stage.step(qualifying.qualifying_period_met, here, length=length, required=m.given["qualifying"])
    if "further" in m.shape.parts:
        full = stage.step(qualifying.with_further_length, here, period=full, further=_further(stage, m, here))
    if "alternative" in m.shape.parts:
        full = stage.step(qualifying.either_length_met, here, period=full, alternative=_alternative(stage, m, here))
    if "reduced" not in m.shape.parts:
        return full, full
    reduced = stage.step(qualifying.reduced_period_met, here, length=length, reduced=m.given["reduced"])
    return full, stage.step(qualifying.period_met, here, full=full, reduced=reduced)


def _further(stage: Words, m: Member, here: Place) -> Any:
    """Whether a length asked beside the qualifying period is reached: on own periods, or on those of all together."""
    given = m.given
    length = given["further_own"]
    if "further_together" in m.shape.parts:
        length = stage.step(
            totalisation.total_periods, here, called="further_total", lengths=given["further_lengths"]
        )
    return stage.step(
        qualifying.further_length_met, here, called="further_met", length=length, required=given["further"]
    )


def _alternative(stage: Words, m: Member, here: Place) -> Any:
    """Whether a length that is enough in place of the qualifying period is reached."""
    given = m.given
    length = given["alternative_own"]
    if "alternative_together" in m.shape.parts:
        length = stage.step(
            totalisation.total_periods, here, called="alternative_total", lengths=given["alternative_lengths"]
        )
    return stage.step(
        qualifying.further_length_met, here, called="alternative_met", length=length, required=given["alternative"]
    )


def conditions(stage: Words, m: Member, here: Place) -> tuple[Any, ...]:
    """The conditions of nationality, residence and earlier residence that this law has and no instrument lifts."""
    shape, given = m.shape, m.given
    met = []
    if "nationality" in shape.parts:
        met.append(
            stage.step(qualifying.equality_lifts, here, condition=given["nationality"], equality=given["equality"])
        )
    if "residence" in shape.parts:
        met.append(lives_there(stage, m, here))
    if "residence_length" in shape.parts:
        met.append(lived_long_enough(stage, m, here))
    if "registered" in shape.parts:
        met.append(
            stage.step(
                qualifying.registered_long_enough,
                here,
                registered=given["registered_for"],
                required=given["registered"],
            )
        )
    return (*met, *event_conditions(stage, m, here))


def opens(stage: Words, m: Member, here: Place, age: Any, met: Any) -> Any:
    """Whether the right opens: at an age, or with a contingency."""
    called = "right_on_contingency" if m.shape.parts & CONTINGENCIES else ""
    asked = conditions(stage, m, here)
    return stage.step(qualifying.right_opens, here, called=called, age=age, period=met, conditions=asked)


@frozen
class Under:
    """What a State's law gives with the periods of all, before it is known who is relieved: told values by name.

    `basis` is the theoretical amount, or under direct calculation the amount on own periods; `ratio` its share; `period`:
    whether the qualifying period is met.
    """

    right: Any
    basis: Award
    ratio: Any
    period: Any


def under_instrument(stage: Words, m: Member, alone: Any, totals: Any) -> Under:
    """State stage: right and amount with the periods of all the States linked by the instrument."""
    shape, given, here = m.shape, m.given, m.place
    if "chained" in shape.parts:
        chain = stage.step(totalisation.total_periods, here, called="total_of_chain", lengths=given["chained"])
        totals = replace(
            totals, right=stage.step(totalisation.total_with_chain, here, total=totals.right, chained=chain)
        )
    if "unit_of_agreement" in shape.parts:
        totals = in_unit_of_law(stage, m, totals)
    if "holds_balance" in shape.parts:  # linked for what it holds: its own time alone opens it
        totals = replace(totals, right=given["own_right"])
    if "total_length" in shape.stated:
        whole = given["stated_total"]
        totals = replace(totals, right=whole, amount=whole, ratio=whole)
    full, met = period(stage, m, here, totals.right)
    age, in_time = age_condition(stage, m, here, totals.right)
    open_ = old_enough(stage, m, here, age)
    right = opens(stage, m, here, open_, met)
    if shape.stated & {"theoretical", "pro_rata"}:
        right = given["stated_right"]
    length, ratio = _length_and_ratio(stage, m, totals)
    basis = stage.where(right, (m, alone.reference, full, length, in_time, totals), _basis, _no_basis)
    return Under(right, basis, ratio, met)


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
        divisor = stage.step(rule, here, called="total_capped", total=divisor, full_career=career)
    ratio = stage.step(proration.pro_rata_ratio, here, own=totals.own, total=divisor)
    return (totals.own, ratio) if "flat_part" in shape.parts else (length, ratio)


def in_unit_of_law(stage: Words, m: Member, totals: Any) -> Any:
    """State stage: the lengths that an agreement counts in a unit of its own, in the unit of the State's law."""
    here, rule, units = m.place, totalisation.in_unit_of_law, m.given["units_of_law"]
    return replace(
        totals,
        right=stage.step(rule, here, called="right_in_unit_of_law", length=totals.right, units=units),
        amount=stage.step(rule, here, called="amount_in_unit_of_law", length=totals.amount, units=units),
        ratio=stage.step(rule, here, called="ratio_in_unit_of_law", length=totals.ratio, units=units),
        own=stage.step(rule, here, called="own_in_unit_of_law", length=totals.own, units=units),
    )


OWN_PERIODS_ONLY = frozenset({"direct", "residence_fraction", "account", "independent"})

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
    return replace(m, given={**m.given, **given})


def _no_basis(stage: Words, about: tuple[Any, ...]) -> Award:
    nought = about[0].given["nought"]
    return Award(nought, nought)


@frozen
class Due:
    """What a State owes under the instrument: whether it pays, by which share, which amount is kept, what is due.

    `bound`: whether the instrument stands between this State and another, for this person.
    """

    pays: Any
    share: Any
    shared: Any
    keeps_independent: Any
    right: Any
    amount: Any
    given_up: Any
    bound: Any


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
    shared, given_up = under.basis.amount, under.basis.given_up
    if "flat_part" in shape.parts:
        flat = formula(stage, m, here._replace(variant=f"{here.variant}+flat"), given["nought"], alone.reference)
        shared = stage.step(proration.with_flat_part_prorated, here, own_amount=shared, flat_part=flat, share=share)
    elif (shape.method not in OWN_PERIODS_ONLY or shape.parts & SHARED_OUT) and "pro_rata" not in shape.stated:
        shared = stage.step(proration.pro_rata_amount, here, theoretical=shared, share=share)
        if "displaced" in shape.parts:
            increment = of_survivor(stage, m, voluntary_increment(stage, m, alone))
            shared = stage.step(proration.with_increment, here, amount=shared, increment=increment)
        if "commutation" in shape.parts:
            given_up = stage.step(
                proration.pro_rata_amount, here, called="share_given_up", theoretical=given_up, share=share
            )
    shared = stage.step(proration.amount_if_paid, here, pays=pays, amount=shared)
    if "commutation" in shape.parts:
        given_up = stage.step(proration.amount_if_paid, here, called="given_up_if_paid", pays=pays, amount=given_up)
    if shape.method in ONLY_SHARED and "only_if_needed" not in shape.parts:
        return Due(pays, share, shared, given["no"], pays, shared, given_up, given["bound"])
    keeps = alone.right
    if shape.method == "higher_of":
        keeps = stage.step(
            comparison.keeps_independent, here, right=alone.right, independent=alone.independent, pro_rata=shared
        )
    right = stage.step(comparison.some_right, here, alone=alone.right, together=pays)
    rule = comparison.higher_amount if shape.method == "higher_of" else comparison.first_amount
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
    return Due(pays, share, shared, keeps, right, amount, given_up, given["bound"])


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
