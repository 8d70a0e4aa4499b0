"""One instrument over the States it links: which schemes, by which method, with which totals, under which articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from fractions import Fraction

from portability.assessment import lengths as counted
from portability.assessment.accounts import is_added, left_out, moving, said, with_transfer
from portability.assessment.articles import articles
from portability.assessment.bonds import linked as linked_by
from portability.assessment.bonds import with_doubts
from portability.assessment.counting_law import narrowed, units_of
from portability.assessment.earlier import counted_since, residence_since, residing_since
from portability.assessment.figures import Reader, per_year
from portability.assessment.further import together
from portability.assessment.methods import fixed_total, method_of, not_computed, words_of
from portability.assessment.one_payer import named_states, payer_of
from portability.assessment.open_yet import may_wait, taken_as_open, way_of
from portability.assessment.other_benefits import with_other_benefits
from portability.assessment.plan import Key, Planned
from portability.assessment.scope import Binding, knob
from portability.assessment.shares import Linked, Sharing
from portability.assessment.stages import Member
from portability.case.career import Career
from portability.citation import Citation
from portability.law.recall import Same, recalled
from portability.number.exact import quantity
from portability.periods.conversion import ConversionTable
from portability.periods.ranks import OverlapRules
from portability.periods.units import Unit
from portability.record.step import Place, Told


@dataclass(slots=True, kw_only=True)
class Run(Linked):
    """One instrument applied whole: the States it links, the count behind their lengths, and its articles.

    `unentitled` is what it does with the periods of States not open yet, should there be any; `joined` says of each member
    whether its State is bound. `chain` says of the schemes that add further periods by chain, by their place among all, with
    what force; `third_at` are the schemes of third States whose periods a party may adopt.
    """

    binding: Binding
    count: counted.Common
    unentitled: str = "counted"
    joined: tuple[Told, ...] = ()
    chain: dict[int, str] = field(default_factory=dict)
    third_at: tuple[int, ...] = ()
    cites: Mapping[str, tuple[Citation, str]] = field(default_factory=dict)


def under(
    planned: Planned, binding: Binding, branch: str, at: date, count: counted.Common, day: date, bound: Told
) -> Member:
    """A State's member under an instrument: the same law, with the method the instrument gives it, if it is bound."""
    chapter = f"apportionment.{branch}"
    method = method_of(binding, chapter, planned, at)
    parts = set(planned.member.shape.parts)
    given = {**planned.member.given, "bound": bound}
    cap = binding.leaf(chapter, "cap", at)
    if "full_career" in given and cap is not None and cap.is_ == "full_career":
        parts.add("full_career")
    trigger = binding.leaf("totalisation", "trigger", at)
    if trigger is not None and trigger.is_ == "only_if_needed":
        parts.add("only_if_needed")
    minimum = binding.leaf(chapter, "minimum", at)
    if minimum is not None and minimum.is_ == "not_applied":
        parts.discard("minimum")
    if "minimum_from" in parts and said(binding, "guaranteed_minimum_totalised", at) is True:
        parts.add("minimum_totalised")
    whole = fixed_total(binding, chapter, planned, at)
    if whole is not None:
        parts.add("fixed_total")
        given["fixed_total"] = whole
    flat = binding.leaf(chapter, "flat_part", at)
    if flat is not None and flat.is_ == "prorated":
        parts.add("flat_part")
    future = binding.leaf(chapter, "future", at) if "future" in parts else None
    if future is not None and future.is_ == "not_counted":
        parts.discard("future")
    units = units_of_law(planned, count)
    if units != 1:
        parts.add("unit_of_agreement")
        given["units_of_law"] = Told(units)
    if "insured_at_event" in parts:
        _insured_elsewhere(planned, binding, at, parts, given)
    increment = binding.leaf("overlap", "displaced_voluntary_increment", at)
    if count.displaced(planned.key) and increment is not None and increment.is_ is True:
        parts.add("displaced")
        given["with_voluntary"] = given["own_amount"]
        left = count.told(planned.key, planned.where)
        given["without_voluntary"] = left._replace(value=left.value * units)
    if not parts.isdisjoint(("further", "alternative")):
        parts |= together(planned, count, day, given)
    shape = replace(planned.member.shape, method=method, parts=frozenset(parts))
    place = planned.member.place._replace(variant=f"{binding.id}.all")
    return replace(planned.member, place=place, shape=shape, given=given)


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


