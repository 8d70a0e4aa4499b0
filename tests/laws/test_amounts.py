"""The legal invariants of amounts: what is kept, what one State alone owes, what residence and the calendar can change."""

import shutil
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.law.overlay import instrument_with, national_with
from portability.law.shelf import Shelf, default_shelf
from portability.number.unknown import Unknown
from portability.number.words import reaches
from portability.record.decision import Decision, to_json
from tests.laws.drawn import SHAPES, lives
from tests.laws.lives import (
    AS_BOUND,
    DIRECT,
    FOR_ALL,
    HIGHER,
    NONE,
    PRO_RATA,
    SHARED_BY_ALL,
    alike,
    amount,
    benefit,
    certified,
    decided,
    insured,
    law,
    life,
    paid,
    said,
    states,
    under,
)

SETS = (NONE, HIGHER, PRO_RATA, DIRECT, AS_BOUND, FOR_ALL, SHARED_BY_ALL)
KEEPS_THE_HIGHER = ("higher_of", "independent_first", "independent", "account")
NO_RESIDENCE_ASKED = ("xa-general", "xa-staff", "xb-general", "xb-farm", "xb-mines", "xc-trade", "xc-sea", "xc-fund", *SHAPES)


@settings(max_examples=40, deadline=None)
@given(lives(certified=True), st.sampled_from((HIGHER, FOR_ALL)))
def test_what_is_chosen_is_not_below_the_independent_benefit(told: dict[str, Any], agreements: Any) -> None:
    one = decided(life(**told), agreements)
    methods = {plan.key: "none" for plan in one.plan.plans}
    for run in one.plan.runs:
        methods |= {key: member.shape.method for key, member in zip(run.count.keys, run.members, strict=True)}
    for plan, alone, chosen in zip(one.plan.plans, one.found.alones, one.found.chosen, strict=True):
        if methods[plan.key] in KEEPS_THE_HIGHER:
            kept, independent = chosen.amount.value, alone.independent.value
            assert _not_below(kept, independent), (plan.key, kept, independent)


def test_a_balance_is_not_lost_to_insurance_elsewhere() -> None:
    # Sixty voluntary months in the fund of XC while insured in XA: its account is no period, and nothing displaces it.
    career = [insured("xa-general", "1986-01-01", "1990-12-31"), insured("xc-fund", "1986-01-01", "1990-12-31", "voluntary")]
    held = [{"country": "XC", "scheme": "xc-fund", "balance": "16000", "currency": "XTS", "on": "2025-06-30"}]
    decisions = [said(life(career, account=held), agreements) for agreements in (NONE, HIGHER)]
    assert [amount(each, "xc-fund") for each in decisions] == ["100.00", "100.00"]


def _not_below(kept: Any, independent: Any) -> bool:
    """Neither end of an amount lies below that of another."""
    low, high = (independent.low, independent) if isinstance(independent, Unknown) else (independent, independent)
    if isinstance(kept, Unknown):
        endless = isinstance(high, Unknown) and high.endless
        top = high.high if isinstance(high, Unknown) else high
        return kept.low >= low and (kept.endless or (not endless and kept.high >= top))
    return not isinstance(high, Unknown) and bool(reaches(kept, high))


EXPORTS = {"paid", "suspended", "undetermined"}  # xc-sea suspends, xc-fund is silent, an agreement has it paid
ONE_STATE = {
    "XA": ("xa-general", "xa-staff", "xa-basic"),
    "XB": ("xb-general", "xb-farm", "xb-mines"),
    "XC": ("xc-residence", "xc-fund", "xc-trade", "xc-sea"),
}


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(ONE_STATE)), st.data(), st.sampled_from(SETS[1:]))
def test_a_national_of_one_state_only_gets_what_national_law_alone_gives(
    state: str, data: st.DataObject, agreements: Any
) -> None:
    told = data.draw(lives(ONE_STATE[state], certified=True))
    at_home = {
        "person": {"born": "1955-05-20", "sex": "F", "nationalities": [state]},
        "residence": [{"country": state, "from": "1955-05-20", "residence_status": "national"}],
    }
    case = life(**told, **at_home)
    alone, bound = said(case), said(case, agreements)
    assert [to_json(each) for each in bound.benefits] == [to_json(each) for each in alone.benefits]
    assert bound.summary == alone.summary


