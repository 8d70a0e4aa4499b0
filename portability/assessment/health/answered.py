"""What the law of care of one State answers for a person."""

from __future__ import annotations

from dataclasses import dataclass, field

from portability.citation import Citation
from portability.record.step import Told

Cites = dict[str, tuple[Citation, str]]


@dataclass(slots=True)
class ByLaw:
    """The answer of one State: told, by which provider, with its place and articles; `urgent`: not all its care, and `alone`:
    what alone is given of it, "primary" or "urgent"; `before`: the answer before those without a permit were asked about."""

    country: str
    told: Told
    provider: str = ""
    urgent: bool = False
    cites: dict[str, Cites] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    not_modelled: tuple[str, ...] = ()
    force: str = "binding"
    alone: str = ""
    before: Told | None = None
