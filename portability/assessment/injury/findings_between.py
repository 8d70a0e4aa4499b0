"""What is found of an injury between States: which instrument says who pays, in which order States were asked, who refunds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, cast

from portability.assessment.injury.between_facts import exposure_in
from portability.assessment.injury.inquiry import KINDS, Inquiries, came_of
from portability.assessment.injury.link import Link
from portability.assessment.part import Asking
from portability.assessment.told import money
from portability.case.tables import Event
from portability.document.leaf import earliest
from portability.law.dated import Leaf
from portability.record import decision as record
from portability.record.phrases import amount
from portability.record.step import Told

BACKWARDS = "the file goes to the last State of exposure, and from each whose conditions are not met to the one before"


def findings_between(
    asking: Asking, event: Event, found: Inquiries, rights: Mapping[str, Told], benefits: Sequence[record.Benefit]
) -> Iterator[record.Finding]:
    """All findings on one injury that are of no single State."""
    if not found.each:
        return
    link, asked = found.link, found.each[0].asked
    if asked.named:
        text = f"under the law of {asked.states[0]}, which applies to the work of that day ({asked.why}), injury {event.id} falls"
        yield _finding(event, asked.states[0], text, asked.cites, asked.force)
    if event.kind == "accident" and asked.only_one and len(asked.states) == 1:
        yield from _accident(event, asked.states[0], link)
    if link is None:
        return
    if any(one.passed_on or one.shared for one in found.each):
        yield from _disease(asking, event, found, link, rights, benefits)
    yield from _later(asking, event, found, link)


def _accident(event: Event, state: str, link: Link | None) -> Iterator[record.Finding]:
    """One State pays, wherever it happened; without an instrument its law says how far abroad it reaches."""
    rule = None if link is None or state not in link.states else link.leaf("competent")
    if link is not None and rule is not None:
        text = f"{link.binding.id}: {state}, under whose law the work was, pays for injury {event.id} alone; nothing is shared"
        yield _finding(event, state, text, rule.cites, link.binding.force)
    if event.country in (None, state):
        return
    travel = None if link is None or event.country not in link.states else link.leaf("travel")
    if link is not None and event.on_the_way is True and travel is not None:
        text = f"it happened on the way, in {event.country}: it counts as if it had happened in {state}"
        yield _finding(event, state, text, travel.cites, link.binding.force)
    elif rule is None:
        reaches = f"whether the law of {state} reaches accidents there is not settled by any instrument"
        yield _finding(event, state, f"it happened in {event.country}; {reaches}")


def _disease(
    asking: Asking, event: Event, found: Inquiries, link: Link, rights: Mapping[str, Told], benefits: Sequence[record.Benefit]
) -> Iterator[record.Finding]:
    worsened = came_of(asking, event) is not None
    leaf = link.leaf("aggravation" if worsened else "disease")
    if leaf is None:
        return
    states = [one.state for one in found.each if one.passed_on or one.shared]
    payer = next((state for state in states if rights[state].value is not False), None)
    sure = payer is not None and rights[payer].value is True
    if leaf.get("divided") == "benefit":
        text = f"each State of exposure ({', '.join(states)}) pays its share of what its own law gives"
    else:
        word = "nobody" if payer is None else payer if sure else f"it is not settled that {payer}"
        what = "the worsening, by the difference it makes by its own law" if worsened else "the whole"
        order = "a State of exposure since is asked first" if worsened else BACKWARDS
        text = f"{order} ({', then '.join(states)}): {word} pays {what}"
    yield _finding(event, payer or states[0], f"{link.binding.id}: {text}", leaf.cites, link.binding.force)
    if leaf.get("divided") == "cost" and payer is not None:
        yield from _refunds(asking, event, link, leaf, payer, benefits)


def _refunds(
    asking: Asking, event: Event, link: Link, leaf: Leaf, payer: str, benefits: Sequence[record.Benefit]
) -> Iterator[record.Finding]:
    """What each other State of exposure bears of the benefits of the one that pays."""
    days = {state: exposure_in(event, {state}, asking.day) for state in sorted(link.states)}
    all_ = sum(days.values())
    paid = [one for one in benefits if one.country == payer and one.status == "entitled"]
    for state, own in days.items():
        if state == payer or not own or not all_:
            continue
        share = Fraction(own, all_)
        told = [
            f"{amount(money(Fraction(each.money.amount) * share, str(each.money.currency), asking.day))} of {amount(each.money)}"
            for one in paid
            for each in one.payments
            if each.money.amount is not None
        ]
        parts = f": {'; '.join(told)}" if told else ""
        text = f"{state} refunds {payer} {own} of {all_} days of exposure of the cost of {event.id}{parts}"
        yield record.Finding(
            kind="refund_inquiry", about=event.id, country=state, text=text, force=cast(Any, link.binding.force),
            cites=str(leaf.cites),
        )  # fmt: skip


def _later(asking: Asking, event: Event, found: Inquiries, link: Link) -> Iterator[record.Finding]:
    """Later injuries count for the degree only where nothing else is paid for them: that is looked at by the institution."""
    rule = link.leaf("later_injuries")
    if rule is None or rule.is_ is not True:
        return
    elsewhere = link.states - {one.state for one in found.each}
    for one in asking.case.event:
        new = one.kind in KINDS and one.because is None and one.person == "insured"
        if new and one.country in elsewhere and earliest(event.date) < earliest(one.date) <= asking.day:
            where = f"the later injury {one.id} in {one.country} counts for the degree of {event.id}"
            text = f"{where} where nothing is paid for either: to be examined"
            yield _finding(event, found.each[0].state, text, rule.cites, link.binding.force)


def _finding(event: Event, state: str, text: str, cites: Any = None, force: str = "binding") -> record.Finding:
    cited = None if cites is None else str(cites)
    return record.Finding(kind="legislation", about=event.id, country=state, text=text, force=cast(Any, force), cites=cited)
