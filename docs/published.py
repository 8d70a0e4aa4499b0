"""The published examples of the page docs/report.md: what is printed, what the program gives, and whether they agree."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

from docs import scenarios
from docs.pages import Table, row, table

NOT_PRINTED = "not in the text read"
NOT_TOLD = """\
Printed, and told only for the lengths of the example, because no law here has a word for it: a rate that falls with the
quarters missing (France), a minimum that grows with two lengths (France), a share taken after another pension is deducted
(New Zealand). Printed and not told: a career held to its whole against years abroad (Belgium, 45 of 53 years), two bilateral
agreements that may not be added to each other (Japan), dual entitlement of one survivor (United States), lengths brought to the
smallest unit of all (Court of Justice, 18/67)."""


def section() -> Iterator[str]:
    """The published examples: where each is from, and what is printed beside what is computed."""
    verdicts = [verdict(folder, told) for folder, told in published_rows()]
    yield "\n## Published examples\n"
    yield (
        f"{len(verdicts)} figures and verdicts of {len(scenarios.folders(published=True))} examples that authorities, courts,"
        f" institutions and the press have printed: {_counts(verdicts)}. What is computed is asked of the program whenever"
        " this page is made: a row says so if the program gives anything else. National law that an example"
        " prints and the shelf does not hold is told in its case by `[[assume]]` or `[[statement]]`.\n"
    )
    yield from table("example", "source", "instrument", "asked under, for")
    for folder in scenarios.folders(published=True):
        yield row(_link(folder), _source(folder), _instruments(folder), _asked(folder))
    yield ""
    yield from table("example", "what", "published", "computed", "result", "why")
    for (folder, told), said in zip(published_rows(), verdicts, strict=True):
        name = folder.name.removeprefix("published-")
        yield row(name, told["what"], told["published"], told["computed"], said, told["why"] or "-")
    yield (
        "\nAgreements that are not on the shelf (United States, Australia, Japan, India, Brazil) are told by the model of ILO"
        " Recommendation No. 167 with what the example prints assumed over it. Conversions alone are asked of the rooms of"
        " periods in `tests/periods/test_published.py` and `tests/periods/test_published_conversions.py`;"
        " so are quarters laid on the calendar, for which no law here has a word.\n"
    )
    yield NOT_TOLD


def published_rows() -> list[tuple[Path, Table]]:
    """Every published figure, with the folder of its example."""
    return [(folder, told) for folder in scenarios.folders(True) for told in scenarios.expected(folder)["published"]]


def verdict(folder: Path, told: Table) -> str:
    """Whether what is computed passes or differs, once the program has confirmed it."""
    for asked in told.get("engine", ()):
        name, at, key = asked.split(" ", 2)
        found = scenarios.figure(folder, name, date.fromisoformat(at), key)
        if not confirmed(told["computed"], found):
            return f"NOT CONFIRMED: {asked} is now {found}"
    if told["published"].startswith(NOT_PRINTED):
        return "nothing printed to compare"
    if told["why"]:
        return "same result on another ground" if told.get("same") else "differs"
    return "passes"


def confirmed(computed: str, found: str) -> bool:
    """Whether a text prints a figure: each of its numbers, or the word itself."""
    numbers = _numbers(found)
    return numbers <= _numbers(computed) if numbers else found in re.findall(r"\w+", computed)


def _numbers(text: str) -> set[Fraction]:
    return {Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d) (?=\d{3}\b)", "", text))}


def _counts(verdicts: list[str]) -> str:
    kinds = ("passes", "differs", "same result on another ground", "nothing printed to compare")
    said = ", ".join(f"{verdicts.count(kind)} {kind.replace('passes', 'pass').replace('differs', 'differ')}" for kind in kinds)
    wrong = sum(one.startswith("NOT") for one in verdicts)
    return said + (f", {wrong} NOT CONFIRMED" if wrong else "")


def _link(folder: Path) -> str:
    return f"[{folder.name.removeprefix('published-')}](../scenarios/cases/{folder.name}/source.md)"


def _source(folder: Path) -> str:
    """The source as its page names it, up to its address."""
    text = (folder / "source.md").read_text("utf-8")
    told = text.partition("**Source.** ")[2].partition("\n\n")[0]
    return " ".join(re.split(r"<|\. Regulation", told)[0].split()).rstrip(",:")


def _instruments(folder: Path) -> str:
    """The instruments that share pensions in the decisions asked for."""
    found = {
        variant.instrument
        for under in scenarios.expected(folder)["under"]
        for benefit in scenarios.decided(folder, under["set"], under["at"]).benefits
        for variant in benefit.variants
        if variant.instrument
    }
    return ", ".join(f"`{id_}`" for id_ in sorted(found)) or "-"


def _asked(folder: Path) -> str:
    by_set: dict[str, list[str]] = defaultdict(list)
    for under in scenarios.expected(folder)["under"]:
        by_set[under["set"]].append(str(under["at"]))
    return "; ".join(f"`{name}`: {', '.join(days)}" for name, days in by_set.items())
