"""`portability law adequacy`: the schemes of a State beside what conventions ask of them, as tables and for programs."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from portability.assessment.adequacy.beneficiary import Wage
from portability.assessment.adequacy.judged import Report, adequacy
from portability.assessment.adequacy.left_out import LeftOut
from portability.assessment.adequacy.probed import Measured
from portability.assessment.adequacy.standards import BESIDE, Bound, Standard
from portability.assessment.adequacy.tested import Test, rate_told
from portability.assessment.currency import currency_of
from portability.cli.adequacy_text import result, text
from portability.document.countries import country
from portability.faults import Fault, Refused
from portability.law.between import nearest_state
from portability.law.shelf import Shelf, default_shelf
from portability.number.exact import Quantity, quantity
from portability.number.unknown import Unknown
from portability.record.measure import percent

MONTHS_OF = {"month": 1, "year": 12}
COMMAND = "law adequacy"


def answer(asked: argparse.Namespace) -> tuple[Any, str]:
    """The report on a State and a day, for programs and as text. Raises `Refused` with what is wrong with the words."""
    shelf, on = default_shelf(), asked.on or date.today()
    state = _state(shelf, asked.state)
    report = adequacy(shelf, state, on, _wage(shelf, state, on, asked.wage))
    return _tables(report), "\n\n".join(text(report))


def _state(shelf: Shelf, word: str) -> str:
    code = country(word.upper())
    if code is None:
        remedy = nearest_state(word, shelf)
        raise Refused([Fault(COMMAND, "", f'"{word}" is not a State (two letters of ISO 3166-1)', remedy)])
    if shelf.national(code) is None:
        known = ", ".join(sorted(file.stem.upper() for file in (shelf.folder / "national").glob("*.toml")))
        what = f"the law of {code} is not on the shelf: none of its schemes can be measured"
        raise Refused([Fault(COMMAND, "", what, f"Name one of {known}")])
    return code


def _wage(shelf: Shelf, state: str, on: date, text: str | None) -> Wage | None:
    """The wage told, by the month, in the currency of the State's law on the day."""
    if text is None:
        return None
    currency = currency_of(shelf.national(state) or {}, on)
    how = f'Write it as "3200 {currency or "XTS"} per month"'
    try:
        read = quantity(text)
    except ValueError as error:
        raise Refused([Fault("--wage", "", str(error).rstrip("."))]) from None
    if len(read.unit) != 3 or read.per not in MONTHS_OF or not read.value:
        raise Refused([Fault("--wage", "", f'"{text}" is not a wage: {_lacks(read)}', how)])
    if read.unit != currency:
        what = f'"{text}" is in {read.unit}, and the law of {state} counts in {currency or "no currency"} on {on}'
        raise Refused([Fault("--wage", "", what, how)])
    return Wage(read.value / MONTHS_OF[read.per], read.unit)


def _lacks(read: Quantity) -> str:
    if not read.value:
        return "it is nought"
    return "it names no currency" if len(read.unit) != 3 else "it is not by the month or the year"


def _tables(report: Report) -> dict[str, Any]:
    """The report for programs: rates exact beside what is read."""
    return {
        "state": report.state,
        "on": report.on,
        "judged": [
            {
                "contingency": one.standard.asked,
                "beneficiary": one.standard.beneficiary,
                "scheme": one.scheme,
                "convention": one.standard.instrument,
                "part": one.standard.part,
                "bound": _bound_table(one.standard.bound),
                "measured_at": one.wage,
                "met": result(one.tests[-1].met),
                "standing": one.tests[-1].standing,
                "tests": [_test_table(test) for test in one.tests[:-1]],
            }
            for one in report.judged
        ],
        "lengths": [
            {
                "scheme": row.scheme,
                "years": row.years,
                **_rate_table(row.measured),
                "asked": {id_: str(share) for id_, share in row.asked},
            }
            for row in report.lengths
        ],
        "left_out": [_left_out_table(one) for one in report.left_out],
        "not_determined": [{"what": what, "why": why} for what, why in report.open],
        "asked": [_asked_table(one) for one in report.asked],
        "notes": list(report.notes),
    }


def _asked_table(one: Standard) -> dict[str, Any]:
    said = {key: _leaf_table(one, key) for key in ("rate", *BESIDE) if key in one.leaves}
    return {"contingency": one.asked, "convention": one.instrument, "bound": _bound_table(one.bound), **said}


def _left_out_table(one: LeftOut) -> dict[str, Any]:
    return {
        "scheme": one.scheme,
        "branch": one.branch,
        "workers": one.group,
        "cites": str(one.cites),
        "standing": one.standing,
        "convention": one.instrument,
        "asked_by": str(one.article),
        "bound": _bound_table(one.bound),
    }


def _bound_table(bound: Bound) -> dict[str, str]:
    return {"answer": bound.answer, "standing": bound.standing, **({"why": bound.why} if bound.why else {})}


def _test_table(test: Test) -> dict[str, Any]:
    told = {"test": test.what} | ({} if test.years is None else {"years": str(test.years)}) | _rate_table(test.measured)
    if test.asked:
        told |= {"found": test.found, "asked": test.asked}
    if test.needed is not None:
        told["asked"] = str(test.needed)
    told |= {"met": result(test.met), "standing": test.standing, "cites": test.cites}
    return told | ({"why": list(test.why)} if test.why else {})


def _rate_table(measured: Measured | None) -> dict[str, Any]:
    found = None if measured is None else measured.rate
    if found is None:
        return {}
    if not isinstance(found, Unknown):
        return {"rate": percent(found), "exact": str(found)}
    ends = {"at_least": str(found.low)} | ({} if found.endless else {"at_most": str(found.high)})
    return {"rate": rate_told(measured), "unknown": sorted(found.facts), **ends}


def _leaf_table(one: Standard, key: str) -> dict[str, Any]:
    leaf = one.leaves[key]
    said = {"says": leaf.is_, "why": leaf.reason, "cites": str(leaf.cites), "standing": leaf.standing}
    return {name: value for name, value in said.items() if value not in (None, "")}
