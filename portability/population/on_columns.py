"""The rows of a range of persons that stand on columns; everybody else is left to be decided one by one."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from portability.assessment.scope import AgreementSet
from portability.population.people import People
from portability.population.question import Question
from portability.population.rows import Rows, rows_of

Places = npt.NDArray[np.integer[Any]]


def decided_on_columns(people: People, first: int, after: int, chosen: AgreementSet, asked: Question) -> tuple[Rows, Places]:
    """The rows of the persons from `first` to before `after` under one set that stand on columns, and the places of those
    persons who are left: who must be decided one by one."""
    return rows_of([]), np.arange(first, after)
