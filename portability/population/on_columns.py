"""The rows of a range of persons that stand on columns; everybody else is left to be decided one by one, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from portability.assessment.scope import AgreementSet
from portability.number.unknown import Unknown
from portability.population import results
from portability.population.asked import Asked
from portability.population.engine import decided_range
from portability.population.kinds import day_of
from portability.population.people import NONE, People, Table
from portability.population.question import Question
from portability.population.rows import NUMBERS, WORDS, Rows, joined, rows_of

Places = npt.NDArray[np.int64]
OLD_AGE = "old_age"
ONCE = ("lump_sum", "refund", "account")
ALIKE = ("status", "refusal", "form", "route", "why", "standing_facts", "standing_law")
"""Columns of words that the engine tells as the table has them."""


class Left(NamedTuple):
    """Persons left to be decided one by one: their places, and how many for each reason."""

    places: Places
    reasons: Mapping[str, int]


@dataclass(slots=True)
class Columns:
    """What is kept from range to range: the plans of each day and set."""

    asked: Question
    _engines: dict[tuple[str, date], Asked] = field(default_factory=dict)

    def decided(self, people: People, first: int, after: int, chosen: AgreementSet) -> tuple[Rows, Left]:
        """The rows of the persons from `first` to before `after` under one set that stand on columns, and who is left."""
        found: list[Rows] = []
        left: list[Places] = []
        reasons: dict[str, int] = {}
        for day, places, why in self._days(people, first, after):
            if day is None:
                left.append(places)
                reasons[why] = reasons.get(why, 0) + len(places)
                continue
            engine = self._engine(people, chosen, day)
            rows, rest = decided_range(_plain(taken(people, places), engine), 0, len(places), engine)
            found.append(_told(rows, places, engine))
            left.append(places[rest.person])
            for word, count in rest.counted().items():
                reasons[word] = reasons.get(word, 0) + count
        return joined(found or [rows_of([])]), Left(np.sort(np.concatenate([np.zeros(0, np.int64), *left])), reasons)

    def _engine(self, people: People, chosen: AgreementSet, day: date) -> Asked:
        key = chosen.id, day
        if key not in self._engines:
            words = {"scheme": people.words["scheme"]}
            self._engines[key] = Asked(self.asked.shelf, OLD_AGE, day, chosen, words)
        return self._engines[key]

    def _days(self, people: People, first: int, after: int) -> Iterator[tuple[date | None, Places, str]]:
        """The persons of a range by the day they are decided for; None for those who do not stand on columns, and why."""
        persons, places = people.table("persons"), np.arange(first, after)
        days = np.full(after - first, NONE, np.int64)
        if self.asked.at is not None:
            days[:] = self.asked.at.toordinal()
        elif "claim_date" in persons:
            days[:] = persons["claim_date"][first:after]
        why = np.zeros(after - first, np.int8)
        reasons = ("", "another branch is claimed", "the floor of the State of residence", "several nationalities")
        why[~_among(people, "branches", (OLD_AGE,))[first:after]] = 1
        words = people.words.get("persons.residence", ())
        floors = tuple(word for word in words if self.asked.shelf.floor(word) is None)
        why[~_among(people, "residence", floors)[first:after]] = 2
        several = tuple(word for word in people.words.get("persons.nationality", ()) if " " not in word)
        why[~_among(people, "nationality", several)[first:after]] = 3
        for code in np.unique(why[why > 0]).tolist():
            yield None, places[why == code], reasons[code]
        if (out := (why == 0) & (days == NONE)).any():
            yield None, places[out], "no day to decide for"
        for day in np.unique(days[(why == 0) & (days != NONE)]).tolist():
            yield date.fromisoformat(day_of(day)), places[(why == 0) & (days == day)], ""


def _among(people: People, column: str, words: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    """For each person whether a column says nothing, or one of some words."""
    persons = people.table("persons")
    if column not in persons:
        return np.ones(len(people), bool)
    known = [word in words for word in people.words.get(f"persons.{column}", ())]
    found: npt.NDArray[np.bool_] = np.array([*known, True])[persons[column]]
    return found


def taken(people: People, places: Places) -> People:
    """Some persons of a population, as one of its own."""
    if len(places) and places[-1] - places[0] + 1 == len(places):
        return people.between(int(places[0]), int(places[-1]) + 1)
    tables = {}
    for name, table in people.tables.items():
        sizes = (table.bounds[1:] - table.bounds[:-1])[places]
        bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        rows = np.repeat(table.bounds[places] - bounds[:-1], sizes) + np.arange(bounds[-1])
        tables[name] = Table({key: column[rows] for key, column in table.columns.items()}, bounds)
    return People(np.asarray(people.ids)[places], tables, people.words)


def _plain(some: People, engine: Asked) -> People:
    """The population without columns that say only what the engine takes for granted, so that nobody is left for them."""
    tables = dict(some.tables)
    tables["persons"] = _without(tables["persons"], "claim_date", "branches")
    if "statements" in tables and len(tables["statements"]):
        tables["statements"] = _statements(some, tables["statements"], engine)
    return People(some.ids, tables, {**some.words, "kind": some.words.get("spells.kind", ("insurance",))})


def _without(table: Table, *names: str) -> Table:
    return Table({key: column for key, column in table.columns.items() if key not in names}, table.bounds)


def _statements(some: People, table: Table, engine: Asked) -> Table:
    """Statements without what is as the engine takes it: old age, by the month, in the currency of the State on the day."""
    out = []
    per = some.words.get("statements.per", ())
    month = list(per).index("month") if "month" in per else NONE
    if "per" in table and np.isin(table["per"], (month, NONE)).all():
        out.append("per")
    branches = list(some.words.get("statements.branch", ()))
    if "branch" in table and np.isin(table["branch"], (branches.index(OLD_AGE) if branches else NONE, NONE)).all():
        out.append("branch")
    if "currency" in table:
        codes = {word: code for code, word in enumerate(some.words.get("statements.currency", ()))}
        own = [codes.get(engine.exemplars.currency(country), NONE - 1) for country, _ in some.words["scheme"]]
        if (np.array(own)[table["scheme"]] == table["currency"]).all():
            out.append("currency")
    found = _without(table, *out)
    if "per" in found.columns:  # by the year or once: not what the engine takes it for
        found = Table({**found.columns, "told_per": found["per"]}, found.bounds)
    return found


def _told(rows: results.Rows, places: Places, engine: Asked) -> Rows:
    """The rows of the engine as the result table has them; what is paid at once beside a pension in a row of its own."""
    size = len(rows)
    schemes = list(rows.words["scheme"])
    currencies, payments = _of_plans(engine)
    columns: dict[str, Any] = {"person": places[rows.person]}
    words: dict[str, list[str]] = {name: [] for name in WORDS}
    for name in ALIKE:
        columns[name], words[name] = getattr(rows, name).astype(np.int32), list(results.WORDS[name])
    for name in ("instrument", "unit"):
        columns[name], words[name] = getattr(rows, name).astype(np.int32), list(rows.words[name])
    for name, told in (
        ("scenario", [engine.chosen.id]), ("beneficiary", ["insured"]), ("branch", [engine.branch]),
    ):  # fmt: skip
        columns[name], words[name] = np.zeros(size, np.int32), told
    for name, of in (
        ("country", [country for country, _ in schemes]), ("scheme", [scheme or None for _, scheme in schemes]),
        ("currency", [currencies.get(scheme) for scheme in schemes]),
    ):  # fmt: skip
        known: dict[str, int] = {}
        codes = np.array([NONE if word is None else known.setdefault(word, len(known)) for word in of] or [NONE], np.int32)
        columns[name], words[name] = codes[rows.scheme], list(known)
    forces = [engine.exemplars.runs[id_].binding.force for id_ in rows.words["instrument"]]
    by_instrument = rows.why == results.CODE["why"]["instrument"]
    words["legal_force"] = list(dict.fromkeys(("binding", *forces)))
    force = np.array([*(words["legal_force"].index(one) for one in forces), 0], np.int32)[rows.instrument]
    columns["legal_force"] = np.where(by_instrument, force, 0).astype(np.int32)
    for name, column in (("own", rows.own), ("total", rows.total), ("over", rows.over)):
        columns[name] = column.astype(np.int64)
    _money(columns, words, rows, [payments.get(scheme, NONE) for scheme in schemes])
    return _with_commuted(Rows({name: columns[name] for name in ("person", *WORDS, *NUMBERS)}, words), rows)


def _of_plans(engine: Asked) -> tuple[dict[Any, str], dict[Any, int]]:
    """The currency of each scheme, and its payments a year."""
    currencies, payments = {}, {}
    for one in engine.plans.all:
        currencies[one.planned.key] = one.planned.currency
        told = one.alone.get("payments")
        if told is not None and not isinstance(told, Unknown):
            payments[one.planned.key] = int(told)
    return currencies, payments


def _money(columns: dict[str, Any], words: dict[str, list[str]], rows: results.Rows, payments: list[int]) -> None:
    """What is paid, for what, and how often; of what is refused nothing is told."""
    entitled = rows.status == results.CODE["status"]["entitled"]
    once = np.isin(rows.form, [results.CODE["form"][name] for name in ONCE])
    allowance = rows.form == results.CODE["form"]["allowance"]
    words["per"] = ["month", "once"]
    columns["per"] = np.where(entitled, once.astype(np.int32), NONE).astype(np.int32)
    for name in ("amount", "at_least", "at_most"):
        columns[name] = np.where(entitled, getattr(rows, name), NONE).astype(np.int64)
    columns["currency"] = np.where(entitled, columns["currency"], NONE).astype(np.int32)
    each = np.array([*payments, NONE], np.int64)[rows.scheme]
    columns["payments_a_year"] = np.where(entitled & ~once, np.where(allowance, 12, each), NONE)
    columns["floor_top_up"] = np.full(len(rows), NONE, np.int64)


def _with_commuted(told: Rows, rows: results.Rows) -> Rows:
    """The rows, each with what is paid at once beside it after it."""
    beside = (rows.commuted > 0).nonzero()[0]
    if not len(beside):
        return told
    more = told.take(beside)
    forms = list(told.words["form"])
    added = {
        **more.columns,
        "form": np.full(len(beside), forms.index("lump_sum"), np.int32),
        "per": np.ones(len(beside), np.int32),
        "amount": rows.commuted[beside].astype(np.int64),
        "payments_a_year": np.full(len(beside), NONE, np.int64),
    }
    both = joined([told, Rows(added, more.words)])
    return both.take(np.argsort(np.concatenate([np.arange(len(told)), beside]), kind="stable"))
