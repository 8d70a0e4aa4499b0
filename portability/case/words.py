"""The closed lists of words a case may use."""

from typing import Literal

Branch = Literal[
    "medical_care", "sickness", "unemployment", "old_age", "employment_injury", "family", "maternity", "invalidity",
    "survivors", "death_grant",
]  # fmt: skip
Sex = Literal["F", "M", "X"]  # X: neither said; a law that tells the sexes apart then cannot be applied to the end
FactStanding = Literal["certified", "declared", "assumed", "missing"]
ResidenceStatus = Literal["national", "permanent", "regular", "irregular", "refugee", "stateless", "asylum_seeker"]
Relation = Literal[
    "spouse", "partner", "former_spouse", "child", "stepchild", "foster_child", "grandchild", "parent", "grandparent",
    "sibling", "other",
]  # fmt: skip
PeriodKind = Literal["insurance", "assimilated", "voluntary", "employment", "self_employment", "residence"]
EventKind = Literal["accident", "disease", "sickness", "birth", "invalidity", "unemployment", "death"]
Occupation = Literal[
    "employee", "self_employed", "civil_servant", "seafarer", "aircrew", "transport_crew", "mission",
    "domestic_worker", "casual_worker", "miner", "farm_worker", "public_servant", "soldier", "family_worker", "home_worker",
    "apprentice", "informal_worker", "director",
]  # fmt: skip
WorkAs = Literal[
    "employee", "domestic_worker", "casual_worker", "miner", "farm_worker", "public_servant", "soldier", "family_worker",
    "home_worker", "apprentice", "seafarer", "self_employed", "informal_worker", "director",
]  # fmt: skip
CareAbroad = Literal["necessary", "planned", "authorised"]
StatementKind = Literal[
    "independent", "theoretical", "pro_rata", "reference", "required", "full_career", "own_length", "total_length",
    "award", "refusal", "minimum", "points",
]  # fmt: skip
EarningsPer = Literal["month", "year", "total"]
MoneyPer = Literal["day", "week", "month", "quarter", "year", "once"]
