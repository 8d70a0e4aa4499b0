"""What a pension still misses on a day: age, length alone and with the periods of others, residence, nationality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from portability.assessment.decide import Decided
from portability.assessment.invalid import CONTINGENCIES
from portability.assessment.plan import Planned
from portability.assessment.run import Run
from portability.assessment.told import exact
from portability.number.exact import quantity
from portability.number.unknown import Unknown
from portability.number.words import not_above
from portability.record.measure import Length
from portability.record.missing import Gap
from portability.record.step import Told


def gaps(done: Decided, i: int) -> Iterator[Gap]:
    """Every condition of one scheme's pension that is not met, or not known to be met, on the day decided for."""
    planned, alone = done.plan.plans[i], done.found.alones[i]
    given = planned.member.given
    if planned.member.shape.parts.isdisjoint(CONTINGENCIES):
        yield from _age(planned, alone.age)
    else:
        yield from _contingency(planned, alone.age)
    if alone.period.value is not True and not planned.member.shape.stated:
        yield from _length(planned, "length", "qualifying")
        if "reduced" in given:
            yield from _length(planned, "reduced_length", "reduced")
        for key in ("further", "alternative"):
            if key in given:
                yield _further(planned, key)
        for run in done.plan.runs:
            if i in run.at:
                yield from with_instrument(done, i, run)
    yield from _conditions(planned)


def with_instrument(done: Decided, i: int, run: Run) -> Iterator[Gap]:
    """What is missing of the qualifying period with all the periods an instrument adds together."""
    planned = done.plan.plans[i]
    totals = done.found.runs[done.plan.runs.index(run)].totals[run.at.index(i)]
    article = run.cites.get("total_for_the_right")
    told: dict[str, Any] = {
        "instrument": run.binding.id,
        "legal_force": run.binding.force,
        "cites": None if article is None else str(article[0]),
    }
    for condition, key in (("length", "qualifying"), ("reduced_length", "reduced")):
        required = planned.member.given.get(key)
        if required is not None:
            yield _short(condition, planned.unit.name, required, totals.right, told)


def _contingency(planned: Planned, established: Told) -> Iterator[Gap]:
    """Invalidity of the degree asked, or a survivor as the law describes one; and insurance when the contingency came."""
    given = planned.member.given
    if established.value is not True:
        yield Gap(condition="contingency", unknown=_facts(established.value))
    insured = given.get("insured_at_event")
    if insured is not None and insured.value is not True:
        yield Gap(condition="insured_at_event", unknown=_facts(insured.value), cites=_cites(insured))


def _age(planned: Planned, age: Told) -> Iterator[Gap]:
    if age.value is True or planned.reader is None:
        if planned.reader is None:
            yield Gap(condition="age", unknown=_facts(age.value))
        return
    leaf = planned.reader.peek("age")
    required = None
    if planned.age is not None and planned.age[0] == planned.age[1]:
        years, months = divmod(planned.age[0], 12)
        required = Length(unit="months", value=planned.age[0]) if months else Length(unit="years", value=years)
    elif planned.age is None and leaf is not None and leaf.is_ is not None:
        found = quantity(str(leaf.is_))
        required = Length(unit=found.unit, value=exact(found.value))
    yield Gap(
        condition="age",
        required=required,
        reached_on=planned.age_reached,
        unknown=_facts(age.value),
        cites=None if leaf is None else str(leaf.cites),
    )


def _length(planned: Planned, condition: str, key: str) -> Iterator[Gap]:
    rule = {"qualifying": "qualifying_period_met", "reduced": "reduced_period_met"}[key]
    article = planned.cites.get(rule)
    told = {"cites": None if article is None else str(article)}
    yield _short(condition, planned.unit.name, planned.member.given[key], planned.member.given["own_right"], told)


def _further(planned: Planned, key: str) -> Gap:
    """A length asked beside the qualifying period, or in its place: in the unit in which the law asks it."""
    given, article = planned.member.given, planned.cites.get(f"{key}_met")
    leaf = None if planned.reader is None else planned.reader.peek(key)
    unit = planned.unit.name if leaf is None else str(leaf.get("unit") or planned.unit.name)
    told = {"cites": None if article is None else str(article)}
    return _short(f"{key}_length", unit, given[key], given[f"{key}_own"], told)


def _conditions(planned: Planned) -> Iterator[Gap]:
    """Residence and nationality, where the law asks for them and they are not met."""
    given, cites = planned.member.given, planned.cites
    if "residence_length" in given:
        article = cites.get("residence_length_met")
        told = {"cites": None if article is None else str(article)}
        required, own = given["residence_length"], given["residence_own"]
        if "residence_equality" in given and given["residence_equality"].value is True:
            required = Told(not_above(required.value, given["residence_limit"].value))
            own = given["residence_limit_own"]
        found = _short("residence_length", planned.unit.name, required, own, told)
        if found.unknown or found.missing is None or found.missing.value > 0:
            yield found
    if "registered" in given:
        article = cites.get("registered_long_enough")
        told = {"cites": None if article is None else str(article)}
        found = _short("registered", planned.unit.name, given["registered"], given["registered_for"], told)
        if found.unknown or found.missing is None or found.missing.value > 0:
            yield found
    residence = given.get("residence")
    waived = given.get("residence_waived")
    if residence is not None and residence.value is not True and (waived is None or waived.value is not True):
        yield Gap(condition="residence", unknown=_facts(residence.value), cites=_cites(residence))
    nationality, equality = given.get("nationality"), given.get("equality")
    if nationality is not None and nationality.value is not True and (equality is None or equality.value is not True):
        open_ = _facts(nationality.value) + (() if equality is None else _facts(equality.value))
        yield Gap(condition="nationality", unknown=open_, cites=_cites(nationality))


def _short(condition: str, unit: str, required: Told, own: Told, told: dict[str, Any]) -> Gap:
    unknown = tuple(dict.fromkeys(_facts(required.value) + _facts(own.value)))
    known = not unknown
    return Gap(
        condition=cast(Any, condition),
        required=None if isinstance(required.value, Unknown) else Length(unit=unit, value=exact(required.value)),
        counted=None if isinstance(own.value, Unknown) else Length(unit=unit, value=exact(own.value)),
        missing=Length(unit=unit, value=max(required.value - own.value, 0)) if known else None,
        unknown=unknown,
        **told,
    )


def _facts(value: Any) -> tuple[str, ...]:
    return tuple(sorted(value.facts)) if isinstance(value, Unknown) else ()


def _cites(told: Told) -> str | None:
    cites = getattr(told.origin, "cites", None)
    return None if cites is None else str(cites)
