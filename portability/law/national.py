"""A national law: schemes, and for each scheme and branch its regimes in time."""

import datetime
from typing import Any, Literal

from pydantic import Field

from portability.law.amounts import Amount, Divisors, FixedPart, Limit
from portability.law.conditions import Deferred, Early, Further, PerChild, Unclaimed
from portability.law.contingencies import BaseOf, Degree, FullFrom, Future, InsuredAtEvent, Survivor
from portability.law.health import MaternityCash, MedicalCare, SicknessCash
from portability.law.injury import EmploymentInjury
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
from portability.law.persons import Abroad, Nationalities
from portability.law.regime import Regime as Regime
from portability.law.shapes import Formula, Instead, Reference
from portability.law.values import Age as AgeText
from portability.law.values import CurrencyCode, Key, Length, Number, Rate, State, Text
from portability.law.words import Branch, Depth, PeriodKind, SchemeClass, Standing


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
    """Branches for which a State has no scheme: none that counts periods, so that work there is added nowhere; of sickness and
    maternity, no cash that anybody owes. Several tables where several sources say so of several branches."""

    branches: list[Branch] = Field(min_length=1)


class Credits(Fixed[Length]):
    """Time a law credits to those of an age on a day, told in words; a case enters it as an assimilated period."""

    rule: Text | None = None
    on: datetime.date | None = None
    above_age: AgeText | None = None


class Pension(Regime):
    """A pension of any branch: which periods it asks and counts, how it is reckoned, how it is paid.

    Left out: `reduced`, `any_age`, `further`, `alternative`, `registered`, `minimum`, `maximum`,
    `ceiling`, `commutation`, `otherwise` = the law has none; `registered`: time since the first insured day;
    `payments` = twelve of a month; `nationality`, `residence` = no condition; `export` = the file does not say.
    """

    qualifying: Dated[Qualifying] | None = None
    reduced: Dated[Reduced] | None = None
    any_age: Lengths | None = None
    further: Dated[Further] | None = None
    alternative: Dated[Further] | None = None
    registered: Lengths | None = None
    unclaimed: Dated[Unclaimed] | None = None
    counts: Dated[Counts] | None = None
    credits: Dated[Credits] | None = None
    kinds_for_amount: Dated[Fixed[list[PeriodKind]]] | None = None
    full_career: Lengths | None = None
    nationality: Dated[Nationalities] | None = None
    residence: Dated[Fixed[Literal["in_state", "none"]]] | None = None
    residence_length: Dated[ResidenceLength] | None = None
    reference: Dated[Reference] | None = None
    minimum_wage: Moneys | None = None
    average_wage: Moneys | None = None
    ceiling: Dated[Amount] | None = None
    formula: Dated[Formula] | None = None
    fixed_part: Dated[FixedPart] | None = None
    amount: Dated[Amount] | None = None
    point_value: Dated[Amount] | None = None
    divisors: Dated[Divisors] | None = None
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
    own_contribution_rate: Shares | None = None
    export: Dated[Abroad] | None = None
    indexation: Texts | None = None


class OldAge(Pension):
    """Old age: the right opens at an age.

    Left out: `early`, `deferred`, `on_leaving` = the law has none.
    """

    qualifying: Dated[Qualifying]
    age: Dated[Age]
    age_per_child: Dated[PerChild] | None = None
    early: Dated[Early] | None = None
    deferred: Dated[Deferred] | None = None
    on_leaving: Lengths | None = None
    counts: Dated[Counts]
    formula: Dated[Formula]


class Invalidity(Pension):
    """Invalidity: the right opens with a degree of incapacity, `until_age` if it begins before an age.

    `base = { is = "old_age", ... }`: what is not told here is as for old age under the same scheme. `converts`: the age at
    which the pension becomes one of old age. `future` credits time to the amount; `insured_at_event` asks for insurance
    when incapacity begins. No age of old age is asked.
    """

    base: Dated[BaseOf] | None = None
    degree: Dated[Degree]
    until_age: Dated[Age] | None = None
    converts: Dated[Age] | None = None
    insured_at_event: Dated[InsuredAtEvent] | None = None
    future: Dated[Future] | None = None
    full_from: Dated[FullFrom] | None = None


class Survivors(Pension):
    """Survivors: shares of the pension that the deceased had, or would have had on the day of death.

    `base = { is = "old_age", ... }`: the deceased's pension is reckoned as that branch is, where nothing is told here. One
    leaf for each group of survivors; `family_ceiling` holds all shares together, `minimum_each` is a survivor's least.
    Residence is asked of the survivor, nationality of the deceased.
    """

    base: Dated[BaseOf] | None = None
    insured_at_event: Dated[InsuredAtEvent] | None = None
    future: Dated[Future] | None = None
    full_from: Dated[FullFrom] | None = None
    spouse: Dated[Survivor] | None = None
    child: Dated[Survivor] | None = None
    parent: Dated[Survivor] | None = None
    other: Dated[Survivor] | None = None
    family_ceiling: Shares | None = None
    minimum_each: Moneys | None = None


class AnyLeaf(Leaf):
    """A leaf of a branch whose keys are not settled yet: cited and with its standing, its content free."""

    model_config = Leaf.model_config | {"extra": "allow"}
    CONTENT = ()


class OtherBranch(Regime):
    """A branch that is not a pension: any cited leaf, until its keys are settled."""

    model_config = Regime.model_config | {"extra": "allow"}
    __pydantic_extra__: dict[str, Dated[AnyLeaf]] = Field(init=False)


class Branches(Strict):
    """The regimes of one scheme, branch by branch."""

    old_age: list[OldAge] | None = None
    invalidity: list[Invalidity] | None = None
    survivors: list[Survivors] | None = None
    employment_injury: list[EmploymentInjury] | None = None
    sickness: list[SicknessCash] | None = None
    maternity: list[MaternityCash] | None = None
    medical_care: list[MedicalCare] | None = None
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
    no_scheme: Dated[NoScheme] | None = None
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
