"""One life drawn by a recipe: where, in what work, how long, for what pay; nothing but whole numbers decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any, NamedTuple

from portability.case.recipe import Pay, Range, Recipe, Share, State, Weight
from portability.number.currency import minor_digits
from portability.population.kinds import money_text
from portability.population.people import FIRST_YEAR, first_day, month_of

Row = tuple[str, tuple[Any, ...]]


class Job(NamedTuple):
    """A job that insures: State, scheme, kind of period, and its months, the second no longer in it."""

    country: str
    scheme: str | None
    kind: str
    start: int
    until: int


def life(recipe: Recipe, seed: int, number: int, without: frozenset[str] = frozenset()) -> Iterator[Row]:
    """The rows of a person by table, without the column `person`; `without`: States whose law has no scheme at all."""
    draw = _Draw(seed, number)
    corridor = draw.one_of(recipe.corridor)
    wanted = [one for one in recipe.sector if not corridor.sectors or one.id in corridor.sectors]
    sector = draw.one_of(wanted)
    claim = month_of(recipe.claim_date)
    born = claim - 12 * draw.within(recipe.ages.claim) - draw.random.randrange(12) - 1
    woman = draw.chance(recipe.women)
    found = _jobs(recipe, draw, corridor.path, draw.chance(corridor.returns), sector.schemes, born, claim)
    jobs = sorted((job for job in found if job.scheme or job.country in without), key=_start)
    last = max(jobs, key=_until).country if jobs else corridor.path[0]
    lives_in = last if draw.chance(recipe.resides_in_last) else corridor.path[0]
    invalid = draw.chance(recipe.invalidity.share)
    branches = " ".join(dict.fromkeys((*recipe.branches, *(("invalidity",) if invalid else ()))))
    status = "national" if lives_in == corridor.path[0] else "regular"
    nationality = corridor.path[0] if recipe.nationals else None
    yield "persons", (born, "F" if woman else "M", nationality, lives_in, status, recipe.claim_date.isoformat(), branches)
    certified = draw.chance(recipe.known.certified)
    for job in jobs:
        yield "spells", (*job, "certified" if certified else None)
    yield from _pay(recipe, draw, jobs, claim)
    yield from _family(recipe, draw, born, woman, claim)
    if invalid:
        yield _invalid(recipe, draw, born, claim, lives_in)


def _start(job: Job) -> tuple[int, int, str]:
    return job.start, job.until, job.country


def _until(job: Job) -> int:
    return job.until


class _Draw:
    """What chance says of one person; the same on every machine."""

    def __init__(self, seed: int, number: int) -> None:
        self.random = Random(f"{seed}/{number}")

    def chance(self, share: Share) -> bool:
        """Yes, as often as the share says."""
        wanted = Fraction(share.value.rstrip(" %")) / 100
        return self.random.randrange(wanted.denominator) < wanted.numerator

    def within(self, some: Range) -> int:
        return self.random.randrange(some.low, some.high + 1)

    def pay(self, some: Pay, currency: str) -> int:
        """A wage in minor units."""
        parts = 10 ** minor_digits(currency)
        low, high = int(Fraction(some.low) * parts), int(Fraction(some.high) * parts)
        return self.random.randrange(low, high + 1)

    def one_of(self, several: Sequence[Any]) -> Any:
        """One of several, each as often as its weight says."""
        weights: list[Weight] = [one.weight for one in several]
        at = self.random.randrange(sum(one.value for one in weights))
        for one, weight in zip(several, weights, strict=True):
            at -= weight.value
            if at < 0:
                return one
        return several[-1]


def _jobs(
    recipe: Recipe, draw: _Draw, path: Sequence[str], returns: bool, schemes: dict[str, str], born: int, claim: int
) -> Iterator[Job]:
    """The jobs of a life that are not informal, stay by stay."""
    states = {one.country: one for one in recipe.state}
    begins = born + 12 * draw.within(recipe.ages.work)
    moves = max(begins, born + 12 * draw.within(recipe.ages.move))
    places = [*path, path[0]] if returns and len(path) > 1 else list(path)
    for at, country in enumerate(places):
        ends = claim if at == len(places) - 1 else moves if at == 0 else min(claim, begins + draw.within(recipe.spells.stay))
        yield from _stay(recipe, draw, states[country], schemes.get(country), begins, min(ends, claim))
        if at == 1 and draw.chance(recipe.overlap.voluntary) and path[0] in schemes:
            until = min(claim, begins + draw.within(recipe.overlap.months))
            if begins < until:
                yield Job(path[0], schemes[path[0]], "voluntary", begins, until)
        begins = max(begins, ends)


def _stay(recipe: Recipe, draw: _Draw, state: State, scheme: str | None, begins: int, ends: int) -> Iterator[Job]:
    """The jobs of one stay; an informal one leaves no trace, and one that no scheme insures has none."""
    month = begins
    while month < ends:
        until = min(ends, month + max(1, draw.within(recipe.spells.job)))
        if not draw.chance(state.informal):
            yield Job(state.country, scheme, "insurance" if scheme else "employment", month, until)
        month = until
        if draw.chance(recipe.spells.gaps):
            month += draw.within(recipe.spells.gap)


def _pay(recipe: Recipe, draw: _Draw, jobs: Sequence[Job], claim: int) -> Iterator[Row]:
    """The earnings of each year, or the reference earnings as certified, or nothing that anybody knows."""
    told = "earnings" if draw.chance(recipe.known.earnings) else "reference" if draw.chance(recipe.known.reference) else ""
    states = {one.country: one for one in recipe.state}
    years: dict[tuple[str, str, int], int] = {}
    for job in jobs:
        state = states[job.country]
        wage = draw.pay(state.wage, state.currency)
        if job.scheme is None or job.kind != "insurance":
            continue
        for year in range(FIRST_YEAR + job.start // 12, FIRST_YEAR + (job.until - 1) // 12 + 1):
            january = 12 * (year - FIRST_YEAR)
            months = min(job.until, january + 12) - max(job.start, january)
            key = job.country, job.scheme, year
            years[key] = years.get(key, 0) + months * _in_year(wage, state.growth.value, FIRST_YEAR + claim // 12 - year)
    if told == "earnings":
        for (country, scheme, year), amount in sorted(years.items()):
            if year >= states[country].wages_from.value:
                currency = states[country].currency
                yield "earnings", (country, scheme, year, money_text(amount, currency), currency)
    elif told:
        for country, scheme in dict.fromkeys(key[:2] for key in sorted(years)):
            currency = states[country].currency
            amount = max(value // 12 for key, value in years.items() if key[:2] == (country, scheme))
            yield "statements", (country, scheme, "reference", money_text(amount, currency), currency, "month")


def _in_year(wage: int, growth: str, years: int) -> int:
    """A wage of the last year so many years before: less by the growth of each year, in whole minor units."""
    return int(wage / _grown(growth, max(0, years)))


@cache
def _grown(growth: str, years: int) -> Fraction:
    return (1 + Fraction(growth.rstrip(" %")) / 100) ** years


def _family(recipe: Recipe, draw: _Draw, born: int, woman: bool, claim: int) -> Iterator[Row]:
    if not draw.chance(recipe.family.spouse):
        return
    apart = 12 * draw.within(recipe.family.apart) * (1 if draw.random.randrange(2) else -1)
    married = min(claim - 12, max(born, born + apart) + 12 * 20)
    yield "family", ("spouse", "spouse", born + apart, "M" if woman else "F", first_day(married).isoformat())
    for number in range(1, draw.within(recipe.family.children) + 1):
        child = min(claim - 1, married + 24 * number)
        yield "family", (f"child{number}", "child", child, ("F", "M")[draw.random.randrange(2)], None)


def _invalid(recipe: Recipe, draw: _Draw, born: int, claim: int, country: str) -> Row:
    month = max(born + 12 * 18, claim - 12 * draw.within(recipe.invalidity.years_before) - 1)
    day = first_day(month)
    degree = f"{draw.within(recipe.invalidity.degree)} %"
    assessed = date(day.year, day.month, 15)
    return "events", ("invalidity", day.isoformat(), country, country, assessed.isoformat(), degree)