def _lengths_and_amounts(decision: Decision) -> list[Any]:
    """All of each benefit but where, and whether, it is paid, and with what force: a payment abroad may rest on a scenario."""
    found = []
    for each in decision.benefits:
        written = to_json(each)
        written.pop("legal_force")
        for payment in written.get("payments", ()):
            payment.pop("payable_in", None)
            payment.pop("export", None)
        found.append(written)
    return found


@settings(max_examples=40, deadline=None)
@given(lives(NO_RESIDENCE_ASKED, certified=True), st.sampled_from(("XA", "XB", "XC", "BD")), st.sampled_from(SETS))
def test_residence_abroad_changes_payability_only(told: dict[str, Any], lives_in: str, agreements: Any) -> None:
    told["assume"] = under("xw-higher", apportionment__old_age__supplement="none")  # it is for those who live in the State
    here = said(life(**told), agreements)
    abroad = said(life(**told, residence=[{"country": lives_in, "from": "2020-01-01"}]), agreements)
    assert _lengths_and_amounts(abroad) == _lengths_and_amounts(here)
    for each in abroad.benefits:
        assert {payment.payable_in for payment in each.payments} <= {lives_in}
        assert {payment.export for payment in each.payments} <= ({"paid"} if each.country == lives_in else EXPORTS)


@settings(max_examples=40, deadline=None)
@given(lives(certified=True), st.sampled_from(SETS))
def test_an_assumption_about_what_the_case_does_not_touch_changes_nothing(told: dict[str, Any], agreements: Any) -> None:
    elsewhere = law("xq-general", qualifying="1 year", formula={"shape": "flat", "amount": "9 XTS per month"})
    assert alike(said(life(**told, assume=elsewhere), agreements)) == alike(said(life(**told), agreements))


def test_an_empty_overlay_is_the_law_itself() -> None:
    shelf = default_shelf()
    for country in ONE_STATE:
        assert national_with(shelf.national(country), country, []) is shelf.national(country)
    assert instrument_with(shelf.instrument("xw-higher"), "xw-higher", []) is shelf.instrument("xw-higher")


IN_FORCE = {
    "xw-higher": {"XA": date(2010, 5, 1), "XB": date(2010, 5, 1), "XC": date(2012, 1, 1)},
    "xv-pro-rata": {"XA": date(1995, 1, 1), "XB": date(1995, 1, 1)},
    "xu-direct": {"XB": date(2003, 7, 1), "XC": date(2003, 7, 1)},
}  # as the three invented agreements say of themselves
TURNS = sorted({day for parties in IN_FORCE.values() for day in parties.values()})
CLAIMS = st.one_of(
    st.builds(lambda day, off: day + timedelta(off), st.sampled_from(TURNS), st.integers(-1, 1)),
    st.dates(date(1990, 1, 1), date(2025, 12, 31)),
)


@settings(max_examples=40, deadline=None)
@given(lives(certified=True), CLAIMS)
def test_no_instrument_yields_a_payment_for_a_time_before_it_is_in_force(told: dict[str, Any], at: date) -> None:
    case = life(**told, person={"born": "1920-01-01", "sex": "M", "nationalities": ["XA"]})
    decision = said(case, AS_BOUND, at)
    for each in decision.benefits:
        assert all(payment.start >= at for payment in each.payments)
        for variant in each.variants:
            if variant.instrument is not None:
                since = IN_FORCE[variant.instrument]
                assert all(since[state] <= at for state in variant.states_counted), (each.id, variant)
    if at < min(TURNS):
        assert [to_json(each) for each in decision.benefits] == [to_json(each) for each in said(case, NONE, at).benefits]


