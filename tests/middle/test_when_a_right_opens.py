"""When a right opens under the laws of XG: age by cohort, further lengths, windows, other ways. Each row is worked by hand."""

from typing import Any

import pytest

from portability.assessment.missing import missing
from portability.case.model import read_case
from tests.middle.lives import by_month, decided, of, period, status, undated, under

CHILD = {"id": "c", "relation": "child"}


@pytest.mark.parametrize(
    ("born", "sex", "start", "at", "expected"),
    [
        # insured before 2000: 55, whatever the cohort
        ("1970-05-01", "M", "1999-12-31", "2025-05-01", "entitled"),
        ("1970-05-02", "M", "1999-12-31", "2025-05-01", "refused: age"),
        ("1970-05-01", "M", "2000-01-01", "2025-05-01", "refused: age"),
        # first insured later: born before 1960, women 60 and men 62
        ("1959-12-31", "F", "2000-01-01", "2019-12-31", "entitled"),
        ("1959-12-31", "M", "2000-01-01", "2019-12-31", "refused: age"),
        ("1959-12-31", "M", "2000-01-01", "2021-12-31", "entitled"),
        # born from 1960 to 1964: 62 for both
        ("1960-01-01", "F", "2000-01-01", "2021-12-31", "refused: age"),
        ("1960-01-01", "F", "2000-01-01", "2022-01-01", "entitled"),
        # born from 1965: 65
        ("1965-01-01", "M", "2000-01-01", "2029-12-31", "refused: age"),
        ("1965-01-01", "M", "2000-01-01", "2030-01-01", "entitled"),
    ],
)
def test_the_age_of_a_cohort(born: str, sex: str, start: str, at: str, expected: str) -> None:
    found = decided(at, born, period("xg-cohort", start, "2019-06-30"), sex=sex)
    assert status(found, "xg-cohort") == expected


def test_a_year_of_birth_between_two_cohorts_leaves_the_age_open_only_where_it_matters() -> None:
    """Born somewhere in 1964 to be 62, in 1965 to be 65: of 1964 the age is 62, reached from 2026-01-01 to 2026-12-31."""
    work = period("xg-cohort", "2000-01-01", "2019-06-30")
    asked = {at: status(decided(at, "1964", work), "xg-cohort") for at in ("2025-12-31", "2026-06-01", "2026-12-31")}
    assert asked == {"2025-12-31": "refused: age", "2026-06-01": "undetermined", "2026-12-31": "entitled"}


def test_an_unknown_sex_leaves_the_age_of_a_cohort_by_sex_open() -> None:
    work = period("xg-cohort", "2000-01-01", "2019-06-30")
    found = decided("2020-06-01", "1959-06-01", work, sex=None)
    assert status(found, "xg-cohort") == "undetermined"
    assert "person.sex" in {one.path for one in found.missing_facts}
    assert status(decided("2021-06-01", "1959-06-01", work, sex=None), "xg-cohort") == "entitled"


def test_periods_without_dates_leave_the_first_insurance_open() -> None:
    """A certified length may have begun before 2000: 55 or 65. A dated period of 1998 settles it."""
    unsure = decided("2026-01-01", "1966-01-01", undated("xg-cohort", months=240))
    assert status(unsure, "xg-cohort") == "undetermined"
    assert "the first day of insurance under XG.xg-cohort" in {one.path for one in unsure.missing_facts}
    dated = period("xg-cohort", "1998-01-01", "1998-12-31")
    assert status(decided("2026-01-01", "1966-01-01", undated("xg-cohort", months=240), dated), "xg-cohort") == "entitled"


@pytest.mark.parametrize(
    ("sex", "children", "at", "expected"),
    [
        ("F", 3, "2027-01-01", "entitled"),  # 65 less 3 = 62
        ("F", 3, "2026-12-31", "refused: age"),
        ("F", 7, "2025-01-01", "entitled"),  # five years at most: 60
        ("F", 7, "2024-12-31", "refused: age"),
        ("M", 3, "2029-12-31", "refused: age"),  # mothers only
        ("F", 0, "2029-12-31", "refused: age"),
        (None, 3, "2027-01-01", "undetermined"),
    ],
)
def test_a_year_less_for_each_child(sex: str | None, children: int, at: str, expected: str) -> None:
    family = [CHILD | {"id": f"c{i}"} for i in range(children)]
    work = period("xg-cohort", "2001-01-01", "2019-06-30")
    found = decided(at, "1965-01-01", work, sex=sex, **({"family": family} if family else {}))
    assert status(found, "xg-cohort") == expected


