"""A scheme of old age, invalidity or survivors beside one standard: the rate after a whole career and after a short one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from portability.assessment.adequacy.beneficiary import Wage
from portability.assessment.adequacy.measured import Scheme
from portability.assessment.adequacy.probed import AtWages, Measured
from portability.assessment.adequacy.standards import Standard, weakest
from portability.assessment.adequacy.tested import Test, sure, why
from portability.frozen import frozen
from portability.number.unknown import unknown_truth
from portability.rules.adequacy import adequate, rate_after, standard_met

LENGTHS = (10, 15, 20, 25, 30)


@frozen
class ByLength:
    """What a scheme pays after a length, and what conventions ask of a scheme whose qualifying period is that long."""

    scheme: str
    years: int
    measured: Measured | None
    asked: tuple[tuple[str, Fraction], ...]


def career_tests(scheme: Scheme, standard: Standard, wage: Wage | None, currency: str) -> tuple[tuple[Test, ...], str]:
    """The tests of one standard, and at which wage they were made."""
    beside = "residence" if scheme.by_residence else ""
    whole, short = standard.years("career", beside), standard.years("lowered", beside or "length")
    full, lowered, reduced = standard.figure("rate"), standard.figure("lowered"), standard.years("reduced_from")
    if full is None or whole is None:
        return (Test("together", None, None, full, unknown_truth("the rate asked"), standard.cites, "assumed"),), ""
    at = AtWages(scheme, wage, currency)
    tests = [_rate("whole", at, standard, whole, full, ("rate", "career"))]
    if reduced is not None and not scheme.by_residence:
        found = at(reduced)
        met = unknown_truth("wage") if found is None else found.pays
        cites, standing = str(standard.leaves["reduced_from"].cites), sure(standard, found, ("reduced_from",))
        tests.append(Test("reduced", reduced, found, None, met, cites, standing, why(found)))
    if lowered is not None and short is not None:
        tests.append(_short(scheme, at, standard, whole, short, full, lowered))
    return (*tests, _together(tests, standard)), at.told


def _together(tests: Sequence[Test], standard: Standard) -> Test:
    """What the tests come to, as sure as those that it hangs on."""
    by = {one.what: one.met for one in tests}
    met = standard_met(by["whole"], by.get("reduced", True), by.get("short", False))
    first = [one for one in tests if one.what != "short"]
    if met is True and all(one.met is True for one in first):
        hangs = first
    elif met is True:
        hangs = [one for one in tests if one.what == "short"]
    else:
        hangs = [one for one in tests if one.what == "short" or one.met is not True]
    return Test("together", None, None, None, met, standard.cites, weakest(*(one.standing for one in hangs)))


def _rate(
    what: str, at: AtWages, standard: Standard, years: Fraction, needed: Fraction, keys: tuple[str, ...]
) -> Test:
    found = at(years)
    rate = None if found is None else found.rate
    met = unknown_truth("wage") if rate is None else adequate(rate, needed)
    cites = "; ".join(dict.fromkeys(str(standard.leaves[key].cites) for key in keys if key in standard.leaves))
    return Test(what, years, found, needed, met, cites, sure(standard, found, keys), why(found))


def _short(
    scheme: Scheme, at: AtWages, standard: Standard, whole: Fraction, short: Fraction, full: Fraction, lowered: Fraction
) -> Test:
    """The lowered rate after the short career, or after the scheme's own qualifying period where the rate rises with it."""
    qualifying = scheme.qualifying()
    years = short if qualifying is None else max(short, qualifying)
    rises = "proportional" in standard.leaves and standard.leaves["proportional"].is_ is True
    needed = rate_after(full, lowered, short, whole, years)
    assert isinstance(needed, Fraction | int)  # of known figures
    if years >= whole or (years > short and not rises):
        cites = str(standard.leaves["lowered"].cites)
        longer = "the scheme asks a longer qualifying period than a short career"
        return Test("short", years, None, Fraction(needed), False, cites, standard.standing("lowered"), (longer,))
    return _rate("short", at, standard, years, Fraction(needed), ("lowered", "proportional") if years > short else ("lowered",))


def lengths_of(scheme: Scheme, about: Sequence[Standard], wage: Wage | None, currency: str) -> Iterator[ByLength]:
    """What is paid after careers of several lengths, beside what is asked of a scheme that asks so long a period."""
    at, beside = AtWages(scheme, wage, currency), "residence" if scheme.by_residence else ""
    for years in LENGTHS:
        asked = []
        for one in about:
            full, lowered = one.figure("rate"), one.figure("lowered")
            whole, short = one.years("career", beside), one.years("lowered", beside or "length")
            if full is not None and lowered is not None and whole is not None and short is not None:
                asked.append((one.instrument, Fraction(rate_after(full, lowered, short, whole, years))))  # type: ignore[arg-type]  # of known figures
        yield ByLength(scheme.scheme, years, at(Fraction(years)), tuple(asked))
