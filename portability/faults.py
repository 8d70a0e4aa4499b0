"""Faults in what people hand in: where, what, why and what to do, all of them at once.

A fault is a value; readers collect them and raise `Refused` once. Nothing is decided from an input with a fault.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an input, in words that help to mend it.

    >>> print(Fault("a.toml", "period[2].to", '"2009-13-31" is not a date (month 13)', "Write YYYY-MM-DD", 14))
    a.toml:14: period[2].to: "2009-13-31" is not a date (month 13). Write YYYY-MM-DD.
    """

    file: str
    path: str
    what: str
    remedy: str = ""
    line: int | None = None

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        place = f" {self.path}:" if self.path else ""
        remedy = f" {self.remedy.rstrip('.')}{'' if self.remedy.endswith('?') else '.'}" if self.remedy else ""
        return f"{where}:{place} {self.what.rstrip('.')}.{remedy}"


class Refused(Exception):
    """An input was refused; `faults` holds every reason, in the order of the input.

    >>> Refused([Fault("a.toml", "", "the file is empty")]).faults[0].what
    'the file is empty'
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[type["Refused"], tuple[tuple[Fault, ...]]]:
        return Refused, (self.faults,)  # as it goes from one process to another


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to one that is not known, or None if none is near.

    >>> nearest("countri", ["country", "scheme"])
    'country'
    """
    from difflib import get_close_matches  # only when something is wrong

    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The remedy for an unknown word: the nearest known one, else all of them.

    >>> did_you_mean("countri", ["country", "scheme"])
    'Did you mean "country"?'
    """
    words = sorted(known)
    near = nearest(word, words)
    if near is not None:
        return f'Did you mean "{near}"?'
    return "Allowed: " + ", ".join(words)
