"""The cheap look for one link that stands alone: a stop before the ending of a host, or among spaces."""

from __future__ import annotations

from scrubtext.doc import Doc
from scrubtext.spam.hosts import SPACED_STOP, STOP_LETTER, ending_at, places

__all__ = ["host_stops", "may_hold_lone"]

MAX_LOOKED = 40  # stops before letters; a text with more is a manual


def may_hold_lone(doc: Doc) -> bool:
    """Whether any such stop stands in a text that has few."""
    return bool(host_stops(doc))


def host_stops(doc: Doc) -> list[int]:
    """Where the stops stand before the endings of hosts, and those among single letters."""
    shape, text = doc.shape, doc.text
    plain = places(shape, STOP_LETTER)
    if len(plain) > MAX_LOOKED:
        return []
    found = [at for at in plain if ending_at(text, at) >= 0]
    if SPACED_STOP in doc.skeleton:
        apart = places(shape, SPACED_STOP)[:MAX_LOOKED]
        single = (at for at in apart if text[at - 2 : at - 1] == " " and text[at + 4 : at + 5] in (" ", ""))
        found += [at + 1 for at in single]
    return sorted(found)
