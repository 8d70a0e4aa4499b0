"""Whatever files and words a command is given, it answers, says what is wrong and what to do, or says how it is used."""

import contextlib
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from portability.cli import main
from tests.laws.spoiling import CASES, Tables, spoilt_cases
from tests.laws.spoiling_law import SAID_OF_A_LAW, SERIES

GOOD_DAYS = ("2026-01-01", "2025-06-30", "2019-12-31", "2012-01-01", "2199-12-31")
DAYS = st.sampled_from((*GOOD_DAYS * 3, "2026-02-30", "2010", "", "٣"))
VERBS = st.sampled_from(("case", "case", "compare", "missing", "check"))
SETS = ("none", "as-bound", "r167-for-all", "sadc-guidelines")
IDS = st.sampled_from(("xw-higher", "xv-pro-rata", "xt-funds", "eu-883-2004", "ilo-c118", "sadc-guidelines-2020", "nope"))
PLACES = ("xa.xa-general.old_age", "xb.xb-general.invalidity", "xa.xa-general.survivors", "xp.xp-points.old_age")
FIGURES = st.builds("{}.{}={}".format, st.sampled_from(PLACES), st.sampled_from(sorted(SAID_OF_A_LAW)),
                    st.sampled_from(("15 years", "60 %", "unknown", "3", '{ is = "9 XTS per month" }', "[", "true")))  # fmt: skip
OF_SERIES = st.builds("{}={}".format, st.sampled_from(SERIES), st.sampled_from(("1500 XTS per month", "unknown", "7", "x")))
OPTIONS = st.one_of(
    st.builds(lambda key, day: [key, day], st.sampled_from(("--at", "--as-of", "--as-of")), DAYS),
    st.builds(lambda key, id_: [key, id_], st.sampled_from(("--with", "--without")), IDS),
    st.builds(lambda path: ["--set", path], FIGURES | OF_SERIES),
    st.sampled_from((["--json"], ["--json"], ["--markdown"], ["--lang", "fr"], ["--trace"])),
)
CURRENCY = st.sampled_from(([], ["--currency", "XTS"], ["--currency", "USD"], ["--currency", "xts"], ["--currency", ""]))
UNDER = st.lists(st.sampled_from((*SETS * 3, "as-bund", "")), min_size=1, max_size=3, unique=True)
SOUND = st.sampled_from(CASES)


def ran(*words: str) -> tuple[int, str, str]:
    """How a command ends, what it answers and what it says is wrong."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(words)
    return status, out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drawn")


def put(folder: Path, tables: Tables, number: int) -> str:
    """A case as a JSON file; its path."""
    path = folder / f"case{number}.json"
    path.write_text(json.dumps(tables, default=str), "utf-8")
    return str(path)


@pytest.mark.filterwarnings("error")
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(SOUND | SOUND | spoilt_cases(), min_size=1, max_size=2), VERBS,
       st.lists(OPTIONS, max_size=2), UNDER, CURRENCY)  # fmt: skip
def test_a_command_answers_or_says_what_is_wrong(
    folder: Path, cases: list[Tables], verb: str, options: list[list[str]], under: list[str], currency: list[str]
) -> None:
    files = [put(folder, tables, number) for number, tables in enumerate(cases)]
    chosen = {"compare": ["--under", *under, *currency], "check": []}.get(verb, ["--agreements", under[0]])
    more = [word for each in options for word in each] if verb != "check" else []
    words = [verb, *(files if verb in ("case", "check") else files[:1]), *chosen, *more]
    status, out, err = ran(*words)
    event(f"{verb} {status}")
    assert status in (0, 1, 2), words
    assert "Traceback" not in err, words
    assert "the program fails" not in err, (words, err)
    for line in err.splitlines():
        assert line.isprintable(), line
    if status == 0:
        assert out.strip(), words
        assert "--json" not in words or json.loads(out)
    if status == 1:
        faults = err.splitlines()
        assert faults, words
        told = [line for line in faults if not re.match(r"\S+: .+[.?]$|[0-9]+ files? checked: ", line)]
        assert told == [], told
