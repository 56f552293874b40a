"""UTF-8: strict, short enough to be an accident, or with a few bad bytes."""

from __future__ import annotations

import re
import unicodedata

from scrubtext.decoding.codepages import TooBadError, read

__all__ = [
    "CERTAIN",
    "beyond_ascii",
    "has_runs",
    "is_certain",
    "is_cut",
    "is_one_script",
    "looks_damaged",
    "of_halves",
    "strict",
]

CERTAIN = 16  # sequences; the longest Chinese words that are valid UTF-8 by chance have half of them
LETTERS = 4  # letters of one script that are no accident
NAMED = 400  # characters of a text whose script is looked up
_WRITTEN = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd"))
_TOLD_BY_TEXT = frozenset((
    "LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER", "CJK", "HIRAGANA", "KATAKANA", "HANGUL",
    "HALFWIDTH", "FULLWIDTH", "?",
))  # fmt: skip
PAGE = 64  # bytes from which one of these is enough
GOOD_PER_BAD = 12  # well-formed sequences for each bad place in a damaged UTF-8 text
DAMAGE = 2048  # bytes that tell whether UTF-8 is damaged
_CUT = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
_CLASSES = bytes(2 if 0xE2 <= i <= 0xEF else 1 if 0x80 <= i <= 0xBF else 0 for i in range(256))


def strict(data: bytes) -> str | None:
    """The text, if the bytes are UTF-8 throughout."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


_HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


def of_halves(data: bytes) -> str | None:
    r"""The text, if the bytes are CESU-8: UTF-8 but for emoji and the like, written as two surrogates.

    Old databases and Java write it so. Six bytes of that form are no accident: one pair is enough.

    >>> of_halves(b"ok \xed\xa0\xbd\xed\xb8\x80")
    'ok 😀'
    """
    if not _HALVES.search(data):
        return None
    try:
        halves = data.decode("utf-8", "surrogatepass")
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeError:
        return None


def beyond_ascii(text: str) -> int:
    """How many characters are beyond ASCII.

    >>> beyond_ascii("été 中")
    3
    """
    return len(text) - len(text.encode("ascii", "ignore"))


def is_certain(data: bytes, text: str) -> bool:
    """Whether valid UTF-8 is no accident: by the number of its sequences, or by what they are.

    E2 80 begins quotation marks, dashes and dots, C3 to C5 the letters of western languages: what
    other encodings make of these beside ASCII letters nobody writes. In a few words it may be chance.

    >>> page = "He said “so”, in the café of the museum, and left with a naïve smile on his face."
    >>> is_certain(page.encode(), page), is_certain("é".encode(), "é")
    (True, False)
    """
    if len(data) - len(text) > 3 * CERTAIN or beyond_ascii(text[:4000]) > CERTAIN:
        return True
    wide = beyond_ascii(text)
    if wide >= LETTERS and is_one_script(text):
        return True
    if not wide or len(data) < PAGE:
        return False
    quotes = data.count(b"\xe2\x80")
    return quotes == wide or quotes + len(_IN_WORDS.findall(data)) == wide


def is_one_script(text: str) -> bool:
    """Whether a text has four letters of one script, or more, and no others beyond ASCII.

    Words in GBK that are valid UTF-8 by accident mix scripts, or are letters of the scripts that begin
    with C2 to D3: Latin, Greek, Cyrillic. Those and the scripts of Asia's encodings do not count here.

    >>> is_one_script("თბილისი"), is_one_script("слово"), is_one_script("ѧϰ")
    (True, False, False)
    """
    letters = [c for c in text[:NAMED] if c > "\x7f" and unicodedata.category(c) in _WRITTEN]
    names = (unicodedata.name(c, "?").removeprefix("EXTENDED ") for c in letters)
    scripts = {re.split("[ -]", name, maxsplit=1)[0] for name in names}
    return len(letters) >= LETTERS and len(scripts) == 1 and not scripts & _TOLD_BY_TEXT


_IN_WORDS = re.compile(rb"(?<=[A-Za-z])[\xc3-\xc5][\x80-\xbf]|[\xc3-\xc5][\x80-\xbf](?=[a-z])")


def is_cut(data: bytes) -> bool:
    """Whether all is UTF-8 up to a last character that the end of the data cuts through."""
    tail = _CUT.search(data[-3:])
    return tail is not None and strict(data[: len(data) - len(tail[0])]) is not None


def has_runs(data: bytes) -> bool:
    """Whether something in legacy bytes may be UTF-8: two three-byte sequences side by side."""
    return b"\2\1\1\2\1\1" in data.translate(_CLASSES)


def looks_damaged(data: bytes) -> bool | None:
    r"""Whether bytes that are not valid UTF-8 are UTF-8 all the same: many good places, few bad.

    ``None`` where the count does not say.

    >>> looks_damaged("一二三四五六七八九十百千万".encode() + b"\xff")
    True
    >>> looks_damaged("国国国国".encode("gbk"))
    False
    """
    head = data[:DAMAGE]
    try:
        text, bad, _ = read(head, "utf-8", max(2, len(head) // 40))
    except TooBadError:
        return False
    good = beyond_ascii(text) - len(bad)
    wide = sum(c > "\u07ff" and c != "\ufffd" for c in text[:2000])
    if good >= GOOD_PER_BAD * len(bad) and wide * 2 >= min(good, 1000):
        return True
    return None if good or len(bad) < 3 else False
