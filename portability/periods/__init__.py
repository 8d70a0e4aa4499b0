"""Periods of a life: days, spans, which State keeps a day that two claim, and lengths in each State's own unit.

Whole numbers, fractions and dates only. What an instrument says about overlap and conversion arrives as data
(`OverlapRules`, `ConversionTable`); nothing here knows a State or an article.
"""
