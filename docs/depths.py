"""How deep each State's law is told, as a table for the report."""

from collections.abc import Iterator

from docs import scenarios
from docs.pages import ROOT, Table, invented, law_files, row, table

DEPTHS = ("old_age", "invalidity", "survivors", "employment_injury", "sickness", "maternity", "medical_care")


def depths() -> Iterator[str]:
    """The chapter of the report that says, State by State, how far the law is told, and where it is worked by hand."""
    yield "\n## How deep each State's law is told\n"
    yield (
        "A: the amount is computed and checked against an official or hand-worked example; B: right, lengths and payer;"
        " C: routing only; a dash: not told. Lives: the cases worked by hand in which the State stands.\n"
    )
    branches = (branch.replace("_", " ") for branch in DEPTHS)
    yield from table("State", *branches, "floor", "worked by hand", "lives")
    floors = {law["country"]: law for _, law in law_files("floors") if "country" in law}
    cases = [scenarios.case_of(folder) for folder in scenarios.folders(published=False)]
    lived = [{row.country for row in (*case.period, *case.residence)} for case in cases]
    for path, law in law_files("national"):
        if invented(law):
            continue
        told, code = law.get("depth", {}), law["country"]
        hand = f"hand-worked/{path.stem}.md"
        deep = "A" if (ROOT / "docs" / hand).exists() else "B"
        yield row(
            law["title"],
            *(str(told.get(branch, "-")) for branch in DEPTHS),
            "; ".join(_floor(floors.get(code, {}), path.stem)) or "-",
            f"[{path.stem}]({hand})" if deep == "A" else "-",
            str(sum(code in states for states in lived)),
        )


def _floor(law: Table, state: str) -> Iterator[str]:
    """How far each guarantee of a State is told: A where it is worked by hand, C where nobody found its level, else B."""
    page = ROOT / "docs" / "hand-worked" / f"{state}.md"
    by_hand = {"older_persons"} if page.exists() and f"floors/{state}.toml" in page.read_text("utf-8") else set()
    lives = {
        (row["country"], row.get("grant"))
        for folder in scenarios.folders(published=False)
        for under in scenarios.expected(folder).get("under", ())
        for row in under.get("floor", ())
    }
    for guarantee in ("health", "children", "active_age", "older_persons"):
        for name, rows in law.get(guarantee, {}).items():
            last, told = rows[-1], guarantee.replace("_", " ")
            unknown = isinstance(last.get("level"), dict) and "unknown" in last["level"] and "regions" not in last
            worked = guarantee in by_hand or (law["country"], last.get("name")) in lives
            yield f"{told} {'C' if unknown else 'A' if worked else 'B'} ({last.get('name', name)})"
