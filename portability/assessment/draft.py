"""A member in the making: the shape of a regime, its told figures, and the article behind each rule."""

from __future__ import annotations

from typing import Any

from portability.assessment.figures import Reader
from portability.citation import Citation
from portability.law.dated import Leaf
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

NOUGHT, WHOLE, NO, YES = Told(0), Told(1), Told(False), Told(True)


class Draft:
    """A member in the making: parts of the shape, told figures, and the article behind each rule."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.formula = self.reference = self.otherwise = self.otherwise_below = "none"
        self.parts: set[str] = set()
        self.given: dict[str, Any] = {"nought": NOUGHT, "whole": WHOLE, "no": NO}
        self.cites: dict[str, Citation] = {}
        self.law_standing: dict[str, str] = {}

    def copied(self, reader: Reader) -> Draft:
        """The same draft, for a reader of its own to write in."""
        other = Draft(reader)
        other.formula, other.reference = self.formula, self.reference
        other.otherwise, other.otherwise_below = self.otherwise, self.otherwise_below
        other.parts, other.given = set(self.parts), dict(self.given)
        other.cites, other.law_standing = dict(self.cites), dict(self.law_standing)
        return other

    def amount_of(self, leaf: Leaf, key: str) -> None:
        """An amount of the law under a key; where it is a share of another figure, both are told and the stage multiplies."""
        if leaf.get("share") is None:
            self.given[key] = self.reader.money(leaf)
            return
        self.parts.add(f"{key}_share")
        self.given[f"{key}_share"] = self.reader.share(leaf, leaf.get("share"))
        if leaf.get("of") == "reference":
            self.parts.add(f"{key}_of_reference")
        else:
            self.given[f"{key}_of"] = self.reader.figure(str(leaf.get("of")))

    def cite(self, leaf: Leaf | None, *rules: str) -> None:
        """The article of a leaf stands behind the named rules."""
        if leaf is not None:
            self.cites.update(dict.fromkeys(rules, leaf.cites))
            self.law_standing.update(dict.fromkeys(rules, leaf.standing))


def nobody_knows(draft: Draft, key: str, kind: str) -> Told:
    """A figure that the file does not tell at all."""
    path = f"{draft.reader.path}.{key}"
    return Told(unknown(path), Fact(path, "law", "assumed", kind, note="the law file does not tell it"))
