"""How a State's law turns days into its own units."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeVar

from portability.periods.knobs import known_keys, known_words
from portability.periods.lengths import DAY_SYSTEMS, Number, plain
from portability.periods.stretches import Stretch, gaps, marked_in, merge, owned

Mark = TypeVar("Mark", bound=Hashable)

NAMES = ("months", "weeks", "days", "quarters", "years")
WORDS: Mapping[str, tuple[str, ...]] = {"unit": NAMES, "part": ("any_day", "complete", "proportional")}

_MONTHS = {"months": 1, "quarters": 3, "years": 12}
_LAST = date.max.toordinal()


class Unit(NamedTuple):
    """The unit in which a State counts, and how a dated spell becomes such units.

    `part` says what a calendar unit counts of which only some days are covered:

    - `any_day`: each calendar month, week (Monday to Sunday), quarter or year with a day in it counts one; so a State
      keeps a month of which another State's period leaves it a single day;
    - `complete`: only those covered from their first day to their last;
    - `proportional`: complete calendar months, and each further day a thirtieth of a month (for months, quarters and
      years); each day a seventh of a week.

    Days are calendar days in a seven-day week (or where no week is told), Monday to Saturday in a six-day week, Monday
    to Friday in a five-day week, whatever `part` says.
    """

    name: str
    day_system: int | None = None
    part: str = "any_day"

    @property
    def week(self) -> int | None:
        """The day system of the State's days: the one told, seven for calendar days, else None."""
        return self.day_system or (7 if self.name == "days" else None)

    @classmethod
    def read(cls, told: Mapping[str, object]) -> "Unit":
        """The unit told by the keys `unit`, `part` and `day_system`; ValueError names the key, the word and the remedy.

        >>> Unit.read({"unit": "days", "day_system": 6})
        Unit(name='days', day_system=6, part='any_day')
        """
        known_keys("counts", told, ("unit", "part", "day_system"))
        system = told.get("day_system")
        if system is not None and (isinstance(system, bool) or system not in DAY_SYSTEMS):
            raise ValueError(f"[counts] day_system is {system!r}; a week of insurance has 5, 6 or 7 days")
        week = system if isinstance(system, int) else None
        unit = cls(str(told.get("unit")), week, str(told.get("part", "any_day")))
        known_words("counts", {"unit": unit.name, "part": unit.part}, WORDS)
        return unit


def measure(days: Sequence[Stretch], unit: Unit) -> Number:
    """The length of a set of days in a State's unit.

    >>> first, last = date(2020, 1, 31).toordinal(), date(2020, 3, 15).toordinal()
    >>> [measure([(first, last + 1)], Unit("months", None, part)) for part in ("any_day", "complete", "proportional")]
    [3, 1, Fraction(23, 15)]
    """
    return sum(shares([(first, after, None) for first, after in days], unit).values())


def shares(marked: Sequence[tuple[int, int, Mark]], unit: Unit, counted: Sequence[Stretch] = ()) -> dict[Mark, Number]:
    """What each marked part of a set of days adds to its length; the shares add up to the length of the whole set.

    A calendar unit that two parts share is added by the earlier one (`any_day`) or by the one that completes it. With
    `any_day`, a calendar unit that `counted` touches has been counted before and is left out. `marked` must be in
    order and without overlap.

    >>> may = date(2020, 5, 1).toordinal()
    >>> shares([(may, may + 10, "a"), (may + 20, may + 40, "b")], Unit("months"))
    {'a': 1, 'b': 1}
    """
    added: dict[Mark, Number] = {mark: 0 for _, _, mark in marked}
    if unit.part == "any_day" and unit.name != "days":
        touched = owned([(_index(first, unit), _index(after - 1, unit) + 1, mark) for first, after, mark in marked])
        before = merge((_index(first, unit), _index(after - 1, unit) + 1) for first, after in counted)
        for low, high, mark in marked_in(touched, gaps(before)):
            added[mark] += high - low
        return added
    start, edge, done = 0, 0, Fraction(0)
    for first, after, mark in marked:
        if first != edge:
            start, done = first, Fraction(0)
        length = _length(start, after, unit)
        added[mark] += length - done
        edge, done = after, length
    return {mark: plain(length) for mark, length in added.items()}


def place(length: Number, unit: Unit, free: Sequence[Stretch]) -> tuple[Number, list[Stretch]]:
    """As much of a length without dates as free time holds, laid on its first days; and the time left free.

    Only a free calendar unit holds a unit: a month needs a free month, a working day a free working day.

    >>> free = [(date(2020, 1, 10).toordinal(), date(2020, 5, 1).toordinal())]
    >>> length, left = place(2, Unit("months"), free)
    >>> length, measure(left, Unit("months"))
    (2, 2)
    """
    placed: Number = 0
    left: list[Stretch] = []
    for first, after in free:
        low, high = _whole(first, after, unit)
        room = length - placed
        units = max(0, min(high - low, -(-room.numerator // room.denominator)))
        start, end = (first, first) if units == 0 else (_begin(low, unit), _begin(low + units, unit))
        placed += min(room, units)
        left += [(a, b) for a, b in ((first, start), (end, after)) if a < b]
    return plain(placed), left


def years_of(days: Sequence[Stretch]) -> range:
    """The calendar years from the first day of a set to its last; the set must not be empty.

    >>> years_of([(date(2019, 12, 31).toordinal(), date(2020, 1, 2).toordinal())])
    range(2019, 2021)
    """
    return range(date.fromordinal(days[0][0]).year, date.fromordinal(days[-1][1] - 1).year + 1)


def _length(first: int, after: int, unit: Unit) -> Fraction:
    """The length of one stretch, by complete units or proportionally."""
    if unit.name == "weeks" and unit.part == "proportional":
        return Fraction(after - first, 7)
    if unit.name == "days" or unit.part == "complete":
        low, high = _whole(first, after, unit)
        return Fraction(max(0, high - low))
    months = Unit("months")
    low, high = _whole(first, after, months)
    if high < low:
        return Fraction(after - first, 30 * _MONTHS[unit.name])
    days = _begin(low, months) - first + after - _begin(high, months)
    return (high - low + Fraction(days, 30)) / _MONTHS[unit.name]


def _whole(first: int, after: int, unit: Unit) -> tuple[int, int]:
    """The numbers of the whole units in a stretch, the second one excluded; none where it is not above the first."""
    if unit.name == "days":
        return _index(first, unit), _index(after, unit)
    return _index(first - 1, unit) + 1, _index(after, unit)


def _index(day: int, unit: Unit) -> int:
    """The number of the calendar unit a day lies in, or of working days before it."""
    if unit.name == "weeks":
        return (day - 1) // 7
    if unit.name == "days":
        weeks, rest = divmod(day - 1, 7)
        system = unit.week or 7
        return weeks * system + min(rest, system)
    return _month(day) // _MONTHS[unit.name]


@lru_cache(maxsize=1 << 16)
def _month(day: int) -> int:
    """The number of the calendar month a day lies in."""
    known = date.fromordinal(min(max(day, 1), _LAST))
    return known.year * 12 + known.month - 1 + (day > _LAST) - (day < 1)


def _begin(index: int, unit: Unit) -> int:
    """The first day of a calendar unit, or the day after so many working days."""
    if unit.name == "weeks":
        return index * 7 + 1
    if unit.name == "days":
        weeks, rest = divmod(index - 1, unit.week or 7)
        return weeks * 7 + rest + 2
    year, month = divmod(index * _MONTHS[unit.name], 12)
    return _LAST + 1 if year > date.max.year else date(year, month + 1, 1).toordinal()
