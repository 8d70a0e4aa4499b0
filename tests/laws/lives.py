"""Lives in the invented world: cases built of few words, sets of its agreements, and what of a decision is compared."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from portability.assessment.decide import Decided, decide, decide_branch
from portability.assessment.scope import AgreementSet
from portability.case.model import Case, read_case
from portability.law.shelf import default_shelf
from portability.record.decision import Benefit, Decision, to_json

AT = date(2026, 1, 1)
NONE = AgreementSet("none", as_bound=False)
HIGHER = AgreementSet("xw", as_bound=False, with_=("xw-higher",))
PRO_RATA = AgreementSet("xv", as_bound=False, with_=("xv-pro-rata",))
DIRECT = AgreementSet("xu", as_bound=False, with_=("xu-direct",))
AS_BOUND = AgreementSet("as-bound")
FOR_ALL = AgreementSet("xw-for-all", as_bound=False, with_=("xw-higher",), every_state=True)
SHARED_BY_ALL = AgreementSet("xv-for-all", as_bound=False, with_=("xv-pro-rata",), every_state=True)

Row = dict[str, Any]


def life(periods: Iterable[Row], **more: Any) -> Case:
    """A case of a man born in 1955 who lives in XA and is its national, unless it says otherwise."""
    rows = [{"id": f"p{at}", "kind": "insurance", **row} for at, row in enumerate(periods)]
    told: Row = {
        "format": "portability.case/1",
        "id": "drawn",
        "person": {"born": "1955-05-20", "sex": "M", "nationalities": ["XA"]},
        "residence": [{"country": "XA", "from": "1955-05-20", "residence_status": "national"}],
        "period": rows,
        "claim": [{"branches": ["old_age"], "date": AT.isoformat()}],
    }
    return read_case({key: value for key, value in {**told, **more}.items() if value is not None})


def insured(scheme: str, start: str, end: str, kind: str = "insurance", **more: Any) -> Row:
    """A dated period under a scheme, whose name begins with its State."""
    return {"country": scheme[:2].upper(), "scheme": scheme, "kind": kind, "from": start, "to": end, **more}


def certified(scheme: str, **length: Any) -> Row:
    """A period known by its certified length alone."""
    return {"country": scheme[:2].upper(), "scheme": scheme, "certified": length}


def paid(scheme: str, start: str, end: str, amount: str, **more: Any) -> Row:
    """A run of earnings by the month."""
    row = {"country": scheme[:2].upper(), "scheme": scheme, "from": start, "to": end, "amount": amount}
    return {**row, "currency": "XTS", "per": "month", **more}


def states(scheme: str, kind: str, amount: str, **more: Any) -> Row:
    """What the institution of a scheme has stated as an amount by the month."""
    row = {"country": scheme[:2].upper(), "scheme": scheme, "branch": "old_age", "kind": kind}
    return {**row, "amount": amount, "currency": "XTS", "per": "month", **more}


def states_length(scheme: str, kind: str, **length: Any) -> Row:
    """What the institution of a scheme has stated as a length."""
    return {"country": scheme[:2].upper(), "scheme": scheme, "branch": "old_age", "kind": kind, "length": length}


def law(scheme: str, **figures: Any) -> list[Row]:
    """The law of a scheme as a case assumes it; figures are those of a law file, without article."""
    return [
        {"path": f"{scheme[:2]}.{scheme}.old_age.{key}", "value": value, "reason": "a toy law"}
        for key, value in figures.items()
    ]


def under(instrument: str, **figures: Any) -> list[Row]:
    """Knobs of an instrument as a case assumes them; a chapter and its knob are joined by two underscores."""
    return [
        {"path": f"{instrument}.{key.replace('__', '.')}", "value": value, "reason": "a toy agreement"}
        for key, value in figures.items()
    ]


def decided(case: Case, agreements: AgreementSet = NONE, at: date = AT) -> Decided:
    """The old age of a case decided exactly, without words."""
    return decide_branch(case, "old_age", at, agreements, default_shelf())


def said(case: Case, agreements: AgreementSet = NONE, at: date = AT) -> Decision:
    """The whole decision."""
    return decide(case, at, agreements)


def benefit(decision: Decision, scheme: str) -> Benefit:
    """The benefit under a scheme; its place is State and scheme."""
    found = [each for each in decision.benefits if each.id == f"old_age/insured/{scheme[:2].upper()}.{scheme}"]
    assert len(found) == 1, [each.id for each in decision.benefits]
    return found[0]


def amount(decision: Decision, scheme: str) -> str | None:
    """What one payment is now, None where nothing is paid."""
    payments = benefit(decision, scheme).going_on
    return payments[0].money.amount if payments else None


def alike(decision: Decision, *without: str) -> Mapping[str, Any]:
    """All that a decision says but hashes and the named parts; benefits and steps by their id, floor and care in no order."""
    written = to_json(decision)
    written["decided_under"].pop("hashes", None)
    for name in ("benefits", "steps", "periods"):
        written[name] = {row["id"]: row for row in written[name]}
    for name in ("floor", "care"):  # in the order of the family
        written[name] = sorted(written[name], key=json.dumps)
    if "periods" in without:  # findings on the law that applies are about a period each
        written["findings"] = [row for row in written["findings"] if row["kind"] != "legislation"]
    for name in without:
        written.pop(name)
    return written
