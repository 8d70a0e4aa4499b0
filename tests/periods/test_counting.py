"""What a State counts of its own and of others: each reading, and each reason why a spell does not count."""

from datetime import date, timedelta

import pytest

from portability.periods.conversion import Length
from portability.periods.counting import Accepted, Unit, Window, count, count_alone
from portability.periods.overlap import KINDS, OverlapRules, Spell
from portability.periods.spans import Span
from tests.periods.drawn import FIRST, days_of, insured, span, year, years
from tests.periods.tables import ART_13, PLAIN, table

XA, XB, XC = ("XA", "s"), ("XB", "s"), ("XC", "s")
MONTHS = {member: Unit("months") for member in (XA, XB, XC)}


def test_overlapping_spells_of_one_state_count_once():
    career = [insured("a", "XA", years(2000, 2004)), insured("b", "XA", years(2003, 2005), "voluntary")]
    counted = count_alone(career, MONTHS, PLAIN)
    assert counted.own(XA) == 72
    assert [entry.right.counted for entry in counted.entries] == [60, 12]
    assert counted.entries[1].right.why_not == "counted_in_another_period"


def test_a_month_state_keeps_a_month_of_which_it_keeps_a_day():
    career = [
        insured("a", "XA", Span(date(2010, 1, 1), date(2010, 6, 15))),
        insured("b", "XB", Span(date(2010, 6, 1), date(2010, 6, 30)), "voluntary"),
    ]
    counted = count(career, MONTHS, OverlapRules(), PLAIN)
    assert (counted.own(XA), counted.own(XB)) == (6, 1)
    assert counted.displaced_voluntary(XB) == 0


def test_compulsory_insurance_in_two_states_at_once_under_either_reading():
    career = [insured("a", "XA", years(2000, 2005)), insured("b", "XB", years(2004, 2009))]
    each = count(career, MONTHS, OverlapRules(same_rank="each_own"), PLAIN)
    assert (each.own(XA), each.own(XB)) == (72, 72)
    assert (each.foreign(XA, "right", MONTHS).length, each.foreign(XB, "right", MONTHS).length) == (48, 48)
    once = count(career, MONTHS, OverlapRules(same_rank="count_once"), PLAIN)
    assert (once.own(XA), once.own(XB)) == (72, 48)
    assert once.entries[1].right.why_not == "displaced_by_same_rank"
    assert once.entries[1].right.displaced_by == ("a",)


def test_a_third_state_gets_time_that_two_others_share_once():
    career = [insured("a", "XA", years(2000, 2005)), insured("b", "XB", years(2004, 2009))]
    foreign = count(career, MONTHS, OverlapRules(), PLAIN).foreign(XC, "right", MONTHS)
    assert foreign.each == ((XA, 72), (XB, 48))


@pytest.mark.parametrize(("reading", "expected"), [("added", 30), ("free_time", 12)])
def test_an_undated_certified_length_under_either_reading(reading, expected):
    """Insured in XA for four of the five years in which the undated thirty months can lie."""
    career = [insured("a", "XA", years(2000, 2003)), insured("b", "XB", None, certified=(Length("months", 30),))]
    counted = count(career, MONTHS, OverlapRules(undated=reading), PLAIN, frame=years(2000, 2004))
    assert counted.own(XB) == expected
    assert counted.foreign(XA, "right", MONTHS).length == expected
    assert counted.entries[1].right.why_not == ("no_free_time" if reading == "free_time" else None)


@pytest.mark.parametrize(("reading", "expected"), [("never", 24), ("counted", 54)])
def test_a_window_and_undated_periods_under_either_reading(reading, expected):
    career = [insured("a", "XA", years(2000, 2009)), insured("b", "XA", None, certified=(Length("months", 30),))]
    counted = count_alone(career, MONTHS, PLAIN, window=Window(years(2008, 2012), reading))
    assert counted.own(XA) == expected
    assert counted.entries[0].right.why_not == "outside_window"


