"""Lines read by the stems in them: which families of words a line has, and how much of it they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from scrubtext.tables import rows

__all__ = ["DENSE", "Met", "languages", "met", "size_of", "told"]

DENSE = frozenset(("zh", "ja", "ko"))
"""Languages whose stems are looked for anywhere in a line."""
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|©|\(c\)", re.I)
_KANA, _HANGUL = re.compile("[\u3040-\u30ff]"), re.compile("[\uac00-\ud7a3]")
_HAN, _CYRILLIC = re.compile("[\u4e00-\u9fff]"), re.compile("[\u0400-\u04ff]")
_OPENS = re.compile(r"(?:^|[.!?:;—–]\s)\W*(?:(?:please|bitte|jetzt|and|just|now)\s)?[^\W\d_]+")
_ASKS = {  # how a sentence asks the reader for something
    "zh": re.compile(
        "请|請|欢迎|歡迎|快来|快來|即可|就能|吧|哦|！|!"
        "|^\\W*(?:扫|掃|长按|長按|点击|點擊|关注|關注|订阅|訂閱|打开|打開|下载|下載)"
    ),
    "ja": re.compile("ください|下さい|お願い|ましょう|こちら|しよう|どうぞ|！|ませんか|いただけ"),
    "ko": re.compile("세요|십시오|바랍니다|해주|하기|합시다|까요|받아|!|만나보"),
}

Met = tuple[list[frozenset[str]], float]


@cache
def _stems(name: str) -> dict[str, tuple[dict[str, frozenset[str]], re.Pattern[str]]]:
    """By language: the families of each stem, and all stems as one pattern (dense languages).

    ``name`` is a file, or several with a plus between them.
    """
    langs: dict[str, dict[str, set[str]]] = {}
    for stems, lang, family in (row for file in name.split("+") for row in rows(file)):
        for stem in stems.split("|"):
            langs.setdefault(lang, {}).setdefault(stem.casefold(), set()).add(family)
    return {
        lang: (
            {s: frozenset(f) for s, f in stems.items()},
            re.compile(_grouped(stems)),
        )
        for lang, stems in langs.items()
    }


def _grouped(stems: Iterable[str]) -> str:
    """A pattern of stems, the longest first, that looks at each first character once.

    >>> _grouped(["订阅", "订", "打印"])
    '打(?:印)|订(?:阅|)'
    """
    begun: dict[str, list[str]] = {}
    for stem in sorted(stems, key=len, reverse=True):
        begun.setdefault(stem[0], []).append(re.escape(stem[1:]))
    return "|".join(f"{re.escape(c)}(?:{'|'.join(rest)})" for c, rest in sorted(begun.items()))


def languages(low: str, name: str) -> tuple[str, ...]:
    """The languages of a vocabulary that a line can be in, by its letters."""
    if _KANA.search(low):
        return ("ja",)
    if _HANGUL.search(low):
        return ("ko",)
    if _HAN.search(low):
        return ("zh", "ja")
    if _CYRILLIC.search(low):
        return ("ru",)
    return tuple(lang for lang in _stems(name) if lang not in DENSE and lang != "ru")


def met(low: str, lang: str, name: str) -> Met:
    """The families of the stems of a line in lower case, and the share of it they are.

    >>> met("share this article", "en", "furniture_stems.tsv")[1]
    1.0
    """
    if lang not in _stems(name):
        return [], 0.0
    return _parts(low, lang, name) if lang in DENSE else _words(low, lang, name)


def _words(low: str, lang: str, name: str) -> Met:
    stems = _stems(name)[lang][0]
    words, begun = _WORD.findall(low), _beginnings(lang, name)
    found: list[frozenset[str]] = []
    opening: set[str] | None = None
    for word in words:
        families = stems.get(word)
        for stem, meant in begun.get(word[:2], ()) if not families else ():
            if word.startswith(stem):
                families = meant
                break
        if not families:
            continue
        if "item" in families and found and "this" in found[-1]:
            found[-1] = frozenset({"self"})
        if "call" in families:
            if opening is None:
                opening = {w for m in _OPENS.finditer(low) for w in m[0].split()}
            families = families | {"opens"} if word in opening else families
        found.append(families)
    return found, len(found) / max(1, len(words))


def told(low: str, lang: str, name: str) -> list[tuple[str, frozenset[str]]]:
    """The words of a line in lower case that are stems, or the stems in it, with their families.

    >>> [word for word, _ in told("tap the photo", "en", "placeholder_stems.tsv")]
    ['tap', 'the', 'photo']
    """
    stems, pattern = _stems(name)[lang]
    if lang in DENSE:
        return [(m[0], stems[m[0]]) for m in pattern.finditer(low)]
    found, begun = [], _beginnings(lang, name)
    for word in _WORD.findall(low):
        families = stems.get(word)
        if not families:
            near = (meant for stem, meant in begun.get(word[:2], ()) if word.startswith(stem))
            families = next(near, None) or _joined(word, stems)
        if families:
            found.append((word, families))
    return found


def _joined(word: str, stems: dict[str, frozenset[str]]) -> frozenset[str] | None:
    """The families of a word whose parts are stems: Instagram-Beitrag."""
    parts = [stems.get(part) for part in word.split("-")] if "-" in word else [None]
    return None if None in parts else frozenset().union(*filter(None, parts))


def size_of(low: str, lang: str) -> int:
    """What a line has of what ``told`` counts: letters, or words.

    >>> size_of("tap the photo", "en"), size_of("写真を拡大", "ja")
    (3, 5)
    """
    return sum(map(str.isalpha, low)) if lang in DENSE else len(_WORD.findall(low))


@cache
def _beginnings(lang: str, name: str) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """The stems that are beginnings of words, the longest first, by their first two letters."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for stem, families in sorted(_stems(name)[lang][0].items(), key=lambda item: -len(item[0])):
        if stem[-1] == "-":
            found.setdefault(stem[:2], []).append((stem[:-1], families))
    return {key: tuple(stems) for key, stems in found.items()}


def _parts(low: str, lang: str, name: str) -> Met:
    stems, pattern = _stems(name)[lang]
    found, size = [], 0
    asks = _ASKS[lang].search(low) is not None
    for m in pattern.finditer(low):
        if len(m[0]) > 1 or len(low) <= 12:
            families = stems[m[0]]
            found.append(families | {"opens"} if asks and "call" in families else families)
            size += len(m[0])
    return found, min(1.0, size / max(1, sum(map(str.isalpha, low))))
