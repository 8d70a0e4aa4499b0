"""Where an instrument has one State carry all: which it is, by residence, by nationality or by the contingency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from portability.assessment.covered import status_standing
from portability.assessment.pension import ONE_PAYS
from portability.assessment.person import residence_fact
from portability.assessment.plan import Key
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.law.dated import Leaf
from portability.number.unknown import unknown_truth
from portability.record.step import Fact, Told

PAYERS: Mapping[str, str] = {
    "integration": "residence_state",
    "single_payer": "residence_state",
    "home_scheme": "state_of_nationality",
}
"""Which State carries all under a method, unless the instrument names another."""


def word_of(binding: Binding, branch: str, at: date) -> str:
    """The word by which an instrument names the one payer; empty where each State pays."""
    method = binding.leaf(f"apportionment.{branch}", "method", at)
    if method is None or method.is_ not in ONE_PAYS:
        return ""
    payer = binding.leaf(f"apportionment.{branch}", "carrier", at)
    return PAYERS[str(method.is_)] if payer is None or payer.is_ is None else str(payer.is_)


def payer_of(binding: Binding, branch: str, at: date) -> str:
    """How the stages find the one payer: `named` by facts of the person, by `contingency`; `each` where there is none."""
    word = word_of(binding, branch, at)
    return {"": "each", "contingency_state": "contingency"}.get(word, "named")


def named_states(binding: Binding, career: Career, keys: Sequence[Key], branch: str, at: date) -> tuple[Told, ...]:
    """Of each scheme, whether its State is the one of residence, or of nationality."""
    chapter, word = f"apportionment.{branch}", word_of(binding, branch, at)
    leaf = binding.leaf(chapter, "carrier", at) or binding.leaf(chapter, "method", at)
    assert leaf is not None  # a payer is named by one of them
    if word == "residence_state":
        return tuple(residence_fact(career, country, at, leaf) for country, _ in keys)
    return tuple(_national(career, country, at, leaf) for country, _ in keys)


def _national(career: Career, country: str, at: date, leaf: Leaf) -> Told:
    held = career.nationalities(at)
    path = "person.nationalities"
    if not held:
        return Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno", leaf.cites))
    fact = Fact(path, "facts", status_standing(career, at), "yesno", leaf.cites, read_by=leaf.standing)
    return Told(country in held, fact)


def further_payers(
    found: Sequence[Binding], career: Career, branch: str, at: date, countries: Sequence[str]
) -> tuple[str, ...]:
    """The States without periods in which a person lives, or of which one is a national, where such a State carries all."""
    words = {word_of(binding, branch, at) for binding in found}
    residence = career.residence(at) if "residence_state" in words else None
    named = [] if residence is None else [residence.country]
    if "state_of_nationality" in words:
        named += career.nationalities(at)
    return tuple(dict.fromkeys(one for one in named if one not in countries))
