"""The index of parties says what the instruments say."""

import json
import subprocess
import sys
from pathlib import Path

from portability.law.parties import build_index, index_text

SHELF = Path(__file__).resolve().parents[2] / "agreements"
LAW = 'id = "{0}"\nscenario = {1}\n[[party]]\nstate = "XA"\n[[party]]\nstate = "{2}"\n'


def small_shelf(folder: Path) -> Path:
    (folder / "instruments").mkdir()
    for name, scenario, state in (("xw-2", "false", "XC"), ("xw-1", "false", "XB"), ("xr-1", "true", "XB")):
        (folder / "instruments" / f"{name}.toml").write_text(LAW.format(name, scenario, state), "utf-8")
    return folder


def test_each_state_has_its_instruments_in_order(tmp_path: Path) -> None:
    assert build_index(small_shelf(tmp_path)) == {
        "parties": {"XA": ["xr-1", "xw-1", "xw-2"], "XB": ["xr-1", "xw-1"], "XC": ["xw-2"]},
        "scenarios": ["xr-1"],
    }


def test_the_stored_index_has_not_drifted() -> None:
    """Rewrite it with `python -m portability.law.parties`."""
    assert (SHELF / "parties.json").read_text("utf-8") == index_text(SHELF)


def test_the_command_writes_the_index(tmp_path: Path) -> None:
    small_shelf(tmp_path)
    subprocess.run([sys.executable, "-m", "portability.law.parties", str(tmp_path)], check=True, cwd=SHELF.parent)
    assert json.loads((tmp_path / "parties.json").read_text("utf-8"))["parties"]["XC"] == ["xw-2"]
