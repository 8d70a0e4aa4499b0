"""Whom the floor is asked for, and where: every person of a case, by age, in the State where that person lives."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.record.decision import to_json
from portability.record.render import rendered
from tests.laws.floors import earns, guarantees, home, row, told
from tests.laws.lives import Row, insured, paid

CAREER = [insured("xa-general", "1985-01-01", "2004-12-31"), insured("xb-general", "2005-01-01", "2014-12-31")]
WAGES = [paid("xa-general", "1985-01-01", "2004-12-31", "1000.00"), paid("xb-general", "2005-01-01", "2014-12-31", "840.00")]
CHILD = {"id": "ann", "relation": "child", "born": "2018-03-01"}
WIFE = {"id": "eve", "relation": "spouse", "born": "1958-01-01", "sex": "F"}
INJURED = {"branches": ["employment_injury"], "date": "2026-01-01"}


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1955-05-20", ["health", "older_persons"]),
        ("1966-01-01", ["health", "older_persons"]),
        ("1966-01-02", ["health", "active_age"]),
        ("2008-01-01", ["health", "active_age"]),
        ("2008-01-02", ["health", "children"]),
        ("1966", ["health", "active_age", "older_persons"]),
        (None, ["health", "children", "active_age", "older_persons"]),
    ],
)
def test_the_guarantee_follows_age_and_health_is_everybodys(born: str | None, expected: list[str]) -> None:
    """At 1 January 2026: older persons from 60, as the State's own grant has it; children under 18."""
    person = {"nationalities": ["XA"]} | ({} if born is None else {"born": born})
    assert guarantees(told(person=person, residence=[home()], claim=[INJURED])) == expected


def test_who_claims_for_old_age_is_told_of_the_grant_before_its_age() -> None:
    found = told(person={"born": "1970-01-01", "nationalities": ["XA"]}, residence=[home()])
    assert guarantees(found) == ["health", "active_age", "older_persons"]
    assert (row(found, "older_persons").status, row(found, "older_persons").top_up) == ("refused", None)


def test_everybody_told_of_has_rows_in_the_state_where_that_person_lives() -> None:
    found = told(family=[CHILD, WIFE], residence=[home(), home("XB", "ann"), home("XC", "eve")])
    assert [(one.person, one.country) for one in found.floor if one.guarantee == "health"] == [
        ("insured", "XA"), ("ann", "XB"), ("eve", "XC")
    ]  # fmt: skip
    assert guarantees(found, "ann") == ["health", "children"]
    assert guarantees(found, "eve") == ["health", "older_persons"]


def test_one_of_the_same_household_lives_there_and_of_one_who_is_elsewhere_it_is_said() -> None:
    found = told(family=[CHILD, WIFE], household=[{"members": ["insured", "ann"]}])
    assert guarantees(found, "ann") == ["health", "children"]
    assert guarantees(found, "eve") == []
    assert "ann is taken to live in XA, where somebody of the same household lives (assumed)" in found.not_certain
    assert "where eve lives is not given: no floor is looked at" in found.not_certain


def test_the_dead_have_no_floor() -> None:
    found = told(family=[{**CHILD, "died": "2025-12-31"}], residence=[home(), home("XA", "ann")])
    assert {one.person for one in found.floor} == {"insured"}


def test_a_level_that_nobody_set_is_not_established_and_never_a_nought() -> None:
    found = told(residence=[home("XP")])
    assert guarantees(found) == ["health", "older_persons"]
    missing = dict.fromkeys(("health", "older_persons"), "no law of the State on it is on the shelf")
    for one in found.floor:
        assert (one.status, one.legal_force) == ("undetermined", "guidance")
        assert (one.level, one.gap, one.top_up, one.counted) == (None, None, None, ())
        assert one.not_covered == f"not established: {missing[one.guarantee]}"
        (step,) = (each for each in found.steps if each.id in one.reasons)
        assert "would" in str(step.sentence)
        assert str(step.cites).startswith("ilo-r202, para 5")
    page = rendered(found)
    assert "not established" in page
    assert "0.00" not in str([to_json(one) for one in found.floor])


