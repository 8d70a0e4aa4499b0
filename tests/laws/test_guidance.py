"""Soft law guides and is never a right: what rests on the SADC Guidelines or Code says so, whatever the life."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from portability.assessment.compare import compare
from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet, agreement_set
from portability.case.model import Case, read_case
from portability.law.between import between
from portability.law.sets import comparison
from portability.law.shelf import default_shelf

ROOT = Path(__file__).resolve().parents[2]
INSTRUMENTS = ROOT / "agreements" / "instruments"
GUIDELINES = agreement_set(comparison(ROOT / "scenarios" / "comparisons", "sadc-guidelines"))
CASES = sorted(
    path for path in (ROOT / "scenarios" / "cases").glob("*/case.toml") if not path.parent.name.startswith("published")
)


def case(path: Path) -> Case:
    return read_case(tomllib.loads(path.read_text("utf-8")), path.parent.name)


@pytest.mark.parametrize("path", CASES, ids=[path.parent.name for path in CASES])
def test_what_only_guidance_gives_is_never_owed(path: Path) -> None:
    told = decide(case(path), None, GUIDELINES)
    as_bound = {each.id: each for each in decide(case(path), None, AgreementSet("as-bound")).benefits}
    for each in told.benefits:
        if any(one.chosen and one.instrument == "sadc-guidelines-2020" for one in each.variants):
            assert each.legal_force == "guidance"
            if each.payments != as_bound[each.id].payments:
                assert each.standing is not None
                assert each.standing.law == "assumed"
    owed = {currency for each in as_bound.values() for currency in [one.money.currency for one in each.payments]}
    assert {one.currency for one in told.summary.per_month} <= owed


def test_guidance_opens_pensions_somewhere() -> None:
    """The property above is about something: of the lives on the shelf, some would be helped."""
    forces = {each.legal_force for path in CASES for each in decide(case(path), None, GUIDELINES).benefits}
    assert forces == {"binding", "guidance"}


def test_the_first_step_that_differs_has_the_force_of_guidance() -> None:
    path = ROOT / "scenarios" / "cases" / "ao-mz-opened-by-adding" / "case.toml"
    rows = compare(case(path), [AgreementSet("none", as_bound=False), GUIDELINES]).rows
    steps = [row.differences[0].first_step for row in rows]
    assert [None if step is None else (step.force, step.standing) for step in steps] == [("guidance", "assumed")] * 2


def test_soft_law_stands_between_two_states_and_binds_neither() -> None:
    bonds = between(default_shelf(), ("ZW", "MZ"), date(2026, 1, 1))
    soft = [bond for bond in bonds if bond.instrument.startswith("sadc-")]
    assert {(bond.bound, bond.force) for bond in soft} == {("guidance", "soft_law")}
    assert {how for bond in soft for _, how in bond.operations} == {"principle_only"}


def test_no_set_that_binds_ever_asks_soft_law() -> None:
    """The index from which a case learns which agreements to open names none that is soft law or only signed."""
    named = {id_ for state in ("ZW", "MZ", "ZA", "TR", "XA") for id_ in default_shelf().binding([state])}
    forces = {id_: tomllib.loads((INSTRUMENTS / f"{id_}.toml").read_text("utf-8"))["force"] for id_ in named}
    assert not set(forces.values()) & {"soft_law", "signed"}


def test_what_the_guidelines_leave_open_names_both_readings() -> None:
    """Beside equality, which SADC itself tells, every point is assumed, with the other reading and the reason."""
    law = tomllib.loads((INSTRUMENTS / "sadc-guidelines-2020.toml").read_text("utf-8"))
    chapters = [law[name] for name in law if isinstance(law[name], dict) and name not in ("branches", "apportionment")]
    chapters += law["apportionment"].values()
    leaves = [leaf for chapter in chapters for leaf in chapter.values() if isinstance(leaf, dict)]
    assert len(leaves) > 60
    told = [leaf for leaf in leaves if leaf["standing"] != "assumed"]
    assert [leaf["is"] for leaf in told] == ["parties"]
    assert all({"reading", "other_reading", "reason"} <= leaf.keys() for leaf in leaves if leaf not in told)
