"""The law known on a day: later days of knowledge change nothing, and a day before a law was made is as if it were not made."""

import re
import shutil
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from portability.assessment.compare import compare
from portability.assessment.decide import decide
from portability.assessment.missing import missing
from portability.assessment.scope import AgreementSet
from portability.law.known import known_law, known_on
from portability.law.shelf import Shelf, data_folder, default_shelf
from portability.record.decision import Decision, to_json
from tests.laws.drawn import careers
from tests.laws.lives import AS_BOUND, HIGHER, Row, insured, life, paid

LAW = data_folder() / "agreements"
FAR = date(2200, 1, 1)
EVE, ONE_DAY = date(2010, 4, 30), timedelta(days=1)
CAREER = [insured("xa-general", "1985-01-01", "2004-12-31"), insured("xb-general", "2005-01-01", "2014-12-31")]
WAGES = [paid("xa-general", "1985-01-01", "2004-12-31", "300.00"), paid("xb-general", "2005-01-01", "2014-12-31", "105.00")]


def sure(decision: Decision) -> dict[str, Any]:
    """A decision without how sure its law is and what it says of figures carried forward, nor what it was decided with."""
    told = to_json(decision)
    for key in ("not_certain", "decided_under"):
        del told[key]
    return without_law_standing(told)  # type: ignore[no-any-return]  # tables stay tables


def without_law_standing(told: Any) -> Any:
    if isinstance(told, dict):
        return {k: without_law_standing(v) for k, v in told.items() if not (k == "law" and isinstance(v, str))}
    return [without_law_standing(each) for each in told] if isinstance(told, list) else told


@settings(max_examples=25, deadline=None)
@given(careers())
def test_a_day_after_every_publication_changes_nothing(career: list[Row]) -> None:
    case = life(career)
    for chosen in (AS_BOUND, HIGHER):
        plain = decide(case, None, chosen)
        later = decide(case, None, chosen, as_of=FAR)
        assert replace(later, decided_under=replace(later.decided_under, law_as_of=None)) == plain


