"""What the rules say on when a right opens, on pensions drawn early or late, and on accounts; a part of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WHEN: Final[Mapping[str, Mapping[str, str]]] = {
    "further_met": {
        "yes": "The further length asked [is|would be] reached: {length:plain} counted, {required:plain} needed.",
        "no": "The further length asked [is|would] not [|be] reached: {length:plain} counted, {required:plain} needed.",
        "unknown": "Whether the further length asked is reached cannot be said: {length:plain} counted, {required:plain} "
        "needed.",
    },
    "alternative_met": {
        "yes": "The other way to the pension [is|would be] open: {length:plain} counted, {required:plain} needed.",
        "no": "Nor [is|would] the other way to the pension [|be] open: {length:plain} counted, {required:plain} needed.",
        "unknown": "Whether the other way to the pension is open cannot be said: {length:plain} counted, {required:plain} "
        "needed.",
    },
    "registered_long_enough": {
        "yes": "The first insured day lies far enough back: {registered:length}, {required:length} needed.",
        "no": "The first insured day does not lie far enough back: {registered:length}, {required:length} needed.",
        "unknown": "Whether the first insured day lies far enough back cannot be said.",
    },
    "left_or_of_age": {"yes": "The person has left the scheme or reached the age, and the law pays on either."},
    "early_share": {
        "value": "Drawn {months:plain} months before pension age, at {reduction:share} off for each, the pension "
        "[is|would be] {result:share} of the whole.",
        "open": "Drawn {months:plain} months before pension age, the pension [is|would be] reduced; by how much is not "
        "fully known.",
    },
    "early_factor": {"value": "Drawn at {age:plain} months of age, the pension [is|would be] {result:share} of the whole."},
    "early_amount": {
        "unless": "amount",
        "value": "Drawn early, {amount:money} [become|would become] {result:money}.",
        "open": "Drawn early, the pension [is|would be] lower; it is not fully known{result:ends}.",
    },
    "less_share_of_reference": {
        "unless": "amount",
        "value": "Drawn {months:plain} months before pension age, at {reduction:share} of the reference wage off for each, "
        "{amount:money} [become|would become] {result:money}.",
        "open": "Drawn {months:plain} months before pension age, the pension [is|would be] lower; it is not fully "
        "known{result:ends}.",
    },
    "minimum_at_age": {
        "unless": "raised",
        "value": "The minimum is for pensions drawn at pension age only: this one [stays|would stay] at {result:money}.",
        "open": "The minimum is for pensions drawn at pension age only: this one [stays|would stay] as it is{result:ends}.",
    },
    "deferred_share": {
        "value": "Drawn {months:plain} months after pension age, at {increase:share} more for each, the pension "
        "[is|would be] {result:share} of the whole.",
    },
    "deferred_amount": {
        "unless": "amount",
        "value": "Drawn late, {amount:money} [become|would become] {result:money}.",
        "open": "Drawn late, the pension [is|would be] higher; it is not fully known{result:ends}.",
    },
}
