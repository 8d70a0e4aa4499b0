"""Which instrument has one State pay for all where no law of the career asks how long: Regulation (EC) No 883/2004 Art 44."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from portability.assessment.contingency import insured
from portability.assessment.plan import Planned
from portability.assessment.run import Run
from portability.case.career import Career

RULES = ("competent_pays", "last_competent", "in_place_of_competent", "other_may_pay", "pays_alone", "pays_for_all")


def with_one_payer(run: Run, plans: Sequence[Planned], career: Career, at: date, on: date) -> Run:
    """The run of an instrument in which one State pays for all, if only laws that ask nothing of length (type A) applied.

    One scheme of another kind (type B) among them, and every State pays its part.
    """
    binding = run.binding
    payer, listed = (binding.leaf("invalidity", key, at) for key in ("payer", "type_a"))
    mine = [plans[i] for i in run.at]
    if not binding.operates("invalidity") or payer is None or payer.is_ != "single_payer" or listed is None:
        return run
    if not all(planned.where in (listed.is_ or ()) for planned in mine):
        return run
    members = tuple(replace(one, shape=replace(one.shape, method="single_payer")) for one in run.members)
    return replace(
        run,
        members=members,
        sharing=replace(run.sharing, mini_period="none", relieves=False, fallback=False, unentitled="counted", payer="competent"),
        competent=tuple(insured(career, planned.key[0], on, on, payer) for planned in mine),
        cites={**run.cites, **dict.fromkeys(RULES, (payer.cites, payer.standing))},
    )
