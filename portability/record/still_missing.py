"""What is still missing, as text or Markdown: when each pension opens, and what would close each gap."""

from __future__ import annotations

from collections.abc import Sequence

from portability.record.measure import Length, of_unit
from portability.record.missing import Gap, Missing, MissingRow, Opening
from portability.record.phrases import REFUSALS, by_the_law_of, state_and_scheme
from portability.record.render import _Page as Page

FORMS = {"lump_sum": "a lump sum", "refund": "a refund", "account": "the balance", "pension": "the pension"}
CONDITIONS = {
    "length": "for the pension",
    "reduced_length": "for the reduced pension",
    "further_length": "besides",
    "alternative_length": "as another way to the pension",
    "registered": "since the first insured day",
    "residence_length": "of residence",
    "residence": "Residence in the State is asked",
    "nationality": "Another nationality or status is asked",
    "contingency": "A contingency as the law describes it is asked (the degree of incapacity, the kind of survivor)",
    "insured_at_event": "Insurance by this law when the contingency came is asked",
}


WITHOUT_LENGTH = ("residence", "nationality", "contingency", "insured_at_event")


def still_missing(missing: Missing, markdown: bool = False) -> str:
    """The whole of it for people to read, ending in a new line."""
    page = Page(markdown)
    known = by_the_law_of(missing.law_as_of)
    page.title(f"What is missing in case {missing.case} on {missing.at}, agreements: {missing.agreements}{known}")
    last = missing.insured
    if last is None:
        page.line("No dated period says where the person was insured last: only age is followed.")
    else:
        goes = "taken to go on" if last.now else "not insured since, so that only age goes on"
        page.line(f"Insured last in {state_and_scheme(last.country, last.scheme)}, until {last.until}: {goes}.")
    page.lines.append("")
    head = ["State and scheme", "branch", "now", *_situations(missing)]
    rows = [
        [state_and_scheme(one.country, one.scheme), _branch(one), _now(one), *_opens(one, len(head) - 3)]
        for one in missing.rows
    ]
    page.table("When each pension opens", head, rows)
    for one in missing.rows:
        page.list(f"Missing: {state_and_scheme(one.country, one.scheme)}{_whose(one)}", [gap_told(gap) for gap in one.gaps])
    page.list("Not told here: ask `case`", [branch.replace("_", " ") for branch in missing.not_decided])
    page.list("Taken", missing.taken)
    page.list("Not certain", missing.not_certain)
    return page.text()


def gap_told(gap: Gap) -> str:
    """One condition in a sentence, with its article; with "would" where it rests on what binds nobody.

    >>> gap_told(Gap(condition="length", required=Length(unit="months", value=180), counted=Length(unit="months", value=60),
    ...     missing=Length(unit="months", value=120)))
    'By national law alone 180 months are needed for the pension: 60 months counted, 120 months missing.'
    """
    cites = f"  [{gap.cites}]" if gap.cites else ""
    return _sentence(gap) + cites


def _sentence(gap: Gap) -> str:
    unknown = f"not known for want of: {', '.join(gap.unknown)}"
    if gap.condition == "age":
        asked = "The age asked" if gap.required is None else f"Age {_length(gap.required)}"
        when = "" if gap.reached_on is None else f", reached on {gap.reached_on}"
        return f"{asked}{when}" + (f": {unknown}." if gap.unknown else ".")
    if gap.condition in WITHOUT_LENGTH:
        return CONDITIONS[gap.condition] + (f": {unknown}." if gap.unknown else ".")
    would = gap.legal_force != "binding"
    under = "By national law alone"
    if gap.instrument is not None:
        under = f"With the periods added under {gap.instrument}" + (f" ({gap.legal_force}: it binds nobody)" if would else "")
    needed = "a length not known is" if gap.required is None else f"{_length(gap.required)} are"
    needed = needed.replace(" are", " would be") if would else needed
    counted = "" if gap.counted is None else f"{_length(gap.counted)} counted, "
    if gap.unknown:
        short = unknown
    elif gap.missing is None or gap.missing.value == 0:
        short = "nothing would be missing" if would else "nothing is missing"
    else:
        short = f"{_length(gap.missing)} {'would be ' if would else ''}missing"
    return f"{under} {needed} needed {CONDITIONS[gap.condition]}: {counted}{short}."


def _branch(row: MissingRow) -> str:
    branch = row.branch.replace("_", " ")
    return branch if row.beneficiary == "insured" else f"{branch} ({row.beneficiary})"


def _whose(row: MissingRow) -> str:
    return "" if row.branch == "old_age" else f", {_branch(row)}"


def _length(length: Length) -> str:
    return of_unit(length.value, length.unit)


def _situations(missing: Missing) -> Sequence[str]:
    openings = next((one.openings for one in missing.rows if one.openings), ())
    last = missing.insured
    told = {
        "insured_on": f"if insured on in {last.country if last else ''}",
        "nothing_more": "if nothing more is added",
    }
    return [told[one.situation] + (" (as now)" if one.present else "") for one in openings]


def _now(row: MissingRow) -> str:
    would = "" if row.legal_force == "binding" else "would be "
    if row.status == "refused":
        return f"{would}refused: {REFUSALS.get(row.refusal or '', row.refusal or '')}"
    if row.status == "entitled":
        form = FORMS.get(row.form or "", "the benefit")
        return f"{form} would be open ({row.legal_force})" if would else f"{form} is open"
    return row.status.replace("_", " ")


def _opens(row: MissingRow, width: int) -> list[str]:
    return [_opening(one) for one in row.openings] or ["-"] * width


def _opening(one: Opening) -> str:
    told = []
    if one.possible_from is not None:
        told.append(f"perhaps from {one.possible_from}: not known for want of {', '.join(one.unknown)}")
    if one.on is not None:
        under = "" if one.instrument is None else f" under {one.instrument}"
        told.append(f"{one.on}{under}" if one.legal_force == "binding" else f"would open {one.on}{under} ({one.legal_force})")
    return "; ".join(told) or f"not up to {one.looked_to}"
