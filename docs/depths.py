"""How deep each State's law is told, as a table for the report."""

from collections.abc import Iterator

from docs import scenarios
from docs.pages import ROOT, invented, law_files, row, table

DEPTHS = ("old_age", "invalidity", "survivors", "sickness", "maternity", "medical_care")


def depths() -> Iterator[str]:
    """The chapter of the report that says, State by State, how far the law is told, and where it is worked by hand."""
    yield "\n## How deep each State's law is told\n"
    yield (
        "A: the amount is computed and checked against an official or hand-worked example; B: right, lengths and payer;"
        " C: routing only; a dash: not told. Lives: the cases worked by hand in which the State stands.\n"
    )
    branches = (branch.replace("_", " ") for branch in DEPTHS)
    yield from table("State", *branches, "grants to older persons", "worked by hand", "lives")
    floors = {law["country"]: law for _, law in law_files("floors")}
    cases = [scenarios.case_of(folder) for folder in scenarios.folders(published=False)]
    lived = [{row.country for row in (*case.period, *case.residence)} for case in cases]
    for path, law in law_files("national"):
        if invented(law):
            continue
        told, code = law.get("depth", {}), law["country"]
        grants = floors.get(code, {}).get("older_persons", {})
        hand = f"hand-worked/{path.stem}.md"
        deep = "A" if (ROOT / "docs" / hand).exists() else "B"
        yield row(
            law["title"],
            *(str(told.get(branch, "-")) for branch in DEPTHS),
            ", ".join(f"{deep} ({rows[-1].get('name', name)})" for name, rows in grants.items()) or "-",
            f"[{path.stem}]({hand})" if deep == "A" else "-",
            str(sum(code in states for states in lived)),
        )
