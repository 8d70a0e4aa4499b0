"""Conversions and additions that institutions and courts have published, each with its source.

States are told as XA, XB: what is tested is the table, not the law of a State.
"""

from datetime import date
from fractions import Fraction

import pytest

from portability.periods.conversion import ConversionTable, Length, convert, convert_together, most_a_year
from portability.periods.counting import Unit, Window, count
from portability.periods.crediting import Quarter, credit_quarters
from portability.periods.dates import elapsed
from portability.periods.lengths import certified
from portability.periods.overlap import OverlapRules, Spell
from portability.periods.spans import Span
from portability.periods.units import measure
from tests.periods.tables import ART_13, table

QUARTERS, MONTHS = Unit("quarters"), Unit("months")
RECORD = {"quarter_months": "3", "rounding": "up", "annual_cap": True, "per": "as_notified"}
"""United States agreements: any remainder is one further quarter of coverage, four in a calendar year."""


def quarters(told: Length, years: int | None = None, **agreement: object) -> object:
    return convert(told, QUARTERS, table(RECORD, **agreement), years).value


@pytest.mark.parametrize(
    ("agreement", "told", "expected"),
    [
        ({"rows": ["6: - - - 75 300"]}, Length("days", 300, 6), 4),  # Greece, SSA POMS GN 01738.110: 300 / 75 = 4
        ({"rows": ["6: - - - 75 300"]}, Length("days", 76, 6), 2),
        ({"rows": ["7: - - - 91 -"]}, Length("days", 91, 7), 1),  # Spain, GN 01722.110
        ({"rows": ["7: - - - 91 -"]}, Length("days", 184, 7), 3),
        ({"quarter_weeks": "13"}, Length("weeks", 52), 4),  # Ireland, GN 01736.110
        ({"quarter_weeks": "13"}, Length("weeks", 14), 2),
        ({}, Length("months", 9), 3),  # Portugal, GN 01728.110; Korea, GN 01741.120
        ({}, Length("months", 10), 4),
    ],
)
def test_united_states_divisors_are_data(agreement, told, expected):
    assert quarters(told, 1, **agreement) == expected


def test_united_states_no_more_than_four_quarters_a_year():
    greece = {"rows": ["6: - - - 75 300"]}
    assert quarters(Length("days", 320, 6), 1, **greece) == 4
    assert quarters(Length("days", 320, 6), None, **greece) == 5
    assert most_a_year("days", 6, table(RECORD, **greece)) == 300


def test_united_states_italy_weeks_to_quarters_laid_on_the_calendar():
    """SSA POMS GN 01706.026, examples A to C: 95 weeks are 7 quarters and 4 weeks, so 8."""
    period = Span(date(1950, 6, 15), date(1952, 9, 21))
    number = quarters(Length("weeks", 95), quarter_weeks="13")
    assert number == 8
    foreign = [*[(1950, q) for q in (2, 3, 4)], *[(1951, q) for q in (1, 2, 3, 4)]]
    assert list(credit_quarters(number, period)) == [*foreign, (1952, 1)]
    own = {Quarter(1952, 1), Quarter(1952, 2)}
    assert list(credit_quarters(number, period, own)) == [*foreign, (1952, 3)]
    assert list(credit_quarters(number, period, {*own, Quarter(1952, 3)})) == foreign


def test_united_states_italy_two_periods_in_one_quarter_credit_it_once():
    """GN 01706.026, example C: 122 weeks are 10 quarters, 35 weeks are 3, one quarter coincides."""
    one, two = Span(date(1966, 1, 1), date(1968, 4, 30)), Span(date(1968, 5, 1), date(1968, 12, 31))
    numbers = [quarters(Length("weeks", weeks), quarter_weeks="13") for weeks in (122, 35)]
    assert numbers == [10, 3]
    first = credit_quarters(numbers[0], one)
    second = credit_quarters(numbers[1], two, first)
    assert list(second) == [(1968, 3), (1968, 4)]
    assert len({*first, *second}) == 12


def test_united_states_denmark_any_fraction_is_a_whole_quarter_line_by_line():
    """SSA POMS GN 01748.106: the institution certifies 0.1 and 1.1 quarters."""
    lines = [certified({"quarters": told})[0] for told in ("0.1", "1.1")]
    assert [quarters(line) for line in lines] == [1, 2]


def test_united_states_netherlands_any_day_makes_a_month():
    """SSA POMS GN 01726.110: a month counts for any day in it; three months are a quarter, a remainder one more."""
    months = measure([Span(date(2001, 1, 31), date(2001, 4, 2)).stretch], MONTHS)
    assert (months, quarters(Length("months", months))) == (4, 2)


@pytest.mark.parametrize(("system", "quarter"), [(5, 66), (6, 78), (7, 90)])
def test_european_union_days_of_a_quarter(system, quarter):
    """Regulation 987/2009 Art 13, as the French pension funds restate it."""
    assert convert(Length("days", quarter, system), QUARTERS, table(ART_13)).value == 1
    assert convert(Length("days", quarter + 1, system), QUARTERS, table(ART_13)).value == 2
    assert convert(Length("years", 1), Unit("days", system), table(ART_13)).value == 4 * quarter


