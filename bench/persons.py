"""The reference workload as a population: a long table of spells under the laws of invented States, and any person as a case."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from bench import workload
from portability.assessment.scope import AgreementSet
from portability.case.model import Case, read_case
from portability.law.shelf import Shelf
from portability.population.asked import Asked
from portability.population.people import People, Table, first_day

LAW = Path(__file__).resolve().parent / "law"
STATES = ("XH", "XI", "XJ", "XK")
CURRENCIES = ("EUR", "USD", "ZAR", "GBP")
SCHEMES = tuple((state, f"{state.lower()}-general") for state in STATES)
START = 600  # the workload counts months from January 1950, a population from January 1900
BORN = 240
AT = date(2045, 1, 1)
GRADES = 8


def people(drawn: dict[str, Any]) -> People:
    """The persons of the workload, each with the grade of every spell and what institutions certify of the wages."""
    n = len(drawn["start"])
    sizes = np.full(n, workload.K)
    spells = {
        "from_month": (drawn["start"] + START).astype(np.int16).reshape(-1),
        "until_month": (drawn["end"] + START).astype(np.int16).reshape(-1),
        "scheme": drawn["country"].astype(np.int16).reshape(-1),
        "grade": np.tile(np.arange(1, GRADES + 1, dtype=np.int16), n),
    }
    used = np.zeros((n, workload.C), bool)
    for k in range(workload.K):
        used[np.arange(n), drawn["country"][:, k]] = True
    wages = np.rint(drawn["wage"] * 100).astype(np.int64)
    statements = {
        "scheme": np.tile(np.arange(workload.C, dtype=np.int16), n)[used.reshape(-1)],
        "amount": wages.reshape(-1)[used.reshape(-1)],
    }
    persons = {"born_month": np.full(n, BORN, np.int16)}
    tables = {
        "spells": Table(spells, _bounds(sizes)),
        "statements": Table(statements, _bounds(used.sum(axis=1))),
        "persons": Table(persons, _bounds(np.ones(n, np.int64))),
    }
    return People(range(n), tables, {"scheme": SCHEMES})


def asked() -> Asked:
    """What is asked of them: old-age pensions under the agreements that bind."""
    return Asked(Shelf(LAW), "old_age", AT, AgreementSet("as-bound"), {"scheme": SCHEMES})


def case(drawn: dict[str, Any], i: int) -> Case:
    """One person of the workload as a case."""
    periods = [
        {
            "id": f"p{k + 1}", "country": STATES[c], "scheme": SCHEMES[c][1], "kind": "insurance", "grade": k + 1,
            "from": first_day(int(drawn["start"][i, k]) + START).isoformat(),
            "to": (first_day(int(drawn["end"][i, k]) + START) - timedelta(1)).isoformat(),
        }
        for k, c in enumerate(drawn["country"][i].tolist())
    ]  # fmt: skip
    stated = [
        {
            "country": STATES[c], "scheme": SCHEMES[c][1], "branch": "old_age", "kind": "reference",
            "amount": f"{drawn['wage'][i, c]:.2f}", "currency": CURRENCIES[c], "per": "month",
        }
        for c in sorted(set(drawn["country"][i].tolist()))
    ]  # fmt: skip
    return read_case(
        {
            "format": "portability.case/1",
            "id": f"w{i}",
            "person": {"born": first_day(BORN).isoformat()},
            "period": periods,
            "statement": stated,
            "claim": [{"branches": ["old_age"], "date": AT.isoformat()}],
        }
    )


def _bounds(sizes: Any) -> Any:
    return np.concatenate([[0], np.cumsum(sizes)])
