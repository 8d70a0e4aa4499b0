"""Unemployment between States: what one refunds another, how long a benefit goes on abroad, who adds no periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from portability.assessment.routing.qualifying import months_between, months_told
from portability.assessment.routing.rows import Chapter
from portability.case.tables import Period
from portability.law.dated import Leaf

Found = tuple[str, Leaf]


def refund(chapter: Chapter, work: str, payer: str, there: Sequence[Period], day: date) -> Found | None:
    """The State of the last work refunds that of residence for some months, and for more after longer work there."""
    leaf, longer, after = (chapter.leaf(key) for key in ("refund_length", "longer_refund_length", "longer_after"))
    if leaf is None:
        return None
    text = f"between institutions: {work} refunds {payer} what it pays in the first"
    since = chapter.before(day, "longer_within")
    if longer is None or after is None or since is None or months_between(there, since, day) < months_told(after.is_):
        return f"{text} {leaf.is_}", leaf
    within = chapter.says("longer_within")
    return f"{text} {longer.is_}: {after.is_} or more were completed there in the last {within}", longer


def export(chapter: Chapter, payer: str) -> Found | None:
    """How long the benefit goes on for somebody who seeks work in another State."""
    leaf = chapter.leaf("export_length")
    if leaf is None:
        return None
    most, weeks, days = (chapter.says(key) for key in ("export_longest", "available_before", "register_within"))
    text = f"who seeks work in another State bound keeps the benefit of {payer} for {leaf.is_}"
    text += f", which {payer} may prolong to {most}" if most else ""
    text += f"; after {weeks} at the disposal of its services" if weeks else ""
    text += f", and registered there within {days}" if days else ""
    return text, leaf


def not_there(chapter: Chapter, claim: str, work: str) -> Found | None:
    """A State in which the person was not insured last adds no periods."""
    leaf = chapter.leaf("last_insured_there")
    if leaf is None or leaf.is_ is not True or claim == work or not chapter.binds(claim):
        return None
    return f"{claim}, where the claim is made, adds no periods: the person was last insured in {work}", leaf
