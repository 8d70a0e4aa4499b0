"""Published conversion tables, asked of the conversion chapters on the shelf: the law files say what the sources print.

What other institutions published of their own agreements (quarters of coverage, working life residence) stands in
`test_published`.
"""

import tomllib
from dataclasses import fields
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from portability.periods.conversion import ConversionTable, Length, convert, exactly, most_a_year
from portability.periods.units import Unit

INSTRUMENTS = Path(__file__).resolve().parents[2] / "agreements" / "instruments"
KNOBS = tuple(each.name for each in fields(ConversionTable))
REGULATIONS = ("eu-883-2004", "eu-1408-71")
CONVENTION = "ecss-1972"

PRINTED = {5: (9, 5, 22, 66, 264), 6: (8, 6, 26, 78, 312), 7: (6, 7, 30, 90, 360)}
"""Week of so many days: hours a day, days a week, a month, a quarter, at most a year.

Regulation (EC) No 987/2009 Art 13(1)(b), German text at rvrecht.deutsche-rentenversicherung.de.
"""

QUARTERS, MONTHS, WEEKS = (Unit(name) for name in ("quarters", "months", "weeks"))
SYSTEMS = pytest.mark.parametrize(("system", "figures"), PRINTED.items())
BOTH = pytest.mark.parametrize("instrument", REGULATIONS)


@cache
def chapter(instrument: str) -> ConversionTable:
    """An instrument's conversion chapter, as its file tells it."""
    told = tomllib.loads((INSTRUMENTS / f"{instrument}.toml").read_text("utf-8"))["conversion"]
    return ConversionTable.read({key: told[key]["is"] for key in KNOBS if key in told})


@BOTH
@SYSTEMS
def test_each_row_of_the_table_of_article_13_holds_both_ways(instrument, system, figures):
    hours, *lengths, _ = figures
    table, days = chapter(instrument), Unit("days", system)
    assert convert(Length("hours", hours, system), days, table) == Length("days", 1, system)
    for unit, length in zip((WEEKS, MONTHS, QUARTERS), lengths, strict=True):
        assert convert(Length("days", length, system), unit, table).value == 1
        assert convert(Length("days", length + 1, system), unit, table).value == 2, "a rest is one more unit"
        assert convert(Length(unit.name, 1), days, table).value == length


@BOTH
@SYSTEMS
def test_no_year_has_more_days_than_the_table_prints(instrument, system, figures):
    table, most = chapter(instrument), figures[-1]
    assert most_a_year("days", system, table) == most
    assert convert(Length("days", most, system), MONTHS, table, 1).value == 12
    assert convert(Length("days", most + 1, system), MONTHS, table, 1).value == 12
    assert convert(Length("months", 12), Unit("days", system), table, 1).value == most


@pytest.mark.parametrize("instrument", [*REGULATIONS, CONVENTION])
@pytest.mark.parametrize(
    ("told", "to", "printed"),
    [
        (Length("quarters", 1), MONTHS, 3),
        (Length("quarters", 1), WEEKS, 13),
        (Length("weeks", 13), QUARTERS, 1),
        (Length("years", 1), QUARTERS, 4),
        (Length("years", 1), MONTHS, 12),
        (Length("years", 1), WEEKS, 52),
        (Length("weeks", 26), Unit("days", 6), 156),
        (Length("weeks", 26), MONTHS, 6),
        (Length("months", 6), WEEKS, 26),
    ],
)
def test_quarters_years_and_weeks_are_those_printed(instrument, told, to, printed):
    assert exactly(told, to, chapter(instrument)) == printed


@pytest.mark.parametrize("system", [5, 6])
def test_the_convention_of_1972_has_two_rows_and_keeps_fractions(system):
    """Supplementary Agreement Art 15(3): the five- and the six-day week, and no rule on fractions."""
    table = chapter(CONVENTION)
    assert [row.system for row in table.rows] == [5, 6]
    month = PRINTED[system][2]
    assert convert(Length("days", month + 1, system), MONTHS, table).value == 1 + Fraction(1, month)


def test_five_quarters_are_fifteen_months():
    """Bundessozialgericht, 9 October 2012, B 5 R 54/11 R, on Regulation (EEC) No 574/72 Art 15(3): 48 + 15 reach 60."""
    assert convert(Length("quarters", 5), MONTHS, chapter("eu-1408-71")).value == 15


def test_fifty_six_weeks_are_thirteen_months():
    """Bundessozialgericht, 28 January 1977, 5 RJ 48/76: 12 months and 24 days, the rest a whole month; 47 + 13 = 60."""
    weeks = Length("weeks", 56)
    assert exactly(weeks, MONTHS, chapter("eu-1408-71")) == 12 + Fraction(24, 26)
    assert convert(weeks, MONTHS, chapter("eu-1408-71")).value == 13


@pytest.mark.parametrize(("years", "quarters"), [(21, 84), (15, 60), (4, 16)])
def test_years_abroad_are_four_french_quarters_each(years, quarters):
    """La retraite en clair, 8 January 2018: 21 + 15 + 4 years are 160 quarters."""
    assert convert(Length("years", years), QUARTERS, chapter("eu-883-2004")).value == quarters


@pytest.mark.parametrize(
    ("told", "months", "quarters", "weeks"),
    [
        (Length("months", 60), 60, 20, 260),
        (Length("quarters", 20), 60, 20, 260),
        (Length("weeks", 260), 60, 20, 260),
        (Length("days", 1560, 6), 60, 20, 260),
        (Length("days", 1320, 5), 60, 20, 264),
        (Length("days", 1890, 7), 63, 21, 270),
    ],
)
def test_the_lengths_of_the_scenario_of_article_13_leave_no_rest(told, months, quarters, weeks):
    """The rows worked by hand in scenarios/cases/published-eu-987-art13-table/source.md."""
    table = chapter("eu-883-2004")
    assert [exactly(told, unit, table) for unit in (MONTHS, QUARTERS, WEEKS)] == [months, quarters, weeks]
