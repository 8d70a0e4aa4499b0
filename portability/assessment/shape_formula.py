"""The formula of a regime and its reference earnings, read into a draft."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from portability.assessment.draft import NOUGHT, WHOLE, Draft, nobody_knows
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.rounding import Rounding
from portability.record.step import Told


def _parameter(draft: Draft, formula: Leaf, key: str) -> tuple[Leaf, Any] | None:
    """A parameter of the formula: inside it, or as a figure of its own beside it."""
    if key in formula.raw:
        return formula, formula.raw[key]
    leaf = draft.reader.leaf(key)
    return None if leaf is None else (leaf, leaf.is_)


def read_formula(draft: Draft) -> None:
    reader, given = draft.reader, draft.given
    formula = reader.leaf("formula")
    if formula is None or formula.state in ("unknown", "before"):
        given["formula_unknown"] = (
            nobody_knows(draft, "formula", "money") if formula is None else reader.not_known(formula, "money")
        )
        return
    draft.formula = str(formula.get("shape"))
    rules = {
        "flat": ("flat_amount",),
        "accrual": ("accrued_share", "accrued_amount", "share_capped", "counted_length"),
        "fraction": ("career_fraction", "fraction_of_wage"),
        "residence_fraction": ("career_fraction", "fraction_of_amount"),
        "account": ("account_pension",),
    }[draft.formula]
    draft.cite(formula, *rules)
    if draft.formula in ("flat", "residence_fraction"):
        given["amount"] = _money(draft, formula, "amount", rules[-1])
    if draft.formula in ("fraction", "residence_fraction"):
        key = "denominator" if draft.formula == "fraction" else "full"
        given["denominator"] = reader.length(formula, formula.get(key))
        given["cap"] = reader.share(formula, formula.get("cap", "1"))
    if draft.formula == "accrual":
        _accrual(draft, formula)
    if draft.formula == "account":
        _account(draft, formula)


def _account(draft: Draft, formula: Leaf) -> None:
    """The balance: spread over months, a share of it at once where the law says so; or the whole of it at once."""
    reader, given = draft.reader, draft.given
    at_once, divisor = formula.get("at_once"), formula.get("divisor")
    if divisor is None and at_once is not None:
        given["divisor"] = reader.not_known(formula, "number", "divisor")
    else:
        given["divisor"] = reader.share(formula, "1" if divisor is None else divisor)
    if at_once is None and divisor is not None:
        return
    draft.parts |= {"commutation", "balance_once" if at_once is None else "at_once"}
    given |= {
        "commuted_share": WHOLE if at_once is None else reader.share(formula, at_once),
        "commutation_factor": Told(Fraction(1, 12)),
    }
    draft.cite(formula, "commuted_amount", "after_commutation", "commutation_lump_sum", "commutation_due")
    draft.cite(formula, "account_balance", "paid_at_once", "left_in_account")


def _money(draft: Draft, formula: Leaf, key: str, rule: str) -> Told:
    found = _parameter(draft, formula, key)
    if found is None or found[1] is None:
        return nobody_knows(draft, key, "money") if found is None else draft.reader.not_known(found[0], "money")
    leaf, text = found
    draft.cite(leaf, rule)
    return draft.reader.money(leaf, text)


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
    steps = {"half": 2, "complete": 1}.get(str(formula.get("part_years", "exact")))
    if steps is not None:
        draft.parts.add("part_years")
        unit = Fraction(reader.in_unit(quantity("1 year"))) / steps
        given["part_years"] = Rounding(unit, "down", str(formula.cites), formula.standing)


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
    if method != "career":
        given["reference_length"] = reader.months(reference, reference.get("length", "1 month"))
    if reference.get("within") is not None:
        draft.parts.add("within")
        given["reference_within"] = reader.months(reference, reference.get("within"))
    if reader.law.get("ceiling") is not None:
        draft.cite(reader.leaf("ceiling"), "within_ceiling")
