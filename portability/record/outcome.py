"""The results of a decision: periods as counted, benefits with their variants and payments, care, floor guarantees.

Everything is frozen. A field that does not apply is None, or an empty tuple where it has a default.
"""

from datetime import date

from portability.frozen import frozen
from portability.record.measure import CertifiedLength, Item, Length, Lengths, Money, Standing, StepId
from portability.record.vocabulary import (
    Branch,
    Export,
    Force,
    Form,
    Guarantee,
    Per,
    PeriodKind,
    Refusal,
    Reimbursement,
    Route,
    Status,
)


@frozen(kw_only=True)
class Legislation:
    """The law that applies on the first day of a period; findings tell where it changes."""

    state: str
    cites: str | None = None


@frozen(kw_only=True)
class Displaced:
    """A part of a period that another displaces, by the id of that other and the rule."""

    by: str
    rule: str | None = None
    start: date | None = None
    end: date | None = None


@frozen(kw_only=True)
class PeriodResult:
    """A period as given and as counted, and why not where it does not count."""

    id: str
    country: str
    scheme: str | None = None
    kind: PeriodKind
    start: date | str | None = None
    end: date | str | None = None
    certified: CertifiedLength | None = None
    counted: Lengths | None = None
    legislation: Legislation | None = None
    displaced_by: tuple[Displaced, ...] = ()
    why_not: str | None = None
    reasons: tuple[StepId, ...] = ()


@frozen(kw_only=True)
class Variant:
    """One way to compute a benefit: alone, or under an instrument, with the States whose periods were counted."""

    id: str
    route: Route
    instrument: str | None = None
    states_counted: tuple[str, ...] = ()
    own: Lengths | None = None
    total: Lengths | None = None
    required: Length | None = None
    missing: Length | None = None
    theoretical: Money | None = None
    ratio: str | None = None
    gross: Money | None = None
    increments: tuple[Item, ...] = ()
    reductions: tuple[Item, ...] = ()
    net: Money | None = None
    chosen: bool
    why: StepId | None = None


@frozen(kw_only=True)
class Supplement:
    """A sum added to a benefit, and who pays it."""

    kind: str
    money: Money
    payer: str
    step: StepId | None = None


@frozen(kw_only=True)
class Payment:
    """A run of payments, to where, and whether they are made there."""

    start: date
    end: date | None = None
    money: Money
    per: Per
    payments_a_year: int | None = None
    payable_in: str | None = None
    export: Export | None = None
    step: StepId | None = None


@frozen(kw_only=True)
class Recompute:
    """A day on which a benefit must be reckoned anew, and why; without a day where nobody knows it yet."""

    on: date | None = None
    because: str
    cites: str | None = None


@frozen(kw_only=True)
class Benefit:
    """A benefit of one beneficiary under one scheme: exactly one variant is chosen."""

    id: str
    beneficiary: str
    country: str
    branch: Branch
    scheme: str | None = None
    form: Form | None = None
    status: Status
    refusal: Refusal | None = None
    standing: Standing
    legal_force: Force
    variants: tuple[Variant, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    payments: tuple[Payment, ...] = ()
    arrears: Money | None = None
    recompute: tuple[Recompute, ...] = ()
    reasons: tuple[StepId, ...] = ()

    @property
    def going_on(self) -> tuple[Payment, ...]:
        """What is paid now, of all that is and was paid: the payments that go on, and what is paid once."""
        return tuple(paid for paid in self.payments if paid.end is None or paid.per == "once")


@frozen(kw_only=True)
class Care:
    """Medical care: which State provides it, which bears the cost, and how."""

    person: str
    situation: str
    start: date | None = None
    end: date | None = None
    provider_state: str | None = None
    cost_state: str | None = None
    reimbursement: Reimbursement | None = None
    status: Status
    instrument: str | None = None
    reasons: tuple[StepId, ...] = ()


@frozen(kw_only=True)
class CountedSum:
    """A sum that a guarantee counts."""

    what: str
    money: Money
    step: StepId | None = None


@frozen(kw_only=True)
class FloorResult:
    """A floor guarantee: its level, what is counted, the gap, and what is paid on top; `grant`: what the State calls it."""

    person: str
    guarantee: Guarantee
    country: str
    region: str | None = None
    start: date | None = None
    end: date | None = None
    grant: str | None = None
    payer: str | None = None
    level: Money | None = None
    household_scale: str | None = None
    counted: tuple[CountedSum, ...] = ()
    gap: Money | None = None
    not_covered: str | None = None
    top_up: Money | None = None
    legal_force: Force
    status: Status
    reasons: tuple[StepId, ...] = ()
