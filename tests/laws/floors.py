"""The floor of an invented State: every kind of grant, tested by means, by household, by region, and health care."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.law.shelf import Shelf, default_shelf
from portability.record.decision import Decision, FloorResult
from tests.laws.lives import AT, Row, life

NONE = AgreementSet("none", as_bound=False)
SAID = 'cites = "s. 1", standing = "official"'
WHO = f'nationality = {{ is = ["national", "permanent", "refugee"], {SAID} }}\nresidence = {{ is = "in_state", {SAID} }}\n'
COUPLES = 'whose = "couple", share_of_each = "1/2"'
TAKEN = 'nationality = "official", residence = "official", income_test = "secondary", assets_test = "secondary"'
FLOOR = f"""
format   = "portability.floor/1"
country  = "XA"
title    = "The floor of XA (invented)"
currency = "XTS"
reviewed = 2026-11-21
child_under = {{ is = "18 years", missing_day = "later", source = "xa-grants-act", {SAID} }}

[unset]
older_persons = {{ unknown = "nobody set it yet", {SAID}, source = "xa-grants-act" }}

[[older_persons.xa-grant]]
from = 2010-01-01
until = 2029-12-31
source = "xa-grants-act"
name = "Grant to older persons"
payer = {{ is = "Office of XA", {SAID} }}
age = {{ is = "60 years", missing_day = "later", {SAID} }}
{WHO}level = {{ is = "1000 XTS per month", {SAID} }}
income_test = {{ full = "1.6", taper = "0.4", nil_below = "50 XTS per month", of = "level", {COUPLES}, {SAID} }}
assets_test = {{ is = "40", of = "yearly level", couple = "80", {SAID} }}

[[active_age.xa-disability]]
from = 2010-01-01
source = "xa-grants-act"
name = "Disability grant"
base = {{ is = "older_persons.xa-grant", takes = {{ {TAKEN} }}, {SAID} }}
incapacity = {{ is = true, {SAID} }}
level = {{ is = "900 XTS per month", {SAID} }}

[[children.xa-child]]
from = 2010-01-01
source = "xa-grants-act"
name = "Child grant"
{WHO}until_age = {{ is = "15 years", missing_day = "later", {SAID} }}
income_limit = {{ is = "10", of = "level", couple = "20", whose = "caregiver", {SAID} }}
level = {{ is = "200 XTS per month", {SAID} }}

[[health.xa-urgent-care]]
from = 2010-01-01
source = "xa-grants-act"
maternity = {{ is = true, {SAID} }}
urgent = {{ is = true, {SAID} }}
"""
CARE = f"""
format   = "portability.floor/1"
country  = "XG"
title    = "The floor of XG (invented): no law of schemes on care"
currency = "XTS"
reviewed = 2026-11-21

[[health.xg-health]]
from = 2010-01-01
source = "xa-grants-act"
name = "Health service"
payer = {{ is = "Clinics of XG", {SAID} }}
provider = {{ is = "national_health_service", {SAID} }}
{WHO}maternity = {{ is = true, {SAID} }}
charge = {{ is = "free", {SAID} }}
urgent = {{ is = true, {SAID} }}
"""
HOUSEHOLD = f"""
format   = "portability.floor/1"
country  = "XB"
title    = "The floor of XB (invented)"
currency = "XTS"
reviewed = 2026-11-21

[[older_persons.xb-minimum]]
from = 2010-01-01
source = "xa-grants-act"
name = "Minimum of a household"
age = {{ is = "60 years", missing_day = "later", {SAID} }}
household_scale = {{ single = "1", couple = "3/2", adult = "1/2", child = "3/10", {SAID} }}
income_test = {{ full = "1", taper = "1", of = "level", whose = "household", {SAID} }}
level = {{ is = "1200 XTS per month", {SAID} }}

[older_persons.xb-minimum.regions]
Highlands = {{ is = "900 XTS per month", {SAID} }}
Coast = {{ is = "1200 XTS per month", {SAID} }}
"""


@cache
def shelf(guided: bool = True) -> Shelf:
    """The law of the invented States, two floors of theirs and, with `guided`, Recommendation No. 202."""
    folder = Path(mkdtemp()) / "agreements"
    for room in ("national", "instruments", "floors"):
        (folder / room).mkdir(parents=True)
    for file in default_shelf().folder.glob("*/x*.toml"):
        shutil.copy(file, folder / file.parent.name)
    (folder / "floors" / "xa.toml").write_text(FLOOR, "utf-8")
    (folder / "floors" / "xb.toml").write_text(HOUSEHOLD, "utf-8")
    (folder / "floors" / "xg.toml").write_text(CARE, "utf-8")
    if guided:
        shutil.copy(default_shelf().folder / "floors" / "r202.toml", folder / "floors")
    return Shelf(folder)


def told(periods: list[Row] | None = None, at: Any = AT, guided: bool = True, **more: Any) -> Decision:
    """The decision on a life with these floors."""
    return decide(life(periods or [], **more), at, NONE, shelf(guided))


def row(decision: Decision, guarantee: str, who: str = "insured") -> FloorResult:
    """The one row of a guarantee for a person."""
    (found,) = (one for one in decision.floor if (one.guarantee, one.person) == (guarantee, who))
    return found


def guarantees(decision: Decision, who: str = "insured") -> list[str]:
    """The guarantees that a decision tells of a person."""
    return [one.guarantee for one in decision.floor if one.person == who]


def home(country: str = "XA", who: str = "insured", **more: Any) -> Row:
    return {"country": country, "person": who, **more}


def earns(amount: str, who: str = "insured", kind: str = "rent") -> Row:
    return {"kind": kind, "person": who, "amount": amount, "currency": "XTS", "per": "month"}
