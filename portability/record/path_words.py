"""The words of a life laid out in time, the same in its table and in its picture."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from portability.record.measure import of_unit
from portability.record.path import CareHeld, Due, Guaranteed, Insured, Mark, Once, Path, Spell, Stretch
from portability.record.phrases import NOT_KNOWN, REFUSALS, WHY_NOT, amount, state_and_scheme

KINDS = {
    "insurance": "insured",
    "assimilated": "credited",
    "voluntary": "voluntary insurance",
    "employment": "employed",
    "self_employment": "self-employed",
    "residence": "resident",
}
ONCE = {
    "lump_sum": "lump sum",
    "refund": "contributions back",
    "account": "balance of the account",
    "benefit": "paid once",
}
FORMS = {"daily_cash": "cash", "in_kind": "in kind", "allowance": "allowance"}
EXPORT = {
    "reduced": "reduced abroad",
    "suspended": "suspended while abroad",
    "not_exportable": "not paid abroad",
    "frozen": "not raised abroad",
    "undetermined": "whether it is paid abroad is not settled",
}
GUARANTEES = {"health": "health care", "children": "children", "active_age": "active age", "older_persons": "older persons"}
PARTS = {
    "temporary": "temporary incapacity",
    "pension": "lasting incapacity",
    "lump_sum": "lasting incapacity",
    "attendance": "help by another",
    "survivor": "survivors",
    "death_sum": "sum on death",
}
"""What a benefit after an injury is for, where the last word of its id does not say it; that word follows the event's name."""

VERBS = ("person", "family")  # kinds whose words go on after the name of whom they are about
NOT_PAID = ("suspended", "not_exportable")
GAPS = {"gap": "no insurance anywhere", "perhaps": "perhaps no insurance: a period without dates may lie here"}


def kind(one: Insured | Spell) -> str:
    """How a period counts as insurance, or what it is instead."""
    return KINDS.get(one.kind, one.kind.replace("_", " "))


def insured_words(one: Insured) -> str:
    """A period, and the law it was completed under.

    >>> insured_words(Insured(period="p", country="XA", scheme="xa-general", kind="insurance", legislation="XB"))
    'XA xa-general: insured, but the law of XB applies'
    """
    law = "" if one.legislation is None else f", under the law of {one.legislation}"
    law = law if one.legislation in (None, one.country) else f", but the law of {one.legislation} applies"
    way = "" if one.displaced_by is None else f" (gives way to {one.displaced_by})"
    nothing = "" if one.why_not is None or way else f", counts for nothing ({WHY_NOT.get(one.why_not, one.why_not)})"
    return f"{state_and_scheme(one.country, one.scheme)}: {kind(one)}{law}{way}{nothing}"


def branch(one: Due | Once) -> str:
    """A branch as it is read; after an injury also what the benefit is for, and which injury.

    >>> branch(Due(benefit="employment_injury/insured/XA.xa-injury/fall.temporary", beneficiary="insured", country="XA",
    ...     branch="employment_injury", status="entitled", legal_force="binding"))
    'employment injury fall: temporary incapacity'
    """
    told = one.branch.replace("_", " ")
    event, dot, part = one.benefit.partition("/")[2].partition("/")[2].partition("/")[2].rpartition(".")
    return f"{told} {event}: {PARTS.get(part, part.replace('_', ' '))}" if dot else told


def whose(one: Due | Once) -> str:
    """State and scheme, and who draws the benefit if it is not the insured person."""
    who = "" if one.beneficiary == "insured" else f", {one.beneficiary}"
    return f"{state_and_scheme(one.country, one.scheme)}{who}"


def sum_words(one: Due) -> str:
    """What a benefit comes to, without saying whose it is.

    >>> due = Due(benefit="b", beneficiary="insured", country="XA", branch="old_age", status="refused", refusal="age",
    ...     legal_force="scenario")
    >>> sum_words(due)
    'would be no benefit: age not reached (scenario)'
    """
    would, force = ("", "") if one.legal_force == "binding" else ("would be ", f" ({one.legal_force})")
    if one.status == "refused":
        why = REFUSALS.get(one.refusal or "", one.refusal or "")
        return f"{would}no benefit{': ' if why else ''}{why}{force}"
    if one.money is None:
        return f"{would}{one.status.replace('_', ' ')}{force}"
    told = amount(one.money)
    told = "an amount not known" if told == NOT_KNOWN else told
    if one.payments_a_year not in (None, 12) and one.per == "month":
        told += f", {one.payments_a_year} times a year"
    elif one.per is not None:
        told += f" a {one.per}"
    for added in one.supplements:
        told += f" + {amount(added.money)} supplement"
    if one.status != "entitled":
        told += f", {one.status.replace('_', ' ')}"
    abroad = EXPORT.get(one.export or "", "")
    return would + told + (f", {abroad}" if abroad else "") + force


def due_words(one: Due) -> str:
    """A benefit: who pays it to whom, and what."""
    form = FORMS.get(one.form or "")
    return f"{whose(one)}: {branch(one)}{f' ({form})' if form else ''}, {sum_words(one)}"


def once_words(one: Once) -> str:
    """What is paid once, by whom."""
    return f"{whose(one)}: {branch(one)}, {once_sum(one)}"


def once_sum(one: Once) -> str:
    """What is paid once, without saying by whom."""
    told = amount(one.money)
    told = "an amount not known" if told == NOT_KNOWN else told
    would, force = ("", "") if one.legal_force == "binding" else ("would be ", f" ({one.legal_force})")
    what = f"{told} for the time before" if one.kind == "arrears" else f"{ONCE[one.kind]}: {told}"
    return f"{would}{what}{force}"


