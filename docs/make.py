"""Write what is made from the code and the shelf of law, pages and the index: `python docs/make.py` after a change.

`python docs/make.py --check` writes nothing, names the pages that have drifted and ends with status 1 if there are any.
A test does the same.
"""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docs import populations, report, scenarios
from docs.pages import ROOT, Table, invented, law_files, leaves, row, table
from docs.unsure import how_sure, lost
from portability import citation, terms
from portability.law.parties import index_text

CHAPTERS = (
    "overlap", "conversion", "totalisation", "apportionment", "export", "equality", "legislation", "posting", "injury", "health",
    "unemployment", "family", "adequacy", "workers",
)  # fmt: skip
ROUTED = ("unemployment", "family")
FORCES = {
    "in_force": "in force",
    "provisional": "applied provisionally",
    "signed": "signed, not in force",
    "soft_law": "soft law",
    "denounced": "denounced",
    "repealed": "repealed, for older cases",
}
OPERATIONS = {
    "self_executing": "applied directly",
    "needs_agreement": "needs an agreement first",
    "principle_only": "principle only",
}


def standings(law: Table) -> str:
    """How sure the entries of a file are, as one phrase."""
    found = Counter(how_sure(leaf) for leaf in leaves(law))
    return ", ".join(f"{found[word]} {word}" for word in (*citation.LAW_STANDINGS, "unknown") if found[word])


def regimes(law: Table) -> Iterator[tuple[str, str, Table]]:
    """The regimes of a national law or a floor: scheme (or guarantee), branch (or grant), table."""
    for scheme, branches in law.items():
        if isinstance(branches, dict):
            for branch, rows in branches.items():
                if isinstance(rows, list) and rows and all(isinstance(row, dict) and "from" in row for row in rows):
                    for row in rows:
                        yield scheme, branch, row


def _schemes(law: Table) -> str:
    return "; ".join(scheme.get("name", name) for name, scheme in law.get("scheme", {}).items()) or "none"


def _depth(law: Table) -> str:
    return ", ".join(f"{branch} {depth}" for branch, depth in law.get("depth", {}).items()) or "none"


def _operations(law: Table) -> str:
    by_operation: dict[str, list[str]] = {}
    for name in CHAPTERS:
        chapter = law.get(name, {})
        for part in [chapter] if "operation" in chapter else [p for p in chapter.values() if isinstance(p, dict)]:
            if "operation" in part and name not in by_operation.setdefault(part["operation"], []):
                by_operation[part["operation"]].append(name)
    binds = law["force"] in ("in_force", "provisional", "repealed", "denounced") and not law.get("scenario")
    said = OPERATIONS if binds else OPERATIONS | {"self_executing": "tried as a scenario, owed by nobody"}
    return "; ".join(f"{', '.join(names)}: {said.get(how, how)}" for how, names in by_operation.items()) or "-"


def _force(law: Table) -> str:
    force = FORCES.get(law["force"], str(law["force"]))
    return f"{force}; scenario" if law.get("scenario") else force


def summary() -> str:
    """What the README says is modelled: branches, States, floors, instruments, and where the gaps are listed."""
    national, floors, instruments = (law_files(kind) for kind in ("national", "floors", "instruments"))
    decided = {branch for _, law in national for _, branch, _ in regimes(law)}
    named = [term.word for term in terms.BRANCHES]
    lines = [
        f"Branches decided: {', '.join(f'`{word}`' for word in named if word in decided) or 'none'}. "
        f"Told which State pays, with amounts that are stated: {', '.join(f'`{word}`' for word in ROUTED)}. "
        f"Not yet decided: {', '.join(f'`{word}`' for word in named if word not in decided and word not in ROUTED)}; "
        "a decision that comes near one of them says so.",
        "",
        "Depth A: the amount is computed and checked against an official or hand-worked example; B: right, lengths and"
        " payer; C: routing only.",
        "",
        *table("State", "schemes", "depth", "standing of its entries"),
        *(row(law["title"], _schemes(law), _depth(law), standings(law)) for _, law in national if not invented(law)),
    ]
    if floors:
        lines += ["", *table("Floor", "grants", "standing of its entries")]
        lines += [
            row(law["title"], ", ".join(sorted({g for _, g, _ in regimes(law)})) or "none with a level", standings(law))
            for _, law in floors
            if not invented(law)
        ]
    lines += ["", *table("Instrument", "force", "what it does here")]
    lines += [row(law["title"], _force(law), _operations(law)) for _, law in instruments if not invented(law)]
    test_laws = [law for _, law in (*national, *instruments) if invented(law)]
    if test_laws:
        lines += ["", f"Besides, {len(test_laws)} laws and agreements of invented States serve the tests."]
    lines += ["", "What each file leaves out, and each figure nobody could find: [docs/modelled.md](docs/modelled.md)."]
    return "\n".join(lines)


