"""What a law tells of employment injury, read into a draft: the shape of the law, its figures, the article behind each rule."""

from __future__ import annotations

from typing import Any

from portability.assessment.currency import rounding_in
from portability.assessment.draft import YES, Draft
from portability.law.dated import Leaf
from portability.number.exact import quantity, whole
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

LIMITS = {
    "floor": "earnings_not_below_floor",
    "ceiling": "earnings_within_ceiling",
    "temporary_minimum": "temporary_not_below",
    "temporary_maximum": "temporary_not_above",
    "pension_minimum": "whole_pension_not_below",
    "pension_maximum": "whole_pension_not_above",
    "lump_sum_minimum": "whole_sum_not_below",
    "lump_sum_maximum": "whole_sum_not_above",
    "minimum": "pension_in_payment",
    "death_sum_minimum": "death_sum_not_below",
    "death_sum_maximum": "death_sum_not_above",
}
"""Amounts that a law may set, and the rule that holds to each."""


def read_law(draft: Draft) -> None:
    """Everything that does not hang on the person."""
    draft.given["yes"] = YES
    _base(draft)
    _temporary(draft)
    _pension(draft)
    _threshold(draft)
    _sum(draft)
    for key, rule in LIMITS.items():
        leaf = draft.reader.leaf(key) if key in draft.reader.law else None
        if leaf is not None:
            draft.parts.add(key)
            draft.given[key] = draft.reader.share_of(leaf)
            draft.cite(leaf, rule)
    _attendance(draft)
    _death(draft)
    _payments(draft)
    for key, rules in (("covered", ("covered_at_work", "injury_right")), ("gives_way_to", ("left_to_another",))):
        draft.cite(draft.reader.peek(key), *rules)
    draft.cite(draft.reader.peek("disease"), "least_exposure_met", "disease_comes_from_work")


def not_told(draft: Draft, leaf: Leaf | None, key: str, kind: str = "number", **ends: Any) -> Told:
    """A figure that the law has and nobody found, or that the file leaves out."""
    path = f"{draft.reader.path}.{key}"
    standing, cites, reason = ("assumed", None, "") if leaf is None else (leaf.standing, leaf.cites, leaf.reason)
    return Told(unknown(path, **ends), Fact(path, "law", standing, kind, cites, reason))


def _base(draft: Draft) -> None:
    """Which earnings count; where the law is not known, those at the accident are not taken for it."""
    leaf = draft.reader.leaf("earnings")
    draft.cite(leaf, "mean_before_accident")
    base = None if leaf is None else leaf.get("base")
    draft.reference = "none" if base is None else str(base)
    if base == "mean" and leaf is not None:
        window = leaf.get("window")
        draft.given["window"] = not_told(draft, leaf, "earnings.window") if window is None else draft.reader.months(leaf, window)


def _temporary(draft: Draft) -> None:
    reader = draft.reader
    leaf = reader.leaf("temporary") if "temporary" in reader.law else None
    if leaf is None:
        return
    draft.parts.add("temporary")
    draft.cite(leaf, "temporary_right", "temporary_amount", "temporary_payment", "stretch_paid")
    of_month = leaf.get("of_month")
    draft.given["of_month"] = Told(1) if of_month is None else reader.share(leaf, of_month)
    waiting = reader.leaf("waiting") if "waiting" in reader.law else None
    if waiting is None or waiting.is_ is None:
        return
    draft.parts.add("waiting")
    draft.given["waiting"] = _days(draft, waiting, waiting.is_)
    draft.cite(waiting, "longer_than_waiting", "waiting_paid_back")
    if waiting.get("paid_back_over") is not None:
        draft.parts.add("paid_back")
        draft.given["paid_back_over"] = _days(draft, waiting, waiting.get("paid_back_over"))


def _days(draft: Draft, leaf: Leaf, text: Any) -> Told:
    return draft.reader.told(in_days(str(text)), leaf, "length")


def in_days(text: str) -> Any:
    """A length in days; a month is a twelfth of 365, where a law names months for what is counted in days.

    >>> in_days("3 days"), in_days("2 weeks"), in_days("2 years")
    (3, 14, 730)
    """
    found = quantity(text)
    if found.unit in ("days", "weeks"):
        return whole(found.value * {"days": 1, "weeks": 7}[found.unit])
    return whole(found.value * {"years": 12, "quarters": 3}.get(found.unit, 1) * 365 / 12)


def _pension(draft: Draft) -> None:
    """The pension; where the law has one and nobody found which, its amount is not known, nor how it goes with the degree."""
    reader = draft.reader
    leaf = reader.leaf("pension") if "pension" in reader.law else None
    if leaf is None:
        return
    draft.formula = "by_degree"
    draft.cite(leaf, "whole_pension", "pension_of_degree", "reckoned_degree", "share_of_degree", "share_if_total")
    share = leaf.get("share")
    draft.given["of_earnings"] = not_told(draft, leaf, "pension") if share is None else reader.share(leaf, share)
    if leaf.get("total") is not None:
        draft.parts.add("total")
        draft.given["total_share"] = reader.share(leaf, leaf.get("total"))
    for name, start, worth in (("slopes", "above", "times"), ("bands", "from", "share")):
        if leaf.get(name):
            draft.formula = name
            rows = [tuple(whole(quantity(str(row[key])).value) for key in (start, worth)) for row in leaf.get(name)]
            draft.given[name] = reader.told(tuple(rows), leaf, "rows")


