"""The rooms and who may import whom: only from lower floors, never a peer, never in a circle."""

import ast
import re
import sys

import pytest

from tests.house.source import ROOT, Import, Module, imports, modules, room, text, under

FLOORS = {
    "terms": 1, "citation": 1, "faults": 1, "frozen": 1,
    "number": 2,
    "document": 3, "periods": 3, "rules": 3, "record": 3,
    "case": 4, "law": 4,
    "assessment": 5,
    "population": 6, "doors": 6, "office": 6, "letters": 6,
    "cli": 7, "web": 7,
}  # fmt: skip
ALLOWED = {
    "numpy": ("number/column", "population"),
    "pydantic": ("document", "law", "case", "cli"),
    "pydantic_core": ("document", "law", "case", "cli"),
    "pyarrow": ("population",),
    "tabulate": ("record/render", "cli"),
}
FILES_OPENED_IN = ("document", "law", "population", "cli", "doors")
CLOCK_READ_IN = ("cli",)

KNOWN = frozenset(module.name for module in modules())
IMPORTS = [found for module in modules() for found in imports(module, KNOWN)]


def ours(target: str) -> bool:
    return target == "portability" or target.startswith("portability.")


def arrows_up(found: list[Import]) -> list[str]:
    """Imports of a higher floor or of a peer on the same floor; a room without a floor has neither."""
    faults = []
    for each in found:
        here, there = room(each.importer.name), room(each.target)
        if not ours(each.target) or here == there or not there:
            continue
        if not here or FLOORS.get(there, 99) >= FLOORS.get(here, 0):
            faults.append(f"{each} (floor {FLOORS.get(there, '?')} from floor {FLOORS.get(here, '?')})")
    return faults


def circles(found: list[Import]) -> list[str]:
    """Modules that import each other in a circle, lazily or not."""
    graph: dict[str, set[str]] = {}
    for each in found:
        if ours(each.target) and each.target != each.importer.name:
            graph.setdefault(each.importer.name, set()).add(each.target)
    done: set[str] = set()
    faults: list[str] = []

    def visit(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            faults.append(" -> ".join((*trail[trail.index(name) :], name)))
        elif name not in done:
            for target in sorted(graph.get(name, ())):
                visit(target, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())
    return faults


def example(name: str, code: str) -> list[Import]:
    """The imports of an invented module, to try a check on."""
    path = name.replace(".", "/") + ".py"
    return list(imports(Module(name, path, ast.parse(code)), KNOWN | {name}))


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room(module.name) for module in modules()} - {""}
    assert rooms <= FLOORS.keys(), f"say on which floor {rooms - FLOORS.keys()} stands, in FLOORS"


def test_the_page_of_the_house_shows_every_room_on_its_floor() -> None:
    rows = re.findall(r"^\| (\d) \| ([^|]+) \|", text(ROOT / "docs" / "house.md"), re.M)
    shown = {name: int(floor) for floor, rooms in rows for name in re.findall(r"`(\w+)`", rooms)}
    assert shown == {name: FLOORS[name] for name in {room(module.name) for module in modules()} - {""}}


def test_a_room_imports_only_from_lower_floors_and_peers_never_import_each_other() -> None:
    assert arrows_up(IMPORTS) == []


def test_no_circle() -> None:
    assert circles(IMPORTS) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("portability.number.exact", "from portability.cli import main"),
        ("portability.rules.proration", "from portability.periods import dates"),
        ("portability.case.model", "def f():\n    import portability.law.shelf"),
        ("portability.terms", "from portability import citation"),
        ("portability.record.ledger", "from ..assessment import stages"),
    ],
)
def test_the_floor_check_finds_what_it_looks_for(name: str, code: str) -> None:
    assert len(arrows_up(example(name, code))) == 1


def test_the_circle_check_finds_a_circle() -> None:
    one = example("portability.law.one", "import portability.law.two")
    two = example("portability.law.two", "def f():\n    import portability.law.one")
    assert circles(one) == []
    assert circles(one + two) == ["portability.law.one -> portability.law.two -> portability.law.one"]


@pytest.mark.parametrize("library", sorted(ALLOWED))
def test_a_library_stays_in_its_rooms(library: str) -> None:
    at_home = {module.name for module in under(*ALLOWED[library])}
    strays = [str(e) for e in IMPORTS if e.target.split(".")[0] == library and e.importer.name not in at_home]
    assert strays == []


def test_only_the_declared_libraries_are_imported() -> None:
    roots = {each.target.split(".")[0] for each in IMPORTS}
    assert roots - set(sys.stdlib_module_names) - {"portability"} <= ALLOWED.keys()


def test_the_package_itself_loads_nothing_of_ours() -> None:
    assert [str(e) for e in IMPORTS if e.importer.name == "portability" and ours(e.target)] == []


def calls(trees: list[Module], *names: str) -> list[str]:
    """Calls of a function by its name or of a method by a dot and its name, as "file:line: call"."""
    found = []
    for module in trees:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call):
                called = f".{node.func.attr}" if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in names:
                    found.append(f"{module.path}:{node.lineno}: {ast.unparse(node)}")
    return found


def test_tabulate_never_reads_text_as_numbers() -> None:
    tables = [call for call in calls(list(modules()), "tabulate", ".tabulate") if "disable_numparse=True" not in call]
    assert tables == [], "without disable_numparse=True the code 001 is printed as 1 and 1.10 as 1.1"


def test_files_are_opened_only_in_the_rooms_that_read_and_write() -> None:
    home = {module.name for module in under(*FILES_OPENED_IN)}
    others = [module for module in modules() if module.name not in home]
    methods = (".open", ".read_text", ".read_bytes", ".write_text", ".write_bytes", ".iterdir", ".glob", ".listdir")
    assert calls(others, "open", *methods) == []


def test_no_module_reads_the_clock_or_the_environment_except_where_a_command_starts() -> None:
    home = {module.name for module in under(*CLOCK_READ_IN)}
    others = [module for module in modules() if module.name not in home]
    clocks = (".today", ".now", ".utcnow", ".time", ".monotonic", ".getenv", ".setlocale", "localcontext")
    assert calls(others, *clocks) == []
    environ = [m.path for m in others for n in ast.walk(m.tree) if isinstance(n, ast.Attribute) and n.attr == "environ"]
    assert environ == []


def test_records_are_frozen_dataclasses() -> None:
    """What a decision is made of never changes; written to are only the ledger, a step of it once, and a picture's sheet."""
    faults = []
    for module in under("record"):
        if module.name in ("portability.record.ledger", "portability.record.picture.sheet"):  # what is written to
            continue
        for node in ast.walk(module.tree):
            if (module.name, getattr(node, "name", "")) == ("portability.record.step", "Step"):  # told later what determines it
                continue
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                made = [ast.unparse(part) for part in (*node.decorator_list, *node.bases)]
                standard = any(part.startswith("dataclass(") and "frozen=True" in part for part in made)
                light = any(part.partition("(")[0] == "frozen" for part in made)
                if not standard and not light and not {"NamedTuple", "TypedDict", "Protocol", "StrEnum", "Enum"} & set(made):
                    faults.append(f"{module.path}:{node.lineno}: class {node.name}")
    assert faults == []
