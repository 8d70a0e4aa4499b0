"""One scheme of sickness or maternity, read for a person on the day of the contingency: shape, told figures, own periods."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from portability.assessment import lengths as counted
from portability.assessment.beside import from_shelf
from portability.assessment.contingency import Contingency, event_facts
from portability.assessment.counting_law import accepted_kinds
from portability.assessment.currency import currency_on, rounding_in
from portability.assessment.draft import Draft, nobody_knows
from portability.assessment.earned import aligned, insured_months
from portability.assessment.equality import Question, nature_of
from portability.assessment.figures import PAYMENTS_OF_YEAR, Reader, per_year
from portability.assessment.further import further_facts
from portability.assessment.health.taken import taken_by
from portability.assessment.names import assumptions
from portability.assessment.part import Asking
from portability.assessment.person import condition_facts
from portability.assessment.plan import Key, Planned
from portability.assessment.scope import Binding
from portability.assessment.shape_formula import read_reference
from portability.assessment.stages import Member, Shape
from portability.case.career import Career
from portability.law.dated import Leaf
from portability.law.shelf import Law
from portability.number.exact import quantity, whole
from portability.number.unknown import Unknown, unknown
from portability.periods.dates import add_months
from portability.periods.units import Unit
from portability.record.step import Fact, Place, Told

ONE_DAY = timedelta(days=1)


def planned(
    asking: Asking, key: Key, law: Law, regime: Mapping[str, Any], branch: str, what: Contingency, found: list[Binding]
) -> tuple[Planned, Career]:
    """The plan of one scheme, and the life as that scheme sees it."""
    country, scheme = key
    on, life = what.on, taken_by(key, regime, what.on, asking.career(branch))
    reader = Reader(regime, f"{country.lower()}.{scheme}.{branch}", on, life.sex, branch=branch)
    reader.currency = currency_on(law, on, life, key)
    reader.beside = from_shelf(asking.shelf, assumptions(asking.case))(law, regime, reader.currency)
    unit = _unit(reader.peek("counts"))
    reader.unit, reader.day_system = unit.name, unit.day_system
    plan = _empty(key, branch, law, reader, life, unit, on)
    draft, given = Draft(reader), {}
    qualifying = reader.leaf("qualifying")
    given["qualifying"] = nobody_knows(draft, "qualifying", "length") if qualifying is None else reader.length(qualifying)
    draft.cite(qualifying, "qualifying_period_met", "cash_right")
    given["own_right"] = counted.told_own(plan.own, "right", plan.where)
    given["happened"] = what.happened
    read_reference(draft)
    _limits_and_steps(draft)
    spells = [spell for spell in life.spells if spell.member == key]
    plan.cites = draft.cites
    plan.law_standing = draft.law_standing
    draft.parts |= further_facts(plan, reader, spells, on, given)
    parts, _, _ = event_facts(reader, life, key, what, given, on)
    asked = Question(country, branch, life, on, nature_of(law, scheme), worked=bool(spells), shelf=asking.shelf)
    conditions, plan.instruments = condition_facts(reader, asked, found, given, draft.cites)
    draft.cite(reader.peek("insured_at_event"), "insured_at_event_met")
    draft.parts |= parts | conditions
    if draft.reference not in ("none", "unknown"):
        before = _earned_until(plan, on)
        months = None if isinstance(given["own_right"].value, Unknown) else insured_months(_until(plan, before))
        earned = aligned(reader, life, key, before, months, plan.own.spells)
        given |= {"earnings": earned.earnings, "ceilings": earned.ceilings, **earned.by_year}
        if "ceiling" in regime:
            draft.parts.add("ceiling")
    shape = Shape("none", draft.reference, parts=frozenset(draft.parts))
    plan.member = Member(plan.member.place, shape, {**draft.given, **given})
    return plan, life


def _empty(key: Key, branch: str, law: Law, reader: Reader, life: Career, unit: Unit, on: date) -> Planned:
    """The plan before its law is read: periods counted up to the day before the contingency, or in the window asked for."""
    about = law.get("scheme", {}).get(key[1], {})
    qualifying = reader.peek("qualifying")
    kinds = () if qualifying is None else tuple(qualifying.get("kinds") or ())
    own = counted.own(
        key, unit, life.spells, accepted_kinds(kinds, ()), "official", on - ONE_DAY, window_start(qualifying, on)
    )
    return Planned(
        key,
        Member(Place(branch, "insured", ".".join(key), "alone"), Shape(), {}),
        unit,
        own,
        reader.currency,
        {},
        {},
        reader,
        not law.get("assumed_only", False),
        str(about.get("name", "")),
        str(about.get("institution", "")),
        str(about.get("class", "")),
        export=reader.peek("export"),
        not_modelled=tuple(reader.law.get("not_modelled", ())),
        decided_on=on,
    )


def window_start(leaf: Leaf | None, on: date) -> date:
    """The first day that counts for a length asked within the last so much time."""
    if leaf is None or leaf.get("within") is None:
        return date.min
    found = quantity(str(leaf.get("within")))
    if found.unit in ("weeks", "days"):
        return on - timedelta(days=int(found.value) * (7 if found.unit == "weeks" else 1))
    return add_months(on, -int(found.value * 12 / per_year(found.unit)), "later")


def _earned_until(plan: Planned, on: date) -> date:
    """The last day whose earnings count: of the month before; of one first insured in the month itself, the day before."""
    month_before = on.replace(day=1) - ONE_DAY
    earlier = any(spell.span is None or spell.span.start <= month_before for spell in plan.own.spells)
    return month_before if earlier else on - ONE_DAY


def _until(plan: Planned, day: date) -> counted.Own:
    """All the time that a scheme counts up to a day, whatever window its qualifying period has."""
    return counted.own(plan.key, plan.unit, plan.own.spells, plan.own.accepted, "official", day)


def _unit(counts: Leaf | None) -> Unit:
    if counts is None or not counts.is_told:
        return Unit("months")
    return Unit.read({key: counts.raw[key] for key in ("unit", "part", "day_system") if key in counts.raw})


def _limits_and_steps(draft: Draft) -> None:
    """What each step of `pay` gives, and the limits it is held to, all in one measure: the day, or the month."""
    reader, given = draft.reader, draft.given
    days = reader.leaf("daily")
    if days is not None:
        given["days"] = reader.share(days)
    pay = reader.leaf("pay")
    rows: list[Mapping[str, Any]] = [{}] if pay is None else list(pay.get("steps") or [{}])
    names = [f"step_{i}" for i, _ in enumerate(rows)]
    draft.parts |= set(names)
    given["rounding"] = rounding_in(reader.currency, reader.at)
    rounding = reader.leaf("rounding")
    if rounding is not None and rounding.is_told:
        given["rounding"] = reader.rounding(rounding)
        draft.cite(rounding, *(f"{name}_due" for name in names))
    for name, row in zip(names, rows, strict=True):
        measure = measure_of(row, days is not None)
        if pay is None or ("share" not in row and "amount" not in row):
            given[name] = _no_step(draft, pay, row)
        elif "share" in row:
            draft.parts |= {f"{name}_share", f"{name}_daily"} if days is not None else {f"{name}_share"}
            given[name] = reader.share(pay, row["share"])
        else:
            given[name] = reader.told(quantity(row["amount"]).value, pay, "money")
        draft.cite(pay, f"{name}_share_of_earnings", *(() if rounding is not None else (f"{name}_due",)))
        draft.cite(days, f"{name}_amount_of_day")
        for limit in ("minimum", "maximum"):
            leaf = reader.leaf(limit)
            if leaf is not None:
                draft.parts.add(limit)
                given[f"{name}_{limit}"] = _in_measure(draft, leaf, measure, days)
                draft.cite(leaf, f"{name}_{'raised_to_minimum' if limit == 'minimum' else 'held_to_maximum'}")
    grant = reader.leaf("grant")
    if grant is not None:
        draft.parts.add("grant")
        given["grant"] = reader.not_known(grant, "money") if grant.is_ is None else reader.told(
            quantity(str(grant.is_)).value, grant, "money")
        draft.cite(grant, "grant_of_birth")


def measure_of(step: Mapping[str, Any], daily: bool) -> str:
    """How often a step is paid: as its amount is told; a share of earnings by the day where the law divides the month.

    >>> measure_of({"share": "70 %"}, True), measure_of({"share": "70 %"}, False), measure_of({"amount": "9 XTS per week"}, True)
    ('day', 'month', 'week')
    """
    if "amount" in step:
        return quantity(step["amount"]).per or "month"
    return "day" if daily else "month"


def _no_step(draft: Draft, pay: Leaf | None, row: Mapping[str, Any]) -> Told:
    """A step whose share or amount nobody found."""
    path = f"{draft.reader.path}.pay" if pay is None else pay.path
    why = str(row.get("not_known", "")) or (pay.reason if pay is not None else "the law file does not tell it")
    standing, cites = ("assumed", None) if pay is None else (pay.standing, pay.cites)
    return Told(unknown(path), Fact(path, "law", standing, "money", cites, why))


def _in_measure(draft: Draft, leaf: Leaf, measure: str, days: Leaf | None) -> Told:
    """A limit told by the day or the month, in the measure of what it limits, by the divisor of the law itself."""
    if leaf.get("share") is not None:
        told, per = draft.reader.share_of(leaf), "month"
    elif leaf.is_ is None:
        return draft.reader.not_known(leaf, "money")
    else:
        found = quantity(str(leaf.is_))
        told, per = draft.reader.told(found.value, leaf, "money"), found.per or "month"
    if per == measure or isinstance(told.value, Unknown):
        return told
    factor = Fraction(PAYMENTS_OF_YEAR[per], PAYMENTS_OF_YEAR[measure])
    if {per, measure} == {"day", "month"}:
        if days is None or days.is_ is None:
            return draft.reader.not_known(leaf, "money", f"by the {measure}")
        divisor = Fraction(quantity(str(days.is_)).value)
        factor = 1 / divisor if measure == "day" else divisor
    return told._replace(value=whole(told.value * factor))
