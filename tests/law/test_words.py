"""The closed lists of the law files are the words of the glossary."""

from typing import get_args

from portability import terms
from portability.citation import LAW_STANDINGS
from portability.law import words


def names(group: tuple[terms.Term, ...]) -> set[str]:
    return {term.word for term in group}


def test_branches_and_methods_are_those_of_the_glossary() -> None:
    assert set(get_args(words.Branch)) == names(terms.BRANCHES)
    assert set(get_args(words.Method)) == names(terms.ROUTES)


def test_standings_run_from_the_best_to_the_weakest() -> None:
    assert get_args(words.Standing) == LAW_STANDINGS
