"""The summary counts what its words say: worked by hand on a few rows of four persons."""

from typing import Any

import numpy as np
import pytest

from portability.assessment.scope import AgreementSet
from portability.law.shelf import default_shelf
from portability.population.changes import CHANGES, PERSONS, benefits_of, changed, of_persons, side
from portability.population.fields import Fields
from portability.population.months import months_of_range
from portability.population.people import NONE, People, Table
from portability.population.question import Question
from portability.population.rows import COLUMNS, Rows, in_order, joined, rows_of, unpacked
from portability.population.summary import SHARES, Counted

BASE = {"beneficiary": "insured", "branch": "old_age", "unit": "months", "over": 1, "currency": "XTS", "legal_force": "binding",
        "standing_facts": "declared"}  # fmt: skip


def row(person: int, scenario: str, country: str, status: str, **more: Any) -> dict[str, Any]:
    law = "assumed" if country == "XB" else "official"
    return {**BASE, "person": person, "scenario": scenario, "country": country, "scheme": country.lower(), "status": status,
            "standing_law": law, **more}  # fmt: skip


PENSION = {"form": "pension", "per": "month"}
ONCE = {"form": "refund", "per": "once"}
TOLD = [
    # Person 0: under b the pension of XA grows, and XB begins to pay.
    row(0, "a", "XA", "entitled", own=120, amount=10000, **PENSION),
    row(0, "a", "XB", "refused", own=30, refusal="qualifying_period"),
    row(0, "b", "XA", "entitled", own=120, amount=12000, **PENSION),
    row(0, "b", "XB", "entitled", own=30, amount=3000, **PENSION),
    # Person 1: a refund becomes a pension.
    row(1, "a", "XA", "entitled", own=60, amount=90000, **ONCE),
    row(1, "b", "XA", "entitled", own=60, amount=700, **PENSION),
    # Person 2: not known under either; of XB nothing.
    row(2, "a", "XA", "undetermined", own=24),
    row(2, "a", "XB", "refused", own=6, refusal="under_one_year"),
    row(2, "b", "XA", "undetermined", own=24),
    row(2, "b", "XB", "refused", own=6, refusal="under_one_year"),
    # Person 3: loses, and the floor pays; the months are years in XA, so 2 of them are 24 months.
    row(3, "a", "XA", "entitled", own=2, unit="years", amount=5000, **PENSION),
    row(3, "b", "XA", "entitled", own=2, unit="years", amount=4000, **PENSION),
    {"person": 3, "scenario": "b", "country": "XC", "branch": "older_persons", "form": "floor", "status": "entitled",
     "floor_top_up": 900, "currency": "XTS", "per": "month", "beneficiary": "insured"},
]  # fmt: skip
PEOPLE = People(
    np.arange(4), {"persons": Table({"born_month": np.array([600, 720, 720, NONE], np.int16)}, np.arange(5))}, {"scheme": []}
)


@pytest.fixture
def rows() -> Rows:
    return in_order(rows_of(TOLD), ["a", "b"])


def counted(rows: Rows, *by: str, people: People = PEOPLE) -> dict[str, Any]:
    found = Counted(["a", "b"], Fields(people, by))
    found.add(people, rows, 0, 4, by_case=1)
    for group in found.benefits.values():
        group.clear()  # no case is asked here
    return found.told(people, Question([AgreementSet("a"), AgreementSet("b")], default_shelf()))


def test_shares_count_each_person_once(rows: Rows) -> None:
    one, other = counted(rows)["sets"]
    assert {key: one[key]["persons"] for key in SHARES} == {
        "covered": 4, "pension": 2, "paid_once": 1, "nothing": 0, "undetermined": 1, "floor_top_up": 0,
    }  # fmt: skip
    assert (other["pension"], other["floor_top_up"]["persons"]) == ({"persons": 3, "of": 4}, 1)


def test_months_are_lost_where_a_state_pays_nothing_for_them(rows: Rows) -> None:
    """Under a: 120 + 30 + 60 + 24 + 6 + 2 x 12 = 264 own; lost the 30 of person 0 and the 6 of person 2; 24 not known."""
    one, other = counted(rows)["sets"]
    assert one["months"] == {"own": 264, "lost": 36, "not_known": 24}
    assert other["months"] == {"own": 264, "lost": 6, "not_known": 24}


