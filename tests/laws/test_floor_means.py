"""Means tests as each law has them: couples, who has the care of a child, limits, incapacity; and the tests of South Africa."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.case.model import read_case
from portability.number.column import Column
from portability.record.decision import FloorResult, Money
from portability.rules.guarantee import floor_gap
from tests.laws.floors import NONE, earns, home, row, told
from tests.laws.lives import Row

WIFE = {"id": "eve", "relation": "spouse", "born": "1958-01-01", "sex": "F"}
ANN = {"id": "ann", "relation": "child", "born": "2018-03-01"}
INJURED = {"branches": ["employment_injury"], "date": "2026-01-01"}
WHO_IS_ANN = [{"person": "ann", "country": "XA"}]


def value(money: Money | None) -> Fraction | None:
    return None if money is None or money.amount is None else Fraction(money.amount)


def due(own: Fraction) -> Fraction:
    """1.6 x 1 000 - 0.4 x income, at most 1 000, and nothing under 50."""
    grant = min(Fraction(1000), max(Fraction(0), 1600 - Fraction(2, 5) * own))
    return grant if grant >= 50 else Fraction(0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 5000), st.integers(0, 5000))
def test_of_a_couple_half_of_the_joint_income_counts_for_each(own: int, other: int) -> None:
    found = told(family=[WIFE], residence=[home(), home(who="eve", residence_status="national")],
                 nationality=[{"person": "eve", "country": "XA"}],
                 income=[earns(f"{own}.00"), earns(f"{other}.00", "eve")])  # fmt: skip
    half = Fraction(own + other, 2)
    for who in ("insured", "eve"):
        each = row(found, "older_persons", who)
        assert value(each.gap) == max(Fraction(0), 1000 - half)
        assert (value(each.top_up) or 0) == due(half)
        assert (each.status == "entitled") == (due(half) > 0)
    assert value(row(found, "older_persons").top_up) == value(row(found, "older_persons", "eve").top_up)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_gap_of_one_of_a_couple_is_nought_exactly_at_the_level(own: int, other: int) -> None:
    found = row(told(family=[WIFE], income=[earns(f"{own}.00"), earns(f"{other}.00", "eve")]), "older_persons")
    assert (value(found.gap) == 0) == (own + other >= 2000)
    assert found.gap is not None
    assert Fraction(found.gap.amount or -1) >= 0


@pytest.mark.parametrize(
    "changed",
    [
        {"family": [{**WIFE, "died": "2020-01-01"}]},
        {"family": [{**WIFE, "married": [{"from": "1980-01-01", "to": "2010-01-01"}]}]},
        {"family": [{**WIFE, "relation": "former_spouse"}]},
        {"family": [WIFE], "household": [{"members": ["insured"]}]},
    ],
)
def test_who_does_not_live_with_a_spouse_counts_alone(changed: Row) -> None:
    income = [earns("1000.00")] + ([] if "died" in changed["family"][0] else [earns("9000.00", "eve")])
    assert value(row(told(income=income, **changed), "older_persons").top_up) == 1000


def test_what_a_couple_owns_is_held_against_the_limit_of_a_couple() -> None:
    # 40 x 12 x 1 000 = 480 000 for one, 80 x 12 x 1 000 = 960 000 for two
    def held(own: str, other: str, *family: Row) -> str:
        asset = [{"kind": "land", "person": who, "amount": amount, "currency": "XTS"}
                 for who, amount in (("insured", own), ("eve", other))[: 1 + len(family)]]  # fmt: skip
        return row(told(family=list(family), asset=asset), "older_persons").status

    assert (held("480000.00", "0.00"), held("480000.01", "0.00")) == ("entitled", "refused")
    assert (held("480000.01", "479999.99", WIFE), held("480000.01", "480000.00", WIFE)) == ("entitled", "refused")


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [("2000.00", None, "entitled"), ("2000.01", None, "refused"), ("2000.00", "2000.00", "entitled"),
     ("2000.00", "2000.01", "refused"), ("4000.00", "0.00", "entitled")],
)  # fmt: skip
def test_a_childs_grant_hangs_on_what_the_caregiver_has(own: str, other: str | None, expected: str) -> None:
    """Ten times 200 alone, twenty times as a couple; the child's own gap is to its own income."""
    family, income = [ANN], [earns(own)]
    if other is not None:
        family, income = [ANN, WIFE], [*income, earns(other, "eve")]
    found = told(family=family, household=[{"members": ["insured", *(one["id"] for one in family)]}],
                 nationality=WHO_IS_ANN, income=income)  # fmt: skip
    child = row(found, "children", "ann")
    assert (child.status, value(child.gap), value(child.level)) == (expected, 200, 200)
    assert child.counted == ()


def test_a_childs_grant_ends_at_its_age() -> None:
    of_fifteen = {**ANN, "born": "2011-01-01"}
    found = told(family=[of_fifteen], residence=[home(), home(who="ann")], nationality=WHO_IS_ANN)
    assert row(found, "children", "ann").status == "refused"
    found = told(family=[{**ANN, "born": "2011-01-02"}], residence=[home(), home(who="ann")], nationality=WHO_IS_ANN)
    assert row(found, "children", "ann").status == "entitled"


