"""Candidates for link farms: neighbouring lines that are nothing but text and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from scrubtext.spam.evidence import Looked
from scrubtext.spam.headings import heading_above, heading_kind, speaks_of_links, split_heading
from scrubtext.spam.host_names import family_share, name_of, sold_share
from scrubtext.spam.host_signs import is_signed, one_domain, own_site
from scrubtext.spam.hosts import hosts_in
from scrubtext.spam.items import (
    Item,
    before_sentence,
    behind_links,
    behind_sentence,
    first_link,
    is_marked,
    items_of,
    label_of,
)
from scrubtext.spam.lexicon import trades
from scrubtext.spam.page import spoken_of, tokens
from scrubtext.spam.shelter import Shelter, announced, listed, quoted
from scrubtext.spam.speech import behind_speech

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
    labelled: bool  # behind a word and a colon

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

    @cached_property
    def signed(self) -> float:
        """The share of the items whose host is the name before it, written as names are."""
        each = zip(self.items, self.names, strict=True)
        return sum(is_signed(item.anchor, name) for item, name in each) / len(self.items)

    @cached_property
    def own_site(self) -> bool:
        """Whether the hosts are one firm's own."""
        return own_site(self.names)

    @cached_property
    def one_domain(self) -> bool:
        """Whether the hosts are one cheap domain's."""
        return one_domain(self.names)

    @property
    def sheltered(self) -> bool:
        """Whether what stands above or before the items speaks for them."""
        return self.guarded or self.honest


def farms_of(
    text: str, lines: Sequence[tuple[int, int]], numbers: Iterable[int], shelter: Shelter
) -> list[Farm]:
    """All runs of lines, of those with hosts, that are nothing but text and addresses.

    A run may begin behind the last sentence of a line and end before the first one of another.
    """
    runs: list[list[_Part]] = []
    for part in _all_parts(text, lines, numbers, shelter):
        if runs and not text[runs[-1][-1].end : part.start].strip():
            runs[-1].append(part)
        else:
            runs.append([part])
    runs = [_below_references(text, run) for run in runs]
    farms = [_farm(text, run) for run in runs if sum(len(part.items) for part in run) > 1]
    return [f for f in farms if text[f.start] == "[" or f.marked or not quoted(text, f.start, f.end)]


def _below_references(text: str, run: list[_Part]) -> list[_Part]:
    """A run without the sources of the article above it: rows apart from the rest that are marked as such."""
    at = next((i for i, part in enumerate(run) if not _is_reference(text, part)), 0)
    apart = at and text.count("\n", run[at - 1].end, run[at].start) > 1
    looked = at and all(_LOOKED.search(text, part.start, part.end) for part in run[:at])
    return run[at:] if apart or looked else run


def _is_reference(text: str, part: _Part) -> bool:
    first = text.rfind("\n", 0, part.start) + 1
    return len(part.items) == 1 and _REFERENCE.search(text[first : part.end]) is not None


_LOOKED = re.compile(  # the day somebody looked
    r"abgerufen|Zugriff|accessed|retrieved|consult(?:é|ado|ato)"
    r"|acess(?:o|ado)|обращения|dostęp|truy cập|diakses|erişim|접속|검색일|閲覧|访问|訪問|检索|檢索"
    r"|查阅|存取",
    re.IGNORECASE,
)
_REFERENCE = re.compile(  # that, or a number in brackets in front, or a year in brackets
    rf"^\s*\[\d{{1,3}}\]|[(（](?:19|20)\d\d[)）]|{_LOOKED.pattern}", re.IGNORECASE
)


def _all_parts(
    text: str, lines: Sequence[tuple[int, int]], numbers: Iterable[int], shelter: Shelter
) -> Iterator[_Part]:
    """The parts of some lines, and of the lines beside them: in one farm hosts are hidden in many ways.

    What opens the gate twice is looked for there; a stop in brackets that stands once is not.
    """
    known = {k: _parts(text, lines[k], k, shelter) for k in numbers}
    found = dict(known)
    for k in [k for k, parts in known.items() if parts]:
        for step in (-1, 1):
            at = k + step
            while 0 <= at < len(lines) and at not in found and _maybe_link(text, *lines[at]):
                found[at] = _parts(text, lines[at], at, shelter)
                if not found[at]:
                    break
                at += step
    for k in sorted(found):
        yield from found[k]


