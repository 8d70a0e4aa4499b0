"""Small drawn careers, and the overlap rules written once more day by day, without any sweep."""

from collections import defaultdict
from datetime import date, timedelta

from hypothesis import strategies as st

from portability.periods.lengths import Length
from portability.periods.overlap import KINDS, OverlapRules, Spell
from portability.periods.ranks import RULES, WORDS
from portability.periods.spans import Span

FIRST = date(2019, 12, 25)


def span(start: int, length: int) -> Span:
    """The days from a number on, counted from a day near the end of a year and a leap February."""
    return Span(FIRST + timedelta(start), FIRST + timedelta(start + length - 1))


def year(number: int) -> Span:
    return Span(date(number, 1, 1), date(number, 12, 31))


def years(first: int, last: int) -> Span:
    return Span(date(first, 1, 1), date(last, 12, 31))


def insured(name: str, state: str, when: Span | None, kind: str = "insurance", **more: object) -> Spell:
    """A spell in the only scheme of a State."""
    return Spell(name, state, "s", kind, when, **more)


@st.composite
def spells(draw, states=("XA", "XB", "XC"), schemes=("s",), kinds=KINDS, certified=False, most=8, reach=60):
    """Careers of overlapping spells in a stretch so short that most of them meet."""
    career = []
    for number in range(draw(st.integers(0, most))):
        dated = span(draw(st.integers(0, reach)), draw(st.integers(1, reach // 2)))
        length = None
        if certified and draw(st.booleans()):
            length = (Length("months", draw(st.integers(0, 4))),)
            if draw(st.booleans()):
                dated = None
        state, scheme = draw(st.sampled_from(states)), draw(st.sampled_from(schemes))
        kind, grade = draw(st.sampled_from(kinds)), draw(st.sampled_from((None, None, 1, 2, 3)))
        career.append(Spell(f"p{number}", state, scheme, kind, dated, length, grade=grade))
    return career


@st.composite
def rules(draw, **fixed):
    """Any overlap chapter; rules in any order, some left out."""
    told = {key: draw(st.sampled_from(words)) for key, words in WORDS.items()}
    chosen = draw(st.lists(st.sampled_from(RULES), unique=True))
    return OverlapRules(**{"rules": tuple(chosen), **told, **fixed})


def days_of(spell: Spell) -> set[int]:
    assert spell.span is not None
    return set(range(spell.span.start.toordinal(), spell.span.end.toordinal() + 1))


def kept_by_state(career: list[Spell], chapter: OverlapRules) -> dict[tuple[str, str], set[int]]:
    """The days each (State, kind of rank) keeps, decided for one day after another."""
    claimed: dict[tuple[str, str], set[int]] = defaultdict(set)
    for spell in career:
        rank = spell.kind if spell.kind in ("residence", "voluntary", "assimilated") else "compulsory"
        claimed[spell.country, rank] |= days_of(spell)
    subject: dict[str, set[int]] = defaultdict(set)
    for (state, rank), days in claimed.items():
        if rank == "compulsory" or (rank == "residence" and chapter.residence_rank == "as_compulsory"):
            subject[state] |= days
    kept: dict[tuple[str, str], set[int]] = {slot: set() for slot in claimed}
    for day in sorted(set().union(*claimed.values())) if claimed else ():
        here = [slot for slot, days in claimed.items() if day in days]
        left = [slot for slot in here if not any(beats(other, slot, chapter) for other in here)]
        credited = [state for state, rank in left if rank == "assimilated"]
        if len(credited) > 1 and "assimilated_last_prior_then_first_later" in chapter.rules:
            keepers = credit_keepers(day, credited, claimed, subject, chapter)
            left = [slot for slot in left if slot[1] != "assimilated" or slot[0] in keepers]
        for slot in left:
            kept[slot].add(day)
    if chapter.same_rank == "count_once":
        yield_to_first(kept)
    elif chapter.same_rank == "by_grade":
        yield_to_grade(career, kept)
    return kept


def beats(winner: tuple[str, str], loser: tuple[str, str], chapter: OverlapRules) -> bool:
    """Whether one claim displaces another on the same day."""
    if winner[0] == loser[0]:
        return False
    match winner[1], loser[1]:
        case ("compulsory", "residence"):
            return chapter.residence_rank == "below"
        case ("compulsory" | "residence", "voluntary"):
            return "compulsory_over_voluntary" in chapter.rules
        case ("compulsory" | "residence", "assimilated"):
            return "real_over_assimilated" in chapter.rules
        case ("voluntary", "assimilated"):
            return "real_over_assimilated" in chapter.rules and chapter.voluntary_over_assimilated == "stays"
    return False


def credit_keepers(day, credited, claimed, subject, chapter):
    """The States that keep a day credited by several."""
    before = after = day
    if chapter.before == "credited_spell":
        ends = [run_around(day, claimed[state, "assimilated"]) for state in credited]
        before, after = min(first for first, _ in ends), max(last for _, last in ends)
    asked = credited if chapter.assimilated_among == "crediting_states" else list(subject)
    last = {state: max((d for d in subject[state] if d < before), default=None) for state in asked}
    first = {state: min((d for d in subject[state] if d > after), default=None) for state in asked}
    for found, best in ((last, max), (first, min)):
        days = [d for d in found.values() if d is not None]
        if days:
            return [state for state, d in found.items() if d == best(days)]
    return credited if chapter.never_insured == "both" else []


def run_around(day: int, days: set[int]) -> tuple[int, int]:
    first = last = day
    while first - 1 in days:
        first -= 1
    while last + 1 in days:
        last += 1
    return first, last


def yield_to_grade(career: list[Spell], kept: dict[tuple[str, str], set[int]]) -> None:
    """Leave each day to the State of the lowest grade; of equal ones, to the one whose time of that grade began first."""
    keeper: dict[int, str] = {}
    for grade in (1, 2, 3, None):
        of_state: dict[str, set[int]] = defaultdict(set)
        for spell in career:
            if spell.grade == grade:
                rank = spell.kind if spell.kind in ("residence", "voluntary", "assimilated") else "compulsory"
                of_state[spell.country] |= (days_of(spell) & kept[spell.country, rank]) - keeper.keys()
        for day in set().union(*of_state.values()) if of_state else ():
            claiming = [state for state, days in of_state.items() if day in days]
            keeper[day] = min(claiming, key=lambda state: (run_around(day, of_state[state])[0], state))
    for (state, _), days in kept.items():
        days -= {day for day in days if keeper[day] != state}


def yield_to_first(kept: dict[tuple[str, str], set[int]]) -> None:
    """Leave each day to the State whose unbroken kept time began first."""
    of_state: dict[str, set[int]] = defaultdict(set)
    for (state, _), days in kept.items():
        of_state[state] |= days
    for day in set().union(*of_state.values()) if of_state else ():
        claiming = [state for state, days in of_state.items() if day in days]
        keeper = min(claiming, key=lambda state: (run_around(day, of_state[state])[0], state))
        for (state, _), days in kept.items():
            if state != keeper:
                days.discard(day)
