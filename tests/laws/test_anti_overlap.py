"""Rules against overlapping benefits: what a law takes for other pensions and income, and what an agreement leaves of it.

Worked vectors of Regulation (EC) No 883/2004, Arts 53 to 55, of CJEU C-45/22 and of the agreement of Australia and Italy, told
of invented States; `xw-higher` has the rules of the Regulation.
"""

from typing import Any

import pytest

from portability.assessment.scope import AgreementSet
from portability.record.decision import Decision, Variant
from tests.laws.lives import FOR_ALL, NONE, PRO_RATA, Row, amount, benefit, certified, insured, law, life, said, states, under

TEN = {"qualifying": "10 years", "age": "65 years"}


def flat(of: str) -> Row:
    return {**TEN, "formula": {"shape": "flat", "amount": f"{of} XTS per month"}}


def income(of: str, kind: str = "survivors_pension", **more: Any) -> Row:
    return {"kind": kind, "amount": of, "currency": "XTS", "per": "month", **more}


def for_income(**more: Any) -> Row:
    return {"rate": "100 %", "counts": ["survivors_pension"], "foreign": True, **more}


def for_pensions(**more: Any) -> Row:
    return {"rate": "100 %", "counts": ["foreign_pension"], **more}


def reduction(decision: Decision, scheme: str, variant: str = "") -> str | None:
    """What is taken from a pension in the variant chosen, or in one named."""
    each: Variant
    for each in benefit(decision, scheme).variants:
        if each.id == variant or (not variant and each.chosen):
            return each.reductions[0].money.amount if each.reductions else None
    raise AssertionError([each.id for each in benefit(decision, scheme).variants])


THREE = [certified(scheme, years=15) for scheme in ("xd-a", "xe-b", "xf-c")]


def three(*rules: Row | None, pensions: str = "500", at: str = "600") -> Decision:
    laws = [
        row
        for scheme, rule in zip(("xd-a", "xe-b", "xf-c"), rules, strict=True)
        for row in law(scheme, **flat(pensions), **({} if rule is None else {"reduction_different_kind": rule}))
    ]
    return said(life(THREE, assume=laws, income=[income(at)]), FOR_ALL)


def test_55a_income_that_hits_three_independent_pensions_counts_to_each_by_a_third() -> None:
    # Flat 500 from ten years in three States; income 600: 600/3 = 200 each; 500 - 200 = 300. Pro rata of each:
    # 500/3 - 600/3 = nothing.
    decision = three(for_income(), for_income(), for_income())
    for scheme in ("xd-a", "xe-b", "xf-c"):
        assert (reduction(decision, scheme), amount(decision, scheme)) == ("200.00", "300.00")
        assert reduction(decision, scheme, "alone") == "500.00"  # by national law alone the whole income counts


def test_c_45_22_only_benefits_subject_to_such_a_rule_are_counted() -> None:
    # Three pensions, two of them with a ceiling of 100. I = 600, n = 2. Dividing the income: 600/2 - 100 = 200.
    # Dividing what exceeds the ceiling: (600 - 100)/2 = 250.
    rule = for_income(above="100 XTS per month")
    decision = three(rule, rule | {"divides": "excess"}, None)
    assert [reduction(decision, scheme) for scheme in ("xd-a", "xe-b", "xf-c")] == ["200.00", "250.00", None]
    assert [amount(decision, scheme) for scheme in ("xd-a", "xe-b", "xf-c")] == ["300.00", "250.00", "500.00"]


def test_55b_for_a_pro_rata_pension_income_counts_by_the_share() -> None:
    # 15 of 40 years; T = 1600, share 15/40: 600. Income 600 counts for 600 x 15/40 = 225; 600 - 225 = 375.
    # With 80 of it free, both count by the share: (600 - 80) x 15/40 = 195.
    career = [certified("xd-a", years=15), certified("xe-b", years=25)]
    for above, taken, left in (("0 XTS per month", "225.00", "375.00"), ("80 XTS per month", "195.00", "405.00")):
        rule = for_income(above=above)
        laws = law("xd-a", **{**flat("1600"), "qualifying": "30 years"}, reduction_different_kind=rule)
        decision = said(life(career, assume=laws + law("xe-b", **flat("1")), income=[income("600")]), FOR_ALL)
        assert (reduction(decision, "xd-a"), amount(decision, "xd-a")) == (taken, left)


def test_55_mixed_each_benefit_has_its_own_rule() -> None:
    # A: flat 500 alone; B: no right alone, T = 500, 15/30. One independent benefit with the rule: A counts 600 whole: nothing
    # left of 500. A's pro rata 250 - 300: nothing. B: 250 less 600 x 15/30 = 300: nothing. With income of 100: A 400, B 200.
    laws = law("xd-a", **flat("500"), reduction_different_kind=for_income())
    laws += law("xe-b", **{**flat("500"), "qualifying": "20 years"}, reduction_different_kind=for_income())
    for at, a, b in (("600", "0.00", "0.00"), ("100", "400.00", "200.00")):
        decision = said(life(THREE[:2], assume=laws, income=[income(at)]), FOR_ALL)
        assert (amount(decision, "xd-a"), amount(decision, "xe-b")) == (a, b)


