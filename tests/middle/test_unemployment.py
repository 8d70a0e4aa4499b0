"""Unemployment in the invented States, worked by hand: the Convention of XA, XB and XC (Arts 61 to 65) and the older Agreement of
XA and XB (Art 21)."""

from datetime import date
from typing import Any

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Decision
from portability.record.phrases import amount
from portability.record.render import rendered

AT = date(2025, 3, 1)
OLD = AgreementSet("xv", as_bound=False, with_=("xv-pro-rata",))
NONE = AgreementSet("none", as_bound=False)
SCHEMES = {"XA": "xa-general", "XB": "xb-general", "XC": "xc-trade"}


def work(state: str, start: str, end: str) -> dict[str, Any]:
    return {"id": f"{state}-{start}", "country": state, "scheme": SCHEMES[state], "kind": "insurance", "from": start, "to": end}


def asks(state: str, **law: Any) -> list[dict[str, Any]]:
    path = f"{state.lower()}.{SCHEMES[state]}.unemployment"
    return [{"path": f"{path}.{key}", "value": value, "reason": "a toy law"} for key, value in law.items()]


def unemployed(
    *periods: dict[str, Any], lives: str = "XA", chosen: AgreementSet | None = None, claim: str | None = None, **tables: Any
) -> Decision:
    case = {
        "format": "portability.case/1",
        "id": "u",
        "person": {"born": "1985-01-01", "nationalities": ["XA"]},
        "residence": [{"country": lives}],
        "period": list(periods),
        "event": [{"id": "lost", "kind": "unemployment", "date": "2025-02-01"}],
        "claim": [{"branches": ["unemployment"], "date": AT.isoformat(), **({"lodged_in": claim} if claim else {})}],
        **tables,
    }
    decision = decide(read_case(case), AT, chosen)
    assert rendered(decision)
    return decision


def told(decision: Decision) -> list[tuple[str, str, str, str]]:
    """State, status, months of its own and in all, of each row."""
    found = []
    for one in decision.benefits:
        (variant,) = one.variants
        assert variant.own is not None
        assert variant.total is not None
        found.append((one.country, one.status, str(variant.own.right), str(variant.total.right)))
    return found


def said(decision: Decision, kind: str = "maintenance") -> list[str]:
    return [f"{one.text} [{(one.cites or '').partition(', ')[2]}]" for one in decision.findings if one.kind == kind]


def test_the_state_of_the_last_work_adds_the_periods_of_the_others() -> None:
    # twelve months in twenty-four are asked: XA has five, the last; XB nine before: fourteen
    rows = work("XB", "2023-12-01", "2024-08-31"), work("XA", "2024-09-01", "2025-01-31")
    law = asks("XA", qualifying={"is": "12 months", "within": "24 months"}, share="60 %")
    pay = [{"country": "XA", "scheme": "xa-general", "from": "2024-09-01", "to": "2025-01-31", "amount": "2000",
            "currency": "XTS", "per": "month"}]
    found = unemployed(*rows, assume=law, earnings=pay)
    assert told(found) == [("XA", "entitled", "5", "14")]
    assert amount(found.benefits[0].payments[0].money) == "1200.00 XTS"
    alone = unemployed(*rows, assume=law, earnings=pay, chosen=NONE)
    assert told(alone) == [("XA", "refused", "5", "5")]
    assert alone.benefits[0].refusal == "qualifying_period"


def test_months_outside_the_window_do_not_count() -> None:
    rows = work("XB", "2022-01-01", "2023-02-28"), work("XA", "2024-09-01", "2025-01-31")
    law = asks("XA", qualifying={"is": "12 months", "within": "24 months"})  # from 2023-02-01: one month of XB
    assert told(unemployed(*rows, assume=law)) == [("XA", "refused", "5", "6")]


def test_who_lived_elsewhere_is_paid_where_he_lives_and_the_state_of_work_refunds() -> None:
    # six months in XB: refund of the first three months; fourteen: of five
    found = unemployed(work("XB", "2024-08-01", "2025-01-31"), lives="XA", work=[
        {"id": "w", "country": "XB", "from": "2024-08-01", "to": "2025-01-31", "goes_home": True}])
    assert told(found) == [("XA", "undetermined", "0", "6")]
    assert said(found) == ["between institutions: XB refunds XA what it pays in the first 3 months [Art 65(6)]"]
    longer = unemployed(work("XB", "2023-12-01", "2025-01-31"), lives="XA")
    assert said(longer) == [
        "between institutions: XB refunds XA what it pays in the first 5 months: 12 months or more were completed there in the "
        "last 24 months [Art 65(7)]"]
    assert any("went home every week is not told; taken as yes" in text for text in longer.not_certain)


def test_who_did_not_go_home_may_stay_with_the_state_of_work() -> None:
    rows = work("XB", "2024-08-01", "2025-01-31")
    away = [{"id": "w", "country": "XB", "from": "2024-08-01", "to": "2025-01-31", "goes_home": False}]
    assert told(unemployed(rows, lives="XA", claim="XB", work=away))[0][0] == "XB"
    assert told(unemployed(rows, lives="XA", claim="XA", work=away))[0][0] == "XA"


def test_the_benefit_goes_on_abroad_for_some_months_and_another_state_adds_nothing() -> None:
    moved = [{"country": "XA", "to": "2025-02-15"}, {"country": "XB", "from": "2025-02-16"}]
    found = unemployed(work("XA", "2020-01-01", "2025-01-31"), residence=moved, claim="XB")
    assert told(found)[0][0] == "XA"
    assert said(found) == [
        "who seeks work in another State bound keeps the benefit of XA for 3 months, which XA may prolong to 6 months; after 4 "
        "weeks at the disposal of its services, and registered there within 7 days [Art 64(1)(c)]",
        "XB, where the claim is made, adds no periods: the person was last insured in XA [Art 61(2)]",
    ]


def test_a_rule_that_needs_an_agreement_pays_nobody() -> None:
    bound = AgreementSet("as-bound", without=("xw-higher",))
    found = unemployed(work("XB", "2024-08-01", "2025-01-31"), lives="XA", chosen=bound)
    assert told(found)[0][0] == "XB"
    assert "only by an agreement between the two; none is known [Art 21(4)]" in said(found, "agreement_expected")[0]
    would = unemployed(work("XB", "2024-08-01", "2025-01-31"), lives="XA", chosen=OLD)  # a scenario takes it as agreed
    assert (told(would)[0][0], would.benefits[0].legal_force) == ("XA", "scenario")


def test_a_stated_amount_and_a_required_length() -> None:
    rows = work("XB", "2023-12-01", "2024-08-31"), work("XA", "2024-09-01", "2025-01-31")
    statements = [
        {"country": "XA", "scheme": "xa-general", "branch": "unemployment", "kind": "required", "length": {"months": 14}},
        {"country": "XA", "scheme": "xa-general", "branch": "unemployment", "kind": "award", "amount": "30.00", "currency": "XTS",
         "per": "day"},
    ]  # fmt: skip
    found = unemployed(*rows, statement=statements)
    assert told(found) == [("XA", "entitled", "5", "14")]
    assert amount(found.benefits[0].payments[0].money) == "900.00 XTS"


def test_without_work_nothing_is_decided() -> None:
    found = unemployed()
    assert found.benefits == ()
    assert "unemployment: no work before the unemployment is told" in found.not_certain
