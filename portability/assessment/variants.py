"""The variants of a benefit as the decision tells them: by national law alone, and under each instrument."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, cast

from portability.assessment.assess import Assessed
from portability.assessment.case_plan import CasePlan
from portability.assessment.pension import OWN_PERIODS_ONLY
from portability.assessment.plan import Planned
from portability.assessment.reductions import RULES, Cut, Reduced
from portability.assessment.run import Run, units_of_law
from portability.assessment.waiting import OpenOnly
from portability.number.currency import is_currency
from portability.number.exact import plain
from portability.number.rounding import minor_unit
from portability.number.unknown import Unknown
from portability.number.words import reaches
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Step, Told, bare, instrument_of

NO_CURRENCY = "XXX"
"""What ISO 4217 writes where no currency is told."""


def money(value: Any, currency: str, at: date) -> record.Money:
    """An amount as it is printed: to the minor unit, or its ends and what is missing."""
    if isinstance(value, Unknown):
        return record.Money(
            unknown=tuple(sorted(value.facts)) or ("not known",),
            at_least=None if value.low == 0 else _amount(value.low, currency, at),
            at_most=None if value.endless else _amount(value.high, currency, at),
            currency=currency or NO_CURRENCY,
        )
    return record.Money(amount=_amount(value, currency, at), currency=currency or NO_CURRENCY)


def _amount(value: Any, currency: str, at: date) -> str:
    digits = 2
    if is_currency(currency):
        unit = minor_unit(currency, at)
        digits = len(str(unit.denominator)) - 1
    return plain(Fraction(value), digits)


def as_paid(added: record.Supplement) -> record.Payment:
    """A supplement as what it is for the person: a payment by the month, where the person lives."""
    return record.Payment(start=date.min, money=added.money, per="month", payments_a_year=12, export="paid")


def exact(value: Any) -> int | Fraction:
    """A length for the decision; of one not known, what is known."""
    known: int | Fraction = value.low if isinstance(value, Unknown) else value
    return known


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

    def reduced(self, i: int, run: Run) -> Reduced | None:
        """Both benefits of a State after reductions; None where no law has any."""
        found = self.found.runs[self.plan.runs.index(run)].reduced
        return found[run.at.index(i)] if found else None

    def _within(self, i: int, planned: Planned, run: Run) -> tuple[record.Variant, ...]:
        """The independent benefit due after the reductions an instrument leaves; none where no law has any."""
        reduced, alone = self.reduced(i, run), self.found.alones[i]
        if reduced is None or not planned.member.has(RULES):
            return ()
        unit, own = planned.unit.name, planned.member.given
        return (
            record.Variant(
                id=f"{run.binding.id}.independent",
                route="independent",
                instrument=run.binding.id,
                states_counted=(planned.key[0],),
                own=record.Lengths(unit=unit, right=exact(own["own_right"].value), amount=exact(own["own_amount"].value)),
                gross=money(alone.independent.value, planned.currency, self.at),
                reductions=self._reductions(planned, reduced.independent),
                net=money(reduced.independent.left.value, planned.currency, self.at),
                chosen=True,
                why=step_id(reduced.due.keeps_independent),
            ),
        )

    def _reductions(self, planned: Planned, cut: Cut | None) -> tuple[record.Item, ...]:
        """What was taken for other pensions and other income."""
        found = () if cut is None else (("same_kind", cut.same_kind), ("different_kind", cut.different_kind))
        return tuple(
            record.Item(why=kind, money=money(told.value, planned.currency, self.at), step=step_id(told))
            for kind, told in found
            if told.value != 0
        )

    def force(self, i: int, planned: Planned, run: Run) -> str:
        """With what force a State owes under an instrument: where only a chain opens the right, with the force of that."""
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
        within = self._within(i, planned, taken) if taken is not None and keeps else ()
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
                reductions=self._reductions(planned, cut) if entitled is not False else (),
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
        reduced = self.reduced(i, run)  # of the set of States that decides
        cut = reduced.shared if reduced is not None and reduced.due.shared.value == due.shared.value else None
        left = due.shared if cut is None else cut.left
        chain = self.ledger.find(member.place, "total_with_chain")
        for_right = totals.right if chain is None else Told(chain.result, chain)
        taken_over = exact(totals.own.value) - exact(run.own[run.at.index(i)].value)
        return record.Variant(
            id=member.place.variant,
            route=cast(Any, route),
            instrument=run.binding.id,
            states_counted=tuple(dict.fromkeys(self.plan.plans[k].key[0] for k in states)),
            own=record.Lengths(
                unit=unit,
                right=exact(run.count.told(planned.key, planned.where, "right").value) + taken_over,
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
            reductions=self._reductions(planned, cut) if pays is not False else (),
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


def step_id(told: Any) -> str | None:
    return told.origin.id if isinstance(told, Told) and isinstance(told.origin, Step) else None


def unreduced(own: int | Fraction, whole: int | Fraction) -> str:
    """A ratio as the law prints it: not reduced, in whole numbers; parts of a unit are cleared from both sides.

    >>> unreduced(108, 300), unreduced(Fraction(25, 2), 40)
    ('108/300', '25/80')
    """
    clear = lcm(own.denominator, whole.denominator)
    return f"{int(own * clear)}/{int(whole * clear)}"
