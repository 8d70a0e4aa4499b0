"""`portability law`: the shelf of law as a clerk reads it."""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from portability.cli.tables import table
from portability.faults import Refused

HEADINGS = {
    "national": "National laws",
    "instruments": "Instruments",
    "floors": "Floors",
    "series": "Year series",
}


def run(words: Sequence[str]) -> int:
    """Answer one question about the shelf; 1 where a name in it is not there."""
    asked = _parser().parse_args(words)
    try:
        answer, text = VERBS[asked.what](asked)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    print(json.dumps(answer, indent=2, ensure_ascii=False, default=str) if asked.json else text)
    return 0


def _parser() -> argparse.ArgumentParser:
    from portability.cli.case import _day

    parser = argparse.ArgumentParser(prog="portability law", description="The shelf of law, as a clerk reads it.")
    verbs = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    told = {
        "list": "every law, agreement, floor and year series, with its depth and when it was reviewed",
        "show": "one law on a day: each entry with its article, how sure it is, and how it is read",
        "between": "the instruments that bind two States, by branch",
        "adequacy": "what a State's schemes give the standard beneficiary, beside what ILO conventions ask of schemes",
        "sources": "what the law rests on; --unconfirmed: every figure not yet confirmed",
    }
    ways = {what: verbs.add_parser(what, help=does, description=does) for what, does in told.items()}
    ways["show"].add_argument("id", metavar="LAW", help="a State's code, an instrument, a year series, or floors/CODE")
    ways["between"].add_argument("state", nargs=2, metavar="STATE", help="a State's code, as in ISO 3166-1")
    ways["adequacy"].add_argument("state", metavar="STATE", help="a State's code, as in ISO 3166-1")
    ways["adequacy"].add_argument("--wage", metavar="WAGE", help='the standard worker\'s, as "3200 ZMW per month" (default: '
                                  "the formula's share, or an average wage of the shelf)")  # fmt: skip
    for what in ("show", "between", "adequacy"):
        ways[what].add_argument("--on", type=_day, metavar="DATE", help="the day (default: today)")
    ways["sources"].add_argument("id", nargs="*", metavar="LAW", help="only of these laws")
    ways["sources"].add_argument("--unconfirmed", action="store_true", help="every figure not yet confirmed")
    for way in ways.values():
        way.add_argument("--json", action="store_true", help="print everything, for programs")
    return parser


def _list(asked: argparse.Namespace) -> tuple[Any, str]:
    from portability.law.between import FORCES
    from portability.law.reading import KINDS, depth, held, years
    from portability.law.shelf import default_shelf

    found = held(default_shelf())
    answer, parts = {}, []
    for kind in KINDS:
        mine = [one for one in found if one.kind == kind]
        if not mine:
            continue
        keys = ("title", "depth", "force", "scenario", "reviewed")
        answer[kind] = [{"id": one.id, **{key: one.law[key] for key in keys if key in one.law}} for one in mine]
        last = {"instruments": "force", "series": "years"}.get(kind, "depth")
        rows = []
        for one in mine:
            force = FORCES.get(str(one.law.get("force")), "")
            told = (f"{force}; scenario" if one.law.get("scenario") else force) if kind == "instruments" else depth(one.law)
            if kind == "series":
                told = years(one.law)
            id_ = f"floors/{one.id}" if kind == "floors" else one.id
            rows.append([id_, str(one.law.get("title", "")), told, str(one.law.get("reviewed", "-"))])
        parts.append(table(HEADINGS[kind],
                            ["id", "title", last, "reviewed"], rows))  # fmt: skip
    return answer, "\n\n".join(parts)


def _show(asked: argparse.Namespace) -> tuple[Any, str]:
    from portability.law.reading import entries, named
    from portability.law.shelf import default_shelf

    one, on = named(default_shelf(), asked.id), asked.on or date.today()
    told = entries(one, on)
    head = {key: one.law[key] for key in ("title", "force", "scenario", "currency", "reviewed", "depth") if key in one.law}
    gaps = list(one.law.get("not_modelled", ()))
    answer = {"id": one.id, "kind": one.kind, "on": on, **head, "entries": _tables(told), "not_modelled": gaps}
    lines = [f"{one.law.get('title', one.id)} ({one.kind}/{one.id}), on {on}; reviewed {one.law.get('reviewed', '-')}"]
    groups: dict[str, list[list[str]]] = {}
    for said in told:
        place, _, key = said.path.removeprefix(f"{one.id}.").rpartition(".")
        value = f"{said.value} ({said.reason})" if said.state == "projected" else said.value
        notes = [] if said.state == "projected" else [said.reason]
        notes += [f"read as: {said.reading}" if said.reading else ""]
        notes += [f"other reading: {said.other_reading}" if said.other_reading else ""]
        row = [key.replace("_", " "), value, said.cites, said.standing, "; ".join(note.rstrip(".") for note in notes if note)]
        groups.setdefault(place or "the whole", []).append(row)
    head_row = ["entry", "says", "article", "standing", "reason and reading"]
    lines += [table(place, head_row, rows) for place, rows in groups.items()]
    if not told:
        lines.append("Nothing of it is in force on that day.")
    if gaps:
        lines.append("\n".join(["Not modelled", *(f"  - {gap}" for gap in gaps)]))
    return answer, "\n\n".join(lines)


