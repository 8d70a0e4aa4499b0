"""Which of several States that pay a pension bears the cost of care of one who has no right where the person lives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from portability.assessment import lengths as counted
from portability.assessment.counting_law import accepted_kinds
from portability.assessment.health.taken import WORK
from portability.assessment.reasons import Grounds
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.number.unknown import Unknown, unknown
from portability.periods.units import Unit
from portability.record.ledger import Ledger
from portability.record.step import Fact, Place, Told
from portability.rules.health import care as rules

MONTHS = Unit("months")


def bearer(
    found: Sequence[Binding], life: Career, payers: Sequence[str], situation: str, on: date, ledger: Ledger
) -> tuple[str | None, tuple[Told, ...], dict[str, Grounds]]:
    """The State that bears the cost, the answer that names it, and the article: of one payer that one, of several by the rule.

    No State where the instrument says nothing of several, or where their lengths of insurance are not known.
    """
    if len(payers) == 1:
        return payers[0], (), {}
    for binding in found:
        leaf = binding.leaf("health", "pensioner_payer", on)
        if leaf is None or leaf.is_ is None or not binding.operates("health"):
            continue
        lasts = tuple(_last_day(life, country) for country in payers)
        lengths = lasts if leaf.is_ == "last" else tuple(_length(life, country, on) for country in payers)
        would = binding.force != "binding"
        grounds = {
            f"{country}.care": Grounds("", {"bears_by_length": (leaf.cites, leaf.standing)}, would) for country in payers
        }
        answers = [
            ledger.step(
                rules.bears_by_length,
                Place("medical_care", "insured", f"{country}.care", situation),
                place=i,
                lengths=lengths,
                last_days=lasts,
            )
            for i, country in enumerate(payers)
        ]
        for country, told in zip(payers, answers, strict=True):
            if told.value is True:
                return country, (told,), grounds
        return None, tuple(told for told in answers if isinstance(told.value, Unknown))[:1], grounds
    return None, (), {}


def _length(life: Career, country: str, on: date) -> Told:
    """The insurance in a State, of all its schemes, in months; time in two of them at once counts once."""
    key = (country, "")
    spells = [replace(spell, scheme="") for spell in life.spells if spell.country == country and spell.kind in WORK]
    own = counted.own(key, MONTHS, spells, accepted_kinds((), ()), "official", on)
    return counted.told_own(own, "right", country)


def _last_day(life: Career, country: str) -> Told:
    """The last day of insurance in a State, as a number of days."""
    mine = [spell for spell in life.spells if spell.country == country and spell.kind in WORK]
    days = [spell.span.end.toordinal() for spell in mine if spell.span is not None]
    path = f"the last period of {country}"
    if len(days) < len(mine) or not days:
        return Told(unknown(path, low=max(days, default=0)), Fact(path, "facts", "missing", "day"))
    return Told(max(days), Fact(path, "facts", "declared", "day"))
