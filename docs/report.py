"""The page docs/report.md: published examples, the cases worked by hand, and the uncertain law that most affects results."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from docs import published, scenarios
from docs.depths import depths
from docs.pages import Table, real_laws, row, table
from docs.scenarios import Ground
from docs.unsure import unsure
from portability.record.decision import Decision
from portability.record.phrases import amount as money
from portability.record.phrases import floor_place, payments, place, status, sureness

INTRO = """\
# Report

Made by `docs/make.py`, which decides every scenario anew; nothing here is written by hand. It says which published examples
the program meets and which not, what the cases worked by hand give under each set of agreements, and which uncertain law
most affects the results. Standings and other words stand in [the glossary](glossary.md)."""


def page() -> str:
    """The whole report."""
    parts = [INTRO, *depths(), *published.section(), *_by_hand(), *_uncertain(), *unsure()]
    return "\n".join([*parts, *_readings(), *_projected(), *_parties()]).rstrip("\n") + "\n"


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
        if grant.level is not None:  # what has no level is said by each decision, and is so under every set
            told = (_grant(decision, i) for decision in decisions)
            yield floor_place(grant), *told, "-", "-"


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
