"""From the words of a command to a decision: the file, the day, the set of agreements, and the figures assumed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from portability.assessment.decide import decide, decided_on
from portability.assessment.names import name_troubles
from portability.assessment.scope import AgreementSet, agreement_set
from portability.case.model import Case, Named, judge
from portability.case.tables import Assume
from portability.document.countries import country
from portability.document.read import Document, read_file
from portability.document.written import earliest
from portability.faults import Fault, Refused, did_you_mean
from portability.law.sets import comparison
from portability.law.shelf import Shelf, default_shelf
from portability.record.decision import Decision, Source

Overlay = tuple[tuple[str, str], ...]  # paths in the law, and the text laid over the figure there


class Request(NamedTuple):
    """What a decision is asked for: the day, the set of agreements, and changes to both it and the law."""

    at: date | None = None
    agreements: str = "as-bound"
    without: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    overlay: Overlay = ()
    today: date | None = None
    trace: bool = False
    as_of: date | None = None


class Setting(NamedTuple):
    """What is the same for every file: the request, the shelf, the set of agreements, and what is wrong with any of them."""

    request: Request
    shelf: Shelf
    chosen: AgreementSet
    faults: tuple[Fault, ...]


def setting(request: Request) -> Setting:
    """The setting of a request; names that are not known are among its faults. Raises `Refused` where there is no law."""
    shelf = default_shelf()
    faults = [*_unknown(request, shelf), *_twice(request)]
    try:
        chosen = chosen_set(request, shelf)
    except Refused as refused:
        faults += refused.faults
        chosen = AgreementSet(request.agreements)
    return Setting(request, shelf, chosen, tuple(faults))


def decide_file(path: str, asked: Setting) -> Decision:
    """Decide the case in a file. Raises `Refused` with every fault of the request, of the file, and of the names in it."""
    request, shelf = asked.request, asked.shelf
    case, day = case_of(path, asked)
    with blaming_the_law(shelf):
        return with_sources(decide(case, day, asked.chosen, shelf, as_of=request.as_of, trace=request.trace), shelf)


def case_of(path: str, asked: Setting) -> tuple[Case, date | None]:
    """The case in a file and the day to decide for. Raises `Refused` with every fault of the request and of the file."""
    request = asked.request
    faults = list(asked.faults)
    try:
        document = read_file(path)
        case, found = judged(document, asked.shelf, request.overlay)
        faults += [*found, *_before_birth(case, request.at)]
    except Refused as refused:
        raise Refused([*faults, *refused.faults]) from None
    if faults:
        raise Refused(faults)
    return case, request.at or decided_on(case) or request.today


def judged(document: Document, shelf: Shelf, overlay: Overlay = ()) -> tuple[Case, list[Fault]]:
    """The case in a document, with what a command lays over the law, and the faults of that.

    Raises `Refused` with every fault of the document, those of the names in it and of the command among them.
    """
    laid: list[Case] = []
    faults: list[Fault] = []

    def named(case: Case) -> list[Named]:
        whole, found = _laid_over(case, shelf, overlay)
        laid.append(whole)
        own = len(case.assume)
        of_command = [each for each in found if each[0][0] == "assume" and int(each[0][1]) >= own]
        for place, what, remedy in of_command:
            faults.append(Fault("--set", overlay[int(place[1]) - own][0], what, remedy))
        faults.extend(_reaching_nothing(case, overlay))
        return [each for each in found if each not in of_command]

    try:
        with blaming_the_law(shelf):
            judge(document, named)
    except Refused as refused:
        raise Refused([*faults, *refused.faults]) from None
    return laid[0], faults


@contextmanager
def blaming_the_law(shelf: Shelf) -> Iterator[None]:
    """Where deciding fails, look for the cause in the law files that were read: their faults are refused in its place."""
    try:
        yield
    except Refused:
        raise
    except Exception as failed:
        from portability.law.check import check_file  # only when something is wrong

        faults = [fault for file in shelf.files() for fault in check_file(file)]
        if faults:
            raise Refused(faults) from failed
        raise


def _reaching_nothing(case: Case, overlay: Overlay) -> Iterator[Fault]:
    """A figure of a State in which the case has nothing decides nothing: it is hardly what was meant."""
    rows = (row for key in ("period", "statement", "account") for row in getattr(case, key))
    states = dict.fromkeys(row.country.lower() for row in rows)
    for path, _ in overlay:
        first = path.partition(".")[0]
        if country(first.upper()) == first.upper() and first.islower() and first not in states:
            what = f"the case has nothing in {first.upper()}, so that this reaches nothing"
            yield Fault("--set", path, what, f"Its States: {', '.join(states)}" if states else "")


def _laid_over(case: Case, shelf: Shelf, overlay: Overlay) -> tuple[Case, list[Named]]:
    """A case with the assumptions of a command after its own, and every trouble with a name in it.

    Most figures of a law are text with a unit, a few are whole numbers: the law tells which is meant.
    """
    values = [_value(text) for _, text in overlay]
    whole, found = _named(case, shelf, overlay, values)
    digits = [i for i in _wrong(case, found) if values[i] == overlay[i][1] and re.fullmatch("[0-9]{1,9}", values[i])]
    if digits:
        numbers = [int(value) if i in digits else value for i, value in enumerate(values)]
        still = _wrong(case, _named(case, shelf, overlay, numbers)[1])
        values = [value if i in still else number for i, (value, number) in enumerate(zip(values, numbers, strict=True))]
        whole, found = _named(case, shelf, overlay, values)
    return whole, found


def _wrong(case: Case, found: list[Named]) -> set[int]:
    """Which assumptions of a command have a value that is in trouble."""
    own = len(case.assume)
    return {int(at) - own for (table, at, *_), *_ in found if table == "assume" and int(at) >= own}


def _named(case: Case, shelf: Shelf, overlay: Overlay, values: list[Any]) -> tuple[Case, list[Named]]:
    laid = [
        Assume(path=path, value=value, reason="assumed on the command line")
        for (path, _), value in zip(overlay, values, strict=True)
    ]
    whole = case.model_copy(update={"assume": (*case.assume, *laid)}) if laid else case
    return whole, name_troubles(whole, shelf)


def _value(text: str) -> Any:
    """A value of the command line as a law file writes it: yes or no, a list and a table as in TOML, else the text."""
    if text[0] not in "[{tf\"'":
        return text
    try:
        found = tomllib.loads(f"value = {text}", parse_float=str)
    except (ValueError, RecursionError):
        return text
    return found["value"] if found.keys() == {"value"} else text


def _before_birth(case: Case, at: date | None) -> list[Fault]:
    born = case.person.born
    if at is None or born is None or at >= earliest(born):
        return []
    return [Fault("--at", "", f"{at} lies before the birth of the insured ({born})", "Give a later day, or mend `born`")]


def chosen_set(request: Request, shelf: Shelf) -> AgreementSet:
    """The set of agreements asked for, with what is added and left out. Raises `Refused` where it cannot be had."""
    folder = shelf.folder.parent / "scenarios" / "comparisons"
    found = agreement_set(comparison(folder, request.agreements, shelf.instruments()))
    if not request.added and not request.without:
        return found
    name = " ".join([found.id, *(f"+{id_}" for id_ in request.added), *(f"-{id_}" for id_ in request.without)])
    added = tuple(dict.fromkeys((*found.with_, *request.added)))
    return replace(found, id=name, with_=added, without=(*found.without, *request.without))


def _unknown(request: Request, shelf: Shelf) -> Iterator[Fault]:
    known = shelf.instruments()
    for option, ids in (("--with", request.added), ("--without", request.without)):
        for id_ in ids:
            if id_ not in known:
                yield Fault(option, "", f'"{id_}" is not an instrument on the shelf', did_you_mean(id_, known))
            elif option == "--with" and id_ in request.without:
                yield Fault(option, "", f'"{id_}" is added and left out', "Keep one of the two")


def _twice(request: Request) -> Iterator[Fault]:
    paths = [path for path, _ in request.overlay]
    for path in dict.fromkeys(paths):
        if paths.count(path) > 1:
            yield Fault("--set", path, "this is assumed twice", "Keep one of the two")


def with_sources(decision: Decision, shelf: Shelf) -> Decision:
    """The decision with what each source it cites is; the bibliography decides nothing, and is no part of the law's hash."""
    cited = decision.cited()
    known = shelf.sources(cited)
    told = [(key, known[key]) for key in cited if key in known]
    return replace(decision, sources=tuple(Source(key=k, title=one["title"], address=one.get("address")) for k, one in told))
