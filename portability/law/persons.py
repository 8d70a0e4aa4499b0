"""Leaves of national law about persons: to whom a right is open, and whether it is paid to one who lives abroad."""

from typing import Literal

from portability.law.leaf import Fixed
from portability.law.words import Export, ResidenceStatus


class Nationalities(Fixed[list[Literal["any"] | ResidenceStatus]]):
    """The statuses a right is open to; `reciprocity`: to others only where their own State does the same for its nationals."""

    reciprocity: bool | None = None


class Abroad(Fixed[Export]):
    """Whether a benefit is paid abroad; `reciprocity`: otherwise only where a treaty says so, in the words of the law."""

    reciprocity: bool | None = None
