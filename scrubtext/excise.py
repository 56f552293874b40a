r"""How a deletion leaves the text around it: blank lines fold, tails close, separators do not orphan.

Filters say *what* is dirt; these functions say how far the cut goes, so that what remains reads as if
the dirt had never been there and a second cleaning finds nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scrubtext.edit import Edit

__all__ = ["blanks_before", "by_line", "cut_inline", "cut_lines", "cut_whole", "disjoint", "meets"]

Cut = tuple[int, int, *tuple[str, ...]]
"""Where a cut begins and ends, and what is known of it."""
_BLANK = " \t\r\u3000\xa0\ufeff\u200b"


def cut_lines(text: str, blocks: Iterable[tuple[int, int, str]]) -> Iterator[Edit]:
    r"""Delete whole lines. ``blocks`` are ``(start, end, why)``: from the start of a line to the end
    of a line, without its line end; in order and disjoint.

    The blank lines around a block fold into one; at the head of the text they go with it; at the
    tail the white space before it goes and a final newline stays.

    >>> from scrubtext.edit import splice
    >>> splice("a\n\nDIRT\n\nb", cut_lines("a\n\nDIRT\n\nb", [(3, 7, "dirt")]))
    'a\n\nb'
    >>> splice("a\n\nDIRT\n", cut_lines("a\n\nDIRT\n", [(3, 7, "dirt")]))
    'a\n'
    """
    for group in _neighbours(text, blocks):
        start, end = _extent(text, group[0][0], group[-1][1])
        cuts = [start, *(b[0] for b in group[1:]), end]
        for (_, _, why), a, b in zip(group, cuts, cuts[1:], strict=False):
            yield Edit(a, b, "", why)


def by_line(text: str, places: Sequence[int]) -> Iterator[range]:
    r"""Numbers of the places, in order, that stand on one line each.

    >>> [*by_line("a b\nc", (0, 2, 4))]
    [range(0, 2), range(2, 3)]
    """
    first = 0
    for k in range(1, len(places) + 1):
        if k == len(places) or "\n" in text[places[k - 1] : places[k]]:
            yield range(first, k)
            first = k


def _neighbours(
    text: str, blocks: Iterable[tuple[int, int, str]]
) -> Iterator[Sequence[tuple[int, int, str]]]:
    """Blocks with nothing but white space between them, together."""
    group: list[tuple[int, int, str]] = []
    for block in blocks:
        if group and text[group[-1][1] : block[0]].strip(_BLANK + "\n"):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _extent(text: str, start: int, end: int) -> tuple[int, int]:
    """How far the deletion of the lines in ``text[start:end]`` reaches."""
    above = len(text[:start].rstrip(_BLANK + "\n"))  # end of what stands above
    below = _next_content(text, end)
    if above == 0:
        return 0, below if below < len(text) else _before_final_newline(text, start, end)
    if below == len(text):
        return above, _before_final_newline(text, above, len(text))
    first = text.find("\n", above) + 1  # start of the line after the last kept one
    next_line = text.find("\n", end) + 1
    if start > first and below > next_line:  # blank lines on both sides: one of them stays
        return text.find("\n", first) + 1, below
    return start, next_line


def _next_content(text: str, at: int) -> int:
    """Start of the next line after ``at`` that is not blank, or the end of the text."""
    while (at := text.find("\n", at) + 1) > 0:
        end = text.find("\n", at)
        if text[at : end if end >= 0 else len(text)].strip(_BLANK):
            return at
    return len(text)


def _before_final_newline(text: str, start: int, end: int) -> int:
    """``end``, less the final line end where there is one to keep."""
    for tail in ("\r\n", "\n"):
        if text.endswith(tail) and end == len(text) and start <= len(text) - len(tail):
            return len(text) - len(tail)
    return end


def blanks_before(text: str, at: int) -> int:
    """How many spaces stand before a place, on its line.

    >>> blanks_before("a  b", 3)
    2
    """
    start = at
    while start and text[start - 1] in " \t\u3000":
        start -= 1
    return at - start


def cut_inline(text: str, start: int, end: int, why: str) -> Edit:
    """Delete a span inside a line, with the space it would orphan.

    >>> from scrubtext.edit import splice
    >>> splice("one DIRT two", [cut_inline("one DIRT two", 4, 8, "dirt")])
    'one two'
    """
    left = start == 0 or text[start - 1] in " \t\u3000\n"
    right = end == len(text) or text[end] in " \t\u3000\n\r"
    if left and right:
        while end < len(text) and text[end] in " \t\u3000":
            end += 1
        if end == len(text) or text[end] in "\r\n":
            while start > 0 and text[start - 1] in " \t\u3000":
                start -= 1
    return Edit(start, end, "", why)


def disjoint(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Edits in order without those that begin inside one before them.

    >>> [e.start for e in disjoint([Edit(0, 4, "", ""), Edit(2, 6, "", ""), Edit(6, 8, "", "")])]
    [0, 6]
    """
    at = 0
    for e in edits:
        if e.start >= at:
            yield e
            at = e.end


def meets(span: Cut, cuts: Iterable[Cut]) -> bool:
    """Whether a span, or an edit, has characters in common with one of some others.

    >>> meets((2, 6), [(0, 4, "links")]), meets((4, 6), [(0, 4, "links")])
    (True, False)
    """
    start, end, *_ = span
    return any(a < end and start < b for a, b, *_ in cuts)


def cut_whole(text: str, a: int, b: int, why: str) -> Edit:
    r"""The span; with its line where nothing else stands on it, or the space it would orphan.

    >>> cut_whole("It rained.\n[photo]\nIt stopped.", 11, 18, "image placeholder").end
    19
    """
    first, last = text.rfind("\n", 0, a) + 1, text.find("\n", b)
    last = len(text) if last < 0 else last
    if not text[first:a].strip() and not text[b:last].strip() and (first or last < len(text)):
        return next(cut_lines(text, [(first, last, why)]))
    return cut_inline(text, a, b, why)
