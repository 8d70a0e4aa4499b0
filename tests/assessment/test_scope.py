"""Whom an agreement covers, whom it makes equal, where a benefit is paid, and which of several agreements decides."""

from typing import Any

import pytest

from portability.assessment.scope import AgreementSet
from portability.record.decision import Decision
from tests.laws.lives import (
    AS_BOUND,
    HIGHER,
    NONE,
    PRO_RATA,
    SHARED_BY_ALL,
    Row,
    amount,
    benefit,
    insured,
    life,
    paid,
    said,
    under,
)

BASIC = [insured("xa-basic", "1990-01-01", "2009-12-31")]


def person(*nationalities: str, **more: Any) -> Row:
    return {"born": "1955-05-20", "sex": "M", **({"nationalities": list(nationalities)} if nationalities else {}), **more}


def living(country: str, status: str | None = None) -> list[Row]:
    row = {"country": country, "from": "1980-01-01"}
    return [row if status is None else {**row, "residence_status": status}]


@pytest.mark.parametrize(
    ("who", "where", "agreements", "status"),
    [
        (person("XA"), living("XA"), NONE, "entitled"),
        (person("XB"), living("XA"), NONE, "refused"),
        (person("XB"), living("XA", "permanent"), NONE, "entitled"),
        (person("XB"), living("XA", "refugee"), NONE, "entitled"),
        (person("XB"), living("XA", "regular"), NONE, "refused"),
        (person(), living("XA"), NONE, "undetermined"),
        (person("XB"), living("XA"), HIGHER, "entitled"),  # Art 4 of xw-higher: equality
        (person("BD"), living("XA"), HIGHER, "entitled"),  # which covers everybody, Art 2
        (person("BD"), living("XA"), PRO_RATA, "refused"),  # xv-pro-rata only nationals of the parties and refugees
    ],
)
def test_nationality_stands_in_the_way_unless_an_agreement_lifts_it(
    who: Row, where: list[Row], agreements: AgreementSet, status: str
) -> None:
    # xa-basic asks for a national, a permanent resident or a refugee.
    found = benefit(said(life(BASIC, person=who, residence=where), agreements), "xa-basic")
    assert (found.status, found.refusal) == (status, "nationality" if status == "refused" else None)


def test_earlier_residence_is_asked_of_everybody() -> None:
    # xa-basic asks five years of residence after the age of eighteen: an agreement makes equal, it adds no residence here.
    short = [{"country": "XA", "from": "2022-01-01", "residence_status": "national"}]
    found = benefit(said(life(BASIC, residence=short), HIGHER), "xa-basic")
    assert (found.status, found.refusal) == ("refused", "residence")


TWO = [insured("xa-general", "1990-01-01", "1999-12-31"), insured("xb-general", "2000-01-01", "2009-12-31")]
WAGES = [paid("xa-general", "1995-01-01", "1999-12-31", "1800"), paid("xb-general", "2005-01-01", "2009-12-31", "840")]


BY_STATUS = "the instrument covers the person as a refugee or a stateless person: no nationality is asked"


def instruments(decision: Decision, scheme: str) -> list[str | None]:
    return [each.instrument for each in benefit(decision, scheme).variants]


@pytest.mark.parametrize(
    ("who", "covered", "said_of_it"),
    [
        (person("XA"), True, []),
        (person("XB"), True, []),
        (person("BD"), False, ["the person is not among those the instrument covers"]),
        (person("BD", residence_status="refugee"), True, [BY_STATUS]),
        (person("BD", residence_status="stateless"), True, [BY_STATUS]),
    ],
)
def test_an_agreement_moves_nothing_for_those_it_does_not_cover(who: Row, covered: bool, said_of_it: list[str]) -> None:
    decision = said(life(TWO, earnings=WAGES, person=who, residence=living("XA")), PRO_RATA)
    assert instruments(decision, "xa-general") == ([None, "xv-pro-rata"] if covered else [None])
    about = [each.text for each in decision.findings if each.about == "xv-pro-rata"]
    assert about == said_of_it


def test_a_person_of_no_known_nationality_is_taken_to_be_covered_and_it_is_said() -> None:
    decision = said(life(TWO, earnings=WAGES, person=person(), residence=living("XA")), PRO_RATA)
    assert instruments(decision, "xa-general") == [None, "xv-pro-rata"]
    assert any("no nationality is given" in text for text in decision.not_certain)


@pytest.mark.parametrize(
    ("who", "facts"),
    [(person(), "assumed"), (person("XA"), "declared"), (person("XA", standing="certified"), "certified")],
)
def test_what_hangs_on_being_covered_is_as_sure_as_the_nationality(who: Row, facts: str) -> None:
    sure = [{**row, "standing": "certified"} for row in TWO], [{**row, "standing": "certified"} for row in WAGES]
    decision = said(life(sure[0], earnings=sure[1], person={**who, "standing": "certified"} if not who.get("nationalities")
                         else who, residence=living("XA")), PRO_RATA)  # fmt: skip
    # XA owes nothing by its own law with ten years: its pension hangs on the agreement.
    assert (benefit(decision, "xa-general").status, benefit(decision, "xa-general").standing.facts) == ("entitled", facts)


