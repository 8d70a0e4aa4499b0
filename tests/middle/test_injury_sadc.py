"""Injuries at work by the laws of southern Africa: every figure is worked by hand in docs/hand-worked, State by State."""

from typing import Any

import pytest

from portability.record.decision import Decision
from tests.middle.test_injury import Facts, case, decided, named, paid

MONEY = {"ZM": "ZMW", "NA": "NAD"}
STAYED = [{"from": "2014-06-13", "to": "2014-08-31"}]


def hurt(
    state: str, wage: str, degree: str, claim: str = "2015-06-01", found: str = "2014-09-01", constant: bool = False, **event: Any
) -> Decision:
    """An accident of June 2014, whose degree the State finds in September; `constant`: help of another is needed."""
    event = {"date": "2014-06-12", "incapacity": STAYED, **event}
    event["assessment"] = [{"country": state, "on": found, "degree": degree, "constant_attendance": constant}]
    facts = case(state, wage, event, MONEY[state])
    return decided(facts | {"claim": [{"branches": ["employment_injury"], "date": claim}]})


def bereft(state: str, wage: str, children: int, claim: str = "2015-06-01") -> Decision:
    """A widow and children of one killed at work in June 2014."""
    family: list[Facts] = [{"id": "widow", "relation": "spouse", "dependent": [{"from": "2000-01-01"}]}]
    child = {"relation": "child", "born": "2010-01-01", "dependent": [{"from": "2010-01-01"}]}
    family += [{"id": f"child{n}", **child} for n in range(children)]
    claims = [{"claimant": who, "branches": ["employment_injury"], "date": claim} for who in ("widow", "child0")]
    facts: Facts = case(state, wage, {"date": "2014-06-12"}, MONEY[state], family=family, claim=claims)
    facts["person"]["died"] = "2014-06-12"
    facts["period"][0]["to"] = facts["earnings"][0]["to"] = "2014-06-12"
    return decided(facts)


@pytest.mark.parametrize(("degree", "due"), [("11 %", "44.00 ZMW"), ("40 %", "160.00 ZMW"), ("100 %", "400.00 ZMW")])
def test_zambia_pays_half_of_earnings_up_to_eight_hundred_by_the_degree(degree: str, due: str) -> None:
    decision = hurt("ZM", "1500", degree)
    assert paid(decision, "pension") == [due]
    assert paid(decision, "temporary") == ["400.00 ZMW"]


def test_zambia_pays_a_sum_for_ten_per_cent_and_nobody_found_how_much() -> None:
    told = named(hurt("ZM", "1500", "10 %"), "lump_sum")
    assert (told.status, [each.money.amount for each in told.payments]) == ("entitled", [None])


def test_zambia_pays_an_allowance_for_the_help_of_another() -> None:
    decision = hurt("ZM", "1500", "100 %", "2015-12-01", date="2015-06-12", incapacity=[], found="2015-09-01", constant=True)
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
    told = named(hurt("NA", "7000", "50 %"), "pension")
    assert told.status == "undetermined"


def test_namibia_owes_survivors_shares_that_nobody_found() -> None:
    told = named(bereft("NA", "5000", 1), "survivor", "widow")
    assert (told.status, [each.money.amount for each in told.payments]) == ("entitled", [None])
