"""Which State pays, and whose periods it counts: one State for all, earlier periods, a third State; told of invented States."""

from typing import Any

import pytest

from portability.assessment.scope import AgreementSet
from tests.laws.lives import PRO_RATA, Row, amount, benefit, certified, insured, law, life, said, under
from tests.laws.test_methods import MONTHS, by_length, decided, shared, ways


def lives_in(country: str) -> dict[str, Any]:
    return {"residence": [{"country": country}]}


# One State carries all.
WHOLE = [*by_length("xd-a", "30 years", "800 XTS per month", "10 years"),
         *by_length("xe-b", "30 years", "900 XTS per month", "10 years")]  # fmt: skip
CAREER = [insured("xd-a", "1990-01-01", "1995-12-31"), insured("xe-b", "1996-01-01", "2019-12-31")]


@pytest.mark.parametrize("method", ["integration", "single_payer"])
def test_t3_18_the_state_of_residence_pays_its_whole_amount_and_the_other_nothing(method: str) -> None:
    # A 6 years, B 24, living in A: A's T on 30 years = 800; B 0, although its own law opens a right on 24 years.
    decision = decided(CAREER, [*WHOLE, *ways(method)], **lives_in("XD"))
    assert (amount(decision, "xd-a"), amount(decision, "xe-b")) == ("800.00", None)
    found = shared(decision, "xd-a")
    assert (found.route, found.theoretical.amount, found.ratio, found.chosen) == (method, "800.00", None, True)
    assert (benefit(decision, "xe-b").status, benefit(decision, "xe-b").refusal) == ("refused", "residence")
    again = decided(CAREER, [*WHOLE, *ways(method)], **lives_in("XE"))
    assert (amount(again, "xd-a"), amount(again, "xe-b")) == (None, "900.00")


def test_t3_18_pro_rata_by_contrast() -> None:
    decision = decided(CAREER, [*WHOLE, *ways("pro_rata")], **lives_in("XD"))
    assert amount(decision, "xd-a") == "160.00"  # 800 x 6/30


def test_integration_by_contingency_has_the_last_state_pay() -> None:
    knobs = ways("integration", apportionment__old_age__carrier="contingency_state")
    decision = decided(CAREER, [*WHOLE, *knobs], **lives_in("XD"))
    assert (amount(decision, "xd-a"), amount(decision, "xe-b")) == (None, "900.00")


def test_cis_1_the_state_of_residence_pays_on_all_and_nobody_refunds() -> None:
    # UZ 10 years, KZ 20, living in KZ: KZ pays on 30 years, UZ nothing.
    laws = [*by_length("xd-uz", "40 years", "400 XTS per month", "5 years"),
            *by_length("xe-kz", "40 years", "1000 XTS per month", "25 years")]  # fmt: skip
    decision = decided([certified("xd-uz", years=10), certified("xe-kz", years=20)], [*laws, *ways("single_payer")],
                       **lives_in("XE"))  # fmt: skip
    assert (amount(decision, "xe-kz"), amount(decision, "xd-uz")) == ("750.00", None)  # 1000 x 30/40
    assert shared(decision, "xe-kz").total.amount == 360  # months


def test_one_who_moved_to_a_state_without_periods_is_paid_there() -> None:
    laws = [*WHOLE, *by_length("xf-c", "30 years", "700 XTS per month", "10 years")]
    decision = decided(CAREER, [*laws, *ways("single_payer")], **lives_in("XF"))
    assert benefit(decision, "xf-c").status == "entitled"
    assert (amount(decision, "xd-a"), amount(decision, "xe-b"), amount(decision, "xf-c")) == (None, None, "700.00")


