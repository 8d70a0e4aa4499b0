"""What law and case tell of benefits beside a pension: rates, incomes, what a rule against overlap counts, residence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from portability.assessment.draft import NO
from portability.assessment.person import residence_fact
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.assessment.shape_overlap import KINDS
from portability.assessment.stages import Member
from portability.case.career import Career
from portability.citation import FACT_STANDINGS
from portability.frozen import replaced
from portability.law.dated import Leaf
from portability.number.exact import whole
from portability.number.unknown import unknown, unknown_truth
from portability.record.step import Fact, Told

ONE = Told(1)
RULES = frozenset(KINDS)
OF_RESIDENCE = frozenset({"minimum_of_residence"})


def with_more(member: Member, parts: Iterable[str], given: Mapping[str, Any]) -> Member:
    """A member with further parts of its shape and further figures."""
    shape = replaced(member.shape, parts=member.shape.parts | frozenset(parts))
    return replaced(member, shape=shape, given={**member.given, **given})


def rates_into(planned: Planned, others: Sequence[Planned], career: Career, at: date) -> tuple[Told, ...]:
    """For each scheme the rate that turns its amounts into the currency of one of them."""
    return tuple(_rate(other.currency, planned.currency, career, at) for other in others)


def _rate(base: str, quote: str, career: Career, at: date) -> Told:
    if base == quote:
        return ONE
    found = career.rate(base, quote, at)
    path = f"a rate for {base or 'amounts without a currency'} in {quote or 'a currency not told'}"
    if found is None:
        return Told(unknown(path), Fact(path, "facts", "missing"))
    return Told(found[0], Fact(path, "facts", found[1]))


def for_supplement(
    kind: str, leaf: Leaf | None, planned: Planned, linked: Sequence[Planned], career: Career, at: date
) -> tuple[set[str], dict[str, Any]]:
    """The parts and figures that a supplement of an instrument asks of a State's member."""
    if kind == "none" or leaf is None:
        return set(), {}
    given: dict[str, Any] = {"linked_rates": rates_into(planned, linked, career, at)}
    if kind == "difference":
        asked = Told(True, Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))
        return set(), given | {"difference": asked}
    if "minimum" not in planned.member.shape.parts:
        return set(), given
    resides = residence_fact(career, planned.key[0], at, leaf)
    return set() if resides.value is False else {"minimum_of_residence"}, given | {"resides": resides}


def for_reductions(planned: Planned, plans: Sequence[Planned], career: Career, at: date) -> Member:
    """The member of a State whose law reduces for other benefits, with what that law counts."""
    member, reader = planned.member, planned.reader
    if reader is None or member.shape.parts.isdisjoint(RULES):
        return member
    given: dict[str, Any] = {}
    leaf = reader.peek("reduction_same_kind")
    if "same_kind" in member.shape.parts and leaf is not None:
        given["rates"] = rates_into(planned, plans, career, at)
        given["same_kind_counts"] = tuple(_counts(planned, other, leaf) for other in plans)
    leaf = reader.peek("reduction_different_kind")
    if "different_kind" in member.shape.parts and leaf is not None:
        given["incomes"] = _incomes(planned, leaf, career, at)
    return with_more(member, (), given)


def _counts(planned: Planned, other: Planned, leaf: Leaf) -> Told:
    """Whether a law counts another pension: one of its own State, or of another where it expressly says so."""
    word = "own_pension" if other.key[0] == planned.key[0] else "foreign_pension"
    counted = other is not planned and word in leaf.get("counts", (word,))
    return Told(counted, Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason)) if counted else NO


def _incomes(planned: Planned, leaf: Leaf, career: Career, at: date) -> tuple[Told, ...]:
    """The incomes of the case that a law counts, by the month and in its currency."""
    found = []
    for held in career.incomes(at):
        here = held.country in (None, planned.key[0])
        if held.kind not in leaf.get("counts", (held.kind,)) or not (here or leaf.get("foreign", False)):
            continue
        rate = _rate(held.currency, planned.currency, career, at)
        path, standing = f"income: {held.kind}", held.standing
        if isinstance(rate.origin, Fact):
            path, standing = f"{path}, {rate.origin.path}", max(standing, rate.origin.standing, key=FACT_STANDINGS.index)
        found.append(Told(whole(held.amount * rate.value), Fact(path, "facts", standing, "money")))
    return tuple(found)


