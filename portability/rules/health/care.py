"""Medical care between States: in which situation a person is, who is entitled, and which of several States bears the cost."""

from portability.number.words import Number, YesNo, all_of, any_of, exceeds, reaches, same


def in_situation(facts: tuple[YesNo, ...]) -> YesNo:
    """A rule on care is for those of whom every fact that it names is true.

    >>> in_situation((True, True)), in_situation((True, False))
    (True, False)
    """
    return all_of(*facts)


def care_due(situation: YesNo, bound: YesNo) -> YesNo:
    """Care is due as the instrument says where the person is in its situation, covered by it, and the States are bound.

    Source: EU 883/2004 Arts 17 to 28; ECSS 1972 Arts 20 and 21; ICRMW 1990 Art 28.

    >>> care_due(True, True)
    True
    """
    return all_of(situation, bound)


def care_by_law(groups: tuple[YesNo, ...], waited: YesNo) -> YesNo:
    """National law gives care to those who belong to one of its groups, once the time it asks before has passed.

    >>> care_by_law((False, True), True), care_by_law((False, False), True)
    (True, False)
    """
    return all_of(any_of(*groups), waited)


def waited_long_enough(length: Number, waiting: Number) -> YesNo:
    """The time that a law asks before the first care has passed where insurance or residence has lasted so long.

    >>> waited_long_enough(3, 4)
    False
    """
    return reaches(length, waiting)


def bears_by_length(place: int, lengths: tuple[Number, ...], last_days: tuple[Number, ...]) -> YesNo:
    """Of several States that pay a pension, the one with the longest insurance bears the cost of care; of equals, the last.

    Source: EU 883/2004 Art 24(2)(b).

    >>> bears_by_length(1, (216, 264), (10, 20)), bears_by_length(0, (240, 240), (10, 20))
    (True, False)
    """
    own, last = lengths[place], last_days[place]
    others = zip(lengths, last_days, strict=True)
    return all_of(*(any_of(exceeds(own, one), all_of(same(own, one), reaches(last, day))) for one, day in others))
