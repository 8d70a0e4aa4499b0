"""A life laid out in time as a picture: SVG of our own, from the standard library alone, the same bytes for the same life."""

from portability.record.picture.drawn import picture

__all__ = ["picture"]
