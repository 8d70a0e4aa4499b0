"""What each rule says when it is printed: one catalogue, keyed by the step's name.

A template has a text for each outcome: `yes`, `no`, `unknown`, or `value` for an amount or a length; `open` for one that is
not wholly known and needs words of its own. In braces stand the inputs and the `result`; `{a:money}` names how a
value is read (length, in_days, in_months, in_years, money, owed, ends, share, months, condition, plain). `[is|would be]` gives
the second form under a scenario or guidance, where nothing is owed. A rule without an entry, or with an empty one, is a link,
passed through; so is a step whose result is the input named by `unless` (`unless_yes`: of that outcome): it changed nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from portability.record.sentences_between import BETWEEN
from portability.record.sentences_contingency import ON_CONTINGENCY
from portability.record.sentences_floor import FLOOR
from portability.record.sentences_formula import FORMULAS
from portability.record.sentences_health import ON_HEALTH
from portability.record.sentences_in_time import IN_TIME
from portability.record.sentences_persons import OF_PERSONS
from portability.record.sentences_together import TOGETHER
from portability.record.sentences_when import WHEN

CATALOGUE: Final[Mapping[str, Mapping[str, str]]] = {
    **WHEN,
    **OF_PERSONS,
    **FORMULAS,
    "qualifying_period_met": {
        "yes": "The qualifying period [is|would be] met: {length:length} counted, {required:length} needed.",
        "no": "The qualifying period [is|would] not [|be] met: {length:length} counted, {required:length} needed.",
        "unknown": "Whether the qualifying period is met cannot be said: {length:length} counted, {required:length} needed.",
    },
    "reduced_period_met": {
        "yes": "The shorter period for a reduced pension [is|would be] met: {length:length} counted, {reduced:length} needed.",
        "no": "Nor [is|would] the shorter period for a reduced pension [|be] met: {reduced:length} needed.",
        "unknown": "Whether the shorter period for a reduced pension is met cannot be said.",
    },
    "any_age_met": {
        "yes": "The career [is|would be] long enough for a pension at any age: {length:length} counted, {any_age:length} needed.",
    },
    "as_stated": {
        "yes": "The institution has found that the right is open.",
        "no": "The institution has refused the benefit.",
    },
    "right_opens": {
        "yes": "The condition of age is met, and the right [opens|would open].",
        "no": "The condition of age {age:condition}; the right [does|would] not open.",
        "unknown": "The condition of age {age:condition}; whether the right opens cannot be said.",
    },
    "total": {
        "value": "For the amount, the periods of all the States linked [are|would be] added together: {result:length}."
    },
    "total_for_the_right": {
        "value": "For the right, the periods of all the States linked [are|would be] added together: {result:length}."
    },
    "total_capped": {
        "unless": "total",
        "value": "A full career of {full_career:length} [takes|would take] the place of the total of {total:length}.",
    },
    "total_in_the_ratio": {"value": "The total in the ratio [is|would be] {result:length}."},
    "short_period": {
        "yes": "{length:length} is less than {minimum:length} and opens no right alone: this State [is|would be] relieved, "
        "and the others count the time.",
        "unknown": "Whether this State is relieved of its short period cannot be said.",
    },
    "length_capped": {
        "unless": "total",
        "value": "The theoretical amount [counts|would count] {result:length} of {total:length}.",
    },
    "carries_all": {
        "yes": "Every State would be relieved; this is the last whose conditions are met, and it [carries|would carry] all.",
    },
    "pro_rata_ratio": {"value": "This State's share [is|would be] {own:length} of {total:length}: {result:share}."},
    "pro_rata_amount": {
        "value": "The pro-rata amount [is|would be] {share:share} of the theoretical amount of {theoretical:money}: "
        "{result:money}.",
        "open": "The pro-rata amount [is|would be] {share:share} of the theoretical amount, "
        "which is not fully known{result:ends}.",
    },
    "share_given_up": {
        "value": "Of the {theoretical:money} a month given up for a payment at once, this State [owes|would owe] "
        "{share:share}: {result:money}.",
        "open": "Of what is given up for a payment at once this State [owes|would owe] {share:share}; that is not fully "
        "known{result:ends}.",
    },
    "within_ceiling": {"unless": "earnings", "value": "Earnings [count|would count] only up to the ceiling of their time."},
    "best_average": {
        "value": "The reference wage, the average of the best {length:months}, is {result:money}.",
        "open": "The reference wage, the average of the best {length:months}, is not fully known{result:ends}.",
    },
    "last_average": {
        "value": "The reference wage, the average of the last {length:months}, is {result:money}.",
        "open": "The reference wage, the average of the last {length:months}, is not fully known{result:ends}.",
    },
    "career_average": {
        "value": "The reference wage, the average of all insured earnings, is {result:money}.",
        "open": "The reference wage, the average of all insured earnings, is not fully known{result:ends}.",
    },
    "counted_length": {
        "unless": "length",
        "value": "Part years count in steps only: {length:length} [count|would count] as {result:length}.",
    },
    "accrued_share": {"value": "{length:length} [accrue|would accrue] {result:share} of the reference wage."},
    "share_capped": {
        "unless": "share",
        "value": "The share of the reference wage [stops|would stop] at {cap:share}: {result:share}.",
    },
    "accrued_amount": {
        "value": "{share:share} of a reference wage of {reference:money} [is|would be] {result:money}.",
        "open": "The pension [is|would be] {share:share} of the reference wage; that is not fully known{result:ends}.",
    },
    "career_fraction": {
        "value": "The fraction to be paid [is|would be] {length:plain}/{full:plain}, and at most {cap:share}: {result:share}."
    },
    "fraction_of_wage": {
        "value": "{share:share} of a reference wage of {reference:money} [is|would be] {result:money}.",
        "open": "The pension [is|would be] {share:share} of the reference wage; that is not fully known{result:ends}.",
    },
    "fraction_of_amount": {
        "value": "{share:share} of a full amount of {amount:money} [is|would be] {result:money}.",
        "open": "The pension [is|would be] {share:share} of the full amount; that is not fully known{result:ends}.",
    },
    "flat_amount": {"value": "The pension [is|would be] the same for all who qualify: {result:money}."},
    "account_pension": {
        "value": "The balance {balance:money} over {divisor:in_months} [is|would be] {result:money}.",
        "open": "The balance [is|would be] drawn by the month; how much that gives is not fully known{result:ends}.",
    },
    "account_balance": {"value": "The balance [is|would be] paid out: {result:money}."},
    "balance_in_place": {"value": "The balance [is|would be] paid out: {result:money}."},
    "tier_amount": {
        "unless": "amount",
        "value": "A reduced pension [is|would be] {factor:share} of {amount:money}: {result:money}.",
        "open": "A reduced pension [is|would be] due; its amount is not fully known{result:ends}.",
    },
    "minimum_amount": {
        "unless": "amount",
        "value": "The pension [is|would be] raised to the minimum: {result:money}.",
        "open": "The pension [is|would be] raised to the minimum if it is lower{result:ends}.",
    },
    "minimum_of_full": {
        "unless": "raised",
        "value": "The minimum is for pensions on the full qualifying period only: "
        "this one [stays|would stay] at {result:money}.",
        "open": "The minimum is for pensions on the full qualifying period only: "
        "this one [stays|would stay] as it is{result:ends}.",
    },
    "maximum_amount": {
        "unless": "amount",
        "value": "The pension [is|would be] lowered to the maximum: {result:money}.",
        "open": "The pension [is|would be] lowered to the maximum if it is higher{result:ends}.",
    },
    "theoretical_rounded": {
        "unless": "amount",
        "value": "The theoretical amount [is|would be] rounded by the law: {result:money}.",
    },
    "voluntary_increment": {
        "value": "Voluntary time displaced by insurance elsewhere still [earns|would earn] its own increment: {result:money}."
    },
    "keeps_independent": {
        "yes": "The benefit by national law alone, {independent:money}, is not below the pro-rata amount {pro_rata:money}: "
        "it [is|would be] kept.",
        "no": "The pro-rata amount, {pro_rata:money}, [is|would be] due: national law alone gives {independent:owed}.",
        "unknown": "Which of the two amounts is higher cannot be said.",
    },
    "more_favourable": {
        "yes": "This instrument [gives|would give] more than those before it: {after:money} against {before:money}.",
        "no": "This instrument [gives|would give] no more than those before it: {after:money} against {before:money}.",
    },
    "pays_under_instrument": {"unless": "right", "no": "Under the instrument this State [pays|would pay] nothing."},
    "with_interest": {
        "unless": "amount",
        "value": "With interest that [is|would be] {result:money}.",
        "open": "Interest of an unknown amount [is|would be] added{result:ends}.",
    },
    "refund_of_contributions": {
        "value": "In place of the pension the contributions [are|would be] paid back: {result:money}.",
        "open": "In place of the pension the contributions [are|would be] paid back; they are not fully known{result:ends}.",
    },
    "lump_sum_by_length": {
        "value": "In place of the pension a lump sum [is|would be] due: {result:money}.",
        "open": "In place of the pension a lump sum [is|would be] due; its amount is not fully known{result:ends}.",
    },
    "lump_sum_right": {
        "no": "No lump sum in place of the pension [is|would be] due.",
        "unknown": "Whether a lump sum in place of the pension is due cannot be said.",
    },
    "lost_by_totalisation": {
        "yes": "The lump sum due by national law alone [falls|would fall] away, because adding the periods "
        "[opens|would open] the pension.",
        "unknown": "Whether national law alone owes a payment in place of the pension, which [falls|would fall] away where "
        "adding the periods [opens|would open] the pension, cannot be said.",
    },
    "commuted_amount": {
        "value": "{commuted:share} of the pension of {amount:money} [is|would be] given up for a payment at once: "
        "{result:money} a month.",
        "open": "{commuted:share} of the pension [is|would be] given up for a payment at once; how much that comes to is not "
        "fully known{result:ends}.",
    },
    "after_commutation": {
        "value": "There [remains|would remain] a monthly pension of {result:money}.",
        "open": "How much pension [remains|would remain] by the month is not fully known{result:ends}.",
    },
    "commutation_lump_sum": {
        "value": "For the {commuted:money} a month given up, {years:in_years} of it [are|would be] paid at once: "
        "{result:money}.",
        "open": "For what is given up, {years:in_years} of it [are|would be] paid at once; that is not fully "
        "known{result:ends}.",
    },
    "payment_of_year": {"value": "The year's amount in {payments:plain} payments [is|would be] {result:money} each."},
    "amount_due": {
        "value": "Each payment [is|would be] {result:money}, rounded.",
        "open": "The amount of each payment [is not|would not be] fully known{result:ends}.",
    },
    "commutation_due": {
        "value": "[Paid at once|What would be paid at once]: {result:money}, rounded.",
        "open": "What [is|would be] paid at once is not fully known{result:ends}.",
    },
    "allowance_due": {
        "value": "Each payment of the allowance [is|would be] {result:money}, rounded.",
        "open": "The amount of each payment of the allowance [is not|would not be] fully known{result:ends}.",
    },
    "lump_sum_rounded": {
        "value": "[Paid once|What would be paid once]: {result:money}, rounded.",
        "open": "What [is|would be] paid once is not fully known{result:ends}.",
    },
    **FLOOR,
    **BETWEEN,
    **ON_CONTINGENCY,
    **ON_HEALTH,
    **IN_TIME,
    **TOGETHER,
}
