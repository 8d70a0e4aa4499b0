"""The law that applies to work, laid beside a decision where there is anything to ask: loaded only then."""

from __future__ import annotations

from dataclasses import replace

from portability.assessment.part import Asking, Part
from portability.record import decision as record


def with_laws_of_work(
    asking: Asking, periods: tuple[record.PeriodResult, ...], more: Part
) -> tuple[tuple[record.PeriodResult, ...], Part]:
    """The rows of the periods with the law that applies to each, and what is said of it beside the other parts."""
    from portability.assessment.legislation.part import laws_of_work  # only where there is something to ask

    found = laws_of_work(asking)
    rows = tuple(replace(row, legislation=found.periods.get(row.id)) for row in periods)
    return rows, more + found.part
