"""States of a life whose law owes no cash in sickness or maternity, or whose law on it is not on the shelf."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from portability.assessment.asked_law import none_told
from portability.assessment.part import Asking
from portability.law.shelf import Law
from portability.record import decision as record


class Without:
    """The rows of those States: refused where the law file says that there is no such cash, else not determined."""

    def __init__(self, asking: Asking, branch: str, laws: Mapping[str, Law | None], told: set[str]) -> None:
        self.asking, self.branch = asking, branch
        self.rows: list[record.Benefit] = []
        self.steps: list[record.Step] = []
        self.certain: list[str] = []
        self.missing: dict[str, str] = {}
        worked = {spell.country for spell in asking.career(branch).spells}
        for country, law in laws.items():
            if country in told or country not in worked:
                continue
            none = None if law is None else none_told(law, branch)
            if law is None or none is None:
                self._not_on_the_shelf(country, law)
            else:
                self._none(country, law, none)

    def _row(self, country: str, **more: Any) -> record.Benefit:
        return record.Benefit(
            id=f"{self.branch}/insured/{country}",
            beneficiary="insured",
            country=country,
            branch=cast(Any, self.branch),
            legal_force="binding",
            **more,
        )

    def _not_on_the_shelf(self, country: str, law: Law | None) -> None:
        on = f"the law of {country} is not on the shelf" if law is None else (
            f"the law of {country} on {self.branch} is not on the shelf")
        row = self._row(country, status="undetermined", standing=record.Standing(facts="missing", law="assumed"))
        self.rows.append(row)
        self.certain.append(f"{on}: what it owes is not determined")
        self.missing[on] = f"whether {row.id} is due"

    def _none(self, country: str, law: Law, none: Mapping[str, Any]) -> None:
        standing = str(none.get("standing", "assumed"))
        step = record.Step(
            id=f"{self.branch}/insured/{country}/alone/no_scheme",
            rule="no_scheme",
            sentence=f"{law.get('title', country)} owes no cash in {self.branch}: {none.get('cites', '')}.",
            given={},
            result="no",
            cites=f"{none.get('source', law.get('source', ''))}, {none.get('cites', '')}",
            standing=record.Standing(facts="certified", law=cast(Any, standing)),
        )
        self.steps.append(step)
        self.rows.append(
            self._row(
                country,
                status="refused",
                refusal="no_periods",
                standing=record.Standing(facts="declared", law=cast(Any, standing)),
                reasons=(step.id,),
            )
        )
        if standing in ("unconfirmed", "assumed"):
            self.certain.append(f"{country}: that no cash is owed in {self.branch} is {standing} ({step.cites})")
