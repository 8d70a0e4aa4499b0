"""Who is covered for an accident at work or a disease from it, and when the right opens. No length of insurance is asked."""

from portability.number.words import Number, YesNo, all_of, any_of, opposite, reaches


def covered_at_work(worked: YesNo, occupation: YesNo, lawful: YesNo) -> YesNo:
    """The law covers whoever worked under it when it happened, in work it does not leave out, lawfully where it asks that.

    Source: ILO C121 Art 4(1), (2), for what a law may leave out.

    >>> covered_at_work(True, True, True), covered_at_work(True, False, True)
    (True, False)
    """
    return all_of(worked, occupation, lawful)


def least_exposure_met(exposure: Number, least: Number) -> YesNo:
    """The work under the risk must have lasted as long as the law asks before it takes a disease as coming from it.

    Lengths in days. Source: ILO C121 Art 8, which leaves presumption to the law.

    >>> least_exposure_met(800, 730), least_exposure_met(700, 730)
    (True, False)
    """
    return reaches(exposure, least)


def disease_comes_from_work(listed: YesNo, proved: YesNo, exposure: YesNo, in_time: YesNo) -> YesNo:
    """A disease is one of work where it is on the list of the law or proved, after enough exposure, and found in time.

    Source: ILO C121 Art 8.

    >>> disease_comes_from_work(True, False, True, True), disease_comes_from_work(True, True, True, False)
    (True, False)
    """
    return all_of(any_of(listed, proved), exposure, in_time)


def injury_right(happened: YesNo, covered: YesNo, caused: YesNo, status: YesNo, residence: YesNo) -> YesNo:
    """The right opens with the injury of one who is covered; no qualifying period is asked.

    `caused`: for a disease, that it comes from the work; `status`, `residence`: where the law asks for them.
    Source: ILO C121 Art 9(2).

    >>> injury_right(True, True, True, True, True), injury_right(True, True, False, True, True)
    (True, False)
    """
    return all_of(happened, covered, caused, status, residence)


def left_to_another(right: YesNo, other: YesNo) -> YesNo:
    """A scheme that gives way to another owes nothing where that one pays for the same injury: one payer for each.

    >>> left_to_another(True, True), left_to_another(True, False)
    (False, True)
    """
    return all_of(right, opposite(other))
