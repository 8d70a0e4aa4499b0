"""What a regime is read with: the year series it names, and what the State's old money is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from portability.law.overlay import Assumption, series_with
from portability.law.recall import Same
from portability.law.refers import series_of
from portability.law.shelf import Law, Shelf


class Beside(NamedTuple):
    """What a regime is read with: the series it names, and what the State's old currencies are worth in the present one."""

    series: tuple[tuple[str, Same], ...] = ()
    old_money: tuple[tuple[str, Fraction], ...] = ()


NOTHING_BESIDE = Beside()


def from_shelf(shelf: Shelf, assumptions: Sequence[Assumption]) -> Callable[[Law, Law, str], Beside]:
    """Brings what stands beside a regime from the shelf, on which every series it names is noted as used."""

    def beside(law: Law, regime: Law, currency: str) -> Beside:
        named, history = series_of(Same(regime)), law.get("currency")
        if not named and not isinstance(history, list):
            return NOTHING_BESIDE
        found = ((id_, series_with(shelf.series(id_), id_, assumptions)) for id_ in named)
        told = tuple((id_, Same(series)) for id_, series in found if series is not None)
        return Beside(told, old_money(history, currency) if isinstance(history, list) else ())

    return beside


def old_money(history: Iterable[Mapping[str, Any]], currency: str) -> tuple[tuple[str, Fraction], ...]:
    """What one unit of each earlier currency of a State is worth in a later one, by the law that replaced it.

    >>> old_money([{"code": "ZMK"}, {"code": "ZMW", "per_old": "1000"}], "ZMW")
    (('ZMK', Fraction(1, 1000)),)
    """
    found: list[tuple[str, Fraction]] = []
    for entry in history:
        if "per_old" in entry:
            found = [(code, worth / Fraction(entry["per_old"])) for code, worth in found]
        else:
            found = []
        if entry["code"] == currency:
            return tuple(found)
        found.append((str(entry["code"]), Fraction(1)))
    return ()
