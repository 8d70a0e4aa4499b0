"""Reading one figure of the law on one day, with its article and its standing. No model stands between: the file is it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from portability.citation import Citation
from portability.frozen import frozen


@frozen
class Leaf:
    """A figure of the law as it stands on a day.

    `state`: known, unknown (nobody found it), none_known (no such limit was found), projected (carried forward past
    the last date for which it is known), before (older than the first date known), repealed.
    """

    path: str
    state: str
    is_: Any
    raw: Mapping[str, Any]
    cites: Citation
    standing: str
    reason: str = ""
    from_: date | None = None

    @property
    def is_told(self) -> bool:
        """Whether the law tells what the figure is, for the day or for an earlier one."""
        return self.state in ("known", "projected")

    def get(self, key: str, default: Any = None) -> Any:
        """A further parameter written beside the figure."""
        return self.raw.get(key, default)


def leaf_at(raw: Any, at: date, source: str, path: str, sex: str | None = None) -> Leaf | None:
    """The figure in force on a day, from one entry or a list of dated ones; None where the law has no such figure.

    >>> entry = [{"from": date(2010, 1, 1), "is": "3200 XTS per month", "cites": "s. 14", "standing": "official"},
    ...          {"from": date(2024, 1, 1), "is": "4100 XTS per month", "cites": "s. 2", "standing": "official"}]
    >>> leaf_at(entry, date(2023, 6, 1), "xa-act", "minimum").is_
    '3200 XTS per month'
    >>> leaf_at(entry, date(2009, 6, 1), "xa-act", "minimum").state
    'before'
    """
    if raw is None:
        return None
    entries: Sequence[Mapping[str, Any]] = raw if isinstance(raw, list) else (raw,)
    if not entries:
        return None
    current = None
    for entry in entries:
        if "from" not in entry or entry["from"] <= at:
            current = entry
    if current is None:
        return _leaf(entries[0], "before", source, path, f"not known before {entries[0]['from']}", None)
    if "repealed" in current:
        return _leaf(current, "repealed", source, path, str(current["repealed"]), None)
    if "unknown" in current:
        return _leaf(current, "unknown", source, path, str(current["unknown"]), None)
    if "none_known" in current:
        return _leaf(current, "none_known", source, path, str(current["none_known"]), None)
    value = current.get("is")
    if value is None and ("M" in current or "F" in current):
        value = current.get(sex) if sex else None
        if value is None:
            return _leaf(current, "unknown", source, path, "the law differs by sex, and the sex is not given", None)
    known_to = current.get("known_to")
    if known_to is not None and at > known_to:
        return _leaf(current, "projected", source, path, f"last known for {known_to}, carried forward", value)
    return _leaf(current, "known", source, path, str(current.get("reason", "")), value)


def leaf_of_year(series: Mapping[str, Any], year: int, path: str) -> Leaf:
    """The figure of a series for a year; beyond `known_to` the last one, carried forward; a year without a row is not known.

    >>> series = {"known_to": 2024, "years": [{"year": 2024, "is": "7454", "cites": "table 1", "standing": "official"}]}
    >>> [leaf_of_year(series, year, "xa-index").state for year in (2023, 2024, 2025)]
    ['unknown', 'known', 'projected']
    """
    source, rows = str(series.get("source", path)), series["years"]
    found = next((row for row in rows if row["year"] == year), None)
    if found is not None:
        leaf = leaf_at(found, date.max, source, f"{path}.{year}")
        assert leaf is not None
        return leaf
    known_to = series.get("known_to")
    if known_to is not None and year > known_to and "is" in rows[-1]:
        reason = f"last known for {known_to}, carried forward"
        return _leaf({**rows[-1], "known_to": known_to}, "projected", source, f"{path}.{year}", reason, rows[-1]["is"])
    return _leaf({"source": source, "cites": str(series.get("title", ""))}, "unknown", source, f"{path}.{year}",
                 f"the series tells no figure for {year}", None)


def _leaf(entry: Mapping[str, Any], state: str, source: str, path: str, reason: str, value: Any) -> Leaf:
    standing = str(entry.get("standing", "assumed"))
    if state in ("projected", "none_known"):
        standing = "assumed"
    cites = Citation(str(entry.get("source", source)), str(entry.get("cites", "")))
    return Leaf(path, state, value, entry, cites, standing, reason, entry.get("from"))


def regime_at(regimes: Sequence[Mapping[str, Any]], at: date) -> Mapping[str, Any] | None:
    """The regime of a scheme and branch in force on a day; None before the first or in a gap.

    >>> regimes = [{"from": date(2000, 1, 1), "until": date(2009, 12, 31)}, {"from": date(2010, 1, 1)}]
    >>> regime_at(regimes, date(2010, 1, 1))["from"]
    datetime.date(2010, 1, 1)
    """
    current = None
    for regime in regimes:
        if regime["from"] <= at:
            current = regime
    if current is None or at > current.get("until", date.max) or "repealed" in current:
        return None
    return current


def changes(raw: Any) -> set[date]:
    """Every day on which something in this piece of law changes.

    >>> sorted(changes([{"from": date(2000, 1, 1), "until": date(2009, 12, 31)}]))
    [datetime.date(2000, 1, 1), datetime.date(2010, 1, 1)]
    """
    found: set[date] = set()
    if isinstance(raw, Mapping):
        for key, value in raw.items():
            if key in ("from", "in_force_from") and isinstance(value, date):
                found.add(value)
            elif key in ("until", "to", "known_to") and isinstance(value, date) and value < date.max:
                found.add(value + timedelta(days=1))
            else:
                found |= changes(value)
    elif isinstance(raw, list):
        for item in raw:
            found |= changes(item)
    return found
