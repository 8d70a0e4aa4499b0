"""A spell: one entry of a career, as a person or an institution tells it."""

from dataclasses import dataclass
from typing import TypeAlias

from portability.faults import did_you_mean
from portability.periods.lengths import Length
from portability.periods.spans import Span

Member: TypeAlias = tuple[str, str]
"""A State's scheme: (country, scheme). Several schemes of one State are separate members."""

KINDS = ("insurance", "employment", "self_employment", "residence", "voluntary", "assimilated")


@dataclass(frozen=True, slots=True)
class Spell:
    """Time in one scheme of one State: between dates, of a certified length, or both.

    Dates and certified length stand side by side; the length, where an institution gave one, is what counts.
    `for_right` and `for_amount` say whether the spell counts for opening the right and for the amount of the branch
    at hand; `grade` is the grade of insurance where an instrument ranks grades, 1 before 2. Raises ValueError for an
    unknown kind, an end before the start, and a spell with neither dates nor length.

    >>> Spell("p1", "XA", "xa-general", "insurance", None, (Length("months", 12),)).member
    ('XA', 'xa-general')
    """

    id: str
    country: str
    scheme: str
    kind: str
    span: Span | None
    certified: tuple[Length, ...] | None = None
    for_right: bool = True
    for_amount: bool = True
    standing: str = "declared"
    grade: int | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f'"{self.kind}" is not a kind of period. {did_you_mean(self.kind, KINDS)}')
        if self.span is None and not self.certified:
            raise ValueError(f"period {self.id} has neither dates nor a certified length. Give one of them")
        if self.span is not None and self.span.end < self.span.start:
            raise ValueError(f"period {self.id} ends ({self.span.end}) before it starts ({self.span.start})")

    @property
    def member(self) -> Member:
        """The State's scheme the spell belongs to."""
        return self.country, self.scheme
