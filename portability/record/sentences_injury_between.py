"""What the rules on injuries between States say when they are printed. See `portability.record.sentences`."""

from collections.abc import Mapping
from typing import Final

_PART = {
    "unless": "amount",
    "value": "Of {amount:money} this State [pays|would pay] {share:share}: {result:money}.",
    "open": "This State [pays|would pay] its share by exposure; it is not fully known{result:ends}.",
}

INJURY_BETWEEN: Final[Mapping[str, Mapping[str, str]]] = {
    "exposure_together": {
        "value": "The exposure here, {own:plain} days, and that in the other States, {elsewhere:plain} days, [count|would count] "
        "together: {result:plain} days.",
        "open": "The exposure in all States [counts|would count] together; its length is not fully known.",
    },
    "left_to_later_state": {
        "no": "A State in which the exposure came later pays for it, or no right opens: this one [owes|would owe] nothing.",
        "unknown": "Whether this State owes anything hangs on whether one in which the exposure came later pays.",
    },
    "share_of_exposure": {
        "value": "Of {everywhere:plain} days of exposure in all {own:plain} [fall|would fall] to this State.",
        "open": "The share of this State by the length of exposure is not known.",
    },
    **{f"part_of_{what}": _PART for what in ("temporary", "pension", "sum", "attendance", "funeral")},
    "worse_than_before": {
        "no": "The degree, {degree:share}, [is|would be] no higher than the {before:share} before: there [is|would be] no "
        "worsening to pay for.",
        "unknown": "Whether it got worse, as this State finds it, is not known.",
    },
    "pension_for_worsening": {
        "value": "For the worsening the difference [is|would be] due between {after:money} a month after it and {before:money} "
        "before: {result:money}.",
        "open": "For the worsening the difference between what this law gives after and before [is|would be] due; it is not "
        "fully known{result:ends}.",
    },
    "sum_for_worsening": {
        "value": "For the worsening the difference [is|would be] due between a sum of {after:money} after it and {before:money} "
        "before: {result:money}.",
        "open": "For the worsening the difference between two sums [is|would be] due; it is not fully known{result:ends}.",
    },
    "degree_with_earlier": {
        "unless": "degree",
        "value": "With earlier injuries, {earlier:share}, the degree that the law looks at [is|would be] {result:share}.",
        "open": "Earlier injuries [count|would count] for the degree that the law looks at; how much they come to is not known.",
    },
}
