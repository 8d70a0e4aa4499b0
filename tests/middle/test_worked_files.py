"""The lives worked by hand are well told: each is a case that can be read, and its arithmetic holds together."""

import tomllib
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

WORKED = Path(__file__).parent / "worked"
LAWS = {f"X{letter.upper()}": tomllib.loads(
    (WORKED.parents[2] / "agreements" / "national" / f"x{letter}.toml").read_text("utf-8")) for letter in "abcp"}
CASES = [(path.stem, case) for path in sorted(WORKED.glob("*.toml"))
         for case in tomllib.loads(path.read_text("utf-8"))["case"]]
SHARED = [(case["id"], entry) for _, case in CASES for entry in case["expect"] if "ratio" in entry]
WHOLE_UNITS = ("xb-general",)  # the law rounds to the whole unit


def cents(amount: Fraction, unit: str) -> str:
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return str((exact / Decimal(unit)).quantize(Decimal(1), ROUND_HALF_UP) * Decimal(unit) + Decimal("0.00"))


def test_there_are_enough_of_them_and_each_is_told_once() -> None:
    ids = [case["id"] for _, case in CASES]
    assert len(ids) == len(set(ids)) == 50


@pytest.mark.parametrize(("page", "case"), CASES, ids=[case["id"] for _, case in CASES])
def test_the_arithmetic_is_shown(page: str, case: dict[str, Any]) -> None:
    text = (WORKED / f"{page}.md").read_text("utf-8")
    assert f"**{case['id']}** —" in text
    shown = text.split(f"**{case['id']}** —")[1].split("\n\n")[0]
    for entry in case["expect"]:
        if "amount" in entry:
            plain = entry["amount"]
            grouped = f"{plain[:-6]} {plain[-6:]}" if len(plain) > 7 else plain
            assert plain in shown or grouped in shown, entry


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[case["id"] for _, case in CASES])
def test_the_life_names_schemes_of_the_invented_world(case: dict[str, Any]) -> None:
    life = tomllib.loads(case["case"])
    assert life["id"] == case["id"]
    for row in [*life["period"], *life.get("earnings", []), *life.get("account", [])]:
        assert row["scheme"] in LAWS[row["country"]]["scheme"]
    places = {(row["country"], row["scheme"]) for row in life["period"]}
    assert {(entry["country"], entry["scheme"]) for entry in case["expect"]} == places


@pytest.mark.parametrize(("id_", "entry"), SHARED, ids=[f"{id_}-{entry['country']}" for id_, entry in SHARED])
def test_a_share_is_the_theoretical_amount_times_the_ratio(id_: str, entry: dict[str, Any]) -> None:
    own, total = entry["ratio"].split("/")
    share = Fraction(entry["theoretical"]) * int(own) / int(total) + Fraction(entry.get("increment", "0"))
    unit = "1" if entry["scheme"] in WHOLE_UNITS else "0.01"
    assert cents(share, unit) == entry.get("pro_rata", entry["amount"])


@pytest.mark.parametrize(("id_", "entry"), SHARED, ids=[f"{id_}-{entry['country']}" for id_, entry in SHARED])
def test_the_chosen_way_pays_its_amount(id_: str, entry: dict[str, Any]) -> None:
    if "pro_rata" not in entry:
        assert entry["route"] == "pro_rata"
        return
    assert entry["amount"] == entry.get(entry["route"])
    if "independent" in entry:
        assert Fraction(entry["amount"]) == max(Fraction(entry["independent"]), Fraction(entry["pro_rata"]))
        assert entry.get("tie", False) == (entry["independent"] == entry["pro_rata"])
