"""What the regimes of a national law or a floor must keep: no gap and no overlap in time, units that fit each other."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from portability.document.place import Path
from portability.law.conditions import condition_faults
from portability.law.contingencies import band_faults
from portability.law.health import step_faults
from portability.law.injury import injury_faults
from portability.law.leaves import Table
from portability.law.referred import share_faults
from portability.law.refers import INJURY_AMOUNTS, leaves_of
from portability.law.shapes import BESIDE, FORMULAS, INSTEAD, Shape, bend_faults
from portability.law.telling import Said
from portability.law.values import parts

INSTEAD_KEYS = ("otherwise", "otherwise_below")
AVERAGED = ("last", "best")
COUNTED_TOGETHER = {"years", "quarters", "months"}
MONEY = ("amount", "minimum", "maximum", "minimum_each", "ceiling", "fixed_part", "point_value", "minimum_wage",
         "average_wage", "level", "age_supplement", "grant", *INJURY_AMOUNTS)
LENGTHS = {"minimum": ("from_length",),
           **dict.fromkeys(("qualifying", "reduced", "any_age", "full_career", "denominator", "full"), ("is",)),
           "formula": ("base_length", "denominator", "full", "year"), "fixed_part": ("over",),
           **dict.fromkeys(INSTEAD_KEYS, ("qualifying", "steps"))}
ONE_DAY = datetime.timedelta(days=1)


def time_faults(path: Path, regimes: list[Table]) -> Iterator[Said]:
    """Regimes run forward, each to its `until` or to the next; between two there is no day without law, or with two."""
    for place, regime in enumerate(regimes):
        start, until = regime.get("from"), regime.get("until")
        if type(start) is not datetime.date:
            continue
        if type(until) is datetime.date and until < start:
            yield Said((*path, place, "until"), f"until {until} is before from {start}",
                       "Give the last day of the regime")
        if place + 1 == len(regimes) or type(then := regimes[place + 1].get("from")) is not datetime.date:
            continue
        there = (*path, place + 1, "from")
        if then <= start:
            yield Said(there, f"the regime of {then} comes after that of {start}", "Put the oldest first, one a day")
        elif type(until) is datetime.date and until >= start and then <= until:
            yield Said(there, f"the regime of {then} begins before the one before it ends on {until}",
                       f"End that one on {then - ONE_DAY}")
        elif type(until) is datetime.date and until >= start and then > until + ONE_DAY:
            yield Said(there, f"no law from {until + ONE_DAY} to {then - ONE_DAY}",
                       "Close the gap, or add a regime that says what held in between")


def shape_faults(path: Path, regime: Table, whole: bool = True) -> Iterator[Said]:
    """A shape has no parameters but its own; in a `whole` regime it has those it needs, inside it or beside it."""
    yield from _window_faults(path, regime)
    beside = {key for key in BESIDE if key in regime}
    for key, known in (("formula", FORMULAS), *((key, INSTEAD) for key in INSTEAD_KEYS)):
        for rest, leaf in leaves_of(regime.get(key)):
            here, shape = (*path, key, *rest), known.get(str(leaf.get("shape")))
            if shape is None:
                continue
            name = leaf["shape"]
            for need in shape.needs:
                if whole and need not in leaf and need not in beside:
                    yield Said(here, f'shape "{name}" needs "{need}"', f"Give it in {key}, or beside it as a leaf")
            yield from _strangers(here, leaf, shape, known)
            yield from (Said((*here, *inside), what, remedy) for inside, what, remedy in bend_faults(leaf))
            referred = "reference" in regime or "reference" in leaf or "base" in regime
            if whole and leaf.get("on") == "reference" and not referred:
                yield Said(here, "the regime has no reference earnings", "Add reference = { method = ... }")


def _window_faults(path: Path, regime: Table) -> Iterator[Said]:
    """Earnings are averaged over a length, unless over the whole career or the final ones."""
    inner = [((key, *rest, "reference"), leaf.get("reference"))
             for key in INSTEAD_KEYS for rest, leaf in leaves_of(regime.get(key))]
    for rest, leaf in [*((("reference", *rest), leaf) for rest, leaf in leaves_of(regime.get("reference"))), *inner]:
        if isinstance(leaf, Mapping) and leaf.get("method") in AVERAGED and "length" not in leaf:
            yield Said((*path, *rest), f'method "{leaf["method"]}" needs "length"', 'Add it, as in length = "60 months"')


def _strangers(here: Path, leaf: Table, shape: Shape, known: Mapping[str, Shape]) -> Iterator[Said]:
    parameters = {key for other in known.values() for key in other.needs + other.may}
    for key in leaf:
        if key in parameters and key not in shape.needs + shape.may:
            yield Said((*here, key), f'"{key}" is no parameter of shape "{leaf["shape"]}"',
                       "It has " + (", ".join(shape.needs + shape.may) or "none"))


def length_faults(path: Path, regime: Table) -> Iterator[Said]:
    """Lengths are told in the unit the scheme counts in, or in one that is a whole number of it: months, quarters and
    years go together, weeks and days go with years only."""
    units = {leaf.get("unit") for _, leaf in leaves_of(regime.get("counts"))}
    for _, leaf in leaves_of(regime.get("counts")):
        if leaf.get("unit") == "days" and "day_system" not in leaf:
            yield Said((*path, "counts"), '"day_system" is missing where days are counted', "Say 5, 6 or 7")
    if len(units) != 1:
        return
    unit = str(units.pop())
    fits = COUNTED_TOGETHER if unit in COUNTED_TOGETHER else {unit, "years"}
    for key, inner in LENGTHS.items():
        for rest, leaf in leaves_of(regime.get(key)):
            for name in inner:
                read = parts(value) if isinstance(value := leaf.get(name), str) else None
                if read is not None and read.unit and read.unit not in fits:
                    yield Said((*path, key, *rest, name), f'"{value}" while the scheme counts {unit}',
                               f"Write it in {unit}, or in years")
    for rest, leaf in leaves_of(regime.get("reference")):
        for name in ("length", "within"):
            read = parts(value) if isinstance(value := leaf.get(name), str) else None
            if read is not None and read.unit in ("weeks", "days"):
                yield Said((*path, "reference", *rest, name), f'"{value}" is the length of earnings',
                           "Write it in months or years")


def money_faults(path: Path, regime: Table, currencies: list[str]) -> Iterator[Said]:
    """Amounts are in the currency of the file."""
    inside = [("formula", "amount"), ("rounding", "unit"),
              ("reduction_same_kind", "above"), ("reduction_different_kind", "above"),
              ("income_test", "nil_below"), *((key, "least") for key in INSTEAD_KEYS)]
    for key, name in [(key, "is") for key in MONEY] + inside:
        for rest, leaf in leaves_of(regime.get(key)):
            read = parts(value) if isinstance(value := leaf.get(name), str) else None
            if currencies and read is not None and len(read.unit) == 3 and read.unit not in currencies:
                yield Said((*path, key, *rest, name), f'"{value}" is in {read.unit} while the file is in '
                           + " or ".join(currencies), "Change the amount, or add the currency to the file")


def regime_faults(
    path: Path, regimes: Any, currencies: list[str], series: Collection[str] | None = None
) -> Iterator[Said]:
    """Every fault of the regimes of one branch of one scheme, or of one grant; `series` are those of the shelf."""
    tables = [regime for regime in regimes if isinstance(regime, Mapping)] if isinstance(regimes, list) else []
    yield from time_faults(path, tables)
    for place, regime in enumerate(tables):
        here = (*path, place)
        yield from shape_faults(here, regime)
        yield from (Said((*here, *inside), what, remedy) for inside, what, remedy in band_faults(regime))
        yield from condition_faults(here, regime)
        yield from injury_faults(here, regime)
        yield from step_faults(here, regime)
        yield from length_faults(here, regime)
        yield from money_faults(here, regime, currencies)
        yield from share_faults(here, regime, series)
