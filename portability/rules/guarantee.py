"""Grants that a State gives its residents without contributions: means tests and what is left of the grant."""

from portability.number.words import Number, YesNo, all_of, choose, excess, not_above, opposite, part, reaches, same, total


def of_children(grown: YesNo) -> YesNo:
    """Basic income security for children is for those below the age at which the State takes a person for grown.

    Source: ILO R202 para 5(b).

    >>> of_children(False)
    True
    """
    return opposite(grown)


def of_active_age(grown: YesNo, older: YesNo) -> YesNo:
    """Basic income security in active age is for those no longer children and not yet of the age of older persons.

    Source: ILO R202 para 5(c).

    >>> of_active_age(True, False), of_active_age(True, True)
    (True, False)
    """
    return all_of(grown, opposite(older))


def household_scale(
    couple: YesNo, adults: Number, children: Number, single: Number, pair: Number, adult: Number, child: Number
) -> Number:
    """The scale of a household is that of one person or of a couple, with a part for each further adult and each child.

    Source: ILO R202 para 8(b), which leaves the way to measure needs to the State.

    >>> from fractions import Fraction
    >>> household_scale(True, 0, 2, 1, Fraction(3, 2), Fraction(1, 2), Fraction(3, 10))
    Fraction(21, 10)
    """
    return choose(couple, pair, single) + adults * adult + children * child


def level_of_household(level: Number, scale: Number) -> Number:
    """The level of a household is the level of one person times the scale of the household.

    >>> from fractions import Fraction
    >>> level_of_household(1200, Fraction(3, 2))
    Fraction(1800, 1)
    """
    return level * scale


def income_of_couple(own: Number, other: Number, couple: YesNo, share: Number) -> Number:
    """Of spouses who live together the law counts a share of their joint income for each of them.

    >>> from fractions import Fraction
    >>> income_of_couple(1000, 5000, True, Fraction(1, 2)), income_of_couple(1000, 5000, False, Fraction(1, 2))
    (Fraction(3000, 1), 1000)
    """
    return choose(couple, (own + other) * share, own)


def limit_of_couple(couple: YesNo, single: Number, pair: Number) -> Number:
    """The law has one multiple for a person who lives alone and another for spouses who live together.

    >>> limit_of_couple(True, 55, 110)
    110
    """
    return choose(couple, pair, single)


def income_limit(level: Number, times: Number) -> Number:
    """The limit of income is the law's multiple of the grant, both by the month.

    >>> income_limit(560, 10)
    5600
    """
    return level * times


def income_within(income: Number, limit: Number) -> YesNo:
    """The grant is open to those whose income does not exceed the limit.

    >>> income_within(5600, 5600), income_within(5601, 5600)
    (True, False)
    """
    return reaches(limit, income)


def assets_of_couple(own: Number, other: Number, couple: YesNo) -> Number:
    """The assets of spouses who live together are added.

    >>> assets_of_couple(100, 50, True)
    150
    """
    return own + part(couple, other)


def grant_within_means(opens: YesNo, within: YesNo) -> YesNo:
    """A grant for those in need is open where its other conditions are met and the income counted is within the limit.

    >>> grant_within_means(True, False)
    False
    """
    return all_of(opens, within)


def grant_for_incapacity(opens: YesNo, incapacity: YesNo) -> YesNo:
    """A grant for persons with a disability is open where its other conditions are met and the incapacity is found.

    >>> grant_for_incapacity(True, False)
    False
    """
    return all_of(opens, incapacity)


def grant_as_asked(opens: YesNo, more: YesNo) -> YesNo:
    """A grant of which the law asks more is open where that is met besides its other conditions.

    >>> grant_as_asked(False, True)
    False
    """
    return all_of(opens, more)


def care_guaranteed(status: YesNo, residence: YesNo, insured: YesNo) -> YesNo:
    """Essential health care is guaranteed to those whom the State's law covers: by status, residence and insurance.

    Source: ILO R202 paras 5(a) and 6.

    >>> care_guaranteed(True, True, False)
    False
    """
    return all_of(status, residence, insured)


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


def urgent_care(owed: YesNo) -> YesNo:
    """Care that is urgently needed to save life or to avoid irreparable harm is owed whatever the status of the person.

    Source: International Convention on Migrant Workers, Art 28.

    >>> urgent_care(True)
    True
    """
    return owed


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