def modelled() -> str:
    """The page of what each law file models, what it leaves out and what is unknown in it."""
    lines = ["# What is modelled and what is not", "", "Made from the files of real law by `docs/make.py`."]
    for kind, title in (("national", ""), ("floors", "Floor: "), ("instruments", "")):
        for path, law in law_files(kind):
            if invented(law):
                continue
            lines += ["", f"## {title}{law['title']}"]
            lines += ["", f"`agreements/{kind}/{path.name}`, reviewed {law['reviewed']}."]
            if "force" in law:
                lines += ["", f"Force: {_force(law)}. {_operations(law)}."]
            spans = [(f"`{s}` {b}", regime["from"], regime.get("until")) for s, b, regime in regimes(law)]
            if spans:
                lines += ["", *(f"- {what}, {start} to {end or 'now'}" for what, start, end in spans)]
            lines += ["", f"Standing: {standings(law)}."]
            gaps = [*law.get("not_modelled", ()), *(gap for _, _, one in regimes(law) for gap in one.get("not_modelled", ()))]
            if gaps:
                lines += ["", "Not modelled:", "", *(f"- {gap}" for gap in dict.fromkeys(gaps))]
            unknown = [leaf for leaf in leaves(law) if lost(leaf)]
            if unknown:
                lines += ["", "Unknown:", "", *(f"- `{leaf.path}`: {'; '.join(lost(leaf))}" for leaf in unknown)]
    return "\n".join(lines) + "\n"


def parties(root: Path = ROOT) -> str:
    """The index of parties: of each State, the instruments it was ever a party to, so that a case opens no other."""
    return index_text(root / "agreements")


def command_line() -> list[str]:
    """The words of the README's main command after `portability`: `case`, and the file."""
    found = re.search(r"^python3 -m venv .*\.venv/bin/portability (.+)$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert found, "README.md shows no command that runs portability"
    return found[1].split()


def worked_case() -> str:
    """The README's main command and what the program prints for it."""
    words = command_line()
    start = "import sys; from portability.cli import main; sys.exit(main())"
    ran = subprocess.run([sys.executable, "-c", start, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"portability {' '.join(words)} ended with {ran.returncode}: {ran.stderr[-500:]}"
    return f"```text\n$ portability {' '.join(words)}\n{_shown(ran.stdout)}\n```"


def _shown(printed: str) -> str:
    """The parts of a decision that the README shows, with the headings of those it leaves out."""
    title, *parts = "\n".join(line.rstrip() for line in printed.strip("\n").splitlines()).split("\n\n")
    headings = [part.partition("\n")[0] for part in parts]
    assert set(SHOWN) <= set(headings), f"the decision has no longer the parts {SHOWN}, but {headings}"
    kept = [part for heading, part in zip(headings, parts, strict=True) if heading in (headings[0], *SHOWN)]
    others = [heading for heading in headings[1:] if heading not in SHOWN]
    return "\n\n".join([title, *kept, f"[Also printed, left out here: {'; '.join(others)}]"])


def path_example() -> str:
    """The life of the README's case as a picture, under the agreements that bind."""
    from portability.assessment.path import path
    from portability.case.model import load_case
    from portability.record.picture import picture

    return picture(path(load_case(ROOT / command_line()[1])))


def what_would_change() -> str:
    """The case of the README under every set of agreements, side by side."""
    lines = table("State and scheme", *(f"`{name}`" for name in scenarios.SETS))
    lines += [row(*cells[: 1 + len(scenarios.SETS)]) for cells in report.under_each_set(ROOT / Path(command_line()[1]).parent)]
    return "\n".join(lines)


SHOWN = ("Benefits", "How each State reckons", "Why: MZ mz-inss")
SECTIONS: dict[str, Callable[[], str]] = {
    "worked case": worked_case,
    "what would change": what_would_change,
    "modelled": summary,
}


def section(text: str, name: str) -> str:
    """What stands in a page between the two marks of a section."""
    before, begin, rest = text.partition(f"<!-- {name}: made by docs/make.py -->\n")
    inside, end, _ = rest.partition(f"\n<!-- end of {name} -->")
    assert begin, f'no mark "<!-- {name}: made by docs/make.py -->" after {before[-60:]!r}'
    assert end, f'no mark "<!-- end of {name} -->"'
    return inside


def readme() -> str:
    """The README with its made sections made anew."""
    text = (ROOT / "README.md").read_text("utf-8")
    for name, make in SECTIONS.items():
        begin, end = f"<!-- {name}: made by docs/make.py -->\n", f"\n<!-- end of {name} -->"
        text = text.replace(begin + section(text, name) + end, begin + make() + end)
    return text


PAGES: dict[str, Callable[[], str]] = {
    "agreements/parties.json": parties,
    "docs/glossary.md": terms.glossary,
    "docs/modelled.md": modelled,
    "docs/population.md": populations.page,
    "docs/report.md": report.page,
    "docs/path-example.svg": path_example,
    "README.md": readme,
}


def main(arguments: list[str]) -> int:
    """Write every page that differs, or only name them."""
    check = arguments == ["--check"]
    drifted = 0
    for name, make in PAGES.items():
        path, made = ROOT / name, make()
        if not path.is_file() or path.read_text("utf-8") != made:
            drifted += 1
            print(f"{name}: {'differs from what is made' if check else 'written'}")
            if not check:
                path.write_text(made, "utf-8")
    return 1 if check and drifted else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
