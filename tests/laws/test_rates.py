"""Amounts of another currency: which rate of the case an instrument names, and what is said of it."""

from datetime import date

import pytest

from portability.assessment.compare import compare
from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import Case
from portability.faults import Refused
from portability.record.decision import Decision
from portability.record.render import rendered
from tests.laws.lives import HIGHER, NONE, PRO_RATA, Row, amount, benefit, insured, life, states

CAREER = [insured("xa-general", "1985-01-01", "1994-12-31"), insured("xb-general", "1995-01-01", "2004-12-31")]
CLAIM = date(2024, 5, 17)


def rates(**on: str) -> list[Row]:
    """Rates of the dollar in XTS by day, as m04d01 = value."""
    return [
        {"base": "USD", "quote": "XTS", "on": f"2024-{day[1:3]}-{day[4:]}", "value": value} for day, value in on.items()
    ]


RATES = rates(m03d29="16.00", m04d01="17.20", m04d02="17.30", m05d01="18.00", m05d17="19.00")


def stated(rows: list[Row], kind: str = "pro_rata", **more: str) -> Case:
    statement = states("xa-general", kind, "300.00", currency="USD", **more)
    claim = [{"branches": ["old_age"], "date": CLAIM.isoformat()}]
    return life(CAREER, statement=[statement], rate=rows, claim=claim)


def used(decision: Decision) -> list[tuple[str, str, str | None, str | None]]:
    return [(str(one.on), one.value, one.rule, one.cites) for one in decision.summary.rates]


def test_t3_28_the_first_quotation_of_the_quarter_of_the_claim() -> None:
    # Claimed on 17 May 2024: the quarter begins on 1 April, first quoted at 17.20; 300 are 5 160.00.
    decision = decide(stated(RATES), None, PRO_RATA)
    assert amount(decision, "xa-general") == "5160.00"
    assert used(decision) == [("2024-04-01", "17.20", "first_of_quarter", "xv-agreement, Art 20")]
    assert "Rate: 1 USD = 17.20 XTS on 2024-04-01 (first of quarter: xv-agreement, Art 20)." in rendered(decision)


def test_eu_h3_the_first_day_of_the_month_before() -> None:
    # A benefit of 1 July by the rate of 1 June; here of 1 June by that of 1 May: 300 x 18 = 5400.
    case = stated(RATES)
    decision = decide(case, date(2024, 6, 1), HIGHER)
    assert amount(decision, "xa-general") == "5400.00"
    assert used(decision) == [("2024-05-01", "18.00", "first_of_previous_month", "xw-convention, Art 90")]


@pytest.mark.parametrize(
    ("word", "on", "told"),
    [("operation_day", None, "5700.00"), ("reference_period_end", "2024-03-31", "4800.00")],
)
def test_the_day_of_the_decision_and_the_end_of_the_period(word: str, on: str | None, told: str) -> None:
    more = {} if on is None else {"on": on}
    assumed = [{"path": "xw-higher.money.rate_date", "value": word, "reason": "a toy agreement"}]
    case = stated(RATES, **more).model_copy(update={"assume": life([], assume=assumed).assume})
    assert amount(decide(case, None, HIGHER), "xa-general") == told


def test_without_an_instrument_the_last_rate_up_to_the_day_is_taken_and_said() -> None:
    decision = decide(stated(RATES[:3], "independent"), None, NONE)
    assert amount(decision, "xa-general") == "5190.00"
    assert used(decision) == [("2024-04-02", "17.30", None, None)]
    text = "1 USD = 17.30 XTS, the last rate up to the day (2024-04-02): no instrument says which rate applies (assumed)"
    assert text in decision.not_certain


def test_a_quarter_without_a_rate_leaves_the_amount_unknown() -> None:
    decision = decide(stated(RATES[:1]), None, PRO_RATA)
    money = benefit(decision, "xa-general").going_on[0].money
    assert money.unknown == ("statement of XA: pro_rata in XTS",)
    assert decision.summary.rates == ()


def test_sums_are_compared_in_the_currency_asked_for() -> None:
    # As bound 5160.00 XTS at XA, at 19 for a dollar on the day of the claim.
    case = stated([*RATES, {"base": "EUR", "quote": "XTS", "on": "2024-05-01", "value": "20"}])
    sets = [PRO_RATA, AgreementSet("none", as_bound=False)]
    euros = compare(case, sets, currency="EUR")
    assert all(one.in_one is not None and one.in_one.currency == "EUR" for one in euros.sums)
    plain = compare(case, sets)
    for one, other in zip(euros.sums, plain.sums, strict=True):
        assert one.in_one is not None
        assert other.in_one is not None
        assert one.in_one.amount is not None
        assert other.in_one.amount is not None
        assert abs(float(one.in_one.amount) * 20 - float(other.in_one.amount)) < 0.2
    with pytest.raises(Refused, match="no rate between XTS and ZAR"):
        compare(case, sets, currency="ZAR")
