"""The rules of a regime against overlapping benefits, read into a draft."""

from __future__ import annotations

from portability.assessment.draft import NOUGHT, Draft
from portability.law.dated import Leaf
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

KINDS = ("same_kind", "different_kind")
OF = ("alone", "independent", "shared")


def read_reductions(draft: Draft) -> None:
    """For other pensions of the same person (`reduction_same_kind`); for other benefits and income (`..._different_kind`)."""
    for kind in KINDS:
        leaf = draft.reader.leaf(f"reduction_{kind}")
        if leaf is not None:
            _read(draft, kind, leaf)


def _read(draft: Draft, kind: str, leaf: Leaf) -> None:
    reader, given = draft.reader, draft.given
    fact = Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason)
    given[kind] = Told(True, fact)
    given[f"{kind}_rate"] = reader.share(leaf, leaf.get("rate")) if leaf.get("rate") else reader.not_known(leaf, "share")
    given[f"{kind}_free"] = reader.money(leaf, leaf.get("above")) if leaf.get("above") else NOUGHT
    draft.parts.add(kind)
    if leaf.get("amounts") == "net":
        draft.parts.add(f"{kind}_net")
        path = f"tax and contributions taken from the pensions that {leaf.path} counts"
        given["kept_after_deductions"] = Told(unknown(path, high=1), Fact(path, "facts", "missing", "share"))
    draft.cite(leaf, *(f"{name}_{kind}_{of}" for name in ("left",) for of in OF))
    draft.cite(leaf, *(f"{kind}_{name}_{of}" for name in ("reduction", "above") for of in OF))
    counted = ("pensions", "net") if kind == "same_kind" else ("income", "income_above")
    draft.cite(leaf, *(f"{name}_{of}" for name in counted for of in OF))
