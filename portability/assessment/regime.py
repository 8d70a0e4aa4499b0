"""The regime that decides on a branch: in force on the day of the contingency, if there was one, with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portability.assessment.figures import OF_THE_DAY
from portability.law.dated import leaf_at, regime_at
from portability.law.recall import Same, recalled

Regime = Mapping[str, Any]

NOT_OF_THE_BASE = frozenset(
    ("from", "until", "published", "source", "note", "not_modelled", "age", "any_age", "age_per_child", "early", "deferred",
     "on_leaving", "unclaimed", "commutation", "otherwise", "otherwise_below", "nationality", "residence",
     "residence_length", "export", "base")
)  # fmt: skip
"""What one branch never takes from another: who has the right at which age, and what is paid in place of a pension."""


def regime_of(law: Mapping[str, Any] | None, scheme: str, branch: str, at: date, since: date | None = None) -> Regime | None:
    """The regime of a scheme and branch for a decision on a day; `since` is the day of the contingency.

    >>> law = {"s": {"survivors": [{"from": date(2000, 1, 1), "base": {"is": "old_age"}, "qualifying": {"is": "5 years"}}],
    ...              "old_age": [{"from": date(1990, 1, 1), "source": "act", "age": {}, "formula": {"shape": "flat"}}]}}
    >>> found = regime_of(law, "s", "survivors", date(2026, 1, 1), date(2020, 1, 1))
    >>> found["formula"], "age" in found
    ({'shape': 'flat', 'source': 'act'}, False)
    """
    schemes = (law or {}).get(scheme, {})
    regime = regime_at(schemes.get(branch, ()), since or at)
    if regime is None or since is None:
        return regime
    now = regime_at(schemes.get(branch, ()), at)
    if now is not None and now is not regime:
        regime = _with_figures(Same(regime), Same(now))
    base = leaf_at(regime.get("base"), since, "", "base")
    if base is None or base.is_ in (None, branch):
        return regime
    rests_on = regime_of(law, scheme, str(base.is_), at, since)
    return regime if rests_on is None else _resting_on(Same(regime), Same(rests_on))


@recalled
def _with_figures(law: Same, now: Same) -> Regime:
    """A regime with the amounts in money of a later one."""
    return {**law.law, **{key: _sourced(value, now.law) for key, value in now.law.items() if key in OF_THE_DAY}}


@recalled
def _resting_on(law: Same, base: Same) -> Regime:
    """A regime with what another branch tells where it is silent itself."""
    own_tiers = frozenset({"reduced", "further", "alternative", "registered"}) if "qualifying" in law.law else frozenset()
    left = NOT_OF_THE_BASE | own_tiers
    taken = {key: _sourced(value, base.law) for key, value in base.law.items() if key not in left}
    return {**taken, **law.law}


def _sourced(value: Any, regime: Regime) -> Any:
    """A leaf that names the source of the regime it comes from."""
    if isinstance(value, list):
        return [_sourced(entry, regime) for entry in value]
    return {**value, "source": value.get("source", regime.get("source", ""))} if isinstance(value, Mapping) else value
