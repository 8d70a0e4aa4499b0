"""What the laws of XG pay in place of a pension, and accounts paid partly at once. The arithmetic stands in the comments."""

import pytest

from portability.record.decision import Decision
from tests.middle.lives import by_month, decided, of, once, period, status


def carers(months: int, wage: str) -> Decision:
    end = f"{2000 + (months - 1) // 12}-{(months - 1) % 12 + 1:02}-28"
    return decided("2025-06-01", "1960-01-01", period("xg-carers", "2000-01-01", end), wage=wage)


def test_from_ten_years_an_allowance_by_the_month() -> None:
    """120 months at 801: 30 % of 801 = 240.30, to the next whole unit 241. It is no pension and has twelve payments."""
    found = carers(120, "801")
    told = of(found, "xg-carers")
    assert (told.status, told.form, by_month(found, "xg-carers")) == ("entitled", "allowance", "241.00")
    assert [(one.per, one.payments_a_year, one.end) for one in told.payments] == [("month", 12, None)]
    assert [str(one.amount) for one in found.summary.per_month] == ["241.00"]


def test_an_allowance_has_a_least() -> None:
    """30 % of 400 = 120, below 150."""
    assert by_month(carers(130, "400"), "xg-carers") == "150.00"


def test_below_ten_years_the_contributions_up_to_the_ceiling() -> None:
    """60 months at 1000, ceiling 800, 10 %: 4800; at 700: 4200. From 180 months a pension."""
    assert (of(carers(60, "1000"), "xg-carers").form, once(carers(60, "1000"), "xg-carers")) == ("refund", "4800.00")
    assert once(carers(60, "700"), "xg-carers") == "4200.00"
    assert of(carers(180, "700"), "xg-carers").form == "pension"


@pytest.mark.parametrize(
    ("weeks", "assimilated", "expected"),
    [
        (500, 0, "entitled pension"),
        (149, 351, "entitled lump_sum"),  # 500 weeks, but only 149 paid
        (150, 350, "entitled pension"),
        (49, 0, "refused"),
    ],
)
def test_credited_against_actually_paid(weeks: int, assimilated: int, expected: str) -> None:
    told = {"country": "XG", "scheme": "xg-docks"}
    periods = [{**told, "kind": "insurance", "certified": {"weeks": weeks}}]
    periods += [{**told, "kind": "assimilated", "certified": {"weeks": assimilated}}] if assimilated else []
    stated = {**told, "branch": "old_age", "kind": "reference", "amount": "400", "currency": "XTS", "per": "month"}
    found = of(decided("2019-06-01", "1950-01-01", *periods, statement=[stated]), "xg-docks")
    assert f"{found.status} {found.form or ''}".strip() == expected


def test_six_weeks_wage_for_every_whole_fifty_weeks() -> None:
    """149 weeks are two times fifty: 12 weeks of 650 x 12/52 = 150 a week: 1800. 650 x 100 x 9/325 = 1800."""
    told = {"country": "XG", "scheme": "xg-docks"}
    stated = {**told, "branch": "old_age", "kind": "reference", "amount": "650", "currency": "XTS", "per": "month"}
    work = {**told, "kind": "insurance", "certified": {"weeks": 149}}
    assert once(decided("2019-06-01", "1950-01-01", work, statement=[stated]), "xg-docks") == "1800.00"
    asked = decided("2020-06-01", "1950-01-01", work, statement=[stated])
    assert status(asked, "xg-docks") == "undetermined"
    assert any("out of work" in one.path for one in asked.missing_facts)


def test_so_many_pensions_of_the_same_length() -> None:
    """90 of 720 months of 800 = 100 a month; 120 times that."""
    found = decided("2025-06-01", "1960-01-01", period("xg-mills", "2010-01-01", "2017-06-30"), wage="800")
    assert (of(found, "xg-mills").form, once(found, "xg-mills")) == ("lump_sum", "12000.00")


@pytest.mark.parametrize(("at", "monthly"), [("2019-06-01", "270.00"), ("2025-06-01", None)])
def test_an_account_paid_partly_at_once(at: str, monthly: str | None) -> None:
    """Of 90 000 two fifths at once: 36 000. The rest of 54 000 over 200 months: 270; where the months are not known, unknown."""
    account = [{"country": "XG", "scheme": "xg-pot", "balance": "90000", "currency": "XTS", "on": "2019-01-01"}]
    found = decided(at, "1960-01-01", period("xg-pot", "2000-01-01", "2018-12-31"), account=account)
    paid = of(found, "xg-pot").payments
    assert [(one.per, one.money.amount) for one in paid] == [("month", monthly), ("once", "36000.00")]
