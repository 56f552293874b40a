"""From a suspicious region to findings: choose readings, peel layers, note what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scrubtext.edit import Edit, Note
from scrubtext.mojibake.brakes import discussed, paired, quoted
from scrubtext.mojibake.judge import Verdict, weigh
from scrubtext.mojibake.lost import Scar, scars
from scrubtext.mojibake.propose import (
    Reading,
    control_readings,
    legacy_readings,
    reason,
    utf8_readings,
    views_of,
)

__all__ = ["Margins", "repair"]

LAYERS = 4
PER_CHARACTER = 2.2  # nats a reading must gain per new character beyond ASCII
FLOOR = -9.5  # nats per character below which a legacy reading is no text
UTF8_FLOOR = -17.0  # UTF-8 is seldom valid by chance: symbols and rare letters pass
RIVAL = 4.0  # nats the best reading must be ahead of one that says something else


class Margins(NamedTuple):
    """Nats a reading must be likelier than the text as it stands."""

    plain: float  # where the place itself says nothing
    inside: float  # UTF-8 inside a word, where its marks cannot be punctuation
    note: float  # noted from here on


def repair(
    text: str, start: int, end: int, lang: str | None, margins: Margins
) -> Iterator[Edit | Note]:
    """Findings in ``text[start:end]``, from left to right."""
    line = text[start:end]
    found = list(scars(line))
    masked = _masked(line, found)
    taken, doubtful = chosen(masked, lang, margins)
    out: list[Edit | Note] = []
    for v in taken:
        out += _edit(text, start, masked, v, lang, margins)
    busy = [(f.start, f.end) for f in out]
    for s in found:
        a, b = start + s.start, start + s.end
        if not any(x < b and a < y for x, y in busy) and not _meant(text, a, b):
            out.append(Note(a, b, s.why, lost=s.lost))
    for v in doubtful:
        a, b = start + v.reading.start, start + v.reading.end
        if not any(x < b and a < y for x, y in busy):
            busy.append((a, b))
            out.append(Note(a, b, reason(v.reading.wrote, v.reading.read), 0, (v.reading.new,)))
    yield from sorted(out, key=lambda f: (f.start, isinstance(f, Note)))


def _masked(line: str, found: Sequence[Scar]) -> str:
    for s in found:
        if line[s.start] != "\ufffd":
            line = line[: s.start] + "\0" * (s.end - s.start) + line[s.end :]
    return line


def _meant(text: str, start: int, end: int) -> bool:
    return quoted(text, start, end) or discussed(text, start, end)


def _edit(
    text: str, start: int, line: str, v: Verdict, lang: str | None, margins: Margins
) -> Iterator[Edit | Note]:
    r = v.reading
    a, b = start + r.start, start + r.end
    new = r.new
    why = reason(r.wrote, r.read)
    if paired(line, r.start, r.end, new) or discussed(text, a, b):
        yield Note(a, b, why, 0, (new,))
        return
    yield Edit(a, b, new, why)
    lost = new.count("\ufffd")
    if lost:
        yield Note(a, b, why, lost=lost)


def chosen(
    line: str, lang: str | None, margins: Margins
) -> tuple[list[Verdict], list[Verdict]]:
    """The readings to take, disjoint, and those that are only worth a note."""
    views = views_of(line)
    first = [*utf8_readings(views), *control_readings(line)]
    verdicts = weigh(line, [*first, *_deeper(first)], lang)
    taken = best(line, verdicts, margins)
    if not covers(taken, line):
        verdicts = [*verdicts, *weigh(line, legacy_readings(line, views), lang)]
        verdicts.sort(key=lambda v: -v.gain)
        taken = best(line, verdicts, margins)
    sure = [v for v in taken if v.gain - _rival(v, verdicts) >= RIVAL]
    doubtful = [v for v in verdicts if v.gain >= margins.note and v.mean > -8 and sane(v)]
    return sure, [v for v in doubtful if v not in sure]


def _deeper(found: Sequence[Reading]) -> Iterator[Reading]:
    """What lies below further layers of the same damage, as readings of the outer text."""
    for r in found:
        text = r.new
        for _ in range(LAYERS - 1):
            inner = weigh(text, utf8_readings(views_of(text)), None) if len(text) > 1 else []
            inner = best(text, [v for v in inner if not v.reading.lost], _ANY)
            if not inner:
                break
            for v in sorted(inner, key=lambda v: -v.reading.start):
                text = text[: v.reading.start] + v.reading.new + text[v.reading.end :]
        if text != r.new:
            yield r._replace(new=text, lost=text.count("\ufffd"))


_ANY = Margins(4.0, 4.0, 99.0)


def _rival(v: Verdict, verdicts: Sequence[Verdict]) -> float:
    """The gain of the likeliest reading of the same place that says something else."""
    r = v.reading
    for w in verdicts:
        q = w.reading
        if w is not v and (q.start, q.end) == (r.start, r.end) and q.new != r.new and sane(w):
            return w.gain
    return -99.0


def covers(taken: list[Verdict], line: str) -> bool:
    """Whether sound UTF-8 explains all of the line beyond ASCII."""
    if not taken or any(v.gain < 4 * v.fresh or v.gain < 25 for v in taken):
        return False
    inside = sum(not c.isascii() for v in taken for c in line[v.reading.start : v.reading.end])
    return inside >= 0.95 * sum(not c.isascii() for c in line)


def best(line: str, verdicts: Sequence[Verdict], margins: Margins) -> list[Verdict]:
    """The likeliest readings that do not overlap."""
    taken: list[Verdict] = []
    for v in verdicts:
        r = v.reading
        least = margins.inside if embedded(line, r) else margins.plain + _prior(r)
        if (
            v.gain >= least
            and sane(v)
            and not any(r.start < t.reading.end and t.reading.start < r.end for t in taken)
        ):
            taken.append(v)
    return taken


def sane(v: Verdict) -> bool:
    """Whether a reading is text at all."""
    if v.reading.wrote == "utf-8":
        return v.mean > UTF8_FLOOR
    return v.gain >= PER_CHARACTER * v.fresh and v.mean > FLOOR


_COMMON = frozenset(("cp1252", "gb18030", "cp1251", "cp1250", "latin-1"))


def _prior(r: Reading) -> float:
    return 0.0 if r.read in _COMMON else 3.0


# What may follow a capital A with tilde in clean text.
_CLOSING = "»”“’‘…–—\xa0§°®©"


def embedded(line: str, r: Reading) -> bool:
    """Whether UTF-8 stands where its marks cannot be punctuation: inside a word, or after it."""
    if r.wrote != "utf-8":
        return False
    before, after, lead = line[r.start - 1 : r.start], line[r.end : r.end + 1], line[r.start]
    if after.isalpha() and r.end - r.start > 1:
        return True
    if before.islower() and (lead.isupper() or r.end - r.start > 2):
        return True
    return lead == "Ã" and line[r.start + 1] not in _CLOSING
