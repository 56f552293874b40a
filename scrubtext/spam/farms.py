"""Candidates for link farms: neighbouring lines that are nothing but text and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from scrubtext.spam.evidence import Looked
from scrubtext.spam.headings import heading_above, heading_kind, speaks_of_links
from scrubtext.spam.host_names import family_share, name_of, sold_share
from scrubtext.spam.hosts import Item, behind_sentence, items_of
from scrubtext.spam.shelter import Shelter, announced, listed, quoted

__all__ = ["Farm", "farms_of"]


@dataclass(frozen=True)
class Farm:
    """Neighbouring lines of text and address in turn; what follows from them is found once."""

    start: int
    end: int
    items: tuple[Item, ...]
    guarded: bool  # announced, numbered
    honest: bool  # under a heading of references
    headed: bool  # under one that speaks of links
    marked: bool  # in the markup of pages or forums

    @cached_property
    def names(self) -> list[str]:
        """The host of each item."""
        return [name_of(i.address) for i in self.items]

    @cached_property
    def anchors(self) -> list[str]:
        """The texts of the items that have one."""
        return [i.anchor for i in self.items if i.anchor]

    @cached_property
    def looked(self) -> Looked:
        """What the texts hold."""
        return Looked(self.anchors)

    @cached_property
    def sold(self) -> float:
        """The share of the hosts that are called after what farms sell."""
        return sold_share(self.names)

    @cached_property
    def made(self) -> float:
        """The share of the hosts that a machine made."""
        return family_share(self.names)

    @property
    def sheltered(self) -> bool:
        """Whether what stands above or before the items speaks for them."""
        return self.guarded or self.honest


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
