"""What the conventions on the shelf ask of the schemes of a State on a day, and whether each binds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.scope import IN_FORCE
from portability.citation import LAW_STANDINGS
from portability.document.countries import INVENTED
from portability.frozen import frozen
from portability.law.dated import Leaf, leaf_at
from portability.law.entries import answer
from portability.law.shelf import Law, Shelf
from portability.number.exact import quantity

IN_A_YEAR = {"years": 1, "quarters": 4, "months": 12, "weeks": 52}
INJURY = "employment_injury"
BESIDE = (
    "age", "asks", "duration", "waiting", "after_birth", "lump_sum_below", "partial", "constant_attendance", "funeral",
    "least_prescribed", "alternative", "returning_workers", "spending", "spending_all",
)  # fmt: skip
"""What a convention asks besides a rate: told, and not measured."""


@frozen
class Bound:
    """Whether a State is bound by a convention for a branch on a day: yes, no, or not known; how sure that is, and why not."""

    answer: str
    standing: str
    why: str = ""


@frozen
class Standard:
    """What one convention asks in one contingency, with the day's figures; lengths are in years."""

    instrument: str
    asked: str
    part: str
    bound: Bound
    beneficiary: str
    leaves: Mapping[str, Leaf]

    @property
    def branch(self) -> str:
        """The branch of the contingency."""
        return INJURY if self.asked.startswith(INJURY) else self.asked

    @property
    def cites(self) -> str:
        """Where the rate is written."""
        return str(self.leaves["rate"].cites)

    def figure(self, key: str) -> Fraction | None:
        """A share, as a number; None where the convention has none, or it is not known."""
        leaf = self.leaves.get(key)
        return None if leaf is None or not isinstance(leaf.is_, str) else quantity(leaf.is_).value

    def years(self, key: str, beside: str = "") -> Fraction | None:
        """A length in years, or one written beside it."""
        leaf = self.leaves.get(key)
        text = None if leaf is None else leaf.get(beside) if beside else leaf.is_
        return in_years(text)

    def standing(self, *keys: str) -> str:
        """How sure some of the figures are together."""
        return weakest(*(self.leaves[key].standing for key in keys if key in self.leaves))


def standards(shelf: Shelf, state: str, on: date) -> list[Standard]:
    """Every standard on the shelf, by contingency and then by convention, as it concerns a State on a day."""
    laws = [law for id_ in shelf.instruments() if (law := shelf.instrument(id_)) is not None]
    found = [one for law in laws if state in INVENTED or not _only_for_invented(law) for one in _of(law, state, on)]
    order = list(dict.fromkeys(one.asked for one in found))
    return sorted(found, key=lambda one: order.index(one.asked))


def _only_for_invented(law: Law) -> bool:
    """Whether an instrument is one of the invented States among themselves: no benchmark for a real one."""
    parties = [str(party.get("state")) for party in law.get("party", ())]
    return bool(parties) and INVENTED.issuperset(parties)


def _of(law: Law, state: str, on: date) -> Iterator[Standard]:
    id_ = str(law.get("id", ""))
    for asked, chapter in law.get("adequacy", {}).items():
        source = str(chapter.get("source", law.get("source", id_)))
        leaves = {
            key: leaf
            for key, raw in chapter.items()
            if isinstance(raw, Mapping | list) and (leaf := leaf_at(raw, on, source, f"{id_}.adequacy.{asked}.{key}"))
        }
        branch = INJURY if asked.startswith(INJURY) else asked
        who = str(leaves["beneficiary"].is_) if "beneficiary" in leaves else ""
        yield Standard(id_, asked, str(chapter.get("cites", "")), bound_on(law, state, branch, on), who, leaves)


def bound_on(law: Law, state: str, branch: str, on: date) -> Bound:
    """Whether a State is bound for a branch on a day: by a convention in force, by its own entry, for that branch."""
    if law.get("force") not in IN_FORCE or on > law.get("until", date.max):
        return Bound("no", "official", "not in force")
    if on < law.get("in_force_from", date.min):
        return Bound("no", "official", f"in force only from {law['in_force_from']}")
    found = answer(law, state, on, branch)
    if found is None:
        later = answer(law, state, None, branch)
        return Bound("no", "official" if later else "assumed", _not_then(later, on) if later else "not among the parties")
    standing = str(found.entry.get("standing", "official"))
    if found.takes is None:
        why = "may be a party" if "unknown" in found.entry else "which branches it accepted is not known"
        return Bound("not known", standing, why)
    return Bound("yes", standing) if found.takes else Bound("no", standing, "did not accept the branch")


def _not_then(later: Any, on: date) -> str:
    start = later.entry.get("from")
    return f"only from {start}" if start and start > on else f"only until {later.entry.get('to')}"


def in_years(text: Any) -> Fraction | None:
    """A length of the law in years; None where there is none, or it is told in days.

    >>> in_years("180 months"), in_years("20 years"), in_years(None)
    (Fraction(15, 1), Fraction(20, 1), None)
    """
    if not isinstance(text, str):
        return None
    read = quantity(text)
    return read.value / IN_A_YEAR[read.unit] if read.unit in IN_A_YEAR else None


def weakest(*standings: str) -> str:
    """The weakest of several standings of the law; official where there is none.

    >>> weakest("official", "assumed", "secondary"), weakest()
    ('assumed', 'official')
    """
    return max(standings, key=LAW_STANDINGS.index, default="official")
