"""One State's law for one injury: the right, the earnings, then what is due for a time, for good, or to survivors."""

from __future__ import annotations

from typing import Any

from portability.assessment.injury.stage.between import with_share
from portability.assessment.injury.stage.death import Bereaved, bereaved
from portability.assessment.injury.stage.permanent import Lasting, lasting
from portability.assessment.injury.stage.right import counted_earnings, opens
from portability.assessment.injury.stage.temporary import Temporary, for_a_time
from portability.assessment.stages import Member, Words
from portability.frozen import frozen


@frozen
class Injured:
    """What one State owes the injured person."""

    right: Any
    temporary: Temporary
    lasting: Lasting


@frozen
class Survived:
    """What one State owes one survivor."""

    right: Any
    bereaved: Bereaved


def injured(stage: Words, m: Member) -> Injured:
    """State stage: the injured person's benefits by one State's law."""
    m = with_share(stage, m, m.place)
    right = opens(stage, m, m.place)
    base = counted_earnings(stage, m, m.place)
    return Injured(right, for_a_time(stage, m, m.place, right, base), lasting(stage, m, m.place, right, base))


def survived(stage: Words, m: Member) -> Survived:
    """State stage: one survivor's benefits by one State's law."""
    m = with_share(stage, m, m.place)
    right = opens(stage, m, m.place)
    base = counted_earnings(stage, m, m.place)
    return Survived(right, bereaved(stage, m, m.place, right, base))
