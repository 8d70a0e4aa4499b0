"""Injuries at work by the laws of southern Africa: every figure is worked by hand in docs/hand-worked, State by State."""

import tomllib
from typing import Any

import pytest

from portability.record.decision import Decision
from tests.house.source import ROOT
from tests.middle.test_injury import Facts, case, decided, named, paid

MONEY = {"ZM": "ZMW", "NA": "NAD", "MG": "MGA", "TZ": "TZS", "MW": "MWK", "AO": "AOA"}
MONEY |= {"BW": "BWP", "LS": "LSL", "SZ": "SZL", "ZW": "USD", "CD": "CDF", "MZ": "MZN", "MU": "MUR", "SC": "SCR", "KM": "KMF"}
YEARS = {"ZM": 2014, "NA": 2014, "MG": 2019, "BW": 1999}
"""In which year the accident of the worked lives happened, where not in 2024."""


def hurt(state: str, wage: str, degree: str, claim: str = "", year: int = 0, work_as: str = "employee", **more: Any) -> Decision:
    """An accident on 12 June, incapacity to the end of August, the degree found on 2 September, a claim a year later."""
    year = year or YEARS.get(state, 2024)
    event = {"date": f"{year}-06-12", "work_as": work_as, "incapacity": [{"from": f"{year}-06-13", "to": f"{year}-08-31"}]}
    stated, told = more.pop("stated", []), more.pop("residence", [{"country": state}])
    event["assessment"] = [{"country": state, "on": f"{year}-09-02", "degree": degree, **more}]
    facts = case(state, wage, event, MONEY[state], statement=stated, residence=told)
    if year < 2000:
        facts["period"][0]["from"] = facts["earnings"][0]["from"] = "1990-01-01"
    return decided(facts | {"claim": [{"branches": ["employment_injury"], "date": claim or f"{year + 1}-06-02"}]})


def bereft(state: str, wage: str, children: int) -> Decision:
    """A widow and children, dependent on one killed at work on 12 June, who claim a year later."""
    year = YEARS.get(state, 2024)
    day, claim = f"{year}-06-12", f"{year + 1}-06-02"
    family: list[Facts] = [{"id": "widow", "relation": "spouse", "dependent": [{"from": "2000-01-01"}]}]
    child = {"relation": "child", "born": "2010-01-01", "dependent": [{"from": "2010-01-01"}]}
    family += [{"id": f"child{n}", **child} for n in range(children)]
    claims = [{"claimant": who, "branches": ["employment_injury"], "date": claim} for who in ("widow", "child0")[: 1 + children]]
    facts: Facts = case(state, wage, {"date": day}, MONEY[state], family=family, claim=claims)
    facts["person"]["died"] = day
    facts["period"][0]["to"] = facts["earnings"][0]["to"] = day
    return decided(facts)


def owed(decision: Decision, name: str, who: str = "insured") -> tuple[str, list[str | None]]:
    """The status of a benefit, and the amounts of its payments: None where nobody found them."""
    told = named(decision, name, who)
    return told.status, [each.money.amount for each in told.payments]


@pytest.mark.parametrize(("degree", "due"), [("11 %", "44.00 ZMW"), ("40 %", "160.00 ZMW"), ("100 %", "400.00 ZMW")])
def test_zambia_pays_half_of_earnings_up_to_eight_hundred_by_the_degree(degree: str, due: str) -> None:
    decision = hurt("ZM", "1500", degree)
    assert paid(decision, "pension") == [due]
    assert paid(decision, "temporary") == ["400.00 ZMW"]


def test_zambia_pays_a_sum_for_ten_per_cent_and_nobody_found_how_much() -> None:
    assert owed(hurt("ZM", "1500", "10 %"), "lump_sum") == ("entitled", [None])


def test_zambia_pays_an_allowance_for_the_help_of_another() -> None:
    decision = hurt("ZM", "1500", "100 %", "2015-12-01", 2015, constant_attendance=True)
    assert (paid(decision, "pension"), paid(decision, "attendance")) == (["400.00 ZMW"], ["800.00 ZMW"])


