"""What each State owes, as the decision tells it: status, variants, payments, and the steps behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Literal, cast

from portability.assessment.assess import Assessed
from portability.assessment.case_plan import CasePlan
from portability.assessment.pension import OWN_PERIODS_ONLY
from portability.assessment.plan import Planned, Run
from portability.assessment.reasons import Reasons
from portability.assessment.scope import Payable, payable_abroad
from portability.number.exact import plain
from portability.number.rounding import minor_unit
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Step, Told

Status = Literal["entitled", "refused", "undetermined"]


def money(value: Any, currency: str, at: date) -> record.Money:
    """An amount as it is printed: to the minor unit, or its ends and what is missing."""
    if isinstance(value, Unknown):
        return record.Money(
            unknown=tuple(sorted(value.facts)) or ("not known",),
            at_least=None if value.low == 0 else _amount(value.low, currency, at),
            at_most=None if value.endless else _amount(value.high, currency, at),
            currency=currency or "XXX",
        )
    return record.Money(amount=_amount(value, currency, at), currency=currency or "XXX")


def _amount(value: Any, currency: str, at: date) -> str:
    digits = 2
    if currency:
        unit = minor_unit(currency, at)
        digits = len(str(unit.denominator)) - 1
    return plain(Fraction(value), digits)


def exact(value: Any) -> int | Fraction:
    """A length for the decision; of one not known, what is known."""
    return value.low if isinstance(value, Unknown) else value


class Benefits:
    """Tells the benefits of one branch, State by State."""

    def __init__(self, plan: CasePlan, found: Assessed, ledger: Ledger, reasons: Reasons, at: date) -> None:
        self.plan, self.found, self.ledger, self.reasons, self.at = plan, found, ledger, reasons, at

    def all(self, standings: Sequence[dict[str, str]]) -> list[record.Benefit]:
        """One row for each scheme of the career, in its order."""
        return [self._row(i, planned, standings[i]) for i, planned in enumerate(self.plan.plans)]

    def _row(self, i: int, planned: Planned, standing: dict[str, str]) -> record.Benefit:
        chosen, paid = self.found.chosen[i], self.found.paid[i]
        status, form = _status(chosen.right.value), "pension"
        lump = _status(chosen.lump_right.value)
        if status == "refused" and lump != "refused":
            status, form = lump, self._lump_form(planned)
        taken = self._taken(i)
        force = "binding" if taken is None else taken.binding.force
        variants = self._variants(i, planned, taken if form == "pension" else None)
        roots = self._roots(i, status, form, taken)
        reasons = self.reasons.why(roots)
        payable = payable_abroad(
            self.plan.bindings, planned.key[0], planned.member.place.branch, self.plan.career, self.at, planned.export
        )
        benefit_id = f"{planned.member.place.branch}/insured/{planned.where}"
        return record.Benefit(
            id=benefit_id,
            beneficiary="insured",
            country=planned.key[0],
            branch=cast(Any, planned.member.place.branch),
            scheme=planned.key[1] or None,
            form=cast(Any, form) if status != "refused" else None,
            status=status,
            refusal=cast(Any, self._refusal(i, planned)) if status == "refused" else None,
            standing=record.Standing(facts=cast(Any, standing["facts"]), law=cast(Any, standing["law"])),
            legal_force=cast(Any, force),
            variants=variants,
            payments=self._payments(planned, paid, form, payable) if status == "entitled" else (),
            recompute=_recompute(planned, self.at),
            reasons=reasons,
        )

    def _taken(self, i: int) -> Run | None:
        """The instrument whose result was taken in a State, or None where national law alone decides."""
        taken = None
        runs = [run for run in self.plan.runs if i in run.at]
        for run, takes in zip(runs, self.found.chosen[i].takes, strict=True):
            if takes.value is True:
                taken = run
        return taken

    def _due(self, i: int, run: Run) -> Any:
        ran = self.found.runs[self.plan.runs.index(run)]
        k = run.at.index(i)
        return ran.dues[k], ran.unders[k], ran.totals[k], run.members[k]

    def _variants(self, i: int, planned: Planned, taken: Run | None) -> tuple[record.Variant, ...]:
        alone = self.found.alones[i]
        unit = planned.unit.name
        keeps = taken is not None and self._due(i, taken)[0].keeps_independent.value is True
        own = planned.member.given
        required = own.get("qualifying")
        entitled = alone.right.value
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
                net=None if entitled is False else money(alone.independent.value, planned.currency, self.at),
                chosen=taken is None or keeps,
                why=_step_id(alone.right),
            )
        ]
        for run in self.plan.runs:
            if i in run.at:
                variants.append(self._under(i, planned, run, run is taken and not keeps))
        return tuple(variants)

    def _under(self, i: int, planned: Planned, run: Run, is_chosen: bool) -> record.Variant:
        due, under, totals, member = self._due(i, run)
        unit = planned.unit.name if run.count.conversion.unit is None else run.count.conversion.unit
        method = member.shape.method
        shares = method not in OWN_PERIODS_ONLY
        route = "pro_rata" if method in ("higher_of", "independent_first", "pro_rata") else method
        pays = due.pays.value
        required = planned.member.given.get("qualifying")
        increment = self.ledger.steps.get(member.place.id("voluntary_increment"))
        taken_over = exact(totals.own.value) - exact(run.own[run.at.index(i)].value)
        return record.Variant(
            id=f"{run.binding.id}.all",
            route=cast(Any, route),
            instrument=run.binding.id,
            states_counted=tuple(dict.fromkeys(self.plan.plans[k].key[0] for k in run.at)),
            own=record.Lengths(
                unit=unit,
                right=exact(run.count.counted.own(planned.key, "right")) + taken_over,
                amount=exact(totals.own.value),
            ),
            total=record.Lengths(unit=unit, right=exact(totals.right.value), amount=exact(totals.amount.value)),
            required=_length(unit, required),
            missing=_missing(unit, required, totals.right),
            theoretical=money(under.basis.amount.value, planned.currency, self.at)
            if shares and under.right.value is not False
            else None,
            ratio=self._ratio(member, due, totals) if shares else None,
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
            net=None if pays is False else money(due.shared.value, planned.currency, self.at),
            chosen=is_chosen,
            why=_step_id(due.pays),
        )

    def _ratio(self, member: Any, due: Any, totals: Any) -> str | None:
        """The ratio unreduced, as the law prints it; a State that carries all has the whole of the total."""
        step = self.ledger.steps[member.place.id("pro_rata_ratio")]
        own, whole = step.given["own"].value, step.given["total"].value
        carried = self.ledger.steps.get(member.place.id("carries_all"))
        if carried is not None and carried.result is True:
            own = whole = totals.amount.value
        if any(isinstance(one, Unknown) for one in (own, whole, due.share.value)) or whole == 0:
            return None
        return f"{_whole(whole if own > whole else own)}/{_whole(whole)}"

    def _roots(self, i: int, status: str, form: str, taken: Run | None) -> list[Told]:
        chosen, paid = self.found.chosen[i], self.found.paid[i]
        roots = [chosen.right]
        if form == "pension" and status != "refused":
            roots += [paid.payment, paid.commuted]
        if form != "pension":
            roots += [chosen.lump_right, paid.lump_sum]
        if status == "refused":
            roots += [self.found.alones[i].right]
        if taken is not None:
            due, under, *_ = self._due(i, taken)
            roots += [under.right, due.keeps_independent] if status == "refused" else [due.keeps_independent]
        if chosen.lump_lost.value is True:
            roots.append(chosen.lump_lost)
        return [root for root in roots if isinstance(root, Told)]

    def _refusal(self, i: int, planned: Planned) -> str:
        """The first reason why nothing is due, in the order of the codes of the decision."""
        runs = [run for run in self.plan.runs if i in run.at]
        if exact(planned.member.given["own_right"].value) == 0 and not planned.member.shape.stated:
            return "no_periods"
        for run in runs:
            if self._due(i, run)[2].relieved.value is True:
                return "under_one_year"
        place = planned.member.place
        places = [place, *(self._due(i, run)[3].place for run in runs)]
        met = [self._result(one.id(name)) for one in places for name in ("qualifying_period_met", "period_met")]
        if True not in met:
            return "qualifying_period"
        if self.found.alones[i].age.value is False:
            return "age"
        if self._result(place.id("equality_lifts")) is False:
            return "nationality"
        residence = planned.member.given.get("residence")
        if self._result(place.id("residence_length_met")) is False or (residence and residence.value is False):
            return "residence"
        return "other"

    def _lump_form(self, planned: Planned) -> str:
        """What is paid in place of the pension: for a length below that of the lump sum, what the law pays there."""
        shape, forms = planned.member.shape, {"refund": "refund", "balance": "account"}
        below = self._result(planned.member.place.id("longer_period_met")) is False
        return forms.get(shape.otherwise_below if below else shape.otherwise, "lump_sum")

    def _result(self, id_: str) -> Any:
        step = self.ledger.steps.get(id_)
        return None if step is None else step.result

    def _payments(self, planned: Planned, paid: Any, form: str, payable: Payable) -> tuple[record.Payment, ...]:
        residence = self.plan.career.residence(self.at)
        lives_in = None if residence is None else residence.country
        export = cast(Any, payable.word or "undetermined")
        if form != "pension":
            return (self._once(planned, paid.lump_sum, lives_in, export),)
        a_year = planned.member.given["payments"].value
        found = [
            record.Payment(
                start=self.at,
                money=money(paid.payment.value, planned.currency, self.at),
                per="month",
                payments_a_year=int(a_year),
                payable_in=lives_in,
                export=export,
                step=_step_id(paid.payment),
            )
        ]
        if paid.commuted.value != 0:
            found.append(self._once(planned, paid.commuted, lives_in, export))
        return tuple(found)

    def _once(self, planned: Planned, told: Told, lives_in: str | None, export: Any) -> record.Payment:
        return record.Payment(
            start=self.at,
            end=self.at,
            money=money(told.value, planned.currency, self.at),
            per="once",
            payable_in=lives_in,
            export=export,
            step=_step_id(told),
        )


def _status(right: Any) -> Status:
    if isinstance(right, Unknown):
        return "undetermined"
    return "entitled" if right else "refused"


def _length(unit: str, told: Told | None) -> record.Length | None:
    if told is None or isinstance(told.value, Unknown):
        return None
    return record.Length(unit=unit, value=exact(told.value))


def _missing(unit: str, required: Told | None, own: Told) -> record.Length | None:
    if required is None or isinstance(required.value, Unknown) or isinstance(own.value, Unknown):
        return None
    short = required.value - own.value
    return record.Length(unit=unit, value=short) if short > 0 else None


def _recompute(planned: Planned, at: date) -> tuple[record.Recompute, ...]:
    if planned.age_reached is None or planned.age_reached <= at:
        return ()
    article = planned.cites.get("age_met")
    return (
        record.Recompute(
            on=planned.age_reached,
            because="pensionable age is reached",
            cites=None if article is None else str(article),
        ),
    )


def _step_id(told: Any) -> str | None:
    return told.origin.id if isinstance(told, Told) and isinstance(told.origin, Step) else None


def _whole(value: Any) -> str:
    return str(value.numerator) if value.denominator == 1 else str(Fraction(value))
