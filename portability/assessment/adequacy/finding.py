"""What a traced decision tells of the schemes it rests on: whether each gives what a convention asks that binds the State.

A test of schemes and never of persons: it moves no amount, and says nothing of what this person is owed.
"""

from __future__ import annotations

from collections.abc import Iterator

from portability.assessment.adequacy.judged import Judged, beside
from portability.assessment.adequacy.standards import standards
from portability.assessment.adequacy.tested import Test, rate_told
from portability.assessment.currency import currency_of
from portability.assessment.part import Asking
from portability.number.exact import plain
from portability.number.unknown import Unknown
from portability.record.decision import Finding
from portability.record.measure import percent

RESULT = {True: "meets", False: "does not meet"}
OF_THE_SCHEME = "a test of the scheme by an invented standard beneficiary, not of this person's benefit"
TESTS = {
    "whole": "after {years}",
    "reduced": "something after {years}",
    "short": "after {years}",
    "rate": "the rate",
    "waiting": "waiting {found}, {asked} at most",
    "duration": "paid for {found}, {asked} asked",
    "after_birth": "after the birth {found}, {asked} asked",
}


def findings(asking: Asking) -> Iterator[Finding]:
    """A finding for each scheme of the decision and each convention that binds its State for the branch, once."""
    told = dict.fromkeys((one.country, one.branch, one.scheme) for one in asking.benefits if one.scheme is not None)
    for country, branch, scheme in told:
        if not currency_of(asking.shelf.national(country) or {}, asking.day):  # no law on the shelf to be measured
            continue
        about = [
            one
            for one in standards(asking.shelf, country, asking.day)
            if one.branch == branch and "rate" in one.leaves and one.bound.answer == "yes"
        ]
        for one in beside(asking.shelf, (country, str(scheme)), asking.day, about):
            yield Finding(
                kind="adequacy", about=f"{country}.{scheme}", country=country, text=_text(one), cites=one.standard.cites
            )


def _text(one: Judged) -> str:
    """Whether the scheme meets the standard, and by which tests."""
    standard, last = one.standard, one.tests[-1]
    answer = "cannot be measured by" if isinstance(last.met, Unknown) else RESULT[bool(last.met)]
    tests = "; ".join(_test(each) for each in one.tests[:-1])
    sure = "" if last.standing == "official" else f" ({last.standing})"
    what = standard.asked.replace("_", " ")
    return f"{one.scheme} {answer} {standard.instrument}, {standard.part}, in {what}{sure}: {tests} - {OF_THE_SCHEME}"


def _test(test: Test) -> str:
    years = "" if test.years is None else f"{plain(test.years, 0 if test.years.denominator == 1 else 2)} years"
    said = TESTS[test.what].format(years=years, found=test.found, asked=test.asked)
    if test.needed is None:
        return f"{said}: {_met(test)}"
    return f"{said} {rate_told(test.measured)}, {percent(test.needed)} asked: {_met(test)}"


def _met(test: Test) -> str:
    return "not known" if isinstance(test.met, Unknown) else "met" if test.met else "not met"

