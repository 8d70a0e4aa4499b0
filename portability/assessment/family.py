"""The family of the insured person as facts for the stages: what a survivor is asked, and what all the others take."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from portability.assessment.contingency import Contingency
from portability.assessment.figures import Reader
from portability.assessment.relatives import GROUPS, Survivor, days_to_come, partners, survivors
from portability.case.career import Career, career
from portability.case.tables import Relative
from portability.citation import FACT_STANDINGS, LAW_STANDINGS, weaker
from portability.law.dated import Leaf
from portability.number.exact import whole
from portability.number.words import part, total
from portability.record.step import Fact, Told
from portability.rules.survivors import equal_part

GROUPED = frozenset({"each_further", "group_ceiling"})
"""What a law on injury may say of the shares of a group together."""

AsSure = Callable[[str], dict[str, Survivor]]
"""The family as the facts of at least a standing tell it."""


def family_facts(
    reader: Reader, career: Career, what: Contingency, given: dict[str, Any], at: date
) -> tuple[set[str], list[tuple[date, str, Leaf]]]:
    """The answers for the survivor who claims, and the shares of all the others.

    Returns the parts of the shape they ask for, and the days on which the benefit must be looked at again.
    """
    family = survivors(reader, career, what.on, at)
    mine = family.get(career.who)
    if mine is None:
        path = f"{reader.path}: no share for this relation"
        nobody = Told(False, Fact(path, "law", "assumed", "yesno", note="the law file names no such survivors"))
        given |= {name: Told(True) for name in ("of_age", "dependent", "unmarried", "in_turn")}
        given |= {"related": nobody, "share": Told(0, nobody.origin), "other_shares": (), "heads": Told(1)}
        return set(), []
    as_sure = _recalled(lambda level: survivors(reader, career, what.on, at, lambda one: _too_weak(one, level)))
    for name, answer in mine.asked.items():
        path, about = f"family.{mine.relative.id}.{name}", _asked_about(name, mine, family)
        fact = _resting(path, _weakest(about), "yesno", [mine, *about], partial(_answer_of, as_sure, mine, name))
        given[name] = Told(answer, fact)
    given["share"] = Told(mine.share, Fact(mine.leaf.path, "law", mine.leaf.standing, "share", mine.leaf.cites))
    if mine.leaf.get("full_orphan") is not None:
        parents = max((one.standing or "declared" for one in partners(career)), key=FACT_STANDINGS.index, default="missing")
        fact = _resting(mine.leaf.path, parents, "share", [mine], lambda level: as_sure(level)[career.who].share)
        given["share"] = Told(mine.share, fact)
    parts = set()
    heads = _heads(family)
    if mine.leaf.get("together") or GROUPED & mine.leaf.raw.keys():
        parts |= {"together"} if mine.leaf.get("together") else set()
        others = [one for one in family.values() if one.group == mine.group and one is not mine]
        left = partial(_sharing, as_sure, mine)
        given["heads"] = Told(
            _mates(family, mine) + 1, _resting(f"family: {mine.group}", _weakest(others), "number", [mine], left)
        )
    given["other_shares"] = tuple(
        Told(_part_of(one, heads), _fact(one, as_sure)) for one in family.values() if one is not mine
    )
    again = [(day, why, mine.leaf) for day, why in days_to_come(mine, at)]
    if "heads" in given or "family_ceiling" in reader.law:
        ends = ((one, day) for one in family.values() if one is not mine for day, _ in days_to_come(one, at)[:1])
        again += [(day, f"the share of {one.relative.id} may end, and this one is reckoned anew", one.leaf) for one, day in ends]
    return parts, again


def _resting(path: str, standing: str, kind: str, read: Sequence[Survivor], without: Callable[[str], Any]) -> Fact:
    """A fact of the family, as the law of each group reads it; `without`: what is left where only sure enough facts count."""
    law = max((one.leaf.standing for one in read), key=LAW_STANDINGS.index)
    return Fact(path, "facts", standing, kind, read[0].leaf.cites, without=without, read_by=law)


def _answer_of(as_sure: AsSure, one: Survivor, name: str, level: str) -> Any:
    return as_sure(level)[one.relative.id].asked[name]


def _fact(one: Survivor, as_sure: AsSure) -> Fact:
    def without(level: str) -> Any:
        family = as_sure(level)
        return _part_of(family[one.relative.id], _heads(family))

    return _resting(f"family.{one.relative.id}", one.relative.standing or "declared", "share", [one], without)


def _asked_about(name: str, mine: Survivor, family: Mapping[str, Survivor]) -> list[Survivor]:
    """Whose facts answer what is asked: the survivor's own, and those of others who come first or stand in."""
    if name == "in_turn":
        first = mine.leaf.get("if_none_of") or ()
        return [one for one in family.values() if one.group in first]
    if name == "related" and "child" in (mine.leaf.get("unless") or ()):
        return [mine, *(one for one in family.values() if one.group == "child" and one is not mine)]
    return [mine]


def _weakest(of: Sequence[Survivor]) -> str:
    return max((one.relative.standing or "declared" for one in of), key=FACT_STANDINGS.index, default="certified")


def _too_weak(one: Relative, level: str) -> bool:
    return weaker(one.standing or "declared", level, FACT_STANDINGS)


def _recalled(asked: AsSure) -> AsSure:
    """The family as each level of sureness tells it, asked once for each."""
    known: dict[str, dict[str, Survivor]] = {}

    def found(level: str) -> dict[str, Survivor]:
        if level not in known:
            known[level] = asked(level)
        return known[level]

    return found


def _heads(family: Mapping[str, Survivor]) -> dict[str, Any]:
    """How many of each group are entitled."""
    return {group: total(part(one.entitled, 1) for one in family.values() if one.group == group) for group in GROUPS}


def _mates(family: Mapping[str, Survivor], mine: Survivor) -> Any:
    """How many others of the survivor's group are entitled."""
    others = (one for id_, one in family.items() if one.group == mine.group and id_ != mine.relative.id)
    return total(part(one.entitled, 1) for one in others)


def _sharing(as_sure: AsSure, mine: Survivor, level: str) -> Any:
    return _mates(as_sure(level), mine) + 1


def _part_of(one: Survivor, heads: Mapping[str, Any]) -> Any:
    """What somebody else of the family takes, if entitled."""
    return whole(part(one.entitled, _taken(one, heads)))


def _taken(one: Survivor, heads: Mapping[str, Any]) -> Any:
    """The share somebody else of the family takes: of a group's common share, an equal part."""
    if GROUPED & one.leaf.raw.keys():
        from portability.assessment.injury.groups import share_of_one  # only laws on injury have such groups

        return share_of_one(one.leaf, one.share, heads[one.group])
    return equal_part(one.share, heads[one.group]) if one.leaf.get("together") else one.share


def as_survived(life: Career, who: str) -> Career:
    """The insured person's life as a survivor draws on it: with the pension in payment, where an institution states it."""
    paid = [one for branch in ("old_age", "invalidity") for one in career(life.case, branch).statements if one.kind in IN_PAYMENT]
    return replace(life, who=who, statements=(*paid, *life.statements))


IN_PAYMENT = ("award", "independent", "pro_rata")
"""What an institution may state of a pension it pays: the survivor's share is taken of it."""
