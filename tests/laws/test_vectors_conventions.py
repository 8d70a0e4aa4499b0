"""Worked vectors of ILO Conventions 48 and 118 and of the European Convention of 1972, decided under the real instruments.

States without a law on the shelf are told one that a case assumes: what is held here is what the instruments say.
"""

from datetime import date
from typing import Any

import pytest

from portability.assessment.scope import AgreementSet
from portability.law.between import Bond, between
from portability.law.shelf import default_shelf
from portability.record.decision import Decision
from tests.laws.lives import AS_BOUND, AT, NONE, Row, amount, benefit, certified, law, life, said, states

MONTHS = {"unit": "months", "part": "any_day"}
WEEKS = {"unit": "weeks", "part": "any_day"}
C48 = AgreementSet("c48", as_bound=False, with_=("ilo-c048",), every_state=True)


def per_unit(money: str, cap: str = "50000") -> Row:
    """A formula that pays so much for each unit of length."""
    return {"shape": "residence_fraction", "amount": f"{money} XTS per month", "full": "1 month", "cap": cap}


def own_nationals(scheme: str, **more: Any) -> list[Row]:
    """A law of ten years' insurance that pays 100 to its own nationals, at home only."""
    flat = {"shape": "flat", "amount": "100 XTS per month"}
    told = {"qualifying": "120 months", "age": "60 years", "nationality": ["national"], "export": "not_exportable"}
    return law(scheme, counts=MONTHS, formula=flat, **{**told, **more})


def migrant(scheme: str, nationality: str | None, lives: str, at: date = AT, **residence: Any) -> Row:
    """Twenty years of insurance in one State, and where the person lives."""
    person = {"born": "1935-05-20", "sex": "F", "nationalities": [nationality] if nationality else []}
    row = {"country": lives, "from": "1960-01-01", "residence_status": "permanent", **residence}
    return {"person": person, "residence": [row], "claim": [{"branches": ["old_age"], "date": at.isoformat()}]}


def pays_abroad(decision: Decision) -> str:
    """What the decision finds on payment where the person lives, in one word."""
    (found,) = [one for one in decision.findings if one.kind == "maintenance"]
    return str(found.text).partition(": ")[2].partition(" (")[0]


@pytest.mark.parametrize(
    ("nationality", "status"),
    [("PH", "entitled"), ("IN", "entitled"), ("MG", "entitled"), ("FR", "entitled"), ("ZW", "refused"), ("NL", "refused")],
)
def test_t118_5_equality_asks_the_branch_of_the_host_only(nationality: str, status: str) -> None:
    """Rwanda accepted old age; India took other branches, and is bound: Art 3(1). The Netherlands left in 2005."""
    case = life([certified("rw-x", years=20)], assume=own_nationals("rw-x"), **migrant("rw-x", nationality, "RW"))
    assert benefit(said(case, NONE), "rw-x").refusal == "nationality"
    assert benefit(said(case, AS_BOUND), "rw-x").status == status


def test_t118_6_refugees_and_stateless_persons_need_no_reciprocity() -> None:
    for status in ("refugee", "stateless"):
        about = migrant("rw-x", None, "RW", residence_status=status)
        case = life([certified("rw-x", years=20)], assume=own_nationals("rw-x"), **about)
        assert benefit(said(case, AS_BOUND), "rw-x").status == "entitled"


@pytest.mark.parametrize(
    ("nationality", "lives", "word"),
    [
        ("RW", "ZA", "paid"),  # its own nationals, wherever they live
        ("PH", "ZA", "paid"),  # both accepted old age; residence in a third State does not matter
        ("TR", "TR", "paid"),
        ("IN", "IN", "not exportable"),  # bound, and not for old age
        ("ZW", "ZW", "not exportable"),
    ],
)
def test_t118_5_payment_abroad_asks_the_branch_of_both(nationality: str, lives: str, word: str) -> None:
    everybody = own_nationals("rw-x", nationality=["any"])
    case = life([certified("rw-x", years=20)], assume=everybody, **migrant("rw-x", nationality, lives))
    assert pays_abroad(said(case, NONE)) == "not exportable"
    assert pays_abroad(said(case, AS_BOUND)) == word


