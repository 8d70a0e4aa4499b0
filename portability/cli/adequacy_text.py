"""The schemes of a State beside what conventions ask, as tables that are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from portability.assessment.adequacy.judged import Judged, Report
from portability.assessment.adequacy.left_out import LeftOut
from portability.assessment.adequacy.standards import BESIDE, Bound, Standard
from portability.assessment.adequacy.tested import Test, rate_told
from portability.cli.tables import table
from portability.number.exact import plain
from portability.number.unknown import Unknown
from portability.record.measure import percent

BENEFICIARIES = {
    "man_wife_two_children": "a man with a wife and two children",
    "man_wife_pension_age": "a man with a wife of pension age",
    "widow_two_children": "a widow with two children",
    "woman": "a woman",
}
CONTINGENCIES = {
    "employment_injury": "employment injury, incapacity for a time",
    "employment_injury_permanent": "employment injury, total and lasting incapacity",
    "employment_injury_death": "employment injury, death",
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
    "partial": "for a partial loss a part of it: in {}",
    "constant_attendance": "more for one who needs constant help",
    "funeral": "the cost of the funeral",
    "least_prescribed": "no payment below a least amount that is prescribed",
    "alternative": "or {} of the minimum wage, or of a labourer's",
    "returning_workers": "workers who return home are protected too",
}


def text(report: Report) -> Iterator[str]:
    """The parts of the page, from what was measured to what was not."""
    yield f"What the schemes of {report.state} give, beside what conventions ask of schemes, on {report.on}"
    careers = {"whole": "whole career", "reduced": "reduced benefit", "short": "or a short career"}
    struck = {"rate": "rate", "waiting": "waiting", "duration": "paid for", "after_birth": "after the birth"}
    for asked in dict.fromkeys(one.standard.asked for one in report.judged):
        mine = [one for one in report.judged if one.standard.asked == asked]
        who = BENEFICIARIES.get(mine[0].standard.beneficiary, "the standard beneficiary")
        heading = f"{words(asked).capitalize()}: {who}"
        there = {test.what for one in mine for test in one.tests}
        columns = {key: told for key, told in (struck if "rate" in there else careers).items() if key in there}
        head = ["scheme", "convention", f"{report.state} is", *columns.values(), "result", "standing", "articles"]
        yield table(heading, head, [_row(one, columns) for one in mine])
    if report.lengths:
        ids = list(dict.fromkeys(id_ for row in report.lengths for id_, _ in row.asked))
        heads = ["scheme", "after", "rate", *(f"{id_} asks, of a scheme that asks so long" for id_ in ids)]
        rows = [
            [row.scheme, f"{row.years} years", rate_told(row.measured), *(percent(dict(row.asked)[id_]) for id_ in ids)]
            for row in report.lengths
        ]
        yield table("Old age after shorter careers", heads, rows)
    if report.left_out:
        yield "\n".join(["Workers left out", *(f"  - {left_out(one, report.state)}" for one in report.left_out)])
    if report.open:
        yield table("Not determined", ["what", "why"], [[_of_scheme(what), why] for what, why in report.open])
    heads = ["contingency", "convention", f"{report.state} is", "asks", "articles"]
    yield table("Asked besides, and not measured", heads, list(_besides(report)))
    wages = dict.fromkeys(f"{words(one.standard.asked)}, {one.scheme}: at {one.wage}" for one in report.judged if one.wage)
    yield "\n".join(["How it was measured", *(f"  - {each}" for each in (*wages, *report.notes))])


def _row(one: Judged, columns: Iterable[str]) -> list[str]:
    by = {test.what: test for test in one.tests}
    cites = dict.fromkeys(str(each) for test in one.tests[:-1] for each in test.cites.split("; "))
    return [
        one.scheme,
        f"{one.standard.instrument}, {one.standard.part}",
        bound(one.standard.bound),
        *(_test(by[what]) if what in by else "" for what in columns),
        result(one.tests[-1].met),
        one.tests[-1].standing,
        _articles(one.standard, cites),
    ]


def _test(test: Test) -> str:
    if test.asked:
        most = "at most " if test.what == "waiting" else ""
        return f"{test.found}, {most}{test.asked} asked: {result(test.met)}"
    if test.years is None:
        paid = "" if test.measured is None else f"{rate_told(test.measured)}, "
        return f"{paid}{percent(test.needed)} asked: {result(test.met)}"
    years = Fraction(test.years or 0)
    after = f"after {plain(years, 0 if years.denominator == 1 else 2)} years"
    asked = "something" if test.needed is None else percent(test.needed)
    paid = "" if test.measured is None else f"{rate_told(test.measured)}, "
    return f"{after}: {paid}{asked} asked: {result(test.met)}"


def _besides(report: Report) -> Iterator[list[str]]:
    measured = {(one.standard.asked, test.what) for one in report.judged for test in one.tests}
    rated = {asked for asked, _ in measured}
    for one in report.asked:
        keys = [key for key in ("rate", *BESIDE) if key in one.leaves and (one.asked, key) not in measured]
        keys = [key for key in keys if key != "rate" or one.asked not in rated]
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
    if leaf.is_ is True:
        return ABOUT[key]
    if not isinstance(leaf.is_, str):
        return f"{words(key)} not known"
    if key == "rate":
        return f"{percent(one.figure('rate'))} for {BENEFICIARIES.get(one.beneficiary, 'the standard beneficiary')}"
    return ABOUT[key].format(words(leaf.is_))


def _of_scheme(what: str) -> str:
    """A contingency, or one with a scheme after it."""
    asked, _, scheme = what.partition(": ")
    return f"{words(asked)}: {scheme}" if scheme else words(asked)


def result(met: Any) -> str:
    """What a test came to, in a word.

    >>> result(True), result(False)
    ('met', 'not met')
    """
    return "not determined" if isinstance(met, Unknown) else "met" if met else "not met"


def bound(one: Bound) -> str:
    """Whether the State is bound, and why not, or how sure that is."""
    return f"{BOUND[one.answer]} ({one.why or one.standing})"


def words(key: str) -> str:
    """A key as it is read.

    >>> words("old_age"), words("employment_injury_death")
    ('old age', 'employment injury, death')
    """
    return CONTINGENCIES.get(key, key.replace("_", " "))


def left_out(one: LeftOut, state: str) -> str:
    """Workers whom a scheme leaves out, and the convention by which they are to be no worse off."""
    slowly, branch = ", step by step where need be" if one.step_by_step else "", one.branch.replace("_", " ")
    return (
        f"{one.scheme} leaves {one.group} workers out of its law on {branch} [{one.cites}, {one.standing}]; {one.instrument} "
        f"has them no worse off than workers generally{slowly} [{one.article}, {one.article_standing}]: {state} is "
        f"{bound(one.bound)}"
    )
