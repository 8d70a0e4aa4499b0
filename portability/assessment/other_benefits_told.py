"""What other benefits do to a pension, as the decision tells it: reductions, and supplements."""

from __future__ import annotations

from datetime import date

from portability.assessment.assess import Assessed
from portability.assessment.case_plan import CasePlan
from portability.assessment.plan import Planned
from portability.assessment.reductions import RULES, Cut, Reduced
from portability.assessment.run import Run
from portability.assessment.supplements import Added
from portability.assessment.told import exact, money, step_id
from portability.record import decision as record


def reduced_of(plan: CasePlan, found: Assessed, i: int, run: Run) -> Reduced | None:
    """Both benefits of a State under an instrument after the reductions; None where no law has any."""
    after = found.runs[plan.runs.index(run)].reduced
    return after[run.at.index(i)] if after else None


LENGTHS = ("own_right", "own_amount")


def within_instrument(plan: CasePlan, found: Assessed, i: int, run: Run, at: date) -> tuple[record.Variant, ...]:
    """The independent benefit as an instrument leaves it: with what reductions it allows, on what it lets count.

    None where the instrument takes nothing from it.
    """
    planned, reduced, alone = plan.plans[i], reduced_of(plan, found, i, run), found.alones[i]
    limited = found.runs[plan.runs.index(run)].limited
    kept = limited[run.at.index(i)] if limited else alone
    has_rule = reduced is not None and planned.member.has(RULES)
    own = run.limited_members[run.at.index(i)].given if limited else planned.member.given
    lengths = [exact(own[name].value) for name in LENGTHS]
    as_long = lengths == [exact(planned.member.given[name].value) for name in LENGTHS]
    if not has_rule and as_long and kept.independent.value == alone.independent.value:
        return ()
    cut, due = (reduced.independent, reduced.due) if reduced is not None and has_rule else (None, None)
    left = kept.independent if cut is None else cut.left
    return (
        record.Variant(
            id=f"{run.binding.id}.independent",
            route="independent",
            instrument=run.binding.id,
            states_counted=(planned.key[0],),
            own=record.Lengths(unit=planned.unit.name, right=lengths[0], amount=lengths[1]),
            gross=money(kept.independent.value, planned.currency, at),
            reductions=reductions(planned, cut, at),
            net=money(left.value, planned.currency, at),
            chosen=True,
            why=step_id(kept.independent if due is None else due.keeps_independent),
        ),
    )


def reductions(planned: Planned, cut: Cut | None, at: date) -> tuple[record.Item, ...]:
    """What was taken for other pensions and for other income; what takes nothing is not told."""
    found = () if cut is None else (("same_kind", cut.same_kind), ("different_kind", cut.different_kind))
    return tuple(
        record.Item(why=kind, money=money(told.value, planned.currency, at), step=step_id(told))
        for kind, told in found
        if told.value != 0
    )


def added_by(plan: CasePlan, found: Assessed, i: int) -> list[tuple[Run, Added]]:
    """What a State adds to its pension, or may add, under each instrument that knows a supplement."""
    runs = [run for run in plan.runs if i in run.at and run.sharing.supplement != "none"]
    return [(run, one) for run, one in zip(runs, found.added[i], strict=True) if one.amount.value != 0]


def supplements_told(planned: Planned, added: list[tuple[Run, Added]], at: date) -> tuple[record.Supplement, ...]:
    """The supplements of a State."""
    return tuple(
        record.Supplement(
            kind=run.sharing.supplement,
            money=money(one.amount.value, planned.currency, at),
            payer=planned.key[0],
            step=step_id(one.amount),
        )
        for run, one in added
    )
