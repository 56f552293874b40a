"""Lines read by the stems in them: which families of words a line has, and how much of it they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import add
from typing import NamedTuple

from scrubtext.furniture.stem_tables import NORTHERN, foreign_to, grouped, stems_of
from scrubtext.furniture.words import letters_of

__all__ = ["DENSE", "Met", "Told", "may_tell", "readings", "tellings"]

DENSE = frozenset(("zh", "ja", "ko"))
"""Languages whose stems are looked for anywhere in a line."""
_KANA, _HANGUL = re.compile("[\u3040-\u30ff]"), re.compile("[\uac00-\ud7a3]")
_HAN, _CYRILLIC = re.compile("[\u4e00-\u9fff]"), re.compile("[\u0400-\u04ff]")
_OWN_LETTERS = re.compile("[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
"""Letters that tell in which languages a line can be."""
_OPENS = re.compile(r"(?:^|[.!?:;—–]\s)\W*(?:(?:please|bitte|jetzt|and|just|now)\s)?[^\W\d_]+")
MAX_LONE = 12
"""Characters of a line of a dense script in which a stem of one character counts."""
_ASKS = {  # how a sentence asks the reader for something
    "zh": re.compile(
        "请|請|欢迎|歡迎|快来|快來|即可|就能|吧|哦|！|!"
        "|^\\W*(?:扫|掃|长按|長按|点击|點擊|关注|關注|订阅|訂閱|打开|打開|下载|下載)"
    ),
    "ja": re.compile("ください|下さい|お願い|ましょう|こちら|しよう|どうぞ|！|ませんか|いただけ"),
    "ko": re.compile("세요|십시오|바랍니다|해주|하기|합시다|까요|받아|!|만나보"),
}

Families = frozenset[str]
Met = tuple[list[Families], float]
"""The families of the stems in a line, and the share of it they are."""
_RUSSIAN = ("ru",)


class Told(NamedTuple):
    """The stems in a line with their families, and their share of its letters, or of its words."""

    words: list[tuple[str, Families]]
    share: float


def _languages(low: str, name: str) -> tuple[str, ...]:
    """The languages of a vocabulary that a line can be in, by its letters."""
    if not low.isascii() and _OWN_LETTERS.search(low):
        if _KANA.search(low):
            return ("ja",)
        if _HANGUL.search(low):
            return ("ko",)
        if _HAN.search(low):
            return ("zh", "ja")
        if _CYRILLIC.search(low):
            return ("ru",)
    return _latin(name)


@cache
def _latin(name: str) -> tuple[str, ...]:
    return tuple(lang for lang in stems_of(name) if lang not in DENSE and lang != "ru")


@lru_cache(64)  # a line is read for one thing after the other
def readings(low: str, name: str) -> list[tuple[str, Met]]:
    """Each language a line in lower case can be in and has stems of: their families, and their share.

    Languages without a stem in the line are left out. ``name`` is a file, or several with a plus.

    >>> readings("share this article", "furniture_stems.tsv")[0][1][1]
    1.0
    >>> readings("rain at noon", "furniture_stems.tsv")
    []
    """
    langs = _languages(low, name)
    if langs[0] in DENSE:
        known = stems_of(name)
        each = [(lang, _parts(low, lang, name)) for lang in langs if lang in known]
        return [(lang, met) for lang, met in each if met[0]]
    words = letters_of(_joined(low, name))
    said = _by_language((word, _meanings(word, name, langs == _RUSSIAN)) for word in words)
    plain = low.isascii() and not said.keys() <= NORTHERN
    foreign = foreign_to(words) if plain else frozenset[str]()
    found = [(lang, _families(low, said[lang])) for lang in langs if lang in said and lang not in foreign]
    return [(lang, (families, len(families) / len(words))) for lang, families in found]


_VIETNAMESE = re.compile("[ăđơưạ-ỹ]")


def _joined(low: str, name: str) -> str:
    """A line of Vietnamese, whose words are written as syllables apart, with hyphens in the words known.

    >>> _joined("bài viết mới nhất", "furniture_stems.tsv"), _joined("rain at noon", "furniture_stems.tsv")
    ('bài-viết mới-nhất', 'rain at noon')
    """
    if low.isascii() or not _VIETNAMESE.search(low) or not (phrases := _phrases(name)):
        return low
    return phrases.sub(lambda m: m[0].replace(" ", "-"), low)


@cache
def _phrases(name: str) -> re.Pattern[str] | None:
    """The words of several syllables in a vocabulary."""
    known = stems_of(name)["vi"][0] if "vi" in stems_of(name) else {}
    words = [stem.replace("-", " ") for stem in known if "-" in stem[:-1]]
    return re.compile(rf"\b(?:{grouped(words)})\b") if words else None


Meanings = tuple[tuple[str, Families], ...]
"""The languages in which a word is a stem, with its families."""


def _by_language(meant: Iterable[tuple[str, Meanings]]) -> dict[str, list[tuple[str, Families]]]:
    """The words of a line that mean something, by the languages in which they do."""
    said: dict[str, list[tuple[str, Families]]] = {}
    for word, meanings in meant:
        for lang, families in meanings:
            said.setdefault(lang, []).append((word, families))
    return said


@lru_cache(1 << 14)  # the small words of all languages come again and again
def _meanings(word: str, name: str, russian: bool) -> Meanings:
    """The languages in which a word is a stem, or begins with one, with its families."""
    whole, begun = _spaced(name, russian)
    found = dict(whole.get(word, ()))
    for size in _SIZES:
        for stem, lang, families in begun.get(word[:size], ()):
            if lang not in found and word.startswith(stem):
                found[lang] = families
    return tuple(found.items())


def _families(low: str, said: list[tuple[str, Families]]) -> list[Families]:
    """The families of the stems of a line; "this article" is one, and what opens a sentence asks."""
    found: list[Families] = []
    opening: set[str] | None = None
    for word, families in said:
        if "item" in families and found and "this" in found[-1]:
            found[-1] = frozenset({"self"})
        if "call" in families:
            if opening is None:
                opening = {w for m in _OPENS.finditer(low) for w in m[0].split()}
            families = families | {"opens"} if word in opening else families
        found.append(families)
    return found


@lru_cache(64)  # a line is read for one thing after the other
def may_tell(low: str, name: str, least: float) -> bool:
    """Whether stems can be that share of a line in lower case, in any language: one look at its words.

    >>> may_tell("tap the photo", "placeholder_stems.tsv", 1), may_tell("rain", "placeholder_stems.tsv", 1)
    (True, False)
    """
    langs = _languages(low, name)
    if langs[0] in DENSE:
        ones, pairs = _signs(langs, name)
        single, paired = map(ones.__contains__, low), map(pairs.__contains__, map(add, low, low[1:]))
        return sum(single) + 2 * sum(paired) >= least * sum(map(str.isalpha, low)) - _TINY
    words, russian = letters_of(low), langs == _RUSSIAN
    missed, most = 0, (1 - least) * len(words) + _TINY
    for word in words:
        if not _wholly(word, name, russian):
            missed += 1
            if missed > most:
                return False
    return True


_TINY = 1e-6
"""A share is not to be missed by how a fraction is written."""


@cache
def _signs(langs: tuple[str, ...], name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of one character of some languages, and the pairs of which longer ones are made."""
    stems = [stem for lang in langs if lang in stems_of(name) for stem in stems_of(name)[lang][0]]
    pairs = [pair for stem in stems for pair in map(add, stem, stem[1:])]
    return frozenset(stem for stem in stems if len(stem) == 1), frozenset(pairs)


