"""What an agreement may say of the minimum, the full career and the increment: each alternative changes the amount."""

from portability.record.decision import Benefit, Decision
from tests.laws.lives import DIRECT, HIGHER, amount, benefit, insured, law, life, paid, said, under

CAREER = [insured("xa-general", "1985-01-01", "1989-12-31"), insured("xb-general", "1990-01-01", "2014-12-31")]
WAGES = [paid("xa-general", "1985-01-01", "1989-12-31", "1000.00"), paid("xb-general", "1990-01-01", "2014-12-31", "105.00")]


def way(**knobs: object) -> list[dict[str, object]]:
    """Knobs of the chapter on old age of xw-higher."""
    return under("xw-higher", **{f"apportionment__old_age__{key}": value for key, value in knobs.items()})


def shared(found: Benefit) -> tuple[str | None, str | None]:
    """The theoretical amount and the ratio of the pension with the periods of all."""
    (row,) = [one for one in found.variants if one.instrument and one.route == "pro_rata"]
    return None if row.theoretical is None else row.theoretical.amount, row.ratio


def sentences(decision: Decision, rule: str) -> list[str]:
    return [str(step.sentence) for step in decision.steps if step.rule == rule]


def test_a_minimum_that_an_agreement_does_not_apply_raises_nothing_under_it() -> None:
    # XB, 300 months: 300/420 of 105 is 75. Alone it is raised to the minimum of 250 (xb-decree-2021, art. 1);
    # under xu-direct it is not (Art 10(3)).
    case = life([insured("xc-trade", "1985-01-01", "1989-12-31"), CAREER[1]], earnings=WAGES[1:])
    (row,) = [one for one in said(case, DIRECT).benefits if one.country == "XB"]
    assert {one.instrument: one.net.amount for one in row.variants if one.net} == {None: "250.00", "xu-direct": "75.00"}


def test_a_minimum_after_the_ratio_raises_the_share_to_the_whole_of_it() -> None:
    """XA, 60 months of 1000; XB, 300. XA over 360 months: 20 % + 20 x 1.5 % = 50 % of 1000 = 500; 60/360 of it is 83.33.

    The minimum of XA (400 a month) is below 500 and changes nothing inside the theoretical amount; after the ratio it raises
    83.33 to 400.
    """
    inside, after = (said(life(CAREER, earnings=WAGES, assume=way(minimum=word)), HIGHER) for word in WORDS)
    assert (amount(inside, "xa-general"), amount(after, "xa-general")) == ("83.33", "400.00")
    assert shared(benefit(after, "xa-general")) == ("500.00", "60/360")
    assert sentences(after, "minimum_amount")[0] == "The pension would be raised to the minimum: 400.00 XTS."


WORDS = ("inside_theoretical", "after_ratio")


def test_the_conditions_of_a_minimum_hold_after_the_ratio_too() -> None:
    """XB raises no reduced pension (art. 20(2)): 60 + 120 months give half of 180/420 of 105, 22.50, and 120/180 of it, 15."""
    short = [CAREER[0], insured("xb-general", "2005-01-01", "2014-12-31")]
    wages = [WAGES[0], paid("xb-general", "2005-01-01", "2014-12-31", "105.00")]
    found = [said(life(short, earnings=wages, assume=way(minimum=word)), HIGHER) for word in WORDS]
    assert [amount(one, "xb-general") for one in found] == ["15.00", "15.00"]
    # 60 + 300 make the full pension: 360/420 x 105 = 90, inside raised to 250 and shared 300/360: 208.33, so 250 alone is kept;
    # after the ratio 75 is raised to 250 as well: both are the same.
    whole = said(life(CAREER, earnings=WAGES, assume=way(minimum="after_ratio")), HIGHER)
    assert (shared(benefit(whole, "xb-general")), amount(whole, "xb-general")) == (("90.00", "300/360"), "250.00")


