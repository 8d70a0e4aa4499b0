"""The plans of a population: one for each scheme and kind of person, taken from an exemplary life by the planning of a case.

Nothing is planned twice: what a law, an instrument and a scheme give is asked of `plan_case` for a life that has just that,
and what hangs on the person is then laid over it as a column. A plan that hangs on a fact for which there is no column yet
is not used: such persons are decided one by one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from portability.assessment.case_plan import CasePlan, plan_case
from portability.assessment.currency import currency_of
from portability.assessment.opening import conditions
from portability.assessment.plan import Planned
from portability.assessment.run import Run
from portability.assessment.scope import AgreementSet
from portability.assessment.shares import Sharing
from portability.assessment.stages import Member, OnePerson
from portability.assessment.standing import present_levels
from portability.case.career import Career, career
from portability.case.model import read_case
from portability.law.shelf import Shelf
from portability.population.beyond import beyond_member, beyond_plan, beyond_run
from portability.record.ledger import Ledger
from portability.record.step import Told, bare

Scheme = tuple[str, str]

class Kind(NamedTuple):
    """What a plan hangs on beside scheme and instruments: the person, and whether reference earnings are certified."""

    profile: tuple[tuple[str, Any], ...] = ()
    stated: bool = False


def limited(id_: str) -> str:
    """The name of a plan by national law alone, with what an instrument lets count for that."""
    return f"{id_}/independent"


@dataclass(frozen=True, slots=True)
class Exemplar:
    """The plan of a scheme by national law, and under each instrument that links it with others: bare values by name.

    `shapes` are the members themselves, with where everything comes from; `least`: the shortest own period under each
    instrument, told; `refused`: the code of a refusal for nationality or residence, where there is one; `abroad`: how sure
    the instrument is that has the benefit paid where the person lives; `levels`: how sure the law is, piece by piece.
    """

    planned: Planned
    life: Career
    alone: Mapping[str, Any]
    under: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    shapes: Mapping[str, Member] = field(default_factory=dict)
    least: Mapping[str, Told] = field(default_factory=dict)
    beyond: tuple[str, ...] = ()
    refused: str = "other"
    abroad: str | None = None
    levels: frozenset[str] = frozenset()

    @property
    def on_columns(self) -> bool:
        """Whether rows can be decided by this plan: all that hangs on the person has a column."""
        return not self.beyond

    def beside(self, other: Exemplar) -> Exemplar:
        """The same plan with what instruments give it in another exemplary life."""
        return Exemplar(
            self.planned,
            self.life,
            self.alone,
            {**self.under, **other.under},
            {**self.shapes, **other.shapes},
            {**self.least, **other.least},
            tuple(dict.fromkeys(self.beyond + other.beyond)),
            self.refused,
            self.abroad if other.abroad is None else other.abroad,
            self.levels | other.levels,
        )


@dataclass(slots=True)
class Exemplars:
    """The exemplary plans of one branch on one day under one set of agreements, each made when it is first asked for."""

    shelf: Shelf
    branch: str
    at: date
    chosen: AgreementSet
    runs: dict[str, Run] = field(default_factory=dict)
    _plain: dict[str, Sharing] = field(default_factory=dict)
    _plans: dict[tuple[Scheme, Scheme, Kind], CasePlan] = field(default_factory=dict)

    def of(self, scheme: Scheme, beside: Sequence[Scheme], kind: Kind) -> Exemplar:
        """The plan of a scheme in lives that have also worked under each of some others."""
        one = self._in_life(scheme, beside[0] if beside else scheme, kind)
        for other in beside[1:]:
            one = one.beside(self._in_life(scheme, other, kind))
        return one

    def _in_life(self, scheme: Scheme, beside: Scheme, kind: Kind) -> Exemplar:
        plan = self.plan(scheme, beside, kind)
        mine = next(one for one in plan.plans if one.key == scheme)
        member, place = mine.member, plan.plans.index(mine)
        under: dict[str, Mapping[str, Any]] = {}
        shapes: dict[str, Member] = {"": member}
        least: dict[str, Any] = {}
        beyond = dict.fromkeys(beyond_member(member))
        for run in plan.runs:
            if place not in run.at:
                continue
            at, id_ = run.at.index(place), run.binding.id
            shapes[id_], under[id_], least[id_] = run.members[at], _bare(run.members[at]), run.minimum[at]
            if run.limited_members:
                shapes[limited(id_)] = run.limited_members[at]
                under[limited(id_)] = _bare(run.limited_members[at])
            odd = beyond_run(run, at)
            if not odd and self._plain.setdefault(id_, run.sharing) != run.sharing:
                odd = [f"{id_}: shared out in another way than for others"]
            elif id_ not in self.runs or (not odd and self.runs[id_].sharing != run.sharing):
                self.runs[id_] = run
            beyond |= dict.fromkeys((*beyond_member(run.members[at]), *odd))
        beyond |= dict.fromkeys(beyond_plan(plan, mine, self.at))
        payable = plan.payable(mine, self.at)
        asks = [Member(member.place, member.shape, {"least": one}) for one in least.values()]
        levels = present_levels((*shapes.values(), *asks), (), "law")
        return Exemplar(
            mine,
            plan.career,
            _bare(member),
            under,
            shapes,
            least,
            tuple(beyond),
            _refused(member),
            None if payable.binding is None else payable.standing,
            frozenset(levels),
        )

    def plan(self, scheme: Scheme, beside: Scheme, kind: Kind) -> CasePlan:
        """The plans of a life in two States, each for ten years."""
        key = scheme, beside, kind
        if key not in self._plans:
            schemes = tuple(dict.fromkeys((scheme, beside)))
            currency = {one[0]: self.currency(one[0]) for one in schemes} if kind.stated else {}
            told = exemplary_life(schemes, self.branch, self.at, currency, dict(kind.profile))
            life = career(read_case(told), self.branch)
            self._plans[key] = plan_case(life, self.shelf, self.branch, self.at, self.chosen, ())
        return self._plans[key]

    def currency(self, country: str) -> str:
        """The currency of a State on the day."""
        return currency_of(self.shelf.national(country) or {}, self.at)


def exemplary_life(
    schemes: Sequence[Scheme], branch: str, at: date, stated: Mapping[str, str], profile: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """A case that has worked under some schemes, one after the other, and is old enough for any law.

    `stated`: by State the currency in which an institution certifies reference earnings; none: none are certified.
    `profile`: what is told of the person: sex, nationality, residence, residence_status.

    >>> [row["country"] for row in exemplary_life([("XA", "s"), ("XB", "t")], "old_age", date(2026, 1, 1), {})["period"]]
    ['XA', 'XB']
    """
    periods, statements = [], []
    for k, (country, scheme) in enumerate(schemes):
        year = at.year - 50 + 12 * k
        periods.append(
            {
                "id": f"p{k}", "country": country, "scheme": scheme, "kind": "insurance",
                "from": f"{year}-01-01", "to": f"{year + 9}-12-31",
            }
        )  # fmt: skip
        if stated:
            statements.append(
                {
                    "country": country, "scheme": scheme, "branch": branch, "kind": "reference",
                    "amount": "1", "currency": stated[country], "per": "month",
                }
            )  # fmt: skip
    told: dict[str, Any] = dict(profile or {})
    person: dict[str, Any] = {"born": f"{at.year - 100}-01-01"}
    residence = told.pop("residence", None)
    if "nationality" in told:
        person["nationalities"] = [told.pop("nationality")]
    return {
        "format": "portability.case/1",
        "id": "exemplary",
        "person": {**person, **told},
        "period": periods,
        "statement": statements,
        "residence": [] if residence is None else [{"country": residence}],
        "claim": [{"branches": [branch], "date": at.isoformat()}],
    }


def _bare(member: Member) -> dict[str, Any]:
    """What is given to a member, without its origins."""
    return {name: bare(value) for name, value in member.given.items()}


def _refused(member: Member) -> str:
    """For which condition of nationality or residence a law refuses, that is met neither way."""
    ledger = Ledger()
    conditions(OnePerson(ledger), member, member.place)

    if ledger.result(member.place, "equality_lifts") is False:
        return "nationality"
    here, lives = ledger.result(member.place, "residence_waived"), member.given.get("residence")
    return "residence" if here is False or (here is None and lives is not None and bare(lives) is False) else "other"
