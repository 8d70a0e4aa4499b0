"""Ways to spoil a good case, drawn: rows more and fewer, words swapped, figures of the law assumed to be anything."""

import copy
import json
import tomllib
from pathlib import Path
from typing import Any, get_args

from hypothesis import strategies as st

from portability.case import words
from tests.case.example import WHOLE
from tests.laws.drawn import SCHEMES

Tables = dict[str, Any]
ROOT = Path(__file__).parents[2]


def plain(text: str) -> Tables:
    """The tables of a case with dates as text, as JSON has them."""
    found: Tables = json.loads(json.dumps(tomllib.loads(text), default=str))
    return found


WORKED = [case["case"] for path in sorted(ROOT.glob("tests/middle/worked/*.toml"))
          for case in tomllib.loads(path.read_text("utf-8"))["case"]]  # fmt: skip
TOLD = [path.read_text("utf-8") for path in sorted(ROOT.glob("scenarios/cases/*/case.toml"))]
CASES = [plain(text) for text in (*[WHOLE] * 8, *WORKED, *TOLD)]

JUNK = st.sampled_from([None, "", 0, -1, 1.5, True, [], {}, "x", "1e5", "٣", ["a"], {"a": 1}, 10**40, "2009-02-30"])
DAYS = st.sampled_from(["1961-03-14", "1800-01-01", "2200-12-31", "2026-01-01", "2009-12-31", "1980-02-29", "2000",
                        "2010-06", "2024-02-29", "1999-13-01", "2026", "1950"])  # fmt: skip
STATES = ("XA", "XB", "XC", "XD", "ZW", "MZ", "TZ", "ZA", "SU", "DE", "UK", "BD", "AA")
CURRENCIES = st.sampled_from(["XTS", "USD", "EUR", "ZWL", "ZMK", "ESP", "KWD", "SUR"])
AMOUNTS = st.sampled_from(["0", "0.00", "650.00", "1", "9" * 30, "0.01", "1200.50"])
LENGTHS = st.sampled_from([
    {"months": 12}, {"years": 3}, {"quarters": 8}, {"weeks": 60}, {"days": 300, "day_system": 6}, {"hours": 5},
    {"days": "1.5", "day_system": 5}, {"years": 1, "months": 3}, {"months": 0}, {"weeks": "2.25"}, {"months": 10**6},
])  # fmt: skip


def of(*closed: Any) -> st.SearchStrategy[Any]:
    """One of the words of some closed lists of the format."""
    return st.sampled_from([word for each in closed for word in get_args(each)])


BY_KEY: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("from", "to", "born", "died", "date", "on", "received"), DAYS),
    **dict.fromkeys(("country", "lodged_in", "residence"), st.sampled_from(STATES)),
    **dict.fromkeys(("currency", "base", "quote"), CURRENCIES),
    **dict.fromkeys(("amount", "balance", "value"), AMOUNTS),
    **dict.fromkeys(("certified", "length"), LENGTHS),
    "scheme": st.sampled_from([*SCHEMES, "zw-nssa", "nope"]),
    "kind": of(words.PeriodKind, words.StatementKind, words.EventKind),
    "standing": of(words.FactStanding),
    "per": of(words.MoneyPer, words.EarningsPer),
    "sex": of(words.Sex),
    "residence_status": of(words.ResidenceStatus),
    "branch": of(words.Branch),
    "branches": st.lists(of(words.Branch), max_size=3) | st.just(["old_age"]),
    "nationalities": st.lists(st.sampled_from(STATES), max_size=3),
    "counts_for": st.fixed_dictionaries({}, optional={
        key: st.lists(of(words.Branch), max_size=3) for key in ("right", "amount")}),
}  # fmt: skip

