"""Employment injury and occupational disease as a national law tells it: who is covered, what is paid, by whom, on what degree.

A degree is a share of the capacity lost. Figures are those of the law on the day of the accident, or on the day on which the
disease was found; `minimum`, `payments`, `rounding`, `export` and `uprating` are those of the day decided for.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar, Literal

from pydantic import Field

from portability.document.place import Path
from portability.law.amounts import Amount
from portability.law.contingencies import Band, Survivor
from portability.law.leaf import Dated, Fixed, Leaf, Lengths, Moneys, Payments, RoundingRule, Shares, Strict, Texts
from portability.law.persons import Abroad, Nationalities
from portability.law.refers import leaves_of
from portability.law.regime import Regime
from portability.law.telling import Said
from portability.law.values import Key, Length, Money, Number, PartOf, Share, Text, parts
from portability.law.words import Export, PeriodKind, WorkAs

Payer = Literal["fund", "employer", "insurer", "state"]


class Covered(Fixed[list[PeriodKind]]):
    """The kinds of period that put work under the law: `excludes` names occupations left out, `only` those alone covered.

    `irregular`: whether work without leave to work or to stay is covered too; left out, the law does not ask.
    `earning_up_to`: who earns more at the accident is covered only where the employer agreed so with the institution, which
    no case tells: not known.
    """

    excludes: list[WorkAs] | None = None
    only: list[WorkAs] | None = None
    irregular: bool | None = None
    earning_up_to: Money | None = None


class Liable(Fixed[Payer]):
    """Who owes the benefits: a fund, the employer alone, the employer's insurer, the State."""

    insured: bool | None = None


class EarningsBase(Leaf):
    """Which earnings count: those `at_accident`, or the `mean` of a `window` before it."""

    CONTENT: ClassVar[tuple[str, ...]] = ("base",)

    base: Literal["at_accident", "mean"] | None = None
    window: Length | None = None


class Waiting(Fixed[Length]):
    """The first days of incapacity for which nothing is paid; paid after all where it lasts longer than `paid_back_over`."""

    paid_back_over: Length | None = None


class TemporaryStep(Strict):
    """A stretch of temporary incapacity, `until` so long after it began: its share of earnings, and who pays it."""

    until: Length | None = None
    share: Share | None = None
    share_unknown: Text | None = None
    payer: Payer | None = None


class Temporary(Leaf):
    """Temporary incapacity: shares of earnings in steps of time; after the last `until` nothing is due. `per`: what a payment
    is for; `of_month`: which part of a month's amount that is, as "1/30" or "3/13"."""

    CONTENT: ClassVar[tuple[str, ...]] = ("steps",)

    steps: list[TemporaryStep] | None = Field(None, min_length=1)
    per: Literal["day", "week", "month"] | None = None
    of_month: Number | None = None


class Threshold(Fixed[PartOf]):
    """The degree that divides a lump sum from a pension: the pension is due `above` it, or `from` it on; `least`: below this
    degree nothing is due; `and_below_minimum`: a lump sum only where the pension would be below the minimum too."""

    NEEDS: ClassVar[tuple[str, ...]] = ("pension",)

    pension: Literal["above", "from"] | None = None
    least: PartOf | None = None
    and_below_minimum: bool | None = None


class Slope(Strict):
    """What each part of the degree above a degree counts for."""

    above: Share
    times: Number


