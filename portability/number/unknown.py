"""Unknown is not zero: a number of which two ends are known, or nothing, and every word on such numbers.

Each word is told once, by what it does to the ends; the ends are known numbers, so one text serves a case and a
column, whose ends are columns. Where the ends meet, the value is known and is returned itself.
"""
# The ends may be of any kind of number, which mypy cannot follow:
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NoReturn, Union

from portability.number import known

if TYPE_CHECKING:
    from portability.number.column import Column, Truth

Number = Union[int, Fraction, "Column", "Unknown"]
YesNo = Union[bool, "Truth", "Unknown"]


NOUGHT, ONE = 0, 1


@dataclass(slots=True, unsafe_hash=True)  # never changed; not frozen, because thousands are made for one decision
class Unknown:
    """A number that is not known: not below `low`, not above `high` (or `endless`), for want of the named facts.

    `low` and `high` are ints, Fractions or Columns; `endless`, a yes/no, says that nothing is known of the upper end,
    and `high` is then 0 and means nothing. For an unknown yes/no, `low` says certainly and `high` possibly.
    Words build it; `unknown` and `unknown_truth` start one.

    >>> 2 * unknown("wage.2009", low=100) + 7
    Unknown(facts=frozenset({'wage.2009'}), low=207, high=0, endless=True)
    >>> 0 * unknown("wage.2009")
    0
    """

    facts: frozenset[str]
    low: Any  # int | Fraction | Column, or bool | Truth
    high: Any
    endless: Any = False  # bool | Truth

    @property
    def kind(self) -> str:
        return known.kind(self.low)

    def __bool__(self) -> NoReturn:
        raise TypeError("an unknown cannot be asked with if, and, or, not: use choose, all_of, any_of, opposite")

    def __add__(self, other: Number) -> Number:
        return self if other is NOUGHT and type(self.low) in known.EXACT else plus(self, other)

    __radd__ = __add__

    def __mul__(self, other: Number) -> Number:
        if (other is NOUGHT or other is ONE) and type(self.low) in known.EXACT:  # often so: nothing to reckon
            return self if other else NOUGHT
        return times(self, other)

    __rmul__ = __mul__


def unknown(*facts: str, low: Any = 0, high: Any = None, endless: Any = None) -> Number:
    """A number unknown for want of the named facts, not below `low` and, where `high` is given, not above it.

    Numbers in the caller's unit. Ends that meet give the known number. For the rows of a population the ends may be
    columns, and `endless` a yes/no a row. Raises ValueError where an exact high end lies below the low one.

    >>> unknown("xb.wage", high=500)
    Unknown(facts=frozenset({'xb.wage'}), low=0, high=500, endless=False)
    """
    if endless is None:
        endless = high is None
    high = 0 if high is None else high
    if endless is False and not known.everywhere(known.reaches(high, low)):
        raise ValueError(f"an unknown has its low end below its high one; {low} is above {high}")
    return spanning(frozenset(facts), low, high, endless)


def unknown_truth(*facts: str) -> Unknown:
    """A yes or no that is unknown for want of the named facts.

    >>> unknown_truth("xa.nationality").kind
    'yesno'
    """
    return Unknown(frozenset(facts), False, True)


def spanning(facts: frozenset[str], low: Any, high: Any, endless: Any = False) -> Number:
    """The number between two ends: known where they meet."""
    if type(endless) is bool and type(low) in known.EXACT and type(high) in known.EXACT:  # one person: the common case
        if endless:
            return Unknown(facts, low, 0, True)
        return low if low == high else Unknown(facts, low, high)
    if endless is True or known.everywhere(endless):
        return Unknown(facts, low, 0, True)
    if known.everywhere(endless ^ True):
        return low if known.everywhere(known.same(low, high)) else Unknown(facts, low, high)
    return Unknown(facts, low, known.choose(endless, 0, high), endless)


def between(facts: frozenset[str], certainly: Any, possibly: Any) -> YesNo:
    """The yes/no between certainly and possibly: known where they agree."""
    if type(certainly) is bool and type(possibly) is bool:
        return certainly if certainly is possibly else Unknown(facts, certainly, possibly)
    return certainly if known.everywhere(certainly ^ possibly ^ True) else Unknown(facts, certainly, possibly)


def facts_of(*values: Any) -> frozenset[str]:
    """The facts that values want, together."""
    found: frozenset[str] = frozenset()
    for value in values:
        if type(value) is Unknown and value.facts is not found:
            found = value.facts if not found else found | value.facts
    return found


def _number(x: Any) -> tuple[Any, Any, Any]:
    if type(x) in known.EXACT:
        return x, x, False
    if type(x) is Unknown and type(x.low) in known.EXACT:
        return x.low, x.high, x.endless
    if known.kind(x) != "number":
        raise TypeError(f"{x!r} is a yes/no where a number is wanted")
    return (x.low, x.high, x.endless) if type(x) is Unknown else (x, x, False)


def _answer(x: Any) -> tuple[Any, Any]:
    if type(x) is bool:
        return x, x
    if type(x) is Unknown and type(x.low) is bool:
        return x.low, x.high
    if known.kind(x) != "yesno":
        raise TypeError(f"{x!r} is a number where a yes/no is wanted")
    return (x.low, x.high) if type(x) is Unknown else (x, x)


def is_known(x: Any) -> YesNo:
    if type(x) is not Unknown:
        return True
    if x.kind == "yesno":
        return x.low ^ x.high ^ True
    return known.same(x.low, x.high) & (x.endless ^ True)


