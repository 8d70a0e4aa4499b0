"""Workers whom the law of a scheme leaves out, beside conventions by which they must be no worse off than others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portability.assessment.adequacy.standards import INJURY, Bound, bound_on
from portability.assessment.names import schemes_of
from portability.citation import Citation
from portability.frozen import frozen
from portability.law.dated import leaf_at, regime_at
from portability.law.shelf import Shelf

WORKERS = {"domestic": "domestic_worker"}
"""The groups of workers that conventions speak of, as laws name them."""


@frozen
class LeftOut:
    """A group of workers that a scheme leaves out: where its law says so, and the convention with its article."""

    scheme: str
    branch: str
    group: str
    cites: Citation
    standing: str
    instrument: str
    article: Citation
    article_standing: str
    bound: Bound
    step_by_step: bool = False


def left_out(shelf: Shelf, state: str, on: date) -> Iterator[LeftOut]:
    """Each group of workers that a scheme of the State leaves out on a day, for each convention that speaks of it.

    Only laws on employment injury tell whom they leave out; of those of other branches nothing is known.
    """
    law = shelf.national(state) or {}
    for scheme in schemes_of(law, INJURY):
        regime = regime_at(law[scheme][INJURY], on)
        covered = leaf_at((regime or {}).get("covered"), on, str((regime or {}).get("source", "")), "covered")
        for group, worker in WORKERS.items():
            if covered is None or worker not in (covered.get("excludes") or ()):
                continue
            for id_ in shelf.instruments():
                yield from _by(shelf, id_, state, on, scheme, group, covered.cites, covered.standing)


def _by(
    shelf: Shelf, id_: str, state: str, on: date, scheme: str, group: str, cites: Citation, standing: str
) -> Iterator[LeftOut]:
    law = shelf.instrument(id_) or {}
    chapter = law.get("workers")
    if chapter is None:
        return
    source = str(law.get("source", id_))
    groups, equal, progressive = (
        leaf_at(chapter.get(key), on, source, f"{id_}.workers.{key}") for key in ("groups", "no_less_than_others", "progressive")
    )
    if groups is None or equal is None or equal.is_ is not True or group not in (groups.is_ or ()):
        return
    yield LeftOut(
        scheme, INJURY, group, cites, standing, id_, equal.cites, equal.standing, bound_on(law, state, INJURY, on),
        progressive is not None and progressive.is_ is True,
    )  # fmt: skip
