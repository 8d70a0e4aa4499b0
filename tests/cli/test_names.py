"""Names that only the shelf of law can judge: the same in `case`, in `check`, and where a program decides."""

from pathlib import Path
from typing import get_args

import pytest

from portability.assessment.decide import decide
from portability.assessment.names import BRANCHES
from portability.case.model import read_case
from portability.case.words import Branch
from portability.faults import Refused
from portability.law.national import OldAge, Regime
from tests.cli.example import GOOD, assume, ran, spoilt, statement, written

MINE = "xa.xa-general.old_age."
ACCOUNT = '\n[[account]]\ncountry = "XC"\nscheme = "xc-find"\nbalance = "1"\ncurrency = "XTS"\non = 2026-01-01\n'
FIVE_DAYS = "5: 9 5 22 66 264"

FAULTS = [
    (spoilt("xa-general", "xa-generl"), '17: period[0].scheme: "xa-generl" is not a scheme of XA. Did you mean "xa-general"?'),
    (spoilt('scheme = "xb-general"\nkind', "kind"), "22: period[1]: XB has several schemes, and none is named."),
    (spoilt('from = 1975-01-01\nto = 2004-12-31\namount', 'from = 1975-01-01\nto = 2004-12-31\nscheme = "x"\namount',
            spoilt('country = "XA"\nscheme = "xa-general"\nfrom', 'country = "XA"\nfrom')),
     '34: earnings[0].scheme: "x" is not a scheme of XA. Allowed: xa-basic, xa-general, xa-health, xa-injury, xa-staff.'),
    (GOOD + ACCOUNT, '54: account[0].scheme: "xc-find" is not a scheme of XC. Did you mean "xc-fund"?'),
    (GOOD + statement(scheme='"xa-gen"'), '54: statement[0].scheme: "xa-gen" is not a scheme of XA. Did you mean "xa-general"?'),
    (GOOD + statement(branch='"old_ag"'), '55: statement[0].branch: "old_ag" is not a word known here. Did you mean "old_age"?'),
    (GOOD + statement(kind='"independant"'),
     '56: statement[0].kind: "independant" is not a word known here. Did you mean "independent"?'),
    (spoilt('["old_age"]', '["old_aeg"]'),
     '49: claim[0].branches[0]: "old_aeg" is not a word known here. Did you mean "old_age"?'),
    (GOOD + assume(MINE + "qualifying", '"fifteen"'), '54: assume[0].value: "fifteen" is not a length.'),
    (GOOD + assume(MINE + "qualifying", "15"), "54: assume[0].value: 15 is not text. Write text here."),
    (GOOD + assume(MINE + "qualifying", '"520 weeks"'), '54: assume[0].value: "520 weeks" while the scheme counts months.'),
    (GOOD + assume(MINE + "nationality", '["citizen"]'), '54: assume[0].value[0]: "citizen" is not a word known here. '
     "Allowed: any, asylum_seeker, irregular, national, permanent, refugee, regular, stateless."),
    (GOOD + assume(MINE + "minimum", '"100"'), '54: assume[0].value: "100" is not an amount of money.'),
    (GOOD + assume(MINE + "minimum", '"100 XTS per hour"'), '54: assume[0].value: "100 XTS per hour" is not an amount of money.'),
    (GOOD + assume(MINE + "minimum", '"100 USD per month"'),
     '54: assume[0].value: "100 USD per month" is in USD while the file is in XTS.'),
    (GOOD + assume(MINE + "age", '"60.01 years"'), '54: assume[0].value: "60.01 years" is not an age in whole months.'),
    (GOOD + assume(MINE + "payments", "0"), "54: assume[0].value: 0 is out of range. Write at least 1."),
    (GOOD + assume(MINE + "rounding", '{ unit = "0 XTS" }'),
     '54: assume[0].value.unit: "0 XTS" is not an amount of money above nought.'),
    (GOOD + assume(MINE + "formula", '{ shape = "circle" }'),
     '54: assume[0].value.shape: "circle" is not a word known here. Allowed: account, accrual, bands, flat'),
    (GOOD + assume(MINE + "formula", '"flat"'), '54: assume[0].value: "formula" is a table in the law. Write { shape = ... }'),
    (GOOD + assume(MINE + "formula", '{ shape = "flat", cap = "3 %" }'),
     '54: assume[0].value.cap: "cap" is no parameter of shape "flat".'),
    (GOOD + assume(MINE + "formula.accrual", '"2 XTS"'), '54: assume[0].value: "2 XTS" is not a share per length of time.'),
    (GOOD + assume(MINE + "formula.tiers", '[{ above = "3 years" }]'), '54: assume[0].value[0]: "accrual" is missing.'),
    (GOOD + assume(MINE + "commutation.share", '"50 %"'),
     "53: assume[0].path: the law tells no figure of which this could be a part. Assume the whole figure, as a table."),
    (GOOD + assume(MINE + "reference", '{ method = "last" }'), '54: assume[0].value: method "last" needs "length".'),
    (GOOD + assume(MINE + "qualifying", '{ is = "1 year", from = 2000-01-01 }'),
     "54: assume[0].value.from: the day stands inside the value. Write `from` in the row itself, beside `value`."),
    (GOOD + assume(MINE + "minimun", '"1 XTS"'), '53: assume[0].path: unknown key "minimun". Did you mean "minimum"?'),
    (GOOD + assume(MINE + "from", '"2000"'), '53: assume[0].path: "from" is no figure.'),
    (GOOD + assume("xa.xa-genral.old_age.age", '"60 years"'),
     '53: assume[0].path: "xa-genral" is not a scheme of XA. Did you mean "xa-general"?'),
    (GOOD + assume("xa.xa-general.old_ag.age", '"60 years"'),
     '53: assume[0].path: "old_ag" is not a branch. Did you mean "old_age"?'),
    (GOOD + assume("xa.xa-general.old_age", '"60 years"'), '53: assume[0].path: "xa.xa-general.old_age" does not reach'),
    (GOOD + assume("XA.xa-general.old_age.age", '"60 years"'),
     '53: assume[0].path: "XA" is not how a path names a State. Write "xa".'),
    (GOOD + assume("zz.x.old_age.age", '"60 years"'), '53: assume[0].path: "zz" is not a State.'),
    (GOOD + assume("xw-higer.totalisation.trigger", '"always"'),
     '53: assume[0].path: "xw-higer" is neither a State nor an instrument or series on the shelf. Did you mean "xw-higher"?'),
    (GOOD + assume("xw-higher.totalization.trigger", '"always"'),
     '53: assume[0].path: xw-higher has no chapter "totalization". Did you mean "totalisation"?'),
    (GOOD + assume("xw-higher.totalisation.triger", '"always"'),
     '53: assume[0].path: unknown key "triger". Did you mean "trigger"?'),
    (GOOD + assume("xw-higher.totalisation", '"always"'), '53: assume[0].path: "totalisation" is a chapter, not a figure.'),
    (GOOD + assume("xw-higher.totalisation.trigger", '"alway"'),
     '54: assume[0].value: "alway" is not a word known here. Did you mean "always"?'),
    (GOOD + assume("xw-higher.apportionment.family.method", '"direct"'),
     '53: assume[0].path: xw-higher has no chapter "apportionment.family".'),
    (GOOD + assume("xw-higher.conversion.rows", f'["{FIVE_DAYS}"]'),
     "54: assume[0].value: week_month_row is 6, and rows has no such row. Add it."),
    (GOOD + assume(MINE + "age", '"60 years"') + assume(MINE + "age", '"61 years"'),
     f"58: assume[1].path: {MINE}age is assumed twice (first at line 52)."),
]  # fmt: skip
CERTIFIED = [
    ("months = 130", "months: 130 months certified, but 2005-01-01 to 2014-12-31 holds 120 months."),
    ("days = 300", "days: days without their system: 22, 26 or 30 of them make a month."),
    ("years = 3, months = 12", "months: years together with 12 months can mean two lengths."),
    ("days = 9, day_system = 8", "day_system: 8 is not a system of days."),
    ("months = 3, day_system = 6", "day_system: a system of days without days."),
]
FAULTS += [
    (spoilt("to = 2014-12-31\n", f"to = 2014-12-31\ncertified = {{ {length} }}\n"), f"29: period[1].certified.{said}")
    for length, said in CERTIFIED
]


