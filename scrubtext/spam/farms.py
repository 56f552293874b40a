"""Candidates for link farms: neighbouring lines that are nothing but text and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scrubtext.spam.headings import heading_above, heading_kind, speaks_of_links
from scrubtext.spam.hosts import Item, behind_sentence, items_of
from scrubtext.spam.shelter import Shelter, announced, listed, quoted

__all__ = ["Farm", "farms_of"]


class Farm(NamedTuple):
    """Neighbouring lines of text and address in turn."""

    start: int
    end: int
    items: tuple[Item, ...]
    guarded: bool  # announced, numbered
    honest: bool  # under a heading of references
    headed: bool  # under one that speaks of links
    marked: bool  # in the markup of pages or forums


def farms_of(text: str, lines: Sequence[tuple[int, int]], numbers: Iterable[int]) -> list[Farm]:
    """All runs of lines, of those with hosts, that are nothing but text and addresses."""
    shelter = Shelter(text, lines)
    out: list[Farm] = []
    run: list[tuple[int, int]] = []
    items: list[Item] = []
    for k in numbers:
        a, b = lines[k]
        if run and text[run[-1][1] : a].strip():
            out.append(_farm(text, run, items))
            run, items = [], []
        found = items_of(text[a:b].strip()) if _open_to(k, shelter, text[a : a + 2]) else []
        if not found and k not in shelter:
            at = behind_sentence(text, a, b)
            found = items_of(text[at:b].strip()) if at > a else []
            a, found = (at, found) if len(found) >= MIN_GLUED else (a, [])
        if found:
            run.append((a, b))
            items += found
    if run:
        out.append(_farm(text, run, items))
    return [f for f in out if text[f.start] == "[" or not quoted(text, f.start, f.end)]


MIN_GLUED = 3  # items behind a sentence on the same line


def _open_to(k: int, shelter: Shelter, head: str) -> bool:
    """Whether a line may be of a farm: links in markup are no other markup."""
    return k not in (shelter.fenced if head.casefold() == "<a" else shelter)


def _farm(text: str, run: list[tuple[int, int]], items: list[Item]) -> Farm:
    start = run[0][0]
    above = heading_above(text, start)[1]
    kind = heading_kind(above)
    headed = kind == "farm" or speaks_of_links(above)
    guarded = (announced(text, start) and not headed) or listed(text, run)
    marked = text[start : start + 2].casefold() == "<a" or text[start : start + 4] == "[url"
    return Farm(start, run[-1][1], tuple(items), guarded, kind == "honest", headed, marked)
