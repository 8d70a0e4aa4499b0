"""Careers worked by hand from the articles on overlap: Regulation 987/2009 Arts 12 and 43(2), ETS 78A Art 15."""

from datetime import date
from fractions import Fraction

from portability.periods.counting import Unit, Window, count
from portability.periods.lengths import Length
from portability.periods.overlap import OverlapRules, Spell
from portability.periods.spans import Span
from tests.periods.drawn import year, years
from tests.periods.tables import ART_13, SUPPLEMENTARY, table

XA, XB, XC = ("XA", "general"), ("XB", "general"), ("XC", "general")
MONTHS = {member: Unit("months") for member in (XA, XB, XC)}
ART_12 = OverlapRules()


def spell(name: str, member: tuple[str, str], when: Span | None, kind: str = "insurance", **more: object) -> Spell:
    return Spell(name, *member, kind, when, **more)


def totalled(counted, member, members=(XA, XB)):
    return counted.own(member) + counted.foreign(member, "right", members).length


def test_art_12_3_voluntary_insurance_yields_and_art_43_2_keeps_its_increment():
    """Ten compulsory years in XA; in XB two voluntary years among them, then ten compulsory: 240 months in all."""
    career = [
        spell("a", XA, years(2000, 2009)),
        spell("v", XB, years(2005, 2006), "voluntary"),
        spell("b", XB, years(2010, 2019)),
    ]
    counted = count(career, MONTHS, ART_12, table(ART_13))
    assert [totalled(counted, member) for member in (XA, XB)] == [240, 240]
    assert counted.own(XB) == 120
    assert counted.displaced_voluntary(XB) == 24


def test_art_12_4_work_displaces_credited_study():
    career = [spell("a", XA, year(2010)), spell("s", XB, year(2010), "assimilated")]
    counted = count(career, MONTHS, ART_12, table(ART_13))
    assert (counted.own(XA), counted.own(XB), totalled(counted, XA)) == (12, 0, 12)
    assert counted.entries[1].right.why_not == "displaced_by_real"
    assert counted.displaced_voluntary(XB) == 0


def test_art_12_5_credited_unemployment_stays_with_the_state_of_the_last_insurance():
    career = [
        spell("a", XA, years(2000, 2004)),
        spell("b", XB, years(2008, 2011)),
        spell("ua", XA, year(2012), "assimilated"),
        spell("ub", XB, year(2012), "assimilated"),
    ]
    counted = count(career, MONTHS, ART_12, table(ART_13))
    assert (counted.own(XA), counted.own(XB)) == (60, 60)
    assert counted.entries[2].right.why_not == "displaced_by_last_insurance"
    assert counted.entries[2].right.displaced_by == ("ub",)


def test_art_12_6_what_has_no_dates_is_presumed_not_to_overlap():
    career = [spell("a", XA, years(2000, 2009)), spell("b", XB, None, certified=(Length("months", 130),))]
    counted = count(career, MONTHS, ART_12, table(ART_13))
    assert totalled(counted, XA) == 250


def test_part_of_a_month_of_work_displaces_only_those_days():
    """XB's voluntary month of June is gone for fifteen days; any day left keeps the month, thirtieths keep half."""
    career = [
        spell("a", XA, Span(date(2010, 1, 1), date(2010, 6, 15))),
        spell("v", XB, Span(date(2010, 5, 1), date(2010, 7, 31)), "voluntary"),
    ]
    half = Fraction(3, 2)
    for part, own, increment in [("any_day", 2, 1), ("complete", 1, 2), ("proportional", half, half)]:
        told = {XA: Unit("months"), XB: Unit("months", None, part)}
        counted = count(career, told, ART_12, table(ART_13))
        assert counted.own(XB) == own
        assert counted.displaced_voluntary(XB) == increment


def test_ets_78a_art_15_voluntary_year_against_a_compulsory_one():
    career = [spell("v", XA, year(2010), "voluntary"), spell("b", XB, year(2010))]
    counted = count(career, MONTHS, ART_12, table(SUPPLEMENTARY))
    assert (counted.own(XA), counted.own(XB), totalled(counted, XB)) == (0, 12, 12)
    assert counted.displaced_voluntary(XA) == 12


def test_ets_78a_art_15_weekly_stamps_of_one_year_stop_at_312_days():
    """60 weekly stamps dated in one year: 360 days of a six-day week, at most 312."""
    told = {XA: Unit("weeks"), XB: Unit("days", 6)}
    career = [spell("a", XA, year(2015), certified=(Length("weeks", 60),))]
    assert count(career, told, ART_12, table(SUPPLEMENTARY)).foreign(XB, "right", told).length == 312


def test_ets_78a_art_15_foreign_periods_must_lie_in_the_same_window():
    """36 months in the last 60: 20 of XA's inside, 18 of XB's, and five years of XA's before it that do not help."""
    career = [
        spell("old", XA, years(2005, 2009)),
        spell("a", XA, Span(date(2015, 1, 1), date(2016, 8, 31))),
        spell("b", XB, Span(date(2018, 7, 1), date(2019, 12, 31))),
    ]
    window = Window(years(2015, 2019))
    counted = count(career, MONTHS, ART_12, table(SUPPLEMENTARY), window=window)
    assert counted.own(XB) == 18
    assert counted.foreign(XB, "right", (XA, XB)).length == 20
