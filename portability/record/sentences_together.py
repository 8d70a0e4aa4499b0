"""What the rules on several benefits together say: supplements. One part of the catalogue, in its form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TOGETHER: Final[Mapping[str, Mapping[str, str]]] = {
    "pensions_together": {
        "value": "All the pensions due under the agreement [come|would come] to {result:money} a month together.",
        "open": "What all the pensions due under the agreement come to together is not fully known{result:ends}.",
    },
    "minimum_for_career": {
        "unless": "minimum",
        "value": "For a career of the periods counted this law [has|would have] no minimum.",
        "open": "Whether this law has a minimum for a career of the periods counted is not known.",
    },
    "supplement_of_residence": {
        "value": "This State, where the person lives, [adds|would add] what is lacking to the minimum of its law, "
        "{minimum:money} a month: {result:money}.",
        "open": "Whether this State adds something up to the minimum of its law, and how much, is not fully known{result:ends}.",
    },
    "own_difference": {
        "value": "By its own law alone this State [pays|would pay] {alone:money} a month; so much more than all together: "
        "{result:money}.",
        "open": "By how much this State's own law alone gives more than all together is not fully known{result:ends}.",
    },
    "difference_shared": {
        "value": "Of the largest such difference, {largest:money}, this State [adds|would add] {result:money}.",
        "open": "How much of the largest such difference this State adds is not fully known{result:ends}.",
    },
    "alone_due": {},
    "supplement_due": {
        "value": "[Added to the pension|What would be added to the pension]: {result:money} a month, rounded.",
        "open": "What is added to the pension is not fully known{result:ends}.",
    },
}
