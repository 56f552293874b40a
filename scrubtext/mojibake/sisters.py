"""Texts of Turkey and the middle of Europe read as Western: ``baþkenti``, ``pañstwo``.

Their tables are sisters of cp1252: most places hold the same letter, some another one, so every word still
reads like a word and no single place proves a thing. A whole document does: where each of its odd letters, in
many words, is much likelier as the letter of the sister.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.edit import Edit
from scrubtext.excise import by_line
from scrubtext.mojibake.propose import reason
from scrubtext.plausibility import nats

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["may_be_sister", "sister_reasons", "sisters"]

SISTERS = ("cp1254", "cp1250", "iso8859-2")
MIN_SIGNS, MIN_DISTINCT = 6, 3
"""Letters that change, and different ones among them: fewer could be names."""
MIN_GAIN = 1.0
"""Nats a letter must gain on average. Of 25 languages of manuals read the wrong way round none gains half of
that; right readings gain 1.3 (Turkish) to 6 (Polish)."""
MIN_SHARE = 0.7
"""Share of the changed letters that must gain by themselves, with their neighbours."""
MARGIN = 3.0
"""Nats the best sister must be ahead of one that says something else."""
WORSE = -8.0
"""A line all of whose letters lose, more nats than this together, is none of the sister's: ``là`` as ``lŕ``
loses 9, what was right in Slovak and Romanian pages up to 7.6."""
LOOKED = 20_000
"""Characters that are weighed."""


class _Sister(NamedTuple):
    name: str
    letters: dict[int, str]
    pattern: re.Pattern[str]


@cache
def _tables() -> tuple[_Sister, ...]:
    return tuple(_table(name) for name in SISTERS)


def _table(name: str) -> _Sister:
    """What differs between a table and cp1252, where it is a letter in one of them at least."""
    found: dict[int, str] = {}
    for byte in range(0x80, 0x100):
        meant = bytes([byte]).decode(name, "replace")
        if meant.isalpha():
            # As cp1252 and, where that has nothing or the reader was a stricter one, as Latin-1.
            shown = {bytes([byte]).decode("cp1252", "ignore") or chr(byte), chr(byte)}
            found |= {ord(seen): meant for seen in shown if seen != meant}
    letters = "".join(chr(c) for c in found if chr(c).isalpha())
    marks = re.escape("".join(chr(c) for c in found if not chr(c).isalpha()))
    # A mark counts in a word; a power of a unit is none. All begin alike: so they are found fast.
    near, power = rf"(?:[^\W\d_]|[{marks}])", r"(?!(?:(?<=\bm[²³])|(?<=\b[cdk]m[²³]))(?!\w))"
    mark = rf"(?<![0-9].){power}(?:(?<={near}.)|(?={near}))"
    pattern = rf"[{letters}{marks}](?:(?<=[{letters}])|{mark})"
    return _Sister(name, found, re.compile(pattern))


_WESTERN = mask(Kind.LATIN, Kind.TONED, Kind.LATIN1_MARK)
_OTHERS = mask(Kind.HAN, Kind.HANGUL, Kind.KANA, Kind.CYRILLIC, Kind.GREEK)
_SIGNS = re.compile("[þðýÞÐÝõûìøùèïòãºª³¹¿±¶¼œæê](?=[a-z])|(?<=[a-z])[þðýõûìøùèïòãº³¹¿±¶¼œæê]")
_BEYOND = re.compile("[^\\W\\d_](?<![\0-\xffŒœŠšŽžŸƒˆ])")


def may_be_sister(doc: Doc) -> bool:
    """Whether a text has some letters that are often those of another table, and none of its own."""
    text, at, found = doc.text, 0, 0
    if not doc.kinds & _WESTERN or doc.kinds & _OTHERS:
        return False
    while found < MIN_SIGNS:
        m = _SIGNS.search(text, at, LOOKED)
        if not m:
            return False
        at, found = m.end(), found + 1
    return _BEYOND.search(text) is None


def sister_reasons() -> frozenset[str]:
    """The reasons of these repairs."""
    return frozenset(reason(name, "cp1252") for name in SISTERS)


def sisters(text: str) -> list[Edit]:
    """The letters of a document that was read as Western, each put right; or nothing."""
    part = text[:LOOKED]
    own = nats(part)
    worth = sorted(((_worth(part, own, s), k) for k, s in enumerate(_tables())), reverse=True)
    (most, one), (more, two) = worth[:2]
    if not most:
        return []
    ahead = _ahead(part, own, _tables()[one], _tables()[two], most - more) if more else MARGIN
    if abs(ahead) < MARGIN:
        return []
    return _edits(text, _tables()[one if ahead > 0 else two])


def _edits(text: str, sister: _Sister) -> list[Edit]:
    """The letters of a text put right, but for lines that this makes much worse: theirs are their own."""
    at = _places(text, sister)
    gains = _gains(nats(text), _as(text, sister), at)
    why = reason(sister.name, "cp1252")
    found: list[Edit] = []
    for line in by_line(text, at):
        gain = gains[line.start : line.stop]
        if gain.sum() > WORSE or gain.max() > 0:
            found += (Edit(i, i + 1, sister.letters[ord(text[i])], why) for i in at[line.start : line.stop])
    return found


def _ahead(text: str, own: NDArray[np.float32], one: _Sister, two: _Sister, total: float) -> float:
    """Nats one sister is ahead of another, which gains ``total`` less.

    Asked are the places that both change: what only one changes may be a quotation mark or from elsewhere.
    """
    first, second = _as(text, one), _as(text, two)
    if first == second:
        return MARGIN
    at = [i for i in _places(text, one) if second[i] not in (text[i], first[i])]
    return float((_gains(own, first, at) - _gains(own, second, at)).sum()) if at else total


def _places(text: str, sister: _Sister) -> list[int]:
    """Where a text would change."""
    return [m.start() for m in sister.pattern.finditer(text)]


def _as(text: str, sister: _Sister) -> str:
    """A text as the sister's."""
    return sister.pattern.sub(lambda m: sister.letters[ord(m.group())], text)


def _worth(text: str, own: NDArray[np.float32], sister: _Sister) -> float:
    """Nats a text gains as the sister's over its ``own``, 0 where that proves nothing."""
    at = _places(text, sister)
    if len(at) < MIN_SIGNS or len({text[i].casefold() for i in at}) < MIN_DISTINCT:
        return 0.0
    gains = _gains(own, _as(text, sister), at)
    total = float(gains.sum())
    enough = total >= MIN_GAIN * len(at) and float((gains > 0).mean()) >= MIN_SHARE
    return total if enough else 0.0


def _gains(own: NDArray[np.float32], new: str, at: Sequence[int]) -> NDArray[np.float64]:
    """What each place gains, the character behind it counted with it."""
    import numpy as np

    gain = (nats(new) - own).astype(np.float64)
    gain = gain + np.concatenate((gain[1:], [0.0]))
    return np.asarray(gain[np.array(at)], np.float64)
