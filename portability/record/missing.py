"""What is still missing for each benefit, and when it opens, in the format `portability.missing/1`.

Everything is frozen. What rests on a set of agreements that binds nobody has `legal_force` scenario or guidance: it says
what would be.
"""

from datetime import date
from typing import Literal

from portability.frozen import frozen
from portability.record.decision import Hashes
from portability.record.measure import Length
from portability.record.vocabulary import Branch, Force, Form, Refusal, Status

FORMAT = "portability.missing/1"

Condition = Literal[
    "age", "length", "reduced_length", "further_length", "alternative_length", "registered", "residence_length", "residence",
    "nationality", "contingency", "insured_at_event",
]  # fmt: skip
Situation = Literal["insured_on", "nothing_more"]


@frozen(kw_only=True)
class Gap:
    """A condition that is not met: by national law alone, or with the periods an instrument adds.

    `missing` nought means that this instrument closes the gap; `reached_on` is the day an age is reached; `unknown` names
    the facts without which nobody can tell.
    """

    condition: Condition
    instrument: str | None = None
    legal_force: Force = "binding"
    required: Length | None = None
    counted: Length | None = None
    missing: Length | None = None
    reached_on: date | None = None
    unknown: tuple[str, ...] = ()
    cites: str | None = None


@frozen(kw_only=True)
class Opening:
    """When a pension opens if the person is insured on in the last scheme, or if nothing more is added.

    `on` is the first day on which the right is certain; `possible_from` an earlier one, where unknown facts leave it open.
    Without either, it does not open up to `looked_to`. Only for old age: nobody knows the day of a contingency to come.
    """

    situation: Situation
    present: bool
    on: date | None = None
    possible_from: date | None = None
    unknown: tuple[str, ...] = ()
    instrument: str | None = None
    legal_force: Force = "binding"
    looked_to: date


@frozen(kw_only=True)
class MissingRow:
    """One benefit: what is decided of it now, what its pension still misses, and when that opens."""

    benefit: str
    beneficiary: str
    country: str
    branch: Branch
    scheme: str | None = None
    status: Status
    form: Form | None = None
    refusal: Refusal | None = None
    legal_force: Force
    gaps: tuple[Gap, ...] = ()
    openings: tuple[Opening, ...] = ()


@frozen(kw_only=True)
class Insured:
    """The last scheme the person was insured in, and the last day of it; `now`: the insurance goes on."""

    country: str
    scheme: str | None = None
    until: date
    now: bool


@frozen(kw_only=True)
class Missing:
    """What is missing for every benefit of a case, for one day and one set of agreements."""

    format: str = FORMAT
    case: str
    agreements: str
    at: date
    law_as_of: date | None = None
    hashes: Hashes | None = None
    insured: Insured | None = None
    rows: tuple[MissingRow, ...]
    not_decided: tuple[Branch, ...] = ()
    taken: tuple[str, ...] = ()
    not_certain: tuple[str, ...] = ()
