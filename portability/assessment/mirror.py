"""The mirror of C118 Art 4(1): residence may be asked of nationals of a State whose own law asks it in that branch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portability.assessment.equality import Question, nature_of, needs_no_state
from portability.assessment.scope import Binding
from portability.law.dated import leaf_at, regime_at
from portability.law.entries import answer
from portability.number.unknown import unknown_truth
from portability.number.words import all_of


def mirrored(binding: Binding, asked: Question) -> Any:
    """Whether residence may be asked because the person's own State ties the branch to residence: C118 Art 4(1), proviso.

    Of one with several nationalities, every State bound must do so; nobody asks it of those who need no State.
    """
    leaf = binding.leaf("equality", "residence_mirror", asked.at)
    if leaf is None or leaf.is_ is not True or needs_no_state(binding, asked) is not None:
        return False
    linked = [one for one in asked.career.nationalities(asked.at) if binding.joined(one, asked.at).value is True]
    return all_of(*(residence_based(binding, one, asked) for one in linked))


def residence_based(binding: Binding, state: str, asked: Question) -> Any:
    """Whether a State's own law ties a branch to residence there: as its entry says, else as its law on the shelf does."""
    told = answer(binding.law, state, asked.at)
    if told is not None and "residence_based" in told.entry:
        return asked.branch in told.entry["residence_based"]
    law = None if asked.shelf is None else asked.shelf.national(state)
    regimes = [
        regime
        for scheme in (law or {}).get("scheme", {})
        if nature_of(law, scheme) == asked.nature
        if (regime := regime_at((law or {}).get(scheme, {}).get(asked.branch, ()), asked.at)) is not None
    ]
    if not regimes:
        return unknown_truth(f"whether the law of {state} ties {asked.branch.replace('_', ' ')} to residence there")
    return any(_asks_residence(regime, asked.at) for regime in regimes)


def _asks_residence(regime: Mapping[str, Any], at: date) -> bool:
    told = [leaf_at(regime.get(key), at, "", key) for key in ("residence", "residence_length")]
    return any(leaf is not None and leaf.is_ not in (None, "none") for leaf in told)
