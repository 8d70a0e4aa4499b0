"""Turning what pydantic found into faults in the project's words, every one, with line and path."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from portability.document.leaf import ALIASES
from portability.document.place import Path
from portability.document.tree import Document
from portability.document.written import quote
from portability.faults import Fault, did_you_mean

M = TypeVar("M", bound=BaseModel)
MOST_FAULTS_OF_A_TABLE = 200


def validated(model: type[M], data: object, document: Document, prefix: Path = ()) -> M | None:
    """The model made of a part of a document, or None with the faults added to `document.faults`."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        document.faults.extend(faults_of(error, model, document, prefix))
        return None


def faults_of(error: ValidationError, model: type[BaseModel], document: Document, prefix: Path = ()) -> list[Fault]:
    """Every fault of a validation error, in the project's words; what the document has reported already is left out.

    `prefix` is the path, in the document, of the table that was validated.
    """
    faults = []
    errors = error.errors(include_url=False)
    for each in errors[:MOST_FAULTS_OF_A_TABLE]:
        path = (*prefix, *_trimmed(each["loc"], prefix, document))
        if document.is_broken(path) or (each["type"] == "fault" and document.holds_broken(path)):
            continue
        faults.append(document.fault(path, *_told(each, model)))
    if len(errors) > MOST_FAULTS_OF_A_TABLE:
        more = f"{len(errors) - MOST_FAULTS_OF_A_TABLE} more faults in this table"
        faults.append(document.fault(prefix, more, "Mend the first ones and check again"))
    return faults


def known_keys(model: type[BaseModel]) -> list[str]:
    """The keys a table may have, as they are written in files."""
    return [ALIASES.get(name, name) for name in model.model_fields]


def _trimmed(place: tuple[int | str, ...], prefix: Path, document: Document) -> Path:
    """The path as written: without the position of a table that stands for a list of one."""
    value: Any = document.data
    for part in prefix:
        value = _inside(value, part)
    path: list[str | int] = []
    for part in place:
        if isinstance(value, dict) and part == 0 and 0 not in value:
            continue
        path.append(part)
        value = _inside(value, part)
    return tuple(path)


def _inside(value: Any, part: int | str) -> Any:
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _told(error: Any, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    kind, given, context = error["type"], error.get("input"), error.get("ctx", {})
    match kind:
        case "fault":
            return context["what"], context["remedy"]
        case "missing":
            return _missing(str(error["loc"][-1]), given)
        case "extra_forbidden":
            key = str(error["loc"][-1])
            return "this key is not known here", did_you_mean(key, _keys_at(model, error["loc"][:-1]))
        case "literal_error":
            allowed = re.findall(r"'([^']*)'", context["expected"])
            remedy = did_you_mean(given, allowed) if isinstance(given, str) else "Allowed: " + ", ".join(allowed)
            return f"{quote(given)} is not a word known here", remedy
        case "string_type":
            return f"{quote(given)} is not text", "Write it in quotation marks"
        case "model_type" | "dict_type" | "model_attributes_type" | "mapping_type":
            return f"{quote(given)} stands where a table is expected", "Write a table of key = value"
        case "tuple_type" | "list_type" | "set_type" | "iterable_type":
            return f"{quote(given)} stands where a list is expected", "Write a list: [ ... ]"
        case _:
            return str(error["msg"]), ""


def _missing(key: str, table: object) -> tuple[str, str]:
    if key == "currency" and isinstance(table, dict) and ("amount" in table or "balance" in table):
        return "an amount without a currency", 'Write the three capitals of ISO 4217, as currency = "USD"'
    return "this is missing", f"Add the key {key}"


def _keys_at(model: type[BaseModel], place: Iterable[int | str]) -> list[str]:
    """The keys known to the table at a place inside a model."""
    for part in place:
        if isinstance(part, int):
            continue
        names = {ALIASES.get(name, name): name for name in model.model_fields}
        field = model.model_fields.get(names.get(part, part))
        inner = next(_models(field.annotation), None) if field else None
        if inner is None:
            return []
        model = inner
    return known_keys(model)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside an annotation such as `tuple[Period, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
