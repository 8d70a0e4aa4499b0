"""What an instrument says of its parties: who is bound on a day, for which branches, and since when.

A State may have several entries: it left and came back, or accepted further branches later.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from portability.law.recall import Same, recalled

Entry = Mapping[str, Any]


class Answer(NamedTuple):
    """What the parties' entries say of a State: the entry that says it, and yes, no, or None where it is not known."""

    entry: Entry
    takes: bool | None


@recalled
def entries(law: Same) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of every State among the parties, in the order of the file."""
    found: dict[str, tuple[Entry, ...]] = {}
    for party in law.law.get("party", ()):
        found[party["state"]] = (*found.get(party["state"], ()), party)
    return found


def takes(entry: Entry, branch: str | None) -> bool | None:
    """Whether an entry covers a branch (None: any); None where that is not known. A party that names none took them all.

    >>> takes({}, "old_age"), takes({"branches": ["sickness"]}, "old_age"), takes({"unknown_branches": ["old_age"]}, "old_age")
    (True, False, None)
    """
    if "unknown" in entry:
        return None
    if branch is None:
        return True
    if branch in entry.get("unknown_branches", ()):
        return None
    return branch in entry["branches"] if "branches" in entry else "unknown_branches" not in entry


def answer(law: Mapping[str, Any], state: str, at: date | None, branch: str | None = None) -> Answer | None:
    """What is known of a State on a day (None: on any day) for a branch; None where it is no party then.

    >>> law = {"party": [{"state": "XA", "from": date(2010, 1, 1), "branches": ["sickness"]},
    ...                  {"state": "XA", "from": date(2015, 1, 1), "branches": ["old_age"]}]}
    >>> answer(law, "XA", date(2012, 1, 1), "old_age").takes, answer(law, "XA", date(2016, 1, 1), "old_age").takes
    (False, True)
    """
    found = None
    for entry in entries(Same(law)).get(state, ()):
        if at is not None and not entry.get("from", date.min) <= at <= entry.get("to", date.max):
            continue
        one = Answer(entry, takes(entry, branch))
        if found is None or _surer(one.takes, found.takes):
            found = one
    return found


def _surer(one: bool | None, other: bool | None) -> bool:
    return (False, None, True).index(one) > (False, None, True).index(other)


def first_day_bound(law: Mapping[str, Any], state: str, branch: str) -> date | None:
    """The first day on which a State is bound, or may be, for a branch; None where it never is.

    >>> law = {"in_force_from": date(1964, 4, 25), "party": [{"state": "XA", "from": date(1963, 3, 7)}]}
    >>> first_day_bound(law, "XA", "old_age"), first_day_bound(law, "XB", "old_age")
    (datetime.date(1964, 4, 25), None)
    """
    days = [
        entry.get("from", date.min)
        for entry in entries(Same(law)).get(state, ())
        if takes(entry, branch) is not False
    ]
    return max(min(days), law.get("in_force_from", date.min)) if days else None
