"""The legal invariants, of incapacity and death: whatever the life, the degrees found and the family left behind."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from portability.assessment.decide import asked, decide_branch
from portability.assessment.scope import AgreementSet
from portability.law.shelf import default_shelf
from portability.number.unknown import Unknown
from portability.record.decision import Decision, to_json
from tests.laws.drawn import days
from tests.laws.drawn_contingencies import DEGREES, contingencies, families, invalid_lives
from tests.laws.form import well_formed
from tests.laws.lives import AS_BOUND, AT, DIRECT, FOR_ALL, HIGHER, NONE, PRO_RATA, Row, alike, insured, law, life, paid, said

ONE_OPERATION = (NONE, PRO_RATA, DIRECT)  # xw-higher converts what was notified by the year year by year
SETS = (*ONE_OPERATION, HIGHER, AS_BOUND, FOR_ALL)
few = settings(max_examples=30, deadline=None)


@few
@given(contingencies(certified=True, most=6), st.randoms(use_true_random=False), st.sampled_from(SETS))
def test_a_decision_is_well_formed_and_the_order_of_entries_changes_nothing(told: Row, chance: Any, agreements: Any) -> None:
    mixed = {key: chance.sample(rows, len(rows)) if isinstance(rows, list) else rows for key, rows in told.items()}
    before, after = said(life(**told), agreements), said(life(**mixed), agreements)
    well_formed(before)
    assert alike(after, "summary", "missing_facts") == alike(before, "summary", "missing_facts")
    assert {one.path for one in after.missing_facts} == {one.path for one in before.missing_facts}
    sums = [{one.beneficiary: one.per_month for one in each.summary.by_beneficiary} for each in (before, after)]
    assert sums[0] == sums[1]  # told in the order of the claims
    assert before.summary.per_month == after.summary.per_month


@few
@given(contingencies(), st.data(), st.sampled_from(ONE_OPERATION))
def test_cutting_a_dated_period_into_two_touching_halves_changes_nothing(told: Row, data: Any, agreements: Any) -> None:
    whole = data.draw(st.sampled_from(told["periods"] or [{"from": "", "to": ""}]))
    assume(whole["from"] < whole["to"])
    edge = data.draw(days(date.fromisoformat(whole["from"]) + timedelta(1), date.fromisoformat(whole["to"])))
    assume(whole["from"] < edge.isoformat() <= min(whole["to"], told["person"].get("died", "9")))
    halves = [{**whole, "to": (edge - timedelta(1)).isoformat()}, {**whole, "id": "cut", "from": edge.isoformat()}]
    parts = [half for row in told["periods"] for half in (halves if row is whole else [row])]
    before, after = said(life(**told), agreements), said(life(**{**told, "periods": parts}), agreements)
    assert alike(after, "periods") == alike(before, "periods")


def branches(told: Row, agreements: AgreementSet) -> list[Any]:
    """Each branch that is claimed, decided exactly for each who claims it."""
    case = life(**told)
    return [decide_branch(case, branch, AT, agreements, default_shelf(), who) for branch, who in asked(case)]


@few
@given(contingencies(certified=True))
def test_what_is_chosen_is_not_below_the_independent_benefit(told: Row) -> None:
    """Where the instrument keeps the higher of the two: xw-higher does, but for one payer of type A and for accounts."""
    for one in branches(told, HIGHER):
        methods = {key: member.shape.method for run in one.plan.runs
                   for key, member in zip(run.count.keys, run.members, strict=True)}  # fmt: skip
        for plan, alone, chosen in zip(one.plan.plans, one.found.alones, one.found.chosen, strict=True):
            if methods.get(plan.key, "none") not in ("none", "higher_of") or plan.key[1] == "xb-farm":
                continue
            low = (chosen.amount.value.low if isinstance(chosen.amount.value, Unknown) else chosen.amount.value)
            independent = alone.independent.value
            assert low >= (independent.low if isinstance(independent, Unknown) else independent), plan.key


@few
@given(st.sampled_from(("xa-general", "xb-general", "xc-trade")), st.data(), st.sampled_from(SETS[1:5]))
def test_one_state_alone_owes_what_its_law_alone_gives(scheme: str, data: Any, agreements: Any) -> None:
    told = data.draw(contingencies(scheme, certified=True))
    state = scheme[:2].upper()
    home = {
        "person": {**told["person"], "nationalities": [state]},
        "residence": [{"country": state, "from": "1970-05-20", "residence_status": "national"}],
        "claim": [{**row, "residence": state} for row in told["claim"]],
    }
    alone, bound = said(life(**{**told, **home})), said(life(**{**told, **home}), agreements)
    assert [to_json(each) for each in bound.benefits] == [to_json(each) for each in alone.benefits]
    assert bound.summary == alone.summary


def amounts(decision: Decision) -> list[Any]:
    """All of each benefit but where, and whether, it is paid."""
    found = []
    for each in decision.benefits:
        written = to_json(each)
        for payment in written.get("payments", ()):
            payment.pop("payable_in", None)
            payment.pop("export", None)
        found.append(written)
    return found


@few
@given(families(("xa-general", "xb-general", "xc-trade"), certified=True), st.sampled_from(("XB", "XC", "BD")),
       st.sampled_from(SETS))  # fmt: skip
def test_where_survivors_live_changes_payability_only(told: Row, lives_in: str, agreements: Any) -> None:
    here = said(life(**told), agreements)
    abroad = said(life(**{**told, "claim": [{**row, "residence": lives_in} for row in told["claim"]]}), agreements)
    assert amounts(abroad) == amounts(here)


@few
@given(contingencies(certified=True), st.sampled_from(SETS))
def test_an_assumption_about_what_the_case_does_not_touch_changes_nothing(told: Row, agreements: Any) -> None:
    elsewhere = law("xq-general", qualifying="1 year", formula={"shape": "flat", "amount": "9 XTS per month"})
    assert alike(said(life(**told, assume=elsewhere), agreements)) == alike(said(life(**told), agreements))


@few
@given(families(("xa-general", "xc-trade"), certified=True), st.sampled_from(SETS))
def test_the_shares_of_a_family_never_exceed_the_ceiling(told: Row, agreements: Any) -> None:
    """XA holds all shares to the whole pension, XC to nine tenths: of the same pension, alone and shared."""
    found = [step for one in branches(told, agreements) for step in one.ledger.steps.values()]
    counted = {(step.place.where, step.place.beneficiary) for step in found
               if step.rule == "survivor_entitled" and step.result is True}  # fmt: skip
    taken: dict[tuple[str, str], list[Any]] = {}
    for step in found:
        if step.rule == "share_within_ceiling" and (step.place.where, step.place.beneficiary) in counted:
            taken.setdefault((step.place.where, step.place.variant), []).append(step.result)
    for (where, _), shares in taken.items():
        if not any(isinstance(share, Unknown) for share in shares):
            assert sum(shares) <= (Fraction(1) if where == "XA.xa-general" else Fraction(9, 10)), where


@few
@given(invalid_lives(certified=True), st.sampled_from(SETS), DEGREES, DEGREES)
def test_a_higher_degree_never_pays_less(told: Row, agreements: Any, one: str, other: str) -> None:
    low, high = sorted((one, other), key=lambda text: Fraction(text.split()[0]))
    paid = []
    for degree in (low, high):
        (event,) = told["event"]
        found = [{**row, "degree": degree} for row in event["assessment"]]
        (branch,) = branches({**told, "event": [{**event, "assessment": found}]}, agreements)
        paid.append(branch)
    for before, after in zip(paid[0].found.paid, paid[1].found.paid, strict=True):
        less, more = before.payment.value, after.payment.value
        least = less.low if isinstance(less, Unknown) else less
        assert isinstance(more, Unknown) or more >= least or "single_payer" in str(paid[0].plan.runs)


@few
@given(invalid_lives(), st.data(), st.sampled_from(ONE_OPERATION))
def test_insurance_after_incapacity_began_changes_no_amount(told: Row, data: Any, agreements: Any) -> None:
    begun = date.fromisoformat(told["event"][0]["date"])
    start, end = sorted((data.draw(days(begun, date(2025, 12, 31))), data.draw(days(begun, date(2025, 12, 31)))))
    row = data.draw(st.sampled_from(told["periods"]))
    more = {**row, "id": "later", "from": (start + timedelta(1)).isoformat(), "to": (end + timedelta(1)).isoformat()}
    before, after = said(life(**told), agreements), said(life(**{**told, "periods": [*told["periods"], more]}), agreements)
    assert amounts(after) == amounts(before)


@few
@given(contingencies(certified=True), st.sampled_from(SETS))
def test_nothing_is_owed_before_it_happened(told: Row, agreements: Any) -> None:
    happened = date.fromisoformat(told["person"].get("died") or told["event"][0]["date"])
    decision = said(life(**told), agreements, happened - timedelta(1))
    assert {each.status for each in decision.benefits} <= {"refused", "undetermined"}
    for each in said(life(**told), agreements).benefits:
        assert all(payment.start >= happened for payment in (*each.payments, each.arrears) if hasattr(payment, "start"))


SURE = {"standing": "certified"}
WORK = [insured("xa-general", "1995-01-01", "2004-12-31", **SURE)]
DEAD = {"born": "1970-05-20", "died": "2024-06-01", "sex": "M", "nationalities": ["XA"], **SURE}
PARENT = {"id": "parent", "relation": "parent", "born": "1945-01-01", "dependent": {"from": "1990-01-01"}, **SURE}
CHILD = {"id": "child", "relation": "child", "born": "2015-01-01"}
MOTHER = {"id": "mother", "relation": "spouse", "born": "1972-01-01", "married": {"from": "2000-01-01", "to": "2020-01-01"}}


def standing(who: str, *family: Row, **more: Any) -> tuple[str, str, str]:
    """Status and standing of the benefit of one of a family that claims."""
    claims = [{"claimant": who, "branches": ["survivors"], "date": "2026-01-01", "residence": "XA"}]
    wages = [paid("xa-general", "1995-01-01", "2004-12-31", "9000", **SURE)]
    told = {"person": DEAD, "family": list(family), "claim": claims, "earnings": wages, "residence": None, **more}
    (found,) = said(life(WORK, **told)).benefits
    return found.status, found.standing.facts, found.standing.law


def test_that_somebody_comes_first_is_as_sure_as_what_is_told_of_that_one() -> None:
    """Found by drawing: a parent was refused for certain, because of a child of whom the age was declared only."""
    assert standing("parent", PARENT, CHILD)[:2] == ("refused", "declared")
    assert standing("parent", PARENT, CHILD | SURE)[:2] == ("refused", "certified")
    assert standing("parent", PARENT, CHILD, CHILD | SURE | {"id": "other"})[:2] == ("refused", "certified")


def test_an_orphans_share_is_as_sure_as_the_death_of_the_other_parent() -> None:
    for level in ("certified", "declared"):
        dead = {**MOTHER, "died": "2020-01-01", "standing": level}
        assert standing("child", CHILD | SURE, dead)[:2] == ("entitled", level)


def test_that_somebody_comes_first_is_as_sure_as_the_law_of_that_one() -> None:
    assert standing("parent", PARENT, CHILD | SURE) == ("refused", "certified", "official")
    assumed = [{"path": "xa.xa-general.survivors.child.until_age", "value": "17 years", "reason": "a toy law"}]
    assert standing("parent", PARENT, CHILD | SURE, assume=assumed) == ("refused", "certified", "assumed")
