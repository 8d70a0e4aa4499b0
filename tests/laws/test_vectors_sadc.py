"""Old-age pensions of Angola, the Congo, Zambia and others: the tables of docs/hand-worked, with the average stated."""

from datetime import date

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Benefit

NONE = AgreementSet("none", as_bound=False)
MONEY = {"AO": "AOA", "CD": "CDF", "ZM": "ZMW", "MG": "MGA", "SC": "SCR", "MU": "MUR", "KM": "KMF", "SZ": "SZL", "MW": "MWK"}


def benefit(
    scheme: str,
    months: int,
    average: str | None = None,
    at: date = date(2026, 1, 15),
    age: int = 66,
    nationality: str | None = None,
    balance: str | None = None,
) -> Benefit:
    """What a certified length, and an average that the institution states, give under one law alone."""
    country = scheme[:2].upper()
    member = {"country": country, "scheme": scheme}
    money = {"currency": MONEY[country], "standing": "certified"}
    stated = {**member, "branch": "old_age", "kind": "reference", "amount": average, "per": "month", **money}
    case = {
        "format": "portability.case/1",
        "id": "vector",
        "person": {"born": date(at.year - age, 1, 1).isoformat(), "sex": "M", "nationalities": [nationality or country]},
        "residence": [{"country": country, "from": "1990-01-01"}],
        "period": [{"id": "work", **member, "kind": "insurance", "certified": {"months": months}}],
        "statement": [] if average is None else [stated],
        "account": [] if balance is None else [{**member, "balance": balance, "on": "2020-01-01", **money}],
    }
    (found,) = decide(read_case({key: value for key, value in case.items() if value}), at, NONE).benefits
    return found


def paid(found: Benefit) -> str:
    """The first payment: an amount, "at least" one, or unknown."""
    money = found.payments[0].money
    return str(money.amount or (f"at least {money.at_least}" if money.at_least else "unknown"))


@pytest.mark.parametrize(
    ("months", "average", "expected"),
    [(240, "200000", "114285.71"), (180, "200000", "100000.00"), (420, "1500000", "802393.68"), (450, "140000", "140000.00")],
)
def test_angola(months: int, average: str, expected: str) -> None:
    assert paid(benefit("ao-inss", months, average)) == expected


def test_angola_asks_no_age_of_a_whole_career() -> None:
    assert benefit("ao-inss", 420, "200000", age=52).status == "entitled"
    assert benefit("ao-inss", 419, "200000", age=52).status == "refused"


def test_angola_and_foreigners() -> None:
    """Under Decree 40/08 an agreement was needed; what Decree 299/20 says was not read."""
    assert benefit("ao-inss", 240, "200000", nationality="MZ").status == "undetermined"
    before = benefit("ao-inss", 240, "200000", nationality="MZ", at=date(2018, 5, 1))
    assert (before.status, before.refusal) == ("refused", "nationality")


@pytest.mark.parametrize(("months", "share"), [(180, 40), (191, 40), (192, 42), (240, 50), (300, 60), (360, 60)])
def test_congo(months: int, share: int) -> None:
    """At least the share of the average: half of the guaranteed minimum wage is not known."""
    assert paid(benefit("cd-cnss", months, "600000")) == f"at least {6000 * share}.00"


def test_congo_without_a_stated_average_promises_no_amount() -> None:
    assert paid(benefit("cd-cnss", 240)) == "unknown"
    short = benefit("cd-cnss", 179, "600000")
    assert (short.form, paid(short)) == ("lump_sum", "unknown")


@pytest.mark.parametrize(
    ("months", "average", "expected"),
    [
        (240, "9000", "2400.00"),
        (180, "6000", "1708.20"),
        (360, "10000", "4000.00"),
        (240, None, "at least 1708.20"),
    ],
)
def test_zambia(months: int, average: str | None, expected: str) -> None:
    assert paid(benefit("zm-napsa", months, average, at=date(2025, 7, 1))) == expected


