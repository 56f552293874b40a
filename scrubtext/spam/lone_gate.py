"""The cheap look for one link that stands alone: a stop before the ending of a host, or among spaces."""

from __future__ import annotations

from scrubtext.chars import Kind
from scrubtext.doc import Doc
from scrubtext.spam.hosts import ending_at

__all__ = ["host_stops", "may_hold_lone"]

_HOST, _SPACED_HOST = bytes((Kind.STOP, Kind.LETTER)), bytes((Kind.SPACE, Kind.STOP, Kind.SPACE))
MAX_LOOKED = 40  # stops before letters; a text with more is a manual


def may_hold_lone(doc: Doc) -> bool:
    """Whether any such stop stands in a text that has few."""
    if _HOST not in doc.shape and _SPACED_HOST not in doc.skeleton:
        return False
    return next(iter(host_stops(doc)), None) is not None


def host_stops(doc: Doc) -> list[int]:
    """Where the stops stand before the endings of hosts, and those among single letters."""
    shape, text = doc.shape, doc.text
    if shape.count(_HOST) > MAX_LOOKED:
        return []
    found = [at for at in _places(shape, _HOST) if ending_at(text, at) >= 0]
    if _SPACED_HOST in doc.skeleton:
        places = _places(shape, _SPACED_HOST)[:MAX_LOOKED]
        single = (at for at in places if text[at - 2 : at - 1] == " " and text[at + 4 : at + 5] in (" ", ""))
        found += [at + 1 for at in single]
    return sorted(found)


def _places(shape: bytes, part: bytes) -> list[int]:
    found, at = [], shape.find(part)
    while at >= 0:
        found.append(at)
        at = shape.find(part, at + 1)
    return found
