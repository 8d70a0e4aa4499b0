"""The bibliography: what a source is called, where it stands, and when it was read."""

import datetime
from typing import Literal

from pydantic import RootModel

from portability.law.leaf import Strict
from portability.law.values import Key, Text


class Source(Strict):
    """A source. `kind = "invented"`: made up for the tests, without an address. `retrieved`: the day it was read."""

    title: Text
    date: datetime.date | Text | None = None
    address: Text | None = None
    language: Text | None = None
    retrieved: datetime.date | None = None
    kind: Literal["law", "treaty", "gazette", "institution", "court", "guide", "press", "study", "memory", "invented"]
    note: Text | None = None


class SourcesFile(RootModel[dict[Key, Source]]):
    """`agreements/sources.toml`: one table for each source, by its key."""
