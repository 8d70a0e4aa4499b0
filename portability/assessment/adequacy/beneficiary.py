"""The standard beneficiary of a contingency as a case: a worker insured in one scheme, with the family the convention names.

Insured in whole months up to the month of the day, always at the same wage. Where the law raises earlier earnings by a
year series, the wage is one that has moved with it: that of the day's year stands beside lower ones before.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from portability.case.model import FORMAT, Case, read_case
from portability.frozen import frozen
from portability.law.dated import leaf_of_year
from portability.law.shelf import Law
from portability.number.exact import plain, quantity
from portability.periods.dates import add_months

AGE_AT_EVENT = 40
"""Of one who becomes invalid or dies: conventions name no age."""
ADULT, CHILD, MARRIED = 18, 8, 10


@frozen
class Wage:
    """A wage by the month."""

    amount: Fraction
    currency: str

    def __str__(self) -> str:
        return f"{plain(self.amount, 2)} {self.currency} per month"


@frozen
class Life:
    """Whose benefit is asked for: the scheme and branch, the day, the months insured, the wage, the age in months.

    `average`: that of the wages that count, where it hangs on no month; `moves_with`: the series the wage has moved with.
    """

    state: str
    scheme: str
    branch: str
    on: date
    months: int
    wage: Wage | None
    age: int
    kind: str = "insurance"
    average: Wage | None = None
    moves_with: Law | None = None


def who_claims(branch: str) -> tuple[str, ...]:
    """The members of the standard family who draw the benefit.

    >>> who_claims("old_age"), who_claims("survivors")
    (('insured',), ('spouse', 'first', 'second'))
    """
    return ("spouse", "first", "second") if branch == "survivors" else ("insured",)


def standard_case(life: Life) -> Case:
    """The case of a standard beneficiary: a man of the State, with his wife and, but for old age, two children."""
    on, born = life.on, add_months(life.on, -life.age, "earlier")
    end = on.replace(day=1) - timedelta(days=1)
    start = add_months(on.replace(day=1), -life.months, "earlier")
    row: dict[str, Any] = {"country": life.state, "scheme": life.scheme, "from": start, "to": end}
    person: dict[str, Any] = {"born": born, "sex": "M", "nationalities": [life.state]}
    married = [{"from": max(add_months(born, 12 * ADULT, "earlier"), add_months(on, -12 * MARRIED, "earlier"))}]
    able = {"disabled": False}
    family: list[dict[str, Any]] = [
        {"id": "spouse", "relation": "spouse", "born": born, "sex": "F", "married": married, "dependent": married, **able}
    ]
    case: dict[str, Any] = {"format": FORMAT, "id": "standard-beneficiary", "person": person, "family": family}
    if life.branch != "old_age":
        child = add_months(on, -12 * CHILD, "earlier")
        family += [
            {"id": name, "relation": "child", "born": child, "dependent": [{"from": child}], "in_education": True, **able}
            for name in ("first", "second")
        ]
    if life.branch == "survivors":
        person["died"] = on
    if life.branch == "invalidity":
        found = [{"country": life.state, "on": on, "degree": "100 %"}]
        case["event"] = [{"id": "event", "kind": "invalidity", "date": on, "country": life.state, "assessment": found}]
    case["residence"] = [
        {"person": who, "country": life.state, "from": since, "residence_status": "national"}
        for who, since in (("insured", born), *((one["id"], one["born"]) for one in family))
    ]
    case["period"] = [{**row, "id": "career", "kind": life.kind}] if life.months else []
    if life.wage is not None and life.months:
        case["earnings"] = [
            {**row, **years, "amount": plain(amount, 2), "currency": life.wage.currency, "per": "month"}
            for years, amount in _by_year(life, life.wage.amount, start, end)
        ]
    if life.average is not None:
        told = {"amount": plain(life.average.amount, 2), "currency": life.average.currency, "per": "month"}
        case["statement"] = [
            {"country": life.state, "scheme": life.scheme, "branch": life.branch, "kind": "reference", **told}
        ]
    case["claim"] = [
        {"claimant": who, "branches": [life.branch], "date": on, "lodged_in": life.state, "residence": life.state}
        for who in who_claims(life.branch)
    ]
    return read_case(case)


def _by_year(life: Life, wage: Fraction, start: date, end: date) -> list[tuple[dict[str, date], Fraction]]:
    """The wage of each stretch of the career: one, or year by year as the series it has moved with has it."""
    last = None if life.moves_with is None else _of_year(life.moves_with, life.on.year)
    if life.moves_with is None or not last:
        return [({}, wage)]
    found = []
    for year in range(start.year, end.year + 1):
        days = {"from": max(start, date(year, 1, 1)), "to": min(end, date(year, 12, 31))}
        here = _of_year(life.moves_with, year)
        found.append((days, wage if here is None else wage * here / last))
    return found


def _of_year(series: Law, year: int) -> Fraction | None:
    leaf = leaf_of_year(series, year, str(series.get("id", "series")))
    return quantity(leaf.is_).value if isinstance(leaf.is_, str) else None
