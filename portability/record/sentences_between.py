"""What the rules between States say when they are printed: whose periods count, who waits, who pays for all.

A part of the catalogue; its form is told there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

BETWEEN: Final[Mapping[str, Mapping[str, str]]] = {
    "right_waits": {
        "yes": "The right [is|would] not [|be] open yet: what other States owe is reckoned with and without these periods.",
        "unknown": "Whether the right is open yet cannot be said.",
    },
    "dropping_gives_more": {
        "yes": "Without the periods of States whose right is not open yet {open_only:money} [is|would be] due, with them "
        "{with_all:money}: provisionally they [are|would be] left out.",
        "no": "The periods of States whose right is not open yet stay counted: without them {open_only:money} "
        "[is|would be] due, with them {with_all:money}.",
        "unknown": "Whether leaving out the periods of States whose right is not open yet gives more cannot be said.",
    },
    "dropped_if_not_needed": {
        "yes": "Two laws [are|would be] satisfied without the periods of States whose right is not open yet: these "
        "[are|would be] left out for now.",
    },
    "national_law_alone": {
        "yes": "This law alone [is|would be] satisfied without the periods of States whose right is not open yet: for now "
        "it [decides|would decide] on its own periods.",
    },
    "one_payer": {
        "yes": "This State [carries|would carry] all alone: it [counts|would count] the periods of every State and [pays|"
        "would pay] its whole pension.",
        "no": "Another State [carries|would carry] all alone.",
        "unknown": "Which State carries all alone cannot be said.",
    },
    "with_flat_part_prorated": {
        "value": "Of the part that does not depend on time, {flat_part:money}, this State [owes|would owe] {share:share}; "
        "what depends on time it [pays|would pay] as it stands: {result:money}.",
        "open": "Of the part that does not depend on time this State [owes|would owe] {share:share}; the rest it [pays|would "
        "pay] as it stands; that is not fully known{result:ends}.",
    },
    "total_with_chain": {
        "unless": "total",
        "value": "By chain this State [adds|would add] the periods under all its instruments for the right: {chained:length}.",
    },
    "total_with_third": {
        "unless": "total",
        "value": "For the right, the periods in the third State [are|would be] added too: {chained:length}.",
    },
    "third_state_needed": {
        "yes": "The right [opens|would open] only with the periods in a third State that an agreement links with a party.",
        "unknown": "Whether periods in a third State are needed cannot be said.",
    },
    "own_length_capped": {
        "unless": "total",
        "value": "Under the agreement the benefit of national law alone [counts|would count] no more than a full career: "
        "{result:length} of {total:plain}.",
    },
    "total_capped_in_both": {
        "unless": "total",
        "value": "With the short periods of other States a full career of {full_career:length} [is|would be] reached; it "
        "[takes|would take] the place of the total of {total:length} in the ratio too.",
    },
    "balance_paid_out": {"value": "The agreement [has|would have] the balance paid out: {result:money}."},
}
