"""One case under several sets of agreements: what differs from the first, by how much, and the first step that does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from portability.assessment.decide import COMPUTED, bound_by, decide, decided_on
from portability.assessment.scope import AgreementSet, forces
from portability.assessment.shared import Shared
from portability.assessment.sums import Ends, compared, sums_under
from portability.case.model import Case
from portability.law.known import known_on
from portability.law.shelf import Shelf, default_shelf
from portability.record import compared as record
from portability.record.decision import Benefit, Decision, Money, Payment, Step
from portability.record.step import instrument_of

LIFTED = ("equality_lifts", "residence_limit_lifts", "residence_waived")
"""Steps under national law alone in which an instrument speaks."""


def compare(
    case: Case,
    sets: Sequence[AgreementSet],
    at: date | None = None,
    shelf: Shelf | None = None,
    *,
    as_of: date | None = None,
    currency: str | None = None,
) -> record.Compared:
    """Decide a case under each of several sets, by the law known on a day, and hold every benefit against the first set.

    `currency`: the one in which the sums are told, by the rates of the case.

    Raises what `decide` raises: `Refused` for names no law has, ValueError for a case without claim and day.
    """
    shelf = known_on(shelf or default_shelf(), as_of)
    decisions = under_each(case, sets, at, shelf)
    first, day = decisions[0], decisions[0].decided_under.at
    sums, rates = sums_under(case, decisions, day, currency)
    return record.Compared(
        case=first.case,
        at=day,
        law_as_of=as_of,
        hashes=decisions[-1].decided_under.hashes,
        sums=sums,
        rates=rates,
        rows=tuple(_row(benefit, sets, decisions, shelf) for benefit in _each(decisions)),
        floor=tuple(
            record.FloorUnder(agreements=one.decided_under.agreements, floor=row) for one in decisions for row in one.floor
        ),
        not_certain=tuple(dict.fromkeys(said for one in decisions for said in one.not_certain)),
        not_modelled=tuple(dict.fromkeys(said for one in decisions for said in one.not_modelled)),
    )


def under_each(case: Case, sets: Sequence[AgreementSet], at: date | None, shelf: Shelf) -> list[Decision]:
    """A decision under each set; sets of which the same instruments bind, with the same force, are decided once.

    Where more than pensions is claimed, each set is decided by itself: who binds there is asked as the branch is decided.
    """
    day, shared = at or decided_on(case), Shared()
    beside = any(branch not in COMPUTED for claim in case.claim for branch in claim.branches)
    found: dict[str, Decision] = {}
    decisions = []
    for chosen in sets:
        key = chosen.id if beside else "" if day is None else _asked(case, chosen, day, shelf)
        if key not in found:
            found[key] = decide(case, day, chosen, shelf, shared=shared)
        same = found[key]
        decisions.append(replace(same, decided_under=replace(same.decided_under, agreements=chosen.id)))
    return decisions


def _asked(case: Case, chosen: AgreementSet, at: date, shelf: Shelf) -> str:
    """The instruments asked under a set, for every branch: who is bound, with what force, and whether they cover the person."""
    return repr([
        [(one.id, sorted(one.states), one.force, one.covered.value) for one in found]
        for found in bound_by(case, at, chosen, shelf)
    ])  # fmt: skip


def _each(decisions: Sequence[Decision]) -> Iterator[Benefit]:
    """Every benefit under any set, once: an agreement may have another State pay than the one that national law has."""
    found: dict[str, Benefit] = {}
    for benefit in (one for each in decisions for one in each.benefits):
        found.setdefault(benefit.id, benefit)
    yield from found.values()


def _row(benefit: Benefit, sets: Sequence[AgreementSet], decisions: Sequence[Decision], shelf: Shelf) -> record.Row:
    found = [(each, next((one for one in each.benefits if one.id == benefit.id), None)) for each in decisions]
    before, *others = [_Side(each, one or _not_asked(benefit, each)) for each, one in found]
    return record.Row(
        beneficiary=benefit.beneficiary,
        country=benefit.country,
        branch=benefit.branch,
        scheme=benefit.scheme,
        results=tuple(record.Result(agreements=each.decided_under.agreements, benefit=one) for each, one in found),
        differences=tuple(
            _difference(before, side._replace(forces=forces(shelf, chosen)), chosen)
            for chosen, side in zip(sets[1:], others, strict=True)
        ),
    )


def _not_asked(benefit: Benefit, decision: Decision) -> Benefit:
    """A benefit as it stands in a decision in which that State is not asked for it: nothing is owed, by no step of its own."""
    beside = [one.legal_force for one in decision.benefits if one.branch == benefit.branch and one.legal_force != "binding"]
    force = beside[0] if beside else "binding"
    return replace(benefit, status="refused", form=None, variants=(), payments=(), reasons=(), legal_force=force)


class _Side(NamedTuple):
    """A benefit, the decision it stands in, and the force of the instruments that its set adds."""

    decision: Decision
    benefit: Benefit
    forces: Mapping[str, str] = MappingProxyType({})

    @property
    def steps(self) -> dict[str, Step]:
        return {step.id: step for step in self.decision.steps}

    @property
    def settled(self) -> bool:
        return self.benefit.status in ("entitled", "refused")

    @property
    def form(self) -> str | None:
        return self.benefit.form if self.benefit.status == "entitled" else None

    @property
    def paid(self) -> Payment | None:
        return (self.benefit.going_on or self.benefit.payments)[0] if self.benefit.payments else None

    def forms(self) -> dict[tuple[str, bool], Money | None]:
        """What is paid, by its form and whether it stands beside a pension: a lump sum does at times."""
        if self.form is None:
            return {}
        found: dict[tuple[str, bool], Money | None] = {(self.form, False): None if self.paid is None else self.paid.money}
        for one in self.benefit.going_on[1:]:
            if one.per == "once":
                found["lump_sum", True] = one.money
        return found


def _difference(before: _Side, after: _Side, chosen: AgreementSet) -> record.Difference:
    step = _first_step(before, after)
    change, by = _change(before, after, step is None)
    paid = after.paid or before.paid
    had, has = before.forms(), after.forms()
    both = before.settled and after.settled
    return record.Difference(
        agreements=chosen.id,
        legal_force=after.benefit.legal_force,
        change=change,
        by=by,
        per=None if by is None or paid is None else paid.per,
        gained=tuple(_turned(form, sum_) for form, sum_ in has.items() if both and form not in had),
        lost=tuple(_turned(form, sum_) for form, sum_ in had.items() if both and form not in has),
        first_step=step,
    )


def _turned(form: tuple[str, bool], sum_: Money | None) -> record.Turned:
    return record.Turned(form=cast(Any, form[0]), beside=form[1] or None, money=sum_)


def _change(before: _Side, after: _Side, no_step: bool) -> tuple[record.Change, Money | None]:
    """Whether more or less is paid, and by how much; without a step that differs, nothing does."""
    if no_step and before.forms() == after.forms():
        return "same", None
    if not before.settled or not after.settled:
        return "not_known", None
    if before.form is not None and after.form is not None and before.form != after.form:
        return "other_form", None
    paid = after.paid or before.paid
    if paid is None:
        return "same", None
    moneys = [side.paid.money for side in (before, after) if side.paid is not None]
    if len({one.currency for one in moneys}) > 1:
        return "not_known", None
    old, new = (_ends(side.paid) for side in (before, after))
    return compared(old, new, paid.money.currency, after.decision.decided_under.at, moneys)


def _ends(paid: Payment | None) -> Ends:
    """The least and the most one payment can be; no payment is nought."""
    if paid is None:
        return Fraction(0), Fraction(0)
    if paid.money.amount is not None:
        return Fraction(paid.money.amount), Fraction(paid.money.amount)
    most = paid.money.at_most
    return Fraction(paid.money.at_least or 0), None if most is None else Fraction(most)


def _first_step(before: _Side, after: _Side) -> record.FirstStep | None:
    """The first step behind a benefit that the other decision does not have, or has with another result.

    Where several instruments were tried, the steps of the one that was chosen come first.
    """
    old, new = before.steps, after.steps
    differing = [id_ for id_ in after.benefit.reasons if id_ not in old or _says(old[id_]) != _says(new[id_])]
    taken = next((one.instrument for one in after.benefit.variants if one.chosen), None)
    for id_ in sorted(differing, key=lambda id_: taken is None or not _instruments(id_) & {taken}):
        return _told(new[id_], old.get(id_), after)
    for id_ in before.benefit.reasons:
        if id_ not in after.benefit.reasons:
            return _told(None, old[id_], after)
    return None


def _says(step: Step) -> tuple[str | None, ...]:
    return step.sentence, step.result, step.exact, step.cites


def _told(here: Step | None, before: Step | None, side: _Side) -> record.FirstStep:
    step = here or before
    assert step is not None
    return record.FirstStep(
        id=step.id,
        sentence=None if here is None else here.sentence,
        before=None if before is None else before.sentence,
        cites=step.cites,
        standing=None if step.standing is None else step.standing.law,
        force=_force(step.id, side),
    )


def _force(id_: str, side: _Side) -> Any:
    """The force of the law behind a step: that of the instrument where the set adds it, else what binds."""
    if _instruments(id_):
        return next((side.forces[one] for one in _instruments(id_) if one in side.forces), "binding")
    by_national_law = "/alone" in id_ and id_.rpartition("/")[2] not in LIFTED
    return "binding" if by_national_law else side.benefit.legal_force


def _instruments(id_: str) -> set[str]:
    """The instrument of a step: it stands in the place of State and scheme, or names the variant; none in national law."""
    parts = id_.split("/")
    if "." not in parts[2]:
        return {parts[2]}
    named = instrument_of(parts[3]) if len(parts) > 4 else ""
    return {named} if named else set()
