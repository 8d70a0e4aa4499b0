"""Every case that can be read is decided: whatever is missing, odd or contradictory in it, the decision is whole."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.case.model import read_case
from portability.faults import Refused
from tests.laws.drawn import SCHEMES
from tests.laws.form import well_formed
from tests.laws.lives import AS_BOUND, DIRECT, FOR_ALL, HIGHER, NONE, PRO_RATA, SHARED_BY_ALL, Row

SETS = st.sampled_from((NONE, HIGHER, PRO_RATA, DIRECT, AS_BOUND, FOR_ALL, SHARED_BY_ALL))
EVERY = (*SCHEMES, "xa-basic", "xd-a")
PLACES = st.sampled_from([*((scheme[:2].upper(), scheme) for scheme in EVERY), ("BD", None)])
WHEN = st.one_of(
    st.dates(date(1956, 1, 1), date(2030, 12, 31)).map(date.isoformat),
    st.builds("{}-{:02}".format, st.integers(1957, 2029), st.integers(1, 12)),
    st.integers(1957, 2029).map(str),
)
STANDING = st.sampled_from((None, None, "certified", "declared", "assumed"))
LENGTH = st.one_of(
    st.fixed_dictionaries({"months": st.integers(0, 500)}),
    st.fixed_dictionaries({"years": st.integers(0, 45), "weeks": st.integers(0, 51)}),
    st.fixed_dictionaries({"days": st.integers(0, 9000), "day_system": st.sampled_from((5, 6, 7))}),
    st.fixed_dictionaries({"quarters": st.integers(0, 160)}),
    st.fixed_dictionaries({"hours": st.integers(0, 20_000)}),
    st.fixed_dictionaries({"years": st.sampled_from(("2.70", "0.5", "12.25"))}),
)
CURRENCY = st.sampled_from(("XTS", "XTS", "EUR", "KMF"))
AMOUNT = st.sampled_from(("0", "0.01", "250.00", "1800", "99999999.99"))
PER = st.sampled_from(("month", "year"))


def some(row: st.SearchStrategy[Row], most: int = 3) -> st.SearchStrategy[list[Row]]:
    return st.lists(row, max_size=most)


def tidy(row: Row) -> Row:
    """A row without the keys it does not say, and with its place in two."""
    country, scheme = row.get("place", (None, None))
    placed = {"country": country, "scheme": scheme}
    return {key: value for key, value in {**placed, **row}.items() if value is not None and key != "place"}


def ordered(row: Row) -> Row:
    first, last = sorted(row["ends"], key=lambda day: day[:4])
    rest = {key: value for key, value in row.items() if key != "ends"}
    return {**rest, "from": first, "to": last if first[:4] < last[:4] else first}


KIND = st.sampled_from(("insurance", "insurance", "voluntary", "assimilated", "residence", "employment", "self_employment"))
DATED = st.fixed_dictionaries({"place": PLACES, "kind": KIND, "ends": st.tuples(WHEN, WHEN), "standing": STANDING}).map(ordered)
UNDATED = st.fixed_dictionaries({"place": PLACES, "kind": KIND, "certified": LENGTH, "standing": STANDING})
EARNED = st.fixed_dictionaries(
    {"place": PLACES, "ends": st.tuples(WHEN, WHEN), "amount": AMOUNT, "currency": CURRENCY, "per": PER, "standing": STANDING}
).map(ordered)
BRANCH = {"branch": st.just("old_age"), "place": PLACES, "standing": STANDING}
MONEY = {"amount": AMOUNT, "currency": CURRENCY, "per": PER}
STATED = st.one_of(
    st.fixed_dictionaries(
        {**BRANCH, **MONEY, "kind": st.sampled_from(("independent", "theoretical", "pro_rata", "reference", "minimum", "award"))}
    ),
    st.fixed_dictionaries(
        {**BRANCH, "length": LENGTH, "kind": st.sampled_from(("required", "full_career", "own_length", "total_length"))}
    ),
    st.fixed_dictionaries({**BRANCH, "kind": st.sampled_from(("award", "refusal"))}),
)
HELD = st.fixed_dictionaries(
    {"place": st.just(("XC", "xc-fund")), "balance": AMOUNT, "currency": CURRENCY, "on": st.just("2019-06-30")}
)
FIGURES = {
    "qualifying": ["15 years", "0 months", {"unknown": "not found"}],
    "age": ["60 years", {"F": "55 years", "M": "60 years"}, {"unknown": "not found"}],
    "minimum": ["300 XTS per month", {"unknown": "not found"}, {"none_known": "none found"}],
    "maximum": ["900 XTS per month", {"unknown": "not found"}],
    "formula": [{"shape": "flat", "amount": "600 XTS per month"}, {"unknown": "not found"},
                {"shape": "accrual", "accrual": "1.5 % per year", "on": "reference", "cap": "80 %"}],
    "reference": [{"method": "career"}, {"method": "last", "length": "60 months"}],
    "payments": [{"is": 13, "of": "month"}, {"is": 14, "of": "year"}],
    "full_career": ["40 years", {"unknown": "not found"}],
    "counts": [{"unit": "weeks", "part": "any_day"}, {"unit": "days", "day_system": 5, "part": "proportional"}],
    "otherwise": [{"form": "refund", "shape": "refund", "share": "100 %", "of": "contributions"}, {"unknown": "not found"}],
}  # fmt: skip
ASSUMED = st.sampled_from([(key, value) for key, values in FIGURES.items() for value in values]).flatmap(
    lambda figure: st.fixed_dictionaries(
        {
            "path": st.sampled_from(("xd.xd-a", "xa.xa-general", "xb.xb-farm")).map(lambda at: f"{at}.old_age.{figure[0]}"),
            "value": st.just(figure[1]),
            "from": st.sampled_from((None, None, "2015-01-01")),
            "reason": st.just("drawn"),
        }
    )
)
PERSON = st.fixed_dictionaries(
    {
        "born": st.sampled_from((None, "1955-05-20", "1956-02-29", "1955", "1961-07", "1995-01-01")),
        "sex": st.sampled_from((None, "F", "M")),
        "nationalities": st.sampled_from((None, ["XA"], ["XB", "BD"])),
        "standing": STANDING,
    }
).map(tidy)
LIVES_IN = st.sampled_from(([], [{"country": "XA"}], [{"country": "XC", "residence_status": "permanent"}], [{"country": "BD"}]))


@settings(max_examples=120, deadline=None)
@given(
    person=PERSON,
    residence=LIVES_IN,
    period=some(st.one_of(DATED, DATED, UNDATED), 5),
    earnings=some(EARNED),
    statement=some(STATED),
    account=some(HELD, 1),
    assume=some(ASSUMED, 4),
    at=st.sampled_from((date(2026, 1, 1), date(2021, 6, 30), date(2011, 1, 1), date(1962, 2, 28))),
    agreements=SETS,
)
def test_whatever_can_be_read_is_decided(at: date, agreements: Any, **told: Any) -> None:
    rows = {key: [tidy({**row}) for row in value] for key, value in told.items() if key not in ("person", "residence")}
    rows["period"] = [{**row, "id": f"p{i}"} for i, row in enumerate(rows["period"])]
    rows["assume"] = list({(row["path"], row.get("from")): row for row in rows["assume"]}.values())
    head = {"format": "portability.case/1", "id": "any", "person": told["person"], "residence": told["residence"]}
    try:
        decision = decide(read_case({**head, **rows}), at, agreements)
    except Refused:
        return  # told with every fault, which the tests of the case format hold it to
    well_formed(decision)
    assert decision.decided_under.at == at
    assert [row.id for row in decision.periods] == [row["id"] for row in rows["period"]]