PAIRS = [(id_, one, other) for id_, since in IN_FORCE.items() for one, other in combinations(since, 2)]


@pytest.mark.parametrize(("id_", "one", "other"), PAIRS)
def test_an_instrument_binds_two_states_from_the_first_day_of_both(id_: str, one: str, other: str) -> None:
    scheme = {"XA": "xa-general", "XB": "xb-general", "XC": "xc-trade"}
    career = [insured(scheme[one], "1960-01-01", "1979-12-31"), insured(scheme[other], "1980-01-01", "1989-12-31")]
    case = life(career, person={"born": "1925-01-01", "sex": "M", "nationalities": ["XA"]})
    first = max(IN_FORCE[id_][one], IN_FORCE[id_][other])
    for at, bound in ((first - timedelta(1), False), (first, True)):
        found = {variant.instrument for each in said(case, AS_BOUND, at).benefits for variant in each.variants}
        assert (id_ in found) is bound


def test_a_party_is_bound_no_sooner_than_the_agreement_is_in_force(tmp_path: Path) -> None:
    shelf = default_shelf().folder
    for room in ("national", "instruments"):
        (tmp_path / room).mkdir()
        for file in (shelf / room).glob("x[ab].toml"):
            shutil.copy(file, tmp_path / room)
    text = (shelf / "instruments" / "xv-pro-rata.toml").read_text("utf-8")
    later = text.replace("in_force_from = 1995-01-01", "in_force_from = 2000-01-01").replace(
        "reviewed      =", "until         = 2009-12-31\nreviewed      ="
    )
    (tmp_path / "instruments" / "xv-pro-rata.toml").write_text(later, "utf-8")
    case = life([insured("xa-general", "1960-01-01", "1979-12-31"), insured("xb-general", "1980-01-01", "1989-12-31")],
                person={"born": "1925-01-01", "sex": "M", "nationalities": ["XA"]})  # fmt: skip
    days = (date(1999, 12, 31), date(2000, 1, 1), date(2009, 12, 31), date(2010, 1, 1))
    decisions = [decide(case, day, AS_BOUND, Shelf(tmp_path)) for day in days]
    found = [[variant.instrument for variant in each.benefits[0].variants] for each in decisions]
    assert found == [[None], [None, "xv-pro-rata"], [None, "xv-pro-rata"], [None]]


@settings(max_examples=40, deadline=None)
@given(lives(certified=True), st.sampled_from(SETS))
@example({"periods": [insured("xc-sea", "1990-01-01", "2009-12-31")], "earnings": []}, NONE)
def test_rounding_moves_less_than_one_unit_and_only_as_the_law_says(told: dict[str, Any], agreements: Any) -> None:
    one = decided(life(**told), agreements)
    for plan, chosen, paid_ in zip(one.plan.plans, one.found.chosen, one.found.paid, strict=True):
        rounding = plan.member.given["rounding"]
        exact, due = chosen.amount.value, paid_.payment.value
        if isinstance(exact, Unknown) or isinstance(due, Unknown):
            continue
        if "of_year" in plan.member.shape.parts:
            exact = Fraction(exact) * 12 / plan.member.given["payments"].value
        assert abs(exact - due) < rounding.unit
        assert (Fraction(due) / rounding.unit).denominator == 1
        assert {"up": due >= exact, "down": due <= exact}.get(rounding.way, True)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 400_000), st.integers(60, 300))
