"""The texts of a law file: what each kind takes, whatever the number."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from portability.law import values

NUMBERS = st.from_regex(r"[0-9]{1,6}(\.[0-9]{1,4})?", fullmatch=True)
KINDS = {
    "length": (values.Length, ("years", "quarters", "months", "weeks", "days"), False),
    "money": (values.Money, ("XTS", "XTS per month", "XTS per year"), False),
    "share": (values.Share, ("", "%"), False),
    "rate": (values.Rate, ("% per year", "per month"), False),
}
SUFFIXES = sorted({suffix for _, suffixes, _ in KINDS.values() for suffix in suffixes})


def takes(kind: object, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text, strict=True)
    except ValidationError:
        return False
    return True


@given(NUMBERS, st.sampled_from(SUFFIXES), st.sampled_from(sorted(KINDS)))
def test_each_kind_takes_its_own_units_and_no_others(number: str, suffix: str, name: str) -> None:
    kind, suffixes, _ = KINDS[name]
    assert takes(kind, f"{number} {suffix}".strip()) == (suffix in suffixes)


@given(NUMBERS)
def test_what_is_taken_is_kept_as_written(number: str) -> None:
    assert TypeAdapter(values.Share).validate_python(f"{number} %", strict=True) == f"{number} %"
    read = values.parts(f"{number} %")
    assert read is not None
    assert read.value == Fraction(number) / 100


@pytest.mark.parametrize("text", ["-1 month", "1e3 months", "1,000 months", "٣ months", "months", "", "1/0 months"])
def test_no_kind_takes_what_is_no_quantity(text: str) -> None:
    assert [name for name, (kind, _, _) in KINDS.items() if takes(kind, text)] == []


@pytest.mark.parametrize("text", ["5: 9 5 22 66 264", "6: 8 6 26 78 312", "7: 6 7 30 90 360"])
def test_a_row_of_the_conversion_table_is_taken(text: str) -> None:
    assert takes(values.DayRow, text)


@pytest.mark.parametrize("text", ["8: 9 5 22 66 264", "5: 9 5 22 66", "5 9 5 22 66 264"])
def test_a_broken_row_is_refused(text: str) -> None:
    assert not takes(values.DayRow, text)
