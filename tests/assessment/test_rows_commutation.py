"""The part of a pension that becomes a lump sum goes with the pension: with its right, and with the amount that is kept.

Worked by hand: a pension of 1000 from 120 months on, a quarter of it turned into ten times its yearly amount.
"""

from fractions import Fraction
from typing import Any

import pytest

from portability.assessment.assess import Assessed, assess
from portability.assessment.shares import Lengths, Linked, Sharing
from portability.assessment.stages import Member, OnePerson, Shape
from portability.number.rounding import Rounding
from portability.record.ledger import Ledger
from portability.record.step import Place, Told

CENT = Rounding(Fraction(1, 100), "half_up", "s. 1", "official")
LAW = {
    "nought": 0, "whole": 1, "no": False, "bound": True, "age": True, "qualifying": 120, "amount": 1000,
    "commuted_share": Fraction(1, 4), "commutation_factor": 10, "payments": 12, "rounding": CENT, "rounding_once": CENT,
}  # fmt: skip


def told(**given: Any) -> dict[str, Told]:
    return {name: Told(value) for name, value in given.items()}


def decided(method: str, *own: int) -> Assessed:
    """Persons with some months in each of several States of this one law, under an instrument with a minimum of 12."""

    def members(variant: str) -> tuple[Member, ...]:
        shape = Shape("flat", parts=frozenset({"commutation"}), method=method)
        return tuple(
            Member(Place("old_age", "insured", f"s{i}", variant), shape, told(**LAW, own_right=months, own_amount=months))
            for i, months in enumerate(own)
        )

    lengths = tuple(Told(months) for months in own)
    linked = Linked(
        at=tuple(range(len(own))),
        members=members("i.all"),
        sharing=Sharing(),
        place=Place("old_age", "insured", "i"),
        lengths=(Lengths("months", lengths, lengths),),
        which=(0,) * len(own),
        before=lengths,
        own=lengths,
        minimum=(Told(12),) * len(own),
        last_days=tuple(Told(i) for i in range(len(own))),
    )
    return assess(OnePerson(Ledger()), members("alone"), [linked])


@pytest.mark.parametrize("method", ["higher_of", "independent_first", "pro_rata", "direct"])
def test_a_state_that_is_relieved_turns_nothing_into_a_lump_sum(method: str) -> None:
    found = decided(method, 8, 240)
    assert found.runs[0].unders[0].right.value is True  # with the months of both, though not with its own
    relieved, pays = found.paid
    assert (relieved.payment.value, relieved.commuted.value) == (0, 0)
    assert (pays.payment.value, pays.commuted.value) == (750, 30000)  # 250 x 12 x 10


def test_the_lump_sum_is_of_the_share_that_is_paid() -> None:
    found = decided("pro_rata", 60, 240)
    assert [(one.payment.value, one.commuted.value) for one in found.paid] == [(150, 6000), (600, 24000)]


def test_the_lump_sum_is_of_the_amount_that_is_kept() -> None:
    found = decided("higher_of", 60, 240)
    assert [one.keeps_independent.value for one in found.runs[0].dues] == [False, True]
    assert [(one.payment.value, one.commuted.value) for one in found.paid] == [(150, 6000), (750, 30000)]
