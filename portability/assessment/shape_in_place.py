"""What a regime pays in place of a pension, read into a draft."""

from __future__ import annotations

from portability.assessment.draft import NOUGHT, Draft
from portability.assessment.figures import Reader
from portability.law.dated import Leaf
from portability.record.step import Told


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
