"""The sound rows of a case while it is being checked, with the path of each in the document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from portability.case import tables
from portability.document.leaf import read_name
from portability.document.place import Path
from portability.document.tree import Document
from portability.document.written import Trouble, When, read_when

TIMED = ("period", "work", "earnings", "residence", "nationality", "income", "asset")


class Time(NamedTuple):
    """A time some row names: where it stands, whom it is about, and its ends."""

    path: Path
    person: str
    start: When | None
    end: When | None


@dataclass
class Parts:
    """The sound rows of a document, by table, each with its path."""

    document: Document
    person: tables.Person
    rows: dict[str, list[tuple[Path, Any]]] = field(default_factory=dict)

    def each(self, *keys: str) -> Iterator[tuple[Path, Any]]:
        """The sound rows of some tables, with their paths."""
        for key in keys:
            yield from self.rows.get(key, ())

    def add(self, path: Path, what: str, remedy: str = "") -> None:
        """Add a fault."""
        self.document.faults.append(self.document.fault(path, what, remedy))

    def people(self) -> dict[str, tables.Person | tables.Relative]:
        """The insured and the sound rows of the family, by id."""
        return {tables.INSURED: self.person, **{row.id: row for _, row in self.each("family")}}

    def names(self) -> set[str] | None:
        """Every id a row may mean by a person; None where an id of the family cannot be read, so that nobody knows."""
        names = {tables.INSURED}
        family = self.document.data.get("family", [])
        for position, row in enumerate(family if isinstance(family, list) else [None]):
            name = row.get("id") if isinstance(row, dict) else None
            if self.document.is_broken(("family", position, "id")):
                return None
            try:
                names.add(read_name(name))
            except Trouble:
                return None
        return names

    def times(self) -> Iterator[Time]:
        """Every time with a beginning or an end that rows name, of the person it is about."""
        for path, row in self.each(*TIMED):
            yield Time(path, row.person, row.start, row.end)
        yield from self._unsound_times()
        for path, row in self.each("family"):
            for key in ("married", "dependent", "in_care"):
                stretches = getattr(row, key)
                written = self.document.data["family"][path[1]][key] if stretches else ()
                for position, each in enumerate(stretches):
                    place = (*path, key) if isinstance(written, dict) else (*path, key, position)
                    yield Time(place, row.id, each.start, each.end)
        for path, row in self.each("event"):
            for position, each in enumerate(row.exposure):
                yield Time((*path, "exposure", position), row.person, each.start, each.end)
            written = self.document.data["event"][path[1]]["incapacity"] if row.incapacity else ()
            for position, each in enumerate(row.incapacity):
                place = (*path, "incapacity") if isinstance(written, dict) else (*path, "incapacity", position)
                yield Time(place, row.person, each.start, each.end)

    def _unsound_times(self) -> Iterator[Time]:
        """The times of rows with a fault elsewhere: their dates are looked at all the same, as far as they can be read."""
        for key in TIMED:
            sound = {path for path, _ in self.rows.get(key, ())}
            written = self.document.data.get(key, [])
            for position, row in enumerate(written if isinstance(written, list) else ()):
                if (key, position) not in sound and isinstance(row, dict):
                    person = row.get("person", tables.INSURED)
                    start, end = (_when(row.get(name)) for name in ("from", "to"))
                    yield Time((key, position), person if isinstance(person, str) else "", start, end)


def _when(written: object) -> When | None:
    try:
        return None if written is None else read_when(written)
    except Trouble:
        return None
