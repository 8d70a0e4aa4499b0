"""The decision object, field by field: what programs may rely on is in the schema, and in what is decided.

The fields stand here as the format promises them, told once more by hand: a field taken away, or one that changes its
place, fails here whatever the classes say.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.case.model import read_case
from portability.cli import schema
from portability.cli.deciding import Request, chosen_set
from portability.law.shelf import default_shelf
from portability.record.decision import to_json
from portability.record.render import rendered
from tests.cli.example import GOOD
from tests.schemas import misfits

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads(schema.text("decision"))
FIELDS = {
    "": "format case decided_under summary periods benefits care floor findings steps not_certain not_modelled missing_facts",
    "decided_under": "agreements at law_as_of hashes",
    "decided_under.hashes": "case law engine",
    "summary": "per_month rates first_payment claim_at not_in_sum next_dates",
    "summary.claim_at": "country institution",
    "periods": "id country scheme kind from to certified counted legislation displaced_by why_not reasons",
    "periods.certified": "years quarters months weeks days day_system hours",
    "periods.counted": "unit right amount",
    "periods.legislation": "state cites",
    "benefits": "id beneficiary country branch scheme form status refusal standing legal_force variants supplements payments "
    "arrears recompute reasons",
    "benefits.standing": "facts law",
    "benefits.variants": "id route instrument states_counted own total required missing theoretical ratio gross increments "
    "reductions net chosen why",
    "benefits.variants.own": "unit right amount",
    "benefits.variants.total": "unit right amount",
    "benefits.variants.increments": "why money step",
    "benefits.variants.reductions": "why money step",
    "benefits.supplements": "kind money payer step",
    "benefits.payments": "from to money per payments_a_year payable_in export step",
    "benefits.payments.money": "amount unknown at_least at_most currency",
    "benefits.recompute": "on because cites",
    "care": "person situation from to provider_state cost_state reimbursement status instrument reasons",
    "floor": "person guarantee country region from to grant payer level household_scale counted gap not_covered top_up "
    "legal_force status reasons",
    "floor.counted": "what money step",
    "findings": "kind about country text force cites",
    "steps": "id parents rule sentence given result exact cites standing",
    "missing_facts": "path would_decide",
}
WORDS = {
    "benefits.form": "pension lump_sum refund account daily_cash in_kind",
    "benefits.status": "entitled refused undetermined to_examine",
    "benefits.refusal": "no_periods under_one_year qualifying_period not_invalid income_limit age missing_information "
    "no_participation residence nationality other",
    "benefits.legal_force": "binding guidance scenario",
    "benefits.variants.route": "independent higher_of independent_first pro_rata direct coverage_lifetime residence_fraction "
    "integration single_payer home_scheme account principle",
    "benefits.payments.per": "day week month quarter year once",
    "benefits.payments.export": "paid reduced suspended not_exportable frozen",
    "care.reimbursement": "actual fixed waived none",
    "floor.guarantee": "health children active_age older_persons",
    "findings.kind": "equality maintenance legislation adequacy conformity refund_inquiry agreement_expected",
}


def at(path: str) -> dict[str, Any]:
    """The part of the schema at a path of keys; of a list, its items."""
    here = SCHEMA
    for key in [key for key in path.split(".") if key]:
        here = here["properties"][key]
        here = here.get("items", here)
        if "$ref" in here:
            here = SCHEMA["$defs"][here["$ref"].removeprefix("#/$defs/")]
    return here


@pytest.mark.parametrize("path", sorted(FIELDS), ids=lambda path: path or "decision")
def test_every_field_of_the_format_is_in_the_schema(path: str) -> None:
    assert set(at(path)["properties"]) >= set(FIELDS[path].split())


@pytest.mark.parametrize("path", sorted(WORDS))
def test_every_word_of_a_closed_list_is_in_the_schema(path: str) -> None:
    assert set(at(path)["enum"]) >= set(WORDS[path].split())


def decided(text: str, **asked: Any) -> dict[str, Any]:
    shelf = default_shelf()
    case = read_case(text, "a")
    return to_json(decide(case, None, chosen_set(Request(**asked), shelf), shelf))


WORKED = [case for path in sorted(ROOT.glob("tests/middle/worked/*.toml"))
          for case in tomllib.loads(path.read_text("utf-8"))["case"]]  # fmt: skip
LUMP_LOST = (ROOT / "scenarios/cases/zw-tz-lump-sum-lost/case.toml").read_text("utf-8")
GRANT = (ROOT / "scenarios/cases/zw-za-work-no-insurance/case.toml").read_text("utf-8")
RICH = GOOD + """
[[period]]
id = "c"
country = "XA"
scheme = "xa-general"
kind = "voluntary"
from = 2009-01-01
to = "2010-06"
[[period]]
id = "d"
country = "XB"
scheme = "xb-mines"
kind = "insurance"
certified = { days = "700.5", day_system = 5 }
"""
DECIDED = [
    decided(GOOD),
    decided(GOOD, agreements="none"),
    decided(RICH, agreements="none", added=("xw-higher",)),
    decided(LUMP_LOST, agreements="r167-for-all"),
    decided(GRANT),
    decided(GRANT, agreements="r167-for-all"),
    *(decided(case["case"], agreements="none", added=tuple(case["under"])) for case in WORKED),
]


def tables(value: Any) -> Iterator[dict[str, Any]]:
    """Every table of a decision, at any depth."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield value
    for each in inner:
        yield from tables(each)


