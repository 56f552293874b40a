"""What reader sites write between the sentences of a story: read on at a host, remember the host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from scrubtext.furniture.callings import callings
from scrubtext.furniture.hosts import NAMES, PATH, at_host
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.reader_gate import MAX_CALL, MAX_HOSTS, called, plain
from scrubtext.furniture.word_lists import signs, topic_words
from scrubtext.tables import rows

__all__ = ["call", "watermarks"]

_HOST = rf"{NAMES}[a-z]{{2,7}}(?![a-z0-9@\-]){PATH}"
"""A host in a form; that it is one says the stricter pattern below, before."""
_STOPS = r"。．！？!?.，,：:；;()（）\[\]【】《》「」『』“”\"\s"
_QUOTED = rf"[【《「『“\"\[][^{_STOPS}]{{1,20}}[】》」』”\"\]]"
_NAME = rf"(?:{_QUOTED}|[^{_STOPS}]{{1,20}}(?: [^{_STOPS}]{{1,16}}){{0,2}})"
_SITE = rf"(?:{_NAME}[\s：:，,]{{0,2}})?[(（\[【<]?\s?{_HOST}(?:\s?[)）\]】>])?"
_BEGINS = re.compile(r"(?:^|(?<=[。！？!?.…”」』\"]))[ \t\u3000]*", re.M)
_STOP = r"[\s]?[。！？!?.…~～]{0,3}"
_BOXED = dict(zip("（(【[「『《—*-", "）)】]」』》—*-", strict=True))


@cache
def _forms(lang: str, whole: bool) -> tuple[re.Pattern[str], ...]:
    own = [r[0] for r in rows("reader_forms.tsv") if r[1] == lang and (len(r) > 2) == whole]
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


def call(text: str, a: int, b: int, whole: bool = False) -> int:
    """Where a call that begins at ``a`` ends, its stop taken in; -1 without one.

    ``whole``: calls too that are such only as a line of their own.

    >>> line = "New chapters are published first at inkmoor.com. She rose."
    >>> call(line, 0, len(line)), call("Tickets are sold at inkmoor.com.", 0, 32)
    (48, -1)
    """
    langs = _languages(text[a : min(a + MAX_CALL, b)])
    forms = [f for lang in langs for w in ((False, True) if whole else (False,)) for f in _forms(lang, w)]
    return max([_ended(text, m.end(), b) for form in forms if (m := form.match(text, a, b))], default=-1)


_GOES_ON = re.compile(
    r"[a-zа-яёà-þ0-9'’\-_@/%]|\s[a-zа-яё(]|[的是了在把被也都还還就和与與为為所、，,：:]"
    r"|[はがをのにもとや]|[은는이가을를의]\s"
)
_NAMED_HOST = re.compile(rf"[网域地][址名]\s?[:：]\s?{_HOST}\Z")
_INVITES = re.compile(
    "欢迎|歡迎|请|請|上线|上線|可|已|供|更新|开通|開通|正式|即将|阅读|閱讀|免费|無|无|为|观看|登录|访问"
)
_CLOSES = re.compile(_STOP)


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
    if _NAMED_HOST.search(text, max(0, at - MAX_CALL), at) and not _INVITES.match(text, at):
        return text[at] >= "\u4e00"
    closed = text.endswith(signs("closed"), at - 4, at)
    return closed or (text[at].isspace() and text[at + 1 : at + 2].isupper())


def watermarks(page: Page) -> Iterator[tuple[Span, bool]]:
    """Calls to read on at a host, and whether one is all of its line; those of which the end is certain."""
    text = page.text
    found: list[Found] = []
    for span in page.filled:
        if called(text, *span):
            found += _of_line(text, *span)
    for (a, b), whole, name in callings(page):
        if all(b <= c or a >= d for c, d, *_ in found):
            found.append((a, b, whole, name))
    found.sort()
    if not found or any(word in text and not _within(text, word, found) for word in topic_words("call")):
        return
    if len({_name(host) for *_, host in found}) == 1 and _names_once(page, found, found[0][3]):
        yield from (((a, b), alone) for a, b, alone, _ in found)


Found = tuple[int, int, bool, str]


def _of_line(text: str, a: int, b: int) -> Iterator[Found]:
    """The calls of one line, in order, each with its host."""
    first = a + len(text[a:b]) - len(text[a:b].lstrip(" \t\u3000"))
    last = a + len(text[a:b].rstrip()) if b - a < MAX_CALL else b
    inner = _unboxed(text, first, last) or (first, last)
    low = plain(text[inner[0] : inner[1]])
    if (m := at_host().search(low)) and call(low, 0, len(low), True) == len(low):
        yield a, b, True, m[0]
        return
    at = a
    for m in islice(at_host().finditer(text, a, b), MAX_HOSTS):
        if m.start() < at:
            continue
        if boxed := _boxed(text, a, b, m):
            yield *boxed, False, m[0]
            at = boxed[1]
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


def _boxed(text: str, a: int, b: int, host: re.Match[str]) -> Span | None:
    """The brackets around a host that hold nothing but a call, behind a sentence."""
    first = max(text.rfind(sign, a, host.start()) for sign in "（(【[")
    if first <= a or (last := text.find(_BOXED[text[first]], host.end(), b)) < 0 or last - first > MAX_CALL:
        return None
    behind = text[a:first].rstrip(" ")[-1:] in "。！？!?.…”」』"
    inner = _unboxed(text, first, last + 1)
    return (first, last + 1) if behind and inner and call(text, *inner, True) == inner[1] else None


def _opens(text: str, a: int, at: int) -> bool:
    """Whether a place is the beginning of its line or stands behind a stop that is no dot of a word."""
    behind = text[at : at + 1]
    return at == a or text[at - 1] != "." or behind in (" ", "\u3000") or behind > "\u2e80"


def _unboxed(text: str, a: int, b: int) -> Span | None:
    """What stands in the brackets a line is in."""
    if b - a < 8 or b - a > MAX_CALL or _BOXED.get(text[a]) != text[b - 1]:
        return None
    inner = text[a + 1 : b - 1]
    lead = len(inner) - len(inner.lstrip(" -—*"))
    return a + 1 + lead, b - 1 - (len(inner) - len(inner.rstrip(" -—*")))


def _within(text: str, word: str, found: list[Found]) -> bool:
    """Whether a word stands only in the calls."""
    return text.count(word) == sum(text.count(word, a, b) for a, b, *_ in found)


def _names_once(page: Page, found: list[Found], host: str) -> bool:
    """Whether nothing but the calls names a host: an article about it may say what they say."""
    name = _name(host)
    return page.folded.count(name) == sum(page.text[a:b].casefold().count(name) for a, b, *_ in found)


def _name(host: str) -> str:
    """The part of a host that tells it from others."""
    labels = host.casefold().removeprefix("https://").removeprefix("http://").split("/")[0].split(".")[:-1]
    return max(labels, key=len)
