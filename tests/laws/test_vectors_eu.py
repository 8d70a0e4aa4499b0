"""Worked vectors of Regulation (EC) No 883/2004, Arts 52, 56, 57, and No 987/2009, Art 12, told of invented States.

The laws are toys, assumed by each case, so that only the rule of coordination is under test; `xw-higher` is built like the
regulations and here binds every State. Amounts are printed as the payment is: half up to the hundredth.
"""

from typing import Any

import pytest

from portability.record.decision import Decision, Variant
from tests.laws.lives import (
    FOR_ALL,
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
)

MONTHS = {"unit": "months", "part": "any_day"}


def by_length(scheme: str, full: str, amount_: str, qualifying: str, **more: Any) -> list[Row]:
    """A law that pays an amount for a full length and in proportion for less, or for more."""
    shape = {"shape": "residence_fraction", "amount": amount_, "full": full, "cap": "3"}
    return law(scheme, qualifying=qualifying, formula=shape, **more)


def shared(decision: Decision, scheme: str) -> Variant:
    """The variant under the agreement."""
    (found,) = [each for each in benefit(decision, scheme).variants if each.instrument == "xw-higher"]
    return found


def alone(decision: Decision, scheme: str) -> str | None:
    """The independent benefit, None where national law alone opens no right."""
    (found,) = [each for each in benefit(decision, scheme).variants if each.route == "independent"]
    return None if found.gross is None else found.gross.amount


def route(decision: Decision, scheme: str) -> str:
    (found,) = [each for each in benefit(decision, scheme).variants if each.chosen]
    return found.route


def test_52a_a_linear_law_gives_the_same_both_ways() -> None:
    # B(y) = 1000 y/40 from 15 years. A: alone 1000 x 25/40 = 625; T = 1000 x 35/40 = 875, P = 875 x 25/35 = 625.
    # B has no right alone (10 < 15): T = 875, P = 875 x 10/35 = 250.
    laws = [*by_length("xd-a", "40 years", "1000 XTS per month", "15 years", age="65 years"),
            *by_length("xe-b", "40 years", "1000 XTS per month", "15 years", age="65 years")]  # fmt: skip
    decision = said(life([certified("xd-a", years=25), certified("xe-b", years=10)], assume=laws), FOR_ALL)
    assert (alone(decision, "xd-a"), shared(decision, "xd-a").gross.amount, amount(decision, "xd-a")) == ("625.00",) * 3
    assert (shared(decision, "xd-a").theoretical.amount, shared(decision, "xd-a").ratio) == ("875.00", "25/35")
    assert route(decision, "xd-a") == "independent"  # a tie: the simpler way is kept, and there is one alone
    assert (alone(decision, "xe-b"), shared(decision, "xe-b").theoretical.amount) == (None, "875.00")
    assert (amount(decision, "xe-b"), route(decision, "xe-b")) == ("250.00", "pro_rata")


def test_52b_a_flat_pension_is_kept_whole() -> None:
    # A pays 600 from 20 years: alone 600; T = 600, independent of length; P = 600 x 20/40 = 300. The higher is 600.
    flat = law("xd-a", qualifying="20 years", age="65 years", formula={"shape": "flat", "amount": "600 XTS per month"})
    other = by_length("xe-b", "40 years", "1000 XTS per month", "50 years")
    decision = said(life([certified("xd-a", years=20), certified("xe-b", years=20)], assume=flat + other), FOR_ALL)
    assert (alone(decision, "xd-a"), shared(decision, "xd-a").theoretical.amount) == ("600.00", "600.00")
    assert (shared(decision, "xd-a").gross.amount, shared(decision, "xd-a").ratio) == ("300.00", "20/40")
    assert (amount(decision, "xd-a"), route(decision, "xd-a")) == ("600.00", "independent")


def test_52c_the_share_wins_where_later_years_earn_more() -> None:
    # 1 % a year for 20 years, 3 % beyond, of 1000. Alone 15 % = 150. T: 20 x 1 % + 10 x 3 % = 50 % = 500;
    # P = 500 x 15/30 = 250.
    tiers = [{"above": "20 years", "accrual": "3 % per year"}]
    steep = {"shape": "accrual", "accrual": "1 % per year", "tiers": tiers, "on": "reference"}
    laws = law("xd-a", qualifying="0 years", age="65 years", formula=steep)
    laws += by_length("xe-b", "40 years", "1000 XTS per month", "50 years")
    career = [certified("xd-a", years=15), certified("xe-b", years=15)]
    decision = said(life(career, assume=laws, statement=[states("xd-a", "reference", "1000")]), FOR_ALL)
    assert (alone(decision, "xd-a"), shared(decision, "xd-a").theoretical.amount) == ("150.00", "500.00")
    assert (amount(decision, "xd-a"), shared(decision, "xd-a").ratio) == ("250.00", "15/30")
    assert route(decision, "xd-a") == "pro_rata"


