"""Spans of a text that are not prose: code, addresses, file names. Filters that judge prose skip them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache

__all__ = ["Spans", "code_spans", "fences", "inside", "merge", "urls"]

Spans = tuple[tuple[int, int], ...]


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r"^[ \t>]{0,12}(```+|~~~+)[^\n]*$", re.MULTILINE)


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(r"(?<!`)(`{1,3})(?!`)[^`\n]{1,400}\1(?!`)")


@cache
def _tagged() -> re.Pattern[str]:
    return re.compile(r"<(code|pre|script|style|kbd|samp|tt)\b[^<>]{0,200}>", re.IGNORECASE)


@cache
def _url() -> re.Pattern[str]:
    # ASCII only: a URL in Chinese text ends where the Chinese begins.
    return re.compile(
        r"(?:\b[A-Za-z][A-Za-z0-9+.-]{1,20}://|\bwww\.|\bmailto:)[!-~]+"
        r"|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
    )


def fences(text: str) -> Spans:
    r"""Fenced code blocks, marks included; an unclosed one reaches the end.

    >>> fences("a\n```\ncode\n```\nb")
    ((2, 14),)
    """
    if "```" not in text and "~~~" not in text:
        return ()
    spans, opened = [], None
    for m in _fence().finditer(text):
        if opened is None:
            opened = m
        elif m.group(1).startswith(opened.group(1)):
            spans.append((opened.start(), m.end()))
            opened = None
    if opened is not None:
        spans.append((opened.start(), len(text)))
    return tuple(spans)


def code_spans(text: str) -> Spans:
    """Code: fenced blocks, inline code between backticks, ``<code>``, ``<pre>`` and their like."""
    spans = list(fences(text))
    if "`" in text:
        spans += [m.span() for m in _inline().finditer(text)]
    if "<" in text:
        spans += _tagged_spans(text)
    return merge(spans)


def _tagged_spans(text: str) -> Iterable[tuple[int, int]]:
    at, low = 0, text.lower()
    if len(low) != len(text):  # a few capitals grow when lowered
        low = text
    for m in _tagged().finditer(text):
        if m.start() < at:
            continue
        close = low.find(f"</{m.group(1).lower()}>", m.end())
        if close < 0:
            continue
        at = close + len(m.group(1)) + 3
        yield m.start(), at


def urls(text: str) -> Spans:
    """Web and mail addresses."""
    if "://" not in text and "@" not in text and "www." not in text and "mailto:" not in text:
        return ()
    return tuple(m.span() for m in _url().finditer(text))


def merge(spans: Iterable[tuple[int, int]]) -> Spans:
    """Spans in order, overlapping ones joined.

    >>> merge([(5, 9), (0, 2), (1, 3)])
    ((0, 3), (5, 9))
    """
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], end)
        else:
            out.append((start, end))
    return tuple(out)


def inside(spans: Spans) -> Callable[[int], bool]:
    """A test whether an offset lies in one of some disjoint spans.

    >>> inside(((2, 4),))(3)
    True
    """
    starts = [start for start, _ in spans]
    return lambda at: (
        bool(starts)
        and at < spans[max(bisect_right(starts, at) - 1, 0)][1]
        and (at >= spans[max(bisect_right(starts, at) - 1, 0)][0])
    )
