"""Grants that a State gives its residents without contributions: means tests and what is left of the grant."""

from portability.number.words import Number, YesNo, all_of, choose, excess, not_above, part, reaches, same, total


def income_counted(incomes: tuple[Number, ...]) -> Number:
    """What the means test counts is the sum of the incomes that the law names, by the month.

    >>> income_counted((1200, 300))
    1500
    """
    return total(incomes)


def assets_counted(assets: tuple[Number, ...]) -> Number:
    """The assets of the person are added together.

    >>> assets_counted((100000, 50000))
    150000
    """
    return total(assets)


def assets_limit(level: Number, times: Number) -> Number:
    """The limit of assets is the law's multiple of the yearly grant; the grant is told by the month.

    >>> assets_limit(2400, 55)
    1584000
    """
    return level * 12 * times


def assets_within(assets: Number, limit: Number) -> YesNo:
    """The grant is open to those whose assets do not exceed the limit.

    >>> assets_within(1584000, 1584000), assets_within(1584001, 1584000)
    (True, False)
    """
    return reaches(limit, assets)


def grant_after_income(level: Number, income: Number, full: Number, taper: Number) -> Number:
    """The grant is so many times the level less a share of the income, and never more than the level.

    >>> from fractions import Fraction
    >>> [grant_after_income(2400, income, Fraction(8, 5), Fraction(2, 5)) for income in (3600, 5000, 9350)]
    [Fraction(2400, 1), Fraction(1840, 1), Fraction(100, 1)]
    """
    return not_above(excess(level * full, income * taper), level)


def grant_if_worth(grant: Number, least: Number) -> Number:
    """A grant below the least amount worth paying is not paid.

    >>> grant_if_worth(100, 100), grant_if_worth(99, 100)
    (100, 0)
    """
    return part(reaches(grant, least), grant)


def grant_open(age: YesNo, status: YesNo, residence: YesNo, assets: YesNo, pensions: YesNo) -> YesNo:
    """The grant is open where age, status, residence, assets and other pensions are as the law asks.

    >>> grant_open(True, True, True, False, True)
    False
    """
    return all_of(age, status, residence, assets, pensions)


def resident_long_enough(resident: YesNo, earlier: YesNo) -> YesNo:
    """The condition of residence is met by one who lives in the State and has lived there as long as its law asks.

    >>> resident_long_enough(True, False)
    False
    """
    return all_of(resident, earlier)


def grant_due(opens: YesNo, grant: Number, supplement: Number) -> Number:
    """What is due is the grant, with the supplement of old age where a grant is paid at all.

    >>> grant_due(True, 2400, 20), grant_due(True, 0, 20)
    (2420, 0)
    """
    return part(opens, choose(same(grant, 0), 0, grant + supplement))


def supplement_at_age(reached: YesNo, supplement: Number) -> Number:
    """The supplement is added from the age that the law names.

    >>> supplement_at_age(False, 20)
    0
    """
    return part(reached, supplement)


def floor_gap(level: Number, income: Number) -> Number:
    """The gap is what the counted income lacks to the level of the guarantee: nought at the level and above it.

    Source: ILO R202 paras 4, 5 and 8(b), which leave the level to the State.

    >>> floor_gap(2400, 1500), floor_gap(2400, 2400), floor_gap(2400, 2500)
    (900, 0, 0)
    """
    return excess(level, income)
