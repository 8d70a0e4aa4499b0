"""The summary of a simulation as a page of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from portability.population.kinds import money_text

SAID = {
    "covered": "insured for some time",
    "pension": "at least one pension",
    "paid_once": "no pension, but a sum paid once",
    "nothing": "nothing at all",
    "undetermined": "not known: law or facts are missing",
    "floor_top_up": "a floor pays on top",
}
MOST = 12


def page(told: Mapping[str, Any], lock: Mapping[str, Any], table: str) -> str:
    """The page: what was simulated, then every set."""
    lines = [
        f"{told['persons']} persons, {len(told['sets'])} sets of agreements, {told['rows']} rows in {table}.",
        f"Decided one by one, by the engine of a case: {told['decided_one_by_one']} persons.",
        *_reasons(told["left_for"]),
        f"Decided for: {lock['at'] or 'the date of each claim'}.",
    ]
    for one in told["sets"]:
        lines += ["", f"== {one['set']}", *_group(one)]
        lines += _amounts(one["amounts"])
        lines += _weak(one["resting_on_weak_law"])
        lines += _changes(one.get("benefits_changed", ()))
        lines += _groups(one.get("groups", ()))
    lines += ["", f"The same again: {lock['command']}"]
    return "\n".join(lines) + "\n"


def _reasons(left: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Why persons were decided one by one, for the set with the most of them."""
    if not left:
        return
    most = max(left, key=lambda name: sum(left[name].values()))
    for why, count in sorted(left[most].items(), key=lambda item: (-item[1], item[0]))[:MOST]:
        yield f"  {count}: {why}"


def _group(one: Mapping[str, Any]) -> Iterator[str]:
    for key, words in SAID.items():
        yield f"  {words}: {_share(one[key])}"
    months = one["months"]
    own = Fraction(months["own"])
    lost, open_ = (f"{_number(Fraction(months[key]))} ({_percent(Fraction(months[key]), own)})" for key in ("lost", "not_known"))
    yield f"  months insured: {_number(own)}; lost in States that pay nothing for them: {lost}; not known: {open_}"
    against = one.get("against_first")
    if against is not None:
        yield "  against the first set: " + "; ".join(f"{key} {_share(share)}" for key, share in against.items())


COLUMNS = ("persons", "insured", "pension", "paid once", "nothing", "not known", "floor", "lost months", "gain", "lose")


def _groups(groups: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The groups of each field as a table, a line for each; the whole of them stands in summary.json."""
    for field in dict.fromkeys(one["by"] for one in groups):
        mine = [one for one in groups if one["by"] == field]
        wide = max(len(field) + 3, *(len(one["is"]) for one in mine))
        against = "against_first" in mine[0]
        names = COLUMNS if against else COLUMNS[:-2]
        yield f"  {f'by {field}':<{wide}}" + "".join(f"  {name:>11}" for name in names)
        for one in mine:
            cells = [str(one["persons"]), *(_part(one[key]) for key in SAID)]
            cells.append(_percent(Fraction(one["months"]["lost"]), Fraction(one["months"]["own"])))
            cells += [_part(one["against_first"][key]) for key in ("gain", "lose")] if against else []
            yield f"  {one['is']:<{wide}}" + "".join(f"  {cell:>11}" for cell in cells)


def _part(one: Mapping[str, Any]) -> str:
    return _percent(Fraction(one["persons"]), Fraction(one["of"]))


def _share(one: Mapping[str, Any]) -> str:
    told = f"{one['persons']} ({_percent(Fraction(one['persons']), Fraction(one['of']))})"
    if "share" in one:
        told += f", weighted {100 * one['share']:.2f} % (standard error {100 * one['standard_error']:.2f})"
    return told


def _percent(part: Fraction, all_: Fraction) -> str:
    if not all_:
        return "0 %"
    tenths = int(part / all_ * 1000 + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10} %"


def _number(value: Fraction) -> str:
    tenths = int(value * 10 + Fraction(1, 2))
    return str(int(value)) if value.denominator == 1 else f"{tenths // 10}.{tenths % 10}"


def _amounts(amounts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if amounts:
        yield "  amounts (one payment of each, summed):"
    for one in amounts:
        would = "" if one.get("legal_force", "binding") == "binding" else f", would be ({one['legal_force']})"
        unknown = f", {one['amount_not_known']} not known" if one["amount_not_known"] else ""
        known = one.get("currency") and one["amount_not_known"] < one["rows"]
        sum_ = f"{money_text(one['sum'], one['currency'])} {one['currency']}" if known else "amount not known"
        what = f"{one['country']} {one['branch']} {one['form']} per {one.get('per', '?')}"
        yield f"    {what}: {sum_}, {one['rows']} rows{unknown}{would}"


def _weak(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for one in rows:
        if not one["sum"]:
            continue
        share = _percent(Fraction(one["on_weak_law"]), Fraction(one["sum"]))
        yield f"  resting on unconfirmed or assumed law, {one['currency']} per {one['per']}: {share}"


def _signed(minor: int, currency: str) -> str:
    return f"{'-' if minor < 0 else '+'}{money_text(abs(minor), currency)} {currency}"


def _changes(changes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if changes:
        yield "  benefits that change, the most frequent first (the clause is that of the person named):"
    for one in changes[:MOST]:
        by = ""
        if "currency" in one:
            sums = [(one.get("by", 0), "a payment"), (one.get("by_once", 0), "once")]
            told = ", ".join(f"{_signed(n, one['currency'])} {per}" for n, per in sums if n)
            by = f" ({told} in all)" if told else ""
        place = " ".join(one[key] for key in ("country", "branch", "scheme") if key in one)
        clause = f"; {one['clause']}" if "clause" in one else ""
        yield f"    {one['benefits']} x {place}: {one['change'].replace('_', ' ')}{by}{clause}; person {one['person']}"
    if len(changes) > MOST:
        yield f"    and {len(changes) - MOST} more kinds of change, in summary.json"
