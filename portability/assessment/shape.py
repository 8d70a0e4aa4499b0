"""From a regime of national law to the shape and the told figures that the stages see. No amount is computed here."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from portability.assessment.beside import NOTHING_BESIDE, Beside
from portability.assessment.currency import rounding_in
from portability.assessment.draft import Draft, nobody_knows
from portability.assessment.figures import Reader
from portability.assessment.invalid import CONTINGENCIES
from portability.assessment.shape_contingency import read_contingency
from portability.assessment.shape_formula import read_formula, read_reference
from portability.assessment.shape_in_place import read_otherwise
from portability.assessment.shape_overlap import read_reductions
from portability.assessment.shape_when import read_when
from portability.law.dated import Leaf
from portability.law.recall import Same, recalled
from portability.number.unknown import unknown
from portability.record.step import Fact, Told


def read_regime(reader: Reader) -> Draft:
    """The shape and figures of a regime on a day; the same regime is read once."""
    law = Same(reader.law)
    about = (reader.path, reader.at, reader.sex, reader.unit, reader.day_system, reader.currency, reader.since, reader.beside)
    known = _read(law, *about)
    reader.notes += known.reader.notes
    return known.copied(reader)


@recalled
def _read(
    law: Same,
    path: str,
    at: date,
    sex: str | None,
    unit: str,
    day_system: int | None,
    currency: str,
    since: date | None,
    beside: Beside = NOTHING_BESIDE,
) -> Draft:
    branch = path.rpartition(".")[2]
    draft = Draft(Reader(law.law, path, at, sex, unit, day_system, currency=currency, branch=branch, since=since, beside=beside))
    _right(draft)
    read_formula(draft)
    read_reference(draft)
    _limits(draft)
    read_when(draft)
    read_otherwise(draft)
    read_reductions(draft)
    _payments(draft)
    if branch in CONTINGENCIES:
        read_contingency(draft)
    return draft


def _right(draft: Draft) -> None:
    reader, given = draft.reader, draft.given
    qualifying = reader.leaf("qualifying")
    given["qualifying"] = (
        nobody_knows(draft, "qualifying", "length") if qualifying is None else reader.length(qualifying)
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


def _limits(draft: Draft) -> None:
    for key in ("minimum", "maximum"):
        leaf = draft.reader.leaf(key)
        if leaf is not None:
            draft.parts.add(key)
            draft.amount_of(leaf, key)
            draft.cite(leaf, f"{key}_amount", f"{key}_share_of")
            if leaf.get("on") == "after_commutation":
                draft.parts.add("minimum_after_commutation")
            if leaf.get("from_length") is not None:
                draft.parts.add(f"{key}_from")
                draft.given[f"{key}_from"] = draft.reader.length(leaf, leaf.get("from_length"))
                draft.cite(leaf, "long_enough_for_minimum", "minimum_guaranteed")
    commutation = draft.reader.leaf("commutation")
    if commutation is not None:
        draft.parts.add("commutation")
        draft.given["commuted_share"] = draft.reader.share(commutation, commutation.get("share"))
        draft.given["commutation_factor"] = draft.reader.share(commutation, commutation.get("factor"))
        draft.cite(commutation, "commuted_amount", "after_commutation", "commutation_lump_sum", "commutation_due")


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
