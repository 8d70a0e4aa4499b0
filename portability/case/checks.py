"""What of a case can be judged without any law: order of time, references, and rows that contradict each other.

A contradiction is a fault only where it is certain: a date known to the year is read as the day that fits, if any does.
"""

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any

from portability.case.certified import check_lengths
from portability.case.parts import Parts
from portability.case.work import work_is_whole
from portability.document.countries import ENDED
from portability.document.place import Path
from portability.document.written import When, earliest, latest, quote
from portability.faults import did_you_mean


def check(parts: Parts) -> None:
    """Add every fault that the sound rows of a case show together."""
    for each in CHECKS:
        each(parts)


def ends_follow_starts(parts: Parts) -> None:
    """No time ends before it starts."""
    households = [(path, row.start, row.end) for path, row in parts.each("household")]
    for path, start, end in (*((t.path, t.start, t.end) for t in parts.times()), *households):
        if start is not None and end is not None and earliest(start) > latest(end):
            parts.add((*path, "to"), f"this ends on {end}, before it starts on {start}", "Mend `from` or `to`")


def nobody_acts_before_birth(parts: Parts) -> None:
    """Nothing of a person begins, and nobody claims, before that person's birth."""
    people = parts.people()
    for time in parts.times():
        born = people[time.person].born if time.person in people else None
        begun = time.start or time.end
        if born is not None and begun is not None and latest(begun) < earliest(born):
            key = "from" if time.start else "to"
            parts.add((*time.path, key), f"{begun} lies before the birth of {time.person} ({born})", _MEND_BIRTH)
    for path, row in parts.each("claim"):
        born = people[row.claimant].born if row.claimant in people else None
        if born is not None and latest(row.date) < earliest(born):
            parts.add((*path, "date"), f"{row.date} lies before the birth of {row.claimant} ({born})", _MEND_BIRTH)
    for path, row in parts.each("event"):
        born = people[row.person].born if row.person in people else None
        if born is not None and latest(row.date) < earliest(born):
            parts.add((*path, "date"), f"{row.date} lies before the birth of {row.person} ({born})", _MEND_BIRTH)


_MEND_BIRTH = "Mend the date, or `born`"


def nobody_acts_after_death(parts: Parts) -> None:
    """Nothing of a person begins, and nobody claims, after that person's death; nobody dies before birth or twice."""
    people = parts.people()
    places: list[tuple[Path, str]] = [(("person",), "insured"), *((path, row.id) for path, row in parts.each("family"))]
    for path, name in places:
        born, died = people[name].born, people[name].died
        if born is not None and died is not None and latest(died) < earliest(born):
            parts.add((*path, "died"), f"{died} lies before the birth ({born})", "Mend `born` or `died`")
    for time in parts.times():
        died = people[time.person].died if time.person in people else None
        if died is not None and time.start is not None and earliest(time.start) > latest(died):
            what = f"{time.start} lies after the death of {time.person} ({died})"
            parts.add((*time.path, "from"), what, "Mend the date, or `died`")
    for path, row in parts.each("claim"):
        died = people[row.claimant].died if row.claimant in people else None
        if died is not None and earliest(row.date) > latest(died):
            what = f"{row.claimant} died on {died} and cannot claim on {row.date}"
            parts.add((*path, "date"), what, "Mend the date, or `died`; or name a survivor as claimant, by an id of the family")
    for path, row in parts.each("event"):
        died = people[row.person].died if row.person in people else None
        if row.kind == "death" and died is not None and not _can_be_one_day(row.date, died):
            parts.add((*path, "date"), f"{row.person} died on {died}, and here on {row.date}", "Say one of the two")
        for position, found in enumerate(row.assessment):
            if latest(found.on) < earliest(row.date):
                place = (*path, "assessment", position, "on")
                parts.add(place, f"{found.on} lies before the event itself ({row.date})", "Mend `on` or `date`")


