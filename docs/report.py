"""The page docs/report.md: published examples, the cases worked by hand, and the uncertain law that most affects results."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

from docs import scenarios
from docs.pages import ROOT, Table, invented, law_files, real_laws, row, table
from docs.scenarios import Ground
from portability.record.decision import Decision
from portability.record.phrases import amount as money
from portability.record.phrases import payments, place, status, sureness

NOT_PRINTED = "not in the text read"
INTRO = """\
# Report

Made by `docs/make.py`, which decides every scenario anew; nothing here is written by hand. It says which published examples
the program meets and which not, what the cases worked by hand give under each set of agreements, and which uncertain law
most affects the results. Standings and other words stand in [the glossary](glossary.md)."""


def page() -> str:
    """The whole report."""
    parts = [INTRO, *_depths(), *_published(), *_by_hand(), *_uncertain(), *_readings(), *_projected(), *_parties()]
    return "\n".join(parts).rstrip("\n") + "\n"


DEPTHS = ("old_age", "invalidity", "survivors")


def _depths() -> Iterator[str]:
    yield "\n## How deep each State's law is told\n"
    yield (
        "A: the amount is computed and checked against an official or hand-worked example; B: right, lengths and payer;"
        " C: routing only; a dash: not told. Lives: the cases worked by hand in which the State stands.\n"
    )
    branches = (branch.replace("_", " ") for branch in DEPTHS)
    yield from table("State", *branches, "grants to older persons", "worked by hand", "lives")
    floors = {law["country"]: law for _, law in law_files("floors")}
    lived = [{period.country for period in scenarios.case_of(folder).period} for folder in scenarios.folders(published=False)]
    for path, law in law_files("national"):
        if invented(law):
            continue
        told, code = law.get("depth", {}), law["country"]
        grants = floors.get(code, {}).get("older_persons", {})
        hand = f"hand-worked/{path.stem}.md"
        yield row(
            law["title"],
            *(str(told.get(branch, "-")) for branch in DEPTHS),
            ", ".join(rows[-1].get("name", name) for name, rows in grants.items()) or "-",
            f"[{path.stem}]({hand})" if (ROOT / "docs" / hand).exists() else "-",
            str(sum(code in states for states in lived)),
        )


def _published() -> Iterator[str]:
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
        "\nConversions and additions that institutions print of agreements not on the shelf (United States, Australia, Japan,"
        " India) are asked of the rooms of periods alone, in `tests/periods/test_published.py` and"
        " `tests/periods/test_published_conversions.py`."
    )


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


def _by_hand() -> Iterator[str]:
    yield "\n## Cases worked by hand\n"
    yield (
        "Each for the day of its claim. `none`: each State by its own law alone; `as-bound`: under the agreements that bind;"
        " `r167-for-all`: as if the model of ILO Recommendation No. 167 bound every State, a scenario that nobody owes;"
        " `sadc-guidelines`: as if the SADC Guidelines of 2020 were followed, guidance that nobody owes."
        " The ratio is that of the scenario; the last column says how sure facts and law are under `as-bound`.\n"
    )
    yield from table("case", "State and scheme", *(f"`{name}`" for name in scenarios.SETS), "ratio", "how sure")
    for folder in scenarios.folders(published=False):
        link = f"[{folder.name}](../scenarios/cases/{folder.name}/working.md)"
        for cells in under_each_set(folder):
            yield row(link, *cells)


def under_each_set(folder: Path) -> Iterator[tuple[str, ...]]:
    """Of each benefit and grant of a case: who owes it, what under each set, the ratio of the last, how sure it is."""
    decisions = [scenarios.decided(folder, name) for name in scenarios.SETS]
    for i, bound in enumerate(decisions[1].benefits):
        shared = [each.ratio or "-" for each in decisions[-1].benefits[i].variants if each.instrument]
        told = (_benefit(decision, i) for decision in decisions)
        yield place(bound), *told, (*shared, "-")[0], sureness(bound)
    for i, grant in enumerate(decisions[1].floor):
        told = (_grant(decision, i) for decision in decisions)
        yield f"{grant.country} grant, {grant.guarantee.replace('_', ' ')}", *told, "-", "-"


def _benefit(decision: Decision, i: int) -> str:
    told = decision.benefits[i]
    return f"{status(told)}: {payments(told)}" if told.payments else status(told)


def _grant(decision: Decision, i: int) -> str:
    told = decision.floor[i]
    return f"{told.status}: {money(told.top_up)} a month" if told.top_up else told.status


def _uncertain() -> Iterator[str]:
    resting: dict[Ground, set[tuple[str, str]]] = defaultdict(set)
    days: dict[Ground, date] = {}
    asked = list(scenarios.asked())
    for folder, name, at in asked:
        for benefit, ground in scenarios.grounds(folder, name, at):
            resting[ground].add((folder.name, benefit))
            days[ground] = max(at, days.get(ground, at))
    ordered = sorted(resting, key=lambda ground: (-len(resting[ground]), ground))
    benefits = {(folder.name, one.id) for folder, name, at in asked for one in scenarios.decided(folder, name, at).benefits}
    yield "\n## The uncertain law that most affects results\n"
    yield (
        f"The scenarios ask for {len(benefits)} benefits. A benefit rests on a figure if, under any set asked, its right or its"
        " amount would no longer be known without it. Figures that are unconfirmed (remembered, or sources disagree) or"
        " assumed (a reading taken, a figure carried forward, a limit nobody found); those a case itself assumes are left"
        " out.\n"
    )
    yield from table("State", "figure", "benefits", "standing", "article", "taken as", "the other reading, or why")
    for ground in ordered:
        if len(ground.where) == 2:
            yield row(ground.where, f"`{ground.path}`", str(len(resting[ground])), *_told(ground, days[ground]))
    yield "\nThe same of instruments: figures, and articles behind the steps.\n"
    yield from table("instrument", "figure", "benefits", "standing", "article", "taken as", "the other reading, or why")
    for ground in ordered:
        if len(ground.where) != 2:
            told = _told(ground, days[ground]) if ground.path else (ground.standing, ground.article, "-", "-")
            yield row(f"`{ground.where}`", f"`{ground.path}`" if ground.path else "-", str(len(resting[ground])), *told)


def _told(ground: Ground, at: date) -> tuple[str, str, str, str]:
    """Standing, article, what is taken, and the other reading of a figure in the law files."""
    found = scenarios.entry(ground.path, at)
    why = found.get("other_reading") or found.get("reason") or found.get("note")
    why = why or found.get("none_known") or found.get("unknown")
    if found.get("known_to"):
        why = f"known to {found['known_to']}, carried forward"
    return ground.standing, ground.article, str(found.get("reading") or _value(found)), str(why or "-")


def _value(found: Table) -> str:
    for key in ("is", "unit"):
        if key in found:
            return f"{found[key]}"
    if "none_known" in found:
        return "none"
    if "unknown" in found:
        return "not known"
    if "F" in found or "M" in found:
        return f"women {found.get('F')}, men {found.get('M')}"
    beside = {"cites", "standing", "source", "note", "reason", "verified", "from", "published", "known_to"}
    return ", ".join(f"{key} {value}" for key, value in found.items() if key not in beside)


def _readings() -> Iterator[str]:
    said: dict[str, set[str]] = defaultdict(set)
    for folder, name, at in scenarios.asked():
        for text in scenarios.decided(folder, name, at).not_certain:
            if ": taken as " in text:
                said[text].add(folder.name)
    yield "\n## Texts with two readings\n"
    yield "The reading taken and the other one, wherever a decision on a scenario says so, with the number of its cases.\n"
    yield from table("point", "cases", "taken as", "the other reading")
    for text in sorted(said, key=lambda text: (-len(said[text]), text)):
        point, _, rest = text.partition(": taken as ")
        taken, _, other = rest.partition("; the other reading: ")
        yield row(point, str(len(said[text])), taken, other)


def _projected() -> Iterator[str]:
    used: dict[str, set[str]] = defaultdict(set)
    for folder, name, at in scenarios.asked():
        for text in scenarios.decided(folder, name, at).not_certain:
            path, carried, rest = text.partition(": last known for ")
            if carried:
                used[f"{path} {rest[:10]}"].add(folder.name)
    yield "\n## Figures carried forward\n"
    yield (
        "Figures that are known up to a day and taken to hold after it, until another is known: a decision for such a day says"
        " so, and takes them as assumed. The last column names the scenarios in which that happens.\n"
    )
    yield from table("State", "figure", "known to", "carried forward to", "figure known", "article", "scenarios")
    for kind in ("national", "floors"):
        for _, law in real_laws(kind):
            for path, until, after, found in _carried(law):
                full = f"{'floors.' if kind == 'floors' else ''}{law['country'].lower()}.{path}"
                cases = ", ".join(sorted(used[f"{full} {until}"])) or "-"
                yield row(law["country"], f"`{path}`", str(until), after, _value(found), str(found["cites"]), cases)


def _carried(law: Table) -> Iterator[tuple[str, date, str, Table]]:
    """The dated figures of a law that end before the next begins: path, last day known, end of what is carried, figure."""
    for scheme, branches in law.items():
        for branch, regimes in branches.items() if isinstance(branches, dict) else ():
            for regime in regimes if isinstance(regimes, list) and scheme != "scheme" else ():
                for key, told in regime.items() if isinstance(regime, dict) else ():
                    entries: list[Any] = told if isinstance(told, list) else [told]
                    for one, later in pairwise([*entries, None]):
                        until = one.get("known_to") if isinstance(one, dict) else None
                        end = later["from"] - timedelta(1) if isinstance(later, dict) else None
                        if until is not None and until != end:
                            yield f"{scheme}.{branch}.{key}", until, str(end or "now"), one


def _parties() -> Iterator[str]:
    yield "\n## Ratifications and parties not confirmed\n"
    yield (
        "States whose being bound, or since when, or for which branches, is not confirmed by the depositary. `unknown` branches:"
        " whether they were accepted is not known, and decides nothing until it is.\n"
    )
    for path, law in real_laws("instruments"):
        weak = [one for one in law.get("party", ()) if one["standing"] in scenarios.WEAK or one.get("unknown_branches")]
        sure = len(law.get("party", ())) - len(weak)
        if not weak:
            continue
        yield f"### {law['title']}\n\n`{path.stem}`: {len(weak)} of {len(weak) + sure} parties.\n"
        yield from table("State", "bound from", "standing", "what is told", "unknown branches", "note")
        for one in sorted(weak, key=lambda one: str(one["state"])):
            unknown = ", ".join(one.get("unknown_branches", ())).replace("_", " ") or "-"
            start = f"{one.get('from', '-')}" + (f" to {one['to']}" if "to" in one else "")
            yield row(one["state"], start, one["standing"], one["cites"], unknown, one.get("note", "-"))
        yield ""
