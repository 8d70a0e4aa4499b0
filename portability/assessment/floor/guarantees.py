"""Which of the four guarantees a person is asked about: health of everybody, the others by age.

The ages are those the State's file tells; else the age of its own grant to older persons; else those that guidance is read by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from portability.assessment.figures import Reader
from portability.assessment.floor.persons import INSURED, Somebody
from portability.assessment.part import Asking
from portability.citation import LAW_STANDINGS
from portability.law.dated import regime_at
from portability.law.recall import Same, recalled
from portability.number.unknown import unknown_truth
from portability.rules import guarantee

ALL = ("health", "children", "active_age", "older_persons")

Law = Mapping[str, Any]


def applying(asking: Asking, law: Law, guidance: Law, one: Somebody) -> list[str]:
    """The guarantees that apply to a person, or may: by age, and to older persons also where an old-age benefit is claimed.

    Who claims for old age is told of the State's grant to older persons before its age, and why it is not open.
    """
    found = by_age(law, guidance, one, asking.day)
    asked = one.who == INSURED and any(open_grants(law, "older_persons", asking.day)) and INSURED in asking.claimants("old_age")
    return [*found, *(name for name in ALL[3:] if asked and name not in found)]


def by_age(law: Law, guidance: Law, one: Somebody, at: date) -> list[str]:
    """The guarantees that are for a person of that age, or may be: asked once of a life, whatever agreements are tried."""

    def found() -> list[str]:
        grown = _reached(law, guidance, "child_under", one, at)
        older = _older(law, guidance, dict(open_grants(law, "older_persons", at)), one, at)
        applies = (True, guarantee.of_children(grown), guarantee.of_active_age(grown, older), older)
        return [name for name, answer in zip(ALL, applies, strict=True) if answer is not False]

    return one.life.once(("guarantees", Same(law), Same(guidance), at), found)


def open_grants(law: Law, name: str, at: date) -> Iterator[tuple[str, Law]]:
    """The grants under a guarantee that a State's law knows on a day."""
    for grant, regimes in law.get(name, {}).items():
        regime = regime_at(regimes, at)
        if regime is not None:
            yield grant, _with_base(law, regime, at)


def _with_base(law: Law, regime: Law, at: date) -> Law:
    """A grant with the figures that it takes from another grant of the State."""
    base = regime.get("base")
    if base is None:
        return regime
    name, _, grant = str(base["is"]).partition(".")
    other = regime_at(law.get(name, {}).get(grant, ()), at)
    return regime if other is None else _joined(Same(regime), Same(other))


@recalled
def _joined(own: Same, other: Same) -> Law:
    takes, source = own.law["base"]["takes"], str(other.law.get("source", ""))
    taken = {
        key: [_as_sure(one, source, sure) for one in leaf] if isinstance(leaf, list) else _as_sure(leaf, source, sure)
        for key, sure in takes.items()
        if (leaf := other.law.get(key)) is not None
    }
    return {**taken, **own.law}


def _as_sure(leaf: Law, source: str, sure: str) -> Law:
    """A figure taken from another grant: from its own source, and no surer than that it is taken."""
    standing = max(str(leaf.get("standing", "official")), sure, key=LAW_STANDINGS.index)
    return {"source": source, **leaf, "standing": standing}


def _older(law: Law, guidance: Law, grants: Mapping[str, Law], one: Somebody, at: date) -> Any:
    """Whether a person is of the age from which the State's guarantee to older persons runs."""
    if "older_from" not in law:
        for regime in grants.values():
            if "age" in regime:
                return _by_leaf(regime, "age", one, at)
    return _reached(law, guidance, "older_from", one, at)


def _reached(law: Law, guidance: Law, key: str, one: Somebody, at: date) -> Any:
    return _by_leaf(law if key in law else guidance, key, one, at)


def _by_leaf(law: Law, key: str, one: Somebody, at: date) -> Any:
    """Whether the age of a leaf is reached on a day; not known where the law or the day of birth does not tell."""
    from portability.assessment.person_ages import age_told

    if key not in law:
        return unknown_truth(f"the age of {key.replace('_', ' ')}")
    reader = Reader(law if key == "age" else {**law, "age": law[key]}, "floors", at, one.life.sex)
    return age_told(reader, one.life, at)[0].value
