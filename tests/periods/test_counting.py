"""Lengths of whole careers: the invariants of the house first, then each reading and each reason."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portability.periods.conversion import Length
from portability.periods.counting import Accepted, Unit, Window, count, count_alone
from portability.periods.overlap import KINDS, OverlapRules, Spell
from portability.periods.spans import Span
from portability.periods.stretches import merge
from portability.periods.units import measure
from tests.periods.drawn import FIRST, days_of, rules, span, spells, year, years
from tests.periods.tables import ART_13, PLAIN, table

AGGREGATE = table(ART_13, per="aggregate")
units = st.builds(
    Unit,
    st.sampled_from(["months", "weeks", "quarters", "years"]),
    st.none(),
    st.sampled_from(["any_day", "complete", "proportional"]),
)
PURPOSES = ("right", "amount")
XA, XB, XC = (("XA", "s"), ("XB", "s"), ("XC", "s"))


@st.composite
def unit_of(draw, members=(XA, XB, XC)):
    return {member: draw(units) for member in members}


def lengths(counted, members=(XA, XB, XC)):
    """Every length a counted career can be asked for."""
    return {
        (member, purpose): (
            counted.own(member, purpose),
            counted.displaced_voluntary(member, purpose),
            counted.foreign(member, purpose, members),
            counted.days(member, purpose),
            counted.last_day(member, purpose),
        )
        for member in members
        for purpose in PURPOSES
    }


@given(spells(), unit_of(), rules(), st.data())
def test_cutting_a_dated_period_into_two_touching_halves_changes_nothing(career, told, chapter, data):
    long = [spell for spell in career if spell.span.start < spell.span.end]
    assume(long)
    whole = data.draw(st.sampled_from(long))
    last = whole.span.start + timedelta(data.draw(st.integers(0, (whole.span.end - whole.span.start).days - 1)))
    halves = [
        Spell("first", whole.country, whole.scheme, whole.kind, Span(whole.span.start, last)),
        Spell("second", whole.country, whole.scheme, whole.kind, Span(last + timedelta(1), whole.span.end)),
    ]
    cut = [spell for spell in career if spell is not whole] + halves
    assert lengths(count(cut, told, chapter, AGGREGATE)) == lengths(count(career, told, chapter, AGGREGATE))


@given(spells(certified=True), unit_of(), rules(), st.sampled_from(["aggregate", "as_notified"]), st.randoms())
def test_the_order_of_entries_changes_nothing(career, told, chapter, per, chance):
    shuffled = career[:]
    chance.shuffle(shuffled)
    frame, conversion = span(0, 120), table(ART_13, per=per)
    one = count(career, told, chapter, conversion, frame=frame)
    other = count(shuffled, told, chapter, conversion, frame=frame)
    assert lengths(one) == lengths(other)
    assert sorted(one.entries, key=lambda entry: entry.spell.id) == sorted(
        other.entries, key=lambda entry: entry.spell.id
    )


@given(spells(), unit_of(), rules(), st.integers(0, 60), st.integers(1, 30))
def test_adding_insurance_never_shortens_the_aggregate_of_that_state(career, told, chapter, start, length):
    more = [*career, Spell("more", "XA", "s", "insurance", span(start, length))]
    before, after = (count(each, told, chapter, AGGREGATE) for each in (career, more))
    assert after.own(XA) >= before.own(XA)


@given(spells(), rules(same_rank="count_once"))
def test_own_day_lengths_after_overlap_add_up_to_the_aggregate(career, chapter):
    calendar = {member: Unit("days") for member in (XA, XB, XC)}
    counted = count(career, calendar, chapter, PLAIN)
    total = sum(counted.own(member) for member in calendar)
    for member in calendar:
        assert counted.own(member) + counted.foreign(member, "right", calendar).length == total
    if total:
        assert sum(Fraction(counted.own(member), total) for member in calendar) == 1


@given(spells(schemes=("s", "t")), rules())
def test_calendar_time_counts_once_in_every_total(career, chapter):
    members = {(state, scheme): Unit("days") for state in ("XA", "XB", "XC") for scheme in ("s", "t")}
    counted = count(career, members, chapter, table(ART_13, annual_cap=False))
    kept = {
        day
        for member in members
        for each in counted.days(member)
        for day in range(each.start.toordinal(), each.end.toordinal() + 1)
    }
    for member in members:
        others = counted.foreign(member, "right", members)
        assert not others.not_converted
        assert others.length == sum(length for _, length in others.each)
        assert counted.own(member) + others.length == len(kept)


@given(spells(states=("XA",), certified=True), unit_of((XA,)), rules())
def test_who_was_in_one_state_only_counts_what_its_law_alone_counts(career, told, chapter):
    together = count(career, told, chapter, AGGREGATE)
    alone = count_alone(career, told, AGGREGATE)
    assert lengths(together, [XA]) == lengths(alone, [XA])
    assert not together.foreign(XA, "right", [XA]).length


@given(spells(), unit_of(), rules())
def test_alone_each_state_counts_the_union_of_its_days(career, told, chapter):
    alone = count_alone(career, told, AGGREGATE)
    displaced = count(career, told, chapter, AGGREGATE)
    for member, unit in told.items():
        days = {day for spell in career if spell.member == member for day in days_of(spell)}
        assert alone.own(member) == measure(merge((day, day + 1) for day in days), unit)
        assert displaced.own(member) <= alone.own(member)
        assert displaced.own(member) + displaced.displaced_voluntary(member) <= alone.own(member)


@given(spells(certified=True), unit_of(), rules(undated="free_time"), st.integers(0, 100))
def test_spells_add_up_to_the_own_length_and_say_why_not(career, told, chapter, reach):
    counted = count(career, told, chapter, table(ART_13, rounding="none"), frame=span(0, reach + 1))
    sums = defaultdict(Fraction)
    for entry in counted.entries:
        sums[entry.spell.member] += entry.right.counted
        if not entry.right.counted and not entry.spell.certified:
            assert entry.right.why_not
        if entry.right.displaced:
            assert entry.right.why_not.startswith("displaced_by_")
    for member in told:
        assert counted.own(member) == sums[member]


@given(spells(certified=True), unit_of(), rules())
def test_a_certified_length_never_counts_more_than_the_institution_says(career, told, chapter):
    for entry in count(career, told, chapter, table(ART_13, rounding="none")).entries:
        if entry.spell.certified:
            [length] = entry.spell.certified
            exact = Fraction(length.value)
            unit = entry.unit.name
            exact *= {"months": 1, "quarters": Fraction(1, 3), "years": Fraction(1, 12), "weeks": Fraction(26, 6)}[unit]
            assert 0 <= entry.right.counted <= exact


def insured(name: str, state: str, when: Span | None, kind: str = "insurance", **more: object) -> Spell:
    return Spell(name, state, "s", kind, when, **more)


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
