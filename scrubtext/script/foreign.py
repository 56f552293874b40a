"""Parts of a text that are not for conversion: Japanese and Korean, addresses, code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.script.votes import sentences

__all__ = ["kept", "merged"]

Span = tuple[int, int]

_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d]")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_HAN = re.compile("[\u3400-\u9fff\u3005\uf900-\ufaff]")
_HAN_BY_HANGUL = re.compile("[\u3400-\u9fff][\uac00-\ud7a3]|[\uac00-\ud7a3][(（]?[\u3400-\u9fff]")
_CLAUSE = re.compile(r"[^，,、；;：:「」『』“”‘’（）()《》\s]+")
_ADDRESS = re.compile(
    r"(?:[a-z]{2,8}://|www\.)[^\s，。；！？、（）“”「」《》<>()\"]+", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_FENCE = re.compile(r"(?m)^(```|~~~)[^\n]*\n(?:(?!\1)[^\n]*\n)*\1")
_INLINE = re.compile(r"(?<!`)(`{1,2})(?!`)[^`'\n]{1,200}\1(?!`)")  # `quoted' in manuals is not code

_MANY_KANA = 0.3  # of kana and ideographs: old spelling and light prose have more, Chinese less
_FOREIGN_TO_JAPANESE = 0.1  # share of ideographs outside JIS level 1 in a Japanese sentence: names
_EAST_ASIAN = mask(Kind.KANA, Kind.HALF_KANA, Kind.HANGUL)


def kept(doc: Doc, protect: tuple[str, ...], *, apart: bool, languages: bool) -> list[Span]:
    """Spans to leave, in order and disjoint.

    ``protect`` are literal strings; with ``apart`` addresses and code stay, with ``languages``
    Japanese and Korean.
    """
    text = doc.text
    found: list[Span] = [
        m.span() for word in protect if word for m in _literal(word).finditer(text)
    ]
    if apart:
        if "://" in text or "www." in text:
            found += (m.span() for m in _ADDRESS.finditer(text))
        if "@" in text:
            found += (m.span() for m in _MAIL.finditer(text))
        if "`" in text or "~~~" in text:
            found += (m.span() for p in (_FENCE, _INLINE) for m in p.finditer(text))
    if languages and doc.kinds & _EAST_ASIAN:
        found += _east_asian(text)
    return merged(found)


@cache
def _literal(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word))


def merged(spans: Iterable[Span]) -> list[Span]:
    """In order, with overlapping ones joined."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _east_asian(text: str) -> list[Span]:
    """Japanese and Korean sentences, and such clauses in Chinese ones."""
    found: list[Span] = []
    japanese = chinese = 0
    silent: list[Span] = []  # sentences without kana that could be either
    for start, end in sentences(text):
        part = text[start:end]
        han = _HAN.findall(part)
        if _is_japanese(part, han) or _is_korean(part, len(han)):
            found.append((start, end))
            japanese += len(han)
            continue
        found += ((start + a, start + b) for a, b in _clauses(part))
        if han and not _strange(han):
            silent.append((start, end))
        else:
            chinese += len(han)
    return found + silent if japanese > chinese else found


def _is_japanese(part: str, han: list[str]) -> bool:
    kana = len(_KANA.findall(part))
    if not kana:
        return False
    if _strange(han) <= _FOREIGN_TO_JAPANESE * len(han):
        return True
    others = [
        c for m in _CLAUSE.finditer(part) if not _KANA.search(m[0]) for c in _HAN.findall(m[0])
    ]
    return kana >= _MANY_KANA * (kana + len(han)) and not _strange(others)


def _strange(han: list[str]) -> int:
    """How many of some ideographs everyday Japanese does not write."""
    return sum(1 for c in han if c not in _everyday_japanese())


def _is_korean(part: str, han: int) -> bool:
    hangul = len(_HANGUL.findall(part))
    return bool(hangul) and (hangul >= han or _HAN_BY_HANGUL.search(part) is not None)


def _clauses(part: str) -> Iterator[Span]:
    """Japanese and Korean parts of a Chinese sentence, between commas, quotes and brackets."""
    for m in _CLAUSE.finditer(part):
        han = _HAN.findall(m[0])
        if (_KANA.search(m[0]) and not _strange(han)) or _is_korean(m[0], len(han)):
            yield m.span()


@cache
def _everyday_japanese() -> frozenset[str]:
    """The 2,965 ideographs of JIS X 0208 level 1."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xD0) for cell in range(0xA1, 0xFF))
    return frozenset("々〇" + b"".join(cells).decode("euc_jp", "ignore"))
