"""Sickness, maternity and medical care: cash by the law of the one competent State, and who gives and who pays for care."""

from portability.assessment.part import Asking, Part


def decided(asking: Asking) -> Part:
    """What a case claims of sickness, maternity and medical care."""
    from portability.assessment.health.care import care
    from portability.assessment.health.cash import cash

    part = Part()
    for branch in ("sickness", "maternity"):
        if "insured" in asking.claimants(branch):
            part = part + cash(asking, branch)
    who = asking.claimants("medical_care")
    return part + care(asking, who) if who else part
