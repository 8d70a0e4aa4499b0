"""Which law applies to work in the invented States, worked by hand from the articles of their two agreements.

The Convention of XA, XB and XC (from 2010-05-01; XC from 2012): work place, Art 11; posting for 24 months, Art 12; several
States, Art 13. The Agreement of XA and XB (from 1995, until the Convention takes its place): posting for 12 months, Art 7.
"""

from datetime import date
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Decision, Legislation

AT = date(2025, 1, 1)
NONE = AgreementSet("none", as_bound=False)


def period(state: str, start: str, end: str, kind: str = "insurance") -> dict[str, Any]:
    schemes = {"XA": "xa-general", "XB": "xb-general", "XC": "xc-trade"}
    return {"id": f"{state}-{start}", "country": state, "kind": kind, "from": start, "to": end} | (
        {"scheme": schemes[state]} if state in schemes else {}
    )


def decided(
    *rows: dict[str, Any], lives: str | None = "XA", chosen: AgreementSet | None = None, **work: dict[str, Any]
) -> Decision:
    tables: dict[str, Any] = {"format": "portability.case/1", "id": "w", "person": {"nationalities": ["XA"]}, "period": rows}
    if lives:
        tables["residence"] = [{"country": lives}]
    if work:
        tables["work"] = [{"id": id_, **row} for id_, row in work.items()]
    return decide(read_case(tables), AT, chosen)


def texts(decision: Decision) -> list[str]:
    return [f"{one.about}: {one.text} [{one.cites}]" for one in decision.findings if one.kind == "legislation"]


def law(decision: Decision) -> list[tuple[str | None, str | None]]:
    """State and article of each finding on the law that applies, in their order."""
    found = [one for one in decision.findings if one.kind == "legislation"]
    return [(one.country, one.cites and one.cites.partition(", ")[2]) for one in found]


POSTED: dict[str, Any] = {
    "country": "XC", "posted_from": "XA", "from": "2013-01-01", "to": "2014-06-30", "planned_to": "2014-06-30", "replaces": False
}  # fmt: skip
BEFORE = period("XA", "2005-01-01", "2014-06-30")


def test_a_posting_within_the_limit_keeps_the_law_of_the_sending_state() -> None:
    # eighteen months, at most twenty-four: XA, Art 12(1)
    found = decided(BEFORE, job=POSTED)
    assert law(found) == [("XA", "Art 12(1)")]
    assert [row.legislation for row in found.periods] == [None]  # it began long before the posting
    apart = decided(period("XA", "2005-01-01", "2012-12-31"), period("XA", "2013-01-01", "2014-06-30"), job=POSTED)
    assert [row.legislation for row in apart.periods] == [None, Legislation(state="XA", cites="xw-convention, Art 12(1)")]


def test_the_day_before_two_years_is_within_the_limit_and_the_day_after_is_not() -> None:
    last = POSTED | {"planned_to": "2014-12-31", "to": "2014-12-31"}
    assert law(decided(BEFORE, job=last)) == [("XA", "Art 12(1)")]
    over = POSTED | {"planned_to": "2015-01-01", "to": "2014-12-31"}  # what was expected counts, not how it turned out
    assert law(decided(BEFORE, job=over)) == [("XC", "Art 12(1)")]


def test_insurance_declared_where_a_posted_person_works_is_reported_and_stays() -> None:
    wrong = period("XC", "2013-01-01", "2014-06-30")
    found = decided(period("XA", "2005-01-01", "2012-12-31"), wrong, job=POSTED)
    assert texts(found) == [
        "XC-2013-01-01: declared under XC from 2013-01-01 to 2014-06-30, but by xw-higher the law of XA applies from 2013-01-01 "
        "to 2014-06-30: posted from XA to XC, expected to last until 2014-06-30, no longer than 24 months [xw-convention, "
        "Art 12(1)]"
    ]
    without = decided(period("XA", "2005-01-01", "2012-12-31"), wrong)
    assert [row.counted for row in found.periods] == [row.counted for row in without.periods]
    assert found.benefits == without.benefits


