"""Each grant is decided on every day on which it changes; no day has two laws; every source resolves. Schemes: test_every_day."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import Case, read_case
from portability.law.dated import regime_at
from portability.record.decision import Decision
from tests.laws.every_day import SHELF, days, files

NONE = AgreementSet("none", as_bound=False)
FLOORS = [law for law in files("floors").values() if "country" in law]
GRANTS = [
    (law["country"], guarantee, grant)
    for law in FLOORS
    for guarantee in ("health", "children", "active_age", "older_persons")
    for grant, regimes in law.get(guarantee, {}).items()
    if guarantee != "health" or any("provider" in regime for regime in regimes)  # urgent care alone is laid beside the law
]


@pytest.mark.parametrize(("country", "guarantee", "grant"), GRANTS, ids=[grant for *_, grant in GRANTS])
def test_a_grant_is_decided_on_every_day_it_changes(country: str, guarantee: str, grant: str) -> None:
    """A national who has nothing else, of the age and with the incapacity that the grant asks, has it or it is left open."""
    regimes = next(law for law in FLOORS if law["country"] == country)[guarantee][grant]
    for at in days(regimes):
        regime = regime_at(regimes, at)
        decision = decide(in_need(country, guarantee, at, AGES.get(grant, AGES[guarantee])), at, NONE)
        rows = [row for row in decision.floor if row.guarantee == guarantee]
        told = [row for row in rows if row.grant == (regime or {}).get("name")]
        if regime is None or ("unknown" in (regime.get("level") or ()) and "regions" not in regime):
            assert not [row for row in told if row.level is not None]
            continue
        assert told, f"{grant} {at}"
        assert {row.status for row in told} <= {"entitled", "undetermined"}, f"{grant} {at}"
        certain = not any(isinstance(leaf, dict) and "unknown" in leaf for leaf in regime.values())
        if certain and guarantee == "older_persons":
            assert {row.status for row in told} == {"entitled"}, f"{grant} {at}"


AGES = {"health": 30, "children": 0, "active_age": 59, "older_persons": 80, "mu-income-support": 60}


def in_need(country: str, guarantee: str, at: date, age: int) -> Case:
    """A person of the age of a guarantee with nothing but an incapacity, where a member of the family: a foster child."""
    home = {"country": country, "region": "Zanzibar", "residence_status": "national"}
    case: dict[str, Any] = {"format": "portability.case/1", "id": "in-need", "residence": [home]}
    born = date(at.year - age, at.month, 1).isoformat()
    if guarantee == "children":
        case["family"] = [{"id": "child", "relation": "foster_child", "born": born, "disabled": True}]
        case["residence"].append({"person": "child", **home})
        case["nationality"] = [{"person": "child", "country": country}]
        return read_case(case)
    ill = [{"id": "ill", "kind": "invalidity", "date": born}] if guarantee == "active_age" else []
    person = {"born": born, "sex": "F", "nationalities": [country]}
    return read_case(case | {"person": person, "event": ill, "residence": [{**home, "from": born}]})


def resident(country: str, at: date, age: int, nationality: str, status: str | None = None, years: int | None = None) -> Case:
    """One who has lived in a State all life long, or for some years, without any income."""
    born = date(at.year - age, 1, 1).isoformat()
    since = born if years is None else date(at.year - years, at.month, 1).isoformat()
    lives = {"country": country, "from": since} | ({} if status is None else {"residence_status": status})
    return read_case(
        {
            "format": "portability.case/1",
            "id": "resident",
            "person": {"born": born, "sex": "F", "nationalities": [nationality]},
            "residence": [lives],
        }
    )


def floor_row(decision: Decision) -> Any:
    return next((row for row in decision.floor if row.guarantee == "older_persons" and row.level is not None), None)


AT = date(2025, 8, 1)


@pytest.mark.parametrize(
    ("country", "age", "nationality", "status", "expected", "top_up"),
    [
        ("BW", 66, "BW", None, "entitled", "1400"),
        ("BW", 66, "ZW", "permanent", "refused", None),
        ("BW", 64, "BW", None, "refused", None),
        ("NA", 61, "NA", None, "entitled", "1600"),
        ("NA", 61, "AO", "permanent", "undetermined", None),
        ("LS", 71, "LS", None, "entitled", "950"),
        ("LS", 69, "LS", None, "refused", None),
        ("SZ", 62, "SZ", None, "entitled", "600"),
        ("SZ", 62, "ZA", "regular", "refused", None),
        ("MU", 60, "MU", None, "entitled", "15000"),
        ("MU", 62, "MG", "regular", "undetermined", None),
    ],
)
def test_who_gets_a_grant(
    country: str, age: int, nationality: str, status: str | None, expected: str, top_up: str | None
) -> None:
    """The tables of docs/hand-worked for Botswana, Namibia, Lesotho, Eswatini and Mauritius."""
    row = floor_row(decide(resident(country, AT, age, nationality, status), AT, NONE))
    assert row.status == expected
    if top_up is not None:
        assert Fraction(row.top_up.amount) == Fraction(top_up)


def test_a_length_of_residence_is_asked_under_an_age_only() -> None:
    """Twelve years since the age of 18 for citizens, none from 70: docs/hand-worked/mu.md."""
    told = [(5, 61), (13, 61), (0, 70)]
    found = [floor_row(decide(resident("MU", AT, age, "MU", years=years), AT, NONE)).status for years, age in told]
    assert found == ["refused", "entitled", "entitled"]


def regimes_of(law: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for name, table in law.items():
        for branch, regimes in table.items() if isinstance(table, dict) else ():
            if isinstance(regimes, list) and all(isinstance(one, dict) and "from" in one for one in regimes):
                yield f"{law['country']}.{name}.{branch}", regimes


ALL_REGIMES = [found for kind in ("national", "floors") for law in files(kind).values() for found in regimes_of(law)]


@pytest.mark.parametrize("regimes", [regimes for _, regimes in ALL_REGIMES], ids=[name for name, _ in ALL_REGIMES])
def test_no_day_has_two_laws(regimes: list[dict[str, Any]]) -> None:
    for one, following in pairwise(regimes):
        assert one["from"] < following["from"]
        assert one.get("until", following["from"] - timedelta(1)) < following["from"]


def sources_of(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("source"), str):
            yield node["source"]
        for value in node.values():
            yield from sources_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from sources_of(value)


def test_every_source_resolves() -> None:
    known = tomllib.loads((SHELF / "sources.toml").read_text("utf-8"))
    kinds = ("national", "floors", "instruments", "series")
    used = {key for kind in kinds for law in files(kind).values() for key in sources_of(law)}
    assert used - known.keys() == set()
