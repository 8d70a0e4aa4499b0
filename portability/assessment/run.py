"""One instrument over the States it links: which schemes, by which method, with which totals, under which articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from fractions import Fraction

from portability.assessment import lengths as counted
from portability.assessment.counting_law import narrowed, units_of
from portability.assessment.figures import Reader, per_year
from portability.assessment.further import together
from portability.assessment.open_yet import may_wait, taken_as_open, way_of
from portability.assessment.other_benefits import RULES, for_supplement, reductions_under, with_more
from portability.assessment.plan import Key, Planned
from portability.assessment.scope import Binding, knob
from portability.assessment.shares import Linked, Sharing
from portability.assessment.stages import Member
from portability.case.career import Career
from portability.citation import Citation
from portability.law.dated import Leaf
from portability.law.recall import Same, recalled
from portability.number.exact import quantity
from portability.periods.conversion import ConversionTable
from portability.periods.ranks import OverlapRules
from portability.periods.units import Unit
from portability.record.step import Place, Told


@dataclass(slots=True, kw_only=True)
class Run(Linked):
    """One instrument applied whole: the States it links, the count behind their lengths, and its articles.

    `unentitled` is what it does with the periods of States not open yet, should there be any.
    """

    binding: Binding
    count: counted.Common
    unentitled: str = "counted"
    cites: dict[str, tuple[Citation, str]] = field(default_factory=dict)


def under(planned: Planned, binding: Binding, branch: str, at: date, count: counted.Common) -> Member:
    """A State's member under an instrument: the same law, with the method the instrument gives it."""
    chapter = f"apportionment.{branch}"
    method = method_of(binding, chapter, planned, at)
    parts = set(planned.member.shape.parts)
    given = dict(planned.member.given)
    cap = binding.leaf(chapter, "cap", at)
    if "full_career" in given and cap is not None and cap.is_ == "full_career":
        parts.add("full_career")
    trigger = binding.leaf("totalisation", "trigger", at)
    if trigger is not None and trigger.is_ == "only_if_needed":
        parts.add("only_if_needed")
    minimum = binding.leaf(chapter, "minimum", at)
    if minimum is not None and minimum.is_ == "not_applied":
        parts.discard("minimum")
    units = units_of_law(planned, count)
    if units != 1:
        parts.add("unit_of_agreement")
        given["units_of_law"] = Told(units)
    increment = binding.leaf("overlap", "displaced_voluntary_increment", at)
    if count.displaced(planned.key) and increment is not None and increment.is_ is True:
        parts.add("displaced")
        given["with_voluntary"] = given["own_amount"]
        left = count.told(planned.key, planned.where)
        given["without_voluntary"] = left._replace(value=left.value * units)
    if not parts.isdisjoint(("further", "alternative")):
        parts |= together(planned, count, at, given)
    shape = replace(planned.member.shape, method=method, parts=frozenset(parts))
    place = planned.member.place._replace(variant=f"{binding.id}.all")
    return replace(planned.member, place=place, shape=shape, given=given)


def units_of_law(planned: Planned, count: counted.Common) -> Fraction:
    """How many units of a State's law make one of the unit its lengths are counted in under an instrument."""
    ours, theirs = planned.unit, count.units[planned.key]
    return Fraction(per_year(ours.name, ours.day_system), per_year(theirs.name, theirs.day_system))


def method_of(binding: Binding, chapter: str, planned: Planned, at: date) -> str:
    """The method of an instrument for a scheme: its own entry in a list, the waived or excluded ones, else the general one."""
    for told in _words(binding.leaf(chapter, "method_for", at)):
        scheme, _, method = told.partition(":")
        if scheme.strip() == planned.where:
            return method.strip()
    if planned.where in _words(binding.leaf(chapter, "no_pro_rata", at)):
        return "independent"
    if planned.where in _words(binding.leaf(chapter, "waiver", at)):
        return "independent_first"
    leaf = binding.leaf(chapter, "method", at)
    return "principle" if leaf is None else str(leaf.is_ or "unknown")


METHODS = frozenset(
    {"independent", "higher_of", "independent_first", "pro_rata", "direct", "residence_fraction", "account"}
)


