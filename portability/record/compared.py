"""One case under several sets of agreements, in the format `portability.compared/1`.

Everything is frozen, as in a decision; a benefit under a set is the benefit of the decision under that set, and the ids of
its steps are those of that decision.
"""

from datetime import date
from typing import Literal

from portability.frozen import frozen
from portability.record.decision import Hashes, NotInSum, RateUsed
from portability.record.measure import Money, StepId
from portability.record.outcome import Benefit, FloorResult
from portability.record.vocabulary import Branch, Force, Form, LawStanding, Per

FORMAT = "portability.compared/1"

Change = Literal["same", "more", "less", "other_form", "not_known"]


@frozen(kw_only=True)
class SumUnder:
    """What is paid by the month under a set: what binds; with what would be paid beside it; in one currency.

    `change` and `by` compare `in_one` with the first set.
    """

    agreements: str
    per_month: tuple[Money, ...]
    would_be: tuple[Money, ...] = ()
    in_one: Money | None = None
    change: Change | None = None
    by: Money | None = None
    not_in_sum: tuple[NotInSum, ...] = ()


@frozen(kw_only=True)
class FirstStep:
    """The first step of the reasoning that differs: what it says here, what it said under the first set, its article."""

    id: StepId
    sentence: str | None = None
    before: str | None = None
    cites: str | None = None
    standing: LawStanding | None = None
    force: Force


@frozen(kw_only=True)
class Turned:
    """A form of benefit that is gained or lost, and its amount; `beside`: paid once beside a pension."""

    form: Form
    beside: bool | None = None
    money: Money | None = None


@frozen(kw_only=True)
class Difference:
    """How a benefit differs from the first set; `by` is the difference of one payment, `per` how often it is made."""

    agreements: str
    legal_force: Force
    change: Change
    by: Money | None = None
    per: Per | None = None
    gained: tuple[Turned, ...] = ()
    lost: tuple[Turned, ...] = ()
    first_step: FirstStep | None = None


@frozen(kw_only=True)
class Result:
    """A benefit as it is under one set; without one, that State is not asked for it under the set."""

    agreements: str
    benefit: Benefit | None = None


@frozen(kw_only=True)
class Row:
    """One benefit of one beneficiary from one scheme, under every set."""

    beneficiary: str
    country: str
    branch: Branch
    scheme: str | None = None
    results: tuple[Result, ...]
    differences: tuple[Difference, ...]


@frozen(kw_only=True)
class FloorUnder:
    """A floor guarantee as it is under one set."""

    agreements: str
    floor: FloorResult


@frozen(kw_only=True)
class Compared:
    """A case decided for one day under several sets of agreements; the first is the one the others are held against."""

    format: str = FORMAT
    case: str
    at: date
    law_as_of: date | None = None
    hashes: Hashes | None = None
    sums: tuple[SumUnder, ...]
    rates: tuple[RateUsed, ...] = ()
    rows: tuple[Row, ...]
    floor: tuple[FloorUnder, ...] = ()
    not_certain: tuple[str, ...] = ()
    not_modelled: tuple[str, ...] = ()
