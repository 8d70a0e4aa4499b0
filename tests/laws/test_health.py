"""Sickness, maternity and care: what must hold for every life, drawn in the invented world."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import Case
from portability.record.decision import Benefit, Care, Decision
from tests.laws.lives import AS_BOUND, HIGHER, NONE, Row, insured, life, paid

ILL = date(2026, 3, 23)
SCHEMES = ("xa-general", "xb-general", "xc-trade")
STATES = ("XA", "XB", "XC")
STATUSES = ("national", "permanent", "regular", "irregular", "refugee", "stateless", "asylum_seeker", None)


def ill(periods: list[Row], earnings: list[Row], country: str = "XA", **more: Any) -> Case:
    """A person of XA who falls ill on 23 March 2026 and claims cash and care a week later."""
    told: Row = {
        "residence": [{"country": country, "from": "1990-01-01", "residence_status": "regular"}],
        "person": {"born": "1985-05-20", "sex": "M", "nationalities": ["XA"]},
        "earnings": earnings,
        "event": [{"id": "ill", "kind": "sickness", "date": str(ILL), "incapacity": {"from": str(ILL), "to": "2026-12-31"}}],
        "claim": [{"branches": ["sickness", "medical_care"], "date": "2026-03-30"}],
    }
    return life(periods, **{**told, **more})


def row(decision: Decision, country: str) -> Benefit:
    return next(one for one in decision.benefits if one.country == country)


def owed(benefit: Benefit) -> list[tuple[str, str, str]]:
    return [(one.money.amount or "?", str(one.start), str(one.end)) for one in benefit.payments]


@st.composite
def careers(draw: st.DrawFn) -> list[Row]:
    """Up to four periods in the invented States in the last three years, some over the day of the illness."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        start = date(2023, 1, 1) + timedelta(days=draw(st.integers(0, 1200)))
        end = start + timedelta(days=draw(st.integers(0, 900)))
        found.append(insured(draw(st.sampled_from(SCHEMES)), str(start), str(end)))
    return found


@given(careers(), careers(), st.sampled_from([NONE, HIGHER]))
@settings(max_examples=40, deadline=None)
def test_adding_a_period_never_takes_a_right_to_cash(some: list[Row], more: list[Row], chosen: AgreementSet) -> None:
    before = {one.id for one in decide(ill(some, []), agreements=chosen).benefits if one.status == "entitled"}
    after = {one.id for one in decide(ill([*some, *more], []), agreements=chosen).benefits if one.status == "entitled"}
    assert before <= after


@given(st.integers(1, 9000), st.integers(1, 9000))
@settings(max_examples=15, deadline=None)
def test_sickness_cash_never_uses_earnings_of_another_state(there: int, here: int) -> None:
    periods = [insured("xb-general", "2020-01-01", "2026-02-28"), insured("xa-general", "2026-03-02", "2026-12-31")]

    def cash(elsewhere: int) -> list[tuple[str, str, str]]:
        earnings = [
            paid("xb-general", "2020-01-01", "2026-02-28", f"{elsewhere}.00"),
            paid("xa-general", "2026-03-02", "2026-03-22", f"{here}.00"),
        ]
        return owed(row(decide(ill(periods, earnings), agreements=HIGHER), "XA"))

    # 70 % of at most 3000, over 30; after 26 weeks 60 %; never below 8 a day
    day = [max(Fraction(8), Fraction(min(here, 3000)) * share / 30) for share in (Fraction(7, 10), Fraction(6, 10))]
    told = cash(there)
    assert told == cash(1)
    for (amount, _, _), exact in zip(told, day, strict=True):
        assert abs(Fraction(amount) - exact) <= Fraction(1, 200)


def test_steps_and_waiting_run_from_the_first_day() -> None:
    """Three days are not paid: 26 to 23 September is 26 weeks, 182 days; then the next step to the end of the illness."""
    case = ill([insured("xa-general", "2025-01-01", "2026-12-31")], [paid("xa-general", "2025-01-01", "2026-03-22", "1500.00")])
    assert owed(row(decide(case, agreements=NONE), "XA")) == [
        ("35.00", "2026-03-26", "2026-09-23"),
        ("30.00", "2026-09-24", "2026-12-31"),
    ]


