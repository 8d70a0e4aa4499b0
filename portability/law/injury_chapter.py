"""The chapter of an instrument on accidents at work and diseases from it: which State pays, and who cares for the injured."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from portability.law.counting import Chapter
from portability.law.leaf import Dated, Fixed, YesNo
from portability.law.refers import leaves_of
from portability.law.telling import Said
from portability.law.words import Operation

Kind = Literal["accident", "disease"]


class DiseaseBetween(Fixed[Literal["last_state_met", "shared_by_exposure", "by_fund"]]):
    """Exposure in several States. `last_state_met`: the file goes to the State of the last exposure, and back from each whose
    conditions are not met to the one before; the first whose conditions are met pays the whole. `by_fund`: the same, but States
    with a fund for such diseases are asked before the others. `shared_by_exposure`: by the length of exposure in each, of
    what is `divided`: the `cost` of the benefit of the last State met, which the others refund, or the `benefit` itself: each
    State pays its share of what its own law gives."""

    divided: Literal["cost", "benefit"] | None = None


class CareAtResidence(Fixed[Literal["residence", "competent"]]):
    """Whose institutions give the care: those where the injured person lives, or those of the State that pays; always at the cost
    of the latter, refunded as `reimbursement` says."""

    NEEDS: ClassVar[tuple[str, ...]] = ("reimbursement",)

    reimbursement: Literal["actual", "fixed", "waived", "as_agreed"] | None = None


class ExposureAdded(Fixed[bool]):
    """Whether exposure under other laws counts; `operation`: where that is another than the chapter's."""

    operation: Operation | None = None


class InjuryBetween(Chapter):
    """Accidents at work and diseases from it, between States. Nothing is ever shared by periods of insurance.

    `covers`: accidents, diseases, or both (left out: both). `competent`: who pays for an accident: the State under whose law
    the work was. `travel`: an accident on the way, in another State, counts as one in the `competent_state`.
    `earlier_injuries`: those under the laws of other States count for the degree where a law counts earlier ones.
    `later_injuries`: so do later ones for which nothing else is paid. `exposure_totalised`: exposure elsewhere counts
    for a least length of it. `aggravation` of a disease after exposure under the law of another State: that State pays the
    `difference` between its benefits after and before, and the first goes on paying what it owed; or the `first_payer`
    pays for all of it. `care`: who cares for the injured who live in another State.
    """

    covers: Dated[Fixed[list[Kind]]] | None = None
    competent: Dated[Fixed[Literal["insurer_at_event"]]] | None = None
    travel: Dated[Fixed[Literal["competent_state"]]] | None = None
    earlier_injuries: YesNo | None = None
    later_injuries: YesNo | None = None
    disease: Dated[DiseaseBetween] | None = None
    exposure_totalised: Dated[ExposureAdded] | None = None
    aggravation: Dated[Fixed[Literal["difference", "first_payer"]]] | None = None
    care: Dated[CareAtResidence] | None = None


def injury_chapter_faults(data: Mapping[str, Any]) -> Iterator[Said]:
    """What is divided by exposure is told with the division, and with nothing else.

    >>> [one.what for one in injury_chapter_faults({"injury": {"disease": {"is": "shared_by_exposure", "cites": "Art 18"}}})]
    ['it is not told what is divided']
    """
    table = data.get("injury")
    for rest, leaf in leaves_of(table.get("disease")) if isinstance(table, Mapping) else ():
        here = ("injury", "disease", *rest)
        if leaf.get("is") == "shared_by_exposure" and "divided" not in leaf:
            yield Said(here, "it is not told what is divided", 'Add divided = "cost" or "benefit"')
        if leaf.get("is") not in (None, "shared_by_exposure") and "divided" in leaf:
            yield Said((*here, "divided"), f'"{leaf["is"]}" divides nothing', "Take divided out")
