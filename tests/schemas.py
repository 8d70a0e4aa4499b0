"""As much of JSON Schema as the project's schemas use, to hold what is printed against what is promised."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "boolean": (bool,),
}  # fmt: skip
KNOWN = {
    "$schema", "$id", "$defs", "$ref", "type", "properties", "required", "additionalProperties", "items", "enum",
    "const",
    "anyOf", "oneOf", "pattern", "minimum", "maximum", "maxLength", "minItems", "description", "default", "format",
    "uniqueItems", "minLength", "exclusiveMinimum", "propertyNames", "discriminator", "title",
}  # fmt: skip


def misfits(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Where a value does not fit a schema; raises AssertionError for a word of JSON Schema not known here."""
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema:
        yield from misfits(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, path)
    for word, least in (("anyOf", 1), ("oneOf", 1)):
        if word in schema:
            fitting = [each for each in schema[word] if not list(misfits(value, each, root, path))]
            if len(fitting) < least or (word == "oneOf" and len(fitting) > 1):
                yield f"{path}: fits {len(fitting)} of {word}"
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, TYPES[kind]) and (kind == "boolean") >= isinstance(value, bool)
                         for kind in kinds):  # fmt: skip
        yield f"{path}: {value!r} is no {' or '.join(kinds)}"
        return
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{path}: {value!r} is not allowed"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{path}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{path}: {value} is out of range"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from (f"{path}: {key} is missing" for key in schema.get("required", []) if key not in value)
        for key, inner in value.items():
            more = schema.get("additionalProperties", True)
            if key in properties:
                yield from misfits(inner, properties[key], root, f"{path}.{key}")
            elif isinstance(more, dict):
                yield from misfits(inner, more, root, f"{path}.{key}")
            elif not more:
                yield f"{path}: {key} is not known"
    if isinstance(value, list) and "items" in schema:
        for position, inner in enumerate(value):
            yield from misfits(inner, schema["items"], root, f"{path}[{position}]")
