"""The recipes name every key and shape there is, and no file of the shelf needs more."""

import re
import tomllib
from pathlib import Path

import pytest

from portability.law.agreement import InstrumentFile
from portability.law.check import check_file
from portability.law.health import MaternityCash, MedicalCare, SicknessCash
from portability.law.injury import EmploymentInjury
from portability.law.national import Invalidity, OldAge, Survivors
from portability.law.regime import Regime
from portability.law.shapes import BESIDE, FORMULAS, INSTEAD
from tests.law.bad import INSTRUMENT, SOURCES

PAGE = (Path(__file__).resolve().parents[2] / "agreements" / "HOW-TO-ADD.md").read_text("utf-8")
NAMED = set(re.findall(r"`([a-z_]+)", PAGE))
TOLD_ELSEWHERE = {"note", "not_modelled", "indexation", "credits"}  # they decide nothing


REGIMES = [OldAge, Invalidity, Survivors, SicknessCash, MaternityCash, MedicalCare, EmploymentInjury]


@pytest.mark.parametrize("regime", REGIMES)
def test_every_key_of_a_regime_is_told(regime: type[Regime]) -> None:
    assert set(regime.known()) - TOLD_ELSEWHERE - set(BESIDE) <= NAMED


@pytest.mark.parametrize("shape", [*FORMULAS.items(), *INSTEAD.items()], ids=[*FORMULAS, *INSTEAD])
def test_every_shape_is_told_with_its_parameters(shape: tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    name, (needs, may) = shape
    assert {name, *needs, *may} <= NAMED | {"of"}


def test_every_force_is_told() -> None:
    assert {"in_force", "provisional", "signed", "soft_law", "denounced", "repealed"} <= NAMED


def test_the_examples_of_the_page_are_toml() -> None:
    blocks = re.findall(r"(?:^ {4,}\S.*\n)+", PAGE, flags=re.MULTILINE)
    told = [tomllib.loads(re.sub(r"^ +", "", block, flags=re.MULTILINE)) for block in blocks if " = " in block]
    assert len(told) == 6


OTHER_CHAPTERS = """
[personal]
nationality = { is = "regional_citizens", cites = "Art 2", standing = "official" }
status = { is = ["lawful_work"], cites = "Art 2", standing = "official" }
[material]
excluded_schemes = { is = ["special schemes of civil servants"], cites = "Art 3", standing = "official" }
[legislation]
operation = "self_executing"
cites = "Art 11"
standing = "official"
default = { is = "work_place", cites = "Art 11", standing = "official" }
substantial_share = { is = "25 %", cites = "Art 14", standing = "official" }
[posting]
operation = "self_executing"
cites = "Art 12"
standing = "official"
length = { is = "24 months", cites = "Art 12", standing = "official" }
replacement_ban = { is = true, cites = "Art 12", standing = "official" }
[accounts]
operation = "needs_agreement"
cites = "Art 20"
standing = "official"
balance = { is = "leave", cites = "Art 20", standing = "official" }
[injury]
operation = "self_executing"
cites = "Art 36"
standing = "official"
disease = { is = "last_state_met", cites = "Art 38", standing = "official" }
[health]
operation = "self_executing"
cites = "Art 17"
standing = "official"
reimbursement = { is = "actual", cites = "Art 35", standing = "official" }
[unemployment]
operation = "principle_only"
cites = "Art 61"
standing = "official"
export_length = { is = "3 months", cites = "Art 64", standing = "official" }
[family]
operation = "self_executing"
cites = "Art 68"
standing = "official"
payer = { is = "priority", cites = "Art 68", standing = "official" }
[adequacy.old_age]
operation = "principle_only"
cites = "Art 25"
standing = "official"
beneficiary = { is = "man_wife_pension_age", cites = "Schedule", standing = "official" }
rate = { is = "40 %", cites = "Schedule", standing = "official" }
career = { is = "30 years", residence = "20 years", cites = "Art 29", standing = "official" }
lowered = { is = "30 %", length = "10 years", residence = "5 years", cites = "Art 29", standing = "official" }
[calculation]
operation = "principle_only"
cites = "Arts 65 to 67"
standing = "official"
skilled = { is = ["fitter_or_turner", "above_average"], cites = "Art 65(6)", standing = "official" }
above_average = { is = "125 %", cites = "Art 65(6)(d)", standing = "official" }
[workers]
operation = "principle_only"
cites = "Art 14"
standing = "official"
groups = { is = ["domestic"], cites = "Art 1", standing = "official" }
[money]
rate_date = { is = "operation_day", cites = "Art 90", standing = "official" }
[procedure]
operation = "self_executing"
cites = "Art 45"
standing = "official"
claim_date_propagates = { is = true, cites = "Art 45", standing = "official" }
[relation]
savings = { is = "more_favourable", cites = "Art 8", standing = "official" }
choose_best = { is = true, cites = "Art 8", standing = "official" }
mix = { is = false, cites = "Art 8", standing = "official" }
"""


def test_an_instrument_can_tell_every_chapter(tmp_path: Path) -> None:
    path = tmp_path / "xw-1.toml"
    path.write_text(INSTRUMENT + OTHER_CHAPTERS, "utf-8")
    assert check_file(path, SOURCES) == []
    told = tomllib.loads(path.read_text("utf-8")).keys()
    assert set(InstrumentFile.known()) - told == {
        "scenario", "published", "until", "end_published", "binding", "notice", "note", "needs_secondary_instrument",
        "not_modelled", "departs_from", "reading", "invalidity", "export", "equality"}
