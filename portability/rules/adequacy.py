"""What conventions ask of a scheme's benefits, measured on a standard beneficiary: shares of a wage, lengths, least amounts."""

from portability.number.words import (
    Number,
    YesNo,
    all_of,
    any_of,
    exceeds,
    excess,
    not_above,
    not_below,
    part,
    ratio,
    reaches,
    total,
)


def replacement_rate(benefit: Number, wage: Number, allowance: Number, allowance_before: Number) -> Number:
    """The rate is the benefit with family allowances over the earlier earnings, or an ordinary labourer's wage, with theirs.

    All four for the same length of time; without a wage nothing is replaced. Source: ILO C102 Arts 65(1) and 66(1).

    >>> replacement_rate(380, 1000, 60, 100)
    Fraction(2, 5)
    """
    return ratio(benefit + allowance, wage + allowance_before, if_none=0)


def benefit_asked(rate: Number, wage: Number, allowance: Number, allowance_before: Number) -> Number:
    """The least benefit is the rate asked of the wage with family allowances, less those paid beside the benefit.

    Amounts for the same length of time. Source: ILO C102 Arts 65(1) and 66(1).

    >>> from fractions import Fraction
    >>> benefit_asked(Fraction(2, 5), 1000, 60, 100)
    Fraction(380, 1)
    """
    return excess(rate * (wage + allowance_before), allowance)


def skilled_wage(average: Number, share: Number) -> Number:
    """A skilled worker may be one who earns so much more than the average of all protected.

    Source: ILO C102 Art 65(6)(d); C121 Art 19(6)(d); C128 Art 26(6)(d); C130 Art 22(6)(d).

    >>> from fractions import Fraction
    >>> skilled_wage(900, Fraction(5, 4))
    Fraction(1125, 1)
    """
    return average * share


def wage_counted(wage: Number, skilled: Number) -> Number:
    """Earnings above those of a skilled worker need not be replaced.

    Source: ILO C102 Art 65(3).

    >>> wage_counted(3000, 1125), wage_counted(800, 1125)
    (1125, 800)
    """
    return not_above(wage, skilled)


def rate_after(full: Number, lowered: Number, short: Number, whole: Number, qualifying: Number) -> Number:
    """A scheme whose qualifying period lies between the short and the whole career must give a rate in between.

    The lowered rate up to the short career, the full one from the whole career on, in between in proportion.
    Lengths in one unit. Source: ILO C102 Art 29(3) and (4); C128 Art 18(3) and (4).

    >>> from fractions import Fraction
    >>> [rate_after(Fraction(2, 5), Fraction(3, 10), 10, 30, years) for years in (5, 10, 20, 30)]
    [Fraction(3, 10), Fraction(3, 10), Fraction(7, 20), Fraction(2, 5)]
    """
    beyond = not_above(excess(qualifying, short), excess(whole, short))
    return lowered + excess(full, lowered) * ratio(beyond, excess(whole, short), if_none=1)


def career_share(full: Number, length: Number, whole: Number) -> Number:
    """What a career shorter than the whole one would bring in proportion; no convention asks it of a scheme.

    >>> from fractions import Fraction
    >>> career_share(Fraction(2, 5), 12, 30), career_share(Fraction(2, 5), 36, 30)
    (Fraction(4, 25), Fraction(2, 5))
    """
    return full * not_above(ratio(length, whole, if_none=1), 1)


def adequate(rate: Number, asked: Number) -> YesNo:
    """A benefit is adequate where its rate reaches the one asked.

    >>> adequate(40, 40), adequate(39, 40)
    (True, False)
    """
    return reaches(rate, asked)


def standard_met(whole: YesNo, reduced: YesNo, short: YesNo) -> YesNo:
    """A scheme meets the standard by the full rate with a reduced benefit for less, or by the lowered rate after a short career.

    The full rate after the whole career, the reduced benefit after the length that the convention names.
    Source: ILO C102 Art 29(1) to (3); C128 Art 18(1) to (3).

    >>> standard_met(True, False, False), standard_met(True, True, False), standard_met(False, False, True)
    (False, True, True)
    """
    return any_of(all_of(whole, reduced), short)


def partial_loss(total_loss: Number, degree: Number) -> Number:
    """A partial loss of earning capacity brings a suitable part of the benefit for a total one: its degree.

    Source: ILO C121 Art 14(3), read as a proportion.

    >>> from fractions import Fraction
    >>> partial_loss(600, Fraction(2, 5))
    Fraction(240, 1)
    """
    return total_loss * degree


def spending_asked(share: Number, wage: Number, children: Number) -> Number:
    """Family benefits together must come to a share of the ordinary labourer's wage for each child.

    Source: ILO C102 Art 44.

    >>> from fractions import Fraction
    >>> spending_asked(Fraction(3, 100), 800, 2500000)
    Fraction(60000000, 1)
    """
    return share * wage * children


def highest_of(minimum_wage: Number, labourer: Number, living: Number, share: Number) -> Number:
    """A flat benefit of the unemployed is at least the highest of a share of the minimum wage, of an ordinary one, and of need.

    `living`: what basic living expenses need. Source: ILO C168 Art 15(1)(b).

    >>> from fractions import Fraction
    >>> highest_of(600, 700, 380, Fraction(1, 2))
    380
    """
    return not_below(not_below(minimum_wage * share, labourer * share), living)


def suspended_at_most(benefit: Number, other: Number) -> Number:
    """For another benefit in cash no more of a benefit is suspended than that other benefit comes to.

    Source: ILO C102 Art 69(c).

    >>> suspended_at_most(600, 400), suspended_at_most(300, 400)
    (400, 300)
    """
    return not_above(benefit, other)


def benefits_of_all(paid: tuple[Number, ...]) -> Number:
    """What several members of the standard family receive is added together.

    >>> benefits_of_all((300, 125, 125))
    550
    """
    return total(paid)


def pays_reduced(right: YesNo, benefit: Number) -> YesNo:
    """A reduced benefit is secured where the right is open after that length and something is paid by the month.

    >>> pays_reduced(True, 120), pays_reduced(True, 0), pays_reduced(False, 0)
    (True, False, False)
    """
    return exceeds(part(right, benefit), 0)


def lower_stretch(paid: Number, later: Number) -> Number:
    """Where a benefit changes in the course of the contingency, the lower rate is the one that is tested.

    Source: ILO C102 Arts 16, 36 and 50: the benefit is a periodical payment so calculated throughout the contingency.

    >>> lower_stretch(700, 600)
    600
    """
    return not_above(paid, later)


def lasts_enough(duration: Number, asked: Number) -> YesNo:
    """A benefit lasts long enough where it is paid for at least the time that the convention names. Both in days.

    Source: ILO C102 Arts 18 and 52; C130 Art 26(1); C183 Art 4.

    >>> lasts_enough(182, 182), lasts_enough(180, 182)
    (True, False)
    """
    return reaches(duration, asked)


def waits_no_longer(waiting: Number, allowed: Number) -> YesNo:
    """No more days may pass without benefit at the beginning than the convention allows. Both in days.

    Source: ILO C102 Arts 18 and 38; C121 Art 9(3); C130 Art 26(3).

    >>> waits_no_longer(3, 3), waits_no_longer(7, 3)
    (True, False)
    """
    return reaches(allowed, waiting)
