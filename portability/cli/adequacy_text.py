"""The schemes of a State beside what conventions ask, as tables that are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from portability.assessment.adequacy.judged import Judged, Report, Test
from portability.assessment.adequacy.measured import Measured
from portability.assessment.adequacy.standards import BESIDE, Bound, Standard
from portability.cli.tables import table
from portability.number.exact import plain
from portability.number.unknown import Unknown

BENEFICIARIES = {
    "man_wife_two_children": "a man with a wife and two children",
    "man_wife_pension_age": "a man with a wife of pension age",
    "widow_two_children": "a widow with two children",
    "woman": "a woman",
}
BOUND = {"yes": "bound", "no": "not bound, a benchmark only", "not known": "perhaps bound"}
ABOUT = {
    "asks": "qualifying period: {}",
    "duration": "at least {}",
    "waiting": "waiting at most {}",
    "after_birth": "{} of it after the birth",
    "spending": "{} of a labourer's wage for each child protected",
    "spending_all": "or {} for each child that lives there",
    "age": "pension age at most {}",
    "lump_sum_below": "degree below which a sum may be paid once: {}",
}


def text(report: Report) -> Iterator[str]:
    """The parts of the page, from what was measured to what was not."""
    yield f"What the schemes of {report.state} give, beside what conventions ask of schemes, on {report.on}"
    head = ["scheme", "convention", f"{report.state} is", "whole career", "reduced benefit", "or a short career", "result"]
    for asked in dict.fromkeys(one.standard.asked for one in report.judged):
        mine = [one for one in report.judged if one.standard.asked == asked]
        who = BENEFICIARIES.get(mine[0].standard.beneficiary, "the standard beneficiary")
        heading = f"{words(asked).capitalize()}: {who}"
        yield table(heading, [*head, "standing", "articles"], [_row(one) for one in mine])
    if report.lengths:
        ids = list(dict.fromkeys(id_ for row in report.lengths for id_, _ in row.asked))
        heads = ["scheme", "after", "rate", *(f"{id_} asks, of a scheme that asks so long" for id_ in ids)]
        rows = [
            [row.scheme, f"{row.years} years", rate(row.measured), *(percent(dict(row.asked)[id_]) for id_ in ids)]
            for row in report.lengths
        ]
        yield table("Old age after shorter careers", heads, rows)
    if report.open:
        yield table("Not determined", ["what", "why"], [[words(what), why] for what, why in report.open])
    heads = ["contingency", "convention", f"{report.state} is", "asks", "articles"]
    yield table("Asked besides, and not measured", heads, list(_besides(report)))
    wages = dict.fromkeys(f"{words(one.standard.asked)}, {one.scheme}: at {one.wage}" for one in report.judged if one.wage)
    yield "\n".join(["How it was measured", *(f"  - {each}" for each in (*wages, *report.notes))])


def _row(one: Judged) -> list[str]:
    by = {test.what: test for test in one.tests}
    cites = dict.fromkeys(str(each) for test in one.tests[:-1] for each in test.cites.split("; "))
    return [
        one.scheme,
        f"{one.standard.instrument}, {one.standard.part}",
        bound(one.standard.bound),
        *(_test(by[what]) if what in by else "" for what in ("whole", "reduced", "short")),
        result(one.tests[-1].met),
        one.tests[-1].standing,
        _articles(one.standard, cites),
    ]


def _test(test: Test) -> str:
    years = Fraction(test.years or 0)
    after = f"after {plain(years, 0 if years.denominator == 1 else 2)} years"
    asked = "something" if test.needed is None else percent(test.needed)
    paid = "" if test.measured is None else f"{rate(test.measured)}, "
    return f"{after}: {paid}{asked} asked: {result(test.met)}"


def _besides(report: Report) -> Iterator[list[str]]:
    measured = {one.standard.asked for one in report.judged}
    for one in report.asked:
        keys = [key for key in ("rate", *BESIDE) if key in one.leaves and (key != "rate" or one.asked not in measured)]
        if not keys:
            continue
        cites = [str(one.leaves[key].cites) for key in keys]
        said = "; ".join(_says(one, key) for key in keys)
        yield [words(one.asked), one.instrument, bound(one.bound), said, _articles(one, cites)]


def _articles(one: Standard, cites: Iterable[str]) -> str:
    """The articles, each once; those of the convention itself without its name, which stands beside them."""
    return "; ".join(dict.fromkeys(each.removeprefix(f"{one.instrument}, ") for each in cites))


def _says(one: Standard, key: str) -> str:
    leaf = one.leaves[key]
    if not isinstance(leaf.is_, str):
        return f"{words(key)} not known"
    if key == "rate":
        return f"{percent(one.figure('rate'))} for {BENEFICIARIES.get(one.beneficiary, 'the standard beneficiary')}"
    return ABOUT[key].format(words(leaf.is_))


def result(met: Any) -> str:
    """What a test came to, in a word.

    >>> result(True), result(False)
    ('met', 'not met')
    """
    return "not determined" if isinstance(met, Unknown) else "met" if met else "not met"


def bound(one: Bound) -> str:
    """Whether the State is bound, and why not, or how sure that is."""
    return f"{BOUND[one.answer]} ({one.why or one.standing})"


def rate(measured: Measured | None) -> str:
    """A rate as people read it; of one that is not known the ends that are."""
    found = None if measured is None else measured.rate
    if not isinstance(found, Unknown):
        return "not known" if found is None else percent(found)
    if found.endless:
        return f"at least {percent(found.low)}" if found.low else "not known"
    return f"{percent(found.low)} to {percent(found.high)}"


def percent(share: Any) -> str:
    """A share as people read it, never above what it is: 39.996 % is no 40 %.

    >>> percent(Fraction(2, 3)), percent(Fraction(2, 5))
    ('66.66 %', '40 %')
    """
    if share is None:
        return ""
    hundredths = Fraction(share) * 10000
    down = Fraction(hundredths.numerator // hundredths.denominator, 100)
    return f"{plain(down, 0 if down.denominator == 1 else 2)} %"


def words(key: str) -> str:
    """A key as it is read.

    >>> words("old_age")
    'old age'
    """
    return key.replace("_", " ")
