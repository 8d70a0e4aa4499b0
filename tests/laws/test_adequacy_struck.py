"""Schemes for those struck by an accident at work, an illness or a birth, beside what conventions ask: properties and by hand."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as drawn

from portability.assessment.adequacy.beneficiary import Wage
from portability.assessment.adequacy.contingent import ONCE, Contingent
from portability.assessment.adequacy.judged import Judged, Report, adequacy
from portability.assessment.adequacy.tested import NEEDS_A_WAGE
from portability.law.shelf import Shelf, default_shelf
from portability.number.unknown import Unknown

AT = date(2026, 1, 1)
ROOT = Path(__file__).resolve().parents[2] / "agreements"
THOUSAND = Wage(Fraction(1000), "XTS")
STRUCK = ("employment_injury", "sickness", "maternity")
LAW = """\
format = "portability.national/1"
country = "XA"
title = "Law of XA"
currency = "XTS"
reviewed = 2026-11-21
[scheme.xa-one]
name = "The one scheme"
institution = "Office"
class = "social_insurance"
branches = ["sickness", "employment_injury"]
[[xa-one.sickness]]
from = 1950-01-01
source = "xa-act"
qualifying = {{ is = "6 months", kinds = ["insurance"], cites = "s. 1", standing = "official" }}
counts = {{ unit = "months", part = "any_day", cites = "s. 3", standing = "official" }}
reference = {{ method = "last", length = "6 months", cites = "s. 4", standing = "official" }}
waiting = {{ is = "{waiting} days", cites = "s. 5", standing = "official" }}
pay.cites = "s. 6"
pay.standing = "official"
pay.steps = [{{ length = "{weeks} weeks", share = "{first} %" }}, {{ length = "{weeks} weeks", share = "{then} %" }}]
[[xa-one.employment_injury]]
from = 1950-01-01
source = "xa-act"
covered = {{ is = ["insurance"], cites = "s. 10", standing = "official" }}
earnings = {{ base = "at_accident", cites = "s. 11", standing = "official" }}
waiting = {{ is = "{waiting} days", cites = "s. 12", standing = "official" }}
temporary.cites = "s. 13"
temporary.standing = "official"
temporary.per = "day"
temporary.of_month = "1/26"
temporary.steps = [{{ until = "{weeks} weeks", share = "{first} %" }}, {{ share = "{then} %" }}]
pension = {{ share = "{first} %", cites = "s. 14", standing = "official" }}
payments = {{ is = 12, of = "month", cites = "s. 15", standing = "official" }}
rounding = {{ unit = "10 XTS", way = "down", at = "payment", cites = "s. 16", standing = "official" }}
"""


def shelf_of(folder: Path, **figures: Any) -> Shelf:
    """A shelf with one scheme of one State, and what the invented convention asks."""
    for name in ("national", "instruments", "series"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "national" / "xa.toml").write_text(LAW.format(**figures), "utf-8")
    (folder / "instruments" / "xs-least.toml").write_text((ROOT / "instruments" / "xs-least.toml").read_text("utf-8"), "utf-8")
    return Shelf(folder)


def found(report: Report, scheme: str, asked: str, instrument: str = "xs-least") -> Judged:
    [one] = [
        each
        for each in report.judged
        if (each.scheme, each.standard.asked, each.standard.instrument) == (scheme, asked, instrument)
    ]
    return one


def met(one: Judged) -> dict[str, Any]:
    return {test.what: "?" if isinstance(test.met, Unknown) else test.met for test in one.tests}


def rate(one: Judged) -> Any:
    assert one.tests[0].measured is not None
    return one.tests[0].measured.rate


def by_hand(state: str, wage: Wage | None = THOUSAND) -> Report:
    return adequacy(default_shelf(), state, AT, wage, STRUCK)


shares = drawn.integers(20, 100)


@settings(max_examples=6, deadline=None)
@given(one=shares, other=shares, then=shares, waiting=drawn.integers(0, 8), weeks=drawn.integers(10, 40))
def test_a_scheme_that_pays_more_never_goes_from_met_to_not_met(
    tmp_path_factory: pytest.TempPathFactory, one: int, other: int, then: int, waiting: int, weeks: int
) -> None:
    less, more = sorted((one, other))
    folder = tmp_path_factory.mktemp("shelf")
    before, after = (
        adequacy(shelf_of(folder, first=first, then=then, waiting=waiting, weeks=weeks), "XA", AT, THOUSAND, STRUCK)
        for first in (less, more)
    )
    for earlier, later in zip(before.judged, after.judged, strict=True):
        for what, answer in met(earlier).items():
            told = f"{earlier.standard.asked}, {what}: met at {less} %, not at {more} %"
            assert answer is not True or met(later)[what] is True, told


@settings(max_examples=6, deadline=None)
@given(first=shares, then=shares, waiting=drawn.integers(0, 8), weeks=drawn.integers(10, 40))
def test_each_test_is_its_figure_beside_the_figure_asked(
    tmp_path_factory: pytest.TempPathFactory, first: int, then: int, waiting: int, weeks: int
) -> None:
    """52 weeks are asked of sickness: both shares count where the second begins within them; nothing is rounded."""
    shelf = shelf_of(tmp_path_factory.mktemp("shelf"), first=first, then=then, waiting=waiting, weeks=weeks)
    for wage in (THOUSAND, None):
        report = adequacy(shelf, "XA", AT, wage, STRUCK)
        least = Fraction(min(first, then), 100)
        sickness, injury, lasting = (
            found(report, "xa-one", asked) for asked in ("sickness", "employment_injury", "employment_injury_permanent")
        )
        assert rate(sickness) == rate(injury) == least
        assert rate(lasting) == Fraction(first, 100)
        expected = {"rate": least >= Fraction(60, 100), "waiting": waiting <= 3, "duration": 2 * weeks >= 52}
        assert met(sickness) == expected | {"together": all(expected.values())}
        assert met(injury) == {"rate": expected["rate"], "waiting": waiting <= 3, "together": expected["rate"] and waiting <= 3}


def test_what_comes_after_the_time_asked_for_does_not_count(tmp_path: Path) -> None:
    """C102 asks 26 weeks at 45 %: 60 % for thirty weeks are enough, whatever comes then."""
    shelf = shelf_of(tmp_path, first=60, then=20, waiting=0, weeks=30)
    scheme = Contingent(shelf, "XA", "xa-one", "sickness", AT)
    assert scheme.after(Fraction(26 * 7), THOUSAND).rate == Fraction(60, 100)
    assert scheme.after(Fraction(30 * 7), THOUSAND).rate == Fraction(60, 100)
    assert scheme.after(Fraction(52 * 7), THOUSAND).rate == Fraction(20, 100)
    assert scheme.after(Fraction(0), THOUSAND).rate == Fraction(20, 100)


def test_xa_worked_by_hand() -> None:
    """At 1000: the employer pays all for 28 days, the fund 75 % then: 75 %. Total and lasting: 75 %, above the minimum of 300.

    Death: the widow 40 % and each child 20 % (together 60 % at most) of 75 %: 80 % of it, 3/5. Sickness: 70 % for 26 weeks, 60 %
    for 26 more, after three days. Maternity: all of it for fourteen weeks, eight of them after the birth.
    """
    report = by_hand("XA")
    injury = found(report, "xa-injury", "employment_injury")
    assert (rate(injury), met(injury)) == (Fraction(3, 4), {"rate": True, "waiting": True, "together": True})
    assert rate(found(report, "xa-injury", "employment_injury_permanent")) == Fraction(3, 4)
    assert rate(found(report, "xa-injury", "employment_injury_death")) == Fraction(3, 5)
    sickness = found(report, "xa-health", "sickness")
    assert (rate(sickness), met(sickness)["together"]) == (Fraction(3, 5), True)
    assert rate(found(report, "xa-health", "sickness", "ilo-c102")) == Fraction(7, 10)
    maternity = found(report, "xa-health", "maternity")
    assert (rate(maternity), met(maternity)) == (1, {"rate": True, "duration": True, "after_birth": True, "together": True})
    assert met(found(report, "xa-injury", "employment_injury", "ilo-c121")) == {"rate": True, "waiting": False, "together": False}


def test_a_ceiling_a_minimum_and_a_family_under_both() -> None:
    """At 5000 the ceiling of 3000 counts: 75 % of it is 2250, of 5000 9/20. At 200 the minimum of 300 is more than the wage."""
    assert rate(found(by_hand("XA", Wage(Fraction(5000), "XTS")), "xa-injury", "employment_injury_permanent")) == Fraction(9, 20)
    assert rate(found(by_hand("XA", Wage(Fraction(200), "XTS")), "xa-injury", "employment_injury_permanent")) == Fraction(3, 2)


def test_xb_worked_by_hand() -> None:
    """Two thirds from the first day, paid by the day; total loss: 100 %, half of each degree up to 50 and 1.5 above: 100 %.

    Death: the widow, married for ten years, 30 %; the first child 15 % and the second 5 %: 50 % in all.
    Sickness: 90 days whole and 90 half: 180 days are not 52 weeks, nor 26.
    Maternity: 98 days, whole; how many of them lie before the birth the law does not tell.
    """
    report = by_hand("XB")
    assert rate(found(report, "xb-risks", "employment_injury")) == Fraction(2, 3)
    assert rate(found(report, "xb-risks", "employment_injury_permanent")) == 1
    death = found(report, "xb-risks", "employment_injury_death")
    assert (rate(death), met(death)["together"]) == (Fraction(1, 2), True)
    sickness = found(report, "xb-employer", "sickness")
    assert (rate(sickness), met(sickness)["duration"]) == (Fraction(1, 2), False)
    assert met(found(report, "xb-employer", "sickness", "ilo-c102")) == {
        "rate": True, "waiting": True, "duration": False, "together": False}  # fmt: skip
    assert met(found(report, "xb-employer", "maternity")) == {
        "rate": True, "duration": True, "after_birth": "?", "together": "?"}  # fmt: skip


def test_xc_worked_by_hand() -> None:
    """66 % after seven days. A sum at once for a total loss and for death: no periodical payment, nought. Sickness: 40 a day,
    1200 a month of thirty days, of 1000: 6/5, after seven days, for 182 days. What maternity pays nobody found."""
    report = by_hand("XC")
    injury = found(report, "xc-injury", "employment_injury")
    assert (rate(injury), met(injury)) == (Fraction(66, 100), {"rate": True, "waiting": False, "together": False})
    for asked in ("employment_injury_permanent", "employment_injury_death"):
        one = found(report, "xc-injury", asked)
        assert (rate(one), met(one)["rate"], one.tests[0].why) == (0, False, (ONCE,))
    sickness = found(report, "xc-guard", "sickness")
    assert (rate(sickness), met(sickness)) == (
        Fraction(6, 5), {"rate": True, "waiting": False, "duration": False, "together": False})  # fmt: skip
    assert met(found(report, "xc-guard", "maternity")) == {
        "rate": "?", "duration": False, "after_birth": True, "together": False}  # fmt: skip
    assert ("employment_injury: xc-dust", "it covers diseases alone: none is invented") in report.open


def test_a_flat_amount_needs_a_wage_and_a_share_none() -> None:
    report = by_hand("XC", None)
    assert met(found(report, "xc-guard", "sickness"))["rate"] == "?"
    assert found(report, "xc-guard", "sickness").tests[0].why == (NEEDS_A_WAGE,)
    assert rate(found(report, "xc-injury", "employment_injury")) == Fraction(66, 100)


def test_t189_1_domestic_workers_left_out_are_told_of_the_scheme() -> None:
    """XC leaves them out of its law on injuries; XA and XB do not, and nothing is told of them."""
    told = {one.instrument: one for one in adequacy(default_shelf(), "XC", AT, THOUSAND).left_out}
    assert set(told) == {"ilo-c189", "xs-least"}
    assert {(one.scheme, one.group) for one in told.values()} == {("xc-injury", "domestic")}
    assert (told["ilo-c189"].bound.answer, told["xs-least"].bound.answer) == ("no", "not known")
    assert str(told["ilo-c189"].article) == "ilo-c189, Art 14(1)"
    assert [adequacy(default_shelf(), state, AT).left_out for state in ("XA", "XB")] == [(), ()]


def test_south_africa_is_measured_by_its_law_on_injuries() -> None:
    """75 % for a time and for good; widow 40 %, two children 20 % each of it: 60 %. Three days of waiting; C121 has none."""
    report = adequacy(default_shelf(), "ZA", AT, Wage(Fraction(20000), "ZAR"), ("employment_injury",))
    rates = {one.standard.asked: rate(one) for one in report.judged if one.standard.instrument == "ilo-c121"}
    assert rates == {
        "employment_injury": Fraction(3, 4),
        "employment_injury_permanent": Fraction(3, 4),
        "employment_injury_death": Fraction(3, 5),
    }
    assert met(found(report, "za-coida", "employment_injury", "ilo-c121"))["waiting"] is False
    assert met(found(report, "za-coida", "employment_injury", "ilo-c102"))["together"] is True


@pytest.mark.parametrize(
    ("state", "scheme", "asked", "instrument", "expected", "answers"),
    [
        # 75 % for a time, and of a total loss; three days of waiting
        ("NA", "na-ecf", "employment_injury", "ilo-c102", Fraction(3, 4), {"rate": True, "waiting": True, "together": True}),
        ("NA", "na-ecf", "employment_injury_permanent", "ilo-c121", Fraction(3, 4), {"rate": True, "together": True}),
        # 70 % in Tanzania, half in Zambia: C121 asks 60 %
        ("TZ", "tz-wcf", "employment_injury_permanent", "ilo-c121", Fraction(7, 10), {"rate": True, "together": True}),
        ("ZM", "zm-wcf", "employment_injury", "ilo-c121", Fraction(1, 2), {"rate": False, "waiting": True, "together": False}),
        # a sum in place of a pension
        ("LS", "ls-wca", "employment_injury_permanent", "ilo-c121", 0, {"rate": False, "together": False}),
        # half of the wage for fourteen weeks, six of them before the birth
        ("MG", "mg-cnaps", "maternity", "ilo-c183", Fraction(1, 2), {
            "rate": False, "duration": True, "after_birth": True, "together": False}),
        # all of it for 60 days, twenty of them before: 60 are not twelve weeks, nor forty six
        ("MZ", "mz-inss", "maternity", "ilo-c183", 1, {
            "rate": True, "duration": False, "after_birth": False, "together": False}),
        # the employer: three months whole and three half; C102 asks 45 % for 26 weeks, C130 60 % for a year
        ("ZM", "zm-employer", "sickness", "ilo-c102", Fraction(1, 2), {
            "rate": True, "waiting": True, "duration": True, "together": True}),
        ("ZM", "zm-employer", "sickness", "ilo-c130", Fraction(1, 2), {
            "rate": False, "waiting": True, "duration": False, "together": False}),
    ],
)  # fmt: skip
def test_members_of_sadc_by_their_law(
    state: str, scheme: str, asked: str, instrument: str, expected: Any, answers: dict[str, bool]
) -> None:
    """By pure share, where neither a minimum nor a ceiling bites; figures as the law files have them in January 2026."""
    branch = "employment_injury" if asked.startswith("employment_injury") else asked
    one = found(adequacy(default_shelf(), state, AT, None, (branch,)), scheme, asked, instrument)
    assert (rate(one), met(one)) == (expected, answers)


def test_a_sum_in_place_of_a_pension_is_no_surer_than_the_law_that_has_it() -> None:
    report = adequacy(default_shelf(), "LS", AT, None, ("employment_injury",))
    assert found(report, "ls-wca", "employment_injury_permanent", "ilo-c121").tests[0].standing != "official"
