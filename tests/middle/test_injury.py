"""Injuries at work by the invented laws and by South Africa's: figures worked by hand, in a comment or in docs/hand-worked."""

from datetime import date
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Benefit, Decision
from portability.record.phrases import amount

ALONE = AgreementSet("none", as_bound=False)
Facts = dict[str, Any]


def case(state: str, wage: str, event: Facts, currency: str = "XTS", **more: Any) -> Facts:
    """A worker of a State since 2010, at one wage, and what happened."""
    facts: Facts = {
        "format": "portability.case/1",
        "id": "a",
        "person": {"born": "1980-01-01", "nationalities": [state]},
        "residence": [{"country": state}],
        "period": [{"id": "p", "country": state, "kind": "insurance", "from": "2000-01-01", "to": "2026-06-30"}],
        "earnings": [
            {"country": state, "from": "2000-01-01", "to": "2026-06-30", "amount": wage, "currency": currency, "per": "month"}
        ],
        "event": [{"id": "fall", "kind": "accident", "date": "2024-06-12", "country": state, "work_as": "employee", **event}],
        "claim": [{"branches": ["employment_injury"], "date": "2026-01-05"}],
    }
    if state in SCHEMES:
        facts["period"][0]["scheme"] = facts["earnings"][0]["scheme"] = SCHEMES[state]
    return facts | more


SCHEMES = {"XA": "xa-general", "XB": "xb-general", "XC": "xc-trade", "TZ": "tz-nssf", "MU": "mu-npf"}


def found(degree: str, **more: Any) -> Facts:
    """An event whose degree was found two months later, by the institution of the State."""
    return {"assessment": [{"country": "XA", "on": "2024-08-12", "degree": degree, **more}]}


def decided(facts: Facts) -> Decision:
    return decide(read_case(facts), None, ALONE)


def named(decision: Decision, name: str, who: str = "insured") -> Benefit:
    return next(one for one in decision.benefits if one.id.endswith(f".{name}") and one.beneficiary == who)


def paid(decision: Decision, name: str, who: str = "insured") -> list[str]:
    return [amount(each.money) for each in named(decision, name, who).payments]


def at(state: str, wage: str, degree: str, currency: str = "XTS", **more: Any) -> Decision:
    event = found(degree, **more)
    event["assessment"][0]["country"] = state
    return decided(case(state, wage, event, currency))


@pytest.mark.parametrize(
    ("wage", "degree", "name", "due"),
    [
        ("20000", "25 %", "lump_sum", "250000.00 ZAR"),
        ("20000", "30 %", "lump_sum", "300000.00 ZAR"),
        ("20000", "31 %", "pension", "4650.00 ZAR"),
        ("20000", "50 %", "pension", "7500.00 ZAR"),
        ("60000", "100 %", "pension", "37333.00 ZAR"),
        ("5000", "100 %", "pension", "5229.00 ZAR"),
    ],
)
def test_south_africa_pays_by_the_degree(wage: str, degree: str, name: str, due: str) -> None:
    assert paid(at("ZA", wage, degree, "ZAR"), name) == [due]  # docs/hand-worked/za.md, 8


@pytest.mark.parametrize(("children", "each"), [(2, "3000.00 ZAR"), (5, "1800.00 ZAR")])
def test_south_africa_pays_survivors_shares_of_the_whole_pension(children: int, each: str) -> None:
    family = [{"id": "widow", "relation": "spouse"}]
    family += [{"id": f"child{n}", "relation": "child", "born": "2015-01-01"} for n in range(children)]
    claims = [{"claimant": who, "branches": ["employment_injury"], "date": "2024-09-01"} for who in ("widow", "child0")]
    facts = case("ZA", "20000", {}, "ZAR", family=family, claim=claims)
    facts["person"]["died"] = "2024-06-12"
    facts["period"][0]["to"] = "2024-06-12"
    facts["earnings"][0]["to"] = "2024-06-12"
    decision = decided(facts)
    assert paid(decision, "survivor", "widow") == ["6000.00 ZAR"]
    assert paid(decision, "death_sum", "widow") == ["30000.00 ZAR"]
    assert paid(decision, "survivor", "child0") == [each]
    assert paid(decision, "funeral", "widow") == ["20797.00 ZAR"]
    assert not [one for one in decision.benefits if one.id.endswith("child0/funeral")], "the funeral is paid once"