def _between(asked: argparse.Namespace) -> tuple[Any, str]:
    from portability.law.between import between, pair
    from portability.law.shelf import default_shelf

    shelf, on = default_shelf(), asked.on or date.today()
    states = pair(shelf, *asked.state)
    found = between(shelf, states, on)
    kinds = {
        "yes": ("binding", "These bind both"),
        "not known": ("not_known", "Whether these bind both is not known"),
        "no": ("not_binding", "These name both and do not bind on that day"),
        "guidance": ("guidance", "Guidance: both are among its States, and it binds neither"),
        "scenario": ("scenarios", "Scenarios: what would be if it bound them; it binds nobody"),
    }
    answer: dict[str, Any] = {"states": states, "on": on}
    lines = [f"{states[0]} and {states[1]} on {on}"]
    if not any(bond.bound == "yes" for bond in found):
        lines.append("No instrument on the shelf binds both.")
    for bound, (key, heading) in kinds.items():
        mine = [bond for bond in found if bond.bound == bound]
        answer[key] = [{**each, "operations": dict(bond.operations)} for each, bond in zip(_tables(mine), mine, strict=True)]
        rows: dict[tuple[str, ...], list[str]] = {}  # one for all branches of which the same is said
        for bond in mine:
            said = (bond.instrument, *_force(bond), bond.standing, bond.why_not)
            rows.setdefault(said, []).append(bond.branch.replace("_", " "))
        head = ["branch", "instrument", "force", "what it does", "parties are", "why not"]
        if rows:
            lines.append(table(heading, head, [[", ".join(branches), *said] for said, branches in rows.items()]))
    return answer, "\n\n".join(lines)


def _adequacy(asked: argparse.Namespace) -> tuple[Any, str]:
    from portability.cli.adequacy import answer

    return answer(asked)


def _force(bond: Any) -> list[str]:
    from portability.law.between import DOES, FORCES
    from portability.law.reading import OPERATIONS

    would = {"self_executing": "would apply directly"} if bond.bound == "scenario" else {}
    does = "; ".join(f"{DOES[chapter]}: {(OPERATIONS | would).get(how, how)}" for chapter, how in bond.operations)
    return [FORCES.get(bond.force, bond.force), does or "-"]


def _sources(asked: argparse.Namespace) -> tuple[Any, str]:
    from portability.law.reading import cited, unconfirmed
    from portability.law.shelf import default_shelf

    shelf = default_shelf()
    if asked.unconfirmed or asked.id:
        found = unconfirmed(shelf, asked.id)
        rows = [
            [f"{said.path}" + (f" from {said.from_}" if said.from_ else ""), said.value, said.cites, said.standing, said.reason]
            for said in found
        ]
        text = table(f"{len(rows)} entries not yet confirmed", ["entry", "says", "article", "standing", "reason"], rows)
        return _tables(found), text
    count, titles = cited(shelf), shelf.titles()
    answer = [{"source": key, **source, "entries": count[key]} for key, source in titles.items()]
    rows = [
        [key, str(one.get("title", "")), str(one.get("date", "-")), str(one.get("address", "-")), str(count[key])]
        for key, one in titles.items()
    ]
    return answer, table("Sources", ["source", "title", "date", "address", "entries"], rows)


def _tables(found: Iterable[Any]) -> list[dict[str, Any]]:
    """Records as plain tables: empty fields left out, `from_` as `from`."""
    return [
        {key.rstrip("_"): value for key, value in each._asdict().items() if value not in ("", None)} for each in found
    ]


VERBS = {"list": _list, "show": _show, "between": _between, "sources": _sources, "adequacy": _adequacy}
