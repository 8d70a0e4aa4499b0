"""What can be judged without any law: time runs forward, references lead somewhere, rows do not contradict."""

import pytest

from tests.case.example import SMALL, WHOLE, faults, spoilt, with_rows

PERIOD = '[[period]]\nid = "p2"\ncountry = "XB"\nkind = "insurance"\n'
CHILD = '[[family]]\nid = "child"\nrelation = "child"\n'
RATE = '[[rate]]\nbase = "USD"\nquote = "XTS"\non = 2026-01-01\nvalue = "2"\n'
ASSUME = '[[assume]]\npath = "xa.s.old_age.age"\nvalue = "60 years"\nreason = "r"\n'
STATED = '[[statement]]\ncountry = "XA"\nbranch = "old_age"\n'
EVENT = '[[event]]\nid = "v1"\nkind = "death"\n'


def test_the_whole_example_is_sound() -> None:
    assert faults(WHOLE) == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (PERIOD + "from = 2000-01-02\nto = 2000-01-01",
         "a.toml:18: period[1].to: this ends on 2000-01-01, before it starts on 2000-01-02. Mend `from` or `to`."),
        (PERIOD + 'from = "2001"\nto = "2000-12"',
         "a.toml:18: period[1].to: this ends on 2000-12, before it starts on 2001."),
        ('[[household]]\nmembers = ["insured"]\nfrom = 2001-01-01\nto = 2000-01-01',
         "a.toml:16: household[0].to: this ends on 2000-01-01,"),
        (PERIOD + "from = 1961-03-13\nto = 1990-01-01",
         "a.toml:17: period[1].from: 1961-03-13 lies before the birth of insured (1961-03-14). Mend the date, or"),
        (PERIOD + "to = 1950-01-01\ncertified = { months = 1 }",
         "a.toml:17: period[1].to: 1950-01-01 lies before the birth of insured"),
        ('[[residence]]\ncountry = "XA"\nfrom = "1960"', "residence[0].from: 1960 lies before the birth of insured"),
        ('[[earnings]]\ncountry = "XA"\nfrom = "1950"\nto = "1951"\namount = "1"\ncurrency = "XTS"\nper = "year"',
         "earnings[0].from: 1950 lies before the birth"),
        (CHILD + "born = 1990-01-01\nin_care = { from = 1989-01-01 }",
         "a.toml:17: family[0].in_care.from: 1989-01-01 lies before the birth of child (1990-01-01)."),
        (CHILD + "born = 1990-01-01\ndependent = [{ from = 1990-01-01 }, { from = 1989-01-01 }]",
         "a.toml:17: family[0].dependent[1].from: 1989-01-01 lies before the birth of child"),
        ('[[claim]]\nbranches = ["old_age"]\ndate = 1960-01-01', "claim[0].date: 1960-01-01 lies before the birth of"),
        ('[[event]]\nid = "v"\nkind = "accident"\ndate = 1960-01-01', "event[0].date: 1960-01-01 lies before the"),
        (EVENT + 'date = 2000-01-01\n[[event.exposure]]\ncountry = "XA"\nfrom = 1960-01-01',
         "a.toml:19: event[0].exposure[0].from: 1960-01-01 lies before the birth of insured"),
        (EVENT + 'date = 2000-01-01\nincapacity = { from = 2000-01-09, to = 2000-01-02 }',
         "event[0].incapacity.to: this ends on 2000-01-02, before it starts on 2000-01-09. Mend `from` or `to`."),
        (EVENT + 'date = 2000-01-01\nincapacity = [{ from = 2000-01-02 }, { from = 2000-01-09, to = 2000-01-05 }]',
         "event[0].incapacity[1].to: this ends on 2000-01-05, before it starts on 2000-01-09."),
        (EVENT + 'date = 2000-01-01\n[[event.assessment]]\non = 1999-01-01\ndegree = "5 %"',
         "event[0].assessment[0].on: 1999-01-01 lies before the event itself (2000-01-01)."),
        (CHILD + "born = 1990-01-01\ndied = 1989-12-31", "family[0].died: 1989-12-31 lies before the birth"),
        (CHILD + "born = 1960-12-31", "family[0].born: a child born on 1960-12-31, before the insured (1961-03-14)."),
        (CHILD + CHILD, 'a.toml:17: family[1].id: the id "child" is given twice (first at line 13). Keep one, or'),
        (CHILD.replace('"child"', '"insured"', 1), 'family[0].id: "insured" is the id of the person of [person].'),
        (PERIOD.replace("p2", "p1") + "certified = { months = 1 }",
         'a.toml:14: period[1].id: the id "p1" is given twice (first at line 7).'),
        (CHILD + '[[claim]]\nclaimant = "chid"\nbranches = ["survivors"]\ndate = 2026-01-01',
         'claim[0].claimant: there is no person "chid" in this case. Did you mean "child"?'),
        (PERIOD + 'certified = { months = 1 }\nperson = "wife"',
         'period[1].person: there is no person "wife" in this case. Allowed: insured.'),
        ('[[household]]\nmembers = ["insured", "wife"]',
         'household[0].members[1]: there is no person "wife" in this case.'),
        ('[[residence]]\ncountry = "XA"\nto = 2000-01-01\n[[residence]]\ncountry = "XB"\nfrom = 2000-01-01',
         "a.toml:18: residence[1].from: insured resides in XB and in XA (line 13) at one time."
         " End one the day before the other begins."),
        ('[[residence]]\ncountry = "XB"\nfrom = 2001-01-01\nto = 2001-12-31\n[[residence]]\ncountry = "XA"\n'
         "to = 2010-12-31\n" '[[residence]]\ncountry = "XC"\nfrom = 2011-01-01',
         "a.toml:15: residence[0].from: insured resides in XB and in XA (line 17) at one time."),
        (PERIOD.replace("XB", "SU") + "from = 1995-01-01\nto = 1996-01-01",
         'period[1].country: "SU" stands for a State that ended in 1992 or before. Write RU or another successor'),
        ('[[claim]]\nbranches = []\ndate = 2026-01-01', "claim[0].branches: the claim names no branch."),
        ('[[claim]]\nbranches = ["survivors"]\ndate = 2026-01-01',
         'claim[0].branches: "survivors" is claimed by the insured. Name the survivor as claimant, by an id of'),
        (STATED + 'kind = "award"\namount = "5"\nper = "month"',
         'statement[0].currency: an amount without a currency. Write currency = "USD".'),
        (STATED + 'kind = "award"\ncurrency = "USD"', "statement[0].currency: a currency without an amount."),
        (STATED + 'kind = "award"\namount = "5"\ncurrency = "USD"',
         "statement[0].per: an amount of which it is not said for how long."),
        (STATED + 'kind = "theoretical"', "statement[0].amount: a statement of kind theoretical needs an amount."),
        (STATED + 'kind = "required"', "statement[0].length: a statement of kind required needs a length."),
        (STATED + 'kind = "required"\nlength = { months = 1 }\namount = "1"\ncurrency = "USD"\nper = "month"',
         "statement[0].amount: a statement of kind required has no amount. Make it a row of its own."),
        (STATED + 'kind = "reference"\nlength = { months = 1 }\namount = "1"\ncurrency = "USD"\nper = "month"',
         "statement[0].length: a statement of kind reference has no length."),
        (RATE.replace("USD", "XTS"), "rate[0].quote: a rate of XTS to itself. Name two currencies."),
        (RATE.replace('"2"', '"0.00"'), "rate[0].value: a rate of nought."),
        (RATE + RATE.replace('"2"', '"3"'), "rate[1].value: this rate is given twice (first at line 13)."),
        (ASSUME + ASSUME, "assume[1].path: xa.s.old_age.age is assumed twice (first at line 13)."),
        (ASSUME.replace("xa.s.old_age.age", "minimum"), 'assume[0].path: "minimum" is not a path in the law.'),
        (ASSUME.replace('"60 years"', '""'), "assume[0].value: the value is empty."),
        (ASSUME.replace('"60 years"', "{ is = 1.5 }"), "assume[0].value.is: 1.5 is a float, which is not exact."),
    ],
)  # fmt: skip
def test_a_contradiction_is_told(rows: str, said: str) -> None:
    told = with_rows(rows)
    assert len(told) == 1, told
    assert said in told[0]