@pytest.mark.parametrize("decision", DECIDED, ids=lambda decision: decision["case"])
class TestADecision:
    """What holds of every decision."""

    def test_fits_the_schema_and_says_nothing_where_nothing_applies(self, decision: dict[str, Any]) -> None:
        assert list(misfits(decision, SCHEMA, SCHEMA)) == []
        for table in tables(decision):
            assert [key for key, value in table.items() if value is None] == []
        assert decision.keys() == set(FIELDS[""].split())

    def test_names_only_steps_that_it_tells(self, decision: dict[str, Any]) -> None:
        ids = [step["id"] for step in decision["steps"]]
        assert len(ids) == len(set(ids))
        named = [id_ for table in tables(decision) for key in ("reasons", "parents") for id_ in table.get(key, ())]
        rows = [row for each in decision["benefits"] for key in ("payments", "variants") for row in each.get(key, ())]
        named += [row[key] for row in rows for key in ("step", "why") if key in row]
        named += [item["step"] for row in rows for item in row.get("increments", ()) if "step" in item]
        assert set(named) <= set(ids)

    def test_addresses_each_step_by_branch_person_place_variant_and_rule(self, decision: dict[str, Any]) -> None:
        for step in decision["steps"]:
            branch, person, place, *variant, rule = step["id"].split("/")
            assert person == "insured"
            assert branch in ("old_age", "medical_care", "health", "children", "active_age", "older_persons")
            assert re.fullmatch(r"[A-Z]{2}(\.[a-z0-9-]+)?|[a-z0-9-]+", place)
            assert len(variant) == 1
            assert rule == step["rule"]
            assert step["sentence"].endswith(".")

    def test_prints_a_ratio_as_the_law_does_and_exact_results_in_lowest_terms(self, decision: dict[str, Any]) -> None:
        for step in decision["steps"]:
            if "exact" in step:
                assert str(Fraction(step["exact"])) == step["exact"]
        for variant in (row for each in decision["benefits"] for row in each.get("variants", ())):
            if "ratio" in variant and "total" in variant:
                assert re.fullmatch(r"[0-9]+/[0-9]+", variant["ratio"])

    def test_sums_binding_benefits_only(self, decision: dict[str, Any]) -> None:
        monthly: dict[str, Fraction] = {}
        left = {row["benefit"] for row in decision["summary"].get("not_in_sum", ())}
        for benefit in decision["benefits"]:
            if benefit["legal_force"] != "binding" and benefit["status"] != "refused":
                assert benefit["id"] in left
            for paid in benefit.get("payments", ()):
                counts = paid["per"] == "month" and "amount" in paid["money"] and paid["export"] != "not_exportable"
                if benefit["legal_force"] == "binding" and counts:
                    a_year = Fraction(paid["money"]["amount"]) * paid["payments_a_year"]
                    currency = paid["money"]["currency"]
                    monthly[currency] = monthly.get(currency, Fraction(0)) + a_year / 12
        told = {money["currency"]: Fraction(money["amount"]) for money in decision["summary"]["per_month"]}
        assert told.keys() == monthly.keys()
        assert all(abs(told[currency] - monthly[currency]) <= Fraction(1, 200) for currency in told)

    def test_says_would_of_what_binds_nobody(self, decision: dict[str, Any]) -> None:
        scenario = {each["id"] for each in decision["benefits"] if each["legal_force"] != "binding"}
        added = [part.removeprefix("+") for part in decision["decided_under"]["agreements"].split() if part[0] == "+"]
        for step in decision["steps"]:
            _, _, place, variant, _ = step["id"].split("/")
            paid = f"old_age/insured/{place}" in scenario and variant in ("paid", "chosen")
            rows = [row for row in decision["floor"] if step["id"] in row["reasons"] and row["legal_force"] != "binding"]
            paid |= bool(rows) and step["rule"] in ("grant_open", "grant_after_income", "amount_due", "not_established")
            if place in added or any(variant.startswith(f"{id_}.") for id_ in added) or paid:
                assert re.search(r"\bwould\b|cannot be said", step["sentence"]), step


