"""Lengths brought from one unit into another, as an instrument says.

The figures (days a week, months a quarter, yearly caps) are data: a `ConversionTable`. What is fixed here is the order:
all lengths of one operation are brought exactly into the unit asked for and added, the sum is rounded once, then
bounded by the yearly cap and floor. An instrument may round only what all operations of a scheme add up to.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from fractions import Fraction

from portability.frozen import frozen
from portability.periods.knobs import known_keys, known_words
from portability.periods.lengths import DAY_SYSTEMS, Length, Number, plain
from portability.periods.units import NAMES, Unit

__all__ = [
    "ConversionTable",
    "Length",
    "NoRoute",
    "Row",
    "convert",
    "convert_together",
    "exactly",
    "most_a_year",
    "same_unit",
]

WORDS: Mapping[str, tuple[str | None, ...]] = {
    "rounding": ("up", "down", "none"),
    "rounding_scope": ("per_operation", "total"),
    "per": ("aggregate", "as_notified"),
    "day_route": ("months", "weeks", "hours"),
    "weeks_to_quarters": ("13_weeks", "through_days"),
    "aggregate_cap": ("times_years", "none"),
    "same_unit": ("untouched", "capped"),
    "credited": ("added", "calendar_quarters"),
    "unit": (None, *NAMES),
}

_BY_SIZE = ("days", "weeks", "months", "quarters", "years")
_ROW = re.compile(r"\s*([0-9])\s*:((?:\s+(?:[0-9]+|-)){5})\s*")
_NUMBERS = ("quarter_months", "quarter_weeks", "year_weeks", "week_month_row")
_TRUTHS = ("annual_cap", "annual_floor")


class NoRoute(ValueError):
    """The table has no figure that leads from one unit to the other; the length stays unknown in that unit."""


@frozen
class Row:
    """What a day is worth where a week of insurance has so many days; None where the instrument gives no figure.

    >>> Row.read("6: 8 6 26 78 312")
    Row(system=6, hours=8, week=6, month=26, quarter=78, year=312)
    """

    system: int
    hours: int | None
    week: int | None
    month: int | None
    quarter: int | None
    year: int | None

    @classmethod
    def read(cls, text: str) -> "Row":
        """The row told as "system: hours/day days/week days/month days/quarter max-days/year", "-" for no figure."""
        found = _ROW.fullmatch(text)
        if found is None or int(found[1]) not in DAY_SYSTEMS:
            raise ValueError(
                f'[conversion] rows has "{text}". Write a week of 5, 6 or 7 days, then hours a day, days a week, '
                'days a month, days a quarter, most days a year ("-" for no figure): "6: 8 6 26 78 312"'
            )
        figures = [None if word == "-" else int(word) for word in found[2].split()]
        if 0 in figures:
            raise ValueError(f'[conversion] rows has "{text}" with a nought. Write "-" where there is no figure')
        return cls(int(found[1]), *figures)


@frozen
class ConversionTable:
    """The conversion chapter of an instrument.

    - `rows`: what a day is worth in a week of 5, 6 and 7 days.
    - `quarter_months`, `quarter_weeks`, `year_weeks`: plain relations; a year has twelve months.
    - `week_month_row`: the row through which weeks become months and back (and hours become days, where nobody told
      the day system).
    - `rounding`: a fraction left is rounded `up` to the next whole unit, `down`, or kept (`none`).
    - `rounding_scope`: rounded is what one operation leaves (`per_operation`), or all operations of a scheme (`total`).
    - `annual_cap`, `annual_floor`: a calendar year gives no more than the unit's yearly most; and no less, where the
      length notified was the yearly most of its own unit.
    - `per`: one operation on the `aggregate` of a scheme; or `as_notified`: one for each calendar year where periods
      lie within one year, one for each longer or undated certified length, one for longer dated spells together.
    - `day_route`: days of one week become days of another through `months`, `weeks` or `hours`.
    - `weeks_to_quarters`: by `13_weeks` (the figure `quarter_weeks`), or `through_days` of the week-month row.
    - `aggregate_cap`: cap and floor of a length notified for several years: `times_years`, or `none`.
    - `same_unit`: a length already in the unit asked for and above its yearly most stays `untouched`, or is `capped`.
    - `credited`: dated lengths brought into quarters are `added`; or laid on `calendar_quarters`, each of which counts once.
    - `unit`: the instrument's own unit, in which every State's lengths are counted; None: each State's own.

    >>> ConversionTable.read({"rows": ["6: 8 6 26 78 312"], "quarter_months": "3", "rounding": "up"}).quarter_months
    3
    """

    rows: tuple[Row, ...] = ()
    quarter_months: int | None = None
    quarter_weeks: int | None = None
    year_weeks: int | None = None
    week_month_row: int | None = None
    rounding: str = "none"
    rounding_scope: str = "per_operation"
    annual_cap: bool = False
    annual_floor: bool = False
    per: str = "aggregate"
    day_route: str = "months"
    weeks_to_quarters: str = "13_weeks"
    aggregate_cap: str = "times_years"
    same_unit: str = "untouched"
    credited: str = "added"
    unit: str | None = None

    def __post_init__(self) -> None:
        known_words("conversion", {key: getattr(self, key) for key in WORDS}, WORDS)
        systems = [row.system for row in self.rows]
        if len(set(systems)) < len(systems):
            raise ValueError("[conversion] rows has two rows for the same week. Keep one for each of 5, 6 and 7 days")
        if self.week_month_row is not None and self.week_month_row not in systems:
            raise ValueError(f"[conversion] week_month_row is {self.week_month_row}, and rows has no such row. Add it")

    @classmethod
    def read(cls, told: Mapping[str, object]) -> "ConversionTable":
        """The table told by key, as in `[conversion]` of a law file; ValueError names the key and the remedy."""
        known_keys("conversion", told, [each.name for each in fields(cls)])
        values = dict(told)
        rows = values.pop("rows", ())
        if isinstance(rows, str) or not isinstance(rows, (list, tuple)):
            raise ValueError(f'[conversion] rows is {rows!r}, not a list. Write rows such as "6: 8 6 26 78 312"')
        for key in _NUMBERS:
            if values.get(key) is not None:
                values[key] = _positive(key, values[key])
        for key in _TRUTHS:
            if not isinstance(values.get(key, False), bool):
                raise ValueError(f"[conversion] {key} is {values[key]!r}. Write true or false")
        return cls(rows=tuple(Row.read(str(row)) for row in rows), **values)  # type: ignore[arg-type]  # checked above

    def row(self, system: int | None) -> Row:
        """The row of a day system; NoRoute where nobody told the system, or the table has no such row."""
        if system is None:
            raise NoRoute("a length in days needs its day system (a week of 5, 6 or 7 days)")
        for row in self.rows:
            if row.system == system:
                return row
        raise NoRoute(f"the instrument has no row for a {system}-day week")


def exactly(length: Length, to: Unit, table: ConversionTable) -> Fraction:
    """A length in another unit, before any rounding. Raises NoRoute where the table has no figure for it.

    >>> art_13 = ConversionTable.read({"rows": ["6: 8 6 26 78 312"], "week_month_row": "6"})
    >>> exactly(Length("weeks", 100), Unit("months"), art_13)
    Fraction(300, 13)
    """
    unit, value = length.unit, Fraction(length.value)
    system = length.day_system
    if unit == "hours":
        if system is None:
            system = to.week if to.name == "days" else table.week_month_row
        unit, value = "days", value / _known(table.row(system).hours, "hours a day")
    if unit == to.name == "days":
        if system == to.week:
            return value
        source, target = table.row(system), table.row(to.week)
        if table.day_route == "hours":
            return value * _known(source.hours, "hours a day") / _known(target.hours, "hours a day")
        name = table.day_route[:-1]
        return value / _known(getattr(source, name), f"days a {name}") * _known(getattr(target, name), f"days a {name}")
    if unit == to.name:
        return value
    if _BY_SIZE.index(unit) > _BY_SIZE.index(to.name):
        return value * _times(unit, to.name, to.week, table)
    return value / _times(to.name, unit, system, table)


def same_unit(length: Length, to: Unit) -> bool:
    """Whether a length is told in the very unit asked for, so that nothing is converted."""
    return length.unit == to.name and (length.unit != "days" or length.day_system == to.week)


def convert(length: Length, to: Unit, table: ConversionTable, years: int | None = None) -> Length:
    """A length in another unit, rounded and bounded as the table says.

    `years` is the number of calendar years for which it was notified; None where nobody knows: then no yearly cap or
    floor can apply. Raises NoRoute where the table has no figure for it.

    >>> table = ConversionTable.read({"rows": ["6: 8 6 26 78 312"], "week_month_row": "6", "rounding": "up"})
    >>> str(convert(Length("weeks", 100), Unit("months"), table))
    '24 months'
    """
    return convert_together([length], to, table, years)


def convert_together(lengths: Iterable[Length], to: Unit, table: ConversionTable, years: int | None = None) -> Length:
    """Several lengths in another unit, in one operation: their exact sum is rounded once, then bounded.

    >>> table = ConversionTable.read({"rows": ["7: 6 7 30 90 360"], "rounding": "up"})
    >>> parts = [Length("months", 121), Length("days", 13, 7), Length("months", 53), Length("days", 26, 7)]
    >>> str(convert_together(parts, Unit("months"), table))
    '176 months'
    """
    lengths = list(lengths)
    value = sum((exactly(each, to, table) for each in lengths), Fraction(0))
    if table.rounding_scope == "per_operation":
        value = rounded(value, table)
    same = all(same_unit(each, to) for each in lengths)
    bounded = years is not None and (years == 1 or table.aggregate_cap == "times_years")
    if years is not None and bounded and not (same and table.same_unit == "untouched"):
        most = most_a_year(to.name, to.week, table)
        if most is not None and table.annual_floor and _full_years(lengths, table) >= years:
            value = max(value, Fraction(years * most))
        if most is not None and table.annual_cap:
            value = min(value, Fraction(years * most))
    return Length(to.name, plain(value), to.week if to.name == "days" else None)


def rounded(value: Fraction, table: ConversionTable) -> Fraction:
    """A length as the instrument rounds it to whole units.

    >>> [str(rounded(Fraction(7, 3), ConversionTable(rounding=way))) for way in ("up", "down", "none")]
    ['3', '2', '7/3']
    """
    if table.rounding == "none":
        return value
    whole = value.numerator // value.denominator
    return Fraction(whole if table.rounding == "down" or whole == value else whole + 1)


def most_a_year(unit: str, system: int | None, table: ConversionTable) -> Number | None:
    """The most of a unit that one calendar year can give, or None where the table does not say.

    >>> most_a_year("days", 5, ConversionTable.read({"rows": ["5: 9 5 22 66 264"]}))
    264
    """
    try:
        if unit == "hours":
            row = table.row(system or table.week_month_row)
            return _known(row.hours, "hours a day") * _known(row.year, "days a year")
        return 1 if unit == "years" else plain(_times("years", unit, system, table))
    except NoRoute:
        return None


def _times(larger: str, smaller: str, system: int | None, table: ConversionTable) -> Fraction:
    """How many of the smaller unit the table counts for one of the larger."""
    singular = larger[:-1]
    if smaller == "days":
        return Fraction(_known(getattr(table.row(system), singular), f"days a {singular}"))
    if smaller == "weeks":
        if larger == "years":
            return Fraction(_known(table.year_weeks, "weeks a year"))
        if larger == "quarters" and table.weeks_to_quarters == "13_weeks":
            return Fraction(_known(table.quarter_weeks, "weeks a quarter"))
        row = table.row(table.week_month_row)
        return Fraction(_known(getattr(row, singular), f"days a {singular}"), _known(row.week, "days a week"))
    if smaller == "months":
        return Fraction(12 if larger == "years" else _known(table.quarter_months, "months a quarter"))
    return Fraction(12, _known(table.quarter_months, "months a quarter"))


def _full_years(lengths: Iterable[Length], table: ConversionTable) -> Fraction:
    """How many times the lengths hold the yearly most of their own units; nought where that is not known."""
    full = Fraction(0)
    for each in lengths:
        most = most_a_year(each.unit, each.day_system, table)
        full += Fraction(each.value) / most if most else 0
    return full


def _known(figure: int | None, what: str) -> int:
    if figure is None:
        raise NoRoute(f"the instrument gives no figure for {what}")
    return figure


def _positive(key: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if isinstance(value, str) and re.fullmatch("0*[1-9][0-9]*", value):
        return int(value)
    raise ValueError(f'[conversion] {key} is {value!r}. Write a whole number above nought, such as "13"')
