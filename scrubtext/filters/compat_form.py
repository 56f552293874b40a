"""Radicals in place of characters, as PDF tools write them."""

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
from scrubtext.tables import rows

__all__ = ["CompatForm"]

_UNIFIED = "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"
_LISTING = 3  # radicals in a row in the order of their code points: a list of radicals, no text


@cache
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("compat_form.tsv")}


@cache
def _runs() -> re.Pattern[str]:
    return re.compile("[\u2e80-\u2fd5]+")


@cache
def _about_radicals() -> re.Pattern[str]:
    return re.compile("部首|偏旁|康熙|[Rr]adical|부수")


@dataclass(frozen=True, kw_only=True)
class CompatForm:
    """Kangxi and CJK radicals that stand for the characters they look like.

    Fonts map one glyph to both, PDF tools pick the radical, and no search finds the word any more.
    A radical is exchanged only beside a Han character, kana or another radical; lists of radicals
    and lines about radicals stay. Squared, circled and raised forms (㎡ ① ²) are never touched.
    With ``ideographs`` the compatibility ideographs U+F900–FAFF are folded too (the twelve of them
    that are unified stay); some users need them apart, so this is not the default.

    >>> import scrubtext
    >>> scrubtext.clean("⽂件⽅⾯", CompatForm())
    '文件方面'
    """

    name: ClassVar[str] = "compat_form"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {"radical for a character", "compatibility ideograph"}
    )
    needs: ClassVar[int] = mask(Kind.COMPAT)
    ideographs: bool = False  # fold U+F900-FAFF too

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """One edit a character: the patch shows each."""
        return self._find(doc.text) if doc.kinds & self.needs else ()

    def _find(self, text: str) -> Iterator[Edit]:
        edits = list(_radicals(text))
        if self.ideographs:
            edits += _ideographs(text)
        yield from sorted(edits)


def _radicals(text: str) -> Iterator[Edit]:
    table = _table()
    for m in _runs().finditer(text):
        if _is_text(text, m.start(), m.end()):
            for i in range(m.start(), m.end()):
                if text[i] in table:
                    yield Edit(i, i + 1, table[text[i]], "radical for a character")


def _is_text(text: str, start: int, end: int) -> bool:
    """Whether a run of radicals stands in Han text, not in a list of radicals or talk about them."""
    steps = [ord(b) - ord(a) for a, b in zip(text[start:end], text[start + 1 : end], strict=False)]
    if len(steps) + 1 >= _LISTING and all(0 < step < 4 for step in steps):
        return False
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    if end - start < 2 and not any(_east(c) for c in beside):
        return False
    line = text[max(start - 200, text.rfind("\n", 0, start) + 1) : end + 200].split("\n", 1)[0]
    return not _about_radicals().search(line)


def _east(char: str) -> bool:
    han = "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"
    return han or "\u3041" <= char <= "\u30ff" or char in "々〆〇"


def _ideographs(text: str) -> Iterator[Edit]:
    for m in re.finditer("[\uf900-\ufaff]", text):
        new = unicodedata.normalize("NFC", m.group())
        if m.group() not in _UNIFIED and new != m.group():
            yield Edit(m.start(), m.end(), new, "compatibility ideograph")
