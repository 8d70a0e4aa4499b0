"""Counting by blocks is counting by lives: the months of many careers at once are those of each career by itself."""

from datetime import date, timedelta
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.periods.conversion import ConversionTable
from portability.periods.counting import count, count_alone
from portability.periods.ranks import OverlapRules
from portability.periods.spans import Span
from portability.periods.spells import Spell
from portability.periods.units import Unit
from portability.population.counting import Spells, countable, counted
from portability.population.covered import in_order, network
from portability.population.people import first_day

KINDS = ("insurance", "voluntary", "residence")
STATES = ("XA", "XB", "XC")
SPELLS = 6
SPELL = st.tuples(
    st.integers(900, 930), st.integers(1, 20), st.sampled_from(STATES), st.sampled_from(KINDS), st.integers(0, 3)
)
CAREERS = st.lists(st.lists(SPELL, max_size=SPELLS), min_size=1, max_size=12)
RULES = st.builds(
    OverlapRules,
    rules=st.sampled_from([(), ("compulsory_over_voluntary",)]),
    same_rank=st.sampled_from(["each_own", "by_grade"]),
    residence_rank=st.sampled_from(["as_compulsory", "below"]),
)


def block(careers: list[list[Any]]) -> Spells:
    """The careers as a block; slots are the States in order."""
    shape = (SPELLS, len(careers))
    starts, ends, grade = (np.zeros(shape, np.int16) for _ in range(3))
    slot, kind = (np.zeros(shape, np.int8) for _ in range(2))
    for person, career in enumerate(careers):
        for k, (start, length, state, word, rank) in enumerate(career):
            starts[k, person], ends[k, person] = start, start + length
            slot[k, person], kind[k, person], grade[k, person] = STATES.index(state), KINDS.index(word), rank
    return Spells(starts, ends, slot, kind, grade)


def lives(career: list[Any]) -> list[Spell]:
    return [
        Spell(
            f"p{k}",
            state,
            "s",
            word,
            Span(first_day(start), first_day(start + length) - timedelta(1)),
            grade=rank or None,
        )
        for k, (start, length, state, word, rank) in enumerate(career)
    ]


@settings(max_examples=150, deadline=None)
@given(CAREERS, RULES)
def test_the_months_of_a_block_are_those_of_each_life(careers: list[list[Any]], rules: OverlapRules) -> None:
    assert countable(rules, KINDS)
    state = np.repeat(np.arange(3, dtype=np.int8)[:, None], len(careers), axis=1)
    found = counted(block(careers), 3, rules, KINDS, state)
    units = {(name, "s"): Unit("months") for name in STATES}
    for person, career in enumerate(careers):
        spells = lives(career)
        alone = count_alone(spells, units, ConversionTable())
        together = count(spells, units, rules, ConversionTable())
        members = tuple(units)
        assert [alone.own(one) for one in members] == found.alone[:, person].tolist()
        if not found.sure[person]:
            continue
        assert [together.own(one) for one in members] == found.kept[:, person].tolist()
        first = next((one for one in members if together.own(one)), members[0])
        assert together.own(first) + together.foreign(first, "right", members).length == found.total[person]
        if found.apart[person]:
            assert found.total[person] == found.kept[:, person].sum()


def test_a_network_puts_any_numbers_in_order() -> None:
    chance = np.random.default_rng(1)
    for size in range(1, 18):
        rows = chance.integers(0, 9, (size, 200)).astype(np.int16)
        assert (in_order(rows) == np.sort(rows, axis=0)).all()
        assert all(low < high for low, high in network(size))


def test_a_month_is_its_first_day() -> None:
    assert first_day(0) == date(1900, 1, 1)
    assert first_day(1211) == date(2000, 12, 1)
