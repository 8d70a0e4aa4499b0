"""A floor: what a State guarantees to those without enough of their own, told by guarantee and by grant."""

import datetime
from typing import ClassVar, Literal

from pydantic import Field

from portability.law.leaf import (
    Age,
    Dated,
    Fixed,
    Leaf,
    Moneys,
    Payments,
    ResidenceLength,
    RoundingRule,
    Strict,
    Texts,
)
from portability.law.national import CurrencySpan, OpenReading, Regime
from portability.law.persons import Abroad, Nationalities
from portability.law.values import Age as AgeText
from portability.law.values import CurrencyCode, Length, Money, Number, Share, State, Text


class AgeSupplement(Fixed[Money]):
    """What is added to the level from an age on."""

    NEEDS: ClassVar[tuple[str, ...]] = ("age",)

    age: AgeText | None = None


class Absence(Fixed[Length]):
    """How long one may be away, and what happens then."""

    NEEDS: ClassVar[tuple[str, ...]] = ("then",)

    then: Literal["lapses", "suspended"] | None = None


class IncomeTest(Leaf):
    """How income lowers a grant: `full` x level less `taper` x income, not above the level, nothing if that is below
    `nil_below`; `counted` says whose income."""

    CONTENT: ClassVar[tuple[str, ...]] = ("full",)
    NEEDS: ClassVar[tuple[str, ...]] = ("taper", "of")

    full: Number | None = None
    taper: Share | None = None
    nil_below: Money | None = None
    of: Literal["level"] | None = None
    counted: Text | None = None


class AssetsTest(Fixed[Number | Money]):
    """The assets above which nothing is paid: an amount, or so many times the `level` or `yearly level`."""

    of: Literal["level", "yearly level"] | None = None
    counted: Text | None = None


class PensionTest(Fixed[Literal["none_received"]]):
    """A grant for those who receive no other pension; `counted` says which pensions or grants shut it out.

    Met by one who receives none at all. Of one who receives any, it is left open whether that one is meant.
    """

    counted: Text | None = None


class Grant(Regime):
    """One grant from one day on: who gets it, how much, and which income and assets count."""

    name: Text | None = None
    payer: Texts | None = None
    level: Moneys
    age_supplement: Dated[AgeSupplement] | None = None
    age: Dated[Age] | None = None
    nationality: Dated[Nationalities] | None = None
    residence: Dated[Fixed[Literal["in_state", "none"]]] | None = None
    residence_length: Dated[ResidenceLength] | None = None
    absence: Dated[Absence] | None = None
    income_test: Dated[IncomeTest] | None = None
    assets_test: Dated[AssetsTest] | None = None
    pension_test: Dated[PensionTest] | None = None
    household_scale: Texts | None = None
    set_by: Texts | None = None
    rounding: Dated[RoundingRule] | None = None
    payments: Dated[Payments] | None = None
    export: Dated[Abroad] | None = None


class Guarantee(Strict):
    """The grants under one guarantee of ILO Recommendation No. 202, each by its id."""

    model_config = Strict.model_config | {"extra": "allow"}
    __pydantic_extra__: dict[str, list[Grant]] = Field(init=False)


class FloorFile(Strict):
    """A file of `agreements/floors/`: one State. A State's own grants are told here and nowhere else."""

    format: Literal["portability.floor/1"]
    country: State
    title: Text
    currency: CurrencyCode | list[CurrencySpan]
    reviewed: datetime.date
    not_modelled: list[Text] = Field(default_factory=list)
    source: Text | None = None
    note: Text | None = None
    departs_from: list[Text] = Field(default_factory=list)
    reading: list[OpenReading] = Field(default_factory=list)
    health: Guarantee | None = None
    children: Guarantee | None = None
    active_age: Guarantee | None = None
    older_persons: Guarantee | None = None
