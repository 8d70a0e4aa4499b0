"""Whom a grant is open to: nationality or status, living in the State, having lived there long enough.

A grant is a benefit without contributions. Where it is for those in need alone it is assistance, which conventions on
equality leave out (C118 Art 10(2)); else they lift what they lift, and no more residence is asked than they allow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from portability.assessment.conditions import lived_long_enough
from portability.assessment.equality import Question, Treated, treated
from portability.assessment.figures import Reader
from portability.assessment.person import asks_status, residence_fact, status_fact, statuses, too_old_for
from portability.assessment.residence import length_facts, resided
from portability.assessment.scope import Binding
from portability.assessment.stages import Member, OnePerson, Shape
from portability.citation import Citation
from portability.number.words import reaches
from portability.record.ledger import Ledger
from portability.record.step import Place, Told
from portability.rules import guarantee, qualifying

Bound = Callable[[str], Sequence[Binding]]
"""The instruments that bind a State, looked up only where a condition is not met without them."""


class GrantConditions:
    """The conditions of one grant for one person; `cites` and `force` tell what was found on the way."""

    def __init__(self, reader: Reader, asked: Question, ledger: Ledger, place: Place, bound: Bound) -> None:
        need = any(reader.peek(key) is not None for key in ("income_test", "assets_test"))
        self.asked = replace(asked, nature="assistance" if need else "non_contributory", worked=False, grant=True)
        self.reader, self.ledger, self.place, self.bound = reader, ledger, place, bound
        self.cites: dict[str, tuple[Citation, str]] = {}
        self.force = "binding"

    def status(self) -> Told:
        """Whether nationality or status is as the law asks, or lifted by an instrument."""
        leaf, asked = self.reader.leaf("nationality"), self.asked
        if leaf is None or not asks_status(leaf):
            return Told(True)
        status = status_fact(asked.career, asked.state, asked.at, leaf)
        if status.value is True:
            return status
        by = treated(self.bound(asked.state), replace(asked, accepts=statuses(leaf)))
        if by.binding is None:
            return status
        self._by(by, "equality_lifts")
        return self.ledger.step(qualifying.equality_lifts, self.place, condition=status, equality=by.told)

    def residence(self) -> Told:
        """Whether the person lives in the State, and has lived there as long as may be asked."""
        asked, lives = self.asked, self.reader.leaf("residence")
        resident = Told(True) if lives is None else residence_fact(asked.career, asked.state, asked.at, lives)
        leaf = self.reader.leaf("residence_length")
        if leaf is None or too_old_for(asked.career, asked.at, leaf):
            return resident
        names = ("residence_length_met", "residence_before_met", "resident_long_enough")
        self.cites |= dict.fromkeys(names, (leaf.cites, leaf.standing))
        own, required = resided(self.reader, asked.career, asked.state, asked.at, leaf), self.reader.length(leaf)
        enough = leaf.get("immediately") is None and reaches(own.value, required.value) is True
        given: dict[str, Told] = {}
        parts, by = length_facts(self.reader, asked, leaf, () if enough else self.bound(asked.state), given)
        if by is not None:
            self._by(by, "residence_limit_lifts")
        member = Member(self.place, Shape(parts=frozenset(parts)), given)
        earlier = lived_long_enough(OnePerson(self.ledger), member, self.place)
        return self.ledger.step(guarantee.resident_long_enough, self.place, resident=resident, earlier=earlier)

    def _by(self, by: Treated, rule: str) -> None:
        if by.cites is not None:
            self.cites[rule] = by.cites, getattr(by.told.origin, "read_by", None) or "official"
        if by.told.value is not False and by.force != "binding":
            self.force = by.force
