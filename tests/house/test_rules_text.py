"""One text of a rule serves one person and millions: no branch on data, no inexact arithmetic; a sentence for each."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Module, under

RULES = under("rules")

WORDS_FOR = {
    ast.If: "choose, part",
    ast.IfExp: "choose",
    ast.While: "for over tiers, or a word",
    ast.Match: "choose",
    ast.BoolOp: "all_of, any_of",
    ast.Not: "opposite",
    ast.Compare: "reaches, exceeds, same",
    ast.Div: "ratio(..., if_none=)",
    ast.FloorDiv: "ratio, round_to",
    ast.Mod: "excess, round_to",
    ast.Try: "a word that is total",
    ast.Assert: "a check where the data enter",
}
CALLS_FOR = {
    "min": "not_above",
    "max": "not_below",
    "round": "round_to",
    "abs": "excess",
    "sum": "total",
    "any": "any_of",
    "all": "all_of",
    "float": "quantity, where the data enter",
    "int": "quantity, where the data enter",
    "bool": "a yes/no as it is",
    "divmod": "ratio",
    "Fraction": "ratio",
    "Decimal": "quantity, where the data enter",
}
IMPORTS_ALLOWED = ("portability.number", "portability.rules", "typing", "collections.abc", "fractions", "dataclasses")


def branches_on_data(module: Module) -> Iterator[str]:
    """Every construct in a rule that a column could not follow, with the word to use instead.

    Asking whether an argument is None is no branch on data: it is so for every row or for none.
    """
    absent = set(_asking_for_none(module))
    for node in ast.walk(module.tree):
        for kind, word in WORDS_FOR.items():
            if isinstance(node, kind) and node not in absent:
                yield f"{module.path}:{_line(node, module)}: {kind.__name__}; use {word}"
        if isinstance(node, ast.comprehension) and node.ifs:
            yield f"{module.path}:{node.ifs[0].lineno}: a condition in a comprehension; use part"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS_FOR:
            if node.func.id == "Fraction" and all(isinstance(argument, ast.Constant) for argument in node.args):
                continue
            yield f"{module.path}:{node.lineno}: {node.func.id}(); use {CALLS_FOR[node.func.id]}"


def _asking_for_none(module: Module) -> Iterator[ast.AST]:
    for node in ast.walk(module.tree):
        match node:
            case ast.If(test=test) | ast.IfExp(test=test):
                match test:
                    case ast.Compare(ops=[ast.Is() | ast.IsNot()], comparators=[ast.Constant(value=None)]):
                        yield from (node, test)


def _line(node: ast.AST, module: Module) -> int:
    """The line of a node; operators have none of their own, so the line of what holds them."""
    for holder in ast.walk(module.tree):
        if node in ast.iter_child_nodes(holder):
            return getattr(node, "lineno", getattr(holder, "lineno", 0))
    return 0


def foreign_imports(module: Module) -> Iterator[str]:
    """Rules see lengths, amounts, ratios and yes/no: no dates, no files, no State, no other arithmetic."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "" if not node.level else "portability.rules"]
        else:
            continue
        for name in names:
            if not name.startswith(IMPORTS_ALLOWED):
                yield f"{module.path}:{node.lineno}: imports {name}"


def unexplained(module: Module) -> Iterator[str]:
    """Public functions whose docstring lacks the legal sentence or the worked example."""
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            doc = ast.get_docstring(node) or ""
            if not doc.split("\n", 1)[0].endswith("."):
                yield f"{module.path}:{node.lineno}: {node.name}: the first line is no sentence ending with a period"
            if ">>> " not in doc:
                yield f"{module.path}:{node.lineno}: {node.name}: no worked example"


def as_rule(code: str) -> Module:
    return Module("portability.rules.example", "portability/rules/example.py", ast.parse(code))


def test_there_are_rules_to_read() -> None:
    assert RULES, "portability/rules/ holds no module"


def test_rules_never_branch_on_data() -> None:
    assert [fault for module in RULES for fault in branches_on_data(module)] == []


def test_rules_import_words_on_numbers_and_nothing_else() -> None:
    assert [fault for module in RULES for fault in foreign_imports(module)] == []


def test_every_rule_is_one_sentence_and_one_worked_example() -> None:
    assert [fault for module in RULES for fault in unexplained(module)] == []


@pytest.mark.parametrize(
    "line",
    [
        "if own: return own",
        "return own if own else 0",
        "return own and other",
        "return not own",
        "return own > other",
        "return own / other",
        "return own // other",
        "return min(own, other)",
        "return max(own, other)",
        "return round(own)",
        "return float(own)",
        "return own * Fraction(1, other)",
        "return [x for x in own if x]",
        "while own: own = other",
        "return own is None",
        "return 1 if own is other else 2",
    ],
)
def test_the_check_on_branches_finds_them(line: str) -> None:
    assert list(branches_on_data(as_rule(f"def rule(own, other):\n    {line}")))


def test_the_check_on_branches_lets_tiers_and_constants_pass() -> None:
    code = "def rule(own, tiers):\n    for tier in tiers:\n        own = own + tier * Fraction(1, 12)\n    return own"
    assert list(branches_on_data(as_rule(code))) == []
    assert list(branches_on_data(as_rule("def rule(own, end):\n    return own if end is None else end"))) == []


def test_the_other_checks_find_what_they_look_for() -> None:
    assert list(foreign_imports(as_rule("from datetime import date"))) == [
        "portability/rules/example.py:1: imports datetime"
    ]
    assert len(list(unexplained(as_rule("def rule():\n    '''Words without an end'''")))) == 2
    assert list(unexplained(as_rule("def rule():\n    '''A sentence.\n\n    >>> 1\n    1\n    '''"))) == []
