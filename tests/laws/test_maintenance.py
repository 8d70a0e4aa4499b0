"""Where a benefit is paid: what binds before what would, the best word, scope, and what a convention forbids national law."""

from datetime import date
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.equality import Question
from portability.assessment.maintenance import payable_abroad
from portability.assessment.residence import lived as spans_lived
from portability.assessment.scope import AgreementSet, bindings
from portability.case.career import career
from portability.law.shelf import default_shelf
from portability.record.decision import Benefit, Decision
from tests.laws.equals import bound_by, shelf
from tests.laws.lives import AT, HIGHER, NONE, Row, benefit, insured, life, paid, said, under
from tests.laws.test_lifting import WORK, findings, lived, who

HIGHER_ALONE = AgreementSet("bound", without=("xu-direct", "xv-pro-rata", "xt-funds"))
SEA = [insured("xc-sea", "1990-01-01", "2009-12-31")]
WAGE = [paid("xc-sea", "1990-01-01", "2009-12-31", "900")]
ABROAD = [{"country": "XA", "from": "2010-01-01", "residence_status": "regular"}]


def sea(agreements: AgreementSet, **knobs: Any) -> tuple[Benefit, Decision]:
    """A pension that XC's law suspends abroad; the person lives in XA."""
    case = life(SEA, earnings=WAGE, residence=ABROAD, person=who("XC"), assume=under("xw-higher", **knobs))
    decision = said(case, agreements)
    return benefit(decision, "xc-sea"), decision


@pytest.mark.parametrize(
    ("knobs", "export"),
    [
        ({}, "paid"),
        ({"export__old_age": "reduced"}, "reduced"),  # better than suspended
        ({"export__old_age": "not_exportable"}, "suspended"),  # an agreement takes nothing away
        ({"export__scope": "none"}, "suspended"),
        ({"export__uprating": "frozen"}, "frozen"),
    ],
)
def test_of_all_that_binds_the_best_word_counts(knobs: Row, export: str) -> None:
    found, _ = sea(HIGHER_ALONE, **knobs)
    assert (found.payments[0].export, found.legal_force) == (export, "binding")


def test_what_only_a_scenario_has_paid_is_owed_by_nobody() -> None:
    found, decision = sea(HIGHER)
    assert (found.payments[0].export, found.legal_force) == ("paid", "scenario")
    assert decision.summary.per_month == ()
    assert sea(NONE)[0].payments[0].export == "suspended"


def test_a_condition_to_live_in_the_state_falls_where_the_agreement_has_it_paid_abroad() -> None:
    # The resident's pension of XC is for those who live there; Art 7 of xw-higher has it paid in the States bound.
    rows = [insured("xc-residence", "1980-01-01", "2009-12-31", "residence")]
    for lives_in, status in (("XA", "entitled"), ("BD", "refused")):
        case = life(rows, person=who("XC"), residence=[lived(lives_in, "2010-01-01")])
        found = benefit(said(case, HIGHER_ALONE), "xc-residence")
        assert (found.status, found.refusal) == (status, "residence" if status == "refused" else None)


def test_an_unconfirmed_party_leaves_payment_abroad_unconfirmed() -> None:
    # XJ, an unconfirmed party, accepted old age: XA pays its nationals abroad, and that is no surer. Of XK it is not known.
    assumed = [{"path": "xa.xa-basic.old_age.nationality", "value": ["any"], "reason": "a toy law"},
               {"path": "xa.xa-basic.old_age.residence_length", "value": "0 years", "reason": "a toy law"}]  # fmt: skip
    for nationality, export in (("XC", "paid"), ("XJ", "paid"), ("XK", "undetermined"), ("XB", "not_exportable")):
        case = life(WORK, person=who(nationality), residence=[lived("BD", "1980-01-01")], assume=assumed)
        (found,) = decide(case, AT, bound_by(), shelf("xr-equal")).benefits
        assert found.payments[0].export == export
        (text,) = findings(decide(case, AT, bound_by(), shelf("xr-equal")), "maintenance")
        assert export.replace("_", " ") in text


