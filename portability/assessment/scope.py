"""Which law is asked: the instruments that bind the States of a case for a branch on a day, and what they say of persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from portability.assessment.covered import covered_by
from portability.case.career import Career
from portability.citation import LAW_STANDINGS, Citation
from portability.frozen import frozen
from portability.law.dated import Leaf, leaf_at
from portability.law.overlay import Assumption, instrument_with
from portability.law.recall import Same, recalled
from portability.law.shelf import Shelf
from portability.number.unknown import unknown_truth
from portability.number.words import all_of, any_of
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
    """An instrument as it stands between the States of a case: its law, who is bound, and with what force."""

    id: str
    law: Mapping[str, Any]
    states: frozenset[str]
    force: str
    covered: Told

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

    def party(self, state: str, at: date) -> Mapping[str, Any] | None:
        """The entry of a State among the parties that holds on a day; a State may have joined twice, or accepted more later."""
        for party in self.law.get("party", ()):
            if party["state"] == state and party.get("from", date.min) <= at <= party.get("to", date.max):
                return dict(party)
        return None


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
    branch: str,
    at: date,
    chosen: AgreementSet,
    assumptions: Iterable[Assumption],
) -> tuple[Binding, ...]:
    """Every instrument of the set that binds at least one State of the case for the branch on the day."""
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
            found.append(Binding(id_, law, states, force_added(law) if scenario else "binding", covered))
    return _not_replaced(found)


def force_added(law: Mapping[str, Any]) -> str:
    """The force of an instrument that a set adds: soft law guides, everything else is a scenario; neither is owed.

    >>> force_added({"force": "soft_law"}), force_added({"force": "soft_law", "scenario": True})
    ('guidance', 'scenario')
    """
    return "guidance" if law.get("force") == "soft_law" and not law.get("scenario") else "scenario"


def forces(shelf: Shelf, chosen: AgreementSet) -> Mapping[str, str]:
    """The force of each instrument that a set adds to what binds."""
    return {id_: force_added(law) for id_ in chosen.with_ if (law := shelf.instrument(id_)) is not None}


def _not_replaced(found: list[Binding]) -> tuple[Binding, ...]:
    """The instruments left when one that replaces another binds every State of the case which that other binds."""
    return tuple(
        one
        for one in found
        if not any(
            one.id in other.law.get("relation", {}).get("replaces", ()) and one.states <= other.states for other in found
        )
    )


def _stands(law: Mapping[str, Any], at: date) -> bool:
    """Whether an instrument is law in force on a day: soft law and signatures are not."""
    return law.get("force") in IN_FORCE and law.get("in_force_from", date.min) <= at <= law.get("until", date.max)


def _bound(
    law: Mapping[str, Any], countries: Sequence[str], branch: str, at: date, scenario: bool, every_state: bool
) -> frozenset[str]:
    branches = leaf_at(law.get("branches"), at, "", "branches")
    if branches is not None and branch not in (branches.is_ or ()):
        return frozenset()
    if scenario and (every_state or law.get("scenario")):
        return frozenset(countries)
    bound = set()
    for party in law.get("party", ()):
        chosen = party.get("branches")
        takes = chosen is None or branch in chosen or branch in party.get("unknown_branches", ())
        in_time = scenario or party.get("from", date.min) <= at <= party.get("to", date.max)
        if party["state"] in countries and takes and in_time:
            bound.add(party["state"])
    return frozenset(bound)


def equality(found: Sequence[Binding], state: str, branch: str, career: Career, at: date) -> Told:
    """Whether an instrument makes the person equal to the nationals of a State for a branch.

    Under C118 the State must have accepted the branch, and the person be a national of any State bound: Art 3(1);
    refugees and stateless persons without reciprocity: Art 10(1).
    """
    doubt: Told | None = None
    for binding in found:
        if not binding.operates("equality") or state not in binding.states:
            continue
        leaf = binding.leaf("equality", "rule", at)
        if leaf is None:
            continue
        answer = _equal(binding, leaf, state, branch, career, at)
        if answer.value is True:
            return answer
        if answer.value is not False:
            doubt = answer
    return doubt or Told(False, Fact(f"equality in {state}", "law", "official", "yesno", None))


def _equal(binding: Binding, leaf: Leaf, state: str, branch: str, career: Career, at: date) -> Told:
    standing = max(leaf.standing, _joined(binding, state, at), key=LAW_STANDINGS.index)
    fact = Fact(leaf.path, "law", standing, "yesno", leaf.cites)
    if leaf.is_ == "parties":
        return Told(binding.covered.value, fact)
    status = career.status(state, at)
    linked = any_of(
        status in ("refugee", "stateless"), *(_party_on(binding, country, at) for country in career.nationalities(at))
    )
    return Told(all_of(linked, _accepted(binding, state, branch, at)), fact)


def _joined(binding: Binding, state: str, at: date) -> str:
    """How sure it is that a State joined, and for which branches: nothing it binds to is surer."""
    party = binding.party(state, at)
    return "official" if party is None else str(party.get("standing", "official"))


def _party_on(binding: Binding, state: str, at: date) -> Any:
    party = binding.party(state, at)
    if party is None:
        return False
    return unknown_truth(f"{binding.id}: whether {state} is a party") if "unknown" in party else True


def _accepted(binding: Binding, state: str, branch: str, at: date) -> Any:
    party = binding.party(state, at)
    joined = _party_on(binding, state, at)
    if party is None or joined is not True:
        return joined
    if "region" in party:
        return unknown_truth(f"{binding.id}: whether it is about {party['region']}, all of {state} that is bound")
    if branch in party.get("unknown_branches", ()):
        return unknown_truth(f"{binding.id}: whether {state} accepted {branch}")
    # a party that names branches accepted these; one that names none, all, unless it is of some not known whether
    return branch in party["branches"] if "branches" in party else "unknown_branches" not in party


@frozen
class Payable:
    """Whether a benefit is paid where the person lives: the word (None: not settled), why, and where it says so."""

    word: str | None
    text: str
    cites: Citation | None
    force: str = "binding"


def payable_abroad(
    found: Sequence[Binding], state: str, branch: str, career: Career, at: date, national: Leaf | None
) -> Payable:
    """Whether a State pays a benefit in the State where the person lives: an instrument first, else national law."""
    residence = career.residence(at)
    if residence is None:
        return Payable(None, "where the person lives is not given", None)
    if residence.country == state:
        return Payable("paid", "the person lives in the paying State", None)
    for binding in found:
        if not binding.operates("export") or state not in binding.states:
            continue
        leaf = binding.leaf("export", branch, at)
        scope = binding.leaf("export", "scope", at)
        if leaf is None or leaf.is_ is None:
            continue
        inside = _within(binding, scope, residence.country, at)
        linked = True
        if binding.law.get("kind") == "equality":
            linked = _accepted(binding, state, branch, at) is True and any(
                _accepted(binding, country, branch, at) is True for country in career.nationalities(at)
            )
            linked = linked or (
                career.status(state, at) in ("refugee", "stateless") and _accepted(binding, state, branch, at) is True
            )
        if inside and linked and binding.covered.value is not False:
            return Payable(str(leaf.is_), f"{binding.id} has it paid abroad", leaf.cites, binding.force)
    if national is not None and national.is_ is not None:
        return Payable(str(national.is_), "national law says so", national.cites)
    return Payable(
        None, "no instrument and no known national law settles payment abroad", national.cites if national else None
    )


def _within(binding: Binding, scope: Leaf | None, country: str, at: date) -> bool:
    """Whether payment abroad reaches a country: everywhere, or in the States bound (in a scenario for all, all States)."""
    if scope is None or scope.is_ != "parties" or (binding.force == "scenario" and binding.law.get("scenario")):
        return True
    return _party_on(binding, country, at) is True
