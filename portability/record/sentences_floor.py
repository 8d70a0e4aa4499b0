"""What the rules of the floor say: grants, means tests, households, care, and what Recommendation No. 202 would have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FLOOR: Final[Mapping[str, Mapping[str, str]]] = {
    "grant_open": {
        "no": "The conditions of the grant [are|would] not all [|be] met: age {age:verdict}; nationality or status "
        "{status:verdict}; residence {residence:verdict}; assets {assets:verdict}; other pensions {pensions:verdict}.",
        "yes": "The conditions of the grant [are|would be] met: age, nationality or status, residence, assets, other pensions.",
        "unknown": "Whether the conditions of the grant are met cannot be said: age {age:verdict}; nationality or status "
        "{status:verdict}; residence {residence:verdict}; assets {assets:verdict}; other pensions {pensions:verdict}.",
    },
    "resident_long_enough": {
        "yes": "The person lives there and has lived there as long as the law asks.",
        "no": "Residence is not as the law asks: living there {resident:condition}, length of residence {earlier:condition}.",
        "unknown": "Whether residence is as the law asks cannot be said: living there {resident:condition}, length of "
        "residence {earlier:condition}.",
    },
    "grant_after_income": {
        "value": "With {income:money} of counted income the grant [is|would be] {result:money} of the full {level:money}."
    },
    "not_established": {
        "value": "Recommendation No. 202 would have the State guarantee {guarantee:text}. The State sets the level, and it "
        "is not established: {missing:text}."
    },
    "household_scale": {"value": "The household counts as {result:plain} times one person."},
    "level_of_household": {"value": "The level of the household [is|would be] {result:money}."},
    "income_of_couple": {
        "unless": "own",
        "value": "Of the joint income of the spouses {share:share} [is|would be] counted for each: {result:money}.",
        "open": "Of the joint income of the spouses {share:share} [is|would be] counted for each; it is not fully "
        "known{result:ends}.",
    },
    "income_within": {
        "yes": "Income of {income:money} is within the limit of {limit:money}.",
        "no": "Income of {income:money} exceeds the limit of {limit:money}.",
        "unknown": "Whether the income is within the limit of {limit:money} cannot be said.",
    },
    "grant_for_incapacity": {
        "yes": "The incapacity that the grant asks is told.",
        "unknown": "Whether the grant for persons with an incapacity is open cannot be said.",
    },
    "grant_as_asked": {
        "no": "The grant [is|would] not [|be] open: its other conditions, and what the law asks besides, are not all met.",
        "unknown": "The law asks more than is known here; whether the grant [is|would be] open cannot be said.",
    },
    "care_guaranteed": {
        "yes": "Essential health care [is|would be] guaranteed by the State's law: what it asks of status, residence and "
        "insurance is met.",
        "no": "The State's law on health care does not cover the person: status {status:condition}, residence "
        "{residence:condition}, insurance {insured:condition}.",
        "unknown": "Whether the State's law on health care covers the person cannot be said: status {status:condition}, "
        "residence {residence:condition}, insurance {insured:condition}.",
    },
    "urgent_care": {"yes": "Urgent care that saves life or avoids irreparable harm is owed whatever the status."},
    "assets_within": {
        "yes": "Assets of {assets:money} are within the limit of {limit:money}.",
        "no": "Assets of {assets:money} exceed the limit of {limit:money}.",
        "unknown": "Whether the assets are within the limit of {limit:money} cannot be said.",
    },
}
