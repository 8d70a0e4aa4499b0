"""Lengths that institutions certify: what they may say, beside each other and beside the dates of their period.

A certified length is the sum of its parts and is never recomputed; here it is only asked whether it can be meant.
Quarters are earned by pay in some States, so they are held against calendar years, not against the dates themselves.
"""

from collections.abc import Iterator
from fractions import Fraction

from portability.case.parts import Parts
from portability.case.tables import Certified
from portability.document.place import Path
from portability.document.written import When, earliest, latest

# With a larger unit beside it, a smaller one stays below one of the larger: "1 year and 12 months" says no one thing.
BELOW = (
    ("years", "quarters", 4), ("years", "months", 12), ("years", "weeks", 52), ("years", "days", 365),
    ("quarters", "months", 3), ("quarters", "weeks", 13), ("quarters", "days", 90),
    ("months", "weeks", 5), ("months", "days", 31), ("weeks", "days", 7),
    ("days", "hours", 24),
)  # fmt: skip
UNITS = ("years", "quarters", "months", "weeks", "days", "hours")


def check_lengths(parts: Parts) -> None:
    """Every period has dates or a certified length, and every certified length can be meant."""
    for path, row in parts.each("period"):
        if row.certified is None:
            _needs_dates(parts, path, row.start, row.end)
            continue
        sound = _check_certified(parts, (*path, "certified"), row.certified)
        if sound and row.start is not None and row.end is not None and earliest(row.start) <= latest(row.end):
            for unit, room, most in _capacities(row.start, row.end, row.certified):
                if room < 0:
                    what = f"{_told(row.certified)} certified, but {row.start} to {row.end} holds {most}"
                    parts.add((*path, "certified", unit), what, _MEND)
    for path, row in parts.each("statement"):
        if row.length is not None:
            _check_certified(parts, (*path, "length"), row.length)


_MEND = "Mend the dates or the length; time credited beside the dates is a period of its own, without dates"


def _told(length: Certified) -> str:
    """A length in words: "1 years 2 months"."""
    return " ".join(f"{getattr(length, unit)} {unit}" for unit in UNITS if getattr(length, unit) is not None)


def _needs_dates(parts: Parts, path: Path, start: When | None, end: When | None) -> None:
    if start is None and end is None:
        parts.add(path, "neither dates nor a certified length", "Write `from` and `to`, or certified = {months = 12}")
    elif end is None:
        parts.add((*path, "to"), "a period that has no end yet", "Write the last day known, or a certified length")
    elif start is None:
        parts.add((*path, "from"), "a period without a beginning", "Write the first day, or a certified length")


def _check_certified(parts: Parts, path: Path, length: Certified) -> bool:
    """Whether the parts of a length agree with each other."""
    before = len(parts.document.faults)
    given = [unit for unit in UNITS if getattr(length, unit) is not None]
    if not given:
        parts.add(path, "a length without a number", "Write months = 12, or in the unit of the institution")
    if length.day_system is not None and length.day_system not in (5, 6, 7):
        what = f"{length.day_system} is not a system of days"
        parts.add((*path, "day_system"), what, "Write 5, 6 or 7, the days of work in a week; 7 are calendar days")
    elif length.day_system is not None and length.days is None:
        parts.add((*path, "day_system"), "a system of days without days", "Add the days, or take it out")
    elif length.days is not None and length.day_system is None:
        what = "days without their system: 22, 26 or 30 of them make a month"
        parts.add((*path, "days"), what, "Write day_system = 5, 6 or 7; 7 are calendar days")
    for larger, smaller, limit in BELOW:
        if larger in given and smaller in given and getattr(length, smaller) >= limit:
            what = f"{larger} together with {getattr(length, smaller)} {smaller} can mean two lengths"
            parts.add((*path, smaller), what, f"Write fewer than {limit} {smaller} beside {larger}, or {smaller} alone")
    return len(parts.document.faults) == before


def _capacities(start: When, end: When, length: Certified) -> Iterator[tuple[str, Fraction | int, str]]:
    """Of each unit given, the room the dates leave for it (below nought where there is none), and what they hold."""
    first, last = earliest(start), latest(end)
    days = (last - first).days + 1
    years = last.year - first.year + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    weeks = max((days + 12) // 7, 53 * years)  # calendar weeks touched, and a week more a year that some laws count
    if length.years is not None:
        yield "years", years - length.years, f"{years} calendar years"
    if length.quarters is not None:
        given = 4 * (length.years or 0) + length.quarters
        yield "quarters", 4 * years - given, f"{4 * years} quarters of calendar years"
    if length.months is not None and length.quarters is None:
        most = months if length.years is None else 12 * years
        yield "months", most - 12 * (length.years or 0) - length.months, f"{most} months"
    if length.weeks is not None:
        yield "weeks", weeks - length.weeks, f"{weeks} weeks"
    if length.days is not None and length.day_system is not None:
        most = max(days, {5: 22, 6: 26, 7: 30}[length.day_system] * months)  # days of work a month may have
        yield "days", most - length.days, f"{most} days in a system of {length.day_system}"
    if length.hours is not None:
        yield "hours", 24 * days - length.hours, f"{24 * days} hours"
