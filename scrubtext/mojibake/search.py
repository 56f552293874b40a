"""The search for what a line was: mix-ups applied one after the other, the likeliest end wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scrubtext.mojibake.judge import Verdict, weigh
from scrubtext.mojibake.looks import alphabetical, is_text, jumbled, mixed, speaks
from scrubtext.mojibake.propose import (
    Reading,
    control_readings,
    legacy_readings,
    reason,
    utf8_readings,
    views_of,
)
from scrubtext.mojibake.second_opinion import ftfy_readings
from scrubtext.mojibake.views import EAST, SINGLE, narrow

__all__ = ["Margins", "Piece", "search"]

LAYERS = 4
BEAM = 3  # ways followed at once
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
LETTERS = -9.5  # nats per character below which nothing but letters is no text
TORN = -11.0  # the same where holes are left
NONSENSE = -19.0  # nats per character below which not even symbols are text
SOUND = -7.0  # nats per character above which nothing lies below
RIVAL = 4.0  # nats the best way must be ahead of one that says something else
RIVAL_SHORT = 7.0  # the same where at most three characters are repaired
POOLED = 1.0  # nats one place must gain where its line proves the same mix-up


class Margins(NamedTuple):
    """Nats a reading must be likelier than the text as it stands."""

    plain: float  # where the place itself says nothing
    inside: float  # UTF-8 inside a word, where its marks cannot be punctuation
    note: float  # noted from here on


class Piece(NamedTuple):
    """Part of a text under repair: what it is now, and where it stood."""

    start: int
    end: int
    text: str
    why: str = ""  # empty: as it was


class Way(NamedTuple):
    """A line after some mix-ups were undone."""

    text: str
    pieces: tuple[Piece, ...]
    gain: float
    mean: float  # of the last step
    first: frozenset[str]  # the mix-ups the first step may have been


def search(line: str, lang: str | None, margins: Margins) -> tuple[tuple[Piece, ...], list[Piece]]:
    """The line in pieces, repaired where that is sure, and what is doubtful in it."""
    way = Way(line, (Piece(0, len(line), line),), 0.0, 0.0, frozenset())
    doubtful: list[Piece] = []
    for _ in range(LAYERS):  # mix-ups that have nothing to do with each other
        found, doubts = _deepest(way, lang, margins)
        doubtful += doubts
        if found is None:
            break
        way = found
    return way.pieces, doubtful


def _deepest(start: Way, lang: str | None, margins: Margins) -> tuple[Way | None, list[Piece]]:
    """The likeliest text below one mix-up and further layers of it, and what is doubtful."""
    ends: dict[str, Way] = {}
    ways, doubtful = [start], list[Piece]()
    for layer in range(LAYERS):
        grown: dict[str, Way] = {}
        for way in ways:
            for new in _steps(way, lang, margins, doubtful if not layer else []):
                if not (_below(way, new) if layer else _apart(way, new)):
                    continue
                if new.text not in ends and new.gain > grown.get(new.text, start).gain:
                    grown[new.text] = new
        ends.update(grown)
        ways = sorted(grown.values(), key=lambda w: -w.gain)[:BEAM]
        ways = [w for w in ways if w.mean < SOUND]
        if not ways:
            break
    sound = [w for w in ends.values() if w.mean > _least(start, w)]
    if not sound:
        return None, doubtful
    best = max(sound, key=lambda w: w.gain)
    near = RIVAL if best.mean > -99 and _size(best) > 3 else RIVAL_SHORT
    rivals = [w for w in sound if best.gain - w.gain < near and _contradict(best, w)]
    if rivals:
        return None, [p for w in (best, *rivals) for p in w.pieces if p.why]
    return best, doubtful


def _least(old: Way, new: Way) -> float:
    """The mean below which the last step of a way made no text."""
    if _torn(old, new):
        return TORN
    fresh = [c for p in new.pieces if p.why and p not in old.pieces for c in p.text if c > "\x7f"]
    return (
        LETTERS if len(fresh) > 1 and 2 * sum(map(str.isalpha, fresh)) >= len(fresh) else NONSENSE
    )


def _torn(old: Way, new: Way) -> bool:
    """Whether a way made holes."""
    return new.text.count("\ufffd") > old.text.count("\ufffd")


def _size(way: Way) -> int:
    """Characters beyond ASCII that were repaired."""
    return sum(not c.isascii() for p in way.pieces if p.why for c in p.text)


def _apart(old: Way, new: Way) -> bool:
    """Whether a step left alone what was repaired before it."""
    return all(p in new.pieces for p in old.pieces if p.why)


def _below(old: Way, new: Way) -> bool:
    """Whether a step changed nothing but what was changed before it, and what that swallowed."""
    done = [p for p in old.pieces if p.why]
    return all(
        p in done or any(p.start < q.end and q.start < p.end for q in done)
        for p in new.pieces
        if p.why
    )


def _contradict(a: Way, b: Way) -> bool:
    """Whether two ways make different text of the same place."""
    for p in a.pieces:
        for q in b.pieces:
            if p.why and q.why and p.start < q.end and q.start < p.end and p.text != q.text:
                return True
    return False


def _steps(way: Way, lang: str | None, margins: Margins, doubtful: list[Piece]) -> Iterator[Way]:
    """Every mix-up that may be undone next."""
    views = views_of(way.text)
    first = [*utf8_readings(way.text, views), *control_readings(way.text)]
    verdicts = weigh(way.text, first, lang)
    groups = list(_groups(way.text, verdicts, margins))
    if not any(_explains(way.text, g) for _, g, _ in groups):
        found = [*legacy_readings(way.text, views)]
        if not way.first and any(seen.starts is None for seen in views):
            found += ftfy_readings(way.text)
        more = weigh(way.text, found, lang)
        groups += _groups(way.text, more, margins)
        verdicts += more
    for names, group, prior in groups:
        pieces = way.pieces
        for v in sorted(group, key=lambda v: -v.reading.start):
            pieces = put(pieces, v.reading)
        fresh = max(sum(v.fresh for v in group), 1)
        mean = sum(v.mean * v.fresh for v in group) / fresh
        gain = way.gain + sum(v.gain for v in group) - 2 * prior
        text = "".join(p.text for p in pieces)
        yield Way(text, pieces, gain, mean, way.first or names)
    doubtful += [
        Piece(r.start, r.end, r.new, reason(r.wrote, r.read))
        for v in verdicts
        if v.gain >= margins.note and v.mean > -8 and _sane(way.text, v) and (r := v.reading)
    ]


def _groups(
    line: str, verdicts: Sequence[Verdict], margins: Margins
) -> Iterator[tuple[frozenset[str], list[Verdict], float]]:
    """Readings that one mix-up explains, where they are likely enough together or alone."""
    found: dict[tuple[str, str], list[Verdict]] = {}
    for v in verdicts:
        r = v.reading
        least = POOLED if r.wrote == "utf-8" else 4.0
        if v.gain > least and _sane(line, v) and not _closes(line, r):
            for name in r.names or (r.read,):
                kept = found.setdefault((r.wrote, name), [])
                if not any(r.start < k.reading.end and k.reading.start < r.end for k in kept):
                    kept.append(v)
    seen: set[tuple[Verdict, ...]] = set()
    for (wrote, name), group in sorted(found.items(), key=lambda f: _prior(f[0][1])):
        odd = name not in _COMMON and sum(v.mean for v in group) < -11.5 * len(group)
        if len(group) < 2 or odd or sum(v.gain for v in group) < 1.5 * margins.plain:
            group = [v for v in group if _enough(line, v, margins)]
        if wrote == "utf-8":
            group = [v for v in group if _whole(line, v, group)]
        if group and tuple(group) not in seen:
            seen.add(tuple(group))
            yield frozenset((reason(wrote, name),)), group, _prior(name)


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


def _explains(line: str, group: Sequence[Verdict]) -> bool:
    """Whether sound UTF-8 explains all of the line beyond ASCII, more than chance could."""
    if group[0].reading.wrote != "utf-8" or sum(v.fresh for v in group) < 5:
        return False
    if sum(v.gain for v in group) < 6 * sum(v.fresh for v in group):
        return False
    inside = sum(not c.isascii() for v in group for c in line[v.reading.start : v.reading.end])
    return inside >= 0.9 * sum(not c.isascii() for c in line)


def _closes(line: str, r: Reading) -> bool:
    """Whether the last mark of a place closes a quotation that is open before it."""
    if r.wrote != "utf-8" or r.end - r.start != 2:
        return False
    for a, b in ("«»", "“”", "‘’", "„“", "„”"):
        if line[r.end - 1] == b and line.rfind(a, 0, r.start) > line.rfind(b, 0, r.start):
            return True
    return False


def _sane(line: str, v: Verdict) -> bool:
    """Whether a reading is text at all; UTF-8 is seldom valid by chance, so it nearly always is."""
    r = v.reading
    if r.lost and v.fresh < 2 * r.lost and (r.lost > 1 or line[r.start : r.end][:-1] not in _CUT):
        return False
    if r.wrote == "utf-8" or r.read == "latin-1":
        return r.new.isascii() or is_text(r.new)
    least, floors = _LIMITS[r.wrote in EAST]
    if r.wrote in ("cp1255", "cp1256", "cp874"):
        least, floors = UNCASED_LIMITS
    floor = next(mean for size, mean in floors if v.fresh <= size)
    if v.gain < least * v.fresh or v.mean < floor or not is_text(r.new):
        return False
    old = line[r.start : r.end]
    if r.wrote in EAST:
        return speaks(r.new, r.read in SINGLE) and len(set(old)) > 1
    return not (mixed(r.new) or jumbled(r.new) or alphabetical(old))


# What a lost mark may leave alone: the first bytes of quotation marks, and of letters with accents.
_CUT = frozenset(("â€", "Ã", "Â", "Ä", "Å", "Ă", "Ĺ", "Ð", "Ñ", "鈥"))
_COMMON = frozenset(("cp1252", "gb18030", "cp1251", "cp1250", "latin-1"))


def _prior(read: str) -> float:
    return 0.0 if read in _COMMON else 3.0


# What may follow a capital A with tilde in clean text.
_CLOSING = "»”“’‘…–—\xa0§°®©"


def _embedded(line: str, r: Reading) -> bool:
    """Whether the old text stands where its marks cannot be punctuation."""
    if r.read == "latin-1":
        return True
    if r.wrote != "utf-8":
        return False
    before, after, lead = line[r.start - 1 : r.start], line[r.end : r.end + 1], line[r.start]
    if after.isalpha() and r.end - r.start > 1 and (before.isalpha() or r.read in _COMMON):
        return True
    if before.islower() and (lead.isupper() or lead == "√" or r.end - r.start > 2):
        return True
    return lead == "Ã" and line[r.start + 1 : r.start + 2] not in _CLOSING


def put(pieces: tuple[Piece, ...], r: Reading) -> tuple[Piece, ...]:
    """The pieces with one reading in place; repaired pieces it touches become part of it."""
    out: list[Piece] = []
    at, low, high, text, why = 0, -1, -1, "", reason(r.wrote, r.read)
    rest: list[Piece] = []
    for p in pieces:
        a, b = max(r.start - at, 0), min(r.end - at, len(p.text))
        at += len(p.text)
        if a >= b:
            (out if low < 0 else rest).append(p)
            continue
        new = r.new if low < 0 else ""
        if p.why:
            low, high = (p.start if low < 0 else low), p.end
            text, why = text + p.text[:a] + new + p.text[b:], p.why
            continue
        if a:
            out.append(Piece(p.start, p.start + a, p.text[:a]))
        low, high = (p.start + a if low < 0 else low), p.start + b
        text += new
        if b < len(p.text):
            rest.append(Piece(p.start + b, p.end, p.text[b:]))
    return (*out, Piece(low, high, text, why), *rest)
