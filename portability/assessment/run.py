"""One instrument over the States it links: which schemes, by which method, with which totals, under which articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from fractions import Fraction

from portability.assessment import lengths as counted
from portability.assessment.accounts import is_added, left_out, moving, paid_out, paying_out, said, with_transfer
from portability.assessment.articles import articles
from portability.assessment.bonds import linked as linked_by
from portability.assessment.bonds import with_doubts
from portability.assessment.counting_law import narrowed, units_of
from portability.assessment.earlier import counted_since, residence_since, residing_since
from portability.assessment.figures import Reader
from portability.assessment.linked_member import alone_limited, limits, under
from portability.assessment.methods import not_computed, words_of
from portability.assessment.one_payer import named_states, payer_of
from portability.assessment.open_yet import may_wait, taken_as_open, way_of
from portability.assessment.other_benefits import with_other_benefits
from portability.assessment.plan import Key, Planned
from portability.assessment.scope import Binding, knob
from portability.assessment.shares import Linked, Sharing
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
    what force; `third_at` are the schemes of third States whose periods a party may adopt; `third_said` is
    what is not certain of that, `third_left_out` are third States whose periods are not looked at; `paid_out` are the funds
    whose balance is paid out.
    """

    binding: Binding
    count: counted.Common
    unentitled: str = "counted"
    joined: tuple[Told, ...] = ()
    chain: dict[int, str] = field(default_factory=dict)
    third_at: tuple[int, ...] = ()
    paid_out: tuple[int, ...] = ()
    third_said: tuple[str, ...] = ()
    third_left_out: tuple[str, ...] = ()
    cites: Mapping[str, tuple[Citation, str]] = field(default_factory=dict)


def sharing(binding: Binding, branch: str, at: date) -> Sharing:
    """The choices of an instrument that hold for all its States."""
    mini = binding.leaf("totalisation", "mini_period", at)
    last = binding.leaf("totalisation", "all_mini_fallback", at)
    least = binding.leaf("totalisation", "min_own_period", at)
    denominator = binding.leaf(f"apportionment.{branch}", "denominator", at)
    when, lump = (binding.leaf("totalisation", key, at) for key in ("fallback_when", "lump_sum_when_opened"))
    return Sharing(
        mini_period="none" if mini is None or mini.is_ is None else str(mini.is_),
        fallback=last is not None and last.is_ == "last_state_ok",
        relieves=least is not None,
        ratio="sum_all" if denominator is not None and denominator.is_ == "sum_all" else "sum_minus_mini",
        payer=payer_of(binding, branch, at),
        independent="limited" if any(limits(binding, branch, at)) else "national",
        fallback_when="every_state_short" if when is None or when.is_ is None else str(when.is_),
        lump_sum="stays" if lump is not None and lump.is_ == "stays" else "falls_away",
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
    paying = paying_out(binding, plans, at)
    months_count, move = said(binding, "months_count_for_right", at), moving(binding, plans, career, at)
    parties = [i for i, planned in enumerate(plans) if planned.key[0] in binding.states]
    outside = [i for i in parties if not is_added(classes.get(plans[i].key, ""), allowed, months_count)]
    not_added = left_out([plans[i].key for i in outside], career)
    linked = [i for i in parties if i not in outside or i in paying or (move is not None and i in move[:2])]
    keys = tuple(plans[i].key for i in linked)
    mine = [plans[i] for i in linked]
    purposes = words_of(binding.leaf("totalisation", "purposes", at))
    if purposes and "right" not in purposes:
        return None
    if len({country for country, _ in keys}) < 2 or not_computed(binding, mine, branch, at):
        return None
    conversion, overlap = chapters_of(Same(binding.law), binding.id, at)
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
    if paying:
        run.paid_out = paying
        run.members = tuple(
            paid_out(member, one, binding, career, at) if i in paying else member
            for i, member, one in zip(linked, run.members, mine, strict=True)
        )
    if move is not None:
        move = linked.index(move[0]), linked.index(move[1]), move[2]
        run.members = with_transfer(run.members, mine, units, move, career, at)
        run.sharing, run.unentitled = replace(run.sharing, transfers=(move,)), "counted"
    if run.sharing.payer == "named":
        run.named = named_states(binding, career, keys, branch, at)
    if run.sharing.independent == "limited":
        run.limited_members = tuple(alone_limited(one, binding, branch, at, count) for one in mine)
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
def chapters_of(law: Same, id_: str, at: date) -> tuple[ConversionTable, OverlapRules]:
    """The conversion and overlap chapters of an instrument on a day, as the periods room reads them."""
    told: list[dict[str, object]] = []
    for chapter, keys in (("conversion", CONVERSION), ("overlap", OVERLAP)):
        leaves = {key: knob(law, id_, chapter, key, at) for key in keys}
        told.append({key: leaf.is_ for key, leaf in leaves.items() if leaf is not None and leaf.is_ is not None})
    return ConversionTable.read(told[0]), OverlapRules.read(told[1])


CONVERSION = tuple(each.name for each in fields(ConversionTable))
OVERLAP = tuple(each.name for each in fields(OverlapRules))
