"""Worked vectors that no other file holds: residence before sixteen, windows, weeks, lengths in a share of residence, national
formulas read on official pages. States without a law on the shelf are told one that the case assumes."""

from datetime import date

import pytest

from portability.assessment.scope import AgreementSet
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
    said,
    states,
    under,
)

MONTHS = {"unit": "months", "part": "any_day"}
WEEKS = {"unit": "weeks", "part": "any_day"}
ECSS = AgreementSet("ecss", as_bound=False, with_=("ecss-1972",))


def resident_law(scheme: str, full: str, months: str) -> list[Row]:
    """A law that pays an amount for thirty years of residence or insurance, and in proportion for less."""
    shape = {"shape": "residence_fraction", "amount": full, "full": "360 months"}
    counted = {"is": months, "kinds": ["insurance", "residence"]}
    return law(scheme, counts=MONTHS, qualifying=counted, age="60 years", formula=shape)


def test_ets_1_residence_counts_from_sixteen_on() -> None:
    """European Convention on Social Security 1972, Art 28(2), between Austria and Türkiye.

    Residence from birth, 1 January 1980, to 31 December 2005 counts from 1 January 1996: 120 months. With 60 of insurance 180.
    """
    career = [insured("at-x", "1980-01-01", "2005-12-31", "residence"), insured("tr-x", "2006-01-01", "2010-12-31")]
    assumed = [*resident_law("at-x", "900 XTS per month", "180 months"), *resident_law("tr-x", "900 XTS per month", "180 months")]
    born = {"born": "1980-01-01", "sex": "F", "nationalities": ["TR"]}
    case = life(career, assume=assumed, person=born, residence=[{"country": "AT", "from": "1980-01-01"}])
    decision = said(case, ECSS, date(2040, 1, 1))
    (found,) = [one for one in benefit(decision, "tr-x").variants if one.instrument]
    assert (found.own.right, found.total.right, found.ratio) == (60, 180, "60/180")
    # Turkey's T: 900 x 180/360 = 450, of which a third: 150.
    assert amount(decision, "tr-x") == "150.00"
    # By its own law Austria counts all 312 months.
    (alone,) = [one for one in benefit(decision, "at-x").variants if one.route == "independent"]
    assert alone.own.right == 312


@pytest.mark.parametrize(("last", "status"), [("2023-12-31", "entitled"), ("2021-12-31", "refused")])
def test_t3_8_only_what_lies_in_the_window_counts_of_either_state(last: str, status: str) -> None:
    """Recommendation No. 167, Annex I Art 5 after the supplementary agreement: 36 months in the last 60, all Parties' together.

    Claim on 1 January 2026, window 2021-2025. B 18 months in it (July 2024 on); A 20 or more until 2023, or 12 until 2021.
    """
    further = {"is": "36 months", "within": "60 months"}
    flat = {"shape": "flat", "amount": "500 XTS per month"}
    assumed = law("xe-b", counts=MONTHS, qualifying="12 months", further=further, age="60 years", formula=flat)
    assumed += law("xd-a", counts=MONTHS, qualifying="999 months", age="60 years", formula=flat)
    start = "2022-05-01" if last == "2023-12-31" else "2000-01-01"
    career = [insured("xd-a", start, last), insured("xe-b", "2024-07-01", "2025-12-31")]
    case = life(career, assume=assumed)
    assert benefit(said(case, NONE), "xe-b").refusal == "qualifying_period"
    assert benefit(said(case, FOR_ALL), "xe-b").status == status


def test_t3_14_a_share_of_a_pension_of_residence() -> None:
    # Full 1 200 at 30 years; 24 creditable in all, 9 own: T = 1200 x 24/30 = 960; 960 x 9/24 = 360.
    assumed = [*resident_law("xd-a", "1200 XTS per month", "240 months"), *resident_law("xe-b", "9 XTS per month", "240 months")]
    assumed += under("xv-pro-rata", totalisation__kinds=["insurance", "residence"])
    career = [insured("xd-a", "2000-01-01", "2008-12-31", "residence"), certified("xe-b", years=15)]
    decision = said(life(career, assume=assumed), SHARED_BY_ALL)
    (found,) = [one for one in benefit(decision, "xd-a").variants if one.instrument]
    assert (found.theoretical.amount, found.ratio, amount(decision, "xd-a")) == ("960.00", "108/288", "360.00")


