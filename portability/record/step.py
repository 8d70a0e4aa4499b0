"""A value and where it comes from: a fact that was given, or a step that a rule took.

Rules see bare numbers; stages pass `Told` values. Nothing else traces a decision.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from portability.citation import Citation


class Place(NamedTuple):
    """Where a step stands: branch, beneficiary, State and scheme or instrument, variant.

    >>> Place("old_age", "insured", "XA.xa-general", "alone").id("pro_rata")
    'old_age/insured/XA.xa-general/alone/pro_rata'
    >>> Place("old_age", "insured", "xw-higher", "").id("total")
    'old_age/insured/xw-higher/total'
    """

    branch: str
    beneficiary: str
    where: str
    variant: str = ""

    def id(self, rule: str) -> str:
        """The address of a rule's step at this place: the same in every decision of the case."""
        return "/".join(part for part in (self.branch, self.beneficiary, self.where, self.variant, rule) if part)


def instrument_of(variant: str) -> str:
    """The instrument in the name of a variant; empty where national law alone is applied, or nothing is shared.

    >>> instrument_of("eu-883-2004.open+if"), instrument_of("alone"), instrument_of("paid")
    ('eu-883-2004', '', '')
    """
    return variant.partition(".")[0] if "." in variant else ""


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A value that was given: by the case (axis `facts`) or by the law (axis `law`), with its standing.

    `without(level)` gives the value as far as facts of at least that standing tell it; where it is absent, and the fact is
    weaker, nothing is known of it. What a law makes of a fact is as sure as that law, `read_by`: whether an age is reached;
    or a length of dated time, where another reading changes it, and `slack` by how much.
    """

    path: str
    axis: str
    standing: str
    kind: str = "number"
    cites: Citation | None = None
    note: str = ""
    without: Callable[[str], Any] | None = None
    read_by: str | None = None
    slack: Callable[[], Any] | None = None


@dataclass(slots=True, eq=False)
class Step:
    """One rule applied at one place: what it was given and what it gave; `needs`: what determines it, once that was asked.

    Nothing else of it ever changes. It is not frozen because of that one, and because frozen ones take longer to make.
    """

    place: Place
    rule: str
    function: Any
    given: dict[str, Any]
    result: Any
    under: tuple[Told, ...] = ()
    needs: list[Told] | None = None

    @property
    def id(self) -> str:
        return self.place.id(self.rule)


class Told(NamedTuple):
    """A value with its origin, as the stages pass it: a fact, a step, or a constant of the text (None)."""

    value: Any
    origin: Fact | Step | None = None


def bare(told: Any) -> Any:
    """The number inside a told value, or inside a tuple of them; anything else as it is.

    >>> bare((Told(1), 2, (Told(3),)))
    (1, 2, (3,))
    """
    if type(told) is Told:
        return told.value
    if type(told) is tuple:
        return tuple([item.value if type(item) is Told else bare(item) for item in told])
    return told


def tolds(given: Any) -> list[Told]:
    """Every told value inside an input, in order.

    >>> [t.value for t in tolds((Told(1), (2, Told(3))))]
    [1, 3]
    """
    if type(given) is Told:
        return [given]
    found: list[Told] = []
    if type(given) is tuple:
        for item in given:
            if type(item) is Told:
                found.append(item)
            elif type(item) is tuple:
                found += tolds(item)
    return found
