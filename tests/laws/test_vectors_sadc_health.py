"""Sickness and maternity cash of the members of SADC: every row of docs/hand-worked/sickness-and-maternity.md."""

from datetime import date

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Benefit
from portability.record.phrases import payments

NONE = AgreementSet("none", as_bound=False)
MONEY = {"ZA": "ZAR", "NA": "NAD", "MZ": "MZN", "AO": "AOA", "TZ": "TZS", "MG": "MGA", "MU": "MUR", "SC": "SCR", "CD": "CDF",
         "ZW": "USD", "ZM": "ZMW", "MW": "MWK", "BW": "BWP", "SZ": "SZL", "KM": "KMF", "LS": "LSL"}  # fmt: skip
WORK = {"ZA": "za-uif", "MU": "mu-csg", "MZ": "mz-inss", "AO": "ao-inss", "TZ": "tz-nssf", "MG": "mg-cnaps", "CD": "cd-cnss"}


def told(
    scheme: str, wage: str, event: dict[str, object], kind: str | None = None, assume: str | None = None
) -> Benefit:
    """What the scheme owes a woman in work from 2021 on, at one wage, by the law of the State alone."""
    country = scheme[:2].upper()
    branch = "maternity" if event["kind"] == "birth" else "sickness"
    at = date.fromisoformat(str(event["date"]))
    member = {"country": country, **({"scheme": WORK[country]} if country in WORK else {})}
    work = {**member, "from": "2021-01-01", "to": "2027-12-31"}
    case = {
        "format": "portability.case/1",
        "id": "hand",
        "person": {"born": "1995-05-20", "sex": "F", "nationalities": [country]},
        "residence": [{"country": country, "from": "1995-05-20", "residence_status": "national"}],
        "period": [{"id": "work", "kind": kind or ("insurance" if country in WORK else "employment"), **work}],
        "earnings": [{**work, "amount": wage, "currency": MONEY[country], "per": "month"}],
        "event": [{"id": "it", **event}],
        "claim": [{"branches": [branch], "date": at}],
        **({"assume": [{"path": f"{country.lower()}.{scheme}.{branch}.qualifying", "value": assume, "reason": "to see"}]}
           if assume else {}),
    }  # fmt: skip
    rows = [one for one in decide(read_case(case), at, NONE).benefits if one.scheme in (scheme, None) and one.branch == branch]
    assert len(rows) == 1, [one.id for one in rows]
    return rows[0]


def birth(day: str = "2026-06-15") -> dict[str, object]:
    return {"kind": "birth", "date": day}


def ill(start: str = "2026-02-01", end: str = "2026-12-31") -> dict[str, object]:
    return {"kind": "sickness", "date": start, "incapacity": {"from": start, "to": end}}


