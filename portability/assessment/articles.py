"""The article of an instrument behind each rule that one of its knobs sets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from portability.assessment.scope import Binding, knob
from portability.citation import Citation
from portability.law.recall import Same, recalled

ARTICLES: Mapping[str, tuple[str, ...]] = {
    "totalisation.trigger": ("total", "total_for_the_right", "total_in_the_ratio"),
    "totalisation.mini_period": ("in_the_ratio",),
    "totalisation.min_own_period": ("short_period", "pays_under_instrument"),
    "totalisation.third_state_periods": ("third_state_needed", "total_with_third"),
    "totalisation.all_mini_fallback": ("all_relieved", "may_carry_all", "carries_all", "share_carried"),
    "apportionment.method": (
        *("pro_rata_amount", "share_given_up", "keeps_independent", "higher_amount", "more_favourable"),
        *("keeps_after_reduction", "due_after_reduction"),
    ),
    "apportionment.denominator": ("pro_rata_ratio",),
    "apportionment.carrier": ("one_payer", "pays_for_all", "share_carried"),
    "apportionment.flat_part": ("with_flat_part_prorated",),
    "apportionment.cap": ("length_capped", "total_capped"),
    "apportionment.mini_with_cap": ("total_capped_in_both",),
    "apportionment.independent_cap": ("own_length_capped",),
    "overlap.displaced_voluntary_increment": ("voluntary_increment", "with_increment"),
    "apportionment.anti_overlap_same_kind": ("same_kind_allowed_independent",),
    "apportionment.anti_overlap_different_kind": (
        *("benefits_subject", "income_divided_independent", "excess_divided_independent"),
        *(f"{name}_share_{of}" for name in ("income", "free") for of in ("independent", "shared")),
    ),
    "apportionment.supplement": (
        *("pensions_together", "supplement_of_residence", "own_difference", "difference_shared", "supplement_due"),
    ),
    "totalisation.lump_sum_when_opened": ("lost_by_totalisation",),
    "accounts.balance": (
        *("balance_moved", "price_of_month", "credited_months", "left_of_transfer", "with_moved", "balance_paid_out"),
    ),
    "totalisation.insured_at_risk_equivalence": ("insured_at_event_met",),
    "apportionment.future": ("with_future_period",),
    "apportionment.drop_unentitled_states_if_beneficial": ("right_waits", "dropping_gives_more", "amount_of_set"),
    "apportionment.drop_unentitled_states_if_not_needed": (
        *("right_waits", "dropped_if_not_needed", "national_law_alone", "amount_of_set", "national_or_shared"),
    ),
}
"""Which knob of an instrument stands behind which rule."""


def articles(binding: Binding, branch: str, at: date) -> Mapping[str, tuple[Citation, str]]:
    """The article, and its standing, behind each rule that an instrument sets."""
    return _articles(Same(binding.law), binding.id, branch, at)


@recalled
def _articles(law: Same, id_: str, branch: str, at: date) -> Mapping[str, tuple[Citation, str]]:
    found: dict[str, tuple[Citation, str]] = {}
    for path, rules in ARTICLES.items():
        chapter, key = path.split(".")
        leaf = knob(law, id_, f"apportionment.{branch}" if chapter == "apportionment" else chapter, key, at)
        if leaf is not None:
            found.update(dict.fromkeys(rules, (leaf.cites, leaf.standing)))
    return found
