"""Certified lengths beside dates, and the operations that convert them."""

from datetime import date
from fractions import Fraction

from portability.periods.conversion import Length
from portability.periods.counting import Unit, count
from portability.periods.overlap import OverlapRules
from portability.periods.spans import Span
from tests.periods.drawn import insured, year, years
from tests.periods.tables import ART_13, PLAIN, table

AGGREGATE = table(ART_13, per="aggregate")
XA, XB = ("XA", "s"), ("XB", "s")
MONTHS = {XA: Unit("months"), XB: Unit("months")}


def test_a_certified_length_is_not_recomputed_from_its_dates():
    eight_months = Span(date(1994, 10, 1), date(1995, 6, 1))
    told = {XA: Unit("quarters"), XB: Unit("months")}
    counted = count(
        [insured("a", "XA", eight_months, certified=(Length("quarters", 5),))], told, OverlapRules(), table(ART_13)
    )
    assert counted.own(XA) == 5
    assert counted.foreign(XB, "right", told).length == 15


def test_a_certified_length_loses_what_its_state_would_count_of_the_displaced_days():
    career = [
        insured("a", "XA", year(2010), "voluntary", certified=(Length("months", 10),)),
        insured("b", "XB", Span(date(2010, 1, 1), date(2010, 4, 30))),
    ]
    counted = count(career, MONTHS, OverlapRules(), PLAIN)
    assert counted.own(XA) == 6
    assert counted.displaced_voluntary(XA) == 4
    assert counted.entries[0].right.displaced_by == ("b",)


def test_a_certified_length_displaced_wholly_counts_nothing():
    career = [
        insured("a", "XA", Span(date(2010, 1, 1), date(2010, 2, 28)), "voluntary", certified=(Length("months", 5),)),
        insured("b", "XB", year(2010)),
    ]
    counted = count(career, MONTHS, OverlapRules(), PLAIN)
    assert (counted.own(XA), counted.displaced_voluntary(XA)) == (0, 5)


def test_a_certified_length_shorter_than_what_was_displaced_counts_nothing():
    career = [
        insured("a", "XA", year(2010), "voluntary", certified=(Length("months", 3),)),
        insured("b", "XB", Span(date(2010, 1, 1), date(2010, 6, 30))),
    ]
    assert count(career, MONTHS, OverlapRules(), PLAIN).own(XA) == 0


def test_a_month_that_a_certified_length_holds_is_not_counted_again_for_dated_days():
    """Certified to 15 March, dated from 16 March to the end of April: March is in the three months certified."""
    career = [
        insured("a", "XA", Span(date(2010, 1, 1), date(2010, 3, 15)), certified=(Length("months", 3),)),
        insured("b", "XA", Span(date(2010, 3, 16), date(2010, 4, 30))),
    ]
    counted = count(career, MONTHS, OverlapRules(), PLAIN)
    assert counted.own(XA) == 4
    assert counted.foreign(XB, "right", MONTHS).length == 4


def test_a_sum_with_an_undated_length_has_no_known_years_and_so_no_cap():
    """60 weeks of 2015 and 60 without dates: 120 weeks are 27.69 months."""
    told = {XA: Unit("weeks"), XB: Unit("months")}
    career = [
        insured("a", "XA", year(2015), certified=(Length("weeks", 60),)),
        insured("b", "XA", None, certified=(Length("weeks", 60),)),
    ]
    assert count(career, told, OverlapRules(), AGGREGATE).foreign(XB, "right", told).length == 28


def test_days_without_a_day_system_are_those_of_the_state_that_certifies_them():
    told = {XA: Unit("days", 6), XB: Unit("months")}
    counted = count([insured("a", "XA", None, certified=(Length("days", 78),))], told, OverlapRules(), table(ART_13))
    assert counted.own(XA) == 78
    assert counted.foreign(XB, "right", told).length == 3


def test_a_length_no_figure_converts_is_named_and_not_taken_for_nought():
    told = {XA: Unit("months"), XB: Unit("months")}
    career = [
        insured("weeks", "XA", None, certified=(Length("weeks", 100),)),
        insured("months", "XA", None, certified=(Length("months", 7),)),
    ]
    counted = count(career, told, OverlapRules(), PLAIN)
    assert (counted.own(XA), counted.not_converted(XA)) == (7, ("weeks",))
    assert counted.entries[0].right.why_not == "unit_not_convertible"
    foreign = counted.foreign(XB, "right", told)
    assert foreign.not_converted == ("months", "weeks")  # one operation brings both


def test_a_partly_displaced_length_no_figure_converts_is_named_too():
    career = [
        insured("weeks", "XA", year(2010), "voluntary", certified=(Length("weeks", 40),)),
        insured("b", "XB", Span(date(2010, 1, 1), date(2010, 3, 31))),
    ]
    counted = count(career, MONTHS, OverlapRules(), PLAIN)
    assert counted.not_converted(XA) == ("weeks",)
    assert counted.foreign(XB, "right", MONTHS).not_converted == ("weeks",)


def test_year_by_year_rounds_and_caps_each_year_and_in_one_operation_only_the_sum():
    """60 weeks in 2015 and 40 in 2016: 13.85 and 9.23 months by year; 23.08 together, at most 24 in two years."""
    told = {XA: Unit("weeks"), XB: Unit("months")}
    career = [
        insured("a", "XA", year(2015), certified=(Length("weeks", 60),)),
        insured("b", "XA", year(2016), certified=(Length("weeks", 40),)),
    ]
    for per, cap, expected in [
        ("as_notified", "times_years", 12 + 10),
        ("aggregate", "times_years", 24),
        ("aggregate", "none", 24),
    ]:
        counted = count(career, told, OverlapRules(), table(ART_13, per=per, aggregate_cap=cap))
        assert counted.foreign(XB, "right", told).length == expected


def test_lines_of_one_calendar_year_are_one_notification():
    """2 x 30 weeks in one year are 60: 13.85 months, at most 12."""
    told = {XA: Unit("weeks"), XB: Unit("months")}
    halves = [Span(date(2015, 1, 1), date(2015, 6, 30)), Span(date(2015, 7, 1), date(2015, 12, 31))]
    career = [insured(str(when), "XA", when, certified=(Length("weeks", 30),)) for when in halves]
    assert count(career, told, OverlapRules(), table(ART_13)).foreign(XB, "right", told).length == 12


def test_longer_and_undated_lengths_are_notifications_of_their_own():
    """110 weeks for two years: 25.38, at most 24; 10 undated weeks: 2.31; dated 2017 and 2019-2020 in days."""
    told = {XA: Unit("weeks"), XB: Unit("months")}
    career = [
        insured("two years", "XA", years(2015, 2016), certified=(Length("weeks", 110),)),
        insured("undated", "XA", None, certified=(Length("weeks", 10),)),
    ]
    assert count(career, told, OverlapRules(), table(ART_13)).foreign(XB, "right", told).length == 24 + 3
    dated = [insured("one", "XA", year(2017)), insured("two", "XA", years(2019, 2020))]
    told = {XA: Unit("quarters"), XB: Unit("months")}
    assert count(dated, told, OverlapRules(), table(ART_13)).foreign(XB, "right", told).length == 12 + 24


def test_converted_own_lengths_are_rounded_once():
    """Certified in weeks by a State that counts months: 2 x 10 weeks are 4.62 months."""
    career = [insured(name, "XA", None, certified=(Length("weeks", 10),)) for name in "ab"]
    counted = count(career, MONTHS, OverlapRules(), table(ART_13))
    assert counted.own(XA) == 5
    assert [entry.right.counted for entry in counted.entries] == [Fraction(60, 26)] * 2
