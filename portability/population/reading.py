"""Reading a population: every table checked, every column put into numbers; all faults are told at once, or it is whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.document.written import Trouble
from portability.faults import did_you_mean
from portability.number.currency import minor_digits
from portability.population import checks, identity
from portability.population.collected import Collected
from portability.population.columns import PERSON, TABLES, Column, TableMap
from portability.population.kinds import DIGITS
from portability.population.people import NONE, People, Table
from portability.population.source import Batch, batches, files_of, heading
from portability.population.store import InMemory, Store
from portability.population.times import days_of_months, months_of_days, spans, whole_months

Array = npt.NDArray[Any]
DAYS = {"persons": ("born",), "spells": ("from_day", "to_day")}
"""Days that are kept only where months do not say as much."""

MOST_KNOWN = 100_000
"""So many values of a column are remembered with what they mean."""


def read_people(folder: Path, store: Store | None = None) -> People:
    """The population in a folder. Raises `Refused` with every fault: of each kind the first few, with their rows.

    `store` takes the columns: memory, where it is left out.
    """
    return _Reader(folder, store or InMemory()).people()


class _Reader:
    """Reads table after table: the persons first, whom all others are about."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder, self.store, self.found = folder, store, Collected()
        self.words: dict[str, dict[Any, int]] = {"scheme": {}}
        self.known: dict[str, dict[str, Any]] = {}
        self.ids: Array = np.zeros(0, np.int64)
        self.born: Array = np.zeros(0, np.int32)
        self.first_row: dict[tuple[str, str], tuple[str, int]] = {}

    def people(self) -> People:
        files = files_of(self.folder)
        heads = {name: self._columns(TABLES[name], file) for name, file in files.items()}
        self.found.refuse()
        self.ids = identity.ids_of(files["persons"], self.found)
        self.found.refuse()
        self.store.add("ids", self.ids)
        tables = {}
        for name in ("persons", *(one for one in TABLES if one != "persons")):
            if name in files:
                tables[name] = self._table(TABLES[name], files[name], heads[name])
        self.found.refuse()
        return People(self.ids, tables, {key: list(words) for key, words in self.words.items()})

    def _columns(self, table: TableMap, file: Path) -> list[str]:
        """The columns of a file that are read; those that are missing, unknown or twice there are faults."""
        head, name = heading(file), file.name
        for column in head:
            if column not in table.names:
                what = f'there is no column "{column}" in {table.name}'
                self.found.add("column", name, None, "", what, did_you_mean(column, table.names))
            elif head.count(column) > 1:
                self.found.add("twice", name, None, "", f'the column "{column}" is there twice', "Keep one")
        for column in (PERSON, *(one.name for one in table.columns if one.needed)):
            if column not in head:
                remedy = f"Columns of {table.name}: {', '.join(table.names)}"
                self.found.add("missing", name, None, "", f'the column "{column}" is missing', remedy)
        checks.heading(table.name, head, self.found, name)
        return [one.name for one in table.columns if one.name in head]

    def _table(self, table: TableMap, file: Path, names: list[str]) -> Table:
        """One table, column by column in the store, with the bounds of each person's rows."""
        counts = np.zeros(len(self.ids), np.int64)
        last = 0
        before: Mapping[str, Array] = {}
        dtypes: dict[str, str] = {}
        for batch in batches(file, [PERSON, *names]):
            places = identity.places(batch, self.ids, file.name, last, self.found)
            last = int(places[-1])
            counts += np.bincount(places, minlength=len(counts))
            arrays = {name: self._encoded(table, table.column(name), batch, file.name) for name in names}
            self._in_minor(table, arrays, batch, file.name)
            start, end = spans(arrays, batch.size)
            self._needed(table, arrays, batch, file.name)
            born = self.born[places] if len(self.born) else np.full(batch.size, NONE, np.int32)
            checks.rows(table, arrays, start, end, born, batch, self.found, file.name)
            before = checks.repeated({PERSON: places, **arrays}, before, batch, self.found, file.name)
            kept = self._kept(table, arrays, start, end, batch, file.name)
            for name, array in kept.items():
                dtypes[name] = str(array.dtype)
                self.store.add(f"{table.name}.{name}", array)
        bounds = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self.store.add(f"{table.name}.bounds", bounds)
        columns = {name: self.store.whole(f"{table.name}.{name}", dtype) for name, dtype in dtypes.items()}
        if table.name == "persons" and "born_month" in columns:
            by_month = days_of_months(columns["born_month"])
            self.born = np.where(columns["born"] == NONE, by_month, columns["born"]) if "born" in columns else by_month
        for name in DAYS.get(table.name, ()):
            if name in columns and (columns[name] == NONE).all():
                del columns[name]
                self.store.drop(f"{table.name}.{name}")
        return Table(columns, self.store.whole(f"{table.name}.bounds", "int64"))

    def _encoded(self, table: TableMap, column: Column, batch: Batch, file: str) -> Array:
        """A column of a batch in numbers; a value that cannot be read is a fault, and NONE."""
        values, codes = batch.columns[column.name]
        known = self.known.setdefault(f"{table.name}.{column.name}", {})
        if len(known) > MOST_KNOWN:
            known.clear()
        told: list[Any] = []
        for place, value in enumerate(values):
            if value is None:
                told.append(1 if column.kind.name == "weight" else NONE)
            elif isinstance(value, str) and value in known:
                told.append(known[value])
            else:
                told.append(self._read(table, column, value, codes, place, batch, file))
                if isinstance(value, str):
                    known[value] = told[-1]
        found: Array = np.array(told, column.kind.dtype)[codes]
        return found

    def _read(self, table: TableMap, column: Column, value: Any, codes: Array, place: int, batch: Batch, file: str) -> Any:
        kind = column.kind
        try:
            read = kind.read(value)
        except Trouble as trouble:
            rows = (codes == place).nonzero()[0]
            if len(rows):
                row, more = batch.first + int(rows[0]) + 1, len(rows) - 1
                self.found.add(f"value of {column.name}", file, row, column.name, trouble.what, trouble.remedy, more)
            return NONE
        if not kind.coded:
            return read
        key = f"{table.name}.{column.name}"
        words = self.words.setdefault(key, {word: code for code, word in enumerate(kind.words)})
        return words.setdefault(read, len(words))

    def _in_minor(self, table: TableMap, arrays: dict[str, Array], batch: Batch, file: str) -> None:
        """Amounts in minor units of the currency of each row."""
        for name in ("amount", "balance"):
            if name not in arrays or "currency" not in arrays:
                continue
            currencies = list(self.words.get(f"{table.name}.currency", ()))
            parts = np.array([10 ** (DIGITS - minor_digits(one)) for one in currencies] or [1], np.int64)
            each = parts[np.maximum(arrays["currency"], 0)]
            told = arrays[name] != NONE

            def say(row: int, name: str = name, currencies: list[str] = currencies) -> tuple[str, str]:
                currency = currencies[int(arrays["currency"][row])]
                digits = minor_digits(currency)
                return f"more digits than {currency} is paid in", f"Write {digits} digits after the point"

            wrong = told & (arrays["currency"] != NONE) & (arrays[name] % each != 0)
            self.found.rows("digits", file, wrong, batch.first, name, say)
            arrays[name] = np.where(told, arrays[name] // each, NONE)

    def _needed(self, table: TableMap, arrays: Mapping[str, Array], batch: Batch, file: str) -> None:
        for column in table.columns:
            if column.needed and column.name in arrays:
                values, codes = batch.columns[column.name]
                empty = np.array([value is None for value in values])[codes]
                self._empty(column, empty, batch, file)

    def _empty(self, column: Column, empty: Array, batch: Batch, file: str) -> None:
        said = "this is empty", f"Every row needs {column.kind.form}"
        self.found.rows(f"empty {column.name}", file, empty, batch.first, column.name, lambda _: said)

    def _kept(
        self, table: TableMap, arrays: dict[str, Array], start: Array, end: Array, batch: Batch, file: str
    ) -> dict[str, Array]:
        """The columns as they are kept: schemes with their State, times of spells in months, births in months too."""
        kept = dict(arrays)
        if "country" in kept and "scheme" in table.names:
            kept["scheme"] = self._schemes(table, kept.pop("country"), kept.get("scheme"), batch, file)
        if table.name == "spells":
            for name in ("from", "to", "from_month", "until_month"):
                kept.pop(name, None)
            kept["from_month"] = months_of_days(start)
            kept["until_month"] = months_of_days(np.where(end == NONE, NONE, end + 1))
            if "from" in arrays or "to" in arrays:
                whole = whole_months(start, end)
                kept |= {"from_day": np.where(whole, NONE, start), "to_day": np.where(whole, NONE, end)}
        if table.name == "persons":
            if "born" in kept:
                kept["born_month"] = months_of_days(kept["born"])
                first = days_of_months(kept["born_month"]) == kept["born"]
                kept["born"] = np.where(first, NONE, kept["born"]).astype(np.int32)
            elif "born_month" not in kept:
                kept["born_month"] = np.full(batch.size, NONE, np.int16)
        return kept

    def _schemes(self, table: TableMap, country: Array, scheme: Array | None, batch: Batch, file: str) -> Array:
        """The code of each row's State and scheme together."""
        countries = list(self.words.get(f"{table.name}.country", ()))
        schemes = list(self.words.get(f"{table.name}.scheme", ()))
        names = np.full(batch.size, NONE, np.int64) if scheme is None else scheme.astype(np.int64)
        pairs, rows, codes = np.unique(country.astype(np.int64) * 2**32 + names + 1, return_index=True, return_inverse=True)
        told = np.empty(len(pairs), np.int16)
        for k in np.argsort(rows, kind="stable"):
            at, name = divmod(int(pairs[k]), 2**32)
            if at < 0:
                told[k] = NONE
                continue
            word = countries[at], schemes[name - 1] if name else ""
            self.first_row.setdefault(word, (file, batch.first + int(rows[k]) + 1))
            told[k] = self.words["scheme"].setdefault(word, len(self.words["scheme"]))
        found: Array = told[codes]
        return found
