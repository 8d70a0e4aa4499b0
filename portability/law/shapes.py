"""The shapes of formulas a national law may name, and the parameters each shape asks.

A parameter stands inside the formula. `amount`, `accrual`, `point_value` and `divisors`, which change most, may stand
beside it as leaves of their own where they have dates, an article of their own, or are unknown:
`formula = { shape = "flat", ... }` with `amount = [ ... ]` beside it. So may a `fixed_part`, which is added to any formula.
"""

from itertools import pairwise
from typing import Any, ClassVar, Literal, NamedTuple

from pydantic import Field

from portability.law.amounts import AverageRounding, LengthRounding, PointRounding
from portability.law.leaf import Leaf, Strict
from portability.law.values import Length, Money, Number, Positive, Rate, SeriesId, Share, Step, Text, parts


class Shape(NamedTuple):
    """What one shape asks: parameters it needs, and parameters it may have."""

    needs: tuple[str, ...]
    may: tuple[str, ...] = ()


FORMULAS = {
    "flat": Shape(("amount",)),
    "accrual": Shape(("accrual", "on"), ("base", "base_length", "tiers", "cap", "part_years", "bands")),
    "fraction": Shape(("denominator", "on"), ("cap", "part_years", "bands")),
    "residence_fraction": Shape(("amount", "full"), ("cap", "part_years")),
    "bands": Shape(("bands", "on")),
    "points": Shape(
        ("point_value",), ("average", "stated_as", "year", "part_years", "rounded", "access_factor", "type_factor")
    ),
    "notional": Shape(("divisors",), ("indexed", "to")),
    "account": Shape((), ("divisor", "divisors", "at_once")),
}
INSTEAD = {
    "refund": Shape(("share", "of"), ("interest",)),
    "per_month": Shape(("factor", "on"), ("reference", "steps")),
    "of_pension": Shape(("factor",)),
    "allowance": Shape(("share", "on"), ("reference", "least")),
    "balance": Shape(()),
}
BESIDE = ("amount", "accrual", "point_value", "divisors")


class NotFound(Strict):
    """A parameter that nobody found: `{ unknown = "why" }`."""

    unknown: Text


class Tier(Strict):
    """The accrual of the length above a threshold, in place of the accrual below it."""

    above: Length
    accrual: Rate


class Band(Strict):
    """The rate on the part of the reference earnings in a band, up to an amount; the last band has no end."""

    to: Money | None = None
    rate: Share


class Formula(Leaf):
    """How a pension is reckoned: a shape and its parameters. All amounts are a month's, before payments a year.

    `flat`: the amount. `accrual`: reference x (base for the first base_length, then accrual for each further year, a
    tier's accrual for what lies above its threshold), not above cap. `fraction`: reference x length / denominator, not
    above cap. `residence_fraction`: amount x length / full, not above cap, which is the whole where none is told.
    `bands`: each band's rate on the part of the reference that lies in it; beside another formula, what it takes for
    the reference. `points`: points x point_value x access_factor x type_factor; points are each year's earnings over that
    year's `average` (a series), or stated by the institution, as a `total` or as the average `of_a_year`. `notional`:
    contributions (contribution_rate x earnings) raised by the series `indexed`, or the balance stated, over the divisor of
    the age. `account`: the balance at once, or balance / divisor a month; where a
    share is paid `at_once`, that of it, and the rest by the month.

    `part_years`: months of a year begun count `exact`, as a `half` once six are full, or not at all (`complete`); or how
    the length is rounded. `year`: how much of the unit counted makes a year of `of_a_year`, as "365 days".
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("shape",)

    shape: (
        Literal["flat", "accrual", "fraction", "residence_fraction", "bands", "points", "notional", "account"] | None
    ) = None
    on: Literal["reference"] | None = None
    amount: Money | None = None
    base: Share | None = None
    base_length: Length | None = None
    accrual: Rate | None = None
    tiers: list[Tier] | None = None
    cap: Share | None = None
    part_years: Literal["exact", "half", "complete"] | LengthRounding | None = None
    denominator: Length | None = None
    full: Length | None = None
    bands: list[Band] | None = Field(None, min_length=1)
    point_value: Money | None = None
    average: SeriesId | None = None
    stated_as: Literal["total", "of_a_year"] | None = None
    year: Length | None = None
    rounded: PointRounding | None = None
    access_factor: Number | None = None
    type_factor: Number | None = None
    indexed: SeriesId | None = None
    to: Literal["year_of_claim", "year_before"] | None = None
    divisor: Positive | None = None
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
    steps: Step | None = None
    least: Money | NotFound | None = None


class Reference(Leaf):
    """The reference earnings: the `last` or `best` length of earnings (best: found within a last length), the whole
    `career`, or the `final` earnings. Lengths in months or years.

    `revalued`: each year's earnings are multiplied by the figure of a series for the year `to` over that for their own
    year; earnings of the year `to` and later stay as they are. `capped`: ceilings hold `before` that (as where nothing is
    told), each that of its own time, or `after` it, all that of the day. `rounded`: how the average is rounded.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("method",)

    method: Literal["last", "best", "career", "final"] | None = None
    length: Length | None = None
    within: Length | None = None
    revalued: SeriesId | None = None
    to: Literal["year_of_claim", "year_before"] | None = None
    capped: Literal["before", "after"] | None = None
    rounded: AverageRounding | None = None


def bend_faults(leaf: Any) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Bands of earnings run upwards, and the last alone has no end.

    >>> bend_faults({"bands": [{"to": "9 XTS", "rate": "90 %"}, {"to": "5 XTS", "rate": "10 %"}]})[0][1]
    'the band to "5 XTS" comes after that to "9 XTS"'
    >>> bend_faults({"bands": [{"to": "9 XTS", "rate": "90 %"}]})[0][1]
    'the last band ends at "9 XTS"'
    """
    written = leaf.get("bands") if isinstance(leaf, dict) else None
    rows = written if isinstance(written, list) and all(isinstance(row, dict) for row in written) else []
    found: list[tuple[tuple[str | int, ...], str, str]] = []
    for place, (one, other) in enumerate(pairwise(rows)):
        low, high = (parts(str(row.get("to"))) for row in (one, other))
        if "to" not in one:
            found.append((("bands", place), "this band has no end, and others come after it", 'Say where it ends: to = "..."'))
        elif low is not None and high is not None and high.value <= low.value:
            what = f'the band to "{other["to"]}" comes after that to "{one["to"]}"'
            found.append((("bands", place + 1, "to"), what, "Put the lowest first, each end once"))
    if rows and "to" in rows[-1]:
        what = f'the last band ends at "{rows[-1]["to"]}"'
        remedy = 'Leave out its "to"; where nothing counts above it, add a band of "0 %"'
        found.append((("bands", len(rows) - 1, "to"), what, remedy))
    return found
