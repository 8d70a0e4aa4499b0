"""`portability case`: decide one case or several."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from portability.faults import Refused

LANGUAGES = ("en",)


class Asked(NamedTuple):
    """One call of the command: the files, the form of the answer, and the request."""

    files: tuple[str, ...]
    form: str  # table, json or markdown
    request: dict[str, Any]


def run(words: Sequence[str]) -> int:
    """Decide every file; 1 if one was refused, which does not stop the others."""
    asked = read(words)
    from portability.cli.deciding import Request, decide_file, sources
    from portability.record.decision import to_json
    from portability.record.render import rendered, several

    request = Request(**asked.request, today=date.today())

    decisions, refused = [], 0
    for file in asked.files:
        try:
            decisions.append(decide_file(file, request))
        except Refused as fault:
            refused += 1
            print(fault, file=sys.stderr)
    if asked.form == "json":
        written: Any = [to_json(each) for each in decisions]
        if decisions:
            print(json.dumps(written if len(asked.files) > 1 else written[0], indent=2, ensure_ascii=False))
    elif len(asked.files) > 1:
        print(several(decisions, markdown=asked.form == "markdown"), end="")
    elif decisions:
        print(rendered(decisions[0], markdown=asked.form == "markdown", sources=sources()), end="")
    return 1 if refused else 0


def read(words: Sequence[str]) -> Asked:
    """What the words after `case` ask for; ends with status 2 where they cannot be understood."""
    parser = argparse.ArgumentParser(prog="portability case", description="Decide one case or several.")
    parser.add_argument("file", nargs="+", metavar="FILE", help="a case, in TOML or JSON")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print everything, for programs")
    form.add_argument("--markdown", dest="form", action="store_const", const="markdown", help="print Markdown")
    parser.add_argument("--at", type=_day, metavar="DATE", help="the day decided for (default: the claim's date)")
    parser.add_argument("--agreements", default="as-bound", metavar="SET", help="as-bound (default), none, or a set")
    parser.add_argument("--without", action="append", default=[], metavar="INSTRUMENT", help="leave an agreement out")
    parser.add_argument("--with", dest="added", action="append", default=[], metavar="INSTRUMENT", help="add one")
    parser.add_argument(
        "--set", dest="overlay", action="append", default=[], type=_overlay, metavar="PATH=VALUE",
        help="assume one figure of the law, as xa.xa-general.old_age.minimum=unknown",
    )  # fmt: skip
    parser.add_argument("--lang", default="en", type=_language, metavar="LANG", help="the language: en")
    given = parser.parse_args(words)
    request = {
        "at": given.at,
        "agreements": given.agreements,
        "without": tuple(given.without),
        "added": tuple(given.added),
        "overlay": tuple(given.overlay),
    }
    return Asked(tuple(given.file), given.form or "table", request)


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
    return path.strip(), value.strip()


def _language(word: str) -> str:
    if word not in LANGUAGES:
        raise argparse.ArgumentTypeError(f'"{word}": not yet; the sentences exist in {", ".join(LANGUAGES)} only')
    return word
