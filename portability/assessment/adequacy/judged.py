"""The schemes of a State beside what conventions ask: each test with its rate, and what they come to together."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date

from portability.assessment.adequacy.beneficiary import AGE_AT_EVENT, Wage
from portability.assessment.adequacy.career_tests import ByLength, career_tests, lengths_of
from portability.assessment.adequacy.contingent import Contingent
from portability.assessment.adequacy.left_out import LeftOut, left_out
from portability.assessment.adequacy.measured import Scheme
from portability.assessment.adequacy.probed import Probed
from portability.assessment.adequacy.standards import INJURY, Standard, standards
from portability.assessment.adequacy.struck import MONTHS_BEFORE
from portability.assessment.adequacy.struck_tests import struck_tests
from portability.assessment.adequacy.tested import Test
from portability.assessment.asked_law import none_told
from portability.assessment.currency import currency_of
from portability.assessment.names import schemes_of
from portability.assessment.regime import regime_of
from portability.frozen import frozen
from portability.law.shelf import Law, Shelf
from portability.number.unknown import Unknown

PENSIONS = ("old_age", "invalidity", "survivors")
STRUCK = (INJURY, "sickness", "maternity")
NO_CASH = {"medical_care": "its law is on the shelf; care is no share of a wage"}


@frozen
class Judged:
    """One scheme beside one standard: the tests, the last of which is what they come to together."""

    scheme: str
    name: str
    standard: Standard
    tests: tuple[Test, ...]
    wage: str


@frozen
class Report:
    """All of it for a State and a day. `asked`: every standard; `open`: what could not be determined, and why;
    `left_out`: workers whom a scheme leaves out, and whom a convention would have in it."""

    state: str
    on: date
    asked: tuple[Standard, ...]
    judged: tuple[Judged, ...]
    lengths: tuple[ByLength, ...]
    open: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()


def adequacy(
    shelf: Shelf, state: str, on: date, wage: Wage | None = None, only: Container[str] | None = None
) -> Report:
    """Every scheme of a State beside every standard on the shelf, on a day; `wage`: that of the standard beneficiary.

    `only`: the branches that are asked about, where not all are.
    """
    law, asked = shelf.national(state) or {}, standards(shelf, state, on)
    currency = currency_of(law, on)
    judged: list[Judged] = []
    lengths: list[ByLength] = []
    left: dict[tuple[str, str], None] = {}
    for branch in dict.fromkeys(one.branch for one in asked):
        about = [one for one in asked if one.branch == branch and "rate" in one.leaves]
        if only is not None and branch not in only:
            continue
        schemes = [name for name in schemes_of(law, branch) if regime_of(law, name, branch, on) is not None]
        if not schemes:
            left[branch, _nothing(law, branch)] = None
        elif branch in (*PENSIONS, *STRUCK):
            for scheme in schemes:
                judged += beside(shelf, (state, scheme), on, about, wage)
            if branch == "old_age":
                measured = [Scheme(shelf, state, name, branch, on) for name in schemes]
                lengths += [row for each in measured for row in lengths_of(each, about, wage, currency)]
            left |= _of_diseases(shelf, state, schemes, on) if branch == INJURY else {}
        else:
            left[branch, NO_CASH.get(branch, "its law is on the shelf; its benefits are not measured")] = None
    left |= dict.fromkeys((f"{one.standard.asked}: {one.scheme}", why) for one in judged for why in _open(one))
    outside = () if only is not None else tuple(left_out(shelf, state, on))
    return Report(state, on, tuple(asked), tuple(judged), tuple(lengths), tuple(left), tuple(_notes(judged)), outside)


def beside(
    shelf: Shelf, key: tuple[str, str], on: date, about: Sequence[Standard], wage: Wage | None = None
) -> Iterator[Judged]:
    """One scheme beside some standards of a branch, as far as it is for what they are about."""
    state, name = key
    currency = currency_of(shelf.national(state) or {}, on)
    schemes: dict[str, Probed] = {}
    for one in about:
        struck = one.branch in STRUCK
        scheme = schemes.get(one.asked)
        if scheme is None:
            scheme = Contingent(shelf, state, name, one.asked, on) if struck else Scheme(shelf, state, name, one.branch, on)
            schemes[one.asked] = scheme
        if isinstance(scheme, Contingent):
            if scheme.for_accidents:
                yield Judged(name, scheme.name, one, *struck_tests(scheme, one, wage, currency))
        elif isinstance(scheme, Scheme):
            yield Judged(name, scheme.name, one, *career_tests(scheme, one, wage, currency))


def _of_diseases(shelf: Shelf, state: str, schemes: Sequence[str], on: date) -> dict[tuple[str, str], None]:
    """The schemes of injury that no invented accident can measure."""
    return {
        (f"{INJURY}: {name}", "it covers diseases alone: none is invented"): None
        for name in schemes
        if not Contingent(shelf, state, name, INJURY, on).for_accidents
    }


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
    if any(one.standard.branch in STRUCK for one in judged):
        yield (
            f"one who is injured at work, falls ill or gives birth is {AGE_AT_EVENT} years old and has been insured for "
            f"{MONTHS_BEFORE // 12} years, and cannot work for longer than any waiting (assumed); the lowest rate within the "
            "time asked for is what counts"
        )
        yield (
            "each scheme is measured for itself, and what two pay side by side is not added: where an employer pays first and a "
            "fund after, the fund's waiting is the time that the employer bears"
        )
    for scheme, why in dict.fromkeys((one.scheme, why) for one in judged for test in one.tests for why in test.why):
        if not _is_path(why):
            yield f"{scheme}: {why}"
    if any("average wage" in one.wage for one in judged):
        yield "an average wage stands for that of the standard beneficiary (assumed)"
