"""Earnings aligned for a scheme: runs by the month in the law's currency, with the ceiling of their time beside them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from portability.assessment.figures import Reader, by_month
from portability.case.career import Career, Earning
from portability.citation import FACT_STANDINGS
from portability.law.dated import leaf_at
from portability.number.exact import quantity
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

Key = tuple[str, str]


def months_between(start: date, end: date) -> int:
    """The calendar months from the month of one day to the month of another, both included.

    >>> months_between(date(2009, 1, 1), date(2009, 12, 31))
    12
    """
    return (end.year - start.year) * 12 + end.month - start.month + 1


def aligned(reader: Reader, career: Career, key: Key, at: date, insured_months: Any) -> tuple[Told, Told]:
    """The earnings of a scheme as runs (amount by the month, months), oldest first, and the ceiling of each run.

    Insured months without earnings on record stand first, as a run of unknown amount.
    """
    where = ".".join(key)
    rows = sorted(
        (row for row in career.earnings if (row.country, row.scheme or key[1]) == key and row.start <= at),
        key=lambda row: row.start,
    )
    runs: list[tuple[Any, int]] = []
    ceilings: list[Any] = []
    standing = "declared"
    for row in rows:
        standing = max(standing, row.standing, key=FACT_STANDINGS.index) if runs else row.standing
        for start, end in _pieces(reader, row, at):
            runs.append((_amount(reader, career, row, at, where), months_between(start, end)))
            ceilings.append(_ceiling(reader, start))
    known = sum(length for _, length in runs)
    if isinstance(insured_months, int | Fraction) and insured_months > known:
        runs.insert(0, (unknown(f"earnings under {where}"), insured_months - known))
        ceilings.insert(0, unknown(f"{reader.path}.ceiling") if reader.law.get("ceiling") is not None else None)
    fact = Fact(f"earnings under {where}", "facts", standing if rows else "missing", "runs")
    top = leaf_at(reader.law.get("ceiling"), at, reader.source, f"{reader.path}.ceiling")
    law = Fact(
        f"{reader.path}.ceiling", "law", top.standing if top else "official", "numbers", top.cites if top else None
    )
    return Told(tuple(runs), fact), Told(_filled(ceilings, runs), law)


def _pieces(reader: Reader, row: Earning, at: date) -> list[tuple[date, date]]:
    """A run cut where the ceiling changes, and at the day of the decision."""
    end = min(row.end, at)
    entries = reader.law.get("ceiling")
    starts = (
        sorted(entry["from"] for entry in entries if row.start < entry["from"] <= end)
        if isinstance(entries, list)
        else []
    )
    edges = [row.start, *starts, end + timedelta(days=1)]
    return [(first, after - timedelta(days=1)) for first, after in zip(edges, edges[1:], strict=False) if first < after]


def _amount(reader: Reader, career: Career, row: Earning, at: date, where: str) -> Any:
    if row.currency == reader.currency:
        return row.by_month
    rate = career.rate(row.currency, reader.currency, at)
    if rate is None:
        return unknown(f"earnings under {where} in {reader.currency} (a rate for {row.currency} is missing)")
    return row.by_month * rate[0]


def _ceiling(reader: Reader, on: date) -> Any:
    """The ceiling of a day; None where there was none."""
    leaf = leaf_at(reader.law.get("ceiling"), on, reader.source, f"{reader.path}.ceiling")
    if leaf is None or leaf.state in ("none_known", "repealed"):
        return None
    if leaf.state == "before":
        return None
    if leaf.is_ is None:
        return unknown(leaf.path)
    found = quantity(str(leaf.is_))
    return by_month(found) if found.unit == reader.currency else unknown(f"{leaf.path} in {reader.currency}")


def _filled(ceilings: list[Any], runs: list[tuple[Any, int]]) -> tuple[Any, ...]:
    """A run without a ceiling is capped by its own amount: the rule stays one."""
    return tuple(run[0] if top is None else top for top, run in zip(ceilings, runs, strict=True))
