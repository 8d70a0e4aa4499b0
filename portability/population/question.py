"""What a population is decided for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portability.assessment.scope import AgreementSet
from portability.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Question:
    """The sets of agreements, the law, and the day where it is one for all (`at`); else each person's date of claim."""

    sets: Sequence[AgreementSet]
    shelf: Shelf
    at: date | None = None
