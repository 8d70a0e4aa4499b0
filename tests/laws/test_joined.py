"""How sure it is that a State joined travels: nothing that an instrument gives is surer, and an unknown entry decides nothing.

`xw-higher` and `xv-pro-rata`, with the entry of one State made unconfirmed, or left open."""

import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.bonds import linked, with_doubts
from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.assessment.shares import Lengths
from portability.citation import LAW_STANDINGS
from portability.law.shelf import Shelf, default_shelf
from portability.number.unknown import Unknown, unknown_truth
from portability.record.decision import Benefit
from portability.record.step import Fact, Told
from tests.assessment.drawn import Draw, person
from tests.assessment.shapes import SHAPES, SHARINGS
from tests.laws.drawn import KINDS, MONTHS, lives
from tests.laws.lives import AT, Row, insured, life, paid

STATES = ("XA", "XB", "XC")
OTHERS = {"xw-higher": ("xv-pro-rata", "xu-direct", "xt-funds"), "xv-pro-rata": ("xw-higher", "xu-direct", "xt-funds")}


@cache
def shelf(instrument: str, state: str, entry: str) -> Shelf:
    """The invented States, with the entry of one of them in an instrument unconfirmed, unknown, or not there."""
    folder = Path(mkdtemp()) / "agreements"
    for room in ("national", "instruments", "floors"):
        (folder / room).mkdir(parents=True)
    for file in default_shelf().folder.glob("*/x*.toml"):
        shutil.copy(file, folder / file.parent.name)
    path = folder / "instruments" / f"{instrument}.toml"
    head, *parties = path.read_text("utf-8").split("[[party]]")
    rest = parties[-1].partition("\n\n")
    parties[-1], tail = rest[0] + "\n\n", rest[2]
    told = [_entry(party, entry) if f'"{state}"' in party else f"[[party]]{party}" for party in parties]
    path.write_text(head + "".join(told) + tail, "utf-8")
    return Shelf(folder)


def _entry(party: str, entry: str) -> str:
    if entry == "absent":
        return ""
    if entry == "unknown":
        return f'[[party]]{party.rstrip()}\nunknown_branches = ["old_age"]\n\n'
    return "[[party]]" + party.replace('standing = "official"', f'standing = "{entry}"')


def said(told: Row, instrument: str, state: str, entry: str, at: date = AT) -> dict[str, Benefit]:
    chosen = AgreementSet("one", without=OTHERS[instrument])
    return {each.id: each for each in decide(life(**told), at, chosen, shelf(instrument, state, entry)).benefits}


def owed(one: Benefit) -> Any:
    return one.status, one.form, [row.money.amount for row in one.payments], [row.export for row in one.payments]


@settings(max_examples=40, deadline=None)
@given(lives(MONTHS, KINDS, certified=True, least=2), st.sampled_from(tuple(OTHERS)), st.sampled_from(STATES), st.data())
def test_what_would_differ_without_an_unconfirmed_party_is_unconfirmed(told: Row, instrument: str, state: str, data: Any) -> None:
    more = {**told, "residence": [{"country": data.draw(st.sampled_from(("XA", "XB", "BD"))), "from": "1955-05-20"}]}
    sure, weak = (said(more, instrument, state, entry) for entry in ("official", "unconfirmed"))
    without = said(more, instrument, state, "absent")
    for id_, one in weak.items():
        assert owed(one) == owed(sure[id_])  # it is decided as if the entry were sure
        if owed(one) != owed(without[id_]):
            assert LAW_STANDINGS.index(one.standing.law) >= LAW_STANDINGS.index("unconfirmed"), id_
        assert LAW_STANDINGS.index(one.standing.law) >= LAW_STANDINGS.index(sure[id_].standing.law)


@settings(max_examples=40, deadline=None)
@given(lives(MONTHS, KINDS, certified=True, least=2), st.sampled_from(tuple(OTHERS)), st.sampled_from(STATES))
def test_a_party_of_which_it_is_not_known_whether_it_joined_makes_no_entitlement(told: Row, instrument: str, state: str) -> None:
    open_, joined, without = (said(told, instrument, state, entry) for entry in ("unknown", "official", "absent"))
    for id_, one in open_.items():
        either = {joined[id_].status, without[id_].status}
        if one.status == "entitled":
            assert either == {"entitled"}
        if one.status == "refused":
            assert either == {"refused"}
        for row in one.payments:
            if row.money.amount is not None and one.form == joined[id_].form == without[id_].form:
                assert row.money.amount == joined[id_].payments[0].money.amount == without[id_].payments[0].money.amount


TWO = [insured("xa-general", "1990-01-01", "1999-12-31"), insured("xb-general", "2000-01-01", "2009-12-31")]
WAGES = [paid("xa-general", "1995-01-01", "1999-12-31", "1800"), paid("xb-general", "2005-01-01", "2009-12-31", "840")]
TOLD: Row = {"periods": TWO, "earnings": WAGES}


@pytest.mark.parametrize("state", ["XA", "XB"])
def test_ten_years_in_each_of_two_states_open_a_right_only_if_both_joined(state: str) -> None:
    # Fifteen years are asked in XA: alone ten open nothing, together twenty do.
    general = "old_age/insured/XA.xa-general"
    day = date(2025, 6, 1)
    entries = ("official", "unconfirmed", "unknown", "absent")
    found = {entry: said(TOLD, "xw-higher", state, entry, day)[general] for entry in entries}
    assert [each.form for each in found.values()] == ["pension", "pension", found["unknown"].form, "lump_sum"]
    assert found["official"].standing.law == "secondary"  # the formula of XA
    assert found["unconfirmed"].standing.law == "unconfirmed"
    assert found["unknown"].status == "undetermined"


@pytest.mark.parametrize(
    ("own", "other", "third", "value"),
    [(True, True, False, True), (True, False, False, False), (False, True, True, False), (None, True, True, None),
     (True, None, False, None), (True, None, True, True), (None, False, False, False)],
)  # fmt: skip
def test_a_state_is_linked_where_it_joined_and_so_did_another(own: Any, other: Any, third: Any, value: Any) -> None:
    fact = Fact("x", "law", "unconfirmed", "yesno")
    told = [Told(unknown_truth("x") if one is None else one, fact) for one in (own, other, third)]
    found = linked(Told(True), told, ["XA", "XB", "XC"])[0]
    assert isinstance(found.value, Unknown) if value is None else found.value is value
    assert isinstance(found.origin, Fact)
    assert found.origin.read_by == "unconfirmed"


def test_time_of_a_state_that_may_not_have_joined_counts_in_whole_or_not_at_all() -> None:
    lengths = (Lengths("months", (Told(120), Told(60)), (Told(120), Told(60))),)
    run = replace(person(Draw(Random(1)), [SHAPES["flat"]] * 2, [((0, 1), SHARINGS[0])]).runs[0], lengths=lengths)
    found = with_doubts(run, [Told(True), Told(unknown_truth("whether XB joined"))]).lengths[0].right
    assert found[0].value == 120
    assert (found[1].value.low, found[1].value.high) == (0, 60)
