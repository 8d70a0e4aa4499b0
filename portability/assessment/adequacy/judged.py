"""The schemes of a State beside what conventions ask: each test with its rate, and what they come to together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.adequacy.beneficiary import AGE_AT_EVENT, Wage
from portability.assessment.adequacy.measured import Measured, Scheme
from portability.assessment.adequacy.standards import Standard, standards, weakest
from portability.assessment.asked_law import none_told
from portability.assessment.names import schemes_of
from portability.frozen import frozen
from portability.law.shelf import Law, Shelf
from portability.number.unknown import Unknown, unknown_truth
from portability.rules.adequacy import adequate, rate_after, standard_met

PENSIONS = ("old_age", "invalidity", "survivors")
LENGTHS = (10, 15, 20, 25, 30)
FUNDS = ("provident_fund", "individual_account")
NEEDS_A_WAGE = "the benefit is no mere share of a wage: say --wage"


@frozen
class Test:
    """One test of a scheme: after so many years at least this rate, or anything at all (`needed` None).

    `what`: whole, reduced or short career, or all of them together; `met`: a yes/no, or unknown.
    """

    what: str
    years: Fraction | None
    measured: Measured | None
    needed: Fraction | None
    met: Any
    cites: str
    standing: str
    why: tuple[str, ...] = ()


@frozen
class Judged:
    """One scheme beside one standard: the tests, the last of which is what they come to together."""

    scheme: str
    name: str
    standard: Standard
    tests: tuple[Test, ...]
    wage: str


@frozen
class ByLength:
    """What a scheme pays after a length, and what conventions ask of a scheme whose qualifying period is that long."""

    scheme: str
    years: int
    measured: Measured | None
    asked: tuple[tuple[str, Fraction], ...]


@frozen
class Report:
    """All of it for a State and a day. `asked`: every standard; `open`: what could not be determined, and why."""

    state: str
    on: date
    asked: tuple[Standard, ...]
    judged: tuple[Judged, ...]
    lengths: tuple[ByLength, ...]
    open: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def adequacy(shelf: Shelf, state: str, on: date, wage: Wage | None = None) -> Report:
    """Every scheme of a State beside every standard on the shelf, on a day; `wage`: that of the standard beneficiary."""
    law, asked = shelf.national(state) or {}, standards(shelf, state, on)
    currency = currency_of(law, on)
    judged: list[Judged] = []
    lengths: list[ByLength] = []
    left: dict[tuple[str, str], None] = {}
    for branch in dict.fromkeys(one.branch for one in asked):
        about = [one for one in asked if one.branch == branch and "rate" in one.leaves]
        schemes = [Scheme(shelf, state, name, branch, on) for name in schemes_of(law, branch)]
        schemes = [one for one in schemes if one.in_force]
        if not schemes:
            left[branch, _nothing(law, branch)] = None
        elif branch not in PENSIONS:
            left[branch, "its law is on the shelf; its benefits are not measured yet"] = None
        else:
            for scheme in schemes:
                judged += [Judged(scheme.scheme, scheme.name, one, *_tests(scheme, one, wage, currency)) for one in about]
            if branch == "old_age":
                lengths += [row for one in schemes for row in _lengths(one, about, wage, currency)]
    left |= dict.fromkeys((f"{one.standard.asked}: {one.scheme}", why) for one in judged for why in _open(one))
    return Report(state, on, tuple(asked), tuple(judged), tuple(lengths), tuple(left), tuple(_notes(judged)))


def currency_of(law: Law, on: date) -> str:
    """The currency of a State's law on a day; empty where it tells none."""
    told = law.get("currency")
    if isinstance(told, str):
        return told
    rows = [row for row in told or () if row.get("from", date.min) <= on <= row.get("to", date.max)]
    return str(rows[0]["code"]) if rows else ""


def _tests(scheme: Scheme, standard: Standard, wage: Wage | None, currency: str) -> tuple[tuple[Test, ...], str]:
    """The tests of one standard, and at which wage they were made."""
    beside = "residence" if scheme.by_residence else ""
    whole, short = standard.years("career", beside), standard.years("lowered", beside or "length")
    full, lowered, reduced = standard.figure("rate"), standard.figure("lowered"), standard.years("reduced_from")
    if full is None or whole is None:
        return (Test("together", None, None, full, unknown_truth("the rate asked"), standard.cites, "assumed"),), ""
    at = _Wages(scheme, wage, currency)
    tests = [_rate("whole", at, standard, whole, full, ("rate", "career"))]
    if reduced is not None and not scheme.by_residence:
        found = at(reduced)
        met = unknown_truth("wage") if found is None else found.pays
        cites, sure = str(standard.leaves["reduced_from"].cites), _sure(standard, found, ("reduced_from",))
        tests.append(Test("reduced", reduced, found, None, met, cites, sure, _why(found)))
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


