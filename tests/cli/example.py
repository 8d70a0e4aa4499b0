"""A life in the invented world that the command decides, and ways to spoil it."""

from pathlib import Path

import pytest

from portability.cli import main

GOOD = """\
format = "portability.case/1"
id = "good"

[person]
born = 1955-05-20
sex = "M"
nationalities = ["XA"]

[[residence]]
country = "XA"
from = 1955-05-20
residence_status = "national"

[[period]]
id = "a"
country = "XA"
scheme = "xa-general"
kind = "insurance"
from = 1975-01-01
to = 2004-12-31

[[period]]
id = "b"
country = "XB"
scheme = "xb-general"
kind = "insurance"
from = 2005-01-01
to = 2014-12-31

[[earnings]]
country = "XA"
scheme = "xa-general"
from = 1975-01-01
to = 2004-12-31
amount = "1000.00"
currency = "XTS"
per = "month"

[[earnings]]
country = "XB"
scheme = "xb-general"
from = 2005-01-01
to = 2014-12-31
amount = "1200.00"
currency = "XTS"
per = "month"

[[claim]]
branches = ["old_age"]
date = 2026-01-01
"""

Answer = tuple[int, str, list[str]]


def spoilt(old: str, new: str, text: str = GOOD) -> str:
    """The good case with one text replaced by another."""
    assert old in text, f"{old!r} is not in the case"
    return text.replace(old, new, 1)


def written(folder: Path, text: str = GOOD, name: str = "a.toml") -> str:
    """A case written to a file in a folder; its name."""
    (folder / name).write_text(text, "utf-8")
    return name


def ran(capsys: pytest.CaptureFixture[str], *words: str) -> Answer:
    """How a command ends, what it answers, and what it says of faults, line by line."""
    status = main(list(words))
    told = capsys.readouterr()
    return status, told.out, told.err.splitlines()


def statement(**more: str) -> str:
    """A row of a statement, as text of TOML; without a value a key is left out."""
    row = {"country": '"XA"', "scheme": '"xa-general"', "branch": '"old_age"', "kind": '"independent"'}
    row |= {"amount": '"650.00"', "currency": '"XTS"', "per": '"month"'} | more
    return "\n[[statement]]\n" + "".join(f"{key} = {value}\n" for key, value in row.items() if value)


def assume(path: str, value: str, **more: str) -> str:
    """A row of an assumption, as text of TOML."""
    row = {"path": f'"{path}"', "value": value, "reason": '"to try it"'} | more
    return "\n[[assume]]\n" + "".join(f"{key} = {value}\n" for key, value in row.items())
