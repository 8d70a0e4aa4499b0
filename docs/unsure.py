"""How sure the figures of each State's law are, branch by branch: the chapter of the report on sources not confirmed."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from docs.pages import Leaf, Table, leaves, real_laws, row, table

NOT_SURE = ("unconfirmed", "assumed", "unknown")
COLUMNS = ("official", "secondary", *NOT_SURE)


def unsure() -> Iterator[str]:
    """The table: of each State and branch so many figures by standing, and the names of those that are not sure."""
    yield "\n## Figures that rest on sources not confirmed, by State and branch\n"
    yield (
        "Every figure of the national laws, once for each day from which it holds. Unconfirmed: remembered, or sources disagree;"
        " assumed: a reading taken, or a limit that nobody found; unknown: the law has it and nobody found it, whatever else is"
        " known of it. What is named may stand in several regimes.\n"
    )
    yield from table("State", "branch", "figures", *COLUMNS, "unconfirmed or assumed", "unknown")
    for _, law in real_laws("national"):
        for branch, found in by_branch(law).items():
            many = Counter(word for _, word in found)
            counted = (str(many[word] or "-") for word in COLUMNS)
            weak = named(found, ("unconfirmed", "assumed"))
            yield row(law["country"], branch.replace("_", " "), str(len(found)), *counted, weak, named(found, ("unknown",)))


def by_branch(law: Table) -> dict[str, list[tuple[str, str]]]:
    """Of each branch of a national law the figures, as the key they stand under and how sure they are."""
    found: dict[str, list[tuple[str, str]]] = {}
    for scheme, branches in law.items():
        for branch, regimes in branches.items() if isinstance(branches, dict) and scheme != "scheme" else ():
            for regime in regimes if _are_regimes(regimes) else ():
                for key, told in regime.items():
                    found.setdefault(branch, []).extend((key, how_sure(leaf)) for leaf in leaves({key: told}))
    return found


def _are_regimes(told: Any) -> bool:
    return isinstance(told, list) and all(isinstance(one, dict) and "from" in one for one in told)


def how_sure(leaf: Leaf) -> str:
    """The standing of a figure; one that nobody found is unknown, also where only its share is."""
    return "unknown" if lost(leaf) else str(leaf.table.get("standing"))


def lost(leaf: Leaf) -> list[str]:
    """Why a figure, or a part of it, is not known."""
    parts = [leaf.table, *(step for step in leaf.table.get("steps", ()) if isinstance(step, dict))]
    return [str(part[key]) for part in parts for key in ("unknown", "share_unknown", "not_known") if key in part]


def named(found: list[tuple[str, str]], words: tuple[str, ...]) -> str:
    """The keys of the figures that are as sure as one of some words, each once."""
    return ", ".join(dict.fromkeys(f"`{key}`" for key, word in found if word in words)) or "-"
