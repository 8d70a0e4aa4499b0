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
        "value": "Drawn {months:in_months} before pension age, at {reduction:share} off for each, the pension "
        "[is|would be] {result:share} of the whole.",
        "open": "Drawn {months:in_months} before pension age, the pension [is|would be] reduced; by how much is not "
        "fully known.",
    },
    "early_factor": {"value": "Drawn at {age:in_months} of age, the pension [is|would be] {result:share} of the whole."},
    "early_amount": {
        "unless": "amount",
        "value": "Drawn early, {amount:money} [become|would become] {result:money}.",
        "open": "Drawn early, the pension [is|would be] lower; it is not fully known{result:ends}.",
    },
    "less_share_of_reference": {
        "unless": "amount",
        "value": "Drawn {months:in_months} before pension age, at {reduction:share} of the reference wage off for each, "
        "{amount:money} [become|would become] {result:money}.",
        "open": "Drawn {months:in_months} before pension age, the pension [is|would be] lower; it is not fully "
        "known{result:ends}.",
    },
    "minimum_at_age": {
        "unless": "raised",
        "value": "The minimum is for pensions drawn at pension age only: this one [stays|would stay] at {result:money}.",
        "open": "The minimum is for pensions drawn at pension age only: this one [stays|would stay] as it is{result:ends}.",
    },
    "deferred_share": {
        "value": "Drawn {months:in_months} after pension age, at {increase:share} more for each, the pension "
        "[is|would be] {result:share} of the whole.",
    },
    "deferred_amount": {
        "unless": "amount",
        "value": "Drawn late, {amount:money} [become|would become] {result:money}.",
        "open": "Drawn late, the pension [is|would be] higher; it is not fully known{result:ends}.",
    },
    "contributed_earnings": {
        "unless": "earnings",
        "value": "Contributions were due on earnings up to the ceiling of their time only.",
    },
    "counted_for_lump_sum": {
        "unless": "length",
        "value": "For the lump sum only whole steps count: {length:length} [count|would count] as {result:length}.",
    },
    "lump_sum_of_pension": {
        "value": "In place of the pension a lump sum of {factor:plain} times the month's pension of the same length "
        "[is|would be] due: {result:money}.",
        "open": "In place of the pension a lump sum of {factor:plain} times the month's pension of the same length "
        "[is|would be] due; it is not fully known{result:ends}.",
    },
    "allowance_in_place": {
        "value": "In place of the pension an allowance of {share:share} of {reference:money} [is|would be] due by the month: "
        "{result:money}.",
        "open": "In place of the pension the law has an allowance by the month; it is not fully known{result:ends}.",
    },
    "allowance_raised": {
        "unless": "amount",
        "value": "The allowance [is|would be] raised to the least that the law pays: {result:money}.",
        "open": "The allowance [is|would be] not below the least that the law pays{result:ends}.",
    },
    "also_asked": {"unknown": "The law asks for more than age and length, and the case does not tell it: it is left open."},
    "paid_at_once": {
        "value": "Of the balance {balance:money}, {at_once:share} [is|would be] paid at once: {result:money}.",
        "open": "Of the balance, {at_once:share} [is|would be] paid at once; it is not fully known{result:ends}.",
    },
    "left_in_account": {
        "value": "There [remain|would remain] {result:money} to be drawn by the month.",
        "open": "What [remains|would remain] to be drawn by the month is not fully known{result:ends}.",
    },
    "credited_months": {
        "value": "The balance moved, {moved:money}, [buys|would buy] months at {price:money} each, at most the {months:plain} "
        "spent in the fund: {result:plain}.",
        "open": "How many months the balance [buys|would buy] is not fully known.",
    },
    "left_of_transfer": {
        "value": "What the credited months do not use [stays|would stay] in the fund: {result:money}.",
        "open": "What the credited months do not use [stays|would stay] in the fund; it is not fully known{result:ends}.",
    },
    "with_moved": {"value": "With the {moved:money} moved from the other fund the balance [is|would be] {result:money}."},
    "long_enough_for_minimum": {
        "yes": "The career [is|would be] long enough for the guaranteed minimum: {length:length}, {least:length} needed.",
        "no": "The career [is|would] not [|be] long enough for the guaranteed minimum: {length:length}, {least:length} needed.",
        "unknown": "Whether the career is long enough for the guaranteed minimum cannot be said.",
    },
}