def test_last_insurance_before_the_window_still_settles_credited_time():
    career = [
        insured("a", "XA", year(2005)),
        insured("c", "XA", year(2012), "assimilated"),
        insured("d", "XB", year(2012), "assimilated"),
    ]
    window = Window(Span(date(2012, 7, 1), date(2020, 1, 1)))
    counted = count(career, MONTHS, OverlapRules(), PLAIN, window=window)
    assert (counted.own(XA), counted.own(XB)) == (6, 0)


def test_an_instrument_that_counts_from_a_date_says_so():
    """The pension agreement of the Eurasian Economic Union counts time from 12 January 2021 only."""
    window = Window(Span(date(2021, 1, 12), date.max), "never", "outside_instrument_dates")
    career = [insured("a", "XA", years(2018, 2020)), insured("b", "XA", years(2021, 2022))]
    counted = count(career, {XA: Unit("days")}, OverlapRules(), PLAIN, window=window)
    assert counted.own(XA) == 365 + 365 - 11
    assert [entry.right.why_not for entry in counted.entries] == ["outside_instrument_dates"] * 2


def test_reasons_why_a_spell_is_not_there_at_all():
    career = [
        insured("kind", "XA", year(2001), "residence"),
        insured("branch", "XA", year(2002), for_right=False, for_amount=False),
        insured("right", "XA", year(2003), for_amount=False),
        insured("class", "XA", year(2004)),
        insured("counts", "XA", year(2005), "voluntary"),
    ]
    accepted = {XA: Accepted(right=["insurance", "voluntary"], amount=["insurance"])}
    counted = count_alone(career, MONTHS, PLAIN, accepted=accepted, left_out={"class": "class_not_added"})
    assert [(entry.right.why_not, entry.amount.why_not) for entry in counted.entries] == [
        ("kind_not_counted", "kind_not_counted"),
        ("not_for_this_branch", "not_for_this_branch"),
        (None, "not_for_the_amount"),
        ("class_not_added", "class_not_added"),
        (None, "kind_not_counted"),
    ]
    assert (counted.own(XA, "right"), counted.own(XA, "amount")) == (24, 0)


def test_what_does_not_count_for_a_purpose_displaces_nothing_there():
    career = [insured("a", "XA", year(2010), for_amount=False), insured("b", "XB", year(2010), "voluntary")]
    counted = count(career, MONTHS, OverlapRules(), PLAIN)
    assert (counted.own(XB, "right"), counted.own(XB, "amount")) == (0, 12)


def test_schemes_of_one_state_are_counted_apart_and_added_once():
    told = {("XA", "s"): Unit("months"), ("XA", "t"): Unit("months"), XB: Unit("months")}
    career = [
        insured("a", "XA", years(2000, 2001)),
        Spell("b", "XA", "t", "insurance", years(2001, 2002)),
        insured("c", "XB", year(2003)),
    ]
    counted = count(career, told, OverlapRules(), PLAIN)
    assert [counted.own(member) for member in told] == [24, 24, 12]
    assert counted.foreign(XB, "right", told).each == ((("XA", "s"), 24), (("XA", "t"), 12))
    assert counted.foreign(("XA", "s"), "right", told).length == 24
    assert counted.members == tuple(sorted(told))


def test_an_unfinished_month_where_only_complete_ones_count():
    counted = count_alone([insured("a", "XA", span(0, 10))], {XA: Unit("months", None, "complete")}, PLAIN)
    assert counted.own(XA) == 0
    assert counted.entries[0].right.why_not == "no_complete_unit"


def test_last_day_and_days_of_a_scheme():
    undated = insured("c", "XB", None, certified=(Length("months", 1),))
    career = [insured("a", "XA", span(0, 3)), insured("b", "XA", span(3, 4)), undated]
    counted = count(career, MONTHS, OverlapRules(), PLAIN)
    assert counted.days(XA) == (Span(FIRST, FIRST + timedelta(6)),)
    assert counted.last_day(XA) == FIRST + timedelta(6)
    assert (counted.days(XB), counted.last_day(XB), counted.own(XC)) == ((), None, 0)


