"""How sure a result is: the best level at which it is still known when every weaker fact is blanked.

The decision is asked again with the weaker facts unknown, once for each level present; it does not travel with values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.assess import Assessed, assess
from portability.assessment.bonds import with_doubts
from portability.assessment.open_yet import IN_PLACE_OF_AGE
from portability.assessment.run import Run, leaving_out
from portability.assessment.shared import Shared
from portability.assessment.shares import Lengths
from portability.assessment.stages import Member, ResultsOnly
from portability.citation import FACT_STANDINGS, LAW_STANDINGS, weaker
from portability.frozen import replaced
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.number.words import exceeds
from portability.record.step import Fact, Told, bare, tolds

AXES = {"facts": FACT_STANDINGS, "law": LAW_STANDINGS}


def standings(
    members: Sequence[Member],
    runs: Sequence[Run],
    base: Assessed,
    results: Callable[[Assessed], Sequence[Any]],
    shared: Shared | None = None,
) -> list[dict[str, str]]:
    """For each result asked about, its standing on the two axes: `facts` and `law`."""
    wanted = results(base)
    short = [_too_short(i, member, runs, base) for i, member in enumerate(members)]
    found: list[dict[str, str]] = [{} for _ in wanted]
    for axis, levels in AXES.items():
        present = sorted(present_levels(members, runs, axis), key=levels.index)
        alive = set(range(len(wanted)))
        for one in found:
            one[axis] = present[-1] if present else levels[0]
        while present and alive:  # a result not known at one level is not known at a better one
            present.pop()
            level = present[-1] if present else levels[0]
            blank = blanked(axis, None if not present else level)
            asked = [_once(shared, m, (axis, level if present else None), blank) for m in members]
            alive -= {i for i, member in enumerate(asked) if _lost(wanted[i], member, short[i])}
            if not alive:
                break
            again = results(assess(ResultsOnly(shared), asked, [_run(run, blank) for run in runs]))
            alive -= {i for i, after in enumerate(again) if not _alike(wanted[i], after)}
            for i in alive:
                found[i][axis] = level
    return found


def standing_of(given: Iterable[Any], ask: Callable[[Callable[[Any], Any]], Any]) -> dict[str, str]:
    """The standing of one result on the two axes: `ask` answers it anew with what a function leaves of the told values."""
    return standings_of(given, lambda blank: (ask(blank),))[0]


def standings_of(given: Iterable[Any], ask: Callable[[Callable[[Any], Any]], Sequence[Any]]) -> list[dict[str, str]]:
    """The standing of several results that are answered together."""
    known, wanted = list(given), ask(lambda told: told)
    found: list[dict[str, str]] = [{} for _ in wanted]
    for axis, levels in AXES.items():
        present = sorted(_standings_in(known, axis), key=levels.index)
        alive = set(range(len(wanted)))
        for one in found:
            one[axis] = present[-1] if present else levels[0]
        while present and alive:
            present.pop()
            level = present[-1] if present else levels[0]
            again = ask(blanked(axis, None if not present else level))
            alive -= {i for i, after in enumerate(again) if not _alike(wanted[i], after)}
            for i in alive:
                found[i][axis] = level
    return found


def _standings_in(given: Iterable[Any], axis: str) -> set[str]:
    facts = [told.origin for value in given for told in tolds(value) if isinstance(told.origin, Fact)]
    read = {fact.read_by for fact in facts if fact.read_by is not None} if axis == "law" else set()
    return read | {fact.standing for fact in facts if fact.axis == axis}


def _lost(granted: tuple[Any, ...], asked: Member, too_short: bool) -> bool:
    """Whether what a State grants hangs on an age that is not known any more: seen before anything is decided again."""
    shape, given = asked.shape, asked.given
    otherwise = shape.parts & IN_PLACE_OF_AGE - ({"early", "any_age"} if too_short else {"early"})
    if not any(each is True for each in granted) or shape.stated or otherwise:
        return False
    return all(isinstance(bare(given.get(name, True)), Unknown) for name in ("age", *{"early"} & shape.parts))


def _too_short(i: int, member: Member, runs: Sequence[Run], base: Assessed) -> bool:
    """Whether a State's right opens at no age by length alone: no total reaches the length for which its law asks no age."""
    if "any_age" not in member.shape.parts:
        return True
    both = [(run, ran, run.at.index(i)) for run, ran in zip(runs, base.runs, strict=True) if i in run.at]
    mine = [(run.members[k], ran.totals[k]) for run, ran, k in both]
    lengths = (bare(member.given["own_right"]), *(bare(totals.right) for _, totals in mine))
    if any(ran.third for _, ran, _ in both) or any({"unit_of_agreement", "chained"} & one.shape.parts for one, _ in mine):
        return False
    return all(exceeds(bare(member.given["any_age"]), length) is True for length in lengths)


