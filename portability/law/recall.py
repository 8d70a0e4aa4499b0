"""Remembering what was read from a piece of law, as long as it is the very same piece: reading it twice tells nothing new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")


class Same:
    """A piece of law as a key: equal to itself alone, whatever another piece says.

    >>> law = {"qualifying": "15 years"}
    >>> Same(law) == Same(law), Same(law) == Same(dict(law))
    (True, False)
    """

    __slots__ = ("law",)

    def __init__(self, law: Mapping[str, Any]) -> None:
        self.law = law

    def __hash__(self) -> int:
        return id(self.law)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.law is other.law


def recalled(read: Callable[..., T]) -> Callable[..., T]:
    """A reading of law, given as `Same`, that is done once for each piece and each further argument."""
    return lru_cache(maxsize=1024)(read)