def test_car_1_weeks_are_added_and_shared() -> None:
    # CARICOM Agreement: BB 300 weeks and asks 500, TT 600 and asks 750; with 900 weeks 520 and 780 (toy).
    # 520 x 300/900 = 173.33; 780 x 600/900 = 520.
    flat = {"shape": "flat", "amount": "1 XTS per month"}
    assumed = law("xd-bb", counts=WEEKS, qualifying="500 weeks", age="60 years", formula=flat)
    assumed += law("xe-tt", counts=WEEKS, qualifying="750 weeks", age="60 years", formula=flat)
    assumed += under("xv-pro-rata", totalisation__min_own_period="0 months")
    told = [states("xd-bb", "theoretical", "520.00"), states("xe-tt", "theoretical", "780.00")]
    case = life([certified("xd-bb", weeks=300), certified("xe-tt", weeks=600)], assume=assumed, statement=told)
    assert benefit(said(case, NONE), "xd-bb").refusal == benefit(said(case, NONE), "xe-tt").refusal == "qualifying_period"
    decision = said(case, SHARED_BY_ALL)
    assert (amount(decision, "xd-bb"), amount(decision, "xe-tt")) == ("173.33", "520.00")


def national(scheme: str, currency: str, reference: str, at: date = date(2025, 7, 1), **length: int) -> Row:
    """What a certified length, and the reference that the institution states, give under one law: by the month and once."""
    stated = states(scheme, "reference", reference, currency=currency)
    person = {"born": date(at.year - 66, 1, 1).isoformat(), "sex": "M", "nationalities": [scheme[:2].upper()]}
    case = life([{**certified(scheme, **length), "kind": "insurance"}], statement=[stated], person=person, residence=None)
    return {one.per: one.money.amount for one in benefit(said(case, NONE, at), scheme).payments}


@pytest.mark.parametrize(
    ("years", "expected"),
    [(20, "186.67"), (40, "443.33"), (45, "525.00"), (47, "557.67")],
)
def test_zimbabwe_four_thirds_a_year_and_seven_thirds_beyond_thirty(years: int, expected: str) -> None:
    """NSSA, retirement pension: 26.67 %, 63.33 %, 75 % and 79.67 % of the insurable earnings; of 700."""
    assert national("zw-nssa", "USD", "700", years=years)["month"] == expected


@pytest.mark.parametrize(("wage", "expected"), [("700", "172.67"), ("200", "60.00")])
def test_zimbabwe_half_years_count(wage: str, expected: str) -> None:
    """18 1/2 years x 4/3 % = 74/3 %: 172.67 of 700; of 200 it is 49.33, below the minimum of 60."""
    assert national("zw-nssa", "USD", wage, date(2024, 10, 1), months=222)["month"] == expected


@pytest.mark.parametrize(
    ("scheme", "months", "once", "monthly"),
    [
        # 1 000 000 a month: 360/580 = 620 689.655. Once 12.5 x 12 x 35 % of it: 32 586 206.90; by the month 65 %: 403 448.28.
        ("tz-nssf", 360, "32586206.90", "403448.28"),
        # 40 %: 37 241 379.31; 60 %: 372 413.79.
        ("tz-psssf", 360, "37241379.31", "372413.79"),
        # 420 months are 72.41 %, 421 are held to 72.5 %: 725 000 x 65 %.
        ("tz-nssf", 421, "38062500.00", "471250.00"),
    ],
)
def test_tanzania_since_july_2024(scheme: str, months: int, once: str, monthly: str) -> None:
    """Pensions Benefits (harmonised) formula: 1/580 of the average a month, at most 72.5 %."""
    assert national(scheme, "TZS", "1000000", months=months) == {"once": once, "month": monthly}
