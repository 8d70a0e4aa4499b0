"""A widow, children and parents in the invented States: shares, ceilings, ends, and each State's part of each of them.

The law of XA, XB and XC stands in `agreements/national`; each figure is worked in the comment above it.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Benefit, Decision
from tests.middle.lives import NONE, period, under

HIGHER = under("xw-higher")
AT = "2026-01-01"
WIDOW = {"id": "widow", "relation": "spouse", "born": "1975-01-01", "sex": "F", "disabled": False}
WIDOW |= {"married": {"from": "2000-01-01"}}
ANN = {"id": "ann", "relation": "child", "born": "2010-06-01", "in_education": False, "disabled": False}
BOB = {"id": "bob", "relation": "child", "born": "2006-06-01", "in_education": True, "disabled": False}
XA = period("xa-general", "1995-01-01", "2004-12-31")
THREE = (XA, period("xb-general", "2005-01-01", "2014-12-31"), period("xc-trade", "2015-01-01", "2024-12-31"))
WAGES = {"XA": "1000", "XB": "840", "XC": "1200"}


def left_by(
    family: Sequence[dict[str, Any]],
    *periods: dict[str, Any],
    at: str = AT,
    sets: AgreementSet = NONE,
    died: str = "2024-12-31",
    wages: dict[str, str] = WAGES,
    claimants: Sequence[str] = (),
    **tables: Any,
) -> Decision:
    """The decision on what a death leaves to the family; all of it claim, unless told."""
    told = {"currency": "XTS", "per": "month"}
    case = {
        "format": "portability.case/1",
        "id": "family",
        "person": {"born": "1970-03-10", "died": died, "sex": "M", "nationalities": ["XA"]},
        "family": list(family),
        "period": [{"id": f"p{i}", **one} for i, one in enumerate(periods)],
        "earnings": [
            {key: one[key] for key in ("country", "scheme", "from", "to")} | told | {"amount": wages[one["country"]]}
            for one in periods
        ],
        "claim": [
            {"claimant": who, "branches": ["survivors"], "date": at, "residence": "XB"}
            for who in claimants or [one["id"] for one in family]
        ],
    } | tables  # fmt: skip
    return decide(read_case(case), date.fromisoformat(at), sets)


def of(decision: Decision, who: str, scheme: str = "xa-general") -> Benefit:
    return next(one for one in decision.benefits if (one.beneficiary, one.scheme) == (who, scheme))


def result(decision: Decision, who: str, scheme: str = "xa-general") -> str:
    """What is paid by the month, or why nothing is."""
    found = of(decision, who, scheme)
    if found.status != "entitled":
        return f"refused: {found.refusal}" if found.status == "refused" else found.status
    return str(found.payments[0].money.amount)


def test_all_shares_together_stay_within_the_ceiling() -> None:
    # Ten years of 1000: 20 % = 200, raised to the minimum of 400. 60 + 25 + 25 = 110 %, held to 100 %:
    # 400 x 60/110 = 218.18 and 400 x 25/110 = 90.91 each.
    decision = left_by([WIDOW, ANN, BOB], XA)
    assert [result(decision, who) for who in ("widow", "ann", "bob")] == ["218.18", "90.91", "90.91"]
    assert [step.sentence for step in decision.steps if step.id.endswith("ann/XA.xa-general/alone/share_within_ceiling")] == [
        "All shares together, 110 %, exceed the ceiling of 100 %: the share of 25 % is reduced to 5/22."
    ]


def test_a_widow_and_two_children_in_three_states() -> None:
    # XA as above. Shared: 360 months are 50 %: 500; the widow's 6/11 of it, 272.73; a third of that, 90.91: less than alone.
    # XB: 120/420 of 840 = 240, raised to 250: widow 125; children 40 % together: 50 each, raised to 80 each.
    #   Shared: 360/420 of 840 = 720; widow 360, child 144; a third: 120 and 48.
    # XC: 40 quarters at 0.4 % = 16 % of 1200 = 192. 60 + 20 + 20 = 100 %, held to 90 %: 54 % = 103.68, 18 % = 34.56.
    #   Shared: 48 % = 576, of which 54 % = 311.04, a third 103.68: a tie.
    for sets in (NONE, HIGHER):
        decision = left_by([WIDOW, ANN, BOB], *THREE, sets=sets)
        assert [result(decision, "widow", scheme) for scheme in ("xa-general", "xb-general", "xc-trade")] == [
            "218.18", "125.00", "103.68",
        ]  # fmt: skip
        for child in ("ann", "bob"):
            assert [result(decision, child, scheme) for scheme in ("xa-general", "xb-general", "xc-trade")] == [
                "90.91", "80.00", "34.56",
            ]  # fmt: skip
    # 218.18 x 13/12 + 125 + 103.68 = 465.04; 90.91 x 13/12 + 80 + 34.56 = 213.05; together 891.13.
    alone = left_by([WIDOW, ANN, BOB], *THREE).summary
    assert [(one.beneficiary, one.per_month[0].amount) for one in alone.by_beneficiary] == [
        ("widow", "465.04"), ("ann", "213.05"), ("bob", "213.05"),
    ]  # fmt: skip
    assert alone.per_month[0].amount == "891.13"
    shared = {one.beneficiary: one.variants[1].net.amount for one in decision.benefits if one.scheme == "xb-general"}  # type: ignore[union-attr]  # told
    assert shared == {"widow": "120.00", "ann": "48.00", "bob": "48.00"}


def test_t3_19_a_widow_elsewhere_gets_the_share_of_her_part() -> None:
    # The deceased 12 years in XA and 8 in XB; her share, 60 % of 1000, is 600: x 144/240 = 360, paid in XB.
    career = (period("xa-general", "2000-01-01", "2011-12-31"), period("xb-general", "2012-01-01", "2019-12-31"))
    stated = {"country": "XA", "scheme": "xa-general", "branch": "survivors", "kind": "theoretical", "amount": "1000.00"}
    row = [stated | {"currency": "XTS", "per": "month"}]
    found = of(left_by([WIDOW], *career, died="2020-06-01", sets=HIGHER, statement=row), "widow")
    shared = found.variants[1]
    assert (shared.theoretical.amount, shared.ratio, shared.net.amount) == ("600.00", "144/240", "360.00")  # type: ignore[union-attr]  # told
    assert (found.payments[0].money.amount, found.payments[0].payable_in, found.payments[0].export) == ("360.00", "XB", "paid")


def test_a_share_of_the_part_is_the_part_of_the_share() -> None:
    # A child's rate of 75 %: of the pro-rata amount, 1000 x 144/240 = 600, it is 450.
    career = (period("xa-general", "2000-01-01", "2011-12-31"), period("xb-general", "2012-01-01", "2019-12-31"))
    told = {"country": "XA", "scheme": "xa-general", "branch": "survivors", "kind": "pro_rata", "amount": "600.00"}
    rate = [{"path": "xa.xa-general.survivors.child.share", "value": "75 %", "reason": "another law's rate"}]
    row = [told | {"currency": "XTS", "per": "month"}]
    family = [ANN, WIDOW | {"relation": "partner"}]
    decision = left_by(family, *career, claimants=["ann"], sets=HIGHER, statement=row, assume=rate)
    assert of(decision, "ann").variants[1].net.amount == "450.00"  # type: ignore[union-attr]  # told


def test_a_pension_in_payment_is_what_is_shared() -> None:
    # The pension paid was 700: 60 % = 420.
    told = {"country": "XA", "scheme": "xa-general", "branch": "old_age", "kind": "award", "amount": "700.00"}
    decision = left_by([WIDOW], XA, statement=[told | {"currency": "XTS", "per": "month"}])
    assert result(decision, "widow") == "420.00"


def test_a_childs_benefit_ends_with_age_and_the_others_are_reckoned_anew() -> None:
    # From 2028-06-01 Ann is 18 and not in education: 60 + 25 = 85 % is under the ceiling; 400 x 60 % = 240, Bob 100.
    before = left_by([WIDOW, ANN, BOB], XA, at="2028-05-31")
    assert [result(before, who) for who in ("widow", "ann", "bob")] == ["218.18", "90.91", "90.91"]
    assert ("2028-06-01", "the age is reached at which the benefit ends") in [
        (str(one.on), one.because) for one in of(before, "ann").recompute
    ]
    assert "2028-06-01" in [str(one.on) for one in of(before, "widow").recompute]
    after = left_by([WIDOW, ANN, BOB], XA, at="2028-06-01")
    assert [result(after, who) for who in ("widow", "ann", "bob")] == ["240.00", "refused: other", "100.00"]
    # Bob ends his education's age on 2031-06-01; the widow alone keeps her 240.
    last = left_by([WIDOW, ANN, BOB], XA, at="2031-06-01")
    assert [result(last, who) for who in ("widow", "bob")] == ["240.00", "refused: other"]


def test_disability_lifts_the_age_and_remarriage_ends_the_benefit() -> None:
    # 25 % of 400.
    old = {"id": "cas", "relation": "child", "born": "1995-01-01", "disabled": True}
    assert result(left_by([old, WIDOW], XA), "cas") == "100.00"
    again = WIDOW | {"married": [{"from": "2000-01-01", "to": "2024-12-31"}, {"from": "2025-06-01"}]}
    assert result(left_by([again], XA), "widow") == "refused: other"
    assert result(left_by([again], XA, at="2025-05-31"), "widow") == "240.00"


@pytest.mark.parametrize(
    ("married", "children", "expected"),
    [("2023-12-31", [], "240.00"), ("2024-01-01", [], "refused: other"), ("2024-01-01", [ANN], "240.00")],
    ids=["twelve months", "a day less", "a child instead"],
)
def test_a_marriage_lasts_a_year_or_there_is_a_child(married: str, children: list[dict[str, Any]], expected: str) -> None:
    short = WIDOW | {"married": {"from": married}}
    assert result(left_by([short, *children], XA), "widow") == expected


def test_a_spouse_too_young_needs_a_child() -> None:
    # XB asks 45 of a widow: 250 x 50 %.
    career = THREE[1]
    young = WIDOW | {"born": "1980-01-01"}
    assert result(left_by([young], career), "widow", "xb-general") == "refused: other"
    assert result(left_by([young, ANN], career), "widow", "xb-general") == "125.00"
    assert result(left_by([WIDOW | {"born": "1979-12-31"}], career), "widow", "xb-general") == "125.00"


def test_orphans_of_both_parents_and_parents_in_their_turn() -> None:
    # Mother dead: 40 % of 400 = 160. A dependent parent, 20 % = 80, only where there is neither spouse nor child.
    dead = WIDOW | {"died": "2020-01-01", "married": {"from": "2000-01-01", "to": "2020-01-01"}}
    parent = {"id": "eve", "relation": "parent", "born": "1945-01-01", "dependent": {"from": "2010-01-01"}}
    decision = left_by([dead, ANN, parent], XA, claimants=["ann", "eve"])
    assert [result(decision, who) for who in ("ann", "eve")] == ["160.00", "refused: other"]
    assert result(left_by([parent], XA), "eve") == "80.00"
    assert result(left_by([parent | {"dependent": []}], XA), "eve") == "undetermined"


def test_what_nobody_said_of_the_family_is_named() -> None:
    decision = left_by([{"id": "ann", "relation": "child"}], XA)
    assert result(decision, "ann") == "undetermined"
    assert {"family.ann.born", "family: the other parent"} & {one.path for one in decision.missing_facts}
    alive = left_by([WIDOW], XA, person={"born": "1970-03-10"})
    assert result(alive, "widow") == "undetermined"
    assert "event of kind death" in {one.path for one in alive.missing_facts}
    assert result(left_by([{"id": "sis", "relation": "sibling"}], XA), "sis") == "refused: other"


def test_the_nationality_of_survivors_is_not_asked() -> None:
    """C118 Art 3(2): equality for survivors of nationals, whatever their own nationality; the deceased was a national of XA."""
    nationals = [{"path": "xa.xa-general.survivors.nationality", "value": ["national"], "reason": "a stricter law"}]
    foreign = [{"person": "widow", "country": "XC"}]
    assert result(left_by([WIDOW], XA, assume=nationals, nationality=foreign), "widow") == "240.00"
    of_xc = {"born": "1970-03-10", "died": "2024-12-31", "nationalities": ["XC"]}
    own = [{"person": "widow", "country": "XA"}]
    told = {"assume": nationals, "person": of_xc, "nationality": own}
    assert result(left_by([WIDOW], XA, **told), "widow") == "refused: nationality"
    assert result(left_by([WIDOW], *THREE, sets=HIGHER, **told), "widow") == "240.00"


def test_a_widows_factor_of_a_points_pension() -> None:
    # Forty points at 36.02 are 1440.80; a widow's factor of 0.55: 792.44.
    path = "xa.xa-general.survivors."
    told = [
        {"path": path + "formula", "value": {"shape": "flat", "amount": "1440.80 XTS per month"}, "reason": "points"},
        {"path": path + "spouse.share", "value": "55 %", "reason": "a factor by type"},
    ]
    assert result(left_by([WIDOW], XA, assume=told), "widow") == "792.44"


def test_the_insured_persons_floor_is_not_asked_after_death() -> None:
    decision = left_by([WIDOW], XA)
    assert {row.person for row in decision.floor} <= {"widow"}
    assert [one.id for one in decision.benefits] == ["survivors/widow/XA.xa-general"]
    assert decision.summary.by_beneficiary == ()


CHILD = st.builds(
    lambda n, year, study: ANN | {"id": f"c{n}", "born": f"{year}-06-01", "in_education": study},
    st.integers(0, 10**6),
    st.integers(1995, 2024),
    st.booleans(),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(CHILD, min_size=1, max_size=6, unique_by=lambda one: one["id"]), st.booleans())
def test_a_family_never_gets_more_than_the_ceiling_of_its_shares(children: list[dict[str, Any]], widowed: bool) -> None:
    family = [*([WIDOW] if widowed else []), *children]
    decision = left_by(family, XA)
    paid = [Fraction(one.payments[0].money.amount or 0) for one in decision.benefits if one.status == "entitled"]
    assert sum(paid) <= 400 + Fraction(len(paid), 200)
    young = [one for one in children if one["born"] > "2008-01-01"]
    assert len(paid) >= len(young) or not widowed


def test_zimbabwe_shares_forty_per_cent_among_widow_and_children() -> None:
    # docs/hand-worked/zw.md, part 6: 280.00 x 40 % alone; a third of it each for three; at least half the minimum of 60.
    career = period("zw-nssa", "1994-10-01", "2024-09-30")
    row = {"country": "ZW", "scheme": "zw-nssa", "from": "2024-09-01", "to": "2024-09-30", "per": "month", "currency": "USD"}

    def zw(family: Sequence[dict[str, Any]], wage: str, *periods: dict[str, Any]) -> Decision:
        return left_by(family, *periods, at="2025-06-01", wages={"ZW": wage}, earnings=[row | {"amount": wage}])

    assert result(zw([WIDOW], "900.00", career), "widow", "zw-nssa") == "112.00"
    three = zw([WIDOW, ANN, BOB], "900.00", career)
    assert {result(three, who, "zw-nssa") for who in ("widow", "ann", "bob")} == {"37.33"}
    ten = period("zw-nssa", "2014-10-01", "2024-09-30")
    assert result(zw([WIDOW], "200.00", ten), "widow", "zw-nssa") == "30.00"
    short = period("zw-nssa", "2014-11-01", "2024-09-30")
    grant = of(zw([WIDOW], "200.00", short), "widow", "zw-nssa")  # no minimum of a pension raises a sum paid once
    assert (grant.form, grant.payments[0].money.at_least) == ("lump_sum", None)
