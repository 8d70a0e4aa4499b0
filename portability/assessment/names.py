"""Names in a case that only the shelf of law can judge: schemes, paths of assumptions, instruments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portability.case.model import Case
from portability.faults import did_you_mean
from portability.law.shelf import Law, Shelf

Path = tuple[str | int, ...]
Trouble = tuple[Path, str, str]

NATIONAL_KEYS = (
    "qualifying", "any_age", "reduced", "age", "counts", "kinds_for_amount", "nationality", "residence", "residence_length",
    "formula", "amount", "accrual", "reference", "ceiling", "minimum", "maximum", "rounding", "payments", "commutation",
    "otherwise", "otherwise_below", "export", "contribution_rate", "full_career", "indexation", "credits",
)  # fmt: skip
BRANCHES = (
    "medical_care", "sickness", "unemployment", "old_age", "employment_injury", "family", "maternity", "invalidity",
    "survivors", "death_grant",
)  # fmt: skip


def name_troubles(case: Case, shelf: Shelf) -> list[Trouble]:
    """Every name of a case that the law does not know: path in the case, what is wrong, what to do."""
    return [*_schemes(case, shelf), *_assumptions(case, shelf)]


def schemes_of(law: Law | None, branch: str) -> list[str]:
    """The schemes of a State's law that have the branch."""
    if law is None:
        return []
    return [name for name, told in law.items() if isinstance(told, dict) and isinstance(told.get(branch), list)]


def _schemes(case: Case, shelf: Shelf) -> Iterator[Trouble]:
    assumed = {tuple(row.path.split(".")[:2]) for row in case.assume}
    for table in ("period", "earnings", "account", "statement"):
        for i, row in enumerate(getattr(case, table)):
            law = shelf.national(row.country)
            if law is None or (row.country.lower(), row.scheme) in assumed:
                continue
            known = list(law.get("scheme", {}))
            if row.scheme and row.scheme not in known:
                what = f'"{row.scheme}" is not a scheme of {row.country}'
                remedy = (
                    did_you_mean(row.scheme, known) if known else f"The law of {row.country} has none: leave it out"
                )
                yield (table, i, "scheme"), what, remedy
            elif not row.scheme and len(schemes_of(law, "old_age")) > 1 and getattr(row, "kind", "") != "residence":
                names = ", ".join(schemes_of(law, "old_age"))
                yield (
                    (table, i),
                    f"{row.country} has several schemes, and none is named",
                    f"Add scheme, one of: {names}",
                )


def _assumptions(case: Case, shelf: Shelf) -> Iterator[Trouble]:
    seen: dict[tuple[str, Any], int] = {}
    for i, row in enumerate(case.assume):
        again = seen.setdefault((row.path, row.start), i)
        if again != i:
            yield ("assume", i, "path"), f"assume[{again}] already lays a value over {row.path}", "Keep one of the two"
        trouble = _assumed_path(row.path, shelf)
        if trouble is not None:
            yield ("assume", i, "path"), *trouble


def _assumed_path(path: str, shelf: Shelf) -> tuple[str, str] | None:
    first, *rest = path.split(".")
    if len(first) != 2 or not first.isalpha():
        if shelf.instrument(first) is None:
            return f'"{first}" is neither a State nor an instrument on the shelf', did_you_mean(
                first, shelf.instruments()
            )
        return None
    if len(rest) < 3:
        return (
            f'"{path}" does not reach a figure',
            "Write State, scheme, branch and key, as xa.xa-general.old_age.minimum",
        )
    scheme, branch, key = rest[:3]
    if branch not in BRANCHES:
        return f'"{branch}" is not a branch', did_you_mean(branch, BRANCHES)
    if key not in NATIONAL_KEYS:
        return f'"{key}" is not a figure of a national law', did_you_mean(key, NATIONAL_KEYS)
    law = shelf.national(first.upper())
    if law is not None and law.get("scheme") and scheme not in law["scheme"]:
        return f'"{scheme}" is not a scheme of {first.upper()}', did_you_mean(scheme, law["scheme"])
    return None
