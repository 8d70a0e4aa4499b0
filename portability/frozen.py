"""Frozen records that cost next to nothing to define.

`dataclasses.dataclass` compiles six functions for every class: some sixty classes were a fifth of a whole decision at
the command line. These records are dataclasses too (`fields`, `replace` and schemas know them), and share six functions
instead. Making one costs about as much as before.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, TypeVar, cast, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """A frozen dataclass with slots, whose functions are shared and not compiled.

    >>> @frozen(kw_only=True)
    ... class Length:
    ...     unit: str = "months"
    ...     value: int
    >>> Length(value=12)
    Length(unit='months', value=12)
    """

    def make(cls: type[T]) -> type[T]:
        made = dataclass(init=False, repr=False, eq=False, kw_only=kw_only, slots=True)(cls)
        for function in SHARED:
            if function.__name__ not in cls.__dict__:
                setattr(made, function.__name__, function)
        _prepare(made)
        if "__eq__" not in cls.__dict__:
            made.__hash__ = __hash__  # type: ignore[method-assign]  # one function for every class
        return made

    return make if cls is None else make(cls)


def _prepare(made: Any) -> None:
    """Lay down what the shared functions go by: the fields, and for each how its slot is filled."""
    made.__told__ = fields(made)
    ordered = sorted(made.__told__, key=lambda each: each.kw_only)  # by place first, then by name only
    made.__places__ = tuple((e.name, getattr(made, e.name).__set__, e.default, e.default_factory) for e in ordered)
    made.__puts__ = tuple((name, put) for name, put, *_ in made.__places__)
    made.__puts_by_place__ = tuple(put for _, put in made.__puts__)
    made.__by_place__ = sum(not each.kw_only for each in ordered)
    made.__follows__ = hasattr(made, "__post_init__")


def replaced(record: T, **changes: Any) -> T:
    """A record with some of its fields changed: what `dataclasses.replace` does, in half the time.

    >>> @frozen
    ... class Place:
    ...     state: str
    ...     scheme: str
    >>> replaced(Place("XA", "general"), state="XB")
    Place(state='XB', scheme='general')
    """
    kind: Any = type(record)
    made = object.__new__(kind)
    for name, put in kind.__puts__:
        put(made, changes.pop(name) if name in changes else getattr(record, name))
    if changes:
        raise TypeError(f"{kind.__name__} has no {', '.join(changes)}")
    if kind.__follows__:
        made.__post_init__()
    return cast(T, made)


def __init__(self: Any, *values: Any, **named: Any) -> None:
    puts = self.__puts__
    if not values and len(named) == len(puts):  # everything is named
        for name, put in puts:
            if name not in named:
                break
            put(self, named[name])
        else:
            if self.__follows__:
                self.__post_init__()
            return
    if not named and len(values) == self.__by_place__ == len(puts):  # everything stands in its place
        for put, value in zip(self.__puts_by_place__, values):  # noqa: B905  (as many of both)
            put(self, value)
        if self.__follows__:
            self.__post_init__()
        return
    places = self.__places__
    if values:
        if len(values) > self.__by_place__:
            raise TypeError(f"{type(self).__name__} takes {self.__by_place__} values by place, not {len(values)}")
        for (_, put, _, _), value in zip(places, values, strict=False):
            put(self, value)
        places = places[len(values) :]
    take = named.pop
    for name, put, default, factory in places:
        value = take(name, default)
        if value is MISSING:
            if factory is MISSING:
                raise TypeError(f"{type(self).__name__}: {name} is missing")
            value = factory()
        put(self, value)
    if named:
        raise TypeError(f"{type(self).__name__} has no {', '.join(named)}, or has it already")
    if self.__follows__:
        self.__post_init__()


def __repr__(self: Any) -> str:
    told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in self.__told__ if each.repr)
    return f"{type(self).__qualname__.rpartition('.')[2]}({told})"


def __eq__(self: Any, other: object) -> Any:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def __hash__(self: Any) -> int:
    return hash(_values(self))


def __setattr__(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def __delattr__(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def __getstate__(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, each.name) for each in self.__told__)


def __setstate__(self: Any, state: tuple[Any, ...]) -> None:
    for each, value in zip(self.__told__, state, strict=True):
        object.__setattr__(self, each.name, value)


def _values(record: Any) -> tuple[Any, ...]:
    return tuple(getattr(record, each.name) for each in record.__told__ if each.compare)


SHARED: tuple[Callable[..., Any], ...] = (
    __init__, __repr__, __eq__, __setattr__, __delattr__, __getstate__, __setstate__,
)  # fmt: skip
