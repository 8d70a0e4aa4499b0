"""The variants of a benefit as the decision tells them: by national law alone, and under each instrument."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, cast

from portability.assessment.assess import Assessed
from portability.assessment.case_plan import CasePlan
from portability.assessment.linked_member import units_of_law
from portability.assessment.other_benefits_told import reduced_of, reductions, within_instrument
from portability.assessment.pension import OWN_PERIODS_ONLY
from portability.assessment.plan import Planned
from portability.assessment.run import Run
from portability.assessment.told import exact, money, step_id
from portability.assessment.waiting import OpenOnly
from portability.number.unknown import Unknown
from portability.number.words import reaches
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Told, bare, instrument_of


class Variants:
    """Tells the variants of the benefits of one branch."""

    def __init__(self, plan: CasePlan, found: Assessed, ledger: Ledger, at: date) -> None:
        self.plan, self.found, self.ledger, self.at = plan, found, ledger, at

    def taken(self, i: int) -> Run | None:
        """The instrument whose result was taken in a State, or None where national law alone decides."""
        taken = None
        runs = [run for run in self.plan.runs if i in run.at]
        for run, takes in zip(runs, self.found.chosen[i].takes, strict=True):
            if takes.value is True:
                taken = run
        return taken

    def due(self, i: int, run: Run) -> Any:
        ran = self.found.runs[self.plan.runs.index(run)]
        k = run.at.index(i)
        return ran.dues[k], ran.unders[k], ran.totals[k], run.members[k]

    def waiting(self, i: int, run: Run) -> tuple[OpenOnly, int] | None:
        """Where States that are not open yet may be left out under an instrument: what was found, and the State's place."""
        found = self.found.runs[self.plan.runs.index(run)].waiting
        return (found[0], run.at.index(i)) if found else None

    def force(self, i: int, planned: Planned, run: Run) -> str:
        """With what force a State owes under an instrument: where only a chain opens the right, with the force of that.

        Where the pension of national law is kept as it stands, national law alone owes it.
        """
        keeps = self.due(i, run)[0].keeps_independent.value is True
        if keeps and not within_instrument(self.plan, self.found, i, run, self.at):
            return "binding"
        if i not in run.chain:
            return run.binding.force
        step = self.ledger.find(self.due(i, run)[3].place, "total_with_chain")
        required = _in_units(planned.member.given.get("qualifying"), units_of_law(planned, run.count))
        if step is None or required is None or reaches(step.given["total"].value, required.value) is True:
            return run.binding.force
        return run.chain[i]

    def not_open(self, run: Run) -> tuple[int, ...]:
        """The schemes, by their place among all, that are certainly not open under an instrument that may leave them out."""
        found = self.found.runs[self.plan.runs.index(run)].waiting
        return tuple(at for at, waits in zip(run.at, found[0].waits, strict=True) if waits.value is True) if found else ()

    def all(self, i: int, planned: Planned, taken: Run | None) -> tuple[record.Variant, ...]:
        alone = self.found.alones[i]
        unit = planned.unit.name
        keeps = taken is not None and self.due(i, taken)[0].keeps_independent.value is True
        own = planned.member.given
        required = own.get("qualifying")
        entitled = alone.right.value
        cut = self.found.cuts[i] if self.found.cuts else None
        left = alone.independent if cut is None else cut.left
        within = within_instrument(self.plan, self.found, i, taken, self.at) if taken is not None and keeps else ()
        variants = [
            record.Variant(
                id="alone",
                route="independent",
                states_counted=(planned.key[0],),
                own=record.Lengths(
                    unit=unit, right=exact(own["own_right"].value), amount=exact(own["own_amount"].value)
                ),
                required=_length(unit, required),
                missing=_missing(unit, required, own["own_right"]),
                gross=None if entitled is False else money(alone.independent.value, planned.currency, self.at),
                reductions=reductions(planned, cut, self.at) if entitled is not False else (),
                net=None if entitled is False else money(left.value, planned.currency, self.at),
                chosen=taken is None or (keeps and not within),
                why=step_id(alone.right),
            )
        ]
        variants += within
        for run in self.plan.runs:
            if i in run.at:
                variants += self._sets(i, planned, run, run is taken and not keeps)
        return tuple(variants)

    def _sets(self, i: int, planned: Planned, run: Run, is_chosen: bool) -> Iterator[record.Variant]:
        """Under an instrument: with the periods of all States; and with those of the open ones, where some may wait."""
        due, under, totals, member = self.due(i, run)
        every = tuple(run.at)
        third = self.found.runs[self.plan.runs.index(run)].third
        if third:
            k = run.at.index(i)
            why, more = step_id(third[0].takes[k]), third[0].takes[k].value is True
            of_all = (third[0].of_all[k], under, totals, member)
            yield self._under(i, planned, run, of_all, every, is_chosen and not more, why)
            of_third = (third[0].dues[k], third[0].unders[k], third[0].totals[k], run.third_members[k])
            yield self._under(i, planned, run, of_third, (*every, *run.third_at), is_chosen and more, why)
            return
        found = self.waiting(i, run)
        if found is None or not any(bare(waits) is not False for waits in found[0].waits):
            yield self._under(i, planned, run, (due, under, totals, member), every, is_chosen, step_id(due.pays))
            return
        one, k = found
        why, fewer = step_id(one.takes[k]), one.takes[k].value is True
        of_all = (one.of_all[k], under, totals, member)
        yield self._under(i, planned, run, of_all, every, is_chosen and not fewer, why)
        left = tuple(at for at in every if at not in self.not_open(run))
        of_open = (one.dues[k], one.unders[k], one.totals[k], run.open_members[k])
        if i in left:
            yield self._under(i, planned, run, of_open, left, is_chosen and fewer, why)

    def _under(
        self,
        i: int,
        planned: Planned,
        run: Run,
        result: tuple[Any, ...],
        states: tuple[int, ...],
        is_chosen: bool,
        why: str | None,
    ) -> record.Variant:
        due, under, totals, member = result
        unit = planned.unit.name if run.count.conversion.unit is None else run.count.conversion.unit
        method = member.shape.method
        shares = method not in OWN_PERIODS_ONLY or "fixed_total" in member.shape.parts
        route = "pro_rata" if method in ("higher_of", "independent_first", "pro_rata") else method
        pays = due.pays.value
        required = _in_units(planned.member.given.get("qualifying"), units_of_law(planned, run.count))
        increment = self.ledger.find(member.place, "voluntary_increment")
        reduced = reduced_of(self.plan, self.found, i, run)  # of the set of States that decides
        cut = reduced.shared if reduced is not None and reduced.due.shared.value == due.shared.value else None
        left = due.shared if cut is None else cut.left
        if totals.relieved.value is True and pays is False:  # relieved of a short period: what it would owe is nobody's
            shares = False
        names = ("total_with_third", "total_with_chain")
        chain = next((step for name in names if (step := self.ledger.find(member.place, name)) is not None), None)
        for_right = totals.right if chain is None else Told(chain.result, chain)
        before = run.third_own if member.place.variant.endswith(".third") else run.own
        counted_right = run.count.told(planned.key, planned.where, "right").value if before is run.own else totals.own.value
        taken_over = exact(totals.own.value) - exact(before[run.at.index(i)].value)
        return record.Variant(
            id=member.place.variant,
            route=cast(Any, route),
            instrument=run.binding.id,
            states_counted=tuple(dict.fromkeys(self.plan.plans[k].key[0] for k in states)),
            own=record.Lengths(
                unit=unit,
                right=exact(counted_right) + taken_over,
                amount=exact(totals.own.value),
            ),
            total=record.Lengths(unit=unit, right=exact(for_right.value), amount=exact(totals.amount.value)),
            required=_length(unit, required),
            missing=_missing(unit, required, for_right),
            theoretical=money(under.basis.amount.value, planned.currency, self.at)
            if shares and under.right.value is not False
            else None,
            ratio=self._ratio(member, due, totals) if shares and run.sharing.payer == "each" else None,
            gross=None if pays is False else money(due.shared.value, planned.currency, self.at),
            increments=()
            if increment is None
            else (
                record.Item(
                    why="displaced_voluntary",
                    money=money(increment.result, planned.currency, self.at),
                    step=increment.id,
                ),
            ),
            reductions=reductions(planned, cut, self.at) if pays is not False else (),
            net=None if pays is False else money(left.value, planned.currency, self.at),
            chosen=is_chosen,
            why=why,
        )

    def _ratio(self, member: Any, due: Any, totals: Any) -> str | None:
        """The ratio unreduced, as the law prints it; a State that carries all has the whole of the total."""
        if member.shape.method == "single_payer":
            return None
        step = self.ledger.steps[member.place, "pro_rata_ratio"]
        units = member.given.get("units_of_law")
        own, whole = (_in_units(step.given[name], 1 if units is None else units.value) for name in ("own", "total"))
        carried = self.ledger.find(member.place._replace(variant=f"{instrument_of(member.place.variant)}.all"), "carries_all")
        if carried is not None and carried.result is True:
            own = whole = totals.amount
        if any(isinstance(one.value, Unknown) for one in (own, whole, due.share)) or whole.value == 0:
            return None
        return unreduced(min(own.value, whole.value), whole.value)


def _in_units(told: Any, units: Fraction | int) -> Any:
    """A length of a State's law in the unit of an agreement, of which so many of the law's make one."""
    if told is None or isinstance(told.value, Unknown) or units == 1:
        return told
    return told._replace(value=told.value / units)


def _length(unit: str, told: Told | None) -> record.Length | None:
    if told is None or isinstance(told.value, Unknown):
        return None
    return record.Length(unit=unit, value=exact(told.value))


def _missing(unit: str, required: Told | None, own: Told) -> record.Length | None:
    if required is None or isinstance(required.value, Unknown) or isinstance(own.value, Unknown):
        return None
    short = required.value - own.value
    return record.Length(unit=unit, value=short) if short > 0 else None


def unreduced(own: int | Fraction, whole: int | Fraction) -> str:
    """A ratio as the law prints it: not reduced, in whole numbers; parts of a unit are cleared from both sides.

    >>> unreduced(108, 300), unreduced(Fraction(25, 2), 40)
    ('108/300', '25/80')
    """
    clear = lcm(own.denominator, whole.denominator)
    return f"{int(own * clear)}/{int(whole * clear)}"