def test_the_time_since_the_first_insured_day() -> None:
    """Ten years of periods, but first insured less than fifteen years before: refused until the day the fifteen are over."""
    work = period("xg-cohort", "2008-03-01", "2018-02-28")
    assert status(decided("2023-02-28", "1955-01-01", work), "xg-cohort") == "refused: qualifying_period"
    assert status(decided("2023-03-01", "1955-01-01", work), "xg-cohort") == "entitled"


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        # 1996-2010: 180 months, but only the quarters of 2015 on count in the window 2015-06-01 to 2025-05-31: none
        ([period("xg-window", "1996-01-01", "2010-12-31")], "refused: qualifying_period"),
        # 173 months to May 2010 and 84 from June 2018 to May 2025: 257 months; quarters touched: 2018 Q2 to 2025 Q2 = 29
        ([period("xg-window", "1996-01-01", "2010-05-31"), period("xg-window", "2018-06-01", "2025-05-31")], "entitled"),
        # the same but a year less at the end: to May 2024 = 25 quarters of the 28
        (
            [period("xg-window", "1996-01-01", "2010-05-31"), period("xg-window", "2018-06-01", "2024-05-31")],
            "refused: qualifying_period",
        ),
        # assimilated time is no quarter of insurance
        (
            [period("xg-window", "1996-01-01", "2010-12-31"), period("xg-window", "2016-01-01", "2025-05-31", "assimilated")],
            "refused: qualifying_period",
        ),
        # ten years without a break up to the day before: the other way, on 120 months alone
        ([period("xg-window", "2015-06-01", "2025-05-31")], "entitled"),
        ([period("xg-window", "2015-07-01", "2025-05-31")], "refused: qualifying_period"),
        # lengths without dates never count in a window, however long
        ([undated("xg-window", months=400)], "refused: qualifying_period"),
    ],
)
def test_lengths_within_a_window_and_another_way(periods: list[dict[str, Any]], expected: str) -> None:
    assert status(decided("2025-06-01", "1960-01-01", *periods, wage="1000"), "xg-window") == expected


def test_a_window_is_filled_with_the_periods_of_all_the_states_linked() -> None:
    """XG 1996-2010 = 180 months, none in the window; XB 2018-06 to 2025-05 = 84 months, 84/3 = 28 quarters.

    Together 264 months and 28 of 28 quarters: the right opens. Theoretical 1 % x 22 years x 1000 = 220; 180/264 of it = 150.
    """
    work = [period("xg-window", "1996-01-01", "2010-12-31"), period("xb-general", "2018-06-01", "2025-05-31")]
    assert status(decided("2025-06-01", "1960-01-01", *work, wage="1000"), "xg-window") == "refused: qualifying_period"
    found = decided("2025-06-01", "1960-01-01", *work, wage="1000", sets=under("xt-funds"))
    assert (status(found, "xg-window"), by_month(found, "xg-window")) == ("entitled", "150.00")
    assert "28 counted, 28 needed" in " ".join(str(step.sentence) for step in found.steps if step.rule == "further_met")


def test_what_is_missing_names_the_further_length_and_the_other_way() -> None:
    case = {
        "format": "portability.case/1",
        "id": "life",
        "person": {"born": "1960-01-01", "sex": "M"},
        "period": [{"id": "a", **period("xg-window", "2018-06-01", "2025-05-31")}],
        "claim": [{"branches": ["old_age"], "date": "2025-06-01"}],
    }
    (row,) = missing(read_case(case)).rows
    told = {gap.condition: (gap.missing.value, gap.missing.unit) for gap in row.gaps if gap.missing}
    assert told == {"length": (96, "months"), "further_length": (0, "quarters"), "alternative_length": (36, "months")}
    # insured on from June 2018, 120 calendar months are touched by 1 May 2028: decided for the day after
    assert str(next(one.on for one in row.openings if one.situation == "insured_on")) == "2028-05-02"


def test_nothing_of_it_changes_who_is_insured_in_another_scheme() -> None:
    found = decided("2025-06-01", "1960-01-01", period("xg-early", "2000-01-01", "2019-12-31"), wage="1000")
    assert [one.scheme for one in found.benefits] == ["xg-early"]
    assert of(found, "xg-early").status == "entitled"