def test_a_flat_amount_ends_with_the_longest_time() -> None:
    """Seven days are not paid; 182 days from 30 March end on 27 September."""
    case = ill([insured("xc-trade", "2024-01-01", "2026-12-31")], [], "XC")
    assert owed(row(decide(case, agreements=NONE), "XC")) == [("40.00", "2026-03-30", "2026-09-27")]


def test_an_employer_pays_the_wage_by_the_month_and_then_half() -> None:
    earned = [paid("xb-general", "2025-01-01", "2026-02-28", "900.00")]
    case = ill([insured("xb-general", "2025-01-01", "2026-12-31")], earned, "XB")
    benefit = row(decide(case, agreements=NONE), "XB")
    assert owed(benefit) == [("900.00", "2026-03-23", "2026-06-20"), ("450.00", "2026-06-21", "2026-09-18")]
    assert {one.per for one in benefit.payments} == {"month"}


def test_a_fourth_birth_is_not_paid_where_the_law_pays_three() -> None:
    births = [
        {"id": f"child{n}", "kind": "birth", "date": f"{2019 + 2 * n}-05-01"} for n in range(4)
    ]  # 2019, 2021, 2023, 2025
    periods = [insured("xb-general", "2015-01-01", "2025-12-31")]
    more: Row = {"claim": [{"branches": ["maternity"], "date": "2025-05-10"}]}
    earned = [paid("xb-general", "2015-01-01", "2025-12-31", "1000.00")]
    third = decide(ill(periods, earned, "XB", event=births[1:], **more), agreements=NONE)
    fourth = decide(ill(periods, earned, "XB", event=births, **more), agreements=NONE)
    assert (row(third, "XB").status, row(fourth, "XB").status) == ("entitled", "refused")


def test_cash_without_an_event_is_not_determined_and_says_what_is_missing() -> None:
    decision = decide(ill([insured("xa-general", "2025-01-01", "2026-12-31")], [], event=None), agreements=NONE)
    assert row(decision, "XA").status == "undetermined"
    assert "event of kind sickness" in {one.path for one in decision.missing_facts}


def told(care: Care) -> tuple[str, str | None, str | None, str | None, str]:
    return care.situation, care.provider_state, care.cost_state, care.reimbursement, care.status


@st.composite
def patients(draw: st.DrawFn) -> Case:
    """Somebody who lives somewhere, with or without insurance, pension, stay, family and permit."""
    where, status = draw(st.sampled_from(STATES)), draw(st.sampled_from(STATUSES))
    stay: Row = {"id": "ill", "kind": "sickness", "date": str(ILL), "country": draw(st.sampled_from(STATES))}
    stay |= draw(st.sampled_from([{}, {"care": "planned"}, {"care": "authorised"}, {"care": "necessary"}]))
    pensions = draw(st.lists(st.sampled_from(STATES), max_size=2, unique=True))
    residence = {"country": where, "from": "1990-01-01", **({} if status is None else {"residence_status": status})}
    return ill(
        draw(careers()),
        [],
        residence=draw(st.sampled_from([[residence], None])),
        event=[stay],
        income=[{"kind": "pension", "country": one, "amount": "500.00", "currency": "XTS", "per": "month"} for one in pensions],
        family=draw(st.sampled_from([None, [{"id": "child", "relation": "child", "born": "2022-01-01"}]])),
        claim=[{"branches": ["medical_care"], "date": "2026-03-30"}],
    )


