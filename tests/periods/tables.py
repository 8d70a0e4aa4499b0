"""Conversion tables told as law files tell them, each with the text it follows."""

from portability.periods.conversion import ConversionTable

ART_13 = {
    "rows": ["5: 9 5 22 66 264", "6: 8 6 26 78 312", "7: 6 7 30 90 360"],
    "quarter_months": "3",
    "quarter_weeks": "13",
    "year_weeks": "52",
    "week_month_row": "6",
    "rounding": "up",
    "annual_cap": True,
    "annual_floor": True,
    "per": "as_notified",
    "day_route": "months",
}
"""Regulation (EC) 987/2009, Article 13."""

SUPPLEMENTARY = {
    "rows": ["5: 9 5 22 66 264", "6: 8 6 26 78 312"],
    "quarter_months": "3",
    "quarter_weeks": "13",
    "year_weeks": "52",
    "week_month_row": "6",
    "annual_cap": True,
    "per": "as_notified",
}
"""Supplementary Agreement to the European Convention on Social Security (ETS 78A); no rule of rounding was read."""

PLAIN = ConversionTable()
"""No figure at all: lengths stay in the unit they were told in."""


def table(told: dict[str, object], **knobs: object) -> ConversionTable:
    return ConversionTable.read({**told, **knobs})
