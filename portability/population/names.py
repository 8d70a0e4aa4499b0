"""Names in a population that only the shelf of law can judge: its schemes."""

from __future__ import annotations

from portability.assessment.names import name_troubles
from portability.case.model import read_case
from portability.law.shelf import Shelf
from portability.population.collected import Collected
from portability.population.people import NONE, People


def known_schemes(people: People, shelf: Shelf) -> None:
    """Raises `Refused` for schemes that the law of their State does not have, with the first row of each and the nearest."""
    schemes = list(people.words.get("scheme", ()))
    stated = [
        {"country": country, "branch": "old_age", "kind": "award", **({"scheme": scheme} if scheme else {})}
        for country, scheme in schemes
    ]
    case = read_case({"format": "portability.case/1", "id": "schemes", "statement": stated})
    found = Collected()
    for path, what, remedy in name_troubles(case, shelf):
        first = _first_row(people, int(path[1]), named=bool(schemes[int(path[1])][1]))
        if first is not None:
            found.add("scheme", *first, "scheme", what, remedy)
    found.refuse()


def _first_row(people: People, code: int, named: bool) -> tuple[str, int] | None:
    """The table and the row in which a scheme first stands; residence needs no scheme."""
    for name, table in people.tables.items():
        if "scheme" in table:
            rows = table["scheme"] == code
            if not named and "kind" in table:
                kinds = list(people.words.get(f"{name}.kind", ()))
                rows = rows & (table["kind"] != (kinds.index("residence") if "residence" in kinds else NONE))
            places = rows.nonzero()[0]
            if len(places):
                return name, int(places[0]) + 1
    return None
