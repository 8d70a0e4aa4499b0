"""The formula of a regime and its reference earnings, read into a draft."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from portability.assessment.draft import NOUGHT, WHOLE, Draft, nobody_knows
from portability.assessment.figures import by_month
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.rounding import Rounding
from portability.number.unknown import unknown
from portability.record.step import Fact, Told


def _parameter(draft: Draft, formula: Leaf, key: str) -> tuple[Leaf, Any] | None:
    """A parameter of the formula: inside it, or as a figure of its own beside it."""
    if key in formula.raw:
        return formula, formula.raw[key]
    leaf = draft.reader.leaf(key)
    return None if leaf is None else (leaf, leaf.is_)


RULES = {
    "flat": ("flat_amount",),
    "accrual": ("accrued_share", "accrued_amount", "share_capped", "counted_length", "banded_reference"),
    "fraction": ("career_fraction", "fraction_of_wage", "counted_length", "banded_reference"),
    "residence_fraction": ("career_fraction", "fraction_of_amount", "counted_length"),
    "bands": ("banded",),
    "points": ("points_earned", "points_rounded", "points_of_years", "points_pension", "counted_length"),
    "notional": ("notional_balance", "account_pension"),
    "account": ("account_pension",),
}
"""The rules behind which the article of a formula stands."""


def read_formula(draft: Draft) -> None:
    reader, given = draft.reader, draft.given
    formula = reader.leaf("formula")
    if formula is None or formula.state in ("unknown", "before"):
        given["formula_unknown"] = (
            nobody_knows(draft, "formula", "money") if formula is None else reader.not_known(formula, "money")
        )
        return
    draft.formula = str(formula.get("shape"))
    draft.cite(formula, *RULES[draft.formula])
    if draft.formula in ("flat", "residence_fraction"):
        _money(draft, formula, "amount", "amount_share_of", RULES[draft.formula][-1])
    if draft.formula in ("fraction", "residence_fraction"):
        key = "denominator" if draft.formula == "fraction" else "full"
        given["denominator"] = reader.length(formula, formula.get(key))
        given["cap"] = reader.share(formula, formula.get("cap", "1"))
    if draft.formula == "accrual":
        _accrual(draft, formula)
    if draft.formula == "points":
        _points(draft, formula)
    if formula.get("bands") is not None:
        _bands(draft, formula)
    if draft.formula == "account":
        _account(draft, formula)
    if draft.formula == "notional" and "divisors" not in reader.law:
        given["divisor"] = nobody_knows(draft, "divisors", "number")
    _part_years(draft, formula)
    _fixed_part(draft)


def _account(draft: Draft, formula: Leaf) -> None:
    """The balance: spread over months, a share of it at once where the law says so; or the whole of it at once."""
    reader, given = draft.reader, draft.given
    at_once, divisor = formula.get("at_once"), formula.get("divisor")
    if divisor is None and at_once is not None and "divisors" not in reader.law:
        given["divisor"] = reader.not_known(formula, "number", "divisor")
    else:
        given["divisor"] = reader.share(formula, "1" if divisor is None else divisor)
    if at_once is None and (divisor is not None or "divisors" in reader.law):
        return
    draft.parts |= {"commutation", "balance_once" if at_once is None else "at_once"}
    given |= {
        "commuted_share": WHOLE if at_once is None else reader.share(formula, at_once),
        "commutation_factor": Told(Fraction(1, 12)),
    }
    draft.cite(formula, "commuted_amount", "after_commutation", "commutation_lump_sum", "commutation_due")
    draft.cite(formula, "account_balance", "paid_at_once", "left_in_account")


def _money(draft: Draft, formula: Leaf, key: str, *rules: str) -> None:
    """An amount inside the formula, or beside it."""
    found = _parameter(draft, formula, key)
    if found is None:
        draft.given[key] = nobody_knows(draft, key, "money")
        return
    leaf, text = found
    if text is None and leaf.get("share") is None:
        draft.given[key] = draft.reader.not_known(leaf, "money")
        return
    draft.cite(leaf, *rules)
    if key in formula.raw:
        draft.given[key] = draft.reader.money(leaf, text)
    else:
        draft.amount_of(leaf, key)


def _fixed_part(draft: Draft) -> None:
    leaf = draft.reader.leaf("fixed_part")
    if leaf is None:
        return
    draft.parts.add("fixed_part")
    draft.amount_of(leaf, "fixed_part")
    draft.cite(leaf, "fixed_part", "fixed_part_share_of", "with_fixed_part")
    if leaf.get("over") is not None:
        draft.parts.add("fixed_over")
        draft.given["fixed_over"] = draft.reader.length(leaf, leaf.get("over"))


def _bands(draft: Draft, formula: Leaf) -> None:
    """The bands of the reference earnings: where each begins, and its rate."""
    reader = draft.reader
    if draft.formula != "bands":
        draft.parts.add("bands")
    start: Any = 0
    bands = []
    for band in formula.get("bands"):
        bands.append((start, quantity(band["rate"]).value))
        if "to" in band:
            start = reader.money(formula, band["to"]).value
    draft.given["bands"] = reader.told(tuple(bands), formula, "rows")


def _points(draft: Draft, formula: Leaf) -> None:
    reader, given = draft.reader, draft.given
    _money(draft, formula, "point_value", "point_value_share_of")
    path = f"points under {reader.path}"
    given["points"] = Told(unknown(path), Fact(path, "facts", "missing", "number"))
    for key in ("access_factor", "type_factor"):
        given[key] = WHOLE if formula.get(key) is None else reader.share(formula, formula.get(key))
    if formula.get("average") is not None:
        draft.parts.add("points_earned")
    if formula.get("stated_as") == "of_a_year":
        draft.parts.add("points_of_a_year")
        given["year"] = reader.length(formula, formula.get("year", "1 year"))
    rounded = formula.get("rounded")
    if rounded is not None:
        draft.parts |= {"points_rounded", f"points_{rounded['way']}"}
        unit = quantity(rounded["unit"]).value
        given["points_rounding"] = Rounding(unit, rounded["way"], str(formula.cites), formula.standing)


def _part_years(draft: Draft, formula: Leaf) -> None:
    """How the length in the formula is rounded, where the law rounds it."""
    told = formula.get("part_years", "exact")
    if told == "exact":
        return
    rounded: Mapping[str, str] = PART_YEARS[told] if isinstance(told, str) else told
    unit = quantity(rounded["unit"])
    year = formula.get("year")
    in_unit = draft.reader.in_unit(unit)
    if year is not None and unit.unit == "years":
        in_unit = unit.value * draft.reader.in_unit(quantity(year))
    draft.parts |= {"part_years", f"part_years_{rounded['way']}"}
    draft.given["part_years"] = Rounding(Fraction(in_unit), rounded["way"], str(formula.cites), formula.standing)


PART_YEARS = {"half": {"unit": "1/2 years", "way": "down"}, "complete": {"unit": "1 year", "way": "down"}}


def _accrual(draft: Draft, formula: Leaf) -> None:
    reader, given = draft.reader, draft.given
    base = formula.get("base")
    given["base"] = NOUGHT if base is None else reader.share(formula, base)
    start: Any = reader.in_unit(quantity(formula.get("base_length"))) if formula.get("base_length") else 0
    found = _parameter(draft, formula, "accrual")
    if found is None or found[1] is None:
        rate = nobody_knows(draft, "accrual", "rows") if found is None else reader.not_known(found[0], "rows")
        given["tiers"] = rate._replace(value=((start, rate.value),))
    else:
        tiers = [
            (start, reader.rate(str(found[1]))),
            *(
                (reader.in_unit(quantity(tier["above"])), reader.rate(tier["accrual"]))
                for tier in formula.get("tiers", ())
            ),
        ]
        given["tiers"] = reader.told(tuple(tiers), found[0], "rows")
        draft.cite(found[0], "accrued_share")
    if formula.get("cap") is not None:
        draft.parts.add("cap")
        given["cap"] = reader.share(formula, formula.get("cap"))


def read_reference(draft: Draft) -> None:
    reader, given = draft.reader, draft.given
    reference = reader.leaf("reference")
    if reference is None:
        return
    if reference.state in ("unknown", "before"):
        draft.reference, given["reference_unknown"] = "unknown", reader.not_known(reference, "money")
        return
    method = str(reference.get("method", "none"))
    draft.reference = "last" if method == "final" else method
    draft.cite(reference, "within_ceiling", "earnings_window", "best_average", "last_average", "career_average")
    draft.cite(reference, "revalued", "reference_rounded")
    if reference.get("revalued") is not None:
        draft.parts.add("revalued")
    if reference.get("capped") == "after":
        draft.parts.add("capped_after")
    rounded = reference.get("rounded")
    if rounded is not None:
        draft.parts |= {"reference_rounded", f"reference_{rounded['way']}"}
        unit = by_month(quantity(rounded["unit"]))
        given["reference_rounding"] = Rounding(unit, rounded["way"], str(reference.cites), reference.standing)
    if method != "career":
        given["reference_length"] = reader.months(reference, reference.get("length", "1 month"))
    if reference.get("within") is not None:
        draft.parts.add("within")
        given["reference_within"] = reader.months(reference, reference.get("within"))
    if reader.law.get("ceiling") is not None:
        draft.cite(reader.leaf("ceiling"), "within_ceiling")
