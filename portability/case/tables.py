"""The tables of a case, one class each: what a row says, in the words of the format.

Attributes bear the names of the keys, except `from` and `to`, which Python calls `start` and `end`. Dates are
inclusive, and may be known to the month or year only (`PartialDate`); amounts are decimal text; every list is a tuple.
"""

from fractions import Fraction

from portability.case.values import AssumedValue, LawPath, Stretches
from portability.case.words import (
    Branch,
    CareAbroad,
    EarningsPer,
    EventKind,
    FactStanding,
    MoneyPer,
    PeriodKind,
    Relation,
    ResidenceStatus,
    Sex,
    StatementKind,
    WorkAs,
)
from portability.document.leaf import (
    Amount,
    Country,
    Currency,
    LongText,
    Measure,
    Name,
    Number,
    Percent,
    Table,
    Text,
    Truth,
    When,
    Whole,
)

INSURED = "insured"


class Datum(Table):
    """What every row may say: whom it is about, how well it is known, and by what paper."""

    person: Name = INSURED
    standing: FactStanding | None = None
    source: Text | None = None


class Person(Table):
    """The insured person. `nationalities` and `residence_status` are for those that never changed."""

    born: When | None = None
    sex: Sex | None = None
    died: When | None = None
    nationalities: tuple[Country, ...] = ()
    residence_status: ResidenceStatus | None = None
    standing: FactStanding | None = None
    source: Text | None = None


class Relative(Table):
    """A member of the family. `relation` is what this person is to the insured."""

    id: Name
    relation: Relation
    born: When | None = None
    sex: Sex | None = None
    died: When | None = None
    married: Stretches = ()
    dependent: Stretches = ()
    in_care: Stretches = ()
    in_education: Truth | None = None
    disabled: Truth | None = None
    standing: FactStanding | None = None
    source: Text | None = None


class Nationality(Datum):
    """The person is a national of a country, from and to when; open ends are open."""

    country: Country
    start: When | None = None
    end: When | None = None


class Residence(Datum):
    """The person's habitual residence; one at a time."""

    country: Country
    region: Text | None = None
    start: When | None = None
    end: When | None = None
    residence_status: ResidenceStatus | None = None


class Certified(Table):
    """A length as an institution certifies it: the sum of its parts, each in the institution's own unit.

    `day_system` says how many days of work make a week there (5, 6 or 7) and goes with `days`.
    """

    years: Measure | None = None
    quarters: Measure | None = None
    months: Measure | None = None
    weeks: Measure | None = None
    days: Measure | None = None
    day_system: Whole | None = None
    hours: Measure | None = None

    def told(self) -> dict[str, int | Fraction]:
        """What is told of the length, by key, as exact numbers."""
        given = ((name, getattr(self, name)) for name in type(self).model_fields)
        return {name: value for name, value in given if value is not None}


class CountsFor(Table):
    """The branches for which a period opens a right and adds to an amount; a key left out means all of them."""

    right: tuple[Branch, ...] | None = None
    amount: tuple[Branch, ...] | None = None


class Period(Datum):
    """A period of insurance, assimilated time, work or residence; dated, certified, or both.

    `grade`: the grade of insurance, 1 before 2, for instruments by which it decides who keeps time that coincides.
    """

    id: Name
    country: Country
    scheme: Name | None = None
    kind: PeriodKind
    start: When | None = None
    end: When | None = None
    certified: Certified | None = None
    counts_for: CountsFor | None = None
    grade: Whole | None = None
    reason: Text | None = None


class Earnings(Datum):
    """A run of earnings under a scheme: `amount` per month or year of the run, or for the whole of it."""

    country: Country
    scheme: Name | None = None
    start: When
    end: When
    amount: Amount
    currency: Currency
    per: EarningsPer


class Income(Datum):
    """Income that a means test or a rule against overlap of benefits may count; the law names the kinds it counts."""

    kind: Name
    country: Country | None = None
    amount: Amount
    currency: Currency
    per: MoneyPer
    start: When | None = None
    end: When | None = None


class Asset(Datum):
    """Property that a means test may count; `amount` is its value, with `per` the income it is taken to yield."""

    kind: Name
    country: Country | None = None
    amount: Amount
    currency: Currency
    per: MoneyPer | None = None
    start: When | None = None
    end: When | None = None


class Household(Datum):
    """Who lives together; members are ids of the family, or `insured`."""

    members: tuple[Name, ...]
    start: When | None = None
    end: When | None = None


class Account(Datum):
    """The balance of an individual account or provident fund on a day."""

    country: Country
    scheme: Name | None = None
    balance: Amount
    currency: Currency
    on: When


class Exposure(Table):
    """Work that may have caused a disease: where, when, to what."""

    country: Country
    scheme: Name | None = None
    start: When | None = None
    end: When | None = None
    agent: Text | None = None
    employer: Text | None = None
    standing: FactStanding | None = None
    source: Text | None = None


class Assessment(Table):
    """What an institution found of incapacity on a day: a degree, or a grade where its law knows grades.

    `constant_attendance`: whether constant help of another is needed. `before`: whether it is of the time before it got worse.
    """

    country: Country | None = None
    on: When
    degree: Percent | None = None
    grade: Name | None = None
    constant_attendance: Truth | None = None
    before: Truth | None = None
    by: Text | None = None
    standing: FactStanding | None = None
    source: Text | None = None


class Event(Datum):
    """A contingency that happened: an accident, a birth, a death; `incapacity`: when the person could not work for it.

    `work_as`: as what the person worked then; `because`: the event it came of, as a death, or a worsening; `on_the_way` to work.
    `care`: whether care outside the State of residence became `necessary` there (as where nothing is told), or was the purpose
    of the journey: `planned`, or `authorised` beforehand by the institution that bears the cost.
    """

    id: Name
    kind: EventKind
    date: When
    country: Country | None = None
    work_as: WorkAs | None = None
    because: Name | None = None
    on_the_way: Truth | None = None
    incapacity: Stretches = ()
    care: CareAbroad | None = None
    exposure: tuple[Exposure, ...] = ()
    assessment: tuple[Assessment, ...] = ()


class Statement(Datum):
    """A result of national law as an institution states it; it stands in for that result."""

    country: Country
    scheme: Name | None = None
    branch: Branch
    kind: StatementKind
    amount: Amount | None = None
    currency: Currency | None = None
    per: MoneyPer | None = None
    length: Certified | None = None
    points: Number | None = None
    on: When | None = None
    states_counted: tuple[Country, ...] | None = None
    instrument: Name | None = None


class Rate(Datum):
    """A rate of exchange on a day: one unit of `base` is `value` units of `quote`."""

    base: Currency
    quote: Currency
    on: When
    value: Amount


class Assume(Datum):
    """An overlay of one figure of the law for this case; its standing is `assumed`."""

    path: LawPath
    value: AssumedValue
    start: When | None = None
    reason: Text


class Claim(Datum):
    """A claim: who claims what, when, in which State, and where the claimant resides."""

    claimant: Name = INSURED
    branches: tuple[Branch, ...]
    date: When
    lodged_in: Country | None = None
    residence: Country | None = None


class Evidence(Datum):
    """A paper on the file."""

    id: Name
    kind: Name
    institution: Text | None = None
    received: When | None = None
    note: LongText | None = None
