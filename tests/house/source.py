"""How the house tests read the project's own text: its files, its modules, what each module imports."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "portability"
assert (PACKAGE / "__init__.py").is_file(), "the house tests stand two folders below the root of the project"

NOT_OURS = {".git", ".venv", "venv", "build", "dist", "node_modules", "__pycache__"}


class Module(NamedTuple):
    """A module of the package: its dotted name, its path from the root of the project, its syntax tree."""

    name: str
    path: str
    tree: ast.Module


class Import(NamedTuple):
    """One import: who imports, which module, on which line, and whether it happens when the module is loaded."""

    importer: Module
    target: str
    line: int
    at_load: bool

    def __str__(self) -> str:
        return f"{self.importer.path}:{self.line}: {self.importer.name} imports {self.target}"


def files() -> Iterator[Path]:
    """Every file of the tree that the project wrote, caches and environments aside."""
    for folder, below, names in os.walk(ROOT):
        below[:] = sorted(
            name for name in below if name not in NOT_OURS and not name.endswith((".egg-info", "_cache", ".hypothesis"))
        )
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix not in {".pyc", ".so"} and name != ".git":
                yield path


@cache
def text(path: Path) -> str:
    """The text of a file, or nothing where it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name, path.relative_to(ROOT).as_posix(), ast.parse(text(path), str(path))))
    return tuple(found)


def under(*rooms: str) -> list[Module]:
    """The modules of some rooms, each named by its path below the package: "rules", "number/column"."""
    dotted = ["portability." + room.replace("/", ".") for room in rooms]
    return [m for m in modules() if any(m.name == room or m.name.startswith(room + ".") for room in dotted)]


def room(name: str) -> str:
    """The room a module stands in: the first name below the package."""
    return name.split(".")[1] if "." in name else ""


def imports(module: Module, known: frozenset[str]) -> Iterator[Import]:
    """What a module imports, lazy imports too; `from a import b` is `a.b` where that is a known module."""
    yield from _imports(module, known, module.tree, at_load=True)


def _imports(module: Module, known: frozenset[str], node: ast.AST, at_load: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(module, alias.name, child.lineno, at_load)
        elif isinstance(child, ast.ImportFrom):
            base = _absolute(module, child)
            for alias in child.names:
                full = f"{base}.{alias.name}"
                yield Import(module, full if full in known else base, child.lineno, at_load)
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _for_types_only(child)
            yield from _imports(module, known, child, at_load and not inside)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    above = module.name.split(".")
    keep = len(above) - node.level + module.path.endswith("__init__.py")
    return ".".join(above[:keep] + ([node.module] if node.module else []))


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
