"""One scheme of sickness or maternity as it was asked, with the instruments that add periods for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from portability.assessment.health.stage import Found
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.assessment.stages import Member
from portability.case.career import Career
from portability.citation import Citation


@dataclass(slots=True)
class Under:
    """An instrument that adds periods for one State's scheme: its articles, and the lengths it counts."""

    binding: Binding
    member: Member
    states: tuple[str, ...]
    cites: Mapping[str, tuple[Citation, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Asked:
    """One scheme, asked: its plan, the life as it sees it, the instruments that add periods for it, and what was found."""

    plan: Planned
    life: Career
    under: tuple[Under, ...]
    found: Found
    standing: Mapping[str, str]
