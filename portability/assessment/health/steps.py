"""The steps in which a law pays, as the shape of a regime names them."""

from __future__ import annotations

import re

from portability.assessment.stages import Shape

STEP = re.compile(r"step_[0-9]+")


def steps_of(shape: Shape) -> tuple[str, ...]:
    """The steps of `pay`, in their order.

    >>> steps_of(Shape(parts=frozenset({"step_1", "step_0", "step_0_share", "minimum"})))
    ('step_0', 'step_1')
    """
    found = (part for part in shape.parts if STEP.fullmatch(part))
    return tuple(sorted(found, key=lambda name: (len(name), name)))
