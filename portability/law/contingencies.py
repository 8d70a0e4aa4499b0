"""What laws say of invalidity and of survivors beside what they say of every pension: degrees, credited time, shares.

A degree of incapacity is a share of the capacity lost. The law on the day of the contingency (the day invalidity began, the
day of death) opens the right and names the formula; minimum, maximum and other amounts are those of the day decided for.
"""

from itertools import pairwise
from typing import Any, ClassVar, Literal

from pydantic import Field

from portability.law.leaf import Fixed, Leaf, Strict
from portability.law.values import Age, Length, Share, Text, parts

Relation = Literal[
    "spouse", "partner", "former_spouse", "child", "stepchild", "foster_child", "grandchild", "parent", "grandparent",
    "sibling", "other",
]  # fmt: skip
Group = Literal["spouse", "child", "parent", "other"]


class Band(Strict):
    """A degree of incapacity from which a share of the full pension is due."""

    from_: Share = Field(alias="from")
    share: Share


class Degree(Leaf):
    """The degrees of incapacity that open a pension, lowest first, with the share of the full pension each gives."""

    CONTENT: ClassVar[tuple[str, ...]] = ("bands",)

    bands: list[Band] | None = Field(None, min_length=1)


class Future(Leaf):
    """Time credited from the contingency to an age, as if insurance had gone on: `share` of it, and at most `limit`.

    It adds to the amount only, never to the right.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("until_age",)

    until_age: Age | None = None
    share: Share | None = None
    limit: Length | None = None


class FullFrom(Leaf):
    """The length for a full pension where it depends on the person: a share of the time from an age to the contingency."""

    CONTENT: ClassVar[tuple[str, ...]] = ("age",)
    NEEDS: ClassVar[tuple[str, ...]] = ("share",)

    age: Age | None = None
    share: Share | None = None


class InsuredAtEvent(Fixed[bool]):
    """Whether the law asks for insurance on the day of the contingency, or at most `within` a length before it."""

    within: Length | None = None


class Survivor(Leaf):
    """What one group of survivors gets of the deceased's pension, and who belongs to it.

    `relations`: the relations of the group, where not the group's own name alone. `married`: the length of the marriage at
    death. `from_age`, or `from_age_F` and `from_age_M`: the survivor's age at death. `unless`: a child entitled, or
    disability, stands in for both. `until_age` and `until_age_in_education` end the benefit; `disabled` lifts them.
    `until_remarriage` ends it. `dependent` asks for dependence at death. `together`: the group shares one share equally.
    `if_none_of`: only where nobody of these groups is entitled. `full_orphan`: the share where no parent is alive.
    `share_unknown`: why the share is not known, where who belongs to the group is.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("share", "share_unknown")

    share: Share | None = None
    share_unknown: Text | None = None
    full_orphan: Share | None = None
    relations: list[Relation] | None = None
    together: bool | None = None
    married: Length | None = None
    from_age: Age | None = None
    from_age_F: Age | None = None
    from_age_M: Age | None = None
    unless: list[Literal["child", "disabled"]] | None = None
    until_age: Age | None = None
    until_age_in_education: Age | None = None
    disabled: bool | None = None
    dependent: bool | None = None
    until_remarriage: bool | None = None
    if_none_of: list[Group] | None = None


class BaseOf(Fixed[Literal["old_age", "invalidity"]]):
    """Whose qualifying period, formula and limits hold where this branch tells none: those of another of the scheme."""


def band_faults(regime: Any) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Bands of degrees run upwards.

    >>> band_faults({"degree": {"bands": [{"from": "66 %"}, {"from": "50 %"}]}})[0][1]
    'the band from "50 %" comes after that from "66 %"'
    """
    told = regime.get("degree")
    found: list[tuple[tuple[str | int, ...], str, str]] = []
    for place, leaf in enumerate(told if isinstance(told, list) else [told]):
        bands = leaf.get("bands") if isinstance(leaf, dict) else None
        rows = [band for band in bands if isinstance(band, dict)] if isinstance(bands, list) else []
        for i, (one, other) in enumerate(pairwise(rows), start=1):
            low, high = (parts(str(row.get("from"))) for row in (one, other))
            if low is not None and high is not None and high.value <= low.value:
                path = ("degree", place, "bands", i) if isinstance(told, list) else ("degree", "bands", i)
                what = f'the band from "{other["from"]}" comes after that from "{one["from"]}"'
                found.append((path, what, "Put the lowest first, each degree once"))
    return found