class Permanent(Leaf):
    """The pension for lasting incapacity: a `share` of earnings, whole at 100 % and else by the degree.

    `total`: another share where incapacity is total. `slopes`: the degree is first reckoned anew, each part of it at its
    `times`. `bands`: degrees with a fixed share of the whole pension each, instead of the degree itself.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("share",)

    share: Share | None = None
    total: Share | None = None
    slopes: list[Slope] | None = Field(None, min_length=1)
    bands: list[Band] | None = Field(None, min_length=1)


class GradedSum(Strict):
    """A grade that the institution finds, and how many times the base is due for it."""

    grade: Key
    times: Number


class LumpSum(Leaf):
    """A sum paid once for lasting incapacity: so many `times` a month's base, by the degree. `of`: the earnings, or the pension
    of the degree; `over`: the degree at which the sum is whole, left out 100 %; `grades`: sums by grade instead of degree."""

    CONTENT: ClassVar[tuple[str, ...]] = ("times", "grades")

    times: Number | None = None
    of: Literal["earnings", "pension"] | None = None
    over: PartOf | None = None
    grades: list[GradedSum] | None = Field(None, min_length=1)


class Attendance(Leaf):
    """What is added for one who needs the constant help of another: an amount, or a `share` of the benefit or the earnings;
    a share of the `lump_sum` is paid once, with it."""

    CONTENT: ClassVar[tuple[str, ...]] = ("is", "share")

    is_: Text | None = Field(None, alias="is")
    share: Share | None = None
    of: Literal["pension", "full_pension", "earnings", "lump_sum"] | None = None


class Commuted(Fixed[Literal["on_request", "abroad", "small", "none"]]):
    """Whether a pension may be bought out: on request, for those who live abroad, or where it is small; by what `factor`, up to
    what `share` of it. Told, never reckoned: it needs a decision of the institution."""

    factor: Number | None = None
    share: Share | None = None


class Bereaved(Survivor):
    """A group of survivors: shares of the whole pension. `each_further`: what each further one adds to the `share` of the first,
    all of it then divided equally; `group_ceiling`: the shares of the group together at most; `heads`: no more of them count."""

    each_further: Share | None = None
    group_ceiling: Share | None = None
    heads: int | None = Field(None, ge=1)


class DeathSum(Leaf):
    """A sum paid once on death: so many `times` a month's earnings or the whole pension, to the spouse or to all dependants;
    `less_paid`: less what the deceased was paid for the same injury; `divided` equally, or as an authority finds."""

    CONTENT: ClassVar[tuple[str, ...]] = ("times",)
    NEEDS: ClassVar[tuple[str, ...]] = ("of", "to")

    times: Number | None = None
    of: Literal["earnings", "pension"] | None = None
    to: Literal["spouse", "dependants"] | None = None
    less_paid: bool | None = None
    divided: Literal["equally", "as_found"] | None = None


class Funeral(Amount):
    """What is paid for the funeral: an amount, or so many `times` a month's earnings; `up_to`: the cost, and at most so much."""

    CONTENT: ClassVar[tuple[str, ...]] = ("is", "share", "times")

    times: Number | None = None
    up_to: bool | None = None


class CareOf(Fixed[Literal["in_kind", "reimbursed", "employer"]]):
    """Care for the injury: given, refunded, or owed by the employer; for how long, and up to what sum."""

    limit: Length | None = None
    maximum: Text | None = None


class Disease(Fixed[Literal["listed", "listed_or_proved", "proved"]]):
    """Which diseases count: those of a list, others on proof, or all on proof. `agents`: what they come from; `exposure`: the
    least time under it in the State; `within`: so long after it ended at most."""

    agents: list[Text] | None = None
    exposure: Length | None = None
    within: Length | None = None


class EmploymentInjury(Regime):
    """Employment injury: right, earnings and shares as on the day of the accident; no period is added, nothing is shared.

    Left out: `covered` = all who work under a contract; `covers` = accidents and diseases; `threshold` = a pension at any
    degree where there is `pension`, else a sum; `ceiling`, `floor`, and every minimum and maximum = none; `waiting` =
    paid from the first day; `lasting_from` = the day after temporary incapacity ended (assumed); `earlier_injuries` = each
    looked at alone; `export` = the file does not say; `export_once` = sums paid once are paid everywhere (assumed).
    """

    covered: Dated[Covered] | None = None
    covers: Dated[Fixed[list[Literal["accident", "disease"]]]] | None = None
    liable: Dated[Liable] | None = None
    gives_way_to: Dated[Fixed[list[Text]]] | None = None
    claim_within: Lengths | None = None
    nationality: Dated[Nationalities] | None = None
    residence: Dated[Fixed[Literal["in_state", "none"]]] | None = None
    disease: Dated[Disease] | None = None
    earnings: Dated[EarningsBase] | None = None
    ceiling: Dated[Amount] | None = None
    floor: Dated[Amount] | None = None
    waiting: Dated[Waiting] | None = None
    temporary: Dated[Temporary] | None = None
    temporary_minimum: Dated[Amount] | None = None
    temporary_maximum: Dated[Amount] | None = None
    minimum_wage: Moneys | None = None
    average_wage: Moneys | None = None
    earlier_injuries: Dated[Fixed[Literal["added"]]] | None = None
    threshold: Dated[Threshold] | None = None
    pension: Dated[Permanent] | None = None
    pension_minimum: Dated[Amount] | None = None
    pension_maximum: Dated[Amount] | None = None
    lasting_from: Dated[Fixed[Literal["end_of_temporary", "finding"]]] | None = None
    lump_sum: Dated[LumpSum] | None = None
    lump_sum_minimum: Dated[Amount] | None = None
    lump_sum_maximum: Dated[Amount] | None = None
    minimum: Dated[Amount] | None = None
    attendance: Dated[Attendance] | None = None
    commutation: Dated[Commuted] | None = None
    spouse: Dated[Bereaved] | None = None
    child: Dated[Bereaved] | None = None
    parent: Dated[Bereaved] | None = None
    other: Dated[Bereaved] | None = None
    family_ceiling: Shares | None = None
    minimum_each: Moneys | None = None
    death_sum: Dated[DeathSum] | None = None
    death_sum_minimum: Dated[Amount] | None = None
    death_sum_maximum: Dated[Amount] | None = None
    funeral: Dated[Funeral] | None = None
    care: Dated[CareOf] | None = None
    payments: Dated[Payments] | None = None
    rounding: Dated[RoundingRule] | None = None
    export: Dated[Abroad] | None = None
    export_once: Dated[Fixed[Export]] | None = None
    indexation: Texts | None = None


