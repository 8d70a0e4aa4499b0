"""The summary of a simulation, counted range by range: shares, lost months, amounts, and who gains and loses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population import clauses
from portability.population.changes import PERSONS, Side, benefits_of, changed, of_persons, side
from portability.population.fields import Fields
from portability.population.months import MONTHS, months_of_range
from portability.population.people import NONE, People
from portability.population.question import Question
from portability.population.rows import Rows
from portability.population.shares import Share

Array = npt.NDArray[Any]
FORMAT = "portability.summary/1"
ALL = ("", "")
SHARES = ("covered", "pension", "paid_once", "nothing", "undetermined", "floor_top_up")
ONCE = ("lump_sum", "refund", "account")
WEAK = ("unconfirmed", "assumed")


@dataclass
class Group:
    """What is counted of one group of persons under one set."""

    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in SHARES})
    months: dict[str, Fraction] = field(default_factory=lambda: dict.fromkeys(MONTHS, Fraction(0)))
    changes: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in PERSONS})


@dataclass
class Amounts:
    """What one State pays of one branch in one form: rows, sums in minor units, and what of them rests on weak law."""

    rows: int = 0
    unknown: int = 0
    sum: int = 0
    weak: int = 0


class Counted:
    """Takes the rows of range after range; `told` gives the summary as plain tables."""

    def __init__(self, sets: Sequence[str], fields: Fields) -> None:
        self.sets, self.fields = sets, fields
        self.groups: dict[tuple[str, str, str], Group] = {}
        self.amounts: dict[str, dict[tuple[str, ...], Amounts]] = {name: {} for name in sets}
        self.benefits: dict[str, dict[tuple[str, ...], clauses.Changed]] = {name: {} for name in sets}
        self.persons = self.rows = self.by_case = 0
        self.weighted = False

    def add(self, people: People, rows: Rows, first: int, after: int, by_case: int) -> None:
        """Count the rows of a range of persons; `by_case`: so many of them were decided one by one."""
        self.persons, self.rows, self.by_case = self.persons + after - first, self.rows + len(rows), self.by_case + by_case
        persons = people.table("persons")
        weights = persons["weight"][first:after] if "weight" in persons else np.ones(after - first)
        self.weighted |= "weight" in persons
        groups = list(self._groups(people, first, after))
        benefit, person = benefits_of(rows)
        before: Side | None = None
        for name in self.sets:
            mine = rows.take(rows.is_word("scenario", name).nonzero()[0])
            yes = _shares(mine, first, after)
            months = months_of_range(mine, first, after)
            now = side(rows, benefit, len(person), name)
            before = before or now
            change = changed(rows, before, now)
            whole = of_persons(change, person, first, after - first)
            for at, some in groups:
                group = self.groups.setdefault((name, *at), Group())
                for key in SHARES:
                    group.shares[key].add(weights[some], yes[key][some])
                for key in MONTHS:
                    group.months[key] += months.total(key, some)
                for place, key in enumerate(PERSONS):
                    group.changes[key].add(weights[some], whole[some] == place)
            self._amounts(name, mine)
            clauses.collect(self.benefits[name], rows, change, before, now, person)

    def _groups(self, people: People, first: int, after: int) -> Iterator[tuple[tuple[str, str], Array]]:
        yield ALL, np.ones(after - first, bool)
        for name in self.fields.names:
            codes = self.fields.codes(people, first, after, name)
            words = list(self.fields.words[name])
            for code in np.unique(codes).tolist():
                yield (name, words[code]), codes == code

    def _amounts(self, name: str, rows: Rows) -> None:
        """The amounts by State, branch and form; of what is paid once apart from what is paid again and again."""
        entitled = rows.is_word("status", "entitled")
        floor = rows["floor_top_up"] != NONE
        paid = np.where(floor, rows["floor_top_up"], rows["amount"])
        weak = rows.is_word("standing_law", WEAK[0]) | rows.is_word("standing_law", WEAK[1])
        keys = ("country", "branch", "form", "per", "currency", "legal_force")
        codes = np.stack([rows[key] for key in keys])[:, entitled]
        kinds, which = np.unique(codes, axis=1, return_inverse=True) if codes.size else (codes, np.zeros(0, np.int64))
        for at in range(kinds.shape[1]):
            some = entitled.nonzero()[0][which.reshape(-1) == at]
            key = tuple(
                "" if code == NONE else rows.words[key][code] for key, code in zip(keys, kinds[:, at].tolist(), strict=True)
            )
            one = self.amounts[name].setdefault(key, Amounts())
            known = paid[some] != NONE
            one.rows += len(some)
            one.unknown += int((~known).sum())
            one.sum += sum(paid[some][known].tolist())
            one.weak += sum(paid[some][known & weak[some]].tolist())

    def told(self, people: People, asked: Question) -> dict[str, Any]:
        """The summary."""
        found = clauses.found(self.benefits, people, asked)
        return {
            "format": FORMAT,
            "persons": self.persons,
            "rows": self.rows,
            "decided_one_by_one": self.by_case,
            "weighted": self.weighted,
            "sets": [self._set(name, found[name]) for name in self.sets],
        }

    def _set(self, name: str, changes: list[dict[str, Any]]) -> dict[str, Any]:
        first = name == self.sets[0]
        groups = [
            {"by": field_, "is": word, **self._group(group, first)}
            for (of, field_, word), group in sorted(self.groups.items())
            if of == name and field_
        ]
        told = {"set": name, **self._group(self.groups.get((name, *ALL), Group()), first)}
        amounts = [_of_amounts(key, one) for key, one in sorted(self.amounts[name].items())]
        told |= {"amounts": amounts, "resting_on_weak_law": _weak(self.amounts[name])}
        return {**told, **({} if first else {"benefits_changed": changes}), **({"groups": groups} if groups else {})}

    def _group(self, group: Group, first: bool) -> dict[str, Any]:
        told: dict[str, Any] = {"persons": group.shares["covered"].persons}
        told |= {key: share.told(self.weighted) for key, share in group.shares.items()}
        told["months"] = {key: _months(value) for key, value in group.months.items()}
        if not first:
            told["against_first"] = {key: share.told(self.weighted) for key, share in group.changes.items()}
        return told


def _months(value: Fraction) -> int | str:
    return int(value) if value.denominator == 1 else str(value)


def _of_amounts(key: tuple[str, ...], one: Amounts) -> dict[str, Any]:
    names = ("country", "branch", "form", "per", "currency", "legal_force")
    told: dict[str, Any] = {name: word for name, word in zip(names, key, strict=True) if word}
    return {**told, "rows": one.rows, "amount_not_known": one.unknown, "sum": one.sum, "on_weak_law": one.weak}


def _weak(amounts: Mapping[tuple[str, ...], Amounts]) -> list[dict[str, Any]]:
    """Of all that is paid in a currency, again and again or once, what rests on law that is unconfirmed or assumed."""
    found: dict[tuple[str, str], list[int]] = {}
    for (_, _, form, per, currency, _), one in sorted(amounts.items()):
        if form != "floor" and currency:
            sums = found.setdefault((currency, per), [0, 0])
            sums[0], sums[1] = sums[0] + one.sum, sums[1] + one.weak
    return [
        {"currency": currency, "per": per, "sum": all_, "on_weak_law": weak, "share": str(Fraction(weak, all_)) if all_ else "0"}
        for (currency, per), (all_, weak) in found.items()
    ]


def _shares(rows: Rows, first: int, after: int) -> dict[str, Array]:
    """For each person of a range whether each share counts it."""
    size = after - first
    person = rows["person"] - first
    entitled, pays = rows.is_word("status", "entitled"), rows["amount"] != 0
    forms = {form: rows.is_word("form", form) for form in (*ONCE, "pension", "allowance", "floor", "supplement")}
    benefit = ~forms["floor"] & ~forms["supplement"]

    def anybody(some: Array) -> Array:
        found = np.zeros(size, bool)
        found[person[some]] = True
        return found

    open_ = rows.is_word("status", "undetermined") | rows.is_word("status", "to_examine")
    paid = entitled & pays & benefit
    once = anybody(paid & (forms["lump_sum"] | forms["refund"] | forms["account"]))
    pension = anybody(paid & (forms["pension"] | forms["allowance"]))
    undetermined = anybody(open_ & benefit) & ~pension & ~once
    return {
        "covered": anybody(rows["own"] > 0),
        "pension": pension,
        "paid_once": once & ~pension,
        "nothing": ~anybody(paid) & ~undetermined,
        "undetermined": undetermined,
        "floor_top_up": anybody(rows["floor_top_up"] > 0),
    }