def test_55_2_a_law_that_counts_a_proportion_is_not_divided() -> None:
    # A 20 and B 10 of 30 years. A counts by its share: 600 x 20/30 = 400; B divides by the two benefits: 300.
    laws = law("xd-a", **flat("500"), reduction_different_kind=for_income(divides="proportion"))
    laws += law("xe-b", **flat("500"), reduction_different_kind=for_income())
    case = life([certified("xd-a", years=20), certified("xe-b", years=10)], assume=laws, income=[income("600")])
    decision = said(case, FOR_ALL)
    assert (reduction(decision, "xd-a"), reduction(decision, "xe-b")) == ("400.00", "300.00")


@pytest.mark.parametrize(
    ("knob", "independent", "shared"),
    [("divide", "300.00", "0.00"), ("prorate", "0.00", "0.00"), ("national", "0.00", "0.00"), ("none", "500.00", "250.00")],
)
def test_what_an_agreement_leaves_of_rules_on_income(knob: str, independent: str, shared: str) -> None:
    # Two flat pensions of 500 with the rule, 15 of 30 years each, income 600. Divided by two: 300 of each; the share of 250
    # less 300. Whole: nothing left. Where no rule may be applied: 500 and 250.
    rule = for_income(above="100 XTS per month")
    laws = [row for scheme in ("xd-a", "xe-b") for row in law(scheme, **flat("500"), reduction_different_kind=rule)]
    knobs = under("xw-higher", apportionment__old_age__anti_overlap_different_kind=knob)
    found = benefit(said(life(THREE[:2], assume=laws + knobs, income=[income("600")]), FOR_ALL), "xd-a")
    nets = {each.id: None if each.net is None else each.net.amount for each in found.variants}
    assert (found.payments[0].money.amount, nets["xw-higher.all"]) == (independent, shared)


def pensions_of(rule: Row | None, *, full: str = "10 years", agreements: AgreementSet = FOR_ALL, more: Any = ()) -> Decision:
    """A owes 500 (alone from `full` on), B 300; A's law reduces for other pensions."""
    reduces = {} if rule is None else {"reduction_same_kind": rule}
    laws = law("xd-a", **{**flat("500"), "qualifying": full}, **reduces) + law("xe-b", **flat("300"))
    return said(life(THREE[:2], assume=[*laws, *more]), agreements)


def test_53_a_foreign_pension_counts_only_where_the_law_says_so() -> None:
    assert amount(pensions_of(for_pensions(), agreements=NONE), "xd-a") == "200.00"
    assert amount(pensions_of(for_pensions(counts=["own_pension"]), agreements=NONE), "xd-a") == "500.00"
    assert amount(pensions_of(for_pensions(above="120 XTS per month", rate="50 %"), agreements=NONE), "xd-a") == "410.00"


def test_53_after_deductions_nobody_told_the_reduction_lies_between_nothing_and_the_gross_pension() -> None:
    (found,) = benefit(pensions_of(for_pensions(amounts="net"), agreements=NONE), "xd-a").payments
    assert (found.money.amount, found.money.at_least, found.money.at_most) == (None, "200.00", "500.00")


def test_54_never_on_a_pro_rata_pension_of_the_same_kind() -> None:
    # A has no right alone: T = 500, 15/30: 250, whole. B's 300 would take all of it by national law.
    decision = pensions_of(for_pensions(), full="20 years")
    assert (reduction(decision, "xd-a"), amount(decision, "xd-a")) == (None, "250.00")
    knob = under("xw-higher", apportionment__old_age__anti_overlap_same_kind="national")
    assert amount(pensions_of(for_pensions(), full="20 years", more=knob), "xd-a") == "0.00"


def test_54_on_an_independent_pension_only_where_the_scheme_is_listed() -> None:
    # Alone 500, less B's 300: 200. Pro rata 250, not reduced: the higher after reductions is the pro rata.
    listed = under("xw-higher", apportionment__old_age__anti_overlap_on_independent=["XD.xd-a"])
    assert amount(pensions_of(for_pensions()), "xd-a") == "500.00"
    decision = pensions_of(for_pensions(), more=listed)
    assert amount(decision, "xd-a") == "250.00"
    assert next(each.route for each in benefit(decision, "xd-a").variants if each.chosen) == "pro_rata"
    unread = under("xw-higher", apportionment__old_age__anti_overlap_on_independent="unknown")
    (found,) = benefit(pensions_of(for_pensions(), more=unread), "xd-a").payments
    assert (found.money.amount, found.money.at_least, found.money.at_most) == (None, "250.00", "500.00")


