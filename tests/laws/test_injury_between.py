"""Injuries between States: one State pays for a disease unless it is shared, shares add up, a worsening lowers no total."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portability.case.words import Occupation, WorkAs
from portability.law import words as of_law
from portability.record.decision import Decision
from portability.rules.injury.between import share_of_exposure, supplement_for_worsening
from tests.middle.test_injury_between import ALONE, HIGHER, SHARED, accident, decided, silicosis, worse

STATES = st.sampled_from(("XA", "XB", "XC"))
EXPOSURES = st.lists(st.tuples(STATES, st.integers(1, 9)), min_size=1, max_size=4)
TENTHS = st.integers(1, 100)


def in_turn(rows: list[tuple[str, int]], last: int) -> list[tuple[str, str, str]]:
    """Exposures one after the other, the last one up to a year."""
    year, found = last - sum(years for _, years in rows) + 1, []
    for state, years in rows:
        found.append((state, f"{year}-01-01", f"{year + years - 1}-12-31"))
        year += years
    return found


def owed(decision: Decision) -> Fraction:
    """All that is owed at once, a sum like a payment: the sum of what is told as known."""
    paid = [each.money.amount for one in decision.benefits if one.status == "entitled" for each in one.payments]
    return sum((Fraction(one) for one in paid if one is not None), Fraction(0))


@settings(max_examples=30, deadline=None)
@given(EXPOSURES, st.integers(2000, 2024))
def test_for_a_disease_exactly_one_state_pays_unless_it_is_shared(rows: list[tuple[str, int]], last: int) -> None:
    decision = decided(silicosis(*in_turn(rows, last)))
    paying = {one.country for one in decision.benefits if one.status == "entitled"}
    assert len(paying) <= 1
    asked = {one.country for one in decision.benefits}
    assert asked == {state for state, _ in rows}, "each State of exposure is asked, and shown with its answer"


@settings(max_examples=30, deadline=None)
@given(EXPOSURES, st.integers(2000, 2024))
def test_what_one_law_gives_alone_is_paid_by_somebody_under_the_instrument(rows: list[tuple[str, int]], last: int) -> None:
    facts = silicosis(*in_turn(rows, last), person={"born": "1950-01-01", "nationalities": ["XA", "XB", "XC"]})
    alone, linked = decided(facts, ALONE), decided(facts)
    if any(one.status == "entitled" for one in alone.benefits):
        assert any(one.status == "entitled" for one in linked.benefits)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 20000), min_size=1, max_size=5))
def test_shares_by_exposure_add_up(days: list[int]) -> None:
    assert sum(share_of_exposure(own, sum(days)) for own in days) == 1


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 9), st.integers(5, 9))
def test_refunds_and_what_the_paying_state_bears_add_up_to_what_it_pays(first: int, second: int) -> None:
    decision = decided(silicosis(*in_turn([("XA", first), ("XB", second)], 2020)), SHARED)
    [refund] = [one.text for one in decision.findings if one.kind == "refund_inquiry"]
    words = refund.split()
    own, everywhere = int(words[3]), int(words[5])
    assert 0 < own < everywhere
    told = Fraction(refund.partition(": ")[2].split()[0])
    assert abs(told - owed(decision) * Fraction(own, everywhere)) <= Fraction(1, 200)


@settings(max_examples=30, deadline=None)
@given(TENTHS, TENTHS, TENTHS, TENTHS, st.sampled_from((HIGHER, SHARED, ALONE)), st.booleans())
def test_a_worsening_never_lowers_the_total(one: int, two: int, three: int, four: int, under: Any, moved: bool) -> None:
    found = {"XA": (f"{one} %", f"{two} %"), "XB": (f"{three} %", f"{four} %")}
    since = [("XB", "2019-01-01", "2024-12-31")] if moved else []
    facts = worse(*since, found=found)
    before = facts | {"event": facts["event"][:1]}
    assert owed(decided(facts, under)) >= owed(decided(before, under))


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_difference_of_a_worsening_is_never_below_nought(after: int, before: int) -> None:
    assert supplement_for_worsening(after, before) + before >= max(after, before)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(("XA", "XB")), st.sampled_from(("XA", "XB", "XC", "ZA")), st.sampled_from((HIGHER, SHARED, ALONE)))
def test_care_always_has_a_provider_or_says_why_not(state: str, lives: str, under: Any) -> None:
    decision = decided(accident(state, residence=[{"country": lives}]), under)
    for row in decision.care:
        if row.status == "entitled":
            assert row.provider_state is not None
            assert row.cost_state == state
        else:
            assert row.reasons or any("care" in one for one in decision.not_certain)
    if any(one.status == "entitled" for one in decision.benefits):
        assert decision.care


@settings(max_examples=15, deadline=None)
@given(st.integers(1990, 2008), st.sampled_from(("XA", "XB", "XC")), st.sampled_from((HIGHER, SHARED)))
def test_no_pension_period_changes_an_injury_pension_under_an_instrument(year: int, state: str, under: Any) -> None:
    facts = accident("XB")
    facts["period"][0]["from"] = "2015-01-01"
    more = {"id": "q", "country": state, "kind": "insurance", "from": f"{year}-01-01", "to": f"{year}-12-31",
            "scheme": {"XA": "xa-general", "XB": "xb-general", "XC": "xc-trade"}[state]}  # fmt: skip
    with_more = facts | {"period": [*facts["period"], more]}
    said = [[(one.id, one.status, one.payments) for one in decided(each, under).benefits] for each in (facts, with_more)]
    assert said[0] == said[1]


def test_the_words_for_occupations_are_one_vocabulary() -> None:
    in_case, in_law = set(WorkAs.__args__), set(of_law.WorkAs.__args__)  # type: ignore[attr-defined]  # a Literal has arguments
    assert in_case == in_law
    assert in_case <= set(Occupation.__args__)  # type: ignore[attr-defined]  # a Literal has arguments
