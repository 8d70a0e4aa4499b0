"""The plans of a population: one for each scheme and kind of person, taken from an exemplary life by the planning of a case.

Nothing is planned twice: what a law, an instrument and a scheme give is asked of `plan_case` for a life that has just that,
and what hangs on the person is then laid over it as a column. A plan that hangs on a fact for which there is no column yet
is not used: such persons are decided one by one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portability.assessment.case_plan import CasePlan, plan_case
from portability.assessment.plan import Planned
from portability.assessment.run import Run
from portability.assessment.scope import AgreementSet
from portability.assessment.stages import Member
from portability.case.career import career
from portability.case.model import read_case
from portability.law.shelf import Shelf
from portability.number.unknown import Unknown
from portability.record.step import Fact, Told, bare, tolds

Scheme = tuple[str, str]

OF_ROWS = frozenset({"own_right", "own_amount", "stated_reference", "age", "bound"})
"""What is given to a plan and is a column of the rows."""

OF_EARNINGS = frozenset({"earnings", "ceilings", "contribution_rates"})
"""What is given of earnings, and not looked at where an institution has certified the reference earnings."""

PERSONAL = frozenset({"age", "early", "drawn_in_time", "months_early", "months_late", "age_drawn", "left", "divisor"})
"""What hangs on the person although a law may be told as its origin."""


@dataclass(frozen=True, slots=True)
class Exemplar:
    """The plan of a scheme by national law, and under each instrument that links it with others: bare values by name."""

    planned: Planned
    alone: Mapping[str, Any]
    under: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    shapes: Mapping[str, Member] = field(default_factory=dict)
    beyond: tuple[str, ...] = ()

    @property
    def on_columns(self) -> bool:
        """Whether rows can be decided by this plan: all that hangs on the person has a column."""
        return not self.beyond


@dataclass(slots=True)
class Exemplars:
    """The exemplary plans of one branch on one day under one set of agreements, each made when it is first asked for."""

    shelf: Shelf
    branch: str
    at: date
    chosen: AgreementSet
    stated: bool = False
    _made: dict[tuple[Scheme, Scheme], Exemplar] = field(default_factory=dict)
    _runs: dict[tuple[Scheme, Scheme], CasePlan] = field(default_factory=dict)

    def of(self, scheme: Scheme, beside: Scheme) -> Exemplar:
        """The plan of a scheme in a life that has also worked in another State."""
        key = scheme, beside
        if key not in self._made:
            plan = self.pair(scheme, beside)
            mine = next(one for one in plan.plans if one.key == scheme)
            member = mine.member
            under: dict[str, Mapping[str, Any]] = {}
            shapes: dict[str, Member] = {"": member}
            beyond = dict.fromkeys(_beyond(member))
            for run in plan.runs:
                place = run.at.index(plan.plans.index(mine)) if plan.plans.index(mine) in run.at else None
                if place is None:
                    continue
                shapes[run.binding.id] = run.members[place]
                under[run.binding.id] = _bare(run.members[place])
                beyond |= dict.fromkeys((*_beyond(run.members[place]), *_beyond_run(run)))
            self._made[key] = Exemplar(mine, _bare(member), under, shapes, tuple(beyond))
        return self._made[key]

    def pair(self, scheme: Scheme, beside: Scheme) -> CasePlan:
        """The plans of a life in two States, each for ten years."""
        key = scheme, beside
        if key not in self._runs:
            currency = {one[0]: self.currency(one[0]) for one in key} if self.stated else {}
            life = career(read_case(exemplary_life(key, self.branch, self.at, currency)), self.branch)
            self._runs[key] = plan_case(life, self.shelf, self.branch, self.at, self.chosen, ())
        return self._runs[key]


    def currency(self, country: str) -> str:
        """The currency of a State on the day."""
        told = (self.shelf.national(country) or {}).get("currency", "")
        if isinstance(told, str):
            return told
        return next((str(span["code"]) for span in told if span["from"] <= self.at <= span.get("to", date.max)), "")


def exemplary_life(schemes: Sequence[Scheme], branch: str, at: date, stated: Mapping[str, str]) -> dict[str, Any]:
    """A case that has worked under some schemes, one after the other, and is old enough for any law.

    `stated`: by State the currency in which an institution certifies reference earnings; none: none are certified.

    >>> [row["country"] for row in exemplary_life([("XA", "s"), ("XB", "t")], "old_age", date(2026, 1, 1), {})["period"]]
    ['XA', 'XB']
    """
    periods, statements = [], []
    for k, (country, scheme) in enumerate(schemes):
        year = at.year - 50 + 12 * k
        periods.append(
            {
                "id": f"p{k}", "country": country, "scheme": scheme, "kind": "insurance",
                "from": f"{year}-01-01", "to": f"{year + 9}-12-31", "standing": "certified",
            }
        )  # fmt: skip
        if stated:
            statements.append(
                {
                    "country": country, "scheme": scheme, "branch": branch, "kind": "reference", "standing": "certified",
                    "amount": "1.00", "currency": stated[country], "per": "month",
                }
            )  # fmt: skip
    return {
        "format": "portability.case/1",
        "id": "exemplary",
        "person": {"born": f"{at.year - 100}-01-01", "sex": "F", "standing": "certified"},
        "period": periods,
        "statement": statements,
        "claim": [{"branches": [branch], "date": at.isoformat()}],
    }


def _bare(member: Member) -> dict[str, Any]:
    """What is given to a member, without its origins."""
    return {name: bare(value) for name, value in member.given.items()}


def _beyond(member: Member) -> list[str]:
    """What is given to a member that hangs on the person, and for which there is no column."""
    left = OF_ROWS | (OF_EARNINGS if "reference" in member.shape.stated else frozenset())
    found = []
    for name, value in member.given.items():
        if name in left:
            continue
        origins = [told.origin for told in tolds((value,))]
        if name in PERSONAL or any(isinstance(origin, Fact) and origin.axis == "facts" for origin in origins):
            found.append(name)
        elif any(isinstance(told, Told) and isinstance(told.value, Unknown) for told in tolds((value,))):
            found.append(f"{name} (not known)")
    return found


def _beyond_run(run: Run) -> list[str]:
    """What an instrument does that is not done on columns yet."""
    shape = run.sharing
    odd = {
        "transfers": bool(shape.transfers),
        "third": shape.third != "none",
        "payer": shape.payer != "each",
        "unentitled": shape.unentitled != "counted",
        "supplement": shape.supplement != "none",
        "chain": bool(run.chain),
    }
    return [f"{run.binding.id}: {name}" for name, is_so in odd.items() if is_so]
