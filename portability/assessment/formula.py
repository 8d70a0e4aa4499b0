"""The amount by the formula of a State's law, before any limit: one branch for each shape."""

from __future__ import annotations

from typing import Any

from portability.assessment.stages import Member, Words
from portability.record.step import Place
from portability.rules.pension import account, accrual, bands, fixed, flat, fraction, limits, notional, points, reference


def formula(stage: Words, m: Member, here: Place, length: Any, wage: Any) -> Any:
    """The amount by the formula of the law, before any limit: the part by its shape, and a fixed part beside it."""
    if "part_years" in m.shape.parts:
        length = stage.step(accrual.counted_length, here, length=length, steps=m.given["part_years"])
    amount = _by_shape(stage, m, here, length, wage)
    if "fixed_part" not in m.shape.parts:
        return amount
    return stage.step(fixed.with_fixed_part, here, amount=amount, fixed=_fixed_part(stage, m, here, length, wage))


def _by_shape(stage: Words, m: Member, here: Place, length: Any, wage: Any) -> Any:
    shape, given = m.shape, m.given
    if "bands" in shape.parts:
        wage = stage.step(bands.banded, here, called="banded_reference", reference=wage, bands=given["bands"])
    if shape.formula == "flat":
        return stage.step(flat.flat_amount, here, amount=_amount(stage, m, here))
    if shape.formula == "accrual":
        share = stage.step(accrual.accrued_share, here, length=length, base=given["base"], tiers=given["tiers"])
        if "cap" in shape.parts:
            share = stage.step(accrual.share_capped, here, share=share, cap=given["cap"])
        return stage.step(accrual.accrued_amount, here, reference=wage, share=share)
    if shape.formula in ("fraction", "residence_fraction"):
        share = stage.step(fraction.career_fraction, here, length=length, full=given["denominator"], cap=given["cap"])
        if shape.formula == "fraction":
            return stage.step(fraction.fraction_of_wage, here, reference=wage, share=share)
        return stage.step(fraction.fraction_of_amount, here, amount=_amount(stage, m, here), share=share)
    if shape.formula == "bands":
        return stage.step(bands.banded, here, reference=wage, bands=given["bands"])
    if shape.formula == "points":
        return _of_points(stage, m, here, length)
    if shape.formula == "notional":
        balance = stage.step(
            notional.balance_of_length, here, balance=_balance(stage, m, here), length=length, own=given["own_amount"]
        )
        return stage.step(account.account_pension, here, balance=balance, divisor=given["divisor"])
    if shape.formula == "account":
        return _of_account(stage, m, here)
    return given["formula_unknown"]


def _of_account(stage: Words, m: Member, here: Place) -> Any:
    """The balance, which is paid at once, or what it gives by the month once a share of it has been."""
    shape, given = m.shape, m.given
    balance = given["balance"]
    if "balance_once" in shape.parts:
        return balance
    if "at_once" in shape.parts:
        once = stage.step(account.paid_at_once, here, balance=balance, at_once=given["commuted_share"])
        balance = stage.step(account.left_in_account, here, balance=balance, once=once)
    return stage.step(account.account_pension, here, balance=balance, divisor=given["divisor"])


def _amount(stage: Words, m: Member, here: Place) -> Any:
    shape, given = m.shape, m.given
    if "amount_share" not in shape.parts:
        return given["amount"]
    return stage.step(
        limits.share_of_figure, here, called="amount_share_of", figure=given["amount_of"], share=given["amount_share"]
    )


def _fixed_part(stage: Words, m: Member, here: Place, length: Any, wage: Any) -> Any:
    """The fixed part: an amount, or a share of another figure or of the reference earnings; whole, or by the length."""
    shape, given = m.shape, m.given
    if "fixed_part_share" in shape.parts:
        figure = wage if "fixed_part_of_reference" in shape.parts else given["fixed_part_of"]
        amount = stage.step(
            limits.share_of_figure, here, called="fixed_part_share_of", figure=figure, share=given["fixed_part_share"]
        )
    else:
        amount = given["fixed_part"]
    if "fixed_over" not in shape.parts:
        return amount
    return stage.step(fixed.fixed_part, here, amount=amount, length=length, over=given["fixed_over"])


def _insured_earnings(stage: Words, m: Member, here: Place) -> Any:
    """The earnings that make points or contributions: up to the ceiling of their time."""
    earnings = m.given["earnings"]
    if "ceiling" not in m.shape.parts:
        return earnings
    return stage.step(
        reference.within_ceiling, here, called="insured_earnings", earnings=earnings, ceilings=m.given["ceilings"]
    )


def _of_points(stage: Words, m: Member, here: Place, length: Any) -> Any:
    """Points, stated by the institution or earned, times their value."""
    shape, given = m.shape, m.given
    found = given["points"]
    if "points_earned" in shape.parts and "points_stated" not in shape.parts:
        earnings = _insured_earnings(stage, m, here)
        found = stage.step(points.points_earned, here, earnings=earnings, points_per_unit=given["points_per_unit"])
        if "points_rounded" in shape.parts:
            found = stage.step(points.points_rounded, here, points=found, rounding=given["points_rounding"])
    if "points_of_a_year" in shape.parts and "points_stated" in shape.parts:
        years = stage.step(points.years_counted, here, length=length, year=given["year"])
        found = stage.step(points.points_of_years, here, points=found, years=years)
    else:
        found = stage.step(points.points_of_length, here, points=found, length=length, own=given["own_amount"])
    value = given["point_value"] if "point_value_share" not in shape.parts else stage.step(
        limits.share_of_figure,
        here,
        called="point_value_share_of",
        figure=given["point_value_of"],
        share=given["point_value_share"],
    )
    return stage.step(
        points.points_pension,
        here,
        points=found,
        value=value,
        access_factor=given["access_factor"],
        type_factor=given["type_factor"],
    )


def _balance(stage: Words, m: Member, here: Place) -> Any:
    """The balance of a notional account: as stated, or as the contributions on record make it."""
    shape, given = m.shape, m.given
    if "balance_of_contributions" not in shape.parts:
        return given["balance"]
    return stage.step(
        notional.notional_balance,
        here,
        earnings=_insured_earnings(stage, m, here),
        rates=given["contribution_rates"],
        factors=given["indexing"],
    )
