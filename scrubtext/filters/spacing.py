"""Spaces between Chinese, Japanese or Korean characters and Latin words or numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.errors import ConfigError
from scrubtext.fields import check_fields
from scrubtext.verbatim import code_spans, inside, merge, urls

__all__ = ["Spacing"]

_MODES = ("keep", "add", "remove")
_EAST = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
_WEST = "A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"


@cache
def _seams(mode: str) -> re.Pattern[str]:
    if mode == "add":
        # % belongs to the number before it; # @ $ open a word.
        return re.compile(rf"(?<=[{_EAST}])(?=[{_WEST}$@])|(?<=[{_WEST}%])(?=[{_EAST}])")
    return re.compile(
        rf"(?<=[{_EAST}])[ \u00a0]+(?=[{_WEST}])|(?<=[{_WEST}%])[ \u00a0]+(?=[{_EAST}])"
    )


@dataclass(frozen=True, kw_only=True)
class Spacing:
    """The space between Han or kana and Latin words or numbers (opt-in).

    ``mode="add"`` writes one where there is none, ``"remove"`` takes it out, ``"keep"`` (the
    default) does nothing: both habits are right, a corpus may want one of them. Code, addresses,
    tables, and numbers with their unit of time (2024年5月) stay as they are.

    >>> import scrubtext
    >>> scrubtext.clean("用Python写3个脚本", Spacing(mode="add"))
    '用 Python 写 3 个脚本'
    >>> scrubtext.clean("用 Python 写", Spacing(mode="remove"))
    '用Python写'
    """

    name: ClassVar[str] = "spacing"
    reasons: ClassVar[frozenset[str]] = frozenset({"missing space", "superfluous space"})
    needs: ClassVar[int] = mask(Kind.HAN, Kind.GUN, Kind.KANA, Kind.ASTRAL)
    mode: str = "keep"  # keep | add | remove

    def __post_init__(self) -> None:
        check_fields(self)
        if self.mode not in _MODES:
            raise ConfigError(f"spacing: mode is one of {', '.join(_MODES)}")

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Insertions or deletions at the seams."""
        if self.mode == "keep" or not doc.kinds & self.needs:
            return ()
        return self._find(doc.text)

    def _find(self, text: str) -> Iterator[Edit]:
        skip = inside(merge([*code_spans(text), *urls(text)]))
        for m in _seams(self.mode).finditer(text):
            i = m.start()
            if skip(i) or skip(max(i - 1, 0)):
                continue
            if self.mode == "remove":
                if not _in_column(text, i):
                    yield Edit(i, m.end(), "", "superfluous space")
            elif not _is_date(text, i):
                yield Edit(i, i, " ", "missing space")


def _is_date(text: str, i: int) -> bool:
    """Whether the seam lies inside a date or time: 2024年5月1日12时."""
    left, right = text[i - 1], text[i]
    if left.isdigit() and right in "年月日号號时時分秒":
        return True
    return right.isdigit() and left in "年月日时時分" and text[max(i - 2, 0)].isdigit()


def _in_column(text: str, i: int) -> bool:
    """Whether several spaces align columns: no seam inside a sentence."""
    return text[i : i + 2].isspace() and len(text[i : i + 2]) == 2