SAID_OF_A_LAW: dict[str, list[Any]] = {
    "qualifying": ["15 years", "0 months", "100 weeks", "fifteen", 15, {"is": "10 years", "kinds": ["insurance"]}],
    "any_age": ["30 years"],
    "reduced": ["5 years", {"is": "5 years", "factor": "50 %", "minimum": False}],
    "age": ["60 years", {"F": "60 years", "M": "65 years"}, "0 years", "60.5 years", "3000 weeks", "9000 years"],
    "counts": [{"unit": unit, "part": part} for unit in ("months", "weeks", "quarters", "years")
               for part in ("any_day", "proportional", "complete")]
    + [{"unit": "days", "day_system": 5, "part": "any_day"}, {"unit": "days"}, {"unit": "days", "day_system": 9}],
    "kinds_for_amount": [["insurance"], [], ["nothing"]],
    "full_career": ["40 years", "0 years"],
    "nationality": [["national"], ["any"], [], "national"],
    "residence": ["in_state", "none"],
    "residence_length": ["10 years", {"is": "10 years", "after_age": "18 years"}, {"is": "10 years", "immediately": "5 years"},
                         {"is": "2 years", "as_status": ["permanent", "national"]}],
    "reference": [{"method": method, **length} for method in ("last", "best", "career", "final", "worst")
                  for length in ({}, {"length": "60 months"}, {"length": "0 months"}, {"length": "5 years", "within": "9 years"})
                  if length or method not in ("last", "best")] + [{"method": "best"}],
    "ceiling": ["1000 XTS per month", "12000 USD per year"],
    "formula": [{"shape": shape, **more} for shape in ("flat", "accrual", "fraction", "account", "circle")
                for more in ({}, {"amount": "100 XTS per month"}, {"accrual": "2 % per year", "on": "reference"},
                             {"denominator": "420 months", "on": "reference"}, {"amount": "9 XTS", "full": "0 years"},
                             {"divisor": "0"}, {"accrual": "0.1 % per month", "base": "20 %", "base_length": "10 years",
                              "tiers": [{"above": "30 years", "accrual": "1 % per year"}], "cap": "80 %", "part_years": "half"})],
    "formula.accrual": ["2 % per year", "2 XTS"],
    "formula.shape": ["flat", "fraction"],
    "formula.denominator": ["0 months", "10 hours"],
    "formula.tiers": [[]],
    "amount": ["100 XTS per month"],
    "accrual": ["1 % per year", "1 %"],
    "minimum": ["100 XTS per month", "5 XTS per hour", "100", {"is": "100 XTS per month", "on": "after_commutation"}],
    "maximum": ["10 XTS per month", {"none_known": "x"}],
    "rounding": [{"unit": unit, "way": way, "at": at} for unit in ("1 XTS", "0 XTS", "0.05 XTS")
                 for way in ("up", "half_even", "sideways") for at in ("payment", "theoretical")] + [{"unit": "1 XTS"}],
    "payments": [13, 0, -1, "13", {"is": 14, "of": "year"}],
    "commutation": [{"share": "33 %", "factor": "12.5"}, {"share": "33 %"}],
    "contribution_rate": ["10 %"],
    "export": ["paid", "not_exportable", "suspended"],
    "credits": ["1 year"],
    "from": ["2000-01-01"],
    "nonsense": ["1"],
}  # fmt: skip
INSTEAD = [{"shape": shape, **more} for shape in ("refund", "per_month", "balance")
           for more in ({}, {"form": "lump_sum", "qualifying": "12 months"}, {"share": "50 %", "interest": "3 % per year"},
                        {"factor": "10 %", "on": "reference"}, {"reference": {"method": "last"}})]  # fmt: skip
