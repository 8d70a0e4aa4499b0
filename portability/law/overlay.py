"""Laying one assumed figure over the law: for a case that says so, or for a question of the form "what if".

A path is file id, scheme, branch and key (`zw.zw-nssa.old_age.minimum`; an instrument's:
`r167-apportionment.totalisation.min_own_period`). The law on the shelf is never changed: what comes back is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from portability.frozen import frozen

Law = Mapping[str, Any]

UNKNOWN = "unknown"
BESIDE = ("kinds", "factor", "minimum", "missing_day", "after_age", "of", "on", "within", "unit", "part")
"""What stands beside a figure and holds on when only the figure is assumed otherwise."""


SAID = ("cites", "source", "standing", "reason")


@frozen
class Assumption:
    """One figure assumed over the law: where, what, from when, and why."""

    path: str
    value: Any
    start: date | None = None
    reason: str = ""


def leaf_of(assumption: Assumption, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The leaf an assumption makes: standing assumed, citing the assumption itself.

    A bare value takes the place of the figure alone: what stands beside it in the leaf before (the kinds of period that
    count, the share of a reduced pension) holds on. A table is a leaf of its own. The text "unknown" says that it is not known.

    >>> leaf_of(Assumption("xa.xa-general.old_age.minimum", "100 XTS per month", reason="as printed"))["standing"]
    'assumed'
    >>> leaf_of(Assumption("xa.s.old_age.qualifying", "9 years"), {"is": "10 years", "kinds": ["insurance"]})["kinds"]
    ['insurance']
    """
    value, reason = assumption.value, assumption.reason or "assumed for this case"
    if isinstance(value, Mapping):
        leaf = dict(value)
    elif value == UNKNOWN:
        leaf = {"unknown": reason}
    else:
        kept = [key for key in BESIDE if before is not None and key in before and (key != "of" or "share" not in before)]
        leaf = {"is": value, **{key: before[key] for key in kept if before is not None}}
    leaf.setdefault("cites", "as assumed for this case")
    leaf["source"] = "assumption"
    leaf["standing"] = "assumed"
    leaf.setdefault("reason", reason)
    return leaf


def national_with(law: Law | None, country: str, assumptions: Iterable[Assumption]) -> Law | None:
    """A State's law with the assumptions laid over it; a State without a file gets one of nothing else.

    >>> law = national_with(None, "BD", [Assumption("bd.bd-general.old_age.qualifying", "15 years")])
    >>> law["bd-general"]["old_age"][0]["qualifying"]["is"]
    '15 years'
    """
    file_id = country.lower()
    changed: dict[str, Any] | None = None
    for assumption in assumptions:
        first, *rest = assumption.path.split(".")
        if first != file_id or len(rest) < 3:
            continue
        if changed is None:
            changed = dict(law) if law is not None else {"country": country, "assumed_only": True}
        scheme, branch, *key = rest
        schemes = changed[scheme] = dict(changed.get(scheme, {}))
        regimes = schemes.get(branch) or [{"from": date.min, "source": "assumption", "assumed_only": True}]
        schemes[branch] = [
            _set(regime, key, assumption) if _reaches(regimes, at, assumption.start) else regime
            for at, regime in enumerate(regimes)
        ]
    return law if changed is None else changed


def instrument_with(law: Law | None, id_: str, assumptions: Iterable[Assumption]) -> Law | None:
    """An instrument with the assumptions laid over it.

    >>> law = instrument_with({"id": "x", "totalisation": {}}, "x", [Assumption("x.totalisation.min_own_period", "6 months")])
    >>> law["totalisation"]["min_own_period"]["is"]
    '6 months'
    >>> chapter = {"operation": "self_executing", "cites": "Art 12", "same_rank": {"is": "each_own"}}
    >>> assumed = Assumption("x.overlap.same_rank", "count_once")
    >>> instrument_with({"overlap": chapter}, "x", [assumed])["overlap"]["same_rank"]["is"]
    'count_once'
    """
    for assumption in assumptions:
        first, *key = assumption.path.split(".")
        if first == id_ and law is not None and key:
            law = _set(law, key, assumption)
    return law


