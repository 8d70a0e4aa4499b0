"""What decisions under several sets have in common changes none of them."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from portability.assessment.compare import compare
from portability.assessment.decide import decide
from portability.assessment.shared import Shared
from tests.laws.drawn import careers
from tests.laws.lives import AS_BOUND, DIRECT, FOR_ALL, HIGHER, NONE, PRO_RATA, Row, life

SETS = (NONE, AS_BOUND, HIGHER, PRO_RATA, DIRECT, FOR_ALL)


@settings(max_examples=25, deadline=None)
@given(careers(most=4))
def test_a_decision_that_shares_is_the_decision_alone(career: list[Row]) -> None:
    for case in (life(career), life(career, person={"born": "1955-05-20", "sex": "F", "nationalities": ["XB"]})):
        shared = Shared()
        for chosen in SETS:
            assert decide(case, date(2026, 1, 1), chosen, shared=shared) == decide(case, date(2026, 1, 1), chosen)


@settings(max_examples=10, deadline=None)
@given(careers(most=3))
def test_a_comparison_holds_the_decisions_under_its_sets(career: list[Row]) -> None:
    case = life(career)
    found = compare(case, SETS)
    for place, chosen in enumerate(SETS):
        alone = decide(case, None, chosen)
        assert [row.results[place].benefit for row in found.rows] == list(alone.benefits)
        assert found.sums[place].per_month == alone.summary.per_month
        named = replace(alone.decided_under, agreements=chosen.id, hashes=None)
        assert named.agreements == found.sums[place].agreements