def test_what_the_file_says_of_a_guarantee_nobody_set_is_said() -> None:
    # From 2030 XA has no grant to older persons; it has reached the age that its file last names only by guidance, 65.
    found = told(at=date(2030, 1, 1))
    assert row(found, "older_persons").not_covered == "not established: nobody set it yet"


def test_a_grant_for_others_leaves_the_guarantee_not_established() -> None:
    found = told(person={"born": "1990-01-01", "nationalities": ["XA"]}, claim=[INJURED], residence=[home()])
    assert row(found, "active_age").not_covered == (
        "not established: the Disability grant is for those with an incapacity, and none is told"
    )
    ill = [{"id": "e1", "kind": "invalidity", "date": "2025-01-01"}]
    found = told(person={"born": "1990-01-01", "nationalities": ["XA"]}, claim=[INJURED], residence=[home()], event=ill)
    assert (row(found, "active_age").grant, row(found, "active_age").status) == ("Disability grant", "entitled")
    assert row(found, "active_age").top_up.amount == "900.00"


def test_without_guidance_on_the_shelf_nothing_is_made_up() -> None:
    found = told(residence=[home("XP")], guided=False)
    assert found.floor == ()
    assert any("the floor of XP is not on the shelf" in text for text in found.not_certain)


@pytest.mark.parametrize(
    ("status", "nationality", "expected"),
    [
        ("national", "XG", ("entitled", None)),
        ("refugee", "XB", ("entitled", None)),
        ("irregular", "XB", ("refused", "urgent care alone is owed whatever the status")),
        (None, None, ("undetermined", "urgent care alone is owed whatever the status")),
    ],
)
def test_where_no_scheme_tells_of_care_the_floors_file_does(status: str | None, nationality: str | None, expected: Any) -> None:
    person = {"born": "1990-01-01", "nationalities": [nationality] if nationality else []}
    lives = home("XG", **({} if status is None else {"residence_status": status}))
    found = told(person=person, residence=[lives], claim=[INJURED])
    health = row(found, "health")
    assert (health.status, health.payer, health.level) == (expected[0], "Clinics of XG", None)
    assert (health.not_covered is None) if expected[1] is None else (expected[1] in str(health.not_covered))
    rules = [step.rule for step in found.steps if step.id in health.reasons]
    assert rules == (["care_guaranteed"] if expected[1] is None else ["care_guaranteed", "urgent_care", "not_established"])


def test_a_child_is_covered_by_its_own_status_and_not_by_its_parents() -> None:
    """A refugee's child: the child's own status opens grant and care; the parent's income is held against the limit."""
    family = [{**CHILD, "standing": "certified"}]
    person = {"born": "1990-01-01", "nationalities": ["XB"]}
    lives = [home(residence_status="refugee"), home(who="ann", residence_status="refugee")]
    found = told(person=person, residence=lives, family=family, claim=[INJURED], income=[earns("2000.00")])
    child = row(found, "children", "ann")
    assert (child.status, child.top_up.amount, child.gap.amount) == ("entitled", "200.00", "200.00")
    lives[1]["residence_status"] = "irregular"
    found = told(person=person, residence=lives, family=family, claim=[INJURED], income=[earns("2000.00")])
    assert row(found, "children", "ann").status == "refused"
    assert "all residents and children" in str(row(found, "children", "ann").not_covered)


def test_where_a_childs_status_is_not_told_it_is_that_of_the_child_that_is_missing() -> None:
    found = told(family=[CHILD], residence=[home(), home("XA", "ann")])
    child = row(found, "children", "ann")
    assert (child.status, child.top_up.unknown) == ("undetermined", ("family.ann.nationalities",))


AMOUNTS = st.integers(0, 3000)


