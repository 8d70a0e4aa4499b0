"""Plans: for each State's scheme of a career the shape of its law on a day, and its told figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portability.assessment import lengths as counted
from portability.assessment.beside import NOTHING_BESIDE, Beside
from portability.assessment.currency import NO_CURRENCY, currency_on
from portability.assessment.draft import NO
from portability.assessment.equality import Treated
from portability.assessment.figures import Reader
from portability.assessment.maintenance import Payable
from portability.assessment.regime import regime_of
from portability.assessment.shape import read_regime
from portability.assessment.stages import Member, Shape
from portability.case.career import Career
from portability.citation import Citation
from portability.frozen import replaced
from portability.law.dated import Leaf
from portability.number.unknown import unknown, unknown_truth
from portability.periods.units import Unit
from portability.record.decision import RateUsed
from portability.record.step import Fact, Place, Told

Key = tuple[str, str]
CONDITIONS = {"equality": "nationality", "residence_waived": "residence"}


@dataclass(slots=True)
class Planned:
    """One State's scheme, ready to be asked: its member for the stages, and what is said of it beside the amounts.

    `nature`: where the money of its benefit comes from; `instruments`: which instrument answers for which condition;
    `payable`: whether it is paid where the beneficiary lives, once that was asked;
    `insured_in`: by State, whether the person was insured there when the contingency came; `again`: the days on which the
    benefit must be reckoned anew, and why.
    """

    key: Key
    member: Member
    unit: Unit
    own: counted.Own
    currency: str
    cites: dict[str, Citation]
    law_standing: dict[str, str]
    reader: Reader | None
    on_shelf: bool
    name: str = ""
    institution: str = ""
    scheme_class: str = ""
    export: Leaf | None = None
    not_modelled: tuple[str, ...] = ()
    why_none: str = ""
    decided_on: date = date.min
    age: tuple[int, int] | None = None
    age_reached: date | None = None
    insured_in: Mapping[str, Told] = field(default_factory=dict)
    again: tuple[tuple[date, str, Citation | None], ...] = ()
    early_from: date | None = None
    rates: list[RateUsed] = field(default_factory=list)
    nature: str = "contributory"
    instruments: dict[str, Treated] = field(default_factory=dict)
    payable: Payable | None = None

    def force(self) -> str:
        """The force of what lifts the conditions that the person does not meet without an instrument."""
        given = self.member.given
        for name, by in self.instruments.items():
            met = given[CONDITIONS[name]].value if name in CONDITIONS else False
            if met is not True and by.told.value is not False and by.force != "binding":
                return by.force
        return "binding"

    @property
    def where(self) -> str:
        return ".".join(part for part in self.key if part)


def national_plan(
    key: Key,
    law: Mapping[str, Any] | None,
    career: Career,
    branch: str,
    at: date,
    count: counted.Own,
    since: date | None = None,
    stands_beside: Callable[[Mapping[str, Any], Mapping[str, Any], str], Beside] = lambda law, regime, currency: NOTHING_BESIDE,
) -> Planned:
    """The plan of one State's scheme by its own law, for one branch on one day; `since` is the day of a contingency.

    `stands_beside` brings what a regime is read with: law, regime and currency are given to it.
    """
    country, scheme = key
    regime = regime_of(law, scheme, branch, at, since)
    place = Place(branch, career.who, ".".join(part for part in key if part), "alone")
    about = (law or {}).get("scheme", {}).get(scheme, {})
    on_shelf = law is not None and not law.get("assumed_only", False)
    names = (str(about.get("name", "")), str(about.get("institution", "")))
    if law is None or regime is None:
        why = "no_regime" if on_shelf else "no_law"
        shape, given = Shape(), {"nought": Told(0), "whole": Told(1), "no": NO}
        planned = Planned(
            key,
            Member(place, shape, given),
            count.unit,
            count,
            "",
            {},
            {},
            None,
            on_shelf,
            *names,
            why_none=why,
            scheme_class=str(about.get("class", "")),
            decided_on=at,
        )
        _lengths(planned, count)
        _unknown_law(planned)
        return planned
    reader = Reader(regime, f"{country.lower()}.{scheme}.{branch}", at, career.sex, branch=branch, since=since)
    reader.currency = currency_on(law, at, career, key)
    reader.beside = stands_beside(law, regime, reader.currency)
    reader.unit, reader.day_system = count.unit.name, count.unit.day_system
    draft = read_regime(reader)
    shape = Shape(
        draft.formula, draft.reference, draft.otherwise, draft.otherwise_below, frozenset(draft.parts), frozenset()
    )
    planned = Planned(
        key,
        Member(place, shape, draft.given),
        count.unit,
        count,
        reader.currency,
        draft.cites,
        draft.law_standing,
        reader,
        on_shelf,
        *names,
    )
    planned.export = reader.peek("export")
    planned.decided_on = at
    planned.scheme_class = str(about.get("class", ""))
    planned.not_modelled = tuple(law.get("not_modelled", ()))
    _lengths(planned, count)
    return planned


def _lengths(planned: Planned, count: counted.Own) -> None:
    given = dict(planned.member.given)
    where = planned.where
    given["own_right"] = counted.told_own(count, "right", where)
    given["own_amount"] = counted.told_own(count, "amount", where)
    planned.member = replaced(planned.member, given=given)


def _unknown_law(planned: Planned) -> None:
    """A State whose law is not on the shelf: its periods count elsewhere, its own benefits are not known."""
    country, branch = planned.key[0], planned.member.place.branch
    text = f"the law of {country} is not on the shelf"
    if planned.on_shelf and branch != "old_age":
        text = f"the law of {country} on {branch} is not on the shelf"
    fact = Fact(text, "law", "assumed", "number", note=text)
    given = dict(planned.member.given)
    given |= {
        "qualifying": Told(unknown(text), fact),
        "age": Told(unknown_truth(text), fact),
        "formula_unknown": Told(unknown(text), fact),
        "payments": Told(12),
        "rounding": NO_CURRENCY,
        "rounding_once": NO_CURRENCY,
    }
    planned.member = replaced(planned.member, given=given)