def test_zambia_raises_a_pension_in_payment_to_the_minimum_of_2022() -> None:
    assert paid(hurt("ZM", "1500", "40 %", "2024-06-03"), "pension") == ["400.00 ZMW"]


@pytest.mark.parametrize(("children", "each"), [(1, "60.00 ZMW"), (3, "33.33 ZMW"), (8, "25.00 ZMW")])
def test_zambia_pays_the_first_child_more_than_each_further(children: int, each: str) -> None:
    decision = bereft("ZM", "1500", children)
    assert paid(decision, "survivor", "widow") == ["320.00 ZMW"]
    assert paid(decision, "survivor", "child0") == [each]


@pytest.mark.parametrize(
    ("wage", "degree", "name", "due"),
    [
        ("5000", "25 %", "lump_sum", "62500.00 NAD"),
        ("5000", "30 %", "lump_sum", "75000.00 NAD"),
        ("5000", "31 %", "pension", "1162.50 NAD"),
        ("5000", "100 %", "pension", "3750.00 NAD"),
        ("6500", "100 %", "pension", "4412.25 NAD"),
        ("6500", "30 %", "lump_sum", "88245.00 NAD"),
    ],
)
def test_namibia_pays_a_sum_up_to_thirty_per_cent_and_a_pension_above(wage: str, degree: str, name: str, due: str) -> None:
    assert paid(hurt("NA", wage, degree), name) == [due]


def test_namibia_pays_for_temporary_disablement_from_the_first_day() -> None:
    told = named(hurt("NA", "5000", "31 %"), "temporary")
    assert [(str(each.start), str(each.end), each.money.amount) for each in told.payments] == [
        ("2014-06-13", "2014-08-31", "3750.00")
    ]


def test_namibia_covers_high_earnings_only_by_agreement() -> None:
    assert owed(hurt("NA", "7000", "50 %"), "pension") == ("undetermined", [])


def test_namibia_owes_survivors_shares_that_nobody_found() -> None:
    assert owed(bereft("NA", "5000", 1), "survivor", "widow") == ("entitled", [None])


@pytest.mark.parametrize(
    ("wage", "degree", "name", "due"),
    [
        ("600000", "40 %", "temporary", "13333.33 MGA"),
        ("2000000", "40 %", "temporary", "35555.56 MGA"),
        ("600000", "11 %", "pension", "198000.00 MGA"),
        ("600000", "40 %", "pension", "720000.00 MGA"),
        ("600000", "100 %", "pension", "1800000.00 MGA"),
        ("600000", "100 %", "attendance", "720000.00 MGA"),
    ],
)
def test_madagascar_pays_two_thirds_of_a_day_and_an_annuity_by_the_quarter(wage: str, degree: str, name: str, due: str) -> None:
    decision = hurt("MG", wage, degree, constant_attendance=degree == "100 %")
    assert paid(decision, name) == [due]


def test_madagascar_pays_the_annuity_from_the_day_the_degree_is_final() -> None:
    (first,) = named(hurt("MG", "600000", "40 %"), "pension").payments
    assert (str(first.start), first.per) == ("2019-09-02", "quarter")


def test_madagascar_pays_a_capital_for_ten_per_cent_and_nobody_found_how_much() -> None:
    assert owed(hurt("MG", "600000", "10 %"), "lump_sum") == ("entitled", [None])
    assert owed(bereft("MG", "600000", 1), "survivor", "child0") == ("entitled", [None])


