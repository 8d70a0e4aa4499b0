"""What holds of every file: short enough to hold in mind, of the project alone, finished, and no law in Python."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT, files, modules, text, under

MOST_LINES = 300
MOST_BYTES = 14 * 1024
EXACT = (
    *("number/exact", "number/unknown", "number/rounding", "number/words"),
    *("document", "periods", "rules", "record", "case", "law", "assessment"),
)
COUNTRY_TABLE = "portability/document/countr"

# ISO 3166-1 and the codes that went before, told as first letter and seconds; X is left free for invented States.
SECOND_LETTERS = """
A:DEFGILMOQRSTUWXZN B:ABDEFGHIJLMNOQRSTVWYZ C:ACDFGHIKLMNORUVWXYZS D:EJKMOZD E:CEGHRSTL F:IJKMOR
G:ABDEFGHILMNPQRSTUWY H:KMNRTU I:DELMNOQRST J:EMOP K:EGHIMNPRWYZ L:ABCIKRSTUVY M:ACDEFGHKLMNOPQRSTUVWXYZ
N:ACEFGILOPRUZ O:M P:AEFGHKLMNRSTWY Q:A R:EOSUW S:ABCDEGHIJKLMNORSTVXYZU T:CDFGHJKLMNORTVWZ U:AGMSYZK
V:ACEGINU W:FS Y:ETU Z:AMW
"""
COUNTRIES = {row[0] + second for row in SECOND_LETTERS.split() for second in row[2:]}

# Written so that no pattern matches its own text here.
ELSEWHERE = {
    "a path of one machine": r"(?<![\w./~-])/(home|Users|root|work|tmp|mnt)/[\w.]|[A-Z]:\\Users",
    "an unfinished mark": r"\b(T[O]DO|F[I]XME|H[A]CK)\b|#\s*X[X]X|NotImplemented[E]rror|pragma:[ ]no cover",
    "a word of the workshop": r"(?i)\b([w]orktree|[s]ub-?agent)s?\b",
    "the host of a package registry": r"\b(p[y]pi|python[h]osted|registry\.[n]pmjs|proxy\.[g]olang)\.(org|io|com)\b",
}
OUTWARD = re.compile(r"(?<![\w./])(?:\.\./)+[\w.-]+")


def found(pattern: str, path: Path) -> list[str]:
    """Where a pattern matches in a file, as "file:line: match"."""
    expression = re.compile(pattern)
    name = path.relative_to(ROOT).as_posix()
    lines = enumerate(text(path).splitlines(), 1)
    return [f"{name}:{number}: {match[0]}" for number, line in lines if (match := expression.search(line))]


@pytest.mark.parametrize("what", sorted(ELSEWHERE))
def test_the_tree_speaks_of_the_project_alone(what: str) -> None:
    assert [place for path in files() for place in found(ELSEWHERE[what], path)] == [], f"{what} in the tree"


@pytest.mark.parametrize(
    ("what", "sample"),
    [
        ("a path of one machine", "see /" + "home/me/law.toml"),
        ("an unfinished mark", "# TO" + "DO later"),
        ("a word of the workshop", "in a work" + "tree"),
        ("the host of a package registry", "https://py" + "pi.org/simple"),
    ],
)
def test_the_patterns_match_what_they_mean(what: str, sample: str) -> None:
    assert re.search(ELSEWHERE[what], sample)


def test_a_path_upwards_ends_inside_the_project() -> None:
    outside = []
    for path in files():
        for upward in OUTWARD.findall(text(path)):
            if ROOT not in (path.parent / upward).resolve().parents:
                outside.append(f"{path.relative_to(ROOT)}: {upward}")
    assert outside == []


def test_no_module_is_longer_than_one_can_hold_in_mind() -> None:
    python = [path for path in files() if path.suffix == ".py"]
    long = {
        path.relative_to(ROOT).as_posix(): (text(path).count("\n"), path.stat().st_size)
        for path in python
        if text(path).count("\n") > MOST_LINES or (PACKAGE in path.parents and path.stat().st_size > MOST_BYTES)
    }
    assert long == {}, f"over {MOST_LINES} lines or {MOST_BYTES} bytes: split by legal idea"


def test_no_room_is_called_utils() -> None:
    vague = {"utils", "util", "helpers", "common", "misc", "tools", "lib"}
    assert [module.path for module in modules() if vague & set(module.name.split("."))] == []


def countries_in(tree: ast.AST) -> list[str]:
    """Text in code that is a State's code, or a list of them."""
    named = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) >= 2:
            words = re.split(r"[\s,;|]+", node.value.strip())
            if set(words) <= COUNTRIES:
                named.append(f"{node.lineno}: {node.value[:20]!r}")
    return named


def test_no_state_is_named_in_python() -> None:
    """If you write a State's code in Python, you are in the wrong file: the law belongs in agreements/."""
    named = [
        f"{module.path}:{place}"
        for module in modules()
        if not module.path.startswith(COUNTRY_TABLE)
        for place in countries_in(module.tree)
    ]
    assert named == []


def test_the_check_on_states_finds_them_and_passes_invented_ones() -> None:
    assert countries_in(ast.parse("x = 'ZA'; y = 'DE FR'")) == ["1: 'ZA'", "1: 'DE FR'"]
    assert countries_in(ast.parse("'''Told of ZA.'''\nx = 'XA'; y = 'Art'; z = ''")) == []


def test_no_float_on_the_exact_path() -> None:
    floats = []
    for module in under(*EXACT):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, float):
                floats.append(f"{module.path}:{node.lineno}: {node.value}")
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
                floats.append(f"{module.path}:{node.lineno}: {ast.unparse(node)}")
    assert floats == []


def test_every_test_file_asserts() -> None:
    tests = list((ROOT / "tests").rglob("test_*.py"))
    silent = [p.relative_to(ROOT).as_posix() for p in tests if not re.search(r"\bassert\b|\braises\(", text(p))]
    assert tests
    assert silent == []


def test_every_ignored_type_says_why() -> None:
    """`type: ignore` names the error and is followed by a reason."""
    bare = r"#\s*type:[ ]ignore(?!\[[a-z-]+(, ?[a-z-]+)*\]\s+#\s*\w+)"
    assert [place for path in files() if path.suffix == ".py" for place in found(bare, path)] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [module.path for module in modules() if module.tree.body and not ast.get_docstring(module.tree)]
    assert silent == []
