"""The words of a decision as people read them: amounts, results, payments, places, and why time does not count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from portability.record.decision import (
    Benefit,
    Care,
    ClaimAt,
    Decision,
    Finding,
    FloorResult,
    Lengths,
    Money,
    Payment,
    RateUsed,
    Variant,
)
from portability.record.measure import of_unit
from portability.record.sentences_health import SITUATIONS

WHY_NOT = {
    "displaced_by_compulsory": "gives way to compulsory insurance elsewhere",
    "displaced_by_real": "gives way to a real period elsewhere",
    "displaced_by_last_insurance": "credited by the State of the last insurance",
    "displaced_by_same_rank": "the same days count in another State",
    "counted_in_another_period": "the same time is in another period",
    "kind_not_counted": "this kind of period does not count",
    "not_for_this_branch": "does not count for this branch",
    "not_for_the_right": "does not count for the right",
    "not_for_the_amount": "does not count for the amount",
    "class_not_added": "a scheme of another kind: not added",
    "no_insurance_in_this_state": "no insurance in this State: added nowhere",
    "outside_instrument_dates": "outside the time of the instrument",
    "outside_window": "outside the time looked at",
    "no_free_time": "no free calendar time",
    "no_complete_unit": "no complete unit of time",
    "unit_not_convertible": "no figure converts this unit",
}
EXPORT = {
    "paid": "yes",
    "reduced": "reduced",
    "suspended": "suspended",
    "not_exportable": "no",
    "frozen": "yes, frozen",
    "undetermined": "not settled",
}
NOT_KNOWN = "not known"
REFUSALS = {
    "no_periods": "no insurance periods",
    "under_one_year": "under one year: the others count it",
    "qualifying_period": "qualifying period not met",
    "age": "age not reached",
    "not_invalid": "no incapacity of the degree asked",
    "nationality": "nationality or status not as asked",
    "residence": "residence not as asked",
    "income_limit": "income above the limit",
    "missing_information": "information missing",
    "no_participation": "not insured there when it came",
    "other": "for another reason",
}


def rate(used: RateUsed) -> str:
    """A rate of exchange, and the rule by which its day was found.

    >>> rate(RateUsed(base="USD", quote="XTS", on=date(2024, 4, 2), value="17.20", rule="first_of_quarter", cites="xv, Art 20"))
    '1 USD = 17.20 XTS on 2024-04-02 (first of quarter: xv, Art 20)'
    """
    rule = "" if used.rule is None else f" ({used.rule.replace('_', ' ')}: {used.cites})"
    return f"1 {used.base} = {used.value} {used.quote} on {used.on}{rule}"


def by_the_law_of(day: date | None) -> str:
    """What a heading says where the law was not taken as it is known today.

    >>> by_the_law_of(date(2020, 1, 1)), by_the_law_of(None)
    (', law as known on 2020-01-01', '')
    """
    return "" if day is None else f", law as known on {day}"


GUARANTEES = {"health": "health care", "children": "children", "active_age": "active age", "older_persons": "older persons"}
"""How a floor guarantee is named: whom, or what, it is for."""


def guarantee(row: FloorResult) -> str:
    """What a floor guarantee is for, and of how large a household."""
    household = f" ({row.household_scale})" if row.household_scale else ""
    return f"{GUARANTEES[row.guarantee]}{household}"


def floor_place(row: FloorResult) -> str:
    """Which guarantee a row is about: State, guarantee, grant, and the person where it is not the insured.

    >>> floor_place(FloorResult(person="anna", guarantee="children", country="XA", legal_force="guidance", status="undetermined"))
    'XA children, for anna'
    """
    grant = f", {row.grant}" if row.grant else ""
    person = "" if row.person == "insured" else f", for {row.person}"
    return f"{row.country} {GUARANTEES[row.guarantee]}{grant}{person}"


def floor_status(row: FloorResult) -> str:
    """What came out for a floor guarantee; "would be" where nobody owes it.

    >>> floor_status(FloorResult(person="insured", guarantee="health", country="XA", legal_force="binding", status="entitled"))
    'guaranteed'
    """
    if row.status == "undetermined" and row.legal_force == "guidance" and row.level is None:
        return "not established"
    word = "guaranteed" if row.guarantee == "health" and row.status == "entitled" else row.status
    return word if row.legal_force == "binding" else f"would be {word} ({row.legal_force})"


def situation(one: Care) -> str:
    """In which situation care is needed; an injury is named by its event."""
    injury, _, event = one.situation.partition("injury ")
    return f"injury: {event}" if event and not injury else SITUATIONS.get(one.situation, one.situation.replace("_", " "))


def cared_for(one: Care) -> str:
    """Whose care it is, and in which situation."""
    return f"{'your care' if one.person == 'insured' else f'care of {one.person}'}, {situation(one)}"


def amount(money: Money | None) -> str:
    """An amount as it is read: known, or its ends.

    >>> amount(Money(unknown=("minimum",), at_least="69.33", currency="USD"))
    'at least 69.33 USD'
    """
    if money is None:
        return "-"
    if money.amount is not None:
        return f"{money.amount} {money.currency}"
    if money.at_least is not None and money.at_most is not None:
        return f"{money.at_least} to {money.at_most} {money.currency}"
    if money.at_least is not None:
        return f"at least {money.at_least} {money.currency}"
    if money.at_most is not None:
        return f"at most {money.at_most} {money.currency}"
    return NOT_KNOWN


def by_month(money: Money) -> str:
    """How much a pension is, after the word pension.

    >>> by_month(Money(amount="60.00", currency="USD")), by_month(Money(unknown=("minimum",), currency="USD"))
    ('of 60.00 USD a month', 'of an amount not known')
    """
    told = amount(money)
    return "of an amount not known" if told == NOT_KNOWN else f"of {told} a month"


def length(lengths: Lengths) -> str:
    """A length as it is read; where fewer periods count for the amount, for the right and then for the amount.

    >>> length(Lengths(unit="weeks", right=389, amount=425))
    '389 / 425 weeks'
    """
    if lengths.right == lengths.amount:
        return of_unit(lengths.right, lengths.unit)
    return f"{lengths.right} / {of_unit(lengths.amount, lengths.unit)}"


def state_and_scheme(country: str, scheme: str | None) -> str:
    """A State and its scheme, or the State alone.

    >>> state_and_scheme("XA", "xa-general"), state_and_scheme("XA", None)
    ('XA xa-general', 'XA')
    """
    return f"{country} {scheme or ''}".strip()


def place(benefit: Benefit) -> str:
    """The State and the scheme that decide; for a survivor, with who draws the benefit."""
    where = state_and_scheme(benefit.country, benefit.scheme)
    return where if benefit.beneficiary == "insured" else f"{where}, {benefit.beneficiary}"


def what_for(benefit: Benefit) -> str:
    """The branch, and where it has several benefits for what happened, which of them: the last part of the id names both."""
    _, _, place_and_rest = benefit.id.partition("/")
    event, _, name = place_and_rest.partition("/")[2].partition("/")[2].rpartition(".")
    branch = benefit.branch.replace("_", " ")
    return f"{branch}: {event}, {name.replace('_', ' ')}" if event else branch


def status(benefit: Benefit) -> str:
    """What was decided; with "would" where it binds nobody."""
    would = benefit.legal_force != "binding"
    if benefit.status == "refused":
        return f"{'would be ' if would else ''}refused: {REFUSALS.get(benefit.refusal or '', benefit.refusal or '')}"
    if benefit.status == "entitled":
        words = {"lump_sum": "lump sum", "refund": "refund", "account": "balance", "allowance": "allowance", "daily_cash": "cash"}
        form = words.get(benefit.form or "", "pension")
        return f"would be a {form} ({benefit.legal_force})" if would else form
    return benefit.status.replace("_", " ")


def sureness(benefit: Benefit) -> str:
    """How sure the result is, of the facts and of the law; of what is not determined there is nothing to be sure of."""
    return "-" if benefit.status == "undetermined" else f"{benefit.standing.facts} / {benefit.standing.law}"


def claim(at: ClaimAt) -> str:
    """Where to claim; an institution without a name is that of its State.

    >>> claim(ClaimAt(country="XA", institution="Pension Fund of XA, Harbour Town"))
    'XA, Pension Fund of XA, Harbour Town'
    >>> claim(ClaimAt(country="XB", institution="the institution of XB"))
    'the institution of XB'
    """
    unnamed = f"the institution of {at.country}"
    return unnamed if at.institution == unnamed else f"{at.country}, {at.institution}"


def variant(benefit: Benefit) -> str:
    """The way the benefit was computed, and under which instrument."""
    chosen: Variant | None = next((each for each in benefit.variants if each.chosen), None)
    if chosen is None or benefit.status == "refused":
        return "-"
    return chosen.route.replace("_", " ") + (f" ({chosen.instrument})" if chosen.instrument else "")


def abroad(benefit: Benefit, findings: Sequence[Finding]) -> str:
    """Whether it is paid where the person lives; said with "would" where only a scenario or guidance has it so."""
    if not benefit.payments:
        return "-"
    word = abroad_word((benefit.going_on or benefit.payments)[0])
    about = f"{benefit.country}.{benefit.scheme or ''}".rstrip(".")
    for one in findings:
        if one.kind == "maintenance" and one.about == about and one.force not in (None, "binding"):
            return f"would be: {word} ({one.force})"
    return word


def abroad_word(paid: Payment) -> str:
    """Whether a payment is made where the person lives."""
    return EXPORT.get(paid.export or "", "-")


def payments(benefit: Benefit) -> str:
    """What is paid, and how often."""
    told = []
    for paid in benefit.payments if benefit.form == "daily_cash" else benefit.going_on:
        if amount(paid.money) == NOT_KNOWN:
            told.append("a sum not known, once" if paid.per == "once" else NOT_KNOWN)
        elif paid.per == "once":
            told.append(f"{amount(paid.money)} once")
        elif benefit.form == "daily_cash":
            told.append(f"{amount(paid.money)} a {paid.per} from {paid.start}" + (f" to {paid.end}" if paid.end else ""))
        elif paid.payments_a_year is None:
            told.append(f"{amount(paid.money)} each time, how often is not known")
        elif paid.payments_a_year != 12:
            told.append(f"{amount(paid.money)}, {paid.payments_a_year} times a year")
        else:
            told.append(f"{amount(paid.money)} a {paid.per}")
    told += [f"a supplement {by_month(one.money)}" for one in benefit.supplements]
    if benefit.arrears is not None:
        told.append(f"{amount(benefit.arrears)} for the time before")
    return " and ".join(told) or "-"


def each_named(decision: Decision) -> Callable[[str], str]:
    """A function that puts State and scheme where a text has the id of a benefit."""
    places = {
        one.id: place(one) if what_for(one) == one.branch.replace("_", " ") else f"{place(one)}, {what_for(one)}"
        for one in decision.benefits
    }

    def named(text: str) -> str:
        for id_ in sorted(places, key=len, reverse=True):
            text = text.replace(id_, places[id_])
        return text

    return named
