"""What a convention asks of the benefits of a scheme: of whom, how much of which wage, after what length, for how long.

These are tests of schemes and never of persons: nothing here moves an amount of a decision.
"""

from typing import ClassVar, Literal

from portability.law.counting import Chapter
from portability.law.leaf import Dated, Fixed, Lengths, Shares, YesNo
from portability.law.values import Age, Length, Share

Asked = Literal[
    "medical_care",
    "sickness",
    "unemployment",
    "old_age",
    "family",
    "maternity",
    "invalidity",
    "survivors",
    "employment_injury",
    "employment_injury_permanent",
    "employment_injury_death",
]
"""What is asked about: a branch; of employment injury the incapacity for a time, the lasting one, and death apart."""

Beneficiary = Literal["man_wife_two_children", "man_wife_pension_age", "widow_two_children", "woman"]
Skilled = Literal["fitter_or_turner", "typical_skilled", "upper_quarter", "above_average"]
Worker = Literal["domestic"]


class Career(Fixed[Length]):
    """The length of contribution or employment after which the whole rate is due; `residence`: the one that stands in its
    place where the scheme counts residence. Years of the one are not added to years of the other."""

    NEEDS: ClassVar[tuple[str, ...]] = ("residence",)

    residence: Length | None = None


class Lowered(Fixed[Share]):
    """The lower rate with which the convention is content where it is secured after a short `length` of contribution or
    employment, or of `residence`."""

    NEEDS: ClassVar[tuple[str, ...]] = ("length", "residence")

    length: Length | None = None
    residence: Length | None = None


class Adequacy(Chapter):
    """What is asked in one contingency. `rate` of the earnings, or of the ordinary labourer's wage, is due to the standard
    `beneficiary` after a whole `career`; `lowered` after a short one (`proportional`: it rises with the scheme's qualifying
    period), or a reduced benefit after `reduced_from`.

    `asks`: which qualifying period may be asked, where no length is named; `duration` of the benefit at least, `waiting`
    days at most; `after_birth`: how much of the leave must follow the birth; `alternative`: the share of the minimum or the
    ordinary labourer's wage that may stand in place of one of earnings; `spending`: the share of a labourer's wage for each
    child of those protected (`spending_all`: of all residents) that family benefits must come to together.
    """

    beneficiary: Dated[Fixed[Beneficiary]] | None = None
    rate: Shares | None = None
    alternative: Shares | None = None
    career: Dated[Career] | None = None
    lowered: Dated[Lowered] | None = None
    proportional: YesNo | None = None
    reduced_from: Lengths | None = None
    age: Dated[Fixed[Age]] | None = None
    asks: Dated[Fixed[Literal["nothing", "to_preclude_abuse"]]] | None = None
    duration: Lengths | None = None
    waiting: Lengths | None = None
    after_birth: Lengths | None = None
    partial: Dated[Fixed[Literal["proportion"]]] | None = None
    lump_sum_below: Shares | None = None
    constant_attendance: YesNo | None = None
    funeral: YesNo | None = None
    least_prescribed: YesNo | None = None
    spending: Shares | None = None
    spending_all: Shares | None = None
    returning_workers: YesNo | None = None


class Calculation(Chapter):
    """How the rate is reckoned. `family_allowances` are counted on both sides; earnings above those of a skilled worker
    need not count (`skilled`: who that is, `above_average`: the share of average earnings); flat benefits are measured on
    the wage of an ordinary labourer (`flat`), those with a means test by what all together come to (`means_total` times
    what `means_residents` of all residents would get); `reviewed`: pensions in payment follow earnings or prices."""

    earnings: YesNo | None = None
    flat: YesNo | None = None
    means: YesNo | None = None
    family_allowances: YesNo | None = None
    skilled: Dated[Fixed[list[Skilled]]] | None = None
    above_average: Shares | None = None
    means_total: Shares | None = None
    means_residents: Shares | None = None
    reviewed: YesNo | None = None


class Workers(Chapter):
    """Workers whom schemes often leave out, and who must not be worse off than workers in general; `progressive`: it may be
    brought about step by step. Time that a scheme does not count stays uncounted."""

    groups: Dated[Fixed[list[Worker]]] | None = None
    no_less_than_others: YesNo | None = None
    progressive: YesNo | None = None