class _Wages:
    """Measures a scheme after a length at the wage that is told; else by its formula's share; else at a wage of the shelf."""

    def __init__(self, scheme: Scheme, wage: Wage | None, currency: str) -> None:
        self.scheme, self.wage, self.currency = scheme, wage, currency
        self.told = "" if wage is None else str(wage)

    def __call__(self, years: Fraction) -> Measured | None:
        if self.wage is not None:
            return self.scheme.after(years, self.wage)
        share = self.scheme.share_after(years, self.currency)
        if share is not None:
            self.told = self.told or "the share of the formula, where neither a minimum nor a ceiling bites"
            return share
        average = self.scheme.average_wage(self.currency)
        if average is None:
            return self.scheme.after(years, None) if self.scheme.of in FUNDS else None
        self.told = f"the average wage of the shelf, {average[0]} ({average[1]})"
        return self.scheme.after(years, average[0])


def _rate(
    what: str, at: _Wages, standard: Standard, years: Fraction, needed: Fraction, keys: tuple[str, ...]
) -> Test:
    found = at(years)
    rate = None if found is None else found.rate
    met = unknown_truth("wage") if rate is None else adequate(rate, needed)
    cites = "; ".join(dict.fromkeys(str(standard.leaves[key].cites) for key in keys if key in standard.leaves))
    return Test(what, years, found, needed, met, cites, _sure(standard, found, keys), _why(found))


def _short(
    scheme: Scheme, at: _Wages, standard: Standard, whole: Fraction, short: Fraction, full: Fraction, lowered: Fraction
) -> Test:
    """The lowered rate after the short career, or after the scheme's own qualifying period where the rate rises with it."""
    qualifying = scheme.qualifying()
    years = short if qualifying is None else max(short, qualifying)
    rises = "proportional" in standard.leaves and standard.leaves["proportional"].is_ is True
    needed = rate_after(full, lowered, short, whole, years)
    assert isinstance(needed, Fraction | int)  # of known figures
    if years >= whole or (years > short and not rises):
        cites = str(standard.leaves["lowered"].cites)
        why = "the scheme asks a longer qualifying period than a short career"
        return Test("short", years, None, Fraction(needed), False, cites, standard.standing("lowered"), (why,))
    return _rate("short", at, standard, years, Fraction(needed), ("lowered", "proportional") if years > short else ("lowered",))


def _lengths(scheme: Scheme, about: Sequence[Standard], wage: Wage | None, currency: str) -> Iterator[ByLength]:
    """What is paid after careers of several lengths, beside what is asked of a scheme that asks so long a period."""
    at, beside = _Wages(scheme, wage, currency), "residence" if scheme.by_residence else ""
    for years in LENGTHS:
        asked = []
        for one in about:
            full, lowered = one.figure("rate"), one.figure("lowered")
            whole, short = one.years("career", beside), one.years("lowered", beside or "length")
            if full is not None and lowered is not None and whole is not None and short is not None:
                asked.append((one.instrument, Fraction(rate_after(full, lowered, short, whole, years))))  # type: ignore[arg-type]  # of known figures
        yield ByLength(scheme.scheme, years, at(Fraction(years)), tuple(asked))


def _sure(standard: Standard, found: Measured | None, keys: tuple[str, ...]) -> str:
    return weakest(standard.standing(*keys), "official" if found is None else found.law)


def _why(found: Measured | None) -> tuple[str, ...]:
    return (NEEDS_A_WAGE,) if found is None else found.why


def _nothing(law: Law, branch: str) -> str:
    none = none_told(law, branch)
    if none is not None:
        return f"the State has no scheme that counts periods ({none.get('cites', '')})"
    return "no law of this branch is on the shelf for that day"


def _open(one: Judged) -> Iterator[str]:
    """Why a scheme could not be judged by a standard."""
    if isinstance(one.tests[-1].met, Unknown):
        yield from dict.fromkeys(f"not known: {why}" if "." in why else why for test in one.tests for why in test.why)


def _is_path(text: str) -> bool:
    return "paid at once" not in text


def _notes(judged: Sequence[Judged]) -> Iterator[str]:
    yield "family allowances are taken as nought, during the benefit and before it: no law file tells them"
    yield "the wage is the same in every month of the career, or has moved with the year series of the law"
    yield "a ceiling on earnings is allowed where the rate is reached at the wage of a skilled worker: say --wage for that one"
    if any(one.standard.branch in ("invalidity", "survivors") for one in judged):
        yield f"one who becomes invalid or dies is {AGE_AT_EVENT} years old (assumed: the conventions name no age)"
    for scheme, why in dict.fromkeys((one.scheme, why) for one in judged for test in one.tests for why in test.why):
        if not _is_path(why):
            yield f"{scheme}: {why}"
    if any("average wage" in one.wage for one in judged):
        yield "an average wage stands for that of the standard beneficiary (assumed)"
