"""The shelf as it was known on a day: what was published later, or without a day of publication began later, is not there.

The day decided for and the day the law is known of are independent. A figure that was to change is carried forward from the
last one known, as any figure past the last day for which it is known; so is a regime that a later law replaced.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple

from portability.law.dated import Leaf
from portability.law.shelf import Law, Shelf

ONE_DAY = timedelta(days=1)
ENDS = ("until", "to")


def known_on(shelf: Shelf, day: date | None) -> Shelf:
    """The same shelf with the law known on a day; the shelf itself without a day, or where it is so cut already.

    >>> from portability.law.shelf import default_shelf
    >>> known_on(default_shelf(), date(2009, 6, 29)).national("XA")["xa-general"]["old_age"][-1]["from"]
    datetime.date(1980, 1, 1)
    >>> known_on(default_shelf(), date(2009, 6, 30)).national("XA")["xa-general"]["old_age"][-1]["from"]
    datetime.date(2010, 1, 1)
    """
    if day is None or (isinstance(shelf, _KnownShelf) and shelf.day == day):
        return shelf
    return _KnownShelf(shelf, day)


class _KnownShelf(Shelf):
    """A shelf whose law is cut to what was known on a day; each law once, so that what is read from it is remembered."""

    def __init__(self, shelf: Shelf, day: date) -> None:
        super().__init__(shelf.folder)
        self._read, self._digests = shelf._read, shelf._digests  # read once for all days
        self.day = day
        self._cut: dict[str, Law | None] = {}

    def _file(self, name: str) -> Law | None:
        if name not in self._cut:
            self._cut[name] = known_law(super()._file(name), self.day)
        elif self._cut[name] is not None:
            self._used.add(name)
        return self._cut[name]


def in_force_on(shelf: Shelf, day: date, ids: Collection[str]) -> Shelf:
    """The same shelf, on which some instruments link only whom they linked on a day; a model that nobody signed is as it is.

    A set of agreements takes the parties of what it adds as bound; of earlier days nothing is paid that was not in force then.

    >>> from portability.law.shelf import default_shelf
    >>> in_force_on(default_shelf(), date(2010, 4, 30), ("xw-higher",)).instrument("xw-higher") is None
    True
    """
    return shelf if not ids else _InForce(shelf, day, frozenset(ids))


class _InForce(Shelf):
    def __init__(self, shelf: Shelf, day: date, ids: Collection[str]) -> None:
        self.__dict__.update(shelf.__dict__)
        self.shelf, self.day, self.ids = shelf, day, ids

    def _file(self, name: str) -> Law | None:
        return self.shelf._file(name)

    def instrument(self, id_: str) -> Law | None:
        law = self.shelf.instrument(id_)
        if law is None or id_ not in self.ids or law.get("scenario"):
            return law
        if self.day < law.get("in_force_from", date.min):
            return None
        there = [row for row in law.get("party", ()) if row.get("from", date.min) <= self.day <= row.get("to", date.max)]
        return {**law, "party": there}


def known_law(law: Law | None, day: date) -> Law | None:
    """A law as known on a day; None where nothing of it was: an instrument not yet in force nor published.

    >>> order = {"from": date(2024, 1, 1), "published": date(2023, 12, 10), "is": "400 XTS per month"}
    >>> known = {"from": date(2010, 1, 1), "is": "350 XTS per month", "cites": "s. 14", "standing": "official"}
    >>> known_law({"minimum": [known, order]}, date(2023, 12, 9))["minimum"][-1]["known_to"]
    datetime.date(2023, 12, 31)
    >>> len(known_law({"minimum": [known, order]}, date(2023, 12, 10))["minimum"])
    2
    """
    if law is None or not _made(law, day, "in_force_from"):
        return None
    if "years" in law:
        return _years(law, day)
    all_ends = law.get("reviewed", date.max) <= day  # what the file says was known when it was last looked over
    return _Cut(day, all_ends).table(law)


def _years(series: Law, day: date) -> dict[str, Any]:
    """A year series as known on a day: a year's figure from the day it was made known, or that year's first."""
    rows = [row for row in series["years"] if row.get("published", date(row["year"], 1, 1)) <= day]
    if len(rows) == len(series["years"]):
        return dict(series)
    last = max((row["year"] for row in rows), default=0)
    return {**series, "years": rows, "known_to": min(series.get("known_to", last), last)}


def _made(entry: Law, day: date, begins: str = "from") -> bool:
    made = entry.get("published", entry.get(begins))
    return not isinstance(made, date) or made <= day


class _Cut(NamedTuple):
    """Cuts a law to what was known on a day; `all_ends`: whether that takes in every end the file names."""

    day: date
    all_ends: bool

    def table(self, law: Law) -> dict[str, Any]:
        cut: dict[str, Any] = {}
        for key, value in self._ended(law).items():
            if isinstance(value, Mapping):
                cut[key] = self.table(value)
            elif isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
                cut |= {key: kept} if (kept := self._rows(value)) else {}
            else:
                cut[key] = value
        return cut

    def _rows(self, rows: Sequence[Law]) -> list[dict[str, Any]]:
        """The entries that were known; one whose successor was not yet known goes on, carried forward from then."""
        kept: list[dict[str, Any]] = []
        for row, later in zip_longest(rows, rows[1:]):
            if not _made(row, self.day):
                continue
            if later is None or "state" in row or _made(later, self.day):
                kept.append(self.table(row) if later is None or "state" in row else {**self.table(row), **_ends(row)})
            else:
                kept.append(_carried(self.table({k: v for k, v in row.items() if k not in ENDS}), later["from"], self.day))
        return kept

    def _ended(self, law: Law) -> Law:
        """A law without the end that lay ahead and was not yet made known."""
        if self.all_ends or not _ends(law):
            return law
        known = law.get("end_published", date.max) <= self.day
        return {key: value for key, value in law.items() if key not in ENDS or known or value <= self.day}


def _ends(entry: Law) -> dict[str, date]:
    return {key: entry[key] for key in ENDS if isinstance(entry.get(key), date)}


def _carried(entry: dict[str, Any], then: date, day: date) -> dict[str, Any]:
    """An entry whose successor was not yet known: a figure is known to the day before, and so is every figure of a regime."""
    if _is_figure(entry):
        return _figure_to(entry, {"known_to": then - ONE_DAY, "known_on": day})
    till = {"known_to": then - ONE_DAY, "known_on": day, "law_from": entry.get("from")}
    return {key: _each_to(value, till) for key, value in entry.items()}


def _each_to(value: Any, till: Mapping[str, Any]) -> Any:
    if isinstance(value, Mapping) and _is_figure(value):
        return _figure_to(value, till)
    if isinstance(value, list) and value and isinstance(value[-1], Mapping) and _is_figure(value[-1]):
        return [*value[:-1], _figure_to(value[-1], till)]
    return value


def _figure_to(leaf: Mapping[str, Any], till: Mapping[str, Any]) -> dict[str, Any]:
    return dict(leaf) if leaf.get("known_to", date.max) <= till["known_to"] else {**leaf, **till}


def carried(leaf: Leaf) -> str:
    """What is carried forward, as a decision says it: a figure, or the whole law of a branch where a later one was not known."""
    if "law_from" in leaf.raw:
        branch = ".".join(leaf.path.split(".")[:3])
        return f"{branch}: the law of {leaf.raw['law_from']}, on {leaf.raw['known_on']} the last one known,"
    return f"{leaf.path}: last known for {leaf.raw.get('known_to')} ({leaf.cites});"


def _is_figure(entry: Mapping[str, Any]) -> bool:
    return "cites" in entry and "standing" in entry
