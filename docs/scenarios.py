"""The scenarios on the shelf, decided now: what each decision says of one figure, and the law each result rests on."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from docs.pages import ROOT, Table
from portability.assessment.decide import Decided, decide, decide_branch, decided_on
from portability.assessment.scope import AgreementSet, agreement_set
from portability.case.model import Case, load_case
from portability.law.dated import leaf_at, regime_at
from portability.law.sets import comparison
from portability.law.shelf import default_shelf
from portability.record.decision import Benefit, Decision
from portability.record.explain import walk
from portability.record.phrases import amount
from portability.record.step import Fact, Step, Told, instrument_of

SETS = ("none", "as-bound", "r167-for-all", "sadc-guidelines")
WEAK = ("unconfirmed", "assumed")


class Ground(NamedTuple):
    """An uncertain figure or article that determines a result: where it stands, in which article, how sure it is."""

    where: str  # a State, or an instrument
    path: str
    article: str
    standing: str


def folders(published: bool) -> list[Path]:
    """The folders of the published examples, or of the cases worked by hand."""
    found = sorted(path.parent for path in ROOT.glob("scenarios/cases/*/case.toml"))
    return [folder for folder in found if folder.name.startswith("published-") == published]


def expected(folder: Path) -> Table:
    """What a hand or a source expects of a scenario."""
    return tomllib.loads((folder / "expected.toml").read_text("utf-8"))


@cache
def case_of(folder: Path) -> Case:
    """The case of a scenario."""
    return load_case(folder / "case.toml")


@cache
def agreements(name: str) -> AgreementSet:
    """A set of agreements by its name."""
    return agreement_set(comparison(ROOT / "scenarios" / "comparisons", name))


@cache
def decided(folder: Path, name: str, at: date | None = None) -> Decision:
    """The decision on a scenario under a set of agreements, for a day (that of its claim)."""
    return decide(case_of(folder), at, agreements(name))


def asked() -> Iterator[tuple[Path, str, date]]:
    """Every question put to the scenarios: each case by hand under each set, each example as its source asks."""
    for folder in folders(published=False):
        at = decided_on(case_of(folder))
        assert at is not None, f"{folder.name} claims nothing"
        for name in SETS:
            yield folder, name, at
    for folder in folders(published=True):
        for under in expected(folder)["under"]:
            yield folder, under["set"], under["at"]


def figure(folder: Path, name: str, at: date, key: str) -> str:
    """One figure of a decision: `sum`, `<period>.counted`, `<period>.law`, or of a State's benefit, as `IE.total for the right`,
    or of one scheme's, as `FR:fr-uplift.payment`, or of one of several benefits for an injury, as
    `ZA:za-coida:fall:pension.payment`; `ZA.grant` is what a State's own grant adds.
    """
    decision = decided(folder, name, at)
    if key == "sum":
        return " + ".join(map(amount, decision.summary.per_month))
    owner, _, what = key.partition(".")
    if what == "counted":
        return next(f"{one.counted.amount}" for one in decision.periods if one.id == owner and one.counted)
    if what in ("pays_first", "refunded"):  # family benefits: which State, and how much to another
        return next(step.result for step in decision.steps if step.rule == what)
    if what == "law":
        return next(one.legislation.state for one in decision.periods if one.id == owner and one.legislation)
    if what == "grant":
        return next(amount(row.top_up) for row in decision.floor if row.country == owner and row.top_up is not None)
    state, scheme, *name = (*owner.split(":"), "")[: max(2, owner.count(":") + 1)]
    benefit = next(
        one
        for one in decision.benefits
        if one.country == state and scheme in ("", one.scheme) and one.id.endswith(".".join(name))
    )
    return _of_benefit(benefit, what)


def _of_benefit(benefit: Benefit, what: str) -> str:
    if not benefit.variants and what == "payment":
        return amount(benefit.payments[0].money)
    if not benefit.variants:
        return str(getattr(benefit, what))
    alone, *shared = benefit.variants
    counted = next((one for one in shared if one.chosen), shared[-1] if shared else alone)
    if shared and not counted.chosen:  # of several sets of States, the one that counts them all
        counted = next(one for one in reversed(shared) if one.id.endswith(".all"))
    own, total = counted.own, counted.total
    match what:
        case "status" | "refusal":
            return str(getattr(benefit, what))
        case "route":
            return str(next(one.route for one in benefit.variants if one.chosen))
        case "payment":
            return amount(benefit.payments[0].money)
        case "independent":
            return amount(alone.net)
        case "theoretical":
            return amount(counted.theoretical)
        case "ratio":
            return str(counted.ratio)
        case "variants":
            return str(len(benefit.variants))
        case "required":
            return str(counted.required and counted.required.value)
        case "own":
            return str(own and own.amount)
        case "own for the right":
            return str(own and own.right)
        case "total":
            return str(total and total.amount)
        case "total for the right":
            return str(total and total.right)
        case "others":
            return str(total and own and total.amount - own.amount)
    raise ValueError(f'no figure is called "{what}"')


def grounds(folder: Path, name: str, at: date) -> Iterator[tuple[str, Ground]]:
    """Of each State's benefit: the uncertain law that determines its result, the assumptions of the case left out."""
    done = decide_branch(case_of(folder), "old_age", at, agreements(name), default_shelf())
    for i, planned in enumerate(done.plan.plans):
        steps: dict[int, Step] = {}
        needs: dict[int, list[Told]] = {}
        for told in _results(done, i):
            walk(told, steps, needs)
        facts = {told.origin: None for given in needs.values() for told in given if isinstance(told.origin, Fact)}
        for fact in facts:
            if fact.axis == "law" and fact.standing in WEAK and fact.cites and fact.cites.source != "assumption":
                where = fact.path.partition(".")[0]
                state = where.upper() if len(where) == 2 else where
                yield planned.where, Ground(state, fact.path, str(fact.cites), fact.standing)
        for step in steps.values():
            for run in done.plan.runs:
                here = run.binding.id in (step.place.where, instrument_of(step.place.variant))
                if here and step.rule in run.cites and run.cites[step.rule][1] in WEAK:
                    article, standing = run.cites[step.rule]
                    yield planned.where, Ground(run.binding.id, "", str(article), standing)


def _results(done: Decided, i: int) -> list[Told]:
    """What is asserted of a State: the right and what is paid; without a pension, what stands in its place."""
    chosen, paid = done.found.chosen[i], done.found.paid[i]
    if chosen.right.value is False:
        told = [chosen.right, chosen.lump_right, paid.lump_sum]
    else:
        told = [chosen.right, paid.payment, paid.commuted]
    return [each for each in told if isinstance(each, Told)]


def entry(path: str, at: date) -> Table:
    """The table in a law file that a path names, as in force on a day."""
    first, *keys = path.split(".")
    if len(first) == 2:
        law = default_shelf().national(first.upper()) or {}
        table = regime_at(law[keys[0]][keys[1]], at) or {}
        keys = keys[2:]
    else:
        table = default_shelf().instrument(first) or {}
    for key in keys[:-1]:
        inner = table[key]
        if isinstance(inner, list):  # a part of a figure that has dates
            current = leaf_at(inner, at, "", path)
            inner = {} if current is None else current.raw
        table = inner
    leaf = leaf_at(table.get(keys[-1]), at, "", path)
    return {} if leaf is None else dict(leaf.raw)
