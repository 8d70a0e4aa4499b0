"""Equality by an instrument: what a party accepted is no surer than what is known of its acceptance."""

from typing import Any

import pytest

from portability.assessment.equality import Question, treated
from portability.assessment.scope import Binding
from portability.case.career import career
from portability.number.unknown import Unknown
from portability.record.step import Fact, Told
from tests.laws.lives import AT, insured, life

RULE = {"operation": "self_executing", "cites": "Art 4", "standing": "official"}
PAID = {**RULE, "old_age": {"is": "paid", "cites": "Art 5", "standing": "official"}}
EQUAL = {**RULE, "rule": {"is": "host_accepted", "cites": "Art 4", "standing": "official"}}


def equal(**party: Any) -> Told:
    """Whether XA treats a national of XB, a party, as its own, for old age; `party` is what is told of XA."""
    parties = [{"state": "XA", **party}, {"state": "XB", "standing": "official"}]
    law = {"kind": "equality", "party": parties, "equality": EQUAL, "export": PAID}
    binding = Binding("x-equality", law, frozenset({"XA"}), "binding", Told(True))
    person = {"born": "1955-05-20", "sex": "M", "nationalities": ["XB"]}
    one = career(life([insured("xa-general", "1985-01-01", "2004-12-31")], person=person, residence=None), "old_age")
    return treated([binding], Question("XA", "old_age", one, AT)).told


@pytest.mark.parametrize(
    ("party", "answer"),
    [
        ({}, True),
        ({"branches": ["old_age"]}, True),
        ({"branches": ["sickness"]}, False),
        ({"unknown_branches": ["old_age"]}, None),
        ({"unknown_branches": ["sickness"]}, False),
        ({"branches": ["sickness"], "unknown_branches": ["old_age"]}, None),
    ],
)
def test_only_a_branch_known_to_be_accepted_is_certain(party: dict[str, Any], answer: bool | None) -> None:
    found = equal(**party).value
    assert isinstance(found, Unknown) if answer is None else found is answer


def test_equality_is_no_surer_than_the_ratification() -> None:
    for standing in ("official", "unconfirmed", "assumed"):
        origin = equal(branches=["old_age"], standing=standing).origin
        assert isinstance(origin, Fact)
        assert origin.read_by == standing
