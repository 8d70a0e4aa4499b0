"""The words are defined once, each in one sentence, and the closed lists agree with each other."""

import pytest

from portability import citation, terms

ALL = [term for group in terms.GROUPS.values() for term in group]


@pytest.mark.parametrize("term", ALL, ids=lambda term: term.word)
def test_a_word_has_one_sentence_and_an_article(term: terms.Term) -> None:
    assert term.word == term.word.lower().strip().replace(" ", "_")
    assert term.meaning[0].isupper()
    assert term.meaning.endswith(".")
    assert ". " not in term.meaning, "one sentence"
    assert term.article == terms.OWN or any(sign.isdigit() for sign in term.article)


def test_a_word_stands_once_in_its_group() -> None:
    for title, group in terms.GROUPS.items():
        words = [term.word for term in group]
        assert len(words) == len(set(words)), title


def test_of_two_meanings_the_first_group_gives_the_word() -> None:
    assert terms.TERMS["qualifying_period"] in terms.CONCEPTS
    assert {term.word for term in ALL} == terms.TERMS.keys()


def test_the_standings_are_those_of_citations() -> None:
    named = dict.fromkeys((*citation.FACT_STANDINGS, *citation.LAW_STANDINGS))
    assert {term.word for term in terms.STANDINGS} == named.keys()


def test_the_nine_branches_and_the_death_grant() -> None:
    assert len(terms.BRANCHES) == 10


@pytest.mark.parametrize(
    "word", ["tenure", "vesting", "merging", "notional_pension", "domestic_pension", "home", "host", "poverty_line"]
)
def test_words_never_used_are_not_defined(word: str) -> None:
    assert word not in terms.TERMS


def test_the_glossary_holds_every_word() -> None:
    page = terms.glossary()
    assert all(page.count(f"| `{term.word}` |") >= 1 for term in ALL)
