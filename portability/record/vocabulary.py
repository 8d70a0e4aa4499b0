"""The closed lists of words of a decision."""

from typing import Literal

Branch = Literal[
    "medical_care", "sickness", "unemployment", "old_age", "employment_injury", "family", "maternity", "invalidity",
    "survivors", "death_grant",
]  # fmt: skip
Form = Literal["pension", "lump_sum", "refund", "account", "allowance", "daily_cash", "in_kind"]
Status = Literal["entitled", "refused", "undetermined", "to_examine"]
Refusal = Literal[
    "no_periods", "under_one_year", "qualifying_period", "not_invalid", "income_limit", "age", "missing_information",
    "no_participation", "residence", "nationality", "other",
]  # fmt: skip
Route = Literal[
    "independent", "higher_of", "independent_first", "pro_rata", "direct", "coverage_lifetime", "residence_fraction",
    "integration", "single_payer", "home_scheme", "account", "principle",
]  # fmt: skip
FactStanding = Literal["certified", "declared", "assumed", "missing"]
LawStanding = Literal["official", "secondary", "unconfirmed", "assumed"]
Force = Literal["binding", "guidance", "scenario"]
Export = Literal["paid", "reduced", "suspended", "not_exportable", "frozen", "undetermined"]
Per = Literal["day", "week", "month", "quarter", "year", "once"]
PeriodKind = Literal["insurance", "assimilated", "voluntary", "employment", "self_employment", "residence"]
Reimbursement = Literal["actual", "fixed", "waived", "none"]
Guarantee = Literal["health", "children", "active_age", "older_persons"]
FindingKind = Literal[
    "equality", "maintenance", "legislation", "adequacy", "conformity", "refund_inquiry", "agreement_expected"
]  # fmt: skip
