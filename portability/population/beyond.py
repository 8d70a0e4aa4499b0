"""What of a plan does not stand on columns yet: persons with such a plan are decided one by one, with this as the reason."""

from __future__ import annotations

from datetime import date

from portability.assessment.case_plan import CasePlan
from portability.assessment.plan import Planned
from portability.assessment.refund import inquiry
from portability.assessment.run import Run
from portability.assessment.stages import Member
from portability.number.unknown import Unknown
from portability.record.step import Fact, Told, tolds

OF_ROWS = frozenset({"own_right", "own_amount", "stated_reference", "bound"})
"""What is given to a plan and is a column of the rows."""

OF_PROFILE = frozenset({"nationality", "equality", "residence", "residence_waived", "resides"})
"""What hangs on what is told of the person for whom a plan is made."""

OF_EARNINGS = frozenset({"earnings", "ceilings", "contribution_rates"})
"""What is given of earnings: of a life that tells none, months of which it is not known what was earned."""

OF_LEAVING = frozenset({"left"})
"""What hangs on the last period, and is asked of the law for the months since."""

OF_AGE = frozenset({"age", "early", "drawn_in_time", "months_early", "months_late", "age_drawn", "divisor"})
"""What hangs on the age, and is asked of the law for each month of birth."""



CAPPED = frozenset({"independent_cap"})
"""What limits the independent benefit otherwise than by the overlap of periods."""


def _nobody_knows(told: Told) -> bool:
    """Whether nothing at all is known of a fact: then a life that tells no more of it knows as little."""
    value, fact = told.value, told.origin
    if not isinstance(fact, Fact) or fact.standing != "missing" or not isinstance(value, Unknown):
        return False
    return (value.low is False and value.high is True) or (value.low == 0 and value.endless is True)


def beyond_member(member: Member) -> list[str]:
    """What is given to a member that hangs on the person, and for which there is no column."""
    left = OF_ROWS | OF_AGE | OF_PROFILE | OF_LEAVING
    if "reference" in member.shape.stated or "earnings" in member.given:
        left |= OF_EARNINGS
    found = []
    for name, value in member.given.items():
        if name in left:
            continue
        facts = [told for told in tolds((value,)) if isinstance(told.origin, Fact) and told.origin.axis == "facts"]
        if not all(_nobody_knows(told) for told in facts):
            found.append(f"{name}: it hangs on the person")
    return found


WITH_UNITS = frozenset({"unit_of_agreement", "displaced", "chained", "third_counted", "further_together", "alternative_together"})
"""Parts of a plan under an instrument that hang on the periods themselves."""


def _surely(told: Told) -> bool:
    """Whether it is sure in law that a State joined an instrument."""
    fact = told.origin
    return not isinstance(fact, Fact) or ((fact.standing if fact.axis == "law" else fact.read_by) or "official") == "official"


def beyond_plan(plan: CasePlan, mine: Planned, at: date) -> list[str]:
    """What a decision tells of a plan that rows do not tell yet."""
    odd = {
        "a refund to be examined": inquiry(plan, mine, at, False) is not None,
        "a condition that is lifted without binding": mine.force() != "binding",
        "no law on the shelf": mine.reader is None,
        "residence that is looked back on": bool(mine.member.shape.parts & {"residence_length", "registered"}),
        "an age that hangs on insurance": "insured_before" in str(mine.reader.law.get("age", "")) if mine.reader else False,
    }
    return [name for name, is_so in odd.items() if is_so]


def beyond_run(run: Run, at: int) -> list[str]:
    """What an instrument does that is not done on columns yet."""
    shape = run.sharing
    odd = {
        "transfers": bool(shape.transfers),
        "third State": shape.third != "none",
        "one payer": shape.payer != "each",
        "States not open yet": run.unentitled != "counted",
        "supplement": shape.supplement != "none",
        "chain": bool(run.chain),
        "short periods taken over": shape.mini_period == "absorb_full",
        "national law alone limited otherwise than by overlap": bool(run.limited_members) and run.limited_members[at].has(CAPPED),
        "lump sums beside pensions": shape.lump_sum != "falls_away",
        "balances paid out": bool(run.paid_out),
        "third States": bool(run.third_said or run.third_left_out),
        "who is bound": run.members[at].given["bound"].value is not True,
        "how sure it is who is bound": not _surely(run.joined[at]),
        "further units": run.lengths[run.which[at]].unit != "months" or run.members[at].has(WITH_UNITS),
    }
    return [f"{run.binding.id}: {name}" for name, is_so in odd.items() if is_so]
