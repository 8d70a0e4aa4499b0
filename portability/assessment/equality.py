"""Whether an instrument has a State treat the person as one of its own nationals, for one branch on one day.

The rule of each instrument is a word in its file; what each word asks of the person and of the States is told here.
A refusal keeps the word of what stood in its way, so that a decision can say it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from portability.assessment.covered import status_standing
from portability.assessment.scope import Binding, first_day
from portability.case.career import Career
from portability.citation import LAW_STANDINGS, Citation
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.law.entries import answer
from portability.law.shelf import Shelf
from portability.number.unknown import Unknown, unknown_truth
from portability.number.words import all_of, any_of
from portability.record.step import Fact, Told


@frozen
class Question:
    """What the instruments are asked: of which State, branch and day, about whom, and for what kind of benefit.

    `nature`: contributory | non_contributory | assistance, which is for those in need alone. `accepts`: the statuses that
    the State's own law accepts. `worked`: whether the right is one from work done there. `grant`: whether it is one that
    belongs to no scheme, which only an instrument that says of which benefits it speaks can mean.
    """

    state: str
    branch: str
    career: Career
    at: date
    nature: str = "contributory"
    accepts: tuple[str, ...] = ()
    worked: bool = True
    grant: bool = False
    shelf: Shelf | None = None


@frozen
class Answer:
    """What one instrument answers: yes, no or not known; for a no, the word of what stands in the way; how sure it is."""

    value: Any
    why: str = ""
    standing: str = "official"


@frozen
class Treated:
    """What all the instruments come to: the answer told, by which instrument with what force, and since when."""

    told: Told
    binding: Binding | None = None
    cites: Citation | None = None
    since: date | None = None

    @property
    def force(self) -> str:
        return "binding" if self.binding is None else self.binding.force


def nature_of(law: Mapping[str, Any] | None, scheme: str) -> str:
    """By where its money comes from, the kind of benefit a scheme gives.

    >>> nature_of({"scheme": {"xc-residence": {"class": "residence_pension"}}}, "xc-residence")
    'non_contributory'
    """
    word = str((law or {}).get("scheme", {}).get(scheme, {}).get("class", ""))
    return {"residence_pension": "non_contributory", "assistance": "assistance"}.get(word, "contributory")


def treated(found: Iterable[Binding], asked: Question) -> Treated:
    """Whether some instrument makes the person equal to the nationals of a State: what binds is asked first."""
    doubt: Treated | None = None
    for binding in sorted(found, key=lambda one: one.force != "binding"):
        leaf = rule_of(binding, asked)
        if leaf is None:
            continue
        said = answered(binding, leaf, asked)
        if said.value is False:
            continue
        told = told_of(said.value, said.standing, leaf, asked)
        one = Treated(told, binding, leaf.cites, first_day(binding, asked.state, asked.branch))
        if said.value is True:
            return one
        doubt = doubt or one
    return doubt or Treated(Told(False, Fact(f"equality in {asked.state}", "law", "official", "yesno", None)))


def rule_of(binding: Binding, asked: Question) -> Leaf | None:
    """The rule of equality of an instrument that binds the State and moves something; None where it has none."""
    if asked.state not in binding.states or not binding.operates("equality"):
        return None
    leaf = binding.leaf("equality", "rule", asked.at)
    return None if leaf is None or leaf.is_ not in RULES else leaf


def answered(binding: Binding, leaf: Leaf, asked: Question) -> Answer:
    """What one instrument answers by its rule."""
    if asked.career.status(asked.state, asked.at) == "national":
        return Answer(False, "own_national")
    only = binding.leaf("equality", "benefits", asked.at)
    if (asked.grant and only is None) or (only is not None and not _about(str(only.is_), asked.nature)):
        return Answer(False, "other_benefits")
    return RULES[str(leaf.is_)](binding, asked)


def _about(only: str, nature: str) -> bool:
    return only == "all" or nature == "contributory" or (only == "not_assistance" and nature == "non_contributory")


def told_of(value: Any, standing: str, leaf: Leaf, asked: Question) -> Told:
    """An answer told: as sure as nationality and status are, and as what the law makes of them."""
    read_by = max(leaf.standing, standing, key=LAW_STANDINGS.index)
    facts = status_standing(asked.career, asked.at)
    return Told(value, Fact(leaf.path, "facts", facts, "yesno", leaf.cites, read_by=read_by))


def _parties(binding: Binding, asked: Question) -> Answer:
    covered = binding.covered
    standing = getattr(covered.origin, "read_by", None) or "official"
    host = binding.joined(asked.state, asked.at, asked.branch)
    return Answer(all_of(covered.value, host.value), "not_covered", _weakest(standing, _sure(host)))


def _host_accepted(binding: Binding, asked: Question) -> Answer:
    """C118 Art 3(1): the State asked accepted the branch, and the person is a national of any State bound. Abroad the
    State must pay only where both States accepted the branch: Art 5(1). Refugees, stateless persons: Art 10(1)."""
    career, at = asked.career, asked.at
    host = binding.joined(asked.state, at, asked.branch)
    if host.value is False:
        return Answer(False, "branch")
    linked = linking(binding, asked)
    if linked.value is False:
        return linked
    if career.status(asked.state, at) == "irregular" and set(asked.accepts) - {"national"}:
        return Answer(False, "irregular")
    value, standing = all_of(host.value, linked.value), _weakest(_sure(host), linked.standing)
    lives = career.residence_of("insured", career.alive(at))
    if lives is not None and lives.country == asked.state:
        return Answer(all_of(value, in_region(binding, asked)), "region", standing)
    both = mutual(binding, asked)
    if lives is None:
        return Answer(all_of(value, any_of(both.value, unknown_truth("residence"))), "abroad", standing)
    return Answer(all_of(value, both.value), "abroad", _weakest(standing, both.standing))


def linking(binding: Binding, asked: Question) -> Answer:
    """Whether the person is a national of a State bound, for whatever branches, or needs no State: C118 Arts 3(1), 10(1)."""
    if (free := needs_no_state(binding, asked)) is not None:
        return free
    nationalities = asked.career.nationalities(asked.at)
    if not nationalities:
        return Answer(unknown_truth("person.nationalities"))
    entry = answer(binding.law, asked.state, None)
    refused = () if entry is None else entry.entry.get("refuses", ())
    open_ = [one for one in nationalities if f"{one}: {asked.branch}" not in refused]
    why = "retaliation" if len(open_) < len(nationalities) else "no_party"
    return _best((binding.joined(one, asked.at) for one in open_), why)


def mutual(binding: Binding, asked: Question) -> Answer:
    """Whether the person's State accepted the branch as well, of those paid abroad; nobody asks it of one without a State."""
    if binding.leaf("export", asked.branch, asked.at) is None or not binding.operates("export"):
        return Answer(False, "abroad")
    if (free := needs_no_state(binding, asked)) is not None:
        return free
    nationalities = asked.career.nationalities(asked.at)
    if not nationalities:
        return Answer(unknown_truth("person.nationalities"))
    return _best((binding.joined(one, asked.at, asked.branch) for one in nationalities), "not_mutual")


