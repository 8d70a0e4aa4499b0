"""Spans of days, both ends included, and the sets they form.

A set of days is a tuple of spans in order that neither overlap nor touch; `merge` makes one of any spans.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

from portability.periods import stretches
from portability.periods.stretches import Stretch


class Span(NamedTuple):
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"

    @property
    def stretch(self) -> Stretch:
        """The same days as ordinal numbers, the end excluded."""
        return self.start.toordinal(), self.end.toordinal() + 1


Spans: TypeAlias = tuple[Span, ...]


def spans_of(days: Iterable[Stretch]) -> Spans:
    """Spans for stretches of ordinal days.

    >>> spans_of([(1, 3)])
    (Span(start=datetime.date(1, 1, 1), end=datetime.date(1, 1, 2)),)
    """
    return tuple(Span(date.fromordinal(first), date.fromordinal(after - 1)) for first, after in days)


def merge(spans: Iterable[Span]) -> Spans:
    """The days of any spans, in order, overlapping and touching ones joined.

    >>> late, early = Span(date(2001, 1, 1), date(2001, 1, 9)), Span(date(2000, 1, 1), date(2000, 12, 31))
    >>> [str(span) for span in merge([late, early])]
    ['2000-01-01 to 2001-01-09']
    """
    return spans_of(stretches.merge(span.stretch for span in spans))


def cut(spans: Iterable[Span], by: Iterable[Span]) -> Spans:
    """The days of `spans` that are not in `by`.

    >>> week, month = Span(date(2000, 1, 1), date(2000, 1, 9)), Span(date(2000, 1, 3), date(2000, 2, 1))
    >>> [str(span) for span in cut([week], [month])]
    ['2000-01-01 to 2000-01-02']
    """
    return spans_of(stretches.cut(_days(spans), _days(by)))


def meet(spans: Iterable[Span], others: Iterable[Span]) -> Spans:
    """The days that are in both.

    >>> week, month = Span(date(2000, 1, 1), date(2000, 1, 9)), Span(date(2000, 1, 3), date(2000, 2, 1))
    >>> [str(span) for span in meet([week], [month])]
    ['2000-01-03 to 2000-01-09']
    """
    return spans_of(stretches.meet(_days(spans), _days(others)))


def days(spans: Iterable[Span]) -> int:
    """How many days any spans cover, each day once.

    >>> days([Span(date(2000, 2, 1), date(2000, 2, 29)), Span(date(2000, 2, 20), date(2000, 3, 1))])
    30
    """
    return stretches.size(_days(spans))


def calendar_months(spans: Iterable[Span]) -> int:
    """How many calendar months have at least one day in any spans, each month once.

    >>> calendar_months([Span(date(2000, 1, 31), date(2000, 3, 1)), Span(date(2000, 3, 31), date(2000, 3, 31))])
    3
    """
    seen, months = 0, 0
    for span in merge(spans):
        first, last = span.start.year * 12 + span.start.month, span.end.year * 12 + span.end.month
        months += last - max(first, seen + 1) + 1
        seen = last
    return months


def by_year(spans: Iterable[Span]) -> tuple[tuple[int, Spans], ...]:
    """The days of any spans, apart for each calendar year that has one, in order.

    >>> [(year, days(part)) for year, part in by_year([Span(date(2000, 12, 1), date(2001, 1, 10))])]
    [(2000, 31), (2001, 10)]
    """
    apart: dict[int, list[Span]] = {}
    for span in merge(spans):
        for year in range(span.start.year, span.end.year + 1):
            part = Span(max(span.start, date(year, 1, 1)), min(span.end, date(year, 12, 31)))
            apart.setdefault(year, []).append(part)
    return tuple((year, tuple(parts)) for year, parts in apart.items())


def _days(spans: Iterable[Span]) -> list[Stretch]:
    return stretches.merge(span.stretch for span in spans)
