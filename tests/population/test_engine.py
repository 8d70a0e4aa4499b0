"""Rows are cases: what is decided on columns for drawn lives is what the decision on each life says, to the last word."""

import tomllib
from datetime import date
from pathlib import Path
from random import Random

import numpy as np
import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet, agreement_set
from portability.law.shelf import default_shelf
from portability.population.engine import Asked, decided_range
from portability.population.people import People, Table
from tests.population.lives import as_rows, drawn, told_rows

AT = date(2026, 1, 1)
SHELF = default_shelf()
COMPARISONS = Path(__file__).resolve().parents[2] / "scenarios" / "comparisons"
INVENTED = (("XA", "xa-general"), ("XB", "xb-general"), ("XC", "xc-fund"))
SOUTHERN = tuple(
    (country, scheme)
    for country in ("AO", "KM", "CD", "MG", "MU", "MZ", "SC", "TZ", "ZM", "ZW")
    for scheme, told in SHELF.national(country).items()  # type: ignore[union-attr]  # each of them is on the shelf
    if scheme in SHELF.national(country).get("scheme", {}) and told.get("old_age")  # type: ignore[union-attr]  # the same
)


def compared(schemes: tuple[tuple[str, str], ...], under: AgreementSet, size: int, seed: int) -> tuple[int, int]:
    """How many drawn lives stood on columns, each the same as its case; and how many were left, none of them told."""
    asked = Asked(SHELF, "old_age", AT, under, {"scheme": schemes})
    people, cases = drawn(Random(seed), size, schemes, [asked.exemplars.currency(country) for country, _ in schemes], AT)
    rows, left = decided_range(people, 0, size, asked)
    found, out = told_rows(rows), set(left.person.tolist())
    assert out.isdisjoint(found)
    for person in set(range(size)) - out:
        assert found.get(person, {}) == as_rows(decide(cases[person], AT, under, SHELF)), cases[person]
    return size - len(out), len(out)


@pytest.mark.parametrize(
    ("under", "seed"),
    [
        (AgreementSet("none", as_bound=False), 1),
        (AgreementSet("xu", as_bound=False, with_=("xu-direct",)), 2),
        (AgreementSet("xs", as_bound=False, with_=("xs-least",)), 3),
        (AgreementSet("as-bound"), 4),
    ],
    ids=lambda one: getattr(one, "id", one),
)
def test_rows_of_the_invented_world_are_its_cases(under: AgreementSet, seed: int) -> None:
    on_columns, left = compared(INVENTED, under, 60, seed)
    assert on_columns + left == 60


@pytest.mark.parametrize("name", ["none", "as-bound", "sadc-guidelines"])
def test_rows_of_the_southern_states_are_their_cases(name: str) -> None:
    under = agreement_set(tomllib.loads((COMPARISONS / f"{name}.toml").read_text()))
    on_columns, left = compared(SOUTHERN, under, 60, 5)
    assert on_columns > 0
    assert left > 0


def test_a_row_that_differs_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from portability.population import outcome

    monkeypatch.setitem(outcome.STATUS, "refused", outcome.STATUS["entitled"])
    with pytest.raises(AssertionError, match="status"):
        compared(SOUTHERN, AgreementSet("none", as_bound=False), 60, 5)


def test_who_cannot_stand_on_columns_is_left_with_the_reason() -> None:
    spells = {
        "from_month": np.array([900, -1, 900], np.int16),
        "until_month": np.array([1000, -1, 1600], np.int16),
        "scheme": np.zeros(3, np.int16),
    }
    income = Table({"kind": np.zeros(1, np.int8)}, np.array([0, 0, 0, 0, 1]))
    people = People(range(4), {"spells": Table(spells, np.array([0, 0, 1, 2, 3])), "income": income}, {"scheme": INVENTED})
    rows, left = decided_range(people, 0, 4, Asked(SHELF, "old_age", AT, AgreementSet("as-bound"), people.words))
    assert left.counted() == {"a period without dates": 1, "a row in the table income": 1}
    assert set(rows.person.tolist()) == {1}


def test_a_range_is_the_same_in_one_block_or_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    from portability.population import engine

    asked = Asked(SHELF, "old_age", AT, AgreementSet("none", as_bound=False), {"scheme": SOUTHERN})
    people, _ = drawn(Random(7), 40, SOUTHERN, [asked.exemplars.currency(country) for country, _ in SOUTHERN], AT)
    whole, left = decided_range(people, 0, 40, asked)
    monkeypatch.setattr(engine, "BLOCK", 7)
    parts, also_left = decided_range(people, 0, 40, asked)
    assert told_rows(whole) == told_rows(parts)
    assert left.counted() == also_left.counted()
