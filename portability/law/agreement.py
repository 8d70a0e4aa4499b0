"""An instrument: a convention, a regulation, a bilateral agreement, a recommendation used as a scenario.

A knob that the closed lists do not know yet is refused, so that no file says something the engine would pass over.
"""

import datetime
from typing import Literal

from pydantic import Field

from portability.law.adequacy import Adequacy, Asked, Calculation, Workers
from portability.law.care import Health
from portability.law.chapters import Accounts, Apportionment, Equality, ExportRules, Totalisation
from portability.law.counting import Chapter, Conversion, Overlap
from portability.law.injury_chapter import InjuryBetween
from portability.law.leaf import Cited, Dated, Fixed, Lengths, Shares, Strict, Texts, YesNo
from portability.law.national import OpenReading
from portability.law.routing import Family, Unemployment
from portability.law.values import Key, State, StateBranch, Text
from portability.law.words import Branch, Force, Operation, Standing
from portability.law.work import Legislation, Posting

RateDate = Literal["operation_day", "reference_period_end", "first_of_previous_month", "first_of_quarter"]


class Party(Cited):
    """A State bound by the instrument, and when; `to` is the last day it is bound, `published` and `end_published` when that
    was made known, where on another day. `branches`: those it accepted, where States choose; `unknown_branches`: those of
    which it is not known. `region`: the only part of it that is bound.

    `residence_based`: branches in which its own law asks its own people to live there; `refuses`: States, each with a
    branch, to whose nationals it refuses equality because they refuse it to its own. `unknown`: why it is not known
    whether the State is a party at all: it may be bound, and nothing is decided as if it were.
    """

    state: State
    from_: datetime.date | None = Field(None, alias="from")
    unknown: Text | None = None
    to: datetime.date | None = None
    published: datetime.date | None = None
    end_published: datetime.date | None = None
    branches: list[Branch] | None = None
    unknown_branches: list[Branch] | None = None
    region: Text | None = None
    residence_based: list[Branch] | None = None
    refuses: list[StateBranch] | None = None


class Personal(Strict):
    """Which persons are covered."""

    operation: Operation | None = None
    cites: Text | None = None
    standing: Standing | None = None
    source: Text | None = None
    nationality: Dated[Fixed[Literal["none", "parties", "parties_and_refugees", "regional_citizens"]]]
    status: Dated[Fixed[list[Literal["lawful_work", "legal_residence", "cross_border_element"]]]] | None = None
    family_derived: YesNo | None = None


class Material(Strict):
    """Which benefits are covered, beside the branches."""

    benefit_forms: Dated[Fixed[list[Literal["pension", "grant", "lump_sum", "account"]]]] | None = None
    excluded_schemes: Dated[Fixed[list[Text]]] | None = None
    special_non_contributory: Dated[Fixed[list[Text]]] | None = None


class Invalidity(Chapter):
    """Invalidity: which laws are independent of length (`type_a`), whose degree binds, who pays."""

    type_a: Dated[Fixed[list[Text]]] | None = None
    degree_binding: Dated[Fixed[list[Text]]] | None = None
    payer: Dated[Fixed[Literal["single_payer", "each_state"]]] | None = None


class Currency(Strict):
    """In which money, and at which rate, amounts of two currencies meet. `rate_date`: the rate of the day of the decision,
    of the last day of the period an amount is for, of the first day of the month before, or the first one quoted in the
    calendar quarter of the claim."""

    pay_currency: Texts | None = None
    rate: Texts | None = None
    rate_source: Texts | None = None
    rate_date: Dated[Fixed[RateDate]] | None = None
    arrears_interest: Shares | None = None


class Procedure(Chapter):
    """Claims and decisions between institutions. `claim_date_propagates`: a claim in one State is one in all, from its day;
    `claim_within`: a right that the instrument opens, if claimed so long after it came into force, is paid from that day."""

    claim_any_state: YesNo | None = None
    claim_date_propagates: YesNo | None = None
    claim_within: Lengths | None = None
    deferral_allowed: YesNo | None = None
    provisional_payment: YesNo | None = None
    summary_note: YesNo | None = None


class Relation(Strict):
    """How the instrument stands to others: what it replaces, what survives it, how the best is chosen."""

    replaces: list[Key] = Field(default_factory=list)
    savings: Dated[Fixed[Literal["more_favourable", "acquired_rights", "none"]]] | None = None
    choose_best: YesNo | None = None
    mix: YesNo | None = None


class InstrumentFile(Strict):
    """A file of `agreements/instruments/`: one instrument. `source` is the source of every leaf that names none.

    `kind`: it coordinates pensions, it makes equal, or it sets standards that schemes are measured by and no case."""

    format: Literal["portability.instrument/1"]
    id: Key
    title: Text
    force: Force
    kind: Literal["coordination", "equality", "standards"]
    scenario: bool = False
    in_force_from: datetime.date
    published: datetime.date | None = None
    until: datetime.date | None = None
    end_published: datetime.date | None = None
    reviewed: datetime.date
    source: Text
    binding: Text | None = None
    notice: Text | None = None
    note: Text | None = None
    needs_secondary_instrument: bool = False
    branches: Dated[Fixed[list[Branch]]]
    not_modelled: list[Text] = Field(default_factory=list)
    departs_from: list[Text] = Field(default_factory=list)
    reading: list[OpenReading] = Field(default_factory=list)
    party: list[Party] = Field(default_factory=list)
    personal: Personal | None = None
    material: Material | None = None
    legislation: Legislation | None = None
    posting: Posting | None = None
    overlap: Overlap | None = None
    conversion: Conversion | None = None
    totalisation: Totalisation | None = None
    apportionment: dict[Branch, Apportionment] = Field(default_factory=dict)
    accounts: Accounts | None = None
    invalidity: Invalidity | None = None
    injury: InjuryBetween | None = None
    health: Health | None = None
    unemployment: Unemployment | None = None
    family: Family | None = None
    export: ExportRules | None = None
    equality: Equality | None = None
    adequacy: dict[Asked, Adequacy] = Field(default_factory=dict)
    calculation: Calculation | None = None
    workers: Workers | None = None
    money: Currency | None = None
    procedure: Procedure | None = None
    relation: Relation | None = None


