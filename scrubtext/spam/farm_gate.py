"""The cheap look of ``link_farm``: no three hosts, no heading of exchanged links, no brand in a name.

Most of it works on ``Doc.skeleton`` and ``Doc.shape``; letters are read where these say so.
"""

from __future__ import annotations

import re

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.spam.headings import heading_starts, opens_farm
from scrubtext.spam.hosts import plain_endings, schemes, spelt_endings, wide_endings, wide_starts

__all__ = ["farm_headings", "host_ends", "may_hold_brands", "may_hold_farm"]

_HAN = mask(Kind.HAN)
_STOP, _SPACE = bytes((Kind.STOP,)), bytes((Kind.SPACE,))
_HOST = bytes((Kind.STOP, Kind.LETTER))
_SPACED_HOST = bytes((Kind.SPACE, Kind.STOP, Kind.SPACE))
MIN_HOSTS = 3
_IDEO_STOP = mask(Kind.IDEO_STOP, Kind.FULL_OTHER)


def host_ends(doc: Doc) -> list[int]:
    """Where endings of hosts stand in a text that holds three and more; else nothing."""
    text = doc.text
    for kind, endings in _ENDINGS:
        if kind(doc):
            found = [m.start() for m in endings().finditer(text)]
            if len(found) >= MIN_HOSTS:
                return found
    return []


def _stopped(doc: Doc) -> bool:
    return doc.skeleton.count(_STOP) >= MIN_HOSTS and doc.shape.count(_HOST) >= MIN_HOSTS


def _apart(doc: Doc) -> bool:
    if _SPACED_HOST in doc.skeleton and doc.shape.count(_SPACED_HOST) >= MIN_HOSTS:
        return True
    return bool(doc.kinds & _IDEO_STOP) and wide_starts().search(doc.text) is not None


def _spelt(doc: Doc) -> bool:
    text = doc.text
    if doc.kinds & _HAN and (_POINT_C.search(text) or "點c" in text):
        return True
    return doc.skeleton.count(_SPACE[0]) > 2 * MIN_HOSTS and " dot c" in text


_POINT_C = re.compile("点c")  # a compiled search is half again as fast as ``in`` here


def _schemed(doc: Doc) -> bool:
    return doc.skeleton.count(_SCHEME) >= MIN_HOSTS


_SCHEME = bytes((Kind.COLON, Kind.SLASH, Kind.SLASH))
_ENDINGS = (
    (_stopped, plain_endings),
    (_apart, wide_endings),
    (_spelt, spelt_endings),
    (_schemed, schemes),
)


def farm_headings(doc: Doc) -> list[int]:
    """Where lines begin that may open with a heading of exchanged links."""
    found = [0] if opens_farm(doc.text, 0) else []
    return found + [m.start() + 1 for m in heading_starts().finditer(doc.text)]


def may_hold_brands(doc: Doc) -> bool:
    """Whether a bracket stands in the name of a firm, before its end."""
    return any(doc.kinds & need and _branded(doc.text, sign) for need, sign in _BRACKETS)


def may_hold_farm(doc: Doc) -> bool:
    """Whether there are three hosts, a heading of exchanged links or a brand put into a name."""
    return bool(host_ends(doc)) or may_hold_brands(doc) or bool(farm_headings(doc))


_BRACKETS = ((mask(Kind.FULL_PAREN_CLOSE), "）"), (mask(Kind.PAREN_CLOSE), ")"))
_TAILS = frozenset(("有限", "股份", "集团", "集團", "公司"))
MANY = 200  # brackets that are looked at one by one
_FIRMS = ("公司", "集团", "集團")


def _branded(text: str, sign: str) -> bool:
    if text.count(sign) > MANY and not any(firm in text for firm in _FIRMS):
        return False
    find = text.find
    at = find(sign)
    while at >= 0:
        if text[at + 1 : at + 3] in _TAILS:
            return any(firm in text for firm in _FIRMS)
        at = find(sign, at + 1)
    return False
