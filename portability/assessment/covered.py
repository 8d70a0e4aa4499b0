"""Whether an instrument covers the person, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from portability.case.career import Career
from portability.citation import FACT_STANDINGS, LAW_STANDINGS
from portability.law.dated import Leaf, leaf_at
from portability.law.entries import answer
from portability.number.unknown import unknown_truth
from portability.record.step import Fact, Told

BY_STATUS = "person.residence_status"
"""The fact by which an instrument covers a refugee or a stateless person, whatever the nationality."""


def covered_by(
    law: Mapping[str, Any], id_: str, career: Career, branch: str | None, at: date, states: frozenset[str], supposed: bool
) -> Told:
    """Whether the instrument covers the person: everybody, or nationals of the parties with refugees and stateless.

    `supposed`: whether a scenario takes the States as parties. What the instrument gives is no surer than that it covers
    the person, and that it shares pensions by this method; whether its States joined is asked of each of them.
    """
    sure = _method(law, branch, at)
    leaf = leaf_at(
        law.get("personal", {}).get("nationality"), at, str(law.get("source", id_)), f"{id_}.personal.nationality"
    )
    if law.get("kind") == "equality":
        return Told(True)
    if leaf is None or leaf.is_ in (None, "none"):
        path = f"{id_}.apportionment.{branch}.method"
        return Told(True) if sure == "official" else Told(True, Fact(path, "law", sure, "yesno"))
    leaf = replace(leaf, standing=max(leaf.standing, sure, key=LAW_STANDINGS.index))
    nationalities = career.nationalities(at)
    residence = career.residence_of("insured", at)
    status = career.case.person.residence_status or (residence.residence_status if residence else None)
    if supposed and states & set(nationalities):
        return Told(True, _of_person(_weakest(_nationality_rows(career)), leaf))
    found = [one for one in (answer(law, state, at) for state in nationalities) if one is not None]
    if found:
        surest = min(found, key=lambda one: (one.takes is None, LAW_STANDINGS.index(one.entry.get("standing", "official"))))
        value = unknown_truth(f"{id_}: whether {surest.entry['state']} is a party") if surest.takes is None else True
        standing = str(surest.entry.get("standing", "official"))
        return Told(value, _of_person(_weakest(_nationality_rows(career)), leaf, law=standing))
    if status in ("refugee", "stateless") and "refugees" in str(leaf.is_):
        return Told(True, replace(_of_person(status_standing(career, at), leaf), path=BY_STATUS))
    if not nationalities and status is None:
        note = "no nationality is given: the person is taken to be covered"
        return Told(True, _of_person("assumed", leaf, note))
    return Told(False, _of_person(status_standing(career, at), leaf))


def _method(law: Mapping[str, Any], branch: str | None, at: date) -> str:
    """How sure it is by which method an instrument shares pensions: nothing it gives is surer."""
    leaf = leaf_at(law.get("apportionment", {}).get(branch, {}).get("method"), at, "", "method")
    return "official" if leaf is None else leaf.standing


def _of_person(standing: str, leaf: Leaf, note: str = "", law: str = "official") -> Fact:
    read_by = max(leaf.standing, law, key=LAW_STANDINGS.index)
    return Fact("person.nationalities", "facts", standing, "yesno", leaf.cites, note, read_by=read_by)


def status_standing(career: Career, at: date) -> str:
    """How sure nationality and status are: the weakest of the rows that tell them."""
    residence = career.residence_of("insured", at)
    told = [*_nationality_rows(career)]
    told += [residence.standing] if residence is not None and residence.residence_status is not None else []
    return _weakest(told)


def _nationality_rows(career: Career) -> Sequence[str | None]:
    person = career.case.person
    told = [person.standing] if person.nationalities or person.residence_status else []
    return [*told, *(row.standing for row in career.case.nationality if row.person == "insured")]


def _weakest(told: Sequence[str | None]) -> str:
    return max((standing or "declared" for standing in told), key=FACT_STANDINGS.index, default="declared")
