"""Which two or three characters fit where pairs of bytes were dropped, likeliest first.

Of a dropped pair the first byte ended one character, the second began the next. So a piece is a chain:
the first character has the byte before the hole, the last one the byte after it, and each pair between
two of them is one that is not shown. What stands beside the hole decides which few are worth a try.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrubtext.gloss.gbk import LEADS, pair, user_defined
from scrubtext.gloss.ngrams import BREAK, after_two, beside
from scrubtext.gloss.shares import tried

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["fitting", "ones", "rival"]

MOST = 48  # likeliest characters tried in one place
FIRST = 24  # ... with the byte before the hole
UNSEEN = 96  # ... of which no byte is there
TRIED = 32  # likeliest pieces that are weighed
SHUT = 1e6  # nats for a pair that would have been shown


@lru_cache(maxsize=512)
def fitting(
    lead: int, trail: int, after: int, sign: bool, unseen: bool, left: str, right: str
) -> list[str]:
    """The likeliest pieces between ``left`` and ``right``.

    ``after`` is the byte that was dropped with the last one; with ``unseen``, a character of which
    no byte is there stands second. With ``sign`` a sign was shown for the pair.
    """
    import numpy as np

    places, nats = _between(lead, trail, after, sign, unseen, left, right)
    if not nats.size:
        return []
    flat = nats.ravel()
    best = np.argpartition(flat, min(TRIED, flat.size - 1))[:TRIED]
    ways = zip(*np.unravel_index(best[flat[best] < SHUT], nats.shape), strict=True)
    return ["".join([place[k] for place, k in zip(places, way, strict=True)]) for way in ways]


@lru_cache(maxsize=8192)
def rival(lead: int, trail: int, left: str, char: str, right: str) -> float:
    """By how many nats the likeliest two characters with these bytes are dearer than ``char``."""
    _, nats = _between(lead, trail, 0, False, False, left, right)
    own = after_two(left + char + right)[len(left) :]
    return float(nats.min() - own.sum()) if nats.size else SHUT


def _between(
    lead: int, trail: int, after: int, sign: bool, unseen: bool, left: str, right: str
) -> tuple[list[str], NDArray[np.float32]]:
    """The characters for each place, and what their combinations cost between two characters."""
    places, nats = _chains(lead, trail, after, sign, unseen)
    if not nats.size:
        return places, nats
    first = after_two("".join([left + char + BREAK for char in places[0]]))
    nats = nats + first[len(left) :: len(left) + 2].reshape(-1, *[1] * (nats.ndim - 1))
    return places, nats + beside(places[-1], right)[:, 0] if right else nats


@lru_cache(maxsize=512)
def ones(lead: int, trail: int, after: int) -> str:
    """Likely characters with one known byte."""
    common = _common()
    at = common.leads == lead if lead else common.trails == trail
    return _first(at & _dropped(False)[common.trails, after] if after else at, MOST)


def _chains(
    lead: int, trail: int, after: int, sign: bool, unseen: bool
) -> tuple[list[str], NDArray[np.float32]]:
    """The characters for each place, and what each of their combinations costs by itself."""
    import numpy as np

    places = [_openers(lead, sign, FIRST if unseen else MOST)]
    if unseen:
        places.append(_between_two(lead, trail > 0, after, sign))
    if trail:
        places.append(_enders(trail))
    nats: NDArray[np.float32] = np.zeros(len(places[0]), np.float32)
    for first, second in pairwise(places):
        nats = nats[..., None] + _joined(first, second, sign)
    return places, nats


@lru_cache(maxsize=1024)
def _joined(first: str, second: str, sign: bool) -> NDArray[np.float32]:
    """What each character of ``second`` costs after each of ``first``, where a pair was dropped."""
    import numpy as np

    _, leads, trails, number = _common()
    lasts, firsts = trails[[number[c] for c in first]], leads[[number[c] for c in second]]
    shown = np.float32(2 * SHUT) * ~_dropped(sign)[np.ix_(lasts, firsts)]
    return np.asarray(beside(first, second) + shown, np.float32)


@lru_cache(maxsize=256)
def _openers(lead: int, sign: bool, most: int) -> str:
    """Likely characters with that first byte, whose last byte can begin a dropped pair."""
    import numpy as np

    common, opening = _common(), np.asarray(_dropped(sign).any(axis=1))
    return _first((common.leads == lead) & opening[common.trails], most)


@lru_cache(maxsize=256)
def _enders(trail: int) -> str:
    """Likely characters with that last byte."""
    return _first(_common().trails == trail, MOST)


@lru_cache(maxsize=512)
def _between_two(lead: int, closed: bool, after: int, sign: bool) -> str:
    """Likely characters of which no byte is there, after one that begins with ``lead``.

    ``closed``: a pair was dropped behind it, too; else ``after`` is the byte dropped behind it, if any.
    """
    import numpy as np

    _, leads, trails, number = _common()
    dropped = _dropped(sign)
    lasts = trails[[number[char] for char in _openers(lead, sign, FIRST)]]
    closing = np.asarray(dropped[lasts].any(axis=0))
    ends = dropped[:, after] if after else np.ones(256, np.bool_)
    if closed:
        ends = np.asarray(dropped.any(axis=1))
    return _first(closing[leads] & ends[trails], UNSEEN)


class _Common(NamedTuple):
    """The characters of Traditional text, commonest first, with their bytes."""

    chars: str
    leads: NDArray[np.uint8]
    trails: NDArray[np.uint8]
    number: dict[str, int]


@cache
def _common() -> _Common:
    import numpy as np

    found = sorted([(share, lead, trail, char) for lead, trail, char, share in tried()], reverse=True)
    chars = "".join([row[3] for row in found])
    leads, trails = (np.array([row[k] for row in found], np.uint8) for k in (1, 2))
    return _Common(chars, leads, trails, {char: k for k, char in enumerate(chars)})


def _first(at: NDArray[np.bool_], most: int) -> str:
    """The commonest of the characters that fit."""
    chars = _common().chars
    return "".join([chars[k] for k in at.nonzero()[0][:most].tolist()])


@cache
def _dropped(sign: bool) -> NDArray[np.bool_]:
    """By both bytes: whether a pair is one of the dropped kind, or of the kind a sign is shown for."""
    import numpy as np

    out = np.zeros((256, 256), np.bool_)
    for a in LEADS:
        for b in LEADS:
            user = user_defined(a, b)
            out[a, b] = not user and not pair(a, b) if sign else user
    return out
