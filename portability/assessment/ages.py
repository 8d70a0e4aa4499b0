"""On which days an age of the law is reached: by sex, by cohort, a year earlier for each child; between two days if open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from portability.assessment.figures import Reader
from portability.case.career import Career
from portability.citation import FACT_STANDINGS, LAW_STANDINGS
from portability.number.exact import quantity
from portability.periods.dates import Missing, add_months, reaches_age
from portability.periods.spells import Spell

ONE_DAY = timedelta(days=1)
AT_MOST = 150 * 12


class Reached(NamedTuple):
    """The earliest and the latest day on which an age can have been reached, the facts that leave it open, the ages.

    `ages` are in months, the lowest and the highest; `facts` and `law` the standings of what it rests on.
    """

    first: date
    last: date
    open: tuple[str, ...]
    ages: tuple[int, int]
    facts: str
    law: str


class _Choice(NamedTuple):
    """An age in months for those born on the days between two, and the facts that leave open whether it is theirs."""

    months: int
    born: tuple[date, date]
    open: tuple[str, ...] = ()


def reached(
    reader: Reader, raw: Mapping[str, Any], standing: str, missing: Missing, career: Career, spells: Sequence[Spell] = ()
) -> Reached | None:
    """When the age that a leaf tells is reached; None where the date of birth, or the age, is not known at all.

    `spells` are the periods in the scheme, of which the first day of insurance decides where the law says so.
    """
    if career.born is None or not any(key in raw for key in ("is", "from_age", "F", "rows")):
        return None
    choices = list(_choices(raw, career, spells))
    facts = {"person.born"} if career.born[0] != career.born[1] else set()
    facts |= {fact for choice in choices for fact in choice.open}
    standings = [career.born_standing]
    if any("insured_before" in row for row in raw.get("rows", ())):
        standings += [spell.standing for spell in spells]
    less = _less_for_children(reader, career)
    if less.open:
        facts.add(less.open)
    days = [
        (
            reaches_age(choice.born[0], 0, max(choice.months - less.most, 0), missing),
            reaches_age(choice.born[1], 0, max(choice.months - less.least, 0), missing),
        )
        for choice in choices
    ]
    return Reached(
        min(first for first, _ in days),
        max(last for _, last in days),
        tuple(sorted(facts)) or ("person.born",),
        (
            min(max(choice.months - less.most, 0) for choice in choices),
            max(max(choice.months - less.least, 0) for choice in choices),
        ),
        max(standings, key=FACT_STANDINGS.index),
        max((standing, less.standing), key=LAW_STANDINGS.index),
    )


def months_of(text: str) -> int:
    """An age of the law in months.

    >>> months_of("62 years"), months_of("750 months")
    (744, 750)
    """
    found = quantity(text)
    return int(found.value * 12 if found.unit == "years" else found.value)


def _by_sex(raw: Mapping[str, Any], sex: str | None) -> Iterator[tuple[int, tuple[str, ...]]]:
    for key in ("is", "from_age"):
        if key in raw:
            yield months_of(raw[key]), ()
    if "F" in raw and "M" in raw:
        for one in ("F", "M"):
            if sex in (None, one):
                yield months_of(raw[one]), () if sex else ("person.sex",)


def _choices(raw: Mapping[str, Any], career: Career, spells: Sequence[Spell]) -> Iterator[_Choice]:
    """Every age that may be the person's, for the days of birth for which it is."""
    assert career.born is not None  # asked of persons whose birth is known
    if "rows" not in raw:
        yield from (_Choice(months, career.born, open_) for months, open_ in _by_sex(raw, career.sex))
        return
    start, end = career.born
    doubts: tuple[str, ...] = ()
    for row in raw["rows"]:
        until = min(end, row["born_before"] - ONE_DAY) if "born_before" in row else end
        if until < start:
            continue
        insured = _insured_before(row, spells)
        if insured is False:
            continue
        fact = () if insured else (f"the first day of insurance under {spells[0].country}.{spells[0].scheme}",)
        for months, open_ in _by_sex(row, career.sex):
            yield _Choice(months, (start, until), (*doubts, *fact, *open_))
        doubts += fact
        if insured:
            start = until + ONE_DAY
            if start > end:
                return


def _insured_before(row: Mapping[str, Any], spells: Sequence[Spell]) -> bool | None:
    """Whether the person was first insured in the scheme before the day of a row; None where periods have no dates."""
    if "insured_before" not in row:
        return True
    dated = [spell.span.start for spell in spells if spell.span is not None]
    if dated and min(dated) < row["insured_before"]:
        return True
    return None if any(spell.span is None for spell in spells) else False


class _Less(NamedTuple):
    least: int
    most: int
    open: str
    standing: str


def _less_for_children(reader: Reader, career: Career) -> _Less:
    """By how many months the age is lower for the children of a parent: at least and at most."""
    leaf = reader.peek("age_per_child")
    children = sum(1 for one in career.case.family if one.relation == "child") if leaf is not None else 0
    if leaf is None or leaf.state in ("repealed", "none_known") or children == 0:
        return _Less(0, 0, "", "official")
    if career.sex is not None and leaf.get("of") not in (None, career.sex):
        return _Less(0, 0, "", "official")
    counted = min(children, leaf.get("at_most", children))
    if leaf.is_ is None:
        return _Less(0, AT_MOST, leaf.path, leaf.standing)
    months = months_of(leaf.is_) * counted
    if career.sex is None and leaf.get("of") is not None:
        return _Less(0, months, "person.sex", leaf.standing)
    return _Less(months, months, "", leaf.standing)


def months_between_days(start: date, end: date, way: str) -> int:
    """The months from a day to a later one: complete ones, or with the one begun; nought where it is not later.

    >>> months_between_days(date(2025, 1, 15), date(2025, 3, 20), "begun")
    3
    >>> months_between_days(date(2025, 1, 15), date(2025, 3, 20), "complete")
    2
    """
    if end <= start:
        return 0
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    while add_months(start, months, "earlier") > end:
        months -= 1
    return months + 1 if way == "begun" and add_months(start, months, "earlier") < end else months
