"""From a regime of national law to the shape and the told figures that the stages see. No amount is computed here."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.currency import rounding_in
from portability.assessment.figures import Reader
from portability.citation import Citation
from portability.law.dated import Leaf
from portability.law.recall import Same, recalled
from portability.number.exact import quantity
from portability.number.rounding import Rounding
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

NOUGHT, WHOLE, NO, YES = Told(0), Told(1), Told(False), Told(True)


class Draft:
    """A member in the making: parts of the shape, told figures, and the article behind each rule."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.formula = self.reference = self.otherwise = self.otherwise_below = "none"
        self.parts: set[str] = set()
        self.given: dict[str, Any] = {"nought": NOUGHT, "whole": WHOLE, "no": NO}
        self.cites: dict[str, Citation] = {}
        self.law_standing: dict[str, str] = {}

    def copied(self, reader: Reader) -> Draft:
        """The same draft, for a reader of its own to write in."""
        other = Draft(reader)
        other.formula, other.reference = self.formula, self.reference
        other.otherwise, other.otherwise_below = self.otherwise, self.otherwise_below
        other.parts, other.given = set(self.parts), dict(self.given)
        other.cites, other.law_standing = dict(self.cites), dict(self.law_standing)
        return other

    def cite(self, leaf: Leaf | None, *rules: str) -> None:
        """The article of a leaf stands behind the named rules."""
        if leaf is not None:
            self.cites.update(dict.fromkeys(rules, leaf.cites))
            self.law_standing.update(dict.fromkeys(rules, leaf.standing))


def read_regime(reader: Reader) -> Draft:
    """The shape and figures of an old-age regime on a day; the same regime is read once."""
    law = Same(reader.law)
    known = _read(law, reader.path, reader.at, reader.sex, reader.unit, reader.day_system, reader.currency)
    reader.notes += known.reader.notes
    return known.copied(reader)


@recalled
def _read(
    law: Same, path: str, at: date, sex: str | None, unit: str, day_system: int | None, currency: str
) -> Draft:
    draft = Draft(Reader(law.law, path, at, sex, unit, day_system, currency=currency))
    _right(draft)
    _formula(draft)
    _reference(draft)
    _limits(draft)
    _otherwise(draft)
    _payments(draft)
    return draft


def _right(draft: Draft) -> None:
    reader, given = draft.reader, draft.given
    qualifying = reader.leaf("qualifying")
    given["qualifying"] = (
        _nobody_knows(draft, "qualifying", "length") if qualifying is None else reader.length(qualifying)
    )
    draft.cite(qualifying, "qualifying_period_met", "right_opens")
    reduced = reader.leaf("reduced")
    if reduced is not None:
        draft.parts.add("reduced")
        given["reduced"] = reader.length(reduced)
        given["reduced_factor"] = reader.share(reduced, reduced.get("factor", "1"))
        draft.cite(reduced, "reduced_period_met", "period_met", "tier_factor", "tier_amount")
        if reduced.get("minimum") is False:
            draft.parts.add("minimum_of_full")
            draft.cite(reduced, "minimum_of_full")
    any_age = reader.leaf("any_age")
    if any_age is not None:
        draft.parts.add("any_age")
        given["any_age"] = reader.length(any_age)
        draft.cite(any_age, "any_age_met", "age_met")
    career = reader.leaf("full_career")
    if career is not None:
        given["full_career"] = reader.length(career)
        draft.cite(career, "length_capped", "total_capped")


def _parameter(draft: Draft, formula: Leaf, key: str) -> tuple[Leaf, Any] | None:
    """A parameter of the formula: inside it, or as a figure of its own beside it."""
    if key in formula.raw:
        return formula, formula.raw[key]
    leaf = draft.reader.leaf(key)
    return None if leaf is None else (leaf, leaf.is_)


