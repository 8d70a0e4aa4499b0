"""What an agreement may say of the minimum and the like: computed, or said not to be."""

import pytest

from tests.laws.lives import DIRECT, HIGHER, insured, life, paid, said, under

CAREER = [insured("xa-general", "1985-01-01", "1989-12-31"), insured("xb-general", "1990-01-01", "2014-12-31")]
WAGES = [paid("xa-general", "1985-01-01", "1989-12-31", "1000.00"), paid("xb-general", "1990-01-01", "2014-12-31", "105.00")]


def test_a_minimum_that_an_agreement_does_not_apply_raises_nothing_under_it() -> None:
    # XB, 300 months: 300/420 of 105 is 75. Alone it is raised to the minimum of 250 (xb-decree-2021, art. 1);
    # under xu-direct it is not (Art 10(3)).
    case = life([insured("xc-trade", "1985-01-01", "1989-12-31"), CAREER[1]], earnings=WAGES[1:])
    (row,) = [one for one in said(case, DIRECT).benefits if one.country == "XB"]
    assert {one.instrument: one.net.amount for one in row.variants if one.net} == {None: "250.00", "xu-direct": "75.00"}


@pytest.mark.parametrize(
    ("key", "value", "said_of_it"),
    [
        ("minimum", "after_ratio", "after ratio is not computed, inside theoretical is"),
        ("increment", "after_comparison", "after comparison is not computed, before comparison is"),
        ("mini_with_cap", "cap_replaces_both", "cap replaces both is not computed, left out of ratio is"),
        ("independent_cap", True, "True is not computed, False is"),
    ],
)
def test_a_way_that_is_not_computed_is_said(key: str, value: object, said_of_it: str) -> None:
    path = f"apportionment__old_age__{key}"
    told = said(life(CAREER, earnings=WAGES, assume=under("xw-higher", **{path: value})), HIGHER).not_modelled
    assert f"xw-higher, apportionment.old_age.{key}: {said_of_it}" in told
    plain = said(life(CAREER, earnings=WAGES), HIGHER).not_modelled
    assert not [text for text in plain if "is not computed" in text]
