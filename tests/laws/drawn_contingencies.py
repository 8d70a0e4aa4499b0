"""Drawn lives that end in incapacity or death: a career in the invented States, what befell, who is left, who claims."""

from datetime import date
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from tests.laws.drawn import KINDS, careers, days, earnings
from tests.laws.lives import Row

SURVIVED = ("xa-general", "xa-general", "xb-general", "xb-general", "xc-trade", "xc-trade", "xp-points")
INVALID = (*SURVIVED, "xb-farm", "xc-residence")
EVENT = days(date(2011, 1, 1), date(2025, 12, 31))
DEGREES = st.sampled_from(("0 %", "40 %", "50 %", "60 %", "66 %", "70 %", "100 %"))
LIVES = [{"country": "XA", "from": "1970-05-20", "residence_status": "national"}]
BORN = {"born": "1970-05-20", "sex": "M", "nationalities": ["XA"]}


@st.composite
def accounts_of(draw: Any, career: list[Row]) -> Row:
    """The tables of a career: its periods, and what was earned in them."""
    return {"periods": career, "earnings": draw(earnings(career))}


@st.composite
def careers_told(draw: Any, schemes: tuple[str, ...], **more: Any) -> Row:
    """A career under some schemes and what was earned in it."""
    return draw(accounts_of(draw(careers(schemes, (*KINDS, "insurance"), **more))))


@st.composite
def invalid_lives(draw: Any, schemes: tuple[str, ...] = INVALID, **more: Any) -> Row:
    """Of one who became invalid on a day; some or all of the institutions found a degree."""
    told = draw(careers_told(schemes, **more))
    day = draw(EVENT).isoformat()
    states = sorted({row["country"] for row in told["periods"]})
    found = [{"country": state, "on": day, "degree": draw(DEGREES)} for state in states if draw(st.integers(0, 5))]
    event = {"id": "v", "kind": "invalidity", "date": day, "assessment": found}
    claims = [{"branches": ["invalidity"], "date": "2026-01-01"}]
    return {**told, "person": BORN, "residence": LIVES, "event": [event], "claim": claims}


KNOWN = st.sampled_from((True, *[False] * 4, None))


@st.composite
def relatives(draw: Any) -> list[Row]:
    """A spouse, who may have died first; up to four children; a parent or none. Of some it is not told whether they study."""
    married = {"from": draw(days(date(1995, 1, 1), date(2010, 12, 31))).isoformat()}
    born = draw(days(date(1960, 1, 1), date(1978, 12, 31))).isoformat()
    spouse = {"id": "spouse", "relation": "spouse", "born": born, "sex": "F", "married": married, "disabled": draw(KNOWN)}
    if draw(st.integers(0, 3)) == 0:
        spouse |= {"died": "2010-12-31", "married": {**married, "to": "2010-12-31"}}
    rows: list[Row] = [spouse]
    for number in range(draw(st.integers(0, 4))):
        born = draw(days(date(1996, 1, 1), date(2010, 12, 31))).isoformat()
        relation = draw(st.sampled_from(("child", "child", "stepchild", "grandchild")))
        child = {"id": f"child{number}", "relation": relation, "born": born}
        rows.append({**child, "in_education": draw(KNOWN), "disabled": draw(KNOWN), "dependent": {"from": born}})
    if draw(st.booleans()):
        rows.append({"id": "parent", "relation": "parent", "born": "1945-01-01", "dependent": {"from": "1990-01-01"}})
    return [{key: value for key, value in row.items() if value is not None} for row in rows]


@st.composite
def families(draw: Any, schemes: tuple[str, ...] = SURVIVED, **more: Any) -> Row:
    """Of one who died on a day, and of a family all of which claims."""
    told = draw(careers_told(schemes, **more))
    family = draw(relatives())
    alive = [one["id"] for one in family if "died" not in one]
    assume(alive)
    claims = [{"claimant": one, "branches": ["survivors"], "date": "2026-01-01", "residence": "XA"} for one in alive]
    died = draw(EVENT).isoformat()
    ended = [row for row in told["periods"] if row.get("from", "") <= died]
    paid = [row for row in told["earnings"] if row["from"] <= died]
    person = {"person": {**BORN, "died": died}, "residence": LIVES}
    return {"periods": ended, "earnings": paid, **person, "family": family, "claim": claims}


def contingencies(*schemes: str, **more: Any) -> st.SearchStrategy[Row]:
    """Either of them."""
    return st.one_of(invalid_lives(schemes or INVALID, **more), families(schemes or SURVIVED, **more))