RISING = (("pension", "slopes", "above"), ("pension", "bands", "from"))
MONTHS: Mapping[str, int | Fraction] = {
    "years": 12, "quarters": 3, "months": 1, "weeks": Fraction(12, 52), "days": Fraction(12, 365),
}  # fmt: skip


def injury_faults(path: Path, regime: Mapping[str, Any]) -> Iterator[Said]:
    """Steps of time and of degree run upwards, what divides stands with what it divides, sums by grade name no degree.

    >>> [one.what for one in injury_faults((), {"pension": {"share": "75 %"}, "lump_sum": {"times": "15"}})]
    ['a pension and a lump sum, and no degree that divides them']
    """
    for rest, leaf in leaves_of(regime.get("temporary")):
        ends = [step.get("until") for step in leaf.get("steps", ()) if isinstance(step, Mapping)]
        for place, step in enumerate(leaf.get("steps", ())):
            if isinstance(step, Mapping) and ("share" in step) == ("share_unknown" in step):
                here = (*path, "temporary", *rest, "steps", place)
                yield Said(here, "a step tells its share, or why it is not known", 'Give share = "75 %", or share_unknown')
        if None in ends[:-1]:
            yield Said((*path, "temporary", *rest, "steps", ends.index(None)), "only the last step may have no end", "Add until")
        lengths = [_months(end) for end in ends if end is not None]
        if any(one is not None and other is not None and other <= one for one, other in pairwise(lengths)):
            yield Said((*path, "temporary", *rest, "steps"), "the steps do not run upwards", "Put the shortest first")
    for key, rows, start in RISING:
        for rest, leaf in leaves_of(regime.get(key)):
            found = [parts(str(row.get(start))) for row in leaf.get(rows, ()) if isinstance(row, Mapping)]
            if any(one and other and other.value <= one.value for one, other in pairwise(found)):
                yield Said((*path, key, *rest, rows), f'the degrees of "{rows}" do not run upwards', "Put the lowest first")
    for rest, leaf in leaves_of(regime.get("lump_sum")):
        if "grades" in leaf and {"of", "over"} & leaf.keys():
            yield Said((*path, "lump_sum", *rest), "sums by grade know no degree", 'Take "of" and "over" out')
        if leaf.get("of") == "pension" and "pension" not in regime:
            yield Said((*path, "lump_sum", *rest, "of"), "there is no pension to reckon it from", "Add pension, or of = earnings")
    if {"pension", "lump_sum"} <= regime.keys() and "threshold" not in regime:
        yield Said(path, "a pension and a lump sum, and no degree that divides them",
                   'Add threshold = { is = "30 %", pension = "above", ... }, or unknown = "why"')


def _months(text: Any) -> Any:
    read = parts(str(text))
    return None if read is None or read.unit not in MONTHS else read.value * MONTHS[read.unit]
