"""The standard beneficiary of an accident at work, an illness or a birth as a case: insured for years, struck on the day."""

from __future__ import annotations

from datetime import date
from typing import Any

from portability.assessment.adequacy.beneficiary import ADULT, AGE_AT_EVENT, CHILD, MARRIED, Wage, who_claims
from portability.assessment.adequacy.standards import INJURY
from portability.case.model import FORMAT, Case, read_case
from portability.frozen import frozen
from portability.number.exact import plain
from portability.periods.dates import add_months

MONTHS_BEFORE = 60
"""How long one who is struck has been insured: conventions allow no more than a length that keeps abuse away."""
EVENTS = {"sickness": "sickness", "maternity": "birth"}
DEATH = f"{INJURY}_death"
LASTING = f"{INJURY}_permanent"


@frozen
class Struck:
    """Whose benefit is asked for: scheme and contingency, the day, the wage; under which `kind` of period, as what worker."""

    state: str
    scheme: str
    asked: str
    on: date
    wage: Wage | None
    kind: str = "insurance"
    work_as: str | None = None


def claimants(asked: str) -> tuple[str, ...]:
    """Who draws the benefit of a contingency: of a death the widow and two children.

    >>> claimants("employment_injury_death"), claimants("sickness")
    (('spouse', 'first', 'second'), ('insured',))
    """
    return who_claims("survivors" if asked == DEATH else asked)


def struck_case(life: Struck) -> Case:
    """The case: at work and insured up to the day itself, always at the same wage; a total loss where it lasts."""
    on, born = life.on, add_months(life.on, -12 * AGE_AT_EVENT, "earlier")
    branch = INJURY if life.asked.startswith(INJURY) else life.asked
    woman = life.asked == "maternity"
    start = add_months(on.replace(day=1), -MONTHS_BEFORE, "earlier")
    row: dict[str, Any] = {"country": life.state, "scheme": life.scheme, "from": start, "to": on}
    person: dict[str, Any] = {"born": born, "sex": "F" if woman else "M", "nationalities": [life.state]}
    event: dict[str, Any] = {"id": "event", "kind": EVENTS.get(life.asked, "accident"), "date": on, "country": life.state}
    if life.asked == LASTING:
        event["assessment"] = [{"country": life.state, "on": on, "degree": "100 %"}]
    if life.asked in (INJURY, "sickness"):
        event["incapacity"] = [{"from": on}]
    if life.work_as is not None:
        event["work_as"] = life.work_as
    if life.asked == DEATH:
        person["died"] = on
    case: dict[str, Any] = {"format": FORMAT, "id": "standard-beneficiary", "person": person, "event": [event]}
    family = [] if woman else _family(on, born)
    case["family"] = family
    case["residence"] = [
        {"person": who, "country": life.state, "from": since, "residence_status": "national"}
        for who, since in (("insured", born), *((one["id"], one["born"]) for one in family))
    ]
    case["period"] = [{**row, "id": "career", "kind": life.kind}]
    if life.wage is not None:
        case["earnings"] = [{**row, "amount": plain(life.wage.amount, 2), "currency": life.wage.currency, "per": "month"}]
    case["claim"] = [
        {"claimant": who, "branches": [branch], "date": on, "lodged_in": life.state, "residence": life.state}
        for who in claimants(life.asked)
    ]
    return read_case(case)


def _family(on: date, born: date) -> list[dict[str, Any]]:
    married = [{"from": max(add_months(born, 12 * ADULT, "earlier"), add_months(on, -12 * MARRIED, "earlier"))}]
    child = add_months(on, -12 * CHILD, "earlier")
    wife: dict[str, Any] = {"id": "spouse", "relation": "spouse", "born": born, "sex": "F", "married": married}
    children: list[dict[str, Any]] = [
        {"id": name, "relation": "child", "born": child, "dependent": [{"from": child}], "in_education": True}
        for name in ("first", "second")
    ]
    return [{**one, "disabled": False} for one in ({**wife, "dependent": married}, *children)]
