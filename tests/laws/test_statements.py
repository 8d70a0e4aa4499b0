"""What an institution states stands in for that result of national law, keeps its standing, and decides nothing else."""

from typing import Any

import pytest

from portability.record.decision import Benefit, Decision
from tests.laws.lives import (
    FOR_ALL,
    NONE,
    SHARED_BY_ALL,
    Row,
    amount,
    benefit,
    certified,
    insured,
    law,
    life,
    paid,
    said,
    states,
    states_length,
)

TEN_AND_TWENTY = [certified("xd-a", months=120), certified("xe-b", months=240)]


def told(*statements: Row, agreements: Any = NONE, **more: Any) -> Decision:
    """A decision on ten years in XD and twenty in XE, of which institutions have said something."""
    return said(life(TEN_AND_TWENTY, statement=list(statements), **more), agreements)


def under_agreement(found: Benefit) -> Any:
    (variant,) = [each for each in found.variants if each.instrument]
    return variant


def test_an_independent_amount_is_what_national_law_gives() -> None:
    found = benefit(told(states("xd-a", "independent", "312.50")), "xd-a")
    assert (found.status, found.payments[0].money.amount) == ("entitled", "312.50")
    assert (found.standing.facts, found.legal_force) == ("certified", "binding")


def test_an_amount_by_the_year_is_told_by_the_month() -> None:
    assert amount(told(states("xd-a", "independent", "3750.00", per="year")), "xd-a") == "312.50"


def test_a_theoretical_amount_is_shared_by_the_lengths() -> None:
    found = told(states("xd-a", "theoretical", "900.00"), agreements=SHARED_BY_ALL)
    assert (amount(found, "xd-a"), under_agreement(benefit(found, "xd-a")).ratio) == ("300.00", "120/360")


def test_a_pro_rata_amount_is_not_shared_again() -> None:
    found = told(states("xd-a", "pro_rata", "300.00"), agreements=SHARED_BY_ALL)
    assert amount(found, "xd-a") == "300.00"


@pytest.mark.parametrize(("independent", "due", "route"), [("290.00", "300.00", "pro_rata"), ("310.00", "310.00", "independent")])
def test_of_two_stated_amounts_the_higher_is_due(independent: str, due: str, route: str) -> None:
    rows = [states("xd-a", "theoretical", "900.00"), states("xd-a", "independent", independent)]
    found = told(*rows, agreements=FOR_ALL)
    assert amount(found, "xd-a") == due
    assert [each.route for each in benefit(found, "xd-a").variants if each.chosen] == [route]


def test_where_an_institution_has_refused_only_the_share_is_left() -> None:
    refusal = {"country": "XD", "scheme": "xd-a", "branch": "old_age", "kind": "refusal"}
    refused = told(refusal)
    assert benefit(refused, "xd-a").status == "refused"
    assert [step.sentence for step in refused.steps if step.id in benefit(refused, "xd-a").reasons] == [
        "The institution has refused the benefit."
    ]
    found = told(refusal, states("xd-a", "theoretical", "900.00"), agreements=FOR_ALL)
    assert amount(found, "xd-a") == "300.00"


def test_an_award_without_an_amount_is_a_right_of_unknown_amount() -> None:
    award = {"country": "XD", "scheme": "xd-a", "branch": "old_age", "kind": "award"}
    found = benefit(told(award), "xd-a")
    assert (found.status, found.payments[0].money.amount) == ("entitled", None)
    assert amount(told({**award, "amount": "250.00", "currency": "XTS", "per": "month"}), "xd-a") == "250.00"


LINEAR = law(
    "xd-a",
    counts={"unit": "months", "part": "any_day"},
    qualifying="180 months",
    age="65 years",
    formula={"shape": "accrual", "accrual": "1 % per year", "on": "reference"},
    reference={"method": "career"},
)


def test_a_stated_reference_wage_takes_the_place_of_the_earnings() -> None:
    # 1 % x 30 years x 2000 = 600 in theory, and a third of it.
    wages = [paid("xd-a", "2000-01-01", "2009-12-31", "9999.00")]
    found = told(states("xd-a", "reference", "2000.00"), assume=LINEAR, earnings=wages, agreements=FOR_ALL)
    assert (under_agreement(benefit(found, "xd-a")).theoretical.amount, amount(found, "xd-a")) == ("600.00", "200.00")


def test_a_stated_qualifying_period_takes_the_place_of_the_law() -> None:
    rows = [states("xd-a", "reference", "2000.00")]
    assert benefit(told(*rows, assume=LINEAR), "xd-a").refusal == "qualifying_period"
    found = told(*rows, states_length("xd-a", "required", years=10), assume=LINEAR)
    assert amount(found, "xd-a") == "200.00"  # 1 % x 10 x 2000


def test_a_stated_full_career_caps_the_total() -> None:
    # 300 months in place of 360: T = 1 % x 25 x 2000 = 500, and 500 x 120/300.
    rows = [states("xd-a", "reference", "2000.00"), states_length("xd-a", "full_career", years=25)]
    found = told(*rows, assume=LINEAR, agreements=FOR_ALL)
    variant = under_agreement(benefit(found, "xd-a"))
    assert (variant.theoretical.amount, variant.ratio, amount(found, "xd-a")) == ("500.00", "120/300", "200.00")


def test_a_stated_own_length_is_what_national_law_counts() -> None:
    rows = [states("xd-a", "reference", "2000.00"), states_length("xd-a", "own_length", months=192)]
    found = told(*rows, assume=LINEAR)
    assert benefit(found, "xd-a").variants[0].own.right == 192
    assert amount(found, "xd-a") == "320.00"  # 1 % x 16 x 2000


