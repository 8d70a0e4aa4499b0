"""The shelf of law: which file tells what, found inside the installed package or beside it in a checkout.

A file is opened only when a case needs it: national law by the State's name, instruments by the index of parties.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from portability.faults import Fault, Refused

Law = Mapping[str, Any]

INDEX = "parties.json"
BIBLIOGRAPHY = "sources.toml"
NO_CASE = ("standards",)
"""Of these kinds an instrument measures schemes: no case opens it."""


def data_folder() -> Path:
    """The folder that holds `agreements/` and `scenarios/`: in the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


class Shelf:
    """The law files under one folder, each read once. A file that cannot be read or parsed raises `Refused`.

    >>> shelf = default_shelf()
    >>> shelf.national("XA")["country"]
    'XA'
    >>> shelf.national("QQ") is None
    True
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, Law | None] = {}
        self._digests: dict[str, str] = {}
        self._used: set[str] = set()

    def afresh(self) -> Shelf:
        """The same files, none of them used yet: one for each decision, whose hash is over the law that it used."""
        again = copy(self)  # what was read is shared
        again._used = set()
        return again

    def national(self, country: str) -> Law | None:
        """The national law of a State, or None if it is not on the shelf."""
        return self._file(f"national/{country.lower()}.toml")

    def floor(self, country: str) -> Law | None:
        """The guarantees a State sets for its residents, or None if they are not on the shelf."""
        return self._file(f"floors/{country.lower()}.toml")

    def instrument(self, id_: str) -> Law | None:
        """An instrument by its id."""
        return self._file(f"instruments/{id_}.toml")

    def series(self, id_: str) -> Law | None:
        """A year series by its id, or None if it is not on the shelf."""
        return self._file(f"series/{id_}.toml")

    def binding(self, countries: Iterable[str]) -> tuple[str, ...]:
        """The ids of the instruments to which at least one of the States was ever a party, in order."""
        index = self._index()
        return tuple(sorted({id_ for country in countries for id_ in index.get(country, ())}))

    def instruments(self) -> list[str]:
        """The ids of every instrument on the shelf."""
        return sorted(file.stem for file in (self.folder / "instruments").glob("*.toml"))

    def titles(self) -> Law:
        """The bibliography: source key to title, date and address."""
        return self._file(BIBLIOGRAPHY) or {}

    def sources(self, keys: Sequence[str]) -> Law:
        """What the bibliography says of some sources. It is long and a decision cites few: only their tables are parsed.

        >>> list(default_shelf().sources(["xa-pension-act-2009", "no-such-act"]))
        ['xa-pension-act-2009']
        """
        path = self.folder / BIBLIOGRAPHY
        if not path.is_file():
            return {}
        _, *tables = re.split(rb"(?m)^(?=\[)", _bytes(path))
        wanted = tuple(f"[{key}]".encode() for key in keys)
        found = b"".join(table for table in tables if table.startswith(wanted))
        return _parsed(path, found, tomllib.loads) if found else {}

    def files(self) -> list[Path]:
        """The law files that were read so far."""
        return [self.folder / name for name in self._digests]

    def digest(self) -> str:
        """One hash over the law files that were used, so that a decision can be recalculated on the same law."""
        lines = sorted(f"{name} {self._digests[name]}" for name in self._used)
        return sha256("\n".join(lines).encode()).hexdigest()

    def _index(self) -> Mapping[str, list[str]]:
        if INDEX not in self._read:
            self._read[INDEX] = self._read_index()
        return self._read[INDEX] or {}

    def _read_index(self) -> Mapping[str, list[str]]:
        path = self.folder / INDEX
        if path.is_file():
            parties = _parsed(path, _bytes(path), lambda text: json.loads(text)).get("parties")
            if isinstance(parties, dict) and all(isinstance(ids, list) for ids in parties.values()):
                return parties
            remedy = "Make it anew: python -m portability.law.parties"
            raise Refused([Fault(str(path), "parties", "this is not an index of parties", remedy)])
        found: dict[str, list[str]] = {}
        for file in sorted((self.folder / "instruments").glob("*.toml")):
            law = self._read_once(f"instruments/{file.name}") or {}
            for party in () if law.get("kind") in NO_CASE else law.get("party", ()):
                found.setdefault(party["state"], []).append(file.stem)
        return found

    def _file(self, name: str) -> Law | None:
        law = self._read_once(name)
        if law is not None:
            self._used.add(name)
        return law

    def _read_once(self, name: str) -> Law | None:
        if name not in self._read:
            path = self.folder / name
            if path.is_file():
                content = _bytes(path)
                self._digests[name] = sha256(content).hexdigest()
                self._read[name] = _parsed(path, content, tomllib.loads)
            else:
                self._read[name] = None
        return self._read[name]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused([Fault(str(path), "", f"the law file cannot be read ({error.strerror})")]) from None


def _parsed(path: Path, content: bytes, parse: Callable[[str], Law]) -> Law:
    """The tables of a file of the shelf. Raises `Refused` with every fault of its text."""
    try:
        found = parse(content.decode("utf-8"))
    except (ValueError, RecursionError):
        found = {}
    if found and isinstance(found, dict):
        return found
    from portability.document.read import read_bytes  # only when something is wrong

    faults = read_bytes(content, str(path)).faults
    raise Refused(faults or [Fault(str(path), "", "the law file says nothing", "Put it back as it was, or take it away")])


@cache
def default_shelf() -> Shelf:
    """The shelf that ships with the program. Raises `Refused` where there is none."""
    folder = data_folder() / "agreements"
    if not folder.is_dir():
        raise Refused([Fault(str(folder), "", "the law is missing: no folder agreements", "Install the program again")])
    return Shelf(folder)
