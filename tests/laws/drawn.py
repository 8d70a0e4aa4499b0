"""Drawn lives: careers in the invented world, short enough that they can be read when one of them breaks a law."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.laws.lives import Row, insured, paid

MONTHS = ("xa-general", "xb-general")
OTHERS = ("xa-staff", "xb-farm", "xc-trade", "xc-sea")
RESIDENCE = ("xc-residence",)
SHAPES = ("xp-points", "xp-bands", "xp-notional", "xp-mixed", "xp-basic", "xg-cohort", "xg-window", "xg-early", "xg-carers")
SCHEMES = (*MONTHS, *OTHERS, "xb-mines", "xc-fund", *RESIDENCE, *SHAPES)
KINDS = ("insurance", "insurance", "insurance", "voluntary", "assimilated")
FIRST, LAST = date(1985, 1, 1), date(2025, 12, 31)


def days(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """Days of a working life, often at the edge of a month or year, where counting can go wrong."""
    if last.year <= first.year + 1:
        return st.dates(first, last)
    edges = st.builds(
        lambda year, month, before: date(year, month, 1) - timedelta(before),
        st.integers(first.year + 1, last.year),
        st.sampled_from((1, 1, 7)),
        st.sampled_from((0, 1)),
    )
    return st.one_of(edges, st.dates(first, last))


@st.composite
def a_period(draw: Any, schemes: tuple[str, ...] = SCHEMES, kinds: tuple[str, ...] = KINDS) -> Row:
    """One dated period; residence under the schemes of residence."""
    one, other = draw(days()), draw(days())
    scheme = draw(st.sampled_from(schemes))
    kind = "residence" if scheme in RESIDENCE else draw(st.sampled_from(kinds))
    return insured(scheme, min(one, other).isoformat(), max(one, other).isoformat(), kind)


def with_certificate(row: Row, years: int, months: int, dated: bool) -> Row:
    """The same period with a length that its institution certifies, beside its dates or instead of them."""
    if not dated:
        bare = {key: value for key, value in row.items() if key not in ("from", "to")}
        return {**bare, "certified": {"years": years, "months": months}}
    first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
    touched = (last.year - first.year) * 12 + last.month - first.month + 1
    return {**row, "certified": {"months": min(touched, 12 * years + months)}}


@st.composite
def careers(
    draw: Any,
    schemes: tuple[str, ...] = SCHEMES,
    kinds: tuple[str, ...] = KINDS,
    most: int = 5,
    least: int = 1,
    certified: bool = False,
) -> list[Row]:
    """Some periods, which may overlap, each with an id of its own; dated, unless certified lengths may stand in."""
    found = draw(st.lists(a_period(schemes, kinds), min_size=least, max_size=most))
    if certified:
        found = [
            with_certificate(row, draw(st.integers(0, 25)), draw(st.integers(0, 11)), draw(st.booleans()))
            if draw(st.integers(0, 3)) == 0
            else row
            for row in found
        ]
    return [{**row, "id": f"p{at}"} for at, row in enumerate(found)]


@st.composite
def earnings(draw: Any, career: list[Row], always: bool = False) -> list[Row]:
    """For each scheme of a career a run of earnings, or two, or none at all."""
    rows = []
    for scheme in sorted({row["scheme"] for row in career}):
        count = 2 if always else draw(st.integers(0, 2))
        first = min(row.get("from", "1996-01-01") for row in career if row["scheme"] == scheme)
        last = max(row.get("to", "2005-12-31") for row in career if row["scheme"] == scheme)
        half = draw(days(date.fromisoformat(first), date.fromisoformat(last)))
        wages = [draw(st.integers(1, 400_000)) for _ in range(count)]
        if count == 2 and first <= half.isoformat() < last:
            after = (half + timedelta(1)).isoformat()
            rows += [cents(scheme, first, half.isoformat(), wages[0]), cents(scheme, after, last, wages[1])]
        elif count:
            rows.append(cents(scheme, first, last, wages[0]))
    return rows


def cents(scheme: str, start: str, end: str, wage: int) -> Row:
    return paid(scheme, start, end, f"{wage // 100}.{wage % 100:02d}")


@st.composite
def lives(draw: Any, schemes: tuple[str, ...] = SCHEMES, kinds: tuple[str, ...] = KINDS, **more: Any) -> Row:
    """The tables of a life: periods, earnings, and the balance of the account where there is one."""
    career = draw(careers(schemes, kinds, **more))
    told: Row = {"periods": career, "earnings": draw(earnings(career))}
    if any(row["scheme"] == "xc-fund" for row in career) and draw(st.booleans()):
        balance = f"{draw(st.integers(0, 90_000))}.00"
        told["account"] = [
            {"country": "XC", "scheme": "xc-fund", "balance": balance, "currency": "XTS", "on": "2025-06-30"}
        ]
    return told
