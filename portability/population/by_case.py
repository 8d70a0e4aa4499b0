"""Persons of a population decided one by one, by the engine of a case: the same decision as `portability case` gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portability.assessment.compare import under_each
from portability.assessment.scope import AgreementSet
from portability.faults import Fault, Refused
from portability.population.as_case import case_of, claim_date
from portability.population.collected import MOST
from portability.population.identity import shown
from portability.population.of_decision import rows_of_decision
from portability.population.people import People
from portability.population.question import Question
from portability.population.rows import Rows, rows_of
from portability.record.decision import Decision


def decided_by_case(people: People, left: Mapping[int, Sequence[AgreementSet]], asked: Question) -> Rows:
    """The rows of some persons, by their places, each under some sets. Raises `Refused` for persons whom a case would refuse."""
    found: list[dict[str, Any]] = []
    faults: list[Fault] = []
    for person, sets in left.items():
        try:
            told = decisions_of(people, person, sets, asked)
        except Refused as refused:
            faults += [_of_person(people, person, fault) for fault in refused.faults]
            if len(faults) >= MOST:
                break
            continue
        except Exception as failed:
            failed.add_note(f"while deciding person {shown(people.ids[person])}")
            raise
        for chosen, decision in zip(sets, told, strict=True):
            found += rows_of_decision(decision, person, chosen.id)
    if faults:
        raise Refused(faults)
    return rows_of(found)


def decisions_of(
    people: People, person: int, sets: Sequence[AgreementSet], asked: Question
) -> Sequence[Decision]:
    """The decision on a person under each set."""
    day = claim_date(people, person, asked.at)
    if day is None:
        what = "the person has no claim date"
        raise Refused([Fault("persons", "claim_date", what, "Fill the column claim_date, or say one day for all with --at")])
    return under_each(case_of(people, person, asked.at), sets, day, asked.shelf)


def _of_person(people: People, person: int, fault: Fault) -> Fault:
    return Fault(f"person {shown(people.ids[person])}", fault.path, fault.what, fault.remedy)
