"""Certified lengths: what they may say beside each other and beside the dates of their period."""

import pytest

from tests.case.example import with_rows

PERIOD = '[[period]]\nid = "p2"\ncountry = "XB"\nkind = "insurance"\n'


def certified(length: str, dates: str = "") -> list[str]:
    return with_rows(f"{PERIOD}certified = {{ {length} }}\n{dates}")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "a.toml:13: period[1]: neither dates nor a certified length."
             " Write `from` and `to`, or certified = {months = 12}."),
        ("from = 2000-01-01", "a.toml:13: period[1].to: a period that has no end yet."),
        ("to = 2000-01-01", "a.toml:13: period[1].from: a period without a beginning."),
    ],
)  # fmt: skip
def test_a_period_has_dates_or_a_certified_length(rows: str, said: str) -> None:
    (told,) = with_rows(PERIOD + rows)
    assert said in told


@pytest.mark.parametrize(
    ("length", "said"),
    [
        ("", "certified: a length without a number."),
        ("day_system = 5", "certified: a length without a number."),
        ("days = 22", "certified.days: days without their system: 22, 26 or 30 of them make a month."),
        ("months = 1, day_system = 5", "certified.day_system: a system of days without days."),
        ("days = 22, day_system = 4", "certified.day_system: 4 is not a system of days. Write 5, 6 or 7"),
        ("years = 1, months = 12", "certified.months: years together with 12 months can mean two lengths."
         " Write fewer than 12 months beside years, or months alone."),
        ("years = 1, quarters = 4", "certified.quarters: years together with 4 quarters can mean two lengths."),
        ("years = 1, weeks = 52", "certified.weeks: years together with 52 weeks can mean two lengths."),
        ("months = 1, days = 31, day_system = 7", "certified.days: months together with 31 days can mean two lengths."),
        ("months = -1", "certified.months: -1 is below nought. A length has no sign."),
        ("months = 1.5", "certified.months: 1.5 is a float, which is not exact."),
        ('months = "1e2"', "certified.months: \"1e2\" is not a plain decimal number (it has an exponent)."),
        ('months = "١٢"', "(digits other than 0-9)"),
        ("month = 12", 'certified.month: this key is not known here. Did you mean "months"?'),
    ],
)  # fmt: skip
def test_parts_that_contradict(length: str, said: str) -> None:
    told = certified(length)
    assert any(said in line for line in told), told


@pytest.mark.parametrize(
    ("length", "dates", "holds"),
    [
        ("months = 13", "from = 2000-01-01\nto = 2000-12-31", "12 months"),
        ("months = 3", "from = 2000-01-31\nto = 2000-02-01", "2 months"),
        ("years = 2", "from = 2000-01-01\nto = 2000-12-31", "1 calendar years"),
        ("quarters = 9", "from = 1994-10-01\nto = 1995-06-01", "8 quarters of calendar years"),
        ("weeks = 54", "from = 2000-01-03\nto = 2000-12-31", "53 weeks"),
        ("days = 40, day_system = 5", "from = 2000-01-01\nto = 2000-01-31", "31 days in a system of 5"),
        ("days = 40, day_system = 7", "from = 2000-01-01\nto = 2000-01-31", "31 days in a system of 7"),
        ("hours = 25", "from = 2000-01-01\nto = 2000-01-01", "24 hours"),
        ("years = 1, months = 2", 'from = "2000"\nto = "2000"', "12 months"),
    ],
)
def test_more_than_the_dates_can_hold(length: str, dates: str, holds: str) -> None:
    (told,) = certified(length, dates)
    assert f"holds {holds}. Mend the dates or the length" in told


@pytest.mark.parametrize(
    ("length", "dates"),
    [
        ("quarters = 5", "from = 1994-10-01\nto = 1995-06-01"),  # quarters are earned by pay, not by presence
        ("weeks = 95", "from = 1950-06-15\nto = 1952-09-21"),
        ("days = 264, day_system = 5", 'from = "2001"\nto = "2001"'),
        ("days = 312, day_system = 6", 'from = "2001"\nto = "2001"'),
        ("days = 360, day_system = 7", 'from = "2001"\nto = "2001"'),
        ("days = 22, day_system = 5", 'from = "2001-02"\nto = "2001-02"'),
        ("days = 26, day_system = 6", 'from = "2001-02"\nto = "2001-02"'),
        ("days = 30, day_system = 7", 'from = "2001-02"\nto = "2001-02"'),
        ("months = 0", ""),
        ("years = 12, months = 11", ""),
        ("weeks = 1784", ""),
        ('quarters = "1.1"', ""),
        ("months = 7", "from = 2000-01-01"),
        ("months = 7", "to = 2000-01-01"),
        ("years = 1, months = 6", "from = 2000-01-01\nto = 2001-06-30"),
    ],
)
def test_what_an_institution_may_certify(length: str, dates: str) -> None:
    periods = certified(length, dates.replace("1950", "1970").replace("1952", "1972"))
    assert periods == []


def test_the_length_of_a_statement_is_judged_too() -> None:
    rows = '[[statement]]\ncountry = "XA"\nbranch = "old_age"\nkind = "required"\nlength = { days = 5 }'
    (told,) = with_rows(rows)
    assert "statement[0].length.days: days without their system" in told
