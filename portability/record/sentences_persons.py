"""What the conditions of nationality and residence say when they are printed, and what instruments lift of them."""

from collections.abc import Mapping
from typing import Final

OF_PERSONS: Final[Mapping[str, Mapping[str, str]]] = {
    "equality_lifts": {
        "unless_yes": "condition",
        "yes": "Equality of treatment [lifts|would lift] the condition of nationality.",
        "no": "The law asks for a nationality or status that the person does not have, and no instrument gives equality.",
        "unknown": "Whether nationality stands in the way cannot be said.",
    },
    "residence_length_met": {
        "yes": "The earlier residence asked for [is|would be] met: {residence:length}, {residence_required:length} needed.",
        "no": "The earlier residence asked for [is|would] not [|be] met: {residence:length}, {residence_required:length} needed.",
        "unknown": "Whether the earlier residence asked for is met cannot be said.",
    },
    "residence_before_met": {
        "yes": "The residence asked for directly before the claim [is|would be] met: {residence:length}, "
        "{residence_required:length} needed.",
        "no": "The residence asked for directly before the claim [is|would] not [|be] met: {residence:length}, "
        "{residence_required:length} needed.",
        "unknown": "Whether the residence asked for directly before the claim is met cannot be said.",
    },
    "residence_limit_lifts": {
        "unless_yes": "condition",
        "yes": "An instrument limits what residence may be asked of the person, and that [is|would be] met.",
        "no": "An instrument limits what residence may be asked of the person; that [is|would] not [|be] met either.",
        "unknown": "Whether an instrument limits what residence may be asked of the person cannot be said.",
    },
    "residence_waived": {
        "yes": "Living in another State [is|would be] no obstacle.",
        "no": "The law asks the person to live in the State, and no instrument has the benefit paid abroad.",
        "unknown": "Whether living in another State stands in the way cannot be said.",
    },
}
