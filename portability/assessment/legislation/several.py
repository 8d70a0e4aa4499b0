"""Work in several States at the same time: one law applies to all of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from portability.assessment.legislation.rows import Row, Stretch
from portability.assessment.legislation.rules import Answer, Missing, Rules, fact
from portability.assessment.legislation.single import civil_servant, default

CENTRE = {
    "centre_of_interest": "law of the centre of interest of the activities",
    "main_activity": "law of the State of the main activity",
}


def several(stretch: Stretch, rules: Rules) -> Answer:
    """The law that applies to work in several States at once."""
    start, end = stretch.start, stretch.end
    agreed = {row.agreed for row in stretch.rows if row.agreed is not None}
    leaf = rules.leaf("by_agreement")
    if len(agreed) == 1 and leaf is not None and leaf.is_ is True:
        return Answer(start, end, agreed.pop(), "the authorities agreed on this law", leaf)
    rows, notes = _not_marginal(stretch.rows, rules)
    servants = [row for row in rows if row.occupation == "civil_servant"]
    if servants and (first := rules.leaf("civil_servant_first")) is not None:
        return replace(civil_servant(servants[0], rules, start, end), leaf=first, notes=notes)
    employed = [row for row in rows if row.occupation != "self_employed"]
    if employed and len(employed) < len(rows) and (first := rules.leaf("employed_first")) is not None:
        rows = employed
        if len({row.place for row in rows}) == 1:
            why = f"employed in {rows[0].place} and self-employed elsewhere: the law that applies to the employment"
            return Answer(start, end, rows[0].place, why, first, notes=notes)
    if len({row.place for row in rows}) == 1:
        return replace(default(rows[0], rules, start, end), notes=notes)
    found = _at_home(rows, rules, stretch)
    if found is None:
        found = _elsewhere(rows, rules, stretch, self_employed=not employed)
    return replace(found, notes=(*notes, *found.notes))


def _not_marginal(rows: tuple[Row, ...], rules: Rules) -> tuple[list[Row], tuple[str, ...]]:
    """The work that is more than marginal."""
    least = rules.share("marginal_share")
    if least is None:
        return list(rows), ()
    small = [row for row in rows if row.share is not None and row.share < least]
    kept = [row for row in rows if row not in small]
    leaf = rules.leaf("marginal_share")
    cites = "" if leaf is None else f" ({leaf.cites})"
    notes = tuple(f"work {row.id}: under {rules.says('marginal_share')} of the work, marginal{cites}" for row in small)
    return (kept, notes) if kept else (list(rows), ())


def _at_home(rows: list[Row], rules: Rules, stretch: Stretch) -> Answer | None:
    """The State of residence, where a substantial part of the work is done there; None where it is not."""
    leaf = rules.leaf("multi_state")
    if leaf is None:
        return Answer(stretch.start, stretch.end, None, f"{rules.binding.id} has no rule for work in several States at once")
    if leaf.is_ != "residence_if_substantial":
        return None
    where = " and ".join(sorted({str(row.place) for row in rows}))
    lives, missing = rules.lives(stretch.start)
    if lives is None:
        return Answer(stretch.start, stretch.end, None, f"work in {where} at once", leaf, missing)
    there = [row for row in rows if row.place == lives]
    least = rules.share("substantial_share")
    if not there:
        return None
    if least is not None:
        share = _share(there, rows)
        if share is None:
            unknown = tuple(_share_of(row, lives) for row in there if row.share is None)
            why = f"work in {where} at once; a substantial part may be done in {lives}, where the person lives"
            return Answer(stretch.start, stretch.end, None, why, leaf, unknown)
        if share < least:
            return None
        part = f"{rules.says('substantial_share')} or more of the work"
        cited = rules.leaf("substantial_share")
        assert cited is not None
        leaf = leaf if cited.standing <= leaf.standing else replace(leaf, standing=cited.standing)
    else:
        part = "a part of the work"
    why = f"work in {where} at once, {part} in {lives}, where the person lives"
    return Answer(stretch.start, stretch.end, lives, why, leaf)


def _share(there: list[Row], rows: list[Row]) -> Fraction | None:
    """The share of the work done there: as told, or what the others leave; None where it is not known."""
    if all(row.share is not None for row in there):
        return sum((row.share or Fraction(0) for row in there), Fraction(0))
    others = [row for row in rows if row not in there]
    if all(row.share is not None for row in others):
        told = sum((row.share or Fraction(0) for row in others), Fraction(0))
        return max(1 - told, Fraction(0))
    return None


def _share_of(row: Row, lives: str) -> Missing:
    return fact(row, "share", f"which share of the work is done in {lives}")


def _elsewhere(rows: list[Row], rules: Rules, stretch: Stretch, self_employed: bool) -> Answer:
    """The law that applies where no substantial part is done in the State of residence."""
    start, end = stretch.start, stretch.end
    where = " and ".join(sorted({str(row.place) for row in rows}))
    lives = rules.residence(start)
    if self_employed:
        leaf = rules.leaf("self_employed_elsewhere")
        agreed = next((row.agreed for row in rows if row.agreed is not None), None)
        what = CENTRE.get("" if leaf is None else str(leaf.is_), "law agreed on")
        untold_law = () if agreed else (fact(rows[0], "agreed", f"the {what}"),)
        return Answer(start, end, agreed, f"self-employed in {where} at once: the {what}", leaf, untold_law)
    leaf = rules.leaf("employers") or rules.leaf("multi_state")
    way = rules.says("employers")
    untold = [row for row in rows if row.seat is None]
    if untold:
        seats_untold = tuple(fact(row, "employer_seat", "where the employer is seated") for row in untold)
        return Answer(start, end, None, f"employed in {where} at once, no substantial part at home", leaf, seats_untold)
    seats = {str(row.seat) for row in rows}
    text = f"employed in {where} at once, no substantial part of it in the State of residence"
    if len(seats) == 1:
        return Answer(start, end, next(iter(seats)), f"{text}: the law of the employer's seat", leaf)
    elsewhere = seats - {lives}
    if way == "seat_or_other_than_residence" and lives in seats and len(elsewhere) == 1:
        return Answer(start, end, elsewhere.pop(), f"{text}, employers seated there and in another State: the law of that", leaf)
    state, missing = rules.lives(start)
    return Answer(start, end, state, f"{text}, by employers seated in several States: the law of residence", leaf, missing)
