"""What a case is paid by the month under each set of agreements, and of each in one currency where it gives the rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from portability.assessment.exchange import common_currency, reaches, turned
from portability.assessment.told import money
from portability.case.model import Case
from portability.faults import Fault, Refused
from portability.record import compared as record
from portability.record.decision import Decision, Money, RateUsed

Ends = tuple[Fraction, Fraction | None]


def sums_under(
    case: Case, decisions: Sequence[Decision], at: date, currency: str | None = None
) -> tuple[tuple[record.SumUnder, ...], tuple[RateUsed, ...]]:
    """The monthly sums of every set, and of each in one currency: the one asked for, else where the rates of the case allow it.

    Raises `Refused` where a currency is asked for into which the case has no rate.
    """
    found = [(_by_currency(one, binding=True), _by_currency(one, binding=False)) for one in decisions]
    currencies = {currency for _, would in found for currency in would}
    one = common_currency(case, currencies, at) or (next(iter(currencies)) if len(currencies) == 1 else None)
    if currency is not None:
        one = currency
        far = [each for each in sorted(currencies) if not reaches(case, each, currency, at)]
        if far:
            what = f"the case has no rate between {' or '.join(far)} and {currency}"
            raise Refused([Fault(str(case.id), "rate", what, "Add a [[rate]] with base, quote, on and value")])
    rows: list[record.SumUnder] = []
    rates: dict[RateUsed, None] = {}
    start: Fraction | None = None
    for decision, (binding, would) in zip(decisions, found, strict=True):
        in_one, change, by = None, None, None
        if one is not None:
            sum_, used = turned(case, would.items(), one, at)
            rates |= dict.fromkeys(used)
            in_one = money(sum_, one, at)
            if start is None:
                start = sum_
            else:
                change, by = compared((start, start), (sum_, sum_), one, at, ())
        rows.append(
            record.SumUnder(
                agreements=decision.decided_under.agreements,
                per_month=tuple(money(sum_, currency, at) for currency, sum_ in binding.items()),
                would_be=() if would == binding else tuple(money(sum_, currency, at) for currency, sum_ in would.items()),
                in_one=in_one,
                change=change,
                by=by,
                not_in_sum=decision.summary.not_in_sum,
            )
        )
    return tuple(rows), tuple(rates)


def _by_currency(decision: Decision, binding: bool) -> dict[str, Fraction]:
    """What is paid by the month in each currency: of what binds alone, or with what a scenario would have paid."""
    sums: dict[str, Fraction] = {}
    for money_, times in _monthly(decision, binding):
        sums[money_.currency] = sums.get(money_.currency, Fraction(0)) + Fraction(money_.amount or 0) * times / 12
    return sums


def _monthly(decision: Decision, binding: bool) -> Iterator[tuple[Money, int]]:
    """The known amounts paid by the month, supplements among them, and how often a year each is paid."""
    for benefit in decision.benefits:
        if benefit.status != "entitled" or (binding and benefit.legal_force != "binding"):
            continue
        if benefit.form == "daily_cash" or not benefit.going_on:
            continue  # paid only while it lasts, or no longer: in no sum by the month
        paid = benefit.going_on[0]
        recurs = paid.per in ("month", "quarter", "year")
        if recurs and paid.export not in ("not_exportable", "suspended") and paid.money.is_known:
            yield paid.money, paid.payments_a_year or 12
            yield from ((added.money, 12) for added in benefit.supplements)


def compared(
    old: Ends, new: Ends, currency: str, at: date, moneys: Sequence[Money]
) -> tuple[record.Change, Money | None]:
    """Whether more or less is paid than before, and by how much, where both lie between the least and the most."""
    if old == new and old[0] == old[1]:
        return "same", None
    ways: tuple[tuple[record.Change, Ends, Ends], ...] = (("more", old, new), ("less", new, old))
    for word, low, high in ways:
        if low[1] is None or low[1] >= high[0]:
            continue
        least, most = high[0] - low[1], None if high[1] is None else high[1] - low[0]
        if least == most:
            return word, money(least, currency, at)
        facts = tuple(sorted({fact for one in moneys for fact in one.unknown}))
        ends = [None if end is None else money(end, currency, at).amount for end in (least, most)]
        return word, Money(unknown=facts, at_least=ends[0], at_most=ends[1], currency=currency)
    return "not_known", None
