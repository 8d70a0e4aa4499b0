"""A case as a whole, and how it is read: every row on its own, so that all faults are told at once.

`Case` holds the tables under the names of the format (`case.period`, `case.claim`), each a tuple of rows in the
order of the file. Names that depend on the shelf of law (schemes, instruments) are not judged here.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from portability.case import tables
from portability.case.checks import check
from portability.case.parts import Parts
from portability.case.work import Work
from portability.document.leaf import Name, Table, read_country, read_name
from portability.document.place import Path
from portability.document.read import Document, read_file, read_mapping, read_text
from portability.document.report import MOST_FAULTS_OF_A_TABLE, known_keys, validated
from portability.document.written import Trouble, quote
from portability.faults import Refused, did_you_mean

FORMAT: Literal["portability.case/1"] = "portability.case/1"
MAX_PERIODS = 20_000
INSURED = tables.INSURED
Named = tuple[Path, str, str]  # a path in the case, what is wrong with the name there, what to do


class Case(Table):
    """One person's case, in the format `portability.case/1`."""

    format: Literal["portability.case/1"]
    id: Name
    person: tables.Person = tables.Person.model_construct()
    family: tuple[tables.Relative, ...] = ()
    nationality: tuple[tables.Nationality, ...] = ()
    residence: tuple[tables.Residence, ...] = ()
    period: tuple[tables.Period, ...] = ()
    work: tuple[Work, ...] = ()
    earnings: tuple[tables.Earnings, ...] = ()
    income: tuple[tables.Income, ...] = ()
    asset: tuple[tables.Asset, ...] = ()
    household: tuple[tables.Household, ...] = ()
    account: tuple[tables.Account, ...] = ()
    event: tuple[tables.Event, ...] = ()
    statement: tuple[tables.Statement, ...] = ()
    rate: tuple[tables.Rate, ...] = ()
    assume: tuple[tables.Assume, ...] = ()
    claim: tuple[tables.Claim, ...] = ()
    evidence: tuple[tables.Evidence, ...] = ()

    @property
    def people(self) -> dict[str, tables.Person | tables.Relative]:
        """The insured and the family, by id."""
        return {INSURED: self.person, **{each.id: each for each in self.family}}


ROWS: dict[str, type[Table]] = {
    "family": tables.Relative,
    "nationality": tables.Nationality,
    "residence": tables.Residence,
    "period": tables.Period,
    "work": Work,
    "earnings": tables.Earnings,
    "income": tables.Income,
    "asset": tables.Asset,
    "household": tables.Household,
    "account": tables.Account,
    "event": tables.Event,
    "statement": tables.Statement,
    "rate": tables.Rate,
    "assume": tables.Assume,
    "claim": tables.Claim,
    "evidence": tables.Evidence,
}


def load_case(path: str | os.PathLike[str]) -> Case:
    """Read a case from a TOML or JSON file.

    Raises `portability.faults.Refused` with every fault of the file, in the order of its lines.
    """
    return judge(read_file(path))


def read_case(source: Mapping[str, Any] | str, name: str = "case") -> Case:
    """Read a case from a TOML or JSON text, or from tables in memory; `name` stands for the file in faults.

    Raises `portability.faults.Refused` with every fault.

    >>> case = read_case({"format": "portability.case/1", "id": "a", "period": [
    ...     {"id": "p1", "country": "XA", "kind": "insurance", "from": "2000-01-01", "to": "2009-12"}]})
    >>> case.period[0].start, str(case.period[0].end)
    (datetime.date(2000, 1, 1), '2009-12')
    """
    return judge(read_text(source, name) if isinstance(source, str) else read_mapping(source, name))


def judge(document: Document, named: Callable[[Case], Iterable[Named]] | None = None) -> Case:
    """The case in a document that has been read. Raises `Refused` with every fault, in the order of the lines.

    `named` judges the names in a case by the shelf of law; it is given the rows that are sound by themselves.
    """
    parts = sound_parts(document)
    check(parts)
    case = _case(document, parts)
    assumed = document.data.get("assume", [])  # names may rest on what is assumed
    if named is not None and len(case.assume) == (len(assumed) if isinstance(assumed, list) else 1):
        if document.faults:
            _stand_in(parts)
        for (table, place, *rest), what, remedy in named(_case(document, parts) if document.faults else case):
            parts.add((*parts.rows[str(table)][int(place)][0], *rest), what, remedy)
    if document.faults:
        raise Refused(sorted(dict.fromkeys(document.faults), key=lambda fault: fault.line or 0))
    return case


