"""`portability compare`: one case under several sets of agreements, side by side."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date

from portability.faults import Fault, Refused

SETS = ("none", "as-bound", "r167-for-all", "sadc-guidelines")


def _currency(word: str) -> str:
    from portability.number.currency import is_currency

    if not is_currency(word.upper()):
        raise argparse.ArgumentTypeError(f'"{word}" is not the code of a currency. Write the three letters of ISO 4217')
    return word.upper()


def run(words: Sequence[str]) -> int:
    """Compare one case; 1 if the case or a set was refused."""
    from portability.cli.case import changed, changes

    parser = argparse.ArgumentParser(
        prog="portability compare",
        description="One case under several sets of agreements: who pays how much, what is lost or gained, and why.",
    )
    parser.add_argument("file", metavar="FILE", help="a case, in TOML or JSON")
    parser.add_argument(
        "--under", nargs="+", action="extend", metavar="SET", help=f"two sets or more (default: {' '.join(SETS)})"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print everything, for programs")
    form.add_argument("--markdown", dest="form", action="store_const", const="markdown", help="print Markdown")
    parser.add_argument("--currency", type=_currency, metavar="CODE", help="tell the sums in one currency, by the case's rates")
    changes(parser)
    given = parser.parse_args(words)
    sets = tuple(given.under or SETS)
    if len(sets) < 2:
        parser.error("name two sets or more after --under")
    from portability.assessment.compare import compare
    from portability.cli.deciding import Request, Setting, blaming_the_law, case_of, setting
    from portability.record.decision import to_json
    from portability.record.side_by_side import side_by_side

    twice = tuple(
        Fault("--under", "", f'the set "{name}" is named twice', "Name each set once")
        for name in dict.fromkeys(sets)
        if sets.count(name) > 1
    )
    request = Request(**changed(given), today=date.today())
    try:
        asked: list[Setting] = [setting(request._replace(agreements=name)) for name in dict.fromkeys(sets)]
        faults = tuple(dict.fromkeys((*twice, *(fault for one in asked for fault in one.faults))))
        case, day = case_of(given.file, asked[0]._replace(faults=faults))
        with blaming_the_law(asked[0].shelf):
            chosen, told = [one.chosen for one in asked], {"as_of": given.as_of, "currency": given.currency}
            compared = compare(case, chosen, day, asked[0].shelf, **told)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    if given.form == "json":
        print(json.dumps(to_json(compared), indent=2, ensure_ascii=False))
    else:
        print(side_by_side(compared, markdown=given.form == "markdown"), end="")
    return 0
