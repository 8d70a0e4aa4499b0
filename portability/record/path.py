"""A life laid out in time, in the format `portability.path/1`: stretches between which something changes.

Everything is frozen. What is told of a stretch holds on each of its days. What rests on a set of agreements that binds
nobody has `legal_force` scenario or guidance: it says what would be.
"""

from datetime import date
from typing import Literal

from portability.frozen import frozen
from portability.record.decision import Finding, Hashes
from portability.record.measure import CertifiedLength, Lengths, Money
from portability.record.outcome import Displaced, Legislation, Supplement
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
    Status,
)

FORMAT = "portability.path/1"

MarkKind = Literal["person", "family", "event", "age", "claim", "decision", "residence", "nationality", "benefit", "work"]
Gap = Literal["gap", "perhaps"]
OnceKind = Literal["lump_sum", "refund", "account", "arrears", "benefit"]


@frozen(kw_only=True)
class State:
    """A State of the life; `title` is the name of its law, absent where that is not on the shelf."""

    country: str
    title: str | None = None


@frozen(kw_only=True)
class LawHeld:
    """The State whose law applies to the work of a period, from the first to the last of the days for which it was found."""

    start: date
    end: date
    legislation: Legislation


@frozen(kw_only=True)
class Worked:
    """Work as the case tells it; without a last day it goes on."""

    id: str
    country: str
    start: date
    end: date | None = None
    posted_from: str | None = None


@frozen(kw_only=True)
class Spell:
    """A period of the case and its place in time; `rough`: a day of it is known to the month or year only.

    Without days it was certified as a length alone, and has no place in time. `legislation` is the law of its first day,
    `laws` that of each of its days for which one was found.
    """

    id: str
    country: str
    scheme: str | None = None
    kind: PeriodKind
    start: date | None = None
    end: date | None = None
    rough: bool | None = None
    certified: CertifiedLength | None = None
    counted: Lengths | None = None
    legislation: Legislation | None = None
    laws: tuple[LawHeld, ...] = ()
    displaced_by: tuple[Displaced, ...] = ()
    why_not: str | None = None


@frozen(kw_only=True)
class Mark:
    """What happened on a day, and to whom: a birth, an accident, an age reached, a claim, a move, the decision."""

    on: date
    kind: MarkKind
    what: str
    persons: tuple[str, ...] = ("insured",)
    country: str | None = None


@frozen(kw_only=True)
class Insured:
    """A period the person is in; `displaced_by` names the one to which these days give way, `why_not` why none of it counts."""

    period: str
    country: str
    scheme: str | None = None
    kind: PeriodKind
    legislation: str | None = None
    displaced_by: str | None = None
    why_not: str | None = None


@frozen(kw_only=True)
class Due:
    """What a benefit comes to: a payment, a refusal, or what is not determined. Money is that of one payment."""

    benefit: str
    beneficiary: str
    country: str
    branch: Branch
    scheme: str | None = None
    form: Form | None = None
    status: Status
    refusal: Refusal | None = None
    legal_force: Force
    money: Money | None = None
    per: Per | None = None
    payments_a_year: int | None = None
    payable_in: str | None = None
    export: Export | None = None
    supplements: tuple[Supplement, ...] = ()


@frozen(kw_only=True)
class Once:
    """What is paid once, on the first day of the stretch; `arrears` is what fell due before the decision."""

    benefit: str
    beneficiary: str
    country: str
    branch: Branch
    scheme: str | None = None
    kind: OnceKind
    legal_force: Force
    money: Money


@frozen(kw_only=True)
class Guaranteed:
    """A floor guarantee of the State of residence: its level, the gap to it, and what is paid on top by which grant."""

    person: str
    guarantee: Guarantee
    country: str
    region: str | None = None
    grant: str | None = None
    level: Money | None = None
    gap: Money | None = None
    top_up: Money | None = None
    not_covered: str | None = None
    status: Status
    legal_force: Force


@frozen(kw_only=True)
class CareHeld:
    """Medical care: who provides it and who bears the cost."""

    person: str
    situation: str
    provider_state: str | None = None
    cost_state: str | None = None
    reimbursement: Reimbursement | None = None
    status: Status


@frozen(kw_only=True)
class Stretch:
    """Days on which nothing changes. `decided_for`: the day of the decision that tells what is due; absent before the first.

    `per_month` is the sum of what binds, is paid where the person lives, and is known; `gap` marks time in no period
    between the first one and the first claim, `perhaps` where a period without days may lie in it.
    """

    start: date
    end: date
    decided_for: date | None = None
    lives_in: str | None = None
    insured: tuple[Insured, ...] = ()
    gap: Gap | None = None
    due: tuple[Due, ...] = ()
    once: tuple[Once, ...] = ()
    per_month: tuple[Money, ...] = ()
    care: tuple[CareHeld, ...] = ()
    floor: tuple[Guaranteed, ...] = ()
    happened: tuple[Mark, ...] = ()


@frozen(kw_only=True)
class Path:
    """The life of a case in time, under one set of agreements; `decisions`: for how many days the case was decided.

    `findings` are those of the decision that say which law applies.
    """

    format: str = FORMAT
    case: str
    agreements: str
    at: date
    law_as_of: date | None = None
    hashes: Hashes | None = None
    start: date
    end: date
    decisions: int
    states: tuple[State, ...]
    spells: tuple[Spell, ...]
    work: tuple[Worked, ...] = ()
    stretches: tuple[Stretch, ...]
    findings: tuple[Finding, ...] = ()
    taken: tuple[str, ...] = ()
    not_certain: tuple[str, ...] = ()
    not_modelled: tuple[str, ...] = ()
