"""Whose periods and earnings are insurance for a scheme of sickness, maternity or care: its own, or those of schemes it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from portability.assessment.contingency import insured
from portability.assessment.names import schemes_of
from portability.assessment.plan import Key
from portability.assessment.regime import regime_of
from portability.case.career import Career
from portability.law.dated import leaf_at
from portability.law.shelf import Law
from portability.periods.spells import Spell
from portability.record.step import Told

WORK = ("insurance", "voluntary", "employment", "self_employment", "assimilated")
"""Kinds of periods under which somebody is insured, or works, on a day."""


def regimes(law: Law | None, branch: str, on: date) -> dict[str, Mapping[str, Any]]:
    """The regimes of a branch in force on a day, by scheme, in the order of the file."""
    found = {scheme: regime_of(law, scheme, branch, on) for scheme in schemes_of(law, branch)}
    return {scheme: regime for scheme, regime in found.items() if regime is not None}


def takes(regime: Mapping[str, Any], scheme: str, on: date, spell: Spell) -> bool:
    """Whether time under some scheme of the State is insurance for this one."""
    if spell.kind not in WORK:
        return False
    leaf = leaf_at(regime.get("insured_under"), on, "", "insured_under")
    named: Sequence[str] = () if leaf is None or leaf.is_ is None else leaf.is_
    return spell.scheme in ("", scheme, *named) or "any" in named


def taken_by(key: Key, regime: Mapping[str, Any], on: date, career: Career) -> Career:
    """The life as one scheme sees its own State: time and earnings that it takes stand under its own name."""
    country, scheme = key

    def mine(spell: Spell) -> bool:
        return spell.country == country and takes(regime, scheme, on, spell)

    theirs = {spell.scheme for spell in career.spells if mine(spell)}
    return replace(
        career,
        spells=tuple(replace(spell, scheme=scheme) if mine(spell) else spell for spell in career.spells),
        earnings=tuple(
            replace(row, scheme=scheme) if row.country == country and row.scheme in theirs else row for row in career.earnings
        ),
    )


def added_elsewhere(country: str, laws: Mapping[str, Law | None], branch: str, on: date, career: Career) -> tuple[Spell, ...]:
    """The time in all other States that is insurance there: where a State's law on the branch is told, as that takes it."""
    found = []
    for spell in career.spells:
        if spell.country == country or spell.kind not in (*WORK, "residence"):
            continue
        there = regimes(laws.get(spell.country), branch, on)
        under = next((scheme for scheme, regime in there.items() if takes(regime, scheme, on, spell)), None)
        if there and under is None and spell.kind != "residence":
            continue
        found.append(replace(spell, scheme=under or spell.scheme))
    return tuple(found)


def insured_on(career: Career, key: Key, on: date) -> Told:
    """Whether the person was insured in a State, under a scheme that takes time as its own, on a day."""
    own = tuple(spell for spell in career.spells if spell.member == key and spell.kind in WORK)
    return insured(replace(career, spells=own), key[0], on, on, None)
