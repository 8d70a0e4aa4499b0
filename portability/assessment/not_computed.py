"""What an instrument may say of a pension that nothing here computes: the words that are, and what is taken instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.case.career import Career

COMPUTED: Mapping[str, tuple[object, str]] = {
    "apportionment.base": (("own_average", "own_earnings"), "the average of the State's own earnings is"),
    "export.partner_benefit_deduction": (("none",), "no deduction for a partner's benefit is"),
    "money.arrears_interest": ((), "no interest is"),
}
"""Of a knob the words that are computed, and what is computed in place of any other."""

SPECIAL = "periods of special schemes are added as any others"


def not_computed_of(
    binding: Binding, branch: str, at: date, plans: Sequence[Planned], career: Career
) -> Iterator[str]:
    """What an instrument says that is not computed, with what is."""
    for path, (words, instead) in COMPUTED.items():
        chapter, key = path.split(".")
        chapter = f"apportionment.{branch}" if chapter == "apportionment" else chapter
        leaf = binding.leaf(chapter, key, at)
        if leaf is not None and leaf.is_ is not None and leaf.is_ not in words:  # type: ignore[operator]  # a tuple
            yield f"{binding.id}, {chapter}.{key}: {str(leaf.is_).replace('_', ' ')} is not computed, {instead}"
    leaf = binding.leaf("personal", "status", at)
    irregular = any(row.residence_status == "irregular" for row in career.case.residence if row.person == "insured")
    if leaf is not None and irregular and {"lawful_work", "legal_residence"} & set(leaf.is_ or ()):
        yield f"{binding.id}, personal.status: whether all work was lawful is not examined, it is taken to be"
    leaf = binding.leaf("totalisation", "special_schemes", at)
    if leaf is not None and leaf.is_ == "same_scheme_or_occupation" and _several(binding, plans):
        yield f"{binding.id}, totalisation.special_schemes: same scheme or occupation is not computed, {SPECIAL}"


def _several(binding: Binding, plans: Sequence[Planned]) -> bool:
    """Whether some State that an instrument binds has several schemes in the case."""
    states: list[Any] = [one.key[0] for one in plans if one.key[0] in binding.states]
    return len(set(states)) < len(states)
