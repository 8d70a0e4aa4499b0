"""A traced decision tells whether the schemes it rests on give what conventions ask that bind the State; no other one does."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from portability.assessment.adequacy.beneficiary import Wage
from portability.assessment.adequacy.struck import Struck, struck_case
from portability.assessment.decide import decide
from portability.case.model import Case, read_case
from portability.record.decision import Decision, to_json

CASES = Path(__file__).resolve().parents[2] / "scenarios" / "cases"


def case(name: str) -> Case:
    return read_case((CASES / name / "case.toml").read_text("utf-8"))


def found(decision: Decision) -> dict[str, str]:
    return {f"{one.about} {one.cites}": one.text for one in decision.findings if one.kind == "adequacy"}


def test_only_conventions_that_bind_are_told_and_only_on_request() -> None:
    """Congo accepted Part V of C102 and not C128; Madagascar is no party. 60 % after thirty years, 40 % asked."""
    asked = case("cd-mg-paid-in-belgium")
    plain, traced = decide(asked), decide(asked, trace=True)
    assert found(plain) == {}
    [(about, text)] = found(traced).items()
    assert about == "CD.cd-cnss ilo-c102, Schedule to Part XI"
    assert text.startswith("cd-cnss meets ilo-c102, Part V, in old age (secondary): after 30 years at least 60 %, 40 % asked")
    assert text.endswith("a test of the scheme by an invented standard beneficiary, not of this person's benefit")


def test_it_moves_nothing() -> None:
    asked = case("cd-mg-paid-in-belgium")
    plain, traced = (to_json(decide(asked, trace=trace)) for trace in (False, True))
    for key in plain.keys() - {"findings", "steps"}:
        assert plain[key] == traced[key], key
    assert [one for one in traced["findings"] if one["kind"] != "adequacy"] == plain["findings"]


@pytest.mark.parametrize(("scheme", "asked", "expected"), [
    ("xa-injury", "employment_injury", 3),  # bound for injuries at work: three contingencies
    ("xa-health", "sickness", 0),  # XA did not accept the branch
])  # fmt: skip
def test_each_contingency_of_the_branch_is_told_of_its_scheme(scheme: str, asked: str, expected: int) -> None:
    struck = struck_case(Struck("XA", scheme, asked, date(2026, 1, 1), Wage(Fraction(1000), "XTS")))
    told = [one for one in decide(struck, trace=True).findings if one.kind == "adequacy"]
    assert len(told) == expected
    assert all(f"{scheme} meets xs-least" in one.text and one.country == "XA" for one in told)
