"""Months and days of many rows at once, and what may be wrong with a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population.people import NONE

Array = npt.NDArray[Any]

EPOCH = date(1970, 1, 1).toordinal()
MONTHS_TO_EPOCH = 12 * 70


def days_of_months(months: Array) -> Array:
    """The number of the first day of each month; NONE where there is none.

    >>> days_of_months(np.array([0, -1], np.int16)).tolist() == [date(1900, 1, 1).toordinal(), -1]
    True
    """
    first = (months.astype(np.int64) - MONTHS_TO_EPOCH).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return np.where(months == NONE, NONE, first + EPOCH).astype(np.int32)


def months_of_days(days: Array) -> Array:
    """The month each day lies in, from January 1900; NONE where there is no day.

    >>> months_of_days(np.array([date(1950, 3, 31).toordinal(), -1])).tolist()
    [602, -1]
    """
    found = (days.astype(np.int64) - EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return np.where(days == NONE, NONE, found + MONTHS_TO_EPOCH).astype(np.int16)


def whole_months(first: Array, last: Array) -> Array:
    """Whether each time is of whole months: from the first day of a month to the last of one; no time is.

    >>> whole_months(np.array([date(2010, 1, 1).toordinal()]), np.array([date(2010, 2, 28).toordinal()])).tolist()
    [True]
    """
    after = np.where(last == NONE, NONE, last + 1)
    found: Array = (days_of_months(months_of_days(first)) == first) & (days_of_months(months_of_days(after)) == after)
    return found


def spans(arrays: Mapping[str, Array], size: int) -> tuple[Array, Array]:
    """The first and the last day of each row, however its table tells them; NONE where it does not."""
    nothing = np.full(size, NONE, np.int32)
    if "year" in arrays:
        year = arrays["year"].astype(np.int64)
        told = year != NONE
        first = np.where(told, days_of_months((np.where(told, year, 1900) - 1900) * 12), NONE)
        last = np.where(told, days_of_months((np.where(told, year, 1900) - 1899) * 12) - 1, NONE)
        return first.astype(np.int32), last.astype(np.int32)
    first = arrays.get("from", nothing)
    last = arrays.get("to", nothing)
    if "from_month" in arrays:
        first = np.where(arrays["from_month"] == NONE, first, days_of_months(arrays["from_month"]))
    if "until_month" in arrays:
        until = arrays["until_month"]
        last = np.where(until == NONE, last, days_of_months(until) - 1)
    return first, last
