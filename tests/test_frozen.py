"""A frozen record behaves as the standard frozen dataclass does."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.frozen import frozen


@frozen
class Light:
    a: int
    b: str = "b"
    c: tuple[int, ...] = field(default_factory=tuple)
    d: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Standard:
    a: int
    b: str = "b"
    c: tuple[int, ...] = field(default_factory=tuple)
    d: int = field(default=0, compare=False, repr=False)


@frozen(kw_only=True)
class Named:
    a: int = 1
    b: int

    def __post_init__(self) -> None:
        if self.b < self.a:
            raise ValueError("b is below a")

    @property
    def sum(self) -> int:
        return self.a + self.b


GIVEN = st.tuples(
    st.lists(st.integers(0, 2), max_size=5), st.dictionaries(st.sampled_from("abcdx"), st.integers(0, 2), max_size=5)
)


def made(cls: Callable[..., Any], values: list[int], named: dict[str, int]) -> Any:
    """A record as plain values, or the kind of error it raised."""
    try:
        record = cls(*values, **named)
    except TypeError:
        return TypeError
    return dataclasses.astuple(record), repr(record).partition("(")[2], hash(record)


@given(GIVEN)
def test_it_is_made_printed_and_hashed_as_the_standard_one(told: tuple[list[int], dict[str, int]]) -> None:
    assert made(Light, *told) == made(Standard, *told)


@given(st.integers(0, 1), st.integers(0, 1), st.integers(0, 1))
def test_it_is_compared_as_the_standard_one(a: int, b: int, d: int) -> None:
    assert (Light(a, d=d) == Light(b)) == (Standard(a, d=d) == Standard(b))
    assert Light(a) != Standard(a)
    assert Light(a) != a


def test_it_is_frozen_and_has_slots() -> None:
    record = Light(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.a = 2  # type: ignore[misc]  # that is what is refused
    with pytest.raises(dataclasses.FrozenInstanceError):
        del record.a
    with pytest.raises(AttributeError):
        record.e = 2  # type: ignore[attr-defined]  # that is what is refused
    assert not hasattr(record, "__dict__")


def test_it_is_replaced_copied_and_pickled() -> None:
    record = Light(1, c=(2,))
    assert dataclasses.replace(record, a=3) == Light(3, c=(2,))
    assert copy.deepcopy(record) == copy.copy(record) == pickle.loads(pickle.dumps(record)) == record
    assert dataclasses.is_dataclass(record)
    assert [each.name for each in dataclasses.fields(record)] == ["a", "b", "c", "d"]


def test_named_fields_and_what_follows_the_making() -> None:
    assert Named(b=2).sum == 3
    with pytest.raises(ValueError, match="below"):
        Named(b=0)
    with pytest.raises(TypeError):
        Named(1, 2)  # type: ignore[misc]  # that is what is refused
    with pytest.raises(TypeError, match="b is missing"):
        Named()  # type: ignore[call-arg]  # that is what is refused


def test_what_a_class_says_of_itself_holds() -> None:
    @frozen
    class Own:
        a: int

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return True

    assert repr(Own(1)) == "own"
    assert Own(1) == Own(2)