def _case(document: Document, parts: Parts) -> Case:
    rows: dict[str, Any] = {key: tuple(row for _, row in found) for key, found in parts.rows.items()}
    id_ = document.data.get("id")
    return Case.model_construct(
        None, format=FORMAT, id=id_ if isinstance(id_, str) else "", person=parts.person, **rows
    )


def _stand_in(parts: Parts) -> None:
    """For rows that are not sound, others with their country and scheme alone, so that these names are judged too."""
    for key in ("period", "earnings", "account", "statement"):
        found = parts.rows.setdefault(key, [])
        sound = {path for path, _ in found}
        written = parts.document.data.get(key, [])
        if not isinstance(written, list) or len(written) > MAX_PERIODS:
            continue
        for position, row in enumerate(written):
            if (key, position) in sound or not isinstance(row, dict) or "scheme" not in row:
                continue
            try:
                names: dict[str, Any] = {"country": read_country(row.get("country")), "scheme": read_name(row["scheme"])}
            except Trouble:
                continue
            found.append(((key, position), ROWS[key].model_construct(None, **names)))


def sound_parts(document: Document) -> Parts:
    """The rows of a document that are sound by themselves; what is wrong with the others is added to its faults."""
    _check_head(document)
    data = document.data
    person = validated(tables.Person, data.get("person", {}), document, ("person",))
    parts = Parts(document, person or tables.Person.model_construct())
    for key, model in ROWS.items():
        written = data.get(key, [])
        if document.is_broken((key,)) and not isinstance(written, list):
            continue
        if not isinstance(written, list):
            what = f"{quote(written)} stands where a list of tables is expected"
            document.faults.append(document.fault((key,), what, f"Write [[{key}]] over each"))
        elif key == "period" and len(written) > MAX_PERIODS:
            what = f"the case has {len(written)} periods, over {MAX_PERIODS}"
            document.faults.append(document.fault((key,), what, "Join periods that touch, or split the case"))
        else:
            for position, row in enumerate(written):
                sound = validated(model, row, document, (key, position))
                if sound is not None:
                    parts.rows.setdefault(key, []).append(((key, position), sound))
    return parts


def _check_head(document: Document) -> None:
    """Format, id, and no unknown table. Raises `Refused` at once where the document is of another format."""
    data, add = document.data, document.faults.append
    given = data.get("format")
    if given is None:
        if not document.is_broken(("format",)):
            add(document.fault(("format",), "this is missing", f'Write format = "{FORMAT}" first'))
    elif given != FORMAT and not document.is_broken(("format",)):
        what = f"{quote(given)} is not the format of a case"
        fault = document.fault(("format",), what, f'Write format = "{FORMAT}"')
        if isinstance(given, str) and given.startswith("portability.") and not given.startswith("portability.case/"):
            raise Refused([fault])
        add(fault)
    if "id" not in data:
        if not document.is_broken(("id",)):
            add(document.fault(("id",), "this is missing", "Add the key id, a name for the case"))
    elif not document.is_broken(("id",)):
        try:
            read_name(data["id"])
        except Trouble as trouble:
            add(document.fault(("id",), trouble.what, trouble.remedy))
    known_here = known_keys(Case)
    strangers = [key for key in data if key not in known_here and not document.is_broken((key,))]
    for key in strangers[:MOST_FAULTS_OF_A_TABLE]:
        add(document.fault((key,), "this key is not known here", did_you_mean(key, known_here)))
    if len(strangers) > MOST_FAULTS_OF_A_TABLE:
        more = f"{len(strangers) - MOST_FAULTS_OF_A_TABLE} more keys are not known here"
        add(document.fault((), more, "Mend the first ones and check again"))
