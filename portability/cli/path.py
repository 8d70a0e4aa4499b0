"""`portability path`: the life of one case laid out in time, as a table and a picture."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date

from portability.faults import Fault, Refused


def run(words: Sequence[str]) -> int:
    """Lay out one case; 1 if it was refused."""
    from portability.cli.case import _day as day
    from portability.cli.case import changed, changes

    parser = argparse.ArgumentParser(
        prog="portability path",
        description="The life of one case in time: periods, gaps, what happened, what each State pays from when to when.",
    )
    parser.add_argument("file", metavar="FILE", help="a case, in TOML or JSON")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print everything, for programs")
    form.add_argument("--markdown", dest="form", action="store_const", const="markdown", help="print Markdown")
    parser.add_argument("--months", action="store_true", help="a row for each month")
    parser.add_argument("--svg", metavar="FILE", help="draw the same as a picture, into a file")
    parser.add_argument("--agreements", default="as-bound", metavar="SET", help="as-bound (default), none, or a set")
    parser.add_argument("--until", type=day, metavar="DATE", help="the last day told (default: a year after the last change)")
    changes(parser)
    given = parser.parse_args(words)
    if given.months and given.form == "json":
        parser.error("--months is for tables: the stretches of --json hold the same days")
    from portability.assessment.path import path
    from portability.cli.deciding import Request, blaming_the_law, case_of, setting
    from portability.document.write import write_whole

    request = Request(agreements=given.agreements, **changed(given), today=date.today())
    try:
        asked = setting(request)
        case, at = case_of(given.file, asked)
        if given.until is not None and at is not None and given.until < at:
            what = f"{given.until} lies before the day decided for, {at}"
            raise Refused([Fault("--until", "", what, "Give that day or a later one")])
        with blaming_the_law(asked.shelf):
            told = path(case, at, asked.chosen, asked.shelf, until=given.until, as_of=given.as_of)
        if given.svg is not None:
            from portability.record.picture import picture

            write_whole(given.svg, picture(told), "--svg")
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    if given.form == "json":
        from portability.record.decision import to_json

        print(json.dumps(to_json(told), indent=2, ensure_ascii=False))
    else:
        from portability.record.path_table import laid_out

        print(laid_out(told, markdown=given.form == "markdown", months=given.months), end="")
    return 0
