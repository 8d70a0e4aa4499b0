"""Careers told in a line: three invented States with one scheme each, all counting months unless a test says otherwise."""

from portability.periods.counting import Unit
from portability.periods.overlap import Spell
from portability.periods.spans import Span

XA, XB, XC = (("XA", "s"), ("XB", "s"), ("XC", "s"))
MONTHS = {member: Unit("months") for member in (XA, XB, XC)}


def insured(name: str, state: str, when: Span | None, kind: str = "insurance", **more: object) -> Spell:
    return Spell(name, state, "s", kind, when, **more)