def test_53_a_pension_of_voluntary_insurance_abroad_does_not_count_under_the_agreement() -> None:
    career = [certified("xd-a", years=15), {**certified("xe-b", years=15), "kind": "voluntary"}]
    laws = law("xd-a", **flat("500"), reduction_same_kind=for_pensions())
    laws += law("xe-b", **{**flat("300"), "qualifying": {"is": "10 years", "kinds": ["insurance", "voluntary"]}})
    listed = under("xw-higher", apportionment__old_age__anti_overlap_on_independent=["XD.xd-a"])
    case = life(career, assume=laws + listed)
    assert amount(said(case, NONE), "xd-a") == "200.00"
    assert amount(said(case, FOR_ALL), "xd-a") == "500.00"


def test_au_it_a_law_that_counts_by_its_share_counts_pensions_outside_the_agreement_whole() -> None:
    # 200 of 300 months. Under the agreement with Italy, 4500 a year count for 4500 x 200/300 = 3000 and the German 1200 whole:
    # 4200 a year, 350 a month. Under one with Germany 1200 x 200/300 = 800 and 4500: 5300 a year, 441.67 a month.
    rule = law("xa-general", reduction_same_kind=for_pensions(divides="proportion"))
    knob = under("xv-pro-rata", apportionment__old_age__anti_overlap_same_kind="national")
    career = [certified("xa-general", months=200), certified("xb-general", months=100)]
    career.append(certified("xc-sea", days=3000, day_system=7))
    for linked, outside, taken in (("375", "100", "350.00"), ("100", "375", "441.67")):
        told = [states("xa-general", "pro_rata", "1000"), states("xb-general", "pro_rata", linked)]
        told += [states("xb-general", "independent", linked), states("xc-sea", "independent", outside)]
        decision = said(life(career, statement=told, assume=rule + knob), PRO_RATA)
        assert reduction(decision, "xa-general") == taken


def test_own_pensions_of_another_scheme_count_where_the_law_names_them() -> None:
    laws = law("xd-a", **flat("500"), reduction_same_kind=for_pensions(counts=["own_pension"])) + law("xd-z", **flat("80"))
    decision = said(life([certified("xd-a", years=15), certified("xd-z", years=15)], assume=laws), NONE)
    assert (amount(decision, "xd-a"), amount(decision, "xd-z")) == ("420.00", "80.00")


def test_income_from_abroad_counts_only_where_the_law_says_so() -> None:
    for foreign, left in ((True, "400.00"), (False, "500.00")):
        laws = law("xd-a", **flat("500"), reduction_different_kind=for_income(foreign=foreign))
        case = life(THREE[:1], assume=laws, income=[income("100", country="XE"), income("70", kind="rent", country="XD")])
        assert amount(said(case, NONE), "xd-a") == left


def test_income_in_another_currency_needs_a_rate() -> None:
    laws = law("xd-a", **flat("500"), reduction_different_kind=for_income())
    dollars = [income("50", currency="USD")]
    (found,) = benefit(said(life(THREE[:1], assume=laws, income=dollars), NONE), "xd-a").payments
    assert (found.money.amount, found.money.at_most) == (None, "500.00")
    rate = [{"base": "USD", "quote": "XTS", "on": "2025-12-01", "value": "2"}]
    assert amount(said(life(THREE[:1], assume=laws, income=dollars, rate=rate), NONE), "xd-a") == "400.00"


def test_a_reduction_nobody_found_leaves_the_pension_between_nothing_and_the_whole() -> None:
    laws = law("xd-a", **flat("500"), reduction_different_kind={"unknown": "the order was not found"})
    (found,) = benefit(said(life(THREE[:1], assume=laws, income=[income("100")]), NONE), "xd-a").payments
    assert (found.money.amount, found.money.at_least, found.money.at_most) == (None, None, "500.00")


def test_the_guild_of_xb_by_its_own_law_and_under_the_agreement() -> None:
    # Guild: 600 from ten years; half of what other pensions exceed 200, all of what other income exceeds 150.
    # XA: 20 years on a stated wage of 2000: 20 % + 10 x 1.5 % = 35 %: 700, thirteen times: 758.33 a month (s. 30).
    # Alone: (758.3333 - 200)/2 = 279.1667; income 250 - 150 = 100; 600 - 279.1667 - 100 = 220.83.
    # Under xw-higher: the guild is listed, so the same holds for its independent benefit: 220.83; one benefit has the rule.
    # Pro rata: 600 x 20/40 = 300, not reduced for pensions; income (250 - 150) x 20/40 = 50: 250.00. The higher is 250.00.
    career = [insured("xa-general", "1985-01-01", "2004-12-31"), insured("xb-guild", "2005-01-01", "2024-12-31")]
    case = life(career, statement=[states("xa-general", "reference", "2000")], income=[income("250")])
    assert amount(said(case, NONE), "xb-guild") == "220.83"
    assert amount(said(case, AgreementSet("xw", without=("xv-pro-rata",))), "xb-guild") == "250.00"
