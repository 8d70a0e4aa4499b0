"""What laws say of sickness cash, of maternity, and of medical care.

One regime has one payer: where the employer pays first and a fund after, they are two schemes, and the fund's `waiting` is the
time that the employer bears. Time runs from the first day of incapacity; in maternity, from the first day of leave.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from portability.document.place import Path
from portability.law.amounts import Amount
from portability.law.conditions import Further
from portability.law.contingencies import InsuredAtEvent
from portability.law.leaf import (
    Counts,
    Dated,
    Fixed,
    Leaf,
    Lengths,
    Moneys,
    Qualifying,
    ResidenceLength,
    RoundingRule,
    Strict,
    Texts,
)
from portability.law.persons import Abroad, Nationalities
from portability.law.refers import leaves_of
from portability.law.regime import Regime
from portability.law.shapes import Reference
from portability.law.telling import Said
from portability.law.values import Age, Length, Money, Number, Share, Text

Provider = Literal["health_service", "insurance", "employer", "private", "none"]
Group = Literal["residents", "nationals", "insured", "employees", "family", "pensioners", "children", "pregnant", "everyone"]


class QualifyingWithin(Qualifying):
    """The length of periods asked before a right opens; `within`: counted only in the last so much calendar time before the
    contingency, where periods without dates never count."""

    within: Length | None = None


class Daily(Fixed[Number]):
    """By how many days the reference earnings of a month are divided, so that each calendar day has its amount. Left out, the
    benefit is told by the month."""


class PayStep(Strict):
    """What is paid for a stretch of time: a `share` of the reference earnings, or an `amount`; or why that is `not_known`.

    The last step may go on without a `length`.
    """

    length: Length | None = None
    share: Share | None = None
    amount: Money | None = None
    not_known: Text | None = None


class Pay(Leaf):
    """What is paid, step by step, from the first day after `waiting`."""

    CONTENT: ClassVar[tuple[str, ...]] = ("steps",)

    steps: Annotated[list[PayStep], Field(min_length=1)] | None = None


class Duration(Fixed[Length]):
    """The longest time for which it is paid: for each `case`, or in each `year` or other length (`within`)."""

    of: Literal["case", "year"] | None = None
    within: Length | None = None


class Leave(Fixed[Length]):
    """The whole of the leave that is paid; `before`: how much of it lies before the birth. Of one who stopped work on a day
    that the case tells, the leave runs from that day."""

    before: Length | None = None


class Births(Fixed[Annotated[int, Field(ge=1, le=30)]]):
    """For how many births it is paid; `interval`: not again within so long after the last paid one."""

    CONTENT: ClassVar[tuple[str, ...]] = ("is", "interval")
    TOGETHER: ClassVar[tuple[str, ...]] = ("is", "interval")

    interval: Length | None = None


class Cash(Regime):
    """Cash while somebody cannot work: whose periods, how long before, how much, for how long.

    `insured_under`: the schemes whose periods are insurance for this one ("any": whatever work in the State). Left out:
    `insured_under` = this scheme's own; `further`, `alternative`, `nationality`, `residence`, `residence_length`, `ceiling`,
    `minimum`, `maximum`, `waiting` = none; `duration` = as long as the steps of `pay`; `daily` = told by the month;
    `export` = the file does not say.
    """

    insured_under: Dated[Fixed[list[Text]]] | None = None
    qualifying: Dated[QualifyingWithin]
    further: Dated[Further] | None = None
    alternative: Dated[Further] | None = None
    insured_at_event: Dated[InsuredAtEvent] | None = None
    counts: Dated[Counts]
    nationality: Dated[Nationalities] | None = None
    residence: Dated[Fixed[Literal["in_state", "none"]]] | None = None
    residence_length: Dated[ResidenceLength] | None = None
    reference: Dated[Reference] | None = None
    minimum_wage: Moneys | None = None
    average_wage: Moneys | None = None
    ceiling: Dated[Amount] | None = None
    daily: Dated[Daily] | None = None
    waiting: Lengths | None = None
    pay: Dated[Pay]
    duration: Dated[Duration] | None = None
    minimum: Dated[Amount] | None = None
    maximum: Dated[Amount] | None = None
    rounding: Dated[RoundingRule] | None = None
    notice: Texts | None = None
    export: Dated[Abroad] | None = None


class SicknessCash(Cash):
    """Cash in sickness: from the first day of incapacity."""


class MaternityCash(Cash):
    """Cash around a birth: from the first day of leave. `births`: none left out; `grant`: a sum paid once for each birth."""

    leave: Dated[Leave]
    births: Dated[Births] | None = None
    grant: Moneys | None = None


class Entitled(Fixed[list[Group]]):
    """The groups a law gives care to; `children_under`: until which age one is a child for it; `nationality` beside it
    narrows `residents`."""

    children_under: Age | None = None


class MedicalCare(Regime):
    """Medical care: who provides it and to whom, after which time, and what the person pays.

    `waiting`: insurance (or residence) of so long before the first care; `after_cover`: care goes on so long after insurance
    ends; `irregular`: what those get who live there without a permit (`primary`: primary and urgent care); `copayment`: what
    the person bears, in words; `free_for`: the groups that pay nothing.
    """

    provider: Dated[Fixed[Provider]]
    entitled: Dated[Entitled]
    insured_under: Dated[Fixed[list[Text]]] | None = None
    nationality: Dated[Nationalities] | None = None
    waiting: Lengths | None = None
    after_cover: Lengths | None = None
    irregular: Dated[Fixed[Literal["all", "primary", "urgent", "children", "none"]]] | None = None
    copayment: Texts | None = None
    free_for: Dated[Entitled] | None = None


def step_faults(path: Path, regime: Mapping[str, Any]) -> Iterator[Said]:
    """Each step of `pay` says one thing, and only the last goes on without a length.

    >>> list(step_faults((), {"pay": {"steps": [{"share": "1"}, {"amount": "1 XTS per day", "share": "1"}]}}))[0].what
    'a step without length stands before another'
    """
    for rest, leaf in leaves_of(regime.get("pay")):
        steps = leaf.get("steps")
        rows = [row for row in steps if isinstance(row, Mapping)] if isinstance(steps, list) else []
        for place, row in enumerate(rows):
            here = (*path, "pay", *rest, "steps", place)
            said = [key for key in ("share", "amount", "not_known") if key in row]
            if len(said) != 1:
                yield Said(here, f"the step says {' and '.join(said) or 'nothing'}",
                           'Give one of share, amount, not_known = "why"')
            if "length" not in row and place + 1 < len(rows):
                yield Said(here, "a step without length stands before another", "Say how long it lasts")
            if "share" in row and "reference" not in regime:
                yield Said((*here, "share"), "the regime has no reference earnings", "Add reference = { method = ... }")
