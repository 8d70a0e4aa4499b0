"""Ways to spoil a good case, drawn: rows more and fewer, words swapped, figures of the law assumed to be anything."""

import copy
import json
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from portability.case import words
from tests.case.example import WHOLE
from tests.laws.spoiling_law import AGREEMENTS, SAID_OF_A_LAW, SAID_OF_A_SERIES, SAID_OF_AN_AGREEMENT, SERIES
from tests.laws.spoiling_words import BY_KEY, DAYS, EVERY_SCHEME, JUNK, STATES, of

Tables = dict[str, Any]
ROOT = Path(__file__).parents[2]


def plain(text: str) -> Tables:
    """The tables of a case with dates as text, as JSON has them."""
    found: Tables = json.loads(json.dumps(tomllib.loads(text), default=str))
    return found


WORKED = [case["case"] for path in sorted(ROOT.glob("tests/middle/worked/*.toml"))
          for case in tomllib.loads(path.read_text("utf-8"))["case"]]  # fmt: skip
TOLD = [path.read_text("utf-8") for path in sorted(ROOT.glob("scenarios/cases/*/case.toml"))]
INVALID = """
format = "portability.case/1"
id = "invalid"
person = { born = 1980-03-10, sex = "F", nationalities = ["XA"] }
period = [
  { id = "a", country = "XA", scheme = "xa-general", kind = "insurance", from = 2005-01-01, to = 2014-12-31 },
  { id = "b", country = "XB", scheme = "xb-general", kind = "insurance", from = 2015-01-01, to = 2024-06-30 },
  { id = "c", country = "XB", scheme = "xb-farm", kind = "insurance", from = 2024-07-01, to = 2024-12-31 },
]
earnings = [
  { country = "XA", scheme = "xa-general", from = 2005-01-01, to = 2014-12-31, amount = "2000", currency = "XTS", per = "month" },
  { country = "XB", scheme = "xb-general", from = 2015-01-01, to = 2024-06-30, amount = "2000", currency = "XTS", per = "month" },
]
event = [{ id = "v", kind = "invalidity", date = 2024-12-31, country = "XA", assessment = [
  { country = "XA", on = 2025-02-01, degree = "70 %" }, { country = "XB", on = 2025-03-01, degree = "50 %" } ] }]
claim = [{ branches = ["invalidity"], date = 2025-02-01 }]
"""
WIDOW = (ROOT / "scenarios/cases/xa-xb-xc-widow-and-two-children/case.toml").read_text("utf-8")
CASES = [plain(text) for text in (*[WHOLE] * 8, *[INVALID, WIDOW] * 8, *WORKED, *TOLD)]

@st.composite
def assumed(draw: st.DrawFn, tables: Tables) -> Tables:
    """A figure of a law of the case, or a knob of an agreement, assumed: well or badly, from a day or always, or unknown."""
    if draw(st.integers(0, 2)):
        rows = [row for row in listed(tables, "period") if isinstance(row.get("country"), str)] or [{"country": "XA"}]
        row = draw(st.sampled_from(rows))
        state = row["country"].lower()
        claimed = [each for claim in listed(tables, "claim") for each in listed(claim, "branches", str)]
        branch = draw(st.sampled_from(["old_age", *claimed]))
        said, first = SAID_OF_A_LAW, f"{state}.{row.get('scheme') or f'{state}-general'}.{branch}"
    elif draw(st.integers(0, 4)) == 0:
        return {"path": draw(st.sampled_from(SERIES)), "value": draw(st.sampled_from(SAID_OF_A_SERIES)), "reason": "drawn"}
    else:
        said, first = SAID_OF_AN_AGREEMENT, draw(st.sampled_from(AGREEMENTS))
    key = draw(st.sampled_from(sorted(said)))
    value = draw(st.sampled_from([*said[key], "unknown", {"unknown": "nobody looked"}]))
    found = {"path": f"{first}.{key}", "value": value, "reason": "drawn"}
    return found | ({"from": draw(DAYS)} if draw(st.integers(0, 3)) == 0 else {})


def listed(tables: Tables, key: str, kind: type = dict) -> list[Any]:
    """The rows of a table that are rows, or the words of a list that are words."""
    rows = tables.get(key, [])
    return [row for row in rows if isinstance(row, kind)] if isinstance(rows, list) else []