def test_who_replaces_another_posted_person_is_under_the_law_of_the_place_of_work() -> None:
    assert law(decided(BEFORE, job=POSTED | {"replaces": True})) == [("XC", "Art 12(1)")]


def test_a_posting_that_nobody_foresaw_to_last_longer_ends_with_the_limit() -> None:
    # 2013-01-01 and twenty-four months: the last day is 2014-12-31; from then on XC, as nothing was agreed
    longer = POSTED | {"to": "2015-12-31"}
    found = decided(period("XA", "2005-01-01", "2015-12-31"), job=longer)
    assert law(found) == [("XA", "Art 12(1)"), ("XC", "Art 12(1)")]
    assert "declared under XA from 2015-01-01 to 2015-12-31, but" in texts(found)[1]
    assert any("no agreement on the time after 2014-12-31 is told" in text for text in found.not_certain)
    agreed = decided(period("XA", "2005-01-01", "2015-12-31"), job=longer | {"agreed": "XA"})
    assert law(agreed) == [("XA", "Art 12(1)"), ("XA", "Art 16")]


def test_a_fresh_posting_asks_two_months_between() -> None:
    one, again = POSTED, POSTED | {"from": "2014-08-30", "to": "2014-12-31", "planned_to": "2014-12-31"}
    found = decided(period("XA", "2005-01-01", "2014-12-31"), one=one, two=again)
    assert law(found) == [("XA", "Art 12(1)"), ("XC", "Art 12(4)")]  # 30 June and two months: 30 August is too soon
    later = again | {"from": "2014-08-31"}
    assert law(decided(period("XA", "2005-01-01", "2014-12-31"), one=one, two=later)) == [
        ("XA", "Art 12(1)"), ("XA", "Art 12(1)")]


def test_a_posting_without_a_month_under_the_law_of_the_sending_state_is_examined() -> None:
    found = decided(period("XA", "2012-12-15", "2014-06-30"), job=POSTED)
    assert law(found) == [(None, "Art 12(3)")]
    assert found.periods[0].legislation is None
    assert law(decided(period("XA", "2012-12-01", "2014-06-30"), job=POSTED)) == [("XA", "Art 12(1)")]


def test_a_posting_of_unknown_length_is_not_decided() -> None:
    open_ = {key: POSTED[key] for key in ("country", "posted_from", "from", "replaces")}
    found = decided(BEFORE, job=open_)
    assert law(found) == [(None, "Art 12(1)")]
    assert [one.path for one in found.missing_facts if one.path.startswith("work")] == ["work job: planned_to"]


def half(state: str, share: str | None, **more: Any) -> dict[str, Any]:
    row = {"country": state, "from": "2015-01-01", "to": "2015-12-31", **more}
    return row | ({"share": share} if share else {})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # lives in XA; a quarter of the work there is enough, Art 13(1)(a) with 13(5)
        (half("XA", "25 %"), half("XB", "75 %"), ("XA", "Art 13(1)(a)")),
        (half("XA", None), half("XB", "75 %"), ("XA", "Art 13(1)(a)")),
        # less than a quarter: the one seat; of two, one of them at home, the other; two abroad: residence, Art 13(1)(b)
        (half("XA", "20 %", employer_seat="XB"), half("XB", "80 %", employer_seat="XB"), ("XB", "Art 13(1)(b)")),
        (half("XA", "20 %", employer_seat="XA"), half("XB", "80 %", employer_seat="XC"), ("XC", "Art 13(1)(b)")),
        (half("XA", "20 %", employer_seat="XB"), half("XB", "80 %", employer_seat="XC"), ("XA", "Art 13(1)(b)")),
        # under 5 % the work in XB is as if it were not there: XA alone
        (half("XA", "96 %"), half("XB", "4 %"), ("XA", "Art 11(3)(a)")),
        (half("XA", None), half("XB", None), (None, "Art 13(1)(a)")),
        (half("XB", "50 %"), half("XC", "50 %"), (None, "Art 13(1)(b)")),
        # employee in XB and self-employed at home: the employment goes before
        (half("XA", "90 %", occupation="self_employed"), half("XB", "10 %"), ("XB", "Art 13(3)")),
        (half("XC", "90 %"), half("XB", "10 %", occupation="civil_servant", employer_seat="XA"), ("XA", "Art 13(4)")),
        # self-employed in two States: the centre of interest, which somebody must tell
        (half("XC", None, occupation="self_employed"), half("XB", None, occupation="self_employed"), (None, "Art 13(2)")),
        (half("XC", None, agreed="XB"), half("XB", None, agreed="XB"), ("XB", "Art 16")),
    ],
)
def test_work_in_two_states_at_once(one: dict[str, Any], other: dict[str, Any], expected: tuple[Any, str]) -> None:
    assert law(decided(period("XB", "2015-01-01", "2015-12-31"), one=one, other=other)) == [expected]


