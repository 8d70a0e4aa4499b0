"""A sound case in TOML, for tests to spoil."""

from pathlib import Path

from portability.case.model import read_case
from portability.faults import Refused

WHOLE = (Path(__file__).parent / "whole.toml").read_text("utf-8")
SMALL = """\
format = "portability.case/1"
id = "small"

[person]
born = 1961-03-14

[[period]]
id = "p1"
country = "XA"
kind = "insurance"
from = 1980-01-01
to = 1989-12-31
"""


def faults(text: str, name: str = "a.toml") -> list[str]:
    """Everything said of a case; nothing where it is sound."""
    try:
        read_case(text, name)
    except Refused as refused:
        return [str(fault) for fault in refused.faults]
    return []


def spoilt(old: str, new: str, text: str = SMALL) -> list[str]:
    """What is said of a sound case in which one text is replaced by another."""
    assert old in text, f"{old!r} is not in the case"
    return faults(text.replace(old, new, 1))


def with_rows(rows: str) -> list[str]:
    """What is said of a sound case with more rows, which begin on line 13."""
    return faults(SMALL + rows)
