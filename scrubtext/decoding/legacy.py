"""Legacy encodings, by the text they make: the likeliest reading of the same bytes wins.

Every reading explains the same bytes, so the totals of ``plausibility`` can be compared as they
stand, plus what is known before looking: how common the encoding is, what was declared, which
language the caller gave.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scrubtext import plausibility, tables
from scrubtext.decoding import letters, pages
from scrubtext.decoding.codepages import (
    MULTIBYTE,
    SINGLE_BYTE,
    WIDE,
    TooBadError,
    breaks,
    is_single_byte,
    read,
)
from scrubtext.decoding.result import Candidate
from scrubtext.decoding.stray import PAIRED, strays

__all__ = ["Hints", "Reading", "candidates", "rank", "reading"]

# Nats a claim is worth: about two characters. From three or four characters on the bytes decide.
HEADER = 18.0
DEFAULT_HEADER = 2.0  # iso-8859-1 is what servers say when nobody told them
LANGUAGE = 9.0
BAD = 14.0  # nats a place costs that cannot be read
CUT = 7.0  # nats a character costs that the end of the data cuts through
INSIDE = 6.0  # nats an ideograph or syllable costs between two small Latin letters
BROKEN_UTF8 = 12.0  # more of them in UTF-8, whose sequences do not break by chance
FOUR_BYTES = 15.0  # nats a four-byte code of GB18030 costs that stands for no character known
MAX_BAD = 0.04  # share of the bytes beyond ASCII that may be unreadable
MANY = 12  # characters beyond ASCII that are enough to ...
NATURAL = -8.6  # ... be natural at this mean of nats; Russian or Greek read as Chinese is below -10
FAR = 16.0  # nats behind the best one from which a code page is not even a rival
BAD_AT_A_GLANCE = 3  # places that cannot be read in the first ...
GLANCE = 100  # bytes of which single ones tell what is hopeless,
FEW = 8  # where there are more than a few code pages
TEMPER = 0.5  # a model of pairs counts evidence twice: halve it before it becomes a probability

STRANGE = 1.5  # nats a character costs that the encoding has, but its language hardly ever
NO_KANA = 2.0  # nats a text in EUC-JP loses that has no kana: GBK's pairs look like that
_KANA = re.compile("[\u3041-\u30fe]")
_STRANGE = {"cp949": re.compile("[\u4e00-\u9fff]"), "big5hkscs": re.compile("[\u3041-\u30fe]")}
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_INSIDE = re.compile(r"(?<=[a-z])[^\x00-\u02ff\u2019\ufffd](?=[a-z])")
_RARE_PLANES = re.compile("[\U00032000-\U0010ffff]")


class Hints(NamedTuple):
    """What is known besides the bytes: encodings claimed, strongest first, and the language."""

    claims: tuple[str, ...] = ()
    lang: str | None = None


class Reading(NamedTuple):
    """A candidate: the text of the sample, its nats, how many bytes were lost."""

    encoding: str
    text: str
    nats: float
    lost: int = 0


@cache
def _priors() -> dict[str, float]:
    """Nats before looking, by encoding."""
    return {row[0]: float(row[1]) for row in tables.rows("encoding_priors.tsv")}


@cache
def _languages() -> dict[str, frozenset[str]]:
    """Encodings that serve a language, by its tag in lower case."""
    out: dict[str, set[str]] = {}
    for encoding, _, tags in tables.rows("encoding_priors.tsv"):
        for tag in tags.split(" "):
            out.setdefault(tag.lower(), set()).add(encoding)
    return {tag: frozenset(found) for tag, found in out.items()}


def served() -> frozenset[str]:
    """Tags of the languages there are encodings for, in lower case."""
    return frozenset(filter(None, _languages()))


@cache
def encodings_of(lang: str) -> frozenset[str]:
    """The legacy encodings of a language; ``zh-TW`` and ``zh-HK`` count as ``zh-Hant``.

    >>> sorted(encodings_of("zh-TW"))
    ['big5hkscs', 'euc_tw']
    """
    parts = lang.lower().replace("_", "-").split("-")
    if parts[0] == "zh" and len(parts) > 1:
        parts = ["zh", "hant" if {"hant", "tw", "hk", "mo"} & set(parts) else "hans"]
    known = _languages()
    return known.get("-".join(parts[:2]), known.get(parts[0], frozenset()))


def prior(encoding: str, hints: Hints) -> float:
    """Nats in favour of an encoding before its text is looked at."""
    out = _priors().get(encoding, -8.0)
    if encoding in hints.claims:
        out += DEFAULT_HEADER if encoding == "cp1252" else HEADER
    if hints.lang and encoding in encodings_of(hints.lang):
        out += LANGUAGE
    return out


@cache
def tags_of(encoding: str, lang: str | None) -> frozenset[str]:
    """Languages a code page is judged by: those it serves, or the one given."""
    served = frozenset(tag for tag, found in _languages().items() if encoding in found)
    base = lang.lower().split("-")[0] if lang else ""
    return frozenset({base}) if base in served else served


def reading(
    data: bytes, encoding: str, hints: Hints, known: letters.Background | None = None
) -> Reading | None:
    """One candidate, or ``None`` if too much cannot be read."""
    if is_single_byte(encoding):
        return next(iter(_readings(data, [encoding], hints)), None)
    return _multibyte(data, encoding, hints, known)


def _multibyte(
    data: bytes, encoding: str, hints: Hints, known: letters.Background | None
) -> Reading | None:
    found = _text(data, encoding)
    if found is None:
        return None
    text, body, bad, is_cut, lost = found
    if is_cut and body.isascii():
        return None  # a single byte, not a character cut short
    total = plausibility.total(body, lang=hints.lang) - INSIDE * len(_INSIDE.findall(body))
    if known and encoding in MULTIBYTE:
        total += 0.5 * known.losses["en"]  # what is Latin in Asian pages is mostly English
    if encoding in _STRANGE:
        total -= STRANGE * len(_STRANGE[encoding].findall(body))
    if encoding == "euc_jp" and not body.isascii() and not _KANA.search(body):
        total -= NO_KANA
    if encoding == "utf-8":
        total -= BROKEN_UTF8 * bad
    if encoding == "gb18030":
        total -= FOUR_BYTES * len(_RARE_PLANES.findall(body))
    return Reading(encoding, text, total - _losses(bad, is_cut) + _claimed(encoding, hints, bad), lost)


def _text(data: bytes, encoding: str) -> tuple[str, str, int, bool, int] | None:
    """Text; text to judge; places that cannot be read, the end not counted; is it cut; bytes lost."""
    limit = max(1.0, MAX_BAD * (len(data) - len(data.decode("ascii", "ignore"))))
    if breaks(data, encoding) > limit + 1:
        return None
    if encoding in PAIRED and (holes := strays(data, encoding)):
        around = [data[a + 1 : b] for a, b in pairwise((-1, *holes, len(data)))]
        pieces = [read(piece, encoding) for piece in around]
        text = "\ufffd".join(piece[0] for piece in pieces)
        count = sum(len(piece[1]) for piece in pieces) + len(holes)
        return (text, text.replace("\ufffd", " "), count, False, count) if count <= limit else None
    try:
        if len(data) > GLANCE and encoding in MULTIBYTE:
            read(data[:GLANCE], encoding, BAD_AT_A_GLANCE)
        text, bad, lost = read(data, encoding, int(limit) + 1)
    except TooBadError:
        return None
    is_cut = bool(bad) and bad[-1] >= len(data) - 3 and text.endswith("\ufffd")
    if len(bad) - is_cut > limit:
        return None
    body = (text[:-1] if is_cut else text).replace("\ufffd", " ") if bad else text
    return text, body, len(bad) - is_cut, is_cut, lost


def _losses(bad: int, is_cut: bool) -> float:
    return BAD * bad + CUT * is_cut


def _claimed(encoding: str, hints: Hints, bad: int) -> float:
    """The prior; a claim must really decode."""
    return prior(encoding, Hints(lang=hints.lang) if bad else hints)


def _readings(
    data: bytes, names: Sequence[str], hints: Hints, pairs: letters.Pairs | None = None
) -> Iterator[Reading]:
    """Code pages of one byte a character, as long as one may be near the best."""
    bounds = _bounds(data, names, hints, pairs)
    best = -math.inf
    hoped = {name: bounds[name] + prior(name, hints) for name in bounds}
    for name in sorted(hoped, key=lambda name: -hoped[name]):
        if hoped[name] < best - FAR:
            return
        found = _text(data, name)
        if found is None or (found[3] and found[1].isascii()):
            continue
        text, body, bad, is_cut, lost = found
        nats = bounds[name] + letters.oddities(body) - _losses(bad, is_cut)
        made = Reading(name, text, nats + _claimed(name, hints, bad), lost)
        best = max(best, made.nats)
        yield made


def _bounds(
    data: bytes, names: Sequence[str], hints: Hints, pairs: letters.Pairs | None
) -> dict[str, float]:
    """The most each page can reach; of more than a few pages, the hopeless are left out."""
    tags = {name: tags_of(name, hints.lang) for name in names}
    if len(data) > GLANCE and len(names) > FEW:
        tags = {name: tags[name] for name in pages.likely(data, tags)}
    pairs = pairs or letters.byte_pairs(data)
    return pages.bounds(pairs, tags, letters.background(pairs))


def rank(data: bytes, hints: Hints, pool: Iterable[str] | None = None) -> list[Reading]:
    """Readings of a sample, the best first; of those with the same text only the best stays."""
    if pool is None:
        pool = (*MULTIBYTE, *SINGLE_BYTE)
    names = dict.fromkeys([*(c for c in hints.claims if c not in WIDE), *pool])
    found: dict[str, Reading] = {}
    pairs = letters.byte_pairs(data)
    known = letters.background(pairs)
    for name in sorted((n for n in names if not is_single_byte(n)), key=_late):
        if _late(name) and _is_convincing(found):
            break
        _keep(found, reading(data, name, hints, known))
    singles = [name for name in names if is_single_byte(name)]
    if singles and not _is_convincing(found):
        for made in _readings(data, singles, hints, pairs):
            _keep(found, made)
    return sorted(found.values(), key=lambda r: -r.nats)


def _keep(found: dict[str, Reading], made: Reading | None) -> None:
    """Of readings with the same text only the best stays."""
    if made and (made.text not in found or made.nats > found[made.text].nats):
        found[made.text] = made


def _late(encoding: str) -> int:
    """Encodings of several bytes first; EUC-TW and code pages need not be tried after a good one."""
    return int(encoding == "euc_tw" or encoding in WIDE)


def _is_convincing(found: dict[str, Reading]) -> bool:
    """Whether the best reading so far is so good that no code page of one byte can be better."""
    best = max(found.values(), key=lambda r: r.nats, default=None)
    if best is None or is_single_byte(best.encoding) or best.lost > 1:
        return False
    count = len(best.text) - len(best.text.encode("ascii", "ignore"))
    if count < MANY or 3 * len(_HALF_KANA.findall(best.text)) > count:
        return False  # half-width kana are what small Cyrillic letters of KOI8 look like
    return plausibility.score(best.text) > NATURAL


def candidates(ranked: Sequence[Reading], limit: int = 6) -> tuple[Candidate, ...]:
    """Readings with their share of the probability, tempered."""
    if not ranked:
        return ()
    best = ranked[0].nats
    weights = [math.exp(max(-700.0, TEMPER * (r.nats - best))) for r in ranked]
    total = sum(weights)
    return tuple(
        Candidate(r.encoding, round(w / total, 4), r.text[:80])
        for r, w in list(zip(ranked, weights, strict=True))[:limit]
    )
