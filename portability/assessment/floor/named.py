"""How a row of the floor names things: who pays or provides, and whose facts are missing."""

from __future__ import annotations

from dataclasses import replace

from portability.assessment.figures import Reader
from portability.assessment.floor.persons import INSURED
from portability.law.dated import leaf_at
from portability.record import decision as record


def told_payer(reader: Reader) -> str | None:
    """Who pays or provides, as the file names it on the day."""
    leaf = leaf_at(reader.law.get("payer"), reader.at, reader.source, "payer")
    return None if leaf is None or leaf.is_ is None else str(leaf.is_)


def named_for(who: str, sum_: record.Money) -> record.Money:
    """An amount whose missing facts are those of a member of the family, named so.

    >>> named_for("anna", record.Money(unknown=("person.born",), currency="XTS")).unknown
    ('family.anna.born',)
    """
    if who == INSURED or not sum_.unknown:
        return sum_
    return replace(sum_, unknown=tuple(fact.replace("person.", f"family.{who}.", 1) for fact in sum_.unknown))
