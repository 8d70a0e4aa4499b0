"""Every scenario under scenarios/cases, decided by the engine: each figure that a hand or a source expects must come out."""

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import agreement_set
from portability.case.model import load_case
from portability.law.sets import comparison
from portability.record.decision import Benefit, Care, Decision, FloorResult, Payment, PeriodResult, Variant
from portability.record.phrases import payments
from portability.record.render import amount

ROOT = Path(__file__).parents[2] / "scenarios"
FOLDERS = sorted(path.parent for path in (ROOT / "cases").glob("*/expected.toml"))
UNDER = [
    (folder, under)
    for folder in FOLDERS
    for under in tomllib.loads((folder / "expected.toml").read_text("utf-8")).get("under", ())
]


def decided(folder: Path, under: dict[str, Any]) -> Decision:
    chosen = agreement_set(comparison(ROOT / "comparisons", under["set"]))
    return decide(load_case(folder / "case.toml"), under["at"], chosen)


def benefit_told(decision: Decision, benefit: Benefit) -> dict[str, Any]:
    """What the decision says of a benefit, in the words of expected.toml."""
    chosen = next((each for each in benefit.variants if each.chosen), None)
    under = [each for each in reversed(benefit.variants) if each.instrument]
    shared = next((each for each in under if each.chosen), next((each for each in under if each.id.endswith(".all")), None))
    counted = shared or chosen
    alone = benefit.variants[0] if benefit.variants else None
    reasons = [step for step in decision.steps if step.id in benefit.reasons]
    return {
        "status": benefit.status,
        "form": benefit.form,
        "refusal": benefit.refusal,
        "legal_force": benefit.legal_force,
        "route": chosen.route if chosen else None,
        "theoretical": number(shared.theoretical.amount if shared and shared.theoretical else None),
        "ratio": shared.ratio if shared else None,
        "independent": number(alone.net.amount if alone and alone.net else None),
        "own": length(counted, "own"),
        "total": length(counted, "total"),
        "payment": paid(benefit, once=False),
        "payments": payments(benefit).split(" and "),
        "commuted": paid(benefit, once=True),
        "supplement": "; ".join(f"{amount(one.money)} by {one.payer}" for one in benefit.supplements) or "none",
        "standing_law": benefit.standing.law,
        "standing_facts": benefit.standing.facts,
        "export": (benefit.going_on or benefit.payments)[0].export if benefit.payments else None,
        "stretches": [stretch(each) for each in benefit.payments],
        "arrears": None if benefit.arrears is None else amount(benefit.arrears),
        "lump_sum_lost": any(step.rule == "lost_by_totalisation" and step.result == "yes" for step in reasons),
    }


def paid(benefit: Benefit, once: bool) -> str | None:
    """The payment each time as it is on the day, or what is paid once: as expected.toml writes it."""
    found = [each for each in benefit.payments if each.per == "once"] if once else list(benefit.going_on or benefit.payments)
    return amount(found[0].money).replace("not known", "unknown") if found else None


def stretch(each: Payment) -> str:
    """A payment with its time, as expected.toml writes it."""
    if each.per == "once":
        return f"{each.start}: {amount(each.money)} once"
    return f"{each.start} to {each.end or '...'}: {amount(each.money)} a {each.per}"


def number(text: str | None) -> Any:
    """An amount compared as a number: 59391 and 59391.00 are one."""
    return text if text is None or " " in text else Fraction(text)


def length(variant: Variant | None, which: str) -> str | None:
    found = getattr(variant, which) if variant else None
    return None if found is None else str(Fraction(found.amount))


def care_told(row: Care | None) -> dict[str, Any]:
    """What the decision says of the care of one person in one situation."""
    if row is None:
        return {}
    return {
        "person": row.person,
        "situation": row.situation,
        "status": row.status,
        "provider": row.provider_state,
        "cost": row.cost_state,
        "reimbursement": row.reimbursement,
        "instrument": row.instrument,
    }