@pytest.mark.parametrize("file", sorted(LAW.glob("*/*.toml")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_law_known_long_after_is_the_law(file: Path) -> None:
    law = tomllib.loads(file.read_text("utf-8"))
    assert known_law(law, FAR) == law
    before = known_law(law, date(1800, 1, 1))
    assert before is None or not any(day > date(1800, 1, 1) for day in begun(before))


def begun(law: Any) -> set[date]:
    """Every first day in a law."""
    if isinstance(law, dict):
        own = {law["from"]} if isinstance(law.get("from"), date) else set()
        return own.union(*map(begun, law.values()))
    return set().union(*map(begun, law)) if isinstance(law, list) else set()


def shelf_without(folder: Path, line: str) -> Shelf:
    """The shelf without one line of the law of XA."""
    shutil.copytree(LAW, folder / "agreements")
    file = folder / "agreements" / "national" / "xa.toml"
    text = file.read_text("utf-8")
    assert len(re.findall(line, text, re.M)) == 1
    file.write_text(re.sub(line, "", text, flags=re.M), "utf-8")
    return Shelf(folder / "agreements")


def test_the_day_before_an_order_was_published_is_as_if_it_were_not_made(tmp_path: Path) -> None:
    # The Order of 2023 raises the minimum of XA from 350 to 400 on 2024-01-01; it was published on 2023-12-10.
    case, at = life(CAREER, earnings=WAGES), date(2024, 3, 1)
    without = decide(case, at, AS_BOUND, shelf_without(tmp_path, r"^.*xa-order-2023.*\n"))
    before = decide(case, at, AS_BOUND, as_of=date(2023, 12, 9))
    assert sure(before) == sure(without)
    assert before.decided_under.law_as_of == date(2023, 12, 9)
    said = "xa.xa-general.old_age.minimum: last known for 2023-12-31 (xa-pension-act-2009, s. 14); carried forward to 2024-03-01"
    assert any(text.startswith(said) for text in before.not_certain)
    after = decide(case, at, AS_BOUND, as_of=date(2023, 12, 10))
    assert [paid_in("XA", one) for one in (before, after)] == ["350.00", "400.00"]


def test_the_two_days_are_independent() -> None:
    # Decided for 2023, when the minimum was 350, by what is known in 2026; and for 2026 by what was known in 2023.
    case = life(CAREER, earnings=WAGES)
    assert paid_in("XA", decide(case, date(2023, 6, 1), as_of=date(2026, 1, 1))) == "350.00"
    assert paid_in("XA", decide(case, date(2026, 1, 1), as_of=date(2023, 6, 1))) == "350.00"


def paid_in(state: str, decision: Decision) -> str | None:
    (benefit,) = [one for one in decision.benefits if one.country == state]
    return benefit.payments[0].money.amount


def test_a_regime_goes_on_where_the_next_act_was_not_known() -> None:
    # The Act of 2009 (from 2010) was published on 2009-06-30. The Act of 1980 asks ten years, not fifteen: 2 % of 300 a year
    # for twelve years are 72 by month.
    case = life([insured("xa-general", "1985-01-01", "1996-12-31")], earnings=[WAGES[0] | {"to": "1996-12-31"}])
    at = date(2020, 6, 1)
    known = decide(case, at, AgreementSet("none", as_bound=False), as_of=date(2009, 6, 30))
    assert known.benefits[0].refusal == "qualifying_period" or known.benefits[0].form == "lump_sum"
    before = decide(case, at, AgreementSet("none", as_bound=False), as_of=date(2009, 6, 29))
    assert (before.benefits[0].form, paid_in("XA", before)) == ("pension", "72.00")
    assert (
        "xa.xa-general.old_age: the law of 1980-01-01, on 2009-06-29 the last one known, carried forward to 2020-06-01 (assumed)"
        in before.not_certain
    )


def test_an_agreement_not_yet_in_force_links_nobody() -> None:
    # xw-higher is in force from 2010-05-01, for XC from 2012-01-01.
    shelf = default_shelf()
    assert known_on(shelf, date(2010, 4, 30)).instrument("xw-higher") is None
    law = known_on(shelf, date(2011, 12, 31)).instrument("xw-higher")
    assert law is not None
    assert [party["state"] for party in law["party"]] == ["XA", "XB"]
    asked = [{one.instrument for one in decide(life(CAREER), as_of=day).benefits[0].variants} for day in (EVE, EVE + ONE_DAY)]
    assert [{"xw-higher"} & instruments for instruments in asked] == [set(), {"xw-higher"}]


def test_a_denunciation_is_known_from_the_day_it_was_made_known() -> None:
    # The Netherlands denounced C118 on 2004-12-20, with effect a year later.
    def last_day(day: date) -> Any:
        law = known_on(default_shelf(), day).instrument("ilo-c118") or {}
        (party,) = [one for one in law["party"] if one["state"] == "NL"]
        return party.get("to")

    assert [last_day(date(2004, 12, 19)), last_day(date(2004, 12, 20))] == [None, date(2005, 12, 19)]


def test_comparing_and_looking_ahead_take_the_law_known_on_the_day() -> None:
    case = life(CAREER, earnings=WAGES)
    day = date(2023, 12, 9)
    found = compare(case, [AgreementSet("none", as_bound=False), AS_BOUND], date(2024, 3, 1), as_of=day)
    assert found.law_as_of == day
    paid_then = found.rows[0].results[0].benefit.payments[0].money.amount
    assert paid_then == paid_in("XA", decide(case, date(2024, 3, 1), AgreementSet("none", as_bound=False), as_of=day))
    assert missing(case, date(2024, 3, 1), as_of=day).law_as_of == day


def test_a_year_of_a_series_is_known_from_its_first_day() -> None:
    # xp-average-earnings: 1950 a month in 2019; nothing says when a year was made known, so that it is from that year on.
    series = known_on(default_shelf(), date(2019, 6, 1)).series("xp-average-earnings")
    assert series is not None
    assert (series["known_to"], series["years"][-1]["year"]) == (2019, 2019)
