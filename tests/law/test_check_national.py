"""Every fault of a national law is said once, with what to do about it."""

from pathlib import Path

import pytest

from tests.law.bad import faults

R = "xa-general.old_age"
NATIONAL_FAULTS = [
    ("currency =", "curency =", ["\"currency\" is missing. Add it.",
                                 'curency: unknown key "curency". Did you mean "currency"?']),
    ("minimum = [", "minimun = [", [f'{R}[1].minimun: unknown key "minimun". Did you mean "minimum"?']),
    ('is = "15 years", kinds = ["insurance"], cites = "s. 8", ', 'is = "15 years", kinds = ["insurance"], ',
     [f'{R}[1].qualifying: "cites" is missing. Name the article, as in cites = "s. 8(1)".']),
    (', cites = "s. 10", standing = "official"', ', cites = "s. 10"',
     [f'{R}[1].reference: "standing" is missing. '
      "Say how well it is established: official, secondary, unconfirmed or assumed."]),
    ('cites = "s. 10", standing = "official"', 'cites = "s. 10", standing = "offical"',
     [f'{R}[1].reference.standing: "offical" is not a word known here. Did you mean "official"?']),
    ('source = "xa-act"', 'source = "xa-akt"', [f'{R}[0].source: "xa-akt" is not a source. '
                                               'Did you mean "xa-act"?']),
    ('"s. 12", standing', '"s. 12", source = "nowhere-at-all", standing',
     [f'{R}[1].formula.source: "nowhere-at-all" is not a source. Add it to sources.toml.']),
    ("until = 2009-12-31", "until = 2009-11-30",
     [f"{R}[1].from: no law from 2009-12-01 to 2009-12-31. "
      "Close the gap, or add a regime that says what held in between."]),
    ("until = 2009-12-31", "until = 2010-06-30",
     [f"{R}[1].from: the regime of 2010-01-01 begins before the one before it ends on 2010-06-30. "
      "End that one on 2009-12-31."]),
    ("until = 2009-12-31", "until = 1979-12-31",
     [f"{R}[0].until: until 1979-12-31 is before from 1980-01-01. Give the last day of the regime."]),
    ("from = 2010-01-01\nsource", "from = 1979-01-01\nsource",
     [f"{R}[1].from: the regime of 1979-01-01 comes after that of 1980-01-01. "
      "Put the oldest first, one a day."]),
    ("from = 2020-01-01, is", "from = 2009-01-01, is",
     [f"{R}[1].minimum[1].from: 2009-01-01 comes after 2010-01-01 in the list. Put the oldest first."]),
    ("from = 2020-01-01, is", "from = 2010-01-01, is",
     [f"{R}[1].minimum[1].from: two leaves begin on 2010-01-01. Keep one of them."]),
    ("{ from = 2010-01-01, is", "{ is",
     [f'{R}[1].minimum[0]: "from" is missing in a dated leaf. Give the first day, as in from = 2010-01-01.']),
    ("known_to = 2025-12-31", "known_to = 2019-12-31",
     [f"{R}[1].minimum[1].known_to: known_to 2019-12-31 is before from 2020-01-01. "
      "Give the last day it is known."]),
    ('maximum = { none_known', 'maximum = { from = 2010-01-01, none_known',
     [f'{R}[1].maximum.from: "from" stands outside a list of dated leaves. Put the leaf in a list.']),
    ('maximum = { none_known = "nobody found one", cites = "s. 15", standing = "assumed" }',
     'maximum = { repealed = "gone", cites = "s. 15", standing = "official" }',
     [f"{R}[1].maximum.repealed: a repeal stands alone. Put it in a list, after the leaf it ends."]),
    ('maximum = { none_known', 'maximum = { is = "900 XTS per month", none_known',
     [f"{R}[1].maximum: the leaf says two things: is and none_known. Keep one of them."]),
    ('unit = "months", part', 'part',
     [f'{R}[0].counts: the leaf says nothing. Give unit = ..., or unknown = "why it is not known".']),
    ('F = "60 years", M = "65 years"', 'M = "65 years"',
     [f"{R}[1].age: M stands without F. Give both, or one figure for all."]),
    (', missing_day = "later", cites = "s. 7"', ', cites = "s. 7"',
     [f'{R}[1].age: "missing_day" is missing. Add it.']),
    ('cites = "s. 15", standing = "assumed"', 'cites = "s. 15", standing = "official"',
     [f'{R}[1].maximum.standing: "official" stands beside "none_known". Write standing = "assumed".']),
    ('cites = "s. 12", standing = "official"', 'cites = "s. 12", standing = "assumed"',
     [f'{R}[1].formula.standing: standing "assumed" gives no reason. Add reason = "why this is taken".']),
    ('cites = "s. 12", standing = "official"', 'cites = "s. 12", standing = "assumed", reading = "months / 12"',
     [f'{R}[1].formula: "reading" stands without "other_reading". Name both readings.']),
    ('is = "15 years"', 'is = "15"',
     [f'{R}[1].qualifying.is: "15" is not a length. Write it like "15 years".']),
    ('is = "15 years"', "is = 15",
     [f"{R}[1].qualifying.is: 15 is not text. Write text here."]),
    ('is = "15 years"', "is = 15.5",
     [f'{R}[1].qualifying.is: 15.5 is a float, which is not exact. Write it as text: "15.5".']),
    ('is = "15 years"', 'is = "780 weeks"',
     [f'{R}[1].qualifying.is: "780 weeks" while the scheme counts months. Write it in months, or in years.']),
    ('is = "400 XTS per month"', 'is = "400 per month"',
     [f'{R}[1].minimum[1].is: "400 per month" is not an amount of money. Write it like "3200 XTS per month".']),
    ('is = "400 XTS per month"', 'is = "400 USD per month"',
     [f'{R}[1].minimum[1].is: "400 USD per month" is in USD while the file is in XTS. '
      "Change the amount, or add the currency to the file."]),
    ('accrual = "1.5 % per year"', 'accrual = "1.5 %"',
     [f'{R}[1].formula.accrual: "1.5 %" is not a share per length of time. Write it like "1.5 % per year".']),
    ('accrual = "1.5 % per year", ', "",
     [f'{R}[1].formula: shape "accrual" needs "accrual". Give it in formula, or beside it as a leaf.']),
    ('shape = "accrual"', 'shape = "acrual"',
     [f'{R}[1].formula.shape: "acrual" is not a word known here. Did you mean "accrual"?']),
    ('shape = "flat",', 'shape = "flat", cap = "80 %",',
     [f'{R}[0].formula.cap: "cap" is no parameter of shape "flat". It has amount.']),
    ('reference = { method = "last", length = "60 months", cites = "s. 10", standing = "official" }\n', "",
     [f"{R}[1].formula: the regime has no reference earnings. Add reference = {{ method = ... }}."]),
    ('length = "60 months"', 'length = "260 weeks"',
     [f'{R}[1].reference.length: "260 weeks" is the length of earnings. Write it in months or years.']),
    ('{ unit = "months", part = "any_day", cites = "s. 3", standing = "official" }\nformula',
     '{ unit = "days", part = "any_day", cites = "s. 3", standing = "official" }\nformula',
     [f'{R}[0].counts: "day_system" is missing where days are counted. Say 5, 6 or 7.']),
    ('["old_age"]', '["oldage"]',
     ['scheme.xa-general.branches[0]: "oldage" is not a word known here. Did you mean "old_age"?']),
    ("[scheme.xa-general]", "[scheme.xa-genral]",
     ['xa-general: "xa-general" is no scheme of this file. Did you mean "xa-genral"?']),
    ('country = "XA"', 'country = "ZZ"',
     ['country: "ZZ" is not the code of a State. Write an ISO 3166-1 alpha-2 code; XA to XZ are invented.',
      'country: "ZZ" does not fit the file name xa.toml. Call the file zz.toml.']),
    ('format = "portability.national/1"', 'format = "portability.nation/1"',
     ['format: "portability.nation/1" is not a format of a law file. Write one of portability.national/1, '
      "portability.instrument/1, portability.floor/1, portability.comparison/1, portability.series/1."]),
    ("reviewed = 2026-11-21", 'reviewed = "2026-11-21"',
     ['reviewed: "2026-11-21" is text, not a date. Write a date without quotes, as in 2010-01-31.']),
]


@pytest.mark.parametrize(("old", "new", "said"), NATIONAL_FAULTS, ids=[said[-1][:60] for _, _, said in NATIONAL_FAULTS])
def test_a_fault_of_a_national_law_is_said(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert faults(tmp_path, "xa.toml", old, new) == said
