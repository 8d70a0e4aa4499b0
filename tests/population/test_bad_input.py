"""Bad populations are refused with a sentence that helps, with row numbers, all at once, and at most so many of a kind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from portability.faults import Refused
from portability.law.shelf import default_shelf
from portability.population.collected import MOST
from portability.population.names import known_schemes
from portability.population.reading import read_people
from portability.population.simulate import simulate
from tests.house.command import run
from tests.population.made import simulation

PERSONS = "person,born_month,sex,claim_date\n1,660,M,2026-01-01\n2,650,F,2026-01-01\n3,655,F,2026-01-01\n"
SPELLS = (
    "person,country,scheme,kind,from_month,until_month\n"
    "1,XA,xa-general,insurance,960,1080\n1,XB,xb-general,insurance,1080,1200\n2,XA,xa-general,insurance,960,1080\n"
)
EARNINGS = "person,country,scheme,year,amount,currency\n1,XA,xa-general,1985,1200.00,XTS\n"


def folder(where: Path, **tables: str) -> Path:
    """A population of CSV files: sound ones, with some in their place."""
    for name, text in {"persons": PERSONS, "spells": SPELLS, "earnings": EARNINGS, **tables}.items():
        (where / f"{name}.csv").write_text(text, "utf-8")
    return where


def instead(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


BAD = {
    "unsorted rows": (
        {"spells": SPELLS + "1,XA,xa-general,insurance,1200,1210\n"},
        "spells.csv: row 4, person: person 1 comes after person 2: not sorted. Sort every table by person",
    ),
    "unsorted persons": (
        {"persons": instead(PERSONS, "3,655", "0,655")},
        "persons.csv: row 3, person: person 0 comes after person 2: not sorted.",
    ),
    "a person twice": (
        {"persons": instead(PERSONS, "3,655", "2,655")},
        "persons.csv: row 3, person: person 2 is there twice. Keep one row for each person.",
    ),
    "a stranger": (
        {"spells": SPELLS + "9,XA,xa-general,insurance,960,970\n"},
        "spells.csv: row 4, person: person 9 is not among the persons.",
    ),
    "an unknown word": (
        {"spells": instead(SPELLS, "xb-general,insurance", "xb-general,insurence")},
        'spells.csv: row 2, kind: "insurence" is not a word known here. Did you mean "insurance"?',
    ),
    "an unknown country": (
        {"spells": instead(SPELLS, "1,XB", "1,xb")},
        'spells.csv: row 2, country: "xb" is not a country code. Did you mean "XB"?',
    ),
    "a missing column": (
        {"spells": instead(SPELLS, ",kind,", ",sort,")},
        'spells.csv: the column "kind" is missing. Columns of spells: person, id, country',
    ),
    "an unknown column": (
        {"persons": instead(PERSONS, "born_month", "born_mnth")},
        'persons.csv: there is no column "born_mnth" in persons. Did you mean "born_month"?',
    ),
    "an empty cell": (
        {"spells": instead(SPELLS, "2,XA,xa-general,insurance", "2,XA,xa-general,")},
        "spells.csv: row 3, kind: this is empty. Every row needs one of insurance",
    ),
    "an empty person": (
        {"spells": SPELLS + ",XA,xa-general,insurance,960,970\n"},
        "spells.csv: row 4, person: this is empty. Say whom the row is about.",
    ),
    "a wrong type": (
        {"spells": instead(SPELLS, "1080,1200", "1080,later")},
        'spells.csv: row 2, until_month: "later" is not a whole number. Write it in digits, as 12.',
    ),
    "a negative month": (
        {"spells": instead(SPELLS, "1080,1200", "-5,1200")},
        "spells.csv: row 2, from_month: -5 is a negative month. Months are counted from January 1900, which is 0.",
    ),
    "a time without a month": (
        {"spells": instead(SPELLS, "1080,1200", "1080,1080")},
        "spells.csv: row 2, until_month: the time has no month in it.",
    ),
    "a spell before birth": (
        {"spells": instead(SPELLS, "2,XA,xa-general,insurance,960", "2,XA,xa-general,insurance,640")},
        "spells.csv: row 3: from 1953-05-01, before the birth of the person (1954-03-01).",
    ),
    "a row twice": (
        {"spells": SPELLS + "2,XA,xa-general,insurance,960,1080\n"},
        "spells.csv: row 4: this row says again what the row before it says. Keep one of the two.",
    ),
    "a file cut off inside a row": (
        {"spells": SPELLS[:-20]},
        "spells.csv: the last line has no end: the file is cut off. Make it again",
    ),
    "a row cut off": (
        {"spells": SPELLS + "3,XA\n"},
        "spells.csv: row 4: the row has 2 cells, and there are 6 columns. Is the file cut off? Make it again.",
    ),
    "an empty file": ({"earnings": ""}, "earnings.csv: the file is empty."),
    "an unknown table": ({"spels": SPELLS}, 'spels.csv: there is no table "spels". Did you mean "spells"?'),
    "too many digits": (
        {"earnings": instead(EARNINGS, "1200.00", "1200.005")},
        "earnings.csv: row 1, amount: more digits than XTS is paid in. Write 2 digits after the point.",
    ),
    "a negative amount": ({"earnings": instead(EARNINGS, "1200.00", "-1")}, "row 1, amount: -1 is below nought."),
    "a currency nobody has": ({"earnings": instead(EARNINGS, "XTS", "XQQ")}, 'row 1, currency: "XQQ" is not a currency code'),
    "days and months": (
        {"spells": instead(SPELLS, "from_month,until_month", "from,from_month")},
        'spells.csv: both "from" and "from_month" are told',
    ),
}  # fmt: skip


def test_the_sound_population_is_read(tmp_path: Path) -> None:
    assert len(read_people(folder(tmp_path))) == 3


@pytest.mark.parametrize(("tables", "said"), BAD.values(), ids=list(BAD))
def test_a_bad_table_is_refused_with_a_sentence_that_helps(tables: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_people(folder(tmp_path, **tables))
    assert any(said in str(fault) for fault in refused.value.faults), str(refused.value)


def test_all_faults_are_told_at_once_and_at_most_so_many_of_a_kind(tmp_path: Path) -> None:
    many = SPELLS + "".join(f"3,XA,xa-general,insurence,{960 + k},{961 + k}\n" for k in range(12)) + "3,XQQ,s,insurance,1,x\n"
    with pytest.raises(Refused) as refused:
        read_people(folder(tmp_path, spells=many))
    told = [str(fault) for fault in refused.value.faults]
    assert sum("insurence" in line for line in told) == 1
    assert "spells.csv: 11 more rows are like the last one." in told
    assert any("row 16, country" in line for line in told)
    assert any("row 16, until_month" in line for line in told)
    assert len(told) <= 4 * MOST


def test_a_scheme_the_law_does_not_have_is_named_with_its_first_row(tmp_path: Path) -> None:
    people = read_people(folder(tmp_path, spells=instead(SPELLS, "2,XA,xa-general", "2,XA,xa-genral")))
    with pytest.raises(Refused) as refused:
        known_schemes(people, default_shelf())
    assert str(refused.value) == 'spells: row 3, scheme: "xa-genral" is not a scheme of XA. Did you mean "xa-general"?'


@pytest.mark.parametrize("missing", ["persons", "spells"])
def test_a_population_without_its_tables_is_refused(missing: str, tmp_path: Path) -> None:
    (folder(tmp_path) / f"{missing}.csv").unlink()
    with pytest.raises(Refused, match=f"the table {missing} is missing"):
        read_people(tmp_path)


def test_a_table_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    (folder(tmp_path) / "spells.parquet").write_bytes(b"PAR1")
    with pytest.raises(Refused, match="this table is there twice"):
        read_people(tmp_path)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize("harm", [cut, lambda content: b"", lambda content: b"PAR1" + content], ids=["cut", "empty", "other"])
def test_a_parquet_file_that_is_not_whole_is_refused(harm: Callable[[bytes], bytes], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra [population] is not installed")
    from pyarrow import table

    (folder(tmp_path) / "spells.csv").unlink()
    parquet.write_table(table({"person": list(range(5000))}), tmp_path / "spells.parquet")
    content = (tmp_path / "spells.parquet").read_bytes()
    (tmp_path / "spells.parquet").write_bytes(harm(content))
    with pytest.raises(Refused) as refused:
        read_people(tmp_path)
    assert "spells.parquet" in str(refused.value)


def test_floating_amounts_in_parquet_are_refused_and_gaps_in_whole_numbers_are_read(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra [population] is not installed")
    from pyarrow import table

    folder(tmp_path)
    for name in ("persons", "spells", "earnings"):
        (tmp_path / f"{name}.csv").unlink()
    parquet.write_table(table({"person": [1, 2], "born_month": [660.0, None]}), tmp_path / "persons.parquet")
    spells = {"person": [1], "country": ["XA"], "kind": ["insurance"], "from_month": [960.0], "until_month": [970.0]}
    parquet.write_table(table(spells), tmp_path / "spells.parquet")
    assert read_people(tmp_path).tables["persons"]["born_month"].tolist() == [660, -1]
    rows = {"person": [1], "country": ["XA"], "scheme": ["xa-general"], "year": [1985], "amount": [0.1], "currency": ["XTS"]}
    parquet.write_table(table(rows), tmp_path / "earnings.parquet")
    with pytest.raises(Refused, match=r"row 1, amount: 0\.1 is held as a floating number, which is not exact"):
        read_people(tmp_path)


def test_bad_input_leaves_nothing_that_looks_like_a_result(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    where = folder(tmp_path / "people", spells=SPELLS + "9,XA,xa-general,insurance,960,970\n")
    with pytest.raises(Refused):
        simulate(simulation(where, tmp_path / "out"))
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.rglob("results.*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--under", "non"], '--agreements: there is no set "non". Did you mean "none"?'),
        (["--under", "none", "none"], '--under: the set "none" is named twice.'),
        (["--under", "none", "--by", "sexx"], '--by: there is no field "sexx". Did you mean "sex"?'),
    ],
)
def test_the_command_refuses_with_a_sentence(words: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    ran = run("simulate", str(folder(tmp_path / "people")), *words, "--out", str(tmp_path / "out"))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "out").exists()


def test_the_command_decides_and_replays(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    where, out = folder(tmp_path / "people"), tmp_path / "out"
    ran = run("simulate", str(where), "--under", "none", "as-bound", "--out", str(out), "--by", "sex")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == (out / "summary.txt").read_text("utf-8")
    again = run("replay", str(out), "--person", "1", "--under", "none", "--json")
    assert again.returncode == 0, again.stderr
    assert '"equal": true' in again.stdout
    stranger = run("replay", str(out), "--person", "7")
    assert stranger.returncode == 1
    assert 'there is no person "7" in the population' in stranger.stderr
