"""Injuries between States: exposure elsewhere, the file passed backwards, a share by exposure, the difference of a worsening."""

from portability.number.words import Number, YesNo, all_of, exceeds, excess, not_above, opposite, ratio


def exposure_together(own: Number, elsewhere: Number) -> Number:
    """Exposure under the laws of other States counts for a least length of it as if it had been under this one.

    Lengths in days. Source: ECSS 1972 Art 46; EU 883/2004 Arts 5 and 6.

    >>> exposure_together(1826, 2192)
    4018
    """
    return own + elsewhere


def left_to_later_state(right: YesNo, later: YesNo) -> YesNo:
    """Of several States of exposure the last whose conditions are met pays: one asked after it owes nothing.

    Source: EU 883/2004 Art 38 and 987/2009 Art 36; ECSS 1972 Art 46.

    >>> left_to_later_state(True, True), left_to_later_state(True, False)
    (False, True)
    """
    return all_of(right, opposite(later))


def share_of_exposure(own: Number, everywhere: Number) -> Number:
    """Where a disease is shared, each State's share is its exposure over the exposure in all.

    Lengths in days. Source: ILO R167 Annex I Art 18(b).

    >>> share_of_exposure(6, 11)
    Fraction(6, 11)
    """
    return ratio(own, everywhere, if_none=1)


def part_by_exposure(amount: Number, share: Number) -> Number:
    """Of what its law gives, a State pays its share by exposure.

    Source: ILO R167 Annex I Art 18(b).

    >>> from fractions import Fraction
    >>> part_by_exposure(660, Fraction(5, 11))
    Fraction(300, 1)
    """
    return amount * share


def worse_than_before(counts: YesNo, degree: Number, before: Number) -> YesNo:
    """A worsening gives a supplement where the degree is higher than this State finds it was before.

    Source: EU 883/2004 Art 39; ECSS 1972 Art 47.

    >>> from fractions import Fraction
    >>> worse_than_before(True, Fraction(7, 10), Fraction(4, 10)), worse_than_before(True, Fraction(4, 10), Fraction(4, 10))
    (True, False)
    """
    return all_of(counts, exceeds(degree, before))


def supplement_for_worsening(after: Number, before: Number) -> Number:
    """For a worsening a State pays what its law gives after it, less what its law would have given before.

    Source: EU 883/2004 Art 39(b); ECSS 1972 Art 47.

    >>> supplement_for_worsening(700, 400), supplement_for_worsening(400, 280)
    (300, 120)
    """
    return excess(after, before)


def degree_with_earlier(degree: Number, earlier: Number) -> Number:
    """Where the law looks at all injuries together, the degrees of earlier ones are added, up to the whole.

    Source: EU 883/2004 Arts 5 and 40(3); ECSS 1972 Art 43(4).

    >>> from fractions import Fraction
    >>> degree_with_earlier(Fraction(5, 100), Fraction(8, 100))
    Fraction(13, 100)
    """
    return not_above(degree + earlier, 1)
