"""The floor of an invented State: the gap is never negative, and is nought exactly at the floor."""

import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import load_case
from portability.law.shelf import Shelf, data_folder, default_shelf
from portability.record.decision import Decision, FloorResult
from portability.rules.guarantee import assets_limit, floor_gap, grant_after_income, grant_if_worth
from tests.laws.lives import AT, HIGHER, NONE, Row, insured, life, paid

FLOOR = """
format   = "portability.floor/1"
country  = "XA"
title    = "The floor of XA (invented)"
currency = "XTS"
reviewed = 2026-11-21

[[older_persons.xa-grant]]
from        = 2010-01-01
source      = "xa-grants-act"
age         = { is = "60 years", missing_day = "later", cites = "s. 2", standing = "official" }
nationality = { is = ["national", "permanent"], cites = "s. 3", standing = "official" }
residence   = { is = "in_state", cites = "s. 3", standing = "official" }
level       = { is = "1000 XTS per month", cites = "s. 4", standing = "official" }
income_test = { full = "1.6", taper = "0.4", nil_below = "50 XTS per month", of = "level", cites = "s. 5", standing = "official" }
assets_test = { is = "40", of = "yearly level", cites = "s. 6", standing = "official" }
"""
LEVEL = 1000


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The law of the invented States alone, and a floor for XA."""
    folder: Path = tmp_path_factory.mktemp("agreements")
    for room in ("national", "instruments", "floors"):
        (folder / room).mkdir()
    for file in default_shelf().folder.glob("*/x*.toml"):
        shutil.copy(file, folder / file.parent.name)
    (folder / "floors" / "xa.toml").write_text(FLOOR, "utf-8")
    return Shelf(folder)


def floor(decision: Decision) -> FloorResult:
    """The grant of XA to the insured person."""
    (found,) = (row for row in decision.floor if row.guarantee == "older_persons")
    return found


def income(amount: int, currency: str = "XTS") -> list[Row]:
    return [{"kind": "rent", "amount": f"{amount // 100}.{amount % 100:02d}", "currency": currency, "per": "month"}]


def hundredths(money: Any) -> int:
    return int(Fraction(money.amount) * 100)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.integers(0, 250_000), st.integers(99_990, 100_010)))
def test_the_gap_is_never_negative_and_nought_exactly_at_the_floor(shelf: Shelf, cents: int) -> None:
    found = floor(decide(life([], income=income(cents)), AT, NONE, shelf))
    assert hundredths(found.gap) == max(0, LEVEL * 100 - cents)
    assert (hundredths(found.gap) == 0) == (cents >= LEVEL * 100)
    # grant = 1.6 x 1000 - 0.4 x income, at most 1000, and nothing under 50
    grant = min(Fraction(100_000), max(Fraction(0), Fraction(8, 5) * 100_000 - Fraction(2, 5) * cents))
    due = int(grant + Fraction(1, 2)) if grant >= 5000 else 0
    assert (0 if found.top_up is None else hundredths(found.top_up)) == due
    assert (found.status == "entitled") == (due > 0)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 400_000), st.integers(0, 100_000), st.sampled_from((NONE, HIGHER)))
def test_pensions_from_all_states_are_counted_before_the_gap(shelf: Shelf, wage: int, rent: int, agreements: Any) -> None:
    # What both States pay, thirteen times a year in XA and twelve in XB, by the month; the gap is what is left.
    career = [insured("xa-general", "1985-01-01", "2004-12-31"), insured("xb-general", "2005-01-01", "2014-12-31")]
    wages = [paid("xa-general", "1985-01-01", "2004-12-31", f"{wage // 100}.{wage % 100:02d}"),
             paid("xb-general", "2005-01-01", "2014-12-31", "840.00")]  # fmt: skip
    decision = decide(life(career, earnings=wages, income=income(rent)), AT, agreements, shelf)
    owed = sum(Fraction(each.payments[0].money.amount) * each.payments[0].payments_a_year / 12 for each in decision.benefits)
    gap = max(Fraction(0), LEVEL - owed - Fraction(rent, 100))
    found = floor(decision)
    assert abs(Fraction(found.gap.amount) - gap) <= Fraction(1, 200)
    assert [row.what for row in found.counted] == ["old_age/insured/XA.xa-general", "old_age/insured/XB.xb-general", "rent"]


def test_a_sum_paid_once_is_no_income(shelf: Shelf) -> None:
    career = [insured("xa-general", "2000-01-01", "2004-12-31")]
    wages = [paid("xa-general", "2000-01-01", "2004-12-31", "1000.00")]
    decision = decide(life(career, earnings=wages), AT, NONE, shelf)
    assert decision.benefits[0].form == "lump_sum"
    assert (floor(decision).counted, floor(decision).gap.amount) == ((), "1000.00")


def test_a_pension_known_from_below_leaves_a_gap_known_from_above(shelf: Shelf) -> None:
    # xb-mines: the rate is unknown, the minimum 300: the gap is at most 700.
    case = life([insured("xb-mines", "1990-01-01", "2009-12-31")])
    gap = floor(decide(case, AT, NONE, shelf)).gap
    assert (gap.amount, gap.at_most, gap.at_least) == (None, "700.00", None)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, "entitled"),
        ({"person": {"born": "1970-05-20", "sex": "M", "nationalities": ["XA"]}, "residence": [{"country": "XA"}]}, "refused"),
        ({"person": {"born": "1955-05-20", "sex": "M", "nationalities": ["XB"]},
          "residence": [{"country": "XA", "residence_status": "regular"}]}, "refused"),
        ({"person": {"born": "1955-05-20", "sex": "M", "nationalities": ["XB"]},
          "residence": [{"country": "XA", "residence_status": "permanent"}]}, "entitled"),
        ({"person": {"born": "1955-05-20", "sex": "M"}, "residence": [{"country": "XA"}]}, "undetermined"),
        ({"person": {"sex": "M", "nationalities": ["XA"]}}, "undetermined"),
        ({"asset": [{"kind": "land", "amount": "480000", "currency": "XTS"}]}, "entitled"),
        ({"asset": [{"kind": "land", "amount": "480000.01", "currency": "XTS"}]}, "refused"),
    ],
)  # fmt: skip
def test_the_conditions_decide_the_grant_and_not_the_gap(shelf: Shelf, changed: Row, status: str) -> None:
    # assets: 40 x 12 x 1000 = 480 000 is still within the limit
    found = floor(decide(life([], **changed), AT, NONE, shelf))
    assert (found.status, found.gap.amount, found.level.amount) == (status, "1000.00", "1000.00")


def test_income_in_another_currency_needs_a_rate(shelf: Shelf) -> None:
    case = life([], income=income(40_000, "ZMW"))
    assert floor(decide(case, AT, NONE, shelf)).gap.unknown
    rate = [{"base": "XTS", "quote": "ZMW", "on": "2025-12-01", "value": "2"}]  # 1 XTS is 2 ZMW
    case = life([], income=income(40_000, "ZMW"), rate=rate)
    assert floor(decide(case, AT, NONE, shelf)).gap.amount == "800.00"


def test_where_no_floor_is_told_none_is_invented(shelf: Shelf) -> None:
    decision = decide(life([], residence=[{"country": "XB"}]), AT, NONE, shelf)
    assert decision.floor == ()
    assert any("the floor of XB is not on the shelf" in text for text in decision.not_certain)


AMOUNTS = st.fractions(min_value=0, max_value=10_000, max_denominator=100)


@settings(max_examples=100, deadline=None)
@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_more_income_never_widens_the_gap(level: Fraction, less: Fraction, more: Fraction) -> None:
    less, more = sorted((less, more))
    assert 0 <= floor_gap(level, more) <= floor_gap(level, less) <= level
    assert (floor_gap(level, less) == 0) == (less >= level)
    assert floor_gap(level, less) + min(less, level) == level


@settings(max_examples=100, deadline=None)
@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_grant_lies_between_nothing_and_the_level(level: Fraction, income_: Fraction, least: Fraction) -> None:
    grant = grant_after_income(level, income_, Fraction(8, 5), Fraction(2, 5))
    assert 0 <= grant <= level
    assert grant_if_worth(grant, least) in (0, grant)
    assert (grant_if_worth(grant, least) == grant) or grant < least
    assert assets_limit(level, 40) == 480 * level


def test_a_grant_that_counts_what_only_a_scenario_pays_is_no_more_binding_than_it() -> None:
    # A Zimbabwean pension is paid in South Africa by the scenario alone: alone it is not known whether it is.
    case = load_case(data_folder() / "scenarios/cases/zw-za-work-no-insurance/case.toml")
    assert floor(decide(case, None, NONE)).legal_force == "binding"
    scenario = AgreementSet("for-all", with_=("r167-apportionment",), every_state=True)
    assert floor(decide(case, None, scenario)).legal_force == "scenario"


def test_the_law_a_decision_names_does_not_hang_on_what_was_decided_before(shelf: Shelf) -> None:
    case = life([insured("xa-general", "1985-01-01", "2004-12-31")])
    alone = decide(case, AT, NONE, Shelf(shelf.folder)).decided_under.hashes.law
    decide(life([insured("xb-general", "1985-01-01", "2004-12-31")]), AT, HIGHER, shelf)
    assert decide(case, AT, NONE, shelf).decided_under.hashes.law == alone
    assert decide(case, AT, HIGHER, shelf).decided_under.hashes.law != alone
