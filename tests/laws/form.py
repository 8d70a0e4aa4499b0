"""What every decision is, whatever the life: each function asserts one thing of a decision."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from portability.number.exact import plain
from portability.record.decision import Decision, to_json


def well_formed(decision: Decision) -> None:
    """Assert of a decision all that this module knows."""
    chosen_once(decision)
    every_reason_is_a_step(decision)
    nothing_is_a_float_or_null(decision)
    the_sum_is_the_sum_of_its_parts(decision)
    what_is_exact_prints_so(decision)


def everything(value: Any) -> Iterator[Any]:
    """Each value inside a decision, however deep."""
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from everything(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from everything(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from everything(inner)


def chosen_once(decision: Decision) -> None:
    """Exactly one variant is chosen of each benefit that is computed; payments exist where one is entitled."""
    for each in decision.benefits:
        assert sum(variant.chosen for variant in each.variants) == 1, each.id
        assert (each.refusal is not None) == (each.status == "refused")
        assert bool(each.payments) == (each.status == "entitled")


def every_reason_is_a_step(decision: Decision) -> None:
    """Reasons, parents and payments point at steps that are told; a step rests on earlier ones only."""
    told: set[str] = set()
    for step in decision.steps:
        assert step.id not in told
        assert set(step.parents) <= told, step
        assert step.sentence
        assert not re.search(r"[{}\[\]|]", step.sentence), step.sentence
        told.add(step.id)
    for each in decision.benefits:
        assert set(each.reasons) <= told
        assert each.reasons, each.id
    assert all(set(row.reasons) <= told for row in (*decision.periods, *decision.floor))


def nothing_is_a_float_or_null(decision: Decision) -> None:
    """A decision never holds a binary float, and its JSON no null; it comes back from JSON as it went."""
    assert not any(isinstance(value, float) for value in everything(decision))
    written = to_json(decision)
    assert not any(value is None or isinstance(value, float) for value in everything(written))
    assert json.loads(json.dumps(written)) == written


def the_sum_is_the_sum_of_its_parts(decision: Decision) -> None:
    """The sum by the month holds each binding monthly benefit of known amount, and what is not in it is named."""
    summed: dict[str, Fraction] = {}
    named = {row.benefit for row in decision.summary.not_in_sum}
    for each in decision.benefits:
        first = each.payments[0] if each.payments else None
        counts = first is not None and each.legal_force == "binding" and first.per == "month"
        if first is not None and counts and first.money.amount and first.export not in ("not_exportable", "suspended"):
            money = Fraction(first.money.amount) * (first.payments_a_year or 12) / 12
            summed[first.money.currency] = summed.get(first.money.currency, Fraction(0)) + money
            summed[first.money.currency] += sum(Fraction(one.money.amount or 0) for one in each.supplements)
        elif each.status != "refused":
            assert each.id in named
    assert [(each.currency, each.amount) for each in decision.summary.per_month] == [
        (currency, plain(value, {"KMF": 0}.get(currency, 2))) for currency, value in summed.items()
    ]


def what_is_exact_prints_so(decision: Decision) -> None:
    """Beside a printed result stands the exact one where printing rounds; in lowest terms, as text."""
    for step in decision.steps:
        if step.exact is not None:
            exact = Fraction(step.exact)
            assert str(exact) == step.exact
            assert exact.denominator != 1
            if re.fullmatch(r"[0-9.]+", step.result):
                assert Fraction(step.result) == Fraction(plain(exact, 4))
