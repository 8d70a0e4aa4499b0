"""Worked vectors of ILO C157 (Arts 7, 18) and of the apportionment of the European Convention on Social Security (Arts 28-31).

Told of invented States under agreements built alike: `xv-pro-rata` always shares, `xw-higher` has the rule of short periods.
"""

from datetime import date

from portability.assessment.scope import AgreementSet
from tests.laws.lives import (
    AS_BOUND,
    FOR_ALL,
    NONE,
    SHARED_BY_ALL,
    Row,
    amount,
    benefit,
    certified,
    decided,
    insured,
    law,
    life,
    paid,
    said,
    states,
    under,
)

MONTHS = {"unit": "months", "part": "any_day"}
TWO_A_MONTH = {"shape": "residence_fraction", "amount": "2 XTS per month", "full": "1 month", "cap": "5000"}


def two_a_month(scheme: str, qualifying: str) -> list[Row]:
    """A law that pays 2 for each month."""
    return law(scheme, counts=MONTHS, qualifying=qualifying, age="65 years", formula=TWO_A_MONTH)


TEN_AND_FIFTEEN = [certified("xd-a", years=10), certified("xe-b", years=15)]


def test_t3_10_the_share_is_own_time_over_all_time() -> None:
    # p_A = 10, p_B = 15, T_A = 1000: A pays 1000 x 10/25 = 400.
    decision = said(life(TEN_AND_FIFTEEN, statement=[states("xd-a", "theoretical", "1000.00")]), SHARED_BY_ALL)
    assert amount(decision, "xd-a") == "400.00"


def test_t3_10_where_the_higher_is_kept_the_share_is_the_least_that_is_due() -> None:
    # Nobody says what A's own law gives for ten years alone: at least the share is due, and more if that is higher.
    told = [states("xd-a", "theoretical", "1000.00")]
    (payment,) = benefit(said(life(TEN_AND_FIFTEEN, statement=told), FOR_ALL), "xd-a").payments
    assert (payment.money.amount, payment.money.at_least, payment.money.at_most) == (None, "400.00", None)
    told.append(states("xd-a", "independent", "390.00"))
    assert amount(said(life(TEN_AND_FIFTEEN, statement=told), FOR_ALL), "xd-a") == "400.00"


def test_t3_11_a_short_period_leaves_the_ratio_and_no_time_is_lost() -> None:
    # A 8 months, B 20 years, C 5 years. Ratios over 25 years: B 240/300 = 0.80, C 60/300 = 0.20, together one.
    # T counts all 308 months: 616; B 616 x 0.8 = 492.80, C 616 x 0.2 = 123.20.
    laws = [row for scheme in ("xd-a", "xe-b", "xf-c") for row in two_a_month(scheme, "301 months")]
    career = [certified("xd-a", months=8), certified("xe-b", years=20), certified("xf-c", years=5)]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert (amount(decision, "xd-a"), amount(decision, "xe-b"), amount(decision, "xf-c")) == (None, "492.80", "123.20")
    ratios = [each.ratio for name in ("xe-b", "xf-c") for each in benefit(decision, name).variants if each.ratio]
    assert ratios == ["240/300", "60/300"]


def test_t3_12_the_last_state_pays_alone_where_all_are_short() -> None:
    # A 9 months, B 10, C 8 and last; C needs 24 and has 27 with the others: it pays T on 27 months, 54, without a ratio.
    laws = [row for scheme in ("xd-a", "xe-b", "xf-c") for row in two_a_month(scheme, "24 months")]
    career = [
        insured("xd-a", "2000-01-01", "2000-09-30"),
        insured("xe-b", "2001-01-01", "2001-10-31"),
        insured("xf-c", "2002-01-01", "2002-08-31"),
    ]
    decision = said(life(career, assume=laws), FOR_ALL)
    assert [amount(decision, name) for name in ("xd-a", "xe-b", "xf-c")] == [None, None, "54.00"]


