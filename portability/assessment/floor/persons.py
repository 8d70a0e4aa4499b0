"""The persons of a case as the floor sees them: each by their own life, where they live, with whom.

A floor is asked of the State where a person lives, of everybody the case names. A member of the family is looked at as if the
case were theirs; one whose residence is not told lives where somebody of the same household lives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from portability.case.career import Career, career, holds
from portability.case.model import Case
from portability.case.tables import Person, Relative
from portability.document.leaf import latest
from portability.frozen import frozen

INSURED = "insured"
PARTNERS = ("spouse", "partner")
CHILDREN = ("child", "stepchild", "foster_child", "grandchild")
ROWS = ("nationality", "residence", "income", "asset", "household", "event")
"""The tables of a case that tell of persons other than the insured what a floor asks."""


@frozen
class Somebody:
    """One person on a day: who, the life as if the case were theirs, and where that person lives (None: not told)."""

    who: str
    life: Career
    home: Any
    relative: Relative | None = None

    @property
    def country(self) -> str:
        return str(self.home.country)


def persons(case: Case, at: date, branch: str = "old_age") -> Iterator[Somebody]:
    """The insured person and each member of the family who lives on a day; `branch`: by which the career is read already."""
    own = career(case, branch)
    if not _dead(case.person.died, at):
        yield Somebody(INSURED, own, own.residence_of(INSURED, at))
    for one in case.family:
        if not _dead(one.died, at):
            life = own.once(("as theirs", one.id, at), partial(_life, case, one, at))
            yield Somebody(one.id, life, life.residence_of(INSURED, at), one)


def _life(case: Case, one: Relative, at: date) -> Career:
    return career(as_theirs(case, one, at), "old_age")


def as_theirs(case: Case, one: Relative, at: date) -> Case:
    """A case as if a member of the family were its person: their own rows, and nobody's insurance."""
    rows: Mapping[str, Any] = {
        table: tuple(row.model_copy(update={"person": INSURED}) for row in getattr(case, table) if row.person == one.id)
        for table in ROWS
    }
    rows = {**rows, "residence": rows["residence"] or _claimed(case, one.id) or _shared(case, one.id, at)}
    person = Person.model_construct(
        None, born=one.born, sex=one.sex, died=one.died, nationalities=(), residence_status=None, standing=one.standing
    )
    return Case.model_construct(
        None, format=case.format, id=case.id, person=person, rate=case.rate, assume=case.assume, **rows
    )


def _claimed(case: Case, who: str) -> tuple[Any, ...]:
    """Where one who claims says to live, in the claim."""
    from portability.case.tables import Residence

    told = [one.residence for one in case.claim if one.claimant == who and one.residence is not None]
    return tuple(Residence.model_construct(None, country=each, person=INSURED) for each in told[:1])


def _shared(case: Case, who: str, at: date) -> tuple[Any, ...]:
    """Where somebody of the same household lives: the place alone, and not in which status."""
    for other in together(case, who, at) or ():
        for row in case.residence:
            if row.person == other and holds(row.start, row.end, at):
                return (row.model_copy(update={"person": INSURED, "residence_status": None}),)
    return ()


def _dead(died: Any, at: date) -> bool:
    return died is not None and latest(died) <= at


def together(case: Case, who: str, at: date) -> tuple[str, ...] | None:
    """Who lives in one household with a person on a day, that person among them; None where no household is told."""
    for row in case.household:
        if who in row.members and holds(row.start, row.end, at):
            return row.members
    return None


def partner_of(case: Case, who: str, at: date) -> str | None:
    """The spouse or partner a person lives with: not one who died, was divorced, or lives in another household."""
    if who == INSURED:
        found = [one.id for one in case.family if one.relation in PARTNERS and _joined(one, at)]
    elif _dead(case.person.died, at):
        found = []
    else:
        found = [INSURED for one in case.family if one.id == who and one.relation in PARTNERS and _joined(one, at)]
    home = together(case, who, at)
    return next((one for one in found if home is None or one in home), None)


def _joined(one: Relative, at: date) -> bool:
    return not _dead(one.died, at) and (not one.married or any(holds(each.start, each.end, at) for each in one.married))


def caregiver_of(case: Case, who: str, at: date) -> str | None:
    """Who has the care of a child: the insured person, else a partner or parent, of the same household where one is told."""
    home = together(case, who, at)
    grown = [] if _dead(case.person.died, at) else [INSURED]
    grown += [one.id for one in case.family if one.relation in (*PARTNERS, "parent", "grandparent") and not _dead(one.died, at)]
    return next((one for one in grown if one != who and (home is None or one in home)), None)