def test_where_the_person_lives_in_no_state_bound_nobody_carries_all_and_a_finding_says_so() -> None:
    # Bound by its own parties only, XA and XB; the person lives in XC.
    knobs = under("xv-pro-rata", apportionment__old_age__method="single_payer")
    career = [insured("xa-general", "1990-01-01", "2009-12-31"), insured("xb-general", "2010-01-01", "2019-12-31")]
    decision = said(life(career, assume=knobs, **lives_in("XC")), PRO_RATA)
    assert {each.status for each in decision.benefits} == {"refused"}
    (found,) = [each for each in decision.findings if each.about == "xv-pro-rata"]
    assert "no State" in found.text


def test_where_residence_is_not_given_nobody_is_guessed() -> None:
    decision = decided(CAREER, [*WHOLE, *ways("single_payer")], residence=None)
    assert {each.status for each in decision.benefits} == {"undetermined"}
    assert any(fact.path == "residence" for fact in decision.missing_facts)


def test_the_scheme_of_the_persons_own_state_covers_work_abroad() -> None:
    # A national of A with 6 years there and 24 in B: A pays 800 x 30/30 as if all had been in A; B nothing.
    person = {"born": "1955-05-20", "sex": "M", "nationalities": ["XD"]}
    decision = decided(CAREER, [*WHOLE, *ways("home_scheme")], person=person, **lives_in("XE"))
    assert (amount(decision, "xd-a"), amount(decision, "xe-b")) == ("800.00", None)
    assert benefit(decision, "xe-b").refusal == "nationality"


# Periods before the agreement: xv-pro-rata is in force from 1995-01-01, between XA and XB.
EARLY = [insured("xa-general", "1980-01-01", "1989-12-31"), insured("xb-general", "1990-01-01", "1994-12-31")]
LATER = [insured("xa-general", "1980-01-01", "1989-12-31"), insured("xb-general", "2000-01-01", "2009-12-31")]


@pytest.mark.parametrize(
    ("word", "periods", "total"),
    [("count", EARLY, 180), ("count_if_later_period", EARLY, 0), ("exclude", EARLY, 0), ("split_at_date", EARLY, 0),
     ("count", LATER, 240), ("count_if_later_period", LATER, 240), ("exclude", LATER, 120), ("split_at_date", LATER, 120)],
)  # fmt: skip
def test_mer_3_and_eaeu_3_periods_before_the_agreement(word: str, periods: list[Row], total: int) -> None:
    # MER-3: all before, none later: not counted; with a later one they are. EAEU-3: only what comes after the date.
    knobs = under("xv-pro-rata", totalisation__pre_agreement_periods=word)
    decision = said(life(periods, assume=knobs), PRO_RATA)
    found = shared(decision, "xa-general")
    assert found.total.right == total
    alone = benefit(decision, "xa-general").variants[0]
    assert alone.own.right == 120  # national law alone counts what it counted before
    if total == 120:
        assert decision.periods[0].why_not == "outside_instrument_dates"


def test_eaeu_3_a_period_across_the_date_is_cut() -> None:
    periods = [insured("xa-general", "1990-01-01", "2000-06-30"), insured("xb-general", "2000-07-01", "2009-12-31")]
    knobs = under("xv-pro-rata", totalisation__pre_agreement_periods="split_at_date")
    decision = said(life(periods, assume=knobs), PRO_RATA)
    assert shared(decision, "xa-general").own.amount == 66  # January 1995 to June 2000


