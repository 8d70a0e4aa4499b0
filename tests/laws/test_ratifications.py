"""A ratification that nobody verified never makes an entitlement that is surer than it: asked of every party on the shelf.

Each instrument is told of invented States: the party in question stands for XA, which pays only its own nationals, or for
the State of the person, XB; the other one joined for certain.
"""

import tomllib
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import Case, read_case
from portability.citation import LAW_STANDINGS
from portability.law.shelf import Law, Shelf
from portability.record.decision import Benefit

SHELF = Path(__file__).resolve().parents[2] / "agreements"
LAWS = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((SHELF / "instruments").glob("*.toml"))}
TODAY = date(2026, 1, 1)
BOUND = AgreementSet("as-bound")
NATIONAL = """\
format = "portability.national/1"
country = "{0}"
title = "Pension law of {0}"
currency = "XTS"
reviewed = 2026-11-21
depth = {{ old_age = "A" }}
[scheme.{1}-general]
name = "General scheme"
institution = "Pension Office"
class = "pension_insurance"
branches = ["old_age"]
[[{1}-general.old_age]]
from = 1950-01-01
source = "{1}-act"
qualifying = {{ is = "10 years", kinds = ["insurance"], cites = "s. 1", standing = "official" }}
age = {{ is = "60 years", missing_day = "later", cites = "s. 2", standing = "official" }}
counts = {{ unit = "months", part = "any_day", cites = "s. 3", standing = "official" }}
nationality = {{ is = ["{2}"], cites = "s. 4", standing = "official" }}
formula = {{ shape = "flat", amount = "100 XTS per month", cites = "s. 5", standing = "official" }}
"""


class OneInstrument(Shelf):
    """A shelf with the laws of XA and XB and one instrument."""

    law: Law

    def instrument(self, id_: str) -> Law | None:
        return self.law if id_ == self.law["id"] else None

    def instruments(self) -> list[str]:
        return [self.law["id"]]

    def binding(self, countries: Any) -> tuple[str, ...]:
        return (self.law["id"],)


def states(law: Law) -> list[str]:
    """Of all the parties of an instrument one of each sort: parties of which the entries say the same are decided alike."""
    sorts: dict[object, str] = {}
    for state in sorted({party["state"] for party in law.get("party", ())}):
        rows = [party for party in law["party"] if party["state"] == state]
        sorts.setdefault(tuple((row["standing"], takes(row), "unknown" in row, row.get("to")) for row in rows), state)
    return sorted(sorts.values())


def takes(entry: dict[str, Any]) -> bool | None:
    """Whether an entry covers old age; None where that is not known."""
    if "unknown" in entry or "region" in entry or "old_age" in entry.get("unknown_branches", ()):
        return None
    return "old_age" in entry["branches"] if "branches" in entry else "unknown_branches" not in entry


def told(law: Law, real: str, invented: str, sure: bool = False) -> Law:
    """An instrument between XA and XB: the entries of a real State are those of one, the other joined for certain."""
    other = "XB" if invented == "XA" else "XA"
    certain = {"from": law["in_force_from"], "cites": "Art 1", "standing": "official"}
    rows = [{**deepcopy(party), "state": invented} for party in law["party"] if party["state"] == real]
    mine = [{**certain, "state": invented}] if sure else rows
    return {**law, "party": [*mine, {**certain, "state": other}]}


def decided(folder: Path, law: Law, at: date, case: Case, chosen: AgreementSet = BOUND) -> Benefit:
    shelf = OneInstrument(folder)
    shelf.law = law
    return next(each for each in decide(case, at, chosen, shelf).benefits if each.country == "XA")


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """Both States pay their own nationals only."""
    return written(tmp_path, "national")


@pytest.fixture
def open_to_all(tmp_path: Path) -> Path:
    return written(tmp_path, "any")


def written(folder: Path, nationality: str) -> Path:
    (folder / "national").mkdir()
    (folder / "sources.toml").write_text("", "utf-8")
    for state in ("XA", "XB"):
        text = NATIONAL.format(state, state.lower(), nationality)
        (folder / "national" / f"{state.lower()}.toml").write_text(text, "utf-8")
    return folder


def life(periods: list[tuple[str, str, str]]) -> Case:
    """A national of XB who lives in XA as a permanent resident, with certified periods."""
    rows = [
        {"id": f"p{k}", "country": scheme[:2].upper(), "scheme": scheme, "kind": "insurance", "from": start, "to": end}
        for k, (scheme, start, end) in enumerate(periods)
    ]
    lives = {"country": "XA", "from": "1930-01-01", "residence_status": "permanent", "standing": "certified"}
    return read_case(
        {
            "format": "portability.case/1",
            "id": "migrant",
            "person": {"born": "1920-05-20", "sex": "F", "nationalities": ["XB"], "standing": "certified"},
            "residence": [lives],
            "period": [{**row, "standing": "certified"} for row in rows],
        }
    )