def test_two_periods_of_one_id_and_a_scheme_without_a_unit_are_refused():
    with pytest.raises(ValueError, match="same id"):
        count([insured("a", "XA", span(0, 3))] * 2, MONTHS, None, PLAIN)
    with pytest.raises(ValueError, match="no unit is told for XA s"):
        count([insured("a", "XA", span(0, 3))], {XB: Unit("months")}, None, PLAIN)


def test_ten_thousand_spells_are_counted():
    """Every kind in four States; the union of the days bounds every total."""
    career = [
        Spell(f"p{n}", ("XA", "XB", "XC", "XD")[n % 4], "s", KINDS[n % 6], span(7 * n % 20_000, 1 + n % 90))
        for n in range(10_000)
    ]
    calendar = {(state, "s"): Unit("days") for state in ("XA", "XB", "XC", "XD")}
    counted = count(career, calendar, OverlapRules(same_rank="count_once"), PLAIN)
    total = sum(counted.own(member) for member in calendar)
    assert total == len({day for spell in career for day in days_of(spell)})


@pytest.mark.parametrize(
    ("way", "scope", "expected"),
    [("up", "per_operation", 4), ("up", "total", 3), ("down", "per_operation", 2), ("down", "total", 2)],
)
def test_rounding_of_each_conversion_or_of_what_they_add_up_to(way, scope, expected):
    """27 days in 2010 and 27 in 2011, notified apart; at 26 a month each is 27/26, together 54/26 = 2 1/13 months."""
    days = [
        Spell(id_, "XA", "s", "insurance", span(first, first + 40), certified=(Length("days", 27, 6),))
        for id_, first in (("a", 1), ("b", 400))
    ]
    career = [*days, Spell("c", "XB", "t", "insurance", span(2000, 2010))]
    units = {("XA", "s"): Unit("days", 6), ("XB", "t"): Unit("months")}
    counted = count(career, units, OverlapRules(), table(ART_13, rounding=way, rounding_scope=scope))
    assert counted.foreign(("XB", "t"), "right", units).length == expected
    assert counted.own(("XA", "s")) == 54


@pytest.mark.parametrize(("credited", "expected", "beside_own"), [("added", 7, 7), ("calendar_quarters", 6, 5)])
def test_a_calendar_quarter_counts_once_where_the_law_counts_calendar_quarters(credited, expected, beside_own):
    """46 weeks from July 2009 to May 2010 are four quarters, 28 from then to the beginning of December three.

    Added: seven. On the calendar the first four end with the second of 2010, in which the others begin: for those there is the
    third and the fourth. Where the State counts the fourth by itself, for December, that is passed over too.
    """
    def spell(id_, first, last, weeks):
        return Spell(id_, "XA", "s", "insurance", Span(first, last), certified=(Length("weeks", weeks),))

    career = [spell("b", date(2010, 5, 21), date(2010, 12, 5), 28), spell("a", date(2009, 7, 6), date(2010, 5, 20), 46)]
    units = {("XA", "s"): Unit("weeks"), ("XB", "t"): Unit("quarters")}
    told = table(ART_13, credited=credited)
    undated = Spell("own", "XB", "t", "insurance", None, certified=(Length("quarters", 6),))
    for rows in ([*career, undated], [undated, *career[::-1]]):
        assert count(rows, units, OverlapRules(), told).foreign(("XB", "t"), "right", units).length == expected
    own = Spell("own", "XB", "t", "insurance", Span(date(2010, 12, 6), date(2010, 12, 31)))
    with_own = count([own, *career], units, OverlapRules(), told).foreign(("XB", "t"), "right", units).length
    assert with_own == beside_own
