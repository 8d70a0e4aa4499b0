"""The facts that decide who gives care: where a person lives, is and is insured on the day, which States pay a pension."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portability.assessment.contingency import insured
from portability.assessment.health.event import stretches
from portability.assessment.health.taken import WORK
from portability.assessment.part import Asking
from portability.case.career import Career
from portability.document.leaf import earliest, latest
from portability.number.unknown import unknown_truth
from portability.record.step import Fact, Told

PENSIONS = ("old_age", "invalidity", "survivors")
CARED_FOR = ("sickness", "birth", "accident", "disease")


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay in another State in which care is needed: where, from when, until when, and whether it was the purpose."""

    country: str
    start: date
    end: date | None
    care: str
    told: Told


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person on the day. `insured` and `pensions` are by State; of a relative, those of the insured person."""

    who: str
    residence: str | None
    living: Told
    insured: Mapping[str, Told]
    pensions: Mapping[str, Told]
    claimed: Told
    posted_to: str | None
    posted: Told
    frontier: tuple[str, ...]
    stays: tuple[Stay, ...]

    @property
    def insured_in(self) -> tuple[str, ...]:
        """The States in which the person is, or may be, insured; those where it is sure go first."""
        held = [(country, told.value) for country, told in self.insured.items() if told.value is not False]
        return tuple(country for country, _ in sorted(held, key=lambda one: one[1] is not True))


def facts_of(asking: Asking, who: str, life: Career) -> Facts:
    """The facts of the insured person, or of a relative."""
    on = asking.day
    row = life.residence_of(who, on)
    lives, path = row, "residence"
    if row is None and who != "insured":
        lives, path = life.residence_of("insured", on), f"residence of {who}"
    standing = "missing" if lives is None else (lives.standing or "declared") if row is not None else "assumed"
    living: Any = unknown_truth(path) if lives is None else True
    mine = who == "insured"
    posted_to, posted = _posted(asking, on) if mine else (None, Told(False))
    return Facts(
        who,
        None if lives is None else str(lives.country),
        Told(living, Fact(path, "facts", standing, "yesno")),
        {country: _insured(life, country, on) for country in dict.fromkeys(spell.country for spell in life.spells)},
        dict(pensions_of(asking, life)),
        _claimed(asking),
        posted_to,
        posted,
        tuple(_frontier(life)) if mine else (),
        tuple(_stays(asking, None if lives is None else str(lives.country))) if mine else (),
    )


def _insured(life: Career, country: str, on: date) -> Told:
    """Whether there was insurance, or work, in a State on a day."""
    held = tuple(spell for spell in life.spells if spell.country == country and spell.kind in WORK)
    return insured(_Spells(held), country, on, on, None)  # type: ignore[arg-type]  # only the spells are asked


@dataclass(frozen=True, slots=True)
class _Spells:
    spells: Sequence[Any]


def pensions_of(asking: Asking, life: Career) -> Iterator[tuple[str, Told]]:
    """The States that pay the insured person a pension: as decided before, or as income that the case tells."""
    for row in asking.case.income:
        country, named = row.country, row.kind.endswith("pension")
        begun = row.start is None or earliest(row.start) <= asking.day
        if named and country is not None and begun and (row.end is None or asking.day <= latest(row.end)):
            yield str(country), Told(True, Fact(f"income: {row.kind}", "facts", row.standing or "declared", "yesno"))
    for benefit in asking.benefits:
        if benefit.branch not in PENSIONS or benefit.beneficiary != life.who or benefit.form not in ("pension", None):
            continue
        if benefit.status == "entitled" and benefit.legal_force == "binding":
            yield benefit.country, Told(True, Fact(benefit.id, "facts", benefit.standing.facts, "yesno"))
        elif benefit.status == "undetermined":
            path = f"whether {benefit.id} is due"
            yield benefit.country, Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno"))


def _claimed(asking: Asking) -> Told:
    """Whether a pension is claimed of which nothing is decided yet."""
    waits = [one for one in asking.benefits if one.branch in PENSIONS and one.status == "undetermined"]
    return Told(bool(waits), Fact("claim", "facts", "declared", "yesno"))


def _posted(asking: Asking, on: date) -> tuple[str | None, Told]:
    """Where the person is posted to on the day, as the rows of work tell it."""
    for row in getattr(asking.case, "work", ()):
        begun = earliest(row.start) <= on and (row.end is None or on <= latest(row.end))
        if begun and row.person == "insured" and row.posted_from is not None and row.country is not None:
            return str(row.country), Told(True, Fact(f"work {row.id}", "facts", row.standing or "declared", "yesno"))
    return None, Told(False)


def _frontier(life: Career) -> Iterator[str]:
    """The States in which the person worked while living in another."""
    for spell in life.spells:
        if spell.span is None or spell.kind not in WORK:
            continue
        lived = life.residence_of("insured", spell.span.end)
        if lived is not None and lived.country != spell.country:
            yield spell.country


def _stays(asking: Asking, residence: str | None) -> Iterator[Stay]:
    """Events that befell the person in a State other than that of residence, going on at the day decided for or later."""
    for event in asking.case.event:
        if event.person != "insured" or event.kind not in CARED_FOR or event.country in (None, residence):
            continue
        last = max(span.end for span in stretches(event))
        if last >= asking.day:
            told = Told(True, Fact(f"event {event.id}", "facts", event.standing or "declared", "yesno"))
            end = None if last == date.max else last
            yield Stay(str(event.country), earliest(event.date), end, event.care or "necessary", told)
