"""How each thing looks: told apart without colour, by pattern and outline; and its words in the legend."""

from __future__ import annotations

from portability.record.picture.sheet import Sheet

INK, PAPER, PALE, QUIET = "#111", "#fff", "#f3f3f1", "#666"

_LINES = '<path d="M0,{0} l{0},-{0} M-1,1 l2,-2 M{1},{2} l2,-2" stroke="{3}" stroke-width="{4}"/>'


def _hatch(size: int, colour: str, width: int) -> str:
    return _LINES.format(size, size - 1, size + 1, colour, width)


PATTERNS = {
    "voluntary": (8, "#dfe8f3", _hatch(8, "#39628f", 2)),
    "assimilated": (7, "#eef3f9", '<circle cx="3" cy="3" r="2" fill="#39628f"/>'),
    "employment": (7, PAPER, '<path d="M3,0 v7" stroke="#39628f" stroke-width="2"/>'),
    "self_employment": (12, PAPER, '<path d="M3,0 v12 M7,0 v12" stroke="#39628f" stroke-width="2"/>'),
    "residence": (6, PAPER, '<path d="M0,3 h6" stroke="#39628f" stroke-width="2"/>'),
    "displaced": (9, PAPER, '<path d="M0,0 l9,9 M9,0 l-9,9" stroke="#39628f" stroke-width="1"/>'),
    "other_law": (9, "#dfe8f3", '<path d="M0,4 h9 M4,0 v9" stroke="#39628f" stroke-width="1"/>'),
    "gap": (12, PAPER, '<path d="M0,0 l12,12 M-1,11 l2,2 M11,-1 l2,2" stroke="#555" stroke-width="1"/>'),
    "withheld": (7, "#e4efe9", _hatch(7, "#1f5a43", 2)),
    "unsure": (9, PAPER, '<circle cx="2" cy="2" r="1" fill="#1f5a43"/><circle cx="6" cy="6" r="1" fill="#1f5a43"/>'),
    "floor": (6, "#f7efdd", '<path d="M0,5 h6" stroke="#8a6a1f" stroke-width="1"/>'),
}
"""Side, ground and strokes of each pattern."""

FILLS: dict[str, dict[str, str | int]] = {
    "insurance": {"fill": "#9dbbdd", "stroke": "#39628f"},
    "paid": {"fill": "#1f5a43", "stroke": "#0d2e22"},
    "would": {"fill": PAPER, "stroke": "#1f5a43", "stroke_width": 2, "stroke_dasharray": "7 4"},
    "refused": {"fill": PAPER, "stroke": "#888"},
    "sum": {"fill": "#dcebe4", "stroke": "#0d2e22"},
    "floor_met": {"fill": PAPER, "stroke": "#8a6a1f"},
    "floor_would": {"fill": PAPER, "stroke": "#8a6a1f", "stroke_width": 2, "stroke_dasharray": "7 4"},
    "care": {"fill": "#efe7f3", "stroke": "#5d3f6e"},
    "no_care": {"fill": PAPER, "stroke": "#5d3f6e", "stroke_dasharray": "3 3"},
    "home": {"fill": PAPER, "stroke": INK},
    "work": {"fill": "#ddd", "stroke": INK},
    "rough": {"fill": "#9dbbdd", "stroke": "#39628f", "stroke_dasharray": "3 3"},
    "undated": {"fill": PAPER, "stroke": "#39628f", "stroke_dasharray": "3 3"},
}
STROKES = {"gap": "#555", "withheld": "#1f5a43", "unsure": "#1f5a43", "floor": "#8a6a1f"}
LIGHT_ON_DARK = ("paid",)
SILENT = ("home",)  # what the legend says is enough where there is no room
ON_PATTERN = (*PATTERNS,)

WORDS = {
    "insurance": "insured",
    "assimilated": "credited",
    "voluntary": "voluntary insurance",
    "employment": "employed",
    "self_employment": "self-employed",
    "residence": "resident",
    "displaced": "gives way to another period of the same days",
    "other_law": "insured here, but the law of another State applies",
    "rough": "days known to the month or year only",
    "undated": "a length certified without dates",
    "home": "lives here",
    "work": "works here",
    "gap": "no insurance anywhere",
    "paid": "benefit paid",
    "withheld": "owed, but not paid where the person lives",
    "unsure": "not certain",
    "would": "would be: nobody owes it today",
    "refused": "no benefit",
    "floor": "floor: provided, or paid on top",
    "floor_met": "floor: level, nothing paid on top",
    "floor_would": "floor: would be, or not established",
    "care": "medical care",
    "no_care": "no right to care",
    "sum": "sum of what is owed and known",
    "once": "paid once",
    "on": "goes on",
}


def look(style: str) -> dict[str, str | int]:
    """The fill and outline of a style."""
    if style in PATTERNS:
        return {"fill": f"url(#{style})", "stroke": STROKES.get(style, "#39628f")}
    return FILLS[style]


def define(sheet: Sheet, used: set[str]) -> None:
    """The patterns that are used, before they are."""
    sheet.parts.append("<defs>")
    for name, (side, ground, strokes) in PATTERNS.items():
        if name in used:
            sheet.parts.append(
                f'<pattern id="{name}" width="{side}" height="{side}" patternUnits="userSpaceOnUse">'
                f'<rect width="{side}" height="{side}" fill="{ground}"/>{strokes}</pattern>'
            )
    sheet.parts.append("</defs>")


def diamond(sheet: Sheet, x: int, y: int) -> None:
    """The sign of what is paid once."""
    sheet.shape([(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)], fill=INK, stroke=PAPER, stroke_width=1)


def arrow(sheet: Sheet, x: int, y: int) -> None:
    """The sign of what goes on after the last day."""
    sheet.shape([(x + 1, y - 8), (x + 11, y), (x + 1, y + 8)], fill=INK)