@pytest.mark.parametrize(
    ("day", "grade", "due"),
    [
        ("2020-01-15", "first", "65945.40 ZAR"),
        ("2020-01-15", "second", "146841.78 ZAR"),
        ("2002-12-02", "first", "36156.00 ZAR"),
        ("2002-12-02", "second", "80509.20 ZAR"),
    ],
)
def test_the_mines_fund_pays_by_the_grade_and_the_general_scheme_gives_way(day: str, grade: str, due: str) -> None:
    exposure = [{"country": "ZA", "from": "2000-01-01", "to": "2002-06-30", "agent": "silica"}]
    event = {"kind": "disease", "date": day, "work_as": "miner", "exposure": exposure}
    event["assessment"] = [{"country": "ZA", "on": day, "degree": "40 %", "grade": grade}]
    decision = decided(case("ZA", "9000", event, "ZAR"))
    paying = [(one.scheme, one.status) for one in decision.benefits]
    assert paying == [("za-odmwa", "entitled"), ("za-coida", "refused")], "one payer for each disease"
    assert [amount(each.money) for each in decision.benefits[0].payments] == [due]  # docs/hand-worked/za.md, 9


@pytest.mark.parametrize(
    ("degree", "name", "due"),
    [
        # Mean of the twelve months before: 1 000. Whole 80 % = 800; degree x 0.5 up to 50 %, x 1.5 above.
        ("1 %", "lump_sum", "144.00 XTS"),  # 800 x 0.5 % = 4 a month, x 36
        ("9 %", "lump_sum", "1296.00 XTS"),  # 800 x 4.5 % = 36, x 36
        ("10 %", "pension", "120.00 XTS"),  # 800 x 5 % = 40, raised to the minimum of 120
        ("70 %", "pension", "440.00 XTS"),  # 25 % + 30 % = 55 %
        ("100 %", "pension", "1000.00 XTS"),  # 25 % + 75 % of the whole, which is 100 % of earnings for total loss
    ],
)
def test_a_degree_reckoned_by_slopes(degree: str, name: str, due: str) -> None:
    assert paid(at("XB", "1000", degree), name) == [due]


def test_below_the_least_degree_nothing_is_due() -> None:
    decision = at("XB", "1000", "0.5 %")
    assert [(one.status, one.refusal) for one in decision.benefits] == [("refused", "not_invalid")]


def test_help_by_another_is_added_where_it_is_needed() -> None:
    decision = at("XB", "1000", "70 %", constant_attendance=True)
    assert paid(decision, "attendance") == ["176.00 XTS"]  # 40 % of 440
    assert not any(one.id.endswith("attendance") for one in at("XB", "1000", "70 %").benefits)


@pytest.mark.parametrize(
    ("wage", "degree", "due"),
    [
        ("1000", "40 %", "21600.00 XTS"),  # 54 x 1 000 = 54 000, x 40 %
        ("2000", "40 %", "32400.00 XTS"),  # 108 000, at most 81 000, x 40 %
        ("100", "100 %", "9000.00 XTS"),  # 5 400, at least 9 000
    ],
)
def test_where_the_law_knows_sums_only_every_degree_gives_one(wage: str, degree: str, due: str) -> None:
    decision = at("XC", wage, degree)
    assert paid(decision, "lump_sum") == [due]
    assert any("the employer owes the benefits" in one.text for one in decision.findings)


@pytest.mark.parametrize(
    ("until", "told"),
    [
        # xa: 3 days of waiting, paid back where incapacity lasts more than 14; the wage is 2 000.
        ("2024-06-15", []),
        ("2024-06-26", [("2024-06-16", "2024-06-26", "2000.00 XTS")]),  # 14 days: three of them unpaid
        ("2024-06-27", [("2024-06-13", "2024-06-27", "2000.00 XTS")]),  # 15 days: from the first
        # 28 days at 100 % to 10 July, then 75 % for twelve months from the first day, to 12 June 2025
        ("2025-09-30", [("2024-06-13", "2024-07-10", "2000.00 XTS"), ("2024-07-11", "2025-06-12", "1500.00 XTS")]),
    ],
)
def test_temporary_incapacity_is_paid_in_steps(until: str, told: list[tuple[str, str, str]]) -> None:
    decision = decided(case("XA", "2000", {"incapacity": [{"from": "2024-06-13", "to": until}]}))
    one = named(decision, "temporary")
    assert [(str(each.start), str(each.end), amount(each.money)) for each in one.payments] == told
    assert one.status == ("entitled" if told else "refused")


