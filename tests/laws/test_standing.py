"""The standing of a result is the worst among the inputs without which it would differ: nothing weaker can move it."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.citation import FACT_STANDINGS
from portability.record.decision import Decision, Money
from tests.laws.drawn import KINDS, MONTHS, OTHERS, days, lives
from tests.laws.drawn_contingencies import contingencies
from tests.laws.lives import (
    DIRECT,
    FOR_ALL,
    HIGHER,
    NONE,
    PRO_RATA,
    Row,
    amount,
    benefit,
    insured,
    law,
    life,
    paid,
    said,
    under,
)

KNOWN = FACT_STANDINGS[:3]
SCHEMES = (*MONTHS, *OTHERS, "xb-mines")


@st.composite
def sure_and_unsure(draw: Any, kinds: tuple[str, ...]) -> Row:
    """A life of which each period and each run of earnings is certified, declared or assumed."""
    told = draw(lives(SCHEMES, kinds, certified=True, least=2))
    for rows in told.values():
        for row in rows:
            row["standing"] = draw(st.sampled_from(KNOWN))
    return {**told, "person": {"born": "1955-05-20", "sex": "M", "nationalities": ["XA"], "standing": "certified"}}


def weaker(row: Row, level: str) -> bool:
    return FACT_STANDINGS.index(row["standing"]) > FACT_STANDINGS.index(level)


def results(decision: Decision) -> dict[str, Any]:
    """Of each benefit its status, form and payments, by its id; and how sure the facts are."""
    return {
        each.id: ((each.status, each.form, [row.money for row in each.payments]), each.standing.facts)
        for each in decision.benefits
    }


def within(other: Any, said_: Any) -> bool:
    """Whether a result agrees with what was said: it is the same, or lies within what was left open."""
    status, form, due = said_
    if status == "undetermined":
        return True
    return other[:2] == (status, form) and all(map(inside, other[2], due)) and len(other[2]) == len(due)


def inside(money: Money, told: Money) -> bool:
    if told.amount is not None:
        return money.amount == told.amount
    low = Fraction(money.amount or money.at_least or 0)
    high = money.amount or money.at_most
    return low >= Fraction(told.at_least or 0) and (
        told.at_most is None or (high is not None and Fraction(high) <= Fraction(told.at_most))
    )


def holds(told: Row, changed: Any, agreements: Any) -> None:
    """Each result stays as it is when the facts weaker than its standing are changed."""
    found = results(said(life(**told), agreements))
    for level in sorted({standing for _, standing in found.values()} - {KNOWN[-1]}, key=FACT_STANDINGS.index):
        other = results(said(life(**changed(level)), agreements))
        for id_, (result, standing) in found.items():
            if standing == level and id_ in other:
                assert within(other[id_][0], result), (id_, level, other[id_][0], result)


def empty(row: Row) -> Row:
    """A period of which nothing counts; that the person was ever insured there stays."""
    bare = {key: value for key, value in row.items() if key not in ("from", "to")}
    return {**bare, "certified": {"months": 0}}


@settings(max_examples=50, deadline=None)
@given(sure_and_unsure(KINDS), st.sampled_from((NONE, HIGHER, PRO_RATA, DIRECT)))
def test_what_is_said_to_be_sure_stays_without_the_weaker_periods(told: Row, agreements: Any) -> None:
    holds(
        told,
        lambda level: {**told, "periods": [empty(row) if weaker(row, level) else row for row in told["periods"]]},
        agreements,
    )


@settings(max_examples=50, deadline=None)
@given(sure_and_unsure(("insurance",)), st.data(), st.sampled_from((NONE, HIGHER)))
def test_what_is_said_to_be_sure_stays_whatever_the_weaker_facts_are(told: Row, data: Any, agreements: Any) -> None:
    def otherwise(level: str) -> Row:
        periods, earnings = [], []
        for row in told["periods"]:
            if weaker(row, level) and "from" in row and "certified" not in row:
                one, other = sorted((data.draw(days()), data.draw(days())))
                row = {**row, "from": one.isoformat(), "to": other.isoformat()}
            elif weaker(row, level) and "from" not in row:
                row = {**row, "certified": {"months": data.draw(st.integers(0, 400))}}
            periods.append(row)
        for row in told["earnings"]:
            earnings.append({**row, "amount": f"{data.draw(st.integers(0, 5000))}"} if weaker(row, level) else row)
        return {**told, "periods": periods, "earnings": earnings}

    holds(told, otherwise, agreements)


@settings(max_examples=50, deadline=None)
@given(sure_and_unsure(KINDS), st.sampled_from(KNOWN), st.sampled_from((NONE, HIGHER, PRO_RATA)))
def test_no_result_is_less_sure_than_the_weakest_fact(told: Row, level: str, agreements: Any) -> None:
    alike = {key: [{**row, "standing": level} for row in rows] for key, rows in told.items() if key != "person"}
    decision = said(life(**alike, person={**told["person"], "standing": level}), agreements)
    for each in decision.benefits:
        assert each.standing.facts in (*KNOWN[: KNOWN.index(level) + 1], "missing")


SURE = {"standing": "certified"}
BORN = {"born": "1955-05-20", "sex": "M", "nationalities": ["XA"]}
CAREER = [insured("xa-general", "1990-01-01", "2009-12-31", standing="declared")]
WAGES = [paid("xa-general", "1990-01-01", "2009-12-31", "1000.00", standing="assumed")]


def test_a_refusal_by_a_certified_age_is_certified_whatever_the_periods_are() -> None:
    young = {"born": "1980-05-20", "sex": "M", "nationalities": ["XA"], **SURE}
    found = benefit(said(life(CAREER, earnings=WAGES, person=young, residence=None)), "xa-general")
    assert (found.status, found.refusal, found.standing.facts) == ("refused", "age", "certified")
    assert found.standing.law == "official"  # the formula is known from a guide only, but nothing hangs on it


def test_an_amount_is_as_sure_as_the_earnings_it_is_reckoned_from() -> None:
    found = benefit(said(life(CAREER, earnings=WAGES, person={**BORN, **SURE})), "xa-general")
    assert (found.status, found.standing.facts, found.standing.law) == ("entitled", "assumed", "assumed")


def test_a_flat_amount_does_not_hang_on_earnings() -> None:
    flat = law("xd-a", qualifying="15 years", age="65 years", formula={"shape": "flat", "amount": "600 XTS per month"})
    rows = [insured("xd-a", "1990-01-01", "2009-12-31", **SURE)]
    wages = [paid("xd-a", "1990-01-01", "2009-12-31", "1000", standing="assumed")]
    found = benefit(said(life(rows, earnings=wages, assume=flat, person={**BORN, **SURE})), "xd-a")
    assert (found.status, found.standing.facts, found.standing.law) == ("entitled", "certified", "assumed")


def test_periods_beyond_what_is_needed_may_be_unsure() -> None:
    # Fifteen certified years open a flat pension; five declared ones change nothing.
    flat = law("xd-a", qualifying="15 years", age="65 years", formula={"shape": "flat", "amount": "600 XTS per month"})
    rows = [
        insured("xd-a", "1990-01-01", "2004-12-31", **SURE),
        insured("xd-a", "2005-01-01", "2009-12-31", standing="declared"),
    ]
    case = life(rows, assume=flat, person={**BORN, **SURE})
    assert benefit(said(case), "xd-a").standing.facts == "certified"
    short = life([{**rows[0], "to": "2004-11-30"}, rows[1]], assume=flat, person={**BORN, **SURE})
    assert benefit(said(short), "xd-a").standing.facts == "declared"


def test_a_share_hangs_on_whether_the_others_short_period_is_short() -> None:
    # Eight declared months of XD stay out of the ratio, so XE pays its flat amount whole; were they 24, it would not.
    toys = [
        row
        for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts={"unit": "months", "part": "any_day"}, qualifying="180 months", age="65 years",
                       formula={"shape": "flat", "amount": "600 XTS per month"})
    ]  # fmt: skip
    toys += under("xw-higher", apportionment__old_age__method="pro_rata")
    sure = insured("xe-b", "1990-01-01", "2009-12-31", **SURE)
    for standing in ("certified", "declared"):
        rows = [insured("xd-a", "2010-01-01", "2010-08-31", standing=standing), sure]
        decision = said(life(rows, assume=toys, person={**BORN, **SURE}), FOR_ALL)
        found = benefit(decision, "xe-b")
        assert (amount(decision, "xe-b"), found.standing.facts) == ("600.00", standing)


@pytest.mark.parametrize(("standing", "expected"), [("certified", "certified"), ("declared", "declared")])
def test_who_carries_all_is_as_sure_as_the_dates(standing: str, expected: str) -> None:
    toys = [
        row
        for scheme in ("xd-a", "xe-b")
        for row in law(scheme, counts={"unit": "months", "part": "any_day"}, qualifying="12 months", age="65 years",
                       formula={"shape": "flat", "amount": "600 XTS per month"})
    ]  # fmt: skip
    rows = [
        insured("xd-a", "2000-01-01", "2000-08-31", standing=standing),
        insured("xe-b", "2001-01-01", "2001-07-31", **SURE),
    ]
    decision = said(life(rows, assume=toys, person={**BORN, **SURE}), FOR_ALL)
    assert (benefit(decision, "xe-b").status, benefit(decision, "xe-b").standing.facts) == ("entitled", expected)


def test_a_date_known_to_the_month_is_declared_at_most() -> None:
    flat = law("xd-a", qualifying="15 years", age="65 years", formula={"shape": "flat", "amount": "600 XTS per month"})
    rows = [insured("xd-a", "1990-01", "2004-12", **SURE)]
    decision = said(life(rows, assume=flat, person={**BORN, **SURE}))
    assert benefit(decision, "xd-a").standing.facts == "declared"
    assert any("known to the month only" in text for text in decision.not_certain)


def test_a_birth_known_to_the_year_decides_nothing_within_that_year() -> None:
    flat = law("xd-a", qualifying="15 years", age="65 years", formula={"shape": "flat", "amount": "600 XTS per month"})
    rows = [insured("xd-a", "1990-01-01", "2009-12-31", **SURE)]
    case = life(rows, assume=flat, person={"born": "1955", "sex": "M", "nationalities": ["XA"]})
    first = date(2020, 1, 1)  # 65 years after 1 January 1955
    statuses = [
        benefit(said(case, at=day), "xd-a").status
        for day in (first - timedelta(1), first, date(2020, 12, 30), date(2020, 12, 31))
    ]
    assert statuses == ["refused", "undetermined", "undetermined", "entitled"]


def test_an_assumed_knob_of_the_agreement_shows_in_the_standing_of_the_law() -> None:
    career = [insured("xa-general", "2000-01-01", "2000-08-31"), insured("xb-general", "2001-01-01", "2020-12-31")]
    wages = [paid("xb-general", "2016-01-01", "2020-12-31", "840.00")]
    plain = benefit(said(life(career, earnings=wages), HIGHER), "xb-general").standing.law
    knob = under("xw-higher", totalisation__min_own_period="9 months")
    assumed = benefit(said(life(career, earnings=wages, assume=knob), HIGHER), "xb-general").standing.law
    assert (plain, assumed) == ("official", "assumed")


@settings(max_examples=30, deadline=None)
@given(contingencies(certified=True), st.data(), st.sampled_from((NONE, HIGHER, PRO_RATA)))
def test_of_incapacity_and_death_what_is_said_to_be_sure_stays_without_the_weaker_facts(
    told: Row, data: st.DataObject, agreements: Any
) -> None:
    """Weaker periods are emptied, earnings and degrees become others, and it is no longer told which relative died or studies."""
    found = [one["assessment"] for one in told.get("event", [])]
    for rows in (told["periods"], told["earnings"], told.get("family", []), *found):
        for row in rows:
            row["standing"] = data.draw(st.sampled_from(KNOWN))

    def otherwise(level: str) -> Row:
        periods = [empty(row) if weaker(row, level) else row for row in told["periods"]]
        earnings = [{**row, "amount": "1"} if weaker(row, level) else row for row in told["earnings"]]
        changed = {**told, "periods": periods, "earnings": earnings}
        if "family" in told:
            unsure = ("in_education", "disabled", "died")
            changed["family"] = [{key: value for key, value in row.items() if key not in unsure or not weaker(row, level)}
                                 for row in told["family"]]  # fmt: skip
        for event in told.get("event", ()):
            found = [{**row, "degree": "55 %"} if weaker(row, level) else row for row in event["assessment"]]
            changed["event"] = [{**event, "assessment": found}]
        return changed

    holds(told, otherwise, agreements)