def test_56a_a_full_career_takes_the_place_of_a_longer_total() -> None:
    # 1000 at 40 years; own 20, together 45: T = 1000, P = 1000 x 20/40 = 500, not 1000 x 20/45 = 444.44.
    capped = {"shape": "residence_fraction", "amount": "1000 XTS per month", "full": "40 years", "cap": "1"}
    laws = law("xd-a", qualifying="30 years", age="65 years", formula=capped, full_career="40 years")
    laws += by_length("xe-b", "40 years", "1000 XTS per month", "50 years")
    career = [certified("xd-a", years=20), certified("xe-b", years=25)]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert (shared(decision, "xd-a").theoretical.amount, shared(decision, "xd-a").ratio) == ("1000.00", "20/40")
    assert amount(decision, "xd-a") == "500.00"


def test_56a_without_the_cap_the_share_would_be_less() -> None:
    capped = {"shape": "residence_fraction", "amount": "1000 XTS per month", "full": "40 years", "cap": "1"}
    laws = law("xd-a", qualifying="30 years", age="65 years", formula=capped)  # names no full career
    laws += by_length("xe-b", "40 years", "1000 XTS per month", "50 years")
    decision = said(life([certified("xd-a", years=20), certified("xe-b", years=25)], assume=laws), FOR_ALL)
    assert (shared(decision, "xd-a").ratio, amount(decision, "xd-a")) == ("20/45", "444.44")


def test_56a_a_state_never_pays_more_than_the_full_benefit() -> None:
    # Own 42 years of 45, full career 40: T = 1000 and the share is the whole, not 42/40 of it.
    capped = {"shape": "residence_fraction", "amount": "1000 XTS per month", "full": "40 years", "cap": "1"}
    laws = law("xd-a", qualifying="43 years", age="65 years", formula=capped, full_career="40 years")
    laws += by_length("xe-b", "40 years", "1000 XTS per month", "50 years")
    decision = said(life([certified("xd-a", years=42), certified("xe-b", years=3)], assume=laws), FOR_ALL)
    assert (shared(decision, "xd-a").ratio, amount(decision, "xd-a")) == ("40/40", "1000.00")


def test_56c_foreign_wages_are_never_used() -> None:
    # Own 10 years at 2000 on average, 30 years at 5000 abroad; 1 % a year: T = 2000 x 1 % x 40 = 800, P = 800 x 10/40.
    rate = {"shape": "accrual", "accrual": "1 % per year", "on": "reference"}
    laws = [
        row
        for scheme in ("xd-a", "xe-b")
        for row in law(scheme, qualifying="15 years", age="65 years", formula=rate, reference={"method": "career"})
    ]
    career = [insured("xd-a", "1980-01-01", "1989-12-31"), insured("xe-b", "1990-01-01", "2019-12-31")]
    wages = [paid("xd-a", "1980-01-01", "1984-12-31", "1500"), paid("xd-a", "1985-01-01", "1989-12-31", "2500"),
             paid("xe-b", "1990-01-01", "2019-12-31", "5000")]  # fmt: skip
    decision = said(life(career, assume=laws, earnings=wages), FOR_ALL)
    assert (shared(decision, "xd-a").theoretical.amount, amount(decision, "xd-a")) == ("800.00", "200.00")
    more = [*wages[:2], paid("xe-b", "1990-01-01", "2019-12-31", "9000")]
    again = said(life(career, assume=laws, earnings=more), FOR_ALL)
    assert amount(again, "xd-a") == "200.00"
    assert amount(again, "xe-b") != amount(decision, "xe-b")


SHORT = {"formula": {"shape": "residence_fraction", "amount": "2 XTS per month", "full": "1 month", "cap": "5000"}}


