"""The legal invariants of periods, through the whole engine: a career may be told in many ways, and time counts once."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.laws.drawn import KINDS, MONTHS, careers, days, lives
from tests.laws.lives import (
    DIRECT,
    FOR_ALL,
    HIGHER,
    NONE,
    PRO_RATA,
    SHARED_BY_ALL,
    alike,
    decided,
    insured,
    law,
    life,
    said,
    under,
)

ONE_OPERATION = (NONE, PRO_RATA, DIRECT, SHARED_BY_ALL)  # xw-higher converts what was notified by the year year by year
EVERY_SET = (*ONE_OPERATION, HIGHER, FOR_ALL)


@settings(max_examples=50, deadline=None)
@given(lives(certified=True), st.data(), st.sampled_from(ONE_OPERATION))
def test_cutting_a_dated_period_into_two_touching_halves_changes_nothing(
    told: dict[str, Any], data: st.DataObject, agreements: Any
) -> None:
    career = told["periods"]
    whole = data.draw(st.sampled_from([row for row in career if "certified" not in row] or [{"from": "", "to": ""}]))
    assume(whole["from"] < whole["to"])
    edge = data.draw(days(date.fromisoformat(whole["from"]) + timedelta(1), date.fromisoformat(whole["to"])))
    assume(whole["from"] < edge.isoformat() <= whole["to"])
    halves = [{**whole, "to": (edge - timedelta(1)).isoformat()}, {**whole, "id": "cut", "from": edge.isoformat()}]
    parts = [half for row in career for half in (halves if row is whole else [row])]
    before, after = said(life(**told), agreements), said(life(**{**told, "periods": parts}), agreements)
    assert alike(after, "periods") == alike(before, "periods")


@settings(max_examples=50, deadline=None)
@given(lives(most=6, certified=True), st.randoms(use_true_random=False), st.sampled_from(EVERY_SET))
def test_the_order_of_entries_changes_nothing(told: dict[str, Any], chance: Any, agreements: Any) -> None:
    mixed = {key: chance.sample(rows, len(rows)) for key, rows in told.items()}
    assert alike(said(life(**mixed), agreements)) == alike(said(life(**told), agreements))


@settings(max_examples=50, deadline=None)
@given(careers(kinds=(*KINDS, "assimilated"), certified=True), st.data(), st.sampled_from(EVERY_SET))
def test_adding_an_insurance_period_in_a_state_never_shortens_what_it_counts(
    career: list[dict[str, Any]], data: st.DataObject, agreements: Any
) -> None:
    scheme = data.draw(st.sampled_from(sorted({row["scheme"] for row in career})))
    one, other = sorted((data.draw(days()), data.draw(days())))
    kind = "residence" if scheme == "xc-residence" else "insurance"
    more = {**insured(scheme, one.isoformat(), other.isoformat(), kind), "id": "more"}
    before, after = decided(life(career), agreements), decided(life([*career, more]), agreements)
    key = (scheme[:2].upper(), scheme)
    for own in ("own_right", "own_amount"):
        assert _given(after, key, own) >= _given(before, key, own)
    for longer, shorter in zip(after.plan.runs, before.plan.runs, strict=True):
        if key in shorter.count.keys:
            for purpose in ("right", "amount"):
                assert longer.count.counted.own(key, purpose) >= shorter.count.counted.own(key, purpose)


def _given(one: Any, key: tuple[str, str], name: str) -> Any:
    return next(plan.member.given[name].value for plan in one.plan.plans if plan.key == key)


BY_THE_DAY = {"counts": {"unit": "days", "day_system": 7, "part": "proportional"}, "qualifying": "0 days"}
TOY = ("xd-general", "xe-general", "xf-general")
TOYS = [row for scheme in TOY for row in law(scheme, **BY_THE_DAY, formula={"shape": "flat", "amount": "1 XTS per month"})]
COUNT_ONCE = under("xw-higher", overlap__same_rank="count_once")


def days_of(career: list[dict[str, Any]]) -> set[int]:
    """The calendar days that any period of a career covers."""
    spans = [(date.fromisoformat(row["from"]), date.fromisoformat(row["to"])) for row in career]
    return {day for first, last in spans for day in range(first.toordinal(), last.toordinal() + 1)}


@settings(max_examples=40, deadline=None)
@given(careers(schemes=TOY, least=2), st.booleans())
def test_calendar_time_is_counted_at_most_once(career: list[dict[str, Any]], once: bool) -> None:
    assume(len({row["country"] for row in career}) > 1)
    assumed = TOYS + (COUNT_ONCE if once else [])
    (run,) = decided(life(career, assume=assumed), FOR_ALL).plan.runs
    aggregate = len(days_of(career))
    (lengths,) = run.lengths
    assert sum(told.value for told in lengths.right) == aggregate
    owns = [run.count.counted.own(key, "right") for key in run.count.keys]
    assert sum(owns) == aggregate if once else sum(owns) >= aggregate >= max(owns)


@settings(max_examples=40, deadline=None)
@given(careers(schemes=TOY, least=2), st.sampled_from(("days", "months", "weeks", "quarters", "years")))
def test_the_fractions_add_to_one_where_nothing_is_left_out(career: list[dict[str, Any]], unit: str) -> None:
    assume(len({row["country"] for row in career}) > 1)
    system = {"day_system": 6} if unit == "days" else {}
    alike_all = [
        row
        for scheme in TOY
        for row in law(
            scheme,
            counts={"unit": unit, "part": "any_day", **system},
            qualifying=f"0 {unit}",
            age="60 years",
            formula={"shape": "flat", "amount": "1000 XTS per month"},
        )
    ]
    knobs = [*COUNT_ONCE, *under("xw-higher", totalisation__min_own_period="0 months")]
    one = decided(life(career, assume=alike_all + knobs), FOR_ALL)
    (ran,) = one.found.runs
    assume(any(totals.amount.value for totals in ran.totals))
    assert sum(each.ratio.value for each in ran.unders) == 1


@settings(max_examples=40, deadline=None)
@given(careers(schemes=MONTHS, kinds=("insurance",), least=2))
def test_without_a_same_rank_rule_the_fractions_are_never_less_than_one(career: list[dict[str, Any]]) -> None:
    assume(len({row["country"] for row in career}) > 1)
    uncapped = under("xw-higher", apportionment__old_age__cap="none", totalisation__min_own_period="0 months")
    one = decided(life(career, assume=uncapped), HIGHER)
    (ran,) = one.found.runs
    assert sum((each.ratio.value for each in ran.unders), Fraction(0)) >= 1


@pytest.mark.parametrize("agreements", EVERY_SET, ids=lambda each: each.id)
def test_nothing_counts_where_there_is_nothing(agreements: Any) -> None:
    decision = said(life([]), agreements)
    assert (decision.benefits, decision.summary.per_month, decision.periods) == ((), (), ())


def test_a_thin_certificate_takes_no_time_from_another_state() -> None:
    # XA certifies 20 months of ten years, XB is insured throughout: together they count XB's 120, not XA's 20.
    thin = {**insured("xa-general", "2000-01-01", "2009-12-31"), "certified": {"months": 20}}
    one = decided(life([thin, insured("xb-general", "2000-01-01", "2009-12-31")]), HIGHER)
    assert [totals.right.value for totals in one.found.runs[0].totals] == [120, 120]


def test_nothing_counts_that_comes_after_the_day_decided_for() -> None:
    # Decided for 30 June 2009: of a period to 2015 there are 114 months, in a career certified to 2015 no more of it either.
    career = [insured("xa-general", "2000-01-01", "2015-12-31"), insured("xb-general", "2009-07-01", "2012-12-31")]
    decision = said(life(career), HIGHER, date(2009, 6, 30))
    assert [row.counted.right for row in decision.periods] == [114, 0]
    assert decision.periods[1].why_not == "outside_window"
    certified = {**career[0], "certified": {"months": 150}}
    assert said(life([certified]), NONE, date(2009, 6, 30)).periods[0].counted.right == 150 - 78  # less July 2009 to 2015