def test_insurance_of_two_states_at_once_is_reported_where_one_law_applies_at_a_time() -> None:
    rows = period("XA", "2014-01-01", "2015-12-31"), period("XC", "2015-07-01", "2016-12-31")
    found = decided(*rows)
    assert law(found) == [(None, "Art 13(1)(a)")]
    assert "from 2015-07-01 to 2015-12-31 is not known: work in XA and XC at once" in texts(found)[0]
    assert "; but one law at a time (xw-convention, Art 11(1))" in texts(found)[0]
    abroad = decided(*rows, chosen=NONE)
    assert texts(abroad) == [
        "XA-2014-01-01: work in XA and XC at once from 2015-07-01 to 2015-12-31: no instrument that is known says which of "
        "the laws of XA and XC applies; the law of each State decides by itself, so that both may apply, or neither [None]"
    ]


@pytest.mark.parametrize(
    ("row", "lives", "expected"),
    [
        ({"occupation": "seafarer", "flag": "XB", "employer_seat": "XC"}, "XA", ("XB", "Art 11(4)")),
        ({"occupation": "seafarer", "flag": "XB", "employer_seat": "XA"}, "XA", ("XA", "Art 11(4)")),
        ({"occupation": "seafarer", "flag": "PA", "employer_seat": "XB"}, "XA", ("XA", "Art 11(3)(e)")),
        ({"occupation": "seafarer", "employer_seat": "XB"}, "XA", (None, "Art 11(4)")),
        ({"occupation": "aircrew", "base": "XC", "employer_seat": "XB"}, "XA", ("XC", "Art 11(5)")),
        ({"occupation": "civil_servant", "country": "XB", "employer_seat": "XA"}, "XB", ("XA", "Art 11(3)(b)")),
        ({"country": "XB"}, "XA", ("XB", "Art 11(3)(a)")),
        ({"country": "XB", "agreed": "XC"}, "XA", ("XC", "Art 16")),
    ],
)
def test_callings_with_a_rule_of_their_own(row: dict[str, Any], lives: str, expected: tuple[Any, str]) -> None:
    job = {"from": "2015-01-01", "to": "2015-12-31"} | row
    assert law(decided(period("XB", "2014-01-01", "2014-12-31"), lives=lives, job=job)) == [expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # twelve months, Art 7(1)(a): eleven expected, sixteen in the end: until then by consent, at most six months more
        ([{"posted_from": "XA", "country": "XB", "to": "2001-04-30", "planned_to": "2000-11-30"}],
         [("XA", "Art 7(1)(a)"), ("XB", "Art 7(1)(a)")]),
        ([{"posted_from": "XA", "country": "XB", "to": "2001-04-30", "planned_to": "2000-11-30", "agreed": "XA"}],
         [("XA", "Art 7(1)(a)"), ("XA", "Art 7(1)(b)")]),
        ([{"posted_from": "XA", "country": "XB", "to": "2001-12-31", "planned_to": "2000-11-30", "agreed": "XA"}],
         [("XA", "Art 7(1)(a)"), ("XA", "Art 7(1)(b)"), ("XB", "Art 7(1)(b)")]),
        ([{"posted_from": "XA", "country": "XB", "to": "2001-04-30", "planned_to": "2001-04-30", "agreed": "XA"}],
         [("XA", "Art 7(1)(b)")]),
        ([{"posted_from": "XA", "country": "XB", "to": "2001-02-28", "occupation": "self_employed"}], [("XB", "Art 6(1)")]),
        # any part of the work at home is enough, Art 7(3); a crew mainly at home, else its branch, else the seat, Art 7(2)
        ([{"country": "XA", "share": "1 %"}, {"country": "XB", "share": "99 %"}], [("XA", "Art 7(3)")]),
        ([{"country": "XA", "occupation": "transport_crew", "share": "60 %", "employer_seat": "XB"},
          {"country": "XB", "occupation": "transport_crew", "share": "40 %", "employer_seat": "XB"}], [("XA", "Art 7(2)")]),
        ([{"country": "XA", "occupation": "transport_crew", "share": "40 %", "employer_seat": "XB"},
          {"country": "XB", "occupation": "transport_crew", "share": "60 %", "employer_seat": "XB"}], [("XB", "Art 7(2)")]),
        ([{"country": "XB", "occupation": "mission", "employer_seat": "XA", "agreed": "XA"}], [("XA", "Art 9")]),
        ([{"country": "XB", "occupation": "mission", "employer_seat": "XA"}], [("XB", "Art 9")]),
    ],
)
def test_an_older_agreement_has_its_own_terms(rows: list[dict[str, Any]], expected: list[tuple[str, str]]) -> None:
    work = {f"w{i}": {"from": "2000-01-01", "to": "2000-12-31"} | row for i, row in enumerate(rows)}
    assert law(decided(period("XA", "1995-01-01", "1999-12-31"), **work)) == expected


