"""What reader sites write between the sentences of a story: read on at a host, remember the host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.chars import Kind, spell
from scrubtext.doc import Doc
from scrubtext.furniture.page import Page, Span
from scrubtext.tables import rows

__all__ = ["call", "may_call", "watermarks"]

_CALLED = (
    "收藏", "首发", "首發", "域名", "网址", "網址", "记住", "記住", "阅读", "閱讀", "小说", "小說", "章节", "章節",
    "弹窗", "彈窗", "首發", "hapter", "novel", "Novel", " this", "続き", "つづき", "全文", "最新", "本作", "以外で",
    "読むなら", "ブックマーク", "お気に入り", "에서", "으로", "이외", "외의", "북마크", "즐겨", "소설", "глав", "Глав",
    "книг", "родолжени", "Если вы", "Если ты", "закладки", "перевод", "рассказ", "Kapitel", "ortsetzung", "nicht auf",
    "anders", "esezeichen", "Rest d", "hapitre", "La suite", "la suite", "ailleurs", "apítulo", "ontinuación",
    "distinto", "en otr", "fuera de", "ontinuação", "apitol", "eguito", "ozdział", "ciąg", "hương", "ruyện", "chap",
    "bab", "Bab", "elanjut", "bölüm", "devam", "فصل", "فصول", "التتمة", "بقية",
)  # fmt: skip
"""Words of which a line with such a call has one, for gates."""
MAX_CALL = 160
"""Characters of a call."""
MAX_NEAR = 400
"""Characters of a line, around its hosts, that are searched for a word of a call."""
_ZONES = (
    "com|net|org|info|xyz|top|site|club|pro|biz|vip|win|live|app|online|store|fun|life|icu|world|press|news|blog|page"
    "|shop|space|website|link|wiki|mobi|asia|cloud|ink|fans|art|media|tech|today|plus|one|red|ren|wang|dev|[a-z]{2}"
)
_NAMES = r"(?:https?://)?(?:[a-z0-9][a-z0-9\-]{0,40}\.){1,3}"
_PATH = r"(?:/[\w\-./?=&%#]{0,60}(?<=[\w/]))?"
_HOST = rf"{_NAMES}[a-z]{{2,7}}(?![a-z0-9@\-]){_PATH}"
"""A host in a form; that it is one says the stricter pattern below, before."""
_STOPS = r"。．！？!?.，,：:；;()（）\[\]【】《》「」『』“”\"\s"
_NAME = rf"(?:[【《「『“\"\[][^{_STOPS}]{{1,20}}[】》」』”\"\]]|[^{_STOPS}]{{1,20}}(?: [^{_STOPS}]{{1,16}}){{0,2}})"
_SITE = rf"(?:{_NAME}[\s：:，,]{{0,2}})?[(（\[【<]?\s?{_HOST}(?:\s?[)）\]】>])?"
_AT_HOST = re.compile(rf"{_NAMES}(?:{_ZONES})(?![a-z0-9@\-])(?:\.[a-z]{{2}}\b)?{_PATH}")
_BEGINS = re.compile(r"(?:^|(?<=[。！？!?.…”」』\"]))[ \t\u3000]*", re.M)
_STOP = r"[\s]?[。！？!?.…~～]{0,3}"
_BOXED = {"（": "）", "(": ")", "【": "】", "[": "]", "「": "」", "『": "』", "《": "》", "—": "—", "*": "*", "-": "-"}
_TAUGHT = (
    "水印", "盗版", "盜版", "盗文", "盜文", "透かし", "海賊版", "無断転載", "워터마크", "불법", "무단", "пират", "Пират",
    "водян", "watermark", "pirat", "Pirat", "scrap", "plagiar", "Wasserzeichen", "Raubkop", "filigran", "piraté",
    "marca de agua", "marca d'água", "filigrana", "znak wodny", "bản quyền", "bajak", "korsan", "قرصن",
)  # fmt: skip
"""Words of a text about such calls."""


_DOTTED = spell(Kind.LETTER, Kind.STOP, Kind.LETTER)


def may_call(doc: Doc) -> bool:
    """Whether a line names a host, and near it a word of such calls."""
    text, shape, at = doc.text, doc.shape, 0
    while (at := shape.find(_DOTTED, at)) >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if _called(text, text.rfind("\n", 0, at) + 1, end):
            return True
        at = end
    return False


@cache
def _forms(lang: str) -> tuple[re.Pattern[str], ...]:
    own = [r[0] for r in rows("reader_forms.tsv") if r[1] == lang]
    for sign, filled in (("<SITE>", _SITE), ("<HOST>", _HOST), ("<NAME>", _NAME)):
        own = [pattern.replace(sign, filled) for pattern in own]
    return tuple(map(re.compile, own))


_SCRIPTS = tuple(
    (re.compile(f"[{signs}]"), langs)
    for signs, langs in (
        ("\u3040-\u30ff", ("ja",)), ("\uac00-\ud7a3", ("ko",)), ("\u0400-\u04ff", ("ru",)),
        ("\u0600-\u06ff", ("ar",)), ("\u4e00-\u9fff", ("zh", "ja")),
    )
)  # fmt: skip


def _languages(near: str) -> tuple[str, ...]:
    """The languages a call can be in, by its letters."""
    for pattern, langs in () if near.isascii() else _SCRIPTS:
        if pattern.search(near):
            return langs
    return ("en", "de", "fr", "es", "pt", "it", "pl", "vi", "id", "tr")


def call(text: str, a: int, b: int) -> int:
    """Where a call that begins at ``a`` ends, its stop taken in; -1 without one.

    >>> line = "New chapters are published first at inkmoor.com. She rose."
    >>> call(line, 0, len(line)), call("Tickets are sold at inkmoor.com.", 0, 32)
    (48, -1)
    """
    forms = [form for lang in _languages(text[a : min(a + MAX_CALL, b)]) for form in _forms(lang)]
    return max([_ended(text, m.end(), b) for form in forms if (m := form.match(text, a, b))], default=-1)


_GOES_ON = re.compile(
    r"[a-zа-яёà-þ0-9'’\-_@/%]|\s[a-zа-яё(]|[的是了在把被也都还還就和与與为為所、，,：:]|[はがをのにもとや]|[은는이가을를의]\s"
)
_CLOSES = re.compile(_STOP)
_LAST = ("收藏", "记住", "記住", "牢记", "牢記", "支持", "关注", "關注", "正版", "ください", "ます", "다", "요")
"""Words of a call, of languages without spaces, behind which another sentence begins though no stop stands."""


def _ended(text: str, at: int, b: int) -> int:
    """The end of a call with its stop, where what follows is another sentence."""
    while text[at - 1].isspace():
        at -= 1
    m = _CLOSES.match(text, at, b)
    end = m.end() if m else at
    if end == at and end < b and not _begins(text, at):
        return -1
    return -1 if end < b and text[end] in "”」』’\"'" else end


def _begins(text: str, at: int) -> bool:
    """Whether another sentence begins behind the last word of a call without a stop."""
    if _GOES_ON.match(text, at):
        return False
    return text.endswith(_LAST, at - 4, at) or (text[at].isspace() and text[at + 1 : at + 2].isupper())


def watermarks(page: Page) -> Iterator[tuple[Span, bool]]:
    """Calls to read on at a host, and whether one is all of its line; those of which the end is certain."""
    text = page.text
    found = [hit for span in page.filled if _called(text, *span) for hit in _of_line(text, *span)]
    if not found or any(word in text and not _within(text, word, found) for word in _TAUGHT):
        return
    if all(_names_once(page, found, host) for *_, host in found):
        yield from (((a, b), alone) for a, b, alone, _ in found)


Found = tuple[int, int, bool, str]


def _of_line(text: str, a: int, b: int) -> Iterator[Found]:
    """The calls of one line, in order, each with its host."""
    first = a + len(text[a:b]) - len(text[a:b].lstrip(" \t\u3000"))
    last = len(text[:b].rstrip()) if b - a < MAX_CALL else b
    if (inner := _unboxed(text, first, last)) and call(text, *inner) == inner[1]:
        yield a, b, True, _AT_HOST.search(text, *inner)[0]  # type: ignore[index]
        return
    at = a
    for m in _AT_HOST.finditer(text, a, b):
        if m.start() < at:
            continue
        for begun in _BEGINS.finditer(text, max(at, m.start() - MAX_CALL), m.start() + 1):
            start = begun.end()
            end = call(text, start, min(b, m.end() + MAX_CALL)) if _opens(text, a, begun.start()) else -1
            if end >= m.end():
                whole = not text[a:start].strip() and not text[end:b].strip()
                if begun.start() == a:
                    end += len(text[end:b]) - len(text[end:b].lstrip(" \u3000"))
                yield (a, b, True, m[0]) if whole else (begun.start(), end, False, m[0])
                at = end
                break


def _opens(text: str, a: int, at: int) -> bool:
    """Whether a place is the beginning of its line or stands behind a stop that is no dot of a word."""
    return at == a or text[at - 1] != "." or text[at : at + 1] in (" ", "\u3000") or text[at : at + 1] > "\u2e80"


def _unboxed(text: str, a: int, b: int) -> Span | None:
    """What stands in the brackets a line is in."""
    if b - a < 8 or b - a > MAX_CALL or _BOXED.get(text[a]) != text[b - 1]:
        return None
    inner = text[a + 1 : b - 1]
    lead = len(inner) - len(inner.lstrip(" -—*"))
    return a + 1 + lead, b - 1 - (len(inner) - len(inner.rstrip(" -—*")))


def _called(text: str, a: int, b: int) -> bool:
    """Whether a line names a host near a word of such calls."""
    if b - a < 10 or (at := text.find(".", a, b)) < 0:
        return False
    near = text[a:b] if b - a <= MAX_NEAR else ""
    if near:
        return any(word in near for word in _CALLED) and _AT_HOST.search(near) is not None
    while 0 <= at < b - 2:
        if text[at + 1].isascii() and text[at + 1].isalnum() and text[at - 1].isascii() and text[at - 1].isalnum():
            near = text[max(a, at - MAX_CALL) : min(b, at + MAX_CALL)]
            if any(word in near for word in _CALLED):
                return True
        at = text.find(".", at + 1, b)
    return False


def _within(text: str, word: str, found: list[Found]) -> bool:
    """Whether a word stands only in the calls."""
    return text.count(word) == sum(text.count(word, a, b) for a, b, *_ in found)


def _names_once(page: Page, found: list[Found], host: str) -> bool:
    """Whether nothing but the calls names a host: an article about it may say what they say."""
    labels = host.casefold().removeprefix("https://").removeprefix("http://").split("/")[0].split(".")[:-1]
    name = max(labels, key=len)
    return page.folded.count(name) == sum(page.folded.count(name, a, b) for a, b, *_ in found)
