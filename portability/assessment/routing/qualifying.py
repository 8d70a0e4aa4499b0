"""What national law asks of the unemployed, and the months of work there are: counted as calendar time, each day once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from portability.assessment.at_once import span
from portability.assessment.names import assumptions
from portability.assessment.part import Asking
from portability.assessment.routing.rows import earlier
from portability.case.tables import Period
from portability.frozen import frozen
from portability.law.dated import Leaf, leaf_at, regime_at
from portability.law.overlay import national_with
from portability.number.exact import quantity
from portability.periods.dates import elapsed
from portability.periods.spans import Span

MONTHS = {
    "years": Fraction(12),
    "quarters": Fraction(3),
    "months": Fraction(1),
    "weeks": Fraction(12, 52),
    "days": Fraction(1, 30),
}
BRANCH = "unemployment"


@frozen
class Asked:
    """What a law asks: months of insurance, within a time before the day; the share of the pay it gives. None: not known."""

    required: Fraction | None = None
    window: str | None = None
    since: date = date.min
    leaf: Leaf | None = None
    share: Fraction | None = None
    share_told: str = ""
    share_leaf: Leaf | None = None


def asked_of(asking: Asking, country: str, day: date) -> Asked:
    """What the law of a State asks, as the shelf has it or the case assumes it, else as an institution states it."""
    law = national_with(asking.shelf.national(country), country, assumptions(asking.case)) or {}
    for name, scheme in law.items():
        regimes = scheme.get(BRANCH) if isinstance(scheme, dict) else None
        regime = regime_at(regimes, day) if isinstance(regimes, list) else None
        if regime is None:
            continue
        source, path = str(regime.get("source", "")), f"{country.lower()}.{name}.{BRANCH}"
        needs = leaf_at(regime.get("qualifying"), day, source, f"{path}.qualifying")
        rate = leaf_at(regime.get("share"), day, source, f"{path}.share")
        window = None if needs is None else needs.get("within")
        return Asked(
            required=None if needs is None or needs.is_ is None else months_told(needs.is_),
            window=window,
            since=date.min if window is None else earlier(day, window),
            leaf=needs,
            share=None if rate is None or rate.is_ is None else quantity(rate.is_).value,
            share_told="" if rate is None else str(rate.is_),
            share_leaf=rate,
        )
    for row in asking.case.statement:
        if (row.country, row.branch, row.kind) == (country, BRANCH, "required") and row.length is not None:
            told = row.length.told()
            return Asked(required=sum((MONTHS[unit] * value for unit, value in told.items() if unit in MONTHS), Fraction(0)))
    return Asked()


def months_told(text: str) -> Fraction:
    """A length of the law in months.

    >>> months_told("2 years")
    Fraction(24, 1)
    """
    read = quantity(text)
    return read.value * MONTHS[read.unit]


def months_of(rows: Sequence[Period], since: date, day: date) -> Fraction:
    """The months of some periods before a day: as certified where nothing limits the time, else by the calendar."""
    sure = [row for row in rows if since == date.min and row.certified is not None and span(row)[1] < day]
    told = [row.certified.told() for row in sure if row.certified is not None]
    certified = sum((MONTHS[unit] * value for each in told for unit, value in each.items() if unit in MONTHS), Fraction(0))
    return certified + months_between([row for row in rows if row not in sure], since, day)


def months_between(rows: Sequence[Period], since: date, day: date) -> Fraction:
    """The calendar months that some periods cover between two days, each day once; a rest of days in thirtieths.

    >>> from portability.case.model import read_case
    >>> case = read_case({"format": "portability.case/1", "id": "c", "period": [{"id": "a", "country": "XA",
    ...     "kind": "insurance", "from": "2020-01-01", "to": "2020-09-15"}]})
    >>> months_between(case.period, date(2020, 3, 1), date(2021, 1, 1))
    Fraction(13, 2)
    """
    spans = sorted((max(start, since), min(end, day - timedelta(days=1))) for start, end in map(span, rows))
    total, until = Fraction(0), since
    for start, end in spans:
        start = max(start, until)
        if start > end:
            continue
        found = elapsed(Span(start, end), "earlier")
        total += found.years * 12 + found.months + Fraction(found.days, 30)
        until = end + timedelta(days=1)
    return total
