"""Words and figures with which cases are spoilt: of every closed list of the format, and of what laws and agreements say."""

from typing import Any, get_args

from hypothesis import strategies as st

from portability.case import words
from tests.laws.drawn import SCHEMES

JUNK = st.sampled_from([None, "", 0, -1, 1.5, True, [], {}, "x", "1e5", "٣", ["a"], {"a": 1}, 10**40, "2009-02-30"])
DAYS = st.sampled_from(["1961-03-14", "1800-01-01", "2200-12-31", "2026-01-01", "2009-12-31", "1980-02-29", "2000",
                        "2010-06", "2024-02-29", "1999-13-01", "2026", "1950"])  # fmt: skip
STATES = ("XA", "XB", "XC", "XG", "XP", "XD", "ZW", "MZ", "TZ", "ZA", "SU", "DE", "UK", "BD", "AA")
EVERY_SCHEME = (*SCHEMES, "xp-fund", "xg-table", "xg-docks", "xg-mills", "xg-pot", "xg-fund", "xg-guarantee")
CURRENCIES = st.sampled_from(["XTS", "USD", "EUR", "ZWL", "ZMK", "ESP", "KWD", "SUR"])
STRETCHES = st.sampled_from([[], {"from": "2000-01-01"}, {"from": "2010", "to": "2012-06"}, {}, {"to": "1999-12-31"},
                             [{"from": "2000-01-01", "to": "2009-12-31"}, {"from": "2005-01-01"}]])
WHO = st.sampled_from(["insured", "widow", "older", "younger", "spouse", "child", "nobody", "drawn"])
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
    **dict.fromkeys(("employer_seat", "flag", "posted_from", "agreed"), st.sampled_from(STATES[:6])),
    "occupation": of(words.Occupation),
    "share": st.sampled_from(["25 %", "4 %", "60 %", "101 %", "0.3"]),
    "planned_to": DAYS,
    "replaces": st.booleans(),
    "scheme": st.sampled_from([*EVERY_SCHEME, "zw-nssa", "nope"]),
    "kind": of(words.PeriodKind, words.StatementKind, words.EventKind),
    "standing": of(words.FactStanding),
    "per": of(words.MoneyPer, words.EarningsPer),
    "sex": of(words.Sex),
    "residence_status": of(words.ResidenceStatus),
    "branch": of(words.Branch),
    "branches": st.lists(of(words.Branch), max_size=3) | st.sampled_from([["old_age"], ["invalidity"], ["survivors"]]),
    **dict.fromkeys(("person", "claimant"), WHO),
    "members": st.lists(WHO, max_size=3),
    "relation": of(words.Relation),
    **dict.fromkeys(("married", "dependent", "in_care"), STRETCHES),
    **dict.fromkeys(("in_education", "disabled"), st.booleans()),
    "degree": st.sampled_from(["70 %", "0 %", "100 %", "33.3 %", "101 %", "2/3"]),
    "points": st.sampled_from(["31.5", "0", "1e3", "999999999"]),
    "assessment": st.lists(st.fixed_dictionaries({"on": DAYS, "degree": st.sampled_from(["70 %", "50 %", "0 %", "66.6 %"])},
                           optional={"country": st.sampled_from(STATES)}), max_size=2),
    "exposure": st.lists(st.fixed_dictionaries({"country": st.sampled_from(STATES)}, optional={"from": DAYS}), max_size=2),
    "nationalities": st.lists(st.sampled_from(STATES), max_size=3),
    "counts_for": st.fixed_dictionaries({}, optional={
        key: st.lists(of(words.Branch), max_size=3) for key in ("right", "amount")}),
}  # fmt: skip
