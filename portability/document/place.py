"""Where in a document a value stands: a path of keys and positions."""

from portability.document.written import quote

Path = tuple[str | int, ...]  # keys and positions counted from nought: ("period", 2, "to"), shown as period[2].to


def show(path: Path) -> str:
    """A path as people read it.

    >>> show(("period", 2, "to")), show(())
    ('period[2].to', '')
    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{quote(part)[1:-1]}" if text else quote(part)[1:-1]
    return text
