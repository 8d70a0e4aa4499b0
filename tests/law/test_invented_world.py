"""XA, XB, XC and XP hold every shape of law there is, so that no shape goes untested."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from portability.law import words
from portability.law.shapes import FORMULAS, INSTEAD

SHELF = Path(__file__).resolve().parents[2] / "agreements"
STATES = [tomllib.loads((SHELF / "national" / f"x{letter}.toml").read_text("utf-8")) for letter in "abcgp"]
AGREEMENTS = {id_: tomllib.loads((SHELF / "instruments" / f"{id_}.toml").read_text("utf-8"))
              for id_ in ("xw-higher", "xv-pro-rata", "xu-direct")}
REGIMES = [regime for law in STATES for scheme in law["scheme"] for regime in law[scheme].get("old_age", ())]


def leaves(key: str) -> Iterator[dict[str, Any]]:
    for regime in REGIMES:
        if key in regime:
            yield from regime[key] if isinstance(regime[key], list) else [regime[key]]


def said(key: str, word: str) -> set[Any]:
    return {str(leaf[word]) for leaf in leaves(key) if word in leaf}


def test_every_shape_of_formula() -> None:
    assert said("formula", "shape") == set(FORMULAS)


def test_every_sum_in_place_of_a_pension() -> None:
    assert said("otherwise", "shape") == set(INSTEAD)


def test_every_unit_and_day_system() -> None:
    assert said("counts", "unit") == set(get_args(words.Unit))
    assert said("counts", "day_system") == {"5", "6", "7"}


def test_every_way_to_the_reference_earnings() -> None:
    assert said("reference", "method") == {"last", "best", "career", "final"}
    assert said("reference", "within") == {"120 months"}


def test_every_amount_that_is_a_share_of_another_figure() -> None:
    keys = ("amount", "minimum", "maximum", "ceiling", "fixed_part")
    shares = {leaf["of"] for key in keys for leaf in leaves(key) if "of" in leaf}
    assert shares == {"minimum_wage", "average_wage", "reference", "xp-average-earnings"}
    assert said("reference", "revalued") == said("formula", "average") == {"xp-average-earnings"}


def test_every_number_of_payments() -> None:
    assert {(leaf["is"], leaf["of"]) for leaf in leaves("payments")} == {(12, "month"), (13, "month"), (14, "year")}


def test_every_way_of_part_years_and_of_missing_days() -> None:
    assert said("formula", "part_years") >= {"exact", "half", "complete"}
    assert any("3 months" in told for told in said("formula", "part_years"))
    assert said("age", "missing_day") == {"earlier", "later"}


@pytest.mark.parametrize("key", ["reduced", "any_age", "minimum", "maximum", "ceiling", "commutation", "full_career",
                                 "kinds_for_amount", "residence_length", "contribution_rate", "accrual", "amount",
                                 "point_value", "divisors", "fixed_part", "minimum_wage", "average_wage"])
def test_every_further_rule_occurs(key: str) -> None:
    assert list(leaves(key)) != []


def test_every_kind_of_not_knowing() -> None:
    every = [leaf for regime in REGIMES for key in regime for leaf in leaves(key) if isinstance(leaf, dict)]
    for word in ("unknown", "none_known", "repealed", "known_to", "published", "F"):
        assert any(word in leaf for leaf in every), word


def test_export_and_conditions() -> None:
    assert said("export", "is") >= {"paid", "not_exportable", "suspended"}
    assert said("export", "unknown") != set()
    assert {tuple(leaf["is"]) for leaf in leaves("nationality")} >= {("any",), ("national", "permanent", "refugee")}
    assert said("residence", "is") == {"in_state", "none"}


def test_every_class_of_scheme_that_counts_periods() -> None:
    classes = {scheme["class"] for law in STATES for scheme in law["scheme"].values()}
    assert classes >= {"pension_insurance", "residence_pension", "individual_account", "provident_fund"}
    assert classes >= {"social_insurance", "employer_liability", "health_service", "injury_insurance"}


def test_three_agreements_three_methods() -> None:
    methods = {id_: law["apportionment"]["old_age"]["method"]["is"] for id_, law in AGREEMENTS.items()}
    assert methods == {"xw-higher": "higher_of", "xv-pro-rata": "pro_rata", "xu-direct": "direct"}
    minis = {law["totalisation"]["mini_period"]["is"] for law in AGREEMENTS.values()}
    assert minis == {"absorb_theoretical_only", "absorb_full", "none"}
