"""What of a life holds on one day: periods, gaps, what the decision for that day has paid, the floor and care."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar, cast

from portability.assessment.at_once import asks_which_law
from portability.assessment.part import Asking
from portability.assessment.scope import AgreementSet
from portability.assessment.summary import NOT_PAID
from portability.assessment.told import money
from portability.case.model import Case
from portability.document.leaf import earliest, is_exact, latest
from portability.law.shelf import Shelf
from portability.record import path as record
from portability.record.decision import Benefit, Decision, Money, PeriodResult
from portability.record.outcome import Legislation

T = TypeVar("T")
OF_RESULT = ("scheme", "certified", "counted", "legislation", "displaced_by", "why_not")
ONCE = {"lump_sum": "lump_sum", "refund": "refund", "account": "account"}


Laws = Mapping[str, Sequence[tuple[date, date, Legislation]]]


def laws_held(
    case: Case, day: date, chosen: AgreementSet, law: Shelf, claimed: tuple[tuple[str, str], ...]
) -> Laws:
    """Of each period the law that applies to its work, over time, where there is anything to ask."""
    if not asks_which_law(case):
        return {}
    from portability.assessment.legislation.part import laws_of_work  # only where there is something to ask

    return laws_of_work(Asking(case, day, chosen, law, claimed)).over_time


def worked(case: Case) -> Iterator[record.Worked]:
    """The work of the insured person that the case tells, of a ship under its flag, in the order of time."""
    told = [(row, row.flag if row.occupation == "seafarer" else row.country) for row in case.work if row.person == "insured"]
    for row, place in sorted(told, key=lambda one: (earliest(one[0].start), one[0].id)):
        if place is not None:
            end = None if row.end is None else latest(row.end)
            yield record.Worked(id=row.id, country=place, start=earliest(row.start), end=end, posted_from=row.posted_from)


def spells(case: Case, results: Iterable[PeriodResult], laws: Laws) -> tuple[record.Spell, ...]:
    """The periods of the insured person, each with its days, the law that applies and what became of it."""
    counted = {one.id: one for one in results}
    return tuple(
        _spell(row, counted.get(row.id), laws.get(row.id, ())) for row in case.period if row.person == "insured"
    )


def _spell(row: Any, told: PeriodResult | None, laws: Sequence[tuple[date, date, Legislation]]) -> record.Spell:
    dated = row.start is not None and row.end is not None
    known = {} if told is None else {name: getattr(told, name) for name in OF_RESULT}
    return record.Spell(
        id=row.id,
        country=row.country,
        kind=row.kind,
        start=earliest(row.start) if dated else None,
        end=latest(row.end) if dated else None,
        rough=True if dated and not (is_exact(row.start) and is_exact(row.end)) else None,
        laws=tuple(record.LawHeld(start=start, end=end, legislation=law) for start, end, law in laws),
        **{"scheme": row.scheme, **known},
    )


def insured_on(told: Sequence[record.Spell], day: date) -> tuple[record.Insured, ...]:
    """The periods that hold on a day, in the order of the case."""
    return tuple(
        record.Insured(
            period=one.id,
            country=one.country,
            scheme=one.scheme,
            kind=one.kind,
            legislation=next((law.legislation.state for law in one.laws if _within(law.start, law.end, day)), None),
            why_not=one.why_not if one.counted is not None and not one.counted.right and not one.counted.amount else None,
            displaced_by=next((by.by for by in one.displaced_by if _within(by.start, by.end, day)), None),
        )
        for one in told
        if one.start is not None and _within(one.start, one.end, day)
    )


def lives_in(case: Case, day: date) -> str | None:
    """The State in which the insured person lives on a day, as far as the case says."""
    died = case.person.died
    if died is not None and latest(died) < day:
        return None
    for row in case.residence:
        starts = None if row.start is None else earliest(row.start)
        if row.person == "insured" and _within(starts, None if row.end is None else latest(row.end), day):
            return row.country
    return None


def due_on(decision: Decision, day: date, claimed: Mapping[tuple[str, str], date], decided: bool) -> Iterator[record.Due]:
    """What a decision has of each benefit on a day; what is not paid is told from the claim on, once it was decided."""
    for benefit in decision.benefits:
        running = [paid for paid in benefit.payments if paid.per != "once" and _within(paid.start, paid.end, day)]
        for paid in running:
            yield record.Due(
                **_of(benefit),
                status=benefit.status,
                form=benefit.form,
                money=paid.money,
                per=paid.per,
                payments_a_year=paid.payments_a_year,
                payable_in=paid.payable_in,
                export=paid.export,
                supplements=benefit.supplements if paid.end is None else (),
            )
        asked = claimed.get((benefit.branch, benefit.beneficiary), date.min)
        if not running and benefit.status != "entitled" and decided and asked <= day:
            yield record.Due(**_of(benefit), status=benefit.status, form=benefit.form, refusal=benefit.refusal)


def once_of(decision: Decision, at: date) -> Iterator[tuple[date, record.Once]]:
    """What a decision has paid once, each with its day; `at`: the day on which arrears are paid."""
    for benefit in decision.benefits:
        if benefit.status != "entitled":
            continue
        for paid in benefit.payments:
            if paid.per == "once":
                kind = ONCE.get(benefit.form or "", "lump_sum" if benefit.form == "pension" else "benefit")
                yield paid.start, record.Once(**_of(benefit), kind=cast(Any, kind), money=paid.money)
        if benefit.arrears is not None and decision.decided_under.at == at:
            yield at, record.Once(**_of(benefit), kind="arrears", money=benefit.arrears)


def _of(benefit: Benefit) -> dict[str, Any]:
    return {name: getattr(benefit, name) for name in ("beneficiary", "country", "branch", "scheme", "legal_force")} | {
        "benefit": benefit.id
    }


def per_month(due: Iterable[record.Due], day: date) -> tuple[Money, ...]:
    """The sum by the month, in each currency, of what binds, is paid where the person lives and is known."""
    sums: dict[str, Fraction] = {}
    for one in due:
        if one.legal_force != "binding" or one.status != "entitled" or one.export in NOT_PAID or one.payments_a_year is None:
            continue
        for amount, times in ((one.money, one.payments_a_year), *((added.money, 12) for added in one.supplements)):
            if amount is not None and amount.amount is not None:
                sums[amount.currency] = sums.get(amount.currency, Fraction(0)) + Fraction(amount.amount) * times / 12
    return tuple(money(value, currency, day) for currency, value in sums.items())


def held(rows: Iterable[Any], day: date, made: type[T]) -> tuple[T, ...]:
    """The rows of the floor, or of care, that hold on a day, without what is told of one day only."""
    names = [field.name for field in fields(cast(Any, made))]
    return tuple(
        made(**{name: getattr(row, name) for name in names}) for row in rows if _within(row.start, row.end, day)
    )


def _within(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)
