"""Every sentence of the catalogue can be read aloud: today and in a scenario, with what is known and with what is not."""

import re
from dataclasses import replace

import pytest

from portability.number.unknown import unknown, unknown_truth
from portability.record.decision import Benefit, Finding, Money, Payment, Standing
from portability.record.explain import Reading, sentence
from portability.record.phrases import abroad, payments, status
from portability.record.sentences import CATALOGUE
from portability.record.step import Place, Step, Told
from tests.record.example import DAY

HERE = Place("old_age", "insured", "XA.s", "alone")
TEXTS = [(rule, outcome) for rule, texts in CATALOGUE.items() for outcome in texts if not outcome.startswith("unless")]
RESULTS = {"yes": [True], "no": [False], "unknown": [unknown_truth("a")], "value": [30, unknown("a")]}
PARTLY = [unknown("a"), unknown("a", low=5), unknown("a", low=5, high=9)]


def given(template: str) -> dict[str, object]:
    """Every input a template names: a truth for a condition, else a number."""
    named = re.findall(r"\{(\w+):(\w+)\}", template)
    return {name: Told(True if kind == "condition" else 20) for name, kind in named if name != "result"}


@pytest.mark.parametrize(("rule", "outcome"), TEXTS, ids=[f"{rule}-{outcome}" for rule, outcome in TEXTS])
@pytest.mark.parametrize("would", [False, True])
def test_a_sentence_is_whole_and_plain(rule: str, outcome: str, would: bool) -> None:
    texts = CATALOGUE[rule]
    for result in PARTLY if outcome == "open" else RESULTS[outcome]:
        unless = [texts[key] for key in ("unless", f"unless_{outcome}") if key in texts]
        inputs = given(texts[outcome]) | {name: Told(-1) for name in unless}
        said = sentence(Step(HERE, rule, None, inputs, result), Reading("months", "XTS", would))
        assert said is not None
        assert re.fullmatch(r"[A-Z0-9][^{}\[\]|]*\.", said), said
        assert not re.search(r"  |\b(the|an?) (an?|the)\b| [.,:;]|:\.|None", said), said


@pytest.mark.parametrize(
    ("rule", "inputs", "result", "said"),
    [
        ("right_opens", {"age": False}, False, "The condition of age is not met; the right does not open."),
        ("last_average", {"length": 1}, 700, "The reference wage, the average of the last month, is 700.00 XTS."),
        ("pro_rata_ratio", {"own": 186, "total": 316}, 1, "This State's share is 186 months of 316 months: 100 %."),
        ("amount_due", {}, unknown("minimum", low=60), "The amount of each payment is not fully known: at least 60.00 XTS."),
        ("amount_due", {}, unknown("minimum"), "The amount of each payment is not fully known."),
        ("keeps_independent", {"independent": 0, "pro_rata": 400}, False,
         "The pro-rata amount, 400.00 XTS, is due: national law alone gives nothing."),
    ],
)  # fmt: skip
def test_a_sentence_says_what_happened(rule: str, inputs: dict[str, object], result: object, said: str) -> None:
    step = Step(HERE, rule, None, {name: Told(value) for name, value in inputs.items()}, result)
    assert sentence(step, Reading("months", "XTS")) == said


def test_what_changed_nothing_is_not_said() -> None:
    same = Step(HERE, "minimum_amount", None, {"amount": Told(80), "minimum": Told(60)}, 80)
    assert sentence(same, Reading("months", "XTS")) is None
    assert sentence(Step(HERE, "some_right", None, {}, True), Reading("months", "XTS")) is None


def benefit(**more: object) -> Benefit:
    told: dict[str, object] = {
        "id": "b", "beneficiary": "insured", "country": "XA", "branch": "old_age", "scheme": "s", "status": "entitled",
        "form": "pension", "standing": Standing(facts="certified", law="official"), "legal_force": "binding",
        "payments": (Payment(start=DAY, money=Money(amount="9.00", currency="XTS"), per="month", export="paid"),),
    }  # fmt: skip
    return Benefit(**(told | more))  # type: ignore[arg-type]  # the fields are those of a benefit


def test_what_only_a_scenario_pays_abroad_is_said_with_would() -> None:
    scenario = Finding(kind="maintenance", about="XA.s", text="paid", force="scenario")
    assert abroad(benefit(), ()) == "yes"
    assert abroad(benefit(), [scenario]) == "would be: yes (scenario)"
    assert abroad(benefit(payments=()), [scenario]) == "-"
    assert status(benefit(legal_force="scenario")) == "would be a pension (scenario)"


def test_payments_are_said_with_how_often() -> None:
    once = Payment(start=DAY, money=Money(unknown=("interest",), currency="XTS"), per="once")
    fourteen = Payment(start=DAY, money=Money(amount="8.00", currency="XTS"), per="month", payments_a_year=14)
    twelve = Payment(start=DAY, money=Money(amount="9.00", currency="XTS"), per="month", payments_a_year=12)
    assert payments(benefit(payments=(twelve,))) == "9.00 XTS a month"
    assert payments(benefit(payments=(replace(twelve, payments_a_year=None),))) == "9.00 XTS each time, how often is not known"
    assert payments(benefit(payments=(fourteen, once))) == "8.00 XTS, 14 times a year and a sum not known, once"