def needs_no_state(binding: Binding, asked: Question) -> Answer | None:
    """Yes for refugees and stateless persons, where the instrument asks no reciprocity of them."""
    if not _without_a_state(asked.career, asked.at):
        return None
    for chapter, key in (("equality", "refugees_without_reciprocity"), ("personal", "nationality")):
        leaf = binding.leaf(chapter, key, asked.at)
        if leaf is not None and (leaf.is_ is True or leaf.is_ == "parties_and_refugees"):
            return Answer(True, standing=leaf.standing)
    return None


def _without_a_state(career: Career, at: date) -> bool:
    """Whether the person is a refugee or stateless on a day, in whichever State that was found."""
    row = career.residence_of("insured", career.alive(at))
    told = {career.case.person.residence_status, None if row is None else row.residence_status}
    return bool(told & {"refugee", "stateless"})


def _best(told: Any, why: str) -> Answer:
    """The surest yes among several; where there is none, the first that is not known."""
    found = sorted(told, key=lambda one: (one.value is not True, one.value is False, LAW_STANDINGS.index(_sure(one))))
    return Answer(found[0].value, why, _sure(found[0])) if found else Answer(False, why)


def _lawful_residents(binding: Binding, asked: Question) -> Answer:
    """C97 Art 6(1): immigrants lawfully in the territory, of whatever nationality."""
    return _living_there(binding, asked, {"irregular": False, "asylum_seeker": None})


