"""A decision with every field of the format, on invented law, and the least one."""

from datetime import date
from fractions import Fraction

from portability.record.decision import (
    Benefit,
    Care,
    CertifiedLength,
    ClaimAt,
    CountedSum,
    DecidedUnder,
    Decision,
    Displaced,
    Finding,
    FloorResult,
    Hashes,
    Item,
    Legislation,
    Length,
    Lengths,
    MissingFact,
    Money,
    NextDate,
    NotInSum,
    Payment,
    PeriodResult,
    RateUsed,
    Recompute,
    Source,
    Standing,
    Step,
    Summary,
    SumOf,
    Supplement,
    Variant,
)

DAY = date(2026, 4, 1)
SURE = Standing(facts="certified", law="official")
LEAST = Decision(
    case="a", decided_under=DecidedUnder(agreements="none", at=DAY), summary=Summary(per_month=()), periods=(),
    benefits=(), care=(), floor=(), findings=(), steps=(), not_certain=(), not_modelled=(), missing_facts=(),
)  # fmt: skip


def xts(amount: str) -> Money:
    return Money(amount=amount, currency="XTS")


STEP = "old_age/insured/XA.xa-general/xw-1.all/pro_rata"
WHOLE = Decision(
    case="whole",
    decided_under=DecidedUnder(
        agreements="as-bound", at=DAY, law_as_of=DAY, hashes=Hashes(case="c1", law="l1", engine="e1")
    ),
    summary=Summary(
        per_month=(xts("360.00"),),
        by_beneficiary=(SumOf(beneficiary="insured", per_month=(xts("360.00"),)),),
        rates=(
            RateUsed(
                base="USD", quote="XTS", on=DAY, value="25.00", source="central bank", rule="operation_day", cites="Art 90"
            ),
        ),
        first_payment=DAY,
        claim_at=(ClaimAt(country="XA", institution="XA pensions"),),
        not_in_sum=(NotInSum(benefit="b2", why="its minimum is not known"),),
        next_dates=(NextDate(on=date(2027, 1, 1), what="XB opens"),),
    ),
    periods=(
        PeriodResult(
            id="p1", country="XA", scheme="xa-general", kind="insurance", start=date(1980, 1, 1), end="1989-12",
            certified=CertifiedLength(
                years=8, quarters=1, months=2, weeks=1, days=Fraction(3, 2), day_system=6, hours=4),
            counted=Lengths(unit="months", right=108, amount=Fraction(215, 2)),
            legislation=Legislation(state="XA", cites="Art 11"),
            displaced_by=(Displaced(by="p2", rule="compulsory_over_voluntary", start=date(1985, 1, 1), end=DAY),),
            why_not="a voluntary period beside a compulsory one", reasons=(STEP,),
        ),
    ),
    benefits=(
        Benefit(
            id="b1", beneficiary="insured", country="XA", branch="old_age", scheme="xa-general", form="pension",
            status="entitled", standing=SURE, legal_force="binding",
            variants=(
                Variant(
                    id="xw-1.all", route="pro_rata", instrument="xw-1", states_counted=("XA", "XB"),
                    own=Lengths(unit="months", right=108, amount=108),
                    total=Lengths(unit="months", right=300, amount=300),
                    required=Length(unit="months", value=180), missing=Length(unit="months", value=0),
                    theoretical=xts("1000.00"), ratio="108/300", gross=xts("360.00"),
                    increments=(Item(why="voluntary", money=xts("1.00"), step=STEP),),
                    reductions=(Item(why="overlap", money=xts("1.00"), step=STEP),),
                    net=xts("360.00"), chosen=True, why=STEP,
                ),
            ),
            supplements=(Supplement(kind="minimum", money=xts("5.00"), payer="XB", step=STEP),),
            payments=(
                Payment(start=DAY, end=date(2026, 12, 31), money=xts("360.00"), per="month", payments_a_year=12,
                        payable_in="XC", export="paid", step=STEP),
            ),
            arrears=xts("720.00"), recompute=(Recompute(on=DAY, because="XB opens", cites="Art 50(4)"),),
            reasons=(STEP,),
        ),
        Benefit(
            id="b2", beneficiary="insured", country="XB", branch="old_age", status="refused", refusal="age",
            standing=SURE, legal_force="scenario",
            payments=(
                Payment(start=DAY, per="once", money=Money(
                    unknown=("xb minimum",), at_least="69.33", at_most="90.00", currency="XTS")),
            ),
        ),
    ),
    care=(
        Care(person="insured", situation="pensioner", start=DAY, end=DAY, provider_state="XC", cost_state="XA",
             reimbursement="actual", status="to_examine", instrument="xw-1", reasons=(STEP,)),
    ),
    floor=(
        FloorResult(person="insured", guarantee="older_persons", country="XC", region="north", start=DAY, end=DAY,
                    grant="Grant", payer="Office",
                    level=xts("500.00"), household_scale="1", counted=(CountedSum(what="pension", money=xts("360.00"),
                    step=STEP),), gap=xts("140.00"), not_covered="no national", top_up=xts("140.00"),
                    legal_force="guidance", status="undetermined", reasons=(STEP,)),
    ),
    findings=(Finding(kind="equality", about="insured", country="XA", text="Equal.", force="binding", cites="Art 3"),),
    steps=(
        Step(id=STEP, parents=("old_age/insured/xw-1/total",), rule="pro_rata", sentence="A share.",
             given={"own": "108", "total": "300"}, result="360.00 XTS", exact="9/25", cites="Art 52", standing=SURE),
    ),
    not_certain=("The birth date is declared.",),
    not_modelled=("anti-overlap",),
    missing_facts=(MissingFact(path="person.sex", would_decide="the age in XB"),),
    sources=(Source(key="xw-1", title="Agreement of XA and XB", address="https://example.org/xw-1"),),
)  # fmt: skip
