"""Injuries at work: one payer for each accident, nothing added and nothing shared; more lost never gives less of a kind."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet, agreement_set
from portability.case.model import read_case
from portability.law.sets import comparison
from portability.record.decision import Benefit, Decision
from tests.house.source import ROOT
from tests.middle.test_injury import ALONE, case

MONEY = {"ZA": "ZAR", "NA": "NAD", "SZ": "SZL"}
STATES = st.sampled_from(("XA", "XB", "XC", *MONEY))
WAGES = st.sampled_from((100, 900, 2000, 2999, 3500, 60000))
DEGREES = st.integers(1, 1000)
OTHERS = st.lists(
    st.tuples(st.sampled_from(("XA", "XB", "XC")), st.integers(1990, 2008), st.integers(0, 4)), min_size=1, max_size=4
)


def injured(state: str, wage: int, degree: int, more: list[tuple[str, int, int]] = []) -> dict[str, Any]:  # noqa: B006  # only read
    """An accident of 2024 that cost so many tenths of a per cent; with periods elsewhere before."""
    found = [{"country": state, "on": "2024-08-12", "degree": f"{degree // 10}.{degree % 10} %"}]
    facts = case(state, str(wage), {"assessment": found}, MONEY.get(state, "XTS"))
    facts["period"][0]["from"] = "2015-01-01"
    schemes = {"XA": "xa-general", "XB": "xb-general", "XC": "xc-trade"}
    for n, (country, year, years) in enumerate(more):
        facts["period"].append(
            {"id": f"more{n}", "country": country, "scheme": schemes[country], "kind": "insurance",
             "from": f"{year}-01-01", "to": f"{year + years}-12-31"}
        )  # fmt: skip
    return facts


def decided(facts: dict[str, Any], under: AgreementSet = ALONE) -> Decision:
    return decide(read_case(facts), None, under)


def told(decision: Decision) -> list[Any]:
    """What is owed, without the words."""
    return [(one.id, one.status, one.form, one.payments) for one in decision.benefits]


def owing(decision: Decision) -> list[Benefit]:
    return [one for one in decision.benefits if one.status == "entitled"]


@settings(max_examples=25, deadline=None)
@given(STATES, WAGES, DEGREES, OTHERS)
def test_the_injury_pension_does_not_change_when_pension_periods_change(
    state: str, wage: int, degree: int, more: list[tuple[str, int, int]]
) -> None:
    assert told(decided(injured(state, wage, degree, more))) == told(decided(injured(state, wage, degree)))


@settings(max_examples=25, deadline=None)
@given(STATES, WAGES, DEGREES, OTHERS)
def test_one_payer_for_each_accident(state: str, wage: int, degree: int, more: list[tuple[str, int, int]]) -> None:
    decision = decided(injured(state, wage, degree, more))
    assert {(one.country, one.scheme) for one in owing(decision)} <= {(state, one.scheme) for one in decision.benefits}
    assert len({one.scheme for one in owing(decision)}) <= 1
    assert not any(one.variants or one.supplements for one in decision.benefits), "nothing is added together, nothing shared"


@settings(max_examples=40, deadline=None)
@given(STATES, WAGES, DEGREES, DEGREES)
def test_more_lost_never_gives_less_of_one_kind(state: str, wage: int, one: int, other: int) -> None:
    less, more = (owing(decided(injured(state, wage, degree))) for degree in sorted((one, other)))
    if not less:
        return
    assert more, "what a lower degree gives, a higher one does not take away"
    assert (less[0].form, more[0].form) != ("pension", "lump_sum"), "above the threshold there is no way back"
    if less[0].form == more[0].form:
        assert sum_of(less) <= sum_of(more)


def sum_of(owed: list[Benefit]) -> Fraction:
    amounts = [paid.money.amount for one in owed for paid in one.payments]
    assert all(amount is not None for amount in amounts)
    return sum((Fraction(amount) for amount in amounts if amount is not None), Fraction(0))


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(("XA", "XC", "ZA")), WAGES, DEGREES, st.sampled_from(("r167-for-all", "sadc-guidelines", "as-bound")))
def test_no_set_of_agreements_shares_an_injury_pension(state: str, wage: int, degree: int, under: str) -> None:
    facts = injured(state, wage, degree, [("XB", 2000, 4)])
    chosen = agreement_set(comparison(ROOT / "scenarios" / "comparisons", under))
    assert told(decided(facts, chosen)) == told(decided(facts))
