"""Lasting incapacity: a pension or a sum once, by the degree, and the help of another person."""

from __future__ import annotations

from typing import Any

from portability.assessment.injury.stage.between import own_part
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import invalidity, money
from portability.rules.injury import between, permanent


@frozen
class Lasting:
    """What is due for lasting incapacity: a pension by the payment, or a sum once, and what is added for help."""

    pension_right: Any
    pension: Any
    sum_right: Any
    lump_sum: Any
    attended: Any
    attendance: Any


def whole_pension(stage: Words, m: Member, here: Place, base: Any, degree: Any) -> Any:
    """The pension for total incapacity, between its own minimum and maximum."""
    given, shape = m.given, m.shape
    share = given["of_earnings"]
    if "total" in shape.parts:
        share = stage.step(permanent.share_if_total, here, degree=degree, share=share, whole=given["total_share"])
    whole = stage.step(permanent.whole_pension, here, earnings=base, share=share)
    if "pension_minimum" in shape.parts:
        whole = stage.step(permanent.whole_pension_not_below, here, amount=whole, minimum=given["pension_minimum"])
    if "pension_maximum" in shape.parts:
        whole = stage.step(permanent.whole_pension_not_above, here, amount=whole, maximum=given["pension_maximum"])
    return whole


@frozen
class OfDegree:
    """What one degree gives: whether it counts, as a pension or as a sum, and how much of either."""

    counts: Any
    as_pension: Any
    pension: Any
    lump_sum: Any
    whole: Any


def of_degree(stage: Words, m: Member, here: Place, base: Any) -> OfDegree:
    """What the degree found gives by the law; earlier injuries may help it to reach what the law asks."""
    given, shape = m.given, m.shape
    degree = given["degree"]
    together = degree
    if "earlier" in shape.parts:
        together = stage.step(between.degree_with_earlier, here, degree=degree, earlier=given["earlier"])
    if "graded" in shape.parts:
        counts = given["graded"]
    else:
        counts = stage.step(permanent.degree_counts, here, degree=together, least=given["least_degree"])
    whole, amount = given["nought"], given["nought"]
    if shape.formula != "none":
        whole = whole_pension(stage, m, here, base, degree)
        amount = _by_degree(stage, m, here, whole, degree)
    as_pension = _gives_pension(stage, m, here, together, amount)
    lump = _sum(stage, m, here, base, amount, degree)
    if "minimum" in shape.parts:
        amount = stage.step(permanent.pension_in_payment, here, amount=amount, minimum=given["minimum"])
    return OfDegree(counts, as_pension, amount, lump, whole)


def lasting(stage: Words, m: Member, here: Place, right: Any, base: Any) -> Lasting:
    """The benefits of lasting incapacity; nothing is shared with another State but a disease, where an instrument says so."""
    given = m.given
    found = of_degree(stage, m, here, base)
    if "worsened" in m.shape.parts:
        found = _worsened(stage, m, here, base, found)
    pension_right = stage.step(permanent.pension_right, here, right=right, counts=found.counts, pension=found.as_pension)
    sum_right = stage.step(permanent.sum_right, here, right=right, counts=found.counts, pension=found.as_pension)
    pension = stage.step(permanent.pension_due, here, right=pension_right, amount=found.pension)
    once = stage.step(permanent.sum_due, here, right=sum_right, amount=found.lump_sum)
    bases = {"pension": pension, "full_pension": found.whole, "earnings": base, "lump_sum": once}
    attendance = _attendance(stage, m, here, right, bases)
    once = own_part(stage, m, here, once, "part_of_sum")
    return Lasting(
        pension_right,
        paid(stage, m, here, own_part(stage, m, here, pension, "part_of_pension"), "pension_paid"),
        sum_right,
        stage.step(money.amount_due, here, called="sum_paid", amount=once, rounding=given["rounding_once"]),
        given["attended"],
        paid(stage, m, here, own_part(stage, m, here, attendance, "part_of_attendance"), "attendance_paid"),
    )


