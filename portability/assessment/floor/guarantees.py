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
from portability.law.dated import regime_at
from portability.number.unknown import unknown_truth
from portability.rules import guarantee

ALL = ("health", "children", "active_age", "older_persons")

Law = Mapping[str, Any]


def applying(asking: Asking, law: Law, guidance: Law, one: Somebody) -> list[str]:
    """The guarantees that apply to a person, or may: by age, and to older persons also where an old-age benefit is claimed.

    Who claims for old age is told of the State's grant to older persons before its age, and why it is not open.
    """
    at = asking.day
    grown = _reached(law, guidance, "child_under", one, at)
    grants = dict(open_grants(law, "older_persons", at))
    older = _older(law, guidance, grants, one, at)
    asked = one.who == INSURED and bool(grants) and (INSURED in asking.claimants("old_age"))
    applies = {
        "health": True,
        "children": guarantee.of_children(grown),
        "active_age": guarantee.of_active_age(grown, older),
        "older_persons": True if asked else older,
    }
    return [name for name in ALL if applies[name] is not False]


def open_grants(law: Law, name: str, at: date) -> Iterator[tuple[str, Law]]:
    """The grants under a guarantee that a State's law knows on a day."""
    for grant, regimes in law.get(name, {}).items():
        regime = regime_at(regimes, at)
        if regime is not None:
            yield grant, regime


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