def _formula(draft: Draft) -> None:
    reader, given = draft.reader, draft.given
    formula = reader.leaf("formula")
    if formula is None or formula.state in ("unknown", "before"):
        given["formula_unknown"] = (
            _nobody_knows(draft, "formula", "money") if formula is None else reader.not_known(formula, "money")
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
        given["divisor"] = reader.share(formula, formula.get("divisor", "1"))
        if formula.get("divisor") is None:  # not spread over months: the whole of it is turned into a sum paid once
            draft.parts |= {"commutation", "balance_once"}
            given |= {"commuted_share": WHOLE, "commutation_factor": Told(Fraction(1, 12))}
            draft.cite(formula, "commuted_amount", "after_commutation", "commutation_lump_sum", "commutation_due")


def _money(draft: Draft, formula: Leaf, key: str, rule: str) -> Told:
    found = _parameter(draft, formula, key)
    if found is None or found[1] is None:
        return _nobody_knows(draft, key, "money") if found is None else draft.reader.not_known(found[0], "money")
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
        rate = _nobody_knows(draft, "accrual", "rows") if found is None else reader.not_known(found[0], "rows")
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


def _reference(draft: Draft) -> None:
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


def _limits(draft: Draft) -> None:
    for key in ("minimum", "maximum"):
        leaf = draft.reader.leaf(key)
        if leaf is not None:
            draft.parts.add(key)
            draft.given[key] = draft.reader.money(leaf)
            draft.cite(leaf, f"{key}_amount")
            if leaf.get("on") == "after_commutation":
                draft.parts.add("minimum_after_commutation")
    commutation = draft.reader.leaf("commutation")
    if commutation is not None:
        draft.parts.add("commutation")
        draft.given["commuted_share"] = draft.reader.share(commutation, commutation.get("share"))
        draft.given["commutation_factor"] = draft.reader.share(commutation, commutation.get("factor"))
        draft.cite(commutation, "commuted_amount", "after_commutation", "commutation_lump_sum", "commutation_due")


def _otherwise(draft: Draft) -> None:
    draft.otherwise, draft.otherwise_below = _in_place(draft, "otherwise"), _in_place(draft, "otherwise_below")


def _in_place(draft: Draft, key: str) -> str:
    """The figures of what is paid in place of a pension; its shape, or "none" where the law pays nothing."""
    reader, given = draft.reader, draft.given
    leaf = reader.leaf(key)
    if leaf is None:
        return "none"
    known = leaf.state not in ("unknown", "before")
    shape = str(leaf.get("shape", "unknown")) if known else "unknown"
    draft.cite(leaf, *(IN_PLACE_RULES if key == "otherwise" else BELOW_RULES))
    least = leaf.get("qualifying")
    given[f"{key}_least"] = _least(reader, leaf, least)
    given[f"{key}_amount"] = reader.not_known(leaf, "money")
    if shape == "refund":
        given[f"{key}_share"] = reader.share(leaf, leaf.get("share", "1"))
        given[f"{key}_interest"] = (
            NOUGHT if leaf.get("interest") is None else reader.not_known(leaf, "money", "interest")
        )
    if shape == "per_month":
        factor = leaf.get("factor")
        given[f"{key}_factor"] = (
            reader.not_known(leaf, "share", "factor") if factor is None else reader.share(leaf, factor)
        )
        reference = leaf.get("reference")
        if reference is not None:
            draft.parts.add(f"{key}_reference")
            given[f"{key}_reference_length"] = reader.months(leaf, reference.get("length", "1 month"))
    return shape


IN_PLACE_RULES = (
    "lump_sum_right",
    "refund_of_contributions",
    "lump_sum_by_length",
    "balance_in_place",
    "lump_sum_remains",
    "lump_sum_due",
    "lump_sum_rounded",
    "lost_by_totalisation",
)
BELOW_RULES = ("refund_of_contributions", "with_interest", "of_two_lump_sums")


def _least(reader: Reader, leaf: Leaf, least: str | None) -> Told:
    """The least length for what is paid in place; where nobody found whether anything is paid, it is not known."""
    if least is not None:
        return reader.length(leaf, least)
    return reader.not_known(leaf, "length") if leaf.state in ("unknown", "before") else NOUGHT


def _nobody_knows(draft: Draft, key: str, kind: str) -> Told:
    """A figure that the file does not tell at all."""
    path = f"{draft.reader.path}.{key}"
    return Told(unknown(path), Fact(path, "law", "assumed", kind, note="the law file does not tell it"))


def _often(leaf: Leaf) -> Told:
    """The payments of a year where nobody knows their number: once at least."""
    return Told(unknown(leaf.path, low=1), Fact(leaf.path, "law", leaf.standing, "number", leaf.cites, leaf.reason))


def _payments(draft: Draft) -> None:
    reader, given = draft.reader, draft.given
    leaf = reader.leaf("payments")
    given["payments"] = Told(12)
    if leaf is not None:
        given["payments"] = _often(leaf) if leaf.is_ is None else reader.told(Fraction(leaf.is_), leaf)
    if leaf is not None and leaf.get("of") == "year":
        draft.parts.add("of_year")
    draft.cite(leaf, "payment_of_year", "month_of_payments")
    default = rounding_in(reader.currency, reader.at)
    given["rounding"] = given["rounding_once"] = default
    rounding = reader.leaf("rounding")
    if rounding is not None and rounding.is_told:
        stated = reader.rounding(rounding)
        if rounding.get("at", "payment") == "theoretical":
            draft.parts |= {"rounding_theoretical", f"theoretical_{stated.way}"}
            given["rounding_theoretical"] = stated
            draft.cite(rounding, "theoretical_rounded")
        else:
            given["rounding"] = stated
            draft.parts.add(f"rounding_{stated.way}")
            draft.cite(rounding, "amount_due")
