"""What the benchmarks run on: invented careers of any length, and a shelf with many more laws than it needs."""

import compileall
import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from docs import make

ROOT = Path(__file__).resolve().parents[1]
SCHEMES = (("XA", "xa-general"), ("XB", "xb-general"), ("XC", "xc-trade"))
BORN, FIRST, LAST = date(1958, 5, 14), date(1976, 1, 1), date(2025, 12, 31)


def career(spells: int) -> dict[str, Any]:
    """A case of three invented States in turn, with a number of spells that overlap a little, and yearly earnings."""
    step = (LAST - FIRST).days / spells  # only where a spell falls: no amount hangs on it
    periods, earnings = [], []
    for number in range(spells):
        country, scheme = SCHEMES[number % 3]
        start = FIRST + timedelta(days=int(number * step))
        end = min(start + timedelta(days=int(step * 1.1) + 1), LAST)
        periods.append(
            {"id": f"p{number}", "country": country, "scheme": scheme, "kind": "insurance"}
            | {"from": start.isoformat(), "to": end.isoformat(), "standing": "declared"}
        )
    for country, scheme in SCHEMES:
        earnings += [
            {"country": country, "scheme": scheme, "from": f"{year}-01-01", "to": f"{year}-12-31"}
            | {"amount": f"{1000 + 10 * (year - FIRST.year)}.00", "currency": "XTS", "per": "month"}
            for year in range(FIRST.year, LAST.year + 1)
        ]
    return {
        "format": "portability.case/1",
        "id": f"bench-{spells}",
        "person": {"born": BORN.isoformat(), "sex": "F", "nationalities": ["XA"], "residence_status": "national"},
        "residence": [{"country": "XA", "from": BORN.isoformat()}],
        "period": periods,
        "earnings": earnings,
        "claim": [{"branches": ["old_age"], "date": "2026-01-01", "lodged_in": "XA", "residence": "XA"}],
    }


def three_states() -> Path | None:
    """The worked case of the README: three States whose law is on the shelf, and nothing assumed of it."""
    path = ROOT / "scenarios/cases/mz-tz-ten-months-in-a-third/case.toml"
    return path if path.exists() else None


def written(spells: int, folder: Path) -> Path:
    """That career as a case file."""
    path = folder / f"career-{spells}.json"
    path.write_text(json.dumps(career(spells), indent=1), "utf-8")
    return path


def installed(folder: Path, more_laws: int = 0) -> Path:
    """A copy of the package with its law beside it, and more law files on the shelf; the folder it is loaded from."""
    unwanted = shutil.ignore_patterns("__pycache__", "_data")
    for name in ("portability", "agreements", "scenarios"):
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    shelf = folder / "agreements"
    national = max(shelf.glob("national/*.toml"), key=lambda path: path.stat().st_size)
    instrument = max(shelf.glob("instruments/*.toml"), key=lambda path: path.stat().st_size)
    taken = {path.stem for path in shelf.glob("national/*.toml")}
    codes = [a + b for a in "abcdefghijklmnopqrstuvwyz" for b in "abcdefghijklmnopqrstuvwxyz" if a + b not in taken]
    for number in range(more_laws):
        state = codes[number % len(codes)]
        if number % 2:
            law = re.sub(r"^country(\s*)=.*$", f'country = "{state.upper()}"', national.read_text("utf-8"), flags=re.M)
            (shelf / "national" / f"{state}.toml").write_text(law, "utf-8")
        else:
            law = re.sub(r"^id(\s*)=.*$", f'id = "more-{number}"', instrument.read_text("utf-8"), flags=re.M)
            law = re.sub(r"^state(\s*)=.*$", f'state = "{state.upper()}"', law, flags=re.M)
            (shelf / "instruments" / f"more-{number}.toml").write_text(law, "utf-8")
    (shelf / "parties.json").write_text(make.parties(folder), "utf-8")
    compileall.compile_dir(folder / "portability", quiet=1)  # as an installation does
    return folder
