"""Lives in XG and what is decided of them: told in one line each, so that a table of them can be read."""

from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Benefit, Decision

NONE = AgreementSet("none", as_bound=False)


def under(*instruments: str) -> AgreementSet:
    """A set of the named instruments and no other."""
    return AgreementSet("+".join(instruments), as_bound=False, with_=instruments)


def period(scheme: str, start: str, end: str, kind: str = "insurance") -> dict[str, Any]:
    """A dated period."""
    return {"country": scheme[:2].upper(), "scheme": scheme, "kind": kind, "from": start, "to": end}


def undated(scheme: str, **certified: int) -> dict[str, Any]:
    """A certified length without dates."""
    return {"country": scheme[:2].upper(), "scheme": scheme, "kind": "insurance", "certified": certified}


def decided(
    at: str,
    born: str,
    *periods: dict[str, Any],
    wage: str | None = None,
    sets: AgreementSet = NONE,
    claim: str | None = None,
    sex: str | None = "M",
    branch: str = "old_age",
    **tables: Any,
) -> Decision:
    """The decision on a life; `wage`: the earnings of each dated period, by the month."""
    case: dict[str, Any] = {
        "format": "portability.case/1",
        "id": "life",
        "person": {"born": born, "nationalities": ["XG"]} | ({"sex": sex} if sex else {}),
        "residence": [{"country": "XG", "from": "1990-01-01"}],
        "period": [{"id": f"p{i}", **one} for i, one in enumerate(periods)],
        "claim": [{"branches": [branch], "date": claim or at}],
        **tables,
    }
    if wage is not None:
        told = {"amount": wage, "currency": "XTS", "per": "month"}
        case["earnings"] = [
            {key: one[key] for key in ("country", "scheme", "from", "to")} | told for one in periods if "from" in one
        ]
    return decide(read_case(case), date.fromisoformat(at), sets)


def of(decision: Decision, scheme: str) -> Benefit:
    """The benefit of one scheme."""
    return next(one for one in decision.benefits if one.scheme == scheme)


def status(decision: Decision, scheme: str) -> str:
    """Entitled, undetermined, or refused and why."""
    found = of(decision, scheme)
    return f"refused: {found.refusal}" if found.status == "refused" else found.status


def by_month(decision: Decision, scheme: str) -> str:
    """What is paid each month: an amount, or its ends."""
    money = next(one.money for one in of(decision, scheme).payments if one.per == "month")
    return str(money.amount or f"{money.at_least} to {money.at_most}")


def once(decision: Decision, scheme: str) -> str | None:
    """What is paid once."""
    return next((one.money.amount for one in of(decision, scheme).payments if one.per == "once"), None)


def said(decision: Decision, rule: str) -> str:
    """The sentence of a rule."""
    return next(str(step.sentence) for step in decision.steps if step.rule == rule)


def cents(amount: Fraction) -> str:
    """An amount to the cent, half up."""
    whole = int(amount * 100 + Fraction(1, 2))
    return f"{whole // 100}.{whole % 100:02}"
