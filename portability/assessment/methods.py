"""By which method an instrument finds what a scheme owes, and which methods are computed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from portability.assessment.accounts import FUNDS
from portability.assessment.pension import ONE_PAYS
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.law.dated import Leaf


def method_of(binding: Binding, chapter: str, planned: Planned, at: date) -> str:
    """The method of an instrument for a scheme: its own entry in a list, the waived or excluded ones, else the general one."""
    for told in words_of(binding.leaf(chapter, "method_for", at)):
        scheme, _, method = told.partition(":")
        if scheme.strip() == planned.where:
            return method.strip()
    if planned.scheme_class in FUNDS and planned.reader is not None:
        return "account"
    if planned.where in words_of(binding.leaf(chapter, "no_pro_rata", at)):
        return "independent"
    if planned.where in words_of(binding.leaf(chapter, "waiver", at)):
        return "independent_first"
    leaf = binding.leaf(chapter, "method", at)
    return "principle" if leaf is None else str(leaf.is_ or "unknown")


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
    return () if leaf is None or leaf.is_ is None else tuple(leaf.is_)
