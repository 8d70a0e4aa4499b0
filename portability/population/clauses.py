"""The clause behind a gain or a loss: benefits that change alike are one group, and one of its persons is asked as a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.assessment.compare import compare
from portability.population.as_case import case_of, claim_date
from portability.population.changes import CHANGES, SAME, Side
from portability.population.identity import shown
from portability.population.people import NONE, People
from portability.population.question import Question
from portability.population.rows import Rows

Array = npt.NDArray[Any]

TOLD = ("country", "branch", "scheme", "status", "form", "refusal", "instrument", "route", "why")
ASKED = 24
"""So many groups of each set, the largest, are asked for their clause."""


@dataclass
class Changed:
    """Benefits that change alike: how many, by how much in all, and the first person of them."""

    benefits: int = 0
    often: int = 0
    once: int = 0
    person: int = NONE


def collect(
    found: dict[tuple[str, ...], Changed], rows: Rows, change: Array, before: Side, after: Side, person: Array
) -> None:
    """Count the benefits of a range that change, by what they are before and after."""
    moved = ((change != SAME) & (before.row != NONE) & (after.row != NONE)).nonzero()[0]
    if not len(moved):
        return
    names = (*TOLD, "currency")
    codes = [change[moved], *(rows[name][after.row[moved]] for name in names), *(rows[name][before.row[moved]] for name in names)]
    kinds, which = np.unique(np.stack(codes), axis=1, return_inverse=True)
    for at in range(kinds.shape[1]):
        code = kinds[:, at].tolist()
        words = ["" if k == NONE else rows.words[name][k] for name, k in zip((*names, *names), code[1:], strict=True)]
        one = found.setdefault((CHANGES[code[0]], *words), Changed())
        mine = moved[which.reshape(-1) == at]
        one.benefits += len(mine)
        one.often += sum((after.often[mine] - before.often[mine]).tolist())
        one.once += sum((after.once[mine] - before.once[mine]).tolist())
        if one.person == NONE:
            one.person = int(person[mine].min())


def found(
    changes: Mapping[str, Mapping[tuple[str, ...], Changed]], people: People, asked: Question
) -> dict[str, list[dict[str, Any]]]:
    """For each set the groups that change, the largest first, each with the clause that one of its persons tells."""
    told = {}
    for place, chosen in enumerate(asked.sets):
        groups = sorted(changes[chosen.id].items(), key=lambda item: (-item[1].benefits, item[0]))
        told[chosen.id] = [
            {
                **_told(key, one),
                "person": shown(people.ids[one.person]),
                **(_clause(key, one, people, asked, place) if at < ASKED else {}),
            }
            for at, (key, one) in enumerate(groups)
        ]
    return told


def _told(key: Sequence[str], one: Changed) -> dict[str, Any]:
    size = len(TOLD) + 1
    after = dict(zip((*TOLD, "currency"), key[1 : 1 + size], strict=True))
    before = dict(zip((*TOLD, "currency"), key[1 + size :], strict=True))
    currency = after["currency"] if after["currency"] in ("", before["currency"]) or not before["currency"] else ""
    currency = currency or (before["currency"] if not after["currency"] else "")
    sums: dict[str, Any] = {}
    if currency and key[0] in ("more", "less", "other_form"):
        sums = {"by": one.often, "by_once": one.once, "currency": currency}
    return {
        "change": key[0],
        **{name: after[name] for name in ("country", "branch", "scheme") if after[name]},
        "benefits": one.benefits,
        **{name: value for name, value in sums.items() if value},
        "before": {name: before[name] for name in TOLD[3:] if before[name]},
        "after": {name: after[name] for name in TOLD[3:] if after[name]},
    }


def _clause(key: Sequence[str], one: Changed, people: People, asked: Question, place: int) -> dict[str, Any]:
    """The first step that differs, and its article, as `portability compare` tells them of one person of the group."""
    case = case_of(people, one.person, asked.at)
    compared = compare(case, (asked.sets[0], asked.sets[place]), claim_date(people, one.person, asked.at), asked.shelf)
    for row in compared.rows:
        mine = (row.country, row.branch, row.scheme or "") == tuple(key[1:4])
        if mine and row.differences and row.differences[0].first_step is not None:
            step = row.differences[0].first_step
            told = {"clause": step.cites, "sentence": step.sentence or step.before, "legal_force": step.force}
            return {name: value for name, value in told.items() if value is not None}
    return {}
