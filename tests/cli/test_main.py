"""The command: help without the engine, usage, and quiet ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import portability.cli
import portability.cli.glossary
from portability import __version__
from portability.cli import HELP, VERBS, main
from portability.cli.case import read

START = "import sys; from portability.cli import main; sys.exit(main())"


def ran(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", START, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload, no-any-return]  # options of run


def test_help_names_every_verb_and_every_verb_has_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == main(["-h"]) == main(["help"]) == 0
    assert capsys.readouterr().out == HELP * 3
    folder = Path(portability.cli.__file__).parent
    assert {path.stem for path in folder.glob("*.py")} >= set(VERBS)
    for verb, does in VERBS.items():
        assert f"  {verb} " in HELP
        assert does in HELP


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith(f"usage: portability {verb}")
    assert told.err == ""


def test_wrong_usage_is_2_and_says_what_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err == HELP
    assert main(["chek", "a.toml"]) == 2
    assert capsys.readouterr() == ("", 'portability: there is no command "chek". Did you mean "check"?\n')
    assert main(["check"]) == 2
    assert main(["case", "a.toml", "--lang", "pt"]) == 2
    assert "not yet; the sentences exist in en only" in capsys.readouterr().err
    assert main(["case", "a.toml", "--at", "2026-13-01"]) == 2
    assert '"2026-13-01" is not a date (month 13). Write YYYY-MM-DD.' in capsys.readouterr().err
    assert main(["case", "a.toml", "--as-of", "2020"]) == 2
    assert '"2020" is not a date. Write YYYY-MM-DD.' in capsys.readouterr().err
    assert main(["case", "a.toml", "--set", "minimum"]) == 2
    assert '"minimum" is not PATH=VALUE' in capsys.readouterr().err
    assert main(["case", "a.toml", "--json", "--markdown"]) == 2


def test_the_words_of_case_are_read() -> None:
    words = ["a.toml", "b.json", "--json", "--at", "2026-04-01", "--agreements", "none", "--without", "x", "--with"]
    asked = read([*words, "y", "--set", "xa.s.old_age.age=60 years", "--trace"])
    assert (asked.files, asked.form) == (("a.toml", "b.json"), "json")
    assert asked.request == {
        "at": date(2026, 4, 1),
        "as_of": None,
        "agreements": "none",
        "without": ("x",),
        "added": ("y",),
        "overlay": (("xa.s.old_age.age", "60 years"),),
        "trace": True,
    }
    assert read(["a.toml"]).form == "table"
    assert read(["a.toml"]).request["agreements"] == "as-bound"


def test_the_version_is_said() -> None:
    assert ran("--version").stdout == f"portability {__version__}\n"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from portability.cli import main; main(['--help']); "
        "print([n for n in ('argparse', 'pydantic', 'json', 're', 'datetime') if n in sys.modules], file=sys.stderr)"
    )
    alone = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(Path.cwd())!r}); {code}"]
    ran = subprocess.run(alone, capture_output=True, text=True, check=True)
    assert ran.stderr == "[]\n"


def test_a_reader_that_stops_early_is_no_fault() -> None:
    command = f'"{sys.executable}" -c "{START}" schema case | head -n 1'
    ended = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert ended.stdout == "{\n"
    assert ended.stderr == ""
    assert ended.returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_said() -> None:
    command = [sys.executable, "-c", START, "glossary"]
    with open("/dev/full", "w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == "portability: the answer cannot be written (No space left on device)\n"


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(verb: str, words: Sequence[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(portability.cli, "_run", interrupted)
    assert main(["glossary"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_failure_of_the_program_is_called_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing() -> str:
        raise KeyError("word")

    monkeypatch.setattr(portability.cli.glossary, "glossary", failing)
    assert main(["glossary"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("portability: the program fails (KeyError: 'word'; test_main.py, line ")
    assert told.err.endswith("). This is a fault of the program, not of what it was given: please report both.\n")


def test_an_interruption_of_the_process_is_quiet(tmp_path: Path) -> None:
    pipe = tmp_path / "case.toml"
    os.mkfifo(pipe)
    command = [sys.executable, "-c", START, "check", str(pipe)]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell in the background hands on that it is ignored
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heard)
    time.sleep(1)  # it waits for a writer of the pipe
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=30)[1] == ""
    assert process.returncode == 130


def test_a_terminal_that_lacks_letters_gets_their_codes(tmp_path: Path) -> None:
    case = tmp_path / "a.toml"
    case.write_text('format = "portability.case/1"\nid = "a"\nperson.born = "٢٠٠٩"\n', "utf-8")
    ended = ran("check", str(case), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert ended.returncode == 1
    assert "\\u0662\\u0660\\u0660\\u0669" in ended.stderr
    assert ran("glossary", env={**os.environ, "PYTHONIOENCODING": "ascii"}).returncode == 0
