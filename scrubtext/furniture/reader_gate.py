"""Whether a text may have calls of reader sites: hosts, plain or disguised, and words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc

__all__ = [
    "AT_HOST", "MAX_CALL", "MAX_HOSTS", "NAMES", "PATH", "ZONES", "called", "hosted", "is_spelt", "may_call",
    "may_name", "plain",
]  # fmt: skip

_CALLED = (
    "收藏", "首发", "首發", "域名", "网址", "網址", "记住", "記住", "阅读", "閱讀", "小说", "小說",
    "章节", "章節", "弹窗", "彈窗", "未完", "更新", "找书", "找書", "正版", "走失", "thorized",
    "hanks for", "hank you", "nly on", "nly at", "tory", " text", "ource of", "besuch", "Besuch",
    "Посетите", "Заходите", "Переходите", "웹소설", "복제", "전재", "기사", "hapter", "novel", "Novel",
    " this", "続き", "つづき", "全文", "最新", "本作", "以外で", "読むなら", "ブックマーク", "お気に入り",
    "에서", "으로", "이외", "외의", "북마크", "즐겨", "소설", " 글", "이야기", "전문", "ead", "ore ",
    "ull ", "upport", "tolen", "Follow", "rrors", "eiterles", "Lesen Sie", "lesen Sie", "Mehr ", "steht",
    "Полный", "Весь", "Чита", "историй", "Текст", "Все ", "Sigue", "Seguir", "ompleto", "Leggi", "Czytaj",
    "tekst", "tiếp", "Bản", "aca ", "Versi", "metin", "النص", "اقرأ", "القراءة", "精彩", "喜欢", "喜歡",
    "無断転載", "この先", "本文", "глав", "Глав", "книг", "родолжени", "Если вы", "Если ты", "закладки",
    "перевод", "рассказ", "Kapitel", "ortsetzung", "nicht auf", "anders", "esezeichen", "Rest d",
    "hapitre", "La suite", "la suite", "ailleurs", "apítulo", "ontinuación", "distinto", "en otr",
    "fuera de", "ontinuação", "apitol", "eguito", "ozdział", "ciąg", "hương", "ruyện", "chap", "bab",
    "Bab", "elanjut", "bölüm", "devam", "فصل", "فصول", "التتمة", "بقية", "文学", "文學", "散文",
)  # fmt: skip
"""Words of which a line with such a call has one, for gates."""
MAX_CALL = 160
"""Characters of a call."""
MAX_HOSTS = 40
"""Hosts of a line that are looked at: a line of more is a list of links."""
ZONES = (
    "com|net|org|info|xyz|top|site|club|pro|biz|vip|win|live|app|online|store|fun|life|icu|world|press"
    "|news|blog|page"
    "|shop|space|website|link|wiki|mobi|asia|cloud|ink|fans|art|media|tech|today|plus|one|red|ren|wang"
    "|dev|[a-z]{2}"
)
NAMES = r"(?:https?://)?(?:[a-z0-9][a-z0-9\-]{0,40}\.){1,3}"
PATH = r"(?:/[\w\-./?=&%#]{0,60}(?<=[\w/]))?"
AT_HOST = re.compile(rf"{NAMES}(?:{ZONES})(?![a-z0-9@\-])(?:\.[a-z]{{2}}\b)?{PATH}")
_ENDED = re.compile(rf"\.(?i:{ZONES})(?![a-z0-9@\-])")
"""The end of a host: a line without one is not searched for where hosts begin."""
_READERS = (
    "本站", "章节", "章節", "阅读", "閱讀", "首发", "收藏", "记住", "记 住", "記住", "收 藏", "首 发",
    "章 节", "阅 读", "閱 讀", "首發", "ookmark", "hapter", "全文", "書籤",
)  # fmt: skip
_DISGUISED = ("w w w", ". c o m", "。com", "点com", "點com", "·com", "。net", "点net", "(dot)com", "[.]com")
"""How hosts are spelt that are not to be found."""
_TELLING = ("c o m", "w w w")
"""What one of those holds that has no ending as hosts have it."""
MAX_LINE = 140
"""Characters of a line with such a host."""
_STOP, _HAN, _LETTER, _FULL = (
    mask(kind) for kind in (Kind.STOP, Kind.HAN, Kind.LETTER, Kind.FULL_ALNUM)
)
_DOTTED = re.compile(re.escape(spell(Kind.STOP, Kind.LETTER)))
_BEFORE = spell(Kind.LETTER, Kind.DIGIT)


def _next(shape: bytes, at: int) -> int:
    """Where the next stop stands with a letter behind it, and a letter or a digit before it; or -1."""
    for m in _DOTTED.finditer(shape, at):
        if m.start() and shape[m.start() - 1] in _BEFORE:
            return m.start()
    return -1


def hosted(doc: Doc) -> Iterator[tuple[int, int]]:
    """The lines with a stop before a letter and behind a letter or a digit, as hosts have it."""
    text, shape, at = doc.text, doc.shape, 0
    while doc.kinds & _STOP and (at := _next(shape, at)) >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = end


def may_call(doc: Doc, near: list[tuple[int, int]]) -> bool:
    """Whether a line names a host, and near it a word of such calls; ``near`` as of ``hosted``."""
    return any(called(doc.text, *line) for line in near)


def is_spelt(text: str) -> bool:
    """Whether the ending of a host stands behind a sign or a word for its stop, or behind a bracket."""
    for ending in ("com", "net"):
        at = text.find(ending) if text.rfind(ending) >= 0 else -1  # from the end it is twice as fast
        while at >= 0:
            if text[max(0, at - 2) : at].rstrip()[-1:] in _SPELT:
                return True
            at = text.find(ending, at + 3)
    return False


_SPELT = frozenset("点點。·)]")


def may_name(doc: Doc, near: list[tuple[int, int]], spelt: bool) -> bool:
    """Whether a host in disguise, or a short line with a host, stands in a text with words of such sites.

    ``spelt`` as of ``is_spelt``.
    """
    text, kinds = doc.text, doc.kinds
    disguised = kinds & _HAN and kinds & _LETTER and (spelt or max(map(text.rfind, _TELLING)) >= 0)
    if disguised and any(sign in text for sign in _DISGUISED):
        return True
    if kinds & _FULL:
        return any(word in text for word in _READERS)
    short = (text[a:b] for a, b in near if b - a <= MAX_LINE)
    return any(word in line for line in short for word in _READERS)


_DISGUISE = re.compile(r"(?!www|WWW|Www)[wW]{3}\.")


def plain(line: str) -> str:
    """A line in lower case where its host is disguised by capitals, else as it is.

    >>> plain("WwW.Inkmoor.CoM"), plain("Inkmoor.com")
    ('www.inkmoor.com', 'Inkmoor.com')
    """
    low = line.lower() if _DISGUISE.search(line) else line
    return low if len(low) == len(line) else line


def called(text: str, a: int, b: int) -> bool:
    """Whether a line names a host near a word of such calls."""
    if b - a < 10 or _ENDED.search(text, a, b) is None:
        return False
    line = plain(text[a:b])
    if AT_HOST.search(line) is None:
        return False
    words = [word for word in _CALLED if word in line]
    for m in islice(AT_HOST.finditer(line), MAX_HOSTS if words else 0):
        near = line[max(0, m.start() - MAX_CALL) : m.end() + MAX_CALL]
        if any(word in near for word in words):
            return True
    return False
