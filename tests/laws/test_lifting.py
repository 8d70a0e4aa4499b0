"""What conventions lift of conditions of nationality and residence, rule by rule; the vectors T118-1 to T118-7 of ILO C118."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.assessment.equality import Question, treated
from portability.assessment.maintenance import payable_abroad
from portability.assessment.mirror import residence_based
from portability.assessment.residence import lived as spans_lived
from portability.assessment.residence import months, residence_limit, unbroken
from portability.assessment.scope import Binding, bindings, first_day
from portability.case.career import Career, career
from portability.number.unknown import Unknown
from portability.record.decision import Benefit, Decision, FloorResult
from portability.record.render import rendered
from tests.laws.equals import bound_by, shelf
from tests.laws.lives import AT, HIGHER, Row, benefit, insured, life, said

WORK = [insured("xa-basic", "1990-01-01", "2009-12-31")]


def who(*nationalities: str, **more: Any) -> Row:
    return {"born": "1955-05-20", "sex": "M", "nationalities": list(nationalities), **more}


def lived(country: str, start: str, status: str | None = "regular", end: str | None = None) -> Row:
    row = {"country": country, "from": start, "residence_status": status, "to": end}
    return {key: value for key, value in row.items() if value is not None}


def told(*instruments: str, **more: Any) -> Decision:
    """The decision on a life in XA under some conventions alone."""
    return decide(life(more.pop("periods", WORK), **more), AT, bound_by(*instruments), shelf(*instruments))


def basic(decision: Decision) -> Benefit:
    (found,) = decision.benefits
    return found


def findings(decision: Decision, kind: str) -> list[str]:
    return [one.text for one in decision.findings if one.kind == kind]


def grant(*nationalities: str, residence: list[Row], directly: str = "", instruments: tuple[str, ...] = ("xr-equal",),
          means_tested: bool = False) -> FloorResult:  # fmt: skip
    case = life([], person=who(*nationalities), residence=residence)
    told_ = decide(case, AT, bound_by(), shelf(*instruments, directly=directly, means_tested=means_tested))
    (found,) = (row for row in told_.floor if row.guarantee == "older_persons")
    return found


# The grant of XA: tax-financed, for nationals, after fifteen years of residence from the age of 18 on.
def test_t118_1_no_more_than_ten_years_are_asked_of_nationals_of_a_state_bound() -> None:
    # Eleven years after 18, the last six among them: min(15, 10) = 10 and 11 >= 10; min(15, 5) = 5 and 6 >= 5.
    told_ = [lived("XA", "1990-01-01", end="1994-12-31"), lived("XA", "2020-01-01")]
    assert grant("XB", residence=told_, directly="15 years").status == "entitled"
    assert grant("XB", residence=told_, directly="15 years", instruments=()).status == "refused"
    assert grant("BD", residence=told_, directly="15 years").status == "refused"


def test_t118_1_own_nationals_are_held_to_their_own_law() -> None:
    told_ = [lived("XA", "1990-01-01", end="1994-12-31"), lived("XA", "2020-01-01")]
    assert grant("XA", residence=told_).status == "refused"


def test_t118_2_the_last_five_years_count_only_where_the_law_asks_for_them() -> None:
    # Twelve years after 18, that ended two years before; the person lives there again since then.
    told_ = [lived("XA", "2012-01-01", end="2023-12-31"), lived("XB", "2024-01-01", end="2025-12-30"), lived("XA", "2025-12-31")]
    assert grant("XB", residence=told_, directly="5 years").status == "refused"
    assert grant("XB", residence=told_).status == "entitled"


def test_a_grant_for_those_in_need_is_assistance_which_the_convention_leaves_out() -> None:
    told_ = [lived("XA", "2000-01-01")]
    assert grant("XB", residence=told_).status == "entitled"
    assert grant("XB", residence=told_, means_tested=True).status == "refused"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 20), st.integers(0, 20), st.sampled_from(("", "3 years", "5 years", "15 years")))
def test_what_is_asked_is_the_less_of_the_law_and_the_limit(gone: int, last: int, directly: str) -> None:
    # `gone` years long ago and the last `last` years; the law asks fifteen, the convention lets it ask ten, five of them last.
    told_ = [lived("XB", "1990-01-01", end=f"{2025 - last}-12-31")] if last < 30 else []
    told_ = [lived("XA", f"{1990 - gone}-01-01", end="1989-12-31")] * (gone > 0) + told_
    told_ += [lived("XA", f"{2026 - last}-01-01")] if last else []
    asked = int(directly.split()[0]) if directly else 0
    # of XA the person must live there; after 18 means from 20 May 1973 on
    after = min(gone, 1989 - 1973)
    enough = after + last >= 10 and last >= min(asked, 5) and last > 0
    found = grant("XB", residence=told_, directly=directly) if last else None
    if found is not None:
        assert (found.status == "entitled") == enough


@pytest.mark.parametrize(("died", "met"), [("2015-02-14", True), ("2015-01-14", False)])
def test_t118_3_of_survivors_five_years_of_the_deceased_are_asked(died: str, met: bool) -> None:
    # The law asks seven years; the deceased lived there from 15 February 2010: five years to the day, or a month less.
    case = life(WORK, person=who("XB", died=died), residence=[lived("XA", "2010-02-15")], claim=None)
    day = date.fromisoformat(died)
    one = career(case, "old_age")
    found = bound("survivors", one, date(2020, 1, 1))
    question = Question("XA", "survivors", one, date(2020, 1, 1), "non_contributory", shelf=shelf("xr-equal"))
    by, limit = residence_limit(found, question)
    assert by is not None
    assert limit is not None
    assert by.told.value is True
    assert (limit.is_, limit.get("immediately")) == ("5 years", "5 years")
    assert (months(unbroken(spans_lived(one, "XA", date(2020, 1, 1)).surely, day)) >= 60) is met


def bound(branch: str, one: Career, at: date = AT, *instruments: str) -> tuple[Binding, ...]:
    names = instruments or ("xr-equal",)
    return bindings(shelf(*names), one, ("XA", "XB", "XC"), branch, at, bound_by(), ())


@pytest.mark.parametrize(("nationality", "lifted"), [("XB", True), ("XC", False)])
def test_t118_4_no_residence_is_asked_for_care_unless_the_persons_own_state_asks_it(nationality: str, lifted: bool) -> None:
    # Care paid by taxes after twelve months' residence; XC's own law ties care to residence, XB's does not.
    one = career(life([], person=who(nationality), residence=[lived("XA", "2025-12-01")]), "old_age")
    question = Question("XA", "medical_care", one, AT, "non_contributory", shelf=shelf("xr-equal"))
    by, limit = residence_limit(bound("medical_care", one), question)
    assert limit is None
    assert (by is not None and by.told.value is True) is lifted


def test_the_mirror_looks_at_the_law_on_the_shelf_where_the_entry_says_nothing() -> None:
    one = career(life([], person=who("XA"), residence=None), "old_age")
    (binding,) = [each for each in bound("old_age", one) if each.id == "xr-equal"]
    contributory = Question("XC", "old_age", one, AT, shelf=shelf("xr-equal"))
    assert residence_based(binding, "XA", contributory) is True  # xa-basic asks five years of residence
    assert isinstance(residence_based(binding, "BD", contributory), Unknown)


def test_t118_5_equality_needs_the_host_alone_and_payment_abroad_both() -> None:
    # XA accepted old age, XB sickness only, XC old age.
    for nationality, abroad in (("XB", False), ("XC", True)):
        one = career(life(WORK, person=who(nationality), residence=[lived("XA", "1990-01-01")]), "old_age")
        assert treated(bound("old_age", one), Question("XA", "old_age", one, AT)).told.value is True
        away = career(life(WORK, person=who(nationality), residence=[lived("BD", "2020-01-01")]), "old_age")
        word = payable_abroad(bound("old_age", away), Question("XA", "old_age", away, AT), None).word
        assert word == ("paid" if abroad else None)


def test_t118_6_refugees_and_stateless_persons_are_equal_without_reciprocity() -> None:
    for status in ("refugee", "stateless"):
        one = career(life(WORK, person=who("BD"), residence=[lived("XA", "1990-01-01", status)]), "old_age")
        assert treated(bound("old_age", one), Question("XA", "old_age", one, AT)).told.value is True
        away = career(life(WORK, person=who("BD"), residence=[lived("XB", "1990-01-01", status)]), "old_age")
        assert payable_abroad(bound("old_age", away), Question("XA", "old_age", away, AT), None).word == "paid"


def test_t118_7_nothing_is_given_for_a_time_before_the_convention_bound_the_state() -> None:
    # XA is bound from 26 April 2016: on 1 January 2015 nothing is lifted, and later nothing is due for the time before.
    one = career(life(WORK, person=who("XC"), residence=[lived("BD", "1990-01-01")]), "old_age")
    assert [each.id for each in bound("old_age", one, date(2015, 1, 1)) if "XA" in each.states] == []
    (binding,) = bound("old_age", one)
    assert first_day(binding, "XA", "old_age") == date(2016, 4, 26)
    found = payable_abroad((binding,), Question("XA", "old_age", one, AT), None)
    assert (found.word, found.since) == ("paid", date(2016, 4, 26))
    assert first_day(binding, "XB", "old_age") is None


def test_the_last_day_bound_is_in_the_entry() -> None:
    # XH left after 31 December 2020: its nationals are no more nationals of a State bound.
    one = career(life(WORK, person=who("XH"), residence=[lived("XA", "1990-01-01")]), "old_age")
    values = [
        treated(bound("old_age", one, day), Question("XA", "old_age", one, day)).told.value
        for day in (date(2020, 12, 31), date(2021, 1, 1))
    ]
    assert values == [True, False]


# The table of what each rule gives by status: E equality, P rights from past work alone, - nothing by itself.
MATRIX = {
    "xr-equal": {"permanent": "E", "regular": "E", "irregular": "-", "home": "-"},
    "xq-lawful": {"permanent": "E", "regular": "E", "irregular": "-", "home": "-"},
    "xq-residents": {"permanent": "E", "regular": "-", "irregular": "-", "home": "-"},
    "xq-territory": {"permanent": "E", "regular": "E", "irregular": "E", "home": "-"},
    "xq-past": {"permanent": "E", "regular": "E", "irregular": "P", "home": "P"},
    "xq-examine": {"permanent": "-", "regular": "-", "irregular": "-", "home": "-"},
}
SITUATIONS = [(id_, status) for id_, row in MATRIX.items() for status in row]


@pytest.mark.parametrize(("instrument", "status"), SITUATIONS)
@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(("XB", "XJ")),
    st.sampled_from(("contributory", "non_contributory", "assistance")),
    st.booleans(),
    st.sampled_from((("national", "permanent"), ("national", "permanent", "refugee"))),
)
def test_what_each_rule_gives_by_status(
    instrument: str, status: str, nationality: str, nature: str, worked: bool, accepts: tuple[str, ...]
) -> None:
    # Of a law that names lawful statuses, irregular residence is not lifted by the rule of C118, which says nothing of it;
    # one who went home is equal only where both States accepted the branch, and XB did not.
    home = nationality if nationality == "XB" else "BD"
    row = lived(home, "2020-01-01", None) if status == "home" else lived("XA", "1990-01-01", status)
    person = who("XB" if status == "home" else nationality)
    one = career(life(WORK, person=person, residence=[row]), "old_age")
    question = Question("XA", "old_age", one, AT, nature, accepts, worked)
    value = treated(bound("old_age", one, AT, instrument), question).told.value
    covered = nature == "contributory" or (instrument == "xr-equal" and nature == "non_contributory")
    expected = {"E": covered, "P": covered and worked, "-": False}[MATRIX[instrument][status]]
    assert value is expected


def test_who_lifts_and_who_does_not_is_said() -> None:
    here = [lived("XA", "1990-01-01")]
    lifted = told("xr-equal", "xq-residents", person=who("XJ"), residence=here)
    assert basic(lifted).status == "entitled"
    assert any("xr-equal has XA treat the person as its own" in text for text in findings(lifted, "equality"))
    refused = told("xq-residents", person=who("XJ"), residence=here)
    assert (basic(refused).status, basic(refused).refusal) == ("refused", "nationality")
    assert any("xq-residents does not lift" in text for text in findings(refused, "equality"))
    alone = told(person=who("XJ"), residence=here)
    assert any("no instrument that binds XA" in text for text in findings(alone, "equality"))


def test_an_unconfirmed_ratification_shows_in_the_standing_and_an_unknown_one_decides_nothing() -> None:
    here = [lived("XA", "1990-01-01")]
    assert basic(told("xr-equal", person=who("XJ"), residence=here)).standing.law == "unconfirmed"
    abroad = [lived("BD", "1990-01-01")]
    assert basic(told("xr-equal", person=who("XK"), residence=abroad)).status == "undetermined"


# TMW-1: own contributions 40 x 60 months = 2 400; the employer's 3 600 are not the person's.
RATES = [
    {"path": f"xa.xa-basic.old_age.{key}", "value": value, "reason": "a toy law"}
    for key, value in (("contribution_rate", "10 %"), ("own_contribution_rate", "4 %"), ("qualifying", "5 years"))
]
FIVE_YEARS = [insured("xa-basic", "2005-01-01", "2009-12-31")]
WAGE = [{"country": "XA", "scheme": "xa-basic", "from": "2005-01-01", "to": "2009-12-31", "amount": "1000", "currency": "XTS",
         "per": "month"}]  # fmt: skip


def test_tmw_1_a_benefit_closed_to_the_person_leaves_a_refund_to_be_examined_and_owed_by_nobody() -> None:
    more: Row = {"periods": FIVE_YEARS, "earnings": WAGE, "assume": RATES, "person": who("BD"),
                 "residence": [lived("XA", "2000-01-01", "irregular")]}  # fmt: skip
    decision = told("xq-examine", **more)
    found = basic(decision)
    assert (found.status, found.form, found.payments) == ("to_examine", "refund", ())
    (text,) = findings(decision, "refund_inquiry")
    assert "2400.00 XTS" in text
    assert decision.summary.per_month == ()
    assert basic(told(**more)).status == "refused"
    assert basic(told("xq-past", "xq-examine", **more)).status == "entitled"
    unknown = told("xq-examine", **{**more, "assume": RATES[2:]})
    assert "not known" in findings(unknown, "refund_inquiry")[0]


def test_states_that_have_undertaken_to_seek_a_scheme_and_have_none_are_named() -> None:
    both = [insured("xa-basic", "1990-01-01", "1999-12-31"), insured("xc-trade", "2000-01-01", "2009-12-31")]
    decision = told("xr-equal", periods=both, person=who("XC"), residence=[lived("XC", "2000-01-01")])
    (text,) = findings(decision, "agreement_expected")
    assert text.startswith("XA and XC have undertaken by xr-equal")


def test_status_is_that_of_the_state_asked_on_the_day() -> None:
    rows = [lived("XA", "1990-01-01", "irregular", "1999-12-31"), lived("XA", "2000-01-01", "permanent", "2009-12-31"),
            lived("XB", "2010-01-01", "refugee")]  # fmt: skip
    one = career(life(WORK, person=who("BD"), residence=rows), "old_age")
    days = (date(1995, 1, 1), date(2005, 1, 1), date(2015, 1, 1))
    assert [one.status("XA", day) for day in days] == ["irregular", "permanent", None]
    assert [one.status("XB", day) for day in days] == [None, None, "refugee"]


def test_what_equality_lifts_is_said_as_such() -> None:
    """xa-basic is for nationals, settled persons and refugees (s. 4); xw-higher treats all whom it covers as nationals (Art 4).

    Of one who is a national nothing is said: no equality is needed.
    """
    work = [insured("xa-basic", "1985-01-01", "1999-12-31"), insured("xb-general", "2000-01-01", "2014-12-31")]
    told = {}
    for nationality in ("XA", "XB"):
        person = {"born": "1955-05-20", "sex": "M", "nationalities": [nationality]}
        lives = [{"country": "XA", "from": "1955-05-20", "residence_status": "regular"}]
        decision = said(life(work, person=person, residence=lives), HIGHER)
        assert benefit(decision, "xa-basic").status == "entitled"
        told[nationality] = [line for line in rendered(decision).splitlines() if "quality of treatment" in line]
    assert told["XA"] == []
    lifts = "Equality of treatment would lift the condition of nationality.  [xw-convention, Art 4]"
    assert [line.partition("] ")[2] for line in told["XB"]] == [f"Under xw-higher: {lifts}", lifts]
