"""Names in a case that only the shelf of law can judge: schemes, and the paths and values of what is assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from portability.case.model import Case, Named
from portability.document.countries import READ_AS, country
from portability.document.leaf import earliest
from portability.faults import did_you_mean
from portability.law.overlay import Assumption
from portability.law.shelf import Law, Shelf

BRANCHES = (
    "medical_care", "sickness", "unemployment", "old_age", "employment_injury", "family", "maternity", "invalidity",
    "survivors", "death_grant",
)  # fmt: skip


def name_troubles(case: Case, shelf: Shelf) -> list[Named]:
    """Every name of a case that the law does not know: path in the case, what is wrong, what to do."""
    return [*_schemes(case, shelf), *_assumed(case, shelf)]


def schemes_of(law: Law | None, branch: str) -> list[str]:
    """The schemes of a State's law that have the branch."""
    if law is None:
        return []
    return [name for name, told in law.items() if isinstance(told, dict) and isinstance(told.get(branch), list)]


def assumptions(case: Case) -> list[Assumption]:
    """What a case assumes over the law, in the form in which it is laid over it."""
    return [
        Assumption(row.path, _listed(row.value), None if row.start is None else earliest(row.start), row.reason)
        for row in case.assume
    ]


def _listed(value: Any) -> Any:
    """A value with lists for tuples, at every depth, as a law file holds it."""
    if isinstance(value, tuple):
        return [_listed(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _listed(each) for key, each in value.items()}
    return value


def _schemes(case: Case, shelf: Shelf) -> Iterator[Named]:
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


def _assumed(case: Case, shelf: Shelf) -> Iterator[Named]:
    """Every assumption that reaches no figure of the law, or lays over it what it cannot hold."""
    if not case.assume:
        return
    from portability.law.assumed import instrument_faults, national_faults, series_troubles  # models: only where needed

    sound: dict[str, list[tuple[int, Assumption]]] = {}
    for i, each in enumerate(assumptions(case)):
        trouble = _no_figure(each.path, shelf)
        if trouble is not None:
            yield ("assume", i, "path"), *trouble
        else:
            sound.setdefault(each.path.partition(".")[0], []).append((i, each))
    for first, mine in sound.items():
        instrument = None if _is_state(first) else shelf.instrument(first)
        series = None if _is_state(first) or instrument is not None else shelf.series(first)
        if series is not None:
            found = series_troubles(series, first, mine)
        elif instrument is None:
            found = national_faults(shelf.national(first.upper()), first.upper(), mine)
        else:
            found = instrument_faults(instrument, first, mine)
        for i, place, what, remedy in found:
            yield ("assume", i, *place), what, remedy


def _is_state(first: str) -> bool:
    return len(first) == 2 and first.isalpha()


def _no_figure(path: str, shelf: Shelf) -> tuple[str, str] | None:
    """What is wrong with a path that does not begin with an instrument, or a State, a scheme and a branch."""
    first, *rest = path.split(".")
    if not _is_state(first):
        if shelf.instrument(first) is None and shelf.series(first) is None:
            what = f'"{first}" is neither a State nor an instrument or series on the shelf'
            return what, did_you_mean(first, shelf.instruments())
        return None
    code = first.upper()
    if first != code.lower() or code in READ_AS:
        return f'"{first}" is not how a path names a State', f'Write "{(country(code) or code).lower()}"'
    if country(code) is None:
        return f'"{first}" is not a State', "Write the two letters of ISO 3166-1, small"
    if len(rest) < 3:
        return f'"{path}" does not reach a figure', "Write State, scheme, branch and key, as xa.xa-general.old_age.minimum"
    scheme, branch = rest[:2]
    if branch not in BRANCHES:
        return f'"{branch}" is not a branch', did_you_mean(branch, BRANCHES)
    law = shelf.national(code)
    if law is not None and law.get("scheme") and scheme not in law["scheme"]:
        return f'"{scheme}" is not a scheme of {code}', did_you_mean(scheme, law["scheme"])
    return None