def series_with(law: Law | None, id_: str, assumptions: Iterable[Assumption]) -> Law | None:
    """A year series with the figures of some years assumed; a path is its id and the year.

    >>> law = series_with({"years": [{"year": 2024, "is": "7454"}]}, "xa-index", [Assumption("xa-index.2025", "7900")])
    >>> [(row["year"], row["is"]) for row in law["years"]]
    [(2024, '7454'), (2025, '7900')]
    """
    for assumption in assumptions:
        first, _, year = assumption.path.partition(".")
        if first == id_ and law is not None and year.isdigit():
            rows = [row for row in law["years"] if row["year"] != int(year)]
            rows.append({"year": int(year), **leaf_of(assumption)})
            law = {**law, "years": sorted(rows, key=lambda row: int(row["year"]))}
    return law


def _reaches(regimes: list[Law], at: int, start: date | None) -> bool:
    """Whether an assumption that holds from a day touches the regime at this place of the list."""
    return start is None or at + 1 == len(regimes) or regimes[at + 1]["from"] > start


def _set(law: Law, key: list[str], assumption: Assumption) -> dict[str, Any]:
    """A piece of law with the figure at a key assumed; of a dated list only what holds on the day and after it."""
    changed = dict(law)
    head, *rest = key
    before = changed.get(head)
    if rest and before is None:  # a part of a figure that is not told here: there is nothing to lay it on
        return changed
    if rest and isinstance(before, list):
        changed[head] = [
            _set(entry, rest, assumption) if held else entry for entry, held in _from(before, assumption.start)
        ]
        return changed
    if rest:
        below = before if isinstance(before, Mapping) else {}
        if _is_leaf(below) and assumption.start is not None:
            return _set(changed | {head: [{**below, "from": below.get("from", date.min)}]}, key, assumption)
        changed[head] = _set(below, rest, assumption)
        return changed
    if _is_leaf(law):  # a parameter inside a formula: only the value changes, and the formula's standing with it
        changed[head] = assumption.value
        changed["standing"], changed["reason"] = "assumed", leaf_of(assumption)["reason"]
        return changed
    known = before[-1] if isinstance(before, list) and before else before
    leaf = leaf_of(assumption, known if isinstance(known, Mapping) else None)
    if assumption.start is not None and before is not None:
        earlier = before if isinstance(before, list) else [{**before, "from": before.get("from", date.min)}]
        kept = [entry for entry in earlier if entry["from"] < assumption.start]
        changed[head] = [*kept, {**leaf, "from": assumption.start}]
    elif assumption.start is not None:  # before its first day the law is as it was: it has no such figure
        changed[head] = [
            {"repealed": "not before the day assumed", **{key: leaf[key] for key in SAID}, "from": date.min},
            {**leaf, "from": assumption.start},
        ]
    else:
        changed[head] = leaf
    return changed


def _is_leaf(law: Law) -> bool:
    """Whether a piece of law is one figure with its article: a regime has `from`, a chapter its `operation`."""
    return isinstance(law.get("cites"), str) and "operation" not in law and ("from" not in law or "standing" in law)


def _from(entries: list[Law], start: date | None) -> list[tuple[Law, bool]]:
    """The entries of a dated list, the one in force on a day cut there; and of each whether it holds from then on."""
    if start is None:
        return [(entry, True) for entry in entries]
    found: list[tuple[Law, bool]] = []
    for at, entry in enumerate(entries):
        then = entries[at + 1]["from"] if at + 1 < len(entries) else date.max
        begins = entry.get("from", date.min)
        if begins < start:
            found.append((entry, False))
        if then > start:
            found.append(({**entry, "from": max(begins, start)}, True))
    return found
