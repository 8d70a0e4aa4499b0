"""The first lines of a decision: how much a month in all and from when, what would be, where to claim, what is not in the sum."""

from __future__ import annotations

from collections.abc import Iterator

from portability.record.decision import Benefit, Decision, FloorResult
from portability.record.phrases import NOT_KNOWN, amount, by_month, claim, each_named, payments, place, rate

CARE_WHEN = {
    "temporary_stay": ", while you stay there",
    "planned_care": ", as it was authorised",
    "posted_worker": ", while you are posted there",
    "retired_frontier_worker": ", for treatment begun there",
    "irregular_status": ", urgent care",
}
"""What is added where the care of a situation is not that of everyday life."""

WITHOUT_PERMIT = {"primary_by_law": ", primary and urgent care", "all_by_law": "", "care_by_law": ""}
"""What is added instead where national law alone gives more than urgent care to one who has no permit."""

LOST = {"yes": ", but a payment in its place", "unknown": "; whether a payment in its place cannot be said", "no": ""}
"""What national law alone owes where it owes no pension, by whether adding periods takes it away."""


def sum_of(decision: Decision) -> str:
    """What binds by the month, in each currency."""
    return " + ".join(amount(money) for money in decision.summary.per_month) or "nothing known"


def _since(decision: Decision) -> str:
    """From when the sum is what it is, and the first payment where that was before."""
    first, left = decision.summary.first_payment, {one.benefit for one in decision.summary.not_in_sum}
    starts = [one.going_on[0].start for one in decision.benefits if one.going_on and one.id not in left]
    since = max(starts, default=first)
    return f", from {first}" if since == first else f" since {since}, and the first payment from {first}"


def _is_once(benefit: Benefit) -> bool:
    return all(paid.per == "once" or paid.end is not None for paid in benefit.payments)


def _known_of(benefit: Benefit | None) -> str:
    """What is known of an amount owed that is not fully known, and what is paid once."""
    paid = benefit.going_on[0] if benefit is not None and benefit.legal_force == "binding" and benefit.going_on else None
    if paid is None or amount(paid.money) == NOT_KNOWN:
        return ""
    if paid.per == "once":
        return f": {amount(paid.money)}"
    return f": {amount(paid.money)} a month" if paid.money.at_least and paid.per == "month" else ""


def _is_granted(row: FloorResult) -> bool:
    """A grant of the State of residence that is owed, and how much of it is known."""
    return row.status == "entitled" and row.legal_force == "binding" and row.top_up is not None and bool(row.top_up.amount)


def in_short(decision: Decision) -> Iterator[str]:
    """A line each."""
    told = decision.summary
    lost = {step.id: LOST[step.result] for step in decision.steps if step.rule == "lost_by_totalisation"}
    if told.per_month:
        yield f"In all {sum_of(decision)} a month{_since(decision)}."
    elif any(one.legal_force != "binding" and one.status == "entitled" for one in decision.benefits):
        yield "No sum is made: what this set of agreements would change binds nobody; what is owed is told under as-bound."
    elif any(one.form == "daily_cash" and one.status == "entitled" for one in decision.benefits):
        pass
    elif not decision.benefits:
        if not decision.care and not any(_is_granted(one) for one in decision.floor):
            yield "No State is known to owe what is claimed: see what is not certain, and the floor where you live."
    elif all(one.status == "refused" or (one.status == "entitled" and _is_once(one)) for one in decision.benefits):
        yield "Nothing is due by the month under this set of agreements."
    else:
        yield "No binding monthly benefit of a fully known amount under this set of agreements."
    for benefit in decision.benefits:
        if benefit.legal_force != "binding" and benefit.status == "entitled":
            alone = benefit.variants[0].net if benefit.variants else None
            today = "no pension" if alone is None else f"a pension {by_month(alone)}"
            today += next((lost[id_] for id_ in benefit.reasons if id_ in lost), "")
            under = f"Under this {benefit.legal_force} {place(benefit)} would owe {payments(benefit)}"
            instruments = {one.instrument for one in benefit.variants if one.instrument}
            if instruments:
                bound = " What the agreements in force give is told under as-bound." if len(instruments) > 1 else ""
                yield f"{under}. It binds nobody: by national law alone the State owes {today}.{bound}"
            else:  # only whom, or where, national law pays is changed
                yield f"{under} to this person, paid where the person lives. It binds nobody: see the findings."
    for benefit in decision.benefits:
        if benefit.form == "daily_cash" and benefit.status == "entitled" and benefit.legal_force == "binding":
            yield f"{place(benefit)} owes cash in {benefit.branch.replace('_', ' ')}: {payments(benefit)}."
    for row in decision.care:
        rules = [step.rule for step in decision.steps if step.id in row.reasons]
        if row.person == "insured" and row.status == "entitled":
            how = next((WITHOUT_PERMIT[rule] for rule in rules if rule in WITHOUT_PERMIT and row.instrument is None), None)
            how = CARE_WHEN.get(row.situation, "") if how is None else how
            yield f"Medical care: in {row.provider_state}, at the cost of {row.cost_state}{how}."
    for grant in decision.floor:
        if _is_granted(grant):
            beside = ", beside any sum above" if told.per_month else ""
            whom = "" if grant.person == "insured" else f" for {grant.person}"
            name = f" ({grant.grant})" if grant.grant else ""
            yield f"Grant of {grant.country}{whom}, where you live: {amount(grant.top_up)} a month{name}{beside}."
    for one in told.by_beneficiary:
        yield f"For {one.beneficiary}: {' + '.join(map(amount, one.per_month)) or 'nothing known'} a month."
    if told.claim_at:
        yield "Claim at: " + "; ".join(claim(one) for one in told.claim_at) + "."
    named = each_named(decision)
    by_id = {one.id: one for one in decision.benefits}
    for left in told.not_in_sum:
        yield f"Not in the sum: {named(left.benefit)} ({left.why}{_known_of(by_id.get(left.benefit))})."
    for used in told.rates:
        yield f"Rate: {rate(used)}."
    for again in told.next_dates:
        yield f"Next: {again.on}, {named(again.what)}."
