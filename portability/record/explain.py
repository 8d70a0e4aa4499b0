"""Why: the steps that determined a result, found afterwards, in words.

An input determines a step if the rule's result becomes unknown when that input does. The slice runs backwards from what is
asked about; steps whose rule has no sentence are links and are passed through.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from portability.citation import FACT_STANDINGS, LAW_STANDINGS
from portability.number.exact import plain
from portability.number.known import EXACT
from portability.number.unknown import Unknown, facts_of, unknown, unknown_truth
from portability.record.measure import of_unit
from portability.record.sentences import CATALOGUE
from portability.record.step import Fact, Step, Told, bare, tolds

PROBE = "?"
"""The fact of an input put to the test whether the result hangs on it."""
WEAKNESS = {
    axis: {word: place + 1 for place, word in enumerate(words)}
    for axis, words in (("facts", FACT_STANDINGS), ("law", LAW_STANDINGS))
}
NO_NUMBER = {fact: unknown(fact) for fact in ("", PROBE)}
NO_ANSWER = {fact: unknown_truth(fact) for fact in ("", PROBE)}


def determining(step: Step) -> list[Told]:
    """The inputs without which the step's result would not be known, weakest standing tried first, cumulatively.

    >>> from portability.record.step import Place
    >>> def kept(own, other): return own if own is not None else other
    >>> determining(Step(Place("old_age", "insured", "x"), "kept", lambda a: a, {"a": Told(3)}, 3))
    [Told(value=3, origin=None)]
    """
    inputs = tolds(tuple(step.given.values()))
    if len(inputs) < 2:
        return inputs
    bare_inputs = {name: bare(given) for name, given in step.given.items()}
    left, blanked = bare_inputs, set[int]()  # the inputs without those that the result does not hang on, and which these are
    kept = set[int]()
    known = _ends(step.result)
    for told in sorted(inputs, key=_weakness, reverse=True):
        this = id(told)
        holders = [name for name, given in step.given.items() if given is told or type(given) is tuple]
        if _is_open(told.value):
            probed = {name: _without(step.given[name], {this}, PROBE) for name in holders}
            if PROBE in _facts(step.function(**(bare_inputs | probed))):
                kept.add(this)  # what is not known of it is what is not known of the result
                continue
        trial = left | {name: _without(step.given[name], blanked | {this}) for name in holders}
        if _ends(step.function(**trial)) != known:
            kept.add(this)
        else:
            left = trial
            blanked.add(this)
    return [told for told in inputs if id(told) in kept]


def _facts(value: Any) -> frozenset[str]:
    """The facts that a value wants, those of a tuple together."""
    return frozenset().union(*map(_facts, value)) if type(value) is tuple else facts_of(value)


def _is_open(value: Any) -> bool:
    if type(value) is tuple:
        return any(map(_is_open, value))
    return type(value) is Unknown


def _ends(value: Any) -> Any:
    """A value by what is known of it, the names of missing facts aside."""
    if type(value) is tuple:
        return tuple(map(_ends, value))
    return (value.low, value.high, value.endless) if type(value) is Unknown else value


def _weakness(told: Told) -> int:
    origin = told.origin
    if origin is None:
        return 0
    if isinstance(origin, Fact):
        return WEAKNESS[origin.axis][origin.standing]
    facts = [_weakness(given) for given in tolds(tuple(origin.given.values())) if type(given.origin) is Fact]
    return len(FACT_STANDINGS) + 1 + max(facts, default=0)  # where a fact suffices, no step is told for it


def _without(given: Any, blanked: set[int], fact: str = "") -> Any:
    if type(given) is Told:
        return _blank(given.value, fact) if id(given) in blanked else given.value
    if type(given) is tuple:
        return tuple([_without(item, blanked, fact) for item in given])
    return given


def _blank(value: Any, fact: str = "") -> Any:
    """The same kind of value, not known for want of a fact."""
    if type(value) is tuple:
        return tuple([_blank(item, fact) for item in value])
    if type(value) is bool or (type(value) is Unknown and value.kind == "yesno"):
        return NO_ANSWER[fact]
    return NO_NUMBER[fact] if type(value) in EXACT or type(value) is Unknown else value


def walk(told: Told, found: dict[int, Step], needs: dict[int, list[Told]]) -> None:
    """Every step that determines a told value, each after those it rests on."""
    step = told.origin
    if type(step) is not Step or id(step) in needs:
        return
    if step.needs is None:
        step.needs = determining(step)  # asked once, in however many decisions the step stands
    needs[id(step)] = step.needs
    for parent in (*step.under, *needs[id(step)]):
        walk(parent, found, needs)
    found[id(step)] = step


IN_UNITS = ("in_days", "in_months", "in_years")
"""How a length is read whose unit is that of the rule itself."""


class Reading(NamedTuple):
    """How the values at a place are read aloud: its unit of length, its currency, and whether nothing is owed there."""

    unit: str
    currency: str
    would: bool = False


def sentence(step: Step, reading: Reading) -> str | None:
    """What a step says, or None where its rule has no sentence for this outcome.

    >>> from portability.record.step import Place
    >>> step = Step(Place("old_age", "insured", "XA.s"), "qualifying_period_met", None,
    ...             {"length": Told(108), "required": Told(180)}, False)
    >>> sentence(step, Reading("months", "XTS"))
    'The qualifying period is not met: 108 months counted, 180 months needed.'
    """
    texts = CATALOGUE.get(step.rule, CATALOGUE.get(getattr(step.function, "__name__", ""), {}))
    result = step.result
    if isinstance(result, bool):
        outcome = "yes" if result else "no"
    elif isinstance(result, Unknown) and result.kind == "yesno":
        outcome = "unknown"
    else:
        outcome = "open" if isinstance(result, Unknown) and "open" in texts else "value"
    template = texts.get(outcome)
    if template is None:
        return None
    values = {name: bare(given) for name, given in step.given.items()} | {"result": result}
    unless = texts.get("unless") or texts.get(f"unless_{outcome}")
    if unless is not None and values[unless] == result:
        return None
    return "".join(
        part if kind == "" else aloud(values.get(part), kind, reading) for part, kind in _parsed(template, reading.would)
    )


@lru_cache(maxsize=512)
def _parsed(template: str, would: bool) -> tuple[tuple[str, str], ...]:
    """A template as plain text and inputs: (text, "") or (name, kind), with the form for today or for a scenario."""
    text = re.sub(r"\[([^|\]]*)\|([^\]]*)\]", lambda found: found[2 if would else 1], template)
    pieces = re.split(r"\{(\w+):(\w+)\}", re.sub(r"\s+", " ", text))
    return tuple((pieces[i], pieces[i + 1] if i % 3 == 1 else "") for i in range(len(pieces)) if i % 3 != 2)


def aloud(value: Any, kind: str, reading: Reading) -> str:
    """A value as it is read: a length with its unit, money with its currency, a share as a percentage or a fraction.

    What is `owed` is money or nothing; of an amount not wholly known, `ends` tell what is known, after a colon; `months` follow
    "the last" or "the best"; `in_days` and the like name a unit of their own; a `condition` "is met", a `verdict` is
    "met", or not, or not known.

    >>> aloud(Fraction(9, 25), "share", Reading("months", "XTS")), aloud(Fraction(518, 3), "money", Reading("months", "XTS"))
    ('36 %', '172.67 XTS')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Unknown):
        return _unknown_aloud(value, kind, reading)
    if kind == "length":
        return of_unit(_bare(value), reading.unit)
    if kind in IN_UNITS:
        return of_unit(_bare(value), kind.removeprefix("in_"))
    if kind == "months":
        return "month" if value == 1 else f"{_bare(value)} months"
    if kind == "condition":
        return "is met" if value else "is not met"
    if kind == "verdict":
        return "met" if value else "not met"
    if kind == "owed" and value == 0:
        return "nothing"
    if kind in ("money", "owed"):
        return f"{plain(value, 2)} {reading.currency}"
    if kind == "share":
        percent = Fraction(value) * 100
        return f"{_bare(percent)} %" if (percent * 10000).denominator == 1 else str(Fraction(value))
    return _bare(value)


def _bare(value: Any) -> str:
    """A number without needless digits; at most four decimals."""
    if value.denominator == 1:
        return str(value.numerator)
    return plain(value, 4).rstrip("0").rstrip(".")


def _unknown_aloud(value: Unknown, kind: str, reading: Reading) -> str:
    if value.kind == "yesno":
        return "not known" if kind == "verdict" else "is not known to be met"
    if kind == "ends":
        return "" if value.endless and value.low == 0 else ": " + _unknown_aloud(value, "money", reading)
    if not value.endless:
        return f"between {aloud(value.low, kind, reading)} and {aloud(value.high, kind, reading)}"
    if value.low == 0:
        length = "an unknown length" if kind in ("length", *IN_UNITS) else "unknown"
        return "an unknown amount" if kind in ("money", "owed") else length
    return f"at least {aloud(value.low, kind, reading)}"