def test_a_grant_takes_what_it_does_not_tell_from_another() -> None:
    ill = [{"id": "e1", "kind": "invalidity", "date": "2025-01-01"}]
    person = {"born": "1990-01-01", "nationalities": ["XA"]}
    found = row(told(person=person, residence=[home()], event=ill, claim=[INJURED], income=[earns("2000.00")]), "active_age")
    assert value(found.top_up) == Fraction(8, 5) * 900 - Fraction(2, 5) * 2000  # 640
    assert value(found.gap) == 0


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 200), min_size=1, max_size=30), st.integers(1, 150))
def test_the_gaps_of_a_population_add_up_to_what_would_close_them(incomes: list[int], level: int) -> None:
    """Under perfect targeting the cost is the sum of the gaps: the average gap times the persons, row by row as for a case."""
    gaps = floor_gap(level, Column.of([Fraction(income) for income in incomes]))
    alone = [floor_gap(level, income) for income in incomes]
    assert list(gaps.exact()) == alone
    assert sum(alone) == Fraction(sum(alone), len(incomes)) * len(incomes) == sum(max(0, level - income) for income in incomes)


def test_the_published_cost_of_a_gap() -> None:
    """An average gap of 25 USD a year in a population of ten million costs 250 million (a published page on the measure)."""
    assert floor_gap(100, 75) * 10_000_000 == 250_000_000


# South Africa: the published limits, A = 2 400 from April 2026, and couples.
AT = date(2026, 5, 1)


def south_africa(income: dict[str, str], family: list[Row] | None = None, at: date = AT, **more: Any) -> list[FloorResult]:
    ids = [each["id"] for each in family or []]
    wages = {"kind": "work", "currency": "ZAR", "per": "month"}
    case: Row = {
        "format": "portability.case/1",
        "id": "za",
        "person": {"born": "1955-05-20", "sex": "M", "nationalities": ["ZA"]},
        "residence": [{"country": "ZA"}],
        "family": family or [],
        "household": [{"members": ["insured", *ids]}],
        "nationality": [{"person": each, "country": "ZA"} for each in ids],
        "income": [{**wages, "person": who, "amount": amount} for who, amount in income.items()],
        **more,
    }
    return list(decide(read_case(case), at, NONE).floor)


def of(rows: list[FloorResult], grant: str, who: str = "insured") -> FloorResult:
    (found,) = (one for one in rows if (one.grant, one.person) == (grant, who))
    return found


@pytest.mark.parametrize(
    ("own", "expected"), [("3600.00", 2400), ("5000.00", 1840), ("9350.00", 100), ("9351.00", None), ("0.00", 2400)]
)
def test_the_published_limits_of_a_single_person(own: str, expected: int | None) -> None:
    """Full to 1.5 A = 3 600; 1.6 x 2 400 - 0.4 x 5 000 = 1 840; 100 at 4 A - 250 = 9 350, and nothing beyond."""
    assert value(of(south_africa({"insured": own}), "Older persons' grant").top_up) == expected


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 3500))
def test_the_formula_printed_in_2008(own: int) -> None:
    """D = 1.3A - 0.5B, at most A = 1 080: whole up to 0.6A, then half a rand less for each, and nothing under 100."""
    grant = min(Fraction(1080), Fraction(13, 10) * 1080 - Fraction(own, 2))
    person = {"born": "1945-05-20", "sex": "F", "nationalities": ["ZA"]}
    found = of(south_africa({"insured": f"{own}.00"}, at=date(2010, 6, 1), person=person), "Older persons' grant")
    assert value(found.top_up) == (grant if grant >= 100 else None)
    assert (value(found.top_up) == 1080) == (own <= 648)


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [("18700.00", "0.00", 100), ("18702.00", "0.00", None), ("5000.00", "5000.00", 1840), ("0.00", "7200.00", 2400)],
)
def test_the_limit_of_a_couple_is_twice_that_of_one(own: str, other: str, expected: int | None) -> None:
    """112 200 a year for one, 224 400 for two: 18 700 a month, of which half is 9 350."""
    rows = south_africa({"insured": own, "eve": other}, [{**WIFE, "standing": "certified"}])
    assert value(of(rows, "Older persons' grant").top_up) == expected
    assert value(of(rows, "Older persons' grant", "eve").top_up) == expected


@pytest.mark.parametrize(
    ("at", "own", "expected"),
    [
        (date(2024, 5, 1), "5300.00", 530),  # 63 600 = 10 x 12 x 530
        (date(2024, 5, 1), "5300.01", None),
        (date(2025, 5, 1), "5600.00", 560),  # 67 200 = 10 x 12 x 560
        (date(2025, 5, 1), "5600.01", None),
        (date(2026, 5, 1), "5800.00", 580),  # 69 600 = 10 x 12 x 580
    ],
)
def test_the_child_support_grant_and_its_published_limits(at: date, own: str, expected: int | None) -> None:
    rows = south_africa({"insured": own}, [ANN], at)
    assert value(of(rows, "Child support grant", "ann").top_up) == expected


def test_the_care_dependency_grant_is_for_a_disabled_child() -> None:
    rows = south_africa({"insured": "23100.00"}, [{**ANN, "disabled": True}], date(2025, 5, 1))
    assert value(of(rows, "Care dependency grant", "ann").top_up) == 2310  # 277 200 a year = 12 x 23 100
    assert not [one for one in south_africa({"insured": "0.00"}, [ANN]) if one.grant == "Care dependency grant"]


def test_the_disability_grant_has_the_test_of_the_older_persons_grant() -> None:
    ill = [{"id": "e1", "kind": "invalidity", "date": "2025-01-01"}]
    person = {"born": "1980-05-20", "sex": "M", "nationalities": ["ZA"]}
    rows = south_africa({"insured": "5000.00"}, person=person, event=ill)
    assert value(of(rows, "Disability grant").top_up) == 1840
