"""A decision in the format `portability.decision/1`: what is owed, by whom, why, and what is not certain.

Everything is frozen. A field that does not apply is None, or an empty tuple where it has a default, and is absent in
JSON; `start` and `end` are written `from` and `to`. Dates are days, or text YYYY-MM or YYYY where no more is known.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from fractions import Fraction
from typing import Any

from portability.frozen import frozen
from portability.record.measure import CertifiedLength, Exact, Item, Length, Lengths, Money, Standing, StepId
from portability.record.outcome import (
    Benefit,
    Care,
    CountedSum,
    Displaced,
    FloorResult,
    Legislation,
    Payment,
    PeriodResult,
    Recompute,
    Supplement,
    Variant,
)
from portability.record.vocabulary import FindingKind, Force

__all__ = [
    "FORMAT", "Benefit", "Care", "CertifiedLength", "ClaimAt", "CountedSum", "DecidedUnder", "Decision", "Displaced",
    "Exact", "Finding", "FloorResult", "Hashes", "Item", "Legislation", "Length", "Lengths", "MissingFact", "Money",
    "NextDate", "NotInSum", "Payment", "PeriodResult", "RateUsed", "Recompute", "Source", "Standing", "Step", "StepId",
    "Summary", "Supplement", "Variant", "to_json",
]  # fmt: skip

FORMAT = "portability.decision/1"


@frozen(kw_only=True)
class Hashes:
    """What was decided with, as SHA-256: the case, the law, the engine."""

    case: str
    law: str
    engine: str


@frozen(kw_only=True)
class DecidedUnder:
    """The set of agreements, the day decided for, and the day the law is known of."""

    agreements: str
    at: date
    law_as_of: date | None = None
    hashes: Hashes | None = None


@frozen(kw_only=True)
class RateUsed:
    """A rate of exchange used: one unit of `base` is `value` units of `quote`. `rule`: how its day was found, and the article
    that says so; absent where no law does and the last rate up to the day was taken."""

    base: str
    quote: str
    on: date | str
    value: str
    source: str | None = None
    rule: str | None = None
    cites: str | None = None


@frozen(kw_only=True)
class ClaimAt:
    """Where to claim."""

    country: str
    institution: str


@frozen(kw_only=True)
class NotInSum:
    """A benefit that the sum leaves out, and why."""

    benefit: str
    why: str


@frozen(kw_only=True)
class NextDate:
    """A day on which the decision changes."""

    on: date
    what: str


@frozen(kw_only=True)
class SumOf:
    """How much a month one of several beneficiaries gets in all."""

    beneficiary: str
    per_month: tuple[Money, ...]


@frozen(kw_only=True)
class Summary:
    """What a person asks first: how much a month, from when, where to claim."""

    per_month: tuple[Money, ...]
    by_beneficiary: tuple[SumOf, ...] = ()
    rates: tuple[RateUsed, ...] = ()
    first_payment: date | None = None
    claim_at: tuple[ClaimAt, ...] = ()
    not_in_sum: tuple[NotInSum, ...] = ()
    next_dates: tuple[NextDate, ...] = ()


@frozen(kw_only=True)
class Finding:
    """Something to know beside the benefits: equality, maintenance of rights, the law that applies."""

    kind: FindingKind
    about: str
    country: str | None = None
    text: str
    force: Force | None = None
    cites: str | None = None


@frozen(kw_only=True)
class Step:
    """One step of the reasoning: the rule, the sentence, what went in and what came out, and the article.

    `given` names each value as printed; `exact` is the result in lowest terms where printing rounds it.
    """

    id: StepId
    parents: tuple[StepId, ...] = ()
    rule: str
    sentence: str | None = None
    given: Mapping[str, str]
    result: str
    exact: str | None = None
    cites: str | None = None
    standing: Standing | None = None


@frozen(kw_only=True)
class MissingFact:
    """A fact nobody stated, as a path in the case, and what it would decide."""

    path: str
    would_decide: str


@frozen(kw_only=True)
class Source:
    """What a source that is cited by its key is, and where it stands."""

    key: str
    title: str
    address: str | None = None


@frozen(kw_only=True)
class Decision:
    """The decision on one case under one set of agreements, for one day."""

    format: str = FORMAT
    case: str
    decided_under: DecidedUnder
    summary: Summary
    periods: tuple[PeriodResult, ...]
    benefits: tuple[Benefit, ...]
    care: tuple[Care, ...]
    floor: tuple[FloorResult, ...]
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]
    not_certain: tuple[str, ...]
    not_modelled: tuple[str, ...]
    missing_facts: tuple[MissingFact, ...]
    sources: tuple[Source, ...] = ()

    def cited(self) -> tuple[str, ...]:
        """The keys of the sources cited by what determined a result, in the order of their first citation."""
        rows: tuple[Benefit | Care | FloorResult, ...] = (*self.benefits, *self.care, *self.floor)
        reasons = {id_ for row in rows for id_ in row.reasons}
        places = [step.cites for step in self.steps if step.id in reasons] + [one.cites for one in self.findings]
        return tuple(dict.fromkeys(place.partition(", ")[0] for place in places if place))


def to_json(decision: Any) -> dict[str, Any]:
    """A decision, or any part of it, as plain tables ready for JSON: absent fields left out, exact numbers as text.

    >>> to_json(Payment(start=date(2026, 4, 1), money=Money(amount="9.00", currency="XTS"), per="month"))
    {'from': '2026-04-01', 'money': {'amount': '9.00', 'currency': 'XTS'}, 'per': 'month'}
    """
    written: dict[str, Any] = {}
    for field in fields(decision):
        value = getattr(decision, field.name)
        if value is None or (value == () and field.default == ()):
            continue
        written[NAMES.get(field.name, field.name)] = _plain(value)
    return written


NAMES = {"start": "from", "end": "to"}  # `from` is a word of Python


def _plain(value: Any) -> Any:
    match value:
        case str() | bool() | int():
            return value
        case Fraction():
            return value.numerator if value.denominator == 1 else str(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(each) for each in value]
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case _:
            return to_json(value)