def test_the_payments_of_a_year_come_to_the_year(wage: int, months: int) -> None:
    # xa-general pays thirteen times the amount of a month; xb-farm a year's amount in fourteen parts, each to the cent.
    start = date(2024, 12, 31).replace(year=2024 - months // 12).isoformat()
    rows = [insured(scheme, start, "2024-12-31") for scheme in ("xa-general", "xb-farm")]
    earned = [paid(scheme, start, "2024-12-31", f"{wage // 100}.{wage % 100:02d}") for scheme in ("xa-general", "xb-farm")]
    one = decided(life(rows, earnings=earned))
    for plan, chosen, paid_, parts in zip(one.plan.plans, one.found.chosen, one.found.paid, (13, 14), strict=True):
        assert paid_.by_month.value * 12 == paid_.payment.value * parts
        if plan.key[1] == "xb-farm":
            assert abs(paid_.by_month.value - chosen.amount.value) * 12 <= Fraction(14, 200)


def test_a_knob_that_is_assumed_moves_only_what_it_governs() -> None:
    career = [insured("xa-general", "2000-01-01", "2000-08-31"), insured("xb-general", "2001-01-01", "2020-12-31")]
    wages = [paid("xb-general", "2016-01-01", "2020-12-31", "840.00")]
    lower = under("xw-higher", totalisation__min_own_period="6 months")
    short, enough = (decided(life(career, earnings=wages, assume=knob), HIGHER) for knob in ([], lower))
    relieved = [[totals.relieved.value for totals in one.found.runs[0].totals] for one in (short, enough)]
    assert relieved == [[True, False], [False, False]]


@settings(max_examples=40, deadline=None)
@given(st.integers(8, 30), st.integers(2, 15), st.sampled_from(("xb-farm", "xb-mines", "xb-general")))
def test_the_unit_of_an_agreement_changes_no_right_and_no_share(own: int, other: int, scheme: str) -> None:
    # xv-pro-rata counts in months whatever the laws count in. Certified whole years are as many in every unit, so right,
    # theoretical amount and ratio are those of the same agreement counting in each State's own unit.
    career = [certified(scheme, years=own), certified("xa-general", years=other)]
    wages = [states(scheme, "reference", "1000.00")]
    both = (under("xv-pro-rata", conversion__unit=unit) for unit in ("months", "years"))
    found = []
    for knob in both:
        one = decided(life(career, statement=wages, assume=knob), PRO_RATA)
        (ran,) = one.found.runs
        place = one.plan.runs[0].count.keys.index(("XB", scheme))
        found.append((ran.unders[place].right.value, ran.unders[place].basis.amount.value, ran.dues[place].share.value))
    assert found[0] == found[1]
    right, _, share = found[0]
    least = {"xb-farm": 10, "xb-mines": 5, "xb-general": 10}[scheme]  # in years, as the three laws ask
    assert right is (own + other >= least)
    assert share == Fraction(own, own + other)


def test_an_agreement_that_counts_in_months_says_so_of_a_law_in_weeks() -> None:
    # xb-farm asks 520 weeks, ten years: 120 of the agreement's months. 1 % x 30 years x 1000 = 300, and two thirds of it.
    career = [certified("xa-general", years=10), certified("xb-farm", years=20)]
    decision = said(life(career, statement=[states("xb-farm", "reference", "1000.00")]), PRO_RATA)
    (found,) = [each for each in benefit(decision, "xb-farm").variants if each.instrument]
    assert (found.own.unit, found.own.right, found.total.right, found.required.value) == ("months", 240, 360, 120)
    assert (found.theoretical.amount, found.ratio, found.gross.amount) == ("300.00", "240/360", "200.00")
    assert amount(decision, "xb-farm") == "171.43"  # a year's 2 400 in fourteen parts


def test_the_least_own_period_is_held_against_it_in_one_unit() -> None:
    # xv-pro-rata relieves a State under six months, measured after overlap in its own months: 27 weeks are more.
    for weeks, short in ((25, True), (26, False), (27, False)):
        case = life([certified("xb-farm", weeks=weeks), certified("xa-general", years=20)])
        one = decided(case, PRO_RATA)
        place = one.plan.runs[0].count.keys.index(("XB", "xb-farm"))
        assert one.found.runs[0].totals[place].relieved.value is short
