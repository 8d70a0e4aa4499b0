"""Schemes beside what conventions ask of them: properties, the invented world worked by hand, and who is bound."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as drawn

from portability.assessment.adequacy.beneficiary import Wage
from portability.assessment.adequacy.judged import Judged, Report, adequacy
from portability.assessment.adequacy.measured import Scheme
from portability.assessment.adequacy.standards import standards
from portability.assessment.adequacy.tested import NEEDS_A_WAGE
from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import load_case
from portability.law.shelf import Shelf, default_shelf
from portability.number.unknown import Unknown
from portability.rules.adequacy import rate_after

AT = date(2026, 1, 1)
ROOT = Path(__file__).resolve().parents[2] / "agreements"
THOUSAND = Wage(Fraction(1000), "XTS")
LAW = """\
format = "portability.national/1"
country = "XA"
title = "Pension law of XA"
currency = "XTS"
reviewed = 2026-11-21
[scheme.xa-one]
name = "The one scheme"
institution = "Pension Office"
class = "pension_insurance"
branches = ["old_age"]
[[xa-one.old_age]]
from = 1950-01-01
source = "xa-act"
qualifying = {{ is = "{qualifying} years", kinds = ["insurance"], cites = "s. 1", standing = "official" }}
age = {{ is = "60 years", missing_day = "later", cites = "s. 2", standing = "official" }}
counts = {{ unit = "months", part = "any_day", cites = "s. 3", standing = "official" }}
reference = {{ method = "last", length = "36 months", cites = "s. 4", standing = "official" }}
accrual = {{ is = "{accrual} % per year", cites = "s. 5", standing = "official" }}
formula = {{ shape = "accrual", part_years = "exact", on = "reference", cites = "s. 5", standing = "official" }}
"""


def shelf_of(folder: Path, accrual: Fraction, qualifying: int = 15) -> Shelf:
    """A shelf with one scheme of one State, and what the invented convention asks."""
    for name in ("national", "instruments", "series"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "national" / "xa.toml").write_text(LAW.format(accrual=accrual, qualifying=qualifying), "utf-8")
    (folder / "instruments" / "xs-least.toml").write_text((ROOT / "instruments" / "xs-least.toml").read_text("utf-8"), "utf-8")
    return Shelf(folder)


def found(report: Report, scheme: str, asked: str, instrument: str = "xs-least") -> Judged:
    [one] = [
        each
        for each in report.judged
        if (each.scheme, each.standard.asked, each.standard.instrument) == (scheme, asked, instrument)
    ]
    return one


def said(one: Judged) -> dict[str, tuple[Any, Any]]:
    """Each test by its name: the rate found and the answer, not known as a question mark."""
    return {
        test.what: (
            None if test.measured is None else test.measured.rate,
            "?" if isinstance(test.met, Unknown) else test.met,
        )
        for test in one.tests
    }


shares = drawn.fractions(min_value=Fraction(1, 2), max_value=3, max_denominator=20)


@settings(max_examples=15, deadline=None)
@given(one=shares, other=shares, qualifying=drawn.integers(1, 29))
def test_a_scheme_that_pays_more_never_goes_from_met_to_not_met(
    tmp_path_factory: pytest.TempPathFactory, one: Fraction, other: Fraction, qualifying: int
) -> None:
    less, more = sorted((one, other))
    folder = tmp_path_factory.mktemp("shelf")
    before = said(adequacy(shelf_of(folder, less, qualifying), "XA", AT, THOUSAND).judged[0])
    after = said(adequacy(shelf_of(folder, more, qualifying), "XA", AT, THOUSAND).judged[0])
    for what, (_, met) in before.items():
        assert met is False or after[what][1] is True, f"{what}: met at {less} % a year, not at {more} %"


@settings(max_examples=10, deadline=None)
@given(accrual=shares, years=drawn.integers(16, 40))
def test_the_rate_of_a_formula_that_is_a_share_is_that_share(
    tmp_path_factory: pytest.TempPathFactory, accrual: Fraction, years: int
) -> None:
    scheme = Scheme(shelf_of(tmp_path_factory.mktemp("shelf"), accrual), "XA", "xa-one", "old_age", AT)
    measured = scheme.share_after(Fraction(years), "XTS")
    assert measured is not None
    assert measured.rate == accrual / 100 * years
    assert scheme.after(Fraction(years), THOUSAND).rate == measured.rate


@given(
    rates=drawn.tuples(shares, shares), lengths=drawn.tuples(drawn.integers(1, 30), drawn.integers(0, 30)),
    one=drawn.integers(0, 45), other=drawn.integers(0, 45),
)  # fmt: skip
def test_a_short_career_never_asks_more_than_a_long_one(
    rates: tuple[Fraction, Fraction], lengths: tuple[int, int], one: int, other: int
) -> None:
    lowered, full = sorted(rates)
    short, whole = lengths[0], sum(lengths)
    less, more = sorted((one, other))
    asked = [rate_after(full, lowered, short, whole, length) for length in (less, more)]
    assert lowered <= asked[0] <= asked[1] <= full  # type: ignore[operator]  # exact


def test_xa_worked_by_hand() -> None:
    """Paid thirteen times: 13/12 of the month's amount.

    Old age, thirty years: 20 % + 20 x 1.5 % = 50 %, of 3000 (the minimum of 400 and the ceiling do not bite): 13/24.
    Fifteen years, as the law asks: 20 % + 5 x 1.5 % = 27.5 %: 27.5 x 13/12 = 143/480, below 35 + 10 x 5/20 = 37.5 %.
    The traders' 420, of 3000: 14 %. Survivors after fifteen years: 27.5 % and no more than the whole: 143/480 < 40 %.
    Invalidity at forty after fifteen years: 15 + 20 years but the month of the contingency: 419 months,
    20 + 30 + 2 x 59/12 = 59 5/6 %: x 13/12 = 4667/7200.
    """
    report = adequacy(default_shelf(), "XA", AT, Wage(Fraction(3000), "XTS"))
    assert said(found(report, "xa-general", "old_age")) == {
        "whole": (Fraction(13, 24), True),
        "reduced": (Fraction(143, 480), True),
        "short": (Fraction(143, 480), False),
        "together": (None, True),
    }
    assert said(found(report, "xa-basic", "old_age"))["whole"] == (Fraction(14, 100), False)
    assert said(found(report, "xa-basic", "old_age"))["together"][1] is False
    assert said(found(report, "xa-general", "survivors"))["whole"] == (Fraction(143, 480), False)
    assert said(found(report, "xa-general", "invalidity"))["whole"] == (Fraction(4667, 7200), True)


def test_a_minimum_and_a_ceiling_change_the_rate() -> None:
    """At 600 the minimum of 400 is paid: 400 x 13/12 / 600 = 13/18. At 6000 the ceiling of 3000 bites: half of 13/24."""
    scheme = Scheme(default_shelf(), "XA", "xa-general", "old_age", AT)
    assert scheme.after(Fraction(30), Wage(Fraction(600), "XTS")).rate == Fraction(13, 18)
    at_6000 = scheme.after(Fraction(30), Wage(Fraction(6000), "XTS"))
    assert at_6000.rate < Fraction(13, 24)
    share = scheme.share_after(Fraction(30), "XTS")
    assert share is not None
    assert share.rate == Fraction(13, 24)


def test_xb_worked_by_hand() -> None:
    """N/420: thirty years 6/7, half of 180/420 after fifteen; its own 240 months ask 35 + 10 x 10/20 = 40 %: 240/420.

    Survivors after fifteen years: half for the widow and 40 % for the children of 180/420 = 27/70, below 40 %.
    """
    report = adequacy(default_shelf(), "XB", AT)
    general = found(report, "xb-general", "old_age")
    assert {key: value[0] for key, value in said(general).items()} == {
        "whole": Fraction(6, 7), "reduced": Fraction(3, 14), "short": Fraction(4, 7), "together": None}  # fmt: skip
    assert general.tests[2].needed == Fraction(2, 5)
    assert said(found(report, "xb-general", "survivors"))["whole"] == (Fraction(27, 70), False)


def test_a_pension_of_residence_is_tested_on_years_of_residence() -> None:
    """1200 x 240/480 = 600 of 1000 after twenty years of residence; after five 150, below 35 %."""
    tests = said(found(adequacy(default_shelf(), "XC", AT, THOUSAND), "xc-residence", "old_age"))
    assert tests == {
        "whole": (Fraction(3, 5), True), "short": (Fraction(3, 20), False), "together": (None, True)}  # fmt: skip


def test_what_is_no_share_of_a_wage_needs_one_and_a_balance_stays_open() -> None:
    report = adequacy(default_shelf(), "XA", AT)
    assert ("old_age: xa-basic", NEEDS_A_WAGE) in report.open
    assert said(found(report, "xa-basic", "old_age"))["together"][1] == "?"
    of_xc = adequacy(default_shelf(), "XC", AT)
    assert ("old_age: xc-fund", "not known: account XC.xc-fund") in of_xc.open
    assert any(what == "unemployment" and "no law of this branch is on the shelf" in why for what, why in report.open)
    assert any(what == "medical_care" and "no share of a wage" in why for what, why in report.open)


def test_who_is_bound_by_the_invented_convention() -> None:
    def bound(state: str, asked: str, on: date) -> tuple[str, str]:
        [one] = [each for each in standards(default_shelf(), state, on) if (each.instrument, each.asked) == ("xs-least", asked)]
        return one.bound.answer, one.bound.why

    assert bound("XA", "old_age", AT) == ("yes", "")
    assert bound("XA", "invalidity", AT) == ("no", "did not accept the branch")
    assert bound("XB", "old_age", date(2019, 12, 31)) == ("yes", "")
    assert bound("XB", "old_age", AT) == ("no", "only until 2019-12-31")
    assert bound("XC", "old_age", AT)[0] == "not known"
    assert bound("XA", "old_age", date(1999, 12, 31)) == ("no", "in force only from 2000-01-01")


@pytest.mark.parametrize(
    ("instrument", "state", "asked", "on", "answer"),
    [
        ("ilo-c102", "CD", "old_age", AT, "yes"),  # Parts V, VII, IX and X
        ("ilo-c102", "CD", "sickness", AT, "no"),
        ("ilo-c102", "CD", "old_age", date(1988, 4, 2), "no"),  # twelve months after 3 April 1987
        ("ilo-c121", "CD", "employment_injury_death", AT, "yes"),
        ("ilo-c102", "AO", "old_age", date(2026, 6, 10), "no"),
        ("ilo-c102", "AO", "old_age", date(2026, 6, 11), "not known"),
        ("ilo-c102", "KM", "survivors", AT, "not known"),
        ("ilo-c102", "NL", "old_age", date(1970, 10, 26), "yes"),
        ("ilo-c102", "NL", "old_age", date(1970, 10, 27), "no"),
        ("ilo-c128", "NL", "old_age", date(1970, 10, 27), "yes"),
        ("ilo-c128", "SE", "old_age", AT, "not known"),
        ("ilo-c183", "DE", "maternity", date(2022, 9, 29), "no"),
        ("ilo-c183", "DE", "maternity", date(2022, 9, 30), "yes"),
        ("ilo-c183", "LS", "maternity", AT, "not known"),
        ("ilo-c102", "NA", "old_age", AT, "no"),
    ],
)
def test_who_is_bound(instrument: str, state: str, asked: str, on: date, answer: str) -> None:
    [one] = [each for each in standards(default_shelf(), state, on) if (each.instrument, each.asked) == (instrument, asked)]
    assert one.bound.answer == answer


def test_what_only_sets_standards_is_opened_by_no_case() -> None:
    laws = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "instruments").glob("*.toml")}
    of_schemes = {id_ for id_, law in laws.items() if law["kind"] == "standards"}
    assert {"ilo-c128", "ilo-c168", "ilo-c183", "ilo-c189", "xs-least"} == of_schemes
    states = {party["state"] for law in laws.values() for party in law.get("party", ())}
    assert not of_schemes & set(default_shelf().binding(states))


def test_the_average_of_wages_all_the_same_hangs_on_no_month() -> None:
    """Congo: nobody knows which months count; 40 % and 2 % for each of fifteen years more, at most 60 %; the minimum,
    which is not known, can only raise it. Zambia: 1/900 a month, whatever earlier wages are raised by: 360/900."""
    congo = found(adequacy(default_shelf(), "CD", AT), "cd-cnss", "old_age", "ilo-c102")
    rate, met = said(congo)["whole"]
    assert (rate.low, rate.endless, met) == (Fraction(3, 5), True, True)
    zambia = found(adequacy(default_shelf(), "ZM", AT), "zm-napsa", "old_age", "ilo-c102")
    assert said(zambia)["whole"] == (Fraction(2, 5), True)


def test_a_traced_decision_measures_no_scheme_of_a_law_that_is_not_on_the_shelf() -> None:
    """Found by drawing: a State bound by Convention No. 102, whose law only the case tells, and no currency."""
    case = load_case(ROOT.parent / "scenarios" / "cases" / "published-br-in77-art-650" / "case.toml")
    found = decide(case, date(2016, 2, 1), AgreementSet("as-bound"), default_shelf(), trace=True)
    assert [one for one in found.findings if one.kind == "adequacy"] == []
