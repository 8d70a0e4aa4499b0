"""Why nothing is due: the first reason, in the order of the codes of the decision."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from portability.assessment.assess import Assessed
from portability.assessment.case_plan import CasePlan
from portability.assessment.one_payer import word_of
from portability.assessment.plan import Planned
from portability.assessment.told import exact
from portability.assessment.variants import Variants
from portability.record.ledger import Ledger
from portability.record.step import Place

PERIOD_RULES = ("period_met", "either_length_met", "with_further_length", "qualifying_period_met")
"""The steps on the qualifying period, the last one taken first."""


class Refusals(NamedTuple):
    """The refusals of one branch, asked of a State's scheme that owes nothing."""

    plan: CasePlan
    found: Assessed
    ledger: Ledger
    variants: Variants
    at: date

    def code(self, i: int, planned: Planned) -> str:
        """The first reason why nothing is due, in the order of the codes of the decision."""
        runs = [run for run in self.plan.runs if i in run.at]
        for run in runs:
            if self.ledger.result(self.variants.due(i, run)[3].place, "one_payer") is False:
                word = word_of(run.binding, planned.member.place.branch, self.at)
                return {"residence_state": "residence", "state_of_nationality": "nationality"}.get(word, "other")
        pays_for_all = any(run.sharing.payer != "each" for run in runs)
        if not pays_for_all and exact(planned.member.given["own_right"].value) == 0 and not planned.member.shape.stated:
            return "no_periods"
        for run in runs:
            if self.variants.due(i, run)[2].relieved.value is True and run.sharing.payer == "each":
                return "under_one_year"
        place = planned.member.place
        places = [place, *(self.variants.due(i, run)[3].place for run in runs)]
        met = [self._period_met(one) for one in places]
        if True not in met or self.ledger.result(place, "registered_long_enough") is False:
            return "qualifying_period"
        if self.found.alones[i].age.value is False:
            return {"invalidity": "not_invalid", "survivors": "other"}.get(place.branch, "age")
        if self.ledger.result(place, "begun_in_time") is False or self.ledger.result(place, "not_yet_converted") is False:
            return "age"
        if self.ledger.result(place, "equality_lifts") is False:
            return "nationality"
        return "residence" if self._not_resident(planned) else "other"

    def _not_resident(self, planned: Planned) -> bool:
        """Whether a condition of residence is not met, and no instrument lifts it."""
        place, lives = planned.member.place, planned.member.given.get("residence")
        here = self.ledger.result(place, "residence_waived")
        asked = ("residence_limit_lifts", "residence_as_asked", "residence_length_met")
        length = [self.ledger.result(place, name) for name in asked]
        met = next((result for result in length if result is not None), None)
        return met is False or (here is None and lives is not None and lives.value is False) or here is False

    def _period_met(self, place: Place) -> Any:
        """What was found of the qualifying period at a place, with all that the law asks or takes in its stead."""
        found = (self.ledger.result(place, name) for name in PERIOD_RULES)
        return next((result for result in found if result is not None), None)