def test_the_cases_show_what_the_format_is_for() -> None:
    """The decisions above hold the fields that today's engine fills, so that the checks on them are not empty."""
    benefits = [benefit for decision in DECIDED for benefit in decision["benefits"]]
    assert {benefit["status"] for benefit in benefits} >= {"entitled", "refused"}
    assert {benefit["legal_force"] for benefit in benefits} == {"binding", "scenario"}
    assert {benefit.get("form") for benefit in benefits} >= {"pension", "lump_sum", "refund"}
    variants = [variant for benefit in benefits for variant in benefit.get("variants", ())]
    filled = {key for variant in variants for key in variant}
    assert filled >= set(FIELDS["benefits.variants"].split()) - {"reductions"}
    assert all(sum(each["chosen"] for each in benefit.get("variants", ())) <= 1 for benefit in benefits)
    assert any(decision["floor"] for decision in DECIDED)
    assert any("exact" in step for decision in DECIDED for step in decision["steps"])


def test_a_ratio_is_not_reduced() -> None:
    """XA: 30 years of 40, in months 360 of 480; XB: 120 months, over the full career of 420 months that its law caps at."""
    decision = decided(GOOD, agreements="none", added=("xw-higher",))
    assert [each["variants"][1]["ratio"] for each in decision["benefits"]] == ["360/480", "120/420"]


def test_an_amount_not_known_has_its_ends_and_no_amount() -> None:
    unknown = decided(GOOD + """
[[assume]]
path = "xa.xa-general.old_age.minimum"
value = "unknown"
reason = "to try it"
""", agreements="none")
    paid = next(each for each in unknown["benefits"] if each["country"] == "XA")
    assert paid["status"] == "entitled"
    assert paid["payments"][0]["money"] == {
        "unknown": ["xa.xa-general.old_age.minimum"], "at_least": "500.00", "currency": "XTS"
    }  # fmt: skip
    assert {"benefit": paid["id"], "why": "its amount is not fully known"} in unknown["summary"]["not_in_sum"]
    assert unknown["missing_facts"] == [
        {"path": "xa.xa-general.old_age.minimum", "would_decide": f"the amount of {paid['id']}"}
    ]


def test_a_page_says_no_amount_that_the_object_does_not() -> None:
    shelf = default_shelf()
    decision = decide(read_case(RICH, "a"), None, chosen_set(Request(), shelf), shelf)
    said = json.dumps(to_json(decision))
    amounts = set(re.findall(r"[0-9]+\.[0-9]{2} XTS", rendered(decision)))
    assert amounts
    assert {amount for amount in amounts if amount.split()[0] not in said} == set()
