"""A floor: what a State guarantees to those without enough of their own, told by guarantee and by grant."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field

from portability.document.place import Path
from portability.faults import did_you_mean
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
    YesNo,
)
from portability.law.national import CurrencySpan, OpenReading, Regime
from portability.law.persons import Abroad, Nationalities
from portability.law.telling import Said
from portability.law.values import Age as AgeText
from portability.law.values import CurrencyCode, Length, Money, Number, Share, State, Text
from portability.law.words import Standing

GUARANTEES = ("health", "children", "active_age", "older_persons")


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
    `nil_below`; `counted` says which income. `whose`: the person's own (left out); of a `couple`, of whose joint income
    `share_of_each` counts for each; of all of the `household`. A test of which nothing else is known has `unknown`."""

    CONTENT: ClassVar[tuple[str, ...]] = ("full",)
    NEEDS: ClassVar[tuple[str, ...]] = ("taper", "of")

    full: Number | None = None
    taper: Share | None = None
    nil_below: Money | None = None
    of: Literal["level"] | None = None
    counted: Text | None = None
    whose: Literal["own", "couple", "household"] | None = None
    share_of_each: Share | None = None


class IncomeLimit(Fixed[Number | Money]):
    """The income by the month above which nothing is paid: an amount, or so many times the `level`; `couple`: the multiple
    for a couple. `whose`: the person's own (left out), of a `couple` together, or of the `caregiver` of a child and a spouse."""

    of: Literal["level"] | None = None
    couple: Number | None = None
    whose: Literal["own", "couple", "caregiver"] | None = None
    counted: Text | None = None


class AssetsTest(Fixed[Number | Money]):
    """The assets above which nothing is paid: an amount, or so many times the `level` or `yearly level`; `couple`: the
    multiple for a couple, held against what both own."""

    of: Literal["level", "yearly level"] | None = None
    couple: Number | None = None
    counted: Text | None = None


class HouseholdScale(Leaf):
    """How many times the level of one person a household needs: `single`, a `couple`, and for each further `adult` and
    `child`."""

    CONTENT: ClassVar[tuple[str, ...]] = ("single",)

    single: Number | None = None
    couple: Number | None = None
    adult: Number | None = None
    child: Number | None = None


class Incapacity(Fixed[bool]):
    """A grant for persons with an incapacity; `means` says which, in the words of the law."""

    means: Text | None = None


class PensionTest(Fixed[Literal["none_received"]]):
    """A grant for those who receive no other pension; `counted` says which pensions or grants shut it out.

    Met by one who receives none at all. Of one who receives any, it is left open whether that one is meant.
    """

    counted: Text | None = None


class BaseGrant(Fixed[Text]):
    """Another grant of the file ("older_persons.za-older-persons-grant"), of which this one takes some figures as they stand
    on the day: each key it `takes`, and how sure it is that it does. A figure told here is never taken."""

    NEEDS: ClassVar[tuple[str, ...]] = ("takes",)

    takes: dict[str, Standing] | None = None


class Grant(Regime):
    """One grant from one day on: who gets it, how much, and which income and assets count.

    `regions`: the levels by region, where the State has them; `level` is then that of all others. `for_relation`: for those
    alone who are that to the insured person, as a foster child; `until_age`: the age at which it ends; `asks`: what else the
    law asks that no case tells, or nobody read: whether the grant is open is then left open.
    """

    name: Text | None = None
    payer: Texts | None = None
    base: Dated[BaseGrant] | None = None
    level: Moneys | None = None
    regions: dict[str, Moneys] | None = None
    for_relation: Dated[Fixed[list[Text]]] | None = None
    until_age: Dated[Age] | None = None
    age_supplement: Dated[AgeSupplement] | None = None
    age: Dated[Age] | None = None
    nationality: Dated[Nationalities] | None = None
    residence: Dated[Fixed[Literal["in_state", "none"]]] | None = None
    residence_length: Dated[ResidenceLength] | None = None
    absence: Dated[Absence] | None = None
    income_test: Dated[IncomeTest] | None = None
    income_limit: Dated[IncomeLimit] | None = None
    assets_test: Dated[AssetsTest] | None = None
    pension_test: Dated[PensionTest] | None = None
    household_scale: Dated[HouseholdScale] | None = None
    incapacity: Dated[Incapacity] | None = None
    asks: Texts | None = None
    set_by: Texts | None = None
    rounding: Dated[RoundingRule] | None = None
    payments: Dated[Payments] | None = None
    export: Dated[Abroad] | None = None


