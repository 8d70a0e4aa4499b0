"""Medical care: for each situation of a person which State gives it, which bears the cost, by which instrument or law.

An instrument tells situations in a table of its chapter `health`; the facts of the case say which of them the person is in.
Where no instrument speaks, the law of the State of residence, or of stay, decides alone, and the decision says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from portability.assessment.asked_law import countries_of
from portability.assessment.health.answered import ByLaw
from portability.assessment.health.by_law import OwnLaw
from portability.assessment.health.person import Facts, facts_of
from portability.assessment.health.situations import Asked, Situations
from portability.assessment.names import assumptions
from portability.assessment.part import Asking, Part
from portability.assessment.reasons import Grounds, Reasons
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.citation import Citation
from portability.law.overlay import national_with
from portability.number.unknown import Unknown, unknown_truth
from portability.record import decision as record
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told
from portability.rules.health import care as rules

UNREAD = "the rule of {} on this situation is not known: {}"
RECOMMENDED = (
    "essential health care, including maternity care, for all residents and children is recommended (Recommendation No. 202, "
    "paras 4, 5(a) and 6): it binds no State"
)
RECOMMENDS = "ilo-r202, paras 4, 5(a) and 6"


def care(asking: Asking, who: Sequence[str]) -> Part:
    """The rows of care of everybody concerned."""
    return _Care(asking).part(who)


class _Care:
    """Asks instruments and laws for one case."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.life: Career = asking.career("medical_care")
        self.ledger = Ledger()
        self.grounds: dict[str, Grounds] = {}
        self.notes: dict[str, None] = {}
        self.modelled: dict[str, None] = {}
        self.missing: dict[str, str] = {}
        self.findings: list[record.Finding] = []

    def part(self, who: Sequence[str]) -> Part:
        people = dict.fromkeys(("insured", *(one.id for one in self.asking.case.family)) if "insured" in who else who)
        insured = facts_of(self.asking, "insured", self.life)
        facts = [insured if one == "insured" else facts_of(self.asking, one, self.life) for one in people]
        countries = dict.fromkeys(
            country
            for one in (insured, *facts)
            for country in (
                *([] if one.residence is None else [one.residence]),
                *countries_of(self.life), *one.pensions, *(stay.country for stay in one.stays),
                *([] if one.posted_to is None else [one.posted_to]),
            )
        )  # fmt: skip
        self.found = self.asking.bindings("medical_care", countries)
        laws = {one: national_with(self.asking.shelf.national(one), one, assumptions(self.asking.case)) for one in countries}
        self.own = OwnLaw(self.asking, self.life, self.found, laws, self.ledger)
        of = Situations(self.asking, self.life, self.found, self.own, self.ledger)
        rows = [self.row(one, asked) for one in facts for asked in of.each(one, insured)]
        self.grounds = of.grounds | self.grounds
        self.notes.update(dict.fromkeys(of.notes))
        reasons = Reasons({}, {}, self.grounds)
        told = tuple(replace(row, reasons=reasons.why(roots)) for row, roots in rows)
        self.notes.update(dict.fromkeys(self.life.uncertain))
        for fact in reasons.facts.values():
            if fact.standing == "assumed" and fact.axis == "facts":
                self.notes.setdefault(f"{fact.path}: assumed", None)
            if fact.axis == "law" and fact.standing in ("unconfirmed", "assumed") and fact.cites is not None:
                self.notes.setdefault(f"{fact.path}: {fact.standing} ({fact.cites})", None)
        rest = reasons.rest(self.ledger.steps.values()) if self.asking.trace else ()
        return Part(
            care=told,
            findings=tuple(self.findings),
            steps=(*reasons.steps.values(), *rest),
            not_certain=tuple(self.notes),
            not_modelled=(*self.modelled, *(
                f"{one.id}: {text}" for one in self.found if one.id in {row.instrument for row in told}
                for text in one.law.get("not_modelled", ())
            )),
            missing_facts=tuple(record.MissingFact(path=path, would_decide=what) for path, what in self.missing.items()),
        )  # fmt: skip

    def row(self, facts: Facts, asked: Asked) -> tuple[record.Care, list[Told]]:
        """Who gives the care and who pays: what binds first, then national law, then what only guides."""
        country = asked.by_law or asked.residence
        ruled = [one for binding in self.found if (one := self._by_rule(facts, asked, binding)) is not None]
        own = None if country is None else self.own.of(country, facts, asked.situation)
        if own is not None:
            self._ground(own)
        for sure in (True, False):
            for binding, told, rule in ruled:
                if binding.force == "binding" and (told.value is True if sure else isinstance(told.value, Unknown)):
                    return self._ruled(facts, asked, binding, told, rule)
            if own is not None and (own.told.value is True if sure else isinstance(own.told.value, Unknown)):
                return self._own(facts, asked, own)
            for binding, told, rule in ruled:
                if binding.force != "binding" and told.value is True and sure:
                    return self._ruled(facts, asked, binding, told, rule)
        row = record.Care(
            person=facts.who,
            situation=asked.situation,
            start=asked.start,
            end=asked.end,
            status="undetermined" if own is None else "refused",
        )
        if own is None:
            self.missing.setdefault("residence", f"who cares for {facts.who}")
            place = Place("medical_care", facts.who, "nowhere", asked.situation)
            self.grounds.setdefault("nowhere", Grounds("", {}))
            return row, [self.ledger.step(rules.in_situation, place, called="residence_for_care", facts=asked.facts)]
        self.findings.append(
            record.Finding(
                kind="conformity", about=own.country, country=own.country, text=RECOMMENDED, force="guidance", cites=RECOMMENDS
            )
        )
        return row, [own.told, *(told for _, told, _ in ruled)]

    def _by_rule(self, facts: Facts, asked: Asked, binding: Binding) -> tuple[Binding, Told, Mapping[str, Any]] | None:
        """What an instrument says of the situation; None where it says nothing of it, or moves nothing."""
        table = binding.law.get("health", {})
        rule = next((row for row in table.get("care", ()) if row.get("situation") == asked.situation), None)
        if rule is None or not binding.operates("health") or rule.get("extent") == "as_nationals":
            return None  # what nationals get is asked of national law
        place = Place("medical_care", facts.who, binding.id, asked.situation)
        source = str(rule.get("source", table.get("source", binding.source)))
        cites = Citation(source, str(rule["cites"])), str(rule["standing"])
        stands = Fact(f"{binding.id}.health.care: {asked.situation}", "law", cites[1], "yesno", cites[0])
        if "unknown" in rule:
            self.notes[UNREAD.format(binding.id, rule["unknown"])] = None
            step = self.ledger.step(rules.care_due, place, situation=Told(unknown_truth(stands.path), stands), bound=Told(True))
            return binding, step, {"provider": "residence", "cost": "residence", "extent": "all", **rule}
        roles = [asked.state(rule["provider"]), asked.state(rule["cost"])]
        bound = [Told(True, stands), binding.covered]
        bound += [Told(False) if state is None else self._joined(binding, state) for state in dict.fromkeys(roles)]
        name = f"situation_{asked.situation}"
        called = f"care_{rule['provider']}_{rule['cost']}_{rule['extent']}"
        ground = self.grounds.setdefault(binding.id, Grounds("", {}, binding.force != "binding"))
        cast(dict[str, Any], ground.cites).update({f"{asked.situation}/{called}": cites})
        situation = self.ledger.step(rules.in_situation, place, called=name, facts=asked.facts)
        linked = self.ledger.step(rules.in_situation, place, called="bound_for_care", facts=tuple(bound))
        return binding, self.ledger.step(rules.care_due, place, called=called, situation=situation, bound=linked), rule

    def _joined(self, binding: Binding, state: str) -> Told:
        if state not in binding.states:
            return Told(False, Fact(f"{binding.id}.party.{state}", "law", "official", "yesno"))
        return binding.joined(state, self.asking.day, "medical_care")

    def _ruled(
        self, facts: Facts, asked: Asked, binding: Binding, told: Told, rule: Mapping[str, Any]
    ) -> tuple[record.Care, list[Told]]:
        known = told.value is True
        provider, cost = asked.state(rule["provider"]), asked.state(rule["cost"])
        leaf = binding.leaf("health", "reimbursement", self.asking.day)
        refund = rule.get("reimbursement") or (None if leaf is None else leaf.is_)
        if isinstance(told.value, Unknown):
            self.missing.update(dict.fromkeys(sorted(told.value.facts), f"who cares for {facts.who} ({asked.situation})"))
        row = record.Care(
            person=facts.who,
            situation=asked.situation,
            start=asked.start,
            end=asked.end,
            provider_state=provider if known else None,
            cost_state=cost if known else None,
            reimbursement=cast(Any, "none" if cost == provider else refund) if known else None,
            status="entitled" if known else "undetermined",
            instrument=binding.id,
        )
        return row, [told]

    def _own(self, facts: Facts, asked: Asked, own: ByLaw) -> tuple[record.Care, list[Told]]:
        known = own.told.value is True
        self.modelled.update(dict.fromkeys(own.not_modelled))
        if isinstance(own.told.value, Unknown):
            self.missing.update(dict.fromkeys(sorted(own.told.value.facts), f"who cares for {facts.who} ({asked.situation})"))
        row = record.Care(
            person=facts.who,
            situation=asked.situation,
            start=asked.start,
            end=asked.end,
            provider_state=own.country if known else None,
            cost_state=own.country if known else None,
            reimbursement="none" if known else None,
            status="entitled" if known else "undetermined",
        )
        return row, [own.told]

    def _ground(self, own: ByLaw) -> None:
        """The articles of a State's law stand behind its steps."""
        for where, cites in own.cites.items():
            before = self.grounds.get(where)
            known: Mapping[str, Any] = {} if before is None else before.cites
            self.grounds[where] = Grounds("", {**known, **cites}, own.force != "binding")
        self.notes.update(dict.fromkeys(own.notes))
