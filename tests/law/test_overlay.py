"""What a case assumes is laid over one figure and leaves everything else of the law as it stands."""

from datetime import date
from typing import Any

from portability.law.assumed import instrument_faults, national_faults
from portability.law.dated import leaf_at, regime_at
from portability.law.overlay import Assumption, instrument_with, national_with
from portability.law.shelf import default_shelf

MINE = "xa.xa-general.old_age."
LAW = default_shelf().national("XA")


def figure(on: date, key: str, *assumed: Assumption) -> Any:
    """A figure of the general scheme of XA on a day, as the law with the assumptions tells it."""
    law = national_with(LAW, "XA", assumed)
    assert law is not None
    regime = regime_at(law["xa-general"]["old_age"], on)
    assert regime is not None
    return leaf_at(regime.get(key), on, "", key)


NOW, THEN, LONG_AGO = date(2026, 1, 1), date(2015, 1, 1), date(2000, 1, 1)


def test_the_law_itself_is_not_changed() -> None:
    before = str(LAW)
    assert figure(NOW, "qualifying", Assumption(MINE + "qualifying", "1 year")).is_ == "1 year"
    assert str(LAW) == before
    assert figure(NOW, "qualifying").is_ == "15 years"


def test_what_stands_beside_a_figure_holds_on() -> None:
    assumed = figure(NOW, "qualifying", Assumption(MINE + "qualifying", "1 year", reason="to try it"))
    assert assumed.get("kinds") == ["insurance", "voluntary", "assimilated"]
    assert (assumed.standing, assumed.reason, str(assumed.cites)) == (
        "assumed", "to try it", "assumption, as assumed for this case"
    )  # fmt: skip
    assert figure(NOW, "age", Assumption(MINE + "age", "60 years")).get("missing_day") == "later"
    assert figure(NOW, "payments", Assumption(MINE + "payments", 14)).get("of") == "month"
    whole = figure(NOW, "qualifying", Assumption(MINE + "qualifying", {"is": "1 year"}))
    assert whole.get("kinds") is None


def test_a_figure_may_be_assumed_unknown() -> None:
    for value in ("unknown", {"unknown": "nobody looked"}):
        assumed = figure(NOW, "minimum", Assumption(MINE + "minimum", value, reason="nobody looked"))
        assert (assumed.state, assumed.is_, assumed.reason) == ("unknown", None, "nobody looked")


def test_from_its_day_on_and_not_before() -> None:
    assumed = Assumption(MINE + "minimum", "9 XTS per month", date(2020, 1, 1))
    assert figure(THEN, "minimum", assumed).is_ == "350 XTS per month"
    assert figure(NOW, "minimum", assumed).is_ == "9 XTS per month"
    once = Assumption(MINE + "qualifying", "1 year", date(2020, 1, 1))
    assert figure(LONG_AGO, "qualifying", once).is_ == "10 years"
    assert figure(THEN, "qualifying", once).is_ == "15 years"
    assert figure(NOW, "qualifying", once).is_ == "1 year"


def test_a_parameter_of_a_figure_leaves_the_others() -> None:
    always = Assumption(MINE + "formula.accrual", "3 % per year")
    assert figure(NOW, "formula", always).get("accrual") == "3 % per year"
    assert figure(NOW, "formula", always).get("cap") == "80 %"
    assert figure(NOW, "formula", always).standing == "assumed"
    later = Assumption(MINE + "formula.accrual", "3 % per year", date(2020, 1, 1))
    assert figure(THEN, "formula", later).get("accrual") == "1.5 % per year"
    assert figure(NOW, "formula", later).get("accrual") == "3 % per year"
    assert figure(NOW, "formula", always, later).get("accrual") == "3 % per year"


def test_a_parameter_of_a_dated_figure_is_laid_on_every_entry_it_reaches() -> None:
    law = default_shelf().national("XA")
    start = date(2023, 1, 1)
    told = national_with(law, "XA", [Assumption("xa.xa-staff.old_age.commutation.factor", "10", start)])
    assert told is not None
    entries = told["xa-staff"]["old_age"][0]["commutation"]
    assert [(each["from"], each["share"], each["factor"]) for each in entries] == [
        (date(2000, 1, 1), "25 %", "12.5"),
        (date(2022, 7, 1), "33 %", "12.5"),
        (start, "33 %", "10"),
    ]


def test_the_last_of_two_assumptions_is_laid_on_top() -> None:
    both = (Assumption(MINE + "minimum", "1 XTS per month"), Assumption(MINE + "minimum", "2 XTS per month"))
    assert figure(NOW, "minimum", *both).is_ == "2 XTS per month"


def test_a_part_of_a_figure_that_is_not_told_is_laid_on_nothing() -> None:
    assert figure(NOW, "commutation", Assumption(MINE + "commutation.share", "50 %")) is None
    assert national_faults(LAW, "XA", [(3, Assumption(MINE + "commutation.share", "50 %"))]) == [
        (3, ("path",), "the law tells no figure of which this could be a part", "Assume the whole figure, as a table")
    ]
    whole = Assumption(MINE + "commutation", {"share": "25 %", "factor": "12"})
    assert national_faults(LAW, "XA", [(0, whole), (1, Assumption(MINE + "commutation.share", "50 %"))]) == []


def test_branches_and_knobs_of_an_agreement_are_figures_too() -> None:
    law = default_shelf().instrument("xw-higher")
    assert law is not None
    changed = instrument_with(law, "xw-higher", [Assumption("xw-higher.branches", ["invalidity"], date(2020, 1, 1))])
    assert changed is not None
    assert [leaf_at(changed["branches"], day, "", "branches").is_ for day in (THEN, NOW)] == [  # type: ignore[union-attr]  # both told
        law["branches"]["is"], ["invalidity"]
    ]  # fmt: skip
    wrong = [(0, Assumption("xw-higher.conversion.quarter_months", "0")), (1, Assumption("xw-higher.party.to", "x"))]
    assert instrument_faults(law, "xw-higher", wrong) == [
        (1, ("path",), 'xw-higher has no chapter "party"',
         "Allowed: apportionment, branches, conversion, equality, export, family, health, injury, invalidity, legislation, "
         "money, overlap, personal, posting, procedure, totalisation, unemployment"),
        (0, ("value",), "quarter_months is '0'", 'Write a whole number above nought, such as "13"'),
    ]  # fmt: skip


def test_what_is_wrong_with_the_law_itself_is_not_told_of_an_assumption() -> None:
    assert LAW is not None
    regime = {**LAW["xa-general"]["old_age"][1], "minimum": {"is": "nonsense"}}
    broken = {**LAW, "xa-general": {"old_age": [regime]}}
    assert national_faults(broken, "XA", [(0, Assumption(MINE + "qualifying", "1 year"))]) == []