def test_t3_7_displaced_voluntary_insurance_earns_an_increment_outside_the_share() -> None:
    # Voluntary in A and compulsory in B for 2010: together twelve months, all B's; A's contributions earn 12 x 2 = 24.
    laws = [row for scheme in ("xd-a", "xe-b") for row in two_a_month(scheme, "12 months")]
    career = [
        insured("xd-a", "2010-01-01", "2010-12-31", "voluntary"),
        insured("xe-b", "2010-01-01", "2010-12-31"),
        insured("xd-a", "2011-01-01", "2011-12-31"),
    ]
    decision = said(life(career, assume=laws), FOR_ALL)
    (found,) = [each for each in benefit(decision, "xd-a").variants if each.instrument]
    assert (found.total.right, found.ratio, found.theoretical.amount) == (24, "12/24", "48.00")
    assert [each.money.amount for each in found.increments] == ["24.00"]
    assert found.gross.amount == "48.00"  # 48 x 12/24 + 24


def test_t157_1_concurrent_time_counts_once() -> None:
    # A 2000-2009, B 2008-2015, to the day: the union has 5 844 days, not 3 653 + 2 922 = 6 575; 731 overlap.
    by_the_day = {"counts": {"unit": "days", "day_system": 7, "part": "proportional"}, "qualifying": "0 days"}
    flat = {"shape": "flat", "amount": "1 XTS per month"}
    laws = [row for scheme in ("xd-a", "xe-b") for row in law(scheme, **by_the_day, formula=flat)]
    career = [insured("xd-a", "2000-01-01", "2009-12-31"), insured("xe-b", "2008-01-01", "2015-12-31")]
    (run,) = decided(life(career, assume=laws), FOR_ALL).plan.runs
    owns = [run.count.counted.own(key) for key in run.count.keys]
    assert sum(owns) == 6575
    assert sum(told.value for told in run.lengths[0].right) == 5844 == 6575 - 731


def test_t157_1_and_where_one_state_keeps_it_the_own_times_add_up_to_it() -> None:
    by_the_day = {"counts": {"unit": "days", "day_system": 7, "part": "proportional"}, "qualifying": "0 days"}
    flat = {"shape": "flat", "amount": "1 XTS per month"}
    laws = [row for scheme in ("xd-a", "xe-b") for row in law(scheme, **by_the_day, formula=flat)]
    once = under("xw-higher", overlap__same_rank="count_once")
    career = [insured("xd-a", "2000-01-01", "2009-12-31"), insured("xe-b", "2008-01-01", "2015-12-31")]
    (run,) = decided(life(career, assume=laws + once), FOR_ALL).plan.runs
    assert [run.count.counted.own(key) for key in run.count.keys] == [3653, 5844 - 3653]


def test_t157_4_earlier_periods_count_once_the_agreement_is_in_force() -> None:
    # xw-higher is in force from 1 May 2010: before it, ten years in XA open nothing; on that day 1980-1999 count with it.
    career = [insured("xa-general", "1980-01-01", "1989-12-31"), insured("xb-general", "1990-01-01", "1999-12-31")]
    wages = [paid("xa-general", "1980-01-01", "1989-12-31", "1000"), paid("xb-general", "1990-01-01", "1999-12-31", "1000")]
    woman = {"born": "1940-01-01", "sex": "F", "nationalities": ["XA"]}
    case = life(career, earnings=wages, person=woman)
    without = AgreementSet("without-xv", without=("xv-pro-rata",))
    before, since = said(case, without, date(2010, 4, 30)), said(case, without, date(2010, 5, 1))
    # The Act of 2009 asks 15 years: ten are not enough alone, twenty together are.
    assert benefit(before, "xa-general").form == benefit(said(case, NONE, date(2010, 5, 1)), "xa-general").form == "lump_sum"
    assert benefit(since, "xa-general").form == "pension"
    # T = (20 % + 10 x 1.5 %) x 1000 = 350, not below the minimum of 350; 350 x 120/240 = 175.
    assert amount(since, "xa-general") == "175.00"
    assert {each.id for each in since.benefits} == {each.id for each in said(case, AS_BOUND, date(2010, 5, 1)).benefits}
