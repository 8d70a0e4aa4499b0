"""Which State's law applies to the work of a life, and what of the insurance declared contradicts it: said, never mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from portability.assessment.at_once import OF_WORK, span
from portability.assessment.legislation import said
from portability.assessment.legislation.posted import posted
from portability.assessment.legislation.rows import ONE_DAY, Row, Stretch, rows_of, stretches
from portability.assessment.legislation.rules import Answer, Asked, Rules
from portability.assessment.legislation.several import several
from portability.assessment.legislation.single import crew, single
from portability.assessment.names import assumptions
from portability.assessment.part import Asking, Part
from portability.case.tables import Period
from portability.record import decision as record

MOST = 300
"""So many changes of work are looked at: a life has fewer, and a file of thousands would not end."""


@dataclass(slots=True)
class Found:
    """What is found of the work of a life: a part of the decision, and of each period the law that applies on its first day.

    `over_time`: the same for all of its days that are answered, with the first and the last on which a law applies.
    """

    part: Part = field(default_factory=Part)
    periods: dict[str, record.Legislation] = field(default_factory=dict)
    over_time: dict[str, list[tuple[date, date, record.Legislation]]] = field(default_factory=dict)


def laws_of_work(asking: Asking) -> Found:
    """Which law applies to the work of the insured person, period by period."""
    life = asking.career("old_age")
    asked = Asked(asking.shelf, life, asking.chosen, tuple(assumptions(asking.case)))
    rows = rows_of(asking.case)
    dated = [row for row in asking.case.period if row.person == "insured" and row.kind in OF_WORK and row.start and row.end]
    declared = sorted(dated, key=lambda row: (*span(row), row.id))  # the order of entries says nothing
    cut = list(islice(stretches(rows), MOST + 1))
    found = Found()
    if len(cut) > MOST:
        text = f"legislation: more than {MOST} changes of work; which law applies to them was not looked at"
        return Found(Part(not_modelled=(text,)))
    for answer, rules, stretch in _joined(_pieces(cut, rows, asked, declared)):
        _tell(found, answer, rules, stretch, declared)
    found.part += said.by_choice(asking.case, asked)
    return found


def law_on(asking: Asking, day: date) -> tuple[Answer, Rules] | None:
    """The law that applies to the work told for one day, and the instrument that says so; None where none does."""
    rows = rows_of(asking.case)
    there = tuple(row for row in rows if row.start <= day <= row.end)
    if not there:
        return None
    asked = Asked(asking.shelf, asking.career("old_age"), asking.chosen, tuple(assumptions(asking.case)))
    declared = [row for row in asking.case.period if row.person == "insured" and row.kind in OF_WORK and row.start and row.end]
    pieces = _pieces([Stretch(day, day, there)], rows, asked, declared)
    return next(((answer, rules) for answer, rules, _ in pieces if answer is not None and rules is not None), None)


Piece = tuple[Answer | None, Rules | None, Stretch]


def _pieces(cut: Sequence[Stretch], rows: Sequence[Row], asked: Asked, declared: Sequence[Period]) -> Iterator[Piece]:
    """Every stretch, cut where instruments begin or end to bind, with its answers; None where no instrument answers."""
    for whole in cut:
        if not all(row.told for row in whole.rows) and len(whole.places) < 2:
            continue
        named = whole.states | {row.country for row in declared if _meets(row, whole)}
        lives = asked.life.residence_of("insured", whole.start)
        states = named | ({lives.country} if lives is not None else set())
        if len(states) < 2:
            continue
        days = [day for day in asked.changes(states) if whole.start < day <= whole.end]
        for start, following in zip([whole.start, *days], [*days, None], strict=True):
            stretch = replace(whole, start=start, end=whole.end if following is None else following - ONE_DAY)
            rules = asked.rules(states, _bound(stretch), start)
            if rules is None:
                if len(named) > 1:
                    yield None, None, stretch
                continue
            notes = asked.unsure(rules, rules.binding.states & states)
            for answer in _answers(stretch, rows, rules):
                yield replace(answer, notes=(*answer.notes, *notes)), rules, stretch


def _bound(stretch: Stretch) -> set[str]:
    """The States that must be bound for an instrument to answer: where the work is done, and where the posted come from.

    Of a crew or a ship it is enough that some of the States named are bound.
    """
    on_land = [row for row in stretch.rows if row.occupation not in ("seafarer", "aircrew", "transport_crew")]
    return {state for row in on_land for state in (row.country, row.posted_from) if state is not None}


def _answers(stretch: Stretch, rows: Sequence[Row], rules: Rules) -> Iterator[Answer]:
    row = stretch.rows[0]
    kinds = {each.occupation for each in stretch.rows}
    if len(kinds) == 1 and row.occupation in ("aircrew", "transport_crew") and rules.leaf(row.occupation) is not None:
        yield crew(stretch, rules, row.occupation)
    elif len(stretch.places) > 1:
        yield several(stretch, rules)
    elif any(each.posted_from for each in stretch.rows):
        sent = next(each for each in stretch.rows if each.posted_from)
        for answer in posted(sent, rules, [each for each in rows if each is not sent]):
            if answer.start <= stretch.end and stretch.start <= answer.end:
                yield replace(answer, start=max(answer.start, stretch.start), end=min(answer.end, stretch.end))
    else:
        yield single(row, rules, stretch.start, stretch.end)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Pieces that follow each other with the same answer, as one."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and _same(last, piece):
            last = _longer(last, piece)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _same(one: Piece, other: Piece) -> bool:
    (first, _, before), (second, _, after) = one, other
    ends, begins = (before.end, after.start) if first is None or second is None else (first.end, second.start)
    if ends == date.max or ends + ONE_DAY != begins:
        return False
    if first is None or second is None:
        return first is second and before.places == after.places
    return (first.state, first.why, first.leaf) == (second.state, second.why, second.leaf)


def _longer(one: Piece, other: Piece) -> Piece:
    (answer, rules, stretch), (more, _, after) = one, other
    rows = tuple(dict.fromkeys((*stretch.rows, *after.rows)))
    if answer is not None and more is not None:
        missing, notes = (*answer.missing, *more.missing), (*answer.notes, *more.notes)
        answer = replace(answer, end=more.end, missing=tuple(dict.fromkeys(missing)), notes=tuple(dict.fromkeys(notes)))
    return answer, rules, Stretch(stretch.start, after.end, rows)


def _tell(
    found: Found, answer: Answer | None, rules: Rules | None, stretch: Stretch, declared: Sequence[Period]
) -> None:
    """What is said of one answer, to each period that was declared for some of its days."""
    start, end = (stretch.start, stretch.end) if answer is None else (answer.start, answer.end)
    about = [row for row in declared if _meets(row, Stretch(start, end, stretch.rows))]
    if answer is None or rules is None:
        found.part += said.no_instrument(stretch, about)
        return
    for row in about:
        if answer.state is not None and answer.leaf is not None:
            law, (first, last) = record.Legislation(state=answer.state, cites=str(answer.leaf.cites)), span(row)
            found.over_time.setdefault(row.id, []).append((max(start, first), min(end, last), law))
            if start <= first <= end:
                found.periods[row.id] = law
    found.part += said.answered(answer, rules, stretch, about)


def _meets(row: Period, stretch: Stretch) -> bool:
    start, end = span(row)
    return start <= stretch.end and stretch.start <= end
