"""A scheme for those struck by an accident at work, an illness or a birth, beside one standard: the rate, waiting, duration."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from portability.assessment.adequacy.beneficiary import Wage
from portability.assessment.adequacy.contingent import Contingent
from portability.assessment.adequacy.probed import AtWages
from portability.assessment.adequacy.standards import Standard, weakest
from portability.assessment.adequacy.terms import Term, after_birth, duration, waiting
from portability.assessment.adequacy.tested import Test, sure, why
from portability.assessment.injury.read import in_days
from portability.law.dated import Leaf
from portability.number.unknown import unknown_truth
from portability.number.words import all_of
from portability.rules.adequacy import adequate, lasts_enough, waits_no_longer

LENGTHS = {"waiting": waiting, "duration": duration, "after_birth": after_birth}


def struck_tests(scheme: Contingent, standard: Standard, wage: Wage | None, currency: str) -> tuple[tuple[Test, ...], str]:
    """The tests of one standard, the last what they come to together, and at which wage they were made."""
    needed = standard.figure("rate")
    if needed is None:
        return (Test("together", None, None, None, unknown_truth("the rate asked"), standard.cites, "assumed"),), ""
    at, within = AtWages(scheme, wage, currency), _asked_days(standard, "duration")
    found = at(Fraction(within or 0))
    rate = None if found is None else found.rate
    met = unknown_truth("wage") if rate is None else adequate(rate, needed)
    first = Test("rate", None, found, needed, met, standard.cites, sure(standard, found, ("rate",)), why(found))
    tests = (first, *_lengths(scheme, standard))
    together = all_of(*(one.met for one in tests))
    hangs = [one for one in tests if together is True or one.met is not True]
    standing = weakest(*(one.standing for one in hangs))
    return (*tests, Test("together", None, None, None, together, standard.cites, standing)), at.told


def _lengths(scheme: Contingent, standard: Standard) -> Iterator[Test]:
    """Each length that the convention asks, beside that of the law."""
    for what, read in LENGTHS.items():
        asked = _asked_days(standard, what)
        if asked is None:
            continue
        leaf, term = standard.leaves[what], read(scheme)
        met = _met(what, term, asked)
        standing = weakest(leaf.standing, term.standing)
        reasons = tuple(each for each in (term.why, _note(leaf, met)) if each)
        yield Test(what, None, None, None, met, str(leaf.cites), standing, reasons, found=term.told, asked=str(leaf.is_))


def _met(what: str, term: Term, asked: Any) -> Any:
    if term.days is None:
        return True
    return waits_no_longer(term.days, asked) if what == "waiting" else lasts_enough(term.days, asked)


def _note(leaf: Leaf, met: Any) -> str:
    """What the convention adds to a length that was read in it, where the scheme does not reach that length."""
    note = str(leaf.get("note", "")).rstrip(".")
    return f"of what is asked: {note}" if met is False and note and leaf.standing == "official" else ""


def _asked_days(standard: Standard, key: str) -> Any:
    leaf = standard.leaves.get(key)
    return in_days(leaf.is_) if leaf is not None and isinstance(leaf.is_, str) else None

