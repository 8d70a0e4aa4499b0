"""Stages are straight-line code: they branch on the shape of a law, never on a person's data."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Module, under

STAGES = (
    *("alone", "award", "opening", "conditions", "drawn", "in_place", "formula", "invalid", "survivors", "shares"),
    *("competent_payer", "waiting", "third", "pension", "transfer", "reference_wage", "injury/stage", "health/stage"),
    *("reductions", "together", "payment", "supplements", "floor/stage"),
)
BUILT = under(*(f"assessment/{stage}" for stage in STAGES))
FORBIDDEN_CALLS = ("min", "max", "round", "float", "abs", "sum", "any", "all", "sorted", "bool")


def on_shape(node: ast.expr) -> bool:
    """Whether an expression reads only a law's shape: what hangs on a name ending in "shape", constants, is-None."""
    match node:
        case ast.Constant() | ast.JoinedStr():
            return True
        case ast.BinOp(left=left, op=ast.BitAnd() | ast.BitOr() | ast.Sub(), right=right):
            return on_shape(left) and on_shape(right)
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return all(on_shape(part) for part in parts)
        case ast.BoolOp(values=parts):
            return all(on_shape(part) for part in parts)
        case ast.UnaryOp(operand=part):
            return on_shape(part)
        case ast.Compare(ops=[ast.Is() | ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return True
        case ast.Compare():
            return all(on_shape(part) for part in (node.left, *node.comparators))
        case ast.Call(func=ast.Attribute() as called, args=arguments, keywords=[]):
            return on_shape(called) and all(on_shape(argument) for argument in arguments)
        case ast.Name(id=name):
            return name.endswith("shape") or name.isupper()
        case ast.Attribute(value=value, attr=name):
            return name.endswith("shape") or on_shape(value)
        case ast.Subscript(value=value):
            return on_shape(value)
    return False


def branches_on_data(module: Module) -> Iterator[str]:
    """Every branch in a stage that does not hang on a shape, and every word of Python that would decide by itself."""
    for node in ast.walk(module.tree):
        match node:
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test) | ast.Assert(test=test):
                tests = [test]
            case ast.comprehension(ifs=ifs):
                tests = ifs
            case ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
                tests = [node]
            case ast.Match(subject=subject):
                tests = [subject]
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
                yield f"{module.path}:{node.lineno}: {name}(): use a number word"
                continue
            case ast.BinOp(op=ast.Div() | ast.FloorDiv() | ast.Mod()):
                yield f"{module.path}:{node.lineno}: {ast.unparse(node)}: use ratio in a rule"
                continue
            case _:
                continue
        for test in tests:
            if not on_shape(test):
                yield f"{module.path}:{test.lineno}: {ast.unparse(test)}: use where(), or a number word through step()"


def as_stage(line: str) -> list[str]:
    code = f"def stage(member, shape):\n    {line}"
    return list(branches_on_data(Module("portability.assessment.example", "example.py", ast.parse(code))))


def test_the_stages_are_where_the_check_looks() -> None:
    built = {module.name.split(".")[2] for module in BUILT}
    assert {"alone", "shares", "pension", "together", "payment"} <= built


def test_stages_branch_on_shapes_only() -> None:
    assert [fault for module in BUILT for fault in branches_on_data(module)] == []


@pytest.mark.parametrize(
    "line",
    [
        "if shape.formula == 'flat': return 1",
        "if member.plan.shape.method in ('higher_of', 'pro_rata'): return 1",
        "if not shape.minimum and shape.has('cap'): return 1",
        "if member.minimum is None: return 1",
        "return 1 if shape.reference is not None else 2",
        "if shape.method in OWN_PERIODS_ONLY and shape.stated & {'pro_rata'}: return 1",
        "if f'{key}_reference' in shape.parts: return 1",
    ],
)
def test_a_branch_on_a_shape_passes(line: str) -> None:
    assert as_stage(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "if member.own: return 1",
        "if member.own > 0: return 1",
        "if shape.cap > member.own: return 1",
        "if member.own is not shape: return 1",
        "if shape.parts & member.own: return 1",
        "return member.own or 0",
        "return [x for x in member if x.open]",
        "if not member.right: return 1",
        "return max(member.own, 1)",
        "return member.own / 12",
        "if len(member) == shape.size: return 1",
    ],
)
def test_a_branch_on_data_is_found(line: str) -> None:
    assert as_stage(line)
