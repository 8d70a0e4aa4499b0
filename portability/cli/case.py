"""`portability case`: decide one case or several."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from portability.cli import PLEASE_REPORT, where_it_failed
from portability.faults import Fault, Refused

if TYPE_CHECKING:
    from portability.record.decision import Decision

LANGUAGES = ("en",)


class Asked(NamedTuple):
    """One call of the command: the files, the form of the answer, and the request."""

    files: tuple[str, ...]
    form: str  # table, json or markdown
    request: dict[str, Any]


def run(words: Sequence[str]) -> int:
    """Decide every file; 1 if one was refused, which does not stop the others."""
    asked = read(words)
    from portability.cli.deciding import Request, decide_file, setting

    told: dict[str, None] = {}
    decisions: list[Any] = []
    try:
        under = setting(Request(**asked.request, today=date.today()))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    for file in asked.files:
        try:
            decisions.append(_in_form(asked, decide_file(file, under)))
        except Refused as refused:
            told |= dict.fromkeys(map(str, refused.faults))
        except Exception as failed:
            told[str(_failure(file, failed))] = None
    for line in told:
        print(line, file=sys.stderr)
    if decisions:
        print(_answer(asked, decisions), end="")
    return 1 if told else 0


def _in_form(asked: Asked, decision: Decision) -> Any:
    """One decision as it is printed: tables for JSON, a page, or for several files the decision itself."""
    if asked.form == "json":
        from portability.record.decision import to_json

        return to_json(decision)
    if len(asked.files) > 1:
        return decision
    from portability.record.render import rendered

    return rendered(decision, markdown=asked.form == "markdown")


def _answer(asked: Asked, decisions: list[Any]) -> str:
    from portability.record.render import several

    if asked.form == "json":
        written = decisions if len(asked.files) > 1 else decisions[0]
        return json.dumps(written, indent=2, ensure_ascii=False) + "\n"
    return several(decisions, markdown=asked.form == "markdown") if len(asked.files) > 1 else str(decisions[0])


def _failure(file: str, failed: Exception) -> Fault:
    """The program itself fails on a file: say so and where, and go on with the others."""
    return Fault(file, "", f"the program fails on this case ({where_it_failed(failed)})", PLEASE_REPORT)


def read(words: Sequence[str]) -> Asked:
    """What the words after `case` ask for; ends with status 2 where they cannot be understood."""
    parser = argparse.ArgumentParser(prog="portability case", description="Decide one case or several.")
    parser.add_argument("file", nargs="+", metavar="FILE", help="a case, in TOML or JSON")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print everything, for programs")
    form.add_argument("--markdown", dest="form", action="store_const", const="markdown", help="print Markdown")
    parser.add_argument("--agreements", default="as-bound", metavar="SET", help="as-bound (default), none, or a set")
    changes(parser)
    parser.add_argument("--trace", action="store_true", help="tell every step, also those without a sentence")
    parser.add_argument("--lang", default="en", type=_language, metavar="LANG", help="the language: en")
    given = parser.parse_args(words)
    request = {"agreements": given.agreements, "trace": given.trace, **changed(given)}
    return Asked(tuple(given.file), given.form or "table", request)


def changes(parser: argparse.ArgumentParser) -> None:
    """The options of every command that decides: the day, the law known on a day, agreements added and left out, figures."""
    parser.add_argument("--at", type=_day, metavar="DATE", help="the day decided for (default: the claim's date)")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="decide by the law that was known on that day")
    parser.add_argument("--without", action="append", default=[], metavar="INSTRUMENT", help="leave an agreement out")
    parser.add_argument("--with", dest="added", action="append", default=[], metavar="INSTRUMENT", help="add one")
    parser.add_argument(
        "--set", dest="overlay", action="append", default=[], type=_overlay, metavar="PATH=VALUE",
        help="assume one figure of the law, as xa.xa-general.old_age.minimum=unknown",
    )  # fmt: skip


def changed(given: argparse.Namespace) -> dict[str, Any]:
    """What these options ask for, by the names of a request."""
    return {
        "at": given.at,
        "as_of": given.as_of,
        "without": tuple(given.without),
        "added": tuple(given.added),
        "overlay": tuple(given.overlay),
    }


def _day(word: str) -> date:
    from portability.document.written import Trouble, read_day

    try:
        return read_day(word)
    except Trouble as trouble:
        raise argparse.ArgumentTypeError(f"{trouble.what}. {trouble.remedy}.") from None


def _overlay(word: str) -> tuple[str, str]:
    path, equals, value = word.partition("=")
    if not equals or "." not in path.strip() or not value.strip():
        raise argparse.ArgumentTypeError(f'"{word}" is not PATH=VALUE, as "xa.xa-general.old_age.qualifying=10 years"')
    from portability.case.values import read_law_path
    from portability.document.written import Trouble

    try:
        return read_law_path(path.strip()), value.strip()
    except Trouble as trouble:
        raise argparse.ArgumentTypeError(f"{trouble.what}. {trouble.remedy}") from None


def _language(word: str) -> str:
    if word not in LANGUAGES:
        raise argparse.ArgumentTypeError(f'"{word}": not yet; the sentences exist in {", ".join(LANGUAGES)} only')
    return word