def test_57a_a_mini_period_counts_in_the_theoretical_amount_and_not_in_the_ratio() -> None:
    # B(m) = 2 m. A 240 months, B 240, C 8 without a right of its own. C pays nothing.
    # A: T = 2 x 488 = 976, P = 976 x 240/480 = 488.00 (not 976 x 240/488 = 480). B the same.
    laws = [
        row for scheme in ("xd-a", "xe-b", "xf-c")
        for row in law(scheme, counts=MONTHS, qualifying="300 months", age="65 years", **SHORT)
    ]  # fmt: skip
    career = [certified("xd-a", months=240), certified("xe-b", months=240), certified("xf-c", months=8)]
    decision = said(life(career, assume=laws), FOR_ALL)
    for scheme in ("xd-a", "xe-b"):
        found = shared(decision, scheme)
        assert (found.theoretical.amount, found.ratio, amount(decision, scheme)) == ("976.00", "240/480", "488.00")
    assert (benefit(decision, "xf-c").status, benefit(decision, "xf-c").refusal) == ("refused", "under_one_year")
    relieved = shared(decision, "xf-c")  # it owes nothing, so no theoretical amount and no share of it are told
    assert (relieved.theoretical, relieved.ratio, relieved.net) == (None, None, None)


def test_57a_a_short_period_that_opens_a_right_alone_is_no_mini_period() -> None:
    # Art 57(1): under a year *and* no right. C gives a right from 6 months, so it pays 2 x 488 x 8/488 = 16.
    laws = [*law("xd-a", counts=MONTHS, qualifying="300 months", age="65 years", **SHORT),
            *law("xe-b", counts=MONTHS, qualifying="300 months", age="65 years", **SHORT),
            *law("xf-c", counts=MONTHS, qualifying="6 months", age="65 years", **SHORT)]  # fmt: skip
    career = [certified("xd-a", months=240), certified("xe-b", months=240), certified("xf-c", months=8)]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert (shared(decision, "xf-c").ratio, amount(decision, "xf-c")) == ("8/488", "16.00")
    assert (shared(decision, "xd-a").ratio, amount(decision, "xd-a")) == ("240/488", "480.00")


def test_57b_the_last_state_carries_all_where_every_period_is_short() -> None:
    # A 8 months, then B 7, the right needs 12: 15 months together; B, the last, pays as if all 15 were its own: 30.
    laws = [
        row for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts=MONTHS, qualifying="12 months", age="65 years", **SHORT)
    ]  # fmt: skip
    career = [insured("xd-a", "2000-01-01", "2000-08-31"), insured("xe-b", "2001-01-01", "2001-07-31")]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert (amount(decision, "xe-b"), shared(decision, "xe-b").ratio) == ("30.00", "15/15")
    assert (amount(decision, "xd-a"), benefit(decision, "xd-a").status) == (None, "refused")


def test_57b_the_last_whose_conditions_are_met_not_the_last_of_all() -> None:
    # B needs 20 months and gives no right with 15: A, the last whose conditions are met, pays 2 x 15 = 30.
    laws = law("xd-a", counts=MONTHS, qualifying="12 months", age="65 years", **SHORT)
    laws += law("xe-b", counts=MONTHS, qualifying="20 months", age="65 years", **SHORT)
    career = [insured("xd-a", "2000-01-01", "2000-08-31"), insured("xe-b", "2001-01-01", "2001-07-31")]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert (amount(decision, "xd-a"), amount(decision, "xe-b")) == ("30.00", None)


def test_57b_which_state_is_last_is_not_guessed_of_lengths_without_dates() -> None:
    laws = [
        row for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts=MONTHS, qualifying="12 months", age="65 years", **SHORT)
    ]  # fmt: skip
    decision = said(life([certified("xd-a", months=8), certified("xe-b", months=7)], assume=laws), FOR_ALL)
    assert {each.status for each in decision.benefits} == {"undetermined"}


FLAT = {"formula": {"shape": "flat", "amount": "960 XTS per month"}}


