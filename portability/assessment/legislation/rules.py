"""The instrument that is asked which law applies, and its answers: a State from a day to a day, with the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.legislation.rows import ONE_DAY, Row
from portability.assessment.scope import AgreementSet, Binding, bindings
from portability.case.career import Career
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.law.overlay import Assumption
from portability.law.shelf import Law, Shelf
from portability.number.exact import quantity
from portability.number.unknown import Unknown
from portability.periods.dates import add_months

Missing = tuple[str, str]  # where the fact would stand in the case, and what it is


@frozen
class Answer:
    """The law that applies from a day to a day (none where that is not known), why, and by which leaf of which instrument.

    `missing`: facts without which it is not known, or that were taken as no; `notes`: what was taken.
    """

    start: date
    end: date
    state: str | None
    why: str
    leaf: Leaf | None = None
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()


@frozen
class Rules:
    """An instrument on a day, as it is asked about work."""

    binding: Binding
    at: date
    life: Career

    def leaf(self, key: str, chapter: str = "legislation") -> Leaf | None:
        """A leaf that says something."""
        found = self.binding.leaf(chapter, key, self.at)
        return found if found is not None and found.is_told else None

    def says(self, key: str, chapter: str = "legislation") -> Any:
        """What a leaf says; None where the instrument has none."""
        found = self.leaf(key, chapter)
        return None if found is None else found.is_

    def share(self, key: str) -> Fraction | None:
        """A share that the instrument names."""
        told = self.says(key)
        return None if told is None else quantity(told).value

    def months(self, key: str, chapter: str = "posting") -> int | None:
        """A length that the instrument names, in months."""
        told = self.says(key, chapter)
        if told is None:
            return None
        read = quantity(told)
        return int(read.value * (12 if read.unit == "years" else 1))

    def after(self, day: date, key: str) -> date | None:
        """The day so long after another as the instrument says."""
        months = self.months(key)
        return None if months is None else add_months(day, months, "earlier")

    def binds(self, state: str) -> bool:
        """Whether a State is bound, or may be."""
        return self.binding.joined(state, self.at).value is not False

    def residence(self, on: date) -> str | None:
        """Where the person lives."""
        row = self.life.residence_of("insured", on)
        return None if row is None else str(row.country)

    def lives(self, on: date) -> tuple[str | None, tuple[Missing, ...]]:
        """Where the person lives, or what to ask for where nobody told it."""
        found = self.residence(on)
        return found, () if found else ((f"residence of the insured on {on}", "where the person lives"),)


@frozen
class Asked:
    """Who is asked about work: the shelf, a set of agreements, and what a case assumes; each question once."""

    shelf: Shelf
    life: Career
    chosen: AgreementSet
    assumed: tuple[Assumption, ...]
    known: dict[Any, Rules | None] = field(default_factory=dict, compare=False, repr=False)

    def rules(self, states: Iterable[str], places: Iterable[str], at: date) -> Rules | None:
        """The instrument that says which law applies between some States, all places of work among them; None without one.

        Of several that which binds most of them, and of these the latest.
        """
        named, where = frozenset(states), frozenset(places)
        key = named, where, at
        if key not in self.known:
            self.known[key] = self._rules(named, where, at)
        return self.known[key]

    def _rules(self, states: frozenset[str], places: frozenset[str], at: date) -> Rules | None:
        found = bindings(self.shelf, self.life, sorted(states), None, at, self.chosen, self.assumed)
        asked = [
            Rules(one, at, self.life)
            for one in found
            if one.operates("legislation") and one.covered.value is not False and self._links(one, states, places, at)
        ]
        return max(asked, key=lambda one: (len(one.binding.states & states), one.binding.law["in_force_from"]), default=None)

    def _links(self, one: Binding, states: frozenset[str], places: frozenset[str], at: date) -> bool:
        bound = {state for state in states if state in one.states and one.joined(state, at).value is not False}
        return len(bound) > 1 and places <= bound

    def changes(self, states: Iterable[str]) -> tuple[date, ...]:
        """The days on which an instrument begins or ends to bind one of some States."""
        named = frozenset(states)
        found = {day for id_ in self._ids(named) for day in _days(self.shelf.instrument(id_) or {}, named)}
        return tuple(sorted(found))

    def _ids(self, states: frozenset[str]) -> tuple[str, ...]:
        return self.shelf.binding(states) if self.chosen.as_bound else ()

    def unsure(self, rules: Rules, states: Iterable[str]) -> tuple[str, ...]:
        """What is not sure of an instrument itself: whether a State is bound, whether the person is covered."""
        told = [(f"whether {state} is bound", rules.binding.joined(state, rules.at)) for state in sorted(states)]
        told.append(("whether it covers the person", rules.binding.covered))
        return tuple(f"{rules.binding.id}: {what} is not known" for what, one in told if isinstance(one.value, Unknown))


def _days(law: Law, states: frozenset[str]) -> Iterator[date]:
    """The days on which an instrument with rules on work begins or ends to bind some States."""
    if "legislation" not in law:
        return
    for entry in (law, *(row for row in law.get("party", ()) if row["state"] in states)):
        yield from (entry[key] for key in ("in_force_from", "from") if key in entry)
        yield from (entry[key] + ONE_DAY for key in ("until", "to") if entry.get(key, date.max) < date.max)


def fact(row: Row, key: str, what: str) -> Missing:
    """A fact of a piece of work that nobody told."""
    return f"work {row.id}: {key}", what
