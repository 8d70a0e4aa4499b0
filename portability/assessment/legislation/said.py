"""The words of the decision on which law applies: findings, what was taken, which facts are missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from portability.assessment.at_once import OF_WORK, overlapping, span
from portability.assessment.legislation.rows import Stretch
from portability.assessment.legislation.rules import Answer, Asked, Rules
from portability.assessment.part import Part
from portability.case.model import Case
from portability.case.tables import Period
from portability.record import decision as record


def answered(answer: Answer, rules: Rules, stretch: Stretch, about: Sequence[Period]) -> Part:
    """An answer, as a finding for each period declared for its time, or for the work where none is."""
    applies = "applies" if rules.binding.force == "binding" else "would apply"
    findings = []
    if answer.state is None:
        text = f"which law {applies} {_time(answer.start, answer.end)} is not known: {_open(answer)}{_one_law(rules, about)}"
        findings = [_finding(_named(stretch, about), text, answer, rules)]
    else:
        applies = f"the law of {answer.state} {applies}"
        for row in about or (None,):
            if row is None:
                text = f"{applies} {_time(answer.start, answer.end)}: {answer.why}"
            else:
                start, end = span(row)
                time = _time(max(start, answer.start), min(end, answer.end))
                text = f"{applies} {time}: {answer.why}"
                if row.country != answer.state:
                    text = f"declared under {row.country} {time}, but by {rules.binding.id} {text}"
            findings.append(_finding(row.id if row else stretch.rows[0].id, text, answer, rules))
    return Part(
        findings=tuple(findings),
        not_certain=(*answer.notes, *_law_not_sure(answer, rules)),
        missing_facts=tuple(
            record.MissingFact(path=path, would_decide=f"which law applies {_time(answer.start, answer.end)}: {what}")
            for path, what in answer.missing
        ),
    )


def _one_law(rules: Rules, about: Sequence[Period]) -> str:
    """What is certain of insurance declared in several States at once: that one of them is too much."""
    leaf = rules.leaf("one_at_a_time")
    several = len({row.country for row in about}) > 1
    return f"; but one law at a time ({leaf.cites})" if several and leaf is not None and leaf.is_ is True else ""


def _open(answer: Answer) -> str:
    """What is not known, in one sentence."""
    untold = "; ".join(f"{what} is not told" for _, what in answer.missing if what not in answer.why)
    return f"{answer.why} ({untold})" if untold else answer.why


def no_instrument(stretch: Stretch, about: Sequence[Period]) -> Part:
    """Nothing between the States: each law is asked by itself, and two may both apply, or neither."""
    sent = [row for row in stretch.rows if row.posted_from]
    places = sorted(stretch.places)
    states = sorted(stretch.places | {str(row.posted_from) for row in sent} | {row.country for row in about})
    if sent:
        what = f"posted from {sent[0].posted_from} to {sent[0].country}"
    elif len(places) > 1:
        what = f"work in {' and '.join(places)} at once"
    elif len(states) > 1:
        under = sorted({row.country for row in about})
        what = f"work done in {' and '.join(places) or 'no State'}, declared under {' and '.join(under)}"
    else:
        return Part()
    text = (
        f"{what} {_time(stretch.start, stretch.end)}: no instrument that is known says which of the laws of "
        f"{' and '.join(states)} applies; the law of each State decides by itself, so that both may apply, or neither"
    )
    finding = record.Finding(kind="legislation", about=_named(stretch, about), text=text, force="binding")
    return Part(findings=(finding,))


def by_choice(case: Case, asked: Asked) -> Part:
    """Insurance by choice in one State beside compulsory insurance in another: what the instrument allows."""
    part = Part()
    done: set[str] = set()
    for pair in overlapping(case):
        chosen, work = sorted(pair, key=lambda row: row.kind in OF_WORK)
        if chosen.kind != "voluntary" or chosen.id in done:
            continue
        start, end = max(span(chosen)[0], span(work)[0]), min(span(chosen)[1], span(work)[1])
        rules = asked.rules((chosen.country, work.country), (chosen.country, work.country), start)
        leaf = None if rules is None else rules.leaf("voluntary")
        if rules is None or leaf is None:
            continue
        done.add(chosen.id)
        is_ = "is" if rules.binding.force == "binding" else "would be"
        beside = f"{_time(start, end)}, beside compulsory insurance in {work.country}"
        text = f"insurance by choice in {chosen.country} {beside}: by {rules.binding.id} it {is_} excluded"
        if leaf.is_ == "excluded_but_for_pensions":
            text += f", but for pensions, where the law of {chosen.country} allows both"
            if leaf.get("after_work") and not _worked(case, chosen.country, end):
                text += " and the person once worked under it, which is not told"
        answer = Answer(start, end, work.country, "", leaf)
        part += Part(findings=(_finding(chosen.id, text, answer, rules),), not_certain=_law_not_sure(answer, rules))
    return part


def _worked(case: Case, country: str, until: date) -> bool:
    periods = [row for row in case.period if row.person == "insured" and row.country == country and row.kind in OF_WORK]
    return any(span(row)[0] <= until for row in periods)


def _law_not_sure(answer: Answer, rules: Rules) -> tuple[str, ...]:
    """How sure the law is, where it is less than seen or read."""
    leaf = answer.leaf
    if leaf is None:
        return ()
    found = []
    if rules.binding.law.get("notice"):
        found.append(str(rules.binding.law["notice"]))
    if "other_reading" in leaf.raw:
        found.append(f"{leaf.path}: taken as {leaf.raw['reading']}; the other reading: {leaf.raw['other_reading']}")
    elif leaf.standing in ("unconfirmed", "assumed"):
        found.append(f"{leaf.path}: {leaf.standing} ({leaf.cites})")
    return tuple(found)


def _finding(about: str, text: str, answer: Answer, rules: Rules) -> record.Finding:
    return record.Finding(
        kind="legislation",
        about=about,
        country=answer.state,
        text=text,
        force=cast(Any, rules.binding.force),
        cites=None if answer.leaf is None else str(answer.leaf.cites),
    )


def _named(stretch: Stretch, about: Sequence[Period]) -> str:
    return about[0].id if about else stretch.rows[0].id


def _time(start: date, end: date) -> str:
    return f"from {start} on" if end == date.max else f"from {start} to {end}"
