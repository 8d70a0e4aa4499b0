"""Whatever is done to a good case: it is refused with sentences, or decided as the format of a decision promises."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.cli import schema
from portability.cli.deciding import Request, chosen_set, judged
from portability.document.read import read_mapping
from portability.faults import Fault, Refused
from portability.law.shelf import default_shelf
from portability.record.decision import to_json
from portability.record.render import rendered
from tests.laws.lives import benefit, insured, law, life, said
from tests.laws.spoiling import Tables, spoilt_cases
from tests.schemas import misfits

SHELF = default_shelf()
SCHEMA: dict[str, Any] = json.loads(schema.text("decision"))
SETS = [
    chosen_set(Request(agreements=set_, added=added), SHELF)
    for set_, added in (
        ("as-bound", ()),
        ("none", ()),
        ("r167-for-all", ()),
        ("as-bound", ("xw-higher",)),
        ("none", ("xv-pro-rata",)),
        ("none", ("xu-direct", "xw-higher")),
        ("none", ("ecss-1972", "eu-1408-71")),
        ("as-bound", ("xt-funds", "sadc-guidelines-2020")),
        ("as-bound", ("r167-integration-contingency", "ilo-c048")),
    )
]
DAYS = st.sampled_from([date(2026, 1, 1), date(2000, 1, 1), date(1850, 1, 1), date(2199, 1, 1), date(2024, 2, 29)])


def absent(value: Any, path: str = "") -> list[str]:
    """Where a decision says nothing in words: a null, which the format never has."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] if value is None else [found for key, each in inner for found in absent(each, f"{path}.{key}")]


@pytest.mark.filterwarnings("error")
@given(spoilt_cases(), st.sampled_from(SETS), DAYS, st.booleans())
@settings(max_examples=1200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_spoilt_case_is_refused_with_sentences_or_decided_as_promised(
    tables: Tables, agreements: Any, at: date, trace: bool
) -> None:
    faults: tuple[Fault, ...] = ()
    try:
        case, _ = judged(read_mapping(tables, "a"), SHELF)
        decision = decide(case, at, agreements, SHELF, trace=trace)
    except Refused as refused:
        faults = refused.faults
        assert faults
    for fault in faults:
        said = str(fault)
        assert said.startswith("a: ")
        assert said.endswith((".", "?"))
        assert said.isprintable()
        assert fault.what
    event("refused" if faults else "decided")
    if not faults:
        written = to_json(decision)
        assert list(misfits(written, SCHEMA, SCHEMA)) == []
        assert absent(written) == []
        assert json.loads(json.dumps(written)) == written
        assert rendered(decision).startswith("Case ")


def test_a_notional_account_of_which_no_divisor_is_told_is_not_known() -> None:
    """Found by drawing: a case that assumes the formula alone, over a law of another shape."""
    rows = law("xb-general", formula={"shape": "notional", "indexed": "xp-notional-index", "to": "year_of_claim"})
    decision = said(life([insured("xb-general", "1980-01-01", "2014-12-31")], assume=rows))
    (payment,) = benefit(decision, "xb-general").payments
    unknown = ("earnings under XB.xb-general", "xb.xb-general.old_age.divisors")
    assert (payment.money.amount, payment.money.unknown) == (None, unknown)


def test_a_notional_account_that_no_series_raises_is_known_by_its_stated_balance_alone() -> None:
    """Found by drawing: the contributions on record make no balance where the law file does not say what raises them."""
    case = life([insured("xb-general", "1980-01-01", "2014-12-31")], assume=law("xb-general", formula={"shape": "notional"}))
    (payment,) = benefit(said(case), "xb-general").payments
    assert payment.money.amount is None
    assert "account XB.xb-general" in payment.money.unknown
