"""The days on which a law of the shelf changes, and lives that ask everything of every law on such a day."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from portability.case.model import Case, read_case
from portability.law.dated import changes

SHELF = Path(__file__).resolve().parents[2] / "agreements"
BRANCHES = ("old_age", "invalidity", "survivors")
FIRST = date(1960, 1, 1)
Table = Mapping[str, Any]


@cache
def files(kind: str) -> dict[str, dict[str, Any]]:
    """The law files of one kind, by the name of the file."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((SHELF / kind).glob("*.toml"))}


def days(*laws: Any) -> list[date]:
    """Every day on which one of the laws changes, and the day before it."""
    found = {day for law in laws for day in changes(law)}
    return sorted({near for day in found for near in (day - timedelta(1), day) if near > FIRST})


def years(series: Table) -> set[date]:
    """The days on which a year series begins, and on which its last year is over."""
    rows = [row["year"] for row in series["years"]]
    return {date(year, 1, 1) for year in (min(rows), max(rows) + 1)}


@cache
def days_of_the_shelf() -> tuple[date, ...]:
    """Every day on which any law of the shelf changes."""
    laws = [law for kind in ("national", "floors", "instruments") for law in files(kind).values()]
    found = {day for law in laws for day in changes(law)} | {day for one in files("series").values() for day in years(one)}
    return tuple(sorted(day for day in found if day > FIRST))


SCHEMES = [(law, scheme) for law in files("national").values() for scheme in law.get("scheme", {})]


def covered(branch: str) -> list[tuple[Table, str]]:
    """The schemes on the shelf whose law of a branch is told."""
    return [(law, scheme) for law, scheme in SCHEMES if branch in law.get(scheme, {})]


def currency(law: Table) -> str:
    """The law's last currency."""
    told = law["currency"]
    return told if isinstance(told, str) else str(told[-1]["code"])


def kind_of_period(law: Table, scheme: str) -> str:
    """A kind of period that the scheme counts."""
    told = law.get(scheme, {}).get("old_age", [{}])[-1].get("qualifying", {})
    return str((told if isinstance(told, dict) else told[-1]).get("kinds", ["insurance"])[0])


def whole_life(members: Iterable[tuple[Table, str]], branch: str, at: date) -> Case:
    """A national of the first State, insured for fifty years in each scheme, with a balance in it; of old age, or wholly
    invalid or dead that day, with a spouse of long standing and a child, as the branch asks."""
    rows: dict[str, list[dict[str, Any]]] = {"period": [], "earnings": [], "account": []}
    members = list(members)
    start, end = date(at.year - 50, 1, 1).isoformat(), at.isoformat()
    for law, scheme in members:
        told = {"country": law["country"], "scheme": scheme}
        span = {"from": start, "to": end}
        rows["period"].append({"id": scheme, **told, "kind": kind_of_period(law, scheme), **span})
        rows["earnings"].append({**told, **span, "amount": "1000", "currency": currency(law), "per": "month"})
        rows["account"].append({**told, "balance": "5000", "currency": currency(law), "on": start})
    first = members[0][0]["country"]
    born = date(at.year - (70 if branch == "old_age" else 53), 1, 1).isoformat()
    then = at.isoformat()
    person = {"born": born, "sex": "F", "nationalities": [first]}
    widower = {"id": "widower", "relation": "spouse", "sex": "M", "born": f"{at.year - 60}-01-01", "disabled": False}
    widower |= {"married": {"from": f"{at.year - 30}-01-01"}, "dependent": {"from": f"{at.year - 30}-01-01"}}
    child = {"id": "child", "relation": "child", "born": f"{at.year - 9}-01-01", "in_education": True, "disabled": False}
    child |= {"dependent": {"from": f"{at.year - 9}-01-01"}}
    found = [{"country": law["country"], "on": then, "degree": "100 %"} for law, _ in members]
    return read_case(
        {
            "format": "portability.case/1",
            "id": "complete",
            "person": person | ({"died": then} if branch == "survivors" else {}),
            "family": [widower, child],
            "residence": [{"country": first, "from": born, "residence_status": "national"}],
            "event": [{"id": "v", "kind": "invalidity", "date": then, "assessment": found}] if branch == "invalidity" else [],
            "claim": [{"claimant": who(branch), "branches": [branch], "date": at.isoformat(), "residence": first}],
            **rows,
        }
    )


def who(branch: str) -> str:
    return "widower" if branch == "survivors" else "insured"
