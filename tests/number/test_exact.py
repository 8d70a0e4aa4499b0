"""The door: what is let in, exactly, and what is turned away with a sentence that teaches."""

from decimal import Decimal
from fractions import Fraction as F
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.number.exact import LENGTH_UNITS, PERIODS, Quantity, plain, quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "per"),
    [
        ("2/37", F(2, 37), "", None),
        ("12.5", F(25, 2), "", None),
        ("0", F(0), "", None),
        ("1.5 %", F(15, 1000), "", None),
        ("100%", F(1), "", None),
        ("33 1/3 %".replace("33 1/3", "100/3"), F(1, 3), "", None),
        ("1.5 % per year", F(15, 1000), "", "year"),
        ("1/580 per month", F(1, 580), "", "month"),
        ("3200 ZMW per month", F(3200), "ZMW", "month"),
        ("0.005 EUR", F(1, 200), "EUR", None),
        ("15 years", F(15), "years", None),
        ("1 year", F(1), "years", None),
        ("120 months", F(120), "months", None),
        ("1.5 quarters", F(3, 2), "quarters", None),
        ("52 weeks per year", F(52), "weeks", "year"),
        ("8 hours per day", F(8), "hours", "day"),
        ("  7   days  ", F(7), "days", None),
        ("0.1", F(1, 10), "", None),
        ("12345678901234567890.12 XTS", F(1234567890123456789012, 100), "XTS", None),
    ],
)
def test_a_quantity_is_read_exactly(text: str, value: F, unit: str, per: str | None) -> None:
    assert quantity(text) == Quantity(value, unit, per)


@given(
    st.integers(0, 10**12),
    st.integers(0, 6),
    st.sampled_from(("", *LENGTH_UNITS, "ZMW", "XOF")),
    st.sampled_from((None, *PERIODS)),
)
def test_what_is_written_is_what_is_read(number: int, digits: int, unit: str, per: str | None) -> None:
    value = F(number, 10**digits)
    text = plain(value, digits) + (f" {unit}" if unit else "") + (f" per {per}" if per else "")
    assert quantity(text) == Quantity(value, unit, per)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (1.5, "binary float"),
        (1500, "bare integer"),
        (True, "yes or no"),
        (None, "nothing"),
        (Decimal("1.5"), "Decimal"),
        ("", "is empty"),
        ("   ", "is empty"),
        ("-5 years", "has a sign"),
        ("+5", "has a sign"),
        ("\u22125", "not plain ASCII"),
        ("1e5", "exponent"),
        ("1.5E-3 ZMW", "exponent"),
        ("\u0661\u0662 years", "digits that are not 0 to 9"),
        ("1\u0662", "digits that are not 0 to 9"),
        ("\uff15 years", "digits that are not 0 to 9"),
        ("3,200 ZMW", "comma"),
        ("1,5 %", "comma"),
        ("3 200 ZMW", "separates thousands"),
        ("3'200 CHF", "separates thousands"),
        ("3_200 ZMW", "separates thousands"),
        ("3\u00a0200 ZMW", "not plain ASCII"),
        ("12 mnths", 'Did you mean "months"'),
        ("12 Months", 'Did you mean "months"'),
        ("12 zmw", 'Write the code in capitals: "ZMW"'),
        ("12 QQQ", "ISO 4217"),
        ("12 ZMW per moon", 'Did you mean "month"'),
        ("12 ZMW per months", 'Did you mean "month"'),
        ("1/0", "divides by nought"),
        ("1.5/2", "mixes a point and a fraction"),
        ("1/2.5", "not a number with a unit"),
        ("1/", "not a number with a unit"),
        (".5", "not a number with a unit"),
        ("5.", "not a number with a unit"),
        ("nan", "not a number with a unit"),
        ("inf years", "not a number with a unit"),
        ("12 ZMW a month", "not a number with a unit"),
        ("12\n", "not a number with a unit"),
        ("9" * 200, "longer than 100"),
    ],
)
def test_what_is_no_quantity_is_turned_away(wrong: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence) as refused:
        quantity(wrong)
    assert str(refused.value).endswith((".", "?", '"'))


@given(st.floats())
def test_no_float_comes_in(value: float) -> None:
    with pytest.raises(ValueError, match="not text"):
        quantity(value)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (F(1, 3), 2, "0.33"),
        (F(1, 200), 2, "0.01"),
        (F(995, 1000), 2, "1.00"),
        (F(199, 100), 1, "2.0"),
        (1200, 2, "1200.00"),
        (F(7, 2), 0, "4"),
        (0, 3, "0.000"),
    ],
)
def test_print_rounds_half_up(value: F, digits: int, text: str) -> None:
    assert plain(value, digits) == text
