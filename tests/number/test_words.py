"""Every number word: the same answer for a person and for a row, and never surer than what is known."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portability.number import words
from portability.number.rounding import WAYS
from portability.number.words import WORDS, total_length, weighted_total
from tests.number.same_answer import check_same, instance, lies_in, one

CALLS = [pytest.param(name, call, id=f"{name}-{len(call)}{call[-1]}") for name in WORDS for call in WORDS[name].calls]
GIVE_RUNS = ("first", "last", "best")


@pytest.mark.parametrize(("name", "kinds"), CALLS)
def test_a_row_answers_what_a_person_answers(name: str, kinds: tuple[str, ...]) -> None:
    check_same(WORDS[name].function, kinds, gives_runs=name in GIVE_RUNS)


@pytest.mark.parametrize("sign", ["+", "*"])
def test_a_row_adds_and_multiplies_as_a_person_does(sign: str) -> None:
    check_same((lambda a, b: a + b) if sign == "+" else (lambda a, b: a * b), ("number", "number"), examples=100)


@pytest.mark.parametrize(("name", "kinds"), [call for call in CALLS if call.values[0] != "is_known"])
def test_an_answer_on_unknowns_allows_every_answer_they_may_turn_out_to_give(name: str, kinds: tuple[str, ...]) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        members, way = data.draw(st.integers(1, 3)), data.draw(st.sampled_from(WAYS))
        asked = [data.draw(one(kind, members, way)) for kind in kinds]
        answer, found = (WORDS[name].function(*args) for args in (asked, [instance(data, value) for value in asked]))
        for read in (total_length, weighted_total) if name in GIVE_RUNS else (lambda value: value,):
            assert lies_in(read(found), read(answer)), f"{found} is not allowed by {answer}"

    holds()


def test_every_word_is_registered() -> None:
    no_words = {"Number", "Runs", "Unknown", "Word", "YesNo", "WORDS", "unknown", "unknown_truth"}
    by_rows = {"take", "join", "rows_where"}
    assert set(words.__all__) - no_words - by_rows == set(WORDS)


def test_the_words_know_what_no_number_is() -> None:
    strangers: list[Any] = [1.5, "12", None, True]
    for stranger in strangers:
        with pytest.raises(TypeError):
            words.reaches(stranger, 1)
        with pytest.raises(TypeError):
            words.not_above(1, stranger)
    with pytest.raises(TypeError, match="float"):
        words.total([1, 0.5])  # what it must refuse
    with pytest.raises(TypeError, match="yes/no"):
        words.all_of(1, True)
    with pytest.raises(TypeError):
        words.choose(1, 2, 3)  # what it must refuse