LONG = life([("xa-general", "1950-01-01", "1969-12-31")])
DIVIDED = life([("xa-general", "1950-01-01", "1955-12-31"), ("xb-general", "1956-01-01", "1969-12-31")])
EQUAL = [(id_, state) for id_, law in LAWS.items() if not law.get("scenario") and "equality" in law for state in states(law)]
SHARING = [(id_, state) for id_, law in LAWS.items() if law["kind"] == "coordination" for state in states(law)]
BY_NATIONALITY = [(id_, state) for id_, state in EQUAL if LAWS[id_]["equality"]["rule"]["is"] == "host_accepted"]


def days(law: Law, state: str) -> Iterator[date]:
    """A recent day, and the last on which the State was bound."""
    yield TODAY
    yield from sorted({party["to"] for party in law["party"] if party["state"] == state and party.get("to", TODAY) < TODAY})


def no_surer(folder: Path, law: Law, state: str, invented: str, case: Case) -> None:
    """Assert of a benefit that only the instrument opens: it is no surer than what is known of the party."""
    for at in days(law, state):
        entries = [party for party in law["party"] if party["state"] == state]
        now = [one for one in entries if one.get("from", law["in_force_from"]) <= at <= one.get("to", at)]
        answers = {takes(one) for one in now}
        found = decided(folder, told(law, state, invented), at, case)
        if decided(folder, told(law, state, invented, sure=True), at, case).status != "entitled":
            continue
        if True in answers:
            best = min((one["standing"] for one in now if takes(one)), key=LAW_STANDINGS.index)
            assert found.status == "entitled", at
            assert LAW_STANDINGS.index(found.standing.law) >= LAW_STANDINGS.index(best), at
        else:
            assert found.status == ("undetermined" if None in answers else "refused"), at


@pytest.mark.parametrize(("id_", "state"), EQUAL)
def test_a_host_treats_as_equal_no_surer_than_it_joined(closed: Path, id_: str, state: str) -> None:
    assert decided(closed, told(LAWS[id_], state, "XA"), TODAY, LONG, AgreementSet("none", as_bound=False)).status == "refused"
    no_surer(closed, LAWS[id_], state, "XA", LONG)


@pytest.mark.parametrize(("id_", "state"), BY_NATIONALITY)
def test_a_nationality_counts_no_surer_than_its_state_joined(closed: Path, id_: str, state: str) -> None:
    """For equality a State need only be bound, for whatever branch: C118 Art 3(1)."""
    law = LAWS[id_]
    for at in days(law, state):
        now = [one for one in law["party"] if one["state"] == state and one.get("from", date.min) <= at <= one.get("to", at)]
        found = decided(closed, told(law, state, "XB"), at, LONG)
        if not now or "old_age" not in law["branches"]["is"]:
            assert found.status == "refused", at
        elif all("unknown" in one for one in now):
            assert found.status == "undetermined", at
        else:
            best = min((one["standing"] for one in now if "unknown" not in one), key=LAW_STANDINGS.index)
            assert found.status == "entitled", at
            assert LAW_STANDINGS.index(found.standing.law) >= LAW_STANDINGS.index(best), at


@pytest.mark.parametrize(("id_", "state"), SHARING)
@pytest.mark.parametrize("invented", ["XA", "XB"])
def test_periods_are_added_no_surer_than_the_states_joined(open_to_all: Path, id_: str, state: str, invented: str) -> None:
    alone = decided(open_to_all, told(LAWS[id_], state, invented), TODAY, DIVIDED, AgreementSet("none", as_bound=False))
    assert (alone.status, alone.refusal) == ("refused", "qualifying_period")
    no_surer(open_to_all, LAWS[id_], state, invented, DIVIDED)


def test_the_property_is_about_something() -> None:
    """There are parties of every standing, and some of which nothing is known."""
    rows = [party for law in LAWS.values() for party in law.get("party", ())]
    assert {row["standing"] for row in rows} == {"official", "secondary", "unconfirmed"}
    assert sum("unknown" in row for row in rows) >= 10
    assert sum("old_age" in row.get("unknown_branches", ()) for row in rows) >= 10


@pytest.mark.parametrize("invented", ["XA", "XB"])
def test_a_state_that_may_be_a_party_to_a_coordination_leaves_the_right_open(open_to_all: Path, invented: str) -> None:
    """No coordination on the shelf has such a party; one that had would decide nothing as if it were bound."""
    law = told(LAWS["eu-883-2004"], "DE", invented)
    parties = [
        {"state": row["state"], "cites": "Art 1", "standing": "unconfirmed", "unknown": "no list was read"}
        if row["state"] == invented
        else row
        for row in law["party"]
    ]
    assert decided(open_to_all, {**law, "party": parties}, TODAY, DIVIDED).status == "undetermined"
