"""Which law is asked: the instruments that bind the States of a case for a branch on a day, and what they say of persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from portability.assessment.covered import covered_by
from portability.case.career import Career
from portability.citation import Citation
from portability.frozen import frozen
from portability.law.dated import Leaf, leaf_at
from portability.law.entries import answer, first_day_bound
from portability.law.overlay import Assumption, instrument_with
from portability.law.recall import Same, recalled
from portability.law.shelf import Shelf
from portability.number.unknown import unknown_truth
from portability.record.step import Fact, Told

IN_FORCE = ("in_force", "provisional", "denounced", "repealed")


@frozen
class AgreementSet:
    """The instruments a decision is made under: those that bind, with some added as a scenario or left out."""

    id: str
    as_bound: bool = True
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    every_state: bool = False


@frozen
class Binding:
    """An instrument as it stands between the States of a case: its law, who is bound, and with what force.

    `supposed`: whether a scenario takes every State for a party that accepted all.
    """

    id: str
    law: Mapping[str, Any]
    states: frozenset[str]
    force: str
    covered: Told
    supposed: bool = False

    @property
    def apportions(self) -> bool:
        """Whether the instrument itself adds periods and shares pensions."""
        return self.law.get("kind") == "coordination"

    @property
    def source(self) -> str:
        return str(self.law.get("source", self.id))

    def leaf(self, chapter: str, key: str, at: date) -> Leaf | None:
        """A knob of a chapter on a day."""
        return knob(Same(self.law), self.id, chapter, key, at)

    def operates(self, chapter: str) -> bool:
        """Whether a chapter moves anything by itself: a scenario, or guidance, is taken as if it did."""
        table = _chapter(self.law, chapter)
        return bool(table) and (self.force != "binding" or table.get("operation") == "self_executing")

    def joined(self, state: str, at: date, branch: str | None = None) -> Told:
        """Whether a State is bound on a day (for a branch, if one is named), and how sure that is.

        A scenario takes the parties as they are named, on whatever day.
        """
        if self.supposed:
            return SUPPOSED
        return _joined(Same(self.law), self.id, state, branch, at if self.force == "binding" else None)


SUPPOSED = Told(True)
"""What nobody need look up: a party by the law itself, or one that a scenario takes for one."""


@recalled
def _joined(law: Same, id_: str, state: str, branch: str | None, at: date | None) -> Told:
    found = answer(law.law, state, at, branch)
    path = f"{id_}.party.{state}"
    if found is None:
        return Told(False, Fact(path, "law", "official", "yesno"))
    source = str(law.law.get("source", id_))
    cites = Citation(str(found.entry.get("source", source)), str(found.entry.get("cites", "")))
    standing = str(found.entry.get("standing", "official"))
    text = f"{id_}: whether {state} is bound" + (f" for {branch.replace('_', ' ')}" if branch else "")
    value = unknown_truth(text) if found.takes is None else found.takes
    if value is True and standing == "official":
        return SUPPOSED
    return Told(value, Fact(path, "law", standing, "yesno", cites))


def first_day(binding: Binding, state: str, branch: str) -> date | None:
    """The first day from which a State owes something under an instrument for a branch; None where it never does.

    No instrument gives anything for a time before: C118 Art 12(1), C157 Art 18(1). A scenario asks no day.
    """
    return date.min if binding.supposed else first_day_bound(binding.law, state, branch)


@recalled
def knob(law: Same, id_: str, chapter: str, key: str, at: date) -> Leaf | None:
    """A knob of a chapter of an instrument on a day; None where the instrument says nothing of it."""
    table = _chapter(law.law, chapter)
    source = str(table.get("source", law.law.get("source", id_)))
    return leaf_at(table.get(key), at, source, f"{id_}.{chapter}.{key}")


def _chapter(law: Mapping[str, Any], chapter: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = law
    for key in chapter.split("."):
        table = table.get(key, {})
    return table


def agreement_set(raw: Mapping[str, Any]) -> AgreementSet:
    """A set of agreements as a comparison file tells it.

    >>> agreement_set({"id": "none", "start": "none"}).as_bound
    False
    """
    return AgreementSet(
        str(raw["id"]),
        raw.get("start", "as-bound") == "as-bound",
        tuple(raw.get("add", ())),
        tuple(raw.get("without", ())),
        raw.get("parties") == "every_state",
    )


def bindings(
    shelf: Shelf,
    career: Career,
    countries: Sequence[str],
    branch: str | None,
    at: date,
    chosen: AgreementSet,
    assumptions: Iterable[Assumption],
) -> tuple[Binding, ...]:
    """Every instrument of the set that binds at least one State of the case for the branch (None: any) on the day."""
    ids = list(shelf.binding(countries)) if chosen.as_bound else []
    ids += [id_ for id_ in chosen.with_ if id_ not in ids]
    found = []
    for id_ in ids:
        if id_ in chosen.without:
            continue
        law = instrument_with(shelf.instrument(id_), id_, assumptions)
        if law is None:
            continue
        scenario = id_ in chosen.with_
        if not scenario and not _stands(law, at):
            continue
        states = _bound(law, countries, branch, at, scenario, chosen.every_state)
        if states:
            covered = covered_by(law, id_, career, branch, at, states, scenario)
            force = force_added(law) if scenario else "binding"
            supposed = scenario and bool(chosen.every_state or law.get("scenario"))
            found.append(Binding(id_, law, states, force, covered, supposed))
    return _not_replaced(found, branch, at)


def force_added(law: Mapping[str, Any]) -> str:
    """The force of an instrument that a set adds: soft law guides, everything else is a scenario; neither is owed.

    >>> force_added({"force": "soft_law"}), force_added({"force": "soft_law", "scenario": True})
    ('guidance', 'scenario')
    """
    return "guidance" if law.get("force") == "soft_law" and not law.get("scenario") else "scenario"


def forces(shelf: Shelf, chosen: AgreementSet) -> Mapping[str, str]:
    """The force of each instrument that a set adds to what binds."""
    return {id_: force_added(law) for id_ in chosen.with_ if (law := shelf.instrument(id_)) is not None}


def _not_replaced(found: list[Binding], branch: str | None, at: date) -> tuple[Binding, ...]:
    """The instruments left when one that replaces another surely binds every State of the case which that other binds."""
    return tuple(
        one
        for one in found
        if not any(
            one.id in other.law.get("relation", {}).get("replaces", ())
            and one.states <= other.states
            and all(other.joined(state, at, branch).value is True for state in one.states)
            for other in found
        )
    )


def _stands(law: Mapping[str, Any], at: date) -> bool:
    """Whether an instrument is law in force on a day: soft law and signatures are not."""
    return law.get("force") in IN_FORCE and law.get("in_force_from", date.min) <= at <= law.get("until", date.max)


def _bound(
    law: Mapping[str, Any], countries: Sequence[str], branch: str | None, at: date, scenario: bool, every_state: bool
) -> frozenset[str]:
    branches = leaf_at(law.get("branches"), at, "", "branches")
    if branch is not None and branches is not None and branch not in (branches.is_ or ()):
        return frozenset()
    if scenario and (every_state or law.get("scenario")):
        return frozenset(countries)
    day = None if scenario else at
    answers = {state: answer(law, state, day, branch) for state in countries}
    return frozenset(state for state, found in answers.items() if found is not None and found.takes is not False)