SAID_OF_A_LAW |= {"otherwise": INSTEAD, "otherwise_below": INSTEAD}
SAID_OF_AN_AGREEMENT: dict[str, list[Any]] = {
    "totalisation.min_own_period": ["6 months", "0 months", "53 weeks", "six"],
    "totalisation.mini_period": ["absorb_full", "none", "may_refuse"],
    "totalisation.trigger": ["only_if_needed"],
    "totalisation.kinds": [["insurance"], []],
    "totalisation.classes": [["provident_fund"]],
    "totalisation.under_one_year_on": ["after_overlap"],
    "conversion.unit": ["days", "weeks"],
    "conversion.rows": [["5: 9 5 22 66 264"], ["5: 0 5 0 0 0"], ["x"]],
    "conversion.quarter_months": ["0", 3],
    "conversion.per": ["as_notified"],
    "conversion.day_route": ["hours"],
    "overlap.rules": [[], ["real_over_assimilated"]],
    "overlap.same_rank": ["each_own"],
    "overlap.undated": ["free_time"],
    "apportionment.old_age.method": ["independent", "pro_rata", "direct", "account", "integration", "residence_fraction"],
    "apportionment.old_age.denominator": ["sum_all", "fixed_years"],
    "apportionment.old_age.waiver": [["XA.xa-general"]],
    "export.old_age": ["paid"],
    "equality.rule": ["parties"],
    "personal.nationality": ["parties"],
    "branches": [["old_age"], ["survivors"]],
}
AGREEMENTS = ("xw-higher", "xv-pro-rata", "xu-direct", "eu-883-2004", "r167-apportionment", "ilo-c118")


@st.composite
def assumed(draw: st.DrawFn, tables: Tables) -> Tables:
    """A figure of a law of the case, or a knob of an agreement, assumed: well or badly, from a day or always, or unknown."""
    if draw(st.integers(0, 2)):
        rows = [row for row in listed(tables, "period") if isinstance(row.get("country"), str)] or [{"country": "XA"}]
        row = draw(st.sampled_from(rows))
        state = row["country"].lower()
        said, first = SAID_OF_A_LAW, f"{state}.{row.get('scheme') or f'{state}-general'}.old_age"
    else:
        said, first = SAID_OF_AN_AGREEMENT, draw(st.sampled_from(AGREEMENTS))
    key = draw(st.sampled_from(sorted(said)))
    value = draw(st.sampled_from([*said[key], "unknown", {"unknown": "nobody looked"}]))
    found = {"path": f"{first}.{key}", "value": value, "reason": "drawn"}
    return found | ({"from": draw(DAYS)} if draw(st.integers(0, 3)) == 0 else {})


def listed(tables: Tables, key: str) -> list[Tables]:
    """The rows of a table that are rows."""
    rows = tables.get(key, [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


ROWS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # what a row says always, and what it may say
    "period": (("id", "country", "scheme", "kind", "from", "to"), ("certified", "counts_for", "standing")),
    "statement": (("country", "scheme", "branch", "kind"), ("amount", "currency", "per", "length", "standing")),
    "rate": (("base", "quote", "on", "value"), ()),
    "account": (("country", "scheme", "balance", "currency", "on"), ()),
    "residence": (("country",), ("from", "to", "residence_status")),
    "income": (("kind", "amount", "currency", "per"), ("country", "from", "to")),
    "earnings": (("country", "scheme", "from", "to", "amount", "currency", "per"), ("standing",)),
    "claim": (("branches", "date"), ("lodged_in",)),
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
        row |= {"branch": "old_age", "kind": draw(of(words.StatementKind))}
        row = {key: row[key] for key in row if key not in ("length", *MONEY)}
        wanted = ("length",) if row["kind"] in LENGTHS_STATED else MONEY
        row |= {key: draw(BY_KEY[key]) for key in wanted} | ({"per": "month"} if wanted is MONEY else {})
    if "from" in row and draw(st.integers(0, 5)):
        first, last = sorted((draw(st.integers(1956, 2030)), draw(st.integers(1956, 2030))))
        row["from"] = draw(st.sampled_from([f"{first}-01-01", f"{first}"]))
        row["to"] = draw(st.sampled_from([f"{last}-12-31", f"{last}-07-09", f"{last}"]))
    if "country" in row and draw(st.integers(0, 3)):
        row["country"] = draw(st.sampled_from(STATES[:8]))
    if table == "period":
        row["kind"] = draw(of(words.PeriodKind))
    if "scheme" in row:
        mine = [scheme for scheme in SCHEMES if scheme.startswith(row["country"].lower())]
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
