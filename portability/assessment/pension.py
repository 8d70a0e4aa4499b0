"""The right to a pension under a State's law, and its share under an instrument. Only shapes are branched on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from portability.assessment.award import Award, award, formula
from portability.assessment.drawn import age_condition, old_enough
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import comparison, money, proration, qualifying, totalisation
from portability.rules.pension import reference


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
        met.append(given["residence"])
    if "residence_length" in shape.parts:
        met.append(
            stage.step(
                qualifying.residence_length_met,
                here,
                residence=given["residence_own"],
                residence_required=given["residence_length"],
            )
        )
    if "registered" in shape.parts:
        met.append(
            stage.step(
                qualifying.registered_long_enough,
                here,
                registered=given["registered_for"],
                required=given["registered"],
            )
        )
    return tuple(met)


def reference_wage(stage: Words, m: Member) -> Any:
    """The reference wage, from own earnings only: foreign earnings never enter it."""
    shape, given, here = m.shape, m.given, m.place
    if "reference" in shape.stated:
        return given["stated_reference"]
    if shape.reference == "none":
        return given["nought"]
    if shape.reference == "unknown":
        return given["reference_unknown"]
    earnings = given["earnings"]
    if "ceiling" in shape.parts:
        earnings = stage.step(reference.within_ceiling, here, earnings=earnings, ceilings=given["ceilings"])
    if "within" in shape.parts:
        earnings = stage.step(reference.earnings_window, here, earnings=earnings, window=given["reference_within"])
    if shape.reference == "career":
        return stage.step(reference.career_average, here, earnings=earnings)
    rule = reference.best_average if shape.reference == "best" else reference.last_average
    return stage.step(rule, here, earnings=earnings, length=given["reference_length"])


@frozen
class Under:
    """What a State's law gives with the periods of all, before it is known who is relieved: told values by name.

    `basis` is the theoretical amount, or under direct calculation the amount on own periods; `ratio` its share.
    """

    right: Any
    basis: Award
    ratio: Any


def under_instrument(stage: Words, m: Member, alone: Any, totals: Any) -> Under:
    """State stage: right and amount with the periods of all the States linked by the instrument."""
    shape, given, here = m.shape, m.given, m.place
    if "unit_of_agreement" in shape.parts:
        totals = in_unit_of_law(stage, m, totals)
    if "total_length" in shape.stated:
        whole = given["stated_total"]
        totals = replace(totals, right=whole, amount=whole, ratio=whole)
    full, met = period(stage, m, here, totals.right)
    age, in_time = age_condition(stage, m, here, totals.right)
    open_ = old_enough(stage, m, here, age)
    right = stage.step(qualifying.right_opens, here, age=open_, period=met, conditions=conditions(stage, m, here))
    if shape.stated & {"theoretical", "pro_rata"}:
        right = given["stated_right"]
    length, divisor = totals.amount, totals.ratio
    if "full_career" in shape.parts:
        career = given["full_career"]
        length = stage.step(proration.full_career_total, here, called="length_capped", total=length, full_career=career)
        divisor = stage.step(
            proration.full_career_total, here, called="total_capped", total=divisor, full_career=career
        )
    if shape.method in OWN_PERIODS_ONLY:
        length, ratio = totals.own, given["whole"]
    else:
        ratio = stage.step(proration.pro_rata_ratio, here, own=totals.own, total=divisor)
    basis = stage.where(right, (m, alone.reference, full, length, in_time), _basis, _no_basis)
    return Under(right, basis, ratio)


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


def _basis(stage: Words, about: tuple[Any, ...]) -> Award:
    m, reference, full, length, in_time = about
    shape, given, here = m.shape, m.given, m.place
    if "theoretical" in shape.stated:
        return Award(given["stated_theoretical"], given["nought"])
    if "pro_rata" in shape.stated:
        return Award(given["stated_pro_rata"], given["nought"])
    found = award(stage, m, here, length, reference, full, in_time)
    if "rounding_theoretical" in shape.parts:
        rounded = stage.step(
            money.theoretical_rounded, here, amount=found.amount, rounding=given["rounding_theoretical"]
        )
        return Award(rounded, found.given_up)
    return found


def _no_basis(stage: Words, about: tuple[Any, ...]) -> Award:
    nought = about[0].given["nought"]
    return Award(nought, nought)


@frozen
class Due:
    """What a State owes under the instrument: whether it pays, by which share, which amount is kept, what is due."""

    pays: Any
    share: Any
    shared: Any
    keeps_independent: Any
    right: Any
    amount: Any
    given_up: Any


def due_under_instrument(stage: Words, m: Member, alone: Any, under: Under, totals: Any, carries_all: Any) -> Due:
    """State stage: once it is known who is relieved, what this State owes and by which method."""
    shape, given, here = m.shape, m.given, m.place
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
    if shape.method not in OWN_PERIODS_ONLY and "pro_rata" not in shape.stated:
        shared = stage.step(proration.pro_rata_amount, here, theoretical=shared, share=share)
        if "displaced" in shape.parts:
            increment = voluntary_increment(stage, m, alone)
            shared = stage.step(proration.with_increment, here, amount=shared, increment=increment)
        if "commutation" in shape.parts:
            given_up = stage.step(
                proration.pro_rata_amount, here, called="share_given_up", theoretical=given_up, share=share
            )
    shared = stage.step(proration.amount_if_paid, here, pays=pays, amount=shared)
    if "commutation" in shape.parts:
        given_up = stage.step(proration.amount_if_paid, here, called="given_up_if_paid", pays=pays, amount=given_up)
    if shape.method in ONLY_SHARED and "only_if_needed" not in shape.parts:
        return Due(pays, share, shared, given["no"], pays, shared, given_up)
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
    return Due(pays, share, shared, keeps, right, amount, given_up)


WITHOUT_LENGTHS = frozenset({"account"})
"""Methods by which no length is shared, so that time displaced by insurance elsewhere takes nothing away."""

ONLY_SHARED = frozenset({"pro_rata", "direct", "residence_fraction", "account"})


def voluntary_increment(stage: Words, m: Member, alone: Any) -> Any:
    """State stage: what voluntary time displaced by insurance elsewhere earns under the law that it was paid to."""
    given = m.given
    longer = m.place._replace(variant=m.place.variant + "+voluntary")
    shorter = m.place._replace(variant=m.place.variant + "-voluntary")
    with_it = formula(stage, m, longer, given["with_voluntary"], alone.reference)
    without = formula(stage, m, shorter, given["without_voluntary"], alone.reference)
    return stage.step(proration.voluntary_increment, m.place, with_voluntary=with_it, without=without)
