"""Other readings of a region: its bytes under each view, decoded in every way that fits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubtext.doc import code_units
from scrubtext.mojibake.odd import Odd, odd_of
from scrubtext.mojibake.utf8 import islands, sound
from scrubtext.mojibake.views import DOUBLE, EAST, LABELS, SINGLE, View, calm, narrow, view

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "Reading",
    "legacy_readings",
    "reason",
    "reasons",
    "trimmed",
    "utf8_readings",
    "views_of",
]

CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
ALPHABETS = ("cp1253", "cp1255", "cp1256", "cp874")
NEARLY = 4  # single-byte encodings tried where none has all characters of a line
STRETCHES = 16  # of a view; the right one has all of a damaged place, a wrong one crumbles
HOLES = 8  # bytes beyond ASCII per lost character that a lossy legacy reading must have


class Reading(NamedTuple):
    """Another reading of ``line[start:end]``: ``new``, written in ``wrote`` and read as ``read``."""

    start: int
    end: int
    new: str
    wrote: str
    read: str
    lost: int = 0
    names: tuple[str, ...] = ()  # all encodings it may have been read as


@cache
def reason(wrote: str, read: str) -> str:
    """Name a mix-up: ``UTF-8 read as GBK``."""
    return f"{LABELS.get(wrote, wrote)} read as {LABELS.get(read, read)}"


def reasons() -> frozenset[str]:
    """All mix-ups there are a name for."""
    found = {reason("utf-8", read) for read in SINGLE + DOUBLE}
    found |= {reason(w, r) for r in SINGLE + DOUBLE for w in _targets(r)}
    return frozenset(found | {reason(w, "latin-1") for w in ("cp1252", "mac_roman", "cp1250")})


def views_of(line: str) -> list[View]:
    """The views of a line that differ in what they show beyond ASCII."""
    units = code_units(line)
    high = units > 0x7F
    inside = narrow().take(units) & high
    found: dict[bytes, View] = {}
    if inside.any() and not calm().take(units[inside]).all():
        for codec in SINGLE:
            seen = view(line, codec, units)
            twin = found.get(seen.data)
            found[seen.data] = twin.also(codec) if twin else seen
    if (high & ~inside).any():
        near = odd_of(line).near(units)
        return [*found.values(), *(view(line, codec, near) for codec in DOUBLE)]
    return list(found.values())


def utf8_readings(line: str, views: Sequence[View]) -> Iterator[Reading]:
    """UTF-8 that was read as something else."""
    odd = odd_of(line)
    for seen in views:
        places = seen.bytes_of(odd.places) if odd.few and not seen.single else None
        for i in islands(seen, places):
            start, end = seen.char(i.start), seen.char(i.end)
            if places is None or odd.between(start, end):
                yield Reading(start, end, i.text, "utf-8", seen.codec, i.lost, seen.names)
        if seen.codec in SPACED and b" " in seen.data:
            yield from _spaced(line, seen)


def _spaced(line: str, seen: View) -> Iterator[Reading]:
    """UTF-8 in which a no-break space was turned into a plain one, or fell together with one."""
    data = _SPACE.sub(lambda m: m.group().replace(b" ", b"\xa0"), seen.data)
    if data != seen.data:
        for i in islands(seen.showing(data)):
            if b" " in seen.data[i.start : i.end]:
                new = i.text
                if i.text[-1] != "\xa0" and line[i.end - 1] == " " and not _GLUED.match(line, i.end):
                    new += " "  # the space between two words is still needed
                yield Reading(i.start, i.end, new, "utf-8", seen.codec, i.lost, seen.names)


_GLUED = re.compile(r"(?:s|quel[aeo]s?|quilo)(?![\w'’])|[^\x00-\x7f]|.(?<![a-zA-Z])")  # às, àquele
SPACED = ("cp1252", "cp1250", "cp1251", "cp1254", "cp1257", "iso8859-15", "iso8859-2")
# A no-break space inside a character became a plain one: three bytes with one of the last two gone.
_SPACE = re.compile(
    rb"[\xe1-\xec\xee\xef](?:[\x80-\xbf] | [\x80-\xbf])|\xe0[\xa0-\xbf] |\xc3 (?=[\x80-\xff]?[a-z])"
    rb"|[\xc5\xd0] (?=[a-z\x80-\xff])|(?<=[a-z.,:;!?)\x80-\xbf])\xc2 "
)


_ASCII = bytes(range(128))
_STRETCH = re.compile(rb"[\x80-\xff][^\0]*")
_WORD = re.compile(rb"[\x80-\xff][^\0 ]*")


def legacy_readings(line: str, views: Sequence[View]) -> Iterator[Reading]:
    """National encodings that were read as something else."""
    alien = narrow().take(code_units(line))
    odd = odd_of(line)
    tried: set[tuple[int, bytes, str]] = set()
    for seen in _whole(views, alien):
        for found in _odd_stretches(seen, odd):
            raw = found.group().rstrip(b" ")
            if len(raw.translate(None, _ASCII)) < 2:
                continue
            if len(raw) == 2 and seen.char(found.start() + 1) < 0:
                continue  # one character: as another one of East Asia it says nothing
            if seen.single and _torn(seen, alien, found.start(), found.end()):
                continue
            share = _utf8_share(raw)
            for codec in _targets(seen.codec):
                if share > (0.8 if len(raw) > 12 else 0.99):
                    continue
                if (found.start(), raw, codec) not in tried:
                    tried.add((found.start(), raw, codec))
                    yield from _read(line, seen, found.start(), raw, codec)


def _stretches(seen: View) -> list[re.Match[bytes]]:
    """What a view shows between characters it has not: if there is much of that, the longest."""
    found = list(_STRETCH.finditer(seen.data))
    if len(found) <= STRETCHES:
        return found
    found.sort(key=lambda m: m.start() - m.end())
    return sorted(found[:STRETCHES], key=lambda m: m.start())


def _odd_stretches(seen: View, odd: Odd) -> list[re.Match[bytes]]:
    """Of wide characters the stretches that have an odd place; single-byte ones are all looked at."""
    found = _stretches(seen)
    if seen.single:
        return found
    places = seen.bytes_of(odd.places)
    ahead = [bisect_left(places, m.start()) for m in found]
    return [m for m, at in zip(found, ahead, strict=True) if at < len(places) and places[at] < m.end()]


def _whole(views: Sequence[View], alien: NDArray[np.bool_]) -> list[View]:
    """Of single-byte views those that have every character, where some do; else the best ones."""
    import numpy as np

    if not any(seen.single for seen in views):
        return list(views)
    missing = {
        seen.codec: int((np.frombuffer(seen.data, np.uint8)[alien] == 0).sum())
        for seen in views
        if seen.single
    }
    best = sorted(missing, key=missing.__getitem__)[:NEARLY]
    if best and not missing[best[0]]:
        best = [codec for codec, count in missing.items() if not count]
    return [seen for seen in views if not seen.single or seen.codec in best]


def _utf8_share(raw: bytes) -> float:
    """How much of some bytes beyond ASCII is UTF-8; 0 where that may be chance."""
    high = len(raw.translate(None, _ASCII))
    if high < 6:
        return 0.0
    return sum(len(m.group()) for m in sound().finditer(raw)) / high


def _torn(seen: View, alien: NDArray[np.bool_], start: int, end: int) -> bool:
    """Whether a neighbour belongs to the damage as well but is not in this encoding."""
    return bool(start and alien[start - 1] and not seen.data[start - 1]) or bool(
        end < len(alien) and alien[end] and not seen.data[end]
    )


@cache
def _targets(read: str) -> tuple[str, ...]:
    if read in DOUBLE:
        return tuple(c for c in EAST if c != read)
    if read in CYRILLIC:
        return tuple(c for c in CYRILLIC + EAST if c != read)
    return tuple(c for c in EAST + CYRILLIC + ALPHABETS if c != read)


def _read(line: str, seen: View, at: int, raw: bytes, codec: str) -> Iterator[Reading]:
    high = len(raw.translate(None, _ASCII))
    if high < 2:
        return
    new = _decode(raw, codec)
    if new is not None:
        yield from _placed(line, seen, at, raw, new, codec)
        return
    words = list(_WORD.finditer(raw)) if b" " in raw else []
    for word in words:
        new = _decode(word.group(), codec)
        if new is not None:
            yield from _placed(line, seen, at + word.start(), word.group(), new, codec)
    if codec in EAST and high >= 2 * HOLES:
        new = raw.decode(codec, "replace")
        if new.count("\ufffd") * HOLES <= high and not (codec == "cp949" and _ASTRAY.search(new)):
            yield from _placed(line, seen, at, raw, new, codec)


_ASTRAY = re.compile("[\u4e00-\u9fff][^ \ufffd]{0,8}\ufffd|\ufffd[^ \ufffd]{0,8}[\u4e00-\u9fff]")
"""A Chinese character and a hole in one word of a Korean reading: the bytes are out of step there."""


def _decode(raw: bytes, codec: str) -> str | None:
    for name in (codec, "big5hkscs") if codec == "cp950" else (codec,):
        try:
            return raw.decode(name)
        except UnicodeDecodeError:
            continue
    return None


def _placed(line: str, seen: View, at: int, raw: bytes, new: str, codec: str) -> Iterator[Reading]:
    start, end = seen.char(at), seen.char(at + len(raw))
    if start >= 0 and end >= 0:
        new = new.replace("\x1a", "\ufffd")  # a hole stays one
        made = trimmed(line, Reading(start, end, new, codec, seen.codec))
        if made:
            yield made


def trimmed(line: str, r: Reading) -> Reading | None:
    """The reading without what it leaves as it was, at both ends."""
    old, new, a, b = line[r.start : r.end], r.new, 0, 0
    if old == new:
        return None
    most = min(len(old), len(new))
    while a < most and old[a] == new[a]:
        a += 1
    while b < most - a and old[-1 - b] == new[-1 - b]:
        b += 1
    new = new[a : len(new) - b] if a or b else new
    return Reading(r.start + a, r.end - b, new, r.wrote, r.read, new.count("\ufffd"), r.names)