def floor_words(one: Guaranteed) -> str:
    """A guarantee of the floor: its level, the gap to it, and what is paid on top; or what is missing of it.

    >>> floor_words(Guaranteed(person="insured", guarantee="children", country="XA", not_covered="not established: no file",
    ...                        status="undetermined", legal_force="guidance"))
    'XA, children: not established: no file'
    """
    who = "" if one.person == "insured" else f", {one.person}"
    grant = f" ({one.grant})" if one.grant else ""
    about = f"{one.country}, {GUARANTEES.get(one.guarantee, one.guarantee)}{grant}{who}"
    if one.level is None and one.legal_force == "guidance":
        return f"{about}: {one.not_covered or 'level not established'}"
    told = []
    if one.guarantee != "health":
        level = NOT_KNOWN if one.level is None else amount(one.level)
        told.append(f"level {'not established' if level == NOT_KNOWN else level}")
    if one.gap is not None:
        told.append(f"gap {amount(one.gap)}")
    told.append(on_top(one))
    if one.not_covered is not None:
        told.append(one.not_covered)
    return f"{about}: {'; '.join(told)}"


def on_top(one: Guaranteed) -> str:
    """What the floor pays on top, or that care is provided.

    >>> on_top(Guaranteed(person="insured", guarantee="health", country="XA", status="refused", legal_force="binding"))
    'it is not provided'
    """
    is_, force = ("is", "") if one.legal_force == "binding" else ("would be", f" ({one.legal_force})")
    if one.guarantee == "health":
        whether = {"entitled": f"it {is_} provided", "refused": f"it {is_} not provided".replace("would be not", "would not be")}
        return whether.get(one.status, f"whether it {is_} provided: {one.status.replace('_', ' ')}") + force
    if one.status == "refused":
        return f"nothing {is_} paid on top{force}"
    if one.status != "entitled" or one.top_up is None:
        return f"whether anything {is_} paid on top: {one.status.replace('_', ' ')}{force}"
    told = amount(one.top_up)
    is_met = one.gap is not None and one.gap.amount is not None and not Fraction(one.gap.amount)
    how = "by the grant, which looks at more than the gap" if is_met else "on top"
    return f"{'an amount not known' if told == NOT_KNOWN else told} {is_} paid {how}{force}"


def care_words(one: CareHeld) -> str:
    """Who provides medical care, and who bears its cost."""
    who = "" if one.person == "insured" else f"{one.person}: "
    none = "no " if one.status == "refused" else ""
    told = [f"{who}{none}care in {one.provider_state}" if one.provider_state else f"{who}{none}care"]
    if one.cost_state and not none:
        told.append(f"at the cost of {one.cost_state}")
    injury = one.situation.partition("injury ")[2]
    told.append(f"for the injury {injury}" if injury else one.situation.replace("_", " "))
    if one.status not in ("entitled", "refused"):
        told.append(f"not settled: {one.status.replace('_', ' ')}")
    return ", ".join(told)


def mark_words(one: Mark) -> str:
    """What happened, to whom, where.

    >>> mark_words(Mark(on=date(2024, 1, 1), kind="claim", what="claim: survivors", persons=("widow", "child")))
    'widow, child: claim: survivors'
    """
    names = {"insured": "the insured person"} if one.kind in VERBS or len(one.persons) > 1 else {"insured": ""}
    who = ", ".join(filter(None, (names.get(person, person) for person in one.persons)))
    where = "" if one.country is None or one.country in one.what else f" ({one.country})"
    return f"{who}{'' if not who else ' ' if one.kind in VERBS else ': '}{one.what}{where}"


def in_all(stretch: Stretch) -> str:
    """What comes in that is owed and known: by the month in all, in each currency, and what is paid by the day or week."""
    told = [f"{' + '.join(amount(money) for money in stretch.per_month)} a month"] if stretch.per_month else []
    for one in stretch.due:
        is_owed = one.legal_force == "binding" and one.status == "entitled" and one.export not in NOT_PAID
        if is_owed and one.payments_a_year is None and one.money is not None and one.money.amount is not None:
            told.append(f"{amount(one.money)} a {one.per}")
    return " + ".join(told)


def joined_gaps(path: Path) -> tuple[tuple[date, date, str], ...]:
    """The gaps of a life, whole: first day, last day, and what is said of it."""
    found: list[tuple[date, date, str]] = []
    for one in path.stretches:
        if one.gap is None:
            continue
        if found and found[-1][1] + timedelta(days=1) == one.start and found[-1][2] == one.gap:
            found[-1] = (found[-1][0], one.end, one.gap)
        else:
            found.append((one.start, one.end, one.gap))
    return tuple(found)


def how_long(start: date, end: date) -> str:
    """A length of calendar time in whole years and months, days only where it is less than a month.

    >>> how_long(date(2011, 1, 1), date(2016, 5, 19)), how_long(date(2020, 1, 1), date(2020, 1, 9))
    ('5 years 4 months', '9 days')
    """
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)
    parts = [_many(value, word) for value, word in zip(divmod(months, 12), ("year", "month"), strict=True) if value]
    return " ".join(parts) or _many((after - start).days, "day")


def _many(value: int, word: str) -> str:
    return f"{value} {word}{'' if value == 1 else 's'}"


def certified(one: Spell) -> str:
    """A length as the institution certified it."""
    told = one.certified
    if told is None:
        return ""
    parts = [(getattr(told, unit), unit) for unit in ("years", "quarters", "months", "weeks", "days", "hours")]
    return " ".join(of_unit(value, unit) for value, unit in parts if value is not None)


def undated(path: Path) -> Iterable[Spell]:
    """The periods that have no place in time."""
    return (one for one in path.spells if one.start is None)
