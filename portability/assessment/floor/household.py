"""With whom a person lives, as grants ask it: the spouse, who has the care of a child, everybody under one roof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portability.assessment.figures import Reader
from portability.assessment.floor.persons import CHILDREN, INSURED, Somebody, caregiver_of, partner_of, together
from portability.case.career import Career
from portability.case.model import Case
from portability.citation import FACT_STANDINGS
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.record.step import Fact, Told


@frozen
class Household:
    """A person and those who live together, by id; `lives` of everybody of the case who lives on the day."""

    one: Somebody
    lives: Mapping[str, Career]
    members: tuple[str, ...]
    told: bool
    partner: str | None
    caregiver: str | None
    partner_of_caregiver: str | None
    standing: str
    children: int

    @property
    def couple(self) -> Told:
        """Whether the person lives with a spouse or partner."""
        return self._said(self.partner is not None, self.one.who)

    @property
    def couple_of_caregiver(self) -> Told:
        """Whether who has the care of the child lives with a spouse or partner."""
        return self._said(self.partner_of_caregiver is not None, self.caregiver or INSURED)

    def _said(self, value: bool, who: str) -> Told:
        return Told(value, Fact(f"the spouse of {who}", "facts", self.standing, "yesno"))


def household_of(case: Case, one: Somebody, everybody: Sequence[Somebody], at: date) -> Household:
    """The household of a person on a day; where none is told, the person and a spouse or partner."""
    lives = {each.who: each.life for each in everybody}
    partner, caregiver = partner_of(case, one.who, at), caregiver_of(case, one.who, at)
    members = together(case, one.who, at)
    found = members or (one.who, *([] if partner is None else [partner]))
    rows = [each.standing or "declared" for each in case.family if each.id in found] + [
        each.standing or "declared" for each in case.household if one.who in each.members
    ]
    young = [each for each in everybody if each.relative is not None and each.relative.relation in CHILDREN]
    return Household(
        one=one,
        lives=lives,
        members=tuple(each for each in found if each in lives),
        told=members is not None,
        partner=partner,
        caregiver=caregiver,
        partner_of_caregiver=None if caregiver is None else partner_of(case, caregiver, at),
        standing=max(rows, key=FACT_STANDINGS.index, default="declared"),
        children=sum(each.who in found for each in young),
    )


def scale_facts(reader: Reader, leaf: Leaf, home: Household, notes: dict[str, None]) -> dict[str, Any]:
    """The figures of a household scale, and who is counted by it."""
    if not home.told:
        notes["no household is told: a person and the spouse alone are counted (declared)"] = None
    fact = Fact("household", "facts", home.standing, "number")
    adults = len(home.members) - home.children - (1 if home.partner is None else 2)
    single = reader.share(leaf, leaf.get("single"))
    return {
        "couple": home.couple,
        "adults": Told(max(adults, 0), fact),
        "children": Told(home.children, fact),
        "single": single,
        "pair": reader.share(leaf, leaf.get("couple")) if leaf.get("couple") else reader.not_known(leaf, key="couple"),
        "adult": reader.share(leaf, leaf.get("adult", "0")),
        "child": reader.share(leaf, leaf.get("child", "0")),
    }


def scale_said(home: Household, value: str) -> str:
    """How a household is counted, in a few words: the persons, and the scale."""
    persons = len(home.members)
    return f"{persons} person{'' if persons == 1 else 's'}: {value}"