class Care(Regime):
    """What a floor knows of essential health care from one day on. Where the State's law on medical care is told by its
    schemes, that says who is cared for, by whom and at what price, and here stands only what it does not tell: `urgent`, urgent
    care for everybody by an instrument that binds; `maternity`, whether care at birth is covered.

    Where no such law is told: `provider`, a national health service, an insurance (of which no case tells who is insured), or
    the employer; whom it covers; `charge`: what the person pays.
    """

    name: Text | None = None
    payer: Texts | None = None
    provider: Dated[Fixed[Literal["national_health_service", "insurance", "employer"]]] | None = None
    nationality: Dated[Nationalities] | None = None
    residence: Dated[Fixed[Literal["in_state", "none"]]] | None = None
    maternity: YesNo | None = None
    charge: Dated[Fixed[Literal["free", "fee", "contribution"]]] | None = None
    urgent: YesNo | None = None


class Guarantee(Strict):
    """The grants under one guarantee of ILO Recommendation No. 202, each by its id."""

    model_config = Strict.model_config | {"extra": "allow"}
    __pydantic_extra__: dict[str, list[Grant]] = Field(init=False)


class HealthGuarantee(Strict):
    """The ways in which a State gives essential health care, each by its id."""

    model_config = Strict.model_config | {"extra": "allow"}
    __pydantic_extra__: dict[str, list[Care]] = Field(init=False)


class Unset(Strict):
    """Of each guarantee that the file does not tell: what nobody set, or nobody found."""

    health: Texts | None = None
    children: Texts | None = None
    active_age: Texts | None = None
    older_persons: Texts | None = None


class Recommended(Unset):
    """What Recommendation No. 202 would have a State guarantee, as it stands after "would have the State guarantee"."""


def floor_faults(data: Mapping[str, Any]) -> Iterator[Said]:
    """A file is of one State, or guidance; a grant has a level, told or taken; what it takes stands in the file."""
    if ("country" in data) == ("recommends" in data):
        yield Said((), "a floor is of one State or is guidance", 'Give "country", or "id" with [recommends]')
    for name in GUARANTEES:
        grants = data.get(name)
        for grant, regimes in grants.items() if isinstance(grants, Mapping) else ():
            for place, regime in enumerate(regimes if isinstance(regimes, list) else ()):
                if isinstance(regime, Mapping):
                    yield from _grant_faults((name, grant, place), regime, data)


def _grant_faults(path: Path, regime: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[Said]:
    base = regime.get("base")
    takes = base.get("takes", {}) if isinstance(base, Mapping) else {}
    if path[0] == "health" and not {"provider", "urgent", "maternity"} & regime.keys():
        yield Said(path, "nothing is said of care", "Add provider, urgent or maternity")
    if path[0] == "health" and "provider" not in regime:
        for key in sorted({"nationality", "residence", "charge", "payer"} & regime.keys()):
            yield Said((*path, key), f'"{key}" is told without a provider', "Add provider, or leave it to medical_care")
    if path[0] != "health" and "level" not in regime and "level" not in takes:
        yield Said(path, '"level" is missing', "Add it")
    if isinstance(base, Mapping):
        name, _, grant = str(base.get("is")).partition(".")
        others = data.get(name)
        known = [f"{name}.{each}" for each in others] if isinstance(others, Mapping) else list(GUARANTEES)
        if not isinstance(others, Mapping) or grant not in others:
            said = str(base.get("is"))
            yield Said((*path, "base", "is"), f'"{said}" is no grant of this file', did_you_mean(said, known))
    for key in takes if isinstance(takes, Mapping) else ():
        if key not in Grant.known():
            yield Said((*path, "base", "takes", key), f'"{key}" is no figure of a grant', did_you_mean(key, Grant.known()))


class FloorFile(Strict):
    """A file of `agreements/floors/`: one State, or the guidance that no State is bound by (`id`, `recommends`). A State's
    own grants are told here and nowhere else.

    `child_under`, `older_from`: the ages that part children, active age and older persons; left out, the age of the State's
    own grant to older persons, and the ages by which the guidance is read.
    """

    format: Literal["portability.floor/1"]
    country: State | None = None
    id: Text | None = None
    title: Text
    currency: CurrencyCode | list[CurrencySpan] | None = None
    reviewed: datetime.date
    not_modelled: list[Text] = Field(default_factory=list)
    source: Text | None = None
    note: Text | None = None
    departs_from: list[Text] = Field(default_factory=list)
    reading: list[OpenReading] = Field(default_factory=list)
    child_under: Dated[Age] | None = None
    older_from: Dated[Age] | None = None
    recommends: Recommended | None = None
    unset: Unset | None = None
    health: HealthGuarantee | None = None
    children: Guarantee | None = None
    active_age: Guarantee | None = None
    older_persons: Guarantee | None = None
