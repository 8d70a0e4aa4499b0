"""Writing a file whole: into a new file beside it first, which then takes its place, so that nobody ever finds half of one."""

import os
import tempfile
from pathlib import Path

from portability.faults import Fault, Refused


def write_whole(path: str, text: str, option: str) -> None:
    """Write a text to a file, in place of one that is there. Raises `Refused` where that cannot be; `option` names the word."""
    place = Path(path)
    if place.is_dir():
        raise Refused([Fault(option, "", f"{path} is a folder", "Name a file in it")])
    if not place.parent.is_dir():
        raise Refused([Fault(option, "", f"there is no folder {place.parent}", "Make it first, or name another file")])
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(beside, place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_mask())
        os.replace(beside, place)
    except OSError as error:
        if beside and os.path.exists(beside):
            os.unlink(beside)
        raise Refused([Fault(option, "", f"{path} cannot be written ({error.strerror})", "Name another file")]) from None


def _mask() -> int:
    """What the user takes away from the rights of a new file."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