def test_who_gains_and_who_loses(rows: Rows) -> None:
    other = counted(rows)["sets"][1]["against_first"]
    assert {key: share["persons"] for key, share in other.items()} == {
        "the same": 1, "gain": 1, "lose": 1, "some more, some less": 1, "not known": 0,
    }  # fmt: skip
    key, person = benefits_of(rows)
    change = changed(rows, side(rows, key, len(person), "a"), side(rows, key, len(person), "b"))
    told = {(int(who), rows.texts("country")[list(key).index(at)]): CHANGES[change[at]] for at, who in enumerate(person)}
    assert told[0, "XA"] == told[0, "XB"] == "more"
    assert told[1, "XA"] == "other_form"
    assert told[3, "XA"] == "less"
    assert [PERSONS[at] for at in of_persons(change, person, 0, 4)] == ["gain", "some more, some less", "the same", "lose"]


def test_what_a_floor_begins_to_pay_is_no_gain_that_is_owed_by_a_scheme(rows: Rows) -> None:
    """A guarantee that is told under one set alone is not held against anything."""
    key, person = benefits_of(rows)
    change = changed(rows, side(rows, key, len(person), "a"), side(rows, key, len(person), "b"))
    floor = key[rows.is_word("form", "floor").nonzero()[0][0]]
    assert CHANGES[change[floor]] == "not_known"


def test_amounts_and_what_rests_on_weak_law(rows: Rows) -> None:
    """Under b 12000 + 700 + 4000 by XA and 3000 by XB, whose law is assumed: 3000 of 19700."""
    other = counted(rows)["sets"][1]
    pensions = [one for one in other["amounts"] if one["form"] == "pension"]
    assert [(one["country"], one["rows"], one["sum"], one["on_weak_law"]) for one in pensions] == [
        ("XA", 3, 16700, 0), ("XB", 1, 3000, 3000),
    ]  # fmt: skip
    assert other["resting_on_weak_law"] == [
        {"currency": "XTS", "per": "month", "sum": 19700, "on_weak_law": 3000, "share": "30/197"}
    ]


def test_groups_add_up_to_all(rows: Rows) -> None:
    told = counted(rows, "birth_decade")["sets"][1]
    groups = {group["is"]: group for group in told["groups"]}
    assert {name: group["persons"] for name, group in groups.items()} == {"1950s": 1, "1960s": 2, "not told": 1}
    assert sum(group["pension"]["persons"] for group in groups.values()) == told["pension"]["persons"]
    assert sum(group["months"]["lost"] for group in groups.values()) == told["months"]["lost"]


def test_weights_count_persons_as_often_as_they_stand_for(rows: Rows) -> None:
    """Weights 1, 2, 3, 2: a pension under a for persons 0 and 3, so 3 of 8. Its error: the root of the sum of (w (y - 3/8))^2,
    over 8: 1 x 25/64 + 4 x 9/64 + 9 x 9/64 + 4 x 25/64 = 242/64."""
    columns = {"born_month": np.full(4, 600, np.int16), "weight": np.array([1.0, 2.0, 3.0, 2.0])}
    people = People(np.arange(4), {"persons": Table(columns, np.arange(5))}, {"scheme": []})
    pension = counted(rows, people=people)["sets"][0]["pension"]
    assert pension["share"] == pytest.approx(3 / 8)
    assert pension["standard_error"] == pytest.approx((242 / 64) ** 0.5 / 8)


def test_rows_come_back_as_they_were_packed_and_are_the_same_joined_in_parts(rows: Rows) -> None:
    assert list(unpacked(rows.packed()).told()) == list(rows.told())
    parts = [rows.take(np.arange(0, 5)), rows.take(np.arange(5, len(rows)))]
    assert list(joined(parts).told()) == list(rows.told())
    assert set(rows.columns) == set(COLUMNS)


def test_months_without_rows_are_none() -> None:
    assert months_of_range(rows_of([]), 0, 4).total("own", np.ones(4, bool)) == 0
