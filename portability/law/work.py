"""Which State's law applies to work: the chapters `legislation` and `posting` of an instrument, and the words they may use."""

from typing import ClassVar, Literal

from portability.law.counting import Chapter
from portability.law.leaf import Dated, Fixed, Lengths, Shares, YesNo
from portability.law.values import Length

Crew = Literal["home_base", "seat", "seat_branch_or_residence"]


class Voluntary(Fixed[Literal["excluded", "excluded_but_for_pensions"]]):
    """Insurance by choice beside compulsory insurance elsewhere; `after_work`: only of those who once worked under that law."""

    after_work: bool | None = None


class Legislation(Chapter):
    """Which State's law applies to work. One law applies at a time where `one_at_a_time` says so.

    `default`: of those who work in one State. `otherwise`: of those whom no other rule reaches, as on a ship under the flag of
    a State that is not bound. `seafarer` `flag_unless_paid_at_home`: the flag, unless somebody seated where the person lives
    pays. `aircrew`, `transport_crew` `seat_branch_or_residence`: the employer's seat, the State of a branch that employs the
    crew, or that of residence where the work is wholly or mainly there. `mission` `host_or_chosen`: the State of work, unless
    nationals of the sending State chose its law.

    Of several States at once: `multi_state` that of residence, where the `substantial_share` of the work is there (left out:
    any part); what is under the `marginal_share` does not count. Else `employers` `seat_or_residence`: the seat of the employer,
    and residence where there are several; `seat_or_other_than_residence`: of two seats of which one is in the State of
    residence, the other. The self-employed else as `self_employed_elsewhere` says. `employed_first`: work as an employee goes
    before self-employed work; `civil_servant_first`: that of civil servants before both.

    `by_agreement`: the authorities may agree on another law. `voluntary`: insurance by choice beside compulsory insurance in
    another State: `excluded`, or so but for pensions.
    """

    default: Dated[Fixed[Literal["work_place", "residence", "employer_seat", "home_affiliation"]]] | None = None
    one_at_a_time: YesNo | None = None
    otherwise: Dated[Fixed[Literal["residence"]]] | None = None
    civil_servant: Dated[Fixed[Literal["administering_state"]]] | None = None
    seafarer: Dated[Fixed[Literal["flag", "flag_unless_paid_at_home"]]] | None = None
    aircrew: Dated[Fixed[Crew]] | None = None
    transport_crew: Dated[Fixed[Crew]] | None = None
    mission: Dated[Fixed[Literal["host_or_chosen"]]] | None = None
    multi_state: Dated[Fixed[Literal["residence_if_substantial", "employer_seat"]]] | None = None
    substantial_share: Shares | None = None
    marginal_share: Shares | None = None
    employers: Dated[Fixed[Literal["seat_or_residence", "seat_or_other_than_residence"]]] | None = None
    self_employed_elsewhere: Dated[Fixed[Literal["centre_of_interest", "main_activity", "agreed"]]] | None = None
    employed_first: YesNo | None = None
    civil_servant_first: YesNo | None = None
    by_agreement: YesNo | None = None
    voluntary: Dated[Voluntary] | None = None


class PriorAffiliation(Fixed[Length]):
    """How long a person must have been under the law of the sending State just before; `shorter`: what less of it means."""

    NEEDS: ClassVar[tuple[str, ...]] = ("shorter",)

    shorter: Literal["not_posted", "to_examine"] | None = None


class Posting(Chapter):
    """Work abroad for a time under the law of the sending State.

    `length`: the most, as it was `expected` beforehand or as it `elapsed` (`measured`). `overrun`: what follows where it lasts
    longer than anybody foresaw: the law of the sending State goes on `until_done` where the other consents, for an `extension`
    where both do, or `no_longer`. `gap`: the time between two postings to one State; `replacement_ban`: nobody may be posted to
    take the place of another posted person; `self_employed`: whether they too may post themselves.
    """

    length: Lengths | None = None
    measured: Dated[Fixed[Literal["expected", "elapsed"]]] | None = None
    overrun: Dated[Fixed[Literal["until_done", "extension", "no_longer"]]] | None = None
    extension: Lengths | None = None
    prior_affiliation: Dated[PriorAffiliation] | None = None
    gap: Lengths | None = None
    replacement_ban: YesNo | None = None
    self_employed: YesNo | None = None
