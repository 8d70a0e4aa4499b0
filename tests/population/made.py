"""A small population of the invented world for the tests of whole runs: careers in turn through three States."""

from pathlib import Path
from typing import Any

from portability.assessment.scope import AgreementSet
from portability.law.shelf import default_shelf
from portability.population.simulate import Simulation
from tests.laws.lives import AS_BOUND, NONE, PRO_RATA, insured, paid, states
from tests.population.tables import as_csv, tables_of

SCHEMES = ("xa-general", "xb-general", "xc-trade", "xa-staff", "xb-farm")
SETS = (NONE, AS_BOUND, PRO_RATA)


def a_life(number: int) -> dict[str, Any]:
    """A life that hangs on its number alone: two spells or three, some with earnings, some with an average stated."""
    first, second, third = (SCHEMES[(number * k + k) % len(SCHEMES)] for k in (1, 2, 3))
    born, half = 1950 + number % 12, 1985 + number % 17
    periods = [
        insured(first, f"{born + 20}-01-01", f"{half}-12-31"),
        insured(second, f"{half + 1}-{1 + number % 12:02}-01", "2009-06-30"),
    ]
    if number % 3 == 0:
        periods.append(insured(third, "2009-07-01", f"{2010 + number % 8}-03-{10 + number % 20}"))
    told: dict[str, Any] = {
        "format": "portability.case/1",
        "id": str(number),
        "person": {"born": f"{born}-05-20", "sex": "FM"[number % 2], "nationalities": ["XA"]},
        "residence": [{"country": "XA" if number % 4 else "XB"}],
        "period": [{"id": f"p{at}", **one} for at, one in enumerate(periods, 1)],
        "claim": [{"branches": ["old_age"], "date": f"20{20 + number % 6}-01-01"}],
    }
    if number % 5:
        told["earnings"] = [paid(one["scheme"], one["from"], one["to"], f"{900 + number}.50") for one in periods]
    else:
        told["statement"] = [states(first, "reference", f"{700 + number}.25")]
    return told


def population(folder: Path, persons: int) -> Path:
    """The first lives, as a population."""
    return as_csv(folder, tables_of((number, a_life(number)) for number in range(persons)))


def simulation(where: Path, out: Path, sets: tuple[AgreementSet, ...] = SETS, **more: Any) -> Simulation:
    """A run over small ranges, so that there are several."""
    return Simulation(where, out, sets, default_shelf(), **{"persons_per_range": 7, "persons_per_piece": 2, **more})
