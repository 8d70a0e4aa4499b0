"""What every decision is, whatever the life: one variant chosen, reasons that exist, exact numbers behind printed ones."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portability.number.exact import plain
from portability.number.unknown import Unknown
from portability.record.decision import Decision, Money, to_json
from tests.laws.drawn import lives
from tests.laws.lives import AS_BOUND, DIRECT, HIGHER, NONE, PRO_RATA, decided, life, said

SETS = st.sampled_from((NONE, HIGHER, PRO_RATA, DIRECT, AS_BOUND))


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


@settings(max_examples=60, deadline=None)
@given(lives(certified=True, least=0), SETS)
def test_a_decision_is_well_formed(told: dict[str, Any], agreements: Any) -> None:
    decision = said(life(**told), agreements)
    chosen_once(decision)
    every_reason_is_a_step(decision)
    nothing_is_a_float_or_null(decision)
    the_sum_is_the_sum_of_its_parts(decision)
    what_is_exact_prints_so(decision)


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
        elif each.status != "refused":
            assert each.id in named
    assert [(each.currency, each.amount) for each in decision.summary.per_month] == [
        (currency, plain(value, 2)) for currency, value in summed.items()
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


def _prints(money: Money | None, value: Any) -> bool:
    """Whether printed money is the exact amount, or its ends, to the hundredth."""
    assert money is not None
    if not isinstance(value, Unknown):
        return money.amount == plain(Fraction(value), 2) and not money.unknown
    low = None if value.low == 0 else plain(Fraction(value.low), 2)
    high = None if value.endless else plain(Fraction(value.high), 2)
    return (money.amount, money.at_least, money.at_most) == (None, low, high) and bool(money.unknown)


@settings(max_examples=60, deadline=None)
@given(lives(certified=True), SETS)
def test_numbers_printed_are_the_exact_ones_rounded(told: dict[str, Any], agreements: Any) -> None:
    case = life(**told)
    one, decision = decided(case, agreements), said(case, agreements)
    for i, each in enumerate(decision.benefits):
        if each.payments:
            exact = one.found.paid[i]
            assert _prints(each.payments[0].money, exact.payment.value if each.form == "pension" else exact.lump_sum.value)
        national = one.found.alones[i]
        if each.variants[0].gross is not None:
            assert _prints(each.variants[0].gross, national.independent.value)
        runs = [(run, ran) for run, ran in zip(one.plan.runs, one.found.runs, strict=True) if i in run.at]
        for variant, (run, ran) in zip(each.variants[1:], runs, strict=True):
            place = run.at.index(i)
            assert variant.total is not None
            assert variant.total.right == _known(ran.totals[place].right.value)
            if variant.theoretical is not None:
                assert _prints(variant.theoretical, ran.unders[place].basis.amount.value)
            if variant.ratio is not None:
                own, whole = map(Fraction, variant.ratio.split("/"))
                assert own / whole == ran.dues[place].share.value


def _known(value: Any) -> Any:
    return value.low if isinstance(value, Unknown) else value
