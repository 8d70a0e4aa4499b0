"""Rounding as the law says, and the minor units of currencies."""

from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.number.column import Column
from portability.number.rounding import WAYS, Rounding, default_rounding, minor_unit
from portability.number.words import round_to

TODAY = date(2026, 1, 1)


def rounding(unit: F, way: str) -> Rounding:
    return Rounding(unit, way, "s. 9", "official")


@pytest.mark.parametrize(
    ("value", "unit", "half_up", "half_even", "up", "down"),
    [
        (F(1234, 1000), F(1, 100), F(123, 100), F(123, 100), F(124, 100), F(123, 100)),
        (F(1235, 1000), F(1, 100), F(124, 100), F(124, 100), F(124, 100), F(123, 100)),  # a tie after an odd digit
        (F(1225, 1000), F(1, 100), F(123, 100), F(122, 100), F(123, 100), F(122, 100)),  # a tie after an even digit
        (F(12251, 10000), F(1, 100), F(123, 100), F(123, 100), F(123, 100), F(122, 100)),
        (F(1, 2), F(1), 1, 0, 1, 0),
        (F(3, 2), F(1), 2, 2, 2, 1),
        (F(5, 2), F(1), 3, 2, 3, 2),
        (F(5), F(1), 5, 5, 5, 5),
        (F(0), F(1, 100), 0, 0, 0, 0),
        (F(1, 10**9), F(1, 100), 0, 0, F(1, 100), 0),
        (F(25, 2), F(5), 15, 10, 15, 10),  # to whole fives: 12.5 lies between 10 and 15
        (F(1, 2), F(1, 3), F(2, 3), F(2, 3), F(2, 3), F(1, 3)),  # one and a half thirds
    ],
)
def test_every_way_on_a_case_and_on_rows(value: F, unit: F, half_up: F, half_even: F, up: F, down: F) -> None:
    for way, expected in zip(WAYS, (half_up, half_even, up, down), strict=True):
        assert round_to(value, rounding(unit, way)) == expected
        assert round_to(Column.of([value, 0]), rounding(unit, way)).exact() == [expected, 0]


@given(st.fractions(0, 10**9), st.fractions(F(1, 1000), 1000), st.sampled_from(WAYS))
def test_rounding_is_idempotent_and_moves_less_than_one_unit(value: F, unit: F, way: str) -> None:
    rounded = round_to(value, rounding(unit, way))
    assert isinstance(rounded, int | F)
    assert abs(rounded - value) < unit
    assert round_to(rounded, rounding(unit, way)) == rounded
    assert F(rounded, unit).denominator == 1


def test_rows_may_round_to_units_of_their_own() -> None:
    units: F = Column.of([F(1, 100), F(1), F(5)])  # the rows of three currencies
    rounded = round_to(Column.of([F(2, 3)] * 3), rounding(units, "up"))
    assert rounded.exact() == [F(67, 100), 1, 5]


def test_a_rounding_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="half_up, half_even, up, down"):
        rounding(F(1), "nearest")
    with pytest.raises(ValueError, match="above nought"):
        rounding(F(0), "up")


# Minor units as ISO 4217 prints them (table A.1), and as dead currencies had them.
@pytest.mark.parametrize(
    ("codes", "unit"),
    [
        ("AOA BWP CDF LSL SZL MGA MWK MUR MZN NAD SCR ZAR TZS ZMW ZWG", F(1, 100)),  # members of SADC
        ("EUR GBP USD CAD AUD PHP INR BDT UYU BRL ARS PLN SEK XTS", F(1, 100)),
        ("ZMK MZM ZWD ZWN ZWR ZWL DEM FRF NLG ATS FIM IEP HRK", F(1, 100)),
        ("KMF PYG CLP JPY KRW XOF XAF RWF UGX VND", F(1)),
        ("ESP ITL PTE BEF LUF GRD", F(1)),
        ("KWD BHD TND JOD OMR IQD LYD", F(1, 1000)),
    ],
)
def test_minor_units(codes: str, unit: F) -> None:
    for code in codes.split():
        assert minor_unit(code, TODAY) == unit, code
        assert minor_unit(code, date(1995, 1, 1)) == unit, code


def test_a_currency_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="ISO 4217"):
        minor_unit("QQQ", TODAY)


def test_the_default_rounding_is_assumed_and_half_up_to_the_minor_unit() -> None:
    assert default_rounding("KMF", TODAY) == Rounding(F(1), "half_up", "ISO 4217, minor unit", "assumed")
    assert round_to(F(1005, 1000), default_rounding("XTS", TODAY)) == F(101, 100)
