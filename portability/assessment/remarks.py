"""What is said beside the amounts: findings, what is not certain, what is not modelled, which facts are missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portability.assessment.case_plan import CasePlan
from portability.assessment.contingency import READING
from portability.assessment.findings import coverage, findings
from portability.assessment.methods import not_computed
from portability.assessment.not_computed import not_computed_of
from portability.assessment.reasons import Reasons
from portability.assessment.scope import AgreementSet, Binding
from portability.case.model import Case
from portability.law.dated import Leaf
from portability.law.known import carried
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.step import Fact

ENGINE_LIMITS = (
    "of unemployment and family benefits: who pays, and amounts that are stated or a plain share of pay",
)

PRINCIPLES_ONLY = "it states principles only: no periods are added and no amount moves, each State applies its own law"


class Remarks:
    """Collects what a decision must say although no amount depends on saying it."""

    def __init__(self, case: Case, at: date, chosen: AgreementSet, not_computed: Sequence[str]) -> None:
        self.case, self.at, self.chosen, self.not_computed = case, at, chosen, not_computed
        self._certain: dict[str, None] = {}
        self._modelled: dict[str, None] = {}
        self._findings: list[record.Finding] = []
        self._missing: dict[str, str] = {}
        self._some_wait = False

    def add(self, one: Any, reasons: Reasons, benefits: Sequence[record.Benefit]) -> None:
        """Take in one branch that was decided."""
        plan: CasePlan = one.plan
        for text in plan.career.uncertain:
            self._certain[text] = None
        if plan.what is not None:
            self._certain[READING] = None
        self._some_wait = any(ran.waiting for ran in one.found.runs)
        for run in plan.runs:
            if run.named and all(told.value is False for told in run.named):
                self._principle(run.binding, one.branch, "it has one State pay on all periods, and no State is the one it names")
            for text in run.third_said:
                self._certain[f"{run.binding.id}: {text}"] = None
            for third in run.third_left_out:
                left = "a third State, are not looked at where States not open yet may be left out"
                self._modelled[f"{run.binding.id}: periods in {third}, {left}"] = None
            for told in run.taken_as_open:
                if told.value is True and isinstance(told.origin, Fact):
                    self._certain[f"{told.origin.note}, and its periods stay counted ({run.binding.id})"] = None
        for binding in plan.bindings:
            self._binding(binding, plan, one.branch)
        for planned in plan.plans:
            if planned.reader is None and not planned.on_shelf and not planned.member.shape.stated:
                self._certain[
                    f"the law of {planned.key[0]} is not on the shelf: its own benefits are not determined"
                ] = None
            for rate in planned.rates:
                if rate.rule is None:
                    text = f"1 {rate.base} = {rate.value} {rate.quote}, the last rate up to the day ({rate.on})"
                    self._certain[f"{text}: no instrument says which rate applies (assumed)"] = None
            for text in planned.not_modelled:
                self._modelled[f"{planned.key[0]}: {text}"] = None
            if planned.reader is not None:
                self._notes(planned.where, planned.reader.notes, reasons.facts)
            if "different_kind" in planned.member.shape.parts and not self.case.income:
                self._certain["no income beside the pensions is told: none is counted (declared)"] = None
        for planned, chosen in zip(plan.plans, one.found.chosen, strict=True):
            for told in (chosen.right, chosen.lump_right):
                if isinstance(told.value, Unknown):
                    what = f"whether {one.branch}/{one.beneficiary}/{planned.where} is due"
                    self._missing.update(dict.fromkeys(sorted(told.value.facts), what))
        rights = {row.where: chosen.right.value for row, chosen in zip(plan.plans, one.found.chosen, strict=True)}
        for each in findings(plan, one.branch, self.at, rights):
            self._find(each)
        for law in plan.laws.values():
            self._readings(law or {})
        for fact in reasons.facts.values():
            self._fact(fact)
        if any(payment.money.is_known for benefit in benefits for payment in benefit.payments):
            self._certain[
                "amounts are exact until the payment and rounded there half up to the smallest unit of the currency, "
                "where the law states no rounding (assumed)"
            ] = None

    def _binding(self, binding: Binding, plan: CasePlan, branch: str) -> None:
        notice = binding.law.get("notice")
        if notice and binding.apportions:
            self._certain[str(notice)] = None
        if binding.covered.origin is not None and binding.covered.origin.__class__ is Fact:
            note = getattr(binding.covered.origin, "note", "")
            if note:
                self._certain[f"{binding.id}: {note}"] = None
        for each in coverage(binding):
            self._find(each)
        if binding.apportions and binding.operates(f"apportionment.{branch}"):
            for method in not_computed(binding, plan.plans, branch, self.at):
                if method == "principle":
                    self._principle(binding, branch, PRINCIPLES_ONLY)
                    continue
                word = method.replace("_", " ")
                self._modelled[f"{binding.id}: the method \"{word}\" is not computed, each State applies its own law"] = None
        if binding.apportions and any(run.binding is binding for run in plan.runs):
            for text in binding.law.get("not_modelled", ()):
                self._modelled[f"{binding.id}: {text}"] = None
            self._readings(binding.law)
            self._chapters(binding, branch)
            for text in not_computed_of(binding, branch, self.at, plan.plans, plan.career):
                self._modelled[text] = None

    def _principle(self, binding: Binding, branch: str, text: str) -> None:
        """An instrument by which nobody pays, as it states a principle only, or names a State that it does not bind."""
        chapter = f"apportionment.{branch}"
        leaf = binding.leaf(chapter, "method", self.at)
        self._findings.append(
            record.Finding(
                kind="maintenance",
                about=binding.id,
                text=text,
                force=binding.force,  # type: ignore[arg-type]  # one of the words of the contract
                cites=None if leaf is None else str(leaf.cites),
            )
        )

    def _find(self, finding: record.Finding) -> None:
        """Something found, once for all who draw a benefit alike."""
        if finding not in self._findings:
            self._findings.append(finding)

    def _chapters(self, binding: Binding, branch: str) -> None:
        for chapter in ("overlap", "conversion", "totalisation", "accounts", f"apportionment.{branch}"):
            table: Any = binding.law
            for key in chapter.split("."):
                table = table.get(key, {})
            for key, raw in table.items() if chapter != "accounts" or self.case.account else ():
                if isinstance(raw, Mapping) and "other_reading" in raw and self._touches(chapter, key):
                    self._certain[
                        f"{binding.id}, {chapter}.{key}: taken as {raw['reading']}; the other reading: {raw['other_reading']}"
                    ] = None

    def _touches(self, chapter: str, key: str) -> bool:
        """A reading is said where the case has what it is about: two kinds of periods, undated lengths, several units."""
        periods = [period for period in self.case.period if period.person == "insured"]
        kinds = {period.kind for period in periods}
        if key in ("assimilated_among", "before", "never_insured", "voluntary_over_assimilated"):
            return "assimilated" in kinds
        if key == "residence_rank":
            return "residence" in kinds
        if key == "undated":
            return any(period.start is None for period in periods)
        if key in ("increment", "displaced_voluntary_increment"):
            return "voluntary" in kinds
        if chapter == "conversion":
            units = {
                unit
                for period in periods
                if period.certified
                for unit in period.certified.told()
            }
            return len(units) > 1
        return key not in ("same_rank",) or _overlapping(periods)

    def _readings(self, law: Mapping[str, Any]) -> None:
        for raw in law.get("reading", ()):
            if self._speaks(str(raw.get("point", ""))):
                self._certain[
                    f"{raw['point']}: taken as {raw['reading']}; the other reading: {raw['other_reading']}"
                ] = None

    def _speaks(self, point: str) -> bool:
        if "not open" in point:
            return self._some_wait
        if "29 February" in point:
            return self.case.person.born is not None and str(self.case.person.born).endswith("02-29")
        if "employment in a State" in point:
            return any(period.kind in ("employment", "self_employment") for period in self.case.period)
        return True

    def _notes(self, where: str, notes: Sequence[tuple[str, Leaf]], facts: Mapping[str, Fact]) -> None:
        for state, leaf in notes:
            if leaf.path not in facts and state not in ("projected",):
                continue
            if state == "projected":
                self._certain[f"{carried(leaf)} carried forward to {self.at} (assumed)"] = None
            elif state in ("unknown", "before"):
                self._certain[f"{leaf.path}: not known ({leaf.reason})"] = None
            elif "other_reading" in leaf.raw:
                self._certain[
                    f"{leaf.path}: taken as {leaf.raw['reading']}; the other reading: {leaf.raw['other_reading']}"
                ] = None

    def _fact(self, fact: Fact) -> None:
        if fact.axis == "law" and fact.standing in ("unconfirmed", "assumed") and fact.cites is not None:
            self._certain.setdefault(f"{fact.path}: {fact.standing} ({fact.cites})", None)
        if fact.axis == "facts" and fact.standing == "assumed":
            self._certain.setdefault(f"{fact.path}: assumed", None)

    def force_abroad(self) -> dict[str, str]:
        """By State and scheme, the force of what has its benefits paid where the person lives."""
        return {one.about: one.force or "binding" for one in self._findings if one.kind == "maintenance"}

    def note(self, notes: Sequence[str]) -> None:
        """Something that is not certain."""
        self._certain.update(dict.fromkeys(notes))

    def findings(self) -> tuple[record.Finding, ...]:
        """The findings, in the order they were made."""
        return tuple(self._findings)

    def not_certain(self) -> tuple[str, ...]:
        """What is not certain, each thing once."""
        return tuple(self._certain)

    def not_modelled(self) -> tuple[str, ...]:
        """What the law files near this case, and the engine, do not model."""
        return (
            *(f"{branch}: not computed yet" for branch in self.not_computed),
            *self._modelled,
            *ENGINE_LIMITS,
        )

    def missing_facts(
        self, benefits: Sequence[record.Benefit], floor: Sequence[record.FloorResult]
    ) -> tuple[record.MissingFact, ...]:
        """The facts without which an amount or a right is not known, and what each would decide."""
        found = dict(self._missing)
        for benefit in benefits:
            for payment in benefit.payments:
                for fact in payment.money.unknown:
                    found.setdefault(fact, f"the amount of {benefit.id}")
            for added in benefit.supplements:
                for fact in added.money.unknown:
                    found.setdefault(fact, f"the supplement to {benefit.id}")
        for row in floor:
            for fact in () if row.top_up is None else row.top_up.unknown:
                found.setdefault(fact, f"the grant to {row.guarantee.replace('_', ' ')} in {row.country}")
        return tuple(record.MissingFact(path=path, would_decide=what) for path, what in found.items())


def _overlapping(periods: Sequence[Any]) -> bool:
    """Whether two dated periods of different States share a day."""
    dated = sorted(
        (str(period.start), str(period.end), period.country) for period in periods if period.start and period.end
    )
    for i, (_, end, country) in enumerate(dated):
        for start, _, other in dated[i + 1 :]:
            if start > end:
                break
            if other != country:
                return True
    return False
