"""Payments since the benefit began: cut where the amount changes, what has fallen due, and never before the law gave them."""

import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import Case
from portability.law.shelf import Shelf, data_folder
from portability.record.decision import Benefit, Decision
from portability.record.render import rendered
from tests.laws.drawn import MONTHS, careers
from tests.laws.lives import HIGHER, NONE, Row, benefit, insured, law, life, paid

# xa-basic: 300 XTS a month, from 2022-01-01 420 (xa-order-2021), for ten years, at 65; the man is 65 on 2020-05-20.
BASIC = [insured("xa-basic", "1980-01-01", "1999-12-31")]
AT = date(2022, 3, 1)
ONLY_XW = AgreementSet("only xw", without=("xv-pro-rata", "xu-direct"))


def claimed(on: str, career: list[Row] = BASIC, **more: Any) -> Case:
    claim = {"branches": ["old_age"], "date": on} | more.pop("claim", {})
    return life(career, claim=[claim], **more)


def runs(one: Benefit) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(str(p.start), None if p.end is None else str(p.end), p.money.amount, p.export) for p in one.payments]


def basic(decision: Decision) -> Benefit:
    return benefit(decision, "xa-basic")


def test_payments_are_cut_where_the_amount_changes() -> None:
    # June 2020 to December 2021 are 19 months of 300, then January and February of 420: 5700 + 840.
    one = basic(decide(claimed("2020-06-01"), AT, NONE))
    assert runs(one) == [("2020-06-01", "2021-12-31", "300.00", "paid"), ("2022-01-01", None, "420.00", "paid")]
    assert one.arrears is not None
    assert one.arrears.amount == "6540.00"


def test_the_month_decided_for_is_paid_and_not_in_arrears() -> None:
    decision = decide(claimed("2022-03-01"), AT, NONE)
    assert basic(decision).arrears is None
    assert runs(basic(decision)) == [("2022-03-01", None, "420.00", "paid")]
    later = decide(claimed("2020-06-01"), date(2022, 3, 25), NONE)
    assert basic(later).arrears == basic(decide(claimed("2020-06-01"), AT, NONE)).arrears
    assert later.summary.per_month == decision.summary.per_month
    assert later.summary.first_payment == date(2020, 6, 1)


@pytest.mark.parametrize(
    ("begins", "claim", "first", "arrears"),
    [
        (None, "2020-01-01", "2020-05-20", "6656.13"),  # not before the right: 12/31 of May 116.13, 19 x 300, 2 x 420
        ({"is": "day_of_claim"}, "2020-06-10", "2020-06-10", "6450.00"),  # 21/30 of June 210, 18 x 300, 840
        ({"is": "month_of_claim"}, "2020-06-10", "2020-06-01", "6540.00"),
        ({"is": "month_after"}, "2020-06-10", "2020-07-01", "6240.00"),
        ({"is": "month_after"}, "2020-01-10", "2020-06-01", "6540.00"),  # the month after the right opened
        ({"is": "day_of_right"}, "2022-02-01", "2020-05-20", "6656.13"),
        ({"is": "day_of_right", "back": "12 months"}, "2022-02-01", "2021-02-01", "4140.00"),  # 11 x 300 + 840
        ({"is": "day_of_claim", "back": "6 months"}, "2021-01-15", "2020-07-15", "6104.52"),  # 17/31 of July 164.52
        ({"is": "month_of_claim", "back": "24 months"}, "2022-03-01", "2020-05-20", "6656.13"),
    ],
)
def test_the_law_says_from_when(begins: Row | None, claim: str, first: str, arrears: str) -> None:
    assumed = [] if begins is None else law("xa-basic", begins=begins)
    one = basic(decide(claimed(claim, assume=assumed), AT, NONE))
    assert str(one.payments[0].start) == first
    assert one.arrears is not None
    assert one.arrears.amount == arrears


def test_what_falls_due_says_so_with_its_article() -> None:
    decision = decide(claimed("2022-02-01", assume=law("xa-basic", begins={"is": "day_of_right"})), AT, NONE)
    (step,) = [one for one in decision.steps if one.rule == "arrears"]
    assert step.sentence == "For the months before, 6656.13 XTS has fallen due."
    assert step.cites == "assumption, as assumed for this case"
    assert step.id in basic(decision).reasons
    assert "XA.xa-basic: a part of a month is paid by its days (assumed)" in decision.not_certain