def people_exist(parts: Parts) -> None:
    """Every person a row names is the insured or one of the family."""
    known = parts.names()
    if known is None:
        return

    def unless_known(path: Path, name: str) -> None:
        if name not in known:
            parts.add(path, f"there is no person {quote(name)} in this case", did_you_mean(name, known))

    for key in parts.rows:
        for path, row in parts.each(key):
            if hasattr(row, "person"):
                unless_known((*path, "person"), row.person)
    for path, row in parts.each("claim"):
        unless_known((*path, "claimant"), row.claimant)
    for path, row in parts.each("household"):
        for position, name in enumerate(row.members):
            unless_known((*path, "members", position), name)


def ids_are_given_once(parts: Parts) -> None:
    """No two rows of a table bear one id, and none of the family bears the insured's."""
    for key in ("family", "period", "work", "event", "evidence"):
        _once(parts, key, "id", lambda row: row.id, lambda row: f"the id {quote(row.id)} is given twice")
    for path, row in parts.each("family"):
        if row.id == "insured":
            parts.add((*path, "id"), '"insured" is the id of the person of [person]', "Give another id")


def one_nationality_is_told_one_way(parts: Parts) -> None:
    """The short forms in [person] and the dated rows do not tell the same thing twice."""
    for path, row in parts.each("nationality"):
        if row.person == "insured" and parts.person.nationalities:
            what = "the nationalities of the insured stand in [person] already, as never changing"
            parts.add(path, what, "Keep `nationalities` there or the dated rows here")
    for path, row in parts.each("residence"):
        status = parts.person.residence_status
        if row.person == "insured" and status and row.residence_status not in (None, status):
            what = f"{quote(row.residence_status)} here, and {quote(status)} in [person], as never changing"
            parts.add((*path, "residence_status"), what, "Keep one of the two")


def one_residence_at_a_time(parts: Parts) -> None:
    """A person's residences do not overlap: habitual residence is in one place."""
    spans = []
    for path, row in parts.each("residence"):
        start = date.min if row.start is None else latest(row.start)
        end = date.max if row.end is None else earliest(row.end)
        if start <= end:
            spans.append((row.person, start, end, path, row))
    before: tuple[str, date, Path, str] | None = None
    for person, start, end, path, row in sorted(spans, key=lambda span: span[:2]):
        if before is not None and before[0] == person and start <= before[1]:
            line = parts.document.line(before[2])
            place = f"line {line}" if line else f"{before[2][0]}[{before[2][1]}]"
            what = f"{person} resides in {row.country} and in {before[3]} ({place}) at one time"
            parts.add((*path, "from") if row.start else path, what, "End one the day before the other begins")
        if before is None or before[0] != person or end > before[1]:
            before = (person, end, path, row.country)


def states_are_still_there(parts: Parts) -> None:
    """Nothing begins under the code of a State that is no more."""
    for path, row in parts.each("period", "work", "residence", "nationality", "earnings"):
        if row.country in ENDED and row.start is not None:
            year, after = ENDED[row.country]
            if earliest(row.start).year > year:
                what = f"{quote(row.country)} stands for a State that ended in {year} or before"
                parts.add((*path, "country"), what, f"Write {after}")


def claims_are_whole(parts: Parts) -> None:
    """A claim names a branch; what is due on a death is claimed by someone who lives."""
    for path, row in parts.each("claim"):
        if not row.branches:
            parts.add((*path, "branches"), "the claim names no branch", 'Write branches = ["old_age"]')
        due_on_death = [branch for branch in row.branches if branch in ("survivors", "death_grant")]
        if row.claimant == "insured" and due_on_death:
            what = f"{quote(due_on_death[0])} is claimed by the insured"
            parts.add((*path, "branches"), what, "Name the survivor as claimant, by an id of the family")


