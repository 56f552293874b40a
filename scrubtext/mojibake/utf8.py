"""UTF-8 in the bytes of a view, whole or with holes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from scrubtext.mojibake.views import View

__all__ = ["Island", "islands", "likely", "longest", "sound", "undotted"]

LED = 0.75  # share of lead bytes with a tail behind them, in UTF-8 that lost some bytes
_TAIL = rb"[\x80-\xbf]"
_WHOLE = (
    rb"(?:[\xe1-\xec\xee\xef]" + _TAIL * 2 + rb"|[\xc2-\xdf]" + _TAIL
    + rb"|\xe0[\xa0-\xbf]" + _TAIL + rb"|\xed[\x80-\x9f]" + _TAIL
    + rb"|\xf0[\x90-\xbf]" + _TAIL * 2 + rb"|[\xf1-\xf3]" + _TAIL * 3
    + rb"|\xf4[\x80-\x8f]" + _TAIL * 2
    + rb"|\xed[\xa0-\xaf]" + _TAIL + rb"\xed[\xb0-\xbf]" + _TAIL + rb")"
)  # fmt: skip
# A hole is U+FFFD (0x1A in a view), or a question mark where two bytes of three stand before it.
_CUT = (
    rb"(?:[\xe0-\xef]" + _TAIL + rb"[\x1a?]|[\xf0-\xf4]" + _TAIL + rb"\x1a" + _TAIL
    + rb"|[\xf0-\xf4]" + _TAIL + rb"{1,2}[\x1a?]"
    + rb"|[\xe0-\xef]\x1a" + _TAIL + rb"|[\xc3-\xf4]\x1a|\x1a" + _TAIL + rb"{1,2})"
)  # fmt: skip
_LAST = rb"(?:[\xe0-\xf4]" + _TAIL + rb"{1,2})"  # the end of the text cut a character


class Island(NamedTuple):
    """UTF-8 in bytes ``start`` to ``end``, its text, and how many characters of it are lost."""

    start: int
    end: int
    text: str
    lost: int


@cache
def sound() -> re.Pattern[bytes]:
    """Stretches of whole UTF-8 characters beyond ASCII."""
    return re.compile(rb"(?=[\xc2-\xf4]" + _TAIL + rb")(?:" + _WHOLE + rb")+")


def likely(data: bytes) -> bool:
    """A quick look whether bytes are mostly UTF-8, with holes perhaps: tails behind their leads."""
    raw = data.translate(_LEAD_OR_TAIL)
    led = raw.count(b"lt")
    return led >= 3 and led >= LED * raw.count(b"l") and led * 4 >= raw.count(b"t")


_LEAD_OR_TAIL = bytes(
    ord("t") if 0x80 <= byte < 0xC0 else ord("l") if 0xC2 <= byte < 0xF5 else 0 for byte in range(256)
)


# The tail of a character that swallowed the letter behind it; with a capital E it is the middle dot
# some readers of CP932 and Big5 put where they lost something.
_LETTER = re.compile(rb"(?<![\x81\xa1](?=E(?![a-z])))[A-Za-z]")


# Windows shows what CP932 has not as a middle dot, here two holes: the last two bytes of a character,
# or the last one, and the first of the next one where two more follow. Other readers drop a last
# byte: two of three stand before a whole character.
_DOTTED = (
    rb"(?:[\xe3-\xef]" + _TAIL + rb"(?:\x1a(?=\x1a" + _TAIL + rb"{2})|\x1a\x1a)"
    rb"|[\xe3-\xef]\x1a\x1a|" + _CUT[3:]
)
_DROPPED = rb"[\xe3-\xef]" + _TAIL + rb"(?=[\xe3-\xef]" + _TAIL + rb"{2})"
_DOT = re.compile(rb"(?:(?<=[\xe3-\xef])|(?<=[\xe3-\xef][\x80-\xbf]))\x81E(?![a-z])")


_BEGINS = rb"(?=[\xc2-\xf4][\x80-\xbf\x1a]|\x1a[\x80-\xbf])"  # as tokens do: it rules most places out


@cache
def _token(dotted: bool) -> re.Pattern[bytes]:
    return re.compile(_BEGINS + rb"(?:(" + _WHOLE + rb"+)|(" + _cut(dotted) + rb")|" + _LAST + rb")")


@cache
def _run(dotted: bool) -> re.Pattern[bytes]:
    """Tokens one behind the other."""
    one = rb"(?:" + _WHOLE + rb"+|" + _cut(dotted) + rb"|" + _LAST + rb")"
    return re.compile(rb"(?:" + _BEGINS + one + rb")+")


def _cut(dotted: bool) -> bytes:
    return _DOTTED + rb"|" + _DROPPED if dotted else _CUT


def undotted(seen: View) -> bytes:
    """The bytes of a view, with holes for the middle dots that cut a character."""
    if seen.codec != "cp932" or b"\x81E" not in seen.data:
        return seen.data
    return _DOT.sub(lambda m: m.group() if seen.char(m.start()) < 0 else b"\x1a\x1a", seen.data)


def islands(seen: View, places: Sequence[int] | None = None) -> Iterator[Island]:
    """Stretches of UTF-8, in byte offsets: the sound parts, and with holes where there are some.

    With ``places``, in order, only the stretches that have one of these bytes.
    """
    for tokens in _stretches(seen) if places is None else _stretches_at(seen, places):
        for t in tokens:
            if t.group(1):
                sound = _cut_to_characters(seen, t.start(), t.end())
                if sound:
                    yield sound
        if any(not t.group(1) for t in tokens):
            holed = _with_holes(seen, tokens)
            if holed:
                yield holed


def longest(seen: View) -> Iterator[Island]:
    """Stretches of UTF-8 as long as they go, disjoint, in order: with holes where there are some."""
    for tokens in _stretches(seen):
        holed = _with_holes(seen, tokens) if len(tokens) > 1 or not tokens[0].group(1) else None
        for t in tokens:
            if holed and t.start() == holed.start:
                yield holed
            if t.group(1) and not (holed and holed.start <= t.start() < holed.end):
                sound = _cut_to_characters(seen, t.start(), t.end())
                if sound:
                    yield sound


def _stretches_at(seen: View, places: Sequence[int]) -> Iterator[list[re.Match[bytes]]]:
    """The stretches that have one of some bytes."""
    data, dotted = undotted(seen), seen.codec == "cp932"
    for run in _run(dotted).finditer(data):
        start, end = run.span()
        at = bisect_left(places, start)
        if at < len(places) and places[at] < end:
            yield from _joined(_token(dotted).finditer(data, start, end))


def _stretches(seen: View) -> Iterator[list[re.Match[bytes]]]:
    """Tokens that follow on each other; what the end of the text cut is the last of its stretch."""
    yield from _joined(_token(seen.codec == "cp932").finditer(undotted(seen)))


def _joined(tokens: Iterable[re.Match[bytes]]) -> Iterator[list[re.Match[bytes]]]:
    run: list[re.Match[bytes]] = []
    end = -1
    for token in tokens:
        start, stop = token.span()
        if start != end and run:
            yield run
            run = []
        if token.lastindex or run:
            run.append(token)
            end = stop if token.lastindex else -1
    if run:
        yield run


def _cut_to_characters(seen: View, start: int, end: int) -> Island | None:
    """The sound bytes between the first and the last place where both sides start a character."""
    if seen.single:
        return Island(start, end, _text(seen.data[start:end]), 0)
    while start < end and seen.char(start) < 0:
        start += _width(seen.data[start])
    if (
        start < end
        and seen.char(end) < 0
        and seen.char(end + 1) > 0
        and _LETTER.match(seen.data, end)
    ):
        # The last character swallowed the ASCII letter behind it.
        return Island(start, end + 1, _text(seen.data[start : end + 1]), 0)
    if seen.char(end) < 0:
        end -= 1
        while end > start and (seen.data[end] & 0xC0 == 0x80 or seen.char(end) < 0):
            end -= 1
    return Island(start, end, _text(seen.data[start:end]), 0) if start < end else None


def _width(lead: int) -> int:
    return 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


def _with_holes(seen: View, tokens: list[re.Match[bytes]]) -> Island | None:
    """All of a stretch from the first to the last token whose borders start a character."""
    first, last = 0, len(tokens)
    while first < last and seen.char(tokens[first].start()) < 0:
        first += 1
    while first < last and seen.char(tokens[last - 1].end()) < 0:
        last -= 1
    tokens = tokens[first:last]
    lost = sum(not t.group(1) for t in tokens)
    if not lost:
        return None
    text = "".join(_text(t.group()) if t.group(1) else "\ufffd" for t in tokens)
    return Island(tokens[0].start(), tokens[-1].end(), text, lost)


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:  # surrogates written as characters of their own (CESU-8)
        halves = raw.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
        return halves.decode("utf-16-le", "replace")
