"""Tables as a terminal shows them."""

from collections.abc import Sequence

WIDTH = 44  # of a column of words


def table(heading: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a heading; a column without a word in it is left out."""
    from tabulate import tabulate

    filled = [place for place in range(len(head)) if not rows or any(row[place] for row in rows)]
    head, rows = [head[place] for place in filled], [[row[place] for place in filled] for row in rows]
    drawn = tabulate(rows, head, tablefmt="simple_outline", disable_numparse=True, maxcolwidths=WIDTH)
    return f"{heading}\n{drawn}"
