"""Invalidity: the degree that opens the right, the share it gives, and time credited after it began."""

from portability.number.words import Number, YesNo, all_of, any_of, opposite, reaches, step_table


def degree_reached(degree: Number, least: Number) -> YesNo:
    """The degree of incapacity must reach the lowest that the law names; degrees are shares of the capacity lost.

    >>> from fractions import Fraction
    >>> degree_reached(Fraction(66, 100), Fraction(2, 3)), degree_reached(Fraction(70, 100), Fraction(2, 3))
    (False, True)
    """
    return reaches(degree, least)


def invalidity_established(happened: YesNo, degree: YesNo) -> YesNo:
    """Invalidity is established where incapacity has begun and reaches the degree the law asks.

    >>> invalidity_established(True, True), invalidity_established(False, True)
    (True, False)
    """
    return all_of(happened, degree)


def begun_in_time(before_age: YesNo) -> YesNo:
    """Incapacity that begins after the age the law names opens no invalidity pension.

    >>> begun_in_time(False)
    False
    """
    return before_age


def not_yet_converted(before_age: YesNo) -> YesNo:
    """From pensionable age on, the pension is one of old age.

    Source: EU 883/2004 Art 48; ECSS 1972 Art 37.

    >>> not_yet_converted(True)
    True
    """
    return before_age


def insured_at_event_met(here: YesNo, elsewhere: YesNo) -> YesNo:
    """The condition of being insured when the risk comes is met here, or by insurance in a State bound by the instrument.

    Source: EU 883/2004 Art 51(3).

    >>> insured_at_event_met(False, True)
    True
    """
    return any_of(here, elsewhere)


def with_future_period(length: Number, future: Number) -> Number:
    """Time that the law credits from the contingency to an age adds to the length for the amount.

    Lengths in the unit of the law. Under an instrument it stands in the theoretical amount and not in the ratio, which
    counts periods before the risk: EU 883/2004 Art 52(1)(b).

    >>> with_future_period(120, 180)
    300
    """
    return length + future


def share_of_degree(degree: Number, bands: tuple[tuple[Number, Number], ...]) -> Number:
    """The share of the full pension is that of the highest band which the degree reaches.

    >>> from fractions import Fraction
    >>> share_of_degree(Fraction(3, 5), ((Fraction(1, 2), Fraction(1, 2)), (Fraction(2, 3), 1)))
    Fraction(1, 2)
    """
    return step_table(degree, bands)


def amount_of_degree(amount: Number, share: Number) -> Number:
    """A pension for a lower degree is a share of the full one.

    >>> from fractions import Fraction
    >>> amount_of_degree(Fraction(400), Fraction(1, 2))
    Fraction(200, 1)
    """
    return amount * share


def competent_pays(insured_then: YesNo, right: YesNo) -> YesNo:
    """The State whose law applied when incapacity began pays alone, if its conditions are met.

    Source: EU 883/2004 Art 44(2).

    >>> competent_pays(True, True), competent_pays(True, False)
    (True, False)
    """
    return all_of(insured_then, right)


def other_may_pay(right: YesNo, competent: tuple[YesNo, ...]) -> YesNo:
    """Where that State's conditions are not met, another whose conditions are met pays what its law gives.

    Source: EU 883/2004 Art 44(3).

    >>> other_may_pay(True, (False, False)), other_may_pay(True, (True, False))
    (True, False)
    """
    return all_of(right, opposite(any_of(*competent)))


def pays_alone(competent: YesNo, in_its_place: YesNo) -> YesNo:
    """One State pays: the competent one, or the one in its place.

    >>> pays_alone(False, True)
    True
    """
    return any_of(competent, in_its_place)
