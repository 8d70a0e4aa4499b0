"""What a law says of a benefit once the right to it is open: from when it is paid, how it is raised, and what absence changes."""

from typing import Literal

from portability.law.leaf import Dated, Fixed, Lengths, Shares, Strict
from portability.law.values import Length, State


class Begins(Fixed[Literal["day_of_claim", "month_of_claim", "month_after", "day_of_right"]]):
    """From when a benefit is paid: the day of the claim, the first day of its month or of the month after, or the day on
    which the right opened; `back`: for so long before the claim. Never before the right opened."""

    back: Length | None = None


class UpratingAbroad(Fixed[Literal["full", "residence_list", "frozen"]]):
    """Whether a benefit in payment is raised for those who live abroad: everywhere, in some `states`, or nowhere."""

    states: list[State] | None = None


class Paying(Strict):
    """Of any benefit. Left out: paid from the day of the claim (assumed); not raised but by its own dated figures; raised
    abroad as at home; `export = "reduced"` without `rate_after_absence` is reduced to an amount not known."""

    begins: Dated[Begins] | None = None
    uprating: Shares | None = None
    uprating_abroad: Dated[UpratingAbroad] | None = None
    full_rate_absence: Lengths | None = None
    rate_after_absence: Shares | None = None
