"""What the steps of sickness, maternity and care say when they are printed."""

from collections.abc import Mapping
from typing import Final

SITUATIONS: Final[Mapping[str, str]] = {
    "lives_elsewhere": "insured in one State and living in another",
    "family_elsewhere": "of the family of one insured in another State than that where the family lives",
    "posted_worker": "posted to work in one State and insured in the State that sent the person",
    "temporary_stay": "for a time in a State where the person neither lives nor is insured",
    "planned_care": "in a State to be treated there",
    "pension_claimant": "waiting for a pension that is claimed",
    "pensioner_with_right": "drawing a pension from the State of residence, which gives care to its pensioners",
    "pensioner_without_right": "drawing pensions from other States only, with no right to care where the person lives",
    "pensioner_in_health_service": "drawing pensions from other States only, in a State whose care asks for no insurance",
    "retired_frontier_worker": "retired, and treated in the State where the person worked while living in another",
    "returned_migrant": "back in the State of nationality after work elsewhere, without insurance or pension",
    "regular_migrant": "living with a permit in a State of which the person is no national",
    "irregular_status": "living in a State without a permit",
    "uninsured_resident": "living in a State without insurance there or elsewhere",
    "insured_here": "insured in the State of residence",
    "pensioner_here": "drawing a pension, in a State by whose own law care is asked",
    "family_here": "of the family of one who is insured where the family lives",
}
"""Each situation as it is told of a person, after "the person is"."""

ROLES = {"residence": "the State of residence", "stay": "the State of stay", "competent": "the State of insurance or pension"}
EXTENTS = {
    "all": "all care that its law gives its own insured",
    "necessary": "care that becomes necessary during the stay",
    "authorised": "the care for which an authorisation was given",
    "continued": "the continuation of treatment that was begun there",
    "urgent": "urgent care, to save life or avoid irreparable harm",
    "as_nationals": "the care that its nationals get who meet the terms of its law",
    "essential": "essential care",
}


def _care() -> dict[str, dict[str, str]]:
    """A sentence for each situation, and for each way in which care is given and paid."""
    found = {f"situation_{word}": {"yes": f"The person is {text}."} for word, text in SITUATIONS.items()}
    for provider, gives in ROLES.items():
        for cost, pays in ROLES.items():
            bears = "at its own cost" if cost == provider else f"at the cost of {pays}"
            for extent, care in EXTENTS.items():
                verb = gives[0].upper() + gives[1:]
                found[f"care_{provider}_{cost}_{extent}"] = {
                    "yes": f"{verb} [gives|would give] {care}, {bears}.",
                    "no": f"{verb} [does|would] not have to give {care} {bears}: not in that "
                    "situation, or no such rule binds here.",
                    "unknown": f"Whether {gives} [has|would have] to give {care} {bears} cannot be said.",
                }
    return found


ON_HEALTH: Final[Mapping[str, Mapping[str, str]]] = {
    "cash_right": {
        "yes": "The contingency came and every condition [is|would be] met: the right [opens|would open].",
        "no": "Not all conditions [are|would be] met: contingency {happened:condition}, period {period:condition}; "
        "the right [does|would] not open.",
        "unknown": "Whether every condition is met cannot be said: contingency {happened:condition}, period {period:condition}.",
    },
    "competent_pays": {
        "yes": "With the periods of all the States the right [opens|would open], and this State's law applied when the "
        "contingency came: it [pays|would pay], on earnings under its own law only.",
        "no": "Adding periods [does|would] not have this State pay: its own law, with them, "
        "{right:condition}; the test that its law applied when the contingency came {competent:condition}.",
        "unknown": "Whether this State pays on added periods cannot be said: its own law, with them, "
        "{right:condition}; the test that its law applied when the contingency came {competent:condition}.",
    },
    "births_within": {
        "no": "The law pays for {limit:plain} births only; this is number {births:plain}.",
        "unknown": "Whether the law still pays for this birth cannot be said.",
    },
    "share_of_earnings": {
        "value": "{share:share} of reference earnings of {reference:money} a month [is|would be] {result:money}.",
        "open": "The benefit [is|would be] {share:share} of the reference earnings; that is not fully known{result:ends}.",
    },
    "amount_of_day": {
        "value": "Over {days:in_days} a month, a day [is|would be] {result:money}.",
        "open": "The amount of a day [is|would be] that of a month over {days:plain}; it is not fully known{result:ends}.",
    },
    "raised_to_minimum": {
        "unless": "amount",
        "value": "The benefit [is|would be] raised to the minimum: {result:money}.",
        "open": "The benefit [is|would be] raised to the minimum if it is lower{result:ends}.",
    },
    "held_to_maximum": {
        "unless": "amount",
        "value": "The benefit [is|would be] held to the maximum: {result:money}.",
        "open": "The benefit [is|would be] held to the maximum if it is higher{result:ends}.",
    },
    "grant_of_birth": {
        "value": "For the birth {result:money} [is|would be] paid once.",
        "open": "For the birth a sum [is|would be] paid once; it is not fully known{result:ends}.",
    },
    "care_by_law": {
        "yes": "By the law of the State alone the person [is|would be] entitled to its care.",
        "no": "By the law of the State alone the person [is|would] not [|be] entitled to its care: to none of its groups, or not "
        "for long enough.",
        "unknown": "Whether the law of the State alone gives the person its care cannot be said.",
    },
    "waited_long_enough": {
        "yes": "The time asked before the first care [has|would have] passed: {length:length}, {waiting:length} asked.",
        "no": "The time asked before the first care [has|would] not [|have] passed: {length:length}, {waiting:length} asked.",
    },
    "bears_by_length": {
        "yes": "Of the States that pay a pension this one [has|would have] the longest insurance, or the last of the longest: it "
        "[bears|would bear] the cost of care.",
    },
    "urgent_by_law": {"yes": "The law of the State [gives|would give] urgent care to those without a permit."},
    "primary_by_law": {"yes": "The law of the State [gives|would give] primary and urgent care to those without a permit."},
    "all_by_law": {"yes": "The law of the State [gives|would give] those without a permit the care that it gives others."},
    **_care(),
}
