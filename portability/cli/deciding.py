"""From the words of a command to a decision: the file, the day, the set of agreements, and the figures assumed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from portability.assessment.decide import decide, decided_on
from portability.assessment.names import name_troubles
from portability.assessment.scope import AgreementSet, agreement_set
from portability.case.model import Case, judge
from portability.case.tables import Assume
from portability.document.read import read_file
from portability.faults import Fault, Refused, did_you_mean
from portability.law.sets import comparison
from portability.law.shelf import Shelf, default_shelf
from portability.record.decision import Decision


class Request(NamedTuple):
    """What a decision is asked for: the day, the set of agreements, and changes to both it and the law."""

    at: date | None = None
    agreements: str = "as-bound"
    without: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    overlay: tuple[tuple[str, str], ...] = ()
    today: date | None = None


def decide_file(path: str, request: Request) -> Decision:
    """Decide the case in a file. Raises `Refused` with every fault of the file and of the names in it."""
    shelf = default_shelf()
    chosen = chosen_set(request, shelf)
    case = case_of(path, request.overlay, shelf)
    return decide(case, request.at or decided_on(case) or request.today, chosen, shelf)


def case_of(path: str, overlay: tuple[tuple[str, str], ...], shelf: Shelf) -> Case:
    """The case in a file, with figures assumed over the law. Raises `Refused` with every fault of it and of its names."""
    document = read_file(path)
    case = judge(document)
    assumed = [Assume(path=where, value=value, reason="assumed on the command line") for where, value in overlay]
    if assumed:
        case = case.model_copy(update={"assume": (*case.assume, *assumed)})
    faults = [document.fault(where, what, remedy) for where, what, remedy in name_troubles(case, shelf)]
    if faults:
        raise Refused(faults)
    return case


def chosen_set(request: Request, shelf: Shelf) -> AgreementSet:
    """The set of agreements asked for, with what is added and left out. Raises `Refused` for unknown names."""
    found = agreement_set(comparison(shelf.folder.parent / "scenarios" / "comparisons", request.agreements))
    faults = list(_unknown(request, shelf))
    if faults:
        raise Refused(faults)
    if not request.added and not request.without:
        return found
    name = " ".join([found.id, *(f"+{id_}" for id_ in request.added), *(f"-{id_}" for id_ in request.without)])
    return replace(found, id=name, with_=(*found.with_, *request.added), without=(*found.without, *request.without))


def _unknown(request: Request, shelf: Shelf) -> Iterator[Fault]:
    for option, ids in (("--with", request.added), ("--without", request.without)):
        for id_ in ids:
            if shelf.instrument(id_) is None:
                yield Fault(
                    option, "", f'"{id_}" is not an instrument on the shelf', did_you_mean(id_, shelf.instruments())
                )


def sources() -> dict[str, str]:
    """What each source of the bibliography is: its title, and where it stands."""
    titles = default_shelf().titles().items()
    return {key: ", ".join(str(each[part]) for part in ("title", "address") if part in each) for key, each in titles}
