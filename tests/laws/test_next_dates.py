"""What a decision says is still to come: the pensionable age only where no pension is paid before it."""

from datetime import date

from tests.laws.lives import NONE, benefit, insured, life, said

AT = date(2010, 1, 1)  # the man born on 1955-05-20 is 54; XB pays men from 60 on, at any age with 420 months (art. 20(3))


def test_the_age_is_still_to_come_where_nothing_is_paid_yet() -> None:
    decision = said(life([insured("xb-general", "1990-01-01", "2009-12-31")]), NONE, AT)
    assert [(one.on, one.because) for one in benefit(decision, "xb-general").recompute] == [
        (date(2015, 5, 20), "pensionable age is reached")
    ]


def test_the_age_is_no_next_date_of_a_pension_at_any_age() -> None:
    # 1970 to 2009 are 480 months, over 420.
    decision = said(life([insured("xb-general", "1970-01-01", "2009-12-31")]), NONE, AT)
    assert (benefit(decision, "xb-general").status, benefit(decision, "xb-general").form) == ("entitled", "pension")
    assert benefit(decision, "xb-general").recompute == ()
    assert decision.summary.next_dates == ()
