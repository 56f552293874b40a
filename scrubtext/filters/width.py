"""Full-width letters and digits, half-width kana."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.fields import check_fields
from scrubtext.verbatim import code_spans, inside

__all__ = ["Width"]

_CLASSES = {
    "digits": "０-９",
    "letters": "Ａ-Ｚａ-ｚ",
    "signs": "％＋－＝／＆＃＠＿＊＾｀｜＼＜＞＄",
}


@cache
def _pattern(full: str, kana: bool) -> re.Pattern[str]:
    parts = [f"(?P<full>[{full}]+)"] if full else []
    parts += ["(?P<kana>[ぁ-ゖァ-ヺ]?[｡-ﾟ]+)"] if kana else []
    return re.compile("|".join(parts) or "(?!)")


@dataclass(frozen=True, kw_only=True)
class Width:
    """Characters of the other width: ``ＡＢＣ１２３`` for ABC123, ``ﾊﾝｶｸ`` for ハンカク (opt-in).

    By class: full-width ``digits`` and ``letters`` become ASCII, half-width ``kana`` (and their marks
    and brackets) become full-width, both by default. ``signs`` (％＋－＝／ and the like) and ``space``
    (U+3000, which indents paragraphs) are left unless asked for; marks of sentences and brackets
    are judged by ``punctuation``. Code is left as it is.

    >>> import scrubtext
    >>> scrubtext.clean("ＡＢＣ１２３，全角", Width())
    'ABC123，全角'
    """

    name: ClassVar[str] = "width"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {"full-width form", "half-width kana", "ideographic space"}
    )
    needs: ClassVar[int] = mask(
        Kind.FULL_ALNUM, Kind.FULL_OTHER, Kind.FULL_PIPE, Kind.HALF_KANA, Kind.IDEO_SPACE
    )
    digits: bool = True
    letters: bool = True
    kana: bool = True
    signs: bool = False
    space: bool = False  # U+3000 to U+0020

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """One edit a run."""
        wanted = mask(Kind.FULL_ALNUM) if self.digits or self.letters else 0
        wanted |= mask(Kind.HALF_KANA) if self.kana else 0
        wanted |= mask(Kind.FULL_OTHER, Kind.FULL_PIPE) if self.signs else 0
        wanted |= mask(Kind.IDEO_SPACE) if self.space else 0
        return self._find(doc.text) if doc.kinds & wanted else ()

    def _find(self, text: str) -> Iterator[Edit]:
        full = "".join(chars for name, chars in _CLASSES.items() if getattr(self, name))
        code = inside(code_spans(text))
        pattern = _pattern(full + ("\u3000" if self.space else ""), self.kana)
        for m in pattern.finditer(text):
            old = m.group()
            if code(m.start()):
                continue
            if m.lastgroup == "kana":
                yield Edit(m.start(), m.end(), _full_kana(old), "half-width kana")
            else:
                why = "ideographic space" if old.isspace() else "full-width form"
                yield Edit(m.start(), m.end(), _half(old), why)


def _half(run: str) -> str:
    return "".join(" " if c == "\u3000" else chr(ord(c) - 0xFEE0) for c in run)


def _full_kana(run: str) -> str:
    """Half-width kana as full-width ones, voicing marks joined; a mark alone stays visible."""
    wide = unicodedata.normalize("NFKC", run)
    return wide.replace("\u3099", "\u309b").replace("\u309a", "\u309c")
