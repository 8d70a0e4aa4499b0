"""What the rows on unemployment and family benefits are made of: rules found, steps, amounts stated, how sure all is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, cast

from portability.assessment.exchange import rate_into, rule_of
from portability.assessment.part import Asking
from portability.assessment.scope import Binding
from portability.assessment.told import NO_CURRENCY, money
from portability.case.statements import PER_MONTH
from portability.citation import FACT_STANDINGS, LAW_STANDINGS
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.unknown import Unknown, unknown
from portability.periods.dates import add_months
from portability.record import decision as record

UNITS = {"years": 12, "months": 1}


@frozen
class Chapter:
    """A chapter of an instrument on a day."""

    binding: Binding
    name: str
    at: date

    def leaf(self, key: str) -> Leaf | None:
        """A leaf that says something."""
        found = self.binding.leaf(self.name, key, self.at)
        return found if found is not None and found.is_told else None

    def says(self, key: str) -> Any:
        """What a leaf says; None where there is none."""
        found = self.leaf(key)
        return None if found is None else found.is_

    def share(self, key: str) -> Fraction:
        """A share that the chapter names; nought where it names none."""
        told = self.says(key)
        return Fraction(0) if told is None else quantity(told).value

    def before(self, day: date, key: str) -> date | None:
        """The day so long before another as the chapter says."""
        told = self.says(key)
        return None if told is None else earlier(day, told)

    def binds(self, state: str) -> bool:
        """Whether a State is surely bound, or may be."""
        return state in self.binding.states and self.binding.joined(state, self.at).value is not False

    @property
    def would(self) -> bool:
        """Whether what the chapter says binds nobody."""
        return self.binding.force != "binding"


def earlier(day: date, length: str) -> date:
    """The day so many months or years before another.

    >>> earlier(date(2024, 5, 31), "3 months")
    datetime.date(2024, 2, 29)
    """
    read = quantity(length)
    return add_months(day, -int(read.value * UNITS[read.unit]), "earlier")


def chapter_of(asking: Asking, branch: str, states: Iterable[str]) -> tuple[Chapter | None, tuple[record.Finding, ...]]:
    """The chapter on a branch of the instrument that binds most of some States and covers the person; the latest of several.

    Where a chapter needs an agreement between the States it moves nothing, and a finding says so.
    """
    named = frozenset(states)
    found: list[tuple[int, date, Binding]] = []
    idle: list[tuple[int, date, Binding]] = []
    for one in asking.bindings(branch, sorted(named)):
        bound = [state for state in named & one.states if one.joined(state, asking.day, branch).value is not False]
        if branch not in one.law or len(bound) < 2 or one.covered.value is False:
            continue
        (found if one.operates(branch) else idle).append((len(bound), one.law["in_force_from"], one))
    best = max(found, key=lambda each: each[:2], default=None)
    return (None if best is None else Chapter(best[2], branch, asking.day)), tuple(
        record.Finding(
            kind="agreement_expected",
            about=one.id,
            text=f"{one.id} has rules on {branch} benefits; they need an agreement between the States, and none is known",
            force=cast(Any, one.force),
            cites=f"{one.law[branch].get('source', one.source)}, {one.law[branch]['cites']}",
        )
        for _, _, one in idle
    )


@frozen
class Stated:
    """An amount by the month that an institution stated, or that is not known."""

    value: Any
    currency: str
    standing: str

    @property
    def known(self) -> bool:
        """Whether the amount is known."""
        return not isinstance(self.value, Unknown)

    def money(self, at: date) -> record.Money:
        """The amount as it is printed."""
        return money(self.value, self.currency, at)


AWARDS = ("award", "independent")


def stated(asking: Asking, country: str, branch: str) -> Stated:
    """What a State would pay by its own law, all of it together: stated in the case, else not known."""
    rows = [
        row
        for row in asking.case.statement
        if row.country == country and row.branch == branch and row.kind in AWARDS and row.amount is not None
    ]
    if not rows or len({row.currency for row in rows}) > 1:
        what = f"the amount of {branch} benefits by the law of {country}"
        return Stated(unknown(what), str(rows[0].currency) if rows else NO_CURRENCY, "missing")
    sum_ = sum((Fraction(row.amount or 0) * PER_MONTH.get(row.per or "month", 1) for row in rows), Fraction(0))
    standing = max((row.standing or "certified" for row in rows), key=FACT_STANDINGS.index)
    return Stated(sum_, str(rows[0].currency), standing)


def turned(
    asking: Asking, found: Stated, currency: str, chapter: Chapter | None, state: str
) -> tuple[Stated, record.RateUsed | None]:
    """An amount in another currency, by the rate of the case that the instrument names; not known without one."""
    if found.currency == currency or not found.known:
        return found, None
    rule = None if chapter is None else rule_of((chapter.binding,), state, asking.day)
    rate = rate_into(asking.case, found.currency, currency, rule, asking.day, asking.day)
    if rate is None:
        return Stated(unknown(f"the rate between {found.currency} and {currency}"), currency, "missing"), None
    standing = max(found.standing, rate.standing, key=FACT_STANDINGS.index)
    return Stated(found.value * rate.value, currency, standing), rate.used


def step(
    id_: str, rule: str, sentence: str, result: str, leaf: Leaf | None, given: Mapping[str, str] | None = None,
    parents: tuple[str, ...] = (), exact: str | None = None,
) -> record.Step:  # fmt: skip
    """A step of the reasoning, with the article of a leaf."""
    law = "assumed" if leaf is None else leaf.standing
    return record.Step(
        id=f"{id_}/{rule}",
        parents=parents,
        rule=rule,
        sentence=sentence,
        given=given or {},
        result=result,
        exact=exact,
        cites=None if leaf is None else str(leaf.cites),
        standing=record.Standing(facts="declared", law=cast(Any, law)),
    )


def surest(steps: Iterable[record.Step], facts: Iterable[str]) -> record.Standing:
    """How sure a row is: no surer than the weakest article it rests on, and than the weakest fact."""
    laws = [one.standing.law for one in steps if one.standing is not None and one.cites is not None]
    return record.Standing(
        facts=cast(Any, max(facts, key=FACT_STANDINGS.index, default="declared")),
        law=cast(Any, max(laws, key=LAW_STANDINGS.index, default="assumed")),
    )


def unsure(chapter: Chapter | None, leaves: Iterable[Leaf | None]) -> tuple[str, ...]:
    """What is not certain of the law that was asked."""
    found = []
    if chapter is not None and chapter.binding.law.get("notice"):
        found.append(str(chapter.binding.law["notice"]))
    for leaf in leaves:
        if leaf is None:
            continue
        if "other_reading" in leaf.raw:
            found.append(f"{leaf.path}: taken as {leaf.raw['reading']}; the other reading: {leaf.raw['other_reading']}")
        elif leaf.standing in ("unconfirmed", "assumed"):
            found.append(f"{leaf.path}: {leaf.standing} ({leaf.cites})")
    return tuple(dict.fromkeys(found))