@pytest.mark.parametrize(
    ("at", "word"), [(date(2005, 6, 1), "paid"), (date(2005, 12, 19), "paid"), (date(2005, 12, 20), "not exportable")]
)
def test_t7_2_the_netherlands_left_on_the_twentieth_of_december_2005(at: date, word: str) -> None:
    """Without the European Convention, which binds both and has pensions paid in Türkiye too."""
    everybody = own_nationals("nl-x", nationality=["any"])
    case = life([certified("nl-x", years=20)], assume=everybody, **migrant("nl-x", "TR", "TR", at))
    without = AgreementSet("c118", without=("ecss-1972",))
    assert pays_abroad(said(case, without, at)) == word
    assert pays_abroad(said(case, AS_BOUND, at)) == "paid"


def test_t48_1_a_flat_part_is_reduced_and_a_part_by_time_is_not() -> None:
    # Flat 200 and 3 a year; own 10 of 40 years: 200 x 10/40 + 3 x 10 = 80. As pro rata: (200 + 120) x 120/480 = 80.
    case = life([certified("xd-a", years=10), certified("xe-b", years=30)], statement=[states("xd-a", "theoretical", "320.00")])
    assert amount(said(case, C48), "xd-a") == "80.00"


def test_t48_2_under_26_weeks_nobody_reduces() -> None:
    # A 25 weeks, B 1 015: A declines, and B's ratio is one, not 1015/1040. T counts all 1 040 weeks of 2: 2 080.
    laws = [row for scheme in ("xd-a", "xe-b") for row in law(scheme, counts=WEEKS, qualifying="520 weeks",
            age="60 years", formula={**per_unit("2"), "full": "1 week"})]  # fmt: skip
    case = life([certified("xd-a", weeks=25), certified("xe-b", weeks=1015)], assume=laws)
    decision = said(case, C48)
    assert benefit(decision, "xd-a").status == "refused"
    (found,) = [one for one in benefit(decision, "xe-b").variants if one.instrument == "ilo-c048"]
    assert (found.ratio, found.total.right) == ("1015/1015", 1040)
    with_26 = said(life([certified("xd-a", weeks=26), certified("xe-b", weeks=1015)], assume=laws), C48)
    (other,) = [one for one in benefit(with_26, "xe-b").variants if one.instrument == "ilo-c048"]
    assert other.ratio == "1015/1041"


def test_c48_binds_nobody_here() -> None:
    """No list of its parties was read: as bound it is never asked."""
    assert "ilo-c048" not in {id_ for state in ("PL", "IT", "ES", "NL") for id_ in default_shelf().binding([state])}


def test_t3_10_between_austria_and_turkey() -> None:
    # European Convention of 1972: 10 of 25 years, T 1 000: 1000 x 120/300 = 400. National of a Party.
    about = migrant("at-x", "TR", "AT")
    told = [states("at-x", "theoretical", "1000.00")]
    case = life([certified("at-x", years=10), certified("tr-x", years=15)], statement=told, **about)
    assert amount(said(case, AS_BOUND), "at-x") == "400.00"


def test_t3_11_a_short_period_leaves_the_ratio() -> None:
    # Austria 8 months, Luxembourg 240, Türkiye 60, 2 a month: T 616, ratios 240/300 and 60/300: 492.80 and 123.20.
    laws = [row for scheme in ("at-x", "lu-x", "tr-x") for row in law(scheme, counts=MONTHS, qualifying="301 months",
            age="60 years", formula=per_unit("2"))]  # fmt: skip
    career = [certified("at-x", months=8), certified("lu-x", years=20), certified("tr-x", years=5)]
    decision = said(life(career, assume=laws, **migrant("at-x", "TR", "AT")), AgreementSet("ecss", without=("eu-883-2004",)))
    assert [amount(decision, name) for name in ("at-x", "lu-x", "tr-x")] == [None, "492.80", "123.20"]


