"""A small good law file of each kind, and ways to spoil it."""

import re
from pathlib import Path

from portability.law.check import check_file

SOURCES = ("xa-act", "xw-text")

NATIONAL = """\
format = "portability.national/1"
country = "XA"
title = "Pension law of XA"
currency = "XTS"
reviewed = 2026-11-21
depth = { old_age = "A" }
[scheme.xa-general]
name = "General scheme"
institution = "XA Pension Office"
class = "pension_insurance"
branches = ["old_age"]
[[xa-general.old_age]]
from = 1980-01-01
until = 2009-12-31
source = "xa-act"
qualifying = { is = "10 years", kinds = ["insurance"], cites = "s. 1", standing = "official" }
age = { is = "65 years", missing_day = "later", cites = "s. 2", standing = "official" }
counts = { unit = "months", part = "any_day", cites = "s. 3", standing = "official" }
formula = { shape = "flat", amount = "100 XTS per month", cites = "s. 4", standing = "official" }
[[xa-general.old_age]]
from = 2010-01-01
source = "xa-act"
qualifying = { is = "15 years", kinds = ["insurance"], cites = "s. 8", standing = "official" }
age = { F = "60 years", M = "65 years", missing_day = "later", cites = "s. 7", standing = "official" }
counts = { unit = "months", part = "any_day", cites = "s. 3", standing = "official" }
reference = { method = "last", length = "60 months", cites = "s. 10", standing = "official" }
formula = { shape = "accrual", accrual = "1.5 % per year", on = "reference", cites = "s. 12", standing = "official" }
minimum = [
  { from = 2010-01-01, is = "300 XTS per month", cites = "s. 14", standing = "official" },
  { from = 2020-01-01, is = "400 XTS per month", known_to = 2025-12-31, cites = "s. 2", standing = "secondary" },
]
maximum = { none_known = "nobody found one", cites = "s. 15", standing = "assumed" }
"""

INSTRUMENT = """\
format = "portability.instrument/1"
id = "xw-1"
title = "Convention of XA and XB"
force = "in_force"
kind = "coordination"
in_force_from = 2010-05-01
reviewed = 2026-11-21
source = "xw-text"
branches = { is = ["old_age"], cites = "Art 3", standing = "official" }
[[party]]
state = "XA"
from = 2010-05-01
cites = "Art 50"
standing = "official"
[[party]]
state = "XB"
from = 2010-05-01
cites = "Art 50"
standing = "official"
[overlap]
operation = "self_executing"
cites = "Art 12"
standing = "official"
rules = { is = ["compulsory_over_voluntary"], cites = "Art 12", standing = "official" }
before = { is = "contested_day", cites = "Art 12", standing = "assumed", reading = "day", other_reading = "spell" }
[conversion]
operation = "self_executing"
cites = "Art 13"
standing = "official"
rows = { is = ["6: 8 6 26 78 312"], cites = "Art 13", standing = "official" }
[totalisation]
operation = "self_executing"
cites = "Art 6"
standing = "official"
min_own_period = { is = "12 months", cites = "Art 57", standing = "official" }
[apportionment.old_age]
operation = "self_executing"
cites = "Art 52"
standing = "official"
method = { is = "higher_of", cites = "Art 52", standing = "official" }
"""

FLOOR = """\
format = "portability.floor/1"
country = "XA"
title = "Floor of XA"
currency = "XTS"
reviewed = 2026-11-21
[[older_persons.xa-grant]]
from = 2010-01-01
source = "xa-act"
level = { is = "50 XTS per month", cites = "s. 1", standing = "official" }
age = { is = "60 years", missing_day = "later", cites = "s. 2", standing = "official" }
income_test = { full = "1.5", taper = "50 %", of = "level", cites = "s. 3", standing = "official" }
assets_test = { is = "40", of = "yearly level", cites = "s. 4", standing = "official" }
"""

COMPARISON = """\
format = "portability.comparison/1"
id = "xw-for-all"
title = "What binds, and xw-1 for all"
start = "as-bound"
add = ["xw-1"]
parties = "every_state"
"""

GOOD = {"xa.toml": NATIONAL, "xw-1.toml": INSTRUMENT, "floors/xa.toml": FLOOR, "xw-for-all.toml": COMPARISON}


def stored(folder: Path, name: str, old: str = "", new: str = "") -> Path:
    """A good file under a folder, with one text in it replaced by another."""
    text = GOOD[name]
    assert text.count(old) >= 1, old
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def faults(folder: Path, name: str, old: str = "", new: str = "") -> list[str]:
    """What is said of a spoiled file, without the file and line; the line must be the one that was spoiled."""
    path = stored(folder, name, old, new)
    found = check_file(path, SOURCES)
    lines = path.read_text("utf-8").splitlines()
    for fault in found:
        assert fault.file == str(path)
        last = re.sub(r"\[\d+\]$", "", fault.path).rpartition(".")[2]
        assert fault.line is not None
        assert last in lines[fault.line - 1] or not last or "{" in lines[fault.line - 1], (fault, lines[fault.line - 1])
    return [str(fault).partition(": ")[2] for fault in found]
