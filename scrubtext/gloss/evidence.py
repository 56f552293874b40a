"""Injected or a teacher's: what the whole page says about its bracketed syllables.

A site glosses converted characters only, each with one reading, at every occurrence, in running text.
A teacher glosses common characters too, gives two readings, whole words, words that stand alone, and
leaves the same character bare elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scrubtext.doc import code_units
from scrubtext.gloss.columns import Gloss, Glosses
from scrubtext.gloss.few import LONG, common, everyday, unlikely
from scrubtext.gloss.reader import SHARE, count_han, throughout
from scrubtext.gloss.syllables import TONED, has_tone
from scrubtext.gloss.topics import about_readings
from scrubtext.gloss.words import known

__all__ = ["Verdict", "cuts_word", "judge", "running"]

MIN_KEYS = 3  # distinct characters; two do where a word runs across both brackets
SURE_KEYS = 6  # distinct characters from which words about readings no longer matter
APART = 0.5  # of the glosses on words that stand alone: from here it is a list
MISSES = 0.25  # bare occurrences per glossed one that a polluted sentence may have


class Verdict(NamedTuple):
    """What was decided: the injected ones, and the doubtful ones."""

    injected: Glosses
    doubtful: Sequence[Gloss] = ()


def judge(
    text: str, units: NDArray[np.uint16], han: int, toned: int, found: Glosses, scars: int
) -> Verdict:
    """Decide over ``found``: the syllables in brackets a site could have injected.

    ``units`` are those of the text, ``han`` and ``toned`` how many Chinese characters and toned
    letters it has, ``scars`` how many proven scars there are: those are evidence too.
    """
    table = found.table
    if len(table) < len(found.kinds()) and len(table) < len({*map(_PAIR, found.kinds())}):
        return _by_sentence(text, found.rows(), _by_count(found), scars)
    after = _behind(units, found)
    if (
        not _explained(toned - scars, found, table.values())
        or _bare(units, table, len(found))
        or about_readings(text)
        or _lone(text, found, after)
    ):
        return _by_sentence(text, found.rows(), table, scars)
    if (
        len(found) < SHARE * han
        and (scars or after.count(HAN) > len(after) * (1 - APART) or running(text, found.rows()))
        and (_enough(text, found, table, scars) or (han >= LONG and unlikely(text, found)))
        and not throughout(text, found)
    ):
        return Verdict(found)
    return Verdict(NONE, found.rows() if _hesitate(text, found.rows()) else ())


_PAIR = itemgetter(0, 1)  # of a gloss's fields: character and syllable


def _by_count(found: Glosses) -> dict[str, str]:
    """The table where characters have several readings: the commonest one of each."""
    counts: dict[tuple[str, str], int] = {}
    for key, n in found.tally.items():
        pair = found.fields[key][:2]
        counts[pair] = counts.get(pair, 0) + n
    by_count = sorted(counts.items(), key=itemgetter(1), reverse=True)
    return dict([pair for pair, _ in reversed(by_count)])


def _explained(toned: int, found: Glosses, syllables: Iterable[str]) -> bool:
    """Whether so many toned letters can all be those of the glosses."""
    if toned <= 0:
        return True
    if {*map(_tones, syllables)} == {1}:
        return toned <= len(found)
    fields = [(found.fields[key][1], n) for key, n in found.tally.items()]
    return toned <= sum([n * _tones(syllable) for syllable, n in fields])


@lru_cache(maxsize=8192)
def _tones(syllable: str) -> int:
    """How many letters of a (spelled) syllable count as toned: that of ``lüè`` has a second one."""
    return has_tone(syllable) and 1 + ("ü" in syllable)


NONE = Glosses.of(())


def _bare(units: NDArray[np.uint16], chars: Iterable[str], glossed: int) -> bool:
    """Whether a character stands without its gloss anywhere; each has one reading."""
    return int(np.count_nonzero(_flags("".join(chars)).take(units))) > glossed


def _flags(chars: str) -> NDArray[np.bool_]:
    """By code unit: whether it is one of ``chars``."""
    out = np.zeros(65536, np.bool_)
    out.put(code_units(chars), True)
    return out


HAN, WORD_ENDS = 1, 2


def _behind(units: NDArray[np.uint16], found: Glosses) -> bytes:
    """What stands right behind each gloss: Chinese, what ends a word, or something else."""
    units = units.take(found.ends_at, mode="clip")  # a closing bracket at the end of the text
    return _roles().take(units).tobytes()


@cache
def _roles() -> NDArray[np.uint8]:
    out = np.zeros(65536, np.uint8)
    out[0x3400:0xA000] = HAN
    out[code_units("".join((*_AFTER_HEAD, " ")))] = WORD_ENDS
    return out


def _lone(text: str, found: Glosses, after: bytes) -> bool:
    """Whether a character that is glossed once only stands as a head word: ``鬱(yù)：``.

    ``after`` is what stands right behind the glosses.
    """
    places = [k for k, role in enumerate(after) if role == WORD_ENDS] if WORD_ENDS in after else []
    if found.ends[-1] == len(text):
        places.append(len(found) - 1)
    rows = [g for k in places for g in found.rows(k, k + 1) if _head_word(text, g)]
    if not rows:
        return False
    counts: Counter[str] = Counter()
    for key, n in found.tally.items():
        counts[found.fields[key][0]] += n
    return any(counts[g.char] == 1 for g in rows)


def _head_word(text: str, g: Gloss) -> bool:
    before = text[max(0, g.at - 2) : g.at].rstrip(" ")[-1:]
    after = text[g.end : g.end + 2].lstrip(" ")[:1]
    if before == after == "、" and common(g.char) and not _listed(text, g):
        return False
    return before in _BEFORE_HEAD and after in _AFTER_HEAD


def _listed(text: str, g: Gloss) -> bool:
    """Whether one of its neighbours in a list is glossed, too: ``紅、黃(huáng)、藍`` is no such list."""
    return text[g.at - 2] in ")）" or _NEXT_GLOSSED.match(text, g.end) is not None


_NEXT_GLOSSED = re.compile(r"、[^、，。\n()（）]{1,4}[(（]")


_BEFORE_HEAD = ("", "\n", "|", "、", "：", ":", "*", "•", "-")
_AFTER_HEAD = ("", "\n", "|", "、", "：", ":", "-", "—", "=")

def running(text: str, found: Sequence[Gloss]) -> bool:
    """Whether the glosses stand inside running text, not each on a word of its own."""
    after = "".join([text[g.end : g.end + 1] for g in found])
    if sum(map(len, _HAN_RUN.findall(after))) > len(found) * (1 - APART):
        return True
    return sum([_alone(text, g) for g in found]) < APART * len(found)


def _alone(text: str, g: Gloss) -> bool:
    return not (
        (g.at > 0 and ("\u3400" <= text[g.at - 1] <= "\u9fff" or text[g.at - 1] in ")）"))
        or (g.end < len(text) and "\u3400" <= text[g.end] <= "\u9fff")
    )


def _enough(text: str, found: Glosses, keys: Collection[str], scars: int) -> bool:
    """Whether there are enough of them, and of characters (``keys``), to be sure."""
    if len(keys) < SURE_KEYS and not scars and about_readings(text):
        return False
    if 2 * everyday(keys) < len(keys):
        return False
    if len(keys) >= MIN_KEYS + found.fields[found.keys[0]][3] or scars:
        return True
    cut = sum([cuts_word(text, g) for g in found.rows()])
    return len(keys) == 2 and cut + (len(found) > 2) >= 2


def _hesitate(text: str, found: Sequence[Gloss]) -> bool:
    return any(cuts_word(text, g) for g in found) and not about_readings(text)


def cuts_word(text: str, g: Gloss) -> bool:
    """Whether the bracket stands inside a word, where nobody puts a gloss."""
    before = text[g.at - 1] if g.at else ""
    return known(g.char + text[g.end : g.end + 1]) or known(
        before + g.char + text[g.end : g.end + 1]
    )


_ENDS = re.compile(r"[\n。！？!?]")
_TONES = re.compile(f"[{TONED}]")


class _Sentence(NamedTuple):
    """A sentence with glosses: how many of them fit the table, and what speaks against them."""

    glosses: Sequence[Gloss]
    fit: Sequence[Gloss]
    misses: int
    teacher: bool
    topic: bool


def _sentences(text: str, found: Sequence[Gloss], table: dict[str, str]) -> list[_Sentence]:
    ends = [m.end() for m in _ENDS.finditer(text)] + [len(text)]
    groups: dict[int, list[Gloss]] = {}
    for g in found:
        groups.setdefault(bisect_right(ends, g.at), []).append(g)
    marks = [m.start() for m in _TONES.finditer(text)]
    keys = re.compile("[" + "".join(table) + "]") if table else None
    out = []
    for k, glosses in groups.items():
        start, end = ends[k - 1] if k else 0, max(ends[k], glosses[-1].end)
        fit = [g for g in glosses if table.get(g.char) == g.syllable]
        seen = len(keys.findall(text, start, end)) if keys else 0
        tones = bisect_left(marks, end) - bisect_left(marks, start)
        own = sum(has_tone(g.syllable) for g in glosses)
        han = count_han(text, start, end)
        odd = tones > own or any(table.get(g.char, g.syllable) != g.syllable for g in glosses)
        dense = len(glosses) >= max(4, SHARE * han)
        alone = all(_head_word(text, g) for g in glosses) or (
            len(glosses) > 1 and not running(text, glosses)
        )
        topic = about_readings(text[start:end])
        out.append(_Sentence(glosses, fit, seen - len(fit), odd or dense or alone, topic))
    return out


_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")


def _by_sentence(text: str, found: Sequence[Gloss], table: dict[str, str], scars: int) -> Verdict:
    """Tell sentences that went through the site from those that did not."""
    table = _kept_keys(text, _sentences(text, found, table), table)
    sentences = _sentences(text, found, table)
    polluted = [s for s in sentences if _polluted(s)]
    seen = Counter(g.char for s in polluted for g in s.fit)
    glossed = Counter(g.char for g in found)
    bare = {c for c, n in glossed.items() if text.count(c) > n}
    sure = [g for s in polluted if not _by_itself(s, seen, bare) for g in s.fit]
    support = Counter(g.char for g in sure)
    others = len(found) - len(sure)
    strong = len(support) >= SURE_KEYS - 1 and len(sure) >= 8
    if not (strong or (scars and sure)) or 2 * len(sure) < others:
        return Verdict(NONE)
    if not _enough(text, Glosses.of(sure), support, scars):
        return Verdict(NONE)
    for s in sentences:
        if not s.misses and not _polluted(s):
            sure += [g for g in s.fit if support[g.char]]
    sure.sort()
    return Verdict(Glosses.of(sure))


def _polluted(s: _Sentence) -> bool:
    """Whether nothing speaks against the sentence having gone through the site."""
    return not s.teacher and s.misses <= MISSES * len(s.fit)


def _by_itself(s: _Sentence, seen: Counter[str], bare: set[str]) -> bool:
    """Whether a sentence's few glosses are found nowhere else, and bare or as a topic instead."""
    own = Counter(g.char for g in s.fit)
    if len(s.fit) > 2 or any(seen[c] > n for c, n in own.items()):
        return False
    return s.topic or not bare.isdisjoint(own)


def _kept_keys(text: str, sentences: Sequence[_Sentence], table: dict[str, str]) -> dict[str, str]:
    """The table without characters that polluted sentences leave bare as often as they gloss them."""
    glossed: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for s in sentences:
        if _polluted(s):
            glossed.update([g.char for g in s.fit])
            bare.update(text[s.glosses[0].at : s.glosses[-1].end])
    return {c: table[c] for c, n in glossed.items() if 2 * n > bare[c]}
