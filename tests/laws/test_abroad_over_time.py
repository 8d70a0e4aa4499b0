"""Payment abroad in time: suspended, reduced after an absence, frozen where pensions are not raised."""

from datetime import date
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.record.decision import Benefit
from tests.laws.lives import NONE, Row, benefit, insured, law, life
from tests.laws.test_over_time import basic, claimed, runs

LIGHTS = [insured("xc-lights", "2001-01-01", "2012-12-31")]
PERSON = {"born": "1950-01-10", "sex": "M", "nationalities": ["XC"]}


def living(*places: tuple[str, str, str | None]) -> list[Row]:
    rows = [{"country": country, "from": start, "to": end} for country, start, end in places]
    return [{key: value for key, value in row.items() if value is not None} for row in rows]


def lights(at: date, *places: tuple[str, str, str | None], claim: str = "2016-01-10", **more: Any) -> Benefit:
    case = life(LIGHTS, person=PERSON, residence=living(*places), claim=[{"branches": ["old_age"], "date": claim}], **more)
    return benefit(decide(case, at, NONE), "xc-lights")


# UK-1 of the reference vectors: awarded at 100 in 2016, raised by 3 % and 3 %.
AWARDED = ("2015-11-01", "2017-03-31", "100.00")


def test_a_pension_is_raised_where_the_law_raises_it() -> None:
    for country in ("XC", "XA"):
        one = lights(date(2018, 6, 1), (country, "1950-01-10", None))
        assert [run[:3] for run in runs(one)] == [
            AWARDED, ("2017-04-01", "2018-03-31", "103.00"), ("2018-04-01", None, "106.09")
        ]  # fmt: skip
        # November 2015 to March 2017 are 17 payments of 100, then 12 of 103, then April and May of 106.09.
        assert one.arrears is not None
        assert one.arrears.amount == "3148.18"


def test_it_is_frozen_elsewhere() -> None:
    one = lights(date(2018, 6, 1), ("XB", "1950-01-10", None))
    assert runs(one) == [("2015-11-01", None, "100.00", "frozen")]


def test_it_stays_at_what_it_was_on_leaving_and_is_whole_again_on_return() -> None:
    places = (("XC", "1950-01-10", "2017-08-31"), ("XB", "2017-09-01", "2019-06-30"), ("XC", "2019-07-01", None))
    one = lights(date(2020, 1, 1), *places)
    assert runs(one) == [
        ("2015-11-01", "2017-03-31", "100.00", "paid"),
        ("2017-04-01", "2017-08-31", "103.00", "paid"),
        ("2017-09-01", "2019-06-30", "103.00", "frozen"),
        ("2019-07-01", None, "106.09", "paid"),
    ]


def test_the_reasons_say_why_it_is_raised_or_not() -> None:
    case = life(LIGHTS, person=PERSON, residence=living(("XB", "1950-01-10", None)),
                claim=[{"branches": ["old_age"], "date": "2016-01-10"}])  # fmt: skip
    said = {one.rule: one for one in decide(case, date(2018, 6, 1), NONE).steps}
    assert said["frozen_amount"].sentence == "Pensions are not raised where the person lives: it stays at 100.00 XTS."
    assert said["frozen_amount"].cites == "xc-sea-act, s. 46(2)"
    case = life(LIGHTS, person=PERSON, residence=living(("XA", "1950-01-10", None)),
                claim=[{"branches": ["old_age"], "date": "2016-01-10"}])  # fmt: skip
    said = {one.rule: one for one in decide(case, date(2018, 6, 1), NONE).steps}
    assert said["raised_amount"].sentence == "Raised by 3 %, 103.00 XTS become 106.09 XTS."
    assert said["raised_amount"].cites == "xc-sea-act, s. 46"


def test_a_suspended_pension_is_paid_again_on_return() -> None:
    # xa-basic at 420; abroad until 2022-03-31: April and May 2022 are 840.
    places = living(("XA", "1955-05-20", "2020-12-31"), ("XB", "2021-01-01", "2022-03-31"), ("XA", "2022-04-01", None))
    assumed = law("xa-basic", export="suspended")
    case = claimed("2022-01-01", residence=places, assume=assumed)
    away = decide(case, date(2022, 2, 1), NONE)
    assert runs(basic(away)) == [("2022-01-01", None, "420.00", "suspended")]
    assert (basic(away).arrears, away.summary.per_month) == (None, ())
    assert [(one.on, one.because) for one in basic(away).recompute] == [(date(2022, 4, 1), "payment resumes on return")]
    back = decide(case, date(2022, 6, 1), NONE)
    assert runs(basic(back)) == [
        ("2022-01-01", "2022-03-31", "420.00", "suspended"), ("2022-04-01", None, "420.00", "paid")
    ]  # fmt: skip
    arrears = basic(back).arrears
    assert arrears is not None
    assert arrears.amount == "840.00"
    assert [one.amount for one in back.summary.per_month] == ["420.00"]


@pytest.mark.parametrize(
    ("at", "amount", "word"),
    [(date(2022, 6, 30), "420.00", "paid"), (date(2022, 7, 2), "300.00", "reduced")],
)
def test_after_an_absence_only_a_share_is_paid(at: date, amount: str, word: str) -> None:
    # Away since 2022-01-01; 26 weeks later is 2022-07-02. 5/7 of 420 are 300.
    places = living(("XA", "1955-05-20", "2021-12-31"), ("XB", "2022-01-01", None))
    assumed = law("xa-basic", export="reduced", full_rate_absence="26 weeks", rate_after_absence="5/7")
    decision = decide(claimed(at.isoformat(), residence=places, assume=assumed), at, NONE)
    assert runs(basic(decision)) == [(at.isoformat(), None, amount, word)]
    assert [one.amount for one in decision.summary.per_month] == [amount]


def test_a_reduction_by_nobody_knows_how_much_is_not_known() -> None:
    places = living(("XA", "1955-05-20", "2021-12-31"), ("XB", "2022-01-01", None))
    decision = decide(claimed("2022-08-01", residence=places, assume=law("xa-basic", export="reduced")), None, NONE)
    money = basic(decision).payments[0].money
    assert (money.amount, money.at_most, money.unknown) == (None, "420.00", ("XA.xa-basic: the share paid abroad",))
