"""Family benefits of several States: which pays first, what another adds or refunds."""

from __future__ import annotations

from collections.abc import Mapping

from portability.assessment.part import Asking, Part
from portability.assessment.routing.family_priority import by_priority
from portability.assessment.routing.family_rows import BRANCH, ORDER, WORDS, Rows, told
from portability.assessment.routing.grounds import children, grounds, lives
from portability.assessment.routing.rows import Chapter, Stated, chapter_of, stated, step, turned
from portability.citation import FACT_STANDINGS
from portability.law.dated import Leaf
from portability.record import decision as record
from portability.rules.between_states import limited_to

NOBODY = (
    "family: on this day nobody is known to work in a State or to draw a pension from one, so that no State is asked; what the "
    "State of residence gives every child stands under the floor"
)


def decided(asking: Asking) -> Part:
    """Who pays family benefits for the children of the case, and what another State adds."""
    kids = children(asking.case, asking.day)
    living = {who: lives(asking, who) for who in kids}
    homes = [state for state in living.values() if state is not None]
    mine = grounds(asking, ORDER)
    chapter, findings = chapter_of(asking, BRANCH, {*mine, *homes})
    rows = Rows(asking, chapter, findings=list(findings))
    if not kids:
        text = "family: no child is told"
        return Part(not_certain=(text,), missing_facts=(record.MissingFact(path="family", would_decide=text),))
    abroad = sorted(set(homes))
    payer = None if chapter is None else chapter.leaf("payer")
    bound = {state: why for state, why in mine.items() if chapter is not None and chapter.binds(state)}
    if not mine:
        rows.notes.append(NOBODY)
    if chapter is None or payer is None or not bound:
        _alone(rows, mine)
    elif payer.is_ == "priority":
        by_priority(rows, chapter, payer, grounds(asking, tuple(chapter.says("order") or ORDER)), abroad)
    else:
        _one_state(rows, chapter, payer, bound, abroad)
    return rows.part()


def _alone(rows: Rows, mine: Mapping[str, str]) -> None:
    """No instrument: each State by its own law, so that two may pay, or none."""
    for state, ground in sorted(mine.items(), key=lambda one: ORDER.index(one[1])):
        amount = stated(rows.asking, state, BRANCH)
        sentence = f"No instrument settles who pays: {state} decides by its own law on the ground of {WORDS[ground]} there."
        rows.add(state, (step(f"{BRANCH}/insured/{state}/alone", "by_its_own_law", sentence, state, None),), amount, amount, "")


def _one_state(rows: Rows, chapter: Chapter, payer: Leaf, mine: Mapping[str, str], abroad: list[str]) -> None:
    """One State pays for children abroad: that of the work, perhaps limited; or theirs, at the cost of the first."""
    day = rows.asking.day
    working = sorted(state for state, ground in mine.items() if ground == "activity") or sorted(mine)
    first = working[0]
    rows.leaves.append(payer)
    own = stated(rows.asking, first, BRANCH)
    where = f"{BRANCH}/insured/{first}/{chapter.binding.id}"
    if payer.is_ == "state_of_children":
        there = abroad[0] if len(abroad) == 1 else None
        if there is None:
            rows.notes.append("family: the children live in several States, or nobody told where; each State pays for its own")
            return
        amount = stated(rows.asking, there, BRANCH)
        text = f"{there}, where the children live, pays by its own law, at the cost of {first}."
        there_id = f"{BRANCH}/insured/{there}/{chapter.binding.id}"
        rows.add(there, (step(there_id, "pays_first", text, there, payer),), amount, amount, "")
        return
    would = "would pay" if chapter.would else "pays"
    text = f"{first} {would}: family allowances are due where the person works, also for children in another State."
    made: tuple[record.Step, ...] = (step(where, "pays_first", text, first, payer),)
    limit = chapter.leaf("limit")
    due = own
    if limit is not None and len(abroad) == 1 and abroad != [first]:
        theirs, _ = turned(rows.asking, stated(rows.asking, abroad[0], BRANCH), own.currency, chapter, first)
        weaker = max(own.standing, theirs.standing, key=FACT_STANDINGS.index)
        due = Stated(limited_to(own.value, theirs.value), own.currency, weaker)
        rows.leaves += [limit, chapter.leaf("limit_over")]
        text = (
            f"At most what {abroad[0]} would pay, all children together: {told(theirs, day)} against {told(own, day)}, "
            f"so {told(due, day)}."
        )
        made = (*made, step(where, "limited_to", text, told(due, day), limit, parents=(made[0].id,)))
    rows.add(first, made, due, own, "limited to what the State of the children would pay")
