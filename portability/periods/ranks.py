"""How an instrument ranks periods that coincide in different States: the knobs of its overlap chapter."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TypeAlias

from portability.periods.knobs import known_keys, known_words

Rank: TypeAlias = str

RANKS: tuple[Rank, ...] = ("compulsory", "residence", "voluntary", "assimilated")
"""Ranks of periods, strongest first."""

RANK_OF_KIND: Mapping[str, Rank] = {
    "insurance": "compulsory",
    "employment": "compulsory",
    "self_employment": "compulsory",
    "residence": "residence",
    "voluntary": "voluntary",
    "assimilated": "assimilated",
}

VOLUNTARY = "compulsory_over_voluntary"
REAL = "real_over_assimilated"
LAST_THEN_FIRST = "assimilated_last_prior_then_first_later"
RESIDENCE = "compulsory_over_residence"
SAME_RANK = "same_rank"

RULES = (VOLUNTARY, REAL, LAST_THEN_FIRST)
WORDS: Mapping[str, tuple[str, ...]] = {
    "same_rank": ("each_own", "count_once", "by_grade"),
    "undated": ("added", "free_time"),
    "residence_rank": ("as_compulsory", "below"),
    "voluntary_over_assimilated": ("stays", "same_rank"),
    "assimilated_among": ("crediting_states", "any_state"),
    "before": ("contested_day", "credited_spell"),
    "never_insured": ("both", "nobody"),
}


@dataclass(frozen=True)
class OverlapRules:
    """The overlap chapter of an instrument; every point that its text leaves open is a knob.

    - `rules`: displacement rules in the order in which they are asked; the first that decides is the reason given.
      `compulsory_over_voluntary`: compulsory insurance, and residence, displace voluntary insurance.
      `real_over_assimilated`: every other period displaces an assimilated one.
      `assimilated_last_prior_then_first_later`: time credited by several States stays with the one whose compulsory
      insurance came last before it, else with the one whose came first after it.
    - `same_rank`: periods of equal rank in two States: `each_own`, each keeps its own and a total counts the time
      once; `count_once`, one State keeps it: the one whose unbroken counted time began first (at the same day, the
      first by code); `by_grade`, one State keeps it: the one with the lowest grade of insurance on that day, and
      among equal grades as under `count_once`; a period without a grade comes after all that have one.
    - `undated`: certified lengths without dates are `added` in full, or only as far as there is `free_time`.
    - `residence_rank`: residence ranks `as_compulsory`, or `below`: compulsory insurance displaces it.
    - `voluntary_over_assimilated`: voluntary insurance `stays`, being real; or both have the `same_rank`.
    - `assimilated_among`: last or first insurance is sought among the `crediting_states`, or in `any_state`: if that
      State does not credit the time, nobody keeps it.
    - `before`: sought from the `contested_day`, or from the ends of the `credited_spell` (the earliest start and the
      latest end of the spells in contest).
    - `never_insured`: if no compulsory insurance is found, `both` keep the time (as of the same rank) or `nobody`.
    - `displaced_voluntary_increment`, `applies_to_independent`: for the pension stages; counting does not use them.

    >>> OverlapRules.read({"rules": ["compulsory_over_voluntary"]}).rules
    ('compulsory_over_voluntary',)
    """

    rules: tuple[str, ...] = RULES
    same_rank: str = "each_own"
    undated: str = "added"
    residence_rank: str = "as_compulsory"
    voluntary_over_assimilated: str = "stays"
    assimilated_among: str = "crediting_states"
    before: str = "contested_day"
    never_insured: str = "both"
    displaced_voluntary_increment: bool = False
    applies_to_independent: bool = False

    def __post_init__(self) -> None:
        known_words("overlap", {key: getattr(self, key) for key in WORDS}, WORDS)
        for rule in self.rules:
            if rule not in RULES:
                raise ValueError(f'[overlap] rules has "{rule}". Allowed: {", ".join(RULES)}')

    @classmethod
    def read(cls, told: Mapping[str, object]) -> "OverlapRules":
        """The rules told by key, as in `[overlap]` of a law file; ValueError names the key, the word and the remedy."""
        known_keys("overlap", told, [each.name for each in fields(cls)])
        values = dict(told)
        rules = values.pop("rules", RULES)
        if isinstance(rules, str) or not isinstance(rules, (list, tuple)):
            raise ValueError(f"[overlap] rules is {rules!r}, not a list of rules. Allowed in it: {', '.join(RULES)}")
        for key in ("displaced_voluntary_increment", "applies_to_independent"):
            if not isinstance(values.get(key, False), bool):
                raise ValueError(f"[overlap] {key} is {values[key]!r}. Write true or false")
        return cls(rules=tuple(map(str, rules)), **values)  # type: ignore[arg-type]  # words are checked on entry

    @cached_property
    def stronger(self) -> Mapping[tuple[Rank, Rank], str]:
        """The rule by which a rank displaces another: (stronger, weaker) to the rule's word, strongest first."""
        found: dict[tuple[Rank, Rank], str] = {}
        if self.residence_rank == "below":
            found["compulsory", "residence"] = RESIDENCE
        for rule in self.rules:
            if rule == VOLUNTARY:
                pairs = [("compulsory", "voluntary"), ("residence", "voluntary")]
            elif rule == REAL:
                pairs = [("compulsory", "assimilated"), ("residence", "assimilated"), ("voluntary", "assimilated")]
                if self.voluntary_over_assimilated == "same_rank":
                    pairs.pop()
            else:
                pairs = []
            for pair in pairs:
                found.setdefault(pair, rule)
        return dict(sorted(found.items(), key=lambda each: RANKS.index(each[0][0])))

    @property
    def insuring(self) -> tuple[Rank, ...]:
        """The ranks that make a person compulsorily subject to a State's legislation."""
        return ("compulsory", "residence") if self.residence_rank == "as_compulsory" else ("compulsory",)