def test_a_law_that_pays_by_the_day_is_told_by_the_day() -> None:
    event = {"incapacity": [{"from": "2024-06-13", "to": "2024-06-20"}]}
    [each] = named(decided(case("XB", "1000", event)), "temporary").payments
    assert (amount(each.money), each.per) == ("22.00 XTS", "day")  # 2/3 of 1 000 / 30 = 22.22, rounded to whole money


def test_the_finding_of_a_degree_ends_temporary_incapacity() -> None:
    decision = decided(case("XA", "2000", found("40 %") | {"incapacity": [{"from": "2024-06-13"}]}))
    assert str(named(decision, "temporary").payments[-1].end) == "2024-08-11"
    assert str(named(decision, "pension").payments[0].start) == "2024-08-12"


def test_who_is_left_out_of_the_law_gets_nothing() -> None:
    decision = decided(case("XC", "1000", {"work_as": "domestic_worker"} | found("40 %") | {"assessment": [
        {"country": "XC", "on": "2024-08-12", "degree": "40 %"}]}))  # fmt: skip
    assert [(one.status, one.refusal) for one in decision.benefits] == [("refused", "other")]


def test_a_foreigner_without_equality_is_refused_for_nationality() -> None:
    facts = case("XB", "1000", {"assessment": [{"country": "XB", "on": "2024-08-12", "degree": "70 %"}]})
    facts["person"] = {"born": "1980-01-01", "nationalities": ["XC"], "residence_status": "regular"}
    [one] = decided(facts).benefits
    assert (one.status, one.refusal) == ("refused", "nationality")


def test_survivors_of_xb_divide_what_is_for_the_first_and_for_each_further() -> None:
    family = [{"id": f"child{n}", "relation": "child", "born": "2015-01-01"} for n in range(3)]
    claims = [{"claimant": "child0", "branches": ["employment_injury"], "date": "2024-09-01"}]
    facts = case("XB", "1000", {}, family=family, claim=claims)
    facts["person"]["died"] = "2024-06-12"
    facts["period"][0]["to"] = facts["earnings"][0]["to"] = "2024-06-12"
    decision = decided(facts)
    assert paid(decision, "survivor", "child0") == ["83.00 XTS"]  # 15 + 5 + 5 = 25 % of 1 000 over three: 83.33
    assert paid(decision, "funeral", "child0") == ["at most 1000.00 XTS"]  # its cost, which nobody told


def test_a_sum_for_all_dependants_is_between_nought_and_the_whole_for_one_of_two() -> None:
    family = [{"id": "widow", "relation": "spouse"}, {"id": "child", "relation": "child", "born": "2015-01-01"}]
    claims = [{"claimant": "widow", "branches": ["employment_injury"], "date": "2024-09-01"}]
    facts = case("XC", "1000", {}, family=family, claim=claims)
    facts["person"]["died"] = "2024-06-12"
    facts["period"][0]["to"] = facts["earnings"][0]["to"] = "2024-06-12"
    assert paid(decided(facts), "death_sum", "widow") == ["at most 42000.00 XTS"]  # 42 x 1 000; who gets what is found later
    facts["family"] = family[:1]
    assert paid(decided(facts), "death_sum", "widow") == ["42000.00 XTS"]


def test_the_state_that_insured_pays_also_for_an_accident_elsewhere() -> None:
    facts = case("XA", "2000", {"country": "XB"} | found("40 %"))
    decision = decided(facts)
    assert {one.country for one in decision.benefits} == {"XA"}
    assert paid(decision, "pension") == ["600.00 XTS"]  # 75 % x 2 000 x 40 %


def test_without_any_event_the_decision_says_what_is_missing() -> None:
    facts = case("XA", "2000", {})
    facts["event"] = []
    decision = decided(facts)
    assert decision.benefits == ()
    assert any(one.path.startswith("event") for one in decision.missing_facts)


def test_the_law_of_the_day_of_the_injury_decides() -> None:
    early = found("31 %") | {"date": "2018-06-12"}
    early["assessment"][0]["on"] = "2018-09-01"
    assert paid(decided(case("XA", "3000", early)), "pension") == ["558.00 XTS"]  # 75 % of 2 400, the ceiling then, x 31 %
    assert paid(decided(case("XA", "3000", found("31 %"))), "pension") == ["697.50 XTS"]  # 75 % of 3 000 x 31 %


def test_a_decision_on_an_earlier_day_knows_no_later_accident() -> None:
    decision = decide(read_case(case("XA", "2000", found("40 %"))), date(2024, 6, 1), ALONE)
    assert decision.benefits == ()
