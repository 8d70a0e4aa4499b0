"""Drawn lives as rows of a population and as cases, and what the decision on a case says in the words of the result table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np

from portability.case.model import Case, read_case
from portability.number.currency import minor_digits
from portability.population.people import NONE, People, Table, first_day, month_of
from portability.record.decision import Benefit, Decision

KINDS = ("insurance", "employment", "voluntary")
SEXES = ("F", "M")
STATUSES = ("national", "permanent", "temporary")


def drawn(
    by: Random, size: int, schemes: Sequence[tuple[str, str]], currency: Sequence[str], at: date
) -> tuple[People, list[Case]]:
    """Some lives of spells in whole months under some schemes, and the same lives as cases."""
    states = tuple(dict.fromkeys(country for country, _ in schemes))
    people, cases = _Columns(), []
    end = month_of(at)
    for number in range(size):
        born = by.randint(end - 70 * 12, end - 55 * 12)
        sex, nation, lives = (by.choice([NONE, 0, 1]) for _ in range(3))
        nation, lives = (NONE if code == NONE else by.randrange(len(states)) for code in (nation, lives))
        told: dict[str, Any] = {"person": {"born": first_day(born).isoformat()}, "period": [], "statement": []}
        if sex != NONE:
            told["person"]["sex"] = SEXES[sex]
        if nation != NONE:
            told["person"]["nationalities"] = [states[nation]]
        if lives != NONE:
            told["residence"] = [{"country": states[lives]}]
        mine = by.sample(range(len(schemes)), k=min(len(schemes), by.choice([1, 2, 2, 3])))
        month, used = born + by.randint(18, 30) * 12, set()
        for k in range(by.randint(1, 5)):
            scheme, months = by.choice(mine), by.choice([1, 7, 11, 12, 40, 90, 180, 260])
            start = month + by.randint(-6, 14)
            until = min(start + months, end)
            if until <= start:
                break
            used.add(scheme)
            kind = by.choice(KINDS) if by.random() < 0.05 else "insurance"
            people.add("spells", number, from_month=start, until_month=until, scheme=scheme, kind=KINDS.index(kind))
            country, word = schemes[scheme]
            told["period"].append(
                {
                    "id": f"p{k + 1}", "country": country, "scheme": word, "kind": kind,
                    "from": first_day(start).isoformat(), "to": (first_day(until) - timedelta(1)).isoformat(),
                }
            )  # fmt: skip
            month = until
        for scheme in sorted(used):
            if by.random() < 0.9:
                amount, (country, word) = by.choice([0, 1, 65_000, 123_457, 10_000_000]), schemes[scheme]
                people.add("statements", number, scheme=scheme, amount=amount)
                digits = minor_digits(currency[scheme])
                text = f"{amount // 10**digits}.{amount % 10**digits:0{digits}}" if digits else str(amount)
                told["statement"].append(
                    {
                        "country": country, "scheme": word, "branch": "old_age", "kind": "reference", "amount": text,
                        "currency": currency[scheme], "per": "month",
                    }
                )  # fmt: skip
        people.add("persons", number, born_month=born, sex=sex, nationality=nation, residence=lives)
        told |= {"format": "portability.case/1", "id": f"n{number}", "claim": [{"branches": ["old_age"], "date": at.isoformat()}]}
        cases.append(read_case(told))
    words = {"scheme": tuple(schemes), "kind": KINDS, "sex": SEXES, "nationality": states, "residence": states}
    return people.made(size, words), cases


class _Columns:
    """Rows of tables as they come, and the population they make."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[int, dict[str, int]]]] = {"spells": [], "statements": [], "persons": []}

    def add(self, table: str, person: int, **values: int) -> None:
        self.rows[table].append((person, values))

    def made(self, size: int, words: dict[str, Any]) -> People:
        tables = {}
        for name, rows in self.rows.items():
            bounds = np.searchsorted(np.array([person for person, _ in rows], np.int64), np.arange(size + 1))
            columns = {
                key: np.array([one[key] for _, one in rows], np.int64 if key == "amount" else np.int16)
                for key in (rows[0][1] if rows else {})
            }
            tables[name] = Table(columns, bounds.astype(np.int64))
        return People(range(size), tables, words)


def as_rows(decision: Decision) -> dict[tuple[str, str], dict[str, Any]]:
    """What a decision says, by scheme, as the result table says it."""
    return {(one.country, one.scheme or ""): _as_row(one) for one in decision.benefits}


def _as_row(one: Benefit) -> dict[str, Any]:
    chosen = next(variant for variant in one.variants if variant.chosen)
    told: dict[str, Any] = {
        "status": one.status,
        "refusal": one.refusal,
        "form": one.form,
        "route": chosen.route,
        "instrument": chosen.instrument,
        "own": chosen.own.amount if chosen.own is not None else None,
        "total": None if chosen.total is None else chosen.total.amount,
        "standing_facts": one.standing.facts,
        "standing_law": one.standing.law,
    }
    tried = any(variant.instrument is not None for variant in one.variants)
    told["why"] = "instrument" if chosen.route != "independent" else "independent_kept" if tried else "national_law_alone"
    for payment in one.payments[:1]:
        parts = 10 ** minor_digits(payment.money.currency)
        for name, text in (
            ("amount", payment.money.amount), ("at_least", payment.money.at_least), ("at_most", payment.money.at_most),
        ):  # fmt: skip
            told[name] = None if text is None else int(Fraction(text) * parts)
    for payment in one.payments[1:2]:
        told["commuted"] = int(Fraction(payment.money.amount or 0) * 10 ** minor_digits(payment.money.currency))
    return {name: value for name, value in told.items() if value is not None}


ALWAYS = ("person", "scheme", "unit", "over")


def told_rows(rows: Any) -> dict[int, dict[tuple[str, str], dict[str, Any]]]:
    """The rows of a result table by person and scheme, without what a decision does not say."""
    found: dict[int, dict[tuple[str, str], dict[str, Any]]] = {}
    for number in range(len(rows)):
        row = rows.told(number)
        person, scheme = row["person"], row["scheme"]
        told = {name: value for name, value in row.items() if name not in ALWAYS}
        if told["status"] != "entitled":
            told.pop("amount", None)
        if told.get("commuted") == 0:
            told.pop("commuted")
        found.setdefault(person, {})[scheme] = told
    return found
