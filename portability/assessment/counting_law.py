"""What a State's law, and an instrument, say of counting: the unit, and the kinds of periods that count."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from portability.periods.counting import Accepted
from portability.periods.spells import KINDS, Spell
from portability.periods.units import Unit

Key = tuple[str, str]


def unit_name(unit: Unit) -> str:
    """A unit's name for a place: days say in which week they count.

    >>> unit_name(Unit("days", 6)), unit_name(Unit("months"))
    ('days6', 'months')
    """
    return f"{unit.name}{unit.day_system or ''}"


def accepted_kinds(right: Collection[str], amount: Collection[str]) -> Accepted:
    """The kinds a law counts; nothing said, all."""
    return Accepted(tuple(right) or KINDS, tuple(amount) or tuple(right) or KINDS)


def narrowed(law: Accepted, kinds: Collection[str]) -> Accepted:
    """The kinds that both a State's law and an instrument count; an instrument that says nothing takes them all.

    >>> narrowed(Accepted(("insurance", "employment"), ("insurance",)), ("insurance",)).right
    ('insurance',)
    """
    if not kinds:
        return law
    return Accepted(
        tuple(kind for kind in law.right if kind in kinds), tuple(kind for kind in law.amount if kind in kinds)
    )


def unit_of_spells(spells: Sequence[Spell]) -> Unit:
    """The unit of a State whose law is not known: the one its institutions certify in, else months."""
    told = {(length.unit, length.day_system) for spell in spells for length in spell.certified or ()}
    if len(told) == 1:
        name, system = told.pop()
        if name in ("months", "weeks", "quarters", "years") or (name == "days" and system is not None):
            return Unit(name, system)
    return Unit("months")


def units_of(keys: Sequence[Key], units: Mapping[Key, Unit], instrument: str | None) -> dict[Key, Unit]:
    """The unit of each scheme under an instrument: the instrument's own where it has one."""
    return {key: Unit(instrument, None, units[key].part) if instrument else units[key] for key in keys}
