"""`portability replay`: one person of a simulation again, as a case with its whole decision."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from portability.faults import Refused


def run(words: Sequence[str]) -> int:
    """Replay a person; 1 if there is none, or if the decision is not what the table says."""
    parser = argparse.ArgumentParser(
        prog="portability replay",
        description="One person of a simulation as a case, with the full decision, and whether it is what the table says.",
    )
    parser.add_argument("folder", metavar="DIR", help="the result of portability simulate")
    parser.add_argument("--person", required=True, metavar="PERSON", help="the person, as the column person has it")
    parser.add_argument("--under", nargs="+", action="extend", default=[], metavar="SET", help="some of its sets (default: all)")
    parser.add_argument("--json", action="store_true", help="print everything, for programs")
    given = parser.parse_args(words)
    from portability.cli.deciding import with_sources
    from portability.law.shelf import default_shelf
    from portability.population.replay import replay

    try:
        shelf = default_shelf()
        found = replay(Path(given.folder), given.person, given.under, shelf)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    if given.json:
        from portability.case.canonical import as_tables
        from portability.record.decision import to_json

        told: list[dict[str, Any]] = [
            {
                "equal": one.equal,
                **({} if one.equal else {"differences": one.differences()}),
                **({"changed": list(one.changed)} if one.changed else {}),
                "rows": list(one.rows),
                "case": as_tables(one.case),
                "decision": to_json(with_sources(one.decision, shelf)),
            }
            for one in found
        ]
        print(json.dumps(told[0] if len(told) == 1 else told, indent=2, ensure_ascii=False))
    else:
        from portability.record.render import rendered

        for one in found:
            print(rendered(with_sources(one.decision, shelf)), end="")
            print(f"\nUnder {one.decision.decided_under.agreements}: {verdict(one)}\n")
    return 0 if all(one.equal for one in found) else 1


def verdict(one: Any) -> str:
    """Whether the decision is what the table says, and what differs."""
    if one.equal:
        return "the rows of the result table say the same."
    since = f" Since then changed: {', '.join(one.changed)}." if one.changed else ""
    return f"the result table says something else.{since}\n" + "\n".join(f"  {line}" for line in one.differences())
