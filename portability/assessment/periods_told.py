"""The periods of a case as the decision tells them: what each counted, what displaced it, and why it did not count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

from portability.assessment.asked_law import none_told
from portability.assessment.case_plan import CasePlan
from portability.assessment.reasons import Reasons
from portability.case.model import Case
from portability.case.tables import Period
from portability.periods.counting import Entry
from portability.record import decision as record


def period_rows(case: Case, plans: Sequence[CasePlan]) -> tuple[record.PeriodResult, ...]:
    """One row for each period of the insured person, in the order of the case."""
    entries: dict[str, Entry] = {}
    too_early: set[str] = set()
    for plan in plans:
        for entry, since in _entries(plan):
            if entries.setdefault(entry.spell.id, entry) is entry and since:
                too_early.add(entry.spell.id)
    uninsured = {country for plan in plans for country in plan.no_scheme}
    return tuple(
        _row(
            period,
            entries.get(period.id),
            "no_insurance_in_this_state" if period.country in uninsured else None,
            period.id in too_early,
        )
        for period in case.period
        if period.person == "insured"
    )


def _entries(plan: CasePlan) -> Iterator[tuple[Entry, bool]]:
    """What became of each period: under the first instrument that links its State, else by national law.

    The yes/no says whether that instrument counts time from a day on only.
    """
    for run in plan.runs:
        yield from ((entry, run.count.since != date.min) for entry in run.count.counted.entries)
    for planned in plan.plans:
        yield from ((entry, False) for entry in planned.own.counted.entries)


def _row(period: Period, entry: Entry | None, why: str | None, since: bool) -> record.PeriodResult:
    told = period.certified
    why = why if entry is None else entry.right.why_not or entry.amount.why_not
    if since and why == "outside_window":
        why = "outside_instrument_dates"
    return record.PeriodResult(
        id=period.id,
        country=period.country,
        scheme=entry.spell.scheme or None if entry is not None else period.scheme,
        kind=period.kind,
        start=_day(period.start),
        end=_day(period.end),
        certified=None if told is None else record.CertifiedLength(**told.told()),  # type: ignore[arg-type]  # whole by its model
        counted=_counted(entry, why),
        displaced_by=() if entry is None else _displaced(entry),
        why_not=why,
    )


def _counted(entry: Entry | None, why: str | None) -> record.Lengths | None:
    if entry is not None:
        return record.Lengths(unit=entry.unit.name, right=entry.right.counted, amount=entry.amount.counted)
    return None if why is None else record.Lengths(unit="days", right=0, amount=0)


def _displaced(entry: Entry) -> tuple[record.Displaced, ...]:
    return tuple(
        record.Displaced(by=each.by, rule=each.rule, start=each.span.start, end=each.span.end)
        for each in entry.right.displaced
        if each.by is not None
    )


def _day(when: Any) -> Any:
    return when if when is None or hasattr(when, "isoformat") else str(when)


def no_scheme_rows(plan: CasePlan, branch: str, reasons: Reasons) -> list[record.Benefit]:
    """A refusal for each State of the career that has no insurance for the branch: work there is no insurance period."""
    rows = []
    for country, law in plan.no_scheme.items():
        told = none_told(law, branch) or {}
        who = plan.career.who
        id_ = f"{branch}/{who}/{country}/alone/no_scheme"
        standing = str(told.get("standing", "assumed"))
        source = str(told.get("source", law.get("source", "")))
        reasons.steps[id_] = record.Step(
            id=id_,
            rule="no_scheme",
            sentence=f"{law.get('title', country)} has no insurance for this branch: time worked there is no insurance "
            "period and is added nowhere.",
            given={},
            result="no",
            cites=f"{source}, {told.get('cites', '')}",
            standing=record.Standing(facts="certified", law=cast(Any, standing)),
        )
        rows.append(
            record.Benefit(
                id=f"{branch}/{who}/{country}",
                beneficiary=who,
                country=country,
                branch=cast(Any, branch),
                status="refused",
                refusal="no_periods",
                standing=record.Standing(facts="declared", law=cast(Any, standing)),
                legal_force="binding",
                reasons=(id_,),
            )
        )
    return rows
