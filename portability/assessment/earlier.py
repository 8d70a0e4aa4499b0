"""Time an agreement does not count: before it was in force, and residence before an age."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from portability.assessment.person import age_dates
from portability.assessment.scope import Binding
from portability.case.career import Career
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


def residence_since(binding: Binding, spells: Sequence[Spell], career: Career, at: date) -> date:
    """The day on which the person reaches the age from which an instrument counts residence; without one, `date.min`.

    Source: European Convention on Social Security 1972, Art 28(2).
    """
    if career.born is None or not any(spell.kind == "residence" for spell in spells):
        return date.min
    leaf = binding.leaf("totalisation", "residence_min_age", at)
    return date.min if leaf is None or leaf.is_ is None else age_dates(leaf, career.born)[1]


def residing_since(spells: tuple[Spell, ...], first: date) -> tuple[Spell, ...]:
    """The same periods with residence from a day on only; a certified length stays as the institution certified it."""
    if first == date.min:
        return spells
    return tuple(_since(spell, first) for spell in spells if not _ended(spell, first))


def _ended(spell: Spell, first: date) -> bool:
    return spell.kind == "residence" and spell.span is not None and spell.span.end < first


def _since(spell: Spell, first: date) -> Spell:
    if spell.kind != "residence" or spell.span is None or spell.certified is not None or spell.span.start >= first:
        return spell
    return replace(spell, span=spell.span._replace(start=first))