def bonds(first: str, second: str, instrument: str, on: date = AT) -> list[Bond]:
    return [bond for bond in between(default_shelf(), (first, second), on) if bond.instrument == instrument]


@pytest.mark.parametrize(
    ("first", "second", "bound", "standing"),
    [
        ("MW", "TZ", "yes", "official"),
        ("MW", "ZW", "yes", "unconfirmed"),  # T19-1
        ("ZA", "ZM", "yes", "unconfirmed"),  # T7-3
        ("MW", "SC", "not known", "unconfirmed"),
    ],
)
def test_t19_1_who_is_bound_for_accidents(first: str, second: str, bound: str, standing: str) -> None:
    assert [(one.branch, one.bound, one.standing) for one in bonds(first, second, "ilo-c019")] == [
        ("employment_injury", bound, standing)
    ]
    assert dict(bonds(first, second, "ilo-c019")[0].operations) == {"export": "self_executing", "equality": "self_executing"}


def test_t19_2_an_accident_is_no_disease_and_namibia_is_no_party() -> None:
    assert bonds("MW", "NA", "ilo-c019") == []
    assert bonds("MW", "MZ", "ilo-c019") == [], "nor is Mozambique"
    law = default_shelf().instrument("ilo-c019") or {}
    assert "diseases" in law["branches"]["note"]


@pytest.mark.parametrize(
    ("instrument", "pair"), [("ilo-c097", ("MW", "ZM")), ("ilo-c143", ("MG", "KE")), ("icrmw-1990", ("LS", "SC"))]
)
def test_what_treats_migrants_as_equal_adds_no_periods(instrument: str, pair: tuple[str, str]) -> None:
    found = bonds(*pair, instrument)
    assert {bond.bound for bond in found} == {"yes"}
    assert {chapter for bond in found for chapter, _ in bond.operations} == {"equality"}


def test_ratifying_c157_or_c118_never_adds_periods() -> None:
    for instrument, pair in (("ilo-c157", ("ES", "PH")), ("ilo-c118", ("CD", "PH"))):
        for bond in bonds(*pair, instrument):
            assert dict(bond.operations)["totalisation"] == "needs_agreement"
            assert dict(bond.operations).get("apportionment", "needs_agreement") == "needs_agreement"


@pytest.mark.parametrize(
    ("scheme", "status", "expected"),
    [
        ("es-x", "regular", "entitled"),  # T97-1: lawfully there, whatever the nationality (C97 Art 6(1)(b))
        ("es-x", "irregular", "refused"),
        ("ke-x", "irregular", "entitled"),  # T143-1: rights from past employment (C143 Art 9(1))
        ("gh-x", "irregular", "to_examine"),  # TMW-1: a duty to examine opens no right (ICRMW Art 27)
        ("gh-x", "regular", "to_examine"),
    ],
)
def test_migrants_are_equal_by_status(scheme: str, status: str, expected: str) -> None:
    """A national of Bolivia, whom nothing that looks at nationality binds to Spain, Kenya or Ghana."""
    about = migrant(scheme, "BO", scheme[:2].upper(), residence_status=status)
    case = life([certified(scheme, years=20)], assume=own_nationals(scheme), **about)
    assert benefit(said(case, NONE), scheme).refusal == "nationality"
    decision = said(case, AS_BOUND)
    assert benefit(decision, scheme).status == expected
    inquiries = [one.cites for one in decision.findings if one.kind == "refund_inquiry"]
    assert inquiries == (["icrmw-1990, Art 27(1) and (2)"] if expected == "to_examine" else [])