@pytest.mark.parametrize(
    ("wage", "degree", "name", "due"),
    [
        ("1000000", "31 %", "temporary", "700000.00 TZS"),
        ("1000000", "31 %", "pension", "217000.00 TZS"),
        ("1000000", "50 %", "pension", "350000.00 TZS"),
        ("1000000", "100 %", "pension", "700000.00 TZS"),
        ("1000000", "100 %", "attendance", "280000.00 TZS"),
        ("300000", "100 %", "pension", "275702.83 TZS"),
        ("6000000", "100 %", "pension", "3685852.70 TZS"),
    ],
)
def test_tanzania_pays_seven_tenths_of_earnings_by_the_degree(wage: str, degree: str, name: str, due: str) -> None:
    decision = hurt("TZ", wage, degree, constant_attendance=degree == "100 %")
    assert paid(decision, name) == [due]


def test_tanzania_pays_nothing_for_three_days_and_a_sum_nobody_found_up_to_thirty_per_cent() -> None:
    decision = hurt("TZ", "1000000", "30 %")
    assert [str(each.start) for each in named(decision, "temporary").payments] == ["2024-06-16"]
    assert owed(decision, "lump_sum") == ("entitled", [None])


@pytest.mark.parametrize(
    ("wage", "once", "each"),
    [
        ("1000000", "1400000.00 TZS", "280000.00 TZS"),
        ("300000", "420000.00 TZS", "110281.13 TZS"),
        ("6000000", "8400000.00 TZS", "1474341.08 TZS"),
    ],
)
def test_tanzania_pays_a_widow_a_sum_and_two_fifths_of_the_whole_pension(wage: str, once: str, each: str) -> None:
    decision = bereft("TZ", wage, 1)
    assert (paid(decision, "death_sum", "widow"), paid(decision, "survivor", "widow")) == ([once], [each])
    assert owed(decision, "survivor", "child0") == ("entitled", [None])


def test_tanzania_before_the_fund_is_the_employers_affair() -> None:
    decision = hurt("TZ", "1000000", "50 %", year=2015)
    assert {one.scheme for one in decision.benefits} == {"tz-wca-1948"}
    assert owed(decision, "lump_sum") == ("entitled", [None])


@pytest.mark.parametrize(("degree", "due"), [("40 %", "2160000.00 MWK"), ("100 %", "5400000.00 MWK")])
def test_malawi_pays_fifty_four_months_earnings_once_by_the_degree(degree: str, due: str) -> None:
    decision = hurt("MW", "100000", degree)
    assert paid(decision, "lump_sum") == [due]
    assert owed(decision, "temporary")[0] == "entitled"


def test_malawi_pays_forty_two_months_earnings_on_death_to_dependants() -> None:
    assert paid(bereft("MW", "100000", 0), "death_sum", "widow") == ["4200000.00 MWK"]
    assert owed(bereft("MW", "100000", 1), "death_sum", "widow") == ("entitled", [None])


@pytest.mark.parametrize(
    ("degree", "name", "due"),
    [("40 %", "temporary", "130000.00 AOA"), ("40 %", "pension", "56000.00 AOA"), ("100 %", "pension", "140000.00 AOA")],
)
def test_angola_pays_seven_tenths_of_a_years_average_by_the_degree(degree: str, name: str, due: str) -> None:
    assert paid(hurt("AO", "200000", degree), name) == [due]


@pytest.mark.parametrize(
    ("wage", "degree", "name", "due"),
    [
        ("1000", "40 %", "temporary", "660.00 BWP"),
        ("1000", "40 %", "lump_sum", "24000.00 BWP"),
        ("1000", "100 %", "lump_sum", "60000.00 BWP"),
        ("1000", "100 %", "attendance", "15000.00 BWP"),
        ("3000", "100 %", "lump_sum", "100000.00 BWP"),
        ("100", "100 %", "lump_sum", "10000.00 BWP"),
    ],
)
def test_botswana_paid_sixty_months_earnings_once_in_1999(wage: str, degree: str, name: str, due: str) -> None:
    assert paid(hurt("BW", wage, degree, constant_attendance=degree == "100 %"), name) == [due]


