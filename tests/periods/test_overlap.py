"""Which State keeps a day: properties of any career, then the rules one by one."""

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.periods.lengths import Length
from portability.periods.overlap import OverlapRules, Spell, displace
from portability.periods.ranks import LAST_THEN_FIRST, REAL
from portability.periods.spans import Span
from tests.periods.drawn import days_of, kept_by_state, rules, span, spells, year, years


def kept_days(kept):
    return {day for first, after in kept.days for day in range(first, after)}


@given(spells(schemes=("s", "t")), rules())
def test_sweep_keeps_the_days_that_deciding_day_by_day_keeps(career, chapter):
    expected = kept_by_state(career, chapter)
    found = defaultdict(set)
    for kept in displace(career, chapter):
        found[kept.spell.member] |= kept_days(kept)
    for member in {spell.member for spell in career}:
        of_member = set()
        for spell in career:
            if spell.member == member:
                rank = spell.kind if spell.kind in ("residence", "voluntary", "assimilated") else "compulsory"
                of_member |= days_of(spell) & expected[spell.country, rank]
        assert found[member] == of_member


@given(
    spells(kinds=("insurance", "residence", "assimilated")),
    st.sampled_from([(LAST_THEN_FIRST,), (REAL, LAST_THEN_FIRST)]).flatmap(lambda chosen: rules(rules=chosen)),
)
def test_sweep_finds_the_last_insurance_that_looking_back_day_by_day_finds(career, chapter):
    expected = kept_by_state(career, chapter)
    found = defaultdict(set)
    for kept in displace(career, chapter):
        found[kept.spell.country] |= kept_days(kept)
    for state in {spell.country for spell in career}:
        assert found[state] == set().union(*(days for slot, days in expected.items() if slot[0] == state))


@given(spells(schemes=("s", "t")), rules())
def test_each_day_of_a_scheme_stands_with_one_spell_and_each_lost_day_names_a_spell_that_covers_it(career, chapter):
    by_id = {spell.id: spell for spell in career}
    seen, gone = defaultdict(set), defaultdict(set)
    for kept in displace(career, chapter):
        assert not seen[kept.spell.member] & kept_days(kept)
        seen[kept.spell.member] |= kept_days(kept)
        assert kept_days(kept) <= days_of(kept.spell)
        for displaced in kept.displaced:
            lost = set(range(displaced.span.start.toordinal(), displaced.span.end.toordinal() + 1))
            assert lost <= days_of(kept.spell) - kept_days(kept)
            assert not gone[kept.spell.member] & lost
            gone[kept.spell.member] |= lost
            if displaced.by is None:
                assert displaced.rule == "assimilated_last_prior_then_first_later"
            else:
                assert by_id[displaced.by].country != kept.spell.country
                assert lost <= days_of(by_id[displaced.by])


@given(spells(schemes=("s", "t"), certified=True), rules(), st.randoms())
def test_order_of_entries_changes_nothing(career, chapter, chance):
    shuffled = career[:]
    chance.shuffle(shuffled)
    in_order, other = displace(career, chapter), displace(shuffled, chapter)
    assert {kept.spell.id: kept for kept in in_order} == {kept.spell.id: kept for kept in other}
    assert {kept.spell.id: kept.displaced for kept in in_order} == {kept.spell.id: kept.displaced for kept in other}


@given(spells(), rules(same_rank="count_once"))
def test_under_count_once_no_two_states_keep_a_day(career, chapter):
    keeper = {}
    for kept in displace(career, chapter):
        for day in kept_days(kept):
            assert keeper.setdefault(day, kept.spell.country) == kept.spell.country


@given(spells(kinds=("insurance", "employment", "self_employment")), rules(same_rank="each_own"))
def test_under_each_own_equal_ranks_lose_nothing(career, chapter):
    for kept in displace(career, chapter):
        assert not kept.displaced


@given(spells(certified=True))
def test_without_rules_nothing_is_displaced(career):
    assert all(not kept.displaced for kept in displace(career, None))


def keeps(career, **knobs):
    """The spans each spell keeps, as text, by id."""
    return {kept.spell.id: [str(each) for each in kept.spans] for kept in displace(career, OverlapRules(**knobs))}


def credit(*more: Spell) -> list[Spell]:
    """2012 credited by both States, with other spells."""
    credited = [Spell(f"credit-{state}", state, "s", "assimilated", year(2012)) for state in ("XA", "XB")]
    return [*credited, *more]


def insured(state: str, when: Span) -> Spell:
    return Spell(f"insured-{state}-{when.start}", state, "s", "insurance", when)


ALL_2012 = ["2012-01-01 to 2012-12-31"]


