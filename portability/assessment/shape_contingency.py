"""What a regime of invalidity or survivors says beside every pension, read into a draft: degrees, ceilings, least sums."""

from __future__ import annotations

from fractions import Fraction

from portability.assessment.draft import Draft
from portability.number.exact import quantity, whole
from portability.number.unknown import unknown
from portability.record.step import Fact, Told


def read_contingency(draft: Draft) -> None:
    """The figures that only these branches have; of any other regime nothing is read."""
    reader, law = draft.reader, draft.reader.law
    if reader.branch == "invalidity":
        draft.parts.add("invalidity")
        _degrees(draft)
    if reader.branch == "survivors":
        draft.parts.add("survivors")
    for key, read in (("family_ceiling", reader.share), ("minimum_each", reader.money)):
        leaf = reader.leaf(key) if key in law else None
        if leaf is not None:
            draft.parts.add(key)
            draft.given[key] = read(leaf)
    draft.cite(reader.leaf("family_ceiling"), "share_within_ceiling")
    draft.cite(reader.leaf("minimum_each"), "survivor_minimum")
    for key, rule in (
        ("until_age", "begun_in_time"),
        ("converts", "not_yet_converted"),
        ("insured_at_event", "insured_at_event_met"),
        ("future", "with_future_period"),
    ):
        draft.cite(reader.peek(key), rule)


def _degrees(draft: Draft) -> None:
    """The bands of degrees: the lowest opens the right; each gives its share of the full pension."""
    reader, given = draft.reader, draft.given
    leaf = reader.leaf("degree")
    draft.cite(leaf, "degree_reached", "invalidity_established", "share_of_degree", "amount_of_degree")
    if leaf is None or leaf.get("bands") is None:
        standing, cites = ("assumed", None) if leaf is None else (leaf.standing, leaf.cites)
        path = f"{reader.path}.degree"
        draft.parts.add("degree")
        given["least_degree"] = Told(unknown(path, low=0, high=1), Fact(path, "law", standing, "share", cites))
        given["bands"] = Told(((0, unknown(path, low=0, high=1)),), Fact(path, "law", standing, "rows", cites))
        return
    rows = [(whole(quantity(band["from"]).value), whole(quantity(band["share"]).value)) for band in leaf.get("bands")]
    given["least_degree"] = reader.told(Fraction(rows[0][0]), leaf, "share")
    if any(share != 1 for _, share in rows):
        draft.parts.add("degree")
        given["bands"] = reader.told(tuple(rows), leaf, "rows")