@settings(max_examples=25, deadline=None)
@given(AMOUNTS, st.sampled_from(("XA", "XB", "XC")), st.booleans(), st.booleans())
def test_the_floor_never_changes_what_a_state_owes(rent: int, country: str, guided: bool, family: bool) -> None:
    """Benefits, sums and periods are the same whatever the floor of the State of residence, or without any."""
    more: Row = {"family": [CHILD, WIFE], "household": [{"members": ["insured", "ann", "eve"]}]} if family else {}
    lives = {"residence": [home(country)], "earnings": WAGES, "income": [earns(f"{rent}.00")]}
    with_floor = told(CAREER, guided=guided, **lives, **more)
    alone = told(CAREER, guided=guided, **lives)
    assert to_json(with_floor)["benefits"] == to_json(alone)["benefits"]
    assert with_floor.summary == alone.summary
    owed = {one.id: one.payments[0].money for one in with_floor.benefits if one.payments}
    assert owed
    assert all(one.currency == "XTS" for one in owed.values())


def test_who_moves_has_the_floor_of_the_new_state_alone() -> None:
    """T202-6: pensions of 550; 1 200 asked in XB leave a gap of 650; who moves to XA, where 1 000 is asked, has one of 450.

    Nothing of XB's floor is paid in XA: it is not exported.
    """
    there = told(residence=[home("XB", region="Coast")], income=[earns("550.00", kind="pension")])
    here = told(residence=[home("XA")], income=[earns("550.00", kind="pension")])
    assert row(there, "older_persons").gap.amount == "650.00"
    assert row(here, "older_persons").gap.amount == "450.00"
    assert {one.country for one in here.floor} == {"XA"}


@settings(max_examples=30, deadline=None)
@given(AMOUNTS, AMOUNTS, st.integers(0, 3), st.booleans(), st.sampled_from(("Highlands", "Coast")))
def test_the_gap_of_a_household_is_never_negative_and_nought_exactly_at_its_level(
    own: int, other: int, children: int, couple: bool, region: str
) -> None:
    """1 200 (900 in the highlands) for one person, half as much more for a couple, three tenths for each child."""
    family = [WIFE] if couple else []
    family += [{"id": f"c{n}", "relation": "child", "born": "2015-01-01"} for n in range(children)]
    members = ["insured", *(one["id"] for one in family)]
    income = [earns(f"{own}.00"), *([earns(f"{other}.00", "eve")] if couple else [])]
    found = row(
        told(residence=[home("XB", region=region)], family=family, household=[{"members": members}], income=income),
        "older_persons",
    )
    scale = Fraction(3 if couple else 2, 2) + Fraction(3 * children, 10)
    level, means = scale * (1200 if region == "Coast" else 900), own + (other if couple else 0)
    assert Fraction(found.level.amount) == level
    assert Fraction(found.gap.amount) == max(0, level - means)
    assert (found.gap.amount == "0.00") == (means >= level)
    assert found.region == region


def test_the_vectors_of_the_recommendation() -> None:
    """T202-1, T202-2 and T202-4: a need of 1 200, pensions of 300 and 250; a couple at 1.5; a level of 900 in the country."""
    lives: Row = {"residence": [home("XB", region="Coast")], "income": [earns("300.00", kind="a"), earns("250.00", kind="b")]}
    assert row(told(**lives), "older_persons").gap.amount == "650.00"
    lives["income"].append(earns("400.00", "eve", kind="c"))
    both = told(**lives, family=[WIFE], household=[{"members": ["insured", "eve"]}])
    found = row(both, "older_persons")
    assert (found.level.amount, found.gap.amount) == ("1800.00", "850.00")
    assert found.household_scale == "2 persons: 1.5"
    assert [one.what for one in found.counted] == ["a", "b", "c of eve"]
    rural = told(residence=[home("XB", region="highlands")], income=[earns("550.00")])
    assert row(rural, "older_persons").gap.amount == "350.00"


def test_a_level_by_region_needs_the_region() -> None:
    found = row(told(residence=[home("XB")], income=[earns("550.00")]), "older_persons")
    assert (found.status, found.gap.unknown) == ("entitled", ("residence.region",))
