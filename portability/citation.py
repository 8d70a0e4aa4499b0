"""How sure a thing is, and where it is written.

*Standing* has two axes that are never mixed: what is known of the person's facts, and what is known of the law.
Each axis runs from the best to the weakest word.
"""

from typing import NamedTuple

FACT_STANDINGS = ("certified", "declared", "assumed", "missing")
LAW_STANDINGS = ("official", "secondary", "unconfirmed", "assumed")


class Citation(NamedTuple):
    """A place in a source: `source` is a key of `agreements/sources.toml`, `place` the article or section there.

    >>> str(Citation("xa-pension-act-2009", "s. 12"))
    'xa-pension-act-2009, s. 12'
    """

    source: str
    place: str

    def __str__(self) -> str:
        return f"{self.source}, {self.place}"


def weaker(standing: str, level: str, axis: tuple[str, ...]) -> bool:
    """Whether a standing is weaker than a level of the same axis.

    >>> weaker("assumed", "secondary", LAW_STANDINGS), weaker("official", "secondary", LAW_STANDINGS)
    (True, False)
    """
    return axis.index(standing) > axis.index(level)