@pytest.mark.parametrize(("text", "said"), FAULTS, ids=[said[:60] for _, said in FAULTS])
def test_a_fault_is_told_with_its_line_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = ran(capsys, "case", written(tmp_path, text))
    assert (status, out) == (1, "")
    assert len(err) == 1
    assert err[0].startswith(f"a.toml:{said}")
    assert err[0].endswith((".", "?"))
    assert ran(capsys, "check", "a.toml") == (1, "", [*err, "1 file checked: 1 fault"])


@pytest.mark.parametrize(("path", "value"), [
    (MINE + "qualifying", '"10 years"'),
    (MINE + "qualifying", '{ is = "10 years", kinds = ["insurance"] }'),
    (MINE + "minimum", '"unknown"'),
    (MINE + "maximum", '{ none_known = "nobody found one" }'),
    (MINE + "nationality", '["national", "refugee"]'),
    (MINE + "payments", "14"),
    (MINE + "formula.accrual", '"3 % per year"'),
    ("bd.bd-provident.old_age.qualifying", '"10 years"'),
    ("xw-higher.totalisation.min_own_period", '"6 months"'),
    ("xw-higher.overlap.displaced_voluntary_increment", "false"),
    ("xw-higher.branches", '["old_age"]'),
])  # fmt: skip
def test_what_the_law_could_say_may_be_assumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str, value: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = ran(capsys, "case", written(tmp_path, GOOD + assume(path, value)))
    assert (status, err) == (0, [])
    assert out


def test_a_program_that_decides_is_told_of_names_too() -> None:
    case = read_case(spoilt("xa-general", "xa-generl"), "a")
    with pytest.raises(Refused) as refused:
        decide(case)
    assert str(refused.value) == (
        'good: period[0].scheme: "xa-generl" is not a scheme of XA. Did you mean "xa-general"?'
    )


def test_the_branches_are_those_of_a_case() -> None:
    assert get_args(Branch) == BRANCHES


@pytest.mark.parametrize("key", sorted(set(OldAge.known()) - set(Regime.known())))
def test_every_figure_of_a_law_may_be_assumed_unknown_and_the_case_is_still_decided(key: str) -> None:
    assumed = read_case(GOOD + assume(MINE + key, '"unknown"'), "a")
    assert {each.country for each in decide(assumed).benefits} == {"XA", "XB"}
