"""The exact engine needs no numpy: it is not loaded, and nothing misses it where it is not installed."""

import subprocess
import sys

BLOCK = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "numpy":
            raise ImportError("numpy is blocked")
sys.meta_path.insert(0, Blocked())
"""
EVERY_WORD = """
from fractions import Fraction as F
from portability.number.rounding import Rounding
from portability.number.words import *
wage = unknown("wage", low=3)
runs = ((wage, 12), (F(9), 6))
print(mean(best(runs, 12), 0).low, step_table(F(12), [(10, 1)]), latest([1, wage], [True, True]),
      round_to(ratio(1, 3, 0), Rounding(F(1, 100), "up", "s. 1", "official")), not_above(wage, 2), take(wage, [0]))
assert not {"numpy", "pydantic", "decimal"} & set(sys.modules) - BEFORE
"""


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_exact_word_runs_with_numpy_blocked() -> None:
    # Best 12 of a year at 3 or more and half a year at 9: six months of each.
    start = BLOCK + "import fractions\nBEFORE = set(sys.modules)\n"
    assert run(start + EVERY_WORD).startswith("6 1 (False, True) 17/50 2 Unknown(")


def test_a_column_without_numpy_says_so() -> None:
    assert run(BLOCK + "try:\n    import portability.number.column\nexcept ImportError as e:\n    print(e)") == (
        "numpy is blocked\n"
    )