def reductions_under(
    binding: Binding, chapter: str, at: date, planned: Planned, plans: Sequence[Planned], linked: Sequence[int]
) -> tuple[set[str], dict[str, Any]]:
    """What an instrument leaves of the rules of a State's law against overlapping benefits: parts and figures."""
    mine, parts, given = planned.member.shape.parts & RULES, set[str](), dict[str, Any]()
    words = {kind: binding.leaf(chapter, f"anti_overlap_{kind}", at) for kind in mine}
    for kind, leaf in words.items():
        word = "national" if leaf is None or leaf.is_ is None else str(leaf.is_)
        rule = None if planned.reader is None else planned.reader.peek(f"reduction_{kind}")
        divides = "income" if rule is None else str(rule.get("divides", "income"))
        parts |= {f"{kind}_{part}" for part in _left(kind, word, divides)}
        if word == "never_on_pro_rata":
            given["listed"] = _listed(binding, chapter, planned, at)
        if kind == "same_kind":
            given["linked"] = tuple(Told(k in linked) for k in range(len(plans)))
        if kind == "same_kind" and word != "national":  # Art 53(3)(c): pensions of voluntary insurance abroad do not count
            counts = planned.member.given["same_kind_counts"]
            given["same_kind_counts"] = tuple(
                NO if _voluntary(other) else yes for other, yes in zip(plans, counts, strict=True)
            )
    return parts, given


def _left(kind: str, word: str, divides: str) -> tuple[str, ...]:
    """How a rule works on the independent benefit and on the one shared, in the words of the stage."""
    if word == "none":
        return ("not_on_independent", "not_on_shared")
    if kind == "same_kind":
        found = ("proportion_independent", "proportion_shared") if divides == "proportion" else ()
        return (*found, "not_on_shared", "listed_independent") if word == "never_on_pro_rata" else found
    if divides == "proportion":
        return ("prorated_independent", "prorated_shared")
    if word == "divide":
        return ("prorated_shared", "excess_divided_independent" if divides == "excess" else "divided_independent")
    return ("prorated_shared",) if word == "prorate" else ()


def _listed(binding: Binding, chapter: str, planned: Planned, at: date) -> Told:
    """Whether an instrument lists a scheme whose independent benefit may be reduced for pensions of the same kind."""
    leaf = binding.leaf(chapter, "anti_overlap_on_independent", at)
    if leaf is None:
        return NO
    found: Any = unknown_truth(leaf.path) if leaf.is_ is None else planned.where in leaf.is_
    return Told(found, Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))


def _voluntary(other: Planned) -> bool:
    """Whether a pension rests on voluntary insurance alone."""
    spells = [entry.spell.kind for entry in other.own.counted.entries]
    return bool(spells) and set(spells) == {"voluntary"}


def with_other_benefits(
    members: tuple[Member, ...],
    binding: Binding,
    chapter: str,
    at: date,
    plans: Sequence[Planned],
    linked: Sequence[int],
    career: Career,
) -> tuple[tuple[Member, ...], str]:
    """The members of an instrument with what its rules on other benefits ask of them, and the supplement it knows.

    Where the person lives in no State whose law has a minimum, there is no supplement of the State of residence.
    """
    mine = [plans[i] for i in linked]
    leaf = binding.leaf(chapter, "supplement", at)
    supplement = "none" if leaf is None or leaf.is_ is None else str(leaf.is_)
    if supplement != "none":
        members = tuple(
            with_more(member, *for_supplement(supplement, leaf, one, mine, career, at))
            for member, one in zip(members, mine, strict=True)
        )
    if supplement == "residence_state" and not any(member.has(OF_RESIDENCE) for member in members):
        supplement = "none"
    return tuple(
        with_more(member, *reductions_under(binding, chapter, at, one, plans, linked)) if member.has(RULES) else member
        for member, one in zip(members, mine, strict=True)
    ), supplement
