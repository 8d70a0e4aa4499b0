"""Adding the periods of several States, and the periods too short to bind a State."""

from portability.number.words import Number, YesNo, all_of, any_of, exceeds, latest, not_below, opposite, part, reaches, total


def total_periods(lengths: tuple[Number, ...]) -> Number:
    """Periods completed in all the States are added together, each counted once.

    Lengths in one common unit, after overlap and conversion.
    Source: EU 883/2004 Art 6 and 52(1)(b); ECSS 1972 Arts 28(1), 29; ILO C157 Art 7(1).

    >>> total_periods((120, 60, 48))
    228
    """
    return total(lengths)


def total_with_chain(total: Number, chained: Number) -> Number:
    """A State bound by several instruments with different States adds the periods under all of them, for the right.

    `chained`: the periods of all the States it is so linked with, each counted once. Source: ILO C157 Art 7(4).

    >>> total_with_chain(7, 11)
    11
    """
    return not_below(total, chained)


def third_state_needed(right: YesNo, with_third: YesNo) -> YesNo:
    """The periods in a third State are adopted where the right opens with them and not without.

    Source: MERCOSUR Multilateral Agreement Art 7(3) and (4).

    >>> third_state_needed(False, True), third_state_needed(True, True)
    (True, False)
    """
    return all_of(opposite(right), with_third)


def in_unit_of_law(length: Number, units: Number) -> Number:
    """A length in the unit of an agreement is read in the unit of the law that is asked: so many of it to one.

    >>> from fractions import Fraction
    >>> in_unit_of_law(120, Fraction(13, 3))  # weeks to a month
    Fraction(520, 1)
    """
    return length * units


def short_period(length: Number, minimum: Number, period_met_alone: YesNo) -> YesNo:
    """A State is relieved where its periods are shorter than the minimum and open no right by themselves.

    Source: EU 883/2004 Art 57(1); ECSS 1972 Art 31(1).

    >>> short_period(8, 12, False), short_period(8, 12, True), short_period(0, 12, False)
    (True, False, False)
    """
    return all_of(exceeds(length, 0), opposite(reaches(length, minimum)), opposite(period_met_alone))


def in_the_ratio(length: Number, relieved: YesNo) -> Number:
    """A relieved State's periods stay in the theoretical amount but leave the ratio.

    Source: EU 883/2004 Art 57(2); ECSS 1972 Art 31(2).

    >>> in_the_ratio(8, True), in_the_ratio(240, False)
    (0, 240)
    """
    return part(opposite(relieved), length)


def all_relieved(relieved: tuple[YesNo, ...], lengths: tuple[Number, ...]) -> YesNo:
    """The fallback is asked only where every State with periods would be relieved.

    Source: EU 883/2004 Art 57(3).

    >>> all_relieved((True, True, False), (8, 7, 0)), all_relieved((True, False), (8, 240))
    (True, False)
    """
    present = tuple(exceeds(length, 0) for length in lengths)
    return all_of(
        any_of(*present), *(any_of(free, opposite(here)) for free, here in zip(relieved, present, strict=True))
    )


def owes_nothing(relieved: YesNo, right: YesNo) -> YesNo:
    """By the other reading the fallback is asked also where the States that are not relieved open no right.

    Source: EU 883/2004 Art 57(3), the other reading.

    >>> owes_nothing(False, False), owes_nothing(True, True), owes_nothing(False, True)
    (True, True, False)
    """
    return any_of(relieved, opposite(right))


def may_carry_all(everyone_relieved: YesNo, right: YesNo, length: Number) -> YesNo:
    """A State can carry the whole career only if all are relieved, it has periods, and its conditions are met.

    Source: EU 883/2004 Art 57(3).

    >>> may_carry_all(True, True, 7), may_carry_all(True, True, 0)
    (True, False)
    """
    return all_of(everyone_relieved, right, exceeds(length, 0))


def pays_under_instrument(right: YesNo, length: Number, relieved: YesNo, carries_all: YesNo) -> YesNo:
    """A State pays where its right is open on its own periods and it is not relieved, or where it carries all.

    >>> pays_under_instrument(True, 8, True, True), pays_under_instrument(True, 8, True, False)
    (True, False)
    """
    return all_of(right, exceeds(length, 0), any_of(opposite(relieved), carries_all))


def may_pay_for_all(length: Number) -> YesNo:
    """The State whose law applied when the contingency arose can pay for all: one under whose law there are periods.

    Source: ILO R167 Annex I, integration by contingency.

    >>> may_pay_for_all(24), may_pay_for_all(0)
    (True, False)
    """
    return exceeds(length, 0)


def pays_for_all(right: YesNo, carries_all: YesNo) -> YesNo:
    """Where one State carries all, it pays if its right is open with the periods of all; the others pay nothing.

    Source: ILO R167 Annex I, integration; Agreement of the CIS of 13 March 1992 Arts 1 and 6.

    >>> pays_for_all(True, True), pays_for_all(True, False), pays_for_all(False, True)
    (True, False, False)
    """
    return all_of(right, carries_all)


def absorbed_length(lengths: tuple[Number, ...], relieved: tuple[YesNo, ...]) -> Number:
    """The periods of relieved States that another State takes over as its own.

    >>> absorbed_length((240, 5), (False, True))
    5
    """
    return total(tuple(part(free, length) for length, free in zip(lengths, relieved, strict=True)))


def own_with_absorbed(own: Number, absorbed: Number, takes_over: YesNo) -> Number:
    """The State that takes over short periods counts them as its own.

    >>> own_with_absorbed(240, 5, True), own_with_absorbed(240, 5, False)
    (245, 240)
    """
    return own + part(takes_over, absorbed)


def may_take_over(length: Number, relieved: YesNo) -> YesNo:
    """A State with periods that is not relieved itself can take over those of the others.

    >>> may_take_over(240, False), may_take_over(5, True)
    (True, False)
    """
    return all_of(exceeds(length, 0), opposite(relieved))


def never_short() -> YesNo:
    """Where an instrument knows no minimum of own periods, no State is relieved.

    >>> never_short()
    False
    """
    return False


def last_of(place_in_order: int, last_days: tuple[Number, ...], allowed: tuple[YesNo, ...]) -> YesNo:
    """Among the States that may carry all, the one whose periods ended last does.

    `place_in_order` says which of the States is asked.
    Source: EU 883/2004 Art 57(3); ILO R167 Annex I, integration.

    >>> [last_of(i, (10, 20, 30), (True, True, False)) for i in range(3)]
    [False, True, False]
    """
    return latest(last_days, allowed)[place_in_order]