@pytest.mark.parametrize(
    "rows",
    [
        PERIOD + 'from = "2000"\nto = 2000-01-01',
        PERIOD + 'from = "1961"\nto = "1961-03"',
        PERIOD + "from = 1961-03-14\nto = 1961-03-14",
        PERIOD.replace("XB", "SU") + "from = 1990-01-01\nto = 1996-01-01",
        '[[residence]]\ncountry = "XA"\nto = "2000"\n[[residence]]\ncountry = "XB"\nfrom = 2000-05-01',
        CHILD + 'born = 1990-01-01\n[[residence]]\ncountry = "XA"\n[[residence]]\ncountry = "XB"\nperson = "child"',
        CHILD.replace('relation = "child"', 'relation = "stepchild"') + "born = 1950-01-01",
        CHILD + 'born = "1961"',
        RATE + RATE.replace("2026-01-01", "2026-01-02"),
        ASSUME + ASSUME + "from = 2000-01-01",
        STATED + 'kind = "award"',
        STATED + 'kind = "refusal"',
        CHILD + '[[claim]]\nclaimant = "child"\nbranches = ["survivors"]\ndate = 2026-01-01',
    ],
)
def test_what_may_be_meant_is_no_contradiction(rows: str) -> None:
    assert with_rows(rows) == []