def _residents(binding: Binding, asked: Question) -> Answer:
    """C102 Art 68(1): those who have settled in the territory, of whatever nationality."""
    return _living_there(binding, asked, {"irregular": False, "regular": False, "asylum_seeker": None})


def _in_territory(binding: Binding, asked: Question) -> Answer:
    """C121 Art 27, C130 Art 32: everybody in the territory; the text asks no status."""
    return _living_there(binding, asked, {})


def _living_there(binding: Binding, asked: Question, others: Mapping[str, bool | None]) -> Answer:
    host = binding.joined(asked.state, asked.at, asked.branch)
    day = asked.career.alive(asked.at)
    lives = asked.career.residence_of("insured", day)
    if host.value is False:
        return Answer(False, "branch")
    if lives is None:
        return Answer(unknown_truth("residence"))
    if lives.country != asked.state:
        return Answer(False, "abroad")
    status = asked.career.status(asked.state, day)
    there: Any = unknown_truth("residence_status") if status is None else others.get(status, True)
    if there is None:
        there = unknown_truth(f"whether an {str(status).replace('_', ' ')} lives in {asked.state} lawfully")
    value = all_of(host.value, there, in_region(binding, asked))
    return Answer(value, "status" if there is False else "region", _sure(host))


def _past_employment(binding: Binding, asked: Question) -> Answer:
    """C143 Arts 9(1) and 10: who lives there lawfully; and whoever worked there, for rights from that work."""
    lawful = _lawful_residents(binding, asked)
    if lawful.value is True or lawful.why == "branch":
        return lawful
    if asked.nature == "contributory" and asked.worked:
        host = binding.joined(asked.state, asked.at, asked.branch)
        return Answer(host.value, "past", _sure(host))
    return lawful if isinstance(lawful.value, Unknown) else Answer(False, "not_from_work")


def _nobody(binding: Binding, asked: Question) -> Answer:
    """ICRMW Art 27: as nationals, so far as the law's own terms are met; where they are not, a refund is examined."""
    return Answer(False, "own_terms")


RULES: Mapping[str, Callable[[Binding, Question], Answer]] = {
    "parties": _parties,
    "host_accepted": _host_accepted,
    "lawful_residents": _lawful_residents,
    "residents": _residents,
    "in_territory": _in_territory,
    "past_employment": _past_employment,
    "duty_to_examine": _nobody,
}


def in_region(binding: Binding, asked: Question) -> Any:
    """Whether the person lives in the part of the State that is bound, where only a part is."""
    entry = answer(binding.law, asked.state, None)
    region = None if entry is None else entry.entry.get("region")
    if region is None or binding.supposed:
        return True
    lives = asked.career.residence_of("insured", asked.career.alive(asked.at))
    if lives is None or lives.region is None:
        return unknown_truth(f"residence.region (only {region} is bound)")
    return str(lives.region).casefold() == str(region).casefold()


def _sure(told: Told) -> str:
    return told.origin.standing if isinstance(told.origin, Fact) else "official"


def _weakest(*standings: str) -> str:
    return max(standings, key=LAW_STANDINGS.index)
