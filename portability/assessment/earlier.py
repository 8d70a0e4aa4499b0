"""Periods before an agreement was in force: whether it counts them, and from which day it counts where it does not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from portability.assessment.scope import Binding
from portability.periods.spells import Spell


def counted_since(binding: Binding, states: Collection[str], spells: Sequence[Spell], at: date) -> date:
    """The first day whose time an instrument counts; without a limit, `date.min`.

    Periods before it was in force between the States are left to other law (`split_at_date`) or left out (`exclude`); or
    they count only if the person has a period after it, under the law of any State bound (`count_if_later_period`).
    """
    leaf = binding.leaf("totalisation", "pre_agreement_periods", at)
    if leaf is None or leaf.is_ in (None, "count"):
        return date.min
    day = in_force_between(binding, states)
    if leaf.is_ == "count_if_later_period" and any(spell.span is not None and spell.span.end >= day for spell in spells):
        return date.min
    return day


def in_force_between(binding: Binding, states: Collection[str]) -> date:
    """The day from which an instrument binds all of some States: the latest of their days."""
    days: list[date] = [party.get("from", date.min) for party in binding.law.get("party", ()) if party["state"] in states]
    first: date = binding.law.get("in_force_from", date.min)
    return max([first, *days])
