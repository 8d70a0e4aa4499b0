"""Converted quarters laid on calendar quarters, where an agreement credits them on a record of quarters."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from portability.periods.spans import Span
from portability.periods.stretches import Stretch


class Quarter(NamedTuple):
    """A calendar quarter: the year, and 1 to 4."""

    year: int
    quarter: int


def credit_quarters(number: int, span: Span, taken: Collection[Quarter] = ()) -> tuple[Quarter, ...]:
    """Quarters credited from the one in which a period begins, one after another, to the one in which it ends.

    Quarters in `taken`, already on the record, are passed over; what finds no room is not credited.
    Source: the United States' instructions for foreign coverage (SSA POMS GN 01728.110, GN 01706.026).

    >>> from datetime import date
    >>> [tuple(each) for each in credit_quarters(3, Span(date(1950, 11, 1), date(1952, 1, 9)), {Quarter(1951, 1)})]
    [(1950, 4), (1951, 2), (1951, 3)]
    """
    first, last = (day.year * 4 + (day.month - 1) // 3 for day in span)
    quarters = (Quarter(index // 4, index % 4 + 1) for index in range(first, last + 1))
    return tuple([each for each in quarters if each not in taken][:number])


def quarters_touched(days: Sequence[Stretch]) -> set[Quarter]:
    """The calendar quarters of which a set of days holds some.

    >>> sorted(quarters_touched([(date(2020, 3, 31).toordinal(), date(2020, 4, 2).toordinal())]))
    [Quarter(year=2020, quarter=1), Quarter(year=2020, quarter=2)]
    """
    spans = [Span(date.fromordinal(first), date.fromordinal(after - 1)) for first, after in days]
    return {quarter for span in spans for quarter in credit_quarters(4 * (span.end.year - span.start.year + 1), span)}