def test_the_law_changes_with_the_agreement_that_binds() -> None:
    # two thirds of the work in XB: until 2010-04-30 any part at home is enough, from 2010-05-01 a quarter is asked
    work = {
        "one": {"country": "XA", "from": "2010-01-01", "to": "2010-12-31", "share": "20 %", "employer_seat": "XB"},
        "two": {"country": "XB", "from": "2010-01-01", "to": "2010-12-31", "share": "80 %", "employer_seat": "XB"},
    }
    found = decided(period("XA", "2010-01-01", "2010-12-31"), **work)
    assert law(found) == [("XA", "Art 7(3)"), ("XB", "Art 13(1)(b)")]
    assert "declared under XA from 2010-05-01 to 2010-12-31, but by xw-higher the law of XB applies" in texts(found)[1]


def test_insurance_by_choice_beside_compulsory_insurance_elsewhere() -> None:
    chosen = period("XB", "2015-01-01", "2015-12-31", "voluntary")
    found = texts(decided(period("XA", "2014-01-01", "2015-12-31"), chosen))
    assert len(found) == 1
    assert "excluded, but for pensions, where the law of XB allows both and the person once worked" in found[0]
    worked = texts(decided(period("XA", "2014-01-01", "2015-12-31"), period("XB", "2000-01-01", "2000-12-31"), chosen))
    assert worked[0].endswith("where the law of XB allows both [xw-convention, Art 14(2) and (3)]")


def test_work_in_one_state_asks_nothing() -> None:
    rows = period("XA", "2010-01-01", "2014-12-31"), period("XB", "2015-01-01", "2019-12-31")
    assert law(decided(*rows)) == []
    assert law(decided(period("XA", "2010-01-01", "2014-12-31"), job={"country": "XA", "from": "2010-01-01"})) == []
