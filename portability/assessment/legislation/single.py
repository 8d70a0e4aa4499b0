"""Work in one State at a time: the place of work, and the callings that have a rule of their own."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from portability.assessment.legislation.rows import Row, Stretch
from portability.assessment.legislation.rules import Answer, Missing, Rules, fact

MAINLY = Fraction(1, 2)


def single(row: Row, rules: Rules, start: date, end: date) -> Answer:
    """The law that applies to work in one State, or to one calling."""
    agreed = rules.leaf("by_agreement")
    if row.agreed is not None and row.occupation != "mission" and agreed is not None and agreed.is_ is True:
        return Answer(start, end, row.agreed, "the authorities agreed on this law", agreed)
    if row.occupation == "civil_servant" and rules.leaf("civil_servant") is not None:
        return civil_servant(row, rules, start, end)
    if row.occupation == "seafarer" and rules.leaf("seafarer") is not None:
        return seafarer(row, rules, start, end)
    if row.occupation == "mission" and rules.leaf("mission") is not None:
        return mission(row, rules, start, end)
    return default(row, rules, start, end)


def default(row: Row, rules: Rules, start: date, end: date) -> Answer:
    """The law of the place of work, or what the instrument has instead."""
    leaf = rules.leaf("default")
    match None if leaf is None else leaf.is_:
        case "work_place" if row.place is not None:
            lives = rules.residence(start)
            although = "" if lives in (None, row.place) else f", although the person lives in {lives}"
            return Answer(start, end, row.place, f"the law of the place of work{although}", leaf)
        case "residence":
            state, missing = rules.lives(start)
            return Answer(start, end, state, "the law of the State of residence", leaf, missing)
        case "employer_seat":
            return Answer(start, end, row.seat, "the law of the employer's seat", leaf, _seat(row))
        case "home_affiliation":
            home = [state for state in rules.life.nationalities(start) if rules.binds(state)]
            state = home[0] if home else None
            return Answer(start, end, state, "the law of the State whose national the person is", leaf)
    said = rules.binding.leaf("legislation", "default", rules.at)
    why = said.reason if said is not None and said.reason else "no rule for this work"
    return Answer(start, end, None, f"{rules.binding.id}: {why}", said)


def civil_servant(row: Row, rules: Rules, start: date, end: date) -> Answer:
    """A civil servant is under the law of the State that he or she serves."""
    leaf = rules.leaf("civil_servant")
    return Answer(start, end, row.seat, "a civil servant: the law of the State served", leaf, _seat(row))


def seafarer(row: Row, rules: Rules, start: date, end: date) -> Answer:
    """A seafarer is under the law of the flag, unless somebody seated in the State of residence pays."""
    leaf, otherwise = rules.leaf("seafarer"), rules.leaf("otherwise")
    if row.flag is None:
        return Answer(start, end, None, "a seafarer", leaf, (fact(row, "flag", "the flag of the ship"),))
    lives = rules.residence(start)
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()
    if leaf is not None and leaf.is_ == "flag_unless_paid_at_home" and lives != row.flag:
        if row.seat is None or lives is None:
            missing = rules.lives(start)[1] if lives is None else _seat(row)
            notes = (f"work {row.id}: whether somebody seated where the person lives pays is not told; taken as no (assumed)",)
        elif row.seat == lives and rules.binds(lives):
            why = f"a seafarer under the flag of {row.flag}, paid by an undertaking seated in {lives}, where the person lives"
            return Answer(start, end, lives, why, leaf)
    if not rules.binds(row.flag) and otherwise is not None:
        state, missing = rules.lives(start)
        why = f"a seafarer under the flag of {row.flag}, which is not bound: the law of the State of residence"
        return Answer(start, end, state, why, otherwise, missing)
    return Answer(start, end, row.flag, f"a seafarer: the law of the flag of {row.flag}", leaf, missing, notes)


def mission(row: Row, rules: Rules, start: date, end: date) -> Answer:
    """The staff of a mission is under the law of the State where it is, unless nationals of the State it serves chose that."""
    leaf = rules.leaf("mission")
    if row.agreed is not None and row.agreed == row.seat and row.seat in rules.life.nationalities(start):
        return Answer(start, end, row.seat, f"staff of a mission of {row.seat}, whose law a national of it chose", leaf)
    return Answer(start, end, row.country, "staff of a mission: the law of the place of work", leaf)


def crew(stretch: Stretch, rules: Rules, kind: str) -> Answer:
    """A crew of the air, or of transport across borders: home base, seat, branch, or the State where it mainly works."""
    row, start, end = stretch.rows[0], stretch.start, stretch.end
    leaf = rules.leaf(kind)
    way = None if leaf is None else leaf.is_
    who = kind.replace("_", " ")
    if way == "home_base":
        missing = () if row.base else (fact(row, "base", "the home base"),)
        return Answer(start, end, row.base, f"{who}: the law of the home base", leaf, missing)
    if way == "seat_branch_or_residence":
        lives = rules.residence(start)
        there = [each for each in stretch.rows if each.country is not None and each.country == lives]
        if there and (len(there) == len(stretch.rows) or sum(each.share or 0 for each in there) > MAINLY):
            return Answer(start, end, lives, f"{who} that works wholly or mainly where it lives", leaf)
        if row.base is not None:
            return Answer(start, end, row.base, f"{who} employed by a branch: the law of the State where that is", leaf)
    return Answer(start, end, row.seat, f"{who}: the law of the employer's seat", leaf, _seat(row))


def _seat(row: Row) -> tuple[Missing, ...]:
    return () if row.seat else (fact(row, "employer_seat", "where the employer is seated"),)