def test_a_stated_own_length_is_added_to_the_others_without_any_period() -> None:
    # XD says 120 months and names no period: 900 x 120/360, and XE counts them too.
    rows = [states("xd-a", "theoretical", "900.00"), states_length("xd-a", "own_length", years=10)]
    found = said(life([certified("xe-b", months=240)], statement=rows), SHARED_BY_ALL)
    assert (amount(found, "xd-a"), under_agreement(benefit(found, "xd-a")).ratio) == ("300.00", "120/360")
    assert under_agreement(benefit(found, "xe-b")).total.right == 360


def test_a_stated_own_length_takes_the_place_of_what_is_counted() -> None:
    rows = [states("xd-a", "theoretical", "900.00"), states_length("xd-a", "own_length", months=60)]
    found = told(*rows, agreements=SHARED_BY_ALL)
    variant = under_agreement(benefit(found, "xd-a"))
    assert (variant.ratio, variant.own.right, variant.total.right) == ("60/300", 60, 300)
    assert under_agreement(benefit(found, "xe-b")).ratio == "240/300"


def test_a_stated_total_is_the_total_of_that_state() -> None:
    rows = [states("xd-a", "theoretical", "900.00"), states_length("xd-a", "total_length", months=400)]
    found = told(*rows, agreements=SHARED_BY_ALL)
    assert (amount(found, "xd-a"), under_agreement(benefit(found, "xd-a")).ratio) == ("270.00", "120/400")


def test_a_stated_minimum_lifts_the_amount() -> None:
    rows = [states("xd-a", "reference", "2000.00"), states_length("xd-a", "required", years=10)]
    assert amount(told(*rows, states("xd-a", "minimum", "275.00"), assume=LINEAR), "xd-a") == "275.00"
    assert amount(told(*rows, states("xd-a", "minimum", "175.00"), assume=LINEAR), "xd-a") == "200.00"


@pytest.mark.parametrize("standing", ["certified", "declared", "assumed"])
def test_a_statement_keeps_its_standing(standing: str) -> None:
    found = benefit(told(states("xd-a", "independent", "312.50", standing=standing)), "xd-a")
    assert found.standing.facts == standing


def test_a_statement_about_one_scheme_leaves_the_others_alone() -> None:
    found = told(states("xd-a", "theoretical", "900.00"), agreements=FOR_ALL)
    assert benefit(found, "xe-b").status == "undetermined"
    assert under_agreement(benefit(found, "xe-b")).ratio == "240/360"


def test_a_scheme_known_by_a_statement_alone_has_its_own_benefit() -> None:
    career = [insured("xa-general", "1990-01-01", "2009-12-31")]
    found = said(life(career, statement=[states("xd-a", "independent", "80.00")]))
    assert [each.id for each in found.benefits] == ["old_age/insured/XA.xa-general", "old_age/insured/XD.xd-a"]
    assert amount(found, "xd-a") == "80.00"


def test_a_statement_in_another_currency_is_not_added_to_the_law() -> None:
    # The law of XA speaks in XTS; a minimum stated in another currency is no number of XTS without a rate.
    career = [insured("xa-general", "1990-01-01", "2009-12-31")]
    wages = [paid("xa-general", "2005-01-01", "2009-12-31", "2000.00")]
    rows = [states("xa-general", "minimum", "900.00", currency="EUR")]
    (payment,) = benefit(said(life(career, earnings=wages, statement=rows)), "xa-general").payments
    # (20 % + 10 x 1.5 %) x 2000 = 700, and perhaps more
    assert (payment.money.amount, payment.money.at_least, payment.money.currency) == (None, "700.00", "XTS")


def test_statements_about_another_branch_say_nothing_here() -> None:
    found = told({**states("xd-a", "independent", "312.50"), "branch": "invalidity"})
    assert benefit(found, "xd-a").status == "undetermined"


@pytest.mark.parametrize(("currency", "rate", "expected"), [
    ("XTS", None, ("500.00", None)),
    ("EUR", None, (None, None)),
    ("EUR", {"base": "EUR", "quote": "XTS", "on": "2025-12-31", "value": "1.2"}, ("600.00", None)),
])  # fmt: skip
def test_a_balance_counts_in_the_currency_of_its_law(currency: str, rate: Row | None, expected: Any) -> None:
    # xc-fund: 80 000 over 160 months is 500; in another currency it is nothing known without a rate.
    held = [{"country": "XC", "scheme": "xc-fund", "balance": "80000", "currency": currency, "on": "2025-06-30"}]
    case = life([insured("xc-fund", "2000-01-01", "2009-12-31")], account=held, rate=[rate] if rate else [])
    (payment,) = benefit(said(case), "xc-fund").payments
    assert (payment.money.amount, payment.money.at_least) == expected


def test_a_fund_of_a_state_without_a_law_file_pays_in_the_currency_of_the_account() -> None:
    fund = law("xd-f", qualifying="60 months", age="55 years", formula={"shape": "account", "divisor": "100"})
    held = [{"country": "XD", "scheme": "xd-f", "balance": "10000", "currency": "ZMW", "on": "2025-06-30"}]
    (payment,) = benefit(said(life([certified("xd-f", months=60)], assume=fund, account=held)), "xd-f").payments
    assert (payment.money.amount, payment.money.currency) == ("100.00", "ZMW")
