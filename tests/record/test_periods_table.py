"""The table of periods: the law that applies where one is told, and one month is no "1 months"."""

from dataclasses import replace
from fractions import Fraction

import pytest

from portability.number.unknown import unknown
from portability.record.decision import Legislation, Lengths, PeriodResult
from portability.record.explain import Reading, aloud
from portability.record.phrases import length
from portability.record.render import rendered
from tests.record.example import DAY, LEAST

ROW = PeriodResult(
    id="p1", country="XA", kind="insurance", start=DAY, end=DAY, counted=Lengths(unit="months", right=1, amount=1)
)
SENT = replace(ROW, id="p2", country="XB", legislation=Legislation(state="XA", cites="xv-pro-rata, Art 9"))


def lines(*periods: PeriodResult) -> str:
    return " ".join(rendered(replace(LEAST, periods=periods), markdown=True).split())


def test_the_law_that_applies_stands_in_the_table_where_it_is_told() -> None:
    page = lines(ROW, SENT)
    assert "| law that applies | counted |" in page
    assert "| p2 | XB | - | insurance | 2026-04-01 to 2026-04-01 | XA [xv-pro-rata, Art 9] | 1 month |" in page
    assert "| p1 | XA | - | insurance | 2026-04-01 to 2026-04-01 | - | 1 month |" in page
    assert "law that applies" not in lines(ROW)


@pytest.mark.parametrize(
    ("right", "amount", "unit", "expected"),
    [
        (1, 1, "months", "1 month"),
        (2, 2, "quarters", "2 quarters"),
        (0, 1, "weeks", "0 / 1 week"),
        (1, 2, "weeks", "1 / 2 weeks"),
        (Fraction(1, 2), Fraction(1, 2), "years", "1/2 years"),
    ],
)
def test_a_length_of_one_is_in_the_singular(right: int, amount: int, unit: str, expected: str) -> None:
    assert length(Lengths(unit=unit, right=right, amount=amount)) == expected


def test_a_rule_that_counts_in_a_unit_of_its_own_says_one_day_too() -> None:
    reading = Reading("months", "XTS")
    assert [aloud(days, "in_days", reading) for days in (1, 3, unknown("days"))] == ["1 day", "3 days", "an unknown length"]
    assert aloud(unknown("days", low=1), "in_days", reading) == "at least 1 day"
