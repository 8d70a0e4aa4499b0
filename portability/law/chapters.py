"""The chapters of an instrument that decide on pensions, and the words each of their knobs may take."""

from typing import Literal

from portability.law.counting import Chapter
from portability.law.leaf import Dated, Fixed, Lengths, Strict, YesNo
from portability.law.paying import UpratingAbroad
from portability.law.values import Age, Length, SchemeMethod, SchemeName, Share
from portability.law.words import Method, PeriodKind, SchemeClass

Schemes = Dated[Fixed[list[SchemeName]]]
Purpose = Literal["right", "maintenance", "recovery", "duration", "voluntary_access"]
EarlierPeriods = Literal["count", "count_if_later_period", "split_at_date", "exclude"]
Benefits = Literal["all", "not_assistance", "contributory"]
"""Which benefits a chapter is about, by where their money comes from: `assistance` is paid to those in need alone."""
Denominator = Literal["sum_all", "sum_minus_mini", "cap", "coverage_lifetime", "fixed_years"]


class Totalisation(Chapter):
    """Adding periods to open a right. `min_own_period`: the length under which a State pays nothing on added periods.

    `mini_period` says who takes such time over: `absorb_theoretical_only` the others, in the theoretical amount but not
    in the ratio; `absorb_full` the others, as their own; `may_refuse` nobody unless that State agrees; `none` nobody.
    `third_state_periods` `adopt_as_own`: the one party linked with a third State counts the time there as its own, if needed;
    linked with several it counts for the right only, and so it does `if_linked_to_any`.
    `fallback_when`: the last State carries all where every State is short, or also where the others open no right;
    `lump_sum_when_opened`: what a law pays in place of a pension falls away, or stays, where the added periods open the pension.
    `chain`: a State bound by several instruments with different States adds the periods under all of them, for the right.
    """

    trigger: Dated[Fixed[Literal["always", "only_if_needed", "on_request"]]] | None = None
    purposes: Dated[Fixed[list[Purpose]]] | None = None
    classes: Dated[Fixed[list[SchemeClass]]] | None = None
    kinds: Dated[Fixed[list[PeriodKind]]] | None = None
    min_own_period: Lengths | None = None
    mini_period: Dated[Fixed[Literal["absorb_theoretical_only", "absorb_full", "may_refuse", "none"]]] | None = None
    all_mini_fallback: Dated[Fixed[Literal["last_state_ok", "none"]]] | None = None
    fallback_when: Dated[Fixed[Literal["every_state_short", "no_other_right"]]] | None = None
    under_one_year_on: Dated[Fixed[Literal["before_overlap", "after_overlap"]]] | None = None
    lump_sum_when_opened: Dated[Fixed[Literal["falls_away", "stays"]]] | None = None
    special_schemes: Dated[Fixed[Literal["same_scheme_or_occupation", "none"]]] | None = None
    insured_at_risk_equivalence: YesNo | None = None
    residence_min_age: Lengths | None = None
    pre_agreement_periods: Dated[Fixed[EarlierPeriods]] | None = None
    chain: YesNo | None = None
    third_state_periods: Dated[Fixed[Literal["none", "if_linked_to_any", "adopt_as_own"]]] | None = None


class Apportionment(Chapter):
    """How each State's amount is found where several laws applied. `method_for`: another method for single schemes;
    `carrier`: which State pays the whole under the methods `integration`, `single_payer` and `home_scheme`; `future`:
    whether time a law credits after the contingency stands in the theoretical amount (never in the ratio).

    Periods of States whose conditions are not met yet are left out `if_beneficial`: where the amount is higher without
    them; `if_not_needed`: where two laws or more are satisfied without them (one alone satisfied decides nationally).
    `denominator` `fixed_years` or `coverage_lifetime`: `fixed_years` takes the place of the total, in the theoretical
    amount and in the ratio. `flat_part`: what does not depend on time, shared out or whole.

    `minimum`: a national minimum is part of the theoretical amount, or raises the share to the whole of it `after_ratio`.
    `increment` for displaced voluntary time: it helps the share to win against national law alone, or is added to it
    `after_comparison`. `mini_with_cap`: once all periods reach the full career, that stands in the ratio too; `independent_cap`:
    under the instrument national law alone counts no more than a full career either.

    What is left of national reductions. For pensions of the same kind: `never_on_pro_rata`, and on an independent benefit
    only for the schemes of `anti_overlap_on_independent`; as `national` law has it; `none`. For other income: `divide` among
    the independent benefits that have such a rule, and by the share for a pro-rata benefit; `prorate` the latter only.
    """

    method: Dated[Fixed[Method]] | None = None
    method_for: Dated[Fixed[list[SchemeMethod]]] | None = None
    carrier: Dated[Fixed[Literal["residence_state", "contingency_state", "state_of_nationality"]]] | None = None
    denominator: Dated[Fixed[Denominator]] | None = None
    fixed_years: Lengths | None = None
    flat_part: Dated[Fixed[Literal["whole", "prorated"]]] | None = None
    cap: Dated[Fixed[Literal["full_career", "none"]]] | None = None
    mini_with_cap: Dated[Fixed[Literal["left_out_of_ratio", "cap_replaces_both"]]] | None = None
    independent_cap: YesNo | None = None
    base: Dated[Fixed[Literal["own_average", "own_capital_per_unit", "own_earnings", "all_earnings"]]] | None = None
    minimum: Dated[Fixed[Literal["inside_theoretical", "after_ratio", "not_applied"]]] | None = None
    future: Dated[Fixed[Literal["theoretical_only", "not_counted"]]] | None = None
    increment: Dated[Fixed[Literal["before_comparison", "after_comparison"]]] | None = None
    waiver: Schemes | None = None
    no_pro_rata: Schemes | None = None
    drop_unentitled_states_if_beneficial: YesNo | None = None
    drop_unentitled_states_if_not_needed: YesNo | None = None
    anti_overlap_same_kind: Dated[Fixed[Literal["never_on_pro_rata", "national", "none"]]] | None = None
    anti_overlap_on_independent: Schemes | None = None
    anti_overlap_different_kind: Dated[Fixed[Literal["divide", "prorate", "national", "none"]]] | None = None
    supplement: Dated[Fixed[Literal["residence_state", "difference", "none"]]] | None = None
    recalculation: Dated[Fixed[list[Literal["method_change", "new_period", "new_right", "indexation"]]]] | None = None


