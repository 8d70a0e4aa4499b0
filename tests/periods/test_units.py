"""Days become units: each way of counting against the same counting on single days."""

from calendar import monthrange
from collections import defaultdict
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.periods.spans import Span
from portability.periods.stretches import cut, meet, merge, owned, size
from portability.periods.units import Unit, measure, place, shares

FIRST = date(2019, 10, 3).toordinal()
NAMES = ("months", "weeks", "quarters", "years")


@st.composite
def stretches(draw):
    starts = draw(st.lists(st.integers(0, 500), max_size=6))
    return merge((FIRST + n, FIRST + n + draw(st.integers(1, 220))) for n in starts)


units = st.one_of(
    st.builds(Unit, st.sampled_from(NAMES), st.none(), st.sampled_from(["any_day", "complete", "proportional"])),
    st.builds(Unit, st.just("days"), st.sampled_from([None, 5, 6, 7])),
)


def single(days):
    return {date.fromordinal(day) for first, after in days for day in range(first, after)}


def key(day, name):
    """The calendar unit a day lies in."""
    return {
        "months": (day.year, day.month),
        "quarters": (day.year, (day.month - 1) // 3),
        "years": day.year,
        "weeks": day.isocalendar()[:2],
    }[name]


def length_of(name, some):
    """How many days the calendar unit has in which a day lies."""
    if name == "weeks":
        return 7
    if name == "years":
        return 366 if monthrange(some.year, 2)[1] == 29 else 365
    months = [some.month] if name == "months" else [3 * ((some.month - 1) // 3) + n for n in (1, 2, 3)]
    return sum(monthrange(some.year, month)[1] for month in months)


def by_unit(days, name):
    found = defaultdict(list)
    for day in single(days):
        found[key(day, name)].append(day)
    return found


@given(stretches(), st.sampled_from(NAMES))
def test_any_day_counts_each_calendar_unit_touched(days, name):
    assert measure(days, Unit(name)) == len(by_unit(days, name))


@given(stretches(), st.sampled_from(NAMES))
def test_complete_counts_each_calendar_unit_wholly_covered(days, name):
    whole = [part for part in by_unit(days, name).values() if len(part) == length_of(name, part[0])]
    assert measure(days, Unit(name, None, "complete")) == len(whole)


@given(stretches(), st.sampled_from(NAMES))
def test_proportional_counts_complete_months_and_thirtieths(days, name):
    if name == "weeks":
        expected = Fraction(len(single(days)), 7)
    else:
        months = Fraction(0)
        for part in by_unit(days, "months").values():
            months += 1 if len(part) == length_of("months", part[0]) else Fraction(len(part), 30)
        expected = months / {"months": 1, "quarters": 3, "years": 12}[name]
    assert measure(days, Unit(name, None, "proportional")) == expected


@given(stretches(), st.sampled_from([None, 5, 6, 7]))
def test_days_are_the_working_days_of_the_week(days, system):
    assert measure(days, Unit("days", system)) == sum(day.weekday() < (system or 7) for day in single(days))


@given(stretches(), stretches(), units)
def test_more_days_never_count_less(days, more, unit):
    assert measure(merge([*days, *more]), unit) >= measure(days, unit)


@given(stretches(), units, st.data())
def test_shares_add_up_to_the_whole(days, unit, data):
    pieces = []
    for first, after in days:
        cuts = sorted({first, after, *data.draw(st.lists(st.integers(first, after), max_size=3))})
        pieces += list(pairwise(cuts))
    marked = [(first, after, data.draw(st.sampled_from("abc"))) for first, after in pieces]
    found = shares(marked, unit)
    assert sum(found.values()) == measure(days, unit)
    assert all(share >= 0 for share in found.values())


@given(stretches(), stretches(), st.sampled_from(NAMES))
def test_units_counted_before_are_left_out(days, counted, name):
    found = sum(shares([(first, after, None) for first, after in days], Unit(name), counted).values())
    assert found == len(set(by_unit(days, name)) - set(by_unit(counted, name)))


@given(st.fractions(0, 40, max_denominator=4), units, stretches())
def test_free_time_holds_a_length_as_far_as_it_goes(length, unit, free):
    placed, left = place(length, unit, free)
    used = cut(free, left)
    assert meet(left, free) == left
    assert size(left) + size(used) == size(free)
    whole = unit._replace(part="complete")
    assert placed <= min(length, measure(free, whole))
    if placed < length:
        assert placed == measure(free, whole)
        assert measure(left, whole) == 0
    assert placed <= measure(used, whole) < placed + 1


def test_proportional_months_of_a_span_with_both_ends_inside_a_month():
    span = Span(date(2020, 1, 21), date(2020, 4, 9))
    assert measure([span.stretch], Unit("months", None, "proportional")) == 2 + Fraction(11 + 9, 30)


def test_the_ends_of_the_calendar_have_whole_units():
    for month in (date.min, date(9999, 12, 1)):
        whole = Span(month, month.replace(day=31))
        for unit in (Unit("months", None, "complete"), Unit("months", None, "proportional")):
            assert measure([whole.stretch], unit) == 1
        assert place(3, Unit("months"), [whole.stretch]) == (1, [])


def test_the_earlier_stretch_adds_the_month_that_two_share():
    may = date(2020, 5, 1).toordinal()
    marked = owned([(may, may + 10, "a"), (may + 9, may + 40, "b")])
    assert shares(marked, Unit("months")) == {"a": 1, "b": 1}
    assert shares(marked, Unit("months", None, "complete")) == {"a": 0, "b": 1}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"unit": "month"}, 'unit is "month". Did you mean "months"?'),
        ({"unit": "months", "part": "any"}, 'part is "any"'),
        ({"unit": "days", "day_system": 4}, "5, 6 or 7 days"),
        ({"units": "months"}, 'no key "units". Did you mean "unit"?'),
    ],
)
def test_a_unit_that_cannot_be_is_refused(told, said):
    with pytest.raises(ValueError, match=r"\[counts\]") as refused:
        Unit.read(told)
    assert said in str(refused.value)
