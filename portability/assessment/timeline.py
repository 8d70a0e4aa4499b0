"""Payments over time: a decision knows one day, and is asked again for every day since the benefit began on which it may change.

Where a benefit begins on the day decided for, and no law makes absence change it, nothing is asked twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import zip_longest
from typing import Any, cast

from portability.assessment.abroad import abroad, asks_of_absence, full_until
from portability.assessment.beginning import Beginning, beginning
from portability.assessment.case_plan import CasePlan
from portability.assessment.changing import ONE_DAY, changing_days
from portability.assessment.dues import Due, is_pension, joined, months_of, rounding_of, value_of
from portability.assessment.plan import Planned
from portability.assessment.reasons import Reasons
from portability.assessment.summary import NOT_PAID
from portability.assessment.told import money, step_id
from portability.citation import Citation
from portability.document.leaf import earliest
from portability.law.shelf import Shelf
from portability.number.exact import quantity
from portability.number.unknown import unknown
from portability.number.words import not_below
from portability.periods.dates import add_months
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told
from portability.rules import over_time as rules

Asked = Callable[[date], Sequence[record.Benefit]]


class Timeline:
    """The benefits of one branch since they began. `again` decides the branch for an earlier day."""

    def __init__(self, plan: CasePlan, branch: str, at: date, shelf: Shelf, reasons: Reasons, again: Asked) -> None:
        self.plan, self.branch, self.at, self.shelf, self.reasons, self.again = plan, branch, at, shelf, reasons, again
        self.plans = {planned.where: planned for planned in plan.plans}
        self.ledger = Ledger()
        self.taken: list[str] = []
        self._rows: dict[date, Mapping[str, record.Benefit]] = {}

    def over_time(self, rows: Sequence[record.Benefit]) -> list[record.Benefit]:
        """The same benefits with their payments since the beginning, and what has fallen due of them."""
        self._rows[self.at] = {row.id: row for row in rows}
        return [self._since(row) if is_pension(row) else row for row in rows]

    def _since(self, row: record.Benefit) -> record.Benefit:
        planned = self.plans[row.id.rpartition("/")[2]]
        instrument = next((one.instrument for one in row.variants if one.chosen), None)
        begins = beginning(self.plan, planned, row.beneficiary, instrument, self.at)
        if begins.taken:
            self.taken.append(begins.taken)
        paid = row.payments[0]
        if begins.day >= self.at:
            if begins.day > self.at:
                row = replace(row, payments=(replace(paid, start=begins.day), *row.payments[1:]))
            if paid.export != "suspended" and not asks_of_absence(self.plan, planned):
                return row
            begins = Beginning(self.at, self.at)
        dues = joined(self._dues(row.id, planned, begins))
        one = dues[0]
        is_plain = len(dues) == 1 and (one.start, one.told.origin, one.word) == (self.at, None, paid.export)
        if is_plain and paid.export != "suspended":
            return row
        return self._told(row, planned, begins, dues)

    def _dues(self, id_: str, planned: Planned, begins: Beginning) -> Iterator[Due]:
        """What was due from each day on since the beginning."""
        begins = begins._replace(day=max(begins.day, self._not_early(id_, planned, begins)))
        days = changing_days(self.plan, self.shelf, self.branch, begins.day, self.at)
        first = self._opened(id_, days)
        if begins.next_month and first > days[0] and first.day > 1:
            first = min(add_months(first.replace(day=1), 1, "earlier"), self.at)
        ends = {till for day in days if (till := full_until(self.plan, planned, day)) is not None}
        full: Told | None = None
        kept: Told | None = None
        for day in sorted({first, *(day for day in (*days, *ends) if first < day <= self.at)}):
            row = self._on(day).get(id_)
            if row is None or not is_pension(row):
                full = kept = None
                yield Due(day)
                continue
            paid = row.going_on[0]
            full = found = self._in_time(planned, row, day, full, value_of(paid.money))
            word, away = str(paid.export), abroad(self.plan, planned, str(paid.export), day)
            if away.raised:
                kept = None
            else:
                kept, word = kept or full, "frozen"
                found = self._step(rules.frozen_amount, row, day, away.cites, amount=kept)
            if away.rate is not None:
                inputs = {"amount": found, "rate": away.rate, "rounding": rounding_of(planned)}
                found = self._step(rules.amount_after_absence, row, day, away.cites, **inputs)
            elif word == "reduced":
                word = "paid"
            yield Due(day, found, paid, word)

    def _not_early(self, id_: str, planned: Planned, begins: Beginning) -> date:
        """Where a pension can be drawn early: not before the claim; and one claimed before any age is paid from pension age."""
        early, age = planned.early_from, planned.age_reached
        if early is None or age is None or (begins.claimed < early and self._is_due(id_, begins.claimed)):
            return date.min
        return min(begins.claimed if early <= begins.claimed < age else age, self.at)

    def _in_time(self, planned: Planned, row: record.Benefit, day: date, before: Told | None, reckoned: Any) -> Told:
        """The pension by the law of a day; where pensions in payment are raised, not below what it was raised to."""
        now = Told(reckoned)
        leaf = None if planned.reader is None else replace(planned.reader, at=day).peek("uprating")
        if before is None or leaf is None or leaf.is_ is None:
            return now
        if leaf.from_ != day:
            is_less = before.origin is not None and not_below(before.value, reckoned) == before.value
            return before if is_less else now
        share = Told(quantity(str(leaf.is_)).value, Fact(leaf.path, "law", leaf.standing, "share", leaf.cites))
        inputs = {"before": before, "share": share, "reckoned": now, "rounding": rounding_of(planned)}
        return self._step(rules.raised_amount, row, day, leaf.cites, **inputs)

    def _step(self, rule: Any, row: record.Benefit, day: date, cites: Citation | None, **inputs: Any) -> Told:
        branch, beneficiary, where = row.id.split("/")
        if cites is not None:
            self.plans[where].cites.setdefault(rule.__name__, cites)
        return self.ledger.step(rule, Place(branch, beneficiary, where, day.isoformat()), **inputs)

    def _opened(self, id_: str, days: Sequence[date]) -> date:
        """The first day on which the benefit was due without a break up to the day decided for, or with breaks, the first."""
        before: date | None = None
        for day in days:
            if self._is_due(id_, day):
                if before is None or not self._is_due(id_, day - ONE_DAY):
                    return day
                low, high = before, day - ONE_DAY
                while (high - low).days > 1:
                    middle = low + (high - low) // 2
                    low, high = (low, middle) if self._is_due(id_, middle) else (middle, high)
                return high
            before = day
        return self.at

    def _is_due(self, id_: str, day: date) -> bool:
        row = self._on(day).get(id_)
        return row is not None and is_pension(row)

    def _on(self, day: date) -> Mapping[str, record.Benefit]:
        if day not in self._rows:
            self._rows[day] = {row.id: row for row in self.again(day)}
        return self._rows[day]

    def _told(self, row: record.Benefit, planned: Planned, begins: Beginning, dues: Sequence[Due]) -> record.Benefit:
        payments = [
            replace(
                due.paid,
                start=due.start,
                end=None if then is None else then.start - ONE_DAY,
                money=money(due.told.value, due.paid.money.currency, due.start),
                export=cast(Any, due.word),
                step=step_id(due.told) or (due.paid.step if then is None else None),
            )
            for due, then in zip_longest(dues, dues[1:])
            if due.paid is not None
        ]
        owed = self._arrears(row, planned, begins, dues)
        if owed is not None and any(row.id in rows and rows[row.id].supplements for rows in self._rows.values()):
            self.taken.append(f"{planned.where}: supplements are not reckoned back: what has fallen due is without them")
        roots = [told for told in (dues[-1].told, owed) if told is not None and told.origin is not None]
        back = self._back_on(planned) if dues[-1].word == "suspended" else None
        again = () if back is None else (record.Recompute(on=back, because="payment resumes on return"),)
        return replace(
            row,
            recompute=(*row.recompute, *again),
            payments=(*payments, *row.payments[1:]),
            arrears=None if owed is None else money(owed.value, planned.currency, self.at),
            reasons=tuple(dict.fromkeys((*row.reasons, *self.reasons.why(roots)))),
        )

    def _back_on(self, planned: Planned) -> date | None:
        """The day after the day decided for on which the person is to live in the paying State."""
        rows = [one for one in self.plan.career.case.residence if one.person == self.plan.career.who]
        days = [earliest(one.start) for one in rows if one.start is not None and one.country == planned.key[0]]
        return min((day for day in days if day > self.at), default=None)

    def _arrears(self, row: record.Benefit, planned: Planned, begins: Beginning, dues: Sequence[Due]) -> Told | None:
        """The payments for the months before that of the day decided for; None where there were none."""
        until, due_then = self.at.replace(day=1), []
        a_year, rounding = planned.member.given["payments"], rounding_of(planned)
        for due, then in zip_longest(dues, dues[1:]):
            end = min(until, until if then is None else then.start)
            if due.paid is None or due.word in NOT_PAID:
                continue
            each = due.told
            if due.paid.money.currency != planned.currency:
                each = Told(unknown(f"what {due.paid.money.currency} is in {planned.currency}"))
            whole, parts = months_of(due.start, end)
            if whole:
                due_then.append((each, a_year.value * Fraction(whole, 12)))
            for start, share in parts:
                inputs = {"payment": each, "share": Told(a_year.value * share * Fraction(1, 12)), "rounding": rounding}
                due_then.append((self._step(rules.part_payment, row, start, begins.cites, **inputs), 1))
                self.taken.append(f"{planned.where}: a part of a month is paid by its days (assumed)")
        if not due_then:
            return None
        if a_year.value != 12:
            self.taken.append(f"{planned.where}: payments beyond twelve a year are spread evenly over its months (assumed)")
        if planned.reader is not None and (planned.reader.law.get("from") or self.at) > dues[0].start:
            self.taken.append(
                f"{planned.where}: its law changed after {dues[0].start}: each month is reckoned by the law of its time, and "
                "pensions in payment are taken to follow the new law (assumed)"
            )
        if begins.cites is not None:
            planned.cites.setdefault("arrears", begins.cites)
        branch, beneficiary, where = row.id.split("/")
        place = Place(branch, beneficiary, where, "paid")
        return self.ledger.step(rules.arrears, place, due=tuple(due_then), rounding=rounding)
