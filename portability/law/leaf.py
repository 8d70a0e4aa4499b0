"""A leaf: one figure of a law that decides something, with the article that says so and how well that is known.

A leaf says exactly one thing: what the figure is; or that it is not known, and why; or that nobody found one; or, in a
list of dated leaves, that it was repealed. What it says beside that (`reading`, `known_to` ...) is the same for all.
"""

import datetime
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationInfo, model_validator

from portability.law.values import Age as AgeText
from portability.law.values import Coin, Length, Money, Number, PartOf, Share, Text
from portability.law.words import MissingDay, Part, PeriodKind, ResidenceStatus, Standing, Unit

T = TypeVar("T")
NOTHING = ("unknown", "none_known", "repealed")


class Strict(BaseModel):
    """A table of a law file: only the keys named here, only the kinds of value named here."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _remember(cls, data: Any, info: ValidationInfo) -> Any:
        """Keep which table was read as which kind, so that a fault can name the known words of the very place."""
        if info.context is not None and isinstance(data, dict):
            info.context.setdefault(id(data), cls)
        return data

    @classmethod
    def known(cls) -> list[str]:
        """The keys this table may have, as a law file writes them."""
        return [field.alias or name for name, field in cls.model_fields.items()]


class Cited(Strict):
    """What stands beside anything taken from a law: where it is written, and how well that is known.

    `reading` and `other_reading` name both readings of a text that admits two; the first is the one taken.
    """

    cites: Text
    standing: Standing
    source: Text | None = None
    note: Text | None = None
    reason: Text | None = None
    reading: Text | None = None
    other_reading: Text | None = None
    verified: Text | None = None


class Leaf(Cited):
    """One figure of a law. `CONTENT`: the keys that say what the figure is, one of them, but for those that may stand
    `TOGETHER`; `NEEDS`: what must stand beside them; `DATED`: the key that says from when it holds, where it stands in a list."""

    CONTENT: ClassVar[tuple[str, ...]] = ("is",)
    TOGETHER: ClassVar[tuple[str, ...]] = ()
    NEEDS: ClassVar[tuple[str, ...]] = ()
    DATED: ClassVar[str] = "from"

    known_to: datetime.date | None = None
    from_: datetime.date | None = Field(None, alias="from")
    published: datetime.date | None = None
    unknown: Text | None = None
    none_known: Text | None = None
    repealed: Text | None = None


class Fixed(Leaf, Generic[T]):
    """A leaf whose figure is one value: `is = ...`."""

    is_: T | None = Field(None, alias="is")


class Qualifying(Fixed[Length]):
    """The length of periods the law asks before a right opens, and the kinds of period that count for it."""

    kinds: list[PeriodKind] | None = None


class Reduced(Fixed[Length]):
    """A lower tier: from this length on, `factor` of the pension; `minimum`: whether the minimum applies."""

    NEEDS: ClassVar[tuple[str, ...]] = ("factor", "minimum")

    factor: Share | None = None
    minimum: bool | None = None


class AgeRow(Strict):
    """The age of one cohort: of those born, or first insured in the scheme, before a day; without a day, of all others."""

    born_before: datetime.date | None = None
    insured_before: datetime.date | None = None
    is_: AgeText | None = Field(None, alias="is")
    F: AgeText | None = None
    M: AgeText | None = None


class Age(Fixed[AgeText]):
    """The age at which the right opens: the same for all (`is`), by sex (`F`, `M`), or by cohort (`rows`: the first that
    fits holds); `missing_day`: 29 February."""

    CONTENT: ClassVar[tuple[str, ...]] = ("is", "F", "M", "rows")
    NEEDS: ClassVar[tuple[str, ...]] = ("missing_day",)

    F: AgeText | None = None
    M: AgeText | None = None
    rows: Annotated[list[AgeRow], Field(min_length=1)] | None = None
    missing_day: MissingDay | None = None


class Counts(Leaf):
    """The unit a scheme counts in, and how a dated period becomes such units.

    `any_day`: each calendar unit touched counts; `proportional`: by days; `complete`: only units wholly covered.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("unit",)
    NEEDS: ClassVar[tuple[str, ...]] = ("part",)

    unit: Unit | None = None
    part: Part | None = None
    day_system: int | None = Field(None, ge=5, le=7)


class ResidenceLength(Fixed[Length]):
    """The length of residence a right asks, counted from an age on where the law says so; `under_age`: asked only of
    those who have not reached that age. `immediately`: how much of it must precede the claim without a gap; `as_status`:
    the only statuses under which residence counts."""

    after_age: AgeText | None = None
    under_age: AgeText | None = None
    immediately: Length | None = None
    as_status: list[ResidenceStatus] | None = None


class RoundingRule(Leaf):
    """How an amount is rounded: to which unit of money, which way, and at which point."""

    CONTENT: ClassVar[tuple[str, ...]] = ("unit",)
    NEEDS: ClassVar[tuple[str, ...]] = ("way", "at")

    unit: Coin | None = None
    way: Literal["half_up", "half_even", "up", "down"] | None = None
    at: Literal["payment", "theoretical"] | None = None


class Payments(Fixed[Annotated[int, Field(ge=1, le=366)]]):
    """How many payments a year: each the amount of a `month`, or each an equal part of the amount of a `year`."""

    NEEDS: ClassVar[tuple[str, ...]] = ("of",)

    of: Literal["month", "year"] | None = None


class ReductionForPensions(Leaf):
    """A reduction of the pension because of other pensions on periods of the same person: `rate` of what they exceed `above`.

    `counts`: pensions of other States only where the law expressly says so; `amounts`: as awarded (`gross`) or after
    deductions (`net`); `divides = "proportion"`: under an agreement the law counts the pensions under it by its share only.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("rate",)
    NEEDS: ClassVar[tuple[str, ...]] = ("counts",)

    rate: PartOf | None = None
    above: Money | None = None
    counts: Annotated[list[Literal["own_pension", "foreign_pension"]], Field(min_length=1)] | None = None
    amounts: Literal["gross", "net"] | None = None
    divides: Literal["proportion"] | None = None


class ReductionForIncome(Leaf):
    """A reduction of the pension because of benefits of another kind or other income: `rate` of what exceeds `above`.

    `counts`: the kinds of income, as cases name them; `foreign`: also from other States, as the law must expressly say.
    `divides`: where an agreement divides by the number of benefits, the `income` or the `excess` over `above` is divided; a
    law that by itself counts a `proportion` only is not divided but counts by its share.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("rate",)
    NEEDS: ClassVar[tuple[str, ...]] = ("counts",)

    rate: PartOf | None = None
    above: Money | None = None
    counts: Annotated[list[Text], Field(min_length=1)] | None = None
    foreign: bool | None = None
    divides: Literal["income", "excess", "proportion"] | None = None


class Commutation(Leaf):
    """The share of a pension paid out at once: twelve months' pension times the share times the factor."""

    CONTENT: ClassVar[tuple[str, ...]] = ("share",)
    NEEDS: ClassVar[tuple[str, ...]] = ("factor",)

    share: Share | None = None
    factor: Number | None = None


def _written(value: Any) -> str:
    return "dated" if isinstance(value, list) else "one"


Dated = Annotated[Annotated[T, Tag("one")] | Annotated[list[T], Tag("dated")], Discriminator(_written)]

Lengths = Dated[Fixed[Length]]
Moneys = Dated[Fixed[Money]]
Shares = Dated[Fixed[Share]]
Texts = Dated[Fixed[Text]]
YesNo = Dated[Fixed[bool]]
