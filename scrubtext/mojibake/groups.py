"""Readings of a line that one mix-up explains: which of them are likely enough, together or alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import ne
from typing import NamedTuple

from scrubtext.mojibake.cyrillic import capitals, convincing
from scrubtext.mojibake.judge import Verdict
from scrubtext.mojibake.looks import (
    alphabetical,
    is_text,
    jumbled,
    misspelt,
    mixed,
    monotonous,
    raised,
    rare,
    speaks,
    strange,
    swallows,
)
from scrubtext.mojibake.propose import Reading, reason
from scrubtext.mojibake.views import EAST, SINGLE, narrow

__all__ = ["EAST_LIMITS", "Margins", "changed", "explains", "groups", "sane"]

# Nats a legacy reading must gain per new character beyond ASCII, and its worst mean: the encodings
# of East Asia, where any two bytes are a character, and those of alphabets.
# by length: by chance a few characters look better than many.
EAST_LIMITS = (2.2, ((4, -7.6), (10, -8.5), (9999, -9.5)))
ALPHABET_LIMITS = (1.0, ((4, -3.4), (8, -4.0), (9999, -5.0)))
UNCASED_LIMITS = (
    1.0,
    ((4, -1.0), (9, -1.0), (9999, -5.0)),
)  # Hebrew, Arabic, Thai: any bytes make letters
_LIMITS = (ALPHABET_LIMITS, EAST_LIMITS)
SIBLING = 1.0  # nats a reading may be behind that of a sibling encoding, where nothing else decides
RIVAL_CONTROL = 4.0  # the same for single controls: then both stand, and the search decides
CONTROLS = ("cp1252", "mac_roman", "cp1250")  # what single controls are read as, where no more is known
POOLED = 1.0  # nats one place must gain where its line proves the same mix-up


class Margins(NamedTuple):
    """Nats a reading must be likelier than the text as it stands."""

    plain: float  # where the place itself says nothing
    inside: float  # UTF-8 inside a word, where its marks cannot be punctuation
    note: float  # noted from here on


def groups(
    line: str, verdicts: Sequence[Verdict], margins: Margins, others: Sequence[Verdict] = ()
) -> Iterator[tuple[frozenset[str], list[Verdict], float]]:
    """Readings that one mix-up explains, where they are likely enough together or alone.

    ``others`` are known as well, and only rivals here.
    """
    found: dict[tuple[str, str], list[Verdict]] = {}
    top = _tops(line, (*others, *verdicts))
    for v in verdicts:
        r = v.reading
        least = POOLED if r.wrote == "utf-8" else 4.0
        if v.gain > least and sane(line, v) and not _closes(line, r):
            for name in r.names or (r.read,):
                kept = found.setdefault((r.wrote, name), [])
                if not any(r.start < k.reading.end and k.reading.start < r.end for k in kept):
                    kept.append(v)
    seen: set[tuple[Verdict, ...]] = set()
    for (wrote, name), group in sorted(found.items(), key=lambda f: _prior(f[0][1])):
        odd = name not in _COMMON and sum(v.mean for v in group) < -11.5 * len(group)
        if len(group) < 2 or odd or sum(v.gain for v in group) < 1.5 * margins.plain:
            near = RIVAL_CONTROL if wrote in CONTROLS else SIBLING
            least = _prior(name) - near
            best = [v for v in group if v.gain >= top[v.reading.start, v.reading.end] + least]
            group = [v for v in best if _enough(line, v, margins)]
        if wrote == "utf-8":
            group = [v for v in group if _whole(line, v, group)]
        if group and tuple(group) not in seen:
            seen.add(tuple(group))
            yield frozenset((reason(wrote, name),)), group, _prior(name)


def _tops(line: str, verdicts: Sequence[Verdict]) -> dict[tuple[int, int], float]:
    """The best there is to say of each place, what is odd in the encoding counted against it."""
    top: dict[tuple[int, int], float] = {}
    for v in verdicts:
        r = v.reading
        if v.gain > POOLED and sane(line, v):
            worth = v.gain - min(map(_prior, r.names or (r.read,)))
            top[r.start, r.end] = max(worth, top.get((r.start, r.end), 0.0))
    return top


def _enough(line: str, v: Verdict, margins: Margins) -> bool:
    r = v.reading
    return v.gain >= (margins.inside if _embedded(line, r) else margins.plain) + _prior(r.read)


def _whole(line: str, v: Verdict, group: Sequence[Verdict]) -> bool:
    """Whether a place, with its like, explains the run of odd characters it stands in."""
    r = v.reading
    inside = narrow()
    for at, step in ((r.start - 1, -1), (r.end, 1)):
        while 0 <= at < len(line) and line[at] > "\x7f":
            if line[at] in _EDGE:
                at += step
                continue
            if ord(line[at]) > 0xFFFF or not inside[ord(line[at])] or line[at] < "\xa0":
                break
            if not any(g.reading.start <= at < g.reading.end for g in group):
                return False
            at += step
    return True


# Marks that stand beside words in clean text too.
_EDGE = "“”‘’«»„‚…–—\xa0\ufffd©®™•·"


def explains(line: str, group: Sequence[Verdict]) -> bool:
    """Whether sound UTF-8 explains all of the line beyond ASCII, more than chance could."""
    if group[0].reading.wrote != "utf-8" or sum(v.fresh for v in group) < 5:
        return False
    if sum(v.gain for v in group) < 6 * sum(v.fresh for v in group):
        return False
    inside = sum(not c.isascii() for v in group for c in line[v.reading.start : v.reading.end])
    return inside >= 0.9 * sum(not c.isascii() for c in line)


def _closes(line: str, r: Reading) -> bool:
    """Whether the last mark of a place closes a quotation that is open before it."""
    before = line[r.start - 1 : r.start]
    if r.wrote != "utf-8" or r.end - r.start != 2 or (before and not (before.isupper() or before in _OPENS)):
        return False
    for a, b in ("«»", "“”", "‘’", "„“", "„”"):
        if line[r.end - 1] == b and line.rfind(a, 0, r.start) > line.rfind(b, 0, r.start):
            return True
    return False


_OPENS = " \t\xa0«“‘„("
"""Behind these, and behind capitals, a capital with a mark may be a word: behind small letters it is none."""


def sane(line: str, v: Verdict) -> bool:
    """Whether a reading is text at all; UTF-8 is seldom valid by chance, so it nearly always is."""
    r = v.reading
    if r.lost and v.fresh < 2 * r.lost and (r.lost > 1 or line[r.start : r.end][:-1] not in _CUT):
        return False
    if r.wrote == "utf-8" and r.read not in _COMMON and max(r.new, default="") < "\xa0":
        return r.new.isascii()  # nothing but controls
    if r.wrote == "utf-8" or r.wrote in CONTROLS:
        return r.new.isascii() or (
            is_text(r.new)
            and not rare(r.new)
            and not strange(r.new, line, r.start, r.end)
            and not raised(r.new, line, r.start, r.end)
        )
    least, floors = _LIMITS[r.wrote in EAST]
    if r.wrote in ("cp1255", "cp1256", "cp874"):
        least, floors = UNCASED_LIMITS
    floor = next(mean for size, mean in floors if v.fresh <= size)
    old = line[r.start : r.end]
    if v.gain < least * changed(old, r.new, v.fresh) or v.mean < floor or not is_text(r.new):
        return False
    if r.wrote in EAST:
        if len(set(old)) < 2 or monotonous(old) or capitals(old):
            return False
        return speaks(r.new, r.read in SINGLE) and not swallows(old, r.new)
    if not any(map(str.isalpha, r.new)) or not convincing(old, r.new):
        return False
    return not (mixed(r.new) or jumbled(r.new) or misspelt(r.new) or alphabetical(old) or monotonous(old))


def changed(old: str, new: str, fresh: int) -> int:
    """How many characters a reading changes: kana look the same in EUC-JP and in GBK."""
    return sum(map(ne, old, new)) if len(old) == len(new) else fresh


# What a lost mark may leave alone: the first bytes of quotation marks, and of letters with accents.
_CUT = frozenset(("â€", "Ã", "Â", "Ä", "Å", "Ă", "Ĺ", "Ð", "Ñ", "鈥"))
_COMMON = frozenset(("cp1252", "gb18030", "cp1251", "cp1250", "latin-1"))


def _prior(read: str) -> float:
    return 0.0 if read in _COMMON else 3.0


# What no clean text has right behind a capital I: tails of the Greek letters.
_NEVER_BEHIND = "±²³´µ¶¸¼½¾¿†‡‰ƒ©®"
_LETTERS = re.compile("[a-z]{3}")
_WIDE = re.compile("[\u2e80-\uffff]")


def _in_latin(line: str, r: Reading) -> bool:
    """Whether a letter of a Latin word is all there is of Han or Hangul in the line: V繹gel."""
    before = line[r.start - 1 : r.start]
    inside = before.isascii() and before.isalpha() and line[r.end : r.end + 1].islower()
    if not r.new.isalpha() or not (inside or _LETTERS.match(line, r.end)):
        return False
    return not (_WIDE.search(line, 0, r.start) or _WIDE.search(line, r.end))


# What may follow a capital A with tilde in clean text.
_CLOSING = "»”“’‘…–—\xa0§°®©"


def _embedded(line: str, r: Reading) -> bool:
    """Whether the old text stands where its marks cannot be punctuation."""
    if r.wrote in CONTROLS:
        return True
    if r.wrote != "utf-8":
        return False
    before, after, lead = line[r.start - 1 : r.start], line[r.end : r.end + 1], line[r.start]
    if lead > "\u2e80" and _in_latin(line, r):
        return True
    if after.isalpha() and r.end - r.start > 1 and (before.isalpha() or r.read in _COMMON):
        return True
    if before.islower() and (lead.isupper() or lead == "√" or r.end - r.start > 2):
        return True
    tail = line[r.start + 1 : r.start + 2]
    if lead == "Ã" and tail == "\xa0" and not before.strip():
        return True  # a word of its own: à
    if lead in "ÎÏ" and tail and tail in _NEVER_BEHIND:
        return True
    return lead == "Ã" and tail not in _CLOSING
