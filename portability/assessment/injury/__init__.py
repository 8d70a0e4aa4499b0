"""Accidents at work and diseases from it: one payer for each accident, nothing added together, nothing shared by time."""

from portability.assessment.injury.deciding import decided as decided
