"""Link farms of a text: lines of text and address in turn, dumps of addresses, exchanged links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scrubtext.spam.evidence import Evidence, Looked, evidence_of
from scrubtext.spam.headings import heading_kind
from scrubtext.spam.hosts import Item, disguised, family_share, items_of, name_of
from scrubtext.spam.page import Page
from scrubtext.spam.shelter import Shelter, announced, listed, quoted
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["Farm", "farm_proof", "farms_of"]


class Farm(NamedTuple):
    """Neighbouring lines of text and address in turn."""

    start: int
    end: int
    items: tuple[Item, ...]
    guarded: bool  # under a heading of references, announced, numbered


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
        found = [] if k in shelter else items_of(text[a:b].strip())
        if found:
            run.append((a, b))
            items += found
    if run:
        out.append(_farm(text, run, items))
    return [f for f in out if not quoted(text, f.start, f.end)]


def _above(text: str, start: int) -> str:
    """The last line above that is not blank."""
    return text[max(0, start - 200) : start].rstrip().rpartition("\n")[2].strip()


def _farm(text: str, run: list[tuple[int, int]], items: list[Item]) -> Farm:
    start = run[0][0]
    honest = heading_kind(_above(text, start)) == "honest"
    return Farm(
        start, run[-1][1], tuple(items), honest or announced(text, start) or listed(text, run)
    )


def farm_proof(farm: Farm, page: Page) -> str | None:
    """The reason why such lines are a farm for certain, or nothing."""
    names = [name_of(i.address) for i in farm.items]
    hosts = len(set(names))
    anchors = [i.anchor for i in farm.items if i.anchor]
    if hosts < 3 or (farm.guarded and len(anchors) < 8):
        return None
    made = family_share(names)
    seen = evidence_of(Looked(anchors), page) if anchors else None
    if seen and len(anchors) * 2 > len(farm.items):
        return _anchored(farm, seen, hosts, made, page)
    if page.prose < MIN_PROSE or farm.guarded:
        return None
    if len(farm.items) >= 6 and hosts >= 4 and (made >= 0.5 or _one_ending(names)):
        return "dump of addresses"
    return None


def _bare_host(address: str) -> bool:
    return "/" not in address.split("://")[-1].rstrip("/")


def _one_ending(names: list[str]) -> bool:
    """Ten and more hosts bought in one go: all different, all below one ending."""
    endings = {n.rpartition(".")[2] for n in names}
    return len(set(names)) == len(names) >= 10 and len(endings) == 1 and not endings & _OFFICIAL


_OFFICIAL = {"org", "edu", "gov", "int", "mil"}


def _named(items: Sequence[Item]) -> bool:
    """Whether most hosts are called what the text before them says: lists of projects do that."""
    own = sum(
        any(w in name_of(i.address) for w in _LATIN.findall(i.anchor.casefold())) for i in items
    )
    return 2 * own > len(items)


_LATIN = re.compile(r"[a-z]{4,}")


def _anchored(farm: Farm, seen: Evidence, hosts: int, made: float, page: Page) -> str | None:
    glued = sum(i.glued for i in farm.items) / len(farm.items)
    bare_hosts = sum(_bare_host(i.address) for i in farm.items) / len(farm.items)
    if hosts >= 4 and sum(disguised(i.address) for i in farm.items) * 2 > len(farm.items):
        return "text and host in turn"
    if seen.size >= 3 and (seen.strong >= 0.5 or seen.cover >= 0.4) and bare_hosts > 0.5:
        return "text and host in turn"
    if farm.guarded or _named(farm.items):
        return None
    if bare_hosts > 0.5 and seen.size >= 4 and glued >= 0.6:
        return "text and host in turn"
    if seen.size >= 4 and made >= 0.5 and hosts >= 3:
        return "text and host in turn"
    if page.prose >= MIN_PROSE and seen.size >= 5 and seen.foreign >= 0.7 and bare_hosts > 0.7:
        return "text and host in turn"
    return None
