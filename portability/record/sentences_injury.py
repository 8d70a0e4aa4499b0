"""What the rules on accidents at work and diseases from it say when they are printed. See `portability.record.sentences`."""

from collections.abc import Mapping
from typing import Final

ON_INJURY: Final[Mapping[str, Mapping[str, str]]] = {
    "covered_at_work": {
        "yes": "The work then [was|would be] covered by the law.",
        "no": "The work then [was|would] not [|be] covered: work under this law that day {worked:condition}, a kind of work that "
        "it covers {occupation:condition}, lawful work {lawful:condition}.",
        "unknown": "Whether the work then was covered by the law cannot be said.",
    },
    "least_exposure_met": {
        "yes": "The exposure, {exposure:in_days}, [reaches|would reach] the {least:in_days} that the law asks.",
        "no": "The exposure, {exposure:in_days}, [is|would be] below the {least:in_days} that the law asks.",
        "unknown": "Whether the exposure lasted the {least:in_days} that the law asks cannot be said.",
    },
    "disease_comes_from_work": {
        "yes": "The disease [is|would be] taken as coming from the work.",
        "no": "The disease [is|would] not [|be] taken as coming from the work: on the list {listed:condition}, proof "
        "{proved:condition}, enough exposure {exposure:condition}, found in time {in_time:condition}.",
        "unknown": "Whether the disease comes from the work, as the law asks it, cannot be said.",
    },
    "injury_right": {
        "yes": "No qualifying period is asked after an injury at work: the right [opens|would open].",
        "no": "Not all the law asks after an injury at work is met; the right [does|would] not open.",
        "unknown": "Whether the right to benefits for the injury opens cannot be said.",
    },
    "left_to_another": {
        "unless": "right",
        "no": "Another scheme of the State is asked first and pays for this injury: this one [owes|would owe] nothing.",
        "unknown": "Whether this scheme owes anything hangs on whether another of the State pays for the injury.",
    },
    "mean_before_accident": {
        "value": "The earnings that count, the average of the last {window:months} before, [are|would be] {result:money} a "
        "month.",
        "open": "The earnings that count, the average of the last {window:months} before, are not fully known{result:ends}.",
    },
    "earnings_within_ceiling": {
        "unless": "earnings",
        "value": "Of the earnings of {earnings:money} a month only {result:money} [count|would count].",
        "open": "Earnings [count|would count] up to a ceiling; what counts is not fully known{result:ends}.",
    },
    "earnings_not_below_floor": {
        "unless": "earnings",
        "value": "Earnings below it [count|would count] as {result:money} a month.",
    },
    "longer_than_waiting": {
        "no": "Incapacity of {days:in_days} [does|would] not outlast the {waiting:in_days} of waiting.",
        "unknown": "Whether incapacity outlasts the {waiting:in_days} of waiting cannot be said yet.",
    },
    "waiting_paid_back": {
        "yes": "Incapacity lasted {days:in_days}, more than {over:plain}: the days of waiting [are|would be] paid too.",
        "unknown": "Whether the days of waiting are paid too cannot be said yet.",
    },
    "temporary_right": {
        "no": "Nothing [is|would be] due for temporary incapacity.",
        "unknown": "Whether anything is due for temporary incapacity cannot be said.",
    },
    "temporary_amount": {
        "value": "For temporary incapacity {share:share} of earnings of {earnings:money} a month [is|would be] due: "
        "{result:money}.",
        "open": "For temporary incapacity a share of earnings [is|would be] due; it is not fully known{result:ends}.",
    },
    "temporary_not_above": {
        "unless": "amount",
        "value": "It [stops|would stop] at the maximum: {result:money}.",
    },
    "temporary_not_below": {
        "unless": "amount",
        "value": "It [is|would be] raised to the minimum: {result:money}.",
    },
    "degree_counts": {
        "no": "The degree of {degree:share} [gives|would give] nothing: the law asks {least:share}.",
        "unknown": "No degree of incapacity is known that this State would go by.",
    },
    "pension_above": {
        "yes": "The degree of {degree:share} lies above {threshold:share}: a pension [is|would be] due.",
        "no": "The degree of {degree:share} does not lie above {threshold:share}: a sum once [is|would be] due.",
        "unknown": "Whether the degree gives a pension or a sum once cannot be said.",
    },
    "pension_from": {
        "yes": "The degree of {degree:share} reaches {threshold:share}: a pension [is|would be] due.",
        "no": "The degree of {degree:share} does not reach {threshold:share}: a sum once [is|would be] due.",
        "unknown": "Whether the degree gives a pension or a sum once cannot be said.",
    },
    "pension_if_worth": {
        "unknown": "Whether a pension would reach the minimum, and is due, cannot be said.",
    },
    "share_if_total": {
        "unless": "share",
        "value": "For total incapacity the share of earnings [is|would be] {result:share}.",
    },
    "reckoned_degree": {
        "unless": "degree",
        "value": "The degree of {degree:share} [counts|would count] as {result:share}.",
        "open": "What the degree counts as is not fully known.",
    },
    "whole_pension": {
        "value": "The whole pension [is|would be] {share:share} of earnings of {earnings:money} a month: {result:money}.",
        "open": "The whole pension [is|would be] a share of earnings; it is not fully known{result:ends}.",
    },
    "whole_pension_not_below": {
        "unless": "amount",
        "value": "The whole pension [is|would be] raised to its minimum: {result:money}.",
        "open": "The whole pension [is|would be] raised to its minimum if it is lower{result:ends}.",
    },
    "whole_pension_not_above": {
        "unless": "amount",
        "value": "The whole pension [stops|would stop] at its maximum: {result:money}.",
        "open": "The whole pension [stops|would stop] at its maximum{result:ends}.",
    },
    "pension_of_degree": {
        "unless": "whole",
        "value": "For {degree:share} of it the pension [is|would be] {result:money} a month.",
        "open": "The pension [goes|would go] by the degree; it is not fully known{result:ends}.",
    },
    "pension_in_payment": {
        "unless": "amount",
        "value": "The pension [is|would be] raised to the minimum: {result:money}.",
        "open": "The pension [is|would be] raised to the minimum if it is lower{result:ends}.",
    },
    "whole_sum": {
        "value": "The whole sum [is|would be] {times:plain} times {base:money}: {result:money}.",
        "open": "The whole sum [is|would be] {times:plain} times an amount that is not fully known{result:ends}.",
    },
    "whole_sum_not_below": {
        "unless": "amount",
        "value": "The whole sum [is|would be] raised to its minimum: {result:money}.",
        "open": "The whole sum [is|would be] raised to its minimum if it is lower{result:ends}.",
    },
    "whole_sum_not_above": {
        "unless": "amount",
        "value": "The whole sum [stops|would stop] at its maximum: {result:money}.",
        "open": "The whole sum [stops|would stop] at its maximum{result:ends}.",
    },
    "sum_of_degree": {
        "unless": "whole",
        "value": "For {degree:share}, where the whole sum is for {over:share}, {result:money} [is|would be] due once.",
        "open": "The sum [goes|would go] by the degree; it is not fully known{result:ends}.",
    },
    "attendance_share": {
        "value": "For the constant help of another {share:share} of {base:money} [is|would be] added: {result:money}.",
        "open": "For the constant help of another a share [is|would be] added; it is not fully known{result:ends}.",
    },
    "first_and_further": {
        "value": "The group together [gets|would get] {share:share} for the first and {further:share} for each further: "
        "{result:share}.",
    },
    "group_within_ceiling": {
        "unless": "share",
        "value": "The group together [stops|would stop] at {result:share}.",
    },
    "share_under_group_ceiling": {
        "unless": "share",
        "value": "The shares of the group [stop|would stop] at {ceiling:share} together: {result:share} for each of "
        "{heads:plain}.",
    },
    "died_of_it": {
        "no": "No right [opens|would open] for this survivor from the injury.",
        "unknown": "Whether a right opens for this survivor from the injury cannot be said.",
    },
    "death_sum": {
        "value": "On death a sum of {times:plain} times {base:money} [is|would be] due: {result:money}.",
        "open": "On death a sum [is|would be] due; it is not fully known{result:ends}.",
    },
    "death_sum_not_above": {
        "unless": "amount",
        "value": "The sum on death [stops|would stop] at its maximum: {result:money}.",
    },
    "death_sum_not_below": {
        "unless": "amount",
        "value": "The sum on death [is|would be] raised to its minimum: {result:money}.",
    },
    "death_sum_after": {
        "unless": "amount",
        "value": "What was paid before for the injury, {paid:money}, [is|would be] taken off: {result:money}.",
        "open": "What was paid before for the injury [is|would be] taken off; how much that is is not known{result:ends}.",
    },
    "part_of_death_sum": {
        "unless": "amount",
        "value": "Of the sum on death of {amount:money} this survivor [gets|would get] {share:share}: {result:money}.",
        "open": "Which part of the sum on death this survivor gets is not known{result:ends}.",
    },
    "funeral_of_earnings": {
        "value": "For the funeral {times:plain} times a month's earnings [is|would be] paid: {result:money}.",
        "open": "For the funeral a multiple of earnings [is|would be] paid; it is not fully known{result:ends}.",
    },
    "funeral_cost": {
        "value": "The cost of the funeral [is|would be] paid, and at most {most:money}.",
        "open": "The cost of the funeral [is|would be] paid, and at most {most:money}: what it cost is not told.",
    },
    "pension_paid": {"unless": "amount", "value": "Each payment of the pension [is|would be] {result:money}, rounded."},
    "attendance_paid": {"unless": "amount", "value": "Each payment for help [is|would be] {result:money}, rounded."},
    "sum_paid": {"unless": "amount", "value": "The sum [is|would be] {result:money}, rounded."},
    "funeral_paid": {"unless": "amount", "value": "For the funeral {result:money} [is|would be] paid, rounded."},
    "funeral_due": {"value": "For the funeral {result:money} [is|would be] due."},
    "has_death_sum": {
        "no": "The sum on death [is|would] not [|be] for this survivor.",
        "unknown": "Whether the sum on death is for this survivor cannot be said.",
    },
}
