"""Rules of national laws against overlapping benefits: what else a person has is counted, and the pension is reduced.

Amounts by the month, in the currency of the law that reduces.
"""

from portability.number.words import Number, YesNo, all_of, choose, excess, not_above, part, ratio, total


def counted_pensions(amounts: tuple[Number, ...], rates: tuple[Number, ...], counted: tuple[YesNo, ...]) -> Number:
    """Of the other pensions those count that the law names, as they were awarded: before tax and contributions.

    Source: EU 883/2004 Art 53(1) and 53(3)(a) and (b).

    >>> counted_pensions((500, 300, 200), (1, 1, 2), (False, True, True))
    700
    """
    return total(
        part(yes, amount * rate) for amount, rate, yes in zip(amounts, rates, counted, strict=True)
    )


def counted_in_proportion(
    amounts: tuple[Number, ...],
    rates: tuple[Number, ...],
    counted: tuple[YesNo, ...],
    linked: tuple[YesNo, ...],
    share: Number,
) -> Number:
    """A law that counts a part only counts the pensions under the agreement by its share of the periods, others whole.

    >>> from fractions import Fraction
    >>> counted_in_proportion((0, 4500, 1200), (1, 1, 1), (False, True, True), (True, True, False), Fraction(200, 300))
    Fraction(4200, 1)
    """
    return total(
        part(yes, amount * rate * choose(under, share, 1))
        for amount, rate, yes, under in zip(amounts, rates, counted, linked, strict=True)
    )


def income_together(incomes: tuple[Number, ...]) -> Number:
    """Benefits of a different kind and other incomes that the law names are added together.

    Source: EU 883/2004 Art 53(2).

    >>> income_together((400, 200))
    600
    """
    return total(incomes)


def after_deductions(amount: Number, kept: Number) -> Number:
    """A law that applies its rule after deductions counts what is left of a pension after tax and contributions.

    Source: EU 883/2004 Art 53(3)(b).

    >>> from fractions import Fraction
    >>> after_deductions(Fraction(500), Fraction(4, 5))
    Fraction(400, 1)
    """
    return amount * kept


def counted_above(counted: Number, free: Number) -> Number:
    """What is counted matters so far as it exceeds the amount that the law leaves free.

    >>> counted_above(600, 250)
    350
    """
    return excess(counted, free)


def reduced_by(over: Number, rate: Number, benefit: Number) -> Number:
    """The pension is reduced by the law's share of what is over, and by no more than itself.

    Source: EU 883/2004 Art 53(3)(d), as far as the share is not above the whole.

    >>> reduced_by(350, 1, 300), reduced_by(100, 1, 300)
    (300, 100)
    """
    return not_above(over * rate, benefit)


def after_reduction(benefit: Number, reduction: Number) -> Number:
    """What is left of the pension after the reduction.

    >>> after_reduction(300, 100)
    200
    """
    return excess(benefit, reduction)


def rule_allowed(allowed: YesNo, reduction: Number) -> Number:
    """On an independent benefit of the same kind the rule works only where the agreement lists the scheme.

    Source: EU 883/2004 Art 54(2) and Annex IX.

    >>> rule_allowed(False, 100)
    0
    """
    return part(allowed, reduction)


def subject_to_rule(right: YesNo, has_rule: YesNo) -> YesNo:
    """An independent benefit is subject to such a rule where it is due and its law has one.

    Source: EU 883/2004 Art 55(1)(a).

    >>> subject_to_rule(True, False)
    False
    """
    return all_of(right, has_rule)


def benefits_subject(subject: tuple[YesNo, ...]) -> Number:
    """Only benefits subject to such a rule are counted among those that share the income.

    Source: EU 883/2004 Art 55(1)(a); CJEU C-45/22, HK.

    >>> benefits_subject((True, True, False))
    2
    """
    return total(part(one, 1) for one in subject)


def divided(amount: Number, benefits: Number) -> Number:
    """What is counted is divided by the number of independent benefits subject to such a rule.

    Source: EU 883/2004 Art 55(1)(a).

    >>> from fractions import Fraction
    >>> divided(Fraction(600), 3)
    Fraction(200, 1)
    """
    return ratio(amount, benefits, if_none=amount)


def in_proportion(amount: Number, share: Number) -> Number:
    """For a pro-rata benefit, income and the amounts held against it count by the State's share of the periods.

    Source: EU 883/2004 Art 55(1)(b).

    >>> from fractions import Fraction
    >>> in_proportion(600, Fraction(15, 40))
    Fraction(225, 1)
    """
    return amount * share
