"""The closed lists of words a law file chooses from."""

from typing import Literal

Standing = Literal["official", "secondary", "unconfirmed", "assumed"]
Branch = Literal["medical_care", "sickness", "unemployment", "old_age", "employment_injury", "family", "maternity",
                 "invalidity", "survivors", "death_grant"]
Method = Literal["independent", "higher_of", "independent_first", "pro_rata", "direct", "coverage_lifetime",
                 "residence_fraction", "integration", "single_payer", "home_scheme", "account", "principle"]
Force = Literal["in_force", "provisional", "signed", "soft_law", "denounced", "repealed"]
Operation = Literal["self_executing", "needs_agreement", "principle_only"]
SchemeClass = Literal["pension_insurance", "residence_pension", "provident_fund", "individual_account", "assistance",
                      "social_insurance", "injury_insurance", "employer_liability", "health_service"]
Unit = Literal["months", "weeks", "days", "quarters", "years"]
Part = Literal["any_day", "proportional", "complete"]
PeriodKind = Literal["insurance", "voluntary", "assimilated", "residence", "employment", "self_employment"]
ResidenceStatus = Literal["national", "permanent", "regular", "irregular", "refugee", "stateless", "asylum_seeker"]
Export = Literal["paid", "not_exportable", "suspended", "reduced", "frozen"]
MissingDay = Literal["later", "earlier"]
Depth = Literal["A", "B", "C"]
WorkAs = Literal["employee", "domestic_worker", "casual_worker", "miner", "farm_worker", "public_servant", "soldier",
                 "family_worker", "home_worker", "apprentice", "seafarer", "self_employed", "informal_worker", "director"]
