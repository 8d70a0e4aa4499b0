"""What the parts of a decision are measured in: money, lengths, and how sure each is.

Money is text in exact decimals; lengths are whole numbers, or exact fractions where an institution certifies parts.
"""

from fractions import Fraction

from portability.frozen import frozen
from portability.number.exact import plain
from portability.record.vocabulary import FactStanding, LawStanding

Exact = int | Fraction
StepId = str


def of_unit(value: Exact | str, unit: str) -> str:
    """A length as it is read, with its unit in the singular where it is one.

    >>> of_unit(1, "months"), of_unit(Fraction(3, 2), "quarters"), of_unit(0, "days")
    ('1 month', '3/2 quarters', '0 days')
    """
    return f"{value} {unit.removesuffix('s') if value in (1, '1') else unit}"


def percent(share: Exact | None) -> str:
    """A share as people read it, never above what it is: 39.996 % is no 40 %.

    >>> percent(Fraction(2, 3)), percent(Fraction(2, 5))
    ('66.66 %', '40 %')
    """
    if share is None:
        return ""
    hundredths = Fraction(share) * 10000
    down = Fraction(hundredths.numerator // hundredths.denominator, 100)
    return f"{plain(down, 0 if down.denominator == 1 else 2)} %"


@frozen(kw_only=True)
class Money:
    """An amount of a currency: known, or unknown with the facts that would tell and the ends it lies between.

    Raises ValueError where it is neither known nor unknown, or both.

    >>> Money(amount="1800.00", currency="ZMW").is_known
    True
    >>> Money(unknown=("minimum",), at_least="69.33", currency="USD").is_known
    False
    """

    amount: str | None = None
    unknown: tuple[str, ...] = ()
    at_least: str | None = None
    at_most: str | None = None
    currency: str

    def __post_init__(self) -> None:
        if (self.amount is None) != bool(self.unknown):
            raise ValueError("an amount of money is known, or unknown for want of named facts: one of the two")
        if self.amount is not None and not (self.at_least is None and self.at_most is None):
            raise ValueError("an amount that is known has no ends it lies between")

    @property
    def is_known(self) -> bool:
        return self.amount is not None


@frozen(kw_only=True)
class Standing:
    """How sure a result is: of the facts of the case, and of the law."""

    facts: FactStanding
    law: LawStanding


@frozen(kw_only=True)
class Length:
    """A length in one unit."""

    unit: str
    value: Exact


@frozen(kw_only=True)
class Lengths:
    """A length as it counts for the right and for the amount."""

    unit: str
    right: Exact
    amount: Exact


@frozen(kw_only=True)
class CertifiedLength:
    """A length as the institution certified it, in its own units."""

    years: Exact | None = None
    quarters: Exact | None = None
    months: Exact | None = None
    weeks: Exact | None = None
    days: Exact | None = None
    day_system: int | None = None
    hours: Exact | None = None


@frozen(kw_only=True)
class Item:
    """An increment, a reduction or a counted sum: why, how much, and the step."""

    why: str
    money: Money
    step: StepId | None = None
