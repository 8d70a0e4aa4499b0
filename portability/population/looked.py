"""Tables that only some laws look at: whoever has rows there that the plan of a scheme would read is decided one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from portability.population.exemplars import Exemplar
from portability.population.people import NONE, People

if TYPE_CHECKING:
    from portability.population.laid import Sieve

Answers = npt.NDArray[np.bool_]


class Looked:
    """Who of a block has rows of earnings under which scheme, and who has a family."""

    def __init__(self, some: People, keep: npt.NDArray[np.intp] | None) -> None:
        size = len(some)
        table, self.earnings = some.table("earnings"), None
        if len(table):
            person, _ = table.row_numbers()
            codes = table["scheme"].astype(np.intp)
            words = some.words["scheme"]
            found = np.zeros((len(words) + 1, size), bool)
            found[codes, person] = True
            for code, (country, scheme) in enumerate(words):
                if not scheme:  # of any scheme of the State
                    for other in [k for k, (state, _) in enumerate(words) if state == country]:
                        found[other] |= found[code]
            found[NONE] = False
            self.earnings = found if keep is None else found[:, keep]
        has = np.diff(some.table("family").bounds) > 0
        self.family = has if keep is None else has[keep]

    def sift(self, one: Exemplar, here: Answers, scheme: npt.NDArray[Any], sieve: Sieve) -> None:
        """Leave those of some rows of a plan whose law looks at what they tell."""
        if self.earnings is not None and "earnings" in one.alone:
            told = self.earnings[scheme.astype(np.intp), np.arange(len(scheme))]
            sieve.out(here & told, "earnings, year by year")
        if one.planned.reader is not None and "age_per_child" in one.planned.reader.law:
            sieve.out(here & self.family, "an age that is lower for children")