def test_a_law_that_does_not_say_is_taken_to_pay_from_the_claim() -> None:
    text = "XA.xa-basic: from when it is paid is not told: it begins with the day of the claim, 2020-06-01 (assumed)"
    assert text in decide(claimed("2020-06-01"), AT, NONE).not_certain
    assert text.replace("2020-06-01", "2022-03-01") not in decide(claimed("2022-03-01"), AT, NONE).not_certain


def test_thirteen_payments_a_year_are_counted() -> None:
    # 240 months under xa-general: 20 % + 10 x 1.5 % = 35 % of 2000 is 700, thirteen times; twelve months are 13 payments.
    career = [insured("xa-general", "1990-01-01", "2009-12-31")]
    wages = [paid("xa-general", "1990-01-01", "2009-12-31", "2000.00")]
    one = benefit(decide(claimed("2021-03-01", career, earnings=wages), AT, NONE), "xa-general")
    assert one.arrears is not None
    assert (one.payments[0].money.amount, one.arrears.amount) == ("700.00", "9100.00")


def test_a_claim_counts_elsewhere_only_where_an_agreement_says_so() -> None:
    # xw-higher, Art 45(1): a claim in one State is one in all. Without it the claim in XB is none in XA.
    career = [*BASIC, insured("xb-general", "2000-01-01", "2014-12-31")]
    case = claimed("2020-06-01", career, claim={"lodged_in": "XB"})
    assert runs(basic(decide(case, AT, NONE)))[0][0] == "2022-03-01"
    assert any("no instrument makes it one in XA" in text for text in decide(case, AT, NONE).not_certain)
    assert runs(basic(decide(case, AT, ONLY_XW)))[0][0] == "2020-06-01"


def shelf_with(folder: Path, file: str, *changes: tuple[str, str]) -> Shelf:
    """The shelf with one file changed."""
    shutil.copytree(data_folder() / "agreements", folder / "agreements")
    path = folder / "agreements" / file
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    (folder / "agreements" / "parties.json").unlink()
    return Shelf(folder / "agreements")


@pytest.mark.parametrize(
    ("claim", "first"),
    [
        ("2021-01-01", "2020-01-01"),  # T157-5: within two years of the entry into force, from the entry into force
        ("2022-01-01", "2020-01-01"),
        ("2022-01-02", "2022-01-02"),  # after two years, from the claim
    ],
)
def test_an_agreement_pays_for_no_time_before_it_is_in_force(tmp_path: Path, claim: str, first: str) -> None:
    # T157-4: periods of 1985 to 1994 count; nothing is paid for a time before 2020-01-01. XA asks 15 years, of which the man
    # has ten there; he is 65 on 2015-05-20.
    shelf = shelf_with(tmp_path, "instruments/xw-higher.toml", ("2010-05-01", "2020-01-01"), ("2012-01-01", "2020-01-01"))
    career = [insured("xa-general", "1985-01-01", "1994-12-31"), insured("xb-general", "1995-01-01", "2004-12-31")]
    person = {"born": "1950-05-20", "sex": "M", "nationalities": ["XA"]}
    begins = law("xa-general", begins={"is": "day_of_claim"})
    case = claimed(claim, career, person=person, assume=begins, claim={"lodged_in": "XA"})
    one = benefit(decide(case, date(2023, 1, 1), ONLY_XW, shelf), "xa-general")
    assert str(one.payments[0].start) == first
    early = claimed("2016-01-01", career, person=person, assume=law("xa-general", begins={"is": "day_of_right"}))
    for chosen in (ONLY_XW, HIGHER):
        one = benefit(decide(early, date(2023, 1, 1), chosen, shelf), "xa-general")
        assert str(one.payments[0].start) == "2020-01-01"


