"""What the rules on several benefits together say: reductions, supplements. One part of the catalogue, in its form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TOGETHER: Final[Mapping[str, Mapping[str, str]]] = {
    "counted_pensions": {
        "value": "Of the other pensions, this law [counts|would count] {result:money} a month.",
        "open": "How much of the other pensions this law counts is not fully known{result:ends}.",
    },
    "counted_in_proportion": {
        "value": "Of the other pensions, this law [counts|would count] those under the agreement for {share:share}, others "
        "whole: {result:money} a month.",
        "open": "How much of the other pensions this law counts is not fully known{result:ends}.",
    },
    "after_deductions": {
        "value": "After tax and contributions that [is|would be] {result:money}.",
        "open": "What tax and contributions leave of it is not known{result:ends}.",
    },
    "income_together": {
        "value": "Of other benefits and income, this law [counts|would count] {result:money} a month.",
        "open": "How much of other benefits and income this law counts is not fully known{result:ends}.",
    },
    "in_proportion": {
        "unless": "amount",
        "value": "Against a share of the pension, {share:share} of {amount:money} [counts|would count]: {result:money}.",
        "open": "Against a share of the pension, only that share of it counts; how much is not fully known{result:ends}.",
    },
    "divided": {
        "unless": "amount",
        "value": "Divided by the {benefits:plain} independent benefits subject to such a rule: {result:money}.",
        "open": "It [is|would be] divided by the number of independent benefits subject to such a rule{result:ends}.",
    },
    "reduced_by": {
        "value": "{rate:share} of the {over:money} that [count|would count] [is|would be] taken from the pension: "
        "{result:money}.",
        "open": "How much is taken from the pension is not fully known{result:ends}.",
    },
    "rule_allowed": {
        "unless": "reduction",
        "value": "The agreement [allows|would allow] no such reduction of this pension.",
        "open": "Whether the agreement allows such a reduction of this pension is not known.",
    },
    "after_reduction": {
        "unless": "benefit",
        "value": "After that reduction the pension [is|would be] {result:money}.",
        "open": "What that reduction leaves of the pension is not fully known{result:ends}.",
    },
    "award_due": {},
    "award_of_year": {},
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
    "supplement_due": {
        "value": "[Added to the pension|What would be added to the pension]: {result:money} a month, rounded.",
        "open": "What is added to the pension is not fully known{result:ends}.",
    },
}
