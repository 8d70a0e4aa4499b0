"""The guarded types of single fields: what a key of a case or a law file may hold, and nothing looser.

pydantic's own `date` takes timestamps and its `Decimal` takes floats, exponents and digits of every script; these types
take one way of writing each. A refusal carries two sentences, what is wrong and what to do, which
`portability.document.report` turns into faults.
"""

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from portability.document.countries import KNOWN, country
from portability.document.currencies import is_known, nearest_currency
from portability.document.written import (
    PartialDate,
    Trouble,
    earliest,
    is_exact,
    latest,
    quote,
    read_day,
    read_decimal,
    read_when,
)
from portability.faults import nearest

__all__ = [
    "Amount", "Country", "Currency", "Day", "LongText", "Measure", "Name", "Number", "PartialDate", "Percent", "Table",
    "Text", "Truth", "When", "Whole", "earliest", "guarded", "is_exact", "latest",
]  # fmt: skip

T = TypeVar("T")
ALIASES = {"start": "from", "end": "to"}  # `from` is a word of Python


class Table(BaseModel):
    """A table of a file: frozen, closed to unknown keys, its keys `from` and `to` named `start` and `end` in Python."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, alias_generator=lambda name: ALIASES.get(name, name)
    )


def guarded(read: Callable[[Any], T]) -> Callable[[Any], T]:
    """A reader that raises `Trouble`, made into one that pydantic collects."""

    def validate(value: Any) -> T:
        try:
            return read(value)
        except Trouble as trouble:
            context = {"what": trouble.what, "remedy": trouble.remedy}
            raise PydanticCustomError("fault", "{what}", context) from None

    return validate


def read_currency(value: object) -> str:
    """A currency by its ISO 4217 code, three capitals. Raises `Trouble`.

    >>> read_currency("ZMW")
    'ZMW'
    """
    if isinstance(value, str) and is_known(value):
        return value
    near = nearest_currency(value) if isinstance(value, str) else None
    remedy = f'Did you mean "{near}"?' if near else 'Write the three capitals of ISO 4217, as "USD"'
    raise Trouble(f"{quote(value)} is not a currency code", remedy)


def read_country(value: object) -> str:
    """A country by its ISO 3166-1 alpha-2 code; UK is read as GB and EL as GR. Raises `Trouble`.

    >>> read_country("EL"), read_country("ZW")
    ('GR', 'ZW')
    """
    if not isinstance(value, str):
        raise Trouble(f"{quote(value)} is not a country code", 'Write two capitals of ISO 3166-1, as "ZW"')
    known = country(value)
    if known is not None:
        return known
    near = value.upper() if country(value.upper()) else nearest(value, sorted(KNOWN))
    suggestion = f'Did you mean "{near}"?' if near else "Write two capitals of ISO 3166-1; XA to XZ are invented States"
    raise Trouble(f"{quote(value)} is not a country code", suggestion)


def read_name(value: object) -> str:
    """An identifier: 1 to 100 printable characters, no slash, no blank at either end. Raises `Trouble`.

    >>> read_name("xa-general")
    'xa-general'
    """
    if not isinstance(value, str):
        raise Trouble(f"{quote(value)} is not text", "Write it in quotes")
    if 0 < len(value) <= 100 and value.isprintable() and value == value.strip() and "/" not in value:
        return value
    why = "is empty" if not value.strip() else "is no name"
    raise Trouble(f"{quote(value)} {why}", "Write 1 to 100 letters, digits, points or hyphens; no slash")


def _read_text(limit: int) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str):
            raise Trouble(f"{quote(value)} is not text", "Write it in quotes")
        if not value.strip():
            raise Trouble("the text is empty", "Leave the key out where there is nothing to say")
        if len(value) > limit:
            raise Trouble(f"{quote(value)} is longer than {limit} characters", "Shorten it")
        return value

    return read


def read_truth(value: object) -> bool:
    """True or false, never a number or a word. Raises `Trouble`."""
    if isinstance(value, bool):
        return value
    raise Trouble(f"{quote(value)} is neither true nor false", "Write true or false, without quotes")


def read_whole(value: object) -> int:
    """A whole number from nought up to a million. Raises `Trouble`."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1_000_000:
        return value
    raise Trouble(f"{quote(value)} is not a whole number from 0 to 1000000", "Write it without quotes, as 12")


def read_measure(value: object) -> int | Fraction:
    """A length in one unit: a whole number, or decimal text where an institution certifies parts. Raises `Trouble`.

    >>> read_measure(12), read_measure("2.25")
    (12, Fraction(9, 4))
    """
    if isinstance(value, str):
        exact = Fraction(read_decimal(value))
        if exact > 1_000_000:
            raise Trouble(f"{quote(value)} is longer than any life", "Check the number")
        return exact.numerator if exact.denominator == 1 else exact
    if isinstance(value, int) and not isinstance(value, bool):
        if value < 0:
            raise Trouble(f"{value} is below nought", "A length has no sign")
        if value > 1_000_000:
            raise Trouble(f"{quote(value)} is longer than any life", "Check the number")
        return value
    raise Trouble(f"{quote(value)} is not a length", 'Write a whole number, or text as "2.5"')


def read_percent(value: object) -> str:
    """A share in per cent, from 0 % to 100 %, as text. Raises `Trouble`.

    >>> read_percent("40 %")
    '40 %'
    """
    if isinstance(value, str) and (found := re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,10})?) ?%", value)):
        if Fraction(found[1]) <= 100:
            return value
        raise Trouble(f"{quote(value)} is more than the whole", "Write 0 % to 100 %")
    raise Trouble(f"{quote(value)} is not a share in per cent", 'Write it as text with its sign, as "40 %"')


def _schema(pattern: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, **more})


_ISO = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
Day = Annotated[date, PlainValidator(guarded(read_day)), _schema(_ISO, description="YYYY-MM-DD")]
When = Annotated[
    date | PartialDate,
    PlainValidator(guarded(read_when)),
    _schema("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", description="YYYY-MM-DD, or YYYY-MM or YYYY where no more is known"),
]
Number = Annotated[str, PlainValidator(guarded(read_decimal)), _schema("^[0-9]{1,30}(\\.[0-9]{1,30})?$")]
Amount = Number
Currency = Annotated[str, PlainValidator(guarded(read_currency)), _schema("^[A-Z]{3}$", description="ISO 4217")]
Country = Annotated[
    str, PlainValidator(guarded(read_country)), _schema("^[A-Z]{2}$", description="ISO 3166-1 alpha-2; XA-XZ invented")
]
Name = Annotated[str, PlainValidator(guarded(read_name)), _schema("^[^/]{1,100}$")]
Text = Annotated[str, PlainValidator(guarded(_read_text(500))), WithJsonSchema({"type": "string", "maxLength": 500})]
LongText = Annotated[
    str, PlainValidator(guarded(_read_text(10_000))), WithJsonSchema({"type": "string", "maxLength": 10_000})
]
Truth = Annotated[bool, PlainValidator(guarded(read_truth)), WithJsonSchema({"type": "boolean"})]
Whole = Annotated[
    int, PlainValidator(guarded(read_whole)), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 1_000_000})
]
Measure = Annotated[
    int | Fraction,
    PlainValidator(guarded(read_measure)),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]{1,30}(\\.[0-9]{1,30})?$"}]}
    ),
]
Percent = Annotated[str, PlainValidator(guarded(read_percent)), _schema("^[0-9]{1,3}(\\.[0-9]{1,10})? ?%$")]
