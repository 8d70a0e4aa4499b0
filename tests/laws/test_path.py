"""A life laid out in time: whole, the same as the decisions it is made of, and what a hand finds for a few lives."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.assessment.path import path
from portability.assessment.scope import AgreementSet, agreement_set
from portability.case.model import Case, load_case
from portability.document.leaf import earliest
from portability.law.sets import comparison
from portability.record.decision import Decision
from portability.record.path import Path as Laid
from portability.record.path import Stretch
from portability.record.path_table import by_month
from portability.record.phrases import amount
from tests.laws.drawn import lives
from tests.laws.drawn_contingencies import contingencies
from tests.laws.lives import AS_BOUND, FOR_ALL, NONE, certified, insured, life, paid

CASES = Path(__file__).parents[2] / "scenarios"
ONE_DAY = timedelta(days=1)
WORKED = [
    "xb-xc-suspended-and-frozen", "xa-xb-xc-widow-and-two-children", "hr-si-topped-up", "at-hr-si-one-not-open",
    "es-fr-pt-three-overlapping-spells", "mz-za-miners-fund", "zw-za-work-no-insurance", "xa-xb-xc-two-agreements-in-a-chain",
    "mz-za-miners-accident", "xa-two-accidents", "xa-xb-widow-and-four-children", "ls-za-silicosis",
    "mw-zm-widow-and-three-children", "xa-xb-sick-after-three-weeks", "xa-xb-xc-birth-across-a-border",
    "mz-za-birth-across-a-border", "xa-xb-xc-pensioner-cared-for-in-a-third", "za-refugees-child", "za-zw-couple-means-test",
    "at-tr-four-postings", "ls-returned-with-the-grant-alone",
]  # fmt: skip


def at_day(laid: Laid, day: date) -> Stretch:
    """The one stretch that holds a day."""
    [one] = [each for each in laid.stretches if each.start <= day <= each.end]
    return one


def whole(laid: Laid) -> None:
    """The stretches follow one another from the first day to the last."""
    assert laid.stretches[0].start == laid.start
    assert laid.stretches[-1].end == laid.end
    assert all(one.start <= one.end for one in laid.stretches)
    for one, then in pairwise(laid.stretches):
        assert then.start == one.end + ONE_DAY


def told_by(decision: Decision, day: date) -> set[Any]:
    """The payments a decision has on a day, apart from what is paid once, as amounts or their ends."""
    return {
        (benefit.id, paid.money.amount, paid.money.at_least, paid.money.at_most, paid.money.currency, paid.per, paid.export)
        for benefit in decision.benefits
        for paid in benefit.payments
        if paid.per != "once" and paid.start <= day and (paid.end is None or day <= paid.end)
    }


def told_in(stretch: Stretch) -> set[Any]:
    return {
        (one.benefit, one.money.amount, one.money.at_least, one.money.at_most, one.money.currency, one.per, one.export)
        for one in stretch.due
        if one.money is not None
    }


def as_decided(case: Case, chosen: AgreementSet, laid: Laid, day: date) -> None:
    """What is due on a day is what the decision for that very day has paid on it."""
    assert told_in(at_day(laid, day)) == told_by(decide(case, day, chosen), day), day


SETS = st.sampled_from((NONE, AS_BOUND, FOR_ALL))


@settings(max_examples=15, deadline=None)
@given(told=st.one_of(lives(most=3, certified=True), contingencies(most=3)), chosen=SETS, data=st.data())
def test_a_path_is_whole_and_on_any_day_what_the_decision_for_it_says(told: Any, chosen: AgreementSet, data: Any) -> None:
    case = life(**told)
    laid = path(case, None, chosen)
    whole(laid)
    decided = next(one.start for one in laid.stretches if one.decided_for is not None)
    as_decided(case, chosen, laid, decided)
    as_decided(case, chosen, laid, data.draw(st.dates(decided, laid.end)))


@pytest.mark.parametrize("name", WORKED)
def test_of_a_worked_life_every_stretch_is_what_the_decision_for_its_first_and_last_day_says(name: str) -> None:
    case = load_case(CASES / "cases" / name / "case.toml")
    laid = path(case)
    whole(laid)
    decided = [one for one in laid.stretches if one.decided_for is not None]
    assert decided
    for one in decided:
        as_decided(case, AS_BOUND, laid, one.start)
        as_decided(case, AS_BOUND, laid, one.end)


def due(decision: Decision) -> Any:
    """All that is due under a decision, without why and how sure it is."""
    said: Any = {"standing": None, "reasons": (), "variants": (), "supplements": ()}
    rows = [replace(one, **said) for one in decision.benefits]
    added = [(each.money, each.kind) for one in decision.benefits for each in one.supplements]
    amounts = [(each.id, each.net) for one in decision.benefits for each in one.variants if each.chosen]
    return rows, added, amounts, decision.care, decision.floor, decision.summary


@pytest.mark.parametrize("name", WORKED)
@pytest.mark.parametrize("chosen", [NONE, AS_BOUND, FOR_ALL], ids=lambda one: one.id)
def test_what_is_decided_without_its_reasons_is_due_all_the_same(name: str, chosen: AgreementSet) -> None:
    case = load_case(CASES / "cases" / name / "case.toml")
    day = case.claim[0].date
    for each in {earliest(day), earliest(day) + 700 * ONE_DAY}:
        said, unsaid = decide(case, each, chosen), decide(case, each, chosen, spoken=False)
        assert said.benefits or said.care or said.floor
        assert due(unsaid) == due(said)


EXPECTED = [
    (name, under)
    for name in WORKED
    for under in tomllib.loads((CASES / "cases" / name / "expected.toml").read_text("utf-8"))["under"]
    if "per_month" in under
]


@pytest.mark.parametrize(("name", "under"), EXPECTED, ids=[f"{name}-{under['set']}-{under['at']}" for name, under in EXPECTED])
def test_the_sum_of_a_day_is_what_was_worked_by_hand(name: str, under: dict[str, Any]) -> None:
    chosen = agreement_set(comparison(CASES / "comparisons", under["set"]))
    laid = path(load_case(CASES / "cases" / name / "case.toml"), None, chosen, until=max(under["at"], date(2026, 12, 31)))
    assert [amount(money) for money in at_day(laid, under["at"]).per_month] == under["per_month"]


def test_a_pension_suspended_and_one_frozen_by_hand() -> None:
    """Of its working: both are paid from 20 May 2016, 153 and 100; raised to 103 on 1 April 2017; in XB from 1 October 2017
    one is suspended, the other stays at 103; back on 1 July 2019 both are paid, the other at 106.09."""
    laid = path(load_case(CASES / "cases" / "xb-xc-suspended-and-frozen" / "case.toml"), None, NONE)
    found = [
        (one.start, [(due.scheme, due.money.amount, due.export) for due in one.due if due.money is not None])
        for one in laid.stretches
        if one.due
    ]
    assert found == [
        (date(2016, 5, 20), [("xc-sea", "153.00", "paid"), ("xc-lights", "100.00", "paid")]),
        (date(2017, 4, 1), [("xc-sea", "153.00", "paid"), ("xc-lights", "103.00", "paid")]),
        (date(2017, 10, 1), [("xc-sea", "153.00", "suspended"), ("xc-lights", "103.00", "frozen")]),
        (date(2019, 7, 1), [("xc-sea", "153.00", "paid"), ("xc-lights", "106.09", "paid")]),
    ]
    assert [one.lives_in for one in laid.stretches if one.due] == ["XC", "XC", "XB", "XC"]
    assert next((one.start, one.end) for one in laid.stretches if one.gap) == (date(1992, 1, 1), date(1999, 12, 31))


def test_the_shares_of_two_children_end_one_after_the_other_by_hand() -> None:
    """Born on 1 June 2006 and 2010. XC ends at 20: 2026 and 2030; then 60 + 20 = 80 % is under the ceiling of 90 %, so
    115.20 for the widow and 38.40 for the younger. XB ends at 21 for the older, in education: 2027; the younger then has 40 %
    of 250 = 100, till 21: 2031. XA ends at 25: 2031 and 2035; then 60 + 25 = 85 %, so 240 and 100 of 400."""
    laid = path(load_case(CASES / "cases" / "xa-xb-xc-widow-and-two-children" / "case.toml"), None, NONE)
    ends = {}
    for one in laid.stretches:
        for due in one.due:
            ends[due.country, due.beneficiary] = one.end
    assert ends == {
        **{(state, "widow"): laid.end for state in ("XA", "XB", "XC")},
        ("XC", "older"): date(2026, 5, 31), ("XB", "older"): date(2027, 5, 31), ("XA", "older"): date(2031, 5, 31),
        ("XC", "younger"): date(2030, 5, 31), ("XB", "younger"): date(2031, 5, 31), ("XA", "younger"): date(2035, 5, 31),
    }  # fmt: skip
    widow = [(one.start, due.money.amount) for one in laid.stretches for due in one.due
             if (due.country, due.beneficiary) == ("XA", "widow") and due.money is not None]  # fmt: skip
    assert {when: money for when, money in widow if when in (date(2026, 1, 1), date(2031, 6, 1))} == {
        date(2026, 1, 1): "218.18", date(2031, 6, 1): "240.00"
    }  # fmt: skip


def test_overlaps_gaps_and_ages_of_an_invented_life() -> None:
    """XB from 1990 to 1999, XA beside it in 1999 and until 2004: one year of both. Then nothing until the claim of 2026. Men
    of XB reach the age at 60, of XA at 65, born on 20 May 1955."""
    case = life([insured("xb-general", "1990-01-01", "1999-12-31"), insured("xa-general", "1999-01-01", "2004-12-31")])
    laid = path(case, None, NONE)
    assert laid.start == date(1990, 1, 1)
    both = [(one.start, one.end) for one in laid.stretches if len(one.insured) == 2]
    assert both == [(date(1999, 1, 1), date(1999, 12, 31))]
    gaps = [(one.start, one.end) for one in laid.stretches if one.gap == "gap"]
    assert (gaps[0][0], gaps[-1][1]) == (date(2005, 1, 1), date(2025, 12, 31))
    happened = {mark.on: mark.what for one in laid.stretches for mark in one.happened}
    assert happened[date(2015, 5, 20)] == "reaches age 60: old age in XB xb-general"
    assert happened[date(2020, 5, 20)] == "reaches age 65: old age in XA xa-general"
    assert {"claim: old age", "day of decision"} <= {mark.what for mark in at_day(laid, date(2026, 1, 1)).happened}


def test_a_period_without_dates_makes_a_gap_no_more_than_possible() -> None:
    case = life([insured("xb-general", "1990-01-01", "1999-12-31"), {**certified("xa-general", months=130), "id": "told"}])
    laid = path(case, None, NONE)
    assert {one.gap for one in laid.stretches} == {None, "perhaps"}
    assert [(one.id, one.start) for one in laid.spells] == [("p0", date(1990, 1, 1)), ("told", None)]


def test_without_a_claim_a_pension_opens_on_the_day_its_age_is_reached() -> None:
    # 120 months in XB give half a pension to a man of 60; asked on 1 January 2014, at 58.
    earned = [paid("xb-general", "1990-01-01", "1999-12-31", "840.00")]
    case = life([insured("xb-general", "1990-01-01", "1999-12-31")], earnings=earned, claim=None)
    laid = path(case, date(2014, 1, 1), NONE)
    refused, due = at_day(laid, date(2015, 5, 19)).due, at_day(laid, date(2015, 5, 20)).due
    assert [(one.status, one.refusal) for one in refused] == [("refused", "age")]
    assert [one.status for one in due] == ["entitled"]
    assert "a benefit is taken to be claimed on the day its right opens" in laid.taken[-1]


def test_what_is_paid_once_is_told_once() -> None:
    laid = path(load_case(CASES / "cases" / "mz-za-miners-fund" / "case.toml"), until=date(2040, 1, 1))
    once = [(one.start, paid.country, paid.kind) for one in laid.stretches for paid in one.once]
    assert once == [(date(2025, 8, 4), "ZA", "account"), (date(2025, 8, 4), "ZW", "lump_sum")]


def test_the_path_ends_where_it_is_told_to() -> None:
    case = life([insured("xb-general", "1990-01-01", "1999-12-31")])
    assert path(case, None, NONE, until=date(2031, 3, 3)).end == date(2031, 3, 3)
    assert path(case, None, NONE, until=date(2026, 1, 1)).end == date(2026, 1, 1)
    with pytest.raises(ValueError, match="lies before the day decided for"):
        path(case, None, NONE, until=date(2025, 12, 31))


def test_months_are_the_stretches_cut() -> None:
    laid = path(load_case(CASES / "cases" / "xb-xc-suspended-and-frozen" / "case.toml"))
    months = list(by_month(laid.stretches))
    assert (months[0].start, months[-1].end) == (laid.start, laid.end)
    assert all((one.start.year, one.start.month) == (one.end.year, one.end.month) for one in months)
    assert [mark for one in months for mark in one.happened] == [mark for one in laid.stretches for mark in one.happened]
    assert all(then.start == one.end + ONE_DAY for one, then in pairwise(months))