def _threshold(draft: Draft) -> None:
    """The degree that divides pension and sum, and the least that counts."""
    reader = draft.reader
    leaf = reader.leaf("threshold") if "threshold" in reader.law else None
    draft.given["least_degree"] = Told(0)
    draft.cite(leaf, "pension_right", "sum_right", "pension_above", "pension_from", "pension_if_worth", "degree_counts")
    if leaf is None:
        return
    draft.parts.add("threshold_from" if leaf.get("pension") == "from" else "threshold_above")
    told = leaf.is_ is not None
    draft.given["threshold"] = reader.share(leaf) if told else not_told(draft, leaf, "threshold", "share", low=0, high=1)
    if leaf.get("least") is not None:
        draft.given["least_degree"] = reader.share(leaf, leaf.get("least"))
    if leaf.get("and_below_minimum"):
        draft.parts.add("and_below_minimum")


def _sum(draft: Draft) -> None:
    """The sum paid once for lasting incapacity."""
    reader = draft.reader
    leaf = reader.leaf("lump_sum") if "lump_sum" in reader.law else None
    draft.given["over"] = Told(1)
    draft.cite(leaf, "whole_sum", "sum_of_degree")
    if leaf is None:
        return
    if leaf.get("grades"):
        draft.otherwise = "by_grade"
        draft.parts.add("graded")
        return
    times = leaf.get("times")
    if times is None:
        draft.otherwise = "unknown"
        draft.given["sum_unknown"] = not_told(draft, leaf, "lump_sum", "money")
        return
    draft.otherwise = "of_pension" if leaf.get("of") == "pension" else "by_degree"
    draft.given["times"] = reader.share(leaf, times)
    if leaf.get("over") is not None:
        draft.given["over"] = reader.share(leaf, leaf.get("over"))


def _attendance(draft: Draft) -> None:
    reader = draft.reader
    leaf = reader.leaf("attendance") if "attendance" in reader.law else None
    draft.given["attendance"] = Told(0)
    draft.cite(leaf, "attendance_share", "attendance_due")
    if leaf is None:
        return
    draft.parts.add("attendance")
    if leaf.get("share") is not None:
        of = leaf.get("of", "pension")
        draft.parts |= {"attendance_share"} | ({f"attendance_of_{of}"} if of != "pension" else set())
        draft.given["attendance"] = reader.share(leaf, leaf.get("share"))
    else:
        draft.given["attendance"] = reader.money(leaf)


def _death(draft: Draft) -> None:
    """What survivors get beside their shares: a sum, the funeral; the limits of the shares together."""
    reader = draft.reader
    leaf = reader.leaf("death_sum") if "death_sum" in reader.law else None
    if leaf is not None:
        draft.parts.add("death_sum")
        times = leaf.get("times")
        draft.given["death_times"] = not_told(draft, leaf, "death_sum") if times is None else reader.share(leaf, times)
        draft.parts |= {"death_sum_of_pension"} if leaf.get("of") == "pension" else set()
        draft.parts |= {"less_paid"} if leaf.get("less_paid") else set()
        draft.cite(leaf, "death_sum", "death_sum_after", "has_death_sum", "part_of_death_sum", "death_sum_due")
    leaf = reader.leaf("funeral") if "funeral" in reader.law else None
    if leaf is not None:
        draft.parts.add("funeral")
        draft.cite(leaf, "funeral_of_earnings", "funeral_cost", "funeral_due")
        if leaf.get("times") is not None:
            draft.parts.add("funeral_of_earnings")
            draft.given["funeral"] = reader.share(leaf, leaf.get("times"))
        else:
            draft.given["funeral"] = reader.share_of(leaf)
        if leaf.get("up_to"):
            draft.parts.add("funeral_up_to")
    for key, rule in (("family_ceiling", "share_within_ceiling"), ("minimum_each", "survivor_minimum")):
        leaf = reader.leaf(key) if key in reader.law else None
        if leaf is not None:
            draft.parts.add(key)
            draft.given[key] = reader.share(leaf) if key == "family_ceiling" else reader.money(leaf)
            draft.cite(leaf, rule)


def _payments(draft: Draft) -> None:
    reader = draft.reader
    leaf = reader.leaf("payments") if "payments" in reader.law else None
    draft.given["payments"] = Told(12) if leaf is None or leaf.is_ is None else reader.told(leaf.is_, leaf, "number")
    if leaf is not None and leaf.get("of") == "year":
        draft.parts.add("of_year")
    draft.given["rounding_once"] = rounding_in(reader.currency, reader.at)
    leaf = reader.leaf("rounding") if "rounding" in reader.law else None
    usual = leaf is None or leaf.get("unit") is None
    draft.given["rounding"] = draft.given["rounding_once"] if usual or leaf is None else reader.rounding(leaf)
    draft.cite(leaf, "pension_paid", "attendance_paid", "amount_due")
    way = draft.given["rounding"].way
    draft.parts |= {f"rounding_{way}"} if way != "half_up" else set()
