"""Unknown is not zero: what nobody knows is said, what hangs on it stays open between its ends, the rest is decided."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.law.shelf import Shelf
from portability.record.decision import Decision, Money
from tests.laws.lives import (
    FOR_ALL,
    HIGHER,
    NONE,
    Row,
    amount,
    benefit,
    certified,
    insured,
    law,
    life,
    paid,
    said,
    states,
    states_length,
    under,
)

NOBODY = {"unknown": "nobody found it"}
RATE = {"shape": "accrual", "accrual": "2 % per year", "on": "reference"}
TWENTY = [insured("xd-a", "1990-01-01", "2009-12-31")]
WAGES = [paid("xd-a", "1990-01-01", "2009-12-31", "1000.00")]


def toy(**figures: Any) -> list[Row]:
    """A law of 2 % of career earnings for each year, from 15 years, at 65."""
    told = {"qualifying": "15 years", "age": "65 years", "formula": RATE, "reference": {"method": "career"}}
    return law("xd-a", **{**told, **figures})


def due(decision: Decision, scheme: str = "xd-a") -> Money:
    (payment,) = benefit(decision, scheme).payments
    return payment.money


def ends(money: Money) -> tuple[str | None, str | None, str | None]:
    return money.amount, money.at_least, money.at_most


def test_all_known_the_amount_is_known() -> None:
    # 2 % x 20 x 1000
    assert ends(due(said(life(TWENTY, earnings=WAGES, assume=toy())))) == ("400.00", None, None)


def test_an_unknown_minimum_leaves_an_amount_known_from_below() -> None:
    found = said(life(TWENTY, earnings=WAGES, assume=toy(minimum=NOBODY)))
    assert ends(due(found)) == (None, "400.00", None)
    assert due(found).unknown == ("xd.xd-a.old_age.minimum",)
    assert [row.path for row in found.missing_facts] == ["xd.xd-a.old_age.minimum"]
    assert [row.benefit for row in found.summary.not_in_sum] == ["old_age/insured/XD.xd-a"]
    assert any(text.startswith("xd.xd-a.old_age.minimum: not known") for text in found.not_certain)


def test_an_unknown_maximum_leaves_an_amount_known_from_above() -> None:
    found = said(life(TWENTY, earnings=WAGES, assume=toy(maximum=NOBODY)))
    assert ends(due(found)) == (None, None, "400.00")


def test_a_known_maximum_closes_what_an_unknown_minimum_leaves_open() -> None:
    known = {"minimum": NOBODY, "maximum": "450 XTS per month"}
    assert ends(due(said(life(TWENTY, earnings=WAGES, assume=toy(**known))))) == (None, "400.00", "450.00")
    known["maximum"] = "400 XTS per month"
    assert ends(due(said(life(TWENTY, earnings=WAGES, assume=toy(**known))))) == ("400.00", None, None)


def test_an_unknown_rate_leaves_the_right_decided() -> None:
    formula = {"shape": "accrual", "on": "reference"}
    found = said(life(TWENTY, earnings=WAGES, assume=toy(formula=formula, accrual=NOBODY)))
    assert benefit(found, "xd-a").status == "entitled"
    assert ends(due(found)) == (None, None, None)
    assert due(found).unknown == ("xd.xd-a.old_age.accrual",)
    short = [insured("xd-a", "1990-01-01", "1999-12-31")]
    refused = benefit(said(life(short, assume=toy(formula=formula, accrual=NOBODY))), "xd-a")
    assert (refused.status, refused.refusal) == ("refused", "qualifying_period")


def test_an_unknown_rate_in_one_state_leaves_the_others_decided() -> None:
    other = law("xe-b", qualifying="15 years", age="65 years", formula={"shape": "flat", "amount": "600 XTS per month"})
    career = [*TWENTY, insured("xe-b", "2010-01-01", "2019-12-31")]
    laws = toy(formula={"shape": "accrual", "on": "reference"}, accrual=NOBODY) + other
    found = said(life(career, earnings=WAGES, assume=laws), FOR_ALL)
    assert amount(found, "xe-b") == "200.00"  # 600 x 10/30: the share asks for no figure of the other law
    assert amount(found, "xd-a") is None
    assert due(found).unknown


def test_an_unknown_qualifying_period_leaves_the_right_open_and_a_young_person_refused() -> None:
    case = life(TWENTY, earnings=WAGES, assume=toy(qualifying=NOBODY))
    assert benefit(said(case), "xd-a").status == "undetermined"
    refused = benefit(said(case, at=date(2015, 1, 1)), "xd-a")
    assert (refused.status, refused.standing.law) == ("refused", "assumed")


def test_missing_earnings_are_not_nought() -> None:
    found = said(life(TWENTY, assume=toy()))
    assert benefit(found, "xd-a").status == "entitled"
    assert (ends(due(found)), due(found).unknown) == ((None, None, None), ("earnings under XD.xd-a",))


def test_earnings_missing_in_part_are_known_from_below() -> None:
    # Ten of twenty years at 1000 are on record: the career average is at least 500, and 40 % of it at least 200.
    half = [paid("xd-a", "2000-01-01", "2009-12-31", "1000.00")]
    assert ends(due(said(life(TWENTY, earnings=half, assume=toy())))) == (None, "200.00", None)


def test_earnings_missing_before_the_last_years_do_not_matter_to_a_final_wage() -> None:
    final = {"method": "last", "length": "60 months"}
    last = [paid("xd-a", "2005-01-01", "2009-12-31", "1000.00")]
    assert amount(said(life(TWENTY, earnings=last, assume=toy(reference=final))), "xd-a") == "400.00"


@pytest.mark.parametrize(
    ("scheme", "start", "end"),
    [("xb-farm", "2000-01-01", "2014-12-31"), ("xa-staff", "2005-01-03", "2020-12-31"), ("xc-sea", "2001-01-01", "2015-12-31")],
)
def test_a_whole_record_of_earnings_is_enough_in_every_unit(scheme: str, start: str, end: str) -> None:
    # A year without a gap has 53 calendar weeks or 313 working days, more than its twelve months when converted.
    case = life([insured(scheme, start, end)], earnings=[paid(scheme, start, end, "900.00")])
    found = benefit(said(case), scheme)
    assert (found.status, found.payments[0].money.is_known) == ("entitled", True)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 300_000), st.integers(1, 300_000), st.integers(181, 480))
def test_what_is_known_from_below_is_never_above_what_comes_out(known: int, missing: int, months: int) -> None:
    career = [insured("xa-general", f"{2009 - (months - 1) // 12}-01-01", "2009-12-31")]
    known_run = paid("xa-general", "2007-01-01", "2009-12-31", f"{known // 100}.{known % 100:02d}")
    other = paid("xa-general", "1980-01-01", "2006-12-31", f"{missing // 100}.{missing % 100:02d}")
    open_ = due(said(life(career, earnings=[known_run])), "xa-general")
    whole = due(said(life(career, earnings=[known_run, other])), "xa-general")
    assert whole.amount is not None
    assert Fraction(open_.amount or open_.at_least or 0) <= Fraction(whole.amount)
    assert open_.at_most is None or Fraction(whole.amount) <= Fraction(open_.at_most)
    assert open_.amount in (None, whole.amount)


NOT_ON_THE_SHELF = [certified("xb-general", months=200), {"country": "BD", "certified": {"months": 100}}]


def test_a_state_without_a_law_file_is_counted_by_others_and_owes_what_nobody_knows() -> None:
    wages = [paid("xb-general", "2016-01-01", "2020-12-31", "840.00")]
    found = said(life(NOT_ON_THE_SHELF, earnings=wages), FOR_ALL)
    bd = next(each for each in found.benefits if each.country == "BD")
    assert (bd.status, bd.refusal) == ("undetermined", None)
    assert "the law of BD is not on the shelf: its own benefits are not determined" in found.not_certain
    (shared,) = [each for each in benefit(found, "xb-general").variants if each.instrument]
    assert (shared.total.right, shared.ratio) == (300, "200/300")


def test_nothing_counts_for_others_where_no_instrument_links_them() -> None:
    found = said(life(NOT_ON_THE_SHELF), NONE)
    assert {each.country: each.status for each in found.benefits} == {"XB": "entitled", "BD": "undetermined"}
    assert [each.instrument for each in benefit(found, "xb-general").variants] == [None]


def test_a_share_with_a_state_without_a_law_file_does_not_hang_on_that_law() -> None:
    wages = [paid("xb-general", "2016-01-01", "2020-12-31", "840.00")]
    # T = 840 x 300/420 = 600 (of the last 60 months only 60 are asked for), 600 x 200/300 = 400; alone half of 400.
    assert amount(said(life(NOT_ON_THE_SHELF, earnings=wages), FOR_ALL), "xb-general") == "400.00"


def test_a_projected_figure_is_said_and_assumed() -> None:
    # The minimum of xa-general is known to the end of 2025: on 1 January 2026 it is carried forward.
    career = [insured("xa-general", "1990-01-01", "2009-12-31")]
    case = life(career, earnings=[paid("xa-general", "2005-01-01", "2009-12-31", "500.00")])
    later, before = said(case), said(case, at=date(2025, 12, 31))
    assert amount(later, "xa-general") == amount(before, "xa-general") == "400.00"
    text = "xa.xa-general.old_age.minimum: last known for 2025-12-31 (xa-order-2023, s. 2); carried forward to 2026-01-01"
    assert any(each.startswith(text) for each in later.not_certain)
    assert not any("carried forward" in each for each in before.not_certain)
    assert (benefit(later, "xa-general").standing.law, benefit(before, "xa-general").standing.law) == ("assumed", "secondary")


LATE = """
country = "XD"
currency = "XTS"

