"""`portability schema NAME`: the JSON Schema of a format, made from the models that read and write it."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

ALIASES = {"start": "from", "end": "to"}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def run(words: Sequence[str]) -> int:
    """Print one schema; 0."""
    parser = argparse.ArgumentParser(prog="portability schema", description="Print the JSON Schema of a format.")
    parser.add_argument("name", choices=list(SCHEMAS), metavar="NAME", help=", ".join(SCHEMAS))
    print(text(parser.parse_args(words).name), end="")
    return 0


def text(name: str) -> str:
    """The schema of a format as text, the same on every run.

    >>> json.loads(text("case"))["required"]
    ['format', 'id']
    """
    schema = {"$schema": DIALECT, "$id": f"portability.{name}/1", **SCHEMAS[name]()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _case() -> dict[str, Any]:
    from portability.case.model import Case

    schema: dict[str, Any] = _plain(Case.model_json_schema())
    del schema["properties"]["person"]["default"]
    return schema


def _recipe() -> dict[str, Any]:
    from portability.case.recipe import Recipe

    schema: dict[str, Any] = _plain(Recipe.model_json_schema())
    return schema


def _record(module: str, model: str) -> Callable[[], dict[str, Any]]:
    """The schema of a record: absent fields are absent, `start` and `end` are written `from` and `to`."""

    def made() -> dict[str, Any]:
        from importlib import import_module

        from pydantic import TypeAdapter

        room = import_module(f"portability.record.{module}")
        schema: dict[str, Any] = _aliased(_plain(TypeAdapter(getattr(room, model)).json_schema()))
        schema["properties"]["format"] = {"const": room.FORMAT, "type": "string"}
        schema["required"] = ["format", *schema["required"]]
        if "Money" in schema["$defs"]:
            schema["$defs"]["Money"]["oneOf"] = [{"required": ["amount"]}, {"required": ["unknown"]}]
        for table in (schema, *schema["$defs"].values()):
            if table.get("type") == "object":
                table["additionalProperties"] = False
        return schema

    return made


def _law(module: str, model: str) -> Callable[[], dict[str, Any]]:
    def schema() -> dict[str, Any]:
        from importlib import import_module

        made: dict[str, Any] = _plain(getattr(import_module(f"portability.law.{module}"), model).model_json_schema())
        return made

    return schema


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "case": _case,
    "decision": _record("decision", "Decision"),
    "instrument": _law("agreement", "InstrumentFile"),
    "national": _law("national", "NationalFile"),
    "floor": _law("floor", "FloorFile"),
    "series": _law("series", "SeriesFile"),
    "comparison": _law("comparison", "ComparisonFile"),
    "compared": _record("compared", "Compared"),
    "missing": _record("missing", "Missing"),
    "path": _record("path", "Path"),
    "population": _recipe,
}


def _plain(node: Any) -> Any:
    """A schema as people read it: what is absent is never null, no titles made of names, no worked examples."""
    if isinstance(node, list):
        return [_plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: _plain(value) for key, value in node.items() if not _is_noise(key, value)}
    if isinstance(node.get("description"), str):
        node["description"] = node["description"].partition("\n\n>>>")[0]
    choices = node.get("anyOf")
    if isinstance(choices, list):
        left = [choice for choice in choices if choice not in ({"type": "null"}, {"type": "number"})]
        left = [EXACT if choice.get("format") == "fraction" else choice for choice in left]
        rest = {key: value for key, value in node.items() if key != "anyOf"}
        return {**rest, **left[0]} if len(left) == 1 else {**rest, "anyOf": left}
    return node


EXACT = {"type": "string", "pattern": "^[0-9]+/[0-9]+$", "description": "an exact fraction"}


def _is_noise(key: str, value: object) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and (value is None or value in ([], ())))


def _aliased(node: Any) -> Any:
    """A schema whose objects name `from` and `to` as files do."""
    if isinstance(node, list):
        return [_aliased(each) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: _aliased(value) for key, value in node.items()}
    if isinstance(node.get("properties"), dict):
        node["properties"] = {ALIASES.get(key, key): value for key, value in node["properties"].items()}
        node["required"] = [ALIASES.get(key, key) for key in node.get("required", [])]
    return node
