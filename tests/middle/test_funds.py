"""Provident funds and accounts of XG: never added to pensions unawares, moved as months or as a balance, left unclaimed."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.record.decision import Decision
from tests.middle.lives import NONE, by_month, decided, of, once, period, said, status, under

FUND = period("xg-fund", "2000-01-01", "2009-12-31")  # 120 months
HOST = period("xb-general", "2010-01-01", "2019-12-31")  # 120 months
TEN_PER_CENT = {"path": "xb.xb-general.old_age.contribution_rate", "value": "10 %", "reason": "a host with a tenth"}
COUNTED = {"path": "xt-funds.accounts.months_count_for_right", "value": True, "reason": "months of funds open rights"}
STAYS = {"path": "xt-funds.accounts.balance", "value": "leave", "reason": "balances stay where they are"}


def held(scheme: str, balance: str, currency: str = "XTS") -> dict[str, Any]:
    return {"country": scheme[:2].upper(), "scheme": scheme, "balance": balance, "currency": currency, "on": "2019-12-31"}


def moved(balance: str, *assumed: dict[str, Any], sets: Any = None, **tables: Any) -> Decision:
    """At 60 in 2020, after ten years in the fund of XG and ten in XB on 500 a month."""
    tables = {"account": [held("xg-fund", balance)], "assume": list(assumed), **tables}
    chosen = under("xt-funds") if sets is None else sets
    return decided("2020-01-01", "1960-01-01", FUND, HOST, wage="500", sets=chosen, **{k: v for k, v in tables.items() if v})


def test_a_balance_becomes_months_of_the_pension_scheme_insured_in_last() -> None:
    """24 000 at 10 % of 500 = 50 a month would buy 480 months; 120 were spent in the fund: 120, and 18 000 are left.

    XB: 120 + 120 = 240 of 420 months of 500 = 285.714, to the whole unit 286: the full qualifying period of 240 is met.
    """
    found = moved("24000", TEN_PER_CENT)
    assert once(found, "xg-fund") == "18000.00"
    assert by_month(found, "xb-general") == "286.00"
    assert said(found, "credited_months") == (
        "The balance moved, 24000.00 XTS, would buy months at 50.00 XTS each, at most the 120 spent in the fund: 120."
    )


def test_a_small_balance_buys_what_it_pays_for() -> None:
    """5 230 / 50 = 104.6: 104 whole months, 30 left. XB: half the pension of 224 months, 0.5 x 224/420 x 500 = 133.33: 133."""
    found = moved("5230", TEN_PER_CENT)
    assert (once(found, "xg-fund"), by_month(found, "xb-general")) == ("30.00", "133.00")


def test_without_the_instrument_everything_stays_where_it_is() -> None:
    """120 months alone: half of 120/420 of 500 = 71.43: 71. The fund pays its balance."""
    found = moved("24000", sets=NONE)
    assert (once(found, "xg-fund"), by_month(found, "xb-general")) == ("24000.00", "71.00")


def test_months_in_a_fund_are_never_added_to_a_pension_unawares() -> None:
    """Balances stay: XB has its 120 months of 120, whatever the fund holds."""
    found = moved("24000", STAYS)
    assert (once(found, "xg-fund"), by_month(found, "xb-general")) == ("24000.00", "71.00")
    assert next(one.why_not for one in found.periods if one.id == "p0") is None  # it counts in the fund itself


def test_where_an_instrument_counts_them_the_balance_still_stays_whole() -> None:
    """Months count: 240 in all, XB 240/420 of 500 = 285.714 and 120/240 of it = 142.857: 143. The fund keeps its own."""
    found = moved("24000", STAYS, COUNTED)
    assert (once(found, "xg-fund"), by_month(found, "xb-general")) == ("24000.00", "143.00")


def test_a_balance_in_another_currency_needs_a_rate() -> None:
    """12 000 XXA at 2 XTS are 24 000 XTS; what is left, 18 000 XTS, is told again in the currency of the fund."""
    rate = {"base": "EUR", "quote": "XTS", "on": "2019-12-31", "value": "2", "source": "bank"}
    assert once(moved("0", TEN_PER_CENT, account=[held("xg-fund", "12000", "EUR")], rate=[rate]), "xg-fund") == "18000.00"
    lost = moved("0", TEN_PER_CENT, account=[held("xg-fund", "12000", "EUR")])
    assert once(lost, "xg-fund") is None
    assert any("rate" in one.path for one in lost.missing_facts)


def test_a_balance_joins_that_of_the_fund_insured_in_last() -> None:
    """6 000 of xg-fund move to xc-chest and join 24 000 there: 30 000."""
    work = [FUND, period("xc-chest", "2010-01-01", "2019-12-31")]
    accounts = [held("xg-fund", "6000"), held("xc-chest", "24000")]
    found = decided("2020-01-01", "1960-01-01", *work, sets=under("xt-funds"), account=accounts)
    assert (once(found, "xg-fund"), once(found, "xc-chest")) == ("0.00", "30000.00")
    alone = decided("2020-01-01", "1960-01-01", *work, account=accounts)
    assert (once(alone, "xg-fund"), once(alone, "xc-chest")) == ("6000.00", "24000.00")


def test_the_balance_stays_with_the_fund_insured_in_last() -> None:
    work = [period("xb-general", "2000-01-01", "2009-12-31"), period("xg-fund", "2010-01-01", "2019-12-31")]
    found = decided(
        "2020-01-01", "1960-01-01", *work, wage="500", sets=under("xt-funds"), account=[held("xg-fund", "24000")]
    )
    assert (once(found, "xg-fund"), by_month(found, "xb-general")) == ("24000.00", "71.00")


PAID_OUT = {"path": "xt-funds.accounts.balance", "value": "pay_out", "reason": "balances are paid to those who leave"}


def test_an_agreement_may_have_a_balance_paid_out_to_one_who_leaves_the_fund() -> None:
    """xg-guarantee spreads 24 000 over 200 months from 60 on: 120 a month. Paid out: 24 000 at once, to one of 50 who left it.

    The months of the account are added to nothing: XB has its 120 months of 120.
    """
    work = [period("xg-guarantee", "2000-01-01", "2009-12-31"), HOST]
    account = [held("xg-guarantee", "24000")]
    old, young = "1950-01-01", "1970-01-01"

    def at(born: str, *assumed: dict[str, Any]) -> Decision:
        return decided("2020-01-01", born, *work, wage="500", sets=under("xt-funds"), account=account, assume=list(assumed))

    assert by_month(at(old, STAYS), "xg-guarantee") == "120.00"
    assert status(at(young, STAYS), "xg-guarantee") == "refused: age"
    for born in (old, young):
        found = at(born, PAID_OUT)
        assert (once(found, "xg-guarantee"), of(found, "xg-guarantee").form) == ("24000.00", "account")
        assert [one.per for one in of(found, "xg-guarantee").payments] == ["once"]
    assert by_month(at(old, PAID_OUT), "xb-general") == by_month(at(old, STAYS), "xb-general") == "71.00"
    assert said(found, "balance_paid_out") == "The agreement would have the balance paid out: 24000.00 XTS."
    still = decided("2020-01-01", young, HOST, period("xg-guarantee", "2010-01-01", "2030-12-31"), account=account, wage="500",
                    sets=under("xt-funds"), assume=[PAID_OUT])  # fmt: skip
    assert status(still, "xg-guarantee") == "refused: age"  # not left yet


@given(st.integers(0, 10**6), st.integers(0, 240))
def test_a_credit_never_exceeds_the_months_spent_in_the_fund(balance: int, months: int) -> None:
    end = f"{2000 + months // 12}-{months % 12 + 1:02}-01"
    work = [period("xg-fund", "2000-01-01", end), period("xb-general", "2021-01-01", "2030-12-31")]
    found = decided(
        "2031-01-01", "1965-01-01", *work, wage="500", sets=under("xt-funds"), account=[held("xg-fund", str(balance))]
    )
    shared = next(one for one in of(found, "xb-general").variants if one.instrument)
    assert shared.own is not None
    bought = Fraction(shared.own.amount) - 120
    assert 0 <= bought <= months + 1
    left = Fraction(once(found, "xg-fund") or "0")
    assert left + bought * 35 == balance  # 7 % of 500 a month


def test_left_a_fund_for_six_months() -> None:
    """Left on 2019-12-31 at 40: paid from 2020-07-01 on."""
    work = period("xg-fund", "2010-01-01", "2019-12-31")
    account = [held("xg-fund", "9000")]
    assert status(decided("2020-06-30", "1979-06-01", work, account=account), "xg-fund") == "refused: age"
    found = decided("2020-07-01", "1979-06-01", work, account=account)
    assert (status(found, "xg-fund"), once(found, "xg-fund")) == ("entitled", "9000.00")


@pytest.mark.parametrize(
    ("at", "claim", "expected"),
    [
        ("2025-06-01", "2025-06-01", "not claimed within 24 months: the benefit is unclaimed from 2021-12-31 on"),
        ("2020-12-31", "2020-12-31", None),
        ("2025-06-01", "2020-07-01", None),
    ],
)
def test_a_benefit_that_nobody_asked_for(at: str, claim: str, expected: str | None) -> None:
    work = period("xg-fund", "2010-01-01", "2019-12-31")
    found = decided(at, "1979-06-01", work, account=[held("xg-fund", "9000")], claim=claim)
    told = [one.text for one in found.findings if one.kind == "refund_inquiry"]
    where = "claim it from XG Provident Fund, Harbour Street"
    assert told == ([] if expected is None else [f"left on 2019-12-31 and {expected}; {where}"])


@pytest.mark.parametrize(
    ("first", "minimum_counts_all", "amount"),
    [
        ("2000-01-01", False, "300.00"),  # 240 months of its own: 40 000 / 200 = 200, raised
        ("2000-02-01", False, "200.00"),  # 239 months
        ("2010-01-01", False, "200.00"),
        ("2010-01-01", True, "300.00"),  # with 120 of XB: 240
    ],
)
def test_a_minimum_guaranteed_to_long_careers(first: str, minimum_counts_all: bool, amount: str) -> None:
    path = {"path": "xt-funds.accounts.guaranteed_minimum_totalised", "value": True, "reason": "periods of all open it"}
    work = [period("xb-general", "1990-01-01", "1999-12-31"), period("xg-guarantee", first, "2019-12-31")]
    found = decided(
        "2020-01-01",
        "1960-01-01",
        *work,
        wage="500",
        sets=under("xt-funds"),
        account=[held("xg-guarantee", "40000")],
        assume=[COUNTED, STAYS, *([path] if minimum_counts_all else [])],
    )
    assert by_month(found, "xg-guarantee") == amount
