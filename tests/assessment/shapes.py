"""Every shape of law that the stages know, under a name that says it."""

from itertools import product

from portability.assessment.shares import Sharing
from portability.assessment.stages import Shape


def shape(formula: str = "flat", reference: str = "none", *parts: str, **others: str) -> Shape:
    """A shape; `stated` is told in one text, with blanks between."""
    stated = frozenset(others.pop("stated", "").split())
    return Shape(formula, reference, parts=frozenset(parts), stated=stated, **others)


FORMULAS = {
    "flat": shape(),
    "accrual": shape("accrual", "career"),
    "accrual up to a cap": shape("accrual", "last", "cap"),
    "accrual for completed part years": shape("accrual", "best", "part_years"),
    "accrual for part years up to a cap": shape("accrual", "career", "part_years", "cap"),
    "fraction": shape("fraction", "best"),
    "fraction for part years": shape("fraction", "last", "part_years"),
    "residence fraction": shape("residence_fraction"),
    "account": shape("account"),
    "no formula": shape("none"),
}
REFERENCES = {
    f"{reference} earnings{''.join(f', {part}' for part in parts)}": shape("accrual", reference, *parts)
    for reference, parts in product(("last", "best", "career"), ((), ("ceiling",), ("within",), ("ceiling", "within")))
}
RIGHTS = {
    "reduced": shape("accrual", "last", "reduced"),
    "any age": shape("flat", "none", "any_age"),
    "reduced, any age": shape("flat", "none", "reduced", "any_age"),
    "full career": shape("accrual", "career", "full_career"),
    "nationality": shape("flat", "none", "nationality"),
    "residence": shape("residence_fraction", "none", "residence"),
    "residence, waived": shape("flat", "none", "residence", "residence_waived"),
    "residence length": shape("flat", "none", "residence_length"),
    "residence length, limited": shape("flat", "none", "residence_length", "residence_limit"),
    "residence length, part of it before the claim": shape("flat", "none", "residence_length", "residence_before"),
    "residence length, part of it before the claim, limited": shape(
        "flat", "none", "residence_length", "residence_before", "residence_limit"
    ),
    "every condition": shape("flat", "none", "nationality", "residence", "residence_length", "any_age", "reduced"),
}
LIMITS = {
    "minimum": shape("accrual", "last", "minimum"),
    "minimum and maximum": shape("accrual", "career", "minimum", "maximum"),
    "maximum": shape("flat", "none", "maximum"),
    "minimum of whole pensions": shape("fraction", "best", "reduced", "minimum", "minimum_of_full"),
    "commutation": shape("accrual", "last", "commutation"),
    "commutation, reduced, maximum": shape("fraction", "last", "commutation", "reduced", "maximum"),
    "minimum before commutation": shape("accrual", "last", "commutation", "minimum"),
    "minimum after commutation": shape("flat", "none", "commutation", "minimum", "minimum_after_commutation"),
    "minimum of whole pensions after commutation": shape(
        "flat", "none", "reduced", "commutation", "minimum", "minimum_of_full", "minimum_after_commutation"
    ),
}
IN_PLACE = ("refund", "per_month", "of_pension", "allowance", "balance", "unknown")
OTHERWISE = {
    **{f"{kind} in place": shape("accrual", "last", otherwise=kind) for kind in IN_PLACE},
    **{
        f"{kind} in place, {below} below": shape("flat", otherwise=kind, otherwise_below=below)
        for kind, below in product(IN_PLACE, IN_PLACE)
    },
    "per month on its own reference": shape("flat", "none", "otherwise_reference", otherwise="per_month"),
    "per month below on its own reference": shape(
        "accrual", "best", "otherwise_below_reference", otherwise="balance", otherwise_below="per_month"
    ),
}
ALLOWED = {
    "refund up to the ceiling": shape("accrual", "last", "ceiling", otherwise="refund"),
    "per month in steps": shape("accrual", "last", "otherwise_steps", otherwise="per_month"),
    "per month in steps below": shape(
        "accrual", "last", "otherwise_below_steps", otherwise="balance", otherwise_below="per_month"
    ),
    "allowance at least so much": shape(
        "accrual", "last", "allowance", "otherwise_least", "otherwise_asks", otherwise="allowance"
    ),
    "allowance on its own reference, sum below": shape(
        "flat", "none", "allowance", "otherwise_reference", "otherwise_below_least", "rounding_down",
        otherwise="allowance", otherwise_below="allowance",
    ),
    "account partly at once": shape("account", "none", "commutation", "at_once", "minimum"),
}  # fmt: skip
PAYMENTS = {
    "amount of the year": shape("flat", "none", "of_year"),
    **{f"payments rounded {way}": shape("flat", "none", f"rounding_{way}") for way in ("down", "up", "half_even")},
    **{
        f"theoretical amount rounded {way}": shape("accrual", "career", "rounding_theoretical", f"theoretical_{way}")
        for way in ("down", "half_up")
    },
    "theoretical amount rounded, commutation": shape("flat", "none", "rounding_theoretical", "theoretical_down", "commutation"),
}
STATED = {
    f"stated {told}": shape("accrual", "last", "minimum", stated=told)
    for told in (
        *("independent", "theoretical", "pro_rata", "reference"),
        *("independent theoretical", "theoretical pro_rata", "independent reference", "total_length"),
    )
}
DISPLACED = {
    "displaced voluntary periods": shape("accrual", "career", "displaced"),
    "displaced voluntary periods, part years": shape("fraction", "last", "displaced", "part_years", "commutation"),
}
IF_NEEDED = {
    "only if needed": shape("accrual", "career", "only_if_needed"),
    "only if needed, commutation": shape("flat", "none", "only_if_needed", "commutation"),
}
UNITS = {
    "minimum, year, unit": shape("flat", "none", "minimum", "reduced", "minimum_of_full", "of_year", "unit_of_agreement"),
    "unit of the agreement": shape("accrual", "career", "unit_of_agreement", "full_career"),
    "unit of the agreement, total stated": shape("fraction", "last", "unit_of_agreement", stated="total_length"),
}
FIXED = {
    "fixed part": shape("accrual", "career", "fixed_part"),
    "fixed part by the length": shape("fraction", "last", "fixed_part", "fixed_over"),
    "fixed part, a share of a figure": shape("accrual", "best", "fixed_part", "fixed_part_share", "fixed_over", "displaced"),
    "fixed part, a share of the reference": shape(
        "flat", "last", "fixed_part", "fixed_part_share", "fixed_part_of_reference"
    ),
}
SHARES = {
    "amount, a share of a figure": shape("flat", "none", "amount_share"),
    "residence fraction of a share of a figure": shape("residence_fraction", "none", "amount_share", "part_years"),
    "minimum, a share of a figure": shape("accrual", "last", "minimum", "minimum_share", "reduced", "minimum_of_full"),
    "minimum, a share of the reference": shape("accrual", "career", "minimum", "minimum_share", "minimum_of_reference"),
    "maximum, a share of the reference": shape("accrual", "best", "maximum", "maximum_share", "maximum_of_reference"),
    "maximum, a share of a figure": shape("fraction", "best", "maximum", "maximum_share", "commutation"),
    "minimum after commutation, a share": shape(
        "flat", "none", "commutation", "minimum", "minimum_share", "minimum_after_commutation"
    ),
}
REVALUED = {
    "revalued earnings": shape("accrual", "career", "revalued"),
    "revalued after the ceiling": shape("fraction", "best", "revalued", "ceiling", "within"),
    "revalued before the ceiling": shape("accrual", "last", "revalued", "capped_after", "ceiling"),
    **{
        f"reference rounded {way}": shape("accrual", "best", "reference_rounded", f"reference_{way}")
        for way in ("down", "half_up")
    },
    "length rounded up": shape("accrual", "career", "part_years", "part_years_up"),
}
OTHER_FORMULAS = {
    "bands": shape("bands", "career"),
    "bands before the rates of the length": shape("accrual", "last", "bands"),
    "points earned": shape("points", "none", "points_earned"),
    "points earned up to a ceiling, rounded": shape(
        "points", "none", "points_earned", "ceiling", "points_rounded", "points_half_up", "point_value_share"
    ),
    "points stated": shape("points", "none", "points_earned", "points_stated"),
    "points stated of a year": shape(
        "points", "none", "points_of_a_year", "points_stated", "part_years", "part_years_up"
    ),
    "points not stated": shape("points", "none", "points_of_a_year"),
    "notional, balance stated": shape("notional"),
    "notional, of contributions": shape("notional", "none", "balance_of_contributions"),
    "notional, of contributions up to a ceiling": shape("notional", "none", "balance_of_contributions", "ceiling"),
}
NEWER = FIXED | SHARES | REVALUED | OTHER_FORMULAS
INSTRUMENTS = {
    "a fixed length in place of the total": shape("accrual", "career", "fixed_total", "full_career"),
    "a fixed length, unit of the agreement": shape("flat", "none", "fixed_total", "unit_of_agreement", "commutation"),
    "periods added by chain": shape("accrual", "last", "chained", "unit_of_agreement", "reduced"),
    "periods in a third State counted": shape("accrual", "career", "third_counted", "chained", "unit_of_agreement"),
    "the flat part shared": shape("accrual", "last", "flat_part"),
    "the flat part shared, part years": shape("fraction", "best", "flat_part", "part_years"),
}
AFTER = {
    "minimum after the ratio": shape("accrual", "last", "minimum_after_ratio", "reduced", "minimum_of_full"),
    "minimum after the ratio, a share of the reference": shape(
        "fraction", "best", "minimum_after_ratio", "minimum_share", "minimum_of_reference", "minimum_from", "flat_part"
    ),
    "minimum of survivors after the ratio": shape(
        "flat", "none", "survivors", "minimum_after_ratio", "minimum_each_after_ratio", "family_ceiling"
    ),
    "increment after the comparison": shape("accrual", "career", "displaced", "increment_after", "commutation"),
    "increment after the comparison, reduced": shape(
        "fraction", "last", "displaced", "increment_after", "same_kind", "different_kind", "minimum_after_ratio"
    ),
    "the cap in both": shape("accrual", "career", "full_career", "cap_replaces_both"),
    "the cap of the benefit alone": shape("accrual", "last", "full_career", "independent_cap", "limited", "minimum"),
}
INVALID = {
    "invalidity": shape("flat", "none", "invalidity"),
    "invalidity by degree": shape("accrual", "last", "invalidity", "degree", "minimum", "future"),
    "invalidity before an age, insured then": shape(
        "fraction", "career", "invalidity", "until_age", "converts", "insured_at_event", "full_career", "future"
    ),
    "invalidity, insured elsewhere": shape(
        "accrual", "best", "invalidity", "degree", "insured_at_event", "insured_elsewhere", stated="independent"
    ),
}
SURVIVING = {
    "survivors": shape("flat", "none", "survivors"),
    "survivors under a ceiling": shape("accrual", "last", "survivors", "family_ceiling", "minimum_each", "minimum"),
    "survivors together": shape("fraction", "best", "survivors", "together", "family_ceiling", "future", "displaced"),
    "survivors, a pension stated": shape("flat", "none", "survivors", "together", stated="theoretical independent"),
    "survivors, a lump sum": shape("accrual", "career", "survivors", "minimum_each", otherwise="per_month"),
}
LENGTHS = {
    "a further length": shape("accrual", "last", "further"),
    "a further length, all together": shape("flat", "none", "further", "further_together", "reduced"),
    "another length instead": shape("accrual", "career", "alternative"),
    "another length instead, all together": shape(
        "flat", "none", "further", "further_together", "alternative", "alternative_together"
    ),
    "early registration": shape("accrual", "last", "registered", "reduced", otherwise="refund"),
    "on leaving": shape("account", "none", "on_leaving", "any_age"),
}
DRAWN = {
    "early": shape("accrual", "last", "early"),
    "early, any age": shape("fraction", "best", "early", "any_age", "reduced", otherwise="balance"),
    "early, off the reference": shape("fraction", "last", "early", "early_of_reference", "minimum"),
    "early by a table": shape("accrual", "career", "early", "early_factors", "minimum", "minimum_at_age"),
    "early, minimum of pensions in time": shape(
        "flat", "none", "early", "minimum", "minimum_at_age", "reduced", "minimum_of_full"
    ),
    "deferred": shape("flat", "none", "deferred", "maximum"),
    "early and deferred, commutation": shape("accrual", "last", "early", "deferred", "commutation"),
}
REDUCED = {
    "reduced for pensions": shape("accrual", "career", "same_kind"),
    "reduced for pensions after deductions": shape("flat", "none", "same_kind", "same_kind_net", "of_year"),
    "reduced for income": shape("flat", "none", "different_kind"),
    "reduced for both": shape("fraction", "last", "same_kind", "different_kind", "minimum"),
}
SAME_KIND = (
    frozenset(),
    frozenset({"same_kind_not_on_shared", "same_kind_listed_independent"}),
    frozenset({"same_kind_not_on_shared", "same_kind_not_on_independent"}),
    frozenset({"same_kind_proportion_independent", "same_kind_proportion_shared"}),
)
DIFFERENT_KIND = (
    frozenset(),
    frozenset({"different_kind_prorated_shared", "different_kind_divided_independent"}),
    frozenset({"different_kind_prorated_shared", "different_kind_excess_divided_independent"}),
    frozenset({"different_kind_prorated_shared", "different_kind_prorated_independent"}),
    frozenset({"different_kind_not_on_shared", "different_kind_not_on_independent"}),
)
FUNDS = {
    "an account paid at once": shape("account", "none", "commutation", "balance_once"),
    "an account that moves": shape("account", "none", "holds_balance"),
    "an account that moves, partly at once": shape("account", "none", "holds_balance", "commutation", "at_once"),
    "an account that an agreement has paid out": shape(
        "account", "none", "commutation", "balance_once", "paid_out", "on_leaving"
    ),
    "an account that may be paid out": shape("account", "none", "paid_out", "minimum"),
    "a scheme that takes a balance over": shape("accrual", "career", "takes_over", "reduced"),
    "minimum of long careers": shape("accrual", "last", "minimum", "minimum_from"),
    "minimum of long careers, all together": shape(
        "account", "none", "minimum", "minimum_from", "minimum_totalised", "reduced", "minimum_of_full"
    ),
}
STEPS = ("step_0", "step_1")
HEALTH = {
    "a share by the day": shape(
        "none", "last", *STEPS, "step_0_share", "step_0_daily", "step_1_share", "step_1_daily", "ceiling"
    ),
    "a share by the month, held": shape("none", "last", *STEPS, "step_0_share", "step_1_share", "minimum", "maximum"),
    "a flat amount, insured then": shape("none", "none", *STEPS, "insured_at_event", "minimum"),
    "maternity": shape("none", "career", *STEPS, "step_0_share", "step_1_share", "births", "grant", "nationality"),
    "two lengths": shape("none", "none", *STEPS, "further", "alternative", "residence"),
    "two lengths, all together": shape(
        *("none", "none", *STEPS, "further", "further_together", "alternative", "alternative_together"),
        *("residence", "residence_waived"),
    ),
}
"""Cash in sickness and maternity, drawn by themselves."""
SHAPES = AFTER | REDUCED | INVALID | SURVIVING | NEWER | INSTRUMENTS | LENGTHS | DRAWN | FUNDS | ALLOWED
SHAPES |= UNITS | IF_NEEDED | FORMULAS | REFERENCES | RIGHTS | LIMITS | OTHERWISE | PAYMENTS | STATED | DISPLACED

METHODS = ("independent", "independent_first", "higher_of", "pro_rata", "direct", "residence_fraction", "account")
METHODS += ("coverage_lifetime", "integration", "single_payer", "home_scheme")
SHARINGS = (
    *(Sharing(mini, fallback) for mini, fallback in product(("absorb_theoretical_only", "absorb_full", "none"), (True, False))),
    Sharing(unentitled="if_beneficial"),
    Sharing("absorb_full", unentitled="if_beneficial"),
    Sharing("none", fallback=False, unentitled="if_not_needed"),
    Sharing("none", relieves=False),
    Sharing("may_refuse", fallback=False),
    Sharing(ratio="sum_all"),
    Sharing(payer="named"),
    Sharing(third="adopted"),
    Sharing(payer="contingency", unentitled="if_beneficial"),
    Sharing("none", relieves=False, fallback=False, payer="competent"),
    Sharing(independent="limited"),
    Sharing(fallback_when="no_other_right"),
    Sharing(lump_sum="stays"),
    Sharing(supplement="residence_state"),
    Sharing(supplement="difference"),
    Sharing("none", unentitled="if_beneficial", supplement="difference"),
)