SEATS = ("employer_seat", "flag", "base")
ROWS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # what a row says always, and what it may say
    "period": (("id", "country", "scheme", "kind", "from", "to"), ("certified", "counts_for", "standing")),
    "work": (("id", "from", "to", "country"), ("occupation", "share", "posted_from", "planned_to", "replaces", "agreed", *SEATS)),
    "statement": (("country", "scheme", "branch", "kind"), ("amount", "currency", "per", "length", "standing")),
    "rate": (("base", "quote", "on", "value"), ()),
    "account": (("country", "scheme", "balance", "currency", "on"), ()),
    "residence": (("country",), ("from", "to", "residence_status")),
    "income": (("kind", "amount", "currency", "per"), ("country", "from", "to")),
    "earnings": (("country", "scheme", "from", "to", "amount", "currency", "per"), ("standing",)),
    "claim": (("branches", "date"), ("lodged_in", "claimant", "residence")),
    "event": (("id", "kind", "date"), ("person", "country", "assessment", "exposure", "standing")),
    "family": (("id", "relation"), ("born", "sex", "died", "married", "dependent", "in_care", "in_education", "disabled")),
    "nationality": (("country",), ("person", "from", "to")),
    "household": (("members",), ("from", "to")),
    "asset": (("kind", "amount", "currency"), ("per", "person")),
}


MONEY = ("amount", "currency", "per")
LENGTHS_STATED = ("required", "own_length", "total_length", "full_career")


@st.composite
def a_row(draw: st.DrawFn, table: str) -> Tables:
    """A row of a table with words of its keys."""
    always, perhaps = ROWS[table]
    keys = [*always, *draw(st.lists(st.sampled_from(perhaps), unique=True) if perhaps else st.just([]))]
    row = {key: draw(BY_KEY.get(key, JUNK)) for key in keys if key != "id"}
    if table == "statement":
        row["branch"] = draw(st.sampled_from(["old_age", "old_age", "invalidity", "survivors"]))
        row |= {"kind": draw(of(words.StatementKind))}
        row = {key: row[key] for key in row if key not in ("length", *MONEY)}
        wanted = ("length",) if row["kind"] in LENGTHS_STATED else MONEY
        wanted = ("points",) if row["kind"] == "points" else wanted
        row |= {key: draw(BY_KEY[key]) for key in wanted} | ({"per": "month"} if wanted is MONEY else {})
    if "from" in row and draw(st.integers(0, 5)):
        first, last = sorted((draw(st.integers(1956, 2030)), draw(st.integers(1956, 2030))))
        row["from"] = draw(st.sampled_from([f"{first}-01-01", f"{first}"]))
        row["to"] = draw(st.sampled_from([f"{last}-12-31", f"{last}-07-09", f"{last}"]))
    if "country" in row and draw(st.integers(0, 3)):
        row["country"] = draw(st.sampled_from(STATES[:10]))
    if table == "period":
        row["kind"] = draw(of(words.PeriodKind))
    if "scheme" in row:
        mine = [scheme for scheme in EVERY_SCHEME if scheme.startswith(f'{row["country"].lower()}-')]
        row |= {"scheme": draw(st.sampled_from(mine))} if mine else {}
    return row | ({"id": f"drawn-{draw(st.integers(0, 10**6))}"} if "id" in keys else {})


@st.composite
def spoilt_cases(draw: st.DrawFn) -> Tables:
    """A good case with one to four changes, most of them such as a clerk might make."""
    tables = copy.deepcopy(draw(st.sampled_from(CASES)))
    for _ in range(draw(st.integers(1, 4))):
        what = draw(st.sampled_from(["assume", "assume", "row", "row", "word", "word", "key", "twice", "person"]))
        if what == "assume" and isinstance(tables.setdefault("assume", []), list):
            tables["assume"].append(draw(assumed(tables)))
        elif what == "row":
            table = draw(st.sampled_from(sorted(ROWS)))
            if isinstance(tables.setdefault(table, []), list):
                tables[table].append(draw(a_row(table)))
        elif what == "person" and isinstance(tables.get("person"), dict):
            key = draw(st.sampled_from(["born", "sex", "died", "nationalities", "residence_status", "standing"]))
            tables["person"][key] = draw(BY_KEY[key])
        else:
            found = [(table, row) for table in sorted(tables) for row in listed(tables, table) if row]
            if not found:
                continue
            table, row = draw(st.sampled_from(found))
            key = draw(st.sampled_from(sorted(row)))
            if what == "twice":
                tables[table].append(copy.deepcopy(row))
            elif what == "key":
                del row[key]
            else:
                row[key] = draw(JUNK if draw(st.integers(0, 4)) == 0 else BY_KEY.get(key, st.just(row[key])))
    return tables