def test_a_scenario_takes_the_states_of_the_case_as_parties() -> None:
    both = [insured("xa-general", "1990-01-01", "1999-12-31"), insured("xc-trade", "2000-01-01", "2009-12-31")]
    case = life(both, person=person("XC"), residence=living("XC"))
    assert instruments(said(case, SHARED_BY_ALL), "xa-general") == [None, "xv-pro-rata"]
    assert instruments(said(case, PRO_RATA), "xa-general") == [None]


CASES_ABROAD = [
    ("xc-trade", "XA", NONE, "paid"),  # national law pays abroad
    ("xc-sea", "XA", NONE, "suspended"),
    ("xc-sea", "XA", HIGHER, "paid"),  # Art 7 of xw-higher, in the States bound
    ("xc-sea", "BD", HIGHER, "suspended"),  # which BD is not
    ("xc-sea", "XC", NONE, "paid"),
    ("xc-fund", "XA", NONE, "undetermined"),  # the act is silent
    ("xc-fund", "XA", HIGHER, "paid"),
    ("xb-general", "BD", PRO_RATA, "paid"),  # Art 5 of xv-pro-rata: worldwide
]


@pytest.mark.parametrize(("scheme", "lives_in", "agreements", "export"), CASES_ABROAD)
def test_where_a_benefit_is_paid(scheme: str, lives_in: str, agreements: AgreementSet, export: str) -> None:
    career = [insured(scheme, "1990-01-01", "2009-12-31"), insured("xa-general", "2010-01-01", "2019-12-31")]
    held = [{"country": "XC", "scheme": "xc-fund", "balance": "16000", "currency": "XTS", "on": "2025-06-30"}]
    case = life(career, earnings=[paid(scheme, "1990-01-01", "2009-12-31", "900")], account=held, residence=living(lives_in))
    decision = said(case, agreements)
    found = benefit(decision, scheme)
    assert (found.status, found.payments[0].export) == ("entitled", export)
    texts = [each.text for each in decision.findings if each.kind == "maintenance" and each.about.endswith(scheme)]
    assert len(texts) == (lives_in != scheme[:2].upper())


def test_what_is_not_paid_where_the_person_lives_is_not_in_the_sum() -> None:
    case = life([insured("xc-sea", "1990-01-01", "2009-12-31")], earnings=[paid("xc-sea", "1990-01-01", "2009-12-31", "900")])
    decision = said(case)
    assert decision.summary.per_month == ()
    assert [row.why for row in decision.summary.not_in_sum] == ["not paid where the person lives"]


def test_of_two_agreements_each_applied_whole_the_more_favourable_decides() -> None:
    # xv-pro-rata gives XA's share alone, xw-higher no less than the pension by national law; each is reckoned whole.
    case = life(TWO, earnings=WAGES)
    both = said(case, AS_BOUND)
    without = {id_: said(case, AgreementSet("one", without=(id_,))) for id_ in ("xw-higher", "xv-pro-rata")}
    for scheme in ("xa-general", "xb-general"):
        assert instruments(both, scheme) == [None, "xv-pro-rata", "xw-higher"]
        single = [amount(each, scheme) or "0" for each in without.values()]
        assert amount(both, scheme) == max(single, key=lambda text: int(text.replace(".", "")))
        assert sum(variant.chosen for variant in benefit(both, scheme).variants) == 1


def test_the_first_agreement_stands_where_the_second_gives_less() -> None:
    # XA 205 months of 2000, of which five were XB's: xv-pro-rata has XA take them over, 20 % + 85 x 1.5 %/12 = 30.625 % of
    # 2000, 612.50. Were xw-higher to share it with XB, 612.50 x 200/205 = 597.56.
    career = [insured("xa-general", "1990-01-01", "2006-08-31"), insured("xb-general", "2006-09-01", "2007-01-31")]
    wages = [paid("xa-general", "2000-01-01", "2006-08-31", "2000")]
    shares_all = under("xw-higher", apportionment__old_age__method="pro_rata", totalisation__mini_period="none")
    found = benefit(said(life(career, earnings=wages, assume=shares_all), AS_BOUND), "xa-general")
    gross = {each.instrument: each.gross.amount for each in found.variants if each.gross}
    assert gross["xv-pro-rata"] == "612.50"
    assert gross["xw-higher"] == "597.56"
    assert [each.instrument for each in found.variants if each.chosen] == ["xv-pro-rata"]
    assert found.payments[0].money.amount == "612.50"


def test_an_agreement_left_out_of_the_set_binds_nobody() -> None:
    decision = said(life(TWO, earnings=WAGES), AgreementSet("x", without=("xw-higher", "xv-pro-rata")))
    assert instruments(decision, "xa-general") == [None]


def test_a_scenario_is_owed_by_nobody() -> None:
    decision = said(life(TWO, earnings=WAGES), HIGHER)
    shared = benefit(decision, "xa-general")
    assert (shared.legal_force, decision.summary.per_month) == ("scenario", ())
    assert [row.why for row in decision.summary.not_in_sum] == ["only a scenario: nobody owes it"] * 2
    bound = said(life(TWO, earnings=WAGES), AgreementSet("x", without=("xv-pro-rata",)))
    assert benefit(bound, "xa-general").legal_force == "binding"
    assert bound.summary.per_month != ()
    assert amount(bound, "xa-general") == amount(decision, "xa-general")
