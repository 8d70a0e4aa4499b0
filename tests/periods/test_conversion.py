"""Lengths in other units: properties of any table, then the vectors worked by hand from the texts."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.periods.conversion import (
    ConversionTable,
    Length,
    NoRoute,
    Row,
    convert,
    convert_together,
    exactly,
    most_a_year,
    same_unit,
)
from portability.periods.lengths import certified
from portability.periods.units import Unit
from tests.periods.tables import ART_13, PLAIN, SUPPLEMENTARY, table

systems = st.sampled_from([5, 6, 7])
values = st.fractions(0, 3000, max_denominator=12)
years_told = st.sampled_from([None, 1, 2, 7])
tables = st.builds(
    table,
    st.just(ART_13),
    rounding=st.sampled_from(["up", "down", "none"]),
    rounding_scope=st.sampled_from(["per_operation", "total"]),
    annual_cap=st.booleans(),
    annual_floor=st.booleans(),
    day_route=st.sampled_from(["months", "weeks", "hours"]),
    weeks_to_quarters=st.sampled_from(["13_weeks", "through_days"]),
    week_month_row=st.sampled_from(["5", "6", "7"]),
    aggregate_cap=st.sampled_from(["times_years", "none"]),
    same_unit=st.sampled_from(["untouched", "capped"]),
)


@st.composite
def sources(draw):
    unit = draw(st.sampled_from(["years", "quarters", "months", "weeks", "days", "hours"]))
    return unit, draw(systems) if unit in ("days", "hours") else None


@st.composite
def targets(draw):
    name = draw(st.sampled_from(["years", "quarters", "months", "weeks", "days"]))
    return Unit(name, draw(systems) if name == "days" else None)


def length(source, value):
    return Length(source[0], value, source[1])


@given(sources(), values, values, targets(), tables, years_told)
def test_a_longer_length_never_converts_to_less(source, one, other, to, chapter, years):
    less, more = sorted([one, other])
    shorter, longer = (convert(length(source, value), to, chapter, years) for value in (less, more))
    assert shorter.value <= longer.value


@given(sources(), values, targets(), tables)
def test_rounding_moves_less_than_one_unit_and_none_moves_nothing(source, value, to, chapter):
    exact = exactly(length(source, value), to, chapter)
    rounded = convert(length(source, value), to, chapter).value
    way = chapter.rounding if chapter.rounding_scope == "per_operation" else "none"
    assert rounded == {"up": ceil(exact), "down": floor(exact), "none": exact}[way]
    assert abs(rounded - exact) < 1


@given(sources(), values, targets(), tables, years_told)
def test_no_calendar_year_gives_more_than_the_cap_nor_less_than_the_floor(source, value, to, chapter, years):
    told = length(source, value)
    found = convert(told, to, chapter, years).value
    free = convert(told, to, chapter).value
    bound = years is not None and (years == 1 or chapter.aggregate_cap == "times_years")
    if not bound or (same_unit(told, to) and chapter.same_unit == "untouched"):
        assert found == free
        return
    most = most_a_year(to.name, to.day_system, chapter)
    own_most = most_a_year(told.unit, told.day_system, chapter)
    full = value >= years * own_most
    if chapter.annual_cap:
        assert found <= years * most
    if chapter.annual_floor and full:
        assert found >= years * most
    if not (chapter.annual_cap and free > years * most) and not (chapter.annual_floor and full):
        assert found == free


@given(sources(), st.lists(values, max_size=5), targets(), tables)
def test_one_operation_rounds_once(source, parts, to, chapter):
    lengths = [length(source, value) for value in parts]
    together = convert_together(lengths, to, chapter).value
    assert together == convert(length(source, sum(parts, Fraction(0))), to, chapter).value
    apart = sum(convert(each, to, chapter).value for each in lengths)
    assert together >= apart if chapter.rounding == "down" else together <= apart


@given(values, tables, st.sampled_from(["years", "quarters", "months", "weeks"]), targets())
def test_what_is_not_rounded_comes_back(value, chapter, unit, to):
    there = exactly(Length(unit, value), to, chapter)
    assert exactly(Length(to.name, there, to.day_system), Unit(unit), chapter) == value


def converted(told, to, years=None, chapter=ART_13, **knobs):
    return convert(told, to, table(chapter, **knobs), years).value


def days(value, system):
    return Length("days", value, system)


MONTHS, WEEKS, QUARTERS, YEARS = Unit("months"), Unit("weeks"), Unit("quarters"), Unit("years")


@pytest.mark.parametrize(
    ("told", "to", "years", "expected"),
    [
        (Length("weeks", 100), MONTHS, None, 24),  # 600 days / 26 = 23.08
        (Length("weeks", 52), MONTHS, 1, 12),  # 312 / 26
        (Length("weeks", 53), MONTHS, 1, 12),  # 12.23, up to 13, at most 12 a year
        (Length("weeks", 26), MONTHS, None, 6),  # 156 / 26
        (days(132, 5), Unit("days", 7), None, 180),  # 132 / 22 = 6 months
        (days(133, 5), Unit("days", 7), None, 182),  # 181.36: rounded once, at the end
        (days(100, 6), MONTHS, None, 4),  # 3.85
        (days(200, 7), QUARTERS, None, 3),  # 2.22
        (Length("years", Fraction(27, 10)), MONTHS, None, 33),  # 32.4
        (Length("years", Fraction(5, 2)), MONTHS, None, 30),
        (Length("quarters", 5), MONTHS, None, 15),
        (Length("quarters", 5), WEEKS, None, 65),
        (Length("years", 2), WEEKS, None, 104),
        (Length("years", 2), Unit("days", 5), None, 528),
        (Length("months", 5), QUARTERS, None, 2),
        (Length("months", 10), YEARS, None, 1),
        (Length("weeks", 27), QUARTERS, None, 3),  # 2.08
        (Length("hours", 1000, 6), MONTHS, None, 5),  # 125 days / 26 = 4.81
        (Length("hours", 900), Unit("days", 5), None, 100),  # at the nine hours of the days asked for
        (Length("hours", 208), MONTHS, None, 1),  # nobody told the week: the six-day row
    ],
)
def test_the_table_of_article_13(told, to, years, expected):
    assert converted(told, to, years) == expected


@pytest.mark.parametrize(("route", "expected"), [("months", 180), ("weeks", 185), ("hours", 198)])
def test_days_of_one_week_become_days_of_another_by_the_route_told(route, expected):
    """132 days of a five-day week: 6 months of 30; 26.4 weeks of 7; 1 188 hours, 6 a day."""
    assert converted(days(132, 5), Unit("days", 7), day_route=route) == expected


def test_a_full_year_in_one_unit_is_a_full_year_in_the_other():
    """By hours, 264 days of nine hours would be 297 days of eight."""
    assert converted(days(264, 5), Unit("days", 6), 1, day_route="hours") == 312
    assert converted(days(264, 5), Unit("days", 6), 1, day_route="hours", annual_floor=False) == 297
    assert converted(days(263, 5), Unit("days", 6), 1, day_route="hours") == 296
    assert converted(days(312, 6), Unit("days", 7), 1, day_route="weeks", annual_cap=False) == 364
    assert converted(days(312, 6), Unit("days", 7), 1, day_route="weeks") == 360


@pytest.mark.parametrize(("reading", "expected"), [("times_years", 24), ("none", 26)])
def test_an_aggregate_for_several_years_above_the_cap(reading, expected):
    """110 weeks notified for two years: 25.38 months."""
    assert converted(Length("weeks", 110), MONTHS, 2, aggregate_cap=reading) == expected


@pytest.mark.parametrize(("reading", "expected"), [("untouched", 53), ("capped", 52)])
def test_the_same_unit_above_the_yearly_cap(reading, expected):
    assert converted(Length("weeks", 53), WEEKS, 1, same_unit=reading) == expected


@pytest.mark.parametrize(("reading", "expected"), [("13_weeks", 2), ("through_days", 3)])
def test_weeks_to_quarters_where_the_row_is_not_of_thirteen_weeks(reading, expected):
    """26 weeks: two quarters of 13; 182 days of a seven-day week are 2.02 quarters of 90."""
    assert converted(Length("weeks", 26), QUARTERS, week_month_row="7", weeks_to_quarters=reading) == expected


@pytest.mark.parametrize(
    ("told", "row", "to", "years", "expected"),
    [
        (days(100, 6), "6", MONTHS, None, Fraction(50, 13)),  # 3.846
        (Length("weeks", 40), "6", MONTHS, None, Fraction(120, 13)),  # 240 / 26 = 9.231
        (Length("weeks", 40), "5", MONTHS, None, Fraction(100, 11)),  # 200 / 22 = 9.091
        (Length("weeks", 60), "6", Unit("days", 6), 1, 312),  # 360, at most 312 a year
    ],
)
def test_the_supplementary_agreement_without_rounding(told, row, to, years, expected):
    assert converted(told, to, years, SUPPLEMENTARY, week_month_row=row) == expected


def test_a_table_without_the_figure_says_which():
    for told, to, said in [
        (Length("weeks", 3), MONTHS, "needs its day system"),
        (Length("quarters", 3), WEEKS, "weeks a quarter"),
        (Length("years", 3), WEEKS, "weeks a year"),
        (days(3, 6), MONTHS, "no row for a 6-day week"),
        (days(3, None), MONTHS, "needs its day system"),
    ]:
        with pytest.raises(NoRoute, match=said):
            convert(told, to, PLAIN)
    assert convert(Length("years", 3), MONTHS, PLAIN).value == 36
    assert convert(days(3, 6), Unit("days", 6), PLAIN) == days(3, 6)
    assert most_a_year("hours", 6, table(ART_13)) == 2496
    assert most_a_year("hours", None, table(ART_13)) == 2496
    assert most_a_year("hours", None, PLAIN) is None


def test_a_row_may_leave_figures_out():
    assert Row.read("7: - - - 75 300") == Row(7, None, None, None, 75, 300)
    with pytest.raises(NoRoute, match="days a month"):
        convert(days(3, 7), MONTHS, ConversionTable.read({"rows": ["7: - - - 75 300"]}))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"rows": ["4: 9 5 22 66 264"]}, "a week of 5, 6 or 7 days"),
        ({"rows": ["6: 8 6 26 78"]}, '"6: 8 6 26 78 312"'),
        ({"rows": ["6: 8 6 26 78 312.5"]}, "rows has"),
        ({"rows": ["6: 8 0 26 78 312"]}, "with a nought"),
        ({"rows": "6: 8 6 26 78 312"}, "not a list"),
        ({"rows": ["6: 8 6 26 78 312", "6: 8 6 26 78 300"]}, "two rows for the same week"),
        ({"week_month_row": "6"}, "rows has no such row"),
        ({"quarter_weeks": "13.0"}, "whole number above nought"),
        ({"quarter_weeks": 13.0}, "whole number above nought"),
        ({"quarter_weeks": "0"}, "whole number above nought"),
        ({"rounding": "sideways"}, 'rounding is "sideways". Allowed: down, none, up'),
        ({"annual_cap": "yes"}, "Write true or false"),
        ({"roundings": "up"}, 'Did you mean "rounding"?'),
        ({"unit": "month"}, 'Did you mean "months"?'),
    ],
)
def test_a_chapter_that_says_something_else_is_refused_with_the_remedy(told, said):
    with pytest.raises(ValueError, match=r"\[conversion\]") as refused:
        ConversionTable.read(told)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("told", "lengths"),
    [
        ({"years": 2, "months": "3"}, (Length("years", 2), Length("months", 3))),
        ({"days": "2.2222", "day_system": 5}, (Length("days", Fraction("2.2222"), 5),)),
        ({"months": "012", "weeks": None}, (Length("months", 12),)),
        ({"hours": "1/3", "weeks": 1}, (Length("weeks", 1), Length("hours", Fraction(1, 3)))),
    ],
)
def test_a_certified_length_is_read_by_unit(told, lengths):
    assert certified(told) == lengths


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "at least one of years"),
        ({"month": 3}, '"month" is not a unit'),
        ({"days": 3, "day_system": 4}, "5, 6 or 7"),
        ({"months": 3, "day_system": 5}, "there are none"),
        ({"months": 2.5}, 'a decimal as text such as "2.5"'),
        ({"months": "1e3"}, "not a length"),
        ({"months": "٣"}, "not a length"),
        ({"months": "1/0"}, "not a length"),
        ({"months": -1}, "not a length"),
        ({"months": True}, "not a length"),
    ],
)
def test_a_certified_length_that_cannot_be_is_refused(told, said):
    with pytest.raises(ValueError, match=r".") as refused:
        certified(told)
    assert said in str(refused.value)
