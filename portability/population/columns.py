"""The map of a population's columns: each table, each column, how it is written, and the field of the case it stands for.

`docs/population.md` is made of it; reading a population and telling a person's case both go by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from portability.case import words
from portability.population import kinds
from portability.population.kinds import Kind

Path = tuple[str | int, ...]

PERSON = "person"
"""The column that every table has: whom a row is about."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its kind, the key in the row of the case, and whether every row must have it."""

    name: str
    kind: Kind
    path: Path
    needed: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class TableMap:
    """One table: the table of the case its rows become (`persons`: the case itself), and its columns."""

    name: str
    case: str
    columns: tuple[Column, ...]
    said: str

    def column(self, name: str) -> Column:
        return next(one for one in self.columns if one.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        return (PERSON, *(one.name for one in self.columns))


def field_of(table: TableMap, column: Column) -> str:
    """The field of a case that a column stands for, as a path.

    >>> field_of(TABLES["spells"], TABLES["spells"].column("certified_months"))
    'period[].certified.months'
    """
    start = f"{table.case}[]." if table.case else ""
    told = ".".join("[]" if isinstance(part, int) else part for part in column.path)
    return (start + told).replace(".[]", "[]")


def _words(literal: object) -> tuple[str, ...]:
    return tuple(map(str, get_args(literal)))


_BRANCHES = kinds.several(_words(words.Branch))
_STANDING = Column("standing", kinds.words(_words(words.FactStanding)), ("standing",))
_SOURCE = Column("source", kinds.TEXT, ("source",))
_SEX = kinds.words(_words(words.Sex))
_PER = kinds.words(_words(words.MoneyPer))


def _one(name: str, kind: Kind, path: str | Path = "", needed: bool = False, said: str = "") -> Column:
    told: Path = path if isinstance(path, tuple) else tuple(path.split(".")) if path else (name,)
    return Column(name, kind, told, needed, said)


def _place(needed: bool = True) -> tuple[Column, Column]:
    return _one("country", kinds.COUNTRY, needed=needed), _one("scheme", kinds.NAME)


def _time(needed: bool = False) -> tuple[Column, ...]:
    """From and to as days, both of them in it, or as months, the second no longer in it."""
    return (
        _one("from", kinds.DAY, said="the first day"),
        _one("to", kinds.DAY, said="the last day"),
        _one("from_month", kinds.MONTH, "from", said="the first month"),
        _one("until_month", kinds.UNTIL, "to", said="the month after the last"),
    )


def _length(start: str, path: str) -> Iterator[Column]:
    for unit in ("years", "quarters", "months", "weeks", "days", "hours"):
        yield _one(f"{start}_{unit}", kinds.MEASURE, f"{path}.{unit}")
    yield _one(f"{start}_day_system", kinds.WHOLE, f"{path}.day_system", said="days of work in a week: 5, 6 or 7")


def _money(name: str = "amount", needed: bool = True) -> tuple[Column, Column]:
    return _one(name, kinds.MONEY, needed=needed), _one("currency", kinds.CURRENCY, needed=needed)


def _stretch(name: str) -> tuple[Column, Column]:
    return _one(f"{name}_from", kinds.DAY, (name, 0, "from")), _one(f"{name}_to", kinds.DAY, (name, 0, "to"))


def _table(name: str, case: str, columns: Iterable[Column], said: str) -> TableMap:
    return TableMap(name, case, tuple(columns), said)


_ALL = (
    _table(
        "persons",
        "",
        (
            _one("born", kinds.DAY, "person.born"),
            _one("born_month", kinds.MONTH, "person.born", said="born on the first day of this month"),
            _one("sex", _SEX, "person.sex"),
            _one("died", kinds.DAY, "person.died"),
            _one("nationality", kinds.COUNTRIES, "person.nationalities"),
            _one("residence", kinds.COUNTRY, ("residence", 0, "country"), said="where the person has lived all along"),
            _one("region", kinds.TEXT, ("residence", 0, "region")),
            _one("residence_status", kinds.words(_words(words.ResidenceStatus)), "person.residence_status"),
            _one("standing", _STANDING.kind, "person.standing"),
            _one("claim_date", kinds.DAY, ("claim", 0, "date"), said="the day decided for; `--at` stands in for it"),
            _one("branches", _BRANCHES, ("claim", 0, "branches"), said="what is claimed; old_age where this is empty"),
            _one("lodged_in", kinds.COUNTRY, ("claim", 0, "lodged_in")),
            _one("weight", kinds.WEIGHT, (), said="how many persons this one stands for, in the summary"),
        ),
        "One row for each person, in rising order of the column `person`: whole numbers, or text.",
    ),
    _table(
        "spells",
        "period",
        (
            _one("id", kinds.NAME, said="p1, p2 ... where there is none"),
            *_place(),
            _one("kind", kinds.words(_words(words.PeriodKind)), needed=True),
            *_time(),
            *_length("certified", "certified"),
            _one("grade", kinds.WHOLE),
            _one("counts_for_right", _BRANCHES, "counts_for.right"),
            _one("counts_for_amount", _BRANCHES, "counts_for.amount"),
            _one("reason", kinds.TEXT),
            _STANDING,
            _SOURCE,
        ),
        "Periods of insurance, work, residence and assimilated time: dated, certified, or both.",
    ),
    _table(
        "earnings",
        "earnings",
        (
            *_place(),
            _one("year", kinds.YEAR, "from", said="from its first day to its last"),
            *_time(),
            *_money(),
            _one("per", kinds.words(_words(words.EarningsPer)), said="year where there is none and a year is told"),
            _STANDING,
            _SOURCE,
        ),
        "Runs of earnings under a scheme.",
    ),
    _table(
        "statements",
        "statement",
        (
            *_place(),
            _one("branch", kinds.words(_words(words.Branch)), said="old_age where there is none"),
            _one("kind", kinds.words(_words(words.StatementKind)), needed=True),
            *_money(needed=False),
            _one("per", _PER, said="month where there is an amount and nothing is told"),
            *_length("length", "length"),
            _one("points", kinds.NUMBER),
            _one("on", kinds.DAY),
            _one("states_counted", kinds.COUNTRIES),
            _one("instrument", kinds.NAME),
            _STANDING,
            _SOURCE,
        ),
        "What institutions state of national law: reference earnings, lengths, amounts.",
    ),
    _table(
        "events",
        "event",
        (
            _one("id", kinds.NAME, said="e1, e2 ... where there is none"),
            _one("kind", kinds.words(_words(words.EventKind)), needed=True),
            _one("date", kinds.DAY, needed=True),
            _one("country", kinds.COUNTRY),
            *_stretch("incapacity"),
            _one("exposure_country", kinds.COUNTRY, ("exposure", 0, "country")),
            _one("exposure_scheme", kinds.NAME, ("exposure", 0, "scheme")),
            _one("exposure_from", kinds.DAY, ("exposure", 0, "from")),
            _one("exposure_to", kinds.DAY, ("exposure", 0, "to")),
            _one("exposure_agent", kinds.TEXT, ("exposure", 0, "agent")),
            _one("assessed_in", kinds.COUNTRY, ("assessment", 0, "country")),
            _one("assessed_on", kinds.DAY, ("assessment", 0, "on")),
            _one("degree", kinds.PERCENT, ("assessment", 0, "degree")),
            _STANDING,
            _SOURCE,
        ),
        "Accidents, diseases, births, deaths and the like; of each, one exposure and one assessment.",
    ),
    _table(
        "family",
        "family",
        (
            _one("id", kinds.NAME, needed=True),
            _one("relation", kinds.words(_words(words.Relation)), needed=True),
            _one("born", kinds.DAY),
            _one("born_month", kinds.MONTH, "born"),
            _one("sex", _SEX),
            _one("died", kinds.DAY),
            *_stretch("married"),
            *_stretch("dependent"),
            *_stretch("in_care"),
            _one("in_education", kinds.TRUTH),
            _one("disabled", kinds.TRUTH),
            _one("claims", _BRANCHES, (), said="the branches this person claims: a claim of its own"),
            _STANDING,
            _SOURCE,
        ),
        "The family of the insured person.",
    ),
    _table(
        "income",
        "income",
        (
            _one("kind", kinds.NAME, needed=True), _one("country", kinds.COUNTRY), *_money(),
            _one("per", _PER, needed=True), *_time(), _STANDING, _SOURCE,
        ),
        "Income that means tests and rules against overlap of benefits may count.",
    ),
    _table(
        "accounts",
        "account",
        (*_place(), *_money("balance"), _one("on", kinds.DAY, needed=True), _STANDING, _SOURCE),
        "Balances of individual accounts and provident funds.",
    ),
    _table(
        "residence",
        "residence",
        (
            _one("country", kinds.COUNTRY, needed=True), _one("region", kinds.TEXT), *_time(),
            _one("residence_status", kinds.words(_words(words.ResidenceStatus))), _STANDING, _SOURCE,
        ),
        "Where a person has lived and from when to when, in place of the column `residence` of persons.",
    ),
)  # fmt: skip

TABLES: dict[str, TableMap] = {table.name: table for table in _ALL}

NEEDED = ("persons", "spells")
"""The tables without which there is no population."""


def page() -> str:
    """The map as the page `docs/population.md` shows it."""
    lines = []
    for table in _ALL:
        lines += [f"### {table.name}", "", table.said, "", "| column | holds | field of the case |", "|---|---|---|"]
        lines.append(f"| `{PERSON}` | whom the row is about | {'`id`' if not table.case else ''} |")
        for one in table.columns:
            told = one.kind.form + (f": {one.said}" if one.said else "") + (" (needed)" if one.needed else "")
            lines.append(f"| `{one.name}` | {told} | {f'`{field_of(table, one)}`' if one.path else ''} |")
        lines.append("")
    return "\n".join(lines)
