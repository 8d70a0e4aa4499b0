"""Family benefits in the invented States, worked by hand: XA, XB and XC by priority (Convention, Arts 67 and 68), the XA-XB
Agreement by the State of work (Art 22)."""

from datetime import date
from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Decision
from portability.record.phrases import amount
from portability.record.render import rendered

AT = date(2025, 3, 1)
OLD = AgreementSet("xv", as_bound=False, with_=("xv-pro-rata",))
NONE = AgreementSet("none", as_bound=False)


def works(who: str, state: str, occupation: str = "employee") -> dict[str, Any]:
    return {"id": f"{who}-{state}", "person": who, "country": state, "occupation": occupation, "from": "2020-01-01"}


def pays(state: str, sum_: str, currency: str = "XTS") -> dict[str, Any]:
    scheme = {"XA": "xa-general", "XB": "xb-general"}[state]
    told = {"amount": sum_, "currency": currency, "per": "month"}
    return {"country": state, "scheme": scheme, "branch": "family", "kind": "award", **told}


def family(
    *rows: dict[str, Any], children: tuple[str, ...] = ("XA",), chosen: AgreementSet | None = None, **homes: str
) -> Decision:
    """A family of two parents; `homes` says where each lives, `children` where each child lives; rows are work or amounts."""
    kids = [{"id": f"c{i}", "relation": "child", "born": "2015-06-01"} for i in range(len(children))]
    living = {**homes, **{f"c{i}": state for i, state in enumerate(children)}}
    case = {
        "format": "portability.case/1",
        "id": "f",
        "person": {"born": "1985-01-01", "nationalities": ["XA"]},
        "family": [{"id": "mother", "relation": "spouse", "born": "1986-01-01"}, *kids],
        "residence": [{"person": who, "country": state} for who, state in living.items()],
        "work": [row for row in rows if "id" in row],
        "statement": [row for row in rows if "branch" in row],
        "rate": [{"base": "USD", "quote": "XTS", "on": "2025-02-01", "value": "4.00"}],
        "claim": [{"branches": ["family"], "date": AT.isoformat()}],
    }
    decision = decide(read_case(case), AT, chosen)
    assert rendered(decision).count("Traceback") == 0
    return decision


def told(decision: Decision) -> list[tuple[str, str, str]]:
    """State, amount due, and the article of each row."""
    steps = {step.id: step for step in decision.steps}
    return [
        (one.country, amount(one.variants[0].net), (steps[one.reasons[-1]].cites or "-").partition(", ")[2])
        for one in decision.benefits
    ]


def test_work_goes_before_residence() -> None:
    # the father works in XB; the mother lives with the child in XA and does not work: XB first, XA the difference, 100 - 80
    found = family(works("insured", "XB"), pays("XB", "80.00"), pays("XA", "100.00"), insured="XB", mother="XA")
    assert told(found) == [("XB", "80.00 XTS", "Art 68(1)(a)"), ("XA", "20.00 XTS", "Art 68(2)")]
    assert [one.variants[0].reductions[0].money.amount for one in found.benefits[1:]] == ["80.00"]
    assert [(one.status, one.form, one.legal_force) for one in found.benefits] == [("entitled", "allowance", "binding")] * 2
    assert [amount(sum_) for sum_ in found.summary.per_month] == ["100.00 XTS"]


def test_where_both_work_the_state_of_the_children_comes_first() -> None:
    # the father in XA, where the children live, the mother in XB: XA first; XB has 60, less than 100: nothing is added
    rows = works("insured", "XA", "self_employed"), works("mother", "XB"), pays("XA", "100.00"), pays("XB", "60.00")
    found = family(*rows, insured="XA", mother="XA")
    assert told(found) == [("XA", "100.00 XTS", "Art 68(1)(b)(i)"), ("XB", "0.00 XTS", "Art 68(2)")]


def test_where_the_children_live_in_both_the_highest_pays_and_the_other_refunds_half_at_most_its_own() -> None:
    # 100 in XA, 40 in XB: half of 100 is 50, more than XB would pay: 40 are refunded
    rows = works("insured", "XA"), works("mother", "XB"), pays("XA", "100.00"), pays("XB", "40.00")
    found = family(*rows, children=("XA", "XB"), insured="XA", mother="XB")
    assert told(found) == [("XA", "100.00 XTS", "Art 68(1)(b)(i)"), ("XB", "0.00 XTS", "Art 58")]
    assert [one.text for one in found.findings if one.kind == "maintenance"] == [
        "between institutions: XB refunds XA 50 % of what it pays, at most its own benefit: 40.00 XTS"]


def test_a_right_from_residence_alone_adds_nothing_for_children_abroad() -> None:
    # the father works in XB, the mother lives in XA, the children live in XC: XA rests on residence alone
    found = family(works("insured", "XB"), pays("XB", "80.00"), pays("XA", "100.00"), children=("XC",), insured="XB", mother="XA")
    assert told(found) == [("XB", "80.00 XTS", "Art 68(1)(a)"), ("XA", "0.00 XTS", "Art 68(2)")]
    assert any("adds nothing: its right rests on residence alone" in (step.sentence or "") for step in found.steps)


def test_amounts_meet_in_the_money_of_the_state_that_adds() -> None:
    # 20 USD at 4.00 are 80 XTS (rate of the first of the month before): 100 - 80
    found = family(works("insured", "XB"), pays("XB", "20.00", "USD"), pays("XA", "100.00"), insured="XB", mother="XA")
    assert told(found) == [("XB", "20.00 USD", "Art 68(1)(a)"), ("XA", "20.00 XTS", "Art 68(2)")]
    assert any("at 1 USD = 4.00 XTS" in (step.sentence or "") for step in found.steps)


def test_an_amount_that_nobody_stated_is_not_nought() -> None:
    found = family(works("insured", "XB"), pays("XA", "100.00"), insured="XB", mother="XA")
    assert [(one.country, one.status) for one in found.benefits] == [("XB", "undetermined"), ("XA", "undetermined")]
    assert amount(found.benefits[1].variants[0].net) == "at most 100.00 XTS"
    assert [one.path for one in found.missing_facts if "family" in one.path] == ["the amount of family benefits by the law of XB"]


@pytest.mark.parametrize(
    ("work", "child", "due"),
    [("150.00", "90.00", "90.00 XTS"), ("120.00", "170.00", "120.00 XTS")],  # three children, compared all together
)
def test_the_state_of_work_may_limit_to_what_the_state_of_the_children_pays(work: str, child: str, due: str) -> None:
    rows = works("insured", "XA"), pays("XA", work), pays("XB", child)
    found = family(*rows, children=("XB", "XB", "XB"), chosen=OLD, insured="XA", mother="XB")
    assert told(found) == [("XA", due, "Art 22(2)")]
    assert found.benefits[0].legal_force == "scenario"


def test_without_an_instrument_each_state_decides_by_itself() -> None:
    found = family(works("insured", "XB"), pays("XB", "80.00"), pays("XA", "100.00"), chosen=NONE, insured="XB", mother="XA")
    assert told(found) == [("XB", "80.00 XTS", ""), ("XA", "100.00 XTS", "")]


def test_a_claim_without_a_child_says_so() -> None:
    found = family(works("insured", "XB"), children=(), insured="XB", mother="XB")
    assert found.benefits == ()
    assert "family: no child is told" in found.not_certain
