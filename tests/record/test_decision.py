"""A decision says what applies and leaves out what does not; money is known or unknown, never nought for unknown."""

import dataclasses
import json
from fractions import Fraction
from typing import Any, get_args

import pytest

from portability import citation, terms
from portability.record import decision, vocabulary
from portability.record.decision import Length, Money, Payment, to_json
from tests.record.example import DAY, LEAST, WHOLE


def test_the_least_decision_has_its_lists_and_nothing_else() -> None:
    assert to_json(LEAST) == {
        "format": "portability.decision/1",
        "case": "a",
        "decided_under": {"agreements": "none", "at": "2026-04-01"},
        "summary": {"per_month": []},
        "periods": [], "benefits": [], "care": [], "floor": [], "findings": [], "steps": [],
        "not_certain": [], "not_modelled": [], "missing_facts": [],
    }  # fmt: skip


def test_the_example_holds_every_field() -> None:
    """So that nothing of the format goes untested."""
    said: dict[type, set[str]] = {}

    def note(part: Any) -> None:
        if dataclasses.is_dataclass(part):
            names = {each.name for each in dataclasses.fields(part) if getattr(part, each.name) not in (None, ())}
            said.setdefault(type(part), set()).update(names)
            for name in names:
                note(getattr(part, name))
        elif isinstance(part, tuple):
            for each in part:
                note(each)

    note(WHOLE)
    models = {each for each in vars(decision).values() if dataclasses.is_dataclass(each)}
    assert set(said) == models
    assert {model.__name__: {each.name for each in dataclasses.fields(model)} for model in models} == {
        model.__name__: names for model, names in said.items()
    }


def test_from_and_to_and_exact_lengths_are_written_as_the_format_says() -> None:
    (period,) = to_json(WHOLE)["periods"]
    assert (period["from"], period["to"]) == ("1980-01-01", "1989-12")
    assert period["certified"]["days"] == "3/2"
    assert period["counted"] == {"unit": "months", "right": 108, "amount": "215/2"}
    assert period["displaced_by"][0]["from"] == "1985-01-01"
    assert to_json(Length(unit="months", value=Fraction(24, 2))) == {"unit": "months", "value": 12}


def test_money_known_and_unknown() -> None:
    known, unknown = (benefit["payments"][0]["money"] for benefit in to_json(WHOLE)["benefits"])
    assert known == {"amount": "360.00", "currency": "XTS"}
    assert unknown == {"unknown": ["xb minimum"], "at_least": "69.33", "at_most": "90.00", "currency": "XTS"}
    assert to_json(Money(unknown=("wage",), currency="XTS")) == {"unknown": ["wage"], "currency": "XTS"}
    assert to_json(Money(amount="0.00", currency="XTS")) == {"amount": "0.00", "currency": "XTS"}


@pytest.mark.parametrize(
    "fields",
    [
        {"currency": "XTS"},
        {"amount": "1", "unknown": ("wage",), "currency": "XTS"},
        {"amount": "1", "at_least": "1", "currency": "XTS"},
        {"at_most": "1", "currency": "XTS"},
    ],
)
def test_money_is_known_or_unknown_and_not_both(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="amount"):
        Money(**fields)


def test_nothing_is_null_and_all_is_plain() -> None:
    def walk(value: Any) -> None:
        assert isinstance(value, dict | list | str | int)
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(each)

    walk(to_json(WHOLE))
    assert json.loads(json.dumps(to_json(WHOLE))) == to_json(WHOLE)


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        to_json(Length(unit="months", value=1.5))  # type: ignore[arg-type]  # what a program may do wrong


def test_a_decision_is_frozen() -> None:
    payment = WHOLE.benefits[0].payments[0]
    assert isinstance(payment, Payment)
    with pytest.raises(dataclasses.FrozenInstanceError):
        payment.start = DAY  # type: ignore[misc]  # that is what is refused


@pytest.mark.parametrize(
    ("words", "group"),
    [
        (vocabulary.Branch, terms.BRANCHES),
        (vocabulary.Route, terms.ROUTES),
        (vocabulary.Refusal, terms.REFUSALS),
        (vocabulary.Status, terms.STATUSES),
    ],
)
def test_the_words_are_those_of_the_glossary(words: Any, group: tuple[terms.Term, ...]) -> None:
    assert get_args(words) == tuple(term.word for term in group)


def test_the_standings_are_those_of_citations() -> None:
    assert get_args(vocabulary.FactStanding) == citation.FACT_STANDINGS
    assert get_args(vocabulary.LawStanding) == citation.LAW_STANDINGS
