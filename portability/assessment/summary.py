"""The summary a person reads first: how much a month in all, from when, where to claim, what is not in the sum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from portability.assessment.case_plan import CasePlan
from portability.assessment.told import money
from portability.case.model import Case
from portability.record import decision as record

NOT_PAID = ("not_exportable", "suspended")
WHY_NOT_IN_SUM = {
    "scenario": "only a scenario: nobody owes it",
    "guidance": "only guidance: nobody owes it",
    "to_examine": "not owed: whether the person's own contributions are given back has to be examined",
    "undetermined": "whether it is due is not determined",
    "unknown": "its amount is not fully known",
    "often": "how often it is paid in a year is not known",
    "once": "paid once, not by the month",
    "abroad": "not paid where the person lives",
    "in_kind": "care, not money",
    "while": "paid only while it lasts",
    "ended": "no longer paid on the day decided for",
}


def summary(
    case: Case,
    benefits: Sequence[record.Benefit],
    plans: Sequence[CasePlan],
    claim_at: Sequence[record.ClaimAt],
    at: date,
) -> record.Summary:
    """Sum the binding monthly benefits whose amounts are known, by currency; name what is left out and why."""
    sums: dict[str, Fraction] = {}
    each: dict[str, dict[str, Fraction]] = {benefit.beneficiary: {} for benefit in benefits}
    left: list[record.NotInSum] = []
    first: list[date] = []
    for benefit in benefits:
        why = _why_not(benefit)
        if benefit.status == "refused":
            continue
        if why is None:
            paid = benefit.going_on[0]
            assert paid.money.amount is not None
            monthly = Fraction(paid.money.amount) * (paid.payments_a_year or 12) / 12
            for total in (sums, each[benefit.beneficiary]):
                total[paid.money.currency] = total.get(paid.money.currency, Fraction(0)) + monthly
            first += [one.start for one in benefit.payments if one.export not in NOT_PAID]
            for added in benefit.supplements:
                if added.money.amount is None:
                    left.append(record.NotInSum(benefit=benefit.id, why="the supplement to it, whose amount is not known"))
                    continue
                for total in (sums, each[benefit.beneficiary]):
                    total[added.money.currency] += Fraction(added.money.amount)
        else:
            left.append(record.NotInSum(benefit=benefit.id, why=WHY_NOT_IN_SUM[why]))
            first += [paid.start for paid in benefit.payments if benefit.legal_force == "binding"]
        if benefit.status == "entitled" and why is None and any(paid.per == "once" for paid in benefit.payments):
            left.append(record.NotInSum(benefit=benefit.id, why="its lump sum, paid once beside the pension"))
    return record.Summary(
        per_month=tuple(money(value, currency, at) for currency, value in sums.items()),
        by_beneficiary=tuple(
            record.SumOf(beneficiary=who, per_month=tuple(money(value, currency, at) for currency, value in own.items()))
            for who, own in each.items()
            if len(each) > 1
        ),
        rates=tuple(dict.fromkeys(rate for plan in plans for planned in plan.plans for rate in planned.rates)),
        first_payment=min(first, default=None),
        claim_at=tuple(dict.fromkeys((*_claim_at(benefits, plans), *claim_at))),
        not_in_sum=tuple(left),
        next_dates=tuple(
            record.NextDate(on=again.on, what=f"{benefit.id}: {again.because}")
            for benefit in benefits
            for again in benefit.recompute
            if again.on is not None
        ),
    )


def _why_not(benefit: record.Benefit) -> str | None:
    if benefit.legal_force != "binding":
        return benefit.legal_force
    if benefit.status != "entitled":
        return benefit.status
    if benefit.form == "in_kind":
        return "in_kind"
    if benefit.form == "daily_cash":
        return "while"
    if not benefit.going_on:
        return "ended"
    paid = benefit.going_on[0]
    if paid.per in ("day", "week"):
        return "while"
    if paid.per == "once":
        return "once"
    if paid.export in NOT_PAID:
        return "abroad"
    if paid.payments_a_year is None:
        return "often"
    return None if paid.money.is_known else "unknown"


def _claim_at(benefits: Sequence[record.Benefit], plans: Sequence[CasePlan]) -> tuple[record.ClaimAt, ...]:
    """The institutions of the States that owe or may owe something."""
    found = {}
    for plan in plans:
        for planned in plan.plans:
            for benefit in benefits:
                here = benefit.country == planned.key[0] and (benefit.scheme or "") == planned.key[1]
                if here and benefit.status != "refused":
                    name = planned.institution or f"the institution of {planned.key[0]}"
                    found[(planned.key[0], name)] = record.ClaimAt(country=planned.key[0], institution=name)
    return tuple(found.values())
