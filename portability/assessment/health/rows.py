"""Sickness and maternity cash as a decision tells it: one row for each scheme, its payments from day to day, its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

from portability.assessment.contingency import Contingency
from portability.assessment.equality import Question
from portability.assessment.health.asked import Asked, Under
from portability.assessment.health.event import leave, pieces, stretches
from portability.assessment.health.law import measure_of
from portability.assessment.health.unasked import doubtful, unasked
from portability.assessment.health.without import Without
from portability.assessment.maintenance import payable_abroad
from portability.assessment.part import Asking, Part
from portability.assessment.plan import Planned
from portability.assessment.reasons import Reasons
from portability.assessment.scope import Binding
from portability.assessment.told import exact, money, step_id
from portability.document.leaf import earliest
from portability.law.shelf import Law
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Fact, Told

IN_CALENDAR_TIME = (
    "the longest time of sickness or maternity cash runs in calendar time from its first day, also where incapacity is "
    "interrupted (assumed: the laws read do not say it)"
)
SAME_DAY = "the law of the day on which incapacity or leave began decides right and amounts (assumed: no law read says it)"


class Rows:
    """Tells the rows of one branch."""

    def __init__(
        self,
        asking: Asking,
        branch: str,
        what: Contingency,
        found: Sequence[Binding],
        laws: Mapping[str, Law | None],
        ledger: Ledger,
    ) -> None:
        self.asking, self.branch, self.what, self.found, self.laws, self.ledger = asking, branch, what, found, laws, ledger
        self.certain: dict[str, None] = {}
        self.missing: dict[str, str] = {}
        self.modelled: dict[str, None] = {}

    def part(self, asked: Sequence[Asked]) -> Part:
        """Every row, its steps and what has to be said beside them."""
        runs = {one.binding.id: one for each in asked for one in each.under}
        reasons = Reasons({each.plan.where: each.plan for each in asked}, cast(Any, runs))
        for each in asked:
            if self._force(each) != "binding":
                reasons.would.add(each.plan.where)
        rows = [with_steps(row, reasons.steps) for row in [self._row(each, reasons) for each in asked]]
        without = Without(self.asking, self.branch, self.laws, {each.plan.key[0] for each in asked})
        rows += without.rows
        self.certain.update(dict.fromkeys(without.certain))
        self.missing.update(without.missing)
        self._say(asked, runs, reasons)
        rest = reasons.rest(self.ledger.steps.values()) if self.asking.trace else ()
        owed = {row.id for row in rows if row.status != "refused"}
        return Part(
            benefits=tuple(rows),
            claim_at=tuple(
                record.ClaimAt(country=each.plan.key[0], institution=each.plan.institution)
                for each in asked
                if self._id(each.plan) in owed and each.plan.institution
            ),
            steps=(*reasons.steps.values(), *without.steps, *rest),
            not_certain=tuple(self.certain),
            not_modelled=tuple(self.modelled),
            missing_facts=tuple(record.MissingFact(path=path, would_decide=what) for path, what in self.missing.items()),
        )

    def _id(self, plan: Planned) -> str:
        return f"{self.branch}/insured/{plan.where}"

    def _force(self, each: Asked) -> str:
        """With what force a State owes: by its own law, unless only an instrument opens the right."""
        if each.found.alone.right.value is True or each.found.right.value is False:
            return self._lifted(each)
        return next((one.binding.force for one in self._chosen(each)), "binding")

    def _lifted(self, each: Asked) -> str:
        return each.plan.force() if each.plan.instruments and each.found.right.value is not False else "binding"

    def _chosen(self, each: Asked) -> Iterator[Under]:
        """The instruments that open a right which national law alone does not surely open."""
        if each.found.alone.right.value is True:
            return
        pairs = zip(each.under, each.found.under, strict=True)
        found = [(one, right) for one, right in pairs if right.right.value is not False]
        yield from (one for one, _ in sorted(found, key=lambda pair: pair[1].right.value is not True))

    def _row(self, each: Asked, reasons: Reasons) -> record.Benefit:
        plan, found = each.plan, each.found
        right = found.right.value
        status = "undetermined" if isinstance(right, Unknown) else "entitled" if right else "refused"
        roots = [found.alone.right] if found.alone.right.value is True else [found.right, found.alone.right]
        if found.alone.right.value is not True:
            roots += [one.right for one in found.under]
        paid = self._payments(each) if status == "entitled" else []
        if status == "entitled":
            roots += [found.payments[i] for i in dict.fromkeys(i for i, _ in paid)]
            roots += [found.grant] if "grant" in plan.member.shape.parts else []
        if status == "undetermined":
            self.missing.update(dict.fromkeys(sorted(right.facts), f"whether {self._id(plan)} is due"))
        return record.Benefit(
            id=self._id(plan),
            beneficiary="insured",
            country=plan.key[0],
            branch=cast(Any, self.branch),
            scheme=plan.key[1],
            form="daily_cash" if status != "refused" else None,
            status=cast(Any, status),
            refusal=cast(Any, self._refusal(each)) if status == "refused" else None,
            standing=record.Standing(facts=cast(Any, each.standing["facts"]), law=cast(Any, each.standing["law"])),
            legal_force=cast(Any, self._force(each)),
            variants=tuple(self._variants(each)),
            payments=tuple(payment for _, payment in paid) + self._grant(each, status),
            reasons=reasons.why([root for root in roots if isinstance(root, Told)]),
        )

    def _refusal(self, each: Asked) -> str:
        """What stood in the way by national law, in the words of the contract."""
        here = each.plan.member.place
        if not any(spell.member == each.plan.key for spell in each.life.spells):
            return "no_periods"
        for rule, word in (("equality_lifts", "nationality"), ("residence_waived", "residence"),
                           ("insured_at_event_met", "no_participation"), ("births_within", "other")):  # fmt: skip
            if self.ledger.result(here, rule) is False:
                return word
        given = each.plan.member.given
        if "residence" in given and given["residence"].value is False and "residence_waived" not in given:
            return "residence"
        return "qualifying_period" if each.found.alone.period.value is False else "other"

    def _variants(self, each: Asked) -> Iterator[record.Variant]:
        plan, found = each.plan, each.found
        chosen = next(self._chosen(each), None) if found.alone.right.value is not True else None
        required = plan.member.given["qualifying"]
        unit = plan.unit.name
        own = record.Lengths(unit=unit, right=exact(found.alone.length.value), amount=exact(found.alone.length.value))
        asked = None if isinstance(required.value, Unknown) else record.Length(unit=unit, value=exact(required.value))
        rows: list[tuple[Under | None, Any]] = [(None, found.alone), *zip(each.under, found.under, strict=True)]
        for under, right in rows:
            total = exact(right.length.value)
            short = None if asked is None else asked.value - total
            yield record.Variant(
                id="alone" if under is None else under.member.place.variant,
                route="independent" if under is None else "single_payer",
                instrument=None if under is None else under.binding.id,
                states_counted=() if under is None else under.states,
                own=own,
                total=None if under is None else record.Lengths(unit=unit, right=total, amount=own.amount),
                required=asked,
                missing=record.Length(unit=unit, value=short) if short is not None and short > 0 else None,
                chosen=under is chosen,
                why=step_id(right.right),
            )

    def _payments(self, each: Asked) -> list[tuple[int, record.Payment]]:
        plan, event = each.plan, self.what.event
        assert plan.reader is not None
        if event is None:
            return []
        spans, said = (stretches(event), "") if self.branch == "sickness" else leave(plan.reader, event)
        found, notes = pieces(plan.reader, spans)
        self.certain.update(dict.fromkeys([*notes, *([said] if said else [])]))
        pay = plan.reader.peek("pay")
        rows: Sequence[Any] = [{}] if pay is None else pay.get("steps") or [{}]
        return [
            (
                i,
                record.Payment(
                    start=span.start,
                    end=None if span.end == date.max else span.end,
                    money=money(each.found.payments[i].value, plan.currency, self.asking.day),
                    per=cast(Any, measure_of(rows[i], "daily" in plan.reader.law)),
                    payments_a_year=None,
                    step=step_id(each.found.payments[i]),
                    **self._where(each),
                ),
            )
            for i, span in found
        ]

    def _where(self, each: Asked) -> dict[str, Any]:
        """Where the person lives, and whether it is paid there."""
        life, on = each.life, self.what.on
        lives = life.residence(on)
        asked = Question(each.plan.key[0], self.branch, life, on, shelf=self.asking.shelf)
        word = payable_abroad(self.found, asked, each.plan.export).word
        return {"payable_in": None if lives is None else lives.country, "export": word or "undetermined"}

    def _grant(self, each: Asked, status: str) -> tuple[record.Payment, ...]:
        if status != "entitled" or "grant" not in each.plan.member.shape.parts or self.what.event is None:
            return ()
        born = earliest(self.what.event.date)
        told = money(each.found.grant.value, each.plan.currency, self.asking.day)
        return (
            record.Payment(start=born, end=born, money=told, per="once", step=step_id(each.found.grant), **self._where(each)),
        )

    def _say(self, asked: Sequence[Asked], runs: Mapping[str, Under], reasons: Reasons) -> None:
        """What is not certain, and what the files do not model, of what was taken."""
        self.certain.update(dict.fromkeys(self.asking.career(self.branch).uncertain))
        if any(each.found.right.value is not False for each in asked):
            self.certain[SAME_DAY] = self.certain[IN_CALENDAR_TIME] = None
        for each in asked:
            assert each.plan.reader is not None
            for state, leaf in each.plan.reader.notes:
                if leaf.path in reasons.facts or state == "projected":
                    why = leaf.reason or f"taken as {leaf.raw.get('reading')}; the other reading: {leaf.raw.get('other_reading')}"
                    self.certain[f"{leaf.path}: {state if state != 'known' else leaf.standing} ({why})"] = None
            if each.found.right.value is not False:
                self.certain.update(dict.fromkeys(doubtful(each.plan.reader)))
                self.modelled.update(dict.fromkeys(unasked(each.plan.reader, each.plan.where)))
            self.modelled.update(dict.fromkeys(f"{each.plan.key[0]}: {text}" for text in each.plan.not_modelled))
        for under in runs.values():
            if under.binding.law.get("notice"):
                self.certain[str(under.binding.law["notice"])] = None
            told = under.binding.law.get("not_modelled", ())
            self.modelled.update(dict.fromkeys(f"{under.binding.id}: {text}" for text in told))
        for fact in reasons.facts.values():
            self._fact(fact)

    def _fact(self, fact: Fact) -> None:
        if fact.axis == "law" and fact.standing in ("unconfirmed", "assumed") and fact.cites is not None:
            self.certain.setdefault(f"{fact.path}: {fact.standing} ({fact.cites})", None)
        if fact.axis == "facts" and fact.standing == "assumed":
            self.certain.setdefault(f"{fact.path}: assumed", None)


def with_steps(row: record.Benefit, known: Mapping[str, Any]) -> record.Benefit:
    """A row whose variants point only to steps that are told."""
    return replace(row, variants=tuple(one if one.why in known else replace(one, why=None) for one in row.variants))
