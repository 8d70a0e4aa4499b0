"""On every day on which any law of the shelf changes every scheme, branch, grant and instrument can be asked and answers."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any

import pytest

from portability.assessment.decide import decide, decide_branch
from portability.assessment.scope import AgreementSet
from portability.law.dated import regime_at
from portability.law.shelf import default_shelf
from portability.record.decision import Decision, Step
from tests.laws.every_day import BRANCHES, SCHEMES, covered, days, days_of_the_shelf, files, who, whole_life

SHELF = default_shelf()
NONE = AgreementSet("none", as_bound=False)
BOUND = AgreementSet("as-bound")
INSTRUMENTS = files("instruments")
WITHOUT_ARTICLE = {
    "amount_due": "twelve payments, to the cent, where a law does not say",
    "as_stated": "an institution said it",
    "grant_open": "its conditions have their articles each",
    "more_favourable": "of several instruments",
}
NOT_KNOWN = ("qualifying_period_met", "right_opens")
"""Of a State whose law is not on the shelf, nobody knows what it asks, and so no article."""


def without_article(decision: Decision) -> list[Step]:
    """The steps that rest on no article, and are none of those that need none."""
    odd = [step for step in decision.steps if not step.cites and step.rule not in WITHOUT_ARTICLE]
    return [step for step in odd if not (step.rule in NOT_KNOWN and step.result == "unknown")]


@pytest.mark.parametrize("branch", BRANCHES)
def test_every_scheme_is_planned_and_decided_on_every_day_of_the_shelf(branch: str) -> None:
    """One life in every scheme of the branch, in all States at once; it has a plan where its law has a regime that day."""
    for at in days_of_the_shelf():
        case = whole_life(covered(branch), branch, at)
        found = decide_branch(case, branch, at, BOUND, SHELF, who(branch))
        planned = {plan.key[1] for plan in found.plan.plans if plan.reader is not None}
        assert planned == {scheme for law, scheme in covered(branch) if regime_at(law[scheme][branch], at)}, at
        assert len(found.found.paid) == len(found.plan.plans) == len(covered(branch)), at


@pytest.mark.parametrize("branch", BRANCHES)
def test_a_scheme_whose_law_of_a_branch_is_not_told_decides_nothing(branch: str) -> None:
    at = date(2026, 1, 1)
    told = {scheme for _, scheme in covered(branch)}
    decision = decide(whole_life(SCHEMES, branch, at), at, BOUND)
    assert {each.status for each in decision.benefits if each.scheme not in (*told, None)} <= {"undetermined"}


LAWS = [(branch, law, scheme) for branch in BRANCHES for law, scheme in covered(branch)]


@pytest.mark.parametrize(("branch", "law", "scheme"), LAWS, ids=[f"{scheme}.{branch}" for branch, _, scheme in LAWS])
def test_a_whole_life_is_decided_with_articles_on_every_day_its_law_changes(branch: str, law: Any, scheme: str) -> None:
    """Insured for fifty years, aged 70, or wholly invalid or dead at 52: nothing is refused, and nothing said without article."""
    regimes = law[scheme][branch]
    for at in days(law.get("currency"), law[scheme]):
        decision = decide(whole_life([(law, scheme)], branch, at), at, NONE)
        (benefit,) = decision.benefits
        if regime_at(regimes, at) is None:
            assert benefit.status == "undetermined", f"{at}: nothing is promised or refused without a law"
        else:
            assert benefit.refusal is None, f"{at}: {benefit.refusal}"
            assert benefit.status != "entitled" or benefit.payments, at
        assert without_article(decision) == [], at


def parties(instrument: Any) -> list[tuple[Any, str]]:
    """Two invented schemes, and the first pension scheme of each of the first two parties on the shelf that have one."""
    bound = {row["state"] for row in instrument.get("party", ())}
    states = [law for law in files("national").values() if law["country"] in bound]
    pensions = [(law, [scheme for scheme in law.get("scheme", {}) if "old_age" in law[scheme]]) for law in states]
    real = [(law, schemes[0]) for law, schemes in pensions if schemes][:2]
    invented = [(files("national")[name], scheme) for name, scheme in (("xa", "xa-general"), ("xb", "xb-general"))]
    return list({scheme: (law, scheme) for law, scheme in [*real, *invented]}.values())


@pytest.mark.parametrize("branch", BRANCHES)
@pytest.mark.parametrize("id_", INSTRUMENTS)
def test_every_instrument_is_applied_on_every_day_it_changes(id_: str, branch: str) -> None:
    """As bound, and to every State; at the end in words, each with its article."""
    members = parties(INSTRUMENTS[id_])
    every = AgreementSet(id_, as_bound=False, with_=(id_,), every_state=True)
    among = days(INSTRUMENTS[id_]) or [date(2026, 1, 1)]
    for at in among:
        case = whole_life(members, branch, at)
        for chosen in (every, AgreementSet("added", with_=(id_,))):
            found = decide_branch(case, branch, at, chosen, SHELF, who(branch))
            assert len(found.found.paid) == len(members), at
    assert without_article(decide(whole_life(members, branch, among[-1]), among[-1], every)) == []


def entries(node: Any, path: str) -> Iterator[tuple[str, list[Any]]]:
    """Every dated list of a law file, with its path."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from entries(value, f"{path}.{key}")
    elif isinstance(node, list):
        dated = all(isinstance(one, dict) and ("from" in one or "code" in one) for one in node)
        if node and dated and not path.endswith("party"):
            yield path, node
        for number, one in enumerate(node):
            yield from entries(one, f"{path}[{number}]")


KINDS = ("national", "floors", "instruments", "series")
DATED = [found for kind in KINDS for name, law in files(kind).items() for found in entries(law, name)]


def test_no_two_entries_of_a_figure_hold_on_one_day() -> None:
    """Regimes, figures, currencies: each begins after the one before it, and not before that one has ended."""
    assert len(DATED) > 100
    for path, rows in DATED:
        starts = [row.get("from", date.min) for row in rows if not isinstance(row.get("from"), str)]
        assert all(one < other for one, other in pairwise(starts)), path
        for one, other in pairwise(rows):
            for last in (one.get(key) for key in ("until", "to") if isinstance(one.get(key), date)):
                assert last < other["from"], path


def accepted(row: Any, law: Any) -> set[str]:
    """The branches that an entry of a party covers for certain."""
    return set(row.get("branches", law["branches"]["is"])) - set(row.get("unknown_branches", ()))


def test_no_state_is_a_party_twice_for_one_branch_on_one_day() -> None:
    for id_, law in INSTRUMENTS.items():
        for one, other in combinations((row for row in law.get("party", ()) if "from" in row), 2):
            if one["state"] != other["state"] or one.get("region") != other.get("region"):
                continue
            apart = one.get("to", date.max) < other["from"] or other.get("to", date.max) < one["from"]
            assert apart or not accepted(one, law) & accepted(other, law), f"{id_}: {one['state']} from {other['from']}"


def test_no_series_tells_a_year_twice() -> None:
    for name, one in files("series").items():
        told = [row["year"] for row in one["years"]]
        assert told == sorted(set(told)), name
