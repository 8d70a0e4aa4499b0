"""What a chapter of an instrument may say: the words of its knobs, refused with the nearest known one."""

from collections.abc import Collection, Mapping

from portability.faults import did_you_mean


def known_keys(chapter: str, told: Mapping[str, object], known: Collection[str]) -> None:
    """Raise ValueError for a key that a chapter does not have.

    >>> known_keys("overlap", {"same_rnk": "count_once"}, ["same_rank"])
    Traceback (most recent call last):
    ValueError: [overlap] has no key "same_rnk". Did you mean "same_rank"?
    """
    for key in told:
        if key not in known:
            raise ValueError(f'[{chapter}] has no key "{key}". {did_you_mean(key, known)}')


def known_words(chapter: str, told: Mapping[str, object], words: Mapping[str, Collection[str | None]]) -> None:
    """Raise ValueError where a key named in `words` is told with another word than it may have.

    >>> known_words("overlap", {"same_rank": "counted_once"}, {"same_rank": ["each_own", "count_once"]})
    Traceback (most recent call last):
    ValueError: [overlap] same_rank is "counted_once". Did you mean "count_once"?
    """
    for key, allowed in words.items():
        word = told[key]
        if word not in allowed:
            raise ValueError(f'[{chapter}] {key} is "{word}". {did_you_mean(str(word), filter(None, allowed))}')
