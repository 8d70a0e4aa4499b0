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


def known_words(chapter: str, told: object, words: Mapping[str, Collection[str | None]]) -> None:
    """Raise ValueError where an attribute of `told` named in `words` is not one of the words it may be."""
    for key, allowed in words.items():
        word = getattr(told, key)
        if word not in allowed:
            raise ValueError(f'[{chapter}] {key} is "{word}". {did_you_mean(str(word), filter(None, allowed))}')