def statements_are_whole(parts: Parts) -> None:
    """A statement says what its kind is about: an amount with its currency and period, a length, or points."""
    for path, row in parts.each("statement"):
        if row.amount is not None and row.currency is None:
            parts.add((*path, "currency"), "an amount without a currency", 'Write currency = "USD"')
        if row.amount is not None and row.per is None:
            parts.add((*path, "per"), "an amount of which it is not said for how long", 'Write per = "month" or "once"')
        if row.amount is None and row.currency is not None:
            parts.add((*path, "currency"), "a currency without an amount", "Add the amount, or take it out")
        if row.kind in _AMOUNTS and row.amount is None:
            parts.add((*path, "amount"), f"a statement of kind {row.kind} needs an amount", 'Write amount = "650.00"')
        if row.kind in _LENGTHS and row.length is None:
            parts.add((*path, "length"), f"a statement of kind {row.kind} needs a length", _WRITE_LENGTH)
        if row.kind in _AMOUNTS and row.length is not None:
            parts.add((*path, "length"), f"a statement of kind {row.kind} has no length", "Make it a row of its own")
        if row.kind in _LENGTHS and row.amount is not None:
            parts.add((*path, "amount"), f"a statement of kind {row.kind} has no amount", "Make it a row of its own")
        if (row.kind == "points") != (row.points is not None):
            needs = row.kind == "points"
            what = "a statement of kind points needs the points" if needs else "points are a statement of their own"
            parts.add((*path, "points"), what, 'Write kind = "points" and points = "31.5"')


_AMOUNTS = ("independent", "theoretical", "pro_rata", "reference", "minimum")
_WRITE_LENGTH = "Write length = {months = 12}"
_LENGTHS = ("required", "full_career", "own_length", "total_length")


def rates_and_figures_are_given_once(parts: Parts) -> None:
    """One rate of a pair on a day and one overlay of a figure from a day; no rate of nought or of one currency."""
    for path, row in parts.each("rate"):
        if row.base == row.quote:
            parts.add((*path, "quote"), f"a rate of {row.base} to itself", "Name two currencies")
        if not row.value.strip("0."):
            parts.add((*path, "value"), "a rate of nought", "Leave the row out where the rate is not known")
    _once(parts, "rate", "value", lambda row: (row.base, row.quote, row.on), lambda row: "this rate is given twice")
    _once(parts, "assume", "path", lambda row: (row.path, row.start), lambda row: f"{row.path} is assumed twice")


def families_follow_nature(parts: Parts) -> None:
    """A child is not born before its parent."""
    born = parts.person.born
    for path, row in parts.each("family"):
        if row.relation not in ("child", "grandchild") or row.born is None or born is None:
            continue
        if latest(row.born) < earliest(born):
            what = f"a {row.relation} born on {row.born}, before the insured ({born})"
            parts.add((*path, "born"), what, "Mend `born` or `relation`")


def _once(parts: Parts, key: str, at: str, name: Callable[[Any], Hashable], told: Callable[[Any], str]) -> None:
    """Two rows of a table do not bear one name."""
    seen: dict[Hashable, Path] = {}
    for path, row in parts.each(key):
        first = seen.setdefault(name(row), path)
        if first is not path:
            line = parts.document.line(first)
            place = f"line {line}" if line else f"{key}[{first[1]}]"
            parts.add((*path, at), f"{told(row)} (first at {place})", "Keep one, or give it another name")


def _can_be_one_day(one: When, other: When) -> bool:
    return earliest(one) <= latest(other) and earliest(other) <= latest(one)


CHECKS: tuple[Callable[[Parts], None], ...] = (
    ends_follow_starts,
    nobody_acts_before_birth,
    nobody_acts_after_death,
    people_exist,
    ids_are_given_once,
    one_nationality_is_told_one_way,
    one_residence_at_a_time,
    states_are_still_there,
    claims_are_whole,
    statements_are_whole,
    rates_and_figures_are_given_once,
    families_follow_nature,
    work_is_whole,
    check_lengths,
)