def not_computed(binding: Binding, plans: Iterable[Planned], branch: str, at: date) -> tuple[str, ...]:
    """The methods an instrument has for the schemes it binds that nothing here computes; an unknown one is among them."""
    mine = [planned for planned in plans if planned.key[0] in binding.states]
    found = dict.fromkeys(method_of(binding, f"apportionment.{branch}", planned, at) for planned in mine)
    return tuple(method for method in found if method not in METHODS)


def _words(leaf: Leaf | None) -> tuple[str, ...]:
    return () if leaf is None or leaf.is_ is None else tuple(leaf.is_)


ARTICLES: Mapping[str, tuple[str, ...]] = {
    "totalisation.trigger": ("total", "total_for_the_right", "total_in_the_ratio"),
    "totalisation.mini_period": ("in_the_ratio",),
    "totalisation.min_own_period": ("short_period", "pays_under_instrument"),
    "totalisation.all_mini_fallback": ("all_relieved", "may_carry_all", "carries_all", "share_carried"),
    "apportionment.method": (
        *("pro_rata_amount", "keeps_independent", "higher_amount", "more_favourable"),
        *("keeps_after_reduction", "due_after_reduction"),
    ),
    "apportionment.denominator": ("pro_rata_ratio",),
    "apportionment.cap": ("length_capped", "total_capped"),
    "overlap.displaced_voluntary_increment": ("voluntary_increment", "with_increment"),
    "apportionment.anti_overlap_same_kind": ("same_kind_allowed_independent",),
    "apportionment.anti_overlap_different_kind": (
        *("benefits_subject", "income_divided_independent", "excess_divided_independent"),
        *(f"{name}_share_{of}" for name in ("income", "free") for of in ("independent", "shared")),
    ),
    "apportionment.supplement": ("pensions_together", "supplement_of_residence", "own_difference", "difference_shared"),
    "totalisation.lump_sum_when_opened": ("lost_by_totalisation",),
    "apportionment.drop_unentitled_states_if_beneficial": ("right_waits", "dropping_gives_more", "amount_of_set"),
    "apportionment.drop_unentitled_states_if_not_needed": (
        *("right_waits", "dropped_if_not_needed", "national_law_alone", "amount_of_set", "national_or_shared"),
    ),
}
"""Which knob of an instrument stands behind which rule."""


def articles(binding: Binding, branch: str, at: date) -> dict[str, tuple[Citation, str]]:
    """The article, and its standing, behind each rule that an instrument sets."""
    found: dict[str, tuple[Citation, str]] = {}
    for path, rules in ARTICLES.items():
        chapter, key = path.split(".")
        leaf = binding.leaf(f"apportionment.{branch}" if chapter == "apportionment" else chapter, key, at)
        if leaf is not None:
            found.update(dict.fromkeys(rules, (leaf.cites, leaf.standing)))
    return found


def sharing(binding: Binding, branch: str, at: date) -> Sharing:
    """The choices of an instrument that hold for all its States."""
    mini = binding.leaf("totalisation", "mini_period", at)
    last = binding.leaf("totalisation", "all_mini_fallback", at)
    added = binding.leaf(f"apportionment.{branch}", "supplement", at)
    return Sharing(
        "none" if mini is None or mini.is_ is None else str(mini.is_),
        last is not None and last.is_ == "last_state_ok",
        supplement="none" if added is None or added.is_ is None else str(added.is_),
    )


def minimum_of(binding: Binding, unit: Unit, at: date) -> Told:
    """The least length of own periods an instrument asks, in the unit in which it is held against them."""
    leaf = binding.leaf("totalisation", "min_own_period", at)
    if leaf is None or leaf.is_ is None:
        return Told(0)
    reader = Reader({}, leaf.path, at, None, unit.name, unit.day_system)
    return reader.told(Fraction(reader.in_unit(quantity(str(leaf.is_)))), leaf, "length")


def accepted(binding: Binding, at: date) -> tuple[Sequence[str], Sequence[str]]:
    """The kinds of periods, and the classes of schemes, that an instrument adds together; empty for all."""
    return _words(binding.leaf("totalisation", "kinds", at)), _words(binding.leaf("totalisation", "classes", at))