def _worsened(stage: Words, m: Member, here: Place, base: Any, after: OfDegree) -> OfDegree:
    """What a worsening adds: the law's benefits after it, less what the law would have given before."""
    given = m.given
    there = here._replace(variant=f"{here.variant}-before")
    before = Member(m.place, m.shape, {**given, "degree": given["degree_before"]})
    then = of_degree(stage, before, there, base)
    was_pension = stage.step(permanent.pension_right, there, right=given["yes"], counts=then.counts, pension=then.as_pension)
    was_sum = stage.step(permanent.sum_right, there, right=given["yes"], counts=then.counts, pension=then.as_pension)
    pension = stage.step(permanent.pension_due, there, right=was_pension, amount=then.pension)
    once = stage.step(permanent.sum_due, there, right=was_sum, amount=then.lump_sum)
    return OfDegree(
        stage.step(
            between.worse_than_before, here, counts=after.counts, degree=given["degree"], before=given["degree_before"]
        ),
        after.as_pension,
        stage.step(
            between.supplement_for_worsening, here, called="pension_for_worsening", after=after.pension, before=pension
        ),
        stage.step(between.supplement_for_worsening, here, called="sum_for_worsening", after=after.lump_sum, before=once),
        after.whole,
    )


def paid(stage: Words, m: Member, here: Place, amount: Any, called: str) -> Any:
    """Each payment of what is due by the month, rounded once."""
    given = m.given
    if "of_year" in m.shape.parts:
        amount = stage.step(
            money.payment_of_year, here, called=f"{called}_of_year", amount=amount, payments=given["payments"]
        )
    return stage.step(money.amount_due, here, called=called, amount=amount, rounding=given["rounding"])


def _by_degree(stage: Words, m: Member, here: Place, whole: Any, degree: Any) -> Any:
    given, shape = m.given, m.shape
    if shape.formula == "bands":
        degree = stage.step(invalidity.share_of_degree, here, degree=degree, bands=given["bands"])
    if shape.formula == "slopes":
        degree = stage.step(permanent.reckoned_degree, here, degree=degree, slopes=given["slopes"])
    return stage.step(permanent.pension_of_degree, here, whole=whole, degree=degree)


def _gives_pension(stage: Words, m: Member, here: Place, degree: Any, amount: Any) -> Any:
    given, shape = m.given, m.shape
    by_degree = given["no"] if shape.formula == "none" else given["yes"]
    if "threshold_above" in shape.parts:
        by_degree = stage.step(permanent.pension_above, here, degree=degree, threshold=given["threshold"])
    if "threshold_from" in shape.parts:
        by_degree = stage.step(permanent.pension_from, here, degree=degree, threshold=given["threshold"])
    if "and_below_minimum" not in shape.parts:
        return by_degree
    return stage.step(
        permanent.pension_if_worth, here, by_degree=by_degree, pension=amount, minimum=given["minimum"]
    )


def _sum(stage: Words, m: Member, here: Place, base: Any, pension: Any, degree: Any) -> Any:
    given, shape = m.given, m.shape
    if shape.otherwise == "none":
        return given["nought"]
    if shape.otherwise == "unknown":
        return given["sum_unknown"]
    of = pension if shape.otherwise == "of_pension" else base
    whole = stage.step(permanent.whole_sum, here, base=of, times=given["times"])
    if "lump_sum_minimum" in shape.parts:
        whole = stage.step(permanent.whole_sum_not_below, here, amount=whole, minimum=given["lump_sum_minimum"])
    if "lump_sum_maximum" in shape.parts:
        whole = stage.step(permanent.whole_sum_not_above, here, amount=whole, maximum=given["lump_sum_maximum"])
    if shape.otherwise != "by_degree":
        return whole
    return stage.step(permanent.sum_of_degree, here, whole=whole, degree=degree, over=given["over"])


def _attendance(stage: Words, m: Member, here: Place, right: Any, bases: dict[str, Any]) -> Any:
    given, shape = m.given, m.shape
    if "attendance" not in shape.parts:
        return given["nought"]
    amount = given["attendance"]
    if "attendance_share" in shape.parts:
        of = bases["pension"]
        for name in bases:
            if f"attendance_of_{name}" in shape.parts:
                of = bases[name]
        amount = stage.step(permanent.attendance_share, here, base=of, share=given["attendance"])
    return stage.step(permanent.attendance_due, here, right=right, needed=given["attended"], amount=amount)
