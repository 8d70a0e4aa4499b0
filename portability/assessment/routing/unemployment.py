"""Benefits in unemployment: the State that pays, the periods it adds, how long it pays abroad, what another refunds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, cast

from portability.assessment.at_once import OF_WORK, span
from portability.assessment.part import Asking, Part
from portability.assessment.routing.qualifying import Asked, asked_of, months_of
from portability.assessment.routing.rows import Chapter, Stated, chapter_of, stated, step, surest, unsure
from portability.assessment.routing.unemployment_between import export, not_there, refund
from portability.case.tables import Period
from portability.document.leaf import earliest
from portability.law.dated import Leaf
from portability.number.exact import plain
from portability.number.unknown import unknown
from portability.record import decision as record
from portability.rules.between_states import of_last_pay

BRANCH = "unemployment"


def decided(asking: Asking) -> Part:
    """Who pays an unemployed person, and on which periods."""
    events = [row for row in asking.case.event if row.kind == BRANCH and row.person == "insured"]
    day = max((earliest(row.date) for row in events if earliest(row.date) <= asking.day), default=asking.day)
    worked = sorted(
        (row for row in asking.case.period if row.person == "insured" and row.kind in OF_WORK and row.start and row.end),
        key=lambda row: span(row)[1],
    )
    before = [row for row in worked if span(row)[0] < day]
    if not before:
        text = "no work before the unemployment is told"
        return Part(not_certain=(f"{BRANCH}: {text}",), missing_facts=(record.MissingFact(path="period", would_decide=text),))
    last = before[-1]
    life = asking.career(BRANCH)
    then = life.residence_of("insured", min(span(last)[1], day))
    now = life.residence_of("insured", asking.day)
    lived, lives = (None if row is None else str(row.country) for row in (then, now))
    states = {row.country for row in before} | {state for state in (lived, lives) if state is not None}
    chapter, findings = chapter_of(asking, BRANCH, states)
    made = _Route(asking, chapter, day, last, lived, lives)
    made.findings += findings
    made.decide(before)
    return made.part()


class _Route:
    """One decision on who pays, as it is made."""

    def __init__(
        self, asking: Asking, chapter: Chapter | None, day: date, last: Period, lived: str | None, lives: str | None
    ) -> None:
        self.asking, self.chapter, self.day, self.last, self.lived, self.lives = asking, chapter, day, last, lived, lives
        self.steps: list[record.Step] = []
        self.leaves: list[Leaf | None] = []
        self.findings: list[record.Finding] = []
        self.notes: list[str] = []
        self.benefits: list[record.Benefit] = []
        self.missing: list[record.MissingFact] = []

    def decide(self, before: Sequence[Period]) -> None:
        """The State that pays, then its conditions, then what follows."""
        work, claim = self.last.country, self._claimed_in()
        payer, leaf, why = self._payer(work, claim)
        where = f"{BRANCH}/insured/{payer}/{self._instrument or 'alone'}"
        does = "decides by its own law" if self.chapter is None else "would pay" if self._would else "pays"
        top = step(where, "who_pays", f"{payer} {does}: {why}.", payer, leaf, {"last work": work})
        self.leaves.append(leaf)
        asked = asked_of(self.asking, payer, self.day)
        at_home = payer != work
        adds = self.chapter is not None and self.chapter.binds(payer) and (payer == work or at_home)
        own = months_of([row for row in before if row.country == payer], asked.since, self.day)
        added = [row for row in before if row.country == payer or (adds and self._binds(row.country))]
        total = months_of(added, asked.since, self.day)
        self.steps.append(top)
        self._row(payer, top, asked, own, total, where)
        if self.chapter is None:
            return
        if payer == self.lived != work:
            self._find(refund(self.chapter, work, payer, [row for row in before if row.country == work], self.day), work)
        else:
            self._find(export(self.chapter, payer), payer)
        if claim is not None and claim != payer:
            self._find(not_there(self.chapter, claim, work), claim)

    @property
    def _instrument(self) -> str | None:
        return None if self.chapter is None else self.chapter.binding.id

    @property
    def _would(self) -> bool:
        return self.chapter is not None and self.chapter.would

    @property
    def _force(self) -> Any:
        return "binding" if self.chapter is None else self.chapter.binding.force

    def _binds(self, state: str) -> bool:
        return self.chapter is not None and self.chapter.binds(state)

    def _claimed_in(self) -> str | None:
        lodged = [row.lodged_in for row in self.asking.case.claim if BRANCH in row.branches and row.claimant == "insured"]
        return lodged[0] if lodged and lodged[0] is not None else self.lives

    def _payer(self, work: str, claim: str | None) -> tuple[str, Leaf | None, str]:
        """The State that pays, by which leaf, and why."""
        chapter = self.chapter
        if chapter is None or not chapter.binds(work):
            return work, None, "the person was last insured there, and no instrument settles who pays"
        across = chapter.leaf("cross_border")
        if self.lived is not None and self.lived != work and chapter.binds(self.lived) and across is not None:
            works = across.get("operation") in (None, "self_executing") or chapter.would
            stays = self._goes_home() is False and claim == work and chapter.says("may_stay") is True
            if works and stays:
                leaf = chapter.leaf("may_stay")
                return work, leaf, f"the person lived in {self.lived} without going home every week, and stays where the work was"
            if works and across.is_ == "residence_state":
                why = f"the person lived there while working in {work}, and its law applies as if the work had been its own"
                return self.lived, across, why
            if not works:
                text = f"who lived in {self.lived} while working in {work} is paid there only by an agreement between the two"
                self.findings.append(self._finding("agreement_expected", f"{text}; none is known", across, self.lived))
        return work, chapter.leaf("competent"), "the person was last insured there"

    def _goes_home(self) -> bool | None:
        """Whether the person went home every week during the last work; not told is taken as yes."""
        rows = [row for row in self.asking.case.work if row.person == "insured" and row.country == self.last.country]
        told = [row.goes_home for row in rows if row.goes_home is not None]
        if not told:
            self.notes.append(f"{BRANCH}: whether the person went home every week is not told; taken as yes (assumed)")
            self.missing.append(record.MissingFact(path="work: goes_home", would_decide="which State pays in unemployment"))
        return told[-1] if told else None

    def _row(self, payer: str, top: record.Step, asked: Asked, own: Fraction, total: Fraction, where: str) -> None:
        """The row of the State that pays: its right on the periods added, its amount where it is known."""
        reasons, status, refusal = [top], "undetermined", None
        needed = asked.required
        if needed is not None:
            window = f" of the last {asked.window}" if asked.window else ""
            met = total >= needed
            text = f"{payer} asks {_months(needed)}{window}; {_months(own)} of its own"
            text += f", {_months(total)} with those of the other States" if total != own else ""
            leaf = self.chapter.leaf("last_insured_there") if self.chapter is not None and total != own else asked.leaf
            self.leaves += [leaf, asked.leaf]
            given = {"own": _months(own), "total": _months(total), "needed": _months(needed)}
            result = "yes" if met else "no"
            made = step(where, "qualifying", f"{text}: {'met' if met else 'not met'}.", result, leaf, given, (top.id,))
            reasons.append(made)
            status, refusal = ("entitled", None) if met else ("refused", "qualifying_period")
        elif total != own:
            text = f"{payer} adds the periods of others as far as needed: {_months(own)} of its own, {_months(total)} in all."
            leaf = None if self.chapter is None else self.chapter.leaf("last_insured_there") or self.chapter.leaf("cross_border")
            reasons.append(step(where, "adds", text, _months(total), leaf, {"own": _months(own)}, (top.id,)))
            self.leaves.append(leaf)
        amount = self._amount(payer, asked, where, reasons)
        if amount.known and needed is None and amount.standing != "missing":
            status = "entitled"
        self.steps += [one for one in reasons if one is not top]
        day = self.asking.day
        net = None if status == "refused" else amount.money(day)
        unit = "months"
        self.benefits.append(
            record.Benefit(
                id=f"{BRANCH}/insured/{payer}",
                beneficiary="insured",
                country=payer,
                branch=cast(Any, BRANCH),
                form="daily_cash",
                status=cast(Any, status),
                refusal=cast(Any, refusal),
                standing=surest(reasons, (amount.standing if amount.known else "declared", self.last.standing or "declared")),
                legal_force=self._force,
                variants=(
                    record.Variant(
                        id=f"{BRANCH}/insured/{payer}/{self._instrument or 'alone'}",
                        route="single_payer" if self.chapter is not None else "independent",
                        instrument=self._instrument,
                        own=record.Lengths(unit=unit, right=own, amount=own),
                        total=record.Lengths(unit=unit, right=total, amount=total),
                        required=None if needed is None else record.Length(unit=unit, value=needed),
                        missing=None if needed is None or total >= needed else record.Length(unit=unit, value=needed - total),
                        net=net,
                        chosen=True,
                        why=top.id,
                    ),
                ),
                payments=self._paid(payer, net) if status == "entitled" and net is not None else (),
                reasons=tuple(one.id for one in reasons),
            )
        )
        if net is not None and not amount.known:
            what = f"the amount of {BRANCH}/insured/{payer}"
            self.missing += [record.MissingFact(path=path, would_decide=what) for path in net.unknown]

    def _paid(self, payer: str, net: record.Money) -> tuple[record.Payment, ...]:
        abroad: Any = "paid" if self.lives in (None, payer) else "undetermined"
        return (record.Payment(start=self.asking.day, money=net, per="month", payments_a_year=12, export=abroad),)

    def _amount(self, payer: str, asked: Asked, where: str, reasons: list[record.Step]) -> Stated:
        """As stated; else the share that national law gives of the last pay under the law that decides; else not known."""
        found = stated(self.asking, payer, BRANCH)
        if found.known or asked.share is None:
            return found
        key = "earnings" if payer == self.last.country else "earnings_cross_border"
        leaf = None if self.chapter is None else self.chapter.leaf(key)
        country = payer if key == "earnings" or leaf is None else self.last.country
        runs = [row for row in self.asking.career(BRANCH).earnings if row.country == country and row.start <= self.day]
        if not runs:
            return Stated(unknown(f"the last pay in {country}"), found.currency, "missing")
        pay = max(runs, key=lambda row: row.end)
        value = of_last_pay(pay.by_month, asked.share)
        due = Stated(value, pay.currency, pay.standing)
        told = due.money(self.asking.day)
        last = f"{plain(Fraction(pay.by_month), 2)} {pay.currency}"
        text = f"{asked.share_told} of the last pay in {country} ({last} a month): {told.amount} {told.currency}."
        self.leaves += [leaf, asked.share_leaf]
        result = f"{told.amount} {told.currency}"
        reasons.append(step(where, "of_last_pay", text, result, asked.share_leaf, {"pay": last}, exact=str(value)))
        return due

    def _find(self, found: tuple[str, Leaf] | None, country: str) -> None:
        if found is not None:
            self.leaves.append(found[1])
            self.findings.append(self._finding("maintenance", found[0], found[1], country))

    def _finding(self, kind: Any, text: str, leaf: Leaf, country: str) -> record.Finding:
        return record.Finding(
            kind=kind, about=f"{BRANCH}/insured/{country}", country=country, text=text, force=self._force, cites=str(leaf.cites)
        )

    def part(self) -> Part:
        """What the part says."""
        return Part(
            benefits=tuple(self.benefits),
            findings=tuple(self.findings),
            claim_at=tuple(
                record.ClaimAt(country=one.country, institution=f"the institution of {one.country}")
                for one in self.benefits
                if one.status != "refused"
            ),
            steps=tuple(self.steps),
            not_certain=(*self.notes, *unsure(self.chapter, self.leaves)),
            not_modelled=(f"{BRANCH}: partial and intermittent unemployment; waiting days, and how long the benefit lasts",),
            missing_facts=tuple(self.missing),
        )


def _months(value: Fraction) -> str:
    """A length in months, with its rest.

    >>> _months(Fraction(14)), _months(Fraction(13, 2)), _months(Fraction(1))
    ('14 months', '6.5 months', '1 month')
    """
    return f"{plain(value, 2).rstrip('0').rstrip('.')} month{'' if value == 1 else 's'}"
