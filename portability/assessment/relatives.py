"""Who survives the insured person, as each law asks it: the answers that the family's facts give to what a law asks.

Ages of children are those on the day decided for; marriage, dependence and a spouse's age are those on the day of death.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from portability.assessment.figures import Reader, per_year
from portability.case.career import Career, holds
from portability.case.tables import Relative
from portability.document.leaf import earliest, latest
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.number.exact import quantity, whole
from portability.number.unknown import unknown, unknown_truth
from portability.number.words import all_of, any_of, choose, opposite
from portability.periods.dates import reaches_age

GROUPS = ("spouse", "child", "parent", "other")
PARTNERS = ("spouse", "partner", "former_spouse")
Blank = Callable[[Relative], bool]
"""Of whom nothing is taken as told, when it is asked what a result rests on."""


@frozen
class Survivor:
    """One of the family as a law sees them: the group, its leaf, and the answers to what the leaf asks."""

    relative: Relative
    group: str
    leaf: Leaf
    asked: Mapping[str, Any]
    share: Any

    @property
    def apart(self) -> Any:
        """Whether entitled, before it is asked whether others come first."""
        return all_of(*(answer for name, answer in self.asked.items() if name != "in_turn"))

    @property
    def entitled(self) -> Any:
        return all_of(*self.asked.values())


def nobody_blank(_: Relative) -> bool:
    """All that the case tells of the family is taken as told."""
    return False


def survivors(
    reader: Reader, career: Career, died: date, at: date, blank: Blank = nobody_blank
) -> dict[str, Survivor]:
    """Everybody of the family whom a law names among survivors, with the answers to what it asks."""
    leaves = {group: reader.leaf(group) for group in GROUPS}
    told = {group: leaf for group, leaf in leaves.items() if leaf is not None}
    found: dict[str, Survivor] = {}
    for group in ("child", "spouse", "parent", "other"):  # a child may stand in for what is asked of a spouse
        leaf = told.get(group)
        if leaf is None:
            continue
        for relative in career.case.family:
            if relative.relation in (leaf.get("relations") or (group,)) and relative.id not in found:
                found[relative.id] = _asked(relative, group, leaf, career, found, died, at, blank)
    return {id_: _in_turn(one, found) for id_, one in found.items()}


def _asked(
    one: Relative,
    group: str,
    leaf: Leaf,
    career: Career,
    before: Mapping[str, Survivor],
    died: date,
    at: date,
    blank: Blank,
) -> Survivor:
    if leaf.raw.keys().isdisjoint(("share", "share_unknown")):  # nobody found what the law gives, nor whom
        asked = {"related": unknown_truth(leaf.path), "of_age": True, "dependent": True, "unmarried": True, "in_turn": True}
        return Survivor(one, group, leaf, asked, unknown(leaf.path, low=0, high=1))
    dependent = _held(one.dependent, died, f"family.{one.id}.dependent") if leaf.get("dependent") else True
    remarried = any(each.start is not None and died < earliest(each.start) <= at for each in one.married)
    asked = {
        "related": all_of(_alive(one, at), _bound(one, leaf, before, died)),
        "of_age": _of_age(one, leaf, at),
        "dependent": dependent,
        "unmarried": not (leaf.get("until_remarriage") and remarried),
        "in_turn": True,
    }
    if blank(one):
        asked = {name: unknown_truth(f"family.{one.id}.{name}") for name in asked} | {"in_turn": True}
    share = _number(leaf, "share")
    if leaf.get("full_orphan") is not None:
        share = choose(_full_orphan(career, at, blank), _number(leaf, "full_orphan"), share)
    return Survivor(one, group, leaf, asked, whole(share))


def _number(leaf: Leaf, key: str) -> Any:
    told = leaf.get(key)
    return unknown(f"{leaf.path}.{key}", low=0, high=1) if told is None else quantity(str(told)).value


def _in_turn(one: Survivor, family: Mapping[str, Survivor]) -> Survivor:
    first = one.leaf.get("if_none_of") or ()
    better = [other.apart for other in family.values() if other.group in first]
    if not better:
        return one
    asked = {**one.asked, "in_turn": opposite(any_of(*better))}
    return Survivor(one.relative, one.group, one.leaf, asked, one.share)


def _alive(one: Relative, at: date) -> Any:
    if one.died is None or earliest(one.died) > at:
        return True
    return False if latest(one.died) <= at else unknown_truth(f"family.{one.id}.died")


def _held(stretches: Sequence[Any], on: date, path: str) -> Any:
    """Whether something told with its time held on a day; not known where nothing is told."""
    if not stretches:
        return unknown_truth(path)
    return any(holds(each.start, each.end, on) for each in stretches)


def _bound(one: Relative, leaf: Leaf, before: Mapping[str, Survivor], died: date) -> Any:
    """Whether a spouse was married as the law asks; whoever is told to be a spouse, without dates, was married at death."""
    path = f"family.{one.id}.married"
    then = [each for each in one.married if each.start is None or earliest(each.start) <= died]
    bound = bool(then) and _held(then, died, path) if one.relation == "spouse" and one.married else True
    asked: list[Any] = []
    if leaf.get("married") is not None:
        asked.append(_married_for(one, leaf, died, path))
    if {"from_age", "from_age_F", "from_age_M"} & leaf.raw.keys():
        asked.append(_from_age(one, leaf, died))
    if not asked:
        return bound
    unless = leaf.get("unless") or ()
    instead = [_said(one.disabled, f"family.{one.id}.disabled")] if "disabled" in unless else []
    if "child" in unless:
        instead += [other.apart for other in before.values() if other.group == "child"]
    return all_of(bound, any_of(all_of(*asked), *instead))


def _married_for(one: Relative, leaf: Leaf, died: date, path: str) -> Any:
    """Whether the marriage that the death ended had lasted as long as the law asks."""
    length = quantity(str(leaf.get("married")))
    months = int(length.value * 12 / per_year(length.unit))
    starts = [each.start for each in one.married if each.start is not None and earliest(each.start) <= died]
    if not starts:
        return unknown_truth(path)
    last = max(starts, key=earliest)
    first, then = (reaches_age(day, 0, months, "later") for day in (earliest(last), latest(last)))
    return True if then <= died else False if first > died else unknown_truth(path)


def _from_age(one: Relative, leaf: Leaf, died: date) -> Any:
    age = leaf.get("from_age") or leaf.get(f"from_age_{one.sex}")
    if age is None:
        return unknown_truth(f"family.{one.id}.sex")
    days = _birthday(one, str(age))
    if days is None:
        return unknown_truth(f"family.{one.id}.born")
    return True if days[1] <= died else False if days[0] > died else unknown_truth(f"family.{one.id}.born")


def _birthday(one: Relative, age: str) -> tuple[date, date] | None:
    """The earliest and the latest day on which somebody can reach an age; None where the date of birth is not told."""
    if one.born is None:
        return None
    found = quantity(age)
    months = int(found.value * 12 if found.unit == "years" else found.value)
    return reaches_age(earliest(one.born), 0, months, "later"), reaches_age(latest(one.born), 0, months, "later")


def _of_age(one: Relative, leaf: Leaf, at: date) -> Any:
    """Whether an age that ends the benefit is still to come, or something holds that lifts it."""
    if leaf.get("until_age") is None:
        return True
    reasons = [_under(one, leaf.get("until_age"), at)]
    if leaf.get("until_age_in_education") is not None:
        student = _said(one.in_education, f"family.{one.id}.in_education")
        reasons.append(all_of(_under(one, leaf.get("until_age_in_education"), at), student))
    if leaf.get("disabled"):
        reasons.append(_said(one.disabled, f"family.{one.id}.disabled"))
    return any_of(*reasons)


def _under(one: Relative, age: str, at: date) -> Any:
    days = _birthday(one, age)
    if days is None:
        return unknown_truth(f"family.{one.id}.born")
    return True if at < days[0] else False if at >= days[1] else unknown_truth(f"family.{one.id}.born")


def _said(answer: bool | None, path: str) -> Any:
    return unknown_truth(path) if answer is None else answer


def partners(career: Career) -> list[Relative]:
    """Those of the family who may be the other parent of a child."""
    return [one for one in career.case.family if one.relation in PARTNERS]


def _full_orphan(career: Career, at: date, blank: Blank) -> Any:
    """Whether the other parent is dead too; not known where the family names no partner of the insured."""
    named = partners(career)
    if not named:
        return unknown_truth("family: the other parent")
    return all_of(*(unknown_truth(f"family.{one.id}.died") if blank(one) else opposite(_alive(one, at)) for one in named))


def days_to_come(mine: Survivor, at: date) -> list[tuple[date, str]]:
    """The days on which a survivor's benefit must be looked at again, and why."""
    found = []
    for key, because in (
        ("until_age", "the age is reached at which the benefit ends"),
        ("until_age_in_education", "the age is reached at which the benefit ends for those in education"),
    ):
        days = None if mine.leaf.get(key) is None else _birthday(mine.relative, str(mine.leaf.get(key)))
        lifted = key == "until_age" and mine.leaf.get("disabled") and mine.relative.disabled
        if days is not None and days[1] > at and not lifted and _still(mine, key):
            found.append((days[1], because))
    return found


def _still(mine: Survivor, key: str) -> bool:
    return key == "until_age" or mine.relative.in_education is not False