class Accounts(Chapter):
    """Provident funds and individual accounts: whether a balance stays, is moved to the scheme of the last insurance (there
    it becomes credited months, or joins the other balance), or is paid out whole to one who leaves the fund; whether their
    months open rights elsewhere, and the periods of all a minimum of the account; how long after leaving a benefit not asked
    for counts as unclaimed."""

    balance: Dated[Fixed[Literal["leave", "transfer", "pay_out", "annuitise_each"]]] | None = None
    months_count_for_right: YesNo | None = None
    guaranteed_minimum_totalised: YesNo | None = None
    unclaimed_after: Lengths | None = None


class ExportRules(Chapter):
    """Payment abroad, benefit by benefit, and where it reaches.

    `mutual`: only between States that both accepted the branch. `benefits`: which, by where their money comes from;
    `non_contributory`: whether those without contributions need a scheme between the States beside the instrument.
    """

    mutual: YesNo | None = None
    benefits: Dated[Fixed[Benefits]] | None = None
    non_contributory: Dated[Fixed[Literal["paid", "needs_agreement"]]] | None = None
    scope: Dated[Fixed[Literal["parties", "worldwide", "none"]]] | None = None
    medical_care: Dated[Fixed[Literal["paid", "not_exportable"]]] | None = None
    sickness: Dated[Fixed[Literal["paid", "not_exportable", "time_limited"]]] | None = None
    unemployment: Dated[Fixed[Literal["paid", "not_exportable", "time_limited"]]] | None = None
    old_age: Dated[Fixed[Literal["paid", "not_exportable", "suspended", "reduced"]]] | None = None
    employment_injury: Dated[Fixed[Literal["paid", "not_exportable", "suspended", "reduced"]]] | None = None
    family: Dated[Fixed[Literal["paid", "not_exportable"]]] | None = None
    maternity: Dated[Fixed[Literal["paid", "not_exportable", "time_limited"]]] | None = None
    invalidity: Dated[Fixed[Literal["paid", "not_exportable", "suspended", "reduced"]]] | None = None
    survivors: Dated[Fixed[Literal["paid", "not_exportable", "suspended", "reduced"]]] | None = None
    death_grant: Dated[Fixed[Literal["paid", "not_exportable"]]] | None = None
    uprating: Dated[UpratingAbroad] | None = None
    partner_benefit_deduction: Dated[Fixed[Literal["none", "direct", "income_test"]]] | None = None
    full_rate_absence: Lengths | None = None
    rate_after_absence: Dated[Fixed[Share]] | None = None


class ResidenceLimit(Fixed[Length]):
    """The most residence a State may ask of those made equal, counted from an age on where the text says so;
    `immediately`: how much of it may have to precede the claim (or the death) without a gap."""

    after_age: Age | None = None
    immediately: Length | None = None


class ResidenceLimits(Strict):
    """By branch, the most residence that may be asked for a benefit without contributions; of a branch left out, none."""

    old_age: Dated[ResidenceLimit] | None = None
    invalidity: Dated[ResidenceLimit] | None = None
    survivors: Dated[ResidenceLimit] | None = None
    maternity: Dated[ResidenceLimit] | None = None
    unemployment: Dated[ResidenceLimit] | None = None


EqualityRule = Literal[
    "host_accepted", "parties", "residents", "lawful_residents", "in_territory", "past_employment", "duty_to_examine", "none"
]


class Equality(Chapter):
    """Equality of treatment: who is treated as a national, for which benefits, and where that ends.

    `rule`: `host_accepted` nationals of any State bound, where the State asked accepted the branch; `parties` whom the
    instrument covers; `residents`, `lawful_residents` whoever lives there so, `in_territory` in whatever
    standing; `past_employment` lawful residents, and
    everybody for rights from work done; `duty_to_examine` nobody, but contributions may have to be given back.
    `residence_condition`: `limited` = lifted for benefits from contributions, and limited for the others.
    """

    rule: Dated[Fixed[EqualityRule]] | None = None
    benefits: Dated[Fixed[Benefits]] | None = None
    residence_condition: Dated[Fixed[Literal["lifted", "allowed", "limited"]]] | None = None
    residence_limit: ResidenceLimits | None = None
    residence_mirror: YesNo | None = None
    refugees_without_reciprocity: YesNo | None = None
