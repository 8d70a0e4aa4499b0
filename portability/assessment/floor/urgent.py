"""Urgent care, whatever the status of a person: what an instrument that binds the State adds to its law on care."""

from __future__ import annotations

from portability.citation import Citation
from portability.law.dated import Leaf
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told
from portability.rules import guarantee

Row = tuple[record.FloorResult, tuple[record.Step, ...]]


def urgent_care(ledger: Ledger, place: Place, leaf: Leaf, cites: dict[str, tuple[Citation, str]]) -> Told:
    """Urgent care that the State owes whatever the status, by an instrument that binds it."""
    cites["urgent_care"] = leaf.cites, leaf.standing
    owed = Told(leaf.is_, Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites))
    return ledger.step(guarantee.urgent_care, place, owed=owed)
