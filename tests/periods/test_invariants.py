"""Lengths of whole drawn careers: the invariants that every instrument and every law must keep."""

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from portability.periods.counting import Unit, count, count_alone
from portability.periods.overlap import Spell
from portability.periods.spans import Span
from portability.periods.stretches import merge
from portability.periods.units import measure
from tests.periods.drawn import days_of, rules, span, spells
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
        replace(whole, id="first", span=Span(whole.span.start, last)),
        replace(whole, id="second", span=Span(last + timedelta(1), whole.span.end)),
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
