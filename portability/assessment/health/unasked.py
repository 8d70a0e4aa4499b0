"""What a law on sickness, maternity or care says and a decision does not ask: told beside the rows it might change."""

from __future__ import annotations

from collections.abc import Iterator

from portability.assessment.figures import Reader

NOT_ASKED = {
    "births": ("interval", "not again within {} after the last paid birth: which was paid is not known, and it is not tested"),
    "duration": ("within", "the longest time is counted within {}: what was drawn before is not known or taken off"),
    "notice": ("is", "notice ({}) is not tested"),
    "copayment": ("is", "what the person bears ({}) is told and not reckoned"),
    "free_for": ("is", "care without any payment for {}: told and not reckoned"),
}
IN_A_YEAR = "the longest time is that of a year: what was drawn before in it is not known or taken off"


def unasked(reader: Reader, where: str) -> Iterator[str]:
    """Each thing that the law says of a benefit and the decision leaves aside, with its article.

    >>> from datetime import date
    >>> law = {"source": "xa-act", "notice": {"is": "a week before", "cites": "s. 24", "standing": "official"}}
    >>> list(unasked(Reader(law, "xa.xa-health.maternity", date(2026, 1, 1), None), "XA.xa-health"))
    ['XA.xa-health: notice (a week before) is not tested (xa-act, s. 24)']
    """
    for key, (part, text) in NOT_ASKED.items():
        leaf = reader.peek(key)
        if leaf is None or leaf.raw.get(part) is None:
            said = None
        else:
            value = leaf.raw[part]
            said = text.format(", ".join(value) if isinstance(value, list) else value)
        if leaf is not None and key == "duration" and leaf.raw.get("of") == "year":
            said = IN_A_YEAR
        if leaf is not None and said is not None:
            yield f"{where}: {said} ({leaf.cites})"


NOT_IN_STEPS = ("insured_at_event", "counts", "leave", "waiting", "duration", "daily")


def doubtful(reader: Reader) -> Iterator[str]:
    """Of what decides days and units, and so stands behind no step of its own: what is remembered, or a reading taken.

    >>> from datetime import date
    >>> law = {"source": "xa-act", "waiting": {"is": "3 days", "cites": "s. 13", "standing": "unconfirmed"}}
    >>> list(doubtful(Reader(law, "xa.xa-health.sickness", date(2026, 1, 1), None)))
    ['xa.xa-health.sickness.waiting: unconfirmed (xa-act, s. 13)']
    """
    for key in NOT_IN_STEPS:
        leaf = reader.peek(key)
        if leaf is None or not leaf.is_told or leaf.standing not in ("unconfirmed", "assumed"):
            continue
        if "other_reading" in leaf.raw:
            yield f"{leaf.path}: taken as {leaf.raw['reading']}; the other reading: {leaf.raw['other_reading']}"
        else:
            yield f"{leaf.path}: {leaf.standing} ({leaf.cites})"
