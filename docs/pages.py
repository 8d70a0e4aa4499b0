"""What the made pages share: the law files read, their deciding entries, and tables in Markdown."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:  # the program is found beside this folder, installed or not
    sys.path.insert(0, str(ROOT))

Table = dict[str, Any]
DECIDES = {"is", "F", "M", "rows", "unknown", "none_known", "repealed", "shape"}


class Leaf(NamedTuple):
    """One deciding entry of a law file: its path, its table, and the source it stands in if it names none itself."""

    path: str
    table: Table
    source: str | None


def law_files(kind: str, root: Path = ROOT) -> list[tuple[Path, Table]]:
    """The law files of one kind (national, instruments, floors), read, in the order of their names."""
    return [(path, tomllib.loads(path.read_text("utf-8"))) for path in sorted(root.glob(f"agreements/{kind}/*.toml"))]


def leaves(node: object, path: str = "", source: str | None = None) -> Iterator[Leaf]:
    """Every entry that decides something or claims a citation, at any depth; the parts of a leaf are cited by it."""
    if isinstance(node, list):
        for number, each in enumerate(node):
            yield from leaves(each, f"{path}[{number}]", source)
    elif isinstance(node, dict):
        source = node.get("source", source)
        chapter = "operation" in node
        if chapter or {"cites", "standing"} & node.keys() or DECIDES & node.keys():
            yield Leaf(path, node, source)
        if chapter or not DECIDES & node.keys():
            for key, value in node.items():
                yield from leaves(value, f"{path}.{key}" if path else key, source)


def invented(law: Table) -> bool:
    """Whether a law is of invented States (ISO 3166-1 leaves XA to XZ to the user)."""
    states = [party["state"] for party in law.get("party", [])] or [law.get("country", "")]
    return all(re.fullmatch("X[A-Z]", state) for state in states)


def real_laws(kind: str) -> list[tuple[Path, Table]]:
    """The law files of one kind, those of invented States left out."""
    return [(path, law) for path, law in law_files(kind) if not invented(law)]


def row(*cells: str) -> str:
    """One row of a table."""
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"


def table(*titles: str) -> list[str]:
    """The head of a table."""
    return [row(*titles), "|" + "---|" * len(titles)]