def zambian(first: int, last: int, amount: str, at: date, *filled: int) -> Benefit:
    """A career of one pay a month, earnings on record; for the years `filled` in, the average is assumed to be 6 000."""
    row = {"country": "ZM", "scheme": "zm-napsa", "from": f"{first}-01-01", "to": f"{last}-12-31"}
    case = {
        "format": "portability.case/1",
        "id": "vector",
        "person": {"born": date(at.year - 62, 1, 1).isoformat(), "sex": "F", "nationalities": ["ZM"]},
        "residence": [{"country": "ZM", "from": "1990-01-01"}],
        "period": [{"id": "work", "kind": "insurance", **row}],
        "earnings": [{**row, "amount": amount, "currency": "ZMW", "per": "month"}],
        "assume": [
            {"path": f"zm-average-earnings.{year}", "value": "6000 ZMW per month", "reason": "as if it had been found"}
            for year in filled
        ],
    }
    (found,) = decide(read_case({key: value for key, value in case.items() if value}), at, NONE).benefits
    return found


def test_zambia_raises_past_pay_to_the_average_of_the_claim() -> None:
    """docs/hand-worked/zm.md: pay above the ceiling in every year; the years whose average nobody found are left open."""
    at = date(2026, 1, 1)
    assert paid(zambian(2011, 2025, "50000", at)) == "at least 3475.36"
    lost = (2011, 2012, 2013, 2016, 2017, 2019, 2021, 2022)
    assert paid(zambian(2011, 2025, "50000", at, *lost)) == "7447.20"
    assert paid(zambian(2011, 2025, "500", at, *lost)) == "1861.80"


@pytest.mark.parametrize(
    ("months", "average", "at", "expected"),
    [
        (300, "600000", date(2019, 6, 1), "at least 270000.00"),
        (180, "600000", date(2019, 6, 1), "at least 210000.00"),
        (191, "600000", date(2019, 6, 1), "at least 210000.00"),
        (300, "600000", date(2024, 6, 1), "at least 281640.00"),
        (300, None, date(2019, 6, 1), "at least 60000.00"),
        (300, "600000", date(2016, 6, 1), "at least 210000.00"),
    ],
)
def test_madagascar(months: int, average: str | None, at: date, expected: str) -> None:
    """At least the formula: the minimum was not found; for 2016 the wage was not either."""
    assert paid(benefit("mg-cnaps", months, average, at=at)) == expected


@pytest.mark.parametrize(
    ("scheme", "months", "age", "nationality", "status", "form"),
    [
        ("mg-cnaps", 180, 60, None, "entitled", "pension"),
        ("mg-cnaps", 179, 60, None, "entitled", "refund"),
        ("mg-cnaps", 300, 58, None, "refused", None),
        ("sc-spf", 240, 65, None, "entitled", "pension"),
        ("sc-spf", 180, 65, None, "entitled", "refund"),
        ("sc-spf", 240, 64, None, "entitled", "pension"),
        ("sc-spf", 240, 62, None, "refused", None),
        ("sc-spf", 240, 65, "KE", "undetermined", "pension"),
        ("mu-npf", 12, 65, None, "entitled", "pension"),
        ("km-crc", 180, 66, None, "undetermined", "pension"),
    ],
)
def test_rights_whose_amount_nobody_found(
    scheme: str, months: int, age: int, nationality: str | None, status: str, form: str | None
) -> None:
    found = benefit(scheme, months, age=age, nationality=nationality)
    assert (found.status, found.form) == (status, form)
    assert all(payment.money.amount is None for payment in found.payments)


@pytest.mark.parametrize(
    ("scheme", "months", "age", "status"),
    [
        ("sz-enpf", 100, 50, "entitled"),
        ("sz-enpf", 100, 49, "refused"),
    ],
)
def test_an_account_is_paid_once_and_whole(scheme: str, months: int, age: int, status: str) -> None:
    found = benefit(scheme, months, age=age, balance="60000")
    assert found.status == status
    told = [(found.form, payment.per, payment.money.amount) for payment in found.payments]
    assert told == ([("account", "once", "60000.00")] if status == "entitled" else [])


@pytest.mark.parametrize(
    ("months", "age", "at", "once"),
    [
        (240, 45, date(2026, 1, 15), "30000.00"),  # half, as reported of the bill of 2023
        (240, 45, date(2020, 1, 15), "24000.00"),  # 40 % under the Act of 2010, as remembered
        (228, 45, date(2026, 1, 15), None),
    ],
)
def test_an_account_in_malawi_is_paid_partly_at_once(months: int, age: int, at: date, once: str | None) -> None:
    found = benefit("mw-pension", months, age=age, balance="60000", at=at)
    told = [(payment.per, payment.money.amount) for payment in found.payments]
    assert told == ([] if once is None else [("month", None), ("once", once)])
