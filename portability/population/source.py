"""The files of a population, read batch by batch: CSV with the standard library, Parquet where pyarrow is installed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.faults import Fault, Refused, did_you_mean
from portability.population.columns import NEEDED, TABLES

BATCH = 65_536
ENDINGS = (".parquet", ".csv")
EXTRA = "pip install 'pyarrow>=15', or install this program with its extra [population]"

Uniques = tuple[Sequence[Any], npt.NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of a table, from `first` on (the first row of the file is 0): of each column its different values, and which
    of them each row has."""

    first: int
    size: int
    columns: Mapping[str, Uniques]


def files_of(folder: Path) -> dict[str, Path]:
    """The file of each table in a folder. Raises `Refused` for what is missing, twice there, or under a name not known."""
    if not folder.is_dir():
        what = "there is no such folder" if not folder.exists() else "this is a file: a population is a folder of tables"
        raise Refused([Fault(str(folder), "", what, "Name a folder that holds persons and spells, as .parquet or .csv")])
    found: dict[str, Path] = {}
    faults = []
    for file in sorted(one for one in folder.iterdir() if one.suffix in ENDINGS and not one.name.startswith(".")):
        if file.stem not in TABLES:
            faults.append(Fault(str(file), "", f'there is no table "{file.stem}"', did_you_mean(file.stem, TABLES)))
        elif file.stem in found:
            what = f"this table is there twice, also as {found[file.stem].name}"
            faults.append(Fault(str(file), "", what, "Keep one of the two"))
        else:
            found[file.stem] = file
    for name in NEEDED:
        if name not in found:
            faults.append(Fault(str(folder), "", f"the table {name} is missing", f"Add {name}.parquet or {name}.csv"))
    if faults:
        raise Refused(faults)
    return found


def heading(file: Path) -> list[str]:
    """The names of the columns of a file."""
    if file.suffix == ".csv":
        _ends_whole(file)
        with _opened(file) as lines:
            return next(_rows(file, csv.reader(lines)), [])
    return list(_parquet(file).schema_arrow.names)


def batches(file: Path, names: Sequence[str]) -> Iterator[Batch]:
    """The rows of some columns of a file, in its order. Raises `Refused` for a file that is cut off or no table."""
    yield from (_of_csv if file.suffix == ".csv" else _of_parquet)(file, names)


def _opened(file: Path) -> Any:
    try:
        return file.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise Refused([Fault(str(file), "", f"the table cannot be read ({error.strerror})")]) from None


def _rows(file: Path, reader: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from reader
    except UnicodeDecodeError:
        raise Refused([Fault(str(file), "", "this is not text in UTF-8", "Save the table as CSV in UTF-8")]) from None
    except csv.Error as error:
        raise Refused([Fault(str(file), "", f"this is not CSV ({error})", "Save the table as CSV, with commas")]) from None


def _of_csv(file: Path, names: Sequence[str]) -> Iterator[Batch]:
    with _opened(file) as lines:
        rows = _rows(file, csv.reader(lines))
        head = next(rows, [])
        at = [head.index(name) for name in names]
        first, held = 0, list[list[str]]()
        for row in rows:
            if len(row) != len(head):
                if not row:
                    continue
                what = f"the row has {len(row)} cells, and there are {len(head)} columns"
                remedy = "Is the file cut off? Make it again" if len(row) < len(head) else "Put cells with commas in quotes"
                raise Refused([Fault(str(file), f"row {first + len(held) + 1}", what, remedy)])
            held.append(row)
            if len(held) == BATCH:
                yield _batch(first, held, names, at)
                first, held = first + BATCH, []
        if held:
            yield _batch(first, held, names, at)


def _ends_whole(file: Path) -> None:
    """A table that was written to its end ends with the end of a line."""
    try:
        with file.open("rb") as told:
            told.seek(0, 2)
            if told.tell():
                told.seek(-1, 2)
                if told.read(1) in b"\r\n":
                    return
                what = "the last line has no end: the file is cut off"
                remedy = "Make it again; or end the last line, if it is whole"
            else:
                what, remedy = "the file is empty", "Write a line with the names of the columns, then the rows"
    except OSError as error:
        what, remedy = f"the table cannot be read ({error.strerror})", ""
    raise Refused([Fault(str(file), "", what, remedy)])


def _batch(first: int, rows: list[list[str]], names: Sequence[str], at: Sequence[int]) -> Batch:
    columns = {}
    for name, place in zip(names, at, strict=True):
        known: dict[str, int] = {}
        codes = np.fromiter((known.setdefault(row[place], len(known)) for row in rows), np.int64, len(rows))
        columns[name] = ([value.strip() or None for value in known], codes)
    return Batch(first, len(rows), columns)


def _pyarrow(file: Path) -> Any:
    try:
        import pyarrow.parquet
    except ImportError:
        what = "Parquet is read with pyarrow, which is not installed"
        raise Refused([Fault(str(file), "", what, f"Install it ({EXTRA}), or save the table as CSV")]) from None
    return pyarrow


def _parquet(file: Path) -> Any:
    arrow = _pyarrow(file)
    try:
        return arrow.parquet.ParquetFile(file)
    except (arrow.ArrowInvalid, OSError) as error:
        what = f"this is not a whole Parquet file ({str(error).splitlines()[0].rstrip('.')})"
        raise Refused([Fault(str(file), "", what, "Is it cut off? Make it again")]) from None


def _of_parquet(file: Path, names: Sequence[str]) -> Iterator[Batch]:
    table = _parquet(file)
    arrow = _pyarrow(file)
    first = 0
    try:
        for told in table.iter_batches(BATCH, columns=list(names)):
            columns = {name: _uniques(arrow, told.column(name)) for name in names}
            yield Batch(first, told.num_rows, columns)
            first += told.num_rows
    except (arrow.ArrowInvalid, OSError) as error:
        what = f"the file cannot be read on after row {first} ({str(error).splitlines()[0].rstrip('.')})"
        raise Refused([Fault(str(file), "", what, "Is it damaged? Make it again")]) from None


def _uniques(arrow: Any, column: Any) -> Uniques:
    """The different values of an Arrow column, the absent one among them, and which each row has."""
    if not arrow.types.is_dictionary(column.type):
        column = column.dictionary_encode(null_encoding="encode")
    values = [_plain(value) for value in column.dictionary.to_pylist()]
    codes = column.indices
    if codes.null_count:
        codes = codes.fill_null(len(values))
        values.append(None)
    return values, np.asarray(codes).astype(np.int64)


def _plain(value: Any) -> Any:
    """A value of a cell: not a number, or no text, is nothing told."""
    if isinstance(value, float) and value != value:
        return None
    if isinstance(value, str):
        return value.strip() or None
    return value