def plus(a: Any, b: Any) -> Number:
    (la, ha, ea), (lb, hb, eb) = _number(a), _number(b)
    low = lb if la is NOUGHT else la if lb is NOUGHT else la + lb
    endless = ea | eb
    return spanning(facts_of(a, b), low, NOUGHT if endless is True else ha + hb, endless)


def times(a: Any, b: Any) -> Number:
    """The product; nought times an unknown is nought."""
    (la, ha, ea), (lb, hb, eb) = _number(a), _number(b)
    if type(ha) in known.EXACT and type(hb) in known.EXACT:  # one person: the common case
        can_a, can_b = ha > 0 or ea, hb > 0 or eb
    else:
        can_a, can_b = known.exceeds(ha, 0) | ea, known.exceeds(hb, 0) | eb
    low = NOUGHT if la is NOUGHT or lb is NOUGHT else la * lb
    endless = (ea & can_b) | (eb & can_a)
    return spanning(facts_of(a, b), low, NOUGHT if endless is True else ha * hb, endless)


def reaches(a: Any, b: Any) -> YesNo:
    (la, ha, ea), (lb, hb, eb) = _number(a), _number(b)
    return between(facts_of(a, b), known.reaches(la, hb) & (eb ^ True), known.reaches(ha, lb) | ea)


def exceeds(a: Any, b: Any) -> YesNo:
    (la, ha, ea), (lb, hb, eb) = _number(a), _number(b)
    return between(facts_of(a, b), known.exceeds(la, hb) & (eb ^ True), known.exceeds(ha, lb) | ea)


def same(a: Any, b: Any) -> YesNo:
    (la, ha, ea), (lb, hb, eb) = _number(a), _number(b)
    both_known: Any = is_known(a)
    both_known = both_known & is_known(b)
    overlap = (known.reaches(ha, lb) | ea) & (known.reaches(hb, la) | eb)
    return between(facts_of(a, b), both_known & known.same(la, lb), overlap)


def not_below(a: Any, floor: Any) -> Number:
    (la, ha, ea), (lb, hb, eb) = _number(a), _number(floor)
    return spanning(facts_of(a, floor), known.not_below(la, lb), known.not_below(ha, hb), ea | eb)


def not_above(a: Any, cap: Any) -> Number:
    (la, ha, ea), (lb, hb, eb) = _number(a), _number(cap)
    high = known.choose(ea, hb, known.choose(eb, ha, known.not_above(ha, hb)))
    return spanning(facts_of(a, cap), known.not_above(la, lb), high, ea & eb)


def excess(a: Any, over: Any) -> Number:
    (la, ha, ea), (lo, ho, eo) = _number(a), _number(over)
    low = NOUGHT if eo is True else known.choose(eo, 0, known.excess(la, ho))
    return spanning(facts_of(a, over), low, known.excess(ha, lo), ea)


def ratio(a: Any, b: Any, if_none: Any) -> Number:
    (la, ha, ea), (lb, hb, eb) = _number(a), _number(b)
    if type(b) in known.EXACT and type(la) in known.EXACT and type(ha) in known.EXACT:  # one person: the common case
        return spanning(facts_of(a), Fraction(la, b), Fraction(ha, b), ea) if b else if_none
    low = known.choose(eb, 0, known.ratio(la, hb, 0))
    endless = ea | (known.same(lb, 0) & known.exceeds(ha, 0))
    quotient = spanning(facts_of(a, b), low, known.ratio(ha, lb, 0), endless)
    return choose(same(b, 0), if_none, quotient)


def choose(test: Any, yes: Any, no: Any) -> Any:
    """One or the other; where the test is unknown, known only so far as both sides agree."""
    certain, possible = _answer(test)
    if certain is possible and type(certain) is bool:
        return yes if certain else no
    facts = facts_of(test, yes, no)

    def pick(if_certain: Any, if_open: Any, if_not: Any) -> Any:
        if certain is False and possible is True:  # one person
            return if_open
        return known.choose(certain, if_certain, known.choose(possible, if_open, if_not))

    if type(yes) not in known.EXACT and known.kind(yes) == "yesno":
        (ly, hy), (ln, hn) = _answer(yes), _answer(no)
        return between(facts, pick(ly, ly & ln, ln), pick(hy, hy | hn, hn))
    (ly, hy, ey), (ln, hn, en) = _number(yes), _number(no)
    low = pick(ly, known.not_above(ly, ln), ln)
    return spanning(facts, low, pick(hy, known.not_below(hy, hn), hn), pick(ey, ey | en, en))


def both(a: Any, b: Any) -> YesNo:
    (la, ha), (lb, hb) = _answer(a), _answer(b)
    return between(facts_of(a, b), la & lb, ha & hb)


def either(a: Any, b: Any) -> YesNo:
    (la, ha), (lb, hb) = _answer(a), _answer(b)
    return between(facts_of(a, b), la | lb, ha | hb)


def opposite(test: Any) -> YesNo:
    low, high = _answer(test)
    return between(facts_of(test), high ^ True, low ^ True)


def round_to(x: Any, unit: int | Fraction, way: str) -> Number:
    low, high, endless = _number(x)
    return spanning(facts_of(x), known.round_to(low, unit, way), known.round_to(high, unit, way), endless)


def each_end(x: Unknown, change: Any) -> Any:
    """An unknown whose ends are changed alike, such as by taking rows; known where they then meet."""
    low, high = change(x.low), change(x.high)
    if x.kind == "yesno":
        return between(x.facts, low, high)
    return spanning(x.facts, low, high, change(x.endless))
