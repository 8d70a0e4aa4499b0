"""A national law: schemes, and for each scheme and branch its regimes in time."""

import datetime
from typing import Any, Literal

from pydantic import Field

from portability.law.conditions import Deferred, Early, Further, PerChild, Unclaimed
from portability.law.leaf import (
    Age,
    Cited,
    Commutation,
    Counts,
    Dated,
    Fixed,
    Leaf,
    Lengths,
    Moneys,
    Payments,
    Qualifying,
    Reduced,
    ReductionForIncome,
    ReductionForPensions,
    ResidenceLength,
    RoundingRule,
    Shares,
    Strict,
    Texts,
)
from portability.law.shapes import Formula, Instead, Reference
from portability.law.values import Age as AgeText
from portability.law.values import CurrencyCode, Key, Length, Money, Number, Rate, State, Text
from portability.law.words import Branch, Depth, Export, PeriodKind, ResidenceStatus, SchemeClass, Standing


class CurrencySpan(Strict):
    """A currency of the State and the days it was legal tender; `per_old`: how many old units made one of it."""

    cites: Text | None = None
    standing: Standing | None = None
    source: Text | None = None
    note: Text | None = None
    reason: Text | None = None
    code: CurrencyCode
    from_: datetime.date = Field(alias="from")
    to: datetime.date | None = None
    per_old: Number | None = None


class OpenReading(Strict):
    """A point the law leaves open: the reading taken, the other one, and why."""

    point: Text
    reading: Text
    other_reading: Text
    reason: Text
    cites: Text
    source: Text | None = None
    standing: Literal["assumed"]


class Scheme(Strict):
    """A scheme: what it is called, who runs it, which class it belongs to, which branches it covers."""

    name: Text
    institution: Text
    class_: SchemeClass = Field(alias="class")
    branches: list[Branch] = Field(min_length=1)
    note: Text | None = None


class NoScheme(Cited):
    """Branches for which a State has no scheme that counts periods, so that work there is added nowhere."""

    branches: list[Branch] = Field(min_length=1)


class Limit(Fixed[Money]):
    """A minimum or maximum of the pension; `on`: of what is left `after_commutation`, where the law says so."""

    on: Literal["after_commutation"] | None = None


class Credits(Fixed[Length]):
    """Time a law credits to those of an age on a day, told in words; a case enters it as an assimilated period."""

    rule: Text | None = None
    on: datetime.date | None = None
    above_age: AgeText | None = None


class Regime(Strict):
    """The rules of one branch of one scheme from one day on, `until` a day (inclusive) or until the next regime."""

    from_: datetime.date = Field(alias="from")
    until: datetime.date | None = None
    published: datetime.date | None = None
    end_published: datetime.date | None = None
    source: Text
    note: Text | None = None
    not_modelled: list[Text] | None = None


class OldAge(Regime):
    """Old age: when the right opens, how the pension is reckoned, how it is paid.

    Left out: `reduced`, `any_age`, `further`, `alternative`, `registered`, `early`, `deferred`, `on_leaving`, `minimum`,
    `maximum`, `ceiling`, `commutation`, `otherwise` = the law has none; `registered`: time since the first insured day;
    `payments` = twelve of a month; `nationality`, `residence` = no condition; `export` = the file does not say.
    """

    qualifying: Dated[Qualifying]
    reduced: Dated[Reduced] | None = None
    any_age: Lengths | None = None
    further: Dated[Further] | None = None
    alternative: Dated[Further] | None = None
    registered: Lengths | None = None
    age: Dated[Age]
    age_per_child: Dated[PerChild] | None = None
    early: Dated[Early] | None = None
    deferred: Dated[Deferred] | None = None
    on_leaving: Lengths | None = None
    unclaimed: Dated[Unclaimed] | None = None
    counts: Dated[Counts]
    credits: Dated[Credits] | None = None
    kinds_for_amount: Dated[Fixed[list[PeriodKind]]] | None = None
    full_career: Lengths | None = None
    nationality: Dated[Fixed[list[Literal["any"] | ResidenceStatus]]] | None = None
    residence: Dated[Fixed[Literal["in_state", "none"]]] | None = None
    residence_length: Dated[ResidenceLength] | None = None
    reference: Dated[Reference] | None = None
    ceiling: Moneys | None = None
    formula: Dated[Formula]
    amount: Moneys | None = None
    accrual: Dated[Fixed[Rate]] | None = None
    minimum: Dated[Limit] | None = None
    maximum: Dated[Limit] | None = None
    rounding: Dated[RoundingRule] | None = None
    payments: Dated[Payments] | None = None
    commutation: Dated[Commutation] | None = None
    reduction_same_kind: Dated[ReductionForPensions] | None = None
    reduction_different_kind: Dated[ReductionForIncome] | None = None
    otherwise: Dated[Instead] | None = None
    otherwise_below: Dated[Instead] | None = None
    contribution_rate: Shares | None = None
    export: Dated[Fixed[Export]] | None = None
    indexation: Texts | None = None


class AnyLeaf(Leaf):
    """A leaf of a branch whose keys are not settled yet: cited and with its standing, its content free."""

    model_config = Leaf.model_config | {"extra": "allow"}
    CONTENT = ()


class OtherBranch(Regime):
    """A branch other than old age: any cited leaf, until its keys are settled."""

    model_config = Regime.model_config | {"extra": "allow"}
    __pydantic_extra__: dict[str, Dated[AnyLeaf]] = Field(init=False)


class Branches(Strict):
    """The regimes of one scheme, branch by branch."""

    old_age: list[OldAge] | None = None
    invalidity: list[OtherBranch] | None = None
    survivors: list[OtherBranch] | None = None
    employment_injury: list[OtherBranch] | None = None
    sickness: list[OtherBranch] | None = None
    maternity: list[OtherBranch] | None = None
    medical_care: list[OtherBranch] | None = None
    unemployment: list[OtherBranch] | None = None
    family: list[OtherBranch] | None = None
    death_grant: list[OtherBranch] | None = None


class NationalFile(Strict):
    """A file of `agreements/national/`: one State. Beside the keys named here, one table for each scheme."""

    model_config = Strict.model_config | {"extra": "allow"}
    __pydantic_extra__: dict[str, Branches] = Field(init=False)

    format: Literal["portability.national/1"]
    country: State
    title: Text
    currency: CurrencyCode | list[CurrencySpan]
    reviewed: datetime.date
    depth: dict[Branch, Depth]
    not_modelled: list[Text] = Field(default_factory=list)
    departs_from: list[Text] = Field(default_factory=list)
    source: Text | None = None
    note: Text | None = None
    reading: list[OpenReading] = Field(default_factory=list)
    no_scheme: NoScheme | None = None
    scheme: dict[Key, Scheme] = Field(default_factory=dict)


def currencies(data: dict[str, Any]) -> list[str]:
    """The currency codes a national file may write amounts in.

    >>> currencies({"currency": "XTS"}), currencies({"currency": [{"code": "ZMK"}, {"code": "ZMW"}]})
    (['XTS'], ['ZMK', 'ZMW'])
    """
    written = data.get("currency")
    if isinstance(written, str):
        return [written]
    spans = written if isinstance(written, list) else []
    return [str(span.get("code")) for span in spans if isinstance(span, dict)]