def run_of(
    binding: Binding, plans: Sequence[Planned], career: Career, branch: str, at: date, classes: Mapping[Key, str]
) -> Run | None:
    """One instrument over the schemes it links; None where it links fewer than two States, or by a method not computed."""
    kinds, allowed = accepted(binding, at)
    left_out: dict[str, str] = {}
    linked = []
    for i, planned in enumerate(plans):
        if planned.key[0] not in binding.states:
            continue
        if allowed and classes.get(planned.key, allowed[0]) not in allowed:
            left_out |= {spell.id: "class_not_added" for spell in career.spells if spell.member == planned.key}
            continue
        linked.append(i)
    keys = tuple(plans[i].key for i in linked)
    mine = [plans[i] for i in linked]
    if len({country for country, _ in keys}) < 2 or not_computed(binding, mine, branch, at):
        return None
    conversion, overlap = _chapters(Same(binding.law), binding.id, at)
    units = units_of(keys, {plans[i].key: plans[i].unit for i in linked}, conversion.unit)
    spells = tuple(spell for spell in career.spells if spell.member in units)
    by_kind = {key: narrowed(plans[i].own.accepted, kinds) for i, key in zip(linked, keys, strict=True)}
    read = {plans[i].key: plans[i].own for i in linked}
    until = counted.last_day_counted(career.spells, at)
    stated = {
        one.key: one.member.given["own_amount"]
        for one in (plans[i] for i in linked)
        if "own_length" in one.member.shape.stated
    }
    count = career.once(
        ("common", keys, tuple(units.values()), overlap, conversion, tuple(by_kind.values()), tuple(left_out), until),
        lambda: counted.Common(keys, units, spells, overlap, conversion, by_kind, left_out, read, until, stated),
    )
    lengths, which = count.lengths()
    early = binding.leaf("totalisation", "under_one_year_on", at)
    own = tuple(count.told(one.key, one.where) for one in mine)
    before, measured = own, [units[one.key] for one in mine]
    if early is None or early.is_ != "after_overlap":
        before, measured = tuple(one.member.given["own_right"] for one in mine), [one.unit for one in mine]
    shape = sharing(binding, branch, at)
    members = tuple(under(one, binding, branch, at, count) for one in mine)
    if shape.supplement != "none":
        leaf = binding.leaf(f"apportionment.{branch}", "supplement", at)
        members = tuple(
            with_more(member, *for_supplement(shape.supplement, leaf, one, mine, career, at))
            for member, one in zip(members, mine, strict=True)
        )
    members = tuple(
        with_more(member, *reductions_under(binding, f"apportionment.{branch}", at, one, plans, linked))
        if member.shape.parts & RULES
        else member
        for member, one in zip(members, mine, strict=True)
    )
    run = Run(
        binding=binding,
        at=tuple(linked),
        members=members,
        sharing=shape,
        place=Place(branch, mine[0].member.place.beneficiary, binding.id),
        lengths=lengths,
        which=which,
        before=before,
        own=own,
        minimum=tuple(minimum_of(binding, unit, at) for unit in measured),
        last_days=tuple(count.last_day(key) for key in keys),
        count=count,
        cites=articles(binding, branch, at),
        unentitled=way_of(binding, f"apportionment.{branch}", at),
    )
    if run.unentitled != "counted":
        run.taken_as_open = tuple(taken_as_open(one) for one in mine)
        run.open_members = tuple(
            replace(member, place=member.place._replace(variant=f"{binding.id}.open")) for member in run.members
        )
    return leaving_out(run)


def leaving_out(run: Run) -> Run:
    """The run that also leaves out the States that may not be open, where its instrument does so and there may be some."""
    if run.unentitled == "counted" or run.sharing.unentitled != "counted":
        return run
    if not may_wait(run.members, run.own, run.lengths, run.which, run.taken_as_open):
        return run
    return replace(run, sharing=replace(run.sharing, unentitled=run.unentitled))


@recalled
def _chapters(law: Same, id_: str, at: date) -> tuple[ConversionTable, OverlapRules]:
    """The conversion and overlap chapters of an instrument on a day, as the periods room reads them."""
    told: list[dict[str, object]] = []
    for chapter, keys in (("conversion", CONVERSION), ("overlap", OVERLAP)):
        leaves = {key: knob(law, id_, chapter, key, at) for key in keys}
        told.append({key: leaf.is_ for key, leaf in leaves.items() if leaf is not None and leaf.is_ is not None})
    return ConversionTable.read(told[0]), OverlapRules.read(told[1])


CONVERSION = tuple(each.name for each in fields(ConversionTable))
OVERLAP = tuple(each.name for each in fields(OverlapRules))
