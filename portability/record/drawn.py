"""Tables drawn in text or in Markdown: every cell is text, each column as wide as its widest.

A decision's tables are drawn here and not by `tabulate`, which guesses at the kind of every cell: of a career of ten
thousand periods it drew the one table in a tenth of all the time, and loading it cost as much as deciding a short one.
"""

from __future__ import annotations

from collections.abc import Sequence

SPARE = 2
"""By how much a column is wider than its heading."""


def drawn(head: Sequence[str], rows: Sequence[Sequence[str]], markdown: bool = False) -> list[str]:
    """The lines of a table with a heading for each column.

    >>> print(*drawn(["period", "State"], [["a", "XA"], ["b", "XB"]]), sep="\\n")
    ┌──────────┬─────────┐
    │ period   │ State   │
    ├──────────┼─────────┤
    │ a        │ XA      │
    │ b        │ XB      │
    └──────────┴─────────┘
    """
    cells = [[_in_one_line(text) for text in row] for row in rows]
    widths = [max(len(heading) + SPARE, *map(len, column)) for heading, *column in zip(head, *cells, strict=True)]
    line = "| " if markdown else "│ "
    template = line + f" {line}".join(f"{{:<{width}}}" for width in widths) + f" {line[0]}"
    body = [template.format(*row) for row in cells]
    if markdown:
        return [template.format(*head), _rule(widths, *"|-||"), *body]
    return [_rule(widths, *"┌─┬┐"), template.format(*head), _rule(widths, *"├─┼┤"), *body, _rule(widths, *"└─┴┘")]


def _rule(widths: Sequence[int], left: str, along: str, crossing: str, right: str) -> str:
    """A line across."""
    return left + crossing.join(along * (width + 2) for width in widths) + right


def _in_one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text.strip()
