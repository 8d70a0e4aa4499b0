"""A State's member under an instrument: the shape of its law with what the instrument makes of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from portability.assessment import lengths as counted
from portability.assessment.accounts import said
from portability.assessment.figures import per_year
from portability.assessment.further import together
from portability.assessment.methods import fixed_total, method_of
from portability.assessment.pension import OWN_PERIODS_ONLY, SHARED_OUT
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.assessment.stages import Member
from portability.frozen import replaced
from portability.law.dated import Leaf
from portability.record.step import Told


def under(
    planned: Planned, binding: Binding, branch: str, at: date, count: counted.Common, day: date, bound: Told
) -> Member:
    """A State's member under an instrument: the same law, with the method the instrument gives it, if it is bound."""
    chapter = f"apportionment.{branch}"
    method = method_of(binding, chapter, planned, at)
    parts = set(planned.member.shape.parts)
    given = {**planned.member.given, "bound": bound}
    cap = binding.leaf(chapter, "cap", at) if "full_career" in given else None
    if cap is not None and cap.is_ == "full_career":
        parts.add("full_career")
        both = binding.leaf(chapter, "mini_with_cap", at)
        if both is not None and both.is_ == "cap_replaces_both":
            parts.add("cap_replaces_both")
    trigger = binding.leaf("totalisation", "trigger", at)
    if trigger is not None and trigger.is_ == "only_if_needed":
        parts.add("only_if_needed")
    if "minimum_from" in parts and said(binding, "guaranteed_minimum_totalised", at) is True:
        parts.add("minimum_totalised")
    whole = fixed_total(binding, chapter, planned, at)
    if whole is not None:
        parts.add("fixed_total")
        given["fixed_total"] = whole
    flat = binding.leaf(chapter, "flat_part", at)
    if flat is not None and flat.is_ == "prorated":
        parts.add("flat_part")
    parts = with_minimum(binding.leaf(chapter, "minimum", at), method, parts)
    future = binding.leaf(chapter, "future", at) if "future" in parts else None
    if future is not None and future.is_ == "not_counted":
        parts.discard("future")
    units = units_of_law(planned, count)
    if units != 1:
        parts.add("unit_of_agreement")
        given["units_of_law"] = Told(units)
    if "insured_at_event" in parts:
        _insured_elsewhere(planned, binding, at, parts, given)
    displaced = count.displaced(planned.key)
    increment = binding.leaf("overlap", "displaced_voluntary_increment", at) if displaced else None
    if increment is not None and increment.is_ is True:
        parts.add("displaced")
        given["with_voluntary"] = given["own_amount"]
        left = count.told(planned.key, planned.where)
        given["without_voluntary"] = left._replace(value=left.value * units)
        when = binding.leaf(chapter, "increment", at)
        if when is not None and when.is_ == "after_comparison" and method == "higher_of":
            parts.add("increment_after")
    if not parts.isdisjoint(("further", "alternative")):
        parts |= together(planned, count, day, given)
    shape = replaced(planned.member.shape, method=method, parts=frozenset(parts))
    place = planned.member.place._replace(variant=f"{binding.id}.all")
    return replaced(planned.member, place=place, shape=shape, given=given)


def with_minimum(leaf: Leaf | None, method: str, parts: set[str]) -> set[str]:
    """The parts of a shape with the place of the minimum that an instrument gives it: not at all, or after the ratio."""
    if leaf is not None and leaf.is_ == "not_applied":
        return parts - {"minimum"}
    shared = method not in OWN_PERIODS_ONLY or not parts.isdisjoint(SHARED_OUT)
    if leaf is None or leaf.is_ != "after_ratio" or not shared:
        return parts
    moved = parts & {"minimum", "minimum_each"}
    return (parts - moved) | {f"{part}_after_ratio" for part in moved}


def limits(binding: Binding, branch: str, at: date) -> tuple[bool, bool]:
    """Whether an instrument lets national law alone count no more than a full career, and no time another State counts."""
    cap = binding.leaf(f"apportionment.{branch}", "independent_cap", at)
    after_overlap = binding.leaf("overlap", "applies_to_independent", at)
    return cap is not None and cap.is_ is True, after_overlap is not None and after_overlap.is_ is True


def alone_limited(planned: Planned, binding: Binding, branch: str, at: date, count: counted.Common) -> Member:
    """A State's member by its own law alone, with what an instrument lets count for that."""
    cap, after_overlap = limits(binding, branch, at)
    member, parts, given = planned.member, set(planned.member.shape.parts), dict(planned.member.given)
    if cap and "full_career" in given:
        parts |= {"independent_cap", "limited"}
    if after_overlap:
        parts.add("limited")
        units = units_of_law(planned, count)
        for key, purpose in (("own_right", "right"), ("own_amount", "amount")):
            told = count.told(planned.key, planned.where, purpose)
            given[key] = told._replace(value=told.value * units)
    place = member.place._replace(variant=f"{binding.id}.independent")
    return replaced(member, place=place, shape=replaced(member.shape, parts=frozenset(parts)), given=given)


def _insured_elsewhere(planned: Planned, binding: Binding, at: date, parts: set[str], given: dict[str, Told]) -> None:
    """Where the instrument says so, insurance in another of its States when the risk came is insurance here."""
    leaf = binding.leaf("totalisation", "insured_at_risk_equivalence", at)
    if leaf is not None and leaf.is_ is True:
        others = [told for state, told in planned.insured_in.items() if state in binding.states and state != planned.key[0]]
        parts.add("insured_elsewhere")
        sure = [told for told in others if told.value is True] or [told for told in others if told.value is not False]
        given["insured_elsewhere"] = sure[0] if sure else Told(False, others[0].origin if others else None)


def units_of_law(planned: Planned, count: counted.Common) -> Fraction:
    """How many units of a State's law make one of the unit its lengths are counted in under an instrument."""
    ours, theirs = planned.unit, count.units[planned.key]
    return Fraction(per_year(ours.name, ours.day_system), per_year(theirs.name, theirs.day_system))
