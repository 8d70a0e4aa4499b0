"""The shapes of formulas a national law may name, and the parameters each shape asks.

A parameter stands inside the formula. `amount` and `accrual`, which change most, may stand beside it as leaves of their
own where they have dates, an article of their own, or are unknown: `formula = { shape = "flat", ... }` with
`amount = [ ... ]` beside it.
"""

from typing import ClassVar, Literal, NamedTuple

from portability.law.leaf import Leaf, Strict
from portability.law.values import Length, Money, Number, Rate, Share, Text


class Shape(NamedTuple):
    """What one shape asks: parameters it needs, and parameters it may have."""

    needs: tuple[str, ...]
    may: tuple[str, ...] = ()


FORMULAS = {
    "flat": Shape(("amount",)),
    "accrual": Shape(("accrual", "on"), ("base", "base_length", "tiers", "cap", "part_years")),
    "fraction": Shape(("denominator", "on"), ("cap",)),
    "residence_fraction": Shape(("amount", "full"), ("cap",)),
    "account": Shape((), ("divisor", "at_once")),
}
INSTEAD = {
    "refund": Shape(("share", "of"), ("interest",)),
    "per_month": Shape(("factor", "on"), ("reference", "steps")),
    "of_pension": Shape(("factor",)),
    "allowance": Shape(("share", "on"), ("reference", "least")),
    "balance": Shape(()),
}
BESIDE = ("amount", "accrual")


class NotFound(Strict):
    """A parameter that nobody found: `{ unknown = "why" }`."""

    unknown: Text


class Tier(Strict):
    """The accrual of the length above a threshold, in place of the accrual below it."""

    above: Length
    accrual: Rate


class Formula(Leaf):
    """How a pension is reckoned: a shape and its parameters. All amounts are a month's, before payments a year.

    `flat`: the amount. `accrual`: reference x (base for the first base_length, then accrual for each further year, a
    tier's accrual for what lies above its threshold), not above cap. `fraction`: reference x length / denominator, not
    above cap. `residence_fraction`: amount x length / full, not above cap, which is the whole where none is told.
    `account`: the balance at once, or balance / divisor a month; where a share is paid `at_once`, that of it, and the rest
    by the month. `part_years`: months of a year begun count `exact`,
    as a `half` once six are full, or not at all (`complete`).
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("shape",)

    shape: Literal["flat", "accrual", "fraction", "residence_fraction", "account"] | None = None
    on: Literal["reference"] | None = None
    amount: Money | None = None
    base: Share | None = None
    base_length: Length | None = None
    accrual: Rate | None = None
    tiers: list[Tier] | None = None
    cap: Share | None = None
    part_years: Literal["exact", "half", "complete"] | None = None
    denominator: Length | None = None
    full: Length | None = None
    divisor: Number | None = None
    at_once: Share | None = None


class OwnReference(Strict):
    """Reference earnings of a sum paid once, where they differ from the pension's: the last ones over a length, or the final."""

    method: Literal["last", "final"]
    length: Length | None = None


class Instead(Leaf):
    """What is paid once where the qualifying period is not met, from the length `qualifying` on.

    `refund`: share of the contributions, on earnings up to the ceiling, with interest if the law gives any. `per_month`:
    reference x factor x months, in whole `steps` where it says so. `of_pension`: so many times the month's pension of the
    same length. `allowance`: paid by the month, share x reference, and not below `least`. `balance`: that of the account.
    `asks`: a further condition in words, which no case tells: the right is then left open.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("shape",)
    NEEDS: ClassVar[tuple[str, ...]] = ("form", "qualifying")

    form: Literal["lump_sum", "refund", "account", "allowance"] | None = None
    qualifying: Length | None = None
    asks: Text | None = None
    shape: Literal["refund", "per_month", "of_pension", "allowance", "balance"] | None = None
    on: Literal["reference"] | None = None
    reference: OwnReference | None = None
    share: Share | NotFound | None = None
    of: Literal["contributions"] | None = None
    interest: Rate | NotFound | None = None
    factor: Share | None = None
    steps: Length | None = None
    least: Money | NotFound | None = None


class Reference(Leaf):
    """The reference earnings: the `last` or `best` length of earnings (best: found within a last length), the whole
    `career`, or the `final` earnings. Lengths in months or years."""

    CONTENT: ClassVar[tuple[str, ...]] = ("method",)

    method: Literal["last", "best", "career", "final"] | None = None
    length: Length | None = None
    within: Length | None = None
