"""The lives worked by hand, decided by the engine: every figure told beside them must come out."""

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Benefit, Decision, Variant

WORKED = Path(__file__).parent / "worked"
CASES = [case for path in sorted(WORKED.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]


def decided(case: dict[str, Any]) -> Decision:
    chosen = AgreementSet("+".join(case["under"]) or "none", as_bound=False, with_=tuple(case["under"]))
    return decide(read_case(case["case"], case["id"]), agreements=chosen)


def told(benefit: Benefit, entry: dict[str, Any]) -> dict[str, Any]:
    """What the engine says for each key that is expected."""
    chosen = next((each for each in benefit.variants if each.chosen), None)
    shared = next((each for each in benefit.variants if each.instrument), None)
    alone = benefit.variants[0]
    paid = benefit.payments[0] if benefit.payments else None
    steps = {
        "status": benefit.status,
        "form": benefit.form,
        "refusal": benefit.refusal,
        "route": chosen.route if chosen else None,
        "standing_law": benefit.standing.law,
        "amount": paid.money.amount if paid else None,
        "at_least": paid.money.at_least if paid else None,
        "per": paid.per if paid else None,
        "payments_a_year": paid.payments_a_year if paid else None,
        "export": paid.export if paid else None,
        "own": length(chosen, "own"),
        "total": length(shared, "total"),
        "theoretical": shared.theoretical.amount if shared and shared.theoretical else None,
        "ratio": shared.ratio if shared else None,
        "independent": alone.net.amount if alone.net else None,
        "pro_rata": shared.net.amount if shared and shared.net else None,
        "increment": shared.increments[0].money.amount if shared and shared.increments else None,
        "lump_sum": next((each.money.amount for each in benefit.payments if each.per == "once"), None),
    }
    return {key: steps[key] for key in entry if key in steps}


def length(variant: Variant | None, which: str) -> str | None:
    found = getattr(variant, which) if variant else None
    return None if found is None else f"{Fraction(found.right)} {found.unit}"


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_engine_decides_as_worked_by_hand(case: dict[str, Any]) -> None:
    decision = decided(case)
    for entry in case["expect"]:
        benefit = next(
            each for each in decision.benefits if (each.country, each.scheme) == (entry["country"], entry["scheme"])
        )
        found = told(benefit, entry)
        assert found == {key: entry[key] for key in found}
