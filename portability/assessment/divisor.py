"""By what an account is divided at the age of the person: the row of the law's table for the age and the year of birth."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.ages import months_of
from portability.assessment.figures import Reader
from portability.case.career import Career
from portability.citation import Citation
from portability.number.exact import quantity
from portability.number.unknown import unknown
from portability.record.step import Fact, Told


def divisor_of(reader: Reader, career: Career, at: date, cites: dict[str, Citation]) -> Told:
    """The divisor on a day, in months; unknown where the table has no row for the age, or the day of birth is not known."""
    leaf = reader.leaf("divisors")
    if leaf is None or leaf.get("rows") is None:
        return Told(unknown(f"{reader.path}.divisors")) if leaf is None else reader.not_known(leaf)
    cites["account_pension"] = leaf.cites
    if career.born is None:
        return Told(unknown("person.born"), Fact("person.born", "facts", "missing", "number"))
    first, last = (_row(leaf.raw, day, at) for day in career.born)
    path = f"{leaf.path} at the age on {at}"
    if first is None or first is not last:
        return Told(unknown(path), Fact(path, "law", leaf.standing, "number", leaf.cites))
    found = quantity(first["by"])
    months = found.value if found.per is None else Fraction(12) / found.value
    return reader.told(months, leaf, path=path)


def _row(table: Mapping[str, Any], born: date, at: date) -> Mapping[str, Any] | None:
    """The row for the highest age reached by one born on a day; of the year of birth, where the rows of that age name one."""
    age = (at.year - born.year) * 12 + at.month - born.month - (at.day < born.day)
    ages = sorted({months_of(row["age"]) for row in table["rows"]})
    reached = [each for each in ages if each <= age]
    if not reached or (reached[-1] == ages[-1] and not table.get("and_over") and age >= ages[-1] + 12):
        return None
    rows = [row for row in table["rows"] if months_of(row["age"]) == reached[-1]]
    return next((row for row in rows if row.get("born", born.year) == born.year), None)