def test_12_3_compulsory_displaces_voluntary_which_earns_its_own_increment() -> None:
    # A compulsory 2000-2009 (120 m); B voluntary 2005-2006 (24 m), compulsory 2010-2019 (120 m). D = 240, not 264.
    # B: T = 960 at 240 months (4 a month), P = 960 x 120/240 = 480; Art 43(2): 24 x 4 = 96 beside the share.
    four = {"shape": "residence_fraction", "amount": "4 XTS per month", "full": "1 month", "cap": "5000"}
    laws = [
        row for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts=MONTHS, qualifying="200 months", age="65 years", formula=four)
    ]  # fmt: skip
    career = [
        insured("xd-a", "2000-01-01", "2009-12-31"),
        insured("xe-b", "2005-01-01", "2006-12-31", "voluntary"),
        insured("xe-b", "2010-01-01", "2019-12-31"),
    ]
    decision = said(life(career, assume=laws), FOR_ALL)
    found = shared(decision, "xe-b")
    assert (found.total.right, found.theoretical.amount, found.ratio) == (240, "960.00", "120/240")
    assert [(each.why, each.money.amount) for each in found.increments] == [("displaced_voluntary", "96.00")]
    assert amount(decision, "xe-b") == "576.00"
    voluntary = next(row for row in decision.periods if row.kind == "voluntary")
    assert (voluntary.counted.right, voluntary.why_not) == (0, "displaced_by_compulsory")
    assert [(each.by, each.rule) for each in voluntary.displaced_by] == [("p0", "compulsory_over_voluntary")]


def test_12_3_the_independent_benefit_counts_the_voluntary_time() -> None:
    # Art 43(1): the rule against overlapping serves the theoretical amount and the share, not national law alone.
    laws = [
        row for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts=MONTHS, qualifying="120 months", age="65 years", **SHORT)
    ]  # fmt: skip
    career = [
        insured("xd-a", "2000-01-01", "2009-12-31"),
        insured("xe-b", "2005-01-01", "2006-12-31", "voluntary"),
        insured("xe-b", "2010-01-01", "2019-12-31"),
    ]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert alone(decision, "xe-b") == "288.00"  # 2 x (24 + 120)
    assert amount(decision, "xe-b") == "288.00"  # and the share: 480 x 120/240 + 24 x 2 = 288, a tie


def test_12_4_real_insurance_displaces_credited_time() -> None:
    # A worked all 2010; B credits study in 2010: the total counts twelve months, all A's.
    laws = [
        row for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts=MONTHS, qualifying="1 month", age="65 years", **FLAT)
    ]  # fmt: skip
    career = [insured("xd-a", "2010-01-01", "2010-12-31"), insured("xe-b", "2010-01-01", "2010-12-31", "assimilated")]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert shared(decision, "xd-a").total.right == shared(decision, "xe-b").total.right == 12
    assert [row.counted.right for row in decision.periods] == [12, 0]
    assert decision.periods[1].why_not == "displaced_by_real"
    assert shared(decision, "xd-a").ratio == "12/12"


@pytest.mark.parametrize(("last", "keeps"), [("xe-b", "p3"), ("xd-a", "p2")])
def test_12_5_time_credited_twice_stays_where_the_last_insurance_was(last: str, keeps: str) -> None:
    # Unemployment of 2012 credited in A and in B; the last compulsory insurance before it decides.
    first = "xd-a" if last == "xe-b" else "xe-b"
    laws = [
        row for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts=MONTHS, qualifying="1 month", age="65 years", **FLAT)
    ]  # fmt: skip
    career = [
        insured(first, "2005-01-01", "2008-12-31"),
        insured(last, "2009-01-01", "2011-12-31"),
        insured("xd-a", "2012-01-01", "2012-12-31", "assimilated"),
        insured("xe-b", "2012-01-01", "2012-12-31", "assimilated"),
    ]
    decision = said(life(career, assume=laws), FOR_ALL)
    counted = {row.id: row.counted.right for row in decision.periods if row.kind == "assimilated"}
    assert counted == {"p2": 12 if keeps == "p2" else 0, "p3": 12 if keeps == "p3" else 0}
    assert shared(decision, "xd-a").total.right == 48 + 36 + 12


def test_12_5_if_none_before_the_first_insurance_after_decides() -> None:
    laws = [
        row for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts=MONTHS, qualifying="1 month", age="65 years", **FLAT)
    ]  # fmt: skip
    career = [
        insured("xd-a", "2012-01-01", "2012-12-31", "assimilated"),
        insured("xe-b", "2012-01-01", "2012-12-31", "assimilated"),
        insured("xe-b", "2013-01-01", "2015-12-31"),
        insured("xd-a", "2016-01-01", "2019-12-31"),
    ]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert [row.counted.right for row in decision.periods] == [0, 12, 36, 48]