def floor_told(decision: Decision, row: FloorResult) -> dict[str, Any]:
    steps = [step for step in decision.steps if step.id in row.reasons]
    return {
        "person": row.person,
        "country": row.country,
        "guarantee": row.guarantee,
        "grant": row.grant,
        "payer": row.payer,
        "legal_force": row.legal_force,
        "household_scale": row.household_scale,
        "counted": [f"{one.what}: {amount(one.money)}" for one in row.counted],
        "not_covered": row.not_covered,
        "cites": [step.cites for step in steps if step.cites],
        "status": row.status,
        "level": amount(row.level),
        "gap": amount(row.gap),
        "top_up": amount(row.top_up),
    }


def period_told(row: PeriodResult) -> dict[str, Any]:
    return {
        "id": row.id,
        "counted": None if row.counted is None else str(Fraction(row.counted.amount)),
        "why_not": row.why_not,
        "law": row.legislation.state if row.legislation else None,
    }


def only(told: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    return {key: told[key] for key in expected if key in told}


def test_there_are_scenarios() -> None:
    assert len(FOLDERS) >= 6
    assert all((folder / "working.md").exists() or (folder / "source.md").exists() for folder in FOLDERS)


@pytest.mark.parametrize(
    ("folder", "under"), UNDER, ids=[f"{folder.name}-{under['set']}-{under['at']}" for folder, under in UNDER]
)
def test_the_engine_decides_as_expected(folder: Path, under: dict[str, Any]) -> None:
    decision = decided(folder, under)
    found: dict[str, Any] = {"per_month": [amount(money) for money in decision.summary.per_month]}
    wanted: dict[str, Any] = {}
    if "per_month" in under:
        wanted["per_month"] = under["per_month"]
    for expected in under.get("benefit", ()):
        key = f"{expected['country']}.{expected.get('scheme', '')} {expected.get('beneficiary', '')}".rstrip()
        key += f" {expected['name']}" if "name" in expected else ""
        benefit = next(
            each
            for each in decision.benefits
            if each.country == expected["country"]
            and expected.get("scheme") in (None, each.scheme)
            and expected.get("beneficiary", each.beneficiary) == each.beneficiary
            and each.id.endswith(expected.get("name", ""))
            and expected.get("branch", each.branch) == each.branch
        )
        told = only(benefit_told(decision, benefit), expected)
        amounts = ("theoretical", "independent")
        found[key] = told
        wanted[key] = {name: number(expected[name]) if name in amounts else expected[name] for name in told}
        articles = [step.cites for step in decision.steps if step.id in benefit.reasons and step.cites]
        found[f"{key} cites"] = [
            cite for cite in expected.get("cites", ()) if any(cite in article for article in articles)
        ]
        wanted[f"{key} cites"] = list(expected.get("cites", ()))
    for expected in under.get("floor", ()):
        named = ("country", "guarantee", "person", "grant")
        asked = {"person": "insured"} | {name: expected[name] for name in named if name in expected}
        row = next((one for one in decision.floor if all(getattr(one, name) == value for name, value in asked.items())), None)
        key = "floor " + " ".join(asked.values())
        found[key], wanted[key] = only(floor_told(decision, row), expected) if row else {}, expected
    for expected in under.get("care", ()):
        about = (expected["person"], expected["situation"])
        cared = next((each for each in decision.care if (each.person, each.situation) == about), None)
        reasons = () if cared is None else cared.reasons
        articles = [step.cites for step in decision.steps if step.id in reasons and step.cites]
        found[f"care {about}"] = only(care_told(cared), expected)
        wanted[f"care {about}"] = {key: value for key, value in expected.items() if key != "cites"}
        found[f"care {about} cites"] = [cite for cite in expected.get("cites", ()) if any(cite in one for one in articles)]
        wanted[f"care {about} cites"] = list(expected.get("cites", ()))
    for expected in under.get("finding", ()):
        about = f"finding {expected['about']}: {expected['text']}"
        found[about] = [
            one.force
            for one in decision.findings
            if (one.about, one.kind) == (expected["about"], expected["kind"])
            and expected["text"] in one.text
            and expected.get("cites", "") in (one.cites or "")
        ]
        wanted[about] = [expected.get("force", "binding")]
    for expected in under.get("period", ()):
        period = next(each for each in decision.periods if each.id == expected["id"])
        told = only(period_told(period), expected)
        found[f"period {expected['id']}"], wanted[f"period {expected['id']}"] = told, expected
    assert {key: found[key] for key in wanted} == wanted
