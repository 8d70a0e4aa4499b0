"""A comparison set: under which agreements a case is decided beside the agreements that bind."""

from typing import Literal

from pydantic import Field

from portability.law.leaf import Strict
from portability.law.values import Key, Text


class ComparisonFile(Strict):
    """A file of `scenarios/comparisons/`. `start`: from no agreement (`none`), from those that bind (`as-bound`), or
    from another set; then `add` and `without` instruments by id. `parties`: with `every_state` what is added binds all
    States of a case."""

    format: Literal["portability.comparison/1"]
    id: Key
    title: Text
    start: Key
    add: list[Key] = Field(default_factory=list)
    without: list[Key] = Field(default_factory=list)
    parties: Literal["as_in_file", "every_state"] = "as_in_file"
    note: Text | None = None
