"""One law applies to work at a time, and saying which moves no amount."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, get_args

import hypothesis.strategies as st
from hypothesis import given, settings

from portability.assessment.legislation.part import _answers, _bound
from portability.assessment.legislation.rows import Stretch, rows_of, stretches
from portability.assessment.legislation.rules import Asked
from portability.case.career import career
from portability.case.model import Case
from portability.case.words import Occupation
from portability.law.shelf import default_shelf
from portability.record.decision import to_json
from tests.laws.lives import AS_BOUND, FOR_ALL, NONE, SHARED_BY_ALL, Row, insured, life, said

STATES = ("XA", "XB", "XC")
SOMEWHERE = st.sampled_from([*STATES, None])
LIFE = [insured("xa-general", "1985-01-01", "1999-12-31"), insured("xb-general", "1998-01-01", "2015-12-31")]


@st.composite
def work(draw: st.DrawFn) -> Row:
    start = date(draw(st.integers(1996, 2020)), draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    end = draw(st.sampled_from([None, start + timedelta(days=draw(st.integers(0, 2000)))]))
    country = draw(st.sampled_from(STATES))
    row: dict[str, Any] = {
        "country": country,
        "from": start.isoformat(),
        "to": end and end.isoformat(),
        "occupation": draw(st.sampled_from(["employee"] * 4 + [*get_args(Occupation)])),
        "share": draw(st.sampled_from([None, "4 %", "20 %", "25 %", "60 %"])),
        "posted_from": draw(st.sampled_from([None, *(state for state in STATES if state != country)])),
        "planned_to": draw(st.sampled_from([None, (start + timedelta(days=draw(st.integers(0, 1000)))).isoformat()])),
        "replaces": draw(st.sampled_from([None, True, False])),
        **{key: draw(SOMEWHERE) for key in ("employer_seat", "flag", "base", "agreed")},
    }
    return {key: value for key, value in row.items() if value is not None}


WORK = st.lists(work(), min_size=1, max_size=4)


def working(rows: list[Row]) -> Case:
    return life(LIFE, work=[{"id": f"w{i}", **row} for i, row in enumerate(rows)])


@settings(deadline=None)
@given(WORK)
def test_which_law_applies_moves_no_amount(rows: list[Row]) -> None:
    for chosen in (AS_BOUND, FOR_ALL, NONE):
        with_, without = said(working(rows), chosen), said(life(LIFE), chosen)
        assert (with_.benefits, with_.summary, with_.floor) == (without.benefits, without.summary, without.floor)
        assert [to_json(row) | {"legislation": 0} for row in with_.periods] == [
            to_json(row) | {"legislation": 0} for row in without.periods]


@settings(deadline=None)
@given(WORK, st.sampled_from([AS_BOUND, FOR_ALL, SHARED_BY_ALL]))
def test_every_day_of_work_has_one_answer(rows: list[Row], chosen: Any) -> None:
    case = working(rows)
    asked, told = Asked(default_shelf(), career(case, "old_age"), chosen, ()), rows_of(case)
    for stretch in stretches(told):
        rules = asked.rules(STATES, _bound(stretch), stretch.start)
        if rules is None:
            continue
        answers = list(_answers(stretch, told, rules))
        assert (answers[0].start, answers[-1].end) == (stretch.start, stretch.end)
        assert all(one.end + timedelta(days=1) == other.start for one, other in pairwise(answers))
        assert all(one.state or one.missing or one.why for one in answers)


@settings(deadline=None)
@given(WORK)
def test_stretches_cover_the_work_and_nothing_else(rows: list[Row]) -> None:
    told = rows_of(working(rows))
    cut: list[Stretch] = list(stretches(told))
    assert all(one.end < other.start for one, other in pairwise(cut))
    for row in told:
        mine = [one for one in cut if row in one.rows]
        assert (mine[0].start, mine[-1].end) == (row.start, row.end)
        assert all(one.end + timedelta(days=1) == other.start for one, other in pairwise(mine))