[scheme.xd-a]
name = "A scheme whose minimum is told from 2024 on"

[[xd-a.old_age]]
from       = 1990-01-01
source     = "xd-act"
qualifying = { is = "15 years", cites = "s. 1", standing = "official" }
age        = { is = "65 years", missing_day = "later", cites = "s. 2", standing = "official" }
reference  = { method = "career", cites = "s. 3", standing = "official" }
formula    = { shape = "accrual", accrual = "2 % per year", on = "reference", cites = "s. 4", standing = "official" }
minimum    = [{ from = 2024-01-01, is = "500 XTS per month", cites = "s. 5", standing = "official" }]
"""


def test_before_its_first_date_a_figure_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "national").mkdir()
    (tmp_path / "national" / "xd.toml").write_text(LATE, "utf-8")
    case = life(TWENTY, earnings=WAGES)
    since, before = (decide(case, day, NONE, Shelf(tmp_path)) for day in (date(2024, 1, 1), date(2023, 12, 31)))
    assert ends(due(since)) == ("500.00", None, None)
    assert ends(due(before)) == (None, "400.00", None)
    assert any("not known before 2024-01-01" in text for text in before.not_certain)


def test_before_the_day_it_is_assumed_from_a_figure_is_what_it_was() -> None:
    later = {"path": "xd.xd-a.old_age.minimum", "value": "500 XTS per month", "from": "2024-01-01", "reason": "a toy"}
    case = life(TWENTY, earnings=WAGES, assume=[*toy(), later])
    assert [amount(said(case, at=day), "xd-a") for day in (date(2023, 12, 31), date(2024, 1, 1))] == ["400.00", "500.00"]
    real = {**later, "path": "xa.xa-general.old_age.minimum"}
    case = life([insured("xa-general", "1990-01-01", "2009-12-31")], assume=[real],
                earnings=[paid("xa-general", "2005-01-01", "2009-12-31", "500.00")])  # fmt: skip
    # 350 until 2023, as the law has it (35 % of 500 is less)
    assert [amount(said(case, at=day), "xa-general") for day in (date(2023, 12, 31), date(2024, 1, 1))] == ["350.00", "500.00"]


def test_before_the_first_regime_a_benefit_is_not_determined() -> None:
    # xb-farm is told from 1985 on.
    case = life([insured("xb-farm", "1960-01-01", "1980-12-31")], person={"born": "1915-01-01", "sex": "M"}, residence=None)
    found = benefit(said(case, at=date(1984, 12, 31)), "xb-farm")
    assert (found.status, found.payments) == ("undetermined", ())


def test_a_length_that_no_figure_converts_is_at_least_the_rest() -> None:
    # Under an agreement without a row for a week of five days, 1 320 such days of XB are no number of months of XA.
    career = [certified("xa-general", months=240), certified("xb-mines", days=1320, day_system=5)]
    wages = [paid("xa-general", "2000-01-01", "2019-12-31", "1000.00")]
    rows = under("xw-higher", conversion__rows=["6: 8 6 26 78 312"])
    known, open_ = (said(life(career, earnings=wages, assume=knob), HIGHER) for knob in ([], rows))
    # 1 320/22 = 60 months. T = (20 % + 15 x 1.5 %) x 1000 = 425 and x 240/300 = 340; alone (20 % + 10 x 1.5 %) = 350,
    # raised to the minimum of 400 both times: 400 alone.
    assert amount(known, "xa-general") == "400.00"
    assert ends(due(open_, "xa-general")) == (None, "400.00", "800.00")  # at most the 80 % of 1000 that XA ever pays


def test_what_an_institution_says_stands_in_for_an_unknown_law() -> None:
    said_so = [states("xd-a", "reference", "1000.00"), states_length("xd-a", "required", years=15)]
    case = life(TWENTY, statement=said_so, assume=toy(qualifying=NOBODY))
    found = said(case)
    assert (benefit(found, "xd-a").status, amount(found, "xd-a")) == ("entitled", "400.00")


def test_a_figure_assumed_from_a_day_leaves_what_stands_beside_it() -> None:
    # xa-general counts no residence; that its qualifying period is twelve years from 2024 on changes nothing of that.
    twelve = {"path": "xa.xa-general.old_age.qualifying", "value": "12 years", "from": "2024-01-01", "reason": "a toy"}
    career = [insured("xa-general", "1990-01-01", "2001-12-31"), insured("xa-general", "2002-01-01", "2009-12-31", "residence")]
    decision = said(life(career, assume=[twelve], earnings=[paid("xa-general", "1997-01-01", "2001-12-31", "2000.00")]))
    assert (benefit(decision, "xa-general").variants[0].own.right, benefit(decision, "xa-general").status) == (144, "entitled")
    assert [row.counted.right for row in decision.periods] == [144, 0]


def test_a_unit_that_changes_with_a_day_is_read_on_the_day() -> None:
    weeks = {"path": "xa.xa-general.old_age.counts", "value": {"unit": "weeks", "part": "any_day"},
             "from": "2024-01-01", "reason": "a toy"}  # fmt: skip
    case = life([certified("xa-general", weeks=780)], assume=[weeks])
    units = [benefit(said(case, at=day), "xa-general").variants[0].own for day in (date(2023, 12, 31), date(2024, 1, 1))]
    assert [(own.unit, own.right) for own in units] == [("months", 180), ("weeks", 780)]
