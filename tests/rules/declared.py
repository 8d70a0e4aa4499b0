"""Every rule of the house, found by walking `portability.rules`, and the kinds of its arguments as it declares them.

A rule declares kinds by its annotations, as they are written: `Runs` are earnings, pairs of numbers are steps of a
table. An `int` is the place of one member among all: it is no number of the law and is never a column.
"""

import ast
import inspect
import pkgutil
import textwrap
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import portability.rules

KINDS = {
    "Number": "number",
    "YesNo": "yesno",
    "tuple[Number, ...]": "numbers",
    "tuple[YesNo, ...]": "yesnos",
    "Runs": "runs",
    "tuple[tuple[Number, Number], ...]": "rows",
    "Rounding": "rounding",
    "int": "place",
}
ANSWERS = ("Number", "YesNo", "Runs")


def rules() -> Iterator[Callable[..., Any]]:
    """The public functions that the modules of `portability.rules` define."""
    for module in pkgutil.walk_packages(portability.rules.__path__, "portability.rules."):
        for name, found in inspect.getmembers(import_module(module.name), inspect.isfunction):
            if found.__module__ == module.name and not name.startswith("_"):
                yield found


def kinds(rule: Callable[..., Any]) -> dict[str, str]:
    """The kind of each argument of a rule; TypeError where it declares none."""
    told, answer = _written(rule)
    strangers = {name: text for name, text in told.items() if text not in KINDS}
    if strangers or answer not in ANSWERS:
        raise TypeError(
            f"{rule.__name__} declares {strangers or answer}: an argument of a rule is one of {', '.join(KINDS)}, "
            f"its answer one of {', '.join(ANSWERS)}"
        )
    return {name: KINDS[text] for name, text in told.items()}


def gives_runs(rule: Callable[..., Any]) -> bool:
    """Whether the answer of a rule is runs."""
    return _written(rule)[1] == "Runs"


def by_member(rule: Callable[..., Any]) -> tuple[Callable[..., Any], dict[str, str]]:
    """A rule and the kinds of its arguments; a rule that is asked for one member is asked for each of them in turn."""
    declared = kinds(rule)
    places = [name for name, kind in declared.items() if kind == "place"]
    if not places:
        return rule, declared
    (place,) = places
    rest = {name: kind for name, kind in declared.items() if kind != "place"}

    def of_each(**given: Any) -> tuple[Any, ...]:
        members = next(len(value) for value in given.values() if isinstance(value, (list, tuple)))
        return tuple(rule(**{place: i}, **given) for i in range(members))

    return of_each, rest


def _written(rule: Callable[..., Any]) -> tuple[dict[str, str], str]:
    """The annotations of a function as its text has them: of arguments, and of the answer."""
    function = ast.parse(textwrap.dedent(inspect.getsource(rule))).body[0]
    assert isinstance(function, ast.FunctionDef)
    asked = function.args
    every = [*asked.posonlyargs, *asked.args, *asked.kwonlyargs, *filter(None, (asked.vararg, asked.kwarg))]
    told = {one.arg: ast.unparse(one.annotation) if one.annotation else "" for one in every}
    return told, ast.unparse(function.returns) if function.returns else ""