def test_an_increment_after_the_comparison_does_not_help_the_share_to_win() -> None:
    """XA: 20 years, then five voluntary ones that 22 years in XB displace; a wage of 1000, 42 years in all.

    Alone 25 years: 20 % + 15 x 1.5 % = 42.5 %: 425. Together 42 years: 20 % + 20 x 1.5 % + 12 x 2 % = 74 %, 740, of which
    20/42 is 352.38; the five displaced years earn 42.5 % - 35 % = 7.5 %: 75. With them 427.38 is above 425; without them
    425 is kept, in which the voluntary years count already.
    """
    work = [
        insured("xa-general", "1980-01-01", "1999-12-31"),
        insured("xa-general", "2000-01-01", "2004-12-31", "voluntary"),
        insured("xb-general", "2000-01-01", "2021-12-31"),
    ]
    wages = [paid("xa-general", "1980-01-01", "2004-12-31", "1000.00"), paid("xb-general", "2000-01-01", "2021-12-31", "500.00")]
    before, after = (
        said(life(work, earnings=wages, assume=way(increment=word)), HIGHER)
        for word in ("before_comparison", "after_comparison")
    )
    assert (amount(before, "xa-general"), amount(after, "xa-general")) == ("427.38", "425.00")
    fewer = [
        insured("xa-general", "1990-01-01", "1999-12-31"),
        insured("xa-general", "2000-01-01", "2001-12-31", "voluntary"),
        work[2],
    ]
    found = [
        said(life(fewer, earnings=wages, assume=way(increment=word)), HIGHER)
        for word in ("before_comparison", "after_comparison")
    ]
    # where the share wins without it, the increment is added all the same:
    # 12 years open nothing alone; together 32 years: 20 % + 20 x 1.5 % + 2 x 2 % = 54 %, 540 x 10/32 = 168.75; the two
    # displaced years earn 23 % - 20 % = 3 %: 30
    assert [amount(one, "xa-general") for one in found] == ["198.75", "198.75"]


def test_once_reached_the_cap_may_be_the_total_of_the_ratio_too() -> None:
    """XA 336 months, XB 200, XC three quarters (nine months, relieved): 545 in all, 536 without them; a full career is 540.

    The theoretical amount counts 540 months either way: 20 % + 20 x 1.5 % + 15 x 2 % = 80 % of 1000. Its share is 336/536,
    501.49; or 336/540, 497.78, where the cap takes the place of the total in both.
    """
    work = [
        insured("xa-general", "1972-01-01", "1999-12-31"),
        insured("xb-general", "2000-01-01", "2016-08-31"),
        insured("xc-trade", "2017-01-01", "2017-09-30"),
    ]
    wages = [paid("xa-general", "1972-01-01", "1999-12-31", "1000.00"), paid("xb-general", "2000-01-01", "2016-08-31", "500.00")]
    left_out, both = (
        said(life(work, earnings=wages, assume=way(mini_with_cap=word)), HIGHER)
        for word in ("left_out_of_ratio", "cap_replaces_both")
    )
    assert (shared(benefit(left_out, "xa-general")), amount(left_out, "xa-general")) == (("800.00", "336/536"), "501.49")
    assert (shared(benefit(both, "xa-general")), amount(both, "xa-general")) == (("800.00", "336/540"), "497.78")


def test_the_cap_may_hold_for_the_benefit_of_national_law_alone_under_an_agreement() -> None:
    """A toy law of XA: 2 % of 1000 for each year without end; 46 years alone are 920. XB adds a year; a full career is 45.

    With the periods of all, 45 years count: 900, wholly owed by XA. Capped too, national law alone gives 900 under the agreement;
    without an agreement it stays at 920.
    """
    work = [insured("xa-general", "1972-01-01", "2017-12-31"), insured("xb-general", "2018-01-01", "2018-12-31")]
    wages = [paid("xa-general", "1972-01-01", "2017-12-31", "1000.00"), paid("xb-general", "2018-01-01", "2018-12-31", "500.00")]
    endless = law("xa-general", formula={"shape": "accrual", "accrual": "2 % per year", "on": "reference"})
    free, capped = (
        said(life(work, earnings=wages, assume=[*endless, *way(independent_cap=word)]), HIGHER) for word in (False, True)
    )
    assert (amount(free, "xa-general"), amount(capped, "xa-general")) == ("920.00", "900.00")
    assert amount(said(life(work, earnings=wages, assume=endless)), "xa-general") == "920.00"
    rows = {one.id: one.net.amount for one in benefit(capped, "xa-general").variants if one.net}
    assert rows == {"alone": "920.00", "xw-higher.independent": "900.00", "xw-higher.all": "900.00"}
    assert [one.id for one in benefit(capped, "xa-general").variants if one.chosen] == ["xw-higher.independent"]
    assert sentences(capped, "own_length_capped") == [
        "Under the agreement the benefit of national law alone would count no more than a full career: 540 months of 552."
    ]


