"""A law file as opened for `check`: its tables, its place, and the faults of the text itself.

The only place that opens law files for `check`.
"""

import os
import tomllib
from pathlib import Path as File
from typing import Any

from portability.faults import Fault, Refused
from portability.law.telling import Path


class Opened:
    """A file that was read: its name and its tables."""

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self.name, self.data = name, data
        self.faults: list[Fault] = []

    def fault(self, path: Path, what: str, remedy: str = "") -> Fault:
        """A fault at a path of this file.

        >>> print(Opened("xa.toml", {}).fault(("xa-general", "old_age", 0), '"age" is missing', "Add it"))
        xa.toml: xa-general.old_age[0]: "age" is missing. Add it.
        """
        shown = ""
        for step in path:
            shown += f"[{step}]" if isinstance(step, int) else f".{step}" if shown else step
        return Fault(self.name, shown, what, remedy)

    def is_broken(self, path: Path) -> bool:
        """Whether a fault at this path has been told already."""
        return False


def open_file(path: str | os.PathLike[str]) -> Opened:
    """Read a TOML file. Raises `Refused` where it cannot be opened or is no TOML."""
    name = os.fsdecode(path)
    try:
        return Opened(name, tomllib.loads(File(path).read_bytes().decode("utf-8")))
    except OSError as error:
        raise Refused([Fault(name, "", f"the file cannot be read ({error.strerror})")]) from None
    except UnicodeDecodeError:
        raise Refused([Fault(name, "", "the file is not text in UTF-8", "Save it as UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        raise Refused([Fault(name, "", f"this is not TOML ({error})")]) from None
