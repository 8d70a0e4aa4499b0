"""Reductions because of other benefits and incomes: by national law alone, and within what an instrument allows.

Asked before the amounts are compared. A pension is counted as it was awarded, before any reduction of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.pension import keeps_alone
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.rules import anti_overlap, comparison, money


@frozen
class Cut:
    """What the rules of a law take from one benefit, for other pensions and for other income, and what is left."""

    same_kind: Any
    different_kind: Any
    left: Any


@frozen
class Reduced:
    """Both benefits of a State under an instrument after the reductions, and what it owes then."""

    independent: Cut
    shared: Cut
    due: Any


def reduced_alone(stage: Words, members: Sequence[Any], alones: Sequence[Any]) -> tuple[tuple[Any, ...], tuple[Cut, ...]]:
    """Person stage: every pension as awarded by national law alone, and what each law leaves of its own."""
    amounts = tuple(one.independent for one in alones)
    awards = stage.each(members, awarded, amounts)
    return awards, stage.each(members, cut_alone, amounts, [awards] * len(awards))


def reduced_under(
    stage: Words, linked: Any, alones: Sequence[Any], dues: Sequence[Any], awards: Sequence[Any]
) -> tuple[Reduced, ...]:
    """Person stage: what each State owes after the reductions. `awards` are the pensions of all by national law alone."""
    under = stage.each(linked.members, awarded, [one.amount for one in dues])
    known = dict(zip(linked.at, under, strict=True))
    awards = tuple(known.get(i, award) for i, award in enumerate(awards))
    subject = stage.each(linked.members, subject_to_rule, [one.right for one in alones])
    among = stage.step(anti_overlap.benefits_subject, linked.place, subject=subject)
    size = len(dues)
    return stage.each(linked.members, reduced_state, alones, dues, [awards] * size, [among] * size)


def awarded(stage: Words, m: Member, amount: Any) -> Any:
    """State stage: a pension as the institution awards it, by the month."""
    shape, given, here = m.shape, m.given, m.place
    if "of_year" in shape.parts:
        amount = stage.step(
            money.payment_of_year, here, called="award_of_year", amount=amount, payments=given["payments"]
        )
    due = stage.step(money.amount_due, here, called="award_due", amount=amount, rounding=given["rounding"])
    return stage.step(
        money.month_of_payments, here, called="award_by_month", payment=due, payments=given["payments"]
    )


def subject_to_rule(stage: Words, m: Member, right: Any) -> Any:
    """State stage: whether the independent benefit is due and subject to a rule that counts other income."""
    if "different_kind" not in m.shape.parts:
        return m.given["no"]
    return stage.step(anti_overlap.subject_to_rule, m.place, right=right, has_rule=m.given["different_kind"])


def cut_alone(stage: Words, m: Member, amount: Any, awards: tuple[Any, ...]) -> Cut:
    """State stage: the reductions by national law alone."""
    return _cut(stage, m, "alone", amount, awards, m.given["whole"], m.given["whole"])


def reduced_state(stage: Words, m: Member, alone: Any, due: Any, awards: tuple[Any, ...], among: Any) -> Reduced:
    """State stage: both benefits after the reductions that the instrument allows, and which of them is due."""
    shape, here = m.shape, m.place
    independent = _cut(stage, m, "independent", alone.independent, awards, due.share, among)
    shared = _cut(stage, m, "shared", due.shared, awards, due.share, among)
    if not shape.parts & RULES:
        return Reduced(independent, shared, due)
    keeps, rule = due.keeps_independent, comparison.first_amount
    if shape.method == "higher_of":
        rule = comparison.higher_amount
        keeps = keeps_alone(
            stage, m, KEEPS, alone.right, independent.left, shared.left, due.increment
        )
    if "increment_after" in shape.parts:
        rule = comparison.first_amount
    amount = stage.step(
        rule, here, called="due_after_reduction", keeps=keeps, independent=independent.left, pro_rata=shared.left
    )
    return Reduced(independent, shared, replace(due, keeps_independent=keeps, amount=amount))


KEEPS = ("keeps_after_reduction", "compared_after_reduction")

RULES = frozenset({"same_kind", "different_kind"})
"""The parts of a shape that say that its law reduces for other pensions, or for other income."""


def _cut(stage: Words, m: Member, of: str, amount: Any, awards: tuple[Any, ...], share: Any, among: Any) -> Cut:
    same = _for_pensions(stage, m, of, amount, awards, share)
    other = _for_income(stage, m, of, amount, share, among)
    left = amount
    if "same_kind" in m.shape.parts:
        left = stage.step(
            anti_overlap.after_reduction, m.place, called=f"left_same_kind_{of}", benefit=left, reduction=same
        )
    if "different_kind" in m.shape.parts:
        left = stage.step(
            anti_overlap.after_reduction, m.place, called=f"left_different_kind_{of}", benefit=left, reduction=other
        )
    return Cut(same, other, left)


def _for_pensions(stage: Words, m: Member, of: str, amount: Any, awards: tuple[Any, ...], share: Any) -> Any:
    """The reduction of one benefit because of other pensions on the periods of the same person."""
    shape, given, here = m.shape, m.given, m.place
    if "same_kind" not in shape.parts or f"same_kind_not_on_{of}" in shape.parts:
        return given["nought"]
    others = {"amounts": awards, "rates": given["rates"], "counted": given["same_kind_counts"]}
    if f"same_kind_proportion_{of}" in shape.parts:
        counted = stage.step(
            anti_overlap.counted_in_proportion, here, called=f"pensions_{of}", linked=given["linked"], share=share, **others
        )
    else:
        counted = stage.step(anti_overlap.counted_pensions, here, called=f"pensions_{of}", **others)
    if "same_kind_net" in shape.parts:
        kept = given["kept_after_deductions"]
        counted = stage.step(anti_overlap.after_deductions, here, called=f"net_{of}", amount=counted, kept=kept)
    reduction = _reduction(stage, m, "same_kind", of, amount, _above(stage, m, "same_kind", of, counted))
    if f"same_kind_listed_{of}" in shape.parts:
        return stage.step(
            anti_overlap.rule_allowed, here, called=f"same_kind_allowed_{of}", allowed=given["listed"], reduction=reduction
        )
    return reduction


def _for_income(stage: Words, m: Member, of: str, amount: Any, share: Any, among: Any) -> Any:
    """The reduction of one benefit because of benefits of another kind and of other income."""
    shape, given, here = m.shape, m.given, m.place
    if "different_kind" not in shape.parts or f"different_kind_not_on_{of}" in shape.parts:
        return given["nought"]
    counted = stage.step(anti_overlap.income_together, here, called=f"income_{of}", incomes=given["incomes"])
    free = given["different_kind_free"]
    if f"different_kind_prorated_{of}" in shape.parts:
        counted = stage.step(anti_overlap.in_proportion, here, called=f"income_share_{of}", amount=counted, share=share)
        free = stage.step(anti_overlap.in_proportion, here, called=f"free_share_{of}", amount=free, share=share)
    if f"different_kind_divided_{of}" in shape.parts:
        counted = stage.step(anti_overlap.divided, here, called=f"income_divided_{of}", amount=counted, benefits=among)
    over = stage.step(anti_overlap.counted_above, here, called=f"income_above_{of}", counted=counted, free=free)
    if f"different_kind_excess_divided_{of}" in shape.parts:
        over = stage.step(anti_overlap.divided, here, called=f"excess_divided_{of}", amount=over, benefits=among)
    return _reduction(stage, m, "different_kind", of, amount, over)


def _above(stage: Words, m: Member, kind: str, of: str, counted: Any) -> Any:
    free = m.given[f"{kind}_free"]
    return stage.step(anti_overlap.counted_above, m.place, called=f"{kind}_above_{of}", counted=counted, free=free)


def _reduction(stage: Words, m: Member, kind: str, of: str, amount: Any, over: Any) -> Any:
    rate = m.given[f"{kind}_rate"]
    return stage.step(
        anti_overlap.reduced_by, m.place, called=f"{kind}_reduction_{of}", over=over, rate=rate, benefit=amount
    )
