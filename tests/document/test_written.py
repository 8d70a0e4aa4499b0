"""One way of writing a date and a number: everything else is refused with a sentence that helps."""

from datetime import date, datetime, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.document.written import (
    PartialDate,
    Trouble,
    earliest,
    is_exact,
    latest,
    month_length,
    quote,
    read_day,
    read_decimal,
    read_when,
)

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@given(DAYS)
def test_a_day_is_read_back_as_written(day: date) -> None:
    assert read_day(day.isoformat()) == read_when(day.isoformat()) == read_day(day) == day


@given(DAYS)
def test_a_part_of_a_date_holds_every_day_it_can_mean(day: date) -> None:
    for text in (f"{day.year:04d}", f"{day.year:04d}-{day.month:02d}"):
        part = read_when(text)
        assert str(part) == text
        assert not is_exact(part)
        assert earliest(part) <= day <= latest(part)
        assert (latest(part) - earliest(part)).days + 1 in (28, 29, 30, 31, 365, 366)


@given(st.text(max_size=14))
def test_no_text_is_read_as_two_days_or_raises_anything_else(text: str) -> None:
    said = text
    try:
        assert read_day(text).isoformat() == text
    except Trouble as trouble:
        said = trouble.what
    assert said


@pytest.mark.parametrize(
    ("written", "what", "remedy"),
    [
        ("2009-13-31", '"2009-13-31" is not a date (month 13)', "Write YYYY-MM-DD"),
        ("2009-00-10", '"2009-00-10" is not a date (month 0)', "Write YYYY-MM-DD"),
        ("2009-02-30", '"2009-02-30" is not a date (February 2009 has 28 days)', "Write YYYY-MM-DD"),
        ("2008-02-30", '"2008-02-30" is not a date (February 2008 has 29 days)', "Write YYYY-MM-DD"),
        ("2009-04-31", '"2009-04-31" is not a date (April 2009 has 30 days)', "Write YYYY-MM-DD"),
        ("2009-1-5", '"2009-1-5" is not a date as written', 'Write "2009-01-05"'),
        ("05.01.2009", '"05.01.2009" could be read in more than one order of day, month and year', "Write YYYY-MM-DD"),
        ("1/2/2009", '"1/2/2009" could be read in more than one order of day, month and year', "Write YYYY-MM-DD"),
        ("2009-01-05T00:00:00", '"2009-01-05T00:00:00" is a timestamp, not a date', 'Write "2009-01-05"'),
        (datetime(2009, 1, 5, 8), "2009-01-05T08:00:00 is a timestamp, not a date", "Write 2009-01-05"),
        (time(8), "08:00:00 is not a date", "Write YYYY-MM-DD"),
        ("٢٠٠٩-٠١-٠٥", '"٢٠٠٩-٠١-٠٥" has digits other than 0-9', "Write YYYY-MM-DD"),
        ("２００９-01-05", '"２００９-01-05" has digits other than 0-9', "Write YYYY-MM-DD"),
        ("9999-12-31", '"9999-12-31": the year 9999 lies outside 1800 to 2200', "Leave the key out where a time has"),
        ("0001-01-01", '"0001-01-01": the year 1 lies outside 1800 to 2200', "Write YYYY-MM-DD"),
        (978307200, "978307200 is not a date", "Write YYYY-MM-DD"),
        ("978307200", '"978307200" is not a date', "Write YYYY-MM-DD"),
        (True, "true is not a date", "Write YYYY-MM-DD"),
        ("tomorrow", '"tomorrow" is not a date', "Write YYYY-MM-DD"),
        ("2009-01-05\n", '"2009-01-05\\n" is not a date', "Write YYYY-MM-DD"),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(written: object, what: str, remedy: str) -> None:
    for read in (read_day, read_when):
        with pytest.raises(Trouble) as caught:
            read(written)
        assert caught.value.what == what
        assert caught.value.remedy.startswith(remedy)


def test_a_year_alone_is_text() -> None:
    with pytest.raises(Trouble) as caught:
        read_when(2005)
    assert caught.value.what == "2005 is a number, not a date"
    assert caught.value.remedy.endswith('a year alone is text: "2005"')
    with pytest.raises(Trouble, match="month 13"):
        read_when("2005-13")
    assert read_when("2005") == PartialDate(2005)


def test_the_days_of_a_month() -> None:
    assert [month_length(2023, month) for month in range(1, 13)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert (month_length(1900, 2), month_length(2000, 2)) == (28, 29)


@given(st.integers(0, 10**30 - 1), st.integers(0, 10**6))
def test_a_decimal_is_kept_as_written(whole: int, part: int) -> None:
    text = f"{whole}.{part:07d}"
    assert read_decimal(text) == text
    assert Fraction(text) == whole + Fraction(part, 10**7)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("1e5", "(it has an exponent)"),
        ("1.5E+3", "(it has an exponent)"),
        ("-1", "(it has a sign)"),
        ("+1", "(it has a sign)"),
        ("1,5", "(a comma"),
        ("1,000.00", "(a comma"),
        ("1 000", "(a space)"),
        ("650.00 USD", "(the unit or currency is a key of its own)"),
        ("١٢", "(digits other than 0-9)"),
        (".5", "is not a plain decimal number"),
        ("5.", "is not a plain decimal number"),
        ("", "is not a plain decimal number"),
        ("NaN", "(the unit or currency is a key of its own)"),
        ("1" * 40, "is not a plain decimal number"),
        (650, 'is written as a number'),
        (-650, "is below nought"),
        (True, "is not a number"),
        (1.5, "is not a number"),
        (None, "is not a number"),
    ],
)
def test_what_is_no_plain_decimal_is_refused_with_its_reason(written: object, why: str) -> None:
    with pytest.raises(Trouble) as caught:
        read_decimal(written)
    assert why in caught.value.what


def test_a_value_is_quoted_short_and_printable() -> None:
    assert quote("x" * 1000) == '"' + "x" * 57 + '..."'
    assert quote("\ud800") == '"\\ud800"'
    assert quote(10**5000) == "a very long number"
    assert quote([1]) == "a list"
