"""Laying one assumed figure over the law: for a case that says so, or for a question of the form "what if".

A path is file id, scheme, branch and key (`zw.zw-nssa.old_age.minimum`; an instrument's:
`r167-apportionment.totalisation.min_own_period`). The law on the shelf is never changed: what comes back is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Law = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Assumption:
    """One figure assumed over the law: where, what, from when, and why."""

    path: str
    value: Any
    start: date | None = None
    reason: str = ""


def leaf_of(assumption: Assumption) -> dict[str, Any]:
    """The leaf an assumption makes: standing assumed, citing the assumption itself.

    >>> leaf_of(Assumption("xa.xa-general.old_age.minimum", "100 XTS per month", reason="as printed"))["standing"]
    'assumed'
    """
    value = assumption.value
    leaf: dict[str, Any] = dict(value) if isinstance(value, Mapping) else {"is": value}
    leaf.setdefault("cites", "as assumed for this case")
    leaf["source"] = "assumption"
    leaf["standing"] = "assumed"
    leaf.setdefault("reason", assumption.reason or "assumed for this case")
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
            _set(regime, key, leaf_of(assumption), assumption) if _reaches(regimes, at, assumption.start) else regime
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
            law = _set(law, key, leaf_of(assumption), assumption)
    return law


def _reaches(regimes: list[Law], at: int, start: date | None) -> bool:
    """Whether an assumption that holds from a day touches the regime at this place of the list."""
    return start is None or at + 1 == len(regimes) or regimes[at + 1]["from"] > start


def _set(law: Law, key: list[str], leaf: dict[str, Any], assumption: Assumption) -> dict[str, Any]:
    changed = dict(law)
    head, *rest = key
    if rest:
        below = changed.get(head, {})
        changed[head] = _set(below if isinstance(below, Mapping) else {}, rest, leaf, assumption)
        return changed
    parameter_of_leaf = isinstance(law.get("cites"), str) and not {"from", "operation"} & law.keys()
    if parameter_of_leaf:  # a parameter inside a formula: only the value changes, and the formula's standing with it
        changed[head] = assumption.value
        changed["standing"], changed["reason"] = "assumed", leaf["reason"]
        return changed
    before = changed.get(head)
    if assumption.start is not None and before is not None:
        earlier = before if isinstance(before, list) else [{**before, "from": before.get("from", date.min)}]
        kept = [entry for entry in earlier if entry["from"] < assumption.start]
        changed[head] = [*kept, {**leaf, "from": assumption.start}]
    else:
        changed[head] = leaf
    return changed
