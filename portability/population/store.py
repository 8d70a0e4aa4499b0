"""Where the columns of a population are kept while it is worked on: in memory, or in a folder, a file for each column.

A folder holds what no memory could; every process opens the same files, and reads only the pages it needs.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from portability.population.people import People, Table

Array = npt.NDArray[Any]
CONTENTS = "people.json"


class Store(Protocol):
    """Takes columns piece by piece, and gives each back as a whole."""

    def add(self, name: str, piece: Array) -> None: ...

    def whole(self, name: str, dtype: str) -> Array: ...

    def drop(self, name: str) -> None: ...


class InMemory:
    """Columns in memory."""

    def __init__(self) -> None:
        self._pieces: dict[str, list[Array]] = {}

    def add(self, name: str, piece: Array) -> None:
        self._pieces.setdefault(name, []).append(piece)

    def whole(self, name: str, dtype: str) -> Array:
        pieces = self._pieces.get(name, [])
        found = np.concatenate(pieces) if pieces else np.zeros(0, dtype)
        self._pieces[name] = [found]
        return found

    def drop(self, name: str) -> None:
        self._pieces.pop(name, None)


class InFolder:
    """Columns as files of a folder, one after the other in the bytes of the machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, name: str, piece: Array) -> None:
        with (self.folder / name).open("ab") as file:
            file.write(np.ascontiguousarray(piece).tobytes())

    def whole(self, name: str, dtype: str) -> Array:
        return _mapped(self.folder / name, dtype)

    def drop(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def close(self, people: People) -> None:
        """Write down what the files are; a folder without this list is not whole."""
        told = {
            "ids": str(np.asarray(people.ids).dtype),
            "tables": {name: {key: str(c.dtype) for key, c in table.columns.items()} for name, table in people.tables.items()},
            "words": people.words,
        }
        text = json.dumps(told, ensure_ascii=False)
        (self.folder / f"{CONTENTS}.new").write_text(text, "utf-8")
        (self.folder / f"{CONTENTS}.new").replace(self.folder / CONTENTS)


def _mapped(path: Path, dtype: str) -> Array:
    if not path.is_file() or not path.stat().st_size:
        return np.zeros(0, dtype)
    found: Array = np.memmap(path, dtype, "r")
    return found


def opened(folder: Path) -> People | None:
    """The population kept in a folder; None where it was not kept to its end."""
    try:
        told = json.loads((folder / CONTENTS).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    tables = {}
    for name, columns in told["tables"].items():
        found = {key: _mapped(folder / f"{name}.{key}", dtype) for key, dtype in columns.items()}
        tables[name] = Table(found, _mapped(folder / f"{name}.bounds", "int64"))
    words: dict[str, Sequence[Any]] = {
        key: [tuple(one) if isinstance(one, list) else one for one in values] for key, values in told["words"].items()
    }
    return People(_mapped(folder / "ids", told["ids"]), tables, words)
