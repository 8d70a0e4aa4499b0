"""Worked vectors of ILO Conventions 102, 121, 128, 130, 168 and 183: what schemes must give, by the figures on the shelf."""

from datetime import date
from fractions import Fraction

import pytest

from portability.assessment.adequacy.standards import Standard, standards
from portability.law.dated import leaf_at
from portability.law.shelf import default_shelf
from portability.rules.adequacy import (
    adequate,
    benefit_asked,
    career_share,
    highest_of,
    partial_loss,
    rate_after,
    replacement_rate,
    skilled_wage,
    spending_asked,
    suspended_at_most,
    wage_counted,
)

AT = date(2026, 1, 1)


def standard(instrument: str, asked: str) -> Standard:
    [one] = [each for each in standards(default_shelf(), "XA", AT) if (each.instrument, each.asked) == (instrument, asked)]
    return one


def share(instrument: str, asked: str, key: str = "rate") -> Fraction:
    found = standard(instrument, asked).figure(key)
    assert found is not None
    return found


def least(instrument: str, asked: str, wage: int, allowance: int = 0, before: int = 0) -> object:
    return benefit_asked(share(instrument, asked), wage, allowance, before)


def needed(instrument: str, asked: str, qualifying: int) -> object:
    one = standard(instrument, asked)
    whole, short = one.years("career"), one.years("lowered", "length")
    assert whole is not None
    assert short is not None
    return rate_after(share(instrument, asked), share(instrument, asked, "lowered"), short, whole, qualifying)


def test_t102_1_family_allowances_count_on_both_sides() -> None:
    assert least("ilo-c102", "old_age", 1000, allowance=60, before=100) == 380
    assert replacement_rate(380, 1000, 60, 100) == Fraction(2, 5)
    assert not adequate(replacement_rate(379, 1000, 60, 100), Fraction(2, 5))


def test_t102_2_a_ceiling_at_the_wage_of_a_skilled_worker_is_allowed() -> None:
    law = default_shelf().instrument("ilo-c102") or {}
    leaf = leaf_at(law["calculation"]["above_average"], AT, "ilo-c102", "above_average")
    assert leaf is not None
    assert leaf.is_ == "125 %"
    skilled = skilled_wage(900, Fraction(125, 100))
    assert skilled == 1125
    assert wage_counted(3000, skilled) == 1125
    assert benefit_asked(share("ilo-c102", "old_age"), wage_counted(3000, skilled), 0, 0) == 450


def test_t102_3_a_flat_benefit_is_measured_on_the_labourers_wage() -> None:
    assert replacement_rate(300, 800, 0, 0) == Fraction(375, 1000)
    assert not adequate(replacement_rate(300, 800, 0, 0), share("ilo-c102", "old_age"))
    assert least("ilo-c102", "old_age", 800) == 300 + 20


def test_t102_4_family_benefits_come_to_a_share_for_each_child() -> None:
    assert spending_asked(share("ilo-c102", "family", "spending"), 800, 2_500_000) == 60_000_000
    assert spending_asked(share("ilo-c102", "family", "spending_all"), 800, 4_000_000) == 48_000_000


@pytest.mark.parametrize(
    ("asked", "benefit"),
    [("employment_injury", 600), ("employment_injury_permanent", 600), ("employment_injury_death", 500)],
)
def test_t121_1_injury_and_death_at_work(asked: str, benefit: int) -> None:
    assert least("ilo-c121", asked, 1000) == benefit


def test_t121_2_a_partial_loss_in_proportion() -> None:
    total_loss = least("ilo-c121", "employment_injury_permanent", 1000)
    assert partial_loss(total_loss, Fraction(40, 100)) == 240  # type: ignore[arg-type]  # a number
    assert standard("ilo-c121", "employment_injury_permanent").leaves["partial"].is_ == "proportion"


def test_t121_3_of_a_small_loss_the_degree_is_left_to_the_law() -> None:
    leaf = standard("ilo-c121", "employment_injury_permanent").leaves["lump_sum_below"]
    assert (leaf.state, str(leaf.cites)) == ("unknown", "ilo-c121, Art 14(3) and (4)")


def test_t130_1_sickness_from_the_fourth_day_for_a_year() -> None:
    one = standard("ilo-c130", "sickness")
    assert least("ilo-c130", "sickness", 1000) == 600
    assert (one.leaves["waiting"].is_, one.leaves["duration"].is_) == ("3 days", "52 weeks")


def test_t183_1_two_thirds_for_fourteen_weeks() -> None:
    assert least("ilo-c183", "maternity", 1500) == 1000
    assert standard("ilo-c183", "maternity").leaves["duration"].is_ == "14 weeks"


def test_t168_1_half_of_earnings_or_the_highest_of_three() -> None:
    assert least("ilo-c168", "unemployment", 900) == 450
    assert highest_of(600, 700, 380, share("ilo-c168", "unemployment", "alternative")) == 380


@pytest.mark.parametrize(("qualifying", "rate", "benefit"), [(20, "7/20", 350), (10, "3/10", 300), (30, "2/5", 400)])
def test_t29_the_rate_rises_with_the_qualifying_period(qualifying: int, rate: str, benefit: int) -> None:
    asked = needed("ilo-c102", "old_age", qualifying)
    assert asked == Fraction(rate)
    assert benefit_asked(asked, 1000, 0, 0) == benefit  # type: ignore[arg-type]  # a number


def test_t128_1_the_same_at_the_higher_rate() -> None:
    assert needed("ilo-c128", "old_age", 20) == Fraction(2, 5)
    assert [share("ilo-c128", asked, "lowered") for asked in ("old_age", "invalidity", "survivors")] == [
        Fraction(35, 100), Fraction(40, 100), Fraction(35, 100)]  # fmt: skip


def test_t29_3_a_career_in_two_states_is_judged_whole() -> None:
    assert adequate(replacement_rate(180 + 250, 1000, 0, 0), share("ilo-c102", "old_age"))
    assert career_share(share("ilo-c102", "old_age"), 12, 30) == Fraction(16, 100)
    assert replacement_rate(180, 1000, 0, 0) == Fraction(18, 100)  # above what twelve years would bring in proportion


def test_t69_1_no_more_is_suspended_than_the_other_benefit_comes_to() -> None:
    assert 600 - suspended_at_most(600, 400) + 400 == 600  # type: ignore[operator]  # exact


@pytest.mark.parametrize(
    ("asked", "rates"),
    [
        ("sickness", {"ilo-c102": 45, "ilo-c130": 60}),
        ("unemployment", {"ilo-c102": 45, "ilo-c168": 50}),
        ("old_age", {"ilo-c102": 40, "ilo-c128": 45}),
        ("employment_injury", {"ilo-c102": 50, "ilo-c121": 60}),
        ("employment_injury_permanent", {"ilo-c102": 50, "ilo-c121": 60}),
        ("employment_injury_death", {"ilo-c102": 40, "ilo-c121": 50}),
        ("maternity", {"ilo-c102": 45, "ilo-c183": Fraction(200, 3)}),
        ("invalidity", {"ilo-c102": 40, "ilo-c128": 50}),
        ("survivors", {"ilo-c102": 40, "ilo-c128": 45}),
    ],
)
def test_the_table_of_rates(asked: str, rates: dict[str, int | Fraction]) -> None:
    found = {
        one.instrument: one.figure("rate")
        for one in standards(default_shelf(), "XA", AT)
        if one.asked == asked and one.instrument.startswith("ilo")
    }
    assert found == {id_: Fraction(rate) / 100 for id_, rate in rates.items()}
