"""What a life in time costs: `python bench/path.py` prints one JSON line with the decisions and milliseconds of each.

Ratios against one explained decision of the same case, taken in the same run; nothing here is a test.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LIVES = (
    "mz-tz-ten-months-in-a-third",
    "xb-xc-suspended-and-frozen",
    "zw-za-work-no-insurance",
    "published-za-r898-annexure-a",
    "xa-xb-xc-widow-and-two-children",
    "zw-zm-widow-and-child",
)


def seconds(task: Callable[[], object], rounds: int) -> float:
    """The median processor time of a task, one round before it not counted."""
    task()
    found = []
    for _ in range(rounds):
        begun = time.process_time()
        task()
        found.append(time.process_time() - begun)
    return median(found)


def measure(name: str, rounds: int) -> dict[str, object]:
    """One life: how many days it was decided for, and what that, its table and its picture cost."""
    from portability.assessment.decide import decide
    from portability.assessment.path import path
    from portability.case.model import load_case
    from portability.record.path_table import laid_out
    from portability.record.picture import picture

    case = load_case(ROOT / "scenarios" / "cases" / name / "case.toml")
    laid = path(case)
    one, whole = seconds(lambda: decide(case), rounds), seconds(lambda: path(case), rounds)
    return {
        "case": name,
        "decisions": laid.decisions,
        "stretches": len(laid.stretches),
        "path_ms": round(whole * 1000, 1),
        "over_one_decision": round(whole / one, 1),
        "table_ms": round(seconds(lambda: laid_out(laid), rounds) * 1000, 1),
        "picture_ms": round(seconds(lambda: picture(laid), rounds) * 1000, 1),
    }


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default 5)")
    given = parser.parse_args()
    print(json.dumps([measure(name, given.rounds) for name in LIVES]))


if __name__ == "__main__":
    main()
