"""The command `portability`: one verb, one short file.

Exit status: 0 done (also when a decision is a refusal), 1 an input was refused, 2 wrong usage. A verb prints when its
answer is complete, never half of it. Help is answered from here, without the engine.
"""

import atexit
import gc
import sys
from collections.abc import Sequence
from io import StringIO

VERBS = {
    "case": "decide one case or several: what each State owes, from when, why, and what is not certain",
    "compare": "one case under several sets of agreements: who pays how much, what is lost or gained, and why",
    "missing": "what each benefit still misses, the first day each pension opens, and what would close the gap",
    "path": "the life laid out in time: periods, gaps, what each State pays from when to when; as a table and a picture",
    "check": "find every fault of cases, law files and comparisons, each with its line and what to do",
    "law": "the shelf of law: list it, show one law, which instruments bind two States, what is not yet confirmed",
    "simulate": "a population under several sets of agreements: who is covered, what is lost, who gains and loses",
    "replay": "one person of a simulation as a case, with its whole decision, held against the result table",
    "population": "make a synthetic population by a recipe: careers and migrations, the same for the same seed",
    "schema": "print the JSON Schema of a format",
    "glossary": "print the words of the law, with their articles",
}

HELP = """\
What a person who worked in several countries is owed, with the article behind every figure.

usage: portability COMMAND ...

  case FILE...      {case}
  compare FILE      {compare}
  missing FILE      {missing}
  path FILE         {path}
  check PATH...     {check}
  law WHAT          {law}
  simulate FOLDER   {simulate}
  replay DIR        {replay}
  population make   {population}
  schema NAME       {schema}
  glossary          {glossary}

portability COMMAND --help says more of each; portability --version says which release this is.
Exit status: 0 done (also when the decision is a refusal), 1 an input was refused, 2 wrong usage.
""".format(**VERBS)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; nothing but the answer goes to standard output.

    >>> main(["--version"])
    portability 0.1.0
    0
    """
    words = list(sys.argv[1:] if argv is None else argv)
    gc.set_threshold(1_000_000)  # a command lives shortly: looking for cycles took a quarter of a long decision
    atexit.register(gc.freeze)  # nor is anything looked through once more when it ends
    sys.stderr = sys.stderr or StringIO()  # closed: what is said there must not go among the answers
    try:
        status = _answer(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        elif status == 0:
            raise OSError(0, "standard output is closed")
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _close_quietly()
        return 0
    except OSError as error:
        _close_quietly()
        print(f"portability: the answer cannot be written ({error.strerror})", file=sys.stderr)
        return 1
    return status


def _answer(words: list[str]) -> int:
    if not words:
        print(HELP, end="", file=sys.stderr)
        return 2
    verb, *rest = words
    if verb in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0
    if verb in ("-V", "--version"):
        from portability import __version__

        print(f"portability {__version__}")
        return 0
    if verb not in VERBS:
        from portability.faults import did_you_mean

        print(f'portability: there is no command "{verb}". {did_you_mean(verb, VERBS)}', file=sys.stderr)
        return 2
    return _run(verb, rest)


def _run(verb: str, words: list[str]) -> int:
    import os
    from importlib import import_module

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # no other package may change what a format means
    _print_anything()
    try:
        status: int = import_module(f"portability.cli.{verb}").run(words)
    except SystemExit as ended:  # argparse: help is 0, wrong usage 2
        return ended.code if isinstance(ended.code, int) else 2
    except OSError:
        raise
    except Exception as failed:
        print(f"portability: the program fails ({where_it_failed(failed)}). {PLEASE_REPORT}", file=sys.stderr)
        return 1
    return status


PLEASE_REPORT = "This is a fault of the program, not of what it was given: please report both."


def where_it_failed(failed: Exception) -> str:
    """What went wrong in the program, and in which line, in one line."""
    at = failed.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    name = "" if at is None else at.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    where = "" if at is None else f"; {name}, line {at.tb_lineno}"
    return " ".join(f"{type(failed).__name__}: {failed}{where}".split())


def _print_anything() -> None:
    """Let a terminal that lacks a letter show its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _close_quietly() -> None:
    """Nobody reads on: let nothing be written at exit either."""
    import os

    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):  # standard output is no file
        return
