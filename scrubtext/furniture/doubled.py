"""A paragraph that stands twice because a button unfolds it: cut off above the button and whole below."""

from __future__ import annotations

from collections.abc import Iterator

from scrubtext.doc import Doc
from scrubtext.furniture.blanks import listed, said
from scrubtext.furniture.buttons import button
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.shapes import is_prose, units

__all__ = ["doubled", "may_double"]

HEAD, DENSE = 24, 10
"""Characters by which two copies are told to be alike at first sight; the same of a dense script."""
MIN_WHOLE, MIN_CUT = 28, 12
"""Units of a paragraph that stands twice, and of a beginning that is cut off."""
MAX_BUTTON = 48
"""Characters of a line between the copies."""
_CUT = ("…", "...", "...]", "…]", "。。。")
_SIGNS = " \t\u3000.…[]。"


def may_double(doc: Doc) -> bool:
    """Whether two of three neighbouring lines begin alike: the gate."""
    text = doc.text
    long = [(a, DENSE if text[a] >= "\u2e80" else HEAD) for a, b in doc.lines if b - a > DENSE]
    heads = [text[a : a + size] for a, size in long]
    return len(set(heads)) < len(heads)


def doubled(page: Page) -> Iterator[tuple[Span, bool]]:
    """The lines that go of paragraphs that stand twice: the first copy, and the buttons around the second.

    True with the copy.
    """
    text, filled = page.text, page.filled
    last = len(filled) - 1
    for i in range(last):
        for j in (i + 1, i + 2):
            if j > last or not _alike(text[slice(*filled[i])].strip(), text[slice(*filled[j])].strip()):
                continue
            cut = _is_cut(text[slice(*filled[i])].strip())
            between = [text[slice(*filled[k])].strip() for k in range(i + 1, j)]
            if all(_presses(line, cut) for line in between) and (between or cut):
                yield filled[i], True
                yield from ((span, False) for span in filled[i + 1 : j])
                if j < last and _folds(text[slice(*filled[j + 1])].strip()):
                    yield filled[j + 1], False
            break


def _alike(first: str, second: str) -> bool:
    """Whether one paragraph is the other, or a beginning of it that is cut off."""
    if first == second:
        return units(first[:400]) >= MIN_WHOLE
    bare = first.rstrip(_SIGNS)
    return _is_cut(first) and units(bare) >= MIN_CUT and second.startswith(bare)


def _is_cut(line: str) -> bool:
    return line.endswith(_CUT)


def _presses(line: str, cut: bool) -> bool:
    """Whether a line between two copies is a button; below one that is cut off, any short line is."""
    if len(line) > MAX_BUTTON:
        return False
    word = listed(line) or said(line)
    known = button(line) is not None or (word is not None and word.cls == "expand")
    return known or (cut and not is_prose(line) and line[-1] not in ".。:：")


def _folds(line: str) -> bool:
    """Whether a line below the second copy folds it again."""
    what = button(line) if len(line) <= MAX_BUTTON else None
    word = listed(line) if len(line) <= MAX_BUTTON else None
    return what is not None or (word is not None and word.cls == "expand")
