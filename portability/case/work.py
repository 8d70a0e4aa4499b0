"""Work as it is done: where, for whom, how long; the periods of insurance beside it say under what law it was declared."""

from portability.case.parts import Parts
from portability.case.tables import Datum
from portability.case.words import Occupation
from portability.document.leaf import Country, Name, Percent, Truth, When, earliest, latest

AFLOAT = ("seafarer", "aircrew", "transport_crew")
"""Occupations that need no place of work: a flag, a home base or the seat of the employer says where they belong."""


class Work(Datum):
    """A stretch of work in one State, or as a crew: what decides which State's law applies to it.

    `posted_from`: the State whose employer sent the person, or where the self-employed work otherwise; `planned_to`: until when
    it was expected to last; `replaces`: whether the person takes the place of another who was posted;
    `goes_home`: whether the person goes home at least every week, as frontier workers do. `share`: how much of all
    work at that time. `employer_seat`: where the employer is seated, or which State a civil servant or a mission serves;
    `flag` of the ship; `base`: the home base of a crew, or the State of the branch that employs it. `agreed`: the State whose
    law the authorities agreed on, or which the person chose where that is allowed.
    """

    id: Name
    country: Country | None = None
    start: When
    end: When | None = None
    occupation: Occupation = "employee"
    share: Percent | None = None
    employer_seat: Country | None = None
    flag: Country | None = None
    base: Country | None = None
    posted_from: Country | None = None
    planned_to: When | None = None
    replaces: Truth | None = None
    goes_home: Truth | None = None
    agreed: Country | None = None


def work_is_whole(parts: Parts) -> None:
    """Work is done somewhere, nobody is posted to where they come from, and what is planned does not end before it begins."""
    for path, row in parts.each("work"):
        if row.country is None and row.occupation not in AFLOAT:
            what = "it is not told where this work is done"
            parts.add((*path, "country"), what, f"Add country, or occupation = one of {', '.join(AFLOAT)}")
        if row.posted_from is not None and row.posted_from == row.country:
            parts.add((*path, "posted_from"), f"posted from {row.country} to {row.country}", "Name the State of the employer")
        if row.planned_to is not None and latest(row.planned_to) < earliest(row.start):
            what = f"it was planned to end on {row.planned_to}, before it starts on {row.start}"
            parts.add((*path, "planned_to"), what, "Mend `planned_to` or `from`")