def tellings(low: str, name: str, least: float = 0) -> list[Told]:
    """The stems in a line in lower case, or its words that are stems, and the share of it they are.

    By language, those left out of which the line has none, and those of which it has less than ``least``.

    >>> tellings("tap the photo", "placeholder_stems.tsv")[0].share
    1.0
    """
    if least and not may_tell(low, name, least):
        return []
    langs = _languages(low, name)
    return [told for told in _tellings(low, name, langs) if told.share >= least]


def _tellings(low: str, name: str, langs: tuple[str, ...]) -> list[Told]:
    if langs[0] in DENSE:
        letters = max(1, sum(map(str.isalpha, low)))
        each = [_found(low, lang, name) for lang in langs]
        return [Told(met, sum(len(w) for w, _ in met) / letters) for met in each if met]
    words = letters_of(low)
    said = _by_language((word, _wholly(word, name, langs == _RUSSIAN)) for word in words)
    return [Told(said[lang], len(said[lang]) / len(words)) for lang in langs if lang in said]


def _found(low: str, lang: str, name: str) -> list[tuple[str, Families]]:
    """The stems in a line of a dense script; a syllable of Korean only in a word that is all of stems.

    >>> [word for word, _ in _found("표를 눌러", "ko", "placeholder_stems.tsv+interface_stems.tsv")]
    ['표', '를', '눌러']
    >>> _found("표절", "ko", "placeholder_stems.tsv+interface_stems.tsv")
    []
    """
    stems, pattern = stems_of(name)[lang]
    met = list(pattern.finditer(low))
    if lang == "ko" and any(len(m[0]) == 1 for m in met):
        met = [m for m in met if len(m[0]) > 1 or stems[m[0]] == _SMALL or _all_stems(low, m.start(), met)]
    return [(m[0], stems[m[0]]) for m in met]


