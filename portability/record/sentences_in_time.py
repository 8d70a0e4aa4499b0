"""What the rules of a benefit in payment say: raised, frozen or reduced in time, fallen due, told in another currency."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

IN_TIME: Final[Mapping[str, Mapping[str, str]]] = {
    "raised_amount": {
        "value": "Raised by {share:share}, {before:money} [become|would become] {result:money}.",
        "open": "The amount [is|would be] raised by {share:share}, and is not fully known{result:ends}.",
    },
    "frozen_amount": {
        "value": "Pensions [are|would] not [|be] raised where the person lives: it stays at {result:money}.",
    },
    "amount_after_absence": {
        "value": "After the absence for which it is whole, {rate:share} of {amount:money} [is|would be] paid: {result:money}.",
        "open": "After the absence for which it is whole, only a part of {amount:money} [is|would be] paid{result:ends}.",
    },
    "arrears": {
        "value": "For the months before, {result:money} [has|would have] fallen due.",
        "open": "What [has|would have] fallen due for the months before is not fully known{result:ends}.",
    },
}