def test_compulsory_insurance_displaces_voluntary_insurance_of_another_state():
    career = [insured("XA", years(2000, 2009)), Spell("v", "XB", "s", "voluntary", years(2005, 2010))]
    kept = displace(career, OverlapRules())
    assert [str(each) for each in kept[1].spans] == ["2010-01-01 to 2010-12-31"]
    assert kept[1].displaced == ((years(2005, 2009), "insured-XA-2000-01-01", "compulsory_over_voluntary"),)


def test_inside_one_state_nothing_is_displaced():
    career = [insured("XA", year(2012)), Spell("v", "XA", "t", "voluntary", year(2012))]
    assert keeps(career) == {"insured-XA-2012-01-01": ALL_2012, "v": ALL_2012}


@pytest.mark.parametrize(("reading", "kept"), [("stays", []), ("same_rank", ALL_2012)])
def test_voluntary_insurance_against_credited_time(reading, kept):
    career = [Spell("v", "XA", "s", "voluntary", year(2012)), Spell("c", "XB", "s", "assimilated", year(2012))]
    found = keeps(career, voluntary_over_assimilated=reading)
    assert found == {"v": ALL_2012, "c": kept}


@pytest.mark.parametrize(("reading", "kept"), [("as_compulsory", ALL_2012), ("below", [])])
def test_residence_against_compulsory_insurance(reading, kept):
    career = [insured("XA", year(2012)), Spell("r", "XB", "s", "residence", year(2012))]
    assert keeps(career, residence_rank=reading)["r"] == kept


def test_residence_displaces_voluntary_insurance_whatever_its_rank():
    career = [Spell("v", "XA", "s", "voluntary", year(2012)), Spell("r", "XB", "s", "residence", year(2012))]
    for reading in ("as_compulsory", "below"):
        assert keeps(career, residence_rank=reading) == {"v": [], "r": ALL_2012}


def test_credited_time_stays_with_the_state_that_insured_last_before():
    found = keeps(credit(insured("XA", year(2005)), insured("XB", year(2010))))
    assert (found["credit-XA"], found["credit-XB"]) == ([], ALL_2012)


def test_credited_time_stays_with_the_state_that_insured_first_after_if_none_did_before():
    found = keeps(credit(insured("XA", year(2014)), insured("XB", year(2013))))
    assert (found["credit-XA"], found["credit-XB"]) == ([], ALL_2012)


@pytest.mark.parametrize(("reading", "kept"), [("both", ALL_2012), ("nobody", [])])
def test_credited_time_of_one_never_insured(reading, kept):
    found = keeps(credit(), never_insured=reading)
    assert (found["credit-XA"], found["credit-XB"]) == (kept, kept)


@pytest.mark.parametrize(("reading", "kept"), [("crediting_states", ALL_2012), ("any_state", [])])
def test_last_insurance_in_a_state_that_does_not_credit(reading, kept):
    found = keeps(credit(insured("XA", year(2005)), insured("XC", year(2010))), assimilated_among=reading)
    assert (found["credit-XA"], found["credit-XB"]) == (kept, [])


@pytest.mark.parametrize(("reading", "keeper"), [("contested_day", "b"), ("credited_spell", "a")])
def test_insurance_that_began_within_the_longer_credit(reading, keeper):
    """XA insures 2011 and credits 2012; XB insures the spring of 2012 and credits from June on."""
    june = Span(date(2012, 6, 1), date(2012, 12, 31))
    career = [
        insured("XA", year(2011)),
        insured("XB", Span(date(2012, 3, 1), date(2012, 5, 31))),
        Spell("a", "XA", "s", "assimilated", year(2012)),
        Spell("b", "XB", "s", "assimilated", june),
    ]
    found = keeps(career, before=reading)
    assert found["b"] == ([str(june)] if keeper == "b" else [])
    assert (str(Span(date(2012, 6, 1), date(2012, 12, 31))) in found["a"]) == (keeper == "a")


@pytest.mark.parametrize(("reading", "keeper"), [("contested_day", "a"), ("credited_spell", "b")])
def test_insurance_that_follows_within_the_longer_credit(reading, keeper):
    """XA credits 2012 and insures in March 2013; XB credits to the end of 2013 and insures from the next day on."""
    career = [
        Spell("a", "XA", "s", "assimilated", year(2012)),
        Spell("b", "XB", "s", "assimilated", years(2012, 2013)),
        insured("XA", Span(date(2013, 3, 1), date(2013, 3, 31))),
        insured("XB", year(2014)),
        insured("XA", Span(date(2014, 1, 4), date(2014, 12, 31))),
    ]
    found = keeps(career, before=reading)
    assert found["a"] == (ALL_2012 if keeper == "a" else [])
    assert found["b"][0].startswith("2012-01-01" if keeper == "b" else "2013-01-01")


