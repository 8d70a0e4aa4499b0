"""The canonical form of a case: one text for one content, whatever the file looked like, so that its hash is stable."""

import json
from datetime import date
from hashlib import sha256
from typing import Any

from portability.document.leaf import Table


def canonical(case: Table) -> str:
    """The case as JSON with sorted keys, absent values left out.

    >>> from portability.case.model import read_case
    >>> canonical(read_case({"format": "portability.case/1", "id": "a"}))
    '{"format":"portability.case/1","id":"a"}'
    """
    return json.dumps(_plain(case), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(case: Table) -> str:
    """SHA-256 of the canonical form."""
    return sha256(canonical(case).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Table):
        found = {name: _plain(each) for name, each in value.__dict__.items()}
        return {name: each for name, each in found.items() if each not in (None, [], {})}
    if isinstance(value, tuple) and not hasattr(value, "precision"):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, date) or hasattr(value, "precision"):
        return str(value)
    return value
