"""The chapters of an instrument on counting: what a chapter is, overlap of periods, one unit into another."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from portability.law.dated import changes, leaf_at
from portability.law.leaf import Cited, Dated, Fixed, YesNo
from portability.law.telling import Said
from portability.law.values import DayRow, Number
from portability.law.words import Operation, Unit
from portability.periods.conversion import ConversionTable
from portability.periods.ranks import OverlapRules

Numbers = Dated[Fixed[Number]]
OverlapRule = Literal["compulsory_over_voluntary", "real_over_assimilated", "assimilated_last_prior_then_first_later"]


def chapter_faults(data: Mapping[str, Any]) -> Iterator[Said]:
    """The knobs of conversion and overlap fit each other: read together, as a decision reads them, on every day of change.

    >>> list(chapter_faults({"conversion": {"week_month_row": {"is": "6", "cites": "Art 13"}}}))[0].what
    'week_month_row is 6, and rows has no such row'
    """
    for chapter, read in (("conversion", ConversionTable.read), ("overlap", OverlapRules.read)):
        table = data.get(chapter)
        if not isinstance(table, Mapping):
            continue
        names = [name for name, leaf in table.items() if isinstance(leaf, Mapping | list)]
        for day in sorted({date.max, *changes(table)}):
            found = {name: leaf_at(table[name], day, "", name) for name in names}
            try:
                read({name: leaf.is_ for name, leaf in found.items() if leaf is not None and leaf.is_ is not None})
            except ValueError as error:
                what, _, remedy = str(error).partition("] ")[2].partition(". ")
                yield Said((chapter, what.split(" ")[0]), what, remedy)
                break


class Chapter(Cited):
    """A chapter of an instrument. `operation`: whether it moves an amount by itself."""

    operation: Operation


class Overlap(Chapter):
    """Periods of two States on the same day: the ordered rules, and what holds where no rule decides.

    `applies_to_independent`: under the instrument national law alone counts no time either that another State keeps.
    """

    rules: Dated[Fixed[list[OverlapRule]]] | None = None
    same_rank: Dated[Fixed[Literal["count_once", "each_own", "by_grade"]]] | None = None
    undated: Dated[Fixed[Literal["added", "free_time"]]] | None = None
    residence_rank: Dated[Fixed[Literal["as_compulsory", "below"]]] | None = None
    voluntary_over_assimilated: Dated[Fixed[Literal["stays", "same_rank"]]] | None = None
    assimilated_among: Dated[Fixed[Literal["crediting_states", "any_state"]]] | None = None
    before: Dated[Fixed[Literal["contested_day", "credited_spell"]]] | None = None
    never_insured: Dated[Fixed[Literal["both", "nobody"]]] | None = None
    displaced_voluntary_increment: YesNo | None = None
    applies_to_independent: YesNo | None = None


class Conversion(Chapter):
    """One unit of length into another. A row of `rows` is a day system, then hours a day, days a week, a month, a
    quarter, and at most a year. `unit`: the instrument's own counting unit; left out, each State counts in its own.
    `rounding_scope`: each conversion is rounded, or only what all of a scheme add up to (`total`); that each year is one
    conversion is said by `per`. `credited`: whether converted quarters are laid on the calendar, so that none counts twice."""

    unit: Dated[Fixed[Unit]] | None = None
    rows: Dated[Fixed[Annotated[list[DayRow], Field(min_length=1)]]] | None = None
    quarter_months: Numbers | None = None
    quarter_weeks: Numbers | None = None
    year_weeks: Numbers | None = None
    week_month_row: Dated[Fixed[Literal["5", "6", "7"]]] | None = None
    rounding: Dated[Fixed[Literal["up", "down", "none"]]] | None = None
    rounding_scope: Dated[Fixed[Literal["per_operation", "total"]]] | None = None
    annual_cap: YesNo | None = None
    annual_floor: YesNo | None = None
    per: Dated[Fixed[Literal["aggregate", "as_notified"]]] | None = None
    day_route: Dated[Fixed[Literal["months", "weeks", "hours"]]] | None = None
    aggregate_cap: Dated[Fixed[Literal["times_years", "none"]]] | None = None
    same_unit: Dated[Fixed[Literal["untouched", "capped"]]] | None = None
    credited: Dated[Fixed[Literal["added", "calendar_quarters"]]] | None = None
    weeks_to_quarters: Dated[Fixed[Literal["13_weeks", "through_days"]]] | None = None
