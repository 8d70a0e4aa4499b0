"""By which method an instrument finds the amount of a scheme, and which of the methods are computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from portability.assessment.accounts import FUNDS
from portability.assessment.figures import Reader
from portability.assessment.pension import ONE_PAYS
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding, knob
from portability.law.dated import Leaf
from portability.law.recall import Same, recalled
from portability.number.exact import quantity
from portability.record.step import Told


def method_of(binding: Binding, chapter: str, planned: Planned, at: date) -> str:
    """The method of an instrument for a scheme: its own entry in a list, the waived or excluded ones, else the general one."""
    told = _methods(Same(binding.law), binding.id, chapter, at)
    if planned.where in told.named:
        return told.named[planned.where]
    if planned.scheme_class in FUNDS and planned.reader is not None:
        return "account"
    if planned.where in told.excluded:
        return "independent"
    return "independent_first" if planned.where in told.waived else told.general


class _Methods(NamedTuple):
    """What a chapter says of methods: by name of the scheme, of those excluded and those waived, and of all others."""

    named: Mapping[str, str]
    excluded: tuple[str, ...]
    waived: tuple[str, ...]
    general: str


@recalled
def _methods(law: Same, id_: str, chapter: str, at: date) -> _Methods:
    named = words_of(knob(law, id_, chapter, "method_for", at))
    pairs = [told.partition(":") for told in reversed(named)]  # of two entries for one scheme the first holds
    leaf = knob(law, id_, chapter, "method", at)
    return _Methods(
        named={scheme.strip(): method.strip() for scheme, _, method in pairs},
        excluded=words_of(knob(law, id_, chapter, "no_pro_rata", at)),
        waived=words_of(knob(law, id_, chapter, "waiver", at)),
        general="principle" if leaf is None else str(leaf.is_ or "unknown"),
    )


def fixed_total(binding: Binding, chapter: str, planned: Planned, at: date) -> Told | None:
    """The fixed length that takes the place of the total, in the unit of a State's law, where the instrument has one."""
    denominator, years = binding.leaf(chapter, "denominator", at), binding.leaf(chapter, "fixed_years", at)
    if denominator is None or denominator.is_ not in ("fixed_years", "coverage_lifetime") or years is None:
        return None
    reader = Reader({}, years.path, at, None, planned.unit.name, planned.unit.day_system)
    if years.is_ is None:
        return reader.not_known(years, "length")
    return reader.told(Fraction(reader.in_unit(quantity(str(years.is_)))), years, "length")


METHODS = frozenset(
    {"independent", "higher_of", "independent_first", "pro_rata", "direct", "residence_fraction", "account"}
    | {"coverage_lifetime"}
    | ONE_PAYS
)


def not_computed(binding: Binding, plans: Iterable[Planned], branch: str, at: date) -> tuple[str, ...]:
    """The methods an instrument has for the schemes it binds that nothing here computes; an unknown one is among them."""
    mine = [planned for planned in plans if planned.key[0] in binding.states]
    found = dict.fromkeys(method_of(binding, f"apportionment.{branch}", planned, at) for planned in mine)
    return tuple(method for method in found if method not in METHODS)


def words_of(leaf: Leaf | None) -> tuple[str, ...]:
    """The words of a leaf that lists some; none where it is silent."""
    return () if leaf is None or leaf.is_ is None else tuple(leaf.is_)
