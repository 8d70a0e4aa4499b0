"""The rows of a range of persons: on columns where their law and lives stand on columns, the rest left to be decided one by
one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.assessment.scope import AgreementSet
from portability.law.shelf import Shelf
from portability.population.people import People
from portability.population.rows import Rows, rows_of

Places = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a population is decided for: the sets of agreements, the law, and the day where it is one for all (`at`); else
    each person's date of claim."""

    sets: Sequence[AgreementSet]
    shelf: Shelf
    at: date | None = None


def decided_range(people: People, first: int, after: int, chosen: AgreementSet, asked: Asked) -> tuple[Rows, Places]:
    """The rows of the persons from `first` to before `after` under one set that stand on columns, and the places of those
    persons who are left: who must be decided one by one."""
    return rows_of([]), np.arange(first, after)
