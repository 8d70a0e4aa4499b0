"""Maintenance of rights acquired: whether a State pays a benefit in the State where the person lives.

What binds goes before what a scenario adds, and of what binds the best word counts: an instrument takes nothing away that
national law gives. A word that hangs on whether a State is bound is no surer than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from portability.assessment.covered import status_standing
from portability.assessment.equality import Answer, Question, Treated, linking, mutual
from portability.assessment.scope import Binding, first_day
from portability.citation import LAW_STANDINGS, Citation
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.number.unknown import Unknown, unknown_truth
from portability.number.words import all_of
from portability.record.step import Fact, Told

BEST_FIRST = ("paid", "frozen", "reduced", "suspended", "not_exportable")


@frozen
class Payable:
    """Whether a benefit is paid where the person lives: the word (None: not settled), why, and where it says so.

    `since`: the first day from which the instrument that has it paid gives anything; `owed`: the word by what binds alone.
    """

    word: str | None
    text: str
    cites: Citation | None
    force: str = "binding"
    standing: str = "official"
    since: date | None = None
    binding: Binding | None = None
    owed: str | None = None


def payable_abroad(found: Sequence[Binding], asked: Question, national: Leaf | None) -> Payable:
    """Whether a State pays a benefit in the State where the beneficiary lives: an instrument first, else national law."""
    residence = asked.career.residence(asked.at)
    if residence is None:
        return Payable(None, "where the person lives is not given", None)
    if residence.country == asked.state:
        return Payable("paid", "the person lives in the paying State", None)
    own = None if national is None or national.is_ is None else str(national.is_)
    ways = [one for binding in found for one in _ways(binding, found, asked, str(residence.country))]
    if own is not None and national is not None and own in BEST_FIRST:
        ways.append(Payable(own, "national law says so", national.cites, standing=national.standing))
    owed = _verdict([one for one in ways if one.force == "binding"])
    would = _verdict([one for one in ways if one.force != "binding"])
    best = would if owed is None or (would is not None and _better(would, owed)) else owed
    if best is not None:
        return replace(best, owed=None if owed is None else owed.word)
    cites = national.cites if national is not None else None
    return Payable(None, "no instrument and no known national law settles payment abroad", cites)


def _verdict(ways: Sequence[Payable]) -> Payable | None:
    """The best word of several, by the surest that says it; not settled where another, not known, could be better."""
    known = [one for one in ways if one.word is not None]
    best = min(known, key=lambda one: (_rank(one), LAW_STANDINGS.index(one.standing)), default=None)
    doubt = next((one for one in ways if one.word is None), None)
    return best if doubt is None or (best is not None and best.word == "paid") else doubt


def _better(would: Payable, owed: Payable) -> bool:
    return would.word is not None and (owed.word is None or _rank(would) < _rank(owed))


def _rank(one: Payable) -> int:
    return BEST_FIRST.index(str(one.word))


def _ways(binding: Binding, found: Sequence[Binding], asked: Question, lives_in: str) -> Iterator[Payable]:
    """What one instrument says of payment in a State; nothing where it says nothing of it."""
    leaf = binding.leaf("export", asked.branch, asked.at)
    if asked.state not in binding.states or not binding.operates("export") or leaf is None or leaf.is_ is None:
        return
    said = reaches_abroad(binding, found, asked, lives_in)
    if said.value is False:
        return
    since = first_day(binding, asked.state, asked.branch)
    standing = max(leaf.standing, said.standing, key=LAW_STANDINGS.index)
    if isinstance(said.value, Unknown):
        text = f"{binding.id} may have it paid abroad: {'; '.join(sorted(said.value.facts))}"
        yield Payable(None, text, leaf.cites, binding.force, standing, since, binding)
        return
    word = str(leaf.is_)
    uprating = binding.leaf("export", "uprating", asked.at)
    if word == "paid" and uprating is not None and uprating.is_ == "frozen":
        word = "frozen"
    if word in BEST_FIRST:
        yield Payable(word, f"{binding.id} has it paid abroad", leaf.cites, binding.force, standing, since, binding)


def reaches_abroad(binding: Binding, found: Sequence[Binding], asked: Question, lives_in: str) -> Answer:
    """Whether the export chapter of an instrument reaches this benefit, this person and this State."""
    parts = [
        _bound(binding, asked.state, asked),
        _of_this_kind(binding, found, asked),
        _within(binding, asked, lives_in),
        _covered(binding, asked),
    ]
    standing = max((part.standing for part in parts), key=LAW_STANDINGS.index)
    why = next((part.why for part in parts if part.value is False), "")
    return Answer(all_of(*(part.value for part in parts)), why, standing)


def _bound(binding: Binding, state: str, asked: Question, why: str = "branch") -> Answer:
    told = binding.joined(state, asked.at, asked.branch)
    return Answer(told.value, why, told.origin.standing if isinstance(told.origin, Fact) else "official")


def _of_this_kind(binding: Binding, found: Sequence[Binding], asked: Question) -> Answer:
    """Benefits without contributions may need a scheme between the States: C118 Art 5(2), C157 Art 9(3)."""
    only = binding.leaf("export", "benefits", asked.at)
    if only is not None and only.is_ != "all" and asked.nature == "assistance":
        return Answer(False, "other_benefits")
    if only is not None and only.is_ == "contributory" and asked.nature != "contributory":
        return Answer(False, "other_benefits")
    needs = binding.leaf("export", "non_contributory", asked.at)
    if asked.nature == "contributory" or needs is None or needs.is_ != "needs_agreement":
        return Answer(True)
    theirs = set(asked.career.nationalities(asked.at))
    schemes = (one for one in found if one.apportions and one.operates("totalisation") and asked.state in one.states)
    for scheme in schemes:
        if any(scheme.joined(state, asked.at, asked.branch).value is True for state in theirs - {asked.state}):
            return Answer(True)
    return Answer(False, "needs_agreement")


def _within(binding: Binding, asked: Question, lives_in: str) -> Answer:
    """Payment reaches everywhere, or only the States bound."""
    scope = binding.leaf("export", "scope", asked.at)
    if scope is None or scope.is_ == "worldwide":
        return Answer(True)
    if scope.is_ != "parties":
        return Answer(False, "outside")
    return _bound(binding, lives_in, asked, "outside")


def _covered(binding: Binding, asked: Question) -> Answer:
    """Persons covered; under an instrument of equality own nationals, and those of States that accepted the branch as well."""
    if binding.law.get("kind") != "equality":
        fact = binding.covered.origin
        return Answer(binding.covered.value, "not_covered", getattr(fact, "read_by", None) or "official")
    if asked.career.status(asked.state, asked.at) == "national":
        return Answer(True)
    both = binding.leaf("export", "mutual", asked.at)
    return mutual(binding, asked) if both is not None and both.is_ is True else linking(binding, asked)


def waived(found: Sequence[Binding], asked: Question) -> Treated:
    """Whether a condition to live in the State falls, because an instrument has the benefit paid where the person lives."""
    residence = asked.career.residence(asked.at)
    doubt: Treated | None = None
    if residence is None:
        return Treated(Told(False))
    for binding in sorted(found, key=lambda one: one.force != "binding"):
        for way in _ways(binding, found, asked, str(residence.country)):
            if way.word not in ("paid", None):
                continue
            path, facts = f"{binding.id}.export.{asked.branch}", status_standing(asked.career, asked.at)
            value = True if way.word == "paid" else unknown_truth(way.text)
            told = Told(value, Fact(path, "facts", facts, "yesno", way.cites, read_by=way.standing))
            if value is True:
                return Treated(told, binding, way.cites, way.since)
            doubt = doubt or Treated(told, binding, way.cites, way.since)
    return doubt or Treated(Told(False))


def surest(standing: dict[str, str], status: str, payable: Payable) -> str:
    """How sure the law of a benefit is: also that an instrument has it paid where the person lives."""
    if status != "entitled" or payable.binding is None:
        return standing["law"]
    return max(standing["law"], payable.standing, key=LAW_STANDINGS.index)
