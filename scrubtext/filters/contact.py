"""Mail addresses, telephone numbers and messenger names, taken out or masked; opt-in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note
from scrubtext.errors import ConfigError
from scrubtext.fields import check_fields
from scrubtext.furniture.spans import bare, held

KINDS = ("mail", "phone", "qq", "wechat")
_REASON = {
    "mail": "mail address",
    "phone": "telephone number",
    "qq": "QQ number",
    "wechat": "WeChat name",
}
_MAIL = r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}(?<=[A-Za-z])"  # noqa: E501
_PHONE = (
    r"(?<![\d.\-+/=_A-Za-z])(?:"
    r"(?:\+?86[\s\-]?)?1[3-9]\d(?:[\s\-]?\d{4}){2}"  # mobile, China
    r"|(?:\+?86[\s\-]?)?[(（]?0\d{2,3}[)）]?[\s\-]\d{7,8}(?:\s?(?:转|轉|ext\.?|-)\s?\d{1,5})?"
    r"|[48]00[\s\-]\d{3,4}[\s\-]\d{3,4}|400\d{7}|1[-\s]800[-\s]\d{3}[-\s]\d{4}"
    r"|\+\d{1,3}[\s\-.]?(?:\(\d{1,4}\)[\s\-.]?)?\d{1,4}(?:[\s\-.]\d{2,5}){1,4}|\+\d{9,14}"
    r"|\(\d{3}\)\s?\d{3}-\d{4}|[2-9]\d{2}-[2-9]\d{2}-\d{4}"
    r"|0\d{1,4}-\d{1,4}-\d{3,4}"  # Japan, Korea
    r")(?![\d\-+/=_A-Za-z]|\.\d)"
)
_QQ = r"(?<![A-Za-z])(?:QQ|qq|Qq|企鹅|扣扣)(?:群|号|號|号码|群号|咨询|客服|在线)?(?:\s*[:：]\s*|\s?)(?P<qq>[1-9]\d{4,10})(?![\d.])"  # noqa: E501
_WECHAT = (
    r"(?:微信|微信号|微信號|微信公众号|公众号|WeChat|Wechat|wechat|weixin|威信|加微|VX|vx|V信)"
    r"(?:号|號|同号|ID|id)?\s*[:：]\s*(?P<wechat>[A-Za-z][A-Za-z0-9_\-]{5,19}|\d{6,12})(?![A-Za-z0-9_\-@])"
)
_SIGNS = ("QQ", "qq", "Qq", "企鹅", "扣扣", "微信", "eChat", "echat", "eixin", "威信", "VX", "vx", "V信")


_NUMBER = re.compile(r"[+(（]?\d[\d \-().（）+转轉ext]{5,40}")
# The same in shapes: seven digits at least, and the marks and spaces between them.
_DIGITS = re.compile(rb"\x02(?:[\x03\x10\x12\x13\x19\x32\x33]{0,2}\x02){6}")
_AT, _DIGIT = mask(Kind.AT), mask(Kind.DIGIT)
_COLON = mask(Kind.COLON, Kind.FULL_COLON)
_FIVE = bytes((Kind.DIGIT,)) * 5
_NAMED = re.compile(
    b"[%b][%b]*[%b]"
    % (
        re.escape(bytes((Kind.COLON, Kind.FULL_COLON))),
        re.escape(bytes((Kind.SPACE, Kind.NEWLINE, Kind.TAB, Kind.RETURN, Kind.IDEO_SPACE))),
        re.escape(bytes((Kind.LETTER, Kind.DIGIT))),
    )
)
_STRICT = {
    "mail": re.compile(f"(?P<mail>{_MAIL})"),
    "qq": re.compile(_QQ),
    "wechat": re.compile(_WECHAT),
}


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(_PHONE)


def _found(text: str, kinds: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Spans by kind, in order; messenger numbers win over telephone numbers where both fit."""
    spans = [
        (*m.span(kind), kind)
        for kind, pattern in _STRICT.items()
        if kind in kinds and ("@" in text if kind == "mail" else any(s in text for s in _SIGNS))
        for m in pattern.finditer(text)
    ]
    taken = sorted(spans)
    if "phone" in kinds:
        for near in _NUMBER.finditer(text):
            for m in _phone().finditer(text, near.start(), min(near.end() + 1, len(text))):
                spans += [(*m.span(), "phone")]
    out: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(spans, key=lambda s: (s[0], s[2] == "phone")):
        clash = kind == "phone" and any(a < end and start < b for a, b, _ in _around(taken, start))
        if not clash and (not out or start >= out[-1][1]):
            out.append((start, end, kind))
    return out


def _around(spans: list[tuple[int, int, str]], at: int) -> list[tuple[int, int, str]]:
    k = bisect_left(spans, (at, 0, ""))
    return spans[max(0, k - 1) : k + 2]


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Ways to reach a person, removed or masked; the words around them stay.

    ``kinds`` says which: mail addresses, telephone numbers (Chinese mobile, landline and service
    numbers, numbers with a country code, North American, Japanese and Korean forms), QQ numbers and
    WeChat names (only behind such a word). Dates, versions, amounts and identity numbers are no
    telephone numbers. Brackets that held nothing else go; a text that would be left empty stays.

    >>> import scrubtext
    >>> scrubtext.clean("课程咨询，电话：13800000000。", Contact())
    '课程咨询，电话：。'
    >>> scrubtext.clean("写信给 li@example.org 即可", Contact(action="mask"))
    '写信给 [MAIL] 即可'
    """

    name: ClassVar[str] = "contact"
    reasons: ClassVar[frozenset[str]] = frozenset({*_REASON.values(), "only content"})
    kinds: tuple[str, ...] = KINDS
    action: str = "remove"  # or "mask": [MAIL], [PHONE], [QQ], [WECHAT]

    def __post_init__(self) -> None:
        check_fields(self)
        if self.action not in ("remove", "mask"):
            raise ConfigError(f"contact: action is 'remove' or 'mask', not {self.action!r}")
        for kind in self.kinds:
            if kind not in KINDS:
                raise ConfigError(f"contact: unknown kind {kind!r}; there are: {', '.join(KINDS)}")

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """The addresses and numbers in ``doc``."""
        return self._find(doc.text) if self._may_hold(doc) else ()

    def _may_hold(self, doc: Doc) -> bool:
        """Whether there is an at sign, a number of some length, or a name behind a colon."""
        kinds, text = doc.kinds, doc.text
        if "mail" in self.kinds and kinds & _AT:
            return True
        if kinds & _DIGIT:
            if "phone" in self.kinds and _DIGITS.search(doc.shape):
                return True
            if "qq" in self.kinds and _FIVE in doc.shape and any(s in text for s in _SIGNS):
                return True
        named = "wechat" in self.kinds and kinds & _COLON and _NAMED.search(doc.shape)
        return bool(named) and any(s in text for s in _SIGNS)

    def _find(self, text: str) -> Iterator[Finding]:
        edits = []
        floor = 0
        for start, end, kind in _found(text, self.kinds):
            if self.action == "mask":
                edits.append(Edit(start, end, f"[{kind.upper()}]", _REASON[kind]))
            else:
                edits.append(held(text, start, end, floor, _REASON[kind]))
            floor = edits[-1].end
        if edits and self.action == "remove" and not bare(text, edits):
            yield from (Note(e.start, e.end, "only content") for e in edits)
            return
        yield from edits
