"""What the rules on invalidity, survivors and injuries say when they are printed. See `portability.record.sentences`."""

from collections.abc import Mapping
from typing import Final

from portability.record.sentences_injury import ON_INJURY
from portability.record.sentences_injury_between import INJURY_BETWEEN

ON_CONTINGENCY: Final[Mapping[str, Mapping[str, str]]] = {
    **ON_INJURY,
    **INJURY_BETWEEN,
    "right_on_contingency": {
        "yes": "All the law asks is met, and the right [opens|would open].",
        "no": "Not all the law asks is met; the right [does|would] not open.",
        "unknown": "Whether all the law asks is met cannot be said, nor whether the right opens.",
    },
    "degree_reached": {
        "yes": "The degree of incapacity found, {degree:share}, [reaches|would reach] the {least:share} the law asks.",
        "no": "The degree of incapacity found, {degree:share}, [is|would be] below the {least:share} the law asks.",
        "unknown": "Whether the degree of incapacity reaches what the law asks cannot be said.",
    },
    "invalidity_established": {
        "no": "No invalidity of the degree the law asks [is|would be] established.",
        "unknown": "Whether there is invalidity as the law asks cannot be said.",
    },
    "begun_in_time": {
        "no": "Incapacity began after the age up to which it opens a right.",
        "unknown": "Whether incapacity began before the age up to which it opens a right cannot be said.",
    },
    "not_yet_converted": {
        "no": "The age is reached from which the pension is one of old age.",
        "unknown": "Whether the age is reached from which the pension is one of old age cannot be said.",
    },
    "insured_at_event_met": {
        "yes": "The condition of being insured when the contingency came [is|would be] met.",
        "no": "The person was not insured when the contingency came, as the law asks.",
        "unknown": "Whether the person was insured when the contingency came, as the law asks, cannot be said.",
    },
    "with_future_period": {
        "unless": "length",
        "value": "For the amount, {future:length} to come [are|would be] credited: {result:length} in all.",
    },
    "amount_of_degree": {
        "unless": "amount",
        "value": "For this degree {share:share} of the full pension of {amount:money} [is|would be] due: {result:money}.",
        "open": "Which share of the full pension is due for this degree is not fully known{result:ends}.",
    },
    "survivor_entitled": {
        "yes": "The survivor [is|would be] among those the law provides for.",
        "no": "The survivor [is|would] not [|be] among those the law provides for: kinship or marriage {related:condition}, age "
        "{of_age:condition}, dependence {dependent:condition}, not married again {unmarried:condition}, nobody with a better "
        "right {in_turn:condition}.",
        "unknown": "Whether the survivor is among those the law provides for cannot be said.",
    },
    "equal_part": {
        "unless": "share",
        "value": "Of {share:share} for {heads:plain} together each [gets|would get] {result:share}.",
    },
    "share_within_ceiling": {
        "unless": "share",
        "value": "All shares together, {together:share}, [exceed|would exceed] the ceiling of {ceiling:share}: "
        "the share of {share:share} [is|would be] reduced to {result:share}.",
        "open": "Whether all shares together exceed the ceiling of {ceiling:share}, and by how much this one [is|would be] "
        "reduced, is not fully known.",
    },
    "survivor_amount": {
        "value": "The survivor's share [is|would be] {share:share} of {amount:money}: {result:money}.",
        "open": "The survivor's share of the deceased's pension is not fully known{result:ends}.",
    },
    "survivor_minimum": {
        "unless": "amount",
        "value": "The survivor's benefit [is|would be] raised to the minimum for each: {result:money}.",
        "open": "The survivor's benefit [is|would be] raised to the minimum for each if it is lower{result:ends}.",
    },
    "competent_pays": {
        "yes": "Its law applied when incapacity began: this State alone [pays|would pay].",
    },
    "in_place_of_competent": {
        "yes": "The State whose law applied when incapacity began owes nothing: this State [pays|would pay] in its place.",
    },
}
