"""The result table as a file: Parquet where pyarrow is installed, else CSV."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np

from portability.population.identity import shown
from portability.population.people import NONE, People
from portability.population.rows import COLUMNS, NUMBERS, WORDS, Rows

NAME = "results"


class Writer(Protocol):
    """Takes rows, in their order; `said` tells in what form they are written."""

    said: str

    def __enter__(self) -> Writer: ...

    def __exit__(self, *of: object) -> None: ...

    def write(self, rows: Rows) -> None: ...


def writer(folder: Path, people: People) -> Writer:
    """A writer of the result table of a folder."""
    try:
        import pyarrow.parquet
    except ImportError:
        return _Csv(folder / f"{NAME}.csv", people)
    return _Parquet(folder / f"{NAME}.parquet", people, pyarrow)


class _Csv:
    def __init__(self, path: Path, people: People) -> None:
        self.said = f"{path.name} (CSV: pyarrow, which writes Parquet, is not installed)"
        self._people = people
        self._file = path.open("w", encoding="utf-8", newline="")
        self._lines = csv.writer(self._file, lineterminator="\n")
        self._lines.writerow(COLUMNS)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *of: object) -> None:
        self._file.close()

    def write(self, rows: Rows) -> None:
        columns: list[list[Any]] = [[shown(self._people.ids[at]) for at in rows["person"].tolist()]]
        columns += [rows.texts(name) for name in WORDS]
        columns += [["" if number == NONE else number for number in rows[name].tolist()] for name in NUMBERS]
        self._lines.writerows(zip(*columns, strict=True))


class _Parquet:
    def __init__(self, path: Path, people: People, arrow: Any) -> None:
        self.said = path.name
        self._people, self._arrow = people, arrow
        text = arrow.dictionary(arrow.int32(), arrow.string())
        person = arrow.int64() if self._numbers else arrow.string()
        fields = [("person", person), *((name, text) for name in WORDS), *((name, arrow.int64()) for name in NUMBERS)]
        self._schema = arrow.schema(fields)
        self._file = arrow.parquet.ParquetWriter(path, self._schema)

    @property
    def _numbers(self) -> bool:
        return cast(str, np.asarray(self._people.ids).dtype.kind) == "i"

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *of: object) -> None:
        self._file.close()

    def write(self, rows: Rows) -> None:
        arrow = self._arrow
        ids = np.asarray(self._people.ids)[rows["person"]]
        columns = [arrow.array(ids if self._numbers else [shown(one) for one in ids])]
        for name in WORDS:
            codes = arrow.array(rows[name], mask=rows[name] == NONE, type=arrow.int32())
            columns.append(arrow.DictionaryArray.from_arrays(codes, arrow.array(list(rows.words[name]), arrow.string())))
        columns += [arrow.array(rows[name], mask=rows[name] == NONE, type=arrow.int64()) for name in NUMBERS]
        self._file.write_table(arrow.Table.from_arrays(columns, schema=self._schema))
