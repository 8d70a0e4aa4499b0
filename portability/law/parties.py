"""The index of parties: which instruments each State was ever bound by, so that a case opens no other file.

`python -m portability.law.parties` writes it anew after an instrument was added or changed; a test watches for drift.
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from portability.law.shelf import NO_CASE, data_folder

NEVER_BIND = ("signed", "soft_law")


def build_index(folder: Path) -> dict[str, Any]:
    """Of each State the ids of its instruments, and the ids of those that are scenarios, from the files of a shelf.

    What is only signed, or soft law, never binds: a set of agreements that has it names it. What only sets standards for
    schemes decides no case, and no case opens it.

    >>> build_index(data_folder() / "agreements")["parties"]["XC"]
    ['xt-funds', 'xu-direct', 'xw-higher']
    """
    parties: dict[str, set[str]] = {}
    scenarios = []
    for file in sorted((folder / "instruments").glob("*.toml")):
        law = tomllib.loads(file.read_text("utf-8"))
        for party in () if law.get("force") in NEVER_BIND or law.get("kind") in NO_CASE else law.get("party", ()):
            parties.setdefault(party["state"], set()).add(file.stem)
        if law.get("scenario"):
            scenarios.append(file.stem)
    return {"parties": {state: sorted(parties[state]) for state in sorted(parties)}, "scenarios": scenarios}


def index_text(folder: Path) -> str:
    """The index as it is stored in `parties.json`."""
    return json.dumps({"made_by": "python -m portability.law.parties", **build_index(folder)}, indent=1) + "\n"


if __name__ == "__main__":
    shelf = Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder() / "agreements"
    (shelf / "parties.json").write_text(index_text(shelf), "utf-8")