def sharing(binding: Binding, branch: str, at: date) -> Sharing:
    """The choices of an instrument that hold for all its States."""
    mini = binding.leaf("totalisation", "mini_period", at)
    last = binding.leaf("totalisation", "all_mini_fallback", at)
    least = binding.leaf("totalisation", "min_own_period", at)
    denominator = binding.leaf(f"apportionment.{branch}", "denominator", at)
    return Sharing(
        mini_period="none" if mini is None or mini.is_ is None else str(mini.is_),
        fallback=last is not None and last.is_ == "last_state_ok",
        relieves=least is not None,
        ratio="sum_all" if denominator is not None and denominator.is_ == "sum_all" else "sum_minus_mini",
        payer=payer_of(binding, branch, at),
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
    return words_of(binding.leaf("totalisation", "kinds", at)), words_of(binding.leaf("totalisation", "classes", at))


def run_of(
    binding: Binding,
    plans: Sequence[Planned],
    career: Career,
    branch: str,
    at: date,
    classes: Mapping[Key, str],
    day: date | None = None,
) -> Run | None:
    """One instrument over the schemes it links; None where it links fewer than two States, or by a method not computed.

    Periods count up to a `day`: that of the contingency, or the day decided for.
    """
    kinds, allowed = accepted(binding, at)
    months_count, move = said(binding, "months_count_for_right", at), moving(binding, plans, career, at)
    parties = [i for i, planned in enumerate(plans) if planned.key[0] in binding.states]
    outside = [i for i in parties if not is_added(classes.get(plans[i].key, ""), allowed, months_count)]
    not_added = left_out([plans[i].key for i in outside], career)
    linked = [i for i in parties if i not in outside or (move is not None and i in move[:2])]
    keys = tuple(plans[i].key for i in linked)
    mine = [plans[i] for i in linked]
    if len({country for country, _ in keys}) < 2 or not_computed(binding, mine, branch, at):
        return None
    conversion, overlap = _chapters(Same(binding.law), binding.id, at)
    units = units_of(keys, {plans[i].key: plans[i].unit for i in linked}, conversion.unit)
    spells = tuple(spell for spell in career.spells if spell.member in units)
    grown = residence_since(binding, spells, career, at)
    by_kind = {key: narrowed(plans[i].own.accepted, kinds) for i, key in zip(linked, keys, strict=True)}
    read = {plans[i].key: plans[i].own for i in linked}
    until = counted.last_day_counted(career.spells, day or at)
    since = counted_since(binding, {key[0] for key in keys}, spells, at)
    stated = {
        one.key: one.member.given["own_amount"]
        for one in (plans[i] for i in linked)
        if "own_length" in one.member.shape.stated
    }
    limits = (until, since, grown)
    count = career.once(
        ("common", keys, tuple(units.values()), overlap, conversion, tuple(by_kind.values()), tuple(not_added), limits),
        lambda: counted.Common(
            keys, units, residing_since(spells, grown), overlap, conversion, by_kind, not_added, read, until, stated, since
        ),
    )
    lengths, which = count.lengths()
    early = binding.leaf("totalisation", "under_one_year_on", at)
    own = tuple(count.told(one.key, one.where) for one in mine)
    before, measured = own, [units[one.key] for one in mine]
    if early is None or early.is_ != "after_overlap":
        before, measured = tuple(one.member.given["own_right"] for one in mine), [one.unit for one in mine]
    joined = tuple(binding.joined(country, at, branch) for country, _ in keys)
    ties = linked_by(binding.covered, joined, [country for country, _ in keys])
    members = tuple(
        under(one, binding, branch, at, count, day or at, tie) for one, tie in zip(mine, ties, strict=True)
    )
    members, added = with_other_benefits(members, binding, f"apportionment.{branch}", at, plans, linked, career)
    run = Run(
        binding=binding,
        at=tuple(linked),
        members=members,
        sharing=replace(sharing(binding, branch, at), supplement=added),
        place=Place(branch, mine[0].member.place.beneficiary, binding.id),
        lengths=lengths,
        which=which,
        before=before,
        own=own,
        minimum=tuple(minimum_of(binding, unit, at) for unit in measured),
        last_days=tuple(count.last_day(key) for key in keys),
        count=count,
        cites=articles(binding, branch, at),
        joined=joined,
        unentitled=way_of(binding, f"apportionment.{branch}", at),
    )
    if move is not None:
        move = linked.index(move[0]), linked.index(move[1]), move[2]
        run.members = with_transfer(run.members, mine, units, move, career, at)
        run.sharing, run.unentitled = replace(run.sharing, transfers=(move,)), "counted"
    if run.sharing.payer == "named":
        run.named = named_states(binding, career, keys, branch, at)
    if run.unentitled != "counted":
        run.taken_as_open = tuple(taken_as_open(one) for one in mine)
        run.open_members = tuple(
            replace(member, place=member.place._replace(variant=f"{binding.id}.open")) for member in run.members
        )
    return leaving_out(with_doubts(run, joined))


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
