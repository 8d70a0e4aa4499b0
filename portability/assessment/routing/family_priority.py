"""Family benefits by priority: the State with the first ground pays, the others add a difference or refund a share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from portability.assessment.routing.family_rows import BRANCH, ORDER, WORDS, Rows, live_in, told
from portability.assessment.routing.rows import Chapter, Stated, stated, step, turned
from portability.citation import FACT_STANDINGS
from portability.law.dated import Leaf
from portability.number.unknown import unknown
from portability.record import decision as record
from portability.rules.between_states import differential, refunded

TIES = {"activity": "tie_activity", "pension": "tie_pension"}
"""What decides between States whose grounds are the same; of residence, where the children live."""


def by_priority(rows: Rows, chapter: Chapter, payer: Leaf, mine: Mapping[str, str], abroad: list[str]) -> None:
    """The first State by ground pays; the others add what theirs is higher."""
    order = tuple(chapter.says("order") or ORDER)
    mine = {state: ground for state, ground in mine.items() if chapter.binds(state)}
    amounts = {state: stated(rows.asking, state, BRANCH) for state in mine}
    best = min(mine.values(), key=order.index)
    tied = sorted(state for state, ground in mine.items() if ground == best)
    first, leaf, why = _first(rows, chapter, best, tied, amounts, abroad)
    rows.leaves += [payer, leaf, chapter.leaf("order")]
    if first is None:
        rows.notes.append(f"family: which of {' and '.join(tied)} pays first is not known: {why}")
        for state in tied:
            text = f"Whether {state} pays first is not known: {why}."
            made = (step(f"{BRANCH}/insured/{state}/{chapter.binding.id}", "pays_first", text, "unknown", leaf),)
            open_ = Stated(unknown(why), amounts[state].currency, "missing")
            rows.add(state, made, open_, amounts[state], "")
        return
    would = "would pay" if chapter.would else "pays"
    text = f"{first} {would} first: {why}."
    top = step(f"{BRANCH}/insured/{first}/{chapter.binding.id}", "pays_first", text, first, leaf, {"ground": best})
    rows.add(first, (top,), amounts[first], amounts[first], "")
    by_amount = leaf is not None and leaf.is_ == "children_then_highest" and len(tied) > 1
    highest = by_amount and not live_in(tied, abroad)
    for state in (one for one in mine if one != first):
        if highest and state in tied:
            _refund(rows, chapter, first, state, amounts)
        else:
            _difference(rows, chapter, first, state, mine[state], amounts, abroad, top)


def _first(
    rows: Rows, chapter: Chapter, best: str, tied: list[str], amounts: Mapping[str, Stated], abroad: list[str]
) -> tuple[str | None, Leaf | None, str]:
    """The State that pays first, by which leaf, and why."""
    if len(tied) == 1:
        return tied[0], chapter.leaf("order"), f"its right rests on {WORDS[best]}, which goes before the grounds elsewhere"
    where = live_in(tied, abroad)
    leaf = chapter.leaf(TIES.get(best, "order")) or chapter.leaf("order")
    if where:
        return where[0], leaf, f"the rights of {' and '.join(tied)} rest on {WORDS[best]}, and the children live in {where[0]}"
    if best == "activity":
        values = {state: turned(rows.asking, amounts[state], amounts[tied[0]].currency, chapter, state)[0] for state in tied}
        if all(one.known for one in values.values()):
            top = max(tied, key=lambda state: cast(Any, values[state].value))
            why = f"the rights of {' and '.join(tied)} rest on work, the children do not all live in one of them"
            return top, leaf, f"{why}, and its amount is the highest"
        return None, leaf, "the amounts of all of them are not known"
    if best == "pension":
        return None, leaf, "the length of insurance in each decides"
    return None, leaf, "the children live in none of them, or in several"


def _difference(
    rows: Rows,
    chapter: Chapter,
    first: str,
    state: str,
    ground: str,
    amounts: Mapping[str, Stated],
    abroad: list[str],
    top: record.Step,
) -> None:
    leaf, only = chapter.leaf("differential"), chapter.leaf("differential_on_residence")
    own = amounts[state]
    where = f"{BRANCH}/insured/{state}/{chapter.binding.id}"
    if ground == "residence" and only is not None and only.is_ is False and abroad != [state]:
        text = f"{state} adds nothing: its right rests on residence alone, and children live in another State."
        rows.leaves.append(only)
        made = step(where, "no_difference", text, "0", only, parents=(top.id,))
        rows.add(state, (made,), Stated(0, own.currency, own.standing), own, "the right rests on residence alone")
        return
    if leaf is None or leaf.is_ is not True:
        return
    rows.leaves.append(leaf)
    paid, used = turned(rows.asking, amounts[first], own.currency, chapter, state)
    value = differential(own.value, paid.value)
    due = Stated(value, own.currency, max(own.standing, paid.standing, key=FACT_STANDINGS.index))
    rate = "" if used is None else f", at 1 {used.base} = {used.value} {used.quote}"
    day = rows.asking.day
    would = "would add" if chapter.would else "adds"
    text = (
        f"{state} {would} what its benefit ({told(own, day)}) is higher than that of {first} "
        f"({told(amounts[first], day)}{rate}): {told(due, day)}."
    )
    given = {"own": told(own, day), "paid": told(amounts[first], day)}
    made = step(where, "differential", text, told(due, day), leaf, given, (top.id,), None if not due.known else str(due.value))
    rows.add(state, (made,), due, own, f"suspended up to what {first} pays")


def _refund(rows: Rows, chapter: Chapter, first: str, state: str, amounts: Mapping[str, Stated]) -> None:
    """Of equal grounds without the children's State the highest pays, and the others refund a share of it."""
    leaf = chapter.leaf("refund_share")
    if leaf is None:
        return
    own, day = amounts[state], rows.asking.day
    high = turned(rows.asking, amounts[first], own.currency, chapter, state)[0]
    value = refunded(high.value, chapter.share("refund_share"), own.value)
    back = Stated(value, own.currency, own.standing)
    would = "would refund" if chapter.would else "refunds"
    text = f"{state} {would} {first} {leaf.is_} of what it pays, at most its own benefit: {told(back, day)}."
    rows.leaves.append(leaf)
    made = step(f"{BRANCH}/insured/{state}/{chapter.binding.id}", "refunded", text, told(back, day), leaf)
    rows.add(state, (made,), Stated(0, own.currency, own.standing), own, f"{first} pays the whole")
    rows.findings.append(
        record.Finding(
            kind="maintenance",
            about=f"{BRANCH}/insured/{state}",
            country=state,
            text=f"between institutions: {text.rstrip('.')}",
            force=cast(Any, chapter.binding.force),
            cites=str(leaf.cites),
        )
    )
