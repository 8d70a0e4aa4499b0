"""States whose right is not open yet: EU 883/2004 Art 50(2) and (4), ECSS 1972 Art 33, told of invented States.

`xw-higher` is told by each case to leave their periods out; the amounts are worked by hand beside each life.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.scope import AgreementSet
from portability.case.model import Case
from portability.number.unknown import Unknown
from portability.record.decision import Decision, Variant
from tests.laws.lives import FOR_ALL, SHARED_BY_ALL, Row, amount, benefit, certified, decided, law, life, said, states, under

BENEFICIAL = under("xw-higher", apportionment__old_age__drop_unentitled_states_if_beneficial=True)
NOT_NEEDED = under("xv-pro-rata", apportionment__old_age__drop_unentitled_states_if_not_needed=True)


def lived(periods: list[Row], **more: Any) -> Case:
    """A life that says no more of residence than the State."""
    return life(periods, residence=[{"country": "XA"}], **more)


def full(scheme: str, amount_: str, full_: str, qualifying: str, age: str = "65 years") -> list[Row]:
    """A law that pays an amount for a full length, and in proportion for less or more."""
    shape = {"shape": "residence_fraction", "amount": amount_, "full": full_, "cap": "3"}
    return law(scheme, qualifying=qualifying, age=age, formula=shape)


def flat(scheme: str, amount_: str, qualifying: str, age: str = "65 years") -> list[Row]:
    """A law that pays the same to all who qualify."""
    return law(scheme, qualifying=qualifying, age=age, formula={"shape": "flat", "amount": amount_})


def variants(decision: Decision, scheme: str) -> dict[str, Variant]:
    return {each.id: each for each in benefit(decision, scheme).variants}


def chosen(decision: Decision, scheme: str) -> str:
    (found,) = [each.id for each in benefit(decision, scheme).variants if each.chosen]
    return found


# A: flat 800 from 25 years. Own 20, C 10 years (open), B 10 years (open at 67 only; born 1960-03-15: 2027-03-15).
LAWS = [*flat("xd-a", "800 XTS per month", "25 years"),
        *full("xe-b", "1000 XTS per month", "40 years", "1 year", age="67 years"),
        *full("xf-c", "1000 XTS per month", "40 years", "1 year")]  # fmt: skip
CAREER = [certified("xd-a", years=20), certified("xe-b", years=10), certified("xf-c", years=10)]
BORN = {"born": "1960-03-15", "sex": "M", "nationalities": ["XA"]}


def staggered(*more: Row, at: date = date(2026, 1, 1)) -> Decision:
    return said(lived(CAREER, person=BORN, assume=[*LAWS, *more]), FOR_ALL, at)


def test_50_2_periods_that_lower_the_amount_are_left_out_until_the_right_opens() -> None:
    # With B: 800 x 20/40 = 400. Without: total 30, at least 25, 800 x 20/30 = 533.33. The higher is due, provisionally.
    decision = staggered(*BENEFICIAL)
    found = variants(decision, "xd-a")
    assert list(found) == ["alone", "xw-higher.all", "xw-higher.open"]
    every, fewer = found["xw-higher.all"], found["xw-higher.open"]
    assert (every.net.amount, every.ratio, every.states_counted) == ("400.00", "20/40", ("XD", "XE", "XF"))
    assert (fewer.net.amount, fewer.ratio, fewer.states_counted) == ("533.33", "20/30", ("XD", "XF"))
    assert (amount(decision, "xd-a"), chosen(decision, "xd-a")) == ("533.33", "xw-higher.open")
    # C: 1000 x 40/40 x 10/40 = 250 with B, 1000 x 30/40 x 10/30 = 250 without; alone 250 too: the simplest is kept.
    assert (amount(decision, "xf-c"), chosen(decision, "xf-c")) == ("250.00", "alone")
    assert (benefit(decision, "xe-b").status, benefit(decision, "xe-b").refusal) == ("refused", "age")
    assert [each.id for each in benefit(decision, "xe-b").variants] == ["alone", "xw-higher.all"]


def test_50_2_says_why_and_which_result_it_is() -> None:
    decision = staggered(*BENEFICIAL)
    steps = {step.id: step for step in decision.steps}
    why = steps[variants(decision, "xd-a")["xw-higher.open"].why]
    assert (why.rule, why.result) == ("dropping_gives_more", "yes")
    assert "533.33" in why.sentence
    assert "400.00" in why.sentence
    assert "provisionally" in why.sentence
    waits = steps["old_age/insured/XE.xe-b/xw-higher.all/right_waits"]
    assert waits.id in benefit(decision, "xd-a").reasons
    assert "not be open yet" in waits.sentence
    assert steps["old_age/insured/xw-higher/years.open/total"].result == "30"
    assert steps["old_age/insured/xw-higher/years.open/total"].sentence.endswith("30 years.")


def test_50_4_what_is_due_is_reckoned_anew_when_the_right_opens() -> None:
    (again,) = benefit(staggered(*BENEFICIAL), "xd-a").recompute
    assert again.on == date(2027, 3, 15)
    assert "XE" in again.because
    assert "provisional" in again.because
    decision = staggered(*BENEFICIAL, at=date(2027, 3, 15))
    # All open: 800 x 20/40 = 400; B: 1000 x 10/40 = 250.
    assert (amount(decision, "xd-a"), amount(decision, "xe-b")) == ("400.00", "250.00")
    assert list(variants(decision, "xd-a")) == ["alone", "xw-higher.all"]
    assert benefit(decision, "xd-a").recompute == ()


def test_without_the_knob_all_periods_count() -> None:
    decision = staggered()
    assert (amount(decision, "xd-a"), list(variants(decision, "xd-a"))) == ("400.00", ["alone", "xw-higher.all"])


def test_50_2_periods_without_which_there_is_no_right_stay_counted() -> None:
    # A asks 35 years: with B 40, 800 x 20/40 = 400; without B 30, no right. The higher of 400 and nothing is due.
    laws = [*flat("xd-a", "800 XTS per month", "35 years"), *LAWS[3:]]
    decision = said(lived(CAREER, person=BORN, assume=[*laws, *BENEFICIAL]), FOR_ALL)
    found = variants(decision, "xd-a")
    assert (amount(decision, "xd-a"), chosen(decision, "xd-a")) == ("400.00", "xw-higher.all")
    assert found["xw-higher.open"].net is None


def test_a_state_of_the_age_but_without_the_length_is_not_open() -> None:
    # B asks 50 years and has 40 with all: not open although the age is reached; no day is known for it.
    laws = [row for row in LAWS if "xe-b" not in row["path"]]
    laws += full("xe-b", "1000 XTS per month", "40 years", "50 years")
    decision = said(lived(CAREER, person=BORN, assume=[*laws, *BENEFICIAL]), FOR_ALL)
    assert (amount(decision, "xd-a"), chosen(decision, "xd-a")) == ("533.33", "xw-higher.open")
    (again,) = benefit(decision, "xd-a").recompute
    assert again.on is None
    assert decision.summary.next_dates == ()


def test_all_states_that_wait_are_left_out_or_none() -> None:
    # Two wait, B 10 and D 10 years. A: with all 800 x 20/50 = 320, with the open ones 800 x 20/30 = 533.33.
    laws = [*LAWS, *full("xh-d", "1000 XTS per month", "40 years", "1 year", age="70 years")]
    career = [*CAREER, certified("xh-d", years=10)]
    decision = said(lived(career, person=BORN, assume=[*laws, *BENEFICIAL]), FOR_ALL)
    found = variants(decision, "xd-a")
    assert {each.states_counted for each in found.values() if each.instrument} == {
        ("XD", "XE", "XF", "XH"), ("XD", "XF")}  # fmt: skip
    assert (found["xw-higher.all"].net.amount, amount(decision, "xd-a")) == ("320.00", "533.33")
    assert [again.on for again in benefit(decision, "xd-a").recompute] == [date(2027, 3, 15), date(2030, 3, 15)]


def test_whether_a_state_is_open_is_not_guessed() -> None:
    # Born in March 1959, the day unknown: on 2026-03-10 B may be open (67) or not. A owes 400 with B, 533.33 without.
    person = {**BORN, "born": "1959-03"}
    decision = said(lived(CAREER, person=person, assume=[*LAWS, *BENEFICIAL]), FOR_ALL, date(2026, 3, 10))
    (paid,) = benefit(decision, "xd-a").going_on
    assert paid.money.amount is None
    assert paid.money.at_least == "400.00"
    assert paid.money.unknown == ("person.born",)
    assert benefit(decision, "xd-a").status == "entitled"


def test_a_state_of_which_no_law_is_known_is_taken_as_open() -> None:
    laws = [row for row in LAWS if "xe-b" not in row["path"]]
    decision = said(lived(CAREER, person=BORN, assume=[*laws, *BENEFICIAL]), FOR_ALL)
    assert (amount(decision, "xd-a"), benefit(decision, "xd-a").standing.law) == ("400.00", "assumed")
    assert any("XE" in text and "taken as open" in text for text in decision.not_certain)


def test_a_french_and_a_danish_right_open_at_different_ages() -> None:
    # Pensions at 60 and at 67, as the European Union tells of France and Denmark; toy amounts. French law: 20 years of
    # insurance, full 1200 at 40 years, alone 1200 x 20/40 = 600 from 15 years on; Danish law: 1000 at 40 years' residence,
    # 10 years. At 60: alone 600; with Denmark T = 1200 x 30/40 = 900, 900 x 20/30 = 600; without it 600 x 20/20 = 600: all
    # alike, the simplest is kept. At 67 Denmark adds 1000 x 30/40 x 10/30 = 250, and France is reckoned anew: 600.
    laws = [*full("fr-general", "1200 EUR per month", "40 years", "15 years", age="60 years"),
            *full("dk-folkepension", "1000 EUR per month", "40 years", "3 years", age="67 years")]  # fmt: skip
    career = [certified("fr-general", years=20), certified("dk-folkepension", years=10)]
    case = life(career, person={**BORN, "born": "1952-03-15", "nationalities": ["FR"]}, residence=[{"country": "FR"}],
                assume=laws, claim=[{"branches": ["old_age"], "date": "2012-04-01"}])  # fmt: skip
    bound = AgreementSet("as-bound")
    decision = said(case, bound, date(2012, 4, 1))
    assert (amount(decision, "fr-general"), benefit(decision, "dk-folkepension").refusal) == ("600.00", "age")
    found = variants(decision, "fr-general")
    assert list(found) == ["alone", "eu-883-2004.all", "eu-883-2004.open"]
    assert found["eu-883-2004.open"].states_counted == ("FR",)
    (again,) = benefit(decision, "fr-general").recompute
    assert (again.on, again.cites) == (date(2019, 3, 15), "reg-883-2004, Art 50(4)")
    assert [str(one.on) for one in decision.summary.next_dates] == ["2019-03-15", "2019-03-15"]
    later = said(case, bound, date(2019, 3, 15))
    assert (amount(later, "fr-general"), amount(later, "dk-folkepension")) == ("600.00", "250.00")
    assert benefit(later, "fr-general").recompute == ()


# Staggered ages, ECSS Art 33: A from 60, B from 65, both 1000 at 40 years.
def ages(qualifying: str, *more: Row) -> list[Row]:
    return [*full("xd-a", "1000 XTS per month", "40 years", qualifying, age="60 years"),
            *full("xe-b", "1500 XTS per month", "30 years", qualifying, age="65 years"), *NOT_NEEDED, *more]  # fmt: skip


AT_60 = {**BORN, "born": "1965-05-20"}


def test_t3_17_one_law_satisfied_alone_decides_nationally_until_the_other_opens() -> None:
    # A 30 years suffice alone: at 60 its own law, 1000 x 30/40 = 750. At 65 both by the ratio: A 1000 x 40/40 x 30/40 =
    # 750; B 1500 x 40/30 x 10/40 = 500.
    career = [certified("xd-a", years=30), certified("xe-b", years=10)]
    case = lived(career, person=AT_60, assume=ages("15 years"))
    decision = said(case, SHARED_BY_ALL)
    assert (amount(decision, "xd-a"), chosen(decision, "xd-a")) == ("750.00", "alone")
    (again,) = list(benefit(decision, "xd-a").recompute)
    assert again.on == date(2030, 5, 20)
    at_65 = said(case, SHARED_BY_ALL, date(2030, 5, 20))
    assert (amount(at_65, "xd-a"), chosen(at_65, "xd-a")) == ("750.00", "xv-pro-rata.all")
    assert amount(at_65, "xe-b") == "500.00"


def test_t3_17_national_law_decides_even_where_sharing_would_give_more() -> None:
    # A pays 1 % a year for 20 years and 3 % beyond, of 1000: alone 30 years 20 + 30 = 50 % = 500; with all 40 years
    # 20 + 60 = 80 %, 800 x 30/40 = 600. Art 33(1)(b)(ii): its own periods only, 500.
    tiers = [{"above": "20 years", "accrual": "3 % per year"}]
    steep = {"shape": "accrual", "accrual": "1 % per year", "tiers": tiers, "on": "reference"}
    laws = [*law("xd-a", qualifying="15 years", age="60 years", formula=steep), *ages("15 years")[3:]]
    career = [certified("xd-a", years=30), certified("xe-b", years=10)]
    case = lived(career, person=AT_60, assume=laws, statement=[states("xd-a", "reference", "1000")])
    decision = said(case, SHARED_BY_ALL)
    assert (amount(decision, "xd-a"), chosen(decision, "xd-a")) == ("500.00", "alone")
    assert variants(decision, "xd-a")["xv-pro-rata.all"].net.amount == "600.00"


def test_33_where_no_law_is_satisfied_without_them_all_periods_count() -> None:
    # A asks 35 years: 30 own do not suffice, 40 with B do: 1000 x 40/40 x 30/40 = 750.
    career = [certified("xd-a", years=30), certified("xe-b", years=10)]
    decision = said(lived(career, person=AT_60, assume=ages("35 years")), SHARED_BY_ALL)
    assert (amount(decision, "xd-a"), chosen(decision, "xd-a")) == ("750.00", "xv-pro-rata.all")


def test_33_two_laws_satisfied_without_them_leave_them_out_even_where_that_gives_less() -> None:
    # A and C open with 30 years together. A steep as above, own 15: all 40: 800 x 15/40 = 300; open 30: 500 x 15/30 = 250.
    tiers = [{"above": "20 years", "accrual": "3 % per year"}]
    steep = {"shape": "accrual", "accrual": "1 % per year", "tiers": tiers, "on": "reference"}
    laws = [*law("xd-a", qualifying="15 years", age="60 years", formula=steep), *ages("15 years")[3:],
            *full("xf-c", "1000 XTS per month", "40 years", "15 years", age="60 years")]  # fmt: skip
    career = [certified("xd-a", years=15), certified("xe-b", years=10), certified("xf-c", years=15)]
    case = lived(career, person=AT_60, assume=laws, statement=[states("xd-a", "reference", "1000")])
    decision = said(case, SHARED_BY_ALL)
    assert (amount(decision, "xd-a"), chosen(decision, "xd-a")) == ("250.00", "xv-pro-rata.open")
    assert variants(decision, "xd-a")["xv-pro-rata.all"].net.amount == "300.00"


YEARS = st.integers(0, 30)


@settings(max_examples=60, deadline=None)
@given(
    own=st.tuples(YEARS, YEARS, YEARS),
    asked=st.tuples(YEARS, YEARS, YEARS),
    age=st.tuples(*[st.sampled_from(["60 years", "66 years", "70 years"])] * 3),
)
def test_leaving_out_never_gives_less_and_nothing_where_all_are_open(own: Any, asked: Any, age: Any) -> None:
    schemes = ("xd-a", "xe-b", "xf-c")
    laws = [row for scheme, years, old in zip(schemes, asked, age, strict=True)
            for row in flat(scheme, "800 XTS per month", f"{years} years", old)]  # fmt: skip
    career = [certified(scheme, years=years) for scheme, years in zip(schemes, own, strict=True) if years]
    plain = decided(lived(career, person=BORN, assume=laws), FOR_ALL)
    knob = decided(lived(career, person=BORN, assume=[*laws, *BENEFICIAL]), FOR_ALL)
    for before, after in zip(plain.found.paid, knob.found.paid, strict=True):
        assert not isinstance(after.payment.value, Unknown)
        assert after.payment.value >= before.payment.value
    for before, after in zip(plain.found.runs, knob.found.runs, strict=True):
        rights = [under_.right.value for under_ in before.unders]
        assert bool(after.waiting) >= (True in rights and False in rights)
        if all(rights):
            assert after.waiting == ()
    assert plain.found.alones[0].independent.value == knob.found.alones[0].independent.value if career else True


@pytest.mark.parametrize("knob", ["if_beneficial", "if_not_needed"])
def test_where_all_are_open_the_knob_changes_nothing_and_costs_no_step(knob: str) -> None:
    laws = [*flat("xd-a", "800 XTS per month", "25 years"), *full("xf-c", "1000 XTS per month", "40 years", "1 year")]
    career = [certified("xd-a", years=20), certified("xf-c", years=10)]
    on: dict[str, Any] = {f"apportionment__old_age__drop_unentitled_states_{knob}": True}
    plain = decided(lived(career, person=BORN, assume=laws), FOR_ALL)
    with_it = decided(lived(career, person=BORN, assume=[*laws, *under("xw-higher", **on)]), FOR_ALL)
    assert plain.ledger.steps.keys() == with_it.ledger.steps.keys()
    assert [one.payment.value for one in plain.found.paid] == [one.payment.value for one in with_it.found.paid]
