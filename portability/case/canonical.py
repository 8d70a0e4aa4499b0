"""A case written one way, whatever way it came: for fingerprints, and to write a case that a program has changed."""

from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from portability.case.model import Case
from portability.case.same import Same
from portability.document.leaf import ALIASES, PartialDate, Table


def as_tables(row: Table) -> dict[str, Any]:
    """A case, or a row of one, as plain tables of text, numbers and lists; what is left out or default is left out.

    >>> from portability.case.model import read_case
    >>> case = read_case('format = "portability.case/1"\\nid = "a"\\nperson.born = 1961-03-14')
    >>> as_tables(case)
    {'format': 'portability.case/1', 'id': 'a', 'person': {'born': '1961-03-14'}}
    """
    tables: dict[str, Any] = {}
    for name, key, required, default in _keys(type(row)):
        value = getattr(row, name)
        if required or value != default:
            tables[key] = _plain(value)
    return tables


@cache
def _keys(table: type[Table]) -> list[tuple[str, str, bool, Any]]:
    """The fields of a table, with their keys in a file, whether they are required, and their default."""
    return [(name, ALIASES.get(name, name), one.is_required(), one.default) for name, one in table.model_fields.items()]


def fingerprint(case: Case) -> str:
    """The SHA-256 of a case, the same for every way of writing it; reckoned once a case.

    >>> from portability.case.model import read_case
    >>> toml = read_case('format = "portability.case/1"\\nid = "a"')
    >>> fingerprint(toml) == fingerprint(read_case('{"id": "a", "format": "portability.case/1"}'))
    True
    """
    return _fingerprint(Same(case))


@lru_cache(maxsize=16)
def _fingerprint(same: Same) -> str:
    import hashlib
    import json

    text = json.dumps(as_tables(same.case), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    match value:
        case str():
            return value
        case Table():
            return as_tables(value)
        case PartialDate() | date():
            return str(value)
        case Fraction():
            return _decimal(value)
        case tuple() | list():
            return [_plain(each) for each in value]
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case _:
            return value


def _decimal(value: Fraction) -> str:
    """A fraction that was written as a decimal, as a decimal again."""
    digits = next(digits for digits in range(31) if (value * 10**digits).denominator == 1)
    text = str((value * 10**digits).numerator).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}" if digits else text