def test_nothing_is_due_under_c118_before_it_binds(tmp_path: Path) -> None:
    # T118-7: claimed on 2015-01-01, bound from 2016-04-26. xa-basic pays nationals, residents and refugees, and not abroad;
    # the man is a national of XB and lives there. April 5/30 of 300, eight months of 2016: 50 + 2400.
    party = '[[party]]\nstate = "{}"\nfrom = 2016-04-26\nbranches = ["old_age"]\ncites = "a"\nstanding = "official"\n\n'
    both = party.format("XA") + party.format("XB")
    shelf = shelf_with(tmp_path, "instruments/ilo-c118.toml", ("[personal]", both + "[personal]"))
    abroad = [{"country": "XA", "from": "1950-05-20", "to": "1999-12-31"}, {"country": "XB", "from": "2000-01-01"}]
    person = {"born": "1949-05-20", "sex": "M", "nationalities": ["XB"]}
    case = claimed("2015-01-01", person=person, residence=abroad)
    only = AgreementSet("c118", without=("xv-pro-rata", "xu-direct", "xw-higher"))
    one = basic(decide(case, date(2017, 1, 1), only, shelf))
    assert runs(one) == [("2016-04-26", None, "300.00", "paid")]
    assert one.arrears is not None
    assert one.arrears.amount == "2450.00"


@settings(max_examples=15, deadline=None)
@given(careers(MONTHS, most=3), st.dates(date(2005, 1, 1), date(2012, 12, 31)))
def test_no_instrument_yields_a_payment_for_a_time_before_it_is_in_force(career: list[Row], claim: date) -> None:
    person = {"born": "1938-01-10", "sex": "M", "nationalities": ["XA"]}
    case = claimed(claim.isoformat(), career, person=person)
    for one in decide(case, date(2014, 1, 1), HIGHER).benefits:
        for then in one.payments:
            if then.per != "once" and then.start < date(2010, 5, 1):
                alone = next(each for each in decide(case, then.start, NONE).benefits if each.id == one.id)
                assert [(each.money, each.export) for each in alone.going_on[:1]] == [(then.money, then.export)]


@settings(max_examples=15, deadline=None)
@given(careers(most=3), st.dates(date(2020, 6, 1), date(2025, 12, 31)))
def test_payments_follow_each_other_and_end_with_what_is_decided(career: list[Row], claim: date) -> None:
    at = date(2026, 1, 1)
    decision, plain = (decide(claimed(day.isoformat(), career), at, HIGHER) for day in (claim, at))
    for one, other in zip(decision.benefits, plain.benefits, strict=True):
        lasting = [each for each in one.payments if each.per != "once"]
        for each, then in pairwise(lasting):
            assert each.end is not None
            assert each.start <= each.end < then.start
        assert [each.money for each in one.going_on] == [each.money for each in other.going_on]
        assert all(each.start >= claim for each in lasting)
        assert (one.status, one.variants) == (other.status, other.variants)


def test_a_page_tells_what_was_paid_when_and_what_has_fallen_due() -> None:
    page = rendered(decide(claimed("2020-06-01"), AT, NONE))
    assert "Payments over time" in page
    assert "│ 2020-06-01 │ 2021-12-31 │ 300.00 XTS" in page
    assert "XA xa-basic: 6540.00 XTS" in page
    assert "420.00 XTS a month and 6540.00 XTS for the time before" in page
    assert "Payments over time" not in rendered(decide(claimed("2022-03-01"), AT, NONE))


def test_a_pension_drawn_early_is_paid_from_its_claim_and_one_claimed_before_any_age_from_pension_age() -> None:
    # xg-early: 0.5 % off for each month before 65, from 60; 60 % of 1000 for thirty years. Claimed at 63: 12 % off.
    career = [insured("xg-early", "1990-01-01", "2019-12-31")]
    wages = [paid("xg-early", "1990-01-01", "2019-12-31", "1000.00")]
    person = {"born": "1960-01-01", "sex": "M", "nationalities": ["XG"]}
    for claim, first, amount in (("2023-01-01", "2023-01-01", "528.00"), ("2018-01-01", "2025-01-01", "600.00")):
        case = claimed(claim, career, earnings=wages, person=person, residence=[{"country": "XG"}])
        one = benefit(decide(case, date(2027, 1, 1), NONE), "xg-early")
        assert [(str(each.start), each.money.amount) for each in one.payments] == [(first, amount)]
