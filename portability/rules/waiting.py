"""States whose right is not open yet: whether the others leave their periods out, and what is then due."""

from portability.number.words import (
    Number,
    YesNo,
    all_of,
    any_of,
    choose,
    exceeds,
    not_below,
    opposite,
    part,
    reaches,
    total,
)


def right_waits(right: YesNo, length: Number, taken_as_open: YesNo) -> YesNo:
    """A State waits where it has periods and its right is not open, even with the periods of all the States.

    `length`: its own periods. `taken_as_open`: its law is not known, and it is supposed to be open.
    Source: EU 883/2004 Art 50(2); ECSS 1972 Art 33(1).

    >>> right_waits(False, 120, False), right_waits(True, 120, False), right_waits(False, 0, False)
    (True, False, False)
    """
    return all_of(exceeds(length, 0), opposite(right), opposite(taken_as_open))


def length_if_open(length: Number, waits: YesNo) -> Number:
    """The periods of a State that waits are left out of the total of the open States.

    Source: EU 883/2004 Art 50(2); ECSS 1972 Art 33(1)(b).

    >>> length_if_open(120, True), length_if_open(240, False)
    (0, 240)
    """
    return part(opposite(waits), length)


def dropping_gives_more(with_all: Number, open_only: Number) -> YesNo:
    """The periods of States that wait are left out where counting them gives a lower amount.

    Source: EU 883/2004 Art 50(2).

    >>> dropping_gives_more(400, 533), dropping_gives_more(400, 400)
    (True, False)
    """
    return exceeds(open_only, with_all)


def two_laws_suffice(rights: tuple[YesNo, ...]) -> YesNo:
    """The conditions of at least two laws are met without the periods of the States that wait.

    `rights`: of each State, whether its right opens with the periods of the open States only.
    Source: ECSS 1972 Art 33(1)(b)(i).

    >>> two_laws_suffice((True, True, False)), two_laws_suffice((True, False, False))
    (True, False)
    """
    return reaches(total(tuple(part(right, 1) for right in rights)), 2)


def dropped_if_not_needed(some_wait: YesNo, two_suffice: YesNo, right: YesNo) -> YesNo:
    """The periods of States that wait are left out where two laws are satisfied without them, this one among these.

    Source: ECSS 1972 Art 33(1)(b)(i).

    >>> dropped_if_not_needed(True, True, True), dropped_if_not_needed(True, True, False)
    (True, False)
    """
    return all_of(some_wait, two_suffice, right)


def national_law_alone(some_wait: YesNo, two_suffice: YesNo, right: YesNo, right_alone: YesNo) -> YesNo:
    """Where only one law is satisfied without the periods of the States that wait, it alone decides, on its own periods.

    Source: ECSS 1972 Art 33(1)(b)(ii).

    >>> national_law_alone(True, False, True, True), national_law_alone(True, True, True, True)
    (True, False)
    """
    return all_of(some_wait, opposite(two_suffice), right, right_alone)


def some_wait(waiting: tuple[YesNo, ...]) -> YesNo:
    """Some State waits: its right is not open yet.

    >>> some_wait((False, True)), some_wait((False, False))
    (True, False)
    """
    return any_of(*waiting)


def higher_of_sets(takes: YesNo, with_all: Number, open_only: Number) -> Number:
    """The higher of the amounts with and without the periods of States that wait is due, provisionally.

    Where it is not known which is higher, at least the higher of what is known of each is due.
    Source: EU 883/2004 Art 50(2).

    >>> higher_of_sets(True, 400, 533)
    533
    """
    return not_below(not_below(choose(takes, open_only, with_all), with_all), open_only)


def amount_of_set(takes: YesNo, with_all: Number, with_others: Number) -> Number:
    """The amount reckoned with the set of States whose periods count.

    >>> amount_of_set(False, 400, 533)
    400
    """
    return choose(takes, with_others, with_all)


def answer_of_set(takes: YesNo, with_all: YesNo, with_others: YesNo) -> YesNo:
    """The answer found with the set of States whose periods count.

    >>> answer_of_set(True, False, True)
    True
    """
    return choose(takes, with_others, with_all)
