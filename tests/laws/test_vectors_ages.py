"""When the pensions of SADC open, early ones, and the miners' fund: the tables of docs/hand-worked, each row worked there."""

from datetime import date
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Benefit, Decision

NONE = AgreementSet("none", as_bound=False)
GUIDELINES = AgreementSet("sadc-guidelines", with_=("sadc-guidelines-2020",))


def life(at: str, born: str, *periods: dict[str, Any], sets: AgreementSet = NONE, sex: str = "M", **tables: Any) -> Decision:
    country = periods[0]["country"]
    case = {
        "format": "portability.case/1",
        "id": "life",
        "person": {"born": born, "sex": sex, "nationalities": [country]},
        "period": [{"id": f"p{i}", "kind": "insurance", **one} for i, one in enumerate(periods)],
        "claim": [{"branches": ["old_age"], "date": at}],
        **{key: value for key, value in tables.items() if value},
    }
    return decide(read_case(case), date.fromisoformat(at), sets)


def work(scheme: str, start: str, end: str) -> dict[str, Any]:
    return {"country": scheme[:2].upper(), "scheme": scheme, "from": start, "to": end}


def length(scheme: str, months: int) -> dict[str, Any]:
    return {"country": scheme[:2].upper(), "scheme": scheme, "certified": {"months": months}, "standing": "certified"}


def stated(scheme: str, kind: str, amount: str, currency: str) -> dict[str, Any]:
    money = {"amount": amount, "currency": currency, "per": "month", "standing": "certified"}
    return {"country": scheme[:2].upper(), "scheme": scheme, "branch": "old_age", "kind": kind, **money}


def of(decision: Decision, scheme: str) -> Benefit:
    return next(one for one in decision.benefits if one.scheme == scheme)


def told(decision: Decision, scheme: str) -> str:
    found = of(decision, scheme)
    return f"{found.status} {found.refusal or found.form or ''}".strip()


def test_tanzania_early_at_57() -> None:
    """docs/hand-worked/tz.md, 7: 517 241.38 less 108 000 = 409 241.38; 35 % at once."""
    average = [stated("tz-nssf", "reference", "1000000", "TZS")]
    found = life("2024-10-01", "1967-10-01", length("tz-nssf", 300), statement=average)
    paid = [(one.per, one.money.amount) for one in of(found, "tz-nssf").payments]
    assert paid == [("month", "266006.90"), ("once", "21485172.41")]
    assert told(life("2024-10-01", "1969-10-02", length("tz-nssf", 300), statement=average), "tz-nssf") == "refused age"
    assert of(found, "tz-nssf").standing.law == "assumed"


@pytest.mark.parametrize(
    ("sex", "children", "born", "expected"),
    [
        ("F", 3, "1968-12-31", "entitled pension"),  # 57 with three children
        ("F", 2, "1968-12-31", "refused age"),
        ("F", 6, "1971-01-01", "entitled pension"),  # 55: five at most
        ("F", 6, "1971-02-01", "refused age"),
        ("M", 3, "1968-12-31", "refused age"),
    ],
)
def test_a_mother_in_angola(sex: str, children: int, born: str, expected: str) -> None:
    family = [{"id": f"c{i}", "relation": "child"} for i in range(children)]
    found = life("2026-01-15", born, length("ao-inss", 240), sex=sex, family=family)
    assert told(found, "ao-inss") == expected


def test_the_allowance_of_angola_asks_what_no_case_tells() -> None:
    """From 120 months, for those without work: 30 % of the last year's pay until 2020, since then at least the minimum."""
    for at in ("2018-05-01", "2025-01-15"):
        found = life(at, "1955-01-01", length("ao-inss", 168))
        assert told(found, "ao-inss") == "undetermined allowance"
        assert any("being without work" in one.path for one in found.missing_facts)
    assert told(life("2018-05-01", "1955-01-01", length("ao-inss", 119)), "ao-inss") == "refused qualifying_period"


@pytest.mark.parametrize(
    ("at", "expected"), [("2016-02-29", "refused qualifying_period"), ("2016-03-01", "entitled pension")]
)
def test_twenty_years_since_registration_in_mozambique(at: str, expected: str) -> None:
    periods = [work("mz-inss", "1996-03-01", "2004-02-29"), work("mz-inss", "2010-01-01", "2011-12-31")]
    decision = life(at, "1955-06-01", *periods)
    assert told(decision, "mz-inss").replace("entitled lump_sum", "refused qualifying_period") == expected


@pytest.mark.parametrize(
    ("start", "end", "born", "expected"),
    [
        ("2016-01-15", "2026-01-14", "1961-01-01", "entitled pension"),
        ("2016-03-01", "2026-01-14", "1961-01-01", "entitled refund"),  # 119 of the 120 months
        ("2006-01-15", "2026-01-14", "1963-01-02", "entitled pension"),  # aged 60 on 2 January 2023: early
        ("2006-01-15", "2026-01-14", "1963-01-03", "refused age"),
    ],
)
def test_the_two_ways_in_seychelles(start: str, end: str, born: str, expected: str) -> None:
    assert told(life("2026-01-15", born, work("sc-spf", start, end)), "sc-spf") == expected