MAX_LINE = 120  # characters of a line beside that holds a text and a host


def _maybe_link(text: str, start: int, end: int) -> bool:
    """Whether a line is text and host: nothing stands behind the last host."""
    if not 4 < end - start <= MAX_LINE or not items_of(text[start:end].strip()):
        return False
    return not text[behind_links(text, start, end) : end].strip()


class _Part(NamedTuple):
    """A line, or a part of one, and what it holds."""

    start: int
    end: int
    items: list[Item]


MIN_GLUED = 2  # items before or behind a sentence on the same line


def _parts(text: str, line: tuple[int, int], k: int, shelter: Shelter) -> list[_Part]:
    """A line that is all links, or its links behind and before sentences."""
    a, b = line
    found = items_of(text[a:b].strip()) if _open_to(text, a, k, shelter) else []
    if found and not _opens_with_speech(text, a, b):
        at = behind_links(text, a, b)
        return [_Part(a, at if _names(text, at, b) else b, found)]
    if k in shelter and not is_marked(text, a):
        return []
    until, at = before_sentence(text, a, b), behind_sentence(text, a, b)
    if a < until and _opens_with_speech(text, a, until):
        until = a  # links between two sentences: not told where they begin
    at = max(until, at)
    at += len(text[at:b]) - len(text[at:b].lstrip())
    ends = ((a, until), (at, b))
    glued = [_Part(i, j, items_of(text[i:j].strip())) for i, j in ends if j > i and (i, j) != line]
    return [p for p in glued if len(p.items) >= MIN_GLUED or (p.items and _joins(p.items[0].anchor))]


def _opens_with_speech(text: str, start: int, end: int) -> bool:
    """Whether speech in quotation marks, or a sentence without its stop, stands before the first text."""
    if is_marked(text, start):
        return False
    first = first_link(text, start, end)
    return first > start and behind_speech(text, start, first) > start


def _names(text: str, at: int, end: int) -> bool:
    """Whether what stands behind the last link of a line names what the text below speaks of: a title."""
    rest = tokens(text[at:end]) if at < end else []
    below = "".join(_without_hosts(text[end : end + 2_000])) if rest else ""
    return spoken_of(rest, below)


def _without_hosts(part: str) -> Iterator[str]:
    """The lines of a text that are no links, in lower case."""
    return (line.casefold() for line in part.split("\n") if not hosts_in(line, 0, len(line)))


def _joins(anchor: str) -> bool:
    """Whether the one link on a line with a sentence may belong to those of the next or last line."""
    return not anchor or trades().search(anchor)


def _open_to(text: str, at: int, k: int, shelter: Shelter) -> bool:
    """Whether a line may be of a farm: links in markup are no other markup."""
    return k not in (shelter.fenced if is_marked(text, at) else shelter)


def _farm(text: str, run: list[_Part]) -> Farm:
    start, end = run[0].start, run[-1].end
    items = [item for part in run for item in part.items]
    label = label_of(text[start : start + 64])
    above = heading_above(text, start)[1] if _starts_line(text, start) else ""
    kinds = heading_kind(above), heading_kind(label), heading_kind(label[: split_heading(label)])
    headed = "farm" in kinds or speaks_of_links(above)
    listing = listed(text, [(p.start, p.end) for p in run])
    guarded = (announced(text, start) and not headed) or listing
    return Farm(
        start,
        end,
        tuple(items),
        guarded,
        honest="honest" in kinds,
        headed=headed,
        marked=is_marked(text, start),
        labelled=bool(label) and "farm" not in kinds and not speaks_of_links(label),
    )


def _starts_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"