def test_a_clause_of_reciprocity_that_a_convention_forbids_is_named() -> None:
    assumed = [{"path": "xa.xa-basic.old_age.nationality", "value": ["national"], "reason": "a toy law"},
               {"path": "xa.xa-basic.old_age.nationality.reciprocity", "value": True, "reason": "a toy law"}]  # fmt: skip
    case = life(WORK, person=who("XB"), residence=[lived("XA", "1980-01-01")], assume=assumed)
    decision = decide(case, AT, bound_by(), shelf("xr-equal"))
    assert decision.benefits[0].status == "entitled"
    assert any("asks for reciprocity" in text for text in findings(decision, "conformity"))
    assert findings(decide(case, AT, bound_by(), shelf()), "conformity") == []


def test_what_convention_157_would_change_is_payment_wherever_the_person_lives() -> None:
    # Art 9 may need an agreement: alone it moves nothing; as a scenario for every State it has the pension paid.
    rows = [insured("xc-sea", "1990-01-01", "2009-12-31")]
    case = life(rows, earnings=WAGE, person=who("XC"), residence=[lived("BD", "2010-01-01")])
    would = AgreementSet("c157", as_bound=False, with_=("ilo-c157",), every_state=True)
    found = benefit(said(case, would), "xc-sea")
    assert (found.payments[0].export, found.legal_force) == ("paid", "scenario")
    assert benefit(said(case, NONE), "xc-sea").payments[0].export == "suspended"


def real(payer: str, branch: str, nationality: str, lives_in: str, at: date) -> Any:
    """What Convention No. 118 as it stands on the shelf says of payment abroad, whatever national law says."""
    case = life([], person=who(nationality), residence=[lived(lives_in, "1990-01-01")], claim=None)
    one = career(case, branch)
    found = bindings(default_shelf(), one, (payer,), branch, at, AgreementSet("as-bound"), ())
    convention = [each for each in found if each.id == "ilo-c118"]
    return payable_abroad(convention, Question(payer, branch, one, at), None)


def test_t7_1_a_national_of_a_state_whose_acceptance_is_not_known_needs_a_check() -> None:
    # A pension of the Congo for a national of Madagascar who lives in South Africa: the third State does not matter.
    found = real("CD", "old_age", "MG", "ZA", date(2026, 1, 1))
    assert found.word is None
    assert "MG" in found.text
    assert real("CD", "old_age", "CD", "ZA", date(2026, 1, 1)).word == "paid"


@pytest.mark.parametrize(("day", "word"), [(date(2005, 6, 1), "paid"), (date(2006, 3, 1), None)])
def test_t7_2_a_state_that_has_left_pays_nobody_under_the_convention(day: date, word: str | None) -> None:
    # The Netherlands, a Turkish national who lives in Turkey: left with effect from 20 December 2005.
    assert real("NL", "old_age", "TR", "TR", day).word == word


def test_residence_counts_only_in_the_status_that_the_law_names() -> None:
    # Ten years are asked as a national or permanent resident: irregular until 1999, permanent from 2000, national from 2010.
    rows = [lived("XA", "1980-01-01", "irregular", "1999-12-31"), lived("XA", "2000-01-01", "permanent", "2009-12-31"),
            {"country": "XA", "from": "2010-01-01"}]  # fmt: skip
    became = [{"country": "XB"}, {"country": "XA", "from": "2010-01-01"}]
    person = {"born": "1955-05-20", "sex": "M"}
    one = career(life(WORK, person=person, nationality=became, residence=rows), "old_age")
    counted = spans_lived(one, "XA", AT, as_status=("national", "permanent"))
    assert [str(span) for span in counted.surely] == ["2000-01-01 to 2026-01-01"]
    assert counted.perhaps == counted.surely
    untold = career(life(WORK, person=who("XB"), residence=[{"country": "XA", "from": "2010-01-01"}]), "old_age")
    open_ = spans_lived(untold, "XA", AT, as_status=("national", "permanent"))
    assert open_.surely == ()
    assert len(open_.perhaps) == 1
