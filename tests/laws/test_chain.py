"""Chain totalisation, ILO C157 Arts 7(4) and 8(2) and (3): a State bound by two agreements with different States.

XA and XB are bound by `xv-pro-rata`, XB and XC by `xu-direct`, told here to share by ratio too; the scenario takes ILO C157
between all States, and without it nothing is added by chain.
"""

from portability.assessment.scope import AgreementSet
from portability.record.decision import Decision
from tests.laws.lives import Row, amount, benefit, decided, insured, law, life, said, under

BOTH = AgreementSet("both", as_bound=True, without=("xw-higher",))
CHAINED = AgreementSet("chained", as_bound=True, without=("xw-higher",), with_=("ilo-c157",), every_state=True)
SCHEMES = ("xa-general", "xb-general", "xc-trade")
YEARS = {"unit": "years", "part": "any_day"}


def pensions(decision: Decision) -> set[str]:
    """The States that owe a pension; XA pays a lump sum where it owes none."""
    return {each.country for each in decision.benefits if each.status == "entitled" and each.form == "pension"}


def of_years(scheme: str, qualifying: str, formula: Row) -> list[Row]:
    """The law of a scheme of the invented world, its unit, its lengths and its formula replaced, and no minimum."""
    told = law(scheme, qualifying=qualifying, age="60 years", counts=YEARS, formula=formula, minimum="0 XTS per month")
    return told if scheme != "xb-general" else [*told, *law(scheme, reduced=qualifying)]


def laws(*qualifying: str) -> list[Row]:
    """Of each State a law of years that pays in proportion, and the agreements by the ratio of all periods."""
    formula = {"shape": "residence_fraction", "amount": "1000 XTS per month", "full": "40 years", "cap": "3"}
    told = [row for scheme, years in zip(SCHEMES, qualifying, strict=True) for row in of_years(scheme, years, formula)]
    return [*told, *under("xu-direct", apportionment__old_age__method="pro_rata", totalisation__trigger="always")]


# X 4 years, Y 3, Z 4.
CAREER = [insured("xa-general", "1990-01-01", "1993-12-31"), insured("xb-general", "1994-01-01", "1996-12-31"),
          insured("xc-trade", "1997-01-01", "2000-12-31")]  # fmt: skip
TEN = ("10 years", "10 years", "10 years")


def test_t157_2_the_state_in_the_middle_adds_the_periods_under_both() -> None:
    # Every State asks 10 years. Y counts 4 + 3 + 4 = 11: its right opens; X 4 + 3 = 7, Z 7: theirs do not.
    decision = said(life(CAREER, assume=laws(*TEN)), CHAINED)
    assert pensions(decision) == {"XB"}
    # Each instrument is applied whole: T on 7 years 1000 x 7/40 = 175, times 3/7 = 75.
    assert amount(decision, "xb-general") == "75.00"
    variants = {each.id: each for each in benefit(decision, "xb-general").variants}
    assert variants["xv-pro-rata.all"].total.right == 132  # eleven years, in months
    assert variants["xv-pro-rata.all"].total.amount == 84
    step = next(step for step in decision.steps if step.rule == "total_with_chain")
    assert step.cites == "ilo-c157, Arts 7(4) and 8(2) and (3)"
    assert step.id in benefit(decision, "xb-general").reasons


def test_what_only_the_scenario_opens_is_owed_by_nobody() -> None:
    decision = said(life(CAREER, assume=laws(*TEN)), CHAINED)
    assert benefit(decision, "xb-general").legal_force == "scenario"
    assert decision.summary.per_month == ()


def test_without_the_knob_nothing_is_added_by_chain() -> None:
    decision = said(life(CAREER, assume=laws(*TEN)), BOTH)
    assert pensions(decision) == set()
    plan = decided(life(CAREER, assume=laws(*TEN)), BOTH).plan
    assert [run.chain for run in plan.runs] == [{}, {}]


def test_t157_3_only_the_most_favourable_is_owed() -> None:
    # Y's law is flat, 630 from six years. X-Y: 630 x 3/7 = 270; Y-Z, Z with three years: 630 x 3/6 = 315. Y owes 315 only.
    flat = of_years("xb-general", "6 years", {"shape": "flat", "amount": "630 XTS per month"})
    told = [row for row in laws(*TEN) if ".xb-general." not in row["path"]]
    career = [*CAREER[:2], insured("xc-trade", "1997-01-01", "1999-12-31")]
    decision = said(life(career, assume=[*told, *flat]), BOTH)
    variants = {each.id: each for each in benefit(decision, "xb-general").variants}
    assert variants["xv-pro-rata.all"].net.amount == "270.00"
    assert variants["xu-direct.all"].net.amount == "315.00"
    assert (amount(decision, "xb-general"), [e.id for e in variants.values() if e.chosen]) == ("315.00", ["xu-direct.all"])
    again = said(life(career, assume=[*told, *flat]), CHAINED)
    assert amount(again, "xb-general") == "315.00"
    assert benefit(again, "xb-general").legal_force == "binding"  # the chain was not needed


def test_concurrent_time_counts_once_in_a_chain() -> None:
    # Z's four years lie on X's: 4 + 3 = 7 years, not 11.
    career = [*CAREER[:2], insured("xc-trade", "1990-01-01", "1993-12-31")]
    decision = said(life(career, assume=laws(*TEN)), CHAINED)
    assert pensions(decision) == set()
