"""The types of single fields take one way of writing each and refuse the rest with two sentences."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from portability.document import leaf
from portability.document.countries import CURRENT, ENDED, INVENTED, country
from portability.document.currencies import OLDER, is_known, nearest_currency
from portability.document.written import Trouble


class Row(leaf.Table):
    """One field of each type."""

    start: leaf.When | None = None
    end: leaf.Day | None = None
    amount: leaf.Amount | None = None
    currency: leaf.Currency | None = None
    country: leaf.Country | None = None
    id: leaf.Name | None = None
    text: leaf.Text | None = None
    truth: leaf.Truth | None = None
    whole: leaf.Whole | None = None
    length: leaf.Measure | None = None
    degree: leaf.Percent | None = None


@pytest.mark.parametrize(
    ("key", "written", "read"),
    [
        ("country", "UK", "GB"),
        ("country", "EL", "GR"),
        ("country", "SU", "SU"),
        ("country", "XZ", "XZ"),
        ("currency", "ZMK", "ZMK"),
        ("currency", "CSK", "CSK"),
        ("length", 12, 12),
        ("length", "12.50", Fraction(25, 2)),
        ("length", "3.0", 3),
        ("degree", "66.6 %", "66.6 %"),
        ("degree", "100%", "100%"),
        ("truth", False, False),
        ("whole", 0, 0),
    ],
)
def test_what_is_read(key: str, written: object, read: object) -> None:
    found = getattr(Row.model_validate({key: written}), key)
    assert found == read
    assert type(found) is type(read)


@pytest.mark.parametrize(
    ("key", "written", "what"),
    [
        ("country", "zw", '"zw" is not a country code'),
        ("country", "AA", '"AA" is not a country code'),
        ("country", "ZWE", '"ZWE" is not a country code'),
        ("country", 7, "7 is not a country code"),
        ("currency", "usd", '"usd" is not a currency code'),
        ("currency", "ABC", '"ABC" is not a currency code'),
        ("currency", 840, "840 is not a currency code"),
        ("id", "", '"" is empty'),
        ("id", " a", '" a" is no name'),
        ("id", "a/b", '"a/b" is no name'),
        ("id", "a\nb", '"a\\nb" is no name'),
        ("id", "x" * 101, "is no name"),
        ("id", 5, "5 is not text"),
        ("text", " ", "the text is empty"),
        ("text", "x" * 501, "is longer than 500 characters"),
        ("text", 5, "5 is not text"),
        ("truth", 1, "1 is neither true nor false"),
        ("truth", "yes", '"yes" is neither true nor false'),
        ("whole", True, "true is not a whole number from 0 to 1000000"),
        ("whole", -1, "-1 is not a whole number from 0 to 1000000"),
        ("whole", "7", '"7" is not a whole number from 0 to 1000000'),
        ("length", -1, "-1 is below nought"),
        ("length", 10**7, "10000000 is longer than any life"),
        ("length", "9999999.5", '"9999999.5" is longer than any life'),
        ("length", True, "true is not a length"),
        ("length", 1.5, "a float is not a length"),
        ("degree", "101 %", '"101 %" is more than the whole'),
        ("degree", "40", '"40" is not a share in per cent'),
        ("degree", "٤٠ %", '"٤٠ %" is not a share in per cent'),
        ("amount", 1.5, "a float is not a number"),
    ],
)
def test_what_is_refused(key: str, written: object, what: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Row.model_validate({key: written})
    (error,) = caught.value.errors()
    assert error["type"] == "fault"
    assert what in error["ctx"]["what"]
    assert error["ctx"]["remedy"]


@given(
    st.sampled_from(sorted(Row.model_fields)),
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary(), st.dates(), st.datetimes(),
              st.lists(st.integers()), st.dictionaries(st.text(), st.text())),
)  # fmt: skip
def test_no_value_raises_anything_but_a_fault(key: str, value: Any) -> None:
    types = {"fault"}
    try:
        read = Row.model_validate({leaf.ALIASES.get(key, key): value})
        assert not isinstance(getattr(read, key), float)
    except ValidationError as error:
        types = {each["type"] for each in error.errors()}
    assert types == {"fault"}


def test_from_and_to_are_start_and_end() -> None:
    row = Row.model_validate({"from": "2005", "to": "2006-01-01"})
    assert (str(row.start), str(row.end)) == ("2005", "2006-01-01")
    with pytest.raises(ValidationError):
        Row.model_validate({"start": "2005"})


def test_the_codes_of_countries_do_not_contradict() -> None:
    assert len(CURRENT) == 249
    assert len(INVENTED) == 26
    assert not CURRENT & ENDED.keys()
    assert not CURRENT & INVENTED
    assert {country(code) for code in CURRENT} == CURRENT
    assert country("XK") == "XK"
    assert all(1970 < year < 2026 for year, _ in ENDED.values())


def test_a_country_near_is_named() -> None:
    for written, near in (("zw", "ZW"), ("ZWE", "ZW")):
        with pytest.raises(Trouble) as caught:
            leaf.read_country(written)
        assert caught.value.remedy == f'Did you mean "{near}"?'


def test_the_codes_of_currencies() -> None:
    assert all(is_known(code) and len(code) == 3 for code in OLDER)
    assert is_known("EUR")
    assert not is_known("ZZZ")
    assert nearest_currency(" usd ") == "USD"
