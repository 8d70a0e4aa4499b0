"""What a regime pays in place of a pension, read into a draft."""

from __future__ import annotations

from fractions import Fraction

from portability.assessment.draft import NOUGHT, Draft
from portability.assessment.figures import Reader
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.rounding import Rounding
from portability.number.unknown import unknown_truth
from portability.record.step import Fact, Told


def read_otherwise(draft: Draft) -> None:
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
    if leaf.get("asks") is not None:
        path = f"{leaf.path}: {leaf.get('asks')}"
        draft.parts.add(f"{key}_asks")
        given[f"{key}_asked"] = Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno", leaf.cites))
    if shape in ("per_month", "of_pension", "allowance"):
        _reckoned(draft, key, leaf, shape)
    return shape


def _reckoned(draft: Draft, key: str, leaf: Leaf, shape: str) -> None:
    """The figures of a sum, or of an allowance by the month, that is reckoned from earnings or from the pension."""
    reader, given = draft.reader, draft.given
    name = "share" if shape == "allowance" else "factor"
    told = leaf.get(name)
    given[f"{key}_{name}"] = reader.share(leaf, told) if isinstance(told, str) else reader.not_known(leaf, "share", name)
    reference = leaf.get("reference")
    if reference is not None:
        draft.parts.add(f"{key}_reference")
        given[f"{key}_reference_length"] = reader.months(leaf, reference.get("length", "1 month"))
    if leaf.get("steps") is not None:
        draft.parts.add(f"{key}_steps")
        unit = Fraction(reader.in_unit(quantity(leaf.get("steps"))))
        given[f"{key}_steps"] = Rounding(unit, "down", str(leaf.cites), leaf.standing)
    if shape == "allowance":
        draft.parts.add("allowance")
        if leaf.get("least") is not None:
            draft.parts.add(f"{key}_least")
            least = leaf.get("least")
            known = isinstance(least, str)
            given[f"{key}_minimum"] = reader.money(leaf, least) if known else reader.not_known(leaf, "money", "least")


IN_PLACE_RULES = (
    "lump_sum_right",
    "lump_sum_reference",
    "refund_of_contributions",
    "contributed_earnings",
    "lump_sum_by_length",
    "counted_for_lump_sum",
    "lump_sum_of_pension",
    "allowance_in_place",
    "allowance_raised",
    "balance_in_place",
    "lump_sum_remains",
    "lump_sum_due",
    "lump_sum_rounded",
    "allowance_due",
    "lost_by_totalisation",
)
BELOW_RULES = ("refund_of_contributions", "with_interest", "of_two_lump_sums")


def _least(reader: Reader, leaf: Leaf, least: str | None) -> Told:
    """The least length for what is paid in place; where nobody found whether anything is paid, it is not known."""
    if least is not None:
        return reader.length(leaf, least)
    return reader.not_known(leaf, "length") if leaf.state in ("unknown", "before") else NOUGHT
