"""Posting: for how long, and on what terms, the law of the sending State goes on to apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from portability.assessment.at_once import OF_WORK, span
from portability.assessment.legislation.rows import ONE_DAY, Row
from portability.assessment.legislation.rules import Answer, Missing, Rules, fact
from portability.law.dated import Leaf
from portability.periods.dates import add_months

Refused = tuple[str, Leaf]  # why this is no posting, and where that is written


def posted(row: Row, rules: Rules, others: Sequence[Row]) -> tuple[Answer, ...]:
    """The law that applies to somebody posted, from the first day of the work to its last."""
    sender, host = str(row.posted_from), str(row.country)
    length = rules.leaf("length", "posting") if rules.binding.operates("posting") else None
    if length is None or (row.occupation == "self_employed" and rules.says("self_employed", "posting") is not True):
        who = "the self-employed" if length is not None else "anybody"
        why = f"it does not let {who} who is posted stay under another law: the law of the place of work"
        return (Answer(row.start, row.end, host, why, rules.leaf("default")),)
    limit = add_months(row.start, rules.months("length") or 0, "earlier") - ONE_DAY
    expected, missing, notes = _expected(row, rules)
    if expected is None:
        return (Answer(row.start, row.end, None, "posted", length, missing),)
    more = _replacing(row, rules)
    missing, notes = (*missing, *more[0]), (*notes, *more[1])
    for refused in _refusals(row, rules, expected, limit, others):
        return _not_posted(row, rules, refused, expected, limit)
    short = _too_short_before(row, rules)
    if short is not None:
        prior = rules.leaf("prior_affiliation", "posting")
        assert prior is not None
        if prior.get("shorter") == "to_examine":
            why = f"posted from {sender}, {short}: the institutions examine it"
            return (Answer(row.start, row.end, None, why, prior, (*missing, fact(row, "posted_from", short)), notes),)
        return _not_posted(row, rules, (short, prior), expected, limit)
    until = "" if expected == date.max else f", expected to last until {expected}"
    why = f"posted from {sender} to {host}{until}, no longer than {length.is_}"
    kept = Answer(row.start, min(row.end, limit), sender, why, length, missing, notes)
    return (kept,) if row.end <= limit else (kept, *_overrun(row, rules, limit))


def _expected(row: Row, rules: Rules) -> tuple[date | None, tuple[Missing, ...], tuple[str, ...]]:
    """Until when the work was expected to last; where only its end is told, it is taken as it turned out."""
    if rules.says("measured", "posting") == "elapsed":
        return row.start, (), ()
    if row.planned_to is not None:
        return row.planned_to, (), ()
    what = fact(row, "planned_to", "until when the posting was expected to last")
    if row.end == date.max:
        return None, (what,), ()
    note = f"work {row.id}: how long the posting was expected to last is not told; taken as it turned out (assumed)"
    return row.end, (), (note,)


def _replacing(row: Row, rules: Rules) -> tuple[tuple[Missing, ...], tuple[str, ...]]:
    if row.replaces is not None or rules.says("replacement_ban", "posting") is not True:
        return (), ()
    note = f"work {row.id}: whether it takes the place of another posted person is not told; taken as no (assumed)"
    return (fact(row, "replaces", "whether it takes the place of another posted person"),), (note,)


def _refusals(
    row: Row, rules: Rules, expected: date, limit: date, others: Sequence[Row]
) -> Iterator[Refused]:
    """Each term of a posting that is not met."""
    ban, length, gap = (rules.leaf(key, "posting") for key in ("replacement_ban", "length", "gap"))
    if row.replaces and ban is not None and ban.is_ is True:
        yield f"sent from {row.posted_from} to take the place of another posted person", ban
    if expected > limit and length is not None:
        yield f"posted from {row.posted_from}, expected to last until {expected}, longer than {length.is_}", length
    if gap is None:
        return
    for other in others:
        alike = (other.posted_from, other.country) == (row.posted_from, row.country) and other.end < row.start
        free = rules.after(other.end, "gap") if alike else None
        if free is not None and row.start <= free:
            yield f"posted again from {row.posted_from}, {gap.is_} not having gone by since {other.end}", gap


def _too_short_before(row: Row, rules: Rules) -> str | None:
    """How the time under the law of the sending State falls short of what must go before; None where it does not."""
    months = rules.months("prior_affiliation")
    if months is None:
        return None
    wanted, day = add_months(row.start, -months, "earlier"), row.start
    periods = [each for each in rules.life.periods if each.country == row.posted_from and each.kind in (*OF_WORK, "residence")]
    for start, end in sorted((span(each) for each in periods if each.start is not None), reverse=True):
        if start < day <= end + ONE_DAY:
            day = start
    if day <= wanted:
        return None
    length = rules.says("prior_affiliation", "posting")
    return f"less than {length} under the law of {row.posted_from} is told for the time just before"


def _not_posted(
    row: Row, rules: Rules, refused: Refused, expected: date, limit: date
) -> tuple[Answer, ...]:
    """Without a posting the law of the place of work applies, from the first day, unless the authorities agree otherwise."""
    why, leaf = refused
    extension, agreed = rules.leaf("extension", "posting"), rules.leaf("by_agreement")
    if row.agreed == row.posted_from and extension is not None and leaf.path.endswith(".length"):
        longer = add_months(limit + ONE_DAY, rules.months("extension") or 0, "earlier") - timedelta(days=1)
        if expected <= longer:
            why = f"posted from {row.posted_from}, extended by consent until {expected}"
            return (Answer(row.start, row.end, row.agreed, why, extension),)
    if row.agreed is not None and agreed is not None and agreed.is_ is True:
        return (Answer(row.start, row.end, row.agreed, f"{why}; but the authorities agreed on this law", agreed),)
    return (Answer(row.start, row.end, row.country, f"{why}: the law of the place of work", leaf),)


def _overrun(row: Row, rules: Rules, limit: date) -> tuple[Answer, ...]:
    """What follows the most time of a posting that lasts longer than anybody expected."""
    sender, after = str(row.posted_from), limit + ONE_DAY
    consent = row.agreed == sender
    leaf, agreed = rules.leaf("overrun", "posting"), rules.leaf("by_agreement")
    length = rules.leaf("length", "posting")
    way = None if leaf is None else leaf.is_
    rest = Answer(after, row.end, row.country, f"posted from {sender} for longer than {length.is_ if length else ''}", length)
    rest = replace(rest, why=f"{rest.why}: from then on the law of the place of work")
    if row.agreed is None and (way is not None or agreed is not None):
        rest = replace(rest, missing=(fact(row, "agreed", f"whether the law of {sender} was agreed on for longer"),))
        rest = replace(rest, notes=(f"work {row.id}: no agreement on the time after {limit} is told; taken as none (assumed)",))
    if not consent:
        return (rest,)
    if way == "until_done":
        return (Answer(after, row.end, sender, f"posted from {sender}, going on by consent until the work is done", leaf),)
    extension = rules.leaf("extension", "posting")
    if way == "extension" and extension is not None:
        last = add_months(after, rules.months("extension") or 0, "earlier") - ONE_DAY
        why = f"posted from {sender}, extended by consent for no longer than {extension.is_}"
        longer = Answer(after, min(row.end, last), sender, why, extension)
        return (longer,) if row.end <= last else (longer, replace(rest, start=last + ONE_DAY, leaf=extension))
    if agreed is not None and agreed.is_ is True:
        return (Answer(after, row.end, sender, "the authorities agreed that this law goes on to apply", agreed),)
    return (rest,)
