"""Holds that a function of numbers answers the same for one person and for the rows of a population.

`check_same(function, kinds)` draws arguments by kind: known, unknown and nought, with many ties and now and then
numbers larger than int64 holds. It then makes every argument in turn a column of several rows, and all of them
together, and holds each row's answer to the answer on exact numbers: the value, or both ends where it is unknown.
A row of a column may be known where another is not.

Kinds: "number", "yesno", "numbers" and "yesnos" (one a member), "runs", "rows" (the steps of a table, in rising order),
"rounding"; a kind with "?" after it may be None, for all rows alike; anything but a text is passed as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from portability.number.column import Column, Truth
from portability.number.rounding import WAYS, Rounding
from portability.number.unknown import Unknown, spanning, unknown, unknown_truth

known_numbers = st.one_of(
    st.just(0),
    st.integers(0, 4),
    st.builds(Fraction, st.integers(0, 24), st.sampled_from((1, 2, 3, 12))),
    st.builds(Fraction, st.integers(2**38, 2**44), st.sampled_from((1, 7))),
    st.builds(Fraction, st.integers(2**61, 2**64), st.sampled_from((1, 7))),
)
unknown_numbers = st.one_of(
    st.builds(lambda low: unknown("a", low=low), known_numbers),
    st.builds(lambda low, more: unknown("b", low=low, high=low + more), known_numbers, known_numbers),
)
numbers = st.one_of(known_numbers, known_numbers, unknown_numbers)
yesnos = st.one_of(st.booleans(), st.booleans(), st.just(unknown_truth("c")))
units = st.sampled_from((Fraction(1, 100), Fraction(1), Fraction(5), Fraction(1, 3), Fraction(7, 20)))


def one(kind: Any, members: int, way: str) -> st.SearchStrategy[Any]:
    """Values of a kind for one person."""
    many = {"min_size": members, "max_size": members}
    kinds = {
        "number": numbers,
        "yesno": yesnos,
        "numbers": st.lists(numbers, **many),
        "yesnos": st.lists(yesnos, **many),
        "runs": st.lists(st.tuples(numbers, numbers), **many).map(tuple),
        "rows": st.lists(st.tuples(numbers, numbers), **many).map(lambda rows: sorted(rows, key=_threshold)),
        "rounding": units.map(lambda unit: Rounding(unit, way, "s. 1", "official")),
    }
    return kinds[kind] if isinstance(kind, str) else st.just(kind)


def _threshold(row: tuple[Any, Any]) -> Any:
    return getattr(row[0], "low", row[0])


def stacked(values: Sequence[Any]) -> Any:
    """The values of several persons as one value with a row each.

    >>> stacked([1, Fraction(1, 2)]).exact()
    [Fraction(1, 1), Fraction(1, 2)]
    """
    first = values[0]
    if isinstance(first, (list, tuple)):
        return type(first)(stacked(members) for members in zip(*values, strict=True))
    if isinstance(first, Rounding):
        return replace(first, unit=stacked([rounding.unit for rounding in values]))
    if isinstance(first, bool) or getattr(first, "kind", "") == "yesno":
        ends = [(v.low, v.high) if isinstance(v, Unknown) else (v, v) for v in values]
        low, high = (Truth.of(end) for end in zip(*ends, strict=True))
        unknown_rows = any(isinstance(v, Unknown) for v in values)
        return Unknown(frozenset("c"), low, high) if unknown_rows else low
    if not isinstance(first, (int, Fraction, Unknown)):
        return first
    low, high, endless = zip(*(_ends(v) for v in values), strict=True)
    return spanning(frozenset("ab"), Column.of(low), Column.of(high), Truth.of(endless))


def row(value: Any, r: int) -> Any:
    """One row of an answer, as the exact answer would be: known where its ends meet."""
    if isinstance(value, (list, tuple)):
        return type(value)(row(member, r) for member in value)
    if isinstance(value, (Column, Truth)):
        return value.exact()[r]
    if isinstance(value, Unknown):
        low, high, endless = row(value.low, r), row(value.high, r), row(value.endless, r)
        return low if low == high and not endless else Unknown(value.facts, low, high, endless)
    return value


def said(value: Any) -> Any:
    """What an exact answer says, to compare: its ends, and whether it is a yes/no."""
    if isinstance(value, (list, tuple)):
        return [said(member) for member in value]
    if value is None or isinstance(value, str):
        return value
    assert isinstance(value, (bool, int, Fraction, Unknown)), f"{value!r} is no exact answer"
    return (*_ends(value), isinstance(value, bool) or getattr(value, "kind", "") == "yesno")


def said_of_runs(runs: Any) -> list[Any]:
    """What runs say, however they are cut: lengths of one amount after another are one run."""
    result: list[Any] = []
    for amount, length in runs:
        if result and said(amount) == said(result[-1][0]):
            result[-1] = (amount, result[-1][1] + length)
        elif said(length)[:3] != (0, 0, False):
            result.append((amount, length))
    return said(result)


def _ends(value: Any) -> tuple[Any, Any, Any]:
    return (value.low, value.high, value.endless) if isinstance(value, Unknown) else (value, value, False)


def check_same(
    function: Callable[..., Any],
    kinds: Sequence[Any] | Mapping[str, Any],
    *,
    examples: int = 60,
    size: int = 3,
    gives_runs: bool = False,
) -> None:
    """Assert that a function gives a row of columns what it gives a person, every argument in turn being a column.

    `kinds`: the kinds of the arguments in order, or by name. `gives_runs`: the answer is runs, which may be cut
    otherwise for one person than for rows.
    """
    names = list(kinds) if isinstance(kinds, Mapping) else [str(place) for place in range(len(kinds))]
    wanted = list(kinds.values()) if isinstance(kinds, Mapping) else list(kinds)
    say = said_of_runs if gives_runs else said

    def call(arguments: Sequence[Any]) -> Any:
        if isinstance(kinds, Mapping):
            return function(**dict(zip(names, arguments, strict=True)))
        return function(*arguments)

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        members, way = data.draw(st.integers(1, 3), "members"), data.draw(st.sampled_from(WAYS), "way")
        drawn = []
        for name, kind in zip(names, wanted, strict=True):
            absent = isinstance(kind, str) and kind.endswith("?") and data.draw(st.booleans(), f"no {name}")
            drawn_kind = kind.rstrip("?") if isinstance(kind, str) else kind
            strategy = st.none() if absent else one(drawn_kind, members, way)
            drawn.append([data.draw(strategy, f"{name}, row {r}") for r in range(size)])
        for in_rows in [{place} for place in range(len(wanted))] + [set(range(len(wanted)))]:
            mixed = [stacked(v) if place in in_rows else v[0] for place, v in enumerate(drawn)]
            answer = call(mixed)
            for r in range(size):
                exact = call([v[r] if place in in_rows else v[0] for place, v in enumerate(drawn)])
                event("unknown" if isinstance(exact, Unknown) else "known")
                found = row(answer, r)
                assert say(found) == say(exact), f"arguments {sorted(in_rows)} in rows, row {r}: {found} for {exact}"

    holds()


def instance(data: st.DataObject, value: Any) -> Any:
    """A known value that an unknown one may turn out to be."""
    if isinstance(value, (list, tuple)):
        return type(value)(instance(data, member) for member in value)
    if not isinstance(value, Unknown):
        return value
    if value.kind == "yesno":
        return data.draw(st.booleans())
    share = data.draw(st.sampled_from((Fraction(0), Fraction(1, 3), Fraction(1))))
    reach = data.draw(known_numbers) if value.endless else value.high - value.low
    return value.low + share * reach


def lies_in(found: Any, answer: Any) -> bool:
    """Whether a known answer is one that the answer on unknowns allows."""
    if isinstance(answer, (list, tuple)):
        return all(lies_in(f, a) for f, a in zip(found, answer, strict=True))
    low, high, endless = _ends(answer)
    return bool(low <= found and (endless or found <= high))


