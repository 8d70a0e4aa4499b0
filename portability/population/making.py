"""Making a synthetic population by a recipe: each life is drawn by itself from the seed and its number, so that a longer
population begins with the persons of a shorter one, and every machine draws the same."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from portability import __version__
from portability.case.canonical import as_tables
from portability.case.recipe import Recipe
from portability.faults import Fault, Refused
from portability.law.shelf import Shelf
from portability.population.drawn_life import life
from portability.population.lock import MADE
from portability.population.parts import free, place_of, whole

HEADS: Mapping[str, tuple[str, ...]] = {
    "persons": ("person", "born_month", "sex", "nationality", "residence", "residence_status", "claim_date", "branches"),
    "spells": ("person", "country", "scheme", "kind", "from_month", "until_month", "standing"),
    "earnings": ("person", "country", "scheme", "year", "amount", "currency"),
    "statements": ("person", "country", "scheme", "kind", "amount", "currency", "per"),
    "family": ("person", "id", "relation", "born_month", "sex", "married_from"),
    "events": ("person", "kind", "date", "country", "assessed_in", "assessed_on", "degree"),
}
NUMBERS = frozenset({"person", "born_month", "from_month", "until_month", "year"})
DAYS = frozenset({"claim_date", "married_from", "date", "assessed_on"})
AT_A_TIME = 16_384
"""So many persons are written at a time."""

FORMAT = "portability.made/1"


def make(recipe: Recipe, persons: int, seed: int, out: Path, shelf: Shelf, progress: Callable[[str, int, int], None]) -> str:
    """Draw a population and write its tables; gives back one line on what was written. Raises `Refused` for a goal that is
    there already, or schemes that the law does not have."""
    free(out)
    _schemes(recipe, shelf)
    laws = {one.country: shelf.national(one.country) for one in recipe.state}
    without = frozenset(country for country, law in laws.items() if law is not None and not law.get("scheme"))
    work = place_of(out)
    shutil.rmtree(work.folder, ignore_errors=True)
    work.folder.mkdir()
    counts = dict.fromkeys(HEADS, 0)
    tables = _tables(work.folder)
    try:
        for first in range(0, persons, AT_A_TIME):
            rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in HEADS}
            for number in range(first, min(persons, first + AT_A_TIME)):
                for name, told in life(recipe, seed, number, without):
                    rows[name].append((number, *told))
            for name, some in rows.items():
                counts[name] += len(some)
                tables[name].write(some)
            progress("drawing", min(persons, first + AT_A_TIME), persons)
    finally:
        for table in tables.values():
            table.close()
    for name, count in counts.items():
        if not count and name not in ("persons", "spells"):
            tables[name].path.unlink()
    made = {
        "format": FORMAT, "recipe": recipe.id, "hash": fingerprint(recipe), "seed": seed, "persons": persons,
        "engine": __version__,
    }  # fmt: skip
    whole(work.folder / MADE, (json.dumps(made, indent=2) + "\n").encode())
    if work.out.is_dir():
        work.out.rmdir()
    work.folder.rename(work.out)
    rows_told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"{out}: {rows_told}, as {tables['persons'].said}\n"


def fingerprint(recipe: Recipe) -> str:
    """The SHA-256 of a recipe, the same for every way of writing it."""
    return sha256(json.dumps(as_tables(recipe), sort_keys=True).encode()).hexdigest()


def _schemes(recipe: Recipe, shelf: Shelf) -> None:
    faults = []
    for sector in recipe.sector:
        for country, scheme in sector.schemes.items():
            law = shelf.national(country)
            if law is not None and scheme not in law.get("scheme", {}):
                known = ", ".join(law.get("scheme", {})) or "none"
                what = f'"{scheme}" is not a scheme of {country}'
                faults.append(Fault(recipe.id, f"sector {sector.id}", what, f"Its schemes: {known}"))
    if faults:
        raise Refused(faults)


def _tables(folder: Path) -> dict[str, Any]:
    try:
        import pyarrow.parquet
    except ImportError:
        return {name: _Csv(folder / f"{name}.csv", head) for name, head in HEADS.items()}
    return {name: _Parquet(folder / f"{name}.parquet", head, pyarrow) for name, head in HEADS.items()}


class _Csv:
    said = "CSV: pyarrow, which writes Parquet, is not installed"

    def __init__(self, path: Path, head: Sequence[str]) -> None:
        self.path = path
        self._file = path.open("w", encoding="utf-8", newline="")
        self._lines = csv.writer(self._file, lineterminator="\n")
        self._lines.writerow(head)

    def write(self, rows: Sequence[Sequence[Any]]) -> None:
        self._lines.writerows(rows)

    def close(self) -> None:
        self._file.close()


class _Parquet:
    said = "Parquet"

    def __init__(self, path: Path, head: Sequence[str], arrow: Any) -> None:
        self.path, self._arrow = path, arrow
        kinds = {**dict.fromkeys(NUMBERS, arrow.int64()), **dict.fromkeys(DAYS, arrow.date32())}
        self._schema = arrow.schema([(name, kinds.get(name, arrow.string())) for name in head])
        self._file = arrow.parquet.ParquetWriter(path, self._schema)

    def write(self, rows: Sequence[Sequence[Any]]) -> None:
        arrow = self._arrow
        columns = list(zip(*rows, strict=True)) or [()] * len(self._schema)
        arrays = [
            arrow.array([date.fromisoformat(c) if c and kind.name in DAYS else c for c in column], kind.type)
            for kind, column in zip(self._schema, columns, strict=True)
        ]
        if rows:
            self._file.write_table(arrow.Table.from_arrays(arrays, schema=self._schema))

    def close(self) -> None:
        self._file.close()


def columns_written() -> Iterator[tuple[str, str]]:
    """Every column that a recipe fills, as table and column."""
    for name, head in HEADS.items():
        for column in head[1:]:
            yield name, column
