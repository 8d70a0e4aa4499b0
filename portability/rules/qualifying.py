"""When a right opens: qualifying periods, ages and other conditions."""

from portability.number.words import Number, YesNo, all_of, any_of, choose, not_above, reaches


def qualifying_period_met(length: Number, required: Number) -> YesNo:
    """The qualifying period is met where the counted length reaches the length the law asks for.

    Lengths in the unit of the law. Source: national law; for the total, EU 883/2004 Art 6, ECSS 1972 Art 28(1).

    >>> qualifying_period_met(180, 180), qualifying_period_met(179, 180)
    (True, False)
    """
    return reaches(length, required)


def reduced_period_met(length: Number, reduced: Number) -> YesNo:
    """A reduced pension is due where the length reaches the shorter period the law names for it.

    >>> reduced_period_met(120, 120)
    True
    """
    return reaches(length, reduced)


def period_met(full: YesNo, reduced: YesNo) -> YesNo:
    """Either the full qualifying period or the shorter one of a reduced pension suffices.

    >>> period_met(False, True)
    True
    """
    return any_of(full, reduced)


def tier_factor(full: YesNo, reduced_factor: Number) -> Number:
    """The pension is whole where the full period is met, and the law's fraction of it where only the shorter one is.

    >>> from fractions import Fraction
    >>> tier_factor(False, Fraction(1, 2)), tier_factor(True, Fraction(1, 2))
    (Fraction(1, 2), 1)
    """
    return choose(full, 1, reduced_factor)


def any_age_met(length: Number, any_age: Number) -> YesNo:
    """A very long career opens the pension at any age.

    >>> any_age_met(420, 420)
    True
    """
    return reaches(length, any_age)


def age_met(age: YesNo, any_age: YesNo) -> YesNo:
    """The age condition is met at pensionable age, or by a career that opens the pension at any age.

    >>> age_met(False, True)
    True
    """
    return any_of(age, any_age)


def residence_length_met(residence: Number, residence_required: Number) -> YesNo:
    """The condition of earlier residence is met where the years of residence reach the years required.

    >>> residence_length_met(10, 10)
    True
    """
    return reaches(residence, residence_required)


def residence_as_asked(whole: YesNo, before: YesNo) -> YesNo:
    """Of the residence asked for, the whole and the part that must directly precede the claim are both needed.

    >>> residence_as_asked(True, False)
    False
    """
    return all_of(whole, before)


def limited_residence(required: Number, limit: Number) -> Number:
    """No more residence is asked than the instrument allows the State to ask.

    Source: ILO C118 Art 4(2).

    >>> limited_residence(15, 10), limited_residence(5, 10)
    (10, 5)
    """
    return not_above(required, limit)


def residence_limit_lifts(condition: YesNo, equality: YesNo, within: YesNo) -> YesNo:
    """A condition of earlier residence is met by those made equal who have lived there as long as may be asked of them.

    Source: ILO C118 Art 4(1) and (2).

    >>> residence_limit_lifts(False, True, True), residence_limit_lifts(False, False, True)
    (True, False)
    """
    return any_of(condition, all_of(equality, within))


def residence_waived(condition: YesNo, waived: YesNo) -> YesNo:
    """A condition to live in the State falls where an instrument has the benefit paid where the person lives.

    Source: ILO C118 Art 5(1); EU 883/2004 Art 7.

    >>> residence_waived(False, True)
    True
    """
    return any_of(condition, waived)


def equality_lifts(condition: YesNo, equality: YesNo) -> YesNo:
    """A condition of nationality falls where an instrument gives equality of treatment.

    Source: ILO C118 Art 3(1); EU 883/2004 Art 4.

    >>> equality_lifts(False, True)
    True
    """
    return any_of(condition, equality)


def right_opens(age: YesNo, period: YesNo, conditions: tuple[YesNo, ...]) -> YesNo:
    """The right opens where age, period and every other condition of the law are met.

    >>> right_opens(True, True, ()), right_opens(True, True, (True, False))
    (True, False)
    """
    return all_of(age, period, *conditions)


def as_stated(right: YesNo) -> YesNo:
    """What an institution has decided about the right stands in for the conditions of its law.

    >>> as_stated(False)
    False
    """
    return right


def longer_period_met(length: Number, least: Number) -> YesNo:
    """The lump sum of a longer period is due from the length that the law names for it.

    >>> longer_period_met(12, 12), longer_period_met(8, 12)
    (True, False)
    """
    return reaches(length, least)


def further_length_met(length: Number, required: Number) -> YesNo:
    """A further length, such as so much in the last years or so much actually paid, is asked and must be reached.

    >>> further_length_met(27, 28), further_length_met(28, 28)
    (False, True)
    """
    return reaches(length, required)


def with_further_length(period: YesNo, further: YesNo) -> YesNo:
    """Where the law asks two lengths, both must be reached.

    >>> with_further_length(True, False)
    False
    """
    return all_of(period, further)


def either_length_met(period: YesNo, alternative: YesNo) -> YesNo:
    """Where the law names two ways to the pension, one of them suffices.

    >>> either_length_met(False, True)
    True
    """
    return any_of(period, alternative)


def registered_long_enough(registered: Number, required: Number) -> YesNo:
    """The condition of early registration is met where enough time has passed since the first insured day.

    >>> registered_long_enough(239, 240)
    False
    """
    return reaches(registered, required)


def left_or_of_age(age: YesNo, left: YesNo) -> YesNo:
    """Where the law pays on leaving the scheme, one who has left it need not have reached the age.

    >>> left_or_of_age(False, True)
    True
    """
    return any_of(age, left)


def early_age_met(age: YesNo, early: YesNo) -> YesNo:
    """The condition of age is met at pension age, or at the age from which an early pension may be drawn.

    >>> early_age_met(False, True)
    True
    """
    return any_of(age, early)


def long_enough_for_minimum(length: Number, least: Number) -> YesNo:
    """A minimum that the law guarantees to long careers only asks the length that it names.

    >>> long_enough_for_minimum(239, 240)
    False
    """
    return reaches(length, least)
