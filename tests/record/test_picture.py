"""The picture of a life: well formed, the same bytes, all of it as text too, and no label over another."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.assessment.path import path
from portability.assessment.scope import agreement_set
from portability.case.model import load_case
from portability.law.sets import comparison
from portability.record.measure import Money
from portability.record.path import CareHeld, Due, Guaranteed, Insured, Mark, Once, Spell, State, Stretch
from portability.record.path import Path as Laid
from portability.record.path_words import care_words, due_words, floor_words, once_words
from portability.record.picture import picture
from portability.record.picture.places import GAP, Label, packed, staircase
from portability.record.picture.scale import scale
from portability.record.picture.sheet import broken, escaped, wide

SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).parents[2] / "scenarios"
LIVES = [
    ("published-zw-nssa-20-years", "as-bound"),
    ("es-fr-pt-three-overlapping-spells", "as-bound"),
    ("xa-xb-xc-widow-and-two-children", "as-bound"),
    ("mz-za-miners-fund", "as-bound"),
    ("ao-gh-ke-irregular-worker", "as-bound"),
    ("zw-za-work-no-insurance", "as-bound"),
    ("published-za-r898-annexure-a", "as-bound"),
    ("hr-si-topped-up", "none"),
    ("published-zw-nssa-40-years", "as-bound"),
    ("mz-tz-ten-months-in-a-third", "r167-for-all"),
    ("mz-za-miners-accident", "as-bound"),
    ("xa-two-accidents", "as-bound"),
    ("xa-xb-widow-and-four-children", "as-bound"),
    ("ls-za-silicosis", "as-bound"),
    ("mw-zm-widow-and-three-children", "as-bound"),
    ("xa-xb-sick-after-three-weeks", "as-bound"),
    ("xa-xb-xc-birth-across-a-border", "as-bound"),
    ("mz-za-birth-across-a-border", "as-bound"),
    ("xa-xb-xc-pensioner-cared-for-in-a-third", "as-bound"),
    ("za-refugees-child", "as-bound"),
    ("za-zw-couple-means-test", "as-bound"),
    ("at-tr-four-postings", "as-bound"),
    ("zw-zm-sent-for-eighteen-months", "as-bound"),
    ("de-fr-frontier-worker-unemployed", "as-bound"),
    ("ls-returned-with-the-grant-alone", "as-bound"),
    ("published-za-coida-schedule-4", "as-bound"),
]


class Box(NamedTuple):
    left: int
    top: int
    right: int
    foot: int
    text: str


def boxes(drawn: str) -> list[Box]:
    """The room that each text of a picture takes at most."""
    found = []
    for text in ET.fromstring(drawn).iter(f"{SVG}text"):
        words, size = text.text or "", int(text.attrib["font-size"])
        width, x, y = wide(words, size), int(text.attrib["x"]), int(text.attrib["y"])
        left = {"end": x - width, "middle": x - width // 2}.get(text.get("text-anchor", ""), x)
        found.append(Box(left, y - size + 2, left + width, y + 1, words))
    return found


def apart(one: Box, other: Box) -> bool:
    return one.right <= other.left or other.right <= one.left or one.foot <= other.top or other.foot <= one.top


@cache
def laid(name: str, agreements: str) -> Laid:
    case = load_case(ROOT / "cases" / name / "case.toml")
    return path(case, None, agreement_set(comparison(ROOT / "comparisons", agreements)))


@pytest.mark.parametrize(("name", "agreements"), LIVES)
def test_no_label_lies_over_another_or_beyond_the_sheet(name: str, agreements: str) -> None:
    drawn = picture(laid(name, agreements))
    width, height = (int(ET.fromstring(drawn).attrib[side]) for side in ("width", "height"))
    found = boxes(drawn)
    assert [(one.text, other.text) for one, other in combinations(found, 2) if not apart(one, other)] == []
    assert [one.text for one in found if one.left < 0 or one.right > width or one.foot > height] == []


@pytest.mark.parametrize(("name", "agreements"), LIVES)
def test_the_same_life_is_the_same_bytes_and_all_of_it_is_text_too(name: str, agreements: str) -> None:
    one = laid(name, agreements)
    drawn = picture(one)
    assert picture(one) == drawn
    root = ET.fromstring(drawn)
    described = root.findtext(f"{SVG}desc") or ""
    assert one.case in (root.findtext(f"{SVG}title") or "")
    for stretch in one.stretches:
        for words in (*map(due_words, stretch.due), *map(once_words, stretch.once), *map(floor_words, stretch.floor)):
            assert words in described
        assert all(care_words(care) in described for care in stretch.care)
        for mark in stretch.happened:
            assert mark.what in described
    assert all(finding.text in described for finding in one.findings)
    assert ", then a " not in described
    shown = " ".join(box.text for box in boxes(drawn))
    assert all(state.country in shown for state in one.states)
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")  # nothing is fetched


def test_what_changes_often_and_says_the_same_is_said_once() -> None:
    """The level of the grant is raised almost every year; that nothing more can be said of it stays."""
    texts = [box.text for box in boxes(drawn_of("published-za-coida-schedule-4"))]
    assert texts.count("whether anything is paid") == 1


def drawn_of(name: str) -> str:
    return picture(laid(name, "as-bound"))


def test_each_benefit_after_an_injury_says_after_which_and_what_for() -> None:
    two, fire = drawn_of("xa-two-accidents"), drawn_of("xa-xb-widow-and-four-children")
    for words in ("accident first (XA)", "accident first: a degree of", "employment injury first: lasting incapacity (xa-injury)",
                  "care in XA, at the cost of XA, for the injury second"):  # fmt: skip
        assert words in " ".join(two.split())
    for words in ("survivors", "sum on death", "funeral"):
        assert f">employment injury fire: {words} (xa-injury), widow<" in fire
    assert "% %" not in two + fire


def test_what_is_not_established_of_a_floor_is_one_row_for_a_state_and_those_who_live_there_are_told() -> None:
    drawn = drawn_of("xa-xb-widow-and-four-children")
    assert [box.text for box in boxes(drawn) if box.text.endswith(": not established")] == ["XB: not established"]
    assert "widow, dina live here" in drawn
    assert "ZA: health care, the insured, thandi" in drawn_of("za-zw-couple-means-test")


def test_where_the_law_of_another_state_applies_a_period_says_so_and_work_is_drawn_where_it_is_done() -> None:
    """Of its source: fourteen months were planned, so the law of TR from the first day; of the last posting from its
    thirteenth month, 1 September 2025, on. The other two stay under AT."""
    one = laid("at-tr-four-postings", "as-bound")
    other = [(each.start, each.end) for each in one.stretches for works in each.insured if works.legislation == "TR"]
    assert other == [(date(2021, 6, 1), date(2022, 7, 31)), (date(2025, 9, 1), date(2025, 12, 31))]
    assert [(work.country, work.posted_from) for work in one.work] == [("TR", "AT")] * 4
    drawn = picture(one)
    assert "url(#other_law)" in drawn
    assert "but law of TR" in drawn
    assert "ecss-1972, Art 15(1)(a)(i)" in "".join(box.text for box in boxes(drawn))
    assert {box.text for box in boxes(drawn)} >= {"AT", "TR"}


def test_cash_by_the_day_is_in_the_sum_and_what_is_paid_once_lies_over_no_words() -> None:
    drawn = drawn_of("xa-xb-xc-birth-across-a-border")
    assert "On 2026-03-10: 40.00 XTS a day in all." in drawn
    stars = [shape.attrib["points"].split() for shape in ET.fromstring(drawn).iter(f"{SVG}polygon") if shape.get("stroke")]
    assert stars
    for points in stars:
        xs, ys = zip(*(map(int, point.split(",")) for point in points), strict=True)
        star = Box(min(xs), min(ys), max(xs), max(ys), "paid once")
        assert [box.text for box in boxes(drawn) if not apart(star, box)] == []


def test_care_that_is_refused_is_no_care() -> None:
    drawn = drawn_of("ls-za-silicosis")
    assert "no care in ZA, for the injury silicosis" in drawn
    assert "no right to care" in drawn
    assert "medical care<" not in drawn


def test_what_is_not_binding_is_outlined_and_what_is_not_certain_is_hatched() -> None:
    would = picture(laid("mz-tz-ten-months-in-a-third", "r167-for-all"))
    assert "would be 6705.70 MZN a month (scenario)" in would
    assert "would be: nobody owes it today" in would
    assert "benefit paid" not in would
    unsure = picture(laid("ao-gh-ke-irregular-worker", "as-bound"))
    assert 'fill="url(#unsure)"' in unsure
    assert "not certain" in unsure


def invented() -> Laid:
    """A life with every kind of row, also such as no branch here makes."""
    day, end = date(2020, 1, 1), date(2022, 12, 31)
    cash = Due(
        benefit="employment_injury/insured/XB.xb-work", beneficiary="insured", country="XB", branch="employment_injury",
        scheme="xb-work", form="daily_cash", status="entitled", legal_force="binding", money=xts("12.00"), per="day",
    )  # fmt: skip
    care = CareHeld(person="insured", situation="insured_elsewhere", provider_state="XA", cost_state="XB", status="entitled")
    floor = Guaranteed(
        person="child", guarantee="children", country="XA", level=xts("80.00"), gap=xts("10.00"), top_up=xts("10.00"),
        status="entitled", legal_force="guidance",
    )  # fmt: skip
    once = Once(
        benefit="death_grant/insured/XB.xb-work", beneficiary="insured", country="XB", branch="death_grant", scheme="xb-work",
        kind="benefit", legal_force="binding", money=xts("900.00"),
    )  # fmt: skip
    works = Insured(period="p", country="XA", scheme="xa-general", kind="voluntary", legislation="XB")
    spell = Spell(
        id="p", country="XA", scheme="xa-general", kind="voluntary", start=date(2000, 1, 1), end=date(2019, 12, 31), rough=True
    )
    return Laid(
        case="every-kind", agreements="none", at=day, start=date(2000, 1, 1), end=end, decisions=1,
        states=(State(country="XA", title="XA"), State(country="XB")), spells=(spell,),
        stretches=(
            Stretch(start=date(2000, 1, 1), end=date(2019, 12, 31), insured=(works,), lives_in="XA"),
            Stretch(
                start=day, end=end, decided_for=day, due=(cash,), once=(once,), care=(care,), floor=(floor,), lives_in="XB",
                happened=(Mark(on=day, kind="event", what="accident", country="XB"),),
            ),
        ),
    )  # fmt: skip


def xts(amount: str) -> Money:
    return Money(amount=amount, currency="XTS")


def test_rows_of_any_branch_are_drawn_by_their_form() -> None:
    drawn = picture(invented())
    for words in ("12.00 XTS a day", "employment injury (xb-work)", "paid once: 900.00 XTS", "accident (XB)", "law of XB",
                  "XA: children, child", "care in XA, at the cost of XB, insured elsewhere"):  # fmt: skip
        assert words in drawn
    assert all(apart(one, other) for one, other in combinations(boxes(drawn), 2))


def test_a_life_of_one_day_is_drawn() -> None:
    day = date(2020, 1, 1)
    one = replace(invented().stretches[1], start=day, end=day)
    drawn = picture(replace(invented(), start=day, end=day, spells=(), stretches=(one,)))
    assert "12.00 XTS a day" in drawn


LABELS = st.lists(st.builds(Label, st.integers(0, 300), st.integers(1, 120), st.integers(1, 40)), max_size=12)


@given(LABELS)
def test_labels_keep_apart_and_no_line_to_one_crosses_another(labels: list[Label]) -> None:
    offsets = staircase(labels)
    order = sorted(range(len(labels)), key=lambda i: (labels[i].x, i))
    for place, i in enumerate(order):
        for j in order[place + 1 :]:
            one, other = labels[i], labels[j]
            if other.x <= one.x + one.width:  # it stands over the other's line: it must lie beyond the other
                assert offsets[i] >= offsets[j] + other.height + GAP


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))), max_size=12))
def test_spans_of_a_row_never_touch(spans: list[tuple[int, int]]) -> None:
    rows = packed(spans)
    for (one, row), (other, its) in combinations(zip(spans, rows, strict=True), 2):
        assert row != its or one[1] <= other[0] or other[1] <= one[0]


SPAN = st.integers(0, 20_000)


@given(st.dates(date(1950, 1, 1), date(2020, 1, 1)), st.integers(1, 20_000), SPAN, st.lists(SPAN))
def test_later_is_never_left_of_earlier(start: date, length: int, turn: int, days: list[int]) -> None:
    day = start.fromordinal
    first = start.toordinal()
    one = scale(start, day(first + length), day(first + turn), 100, 1100)
    places = [one.x(day(first + min(each, length))) for each in sorted(days)]
    assert places == sorted(places)
    assert (one.x(start), one.after(day(first + length))) == (100, 1100)
    ticks = one.ticks()
    assert all(then.x - one.x > (wide(one.label, 11) + wide(then.label, 11)) // 2 for one, then in pairwise(ticks))


@given(st.text(max_size=60), st.integers(30, 200))
def test_a_text_in_lines_loses_no_letter_and_fits(text: str, most: int) -> None:
    lines = broken(text, most, 11)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(wide(line, 11) <= most for line in lines)


@given(st.text(max_size=60))
def test_any_text_can_stand_in_a_picture(text: str) -> None:
    kept = "".join(letter for letter in text if letter >= " " or letter in "\t\n")
    assert (ET.fromstring(f'<a b="{escaped(text)}">{escaped(text)}</a>').text or "").replace("\r", "") in (
        kept, "".join(letter for letter in kept if letter not in "\ufffe\uffff")
    )  # fmt: skip