@pytest.mark.parametrize(
    ("start", "born", "expected"),
    [
        ("2005-07-01", "1970-07-01", "entitled pension"),  # 55, insured before 14 August 2015
        ("2005-07-01", "1970-07-02", "undetermined pension"),  # 54: early, its reduction not known
        ("2005-07-01", "1975-07-02", "refused age"),
        ("2015-08-14", "1970-07-01", "refused qualifying_period"),
    ],
)
def test_zambia_by_the_first_day_of_insurance(start: str, born: str, expected: str) -> None:
    found = told(life("2025-07-01", born, work("zm-napsa", start, "2025-06-30")), "zm-napsa")
    assert found.replace("undetermined lump_sum", "refused qualifying_period") == expected


@pytest.mark.parametrize(
    ("born", "at", "expected"),
    [
        ("1965-08-31", "2025-08-31", "entitled"),
        ("1965-08-31", "2025-10-01", "entitled"),
        ("1965-09-01", "2026-08-31", "refused"),
        ("1965-09-01", "2026-09-01", "entitled"),
        ("1966-09-01", "2028-08-31", "refused"),
        ("1966-09-01", "2028-09-01", "entitled"),
        ("1970-01-01", "2034-12-31", "refused"),
        ("1970-01-01", "2035-01-01", "entitled"),
    ],
)
def test_the_cohorts_of_mauritius(born: str, at: str, expected: str) -> None:
    residence = [{"country": "MU", "from": born, "residence_status": "national"}]
    found = life(at, born, length("mu-npf", 12), residence=residence)
    (row,) = (one for one in found.floor if one.guarantee == "older_persons")
    assert row.status == expected


MINE = work("za-mwpf", "2010-04-01", "2020-03-31")
HELD = {"balance": "90000", "currency": "ZAR", "on": "2020-03-31", "standing": "certified"}
ACCOUNT = [{"country": "ZA", "scheme": "za-mwpf", **HELD}]


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("2022-03-30", None),
        ("2024-05-01", "left on 2020-03-31 and not claimed within 24 months: the benefit is unclaimed from 2022-03-31 on"),
    ],
)
def test_the_mineworkers_fund_unclaimed(at: str, text: str | None) -> None:
    """Vector SADC-3: exit 31.3.2020, not claimed: unclaimed from 31.3.2022. The balance is due all the same."""
    found = life(at, "1970-05-05", MINE, account=ACCOUNT, residence=[{"country": "MZ", "from": "1970-05-05"}])
    (paid,) = of(found, "za-mwpf").payments
    assert (of(found, "za-mwpf").form, paid.per, paid.money.amount, paid.export) == ("account", "once", "90000.00", "paid")
    inquiries = [one.text for one in found.findings if one.kind == "refund_inquiry"]
    assert inquiries == ([] if text is None else [f"{text}; claim it from Mineworkers Provident Fund (MWPF)"])
    assert "Mineworkers Provident Fund (MWPF)" in {one.institution for one in found.summary.claim_at}
    assert [one.country for one in found.benefits] == ["ZA"]


def test_one_still_in_the_mines_is_not_told_to_claim() -> None:
    found = life("2015-05-01", "1970-05-05", MINE, account=[])
    assert told(found, "za-mwpf") == "undetermined pension".replace("pension", "account")
    assert [one for one in found.findings if one.kind == "refund_inquiry"] == []


COUNT = {
    "path": "sadc-guidelines-2020.accounts.months_count_for_right",
    "value": True,
    "reason": "vector: months of funds count",
}


@pytest.mark.parametrize(
    ("assumed", "zimbabwe", "amount"),
    [([], "entitled lump_sum", None), ([COUNT], "entitled pension", "200.00")],
)
def test_a_pension_and_the_miners_fund(assumed: list[dict[str, Any]], zimbabwe: str, amount: str | None) -> None:
    """Vector SADC-1: 60 months in Zimbabwe (120 needed), 120 in the fund; theoretical amount with 180 months 600.

    Classes differ: a grant only, and R90 000. If the months counted: 600 x 60/180 = 200; the balance stays the same.
    """
    theoretical = [stated("zw-nssa", "theoretical", "600", "USD")] if assumed else []
    found = life(
        "2024-10-01",
        "1963-01-01",
        length("zw-nssa", 60),
        MINE,
        sets=GUIDELINES,
        account=ACCOUNT,
        statement=theoretical,
        assume=assumed,
        residence=[{"country": "ZW", "from": "1963-01-01"}],
    )
    assert told(found, "zw-nssa") == zimbabwe
    assert of(found, "zw-nssa").payments[0].money.amount == amount
    assert of(found, "za-mwpf").payments[0].money.amount == "90000.00"


def test_two_pension_schemes_are_added() -> None:
    """Vector SADC-2: 96 months in Zimbabwe, 84 in Mozambique; 450 with 180 months: 450 x 96/180 = 240."""
    found = life(
        "2024-10-01",
        "1963-01-01",
        length("zw-nssa", 96),
        length("mz-inss", 84),
        sets=GUIDELINES,
        statement=[stated("zw-nssa", "theoretical", "450", "USD")],
        residence=[{"country": "ZW", "from": "1963-01-01"}],
    )
    shared = next(one for one in of(found, "zw-nssa").variants if one.instrument)
    assert shared.ratio == "96/180"
    assert shared.net is not None
    assert shared.net.amount == "240.00"
