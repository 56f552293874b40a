"""What tells an escape that is damage from one that is meant: code, data, and talk about escapes."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.verbatim import code_spans, inside, merge, urls

__all__ = ["Brakes"]

_WINDOW = 300  # characters of a long line that are looked at on each side


@cache
def _talk() -> re.Pattern[str]:
    """Words of texts about escapes: there the escapes are the subject."""
    return re.compile(
        r"(?i)\b(?:html|xml|character|named|numeric|predefined)[ -]entit|entity (?:code|name|ref)"
        r"|character reference|unescape|\bescap(?:e|ed|ing) (?:seq|char|code|html|xml|special)"
        r"|htmlspecialchars|字符实体|字元實體|html ?[实實][体體]|[实實][体體](?:编码|編碼|引用|符号|名称)"
        r"|转义|轉義|逸出字元|実体参照|文字参照|エスケープ|\bunicode\b|编码表|\butf-?8\b|quoted-printable"
    )


@cache
def _code() -> re.Pattern[str]:
    """What lines of code and data look like once their escapes are out of the way."""
    return re.compile(
        r"[;{}]\s*\Z|^\s*[\"']?[\w.-]+[\"']?\s*(?::\s*[\"'{\[]|=\s*[\"'{\[(@])|\);|=>|->|==|!=|&&"
        r"|\breplace\w*\(|\breturn\b.*;|^\s*(?://|#include|#define|import \w+$|from \w+ import )"
        r"|(?:^|[\s'\":%,\d])s([/|#!])[^\n]{0,80}?\1[^\n]{0,80}?\1[gimpe]*(?:\W|\Z)"
        r"|\w\(\s*[\"'@]|\bstringBy|[\"']\s*[,:]\s*[\"']|^\s*[\[{]\s*[\"'{]"
    )


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"&[A-Za-z0-9#;]{1,40};|\\u[0-9A-Fa-f]{4}|=[0-9A-F]{2}")


class Brakes:
    """Tells, for offsets of one text, whether an escape there is meant to stay."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._verbatim = inside(merge([*code_spans(text), *urls(text)]))
        self._line = (0, -1, False)

    def meant(self, at: int) -> bool:
        """Whether code, data or talk about escapes surrounds ``at``."""
        return self._verbatim(at) or self._line_is_code(at)

    def _line_is_code(self, at: int) -> bool:
        start, end, verdict = self._line
        if not start <= at <= end:
            start, end, verdict = self._judge(at)
            self._line = start, end, verdict
        return verdict

    def _judge(self, at: int) -> tuple[int, int, bool]:
        text = self.text
        line = text.rfind("\n", 0, at) + 1
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        start, end = max(line, at - _WINDOW), min(stop, at + _WINDOW)
        bare = _escape().sub("", text[start:end])
        above = text[max(text.rfind("\n", 0, max(line - 1, 0)) + 1, line - _WINDOW) : line]
        below = text[stop : min(stop + _WINDOW, _next_break(text, stop))]
        code = start == line and (_code().search(bare) is not None or _is_indented_code(bare))
        code = code or _talk().search(above + bare + below) is not None
        return start, end, code


def _next_break(text: str, at: int) -> int:
    found = text.find("\n", at + 1)
    return found if found >= 0 else len(text)


def _is_indented_code(bare: str) -> bool:
    """Four spaces or a tab before a few ASCII tokens: no sentence."""
    if not bare.startswith(("    ", "\t")) or not bare.isascii():
        return False
    return len(re.findall(r"\b[A-Za-z]{2,}\b", bare)) < 4
