"""One test of a scheme, whatever contingency it is for: what was found, what is asked, and whether that is met."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from portability.assessment.adequacy.probed import Measured
from portability.assessment.adequacy.standards import Standard, weakest
from portability.frozen import frozen
from portability.number.unknown import Unknown
from portability.record.measure import percent

NEEDS_A_WAGE = "the benefit is no mere share of a wage: say --wage"


@frozen
class Test:
    """One test of a scheme: after so many years at least this rate, or anything at all (`needed` None); or a length.

    `what`: of pensions the whole, reduced or short career; of those struck the rate, waiting, duration, the leave after the
    birth; or all of them together. `met`: a yes/no, or unknown. `found` and `asked`: lengths, as they are written.
    """

    what: str
    years: Fraction | None
    measured: Measured | None
    needed: Fraction | None
    met: Any
    cites: str
    standing: str
    why: tuple[str, ...] = ()
    found: str = ""
    asked: str = ""


def sure(standard: Standard, found: Measured | None, keys: tuple[str, ...]) -> str:
    """How sure a test is: no surer than the convention's figures and the law of the scheme."""
    return weakest(standard.standing(*keys), "official" if found is None else found.law)


def why(found: Measured | None) -> tuple[str, ...]:
    """What keeps a rate from being known."""
    return (NEEDS_A_WAGE,) if found is None else found.why


def rate_told(measured: Measured | None) -> str:
    """A rate as people read it; of one that is not known the ends that are."""
    found = None if measured is None else measured.rate
    if not isinstance(found, Unknown):
        return "not known" if found is None else percent(found)
    if found.endless:
        return f"at least {percent(found.low)}" if found.low else "not known"
    return f"{percent(found.low)} to {percent(found.high)}"
