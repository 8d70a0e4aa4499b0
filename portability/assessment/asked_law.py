"""Which law is asked about a career: that of its States, the instruments that bind them, and further States these bring in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from portability.assessment.contingency import Contingency, contingency
from portability.assessment.names import schemes_of
from portability.assessment.one_payer import further_payers
from portability.assessment.scope import AgreementSet, Binding, bindings
from portability.case.career import Career
from portability.frozen import replaced
from portability.law.overlay import Assumption, national_with
from portability.law.shelf import Law, Shelf


class Asked(NamedTuple):
    """Which law is asked about a career: that of its States, the instruments that bind, and further States they bring in."""

    career: Career
    laws: dict[str, Law | None]
    found: tuple[Binding, ...]
    further: tuple[str, ...]
    what: Contingency | None


def which_law(
    career: Career, shelf: Shelf, branch: str, at: date, chosen: AgreementSet, assumptions: Sequence[Assumption]
) -> Asked:
    """The law that is asked about a branch on one day under a set of agreements."""
    countries = countries_of(career)
    laws = {country: national_with(shelf.national(country), country, assumptions) for country in countries}
    what = contingency(career, branch, at)
    day = at if what is None else what.on
    career = replaced(career, spells=with_schemes(career, laws, branch), until=day if branch == "survivors" else date.max)
    found = bindings(shelf, career, countries, branch, at, chosen, assumptions)
    further = further_payers(found, career, branch, at, countries)
    if further:
        laws |= {country: national_with(shelf.national(country), country, assumptions) for country in further}
        found = bindings(shelf, career, (*countries, *further), branch, at, chosen, assumptions)
        further = tuple(
            one for one in further if any(one in binding.states for binding in found) and not uninsured(laws[one] or {}, branch)
        )
    return Asked(career, laws, found, further, what)


def countries_of(career: Career) -> list[str]:
    """The States in which a career has periods, statements or an account."""
    told = [spell.country for spell in career.spells] + [one.country for one in career.statements]
    told += [row.country for row in career.case.account]
    return list(dict.fromkeys(told))


def with_schemes(career: Career, laws: dict[str, Law | None], branch: str) -> tuple[Any, ...]:
    """Every spell with its scheme: left out, it is the State's only one."""
    return tuple(
        spell if spell.scheme else replace(spell, scheme=only_scheme(laws.get(spell.country), branch))
        for spell in career.spells
    )


def uninsured(law: Law, branch: str) -> bool:
    """Whether a State has no scheme for a branch."""
    return none_told(law, branch) is not None


def none_told(law: Law, branch: str) -> Mapping[str, Any] | None:
    """Where the law file says that a State has no scheme for a branch.

    >>> none_told({"no_scheme": [{"branches": ["old_age"]}, {"branches": ["maternity"], "cites": "s. 9"}]}, "maternity")["cites"]
    's. 9'
    """
    said = law.get("no_scheme", ())
    rows = (said,) if isinstance(said, Mapping) else said
    return next((row for row in rows if branch in row.get("branches", ())), None)


def only_scheme(law: Law | None, branch: str) -> str:
    """The scheme meant where none is named: the only one of the State; empty where there are several, or none."""
    if law is not None and uninsured(law, branch):  # work there is under none of its funds unless the case says so
        return ""
    found = schemes_of(law, branch)
    return found[0] if len(found) == 1 else ""
