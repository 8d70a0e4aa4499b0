"""What a law on sickness, maternity and care says and a decision does not ask, is said; and on which day a right is tested."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.case.model import Case
from portability.record.decision import Benefit, Decision
from portability.record.in_short import in_short
from tests.laws.lives import NONE, insured, life

SOURCES = tomllib.loads((Path(__file__).parents[2] / "agreements" / "sources.toml").read_text("utf-8"))
BORN = date(2026, 4, 15)  # six weeks before: 4 March; four weeks before: 18 March


def mother(scheme: str, start: str, births: tuple[str, ...] = ("2026-04-15",), claimed: str = "maternity", **more: Any) -> Case:
    country = scheme[:2].upper()
    return life(
        [insured(scheme, start, "2027-12-31")],
        person={"born": "1990-01-01", "sex": "F", "nationalities": [country]},
        residence=[{"country": country, "from": "1990-01-01", "residence_status": "national"}],
        event=[{"id": f"b{i}", "kind": "birth", "date": day} for i, day in enumerate(births)],
        claim=[{"branches": [claimed], "date": "2026-03-20"}],
        **more,
    )


def row(decision: Decision, scheme: str) -> Benefit:
    return next(one for one in decision.benefits if one.scheme == scheme)


@pytest.mark.parametrize(("start", "status"), [("2025-07-31", "entitled"), ("2025-08-01", "refused")])
def test_a_right_to_maternity_cash_is_tested_on_the_first_day_of_the_leave(start: str, status: str) -> None:
    """XA asks nine months: July 2025 to the day before 4 March 2026 touches nine, August to it only eight."""
    assert row(decide(mother("xa-general", start), agreements=NONE), "xa-health").status == status


def test_a_birth_is_counted_although_its_leave_begins_before_it() -> None:
    """Tanzania's employers pay for four births."""
    days = ("2014-04-15", "2017-04-15", "2020-04-15", "2023-04-15")
    four = decide(mother("tz-nssf", "2010-01-01", (*days[1:], "2026-04-15")), agreements=NONE)
    five = decide(mother("tz-nssf", "2010-01-01", (*days, "2026-04-15")), agreements=NONE)
    assert row(four, "tz-employer").status == "entitled"
    assert (row(five, "tz-employer").status, row(five, "tz-employer").refusal) == ("refused", "other")


@pytest.mark.parametrize(
    ("scheme", "claimed", "said"),
    [
        ("xa-general", "maternity", "XA.xa-health: notice (eight weeks before the birth) is not tested (xa-health-act, s. 24)"),
        ("xa-general", "medical_care",
         "XA.xa-health: what the person bears (a tenth of the price of medicines) is told and not reckoned"),
        ("xa-general", "medical_care",
         "XA.xa-health: care without any payment for children, pregnant: told and not reckoned (xa-health-act, s. 45(2))"),
        ("tz-nssf", "maternity", "TZ.tz-employer: not again within 36 months after the last paid birth"),
    ],
)  # fmt: skip
def test_what_is_read_and_not_asked_is_said(scheme: str, claimed: str, said: str) -> None:
    told = decide(mother(scheme, "2020-01-01", claimed=claimed), agreements=NONE).not_modelled
    assert [text for text in told if text.startswith(said)], told


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ("tz-nssf", "TZ.tz-employer: the longest time is counted within 36 months"),
        ("zw-nssa", "ZW.zw-employer: the longest time is that of a year"),
    ],
)
def test_a_longest_time_of_a_year_or_a_cycle_is_said_not_to_take_off_what_was_drawn_before(scheme: str, said: str) -> None:
    ill = [{"id": "ill", "kind": "sickness", "date": "2026-03-01", "incapacity": {"from": "2026-03-01"}}]
    claim = [{"branches": ["sickness"], "date": "2026-03-20"}]
    case = life([insured(scheme, "2020-01-01", "2027-12-31")], event=ill, claim=claim)
    assert [text for text in decide(case, agreements=NONE).not_modelled if text.startswith(said)]


def test_nothing_is_said_of_a_right_that_is_refused() -> None:
    refused = decide(mother("xa-general", "2026-02-01"), agreements=NONE)
    assert row(refused, "xa-health").status == "refused"
    assert not [text for text in refused.not_modelled if "notice" in text]


def test_the_recommendation_on_care_is_cited_by_a_source_that_is_known() -> None:
    case = life(
        [],
        person={"born": "1990-01-01", "sex": "M", "nationalities": ["XB"]},
        residence=[{"country": "XA", "from": "2024-01-01", "residence_status": "regular"}],
        claim=[{"branches": ["medical_care"], "date": "2026-03-20"}],
    )
    found = [one for one in decide(case, agreements=NONE).findings if one.force == "guidance"]
    assert [one.cites for one in found] == ["ilo-r202, paras 4, 5(a) and 6"]
    assert "ilo-r202" in SOURCES


@pytest.mark.parametrize(
    ("irregular", "short"),
    [("primary", ", primary and urgent care."), ("urgent", ", urgent care."), ("all", "at the cost of XA.")],
)
def test_what_one_without_a_permit_gets_is_named(irregular: str, short: str) -> None:
    case = life(
        [],
        person={"born": "1990-01-01", "sex": "M", "nationalities": ["XB"]},
        residence=[{"country": "XA", "from": "2024-01-01", "residence_status": "irregular"}],
        claim=[{"branches": ["medical_care"], "date": "2026-03-20"}],
        assume=[{"path": "xa.xa-health.medical_care.irregular", "value": irregular, "reason": "to see"}],
    )
    told = [line for line in in_short(decide(case, agreements=NONE)) if line.startswith("Medical care")]
    assert len(told) == 1
    assert told[0].endswith(short)


def test_a_reading_that_decides_days_is_said() -> None:
    told = decide(mother("za-uif", "2024-01-01"), agreements=NONE).not_certain
    assert [text for text in told if text.startswith("za.za-uif.maternity.leave: taken as 17.32 weeks are 121.24 days")]
