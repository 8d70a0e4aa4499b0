"""The first lines of a decision say what is owed, since when, and what a scenario would change."""

from datetime import date
from pathlib import Path

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import agreement_set
from portability.case.model import load_case
from portability.law.sets import comparison
from portability.number.unknown import unknown
from portability.number.words import choose
from portability.record.explain import determining
from portability.record.in_short import in_short
from portability.record.step import Place, Step, Told

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.mark.parametrize(
    ("folder", "under", "at", "line"),
    [
        # 480 since 2019, 300 and another 280.80 since the pension age of the third State.
        ("at-hr-si-one-not-open", "as-bound", date(2024, 4, 10),
         "In all 1060.80 EUR a month since 2024-04-10, and the first payment from 2019-05-02."),
        ("at-hr-si-one-not-open", "as-bound", date(2019, 5, 2), "In all 849.47 EUR a month, from 2019-05-02."),
        ("cd-tz-zm-averages-stated", "none", date(2025, 6, 2), "Nothing is due by the month under this set of agreements."),
        ("ls-returned-with-the-grant-alone", "as-bound", date(2025, 7, 1),
         "Grant of LS, where you live: 950.00 LSL a month (Old-age pension)."),
        ("cd-mg-paid-in-belgium", "as-bound", date(2024, 10, 1),
         "Not in the sum: CD cd-cnss (its amount is not fully known: at least 360000.00 CDF a month)."),
        ("ls-za-domestic-worker", "as-bound", date(2025, 2, 3),
         "ZA za-coida owes cash in employment injury: 5229.00 ZAR a month from 2024-06-13 to 2024-07-31."),
        ("ls-za-domestic-worker", "as-bound", date(2025, 2, 3),
         "Not in the sum: ZA za-coida, employment injury: fall, lump sum (paid once, not by the month: 69700.67 ZAR)."),
        ("cd-zm-refugee-paid-abroad", "r167-for-all", date(2025, 6, 2),
         "Under this scenario ZM zm-napsa would owe 600.00 ZMW a month. It binds nobody: by national law alone the State owes "
         "no pension, but a payment in its place."),
        ("ao-mz-mothers-allowance", "r167-for-all", date(2025, 9, 1),
         "Under this scenario AO ao-inss would owe 71428.57 AOA a month. It binds nobody: by national law alone the State owes "
         "no pension; whether a payment in its place cannot be said."),
        ("mw-zm-account-and-indexed-average", "sadc-guidelines", date(2025, 3, 3),
         "Under this guidance ZM zm-napsa would owe at least 1822.08 ZMW a month to this person, paid where the person lives. "
         "It binds nobody: see the findings."),
        ("xa-xb-xc-two-agreements-in-a-chain", "c157-chain", date(2008, 1, 15),
         "Under this scenario XB xb-general would owe 120.00 XTS a month. It binds nobody: by national law alone the State owes "
         "no pension, but a payment in its place. What the agreements in force give is told under as-bound."),
    ],
)  # fmt: skip
def test_what_is_said_first(folder: str, under: str, at: date, line: str) -> None:
    chosen = agreement_set(comparison(SCENARIOS / "comparisons", under))
    assert line in list(in_short(decide(load_case(SCENARIOS / "cases" / folder / "case.toml"), at, chosen)))


def test_an_unknown_on_which_the_result_does_not_hang_is_not_told() -> None:
    # The longer period is met: its sum is due, not known; what the law pays for a shorter one is another unknown.
    longer, whole, below = Told(True), Told(unknown("grant")), Told(unknown("refund"))
    given = {"test": longer, "yes": whole, "no": below}
    step = Step(Place("old_age", "insured", "XA.s"), "of_two", choose, given, choose(True, whole.value, below.value))
    assert determining(step) == [whole]