def test_death_ends_what_a_person_does() -> None:
    dead = SMALL.replace("born = 1961-03-14", "born = 1961-03-14\ndied = 1985-01-01")
    assert faults(dead) == []
    assert faults(dead + PERIOD + "from = 1985-01-02\nto = 1985-02-01") == [
        "a.toml:18: period[1].from: 1985-01-02 lies after the death of insured (1985-01-01). Mend the date, or `died`."
    ]
    assert faults(dead + PERIOD + 'from = "1985"\nto = 1985-02-01') == []
    assert faults(dead + EVENT + 'date = "1985"') == []
    assert faults(dead + EVENT + "date = 1986-01-01") == [
        "a.toml:17: event[0].date: insured died on 1985-01-01, and here on 1986-01-01. Say one of the two."
    ]
    assert spoilt("born = 1961-03-14", "born = 1995-03-14\ndied = 1985-01-01")[0].startswith(
        "a.toml:6: person.died: 1985-01-01 lies before the birth (1995-03-14)."
    )


def test_the_dead_claim_nothing_but_survivors_do() -> None:
    dead = SMALL.replace("born = 1961-03-14", "born = 1961-03-14\ndied = 1985-01-01")
    claim = '[[claim]]\nbranches = ["old_age"]\ndate = '
    assert faults(dead + claim + "1985-01-01") == []
    assert faults(dead + claim + '"1985"') == []
    (said,) = faults(dead + claim + "1985-01-02")
    assert said.endswith(
        "claim[0].date: insured died on 1985-01-01 and cannot claim on 1985-01-02. "
        "Mend the date, or `died`; or name a survivor as claimant, by an id of the family."
    )
    widow = '[[family]]\nid = "w"\nrelation = "spouse"\n[[claim]]\nclaimant = "w"\nbranches = ["survivors"]\n'
    assert faults(dead + widow + "date = 1986-01-01") == []
    widow = widow.replace('"spouse"', '"spouse"\ndied = 1985-06-01')
    assert "w died on 1985-06-01 and cannot claim on 1986-01-01" in faults(dead + widow + "date = 1986-01-01")[0]


def test_the_short_forms_and_the_rows_do_not_tell_the_same_thing_twice() -> None:
    short = SMALL.replace("born = ", 'nationalities = ["XA"]\nresidence_status = "refugee"\nborn = ')
    assert faults(short + '[[residence]]\ncountry = "XA"') == []
    assert faults(short + '[[nationality]]\ncountry = "XA"') == [
        "a.toml:15: nationality[0]: the nationalities of the insured stand in [person] already, as never changing."
        " Keep `nationalities` there or the dated rows here."
    ]
    assert faults(short + '[[residence]]\ncountry = "XA"\nresidence_status = "regular"') == [
        'a.toml:17: residence[0].residence_status: "regular" here, and "refugee" in [person], as never changing.'
        " Keep one of the two."
    ]


def test_a_row_that_is_not_sound_still_lends_its_id() -> None:
    said = with_rows(CHILD + 'sex = "W"\n[[claim]]\nclaimant = "child"\nbranches = ["survivors"]\ndate = 2026-01-01')
    assert [line.split(": ")[1] for line in said] == ["family[0].sex"]


@pytest.mark.parametrize("id_", ["", 'id = "a/b"\n', "id = 1.5\n", "id = child\n"])
def test_where_an_id_of_the_family_cannot_be_read_nobody_is_called_a_stranger(id_: str) -> None:
    said = with_rows(CHILD.replace('id = "child"\n', id_) + PERIOD + 'certified = { months = 1 }\nperson = "child"')
    assert all("family[0].id" in line or "no person" not in line for line in said)
    assert len(said) == 1
