"""Sets of days as spans: every operation against the same operation on single days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from portability.periods.spans import Span, by_year, calendar_months, cut, days, meet, merge
from portability.periods.stretches import first_after, last_before, marked_in, owned

FIRST = date(2019, 11, 20)


@st.composite
def any_spans(draw):
    starts = draw(st.lists(st.integers(0, 150), max_size=8))
    return [Span(FIRST + timedelta(n), FIRST + timedelta(n + draw(st.integers(0, 40)))) for n in starts]


def single(spans):
    return {span.start + timedelta(n) for span in spans for n in range((span.end - span.start).days + 1)}


@given(any_spans())
def test_merged_spans_hold_the_same_days_in_order_and_neither_overlap_nor_touch(spans):
    merged = merge(spans)
    assert single(merged) == single(spans)
    assert all(later.start - earlier.end > timedelta(1) for earlier, later in pairwise(merged))
    assert merge(merged) == merged


@given(any_spans(), any_spans())
def test_cut_and_meet_share_out_the_days(spans, others):
    assert single(cut(spans, others)) == single(spans) - single(others)
    assert single(meet(spans, others)) == single(spans) & single(others)
    assert merge([*cut(spans, others), *meet(spans, others)]) == merge(spans)


@given(any_spans())
def test_counts_take_each_day_and_month_once(spans):
    assert days(spans) == len(single(spans))
    assert calendar_months(spans) == len({(day.year, day.month) for day in single(spans)})


@given(any_spans())
def test_years_hold_their_own_days(spans):
    apart = by_year(spans)
    assert [year for year, _ in apart] == sorted({day.year for day in single(spans)})
    for year, part in apart:
        assert single(part) == {day for day in single(spans) if day.year == year}


@given(any_spans())
def test_a_shared_day_is_owned_by_the_stretch_that_began_first(spans):
    stretches = [(*span.stretch, n) for n, span in enumerate(spans)]
    found = {day: n for first, after, n in owned(stretches) for day in range(first, after)}
    for first, after, _ in stretches:
        for day in range(first, after):
            best = min((low, n) for low, high, n in stretches if low <= day < high)
            assert found[day] == best[1]


@given(any_spans(), any_spans())
def test_marked_parts_are_found_from_either_side(spans, others):
    marked = owned([(*span.stretch, n) for n, span in enumerate(spans)])
    inside = [span.stretch for span in merge(others)]
    found = {day: n for first, after, n in marked_in(marked, inside) for day in range(first, after)}
    wanted = {day.toordinal() for day in single(others)}
    assert found == {day: n for first, after, n in marked for day in range(first, after) if day in wanted}


@given(any_spans(), st.integers(-5, 200))
def test_neighbours_of_a_day(spans, number):
    stretches = [span.stretch for span in merge(spans)]
    day = (FIRST + timedelta(number)).toordinal()
    held = {each.toordinal() for each in single(spans)}
    assert last_before(stretches, day) == max((each for each in held if each < day), default=None)
    assert first_after(stretches, day) == min((each for each in held if each > day), default=None)


def test_the_ends_of_the_calendar_can_be_spans():
    whole = Span(date.min, date.max)
    assert merge([whole]) == (whole,)
    assert cut([whole], [Span(date(2000, 1, 1), date(2000, 1, 1))])[1] == Span(date(2000, 1, 2), date.max)
    assert calendar_months([whole]) == 9999 * 12
