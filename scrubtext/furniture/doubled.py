"""A paragraph that stands twice because a button unfolds it: cut off above the button and whole below."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq

from scrubtext.furniture.blanks import glued, listed, said
from scrubtext.furniture.buttons import button
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.shapes import is_prose, units

__all__ = ["doubled", "may_double"]

HEAD = 10
"""Characters by which two copies are told to be alike at first sight."""
MIN_WHOLE, MIN_CUT = 28, 12
"""Units of a paragraph that stands twice, and of a beginning that is cut off."""
MAX_BUTTON = 48
"""Characters of a line between the copies."""
_CUT = ("…", "...", "...]", "…]", "。。。")
_SIGNS = " \t\u3000.…[]。"


def may_double(text: str, filled: list[Span]) -> bool:
    """Whether a paragraph stands twice in a text with such lines that are not blank: the gate."""
    return any(True for _ in _twins(text, filled)) or any(True for _ in _teasers(text, filled))


def doubled(page: Page) -> Iterator[tuple[Span, bool]]:
    """The lines that go of paragraphs that stand twice: the first copy, and the buttons around the second.

    True with the copy. Below the whole paragraph goes a beginning of it that ends in a button.
    """
    text, filled = page.text, page.filled
    yield from ((filled[j], True) for j in _teasers(text, filled))
    for i, j in _twins(text, filled):
        yield filled[i], True
        yield from ((span, False) for span in filled[i + 1 : j])
        if j + 1 < len(filled) and _folds(text[slice(*filled[j + 1])].strip()):
            yield filled[j + 1], False


def _twins(text: str, filled: list[Span]) -> Iterator[tuple[int, int]]:
    """The places of a paragraph and of its whole copy, with nothing between but a button."""
    heads = [text[a : a + HEAD] for a, _ in filled]
    if len(set(heads)) == len(heads):
        return
    near = [(i, i + 1) for i, same in enumerate(map(eq, heads, heads[1:])) if same]
    near += [(i, i + 2) for i, same in enumerate(map(eq, heads, heads[2:])) if same]
    met = -1
    for i, j in sorted(near):
        first, second = text[slice(*filled[i])].strip(), text[slice(*filled[j])].strip()
        if i == met or not second.startswith(first.rstrip(_SIGNS)):
            continue
        between = [text[a:b].strip() for a, b in filled[i + 1 : j]]
        if not _alike(first, second, any(map(_unfolds, between))):
            continue
        met, cut = i, _is_cut(first)
        if all(_presses(line, cut) for line in between) and (between or cut):
            yield i, j


def _teasers(text: str, filled: list[Span]) -> Iterator[int]:
    """The places of lines that are a beginning of the paragraph above them, cut off by a button."""
    for k in range(1, len(filled)):
        (c, d), (a, b) = filled[k - 1 : k + 1]
        if b - a > d - c + MAX_BUTTON or text[a : a + HEAD] != text[c : c + HEAD]:
            continue
        alike = b - a - MAX_BUTTON - HEAD  # all of the line but its button is a beginning
        if alike > 0 and text[a : a + alike].lstrip() not in text[c : c + alike + HEAD]:
            continue
        line = text[a:b].strip()
        end = glued().search(line)
        bare = line[: end.start()].rstrip(_SIGNS) if end else line.rstrip(_SIGNS)
        cut = (end is not None or _is_cut(line)) and bare != line and len(bare) >= MIN_CUT
        if cut and text.startswith(bare, c) and len(bare) < d - c and is_prose(text[c:d].strip()):
            yield k


def _alike(first: str, second: str, unfolds: bool) -> bool:
    """Whether one paragraph that begins like another is the other, or a beginning of it that is cut off.

    Above a button of the list (``unfolds``) it may be a beginning without a sign that it is cut off.
    """
    bare = first.rstrip(_SIGNS)
    if unfolds:
        return len(bare) >= MIN_CUT
    if first == second:
        return units(first[:400]) >= MIN_WHOLE
    return _is_cut(first) and units(bare) >= MIN_CUT


def _is_cut(line: str) -> bool:
    return line.endswith(_CUT)


def _presses(line: str, cut: bool) -> bool:
    """Whether a line between two copies is a button; below one that is cut off, any short line is."""
    if len(line) > MAX_BUTTON:
        return False
    word = listed(line) or said(line)
    known = button(line) is not None or (word is not None and word.cls == "expand")
    return known or (cut and not is_prose(line) and line[-1] not in ".。:：")


def _unfolds(line: str) -> bool:
    """Whether a line is a button of the list that unfolds a text."""
    word = listed(line) if len(line) <= MAX_BUTTON else None
    return word is not None and word.cls == "expand"


def _folds(line: str) -> bool:
    """Whether a line below the second copy folds it again."""
    return (len(line) <= MAX_BUTTON and button(line) is not None) or _unfolds(line)
