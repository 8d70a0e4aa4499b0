"""Lengths as institutions certify them: a number of years, quarters, months, weeks, days or hours."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias

Number: TypeAlias = int | Fraction

UNITS = ("years", "quarters", "months", "weeks", "days", "hours")
DAY_SYSTEMS = (5, 6, 7)

_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+|/0*[1-9][0-9]*)?")


class Length(NamedTuple):
    """So many units of time. Days, and hours where known, say in which week they count: of 5, 6 or 7 days."""

    unit: str
    value: Number
    day_system: int | None = None

    def __str__(self) -> str:
        week = f" ({self.day_system}-day week)" if self.day_system else ""
        return f"{self.value} {self.unit}{week}"


def plain(value: Number) -> Number:
    """The same number, as an integer where it is whole.

    >>> plain(Fraction(6, 2)), plain(Fraction(7, 2))
    (3, Fraction(7, 2))
    """
    return value.numerator if value.denominator == 1 else value


def certified(fields: Mapping[str, object]) -> tuple[Length, ...]:
    """A certified length, told by unit, as lengths in the order years to hours; fields that are None were not told.

    `day_system` belongs to days and hours. Values are integers, fractions, or text such as "12", "2.5" and "1/3".
    Raises ValueError with what is wrong and what to write.

    >>> certified({"years": 2, "days": "12.5", "day_system": 6})
    (Length(unit='years', value=2, day_system=None), Length(unit='days', value=Fraction(25, 2), day_system=6))
    """
    told = {name: value for name, value in fields.items() if value is not None}
    system = told.pop("day_system", None)
    unknown = [name for name in told if name not in UNITS]
    if unknown:
        raise ValueError(f'"{unknown[0]}" is not a unit of a certified length. Allowed: {", ".join(UNITS)}, day_system')
    if not told:
        raise ValueError(f"a certified length needs at least one of {', '.join(UNITS)}")
    if isinstance(system, bool) or system not in (None, *DAY_SYSTEMS):
        raise ValueError(f"day_system is {system!r}; a week of insurance has 5, 6 or 7 days. Write 5, 6 or 7")
    if system is not None and not {"days", "hours"} & told.keys():
        raise ValueError("day_system says how days or hours are counted, and there are none. Leave it out")
    week = system if isinstance(system, int) else None
    return tuple(
        Length(unit, _number(unit, told[unit]), week if unit in ("days", "hours") else None)
        for unit in UNITS
        if unit in told
    )


def _number(unit: str, value: object) -> Number:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        return plain(Fraction(value))
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool) and value >= 0:
        return plain(value)
    raise ValueError(f'{unit} is {value!r}, not a length. Write a whole number, or a decimal as text such as "2.5"')
