"""`portability missing`: what each benefit still misses, and the first day each pension opens."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date

from portability.faults import Refused

BESIDES = "r167-for-all"  # what adding all periods together would change, told with "would"


def run(words: Sequence[str]) -> int:
    """Look into one case; 1 if it was refused."""
    from portability.cli.case import changed, changes

    parser = argparse.ArgumentParser(
        prog="portability missing",
        description="What each benefit still misses, the first day each pension opens, and what would close the gap.",
    )
    parser.add_argument("file", metavar="FILE", help="a case, in TOML or JSON")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print everything, for programs")
    form.add_argument("--markdown", dest="form", action="store_const", const="markdown", help="print Markdown")
    parser.add_argument("--agreements", default="as-bound", metavar="SET", help="as-bound (default), none, or a set")
    changes(parser)
    given = parser.parse_args(words)
    from portability.assessment.missing import missing
    from portability.cli.deciding import Request, blaming_the_law, case_of, setting
    from portability.record.decision import to_json
    from portability.record.still_missing import still_missing

    request = Request(agreements=given.agreements, **changed(given), today=date.today())
    try:
        asked, besides = setting(request), setting(Request(agreements=BESIDES))
        case, day = case_of(given.file, asked)
        with blaming_the_law(asked.shelf):
            found = missing(case, day, asked.chosen, asked.shelf, besides.chosen, given.as_of)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    if given.form == "json":
        print(json.dumps(to_json(found), indent=2, ensure_ascii=False))
    else:
        print(still_missing(found, markdown=given.form == "markdown"), end="")
    return 0
