"""Essential health care of the floor: by the State's law on medical care, with urgent care from the floor's file."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.law.shelf import default_shelf
from portability.record.decision import FloorResult
from tests.laws.floors import home, row, told
from tests.laws.lives import AT, insured, life

ROOT = Path(__file__).resolve().parents[2] / "agreements"
BORN = {"born": "1990-01-01", "nationalities": ["XB"]}
HERE = {"branches": ["old_age"], "date": "2026-01-01"}
NOW = [insured("xa-general", "2024-01-01", "2026-12-31")]
PAYS = "the person pays: a tenth of the price of medicines"
NOT_COVERED = "the law on medical care does not cover this person"
URGENT = "urgent care alone is owed whatever the status"


def said(one: FloorResult) -> tuple[str, str | None]:
    return one.status, one.not_covered


@pytest.mark.parametrize(
    ("periods", "status", "expected"),
    [
        # xa-health, s. 41: the insured of xa-general, their family, pensioners; s. 42: after a month; s. 43: three months longer
        (NOW, "national", ("entitled", PAYS)),
        (NOW, "irregular", ("entitled", PAYS)),
        ([insured("xa-general", "2024-01-01", "2025-10-31")], "national", ("entitled", PAYS)),
        ([insured("xa-general", "2024-01-01", "2025-08-31")], "national", ("refused", f"{NOT_COVERED}; {URGENT}; {PAYS}")),
        ([insured("xa-general", "2025-12-15", "2026-12-31")], "national", ("refused", f"{NOT_COVERED}; {URGENT}; {PAYS}")),
        ([], "national", ("refused", f"{NOT_COVERED}; {URGENT}; {PAYS}")),
        ([], "irregular", ("refused", f"{NOT_COVERED}; {URGENT}; {PAYS}")),
    ],
)
def test_the_care_of_an_insurance_hangs_on_insurance(periods: Any, status: str, expected: tuple[str, str]) -> None:
    found = told(periods, person=BORN, residence=[home(residence_status=status)], claim=[HERE])
    health = row(found, "health")
    assert (health.grant, health.payer) == ("Health Fund", "XA Health Fund")
    assert said(health) == expected
    rules = [step.rule for step in found.steps if step.id in health.reasons]
    assert "care_by_law" in rules
    assert ("urgent_care" in rules) == (expected[0] == "refused")


def test_the_family_of_the_insured_is_covered_by_that_insurance() -> None:
    family = [{"id": "ann", "relation": "child", "born": "2018-03-01"}]
    lives = [home(residence_status="national"), home(who="ann", residence_status="national")]
    assert row(told(NOW, person=BORN, residence=lives, family=family, claim=[HERE]), "health", "ann").status == "entitled"
    assert row(told([], person=BORN, residence=lives, family=family, claim=[HERE]), "health", "ann").status == "refused"


@pytest.mark.parametrize(
    ("status", "child", "expected"),
    [
        # xb-clinics, s. 3: those who live there with a permit, and children under six; s. 3(3): without one, children alone
        ("refugee", "refugee", ("entitled", "entitled")),
        ("irregular", "irregular", ("refused", "entitled")),
        ("regular", "irregular", ("entitled", "entitled")),
    ],
)
def test_a_health_service_asks_each_person_for_their_own_status(status: str, child: str, expected: tuple[str, str]) -> None:
    """Ann, four years old, is a child for the law whatever her status; her sister of twelve has her own to show."""
    family = [
        {"id": "ann", "relation": "child", "born": "2022-01-01"},
        {"id": "eve", "relation": "child", "born": "2014-01-01"},
    ]
    lives = [home("XB", who, residence_status=told_as) for who, told_as in
             (("insured", status), ("ann", child), ("eve", child))]  # fmt: skip
    found = told(person={**BORN, "nationalities": ["XC"]}, residence=lives, family=family, claim=[HERE])
    assert (row(found, "health").status, row(found, "health", "ann").status) == expected
    assert row(found, "health", "eve").status == ("refused" if child == "irregular" else "entitled")


def test_a_status_that_is_not_told_leaves_it_open_until_an_instrument_lifts_it() -> None:
    """xw-higher makes all who live there equal in medical care (Art 4); by the law of XB alone nobody can say."""
    case = life([], person={"born": "1990-01-01"}, residence=[home("XB")], claim=[HERE])
    alone, bound = (
        next(one for one in decide(case, AT, chosen).floor if one.guarantee == "health")
        for chosen in (AgreementSet("none", as_bound=False), AgreementSet("as-bound"))
    )
    assert (alone.status, bound.status) == ("undetermined", "entitled")
    assert "not established" in str(alone.not_covered)


def test_no_fact_of_care_is_told_both_by_a_floor_and_by_the_national_law() -> None:
    """Where schemes tell of care, the floor's file has urgent care and care at birth alone, and no "unset"."""
    for path in sorted((ROOT / "floors").glob("*.toml")):
        floor = tomllib.loads(path.read_text("utf-8"))
        national = default_shelf().national(path.stem.upper()) or {}
        if not any(isinstance(each, dict) and "medical_care" in each for each in national.values()):
            continue
        assert "health" not in floor.get("unset", {}), path.name
        for regimes in floor.get("health", {}).values():
            for regime in regimes:
                assert regime.keys() <= {"from", "until", "source", "note", "urgent", "maternity"}, path.name


def test_before_the_law_on_care_began_nothing_is_made_up() -> None:
    """xa-health begins with 2010; a day before, no law on care is told, and the floor's file only adds to one."""
    case = life([], person=BORN, residence=[home()], claim=[{**HERE, "date": "2009-12-31"}])
    [health] = [one for one in decide(case, date(2009, 12, 31)).floor if one.guarantee == "health"]
    assert (health.status, health.legal_force) == ("undetermined", "guidance")
