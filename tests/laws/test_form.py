"""What every decision is, whatever the life: one variant chosen, reasons that exist, exact numbers behind printed ones."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portability.number.exact import plain
from portability.number.unknown import Unknown
from portability.record.decision import Money
from tests.laws.drawn import lives
from tests.laws.form import well_formed
from tests.laws.lives import AS_BOUND, DIRECT, HIGHER, NONE, PRO_RATA, decided, life, said

SETS = st.sampled_from((NONE, HIGHER, PRO_RATA, DIRECT, AS_BOUND))


@settings(max_examples=60, deadline=None)
@given(lives(certified=True, least=0), SETS)
def test_a_decision_is_well_formed(told: dict[str, Any], agreements: Any) -> None:
    decision = said(life(**told), agreements)
    well_formed(decision)
    assert [row.id for row in decision.periods] == [row["id"] for row in told["periods"]]


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
