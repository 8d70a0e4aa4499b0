"""Invented conventions between the invented States, each with one rule of equality, and a shelf that holds them.

`xr-equal` is built like ILO C118: XA accepted old age, sickness and survivors, XB sickness only, XC old age; XH left it, and
of XK it is not known what it accepted. `xq-...` are built like C97, C102, C143 and the Convention on Migrant Workers.
"""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from portability.assessment.scope import AgreementSet
from portability.law.shelf import Shelf, default_shelf

HEAD = """
format        = "portability.instrument/1"
id            = "{id}"
title         = "{id} (invented)"
force         = "in_force"
kind          = "equality"
scenario      = false
in_force_from = 2000-01-01
reviewed      = 2026-11-21
source        = "xw-convention"
branches      = {{ is = ["old_age", "sickness", "survivors", "medical_care"], cites = "Art 1", standing = "official" }}
"""
SAID = 'cites = "Art {0}", standing = "official"'
EQUAL = (
    HEAD.format(id="xr-equal")
    + "".join(
        f'\n[[party]]\nstate = "{state}"\nfrom = {start}\n{more}cites = "ratified"\nstanding = "{standing}"\n'
        for state, start, more, standing in (
            ("XA", "2016-04-26", 'branches = ["old_age", "sickness", "survivors", "medical_care"]\n', "official"),
            ("XB", "2005-01-01", 'branches = ["sickness"]\nresidence_based = []\n', "official"),
            ("XC", "2005-01-01", 'branches = ["old_age"]\nresidence_based = ["medical_care"]\n', "official"),
            ("XH", "2005-01-01", 'to = 2020-12-31\nbranches = ["old_age"]\n', "official"),
            ("XJ", "2005-01-01", 'branches = ["old_age"]\nresidence_based = []\n', "unconfirmed"),
            ("XK", "2005-01-01", 'unknown_branches = ["old_age"]\nresidence_based = []\n', "unconfirmed"),
        )
    )
    + """
[equality]
operation = "self_executing"
cites = "Art 3"
standing = "official"
rule = { is = "host_accepted", cites = "Art 3(1)", standing = "official" }
benefits = { is = "not_assistance", cites = "Art 10(2)", standing = "official" }
residence_condition = { is = "limited", cites = "Art 4", standing = "official" }
residence_mirror = { is = true, cites = "Art 4(1)", standing = "official" }
refugees_without_reciprocity = { is = true, cites = "Art 10(1)", standing = "official" }

[equality.residence_limit]
old_age = { is = "10 years", after_age = "18 years", immediately = "5 years", cites = "Art 4(2)(c)", standing = "official" }
survivors = { is = "5 years", immediately = "5 years", cites = "Art 4(2)", standing = "official" }

[export]
operation = "self_executing"
cites = "Art 5"
standing = "official"
old_age = { is = "paid", cites = "Art 5(1)", standing = "official" }
mutual = { is = true, cites = "Art 5(1)", standing = "official" }
benefits = { is = "not_assistance", cites = "Art 10(2)", standing = "official" }
non_contributory = { is = "needs_agreement", cites = "Art 5(2)", standing = "official" }
scope = { is = "worldwide", cites = "Art 5(1)", standing = "official" }

[totalisation]
operation = "needs_agreement"
cites = "Art 7"
standing = "official"
"""
)


def with_rule(id_: str, rule: str, benefits: str, operation: str = "self_executing") -> str:
    """A convention of XA alone, with one rule of equality."""
    return (
        HEAD.format(id=id_)
        + f"""
[[party]]
state = "XA"
from = 2000-01-01
cites = "ratified"
standing = "official"

[equality]
operation = "{operation}"
cites = "Art 6"
standing = "official"
rule = {{ is = "{rule}", cites = "Art 6", standing = "official" }}
benefits = {{ is = "{benefits}", cites = "Art 6", standing = "official" }}
"""
    )


FILES = {
    "xr-equal": EQUAL,
    "xq-lawful": with_rule("xq-lawful", "lawful_residents", "contributory"),
    "xq-residents": with_rule("xq-residents", "residents", "contributory"),
    "xq-territory": with_rule("xq-territory", "in_territory", "contributory"),
    "xq-past": with_rule("xq-past", "past_employment", "contributory"),
    "xq-examine": with_rule("xq-examine", "duty_to_examine", "all"),
}
FLOOR = """
format   = "portability.floor/1"
country  = "XA"
title    = "The grants of XA (invented)"
currency = "XTS"
reviewed = 2026-11-21

[[older_persons.xa-grant]]
from        = 2010-01-01
source      = "xa-grants-act"
age         = { is = "60 years", missing_day = "later", cites = "s. 2", standing = "official" }
nationality = { is = ["national"], cites = "s. 3", standing = "official" }
residence   = { is = "in_state", cites = "s. 3", standing = "official" }
residence_length = { is = "15 years", after_age = "18 years", DIRECTLYcites = "s. 3", standing = "official" }
level       = { is = "1000 XTS per month", cites = "s. 4", standing = "official" }
"""
TESTED = 'income_test = { full = "1.6", taper = "0.4", of = "level", cites = "s. 5", standing = "official" }\n'


@cache
def shelf(*instruments: str, directly: str = "", means_tested: bool = False) -> Shelf:
    """The invented States with some of these conventions; XA has a grant after fifteen years of residence."""
    folder = Path(mkdtemp()) / "agreements"
    for room in ("national", "instruments", "floors"):
        (folder / room).mkdir(parents=True)
    for file in default_shelf().folder.glob("*/x*.toml"):
        shutil.copy(file, folder / file.parent.name)
    for id_ in instruments:
        (folder / "instruments" / f"{id_}.toml").write_text(FILES[id_], "utf-8")
    grant = FLOOR.replace("DIRECTLY", f'immediately = "{directly}", ' if directly else "")
    (folder / "floors" / "xa.toml").write_text(grant + (TESTED if means_tested else ""), "utf-8")
    return Shelf(folder)


def bound_by(*instruments: str) -> AgreementSet:
    """A set in which these conventions bind, and no other agreement of the invented world."""
    return AgreementSet("bound", without=("xw-higher", "xv-pro-rata", "xu-direct", "xt-funds"))
