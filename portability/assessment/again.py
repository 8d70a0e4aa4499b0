"""When a benefit is reckoned anew because of the person's age."""

from __future__ import annotations

from datetime import date

from portability.assessment.plan import Planned
from portability.citation import Citation
from portability.record import decision as record


def when_age_comes(planned: Planned, at: date, is_open: bool) -> tuple[record.Recompute, ...]:
    """When age changes what is due; one whose pension is open already is told no age, unless it was drawn early."""
    if planned.age_reached is None or planned.age_reached <= at:
        return ()
    article = planned.cites.get("age_met")
    is_early = planned.early_from is not None and planned.early_from <= at
    if is_open and not is_early:
        return ()
    found = []
    if planned.early_from is not None and not is_early:
        found.append(age_of(planned.early_from, "the age of an early pension is reached", planned.cites.get("early_age_met")))
    because = "the age of the pension without reduction is reached" if is_early else "pensionable age is reached"
    return (*found, age_of(planned.age_reached, because, article))


def age_of(on: date, because: str, article: Citation | None) -> record.Recompute:
    """An age that changes what is due, with the article that names it."""
    return record.Recompute(on=on, because=because, cites=None if article is None else str(article))
