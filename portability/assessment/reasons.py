"""Why, in words: the determining steps of what was asked about, each with its sentence, its article and its standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from portability.assessment.plan import Planned
from portability.assessment.run import Run
from portability.citation import FACT_STANDINGS, LAW_STANDINGS, Citation
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.explain import Reading, aloud, sentence, walk
from portability.record.step import Fact, Step, Told, instrument_of, tolds


class Grounds(NamedTuple):
    """What stands behind the steps at a place that no plan and no instrument holds: its currency and its articles.

    An article of one variant only stands under "variant/rule".
    `would`: whether they rest on what only a scenario or guidance gives.
    """

    currency: str
    cites: Mapping[str, tuple[Citation, str]]
    would: bool = False


@dataclass(slots=True)
class Reasons:
    """The steps told so far in a decision, and the facts they rest on.

    `would` holds the schemes in which a scenario or guidance was taken: what is chosen there is owed by nobody; and,
    with "/alone", those whose own law opens the right only because a scenario or guidance lifts a condition of it.
    """

    plans: Mapping[str, Planned]
    runs: Mapping[str, Run]
    grounds: Mapping[str, Grounds] = field(default_factory=dict)
    would: set[str] = field(default_factory=set)
    steps: dict[str, record.Step] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    _needs: dict[int, list[Told]] = field(default_factory=dict)
    _order: dict[int, Step] = field(default_factory=dict)
    _leads: dict[int, list[str]] = field(default_factory=dict)
    _told: dict[int, str] = field(default_factory=dict)

    def why(self, roots: Iterable[Told]) -> tuple[str, ...]:
        """The ids of the steps that determine some told values, in order; their sentences join the decision."""
        behind: set[str] = set()
        seen: set[int] = set()
        for root in roots:
            done = len(self._order)
            walk(root, self._order, self._needs)
            for step in list(self._order.values())[done:]:
                self._tell(step)
            self._look_behind(root, behind, seen)
        return tuple(id_ for id_ in self.steps if id_ in behind)

    def rest(self, steps: Iterable[Step]) -> Iterator[record.Step]:
        """The steps not told, as they were taken: without a sentence, an article or parents."""
        for step in steps:
            if step.id not in self.steps:
                reading = self.reading(step)
                yield record.Step(
                    id=step.id,
                    rule=step.rule,
                    given={name: _plain(given, reading) for name, given in step.given.items()},
                    result=_plain(step.result, reading),
                    exact=_exact(step.result),
                )

    def _look_behind(self, told: Told, behind: set[str], seen: set[int]) -> None:
        """Collects the ids of all the steps told that a value leads back to."""
        step = told.origin
        if type(step) is not Step or id(step) in seen:
            return
        seen.add(id(step))
        if id(step) in self._told:
            behind.add(self._told[id(step)])
        for parent in (*step.under, *self._needs[id(step)]):
            self._look_behind(parent, behind, seen)

    def _tell(self, step: Step) -> None:
        parents: list[str] = []
        for told in (*step.under, *self._needs[id(step)]):
            if isinstance(told.origin, Fact):
                self.facts.setdefault(told.origin.path, told.origin)
            for id_ in self._leads.get(id(told.origin), ()):
                if id_ not in parents:
                    parents.append(id_)
        reading = self.reading(step)
        text = sentence(step, reading)
        if text is None:
            self._leads[id(step)] = parents
            return
        id_ = step.id
        self._told[id(step)], self._leads[id(step)] = id_, [id_]
        article = self.article(step)
        self.steps[id_] = record.Step(
            id=id_,
            parents=tuple(parents),
            rule=step.rule,
            sentence=text,
            given={name: _plain(given, reading) for name, given in step.given.items()},
            result=_plain(step.result, reading),
            exact=_exact(step.result),
            cites=None if article is None else str(article[0]),
            standing=_standing(step, article),
        )

    def reading(self, step: Step) -> Reading:
        """How the values at a step are read: unit and currency of its State, or the unit of an instrument's total."""
        place = step.place
        if place.where in self.grounds:
            grounds = self.grounds[place.where]
            return Reading("months", grounds.currency, grounds.would)
        plan = self.plans.get(place.where)
        if plan is None:
            run = self.runs.get(place.where)
            would = run is not None and run.binding.force != "binding"
            return Reading(place.variant.partition(".")[0].rstrip("567") or "months", "", would)
        run = self.runs.get(instrument_of(place.variant))
        would = run is not None and run.binding.force != "binding"
        if place.variant == "alone":  # by national law, with what a scenario lifts of its conditions
            would = f"{place.where}/alone" in self.would
        elif run is None:  # what was chosen and paid
            would = place.where in self.would
        return Reading(plan.unit.name, plan.currency, would)

    def article(self, step: Step) -> tuple[Citation, str] | None:
        """The article behind a step: of the instrument for its own rules, else of the State's law."""
        place = step.place
        if place.where in self.grounds:
            cites = self.grounds[place.where].cites
            return cites.get(f"{place.variant}/{step.rule}") or cites.get(step.rule)
        run = self.runs.get(instrument_of(place.variant)) or self.runs.get(place.where)
        if run is not None and step.rule in run.cites:
            return run.cites[step.rule]
        plan = self.plans.get(place.where)
        name = step.rule if plan is None or step.rule in plan.cites else getattr(step.function, "__name__", step.rule)
        if plan is not None and name in plan.cites:
            return plan.cites[name], plan.law_standing.get(name, "official")
        for told in self._needs.get(id(step), ()):
            if isinstance(told.origin, Fact) and told.origin.cites is not None:
                return told.origin.cites, told.origin.standing if told.origin.axis == "law" else "official"
        return None


class Unsaid(Reasons):
    """For deciding again when only the result is asked for: no step is told."""

    def why(self, roots: Iterable[Told]) -> tuple[str, ...]:
        """No reasons."""
        return ()


def _standing(step: Step, article: tuple[Citation, str] | None) -> record.Standing | None:
    """The weakest standing among what a step was directly given, and of its article."""
    facts, law = 0, 0 if article is None else LAW_STANDINGS.index(article[1])
    direct = [told.origin for told in tolds(tuple(step.given.values())) if isinstance(told.origin, Fact)]
    if not direct and article is None:
        return None
    for fact in direct:
        if fact.axis == "facts":
            facts = max(facts, FACT_STANDINGS.index(fact.standing))
        else:
            law = max(law, LAW_STANDINGS.index(fact.standing))
    return record.Standing(facts=FACT_STANDINGS[facts], law=LAW_STANDINGS[law])  # type: ignore[arg-type]  # words of the axes


def _plain(given: Any, reading: Reading) -> str:
    value = given.value if type(given) is Told else given
    if isinstance(value, tuple):
        return "; ".join([_plain(item, reading) for item in value])
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Unknown) and value.kind == "yesno":
        return "unknown"
    return aloud(value, "plain", reading) if isinstance(value, PRINTED) else str(getattr(value, "unit", value))


PRINTED = (int, Fraction, Unknown)
"""The kinds of numbers."""


def _exact(result: Any) -> str | None:
    return str(Fraction(result)) if isinstance(result, Fraction) and result.denominator != 1 else None
