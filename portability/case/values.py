"""The values of a case that are more than a leaf: times with ends, a path in the law, the value laid over it."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema

from portability.document.leaf import Table, When, guarded
from portability.document.written import Trouble, quote, read_when


class Stretch(Table):
    """A time with an open or a closed end."""

    start: When | None = None
    end: When | None = None


def _as_list(value: Any) -> Any:
    """One table stands for a list of one."""
    return [value] if isinstance(value, dict) else value


Stretches = Annotated[tuple[Stretch, ...], BeforeValidator(_as_list, json_schema_input_type=Stretch | list[Stretch])]


def read_law_path(value: object) -> str:
    """A path in the law: file id and keys, joined by points. Raises `Trouble`.

    >>> read_law_path("xa.xa-general.old_age.minimum")
    'xa.xa-general.old_age.minimum'
    """
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+", value):
        return value
    raise Trouble(f"{quote(value)} is not a path in the law", 'Write it as "xa.xa-general.old_age.minimum"')


def read_assumed(value: object) -> Any:
    """The value laid over a figure of the law, in the form a law file has it: text, whole number, truth, list or table.

    Raises `Trouble`.

    >>> read_assumed("15 years"), read_assumed({"F": "60 years", "M": "65 years"})
    ('15 years', {'F': '60 years', 'M': '65 years'})
    """
    if isinstance(value, str) and not value.strip():
        raise Trouble("the value is empty", "Write it as in a law file, as \"15 years\"")
    if isinstance(value, date):
        read_when(value)
    elif isinstance(value, list | tuple):
        return tuple(map(read_assumed, value))
    elif isinstance(value, dict):
        return {key: read_assumed(each) for key, each in value.items()}
    elif not isinstance(value, str | int | bool):
        raise Trouble(f"{quote(value)} is not a value of a law file", "Write it as in a law file, as \"15 years\"")
    return value


LawPath = Annotated[
    str,
    PlainValidator(guarded(read_law_path)),
    WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+$"}),
]
AssumedValue = Annotated[
    Any,
    PlainValidator(guarded(read_assumed)),
    WithJsonSchema({"type": ["string", "integer", "boolean", "array", "object"]}),
]
