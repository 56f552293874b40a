"""Whether a text may have calls of reader sites: hosts, plain or disguised, and words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc
from scrubtext.furniture.hosts import at_host, ended
from scrubtext.furniture.word_lists import signs

__all__ = [
    "MAX_CALL", "MAX_HOSTS", "called", "hosted", "is_spelt", "may_call",
    "may_name", "plain",
]  # fmt: skip

MAX_CALL = 160
"""Characters of a call."""
MAX_HOSTS = 40
"""Hosts of a line that are looked at: a line of more is a list of links."""
_DISGUISED = ("w w w", ". c o m", "。com", "点com", "點com", "·com", "。net", "点net", "(dot)com", "[.]com")
"""How hosts are spelt that are not to be found."""
_TELLING = ("c o m", "w w w")
"""What one of those holds that has no ending as hosts have it."""
MAX_LINE = 140
"""Characters of a line with such a host."""
_STOP, _HAN, _LETTER, _FULL = (
    mask(kind) for kind in (Kind.STOP, Kind.HAN, Kind.LETTER, Kind.FULL_ALNUM)
)
_DOTTED = re.compile(re.escape(spell(Kind.STOP, Kind.LETTER)))
_BEFORE = spell(Kind.LETTER, Kind.DIGIT)


def _next(shape: bytes, at: int) -> int:
    """Where the next stop stands with a letter behind it, and a letter or a digit before it; or -1."""
    for m in _DOTTED.finditer(shape, at):
        if m.start() and shape[m.start() - 1] in _BEFORE:
            return m.start()
    return -1


def hosted(doc: Doc) -> Iterator[tuple[int, int]]:
    """The lines with a stop before a letter and behind a letter or a digit, as hosts have it."""
    text, shape, at = doc.text, doc.shape, 0
    while doc.kinds & _STOP and (at := _next(shape, at)) >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = end


def may_call(doc: Doc, near: list[tuple[int, int]]) -> bool:
    """Whether a line names a host, and near it a word of such calls; ``near`` as of ``hosted``."""
    return any(called(doc.text, *line) for line in near)


def is_spelt(text: str) -> bool:
    """Whether the ending of a host stands behind a sign or a word for its stop, or behind a bracket."""
    for ending in ("com", "net"):
        at = text.find(ending) if text.rfind(ending) >= 0 else -1  # from the end it is twice as fast
        while at >= 0:
            if text[max(0, at - 2) : at].rstrip()[-1:] in _SPELT:
                return True
            at = text.find(ending, at + 3)
    return False


_SPELT = frozenset("点點。·)]")


def may_name(doc: Doc, near: list[tuple[int, int]], spelt: bool) -> bool:
    """Whether a host in disguise, or a short line with a host, stands in a text with words of such sites.

    ``spelt`` as of ``is_spelt``.
    """
    text, kinds = doc.text, doc.kinds
    disguised = kinds & _HAN and kinds & _LETTER and (spelt or max(map(text.rfind, _TELLING)) >= 0)
    if disguised and any(sign in text for sign in _DISGUISED):
        return True
    if kinds & _FULL:
        return any(word in text for word in signs("reader"))
    short = (text[a:b] for a, b in near if b - a <= MAX_LINE)
    return any(word in line for line in short for word in signs("reader"))


_DISGUISE = re.compile(r"(?!www|WWW|Www)[wW]{3}\.")


def plain(line: str) -> str:
    """A line in lower case where its host is disguised by capitals, else as it is.

    >>> plain("WwW.Inkmoor.CoM"), plain("Inkmoor.com")
    ('www.inkmoor.com', 'Inkmoor.com')
    """
    low = line.lower() if _DISGUISE.search(line) else line
    return low if len(low) == len(line) else line


def called(text: str, a: int, b: int) -> bool:
    """Whether a line names a host near a word of such calls."""
    if b - a < 10 or ended().search(text, a, b) is None:
        return False
    line = plain(text[a:b])
    if at_host().search(line) is None:
        return False
    words = [word for word in signs("call") if word in line]
    for m in islice(at_host().finditer(line), MAX_HOSTS if words else 0):
        near = line[max(0, m.start() - MAX_CALL) : m.end() + MAX_CALL]
        if any(word in near for word in words):
            return True
    return False
