"""No knob of an instrument stands in the model and is read by nobody: a file would say something the engine passes over."""

import ast
import types
import typing
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from pydantic import BaseModel

from portability.assessment.not_computed import COMPUTED
from portability.law.agreement import InstrumentFile
from portability.law.leaf import Cited
from portability.law.words import Branch
from portability.periods.conversion import ConversionTable
from portability.periods.ranks import OverlapRules
from tests.house.source import Module, under

OF_SCHEMES = "a test of schemes, which its own room makes; no benefit of a person hangs on it"
NOT_OF_A_CHAPTER = frozenset(Cited.model_fields) | {"operation"}

NOBODY_READS = {
    "calculation": OF_SCHEMES,
    "material.benefit_forms": "of the one instrument that tells it, no scheme has a form that it leaves out",
    "material.excluded_schemes": "names schemes in the treaty's own words; what is covered is asked by branch and by nature",
    "material.special_non_contributory": "an annex nobody read; whether such a benefit is exported, the law that grants it says",
    "money.pay_currency": "amounts are told in the money of the law that owes them; who pays them out converts",
    "money.rate": "words that name a rate; the rate itself is told by the case, for the day that money.rate_date names",
    "money.rate_source": "where the institution looks the rate up; the case tells the rate with its own source",
    "relation.savings": "which older treaty stays more favourable: sets of agreements are compared whole, each by itself",
    "relation.choose_best": "of two agreements of a chain the better one: sets of agreements are compared whole, each by itself",
    "relation.mix": "whether parts of two agreements are taken together: every set of agreements is decided whole",
    "procedure.claim_any_state": "where a claim may be lodged; from which day it counts, procedure.claim_date_propagates says",
    "procedure.deferral_allowed": "whether one may wait in one State: each branch is decided for those who claim it",
    "procedure.provisional_payment": "what is paid before a decision; what is told here is the decision",
    "procedure.summary_note": "a paper that institutions send: no amount and no right hangs on it",
    "personal.family_derived": "rights of the family follow from those of the insured person in every branch that is decided",
    "family.residence_index": "it forbids amounts by the price level of the State of residence, and no law on the shelf has them",
}
"""What nobody reads, each with its reason: whole chapters, or single knobs."""


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation) if not isinstance(annotation, types.GenericAlias) else annotation.__args__:
        yield from models(inner)


def knobs() -> set[str]:
    """Every knob of every chapter of an instrument, as chapter.knob."""
    found = set()
    for chapter, field in InstrumentFile.model_fields.items():
        for model in models(field.annotation):
            if chapter not in ("party", "reading", "branches"):
                found |= {f"{chapter}.{key}" for key in model.model_fields if key not in NOT_OF_A_CHAPTER}
    return found


def words(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def chapters_of(node: ast.expr, module: Module) -> set[str]:
    """The chapter asked for: named; or that of apportionment, which has one for each branch, and those the module names."""
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    return {"apportionment", *(words(module.tree) & InstrumentFile.model_fields.keys())}


def asked(module: Module) -> Iterator[str]:
    """The knobs that a module asks for; where the knob's name is not written there, all the words of the module."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="leaf"), args=[chapter, key, _]):
                pass
            case ast.Call(func=ast.Name(id="knob"), args=[_, _, chapter, key, _]):
                pass
            case ast.Call(func=ast.Name(id="said"), args=[_, key, _]):
                chapter = ast.Constant("accounts")
            case _:
                continue
        if isinstance(key, ast.JoinedStr):
            start = next(part.value for part in key.values if isinstance(part, ast.Constant))
            yield from (knob for knob in knobs() if knob.startswith(f"apportionment.{start}"))
        named = {key.value} if isinstance(key, ast.Constant) else {*words(module.tree), *typing.get_args(Branch)}
        yield from (f"{name}.{word}" for name in chapters_of(chapter, module) for word in named)


def read() -> set[str]:
    """The knobs that some part of the engine reads."""
    found = {knob for module in under("assessment") for knob in asked(module)}
    found |= {f"conversion.{each.name}" for each in fields(ConversionTable)}
    found |= {f"overlap.{each.name}" for each in fields(OverlapRules) if each.name not in FOR_THE_STAGES}
    parts = under("assessment/covered", "assessment/scope", "assessment/residence", "law/between")
    plain = set().union(*(words(module.tree) for module in parts))
    found |= {f"{chapter}.{word}" for chapter in ("personal", "relation") for word in plain}
    found |= {knob for knob in knobs() if knob.startswith("equality.") and knob.partition(".")[2] in plain}
    for room, chapters in ROOMS.items():
        inside = set().union(*(words(module.tree) for module in under(f"assessment/{room}")))
        found |= {f"{chapter}.{word}" for chapter in chapters for word in inside}
    return found | set(COMPUTED)


ROOMS = {
    "legislation": ("legislation", "posting"),
    "routing": ("unemployment", "family"),
    "injury": ("injury",),
    "health": ("health",),
    "adequacy": ("adequacy", "workers"),
}
"""Rooms that ask their chapters through words of their own: the chapters, of which every word written there may be a knob."""


FOR_THE_STAGES = ("displaced_voluntary_increment", "applies_to_independent")
"""Knobs of overlap that counting keeps, and does not use."""


def test_every_knob_of_an_instrument_is_read_or_says_why_not() -> None:
    unread = knobs() - read()
    excused = {knob for knob in unread if knob in NOBODY_READS or knob.partition(".")[0] in NOBODY_READS}
    assert sorted(unread - excused) == [], "read it, take it out of the model, or say why in NOBODY_READS"
    named = {knob if "." in knob else f"{knob}." for knob in NOBODY_READS}
    stale = {name for name in named if not any(knob.startswith(name) for knob in unread)}
    assert stale == set(), "read by now: take it out of NOBODY_READS"


def test_the_check_finds_knobs() -> None:
    assert {"totalisation.trigger", "apportionment.minimum", "accounts.balance", "posting.length"} <= knobs()
    assert {"totalisation.trigger", "apportionment.minimum", "accounts.balance", "apportionment.anti_overlap_same_kind"} <= read()
    assert {"posting.length", "legislation.seafarer", "unemployment.cross_border", "family.tie_pension"} <= read()
