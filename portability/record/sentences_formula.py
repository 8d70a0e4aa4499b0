"""What the rules of points, bands, notional accounts, fixed parts and shares of other figures say: a part of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FORMULAS: Final[Mapping[str, Mapping[str, str]]] = {
    "revalued": {"value": "Earnings of past years [are|would be] raised by the index of the law to the year of pension."},
    "reference_rounded": {
        "unless": "reference",
        "value": "The average [is|would be] rounded by the law before the pension is reckoned: {result:money}.",
    },
    "banded": {
        "value": "By the rates of the bands it lies in, a reference wage of {reference:money} [gives|would give] {result:money}.",
        "open": "The rates of the bands apply to a reference wage that is not fully known{result:ends}.",
    },
    "points_earned": {
        "value": "Each year's insured earnings over the average of all insured [make|would make] {result:plain} points.",
        "open": "The points of the insured earnings are not fully known: {result:plain}.",
    },
    "points_rounded": {"unless": "points", "value": "Rounded by the law that [is|would be] {result:plain} points."},
    "points_of_length": {
        "unless": "points",
        "value": "With the periods of all at the average of the own ones that [is|would be] {result:plain} points.",
    },
    "points_of_years": {
        "value": "{points:plain} points a year over {years:in_years} [are|would be] {result:plain} points.",
    },
    "points_pension": {
        "value": "{points:plain} points at {value:money}, times {access_factor:plain} for the age of access and "
        "{type_factor:plain} for the kind of pension, [are|would be] {result:money}.",
        "open": "The pension [is|would be] the points times their value; that is not fully known{result:ends}.",
    },
    "notional_balance": {
        "value": "The contributions on record, raised by the index of the law, [make|would make] an account of {result:money}.",
        "open": "The account of contributions is not fully known{result:ends}.",
    },
    "balance_of_length": {
        "unless": "balance",
        "value": "With the periods of all at the average of the own ones the account [is|would be] {result:money}.",
    },
    "share_of_figure": {
        "value": "The law [takes|would take] {share:share} of {figure:money}: {result:money}.",
        "open": "The law [takes|would take] {share:share} of a figure that is not fully known{result:ends}.",
    },
    "minimum_share_of": {
        "value": "The minimum [is|would be] {share:share} of {figure:money}: {result:money}.",
        "open": "The minimum [is|would be] {share:share} of a figure that is not fully known{result:ends}.",
    },
    "maximum_share_of": {
        "value": "The maximum [is|would be] {share:share} of {figure:money}: {result:money}.",
        "open": "The maximum [is|would be] {share:share} of a figure that is not fully known{result:ends}.",
    },
    "fixed_part_share_of": {
        "value": "The fixed part [is|would be] {share:share} of {figure:money}: {result:money}.",
        "open": "The fixed part [is|would be] {share:share} of a figure that is not fully known{result:ends}.",
    },
    "fixed_part": {
        "unless": "amount",
        "value": "Of a fixed part of {amount:money}, {length:plain} over {over:plain} [is|would be] due: {result:money}.",
        "open": "Of the fixed part, {length:plain} over {over:plain} [is|would be] due; that is not fully known{result:ends}.",
    },
    "with_fixed_part": {
        "value": "With the fixed part of {fixed:money} the pension [is|would be] {result:money}.",
        "open": "The fixed part is added; the pension is not fully known{result:ends}.",
    },
}