MATERNITY = [
    ("za-uif", "12000.00", birth(), "260.38 ZAR a day from 2026-05-18 to 2026-09-15"),
    ("za-uif", "30000.00", birth(), "384.33 ZAR a day from 2026-05-18 to 2026-09-15"),
    ("na-ssc", "14000.00", birth("2023-06-15"), "14000.00 NAD a month from 2023-05-18 to 2023-08-09"),
    ("na-ssc", "18000.00", birth("2023-06-15"), "15000.00 NAD a month from 2023-05-18 to 2023-08-09"),
    ("mz-inss", "20000.00", birth(), "666.67 MZN a day from 2026-05-26 to 2026-07-24"),
    ("tz-nssf", "900000.00", birth(), "30000.00 TZS a day from 2026-05-18 to 2026-08-09"),
    ("tz-employer", "900000.00", birth(), "900000.00 TZS a month from 2026-05-18 to 2026-08-09"),
    ("mg-cnaps", "800000.00", birth("2022-10-10"),
     "400000.00 MGA a month from 2022-08-29 to 2022-12-04 and 84000.00 MGA once"),
    ("mg-employer", "800000.00", birth("2022-10-10"), "400000.00 MGA a month from 2022-08-29 to 2022-12-04"),
    ("mu-employer", "40000.00", birth(), "40000.00 MUR a month from 2026-04-20 to 2026-08-09 and 3000.00 MUR once"),
    ("sc-employer", "12000.00", birth("2024-06-15"), "12000.00 SCR a month from 2024-06-15 to 2024-10-04"),
    ("cd-employer", "600000.00", birth(), "400000.00 CDF a month from 2026-05-04 to 2026-08-09"),
    ("cd-cnss", "600000.00", birth(), "not known and 72900.00 CDF once"),
    ("zw-employer", "900.00", birth(), "900.00 USD a month from 2026-05-25 to 2026-08-30"),
    ("zm-employer", "8000.00", birth(), "8000.00 ZMW a month from 2026-06-15 to 2026-09-20"),
    ("mw-employer", "200000.00", birth(), "200000.00 MWK a month from 2026-06-15 to 2026-08-09"),
    ("bw-employer", "6000.00", birth(), "3000.00 BWP a month from 2026-05-04 to 2026-07-26"),
    ("sz-employer", "5000.00", birth(), "5000.00 SZL a month from 2026-05-04 to 2026-05-17"),
]  # fmt: skip
SICKNESS = [
    ("na-ssc", "14000.00", ill("2023-02-01", "2024-12-31"),
     "10500.00 NAD a month from 2023-02-01 to 2024-01-31 and 9100.00 NAD a month from 2024-02-01 to 2024-12-31"),
    ("na-ssc", "18000.00", ill("2023-02-01", "2024-12-31"),
     "11250.00 NAD a month from 2023-02-01 to 2024-01-31 and 9750.00 NAD a month from 2024-02-01 to 2024-12-31"),
    ("mz-inss", "20000.00", ill("2026-03-02", "2026-03-14"), "466.67 MZN a day from 2026-03-05 to 2026-03-14"),
    ("mz-employer", "20000.00", ill("2026-03-02", "2026-03-14"), "20000.00 MZN a month from 2026-03-02 to 2026-03-14"),
    ("tz-employer", "900000.00", ill(),
     "900000.00 TZS a month from 2026-02-01 to 2026-04-04 and 450000.00 TZS a month from 2026-04-05 to 2026-06-06"),
    ("zw-employer", "900.00", ill("2025-02-01", "2025-12-31"),
     "900.00 USD a month from 2025-02-01 to 2025-05-01 and 450.00 USD a month from 2025-05-02 to 2025-07-30"),
    ("zm-employer", "8000.00", ill(),
     "8000.00 ZMW a month from 2026-02-01 to 2026-04-30 and 4000.00 ZMW a month from 2026-05-01 to 2026-07-31"),
    ("mw-employer", "200000.00", ill(),
     "200000.00 MWK a month from 2026-02-01 to 2026-02-28 and 100000.00 MWK a month from 2026-03-01 to 2026-04-25"),
    ("sz-employer", "5000.00", ill(),
     "5000.00 SZL a month from 2026-02-01 to 2026-02-14 and 2500.00 SZL a month from 2026-02-15 to 2026-02-28"),
    ("ls-employer", "4000.00", ill(), "4000.00 LSL a month from 2026-02-01 to 2026-02-12 and not known"),
    ("ao-employer", "200000.00", ill(), "200000.00 AOA a month from 2026-02-01 to 2026-07-31"),
    ("cd-employer", "600000.00", ill(), "400000.00 CDF a month from 2026-02-01 to 2026-12-31"),
    ("za-uif", "12000.00", ill(), "not known"),
]  # fmt: skip


@pytest.mark.parametrize(("scheme", "wage", "event", "paid"), [*MATERNITY, *SICKNESS])
def test_the_law_of_one_state_pays_what_was_worked_by_hand(
    scheme: str, wage: str, event: dict[str, object], paid: str
) -> None:
    row = told(scheme, wage, event)
    assert (row.status, payments(row)) == ("entitled", paid)


@pytest.mark.parametrize(
    ("scheme", "wage", "asked", "paid"),
    [
        ("ao-inss", "200000.00", "6 months", "200000.00 AOA a month from 2026-05-18 to 2026-08-16"),
        ("km-cnsps", "150000.00", "0 months", "150000 KMF a month from 2026-04-20 to 2026-07-26"),
    ],
)
def test_what_nobody_found_of_the_months_asked_is_left_open_until_a_case_assumes_it(
    scheme: str, wage: str, asked: str, paid: str
) -> None:
    assert told(scheme, wage, birth()).status == "undetermined"
    assert payments(told(scheme, wage, birth(), assume=asked)) == paid


def test_the_self_employed_of_seychelles_have_the_flat_benefit_and_employees_their_wage() -> None:
    flat = "6633.50 SCR a month from 2024-06-15 to 2024-10-04"
    assert payments(told("sc-asp", "12000.00", birth("2024-06-15"), kind="self_employment")) == flat
    assert told("sc-asp", "12000.00", birth("2024-06-15")).status == "refused"


@pytest.mark.parametrize(("scheme", "event"), [("ls-employer", birth()), ("km-cnsps", ill())])
def test_a_state_that_owes_no_such_cash_refuses_it(scheme: str, event: dict[str, object]) -> None:
    row = told(scheme, "4000.00", event)
    assert (row.status, row.refusal, row.scheme) == ("refused", "no_periods", None)
