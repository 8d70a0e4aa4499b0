"""One person of a population as a case: exactly what a case file would say."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from portability.case.model import FORMAT, Case, read_case
from portability.population.columns import TABLES, Column, TableMap
from portability.population.identity import shown
from portability.population.kinds import day_of, last_day, money_text
from portability.population.people import NONE, People, Table, first_day

NAMED = {"spells": "p", "events": "e"}
"""Rows that a case names although a population need not: by this letter and their place."""


def case_of(people: People, person: int, at: date | None = None) -> Case:
    """The case of the person at a place, decided for the date of the claim; `at` stands in for it.

    Raises `portability.faults.Refused` where a case file that says the same would be refused.
    """
    return read_case(told(people, person, at), f"person {shown(people.ids[person])}")


def claim_date(people: People, person: int, at: date | None = None) -> date | None:
    """The day to decide for: `at`, or that of the person's claim."""
    if at is not None:
        return at
    persons = people.table("persons")
    day = int(persons["claim_date"][person]) if "claim_date" in persons else NONE
    return None if day == NONE else date.fromordinal(day)


def told(people: People, person: int, at: date | None = None) -> dict[str, Any]:
    """The tables of that case."""
    case: dict[str, Any] = {"format": FORMAT, "id": shown(people.ids[person])}
    persons = people.table("persons")
    if person < len(persons.bounds) - 1:
        for row in persons.range_of(person):
            _lay(case, people, TABLES["persons"], persons, row)
    if "residence" in people.tables and people.tables["residence"].size_of(person):
        case.pop("residence", None)
    claims: list[dict[str, Any]] = []
    for name, table in TABLES.items():
        if name == "persons" or name not in people.tables:
            continue
        found = people.tables[name]
        for place, row in enumerate(found.range_of(person), 1):
            laid: dict[str, Any] = {"id": f"{NAMED[name]}{place}"} if name in NAMED else {}
            _lay(laid, people, table, found, row)
            _filled(name, laid)
            if "claims" in found and (wanted := _word(people, "family", table.column("claims"), found, row)):
                claims.append({"claimant": laid["id"], "branches": wanted})
            case.setdefault(table.case, []).append(laid)
    claim = case.pop("claim", [{}])[0]
    own = [] if claims and not claim.get("branches") else [{"branches": ["old_age"], **claim}]
    day = claim_date(people, person, at)
    if day is not None:
        case["claim"] = [{**one, "date": day.isoformat()} for one in (*own, *claims)]
    return case


def _lay(row: dict[str, Any], people: People, table: TableMap, found: Table, at: int) -> None:
    """What the columns of a row say, at their paths; the State and the months of spells stand under names of their own."""
    if "scheme" in found and "country" in (one.name for one in table.columns):
        code = int(found["scheme"][at])
        if code != NONE:
            row["country"], scheme = people.words["scheme"][code]
            if scheme:
                row["scheme"] = scheme
    for column in table.columns:
        if not column.path or (column.name == "scheme" and "country" in row):
            continue
        value = _time(table, found, at, column.name) if table.name == "spells" else None
        if value is None:
            value = _value(people, table, column, found, at)
        if value is not None:
            _put(row, column.path, value)
    if "year" in found and int(found["year"][at]) != NONE:
        year = int(found["year"][at])
        row |= {"from": f"{year}-01-01", "to": f"{year}-12-31", "per": row.get("per", "year")}


def _time(table: TableMap, found: Table, at: int, name: str) -> str | None:
    """When a spell begins and ends: by its days where they are told, else by its months."""
    if name not in ("from", "to"):
        return None
    by_day = f"{name}_day"
    if by_day in found and (day := int(found[by_day][at])) != NONE:
        return day_of(day)
    month = int(found["from_month" if name == "from" else "until_month"][at])
    if month == NONE:
        return None
    return (first_day(month) if name == "from" else last_day(month)).isoformat()


def _value(people: People, table: TableMap, column: Column, found: Table, at: int) -> Any:
    """What one cell says, None where it says nothing."""
    if table.name == "spells" and column.name in ("from_month", "until_month"):
        return None
    if table.name == "persons" and column.name == "born_month" and "born" in found and found["born"][at] != NONE:
        return None
    if column.name == "year":
        return None
    if column.kind.coded:
        return _word(people, table.name, column, found, at)
    if column.name not in found:
        return None
    number = found[column.name][at].item()
    if number == NONE:
        return None
    if column.kind.name == "amount":
        return money_text(number, _currency(people, table, found, at))
    return column.kind.told(number)


def _word(people: People, table: str, column: Column, found: Table, at: int) -> Any:
    """What a coded cell says; a currency that no column tells is the one of all rows."""
    words = people.words.get(f"{table}.{column.name}", column.kind.words)
    if column.name not in found:
        return words[0] if column.name == "currency" and len(words) == 1 else None
    code = int(found[column.name][at])
    return None if code == NONE else column.kind.told(words[code])


def _currency(people: People, table: TableMap, found: Table, at: int) -> str:
    return str(_word(people, table.name, table.column("currency"), found, at))


def _put(row: dict[str, Any], path: tuple[str | int, ...], value: Any) -> None:
    """Lay a value at a path; a number in it stands for a list of one."""
    here: Any = row
    for part, after in pairwise(path):
        fresh: Any = [] if isinstance(after, int) else {}
        if isinstance(part, int):
            if not here:
                here.append(fresh)
            here = here[0]
        else:
            here = here.setdefault(part, fresh)
    here[path[-1]] = value


def _filled(name: str, row: dict[str, Any]) -> None:
    """What a case must say and a population may leave out."""
    if name == "statements":
        row.setdefault("branch", "old_age")
        if "amount" in row:
            row.setdefault("per", "month")
        else:
            row.pop("currency", None)