@given(patients(), st.sampled_from([NONE, HIGHER, AS_BOUND]))
@settings(max_examples=60, deadline=None)
def test_care_always_has_a_provider_or_says_why_not(case: Case, chosen: AgreementSet) -> None:
    decision = decide(case, agreements=chosen)
    said = {step.id for step in decision.steps if step.sentence}
    assert decision.care
    assert {one.person for one in decision.care} == {"insured", *(one.id for one in case.family)}
    for one in decision.care:
        assert (one.provider_state is None) == (one.status != "entitled")
        assert (one.provider_state is None) == (one.cost_state is None)
        missing = {fact.path for fact in decision.missing_facts}
        assert (one.reasons and set(one.reasons) <= said) or (one.status == "undetermined" and missing), told(one)


PENSIONERS = [
    # months in XA and XB; who bears the cost of care in XC, where nobody is entitled as a pensioner (EU-24: the longest, of
    # equals the last)
    ("1984-01-01", "2001-12-31", "2002-01-01", "2023-12-31", "XB"),  # 216 and 264
    ("1984-01-01", "2003-12-31", "2004-01-01", "2021-12-31", "XA"),  # 240 and 216
    ("1984-01-01", "2003-12-31", "2004-01-01", "2023-12-31", "XB"),  # 240 and 240
]


@pytest.mark.parametrize(("first", "last", "then", "end", "bears"), PENSIONERS)
def test_the_longest_insurance_bears_the_cost_of_care(first: str, last: str, then: str, end: str, bears: str) -> None:
    case = ill(
        [insured("xa-general", first, last), insured("xb-general", then, end)],
        [],
        "XC",
        person={"born": "1959-05-20", "sex": "M", "nationalities": ["XA"]},
        income=[
            {"kind": "pension", "country": one, "amount": "500.00", "currency": "XTS", "per": "month"} for one in ("XA", "XB")
        ],
        event=None,
        claim=[{"branches": ["medical_care"], "date": "2026-03-30"}],
    )
    (care,) = decide(case, agreements=HIGHER).care
    assert told(care) == ("pensioner_without_right", "XC", bears, "fixed", "entitled")
    decision = decide(case, agreements=HIGHER)
    cites = [step.cites for step in decision.steps if step.id in decision.care[0].reasons]
    assert "xw-convention, Art 24" in cites
    assert "xw-convention, Art 17" not in cites
    (alone,) = decide(case, agreements=NONE).care
    assert told(alone) == ("pensioner_without_right", None, None, None, "refused")


def test_planned_care_needs_its_authorisation() -> None:
    periods = [insured("xa-general", "2024-01-01", "2026-12-31")]
    for word, provider in (("planned", None), ("authorised", "XC")):
        event = [{"id": "knee", "kind": "sickness", "date": str(ILL), "country": "XC", "care": word}]
        decision = decide(ill(periods, [], event=event), agreements=HIGHER)
        found = next(one for one in decision.care if one.situation == "planned_care")
        assert found.provider_state == provider


def test_one_insured_elsewhere_is_cared_for_where_he_lives_and_by_whom_he_is_insured() -> None:
    case = ill([insured("xa-general", "2024-01-01", "2026-12-31")], [], "XC", event=None)
    assert told(decide(case, agreements=HIGHER).care[0]) == ("lives_elsewhere", "XC", "XA", "actual", "entitled")
    assert told(decide(case, agreements=NONE).care[0]) == ("lives_elsewhere", None, None, None, "refused")


def test_an_awarded_pension_makes_a_pensioner_of_whom_the_other_state_bears_the_cost() -> None:
    # A pension of XA awarded, not claimed again: XC gives care at the cost of XA.
    award = {"country": "XA", "scheme": "xa-general", "branch": "old_age", "kind": "award", "on": "2024-06-01"}
    award |= {"amount": "500.00", "currency": "XTS", "per": "month"}
    case = ill(
        [insured("xa-general", "1984-01-01", "2023-12-31")],
        [],
        "XC",
        person={"born": "1959-05-20", "sex": "M", "nationalities": ["XA"]},
        statement=[award],
        event=None,
        claim=[{"branches": ["medical_care"], "date": "2026-03-30"}],
    )
    (care,) = decide(case, agreements=HIGHER).care
    assert told(care) == ("pensioner_without_right", "XC", "XA", "fixed", "entitled")
