"""How glosses get into text: the forward model of the injection, byte by byte.

A site converts its pages to Traditional, writes them in GBK and runs replacements over the *bytes*: each
character of its table becomes itself and its reading in brackets, a full-width mark gets a comma in
front of it or becomes a half-width one. The replacements know nothing of character borders. The page
is then decoded with losses. All functions are plain; ``pages`` and ``tables`` make hypothesis
strategies of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from scrubtext.gloss.gbk import pair, user_defined
from scrubtext.gloss.syllables import can_be_key, has_tone, readings

MARKS = "，。、；：？！"
HALF = dict(zip("，；：？！", ",;:?!", strict=True))


@dataclass(frozen=True)
class Decoder:
    """How a page is read: what is shown for a lost byte, and what happens around it."""

    lost: str = "?"  # "?", U+FFFD or nothing
    swallow: bool = True  # whether the ASCII character after a lost byte goes with it
    keep_user: bool = False  # user-defined pairs as private use, or dropped


@dataclass(frozen=True)
class Dirty:
    """An injected text, and what happened to it."""

    text: str
    glosses: int
    scars: int  # replacements that cut a character in two
    lost_bytes: int  # single bytes that were lost and that no entry of the table names
    lost_pairs: int  # pairs dropped or undefined
    holes: tuple[tuple[int, int], ...]  # spans of the clean text that each of them took


def reading_of(char: str) -> str:
    """The first reading with a tone, as a site's table would have it; empty where there is none."""
    return next((r for r in readings().get(char, ()) if has_tone(r)), "")


def random_table(rng: Random, size: int, chars: Sequence[str]) -> dict[str, str]:
    """``size`` of ``chars`` with their readings."""
    chosen = rng.sample(list(chars), min(size, len(chars)))
    return {c: reading_of(c) for c in chosen if reading_of(c)}


def keys_in(text: str) -> list[str]:
    """The characters of ``text`` a table could hold, commonest first."""
    counts = {c: text.count(c) for c in set(text) if can_be_key(c) and reading_of(c)}
    return sorted(counts, key=lambda c: (-counts[c], c))


def inject(
    text: str, table: Mapping[str, str], *, marks: str = "", decoder: Decoder = Decoder()
) -> Dirty:
    """``text`` as a polluted page shows it.

    ``marks``: "" leaves marks alone, "comma" puts a comma before each, "half" writes those that have a
    half-width form in it; both on bytes, as the glosses.
    """
    swap = {k.encode("gbk"): k.encode("gbk") + f"({r})".encode("gbk") for k, r in table.items()}
    for mark in MARKS if marks else "":
        raw = mark.encode("gbk")
        if marks == "comma":
            swap[raw] = b"," + raw
        elif mark in HALF:
            swap[raw] = HALF[mark].encode()
    raw = text.encode("gbk")
    border = _borders(raw)
    pattern = re.compile(b"|".join(map(re.escape, swap)), re.DOTALL) if swap else None
    found = list(pattern.finditer(raw)) if pattern else []
    dirty, origin = _replaced(raw, found, swap)
    shown, pairs, single = decode(dirty, decoder)
    spans = [_taken(origin[start:end], border) for start, end in (*pairs, *single)]
    scars = sum(not border[m.start()] for m in found)
    return Dirty(shown, len(found), scars, len(single), len(pairs), tuple(sorted(spans)))


def inject_in_turn(text: str, table: Mapping[str, str], decoder: Decoder = Decoder()) -> Dirty:
    """``text`` as a site shows it that replaces one entry of its table after the other.

    Two replacements may then meet inside one character, as they do in ``日報``: ``日?qǐng)?bào)``.
    """
    raw = text.encode("gbk")
    glosses = 0
    for key, reading in table.items():
        glosses += raw.count(key.encode("gbk"))
        raw = raw.replace(key.encode("gbk"), f"{key}({reading})".encode("gbk"))
    shown, pairs, single = decode(raw, decoder)
    return Dirty(shown, glosses, 0, len(single), len(pairs), ())


def _replaced(
    raw: bytes, found: Sequence[re.Match[bytes]], swap: Mapping[bytes, bytes]
) -> tuple[bytes, list[int]]:
    """The bytes after the replacements, and where each of them stood before: -1 for new ones."""
    out, origin, at = bytearray(), list[int](), 0
    for m in found:
        start, new = m.start(), swap[m[0]]
        out += raw[at:start] + new
        origin += range(at, start)
        kept = new.find(m[0])
        places = [start + 1] * len(new) if kept < 0 else [-1] * len(new)
        if kept >= 0:
            places[kept : kept + 2] = start, start + 1
        origin += places
        at = m.end()
    return bytes(out + raw[at:]), [*origin, *range(at, len(raw))]


def _taken(origin: Sequence[int], border: bytearray) -> tuple[int, int]:
    """The span of the clean text in which neighbouring bytes stood."""
    chars = [sum(border[: k + 1]) - 1 for k in origin if k >= 0]
    return min(chars), max(chars) + 1


def _borders(raw: bytes) -> bytearray:
    """1 where a character of GBK starts."""
    out = bytearray(len(raw) + 1)
    at = 0
    while at < len(raw):
        out[at] = 1
        at += 1 if raw[at] <= 0x80 else 2
    return out


Span = tuple[int, int]


def decode(raw: bytes, how: Decoder) -> tuple[str, list[Span], list[Span]]:
    """Read GBK as lossy readers do; the text, which pairs were lost and which single bytes that no
    gloss names, with the ASCII character that went with them."""
    out: list[str] = []
    pairs, single = list[Span](), list[Span]()
    at = 0
    while at < len(raw):
        start = at
        lead, trail = raw[at], raw[at + 1] if at + 1 < len(raw) else 0
        if lead <= 0x80:
            out.append(chr(lead) if lead < 0x80 else "\u20ac")
            at += 1
        elif trail < 0x40 or trail in (0x7F, 0xFF):
            out.append(how.lost)
            at += 2 if how.swallow and trail > 0x20 else 1
            if trail != ord("("):
                single.append((start, at))
        elif char := pair(lead, trail):
            out.append(char)
            at += 2
        else:
            at += 2
            user = user_defined(lead, trail)
            if user and how.keep_user:
                out.append(raw[start:at].decode("gb18030"))
            else:
                out.append("" if user else how.lost)
                pairs.append((start, at))
    return "".join(out), pairs, single


def tables(text: str, sizes: tuple[int, int] = (5, 40)) -> st.SearchStrategy[dict[str, str]]:
    """Tables of some of the characters of ``text`` that could be glossed."""
    keys = keys_in(text)
    low, high = min(sizes[0], len(keys)), min(sizes[1], len(keys))
    chosen = st.lists(st.sampled_from(keys), min_size=low, max_size=high, unique=True)
    return chosen.map(lambda cs: {c: reading_of(c) for c in cs})


def decoders() -> st.SearchStrategy[Decoder]:
    """All the ways a page may be read."""
    return st.builds(
        Decoder,
        lost=st.sampled_from(["?", "\ufffd"]),
        swallow=st.booleans(),
        keep_user=st.booleans(),
    )
