"""A sheet of SVG: shapes at whole points, text escaped, and how wide a text is at most."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

FONT = "DejaVu Sans, Verdana, Arial, sans-serif"
NARROW, WIDE = "ijlI.,:;'|!()[]/ ft-", "mwMW%@"
THOUSANDTHS = {"narrow": 420, "wide": 990, "capital": 740, "digit": 650, "other": 640}
"""The widths of letters in thousandths of the size: of the widest common font, so that a text never needs more."""


@lru_cache(maxsize=4096)
def wide(text: str, size: int) -> int:
    """The points a text takes at most in a size.

    >>> wide("", 12), wide("lives in XA", 12) > wide("lives in", 12)
    (0, True)
    """
    return -(-sum(map(_of_letter, text)) * size // 1000)


def _of_letter(letter: str) -> int:
    if letter in NARROW:
        return THOUSANDTHS["narrow"]
    if letter in WIDE or ord(letter) > 0x2FF:
        return THOUSANDTHS["wide"]
    if letter.isdigit():
        return THOUSANDTHS["digit"]
    return THOUSANDTHS["capital" if letter.isupper() else "other"]


def broken(text: str, most: int, size: int) -> tuple[str, ...]:
    """A text in lines no wider than so many points; a word that is wider is cut.

    >>> broken("old age in XA", 60, 12)
    ('old age', 'in XA')
    """
    lines: list[str] = []
    here = ""
    for word in text.split():
        while wide(word, size) > most and len(word) > 1:
            fits = next((n for n in range(len(word) - 1, 1, -1) if wide(word[:n], size) <= most), 1)
            lines += [here, word[:fits]] if here else [word[:fits]]
            here, word = "", word[fits:]
        longer = f"{here} {word}".strip()
        if here and wide(longer, size) > most:
            lines.append(here)
            here = word
        else:
            here = longer
    return (*lines, here) if here else tuple(lines)


def escaped(text: str) -> str:
    """A text as XML holds it; what XML cannot hold is left out.

    >>> escaped('a < "b" & c')
    'a &lt; &quot;b&quot; &amp; c'
    """
    told = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return "".join(letter for letter in told if letter in "\t\n" or _is_of_xml(ord(letter)))


def _is_of_xml(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


class Sheet:
    """Shapes in the order in which they lie over one another."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def rect(self, x: int, y: int, width: int, height: int, **style: str | int) -> None:
        self.parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{_style(style)}/>')

    def line(self, x1: int, y1: int, x2: int, y2: int, **style: str | int) -> None:
        self.parts.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{_style({"stroke": "#000", **style})}/>')

    def shape(self, points: Sequence[tuple[int, int]], **style: str | int) -> None:
        told = " ".join(f"{x},{y}" for x, y in points)
        self.parts.append(f'<polygon points="{told}"{_style(style)}/>')

    def path(self, points: Sequence[tuple[int, int]], **style: str | int) -> None:
        told = " ".join(f"{x},{y}" for x, y in points)
        self.parts.append(f'<polyline points="{told}"{_style({"fill": "none", "stroke": "#000", **style})}/>')

    def text(self, x: int, y: int, text: str, size: int = 12, on: str = "", **style: str | int) -> None:
        """A line of text, its foot at y; `on`: the colour of a ground behind it, so that what lies under it is not in the way."""
        if on:
            width = wide(text, size)
            left = {"end": x - width, "middle": x - width // 2}.get(str(style.get("text_anchor", "")), x)
            self.rect(left - 2, y - size + 1, width + 4, size + 3, fill=on)
        self.parts.append(f'<text x="{x}" y="{y}" font-size="{size}"{_style(style)}>{escaped(text)}</text>')


def _style(style: dict[str, str | int]) -> str:
    return "".join(f' {key.replace("_", "-")}="{escaped(str(value))}"' for key, value in style.items())