_SMALL = frozenset(("and",))


def _all_stems(low: str, at: int, met: list[re.Match[str]]) -> bool:
    """Whether the word about a place is made of stems, all of it."""
    start = low.rfind(" ", 0, at) + 1
    end = low.find(" ", at)
    end = len(low) if end < 0 else end
    known = sum(len(m[0]) for m in met if start <= m.start() < end)
    return known >= sum(map(str.isalpha, low[start:end]))


@lru_cache(1 << 14)
def _wholly(word: str, name: str, russian: bool) -> Meanings:
    """The same as ``_meanings``, of words too whose parts are stems: Instagram-Beitrag."""
    found = dict(_meanings(word, name, russian))
    if "-" in word:
        whole = _spaced(name, russian)[0]
        first, *others = (dict(whole.get(part, ())) for part in word.split("-"))
        for lang, families in first.items():
            if lang not in found and all(lang in other for other in others):
                found[lang] = families.union(*(other[lang] for other in others))
    return tuple(found.items())


_SIZES = (4, 3, 2, 1)
"""Characters by which the beginnings of words are filed: as many as they have, four at most."""
Spaced = tuple[dict[str, list[tuple[str, Families]]], dict[str, list[tuple[str, str, Families]]]]


@cache
def _spaced(name: str, russian: bool) -> Spaced:
    """The stems of all languages with spaces: whole words, and beginnings of words, the longest first."""
    whole: dict[str, list[tuple[str, Families]]] = {}
    begun: dict[str, list[tuple[str, str, Families]]] = {}
    for lang in _RUSSIAN if russian else _latin(name):
        for stem, families in sorted(stems_of(name)[lang][0].items(), key=lambda item: -len(item[0])):
            whole.setdefault(stem, []).append((lang, families))
            if stem[-1] == "-":
                begun.setdefault(stem[:-1][: _SIZES[0]], []).append((stem[:-1], lang, families))
    return whole, begun


def _parts(low: str, lang: str, name: str) -> Met:
    stems, pattern = stems_of(name)[lang]
    if len(low) > MAX_LONE and _pairs(lang, name).isdisjoint(map(add, low, low[1:])):
        return [], 0.0
    found, size = [], 0
    for m in pattern.finditer(low):
        if len(m[0]) > 1 or len(low) <= MAX_LONE:
            found.append(stems[m[0]])
            size += len(m[0])
    if any("call" in families for families in found) and _ASKS[lang].search(low):
        found = [families | {"opens"} if "call" in families else families for families in found]
    return found, min(1.0, size / max(1, sum(map(str.isalpha, low)))) if found else 0.0


@cache
def _pairs(lang: str, name: str) -> frozenset[str]:
    """What stems of two characters and more begin with."""
    return frozenset(stem[:2] for stem in stems_of(name)[lang][0] if len(stem) > 1)
