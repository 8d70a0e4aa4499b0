"""The chapter of an instrument on sickness, maternity and care: a table of situations, each with who gives and who pays."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from portability.law.counting import Chapter
from portability.law.leaf import Cited, Dated, Fixed, YesNo
from portability.law.telling import Said
from portability.law.values import Text

Situation = Literal[
    "lives_elsewhere", "family_elsewhere", "posted_worker", "temporary_stay", "planned_care", "pension_claimant",
    "pensioner_with_right", "pensioner_without_right", "pensioner_in_health_service", "retired_frontier_worker",
    "returned_migrant", "regular_migrant", "irregular_status", "uninsured_resident",
]  # fmt: skip
State = Literal["residence", "stay", "competent"]
Extent = Literal["all", "necessary", "authorised", "continued", "urgent", "as_nationals", "essential"]
Refunded = Literal["actual", "fixed", "waived", "none"]


class CareRule(Cited):
    """One situation: the State whose institutions give the care, as to their own insured, and the State that bears the cost.

    `competent` is the State of insurance (of one posted: the sending State); of a pensioner the State that pays a pension
    (`pensioner_payer` says which of several). `stay` is where the person is for a time. `extent`: what care: `all` the
    law of the provider gives; what becomes `necessary`; what was `authorised`; treatment `continued`; `urgent` to save life or
    avoid irreparable harm; what nationals get who meet the terms (`as_nationals`); `essential`. `unknown`: the rule was not read.
    """

    situation: Situation
    provider: State | None = None
    cost: State | None = None
    extent: Extent | None = None
    reimbursement: Refunded | None = None
    unknown: Text | None = None


class Health(Chapter):
    """Sickness, maternity and care between States.

    `totalised`: periods are added to open the right to cash, by the chapters overlap, conversion and totalisation; then one
    State pays, on earnings under its own law (`earnings`). `pensioner_payer`: which of several States that pay a pension bears
    the cost of care where the State of residence does not; of equals the last one. `reimbursement` holds where a row of `care`
    names none.
    """

    totalised: YesNo | None = None
    earnings: Dated[Fixed[Literal["own_law"]]] | None = None
    pensioner_payer: Dated[Fixed[Literal["longest", "last"]]] | None = None
    reimbursement: Dated[Fixed[Refunded]] | None = None
    care: list[CareRule] | None = None


def care_faults(data: Mapping[str, Any]) -> Iterator[Said]:
    """Each situation once, and each with who gives and who pays, or why that is not known.

    >>> list(care_faults({"health": {"care": [{"situation": "planned_care", "provider": "stay"}]}}))[0].what
    'the rule names no cost'
    """
    table = data.get("health")
    rows = table.get("care") if isinstance(table, Mapping) else None
    seen: set[str] = set()
    for place, row in enumerate(rows if isinstance(rows, list) else ()):
        if not isinstance(row, Mapping):
            continue
        here, situation = ("health", "care", place), str(row.get("situation"))
        if situation in seen:
            yield Said((*here, "situation"), f'"{situation}" is told twice', "Keep one row for each situation")
        seen.add(situation)
        missing = [key for key in ("provider", "cost", "extent") if key not in row]
        if "unknown" in row and len(missing) < 3:
            yield Said(here, "the rule says both what it is and that it is not known", "Keep one of them")
        elif "unknown" not in row and missing:
            yield Said(here, f"the rule names no {missing[0]}", 'Add it, or unknown = "why" in place of all')