def present_levels(members: Iterable[Member], runs: Iterable[Run], axis: str) -> set[str]:
    given = [value for member in members for value in member.given.values()]
    return _standings_in([*given, *(told for run in runs for told in _of_run(run))], axis)


def _of_run(run: Run) -> list[Told]:
    lengths = (one.right + one.amount for one in run.lengths + run.third_lengths)
    bound = (member.given["bound"] for member in run.members)
    drawn = (*run.minimum, *run.last_days, *run.taken_as_open, *run.named, *run.competent, *run.third_own)
    given = (*bound, *run.joined, *run.before, *run.own, *drawn, *lengths)
    return [told for value in given for told in tolds(value)]


def blanked(axis: str, level: str | None) -> Callable[[Any], Any]:
    """Blanks every fact of an axis that is weaker than a level; without a level, all of them."""
    too_weak = {standing for standing in AXES[axis] if level is None or weaker(standing, level, AXES[axis])}
    done: dict[int, tuple[Told, Told]] = {}

    def blanked(given: Told, fact: Fact) -> Told:
        if axis == "law" and fact.read_by in too_weak:
            return Told(_read_otherwise(given.value, fact), fact)
        if fact.axis != axis:
            return given
        if fact.without is not None and level is not None:
            return Told(fact.without(level), fact)  # a length: periods elsewhere may displace it even where its own are sure
        return Told(not_known(given.value, fact.path, fact.kind), fact) if fact.standing in too_weak else given

    def blank(given: Any) -> Any:
        if type(given) is tuple:
            return tuple(blank(item) for item in given)
        if type(given) is not Told or type(given.origin) is not Fact:
            return given
        if id(given) not in done:  # the members of an instrument are told much of what their States are told alone
            done[id(given)] = given, blanked(given, given.origin)
        return done[id(given)][1]

    return blank


def _read_otherwise(value: Any, fact: Fact) -> Any:
    """A fact when what the law makes of it is blanked: an answer is open, a length lies between two readings."""
    if fact.kind == "yesno":
        return not_known(value, fact.path)
    if fact.kind == "share":
        return unknown(fact.path, low=0, high=1)
    low, high = (value.low, None) if isinstance(value, Unknown) else (value, value)
    slack = 0 if fact.slack is None else fact.slack()
    return value if slack == 0 else unknown(fact.path, low=low - slack, high=high)


def not_known(value: Any, path: str, kind: str = "number") -> Any:
    """The same kind of value, not known: of runs (amount, months) the amounts, of tiers (length, rate) the rates.

    >>> not_known(((100, 12),), "wage", "runs")[0][1]
    12
    """
    if isinstance(value, Unknown):
        return value
    if isinstance(value, bool):
        return unknown_truth(path)
    if kind == "runs":
        return tuple((unknown(path), months) for _, months in value)
    if kind == "rows":
        return tuple((length, unknown(path)) for length, _ in value)
    if isinstance(value, tuple):
        return tuple(not_known(item, path) for item in value)
    return unknown(path)


def _member(member: Member, blank: Callable[[Any], Any]) -> Member:
    return replaced(member, given={name: blank(value) for name, value in member.given.items()})


def _once(
    shared: Shared | None, member: Member, level: tuple[str, str | None], blank: Callable[[Any], Any]
) -> Member:
    return _member(member, blank) if shared is None else shared.blanked(member, level, lambda: _member(member, blank))


def _run(run: Run, blank: Callable[[Any], Any]) -> Run:
    again = replace(
        run,
        members=tuple(_member(member, blank) for member in run.members),
        open_members=tuple(_member(member, blank) for member in run.open_members),
        taken_as_open=blank(run.taken_as_open),
        named=blank(run.named),
        third_members=tuple(_member(member, blank) for member in run.third_members),
        third_lengths=tuple(Lengths(one.unit, blank(one.right), blank(one.amount)) for one in run.third_lengths),
        third_own=blank(run.third_own),
        competent=blank(run.competent),
        before=blank(run.before),
        own=blank(run.own),
        last_days=blank(run.last_days),
        minimum=blank(run.minimum),
        lengths=tuple(Lengths(one.unit, blank(one.right), blank(one.amount)) for one in run.lengths),
    )
    return leaving_out(with_doubts(again, blank(run.joined)))


def _alike(before: Any, after: Any) -> bool:
    """Whether two results are the same, the names of missing facts aside."""
    if isinstance(before, tuple):
        return all(_alike(one, other) for one, other in zip(before, after, strict=True))
    if isinstance(before, Unknown) and isinstance(after, Unknown):
        return (before.low, before.high, before.endless) == (after.low, after.high, after.endless)
    if isinstance(before, Unknown) or isinstance(after, Unknown):
        return False
    return bool(before == after)