def test_botswana_pays_help_once_with_the_sum_and_nothing_for_seven_days() -> None:
    decision = hurt("BW", "1000", "100 %", constant_attendance=True)
    assert named(decision, "attendance").payments[0].per == "once"
    assert str(named(decision, "temporary").payments[0].start) == "1999-06-20"


@pytest.mark.parametrize(("state", "due", "once"), [("LS", "3000.00 LSL", None), ("SZ", "3000.00 SZL", "86400.00")])
def test_employers_pay_three_quarters_for_a_time_and_a_sum(state: str, due: str, once: str | None) -> None:
    decision = hurt(state, "4000", "40 %")
    assert paid(decision, "temporary") == [due]
    assert owed(decision, "lump_sum") == ("entitled", [once])
    assert any("the employer owes the benefits" in one.text for one in decision.findings)


def test_eswatini_pays_fifty_four_months_of_pay_up_to_a_limit() -> None:
    assert paid(hurt("SZ", "30000", "100 %"), "lump_sum") == ["1383480.00 SZL"]
    assert paid(bereft("SZ", "4000", 0), "death_sum", "widow") == ["216000.00 SZL"]
    assert owed(bereft("SZ", "4000", 1), "death_sum", "widow") == ("entitled", [None])


@pytest.mark.parametrize(("state", "excluded"), [("SZ", "domestic_worker"), ("ZW", "domestic_worker"), ("MW", "home_worker")])
def test_who_is_left_out_gets_nothing(state: str, excluded: str) -> None:
    decision = hurt(state, "4000", "40 %", work_as=excluded)
    assert {one.status for one in decision.benefits} == {"refused"}


def test_zimbabwe_owes_a_pension_above_thirty_per_cent_and_leaves_the_lower_degrees_open() -> None:
    assert owed(hurt("ZW", "500", "40 %"), "pension") == ("entitled", [None])
    assert owed(hurt("ZW", "500", "20 %"), "pension") == ("undetermined", [])
    assert paid(bereft("ZW", "500", 0), "funeral", "widow") == ["200.00 USD"]


def test_congo_reckons_from_the_average_that_the_fund_states() -> None:
    stated = [
        {"country": "CD", "scheme": "cd-risks", "branch": "employment_injury", "kind": "reference", "amount": "600000.00",
         "currency": "CDF", "per": "month"}
    ]  # fmt: skip
    decision = hurt("CD", "500000", "15 %", stated=stated, residence=[{"country": "BI"}])
    assert paid(decision, "temporary") == ["400000.00 CDF"]
    assert named(decision, "temporary").payments[0].export == "paid", "with no agreement"
    assert owed(decision, "pension") == ("entitled", [None])
    assert owed(hurt("CD", "500000", "14 %"), "lump_sum") == ("entitled", [None])
    assert owed(hurt("CD", "500000", "14 %"), "temporary") == ("entitled", [None])


def test_mauritius_leaves_public_servants_to_the_act_of_1931() -> None:
    told = {(one.scheme, one.status) for one in hurt("MU", "20000", "40 %", work_as="public_servant").benefits}
    assert told == {("mu-injury", "refused"), ("mu-wca-1931", "entitled")}


@pytest.mark.parametrize("state", ["MZ", "SC", "KM", "MU"])
def test_where_no_percentage_was_found_no_amount_is_told(state: str) -> None:
    told = [one for one in hurt(state, "20000", "60 %").benefits if one.status != "refused"]
    assert told
    assert {each.money.amount for one in told for each in one.payments} <= {None}


def test_lesothos_largest_sums_of_2026_are_those_before_scaled() -> None:
    law = tomllib.loads((ROOT / "agreements" / "national" / "ls.toml").read_text("utf-8"))["ls-wca"]["employment_injury"][0]
    told = [[int(row["is"].split()[0]) for row in law[key][1:]] for key in ("lump_sum_maximum", "death_sum_maximum", "funeral")]
    assert told == [[267200, 408816], [240500, 367965], [16700, 25551]]
    assert {round(new / old, 2) for old, new in told} == {1.53}