# Periods in a third State: XA and XB are bound by xv-pro-rata, XB and XC by xu-direct; XC is a third State to the former.
def test_mer_2_a_party_adopts_the_periods_of_a_third_state_linked_with_it_alone() -> None:
    # BR 100 months, PY 60, X 40 (linked with BR alone); 180 asked: 160 do not suffice, BR adopts 40: 200 do.
    # T = 1000: BR 1000 x 140/200 = 700, PY 1000 x 60/200 = 300.
    flat_ = {"shape": "flat", "amount": "1000 XTS per month"}
    told = {"qualifying": "180 months", "age": "60 years", "counts": MONTHS, "formula": flat_, "minimum": "0 XTS per month"}
    laws = [*law("xa-general", **told), *law("xb-general", **told, reduced="180 months")]
    laws += under("xv-pro-rata", totalisation__third_state_periods="adopt_as_own")
    bound = AgreementSet("two", as_bound=True, without=("xw-higher",))
    career = [certified("xb-general", months=100), certified("xa-general", months=60), certified("xc-trade", months=40)]
    decision = said(life(career, assume=laws), bound)
    found = {each.id: each for scheme in ("xb-general",) for each in benefit(decision, scheme).variants}
    third = found["xv-pro-rata.third"]
    assert (third.ratio, third.total.right, third.own.amount, third.states_counted) == ("140/200", 200, 140, ("XA", "XB", "XC"))
    assert third.net.amount == "700.00"
    assert third.chosen
    (other,) = [each for each in benefit(decision, "xa-general").variants if each.chosen]
    assert (other.id, other.ratio, other.net.amount) == ("xv-pro-rata.third", "60/200", "300.00")
    # Where 160 suffice nothing is adopted.
    enough = [{**row, "value": "160 months"} if row["path"].endswith(("qualifying", "reduced")) else row for row in laws]
    again = said(life(career, assume=enough), bound)
    assert [each.id for each in benefit(again, "xa-general").variants if each.chosen] == ["xv-pro-rata.all"]


@pytest.mark.parametrize(
    ("word", "linked"), [("adopt_as_own", "both"), ("if_linked_to_any", "both"), ("if_linked_to_any", "XB")]
)
def test_periods_of_a_third_state_that_nobody_adopts_count_for_the_right_only(word: str, linked: str) -> None:
    # As MER-2: XB 100 months, XA 60, XC 40; 180 asked. XC is linked with XA and XB, or with XB alone where nobody need adopt.
    # 200 months open the right; the amount is shared over the 160 of the parties: XA 1000 x 60/160 = 375, XB 625.
    flat_ = {"shape": "flat", "amount": "1000 XTS per month"}
    told = {"qualifying": "180 months", "age": "60 years", "counts": MONTHS, "formula": flat_, "minimum": "0 XTS per month"}
    laws = [*law("xa-general", **told), *law("xb-general", **told, reduced="180 months")]
    laws += under("xv-pro-rata", totalisation__third_state_periods=word)
    bound = AgreementSet("three", as_bound=True, without=() if linked == "both" else ("xw-higher",))
    career = [certified("xb-general", months=100), certified("xa-general", months=60), certified("xc-trade", months=40)]
    decision = said(life(career, assume=laws), bound)
    for scheme, ratio, net in (("xa-general", "60/160", "375.00"), ("xb-general", "100/160", "625.00")):
        (third,) = [one for one in benefit(decision, scheme).variants if one.id == "xv-pro-rata.third"]
        assert (third.ratio, third.total.right, third.total.amount, third.net.amount) == (ratio, 200, 160, net)
        assert third.states_counted == ("XA", "XB", "XC")
    states = "XB" if linked == "XB" else "XA and XB"
    assert [text for text in decision.not_certain if "third State" in text] == [
        f"xv-pro-rata: periods in XC, a third State linked with {states}, count where they are needed for the right, and for no "
        "amount: no text read says which State takes them over (assumed)"
    ]


def test_periods_of_a_third_state_are_said_to_be_left_out_where_states_may_wait() -> None:
    laws = under("xv-pro-rata", totalisation__third_state_periods="adopt_as_own")
    laws += under("xv-pro-rata", apportionment__old_age__drop_unentitled_states_if_beneficial=True)
    career = [certified("xb-general", months=100), certified("xa-general", months=60), certified("xc-trade", months=40)]
    decision = said(life(career, assume=laws), AgreementSet("two", as_bound=True, without=("xw-higher",)))
    assert [text for text in decision.not_modelled if "third State" in text] == [
        "xv-pro-rata: periods in XC, a third State, are not looked at where States not open yet may be left out"
    ]
