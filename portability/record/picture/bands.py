"""What of a life stands in which band: each State with its periods, work and benefits, the gaps, then what is beneath."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portability.record.path import Due, Insured, Once, Path, Spell
from portability.record.path_words import branch, certified, how_long, joined_gaps, kind, once_sum, sum_words
from portability.record.phrases import amount
from portability.record.picture.beneath import beneath, others_at_home
from portability.record.picture.lanes import Band, Bar, Dot, Hangs, Lane, runs
from portability.record.picture.places import packed
from portability.record.picture.rows import alike, each_day

NOT_THERE = ("suspended", "not_exportable")
HOME = 13  # points of the strip that says where the person lives


def bands(path: Path) -> Iterator[Band]:
    """All bands from the top to the bottom."""
    for state in path.states:
        here = (path, state.country)
        lanes = (*_periods(*here), *_undated(*here), *_work(*here), *_benefits(*here), *_home(*here))
        yield Band(state.country, lanes, state.title or "law not on the shelf")
    gaps = tuple(Bar(start, end, "gap", _gap_labels(how_long(start, end), word)) for start, end, word in joined_gaps(path))
    if gaps:
        yield Band("Gaps", (Lane(bars=gaps),))
    yield from beneath(path)


def _gap_labels(length: str, word: str) -> tuple[str, ...]:
    perhaps = "perhaps " if word == "perhaps" else ""
    return f"{length}: {perhaps}no insurance anywhere", f"{length}{'?' if perhaps else ''}"


def _periods(path: Path, country: str) -> Iterator[Lane]:
    """The periods of a State, in as many rows as overlap; the days on which one gives way look different."""
    dated = [one for one in path.spells if one.country == country and one.start is not None and one.end is not None]
    rows = packed([(_day(one.start).toordinal(), _day(one.end).toordinal() + 1) for one in dated])
    parts = dict(each_day(path, lambda one: [(each.period, each) for each in one.insured if each.country == country]))
    for number in range(max(rows, default=-1) + 1):
        bars: list[Bar] = []
        told: set[tuple[str | None, str]] = set()
        for spell, row in zip(dated, rows, strict=True):
            if row == number:
                bars += _spell(path, spell, parts.get(spell.id, []), (spell.scheme, spell.kind) in told)
                told.add((spell.scheme, spell.kind))
        yield Lane(bars=tuple(sorted(bars)))


def _spell(path: Path, spell: Spell, parts: list[tuple[date, date, Insured]], again: bool) -> Iterator[Bar]:
    """One period: its label stands in its longest part under each law; `again`: the period before it is told the same way."""
    longest: dict[str | None, tuple[date, date, Insured]] = {}
    for part in sorted(parts, key=lambda part: (part[0] - part[1]).days):
        longest.setdefault(part[2].legislation, part)
    about = f"{'about ' if spell.rough else ''}{how_long(_day(spell.start), _day(spell.end))}"
    name = spell.scheme or ""
    nothing = ", counts for nothing" if any(one.why_not and not one.displaced_by for _, _, one in parts) else ""
    told = f"{name}{': ' if name else ''}{kind(spell)}{nothing}"
    for part in parts:
        start, end, one = part
        law = _law(one)
        labels = (f"{told}, {about}{law}", f"{name or kind(spell)}, {about}{law}", f"{told}{law}", f"{name or kind(spell)}{law}")
        short = law.removeprefix(", ")
        is_first = part is longest[one.legislation]
        hangs: Hangs = "not" if again and not law else "full"
        yield Bar(start, end, _spell_looks(spell, one), (*labels, *filter(None, (short,))) if is_first else (), hangs=hangs)


def _law(one: Insured) -> str:
    if one.legislation in (None, one.country):
        return "" if one.legislation is None else f", law of {one.legislation}"
    return f", but law of {one.legislation}"


def _spell_looks(spell: Spell, one: Insured) -> str:
    if one.displaced_by:
        return "displaced"
    if one.legislation not in (None, one.country):
        return "other_law"
    return "rough" if spell.rough and spell.kind == "insurance" else spell.kind


def _work(path: Path, country: str) -> Iterator[Lane]:
    """The work that is told by itself, in as many rows as overlap."""
    here = [(one, one.end or path.end) for one in path.work if one.country == country and one.start <= (one.end or path.end)]
    rows = packed([(one.start.toordinal(), end.toordinal() + 1) for one, end in here])
    for number in range(max(rows, default=-1) + 1):
        bars = []
        for (one, end), row in zip(here, rows, strict=True):
            if row == number:
                sent = (f"works here, posted from {one.posted_from}", f"posted from {one.posted_from}", f"from {one.posted_from}")
                labels = ("works here", "work") if one.posted_from is None else sent
                bars.append(Bar(one.start, end, "work", labels))
        yield Lane(bars=tuple(bars), height=HOME)


def _undated(path: Path, country: str) -> Iterator[Lane]:
    for one in path.spells:
        if one.country == country and one.start is None:
            label = f"{one.scheme or ''} {kind(one)}: {certified(one)}, without dates".strip()
            turn = next((each.start for each in path.stretches if each.decided_for is not None), path.end)
            end = max((each.end for each in path.stretches if each.end < turn), default=path.end)
            yield Lane(bars=(Bar(path.start, end, "undated", (label,)),))


def _home(path: Path, country: str) -> Iterator[Lane]:
    row = [span for key, spans in each_day(path, lambda one: [(one.lives_in or "", "")]) if key == country for span in spans]
    if row:
        yield Lane(bars=tuple(Bar(start, end, "home", ("lives here", "home")) for start, end, _ in row), height=HOME)
    others = [(start, end, "", told) for start, end, told in others_at_home(path, country)]
    for _, spans in runs(others):
        yield Lane(bars=tuple(Bar(start, end, "home", (told,)) for start, end, told in spans), height=HOME)


def _benefits(path: Path, country: str) -> Iterator[Lane]:
    """The benefits of a State, each with what it comes to over time and what of it is paid once."""
    due = dict(each_day(path, lambda one: [(each.benefit, each) for each in one.due if each.country == country]))
    once: dict[str, list[tuple[date, Once]]] = {}
    for one in path.stretches:
        for each in one.once:
            if each.country == country:
                once.setdefault(each.benefit, []).append((one.start, each))
    for id_ in dict.fromkeys((*due, *once)):
        first: Due | Once = due[id_][0][2] if id_ in due else once[id_][0][1]
        bars = alike(due.get(id_, []), path, lambda one: (looks(one), (sum_words(one), _short(one))))
        dots: dict[date, list[str]] = {}
        for on, each in once.get(id_, ()):
            dots.setdefault(on, []).append(once_sum(each))
        yield Lane(_caption(first), bars, tuple(Dot(on, "; ".join(told)) for on, told in dots.items()))


def _caption(one: Due | Once) -> str:
    who = "" if one.beneficiary == "insured" else f", {one.beneficiary}"
    return f"{branch(one)}{f' ({one.scheme})' if one.scheme else ''}{who}"


def _short(one: Due) -> str:
    """The amount alone, where that is all that is to be said."""
    is_monthly = one.per == "month" and one.payments_a_year in (None, 12)
    is_all = is_monthly and one.money is not None and one.legal_force == "binding" and not one.supplements
    return amount(one.money) if is_all else sum_words(one)


def looks(one: Due) -> str:
    """The look of what a benefit comes to."""
    if one.legal_force != "binding":
        return "would"
    if one.status == "refused":
        return "refused"
    if one.status != "entitled" or one.money is None or not one.money.is_known or one.export == "undetermined":
        return "unsure"
    return "withheld" if one.export in NOT_THERE else "paid"


def _day(day: date | None) -> date:
    assert day is not None
    return day