def test_european_union_quarters_are_those_certified_not_those_of_the_dates():
    """BSG 9 October 2012, B 5 R 54/11 R: 5 quarters certified for eight months are 15 months; 48 + 15 reach 60."""
    told = {("XA", "s"): QUARTERS, ("XB", "s"): MONTHS}
    career = [
        Spell("q", "XA", "s", "insurance", Span(date(1994, 10, 1), date(1995, 6, 1)), (Length("quarters", 5),)),
        Spell("m", "XB", "s", "insurance", None, (Length("months", 48),)),
    ]
    counted = count(career, told, OverlapRules(), table(ART_13))
    foreign = counted.foreign(("XB", "s"), "right", told).length
    assert (foreign, counted.own(("XB", "s")) + foreign) == (15, 63)


def test_european_union_contributions_in_weeks_are_added():
    """Dail Eireann, written answer 841 of 30 June 2020: 389 + 36 + 1 784 weekly contributions."""
    told = {("XA", "s"): Unit("weeks"), ("XB", "s"): Unit("weeks")}
    career = [
        Spell("paid", "XA", "s", "insurance", None, (Length("weeks", 389),)),
        Spell("credited", "XA", "s", "assimilated", None, (Length("weeks", 36),)),
        Spell("abroad", "XB", "s", "insurance", None, (Length("weeks", 1784),)),
    ]
    counted = count(career, told, OverlapRules(), table(ART_13))
    assert counted.own(("XA", "s")) + counted.foreign(("XA", "s"), "right", told).length == 2209


def test_european_union_forty_years_in_three_states_are_160_quarters():
    """La retraite en clair, 2018: 21, 15 and 4 years, the first State counting quarters."""
    told = {("XA", "s"): QUARTERS, ("XB", "s"): Unit("years"), ("XC", "s"): Unit("years")}
    career = [
        Spell(state, state, "s", kind, None, certified({"years": number}))
        for state, kind, number in [("XA", "insurance", 21), ("XB", "self_employment", 15), ("XC", "employment", 4)]
    ]
    counted = count(career, told, OverlapRules(), table(ART_13))
    foreign = counted.foreign(("XA", "s"), "right", told)
    assert counted.own(("XA", "s")) + foreign.length == 160
    assert [length for _, length in foreign.each] == [60, 16]


def test_australia_years_months_and_days_are_added_by_thirties_and_rounded_up():
    """Social Security Guide 7.2.2.40: 10 y 1 m 13 d and 4 y 5 m are 14 y 7 m 12 d, so 176 months.

    The guide prints 29 days for 19 February to 16 March 1990; there are 26. The result is the same.
    """
    spans = [Span(date(1966, 7, 5), date(1976, 8, 17)), Span(date(1985, 9, 19), date(1990, 3, 16))]
    found = [elapsed(each, "earlier") for each in spans]
    assert found == [(10, 1, 13), (4, 5, 26)]
    guide = ConversionTable.read({"rows": ["7: - 7 30 90 360"], "rounding": "up"})
    for days in (26, 29):
        lines = [found[0]._asdict(), {**found[1]._asdict(), "days": days}]
        told = [length for line in lines for length in certified({**line, "day_system": 7})]
        assert convert_together(told, MONTHS, guide).value == 176


def test_australia_both_ends_of_a_period_are_included():
    """Social Security Guide 7.2.2.40: 3 March to 2 April is one month, 17 July 1988 to 16 July 1989 one year."""
    assert elapsed(Span(date(1990, 3, 3), date(1990, 4, 2)), "earlier") == (0, 1, 0)
    assert elapsed(Span(date(1988, 7, 17), date(1989, 7, 16)), "earlier") == (1, 0, 0)


def test_australia_india_residence_before_a_date_is_ignored():
    """Social Security Guide 10.32.8.20: residence counts from 16 November 1995."""
    window = Window(Span(date(1995, 11, 16), date.max), "never", "outside_instrument_dates")
    career = [Spell("r", "XA", "s", "residence", Span(date(1990, 1, 1), date(1996, 11, 15)))]
    counted = count(
        career, {("XA", "s"): Unit("months", None, "proportional")}, OverlapRules(), ConversionTable(), window=window
    )
    assert counted.own(("XA", "s")) == 11 + Fraction(15 + 15, 30)


@pytest.mark.parametrize(
    ("own", "abroad", "source"),
    [
        (15, 10, "PensioniOggi: international totalisation, 15 and 10 years"),
        (7, 16, "GOV.UK: the new State Pension, 7 years and 16 in the EEA"),
        (7, 20, "Lexology on EPS para 43-A: 7 years in India and 20 at home"),
        (10, 7, "DC Business 2020: 10 years in Romania and 7 abroad"),
        (26, 8, "Rzeczpospolita: 26 years in Poland and 8 in Denmark"),
        (24, 6, "PrawoZUS: 24 years in Poland and 6 in Germany"),
        (10, 10, "Citizens Advice Jersey: 10 and 10 years"),
        (7, 4, "Social Security Guide 10.1.5.10: 7 years of residence and 4 of Italian contributions"),
        (3, 2, "Japan Pension Service: 3 and 2 years"),
    ],
)
def test_years_of_two_states_add_up_and_fractions_to_one(own, abroad, source):
    told = {("XA", "s"): Unit("years"), ("XB", "s"): Unit("years")}
    career = [
        Spell(state, state, "s", "insurance", None, certified({"years": number}))
        for state, number in (("XA", own), ("XB", abroad))
    ]
    counted = count(career, told, OverlapRules(), table(ART_13))
    totals = {member: counted.own(member) + counted.foreign(member, "right", told).length for member in told}
    assert set(totals.values()) == {own + abroad}, source
    assert sum(Fraction(counted.own(member), totals[member]) for member in told) == 1