def test_the_last_state_may_carry_all_where_the_others_open_no_right() -> None:
    """XA 240 months, but its age of 65 is not reached; XB 8 months, relieved, its age of 60 reached. Together 248 months.

    Where every State must be short nobody pays; else XB carries all: 248/420 of 500 are 295.24, paid in whole units.
    """
    work = [insured("xa-general", "2000-01-01", "2019-12-31"), insured("xb-general", "2020-01-01", "2020-08-31")]
    wages = [paid("xa-general", "2000-01-01", "2019-12-31", "500.00"), paid("xb-general", "2020-01-01", "2020-08-31", "500.00")]
    person = {"born": "1963-05-20", "sex": "M", "nationalities": ["XA"]}
    home = [{"country": "XA", "from": "1963-05-20", "residence_status": "national"}]
    told = {"earnings": wages, "person": person, "residence": home}
    short, other = (
        said(life(work, **told, assume=under("xw-higher", totalisation__fallback_when=word)), HIGHER)
        for word in ("every_state_short", "no_other_right")
    )
    assert (amount(short, "xb-general"), amount(other, "xb-general")) == (None, "295.00")
    assert amount(other, "xa-general") is None
    older = {**person, "born": "1955-05-20"}
    both = life(work, earnings=wages, person=older, assume=under("xw-higher", totalisation__fallback_when="no_other_right"))
    assert benefit(said(both, HIGHER), "xb-general").status == "refused"  # XA opens its right, so XB stays relieved


def test_a_lump_sum_may_stay_beside_the_pension_that_an_agreement_opens() -> None:
    """XA, 60 months of 1000: 10 % of 1000 for each month in place of a pension, 6000 (s. 16). Together 360 months: 83.33 a month.

    XB is open alone and pays nothing in its place.
    """
    falls, stays = (
        said(life(CAREER, earnings=WAGES, assume=under("xw-higher", totalisation__lump_sum_when_opened=word)), HIGHER)
        for word in ("falls_away", "stays")
    )
    assert [(one.per, one.money.amount) for one in benefit(falls, "xa-general").payments] == [("month", "83.33")]
    found = [(one.per, one.money.amount) for one in benefit(stays, "xa-general").payments]
    assert sorted(found) == [("month", "83.33"), ("once", "6000.00")]
    assert sentences(falls, "lost_by_totalisation") != []
    assert sentences(stays, "lost_by_totalisation") == []
    assert {one.per for one in benefit(stays, "xb-general").payments} == {"month"}


def test_time_another_state_keeps_may_be_lost_to_national_law_alone_too() -> None:
    """XA: 20 years and five voluntary ones, which XB's compulsory ones displace; without increment, in a toy agreement.

    Alone 25 years are 42.5 % of 1000: 425; without the displaced five 35 %: 350, raised to the minimum of 400.
    """
    work = [
        insured("xa-general", "1980-01-01", "1999-12-31"),
        insured("xa-general", "2000-01-01", "2004-12-31", "voluntary"),
        insured("xb-general", "2000-01-01", "2021-12-31"),
    ]
    wages = [paid("xa-general", "1980-01-01", "2004-12-31", "1000.00"), paid("xb-general", "2000-01-01", "2021-12-31", "500.00")]
    found = [
        said(
            life(
                work,
                earnings=wages,
                assume=under("xw-higher", overlap__applies_to_independent=word, overlap__displaced_voluntary_increment=False),
            ),
            HIGHER,
        )
        for word in (False, True)
    ]
    assert [amount(one, "xa-general") for one in found] == ["425.00", "400.00"]
    rows = {one.id: one.net.amount for one in benefit(found[1], "xa-general").variants if one.net}
    assert (rows["alone"], rows["xw-higher.independent"]) == ("425.00", "400.00")


def test_an_agreement_that_adds_periods_for_other_purposes_only_opens_no_right() -> None:
    work = under("xw-higher", totalisation__purposes=["maintenance", "recovery"])
    assert benefit(said(life(CAREER, earnings=WAGES, assume=work), HIGHER), "xa-general").form == "lump_sum"
    right = under("xw-higher", totalisation__purposes=["right"])
    assert amount(said(life(CAREER, earnings=WAGES, assume=right), HIGHER), "xa-general") == "83.33"


def test_what_is_not_computed_is_said() -> None:
    """Another base than the own average; special schemes, where a State has several schemes in the case."""
    base = [*way(base="all_earnings"), *under("xw-higher", totalisation__special_schemes="same_scheme_or_occupation")]
    told = said(life(CAREER, earnings=WAGES, assume=base), HIGHER).not_modelled
    expected = "all earnings is not computed, the average of the State's own earnings is"
    assert f"xw-higher, apportionment.old_age.base: {expected}" in told
    assert not [text for text in told if "special_schemes" in text]
    several = [*CAREER, insured("xb-farm", "2015-01-01", "2019-12-31")]
    told = said(life(several, earnings=WAGES, assume=base), HIGHER).not_modelled
    assert [text for text in told if "special_schemes" in text] == [
        "xw-higher, totalisation.special_schemes: same scheme or occupation is not computed, "
        "periods of special schemes are added as any others"
    ]
    assert not [text for text in said(life(several, earnings=WAGES), HIGHER).not_modelled if "is not computed" in text]
