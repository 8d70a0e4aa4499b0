"""The order of a grant: its level, what is counted, whether it is open, what is paid, and the gap to the level.

The same text serves one person and the rows of a population; what a law has shows in its shape.
"""

from __future__ import annotations

from typing import Any

from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import guarantee
from portability.rules import money as payment


@frozen
class Granted:
    """What a State's grant comes to for one person: told values by name."""

    level: Any
    income: Any
    opens: Any
    due: Any
    gap: Any


def granted(stage: Words, m: Member) -> Granted:
    """State stage: one grant for one person on one day, after all that is received has been counted."""
    here = m.place
    level = _level(stage, m, here)
    income = _income(stage, m, here)
    opens = _opens(stage, m, here, level, income)
    grant = _after_income(stage, m, here, level, income)
    due = stage.step(guarantee.grant_due, here, opens=opens, grant=grant, supplement=_supplement(stage, m, here))
    rounded = stage.step(payment.amount_due, here, amount=due, rounding=m.given["rounding"])
    gap = stage.step(guarantee.floor_gap, here, level=level, income=income)
    return Granted(level, income, opens, rounded, gap)


def _level(stage: Words, m: Member, here: Place) -> Any:
    """The level of one person, or of the household by its scale."""
    shape, given = m.shape, m.given
    if "household_scale" not in shape.parts:
        return given["level"]
    names = ("couple", "adults", "children", "single", "pair", "adult", "child")
    scale = stage.step(guarantee.household_scale, here, **{name: given[name] for name in names})
    return stage.step(guarantee.level_of_household, here, level=given["level"], scale=scale)


def _income(stage: Words, m: Member, here: Place) -> Any:
    """What the law counts: the person's own income, or a share of what both spouses have."""
    shape, given, rule = m.shape, m.given, guarantee.income_counted
    income = stage.step(rule, here, incomes=given["incomes"])
    if "joint_income" not in shape.parts:
        return income
    other = stage.step(rule, here, called="income_of_spouse", incomes=given["incomes_of_spouse"])
    return stage.step(
        guarantee.income_of_couple, here, own=income, other=other, couple=given["couple"], share=given["share_of_each"]
    )


def _opens(stage: Words, m: Member, here: Place, level: Any, income: Any) -> Any:
    """Whether every condition of the grant is met."""
    shape, given = m.shape, m.given
    opens = stage.step(
        guarantee.grant_open,
        here,
        age=given["age"],
        status=given["status"],
        residence=given["residence"],
        assets=_assets(stage, m, here, level),
        pensions=given["pensions"],
    )
    if "income_limit" in shape.parts:
        counted, limit = _counted(stage, m, here, income), _income_limit(stage, m, here, level)
        within = stage.step(guarantee.income_within, here, income=counted, limit=limit)
        opens = stage.step(guarantee.grant_within_means, here, opens=opens, within=within)
    if "incapacity" in shape.parts:
        opens = stage.step(guarantee.grant_for_incapacity, here, opens=opens, incapacity=given["incapacity"])
    if "asks" in shape.parts:
        opens = stage.step(guarantee.grant_as_asked, here, opens=opens, more=given["asks"])
    return opens


def _income_limit(stage: Words, m: Member, here: Place, level: Any) -> Any:
    """The income above which nothing is paid: an amount, or the multiple of the level for one person or for a couple."""
    shape, given = m.shape, m.given
    if "income_amount" in shape.parts:
        return given["income_amount"]
    times = stage.step(
        guarantee.limit_of_couple,
        here,
        called="income_times",
        couple=given["couple"],
        single=given["limit"],
        pair=given["limit_of_couple"],
    )
    return stage.step(guarantee.income_limit, here, level=level, times=times)


def _counted(stage: Words, m: Member, here: Place, income: Any) -> Any:
    """The income held against a limit: that of the person, or of who has the care of a child."""
    shape, given = m.shape, m.given
    if "income_of_others" not in shape.parts:
        return income
    return stage.step(guarantee.income_counted, here, called="income_of_caregiver", incomes=given["incomes_of_others"])


def _assets(stage: Words, m: Member, here: Place, level: Any) -> Any:
    """Whether what is owned stays within what the law allows."""
    shape, given, rule = m.shape, m.given, guarantee.assets_counted
    if "assets" not in shape.parts:
        return given["no_test"]
    assets = stage.step(rule, here, assets=given["assets"])
    if "assets_amount" in shape.parts:
        return stage.step(guarantee.assets_within, here, assets=assets, limit=given["assets_amount"])
    times = given["assets_times"]
    if "joint_assets" in shape.parts:
        other = stage.step(rule, here, called="assets_of_spouse", assets=given["assets_of_spouse"])
        assets = stage.step(guarantee.assets_of_couple, here, own=assets, other=other, couple=given["couple"])
        times = stage.step(
            guarantee.limit_of_couple,
            here,
            called="assets_times",
            couple=given["couple"],
            single=times,
            pair=given["assets_times_of_couple"],
        )
    limit = stage.step(guarantee.assets_limit, here, level=level, times=times)
    return stage.step(guarantee.assets_within, here, assets=assets, limit=limit)


def _after_income(stage: Words, m: Member, here: Place, level: Any, income: Any) -> Any:
    """What income leaves of the grant."""
    shape, given = m.shape, m.given
    if "income_test" not in shape.parts:
        return level
    grant = stage.step(
        guarantee.grant_after_income, here, level=level, income=income, full=given["full"], taper=given["taper"]
    )
    return stage.step(guarantee.grant_if_worth, here, grant=grant, least=given["least"])


def _supplement(stage: Words, m: Member, here: Place) -> Any:
    """What is added from an age on."""
    if "age_supplement" not in m.shape.parts:
        return m.given["nought"]
    return stage.step(
        guarantee.supplement_at_age, here, reached=m.given["supplement_reached"], supplement=m.given["supplement"]
    )