@pytest.mark.parametrize(("reading", "keeper"), [("as_compulsory", "credit-XA"), ("below", "credit-XB")])
def test_residence_as_the_last_insurance_before_credited_time(reading, keeper):
    career = credit(insured("XB", year(2005)), Spell("r", "XA", "s", "residence", year(2010)))
    found = keeps(career, residence_rank=reading)
    assert [name for name in ("credit-XA", "credit-XB") if found[name]] == [keeper]


def test_insurance_that_goes_on_is_the_last_from_its_second_day():
    """Where nothing but the rule on credited time applies, XA insures from June on and XB did before."""
    career = credit(insured("XB", year(2010)), insured("XA", Span(date(2012, 6, 1), date(2012, 12, 31))))
    found = keeps(career, rules=("assimilated_last_prior_then_first_later",))
    assert found["credit-XB"] == ["2012-01-01 to 2012-06-01"]


def test_insurance_that_ends_is_as_late_as_one_that_goes_on_for_one_day_more():
    """Both insure in January 2012, XA goes on in February: the first of February is a tie, from then on XA is last."""
    january = Span(date(2012, 1, 1), date(2012, 1, 31))
    career = credit(insured("XB", january), insured("XA", Span(date(2012, 1, 1), date(2012, 2, 28))))
    found = keeps(career, rules=("assimilated_last_prior_then_first_later",))
    assert found["credit-XB"] == ["2012-02-01 to 2012-02-01"]


def test_of_several_that_displace_the_strongest_is_named():
    career = [
        Spell("r", "XA", "s", "residence", year(2012)),
        Spell("v", "XB", "s", "voluntary", year(2012)),
        insured("XC", year(2012)),
    ]
    assert displace(career, OverlapRules())[1].displaced[0].by == "insured-XC-2012-01-01"


def test_one_state_yields_under_count_once_the_one_whose_time_began_later():
    career = [insured("XB", years(2000, 2005)), insured("XA", years(2004, 2008))]
    found = keeps(career, same_rank="count_once")
    assert list(found.values()) == [["2000-01-01 to 2005-12-31"], ["2006-01-01 to 2008-12-31"]]


def test_a_certified_spell_keeps_all_its_days_and_others_of_its_scheme_do_not_count_them():
    certified = Spell("c", "XA", "s", "voluntary", year(2012), (Length("months", 12),))
    found = displace([certified, insured("XA", years(2012, 2013))], OverlapRules())
    assert [str(each) for each in found[0].spans] == ALL_2012
    assert [str(each) for each in found[1].spans] == ["2013-01-01 to 2013-12-31"]
    assert found[1].shared


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"same_rnk": "each_own"}, 'no key "same_rnk". Did you mean "same_rank"?'),
        ({"same_rank": "count_twice"}, 'same_rank is "count_twice". Did you mean "count_once"?'),
        ({"rules": "compulsory_over_voluntary"}, "not a list of rules"),
        ({"rules": ["voluntary_over_compulsory"]}, 'rules has "voluntary_over_compulsory". Allowed: '),
        ({"applies_to_independent": "no"}, "Write true or false"),
    ],
)
def test_a_chapter_that_says_something_else_is_refused_with_the_remedy(told, said):
    with pytest.raises(ValueError, match=r"\[overlap\]") as refused:
        OverlapRules.read(told)
    assert said in str(refused.value)


def test_every_knob_is_read_from_its_key():
    told = {
        "rules": ["real_over_assimilated"],
        "same_rank": "count_once",
        "undated": "free_time",
        "residence_rank": "below",
        "voluntary_over_assimilated": "same_rank",
        "assimilated_among": "any_state",
        "before": "credited_spell",
        "never_insured": "nobody",
        "displaced_voluntary_increment": True,
        "applies_to_independent": True,
    }
    read = OverlapRules.read(told)
    assert {key: getattr(read, key) for key in told} == {**told, "rules": ("real_over_assimilated",)}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("p", "XA", "s", "insurence", year(2012)), 'Did you mean "insurance"?'),
        (("p", "XA", "s", "insurance", None), "neither dates nor a certified length"),
        (("p", "XA", "s", "insurance", Span(date(2012, 2, 1), date(2012, 1, 1))), "before it starts"),
    ],
)
def test_a_spell_that_cannot_be_is_refused(fields, said):
    with pytest.raises(ValueError, match="period") as refused:
        Spell(*fields)
    assert said in str(refused.value)


def test_ten_thousand_overlapping_spells_are_settled():
    """Long voluntary spells under thousands of short compulsory ones: each day stands once, so results stay small."""
    career = [Spell(f"v{n}", "XA", "s", "voluntary", span(n, 12000)) for n in range(5000)]
    career += [Spell(f"c{n}", "XB", "s", "insurance", span(2 * n, 1)) for n in range(5000)]
    kept = displace(career, OverlapRules())
    assert sum(len(each.days) for each in kept[:5000]) <= 15_000
    assert sum(len(kept_days(each)) for each in kept) == 17_000 - 1
