"""Which instruments bind two States on a day, branch by branch, with what force, and what each does by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from portability.citation import LAW_STANDINGS
from portability.document.countries import country
from portability.faults import Fault, Refused, did_you_mean
from portability.law.entries import answer
from portability.law.reading import held
from portability.law.shelf import NO_CASE, Law, Shelf

LAW_IN_FORCE = ("in_force", "provisional", "denounced", "repealed")
FORCES = {
    "in_force": "in force",
    "provisional": "applied provisionally",
    "signed": "signed, not in force",
    "soft_law": "soft law",
    "denounced": "denounced",
    "repealed": "repealed, for its time",
}
DOES = {
    "totalisation": "adds periods",
    "apportionment": "shares the pension",
    "who_pays": "says who pays",
    "export": "pays abroad",
    "equality": "treats as equal",
}


class Bond(NamedTuple):
    """An instrument and a branch between two States: its force, whether it binds them, and what each chapter does."""

    branch: str
    instrument: str
    title: str
    force: str
    bound: str  # yes, no, not known, guidance, scenario
    operations: tuple[tuple[str, str], ...]  # (chapter, operation)
    standing: str
    cites: str
    why_not: str = ""


def pair(shelf: Shelf, first: str, second: str) -> tuple[str, str]:
    """The codes of two different States. Raises `Refused` with every fault of the two words.

    >>> from portability.law.shelf import default_shelf
    >>> pair(default_shelf(), "xa", "XB")
    ('XA', 'XB')
    """
    faults, codes = [], []
    for word in (first, second):
        code = country(word.upper())
        if code is None:
            remedy = nearest_state(word, shelf)
            faults.append(Fault("law between", "", f'"{word}" is not a State (two letters of ISO 3166-1)', remedy))
        else:
            codes.append(code)
    if not faults and codes[0] == codes[1]:
        faults.append(Fault("law between", "", f"{codes[0]} is named twice", "Name two different States"))
    if faults:
        raise Refused(faults)
    return codes[0], codes[1]


def between(shelf: Shelf, states: tuple[str, str], on: date) -> list[Bond]:
    """Every instrument that concerns two States on a day, a row for each branch: binding ones, others, scenarios."""
    laws = [one.law for one in held(shelf) if one.kind == "instruments" and one.law.get("kind") not in NO_CASE]
    found = [bond for law in laws for bond in _bonds(law, states, on)]
    replaced = {
        (old, bond.branch): bond.instrument
        for law in laws
        for bond in found
        if bond.instrument == law["id"] and bond.bound == "yes"
        for old in law.get("relation", {}).get("replaces", ())
    }
    rows = []
    for bond in found:
        newer = replaced.get((bond.instrument, bond.branch))
        if newer is not None and bond.bound in ("yes", "not known"):
            bond = bond._replace(bound="no", why_not=f"replaced between them by {newer}")
        rows.append(bond)
    order = ("yes", "not known", "no", "guidance", "scenario")
    return sorted(rows, key=lambda bond: order.index(bond.bound))


def _bonds(law: Law, states: tuple[str, str], on: date) -> Iterator[Bond]:
    branches: Sequence[str] = law.get("branches", {}).get("is", ())
    scenario = bool(law.get("scenario"))
    parties = {state: [row for row in law.get("party", ()) if row.get("state") == state] for state in states}
    if not scenario and not all(parties.values()):
        return
    for branch in branches:
        force, operations = str(law["force"]), _operations(law, branch)
        if scenario:
            yield Bond(branch, law["id"], law["title"], force, "scenario", operations, "", "")
            continue
        bound, why = _bound(law, parties, branch, on)
        rows = [_entry(law, state, mine, branch, on) for state, mine in parties.items()]
        standing = max((str(row.get("standing", "assumed")) for row in rows), key=LAW_STANDINGS.index)
        cites = "; ".join(f"{row['state']}: {row.get('source', law.get('source', law['id']))}, {row['cites']}" for row in rows)
        if law["force"] == "soft_law":
            yield Bond(branch, law["id"], law["title"], force, "guidance", operations, standing, cites)
            continue
        if bound == "no" and not why:  # neither of them ever took this branch
            continue
        yield Bond(branch, law["id"], law["title"], force, bound, operations, standing, cites, why)


def _entry(law: Law, state: str, rows: Sequence[Law], branch: str, on: date) -> Law:
    """The entry that says of a State whether it is bound for a branch on a day; before and after its time, the last one."""
    found = answer(law, state, on, branch)
    return rows[-1] if found is None else found.entry


def _bound(law: Law, parties: Mapping[str, Sequence[Law]], branch: str, on: date) -> tuple[str, str]:
    """Whether both States are bound for a branch on the day (yes, no, not known), and what keeps them from it."""
    if law["force"] not in LAW_IN_FORCE:
        return "no", FORCES.get(str(law["force"]), str(law["force"]))
    if on < law.get("in_force_from", date.min):
        return "no", f"in force only from {law['in_force_from']}"
    if on > law.get("until", date.max):
        return "no", f"in force only until {law['until']}"
    answers = {state: _takes(rows, branch, on) for state, rows in parties.items()}
    never = [state for state, (answer, _) in answers.items() if answer == "never"]
    if len(never) == len(answers):
        return "no", ""
    why = "; ".join(f"{state} {text}" for state, (_, text) in answers.items() if text)
    if any(answer in ("no", "never") for answer, _ in answers.values()):
        return "no", why
    return ("not known" if why else "yes"), why


def _takes(rows: Sequence[Law], branch: str, on: date) -> tuple[str, str]:
    """Whether a State is bound for a branch on a day, and why not."""
    now = [row for row in rows if row.get("from", date.min) <= on <= row.get("to", date.max)]
    taken = [row for row in rows if _names(row, branch) is not False]
    if not taken:
        return "never", "did not accept the branch"
    if not now:
        later = [row["from"] for row in rows if row.get("from", date.min) > on]
        return "no", f"is bound only from {min(later)}" if later else f"was bound only until {max(row['to'] for row in rows)}"
    names = [_names(row, branch) for row in now]
    if True in names:
        return "yes", ""
    if any("unknown" in row for row in now):
        return "not known", "may be a party: not known"
    return ("not known", "may have accepted the branch: not known") if None in names else ("no", "did not accept the branch")


def _names(row: Law, branch: str) -> bool | None:
    """Whether an entry of a party covers a branch; None where that is not known."""
    if "unknown" in row:
        return None
    if branch in row.get("unknown_branches", ()):
        return None
    if "branches" in row:
        return branch in row["branches"]
    return "unknown_branches" not in row


def _operations(law: Law, branch: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for chapter in DOES:
        table: Any = law.get(branch if chapter == "who_pays" else chapter, {})
        if chapter == "apportionment":
            table = table.get(branch, {})
        if chapter == "export" and branch not in table:
            continue
        if "operation" in table:
            found.append((chapter, str(table["operation"])))
    return tuple(found)


def nearest_state(word: str, shelf: Shelf) -> str:
    """The nearest State on the shelf: by its name, else by a letter of its code."""
    laws = {one.id.upper(): str(one.law.get("title", "")) for one in held(shelf) if one.kind == "national"}
    for code, title in laws.items():
        if len(word) > 2 and word.lower() in title.lower():
            return f'Did you mean "{code}"?'
    code = word.upper()
    near = [known for known in laws if len(code) == 2 and _alike(code, known)]
    return f"Did you mean {_either(near)}?" if near else did_you_mean(code, laws)


def _alike(one: str, other: str) -> bool:
    return one[::-1] == other or one[0] == other[0]


def _either(codes: Iterable[str]) -> str:
    return " or ".join(f'"{code}"' for code in codes)
