"""Link farms of a text: lines of text and address in turn, dumps of addresses, exchanged links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scrubtext.spam.evidence import Evidence, Looked, evidence_of
from scrubtext.spam.headings import heading_above, heading_kind, speaks_of_links
from scrubtext.spam.hosts import Item, items_of
from scrubtext.spam.labels import (
    disguised,
    family_share,
    is_sheaf,
    name_of,
    numbered_share,
    sold_share,
    towns_below,
)
from scrubtext.spam.page import Page
from scrubtext.spam.shelter import Shelter, announced, listed, quoted
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["Farm", "farm_proof", "farms_of"]


class Farm(NamedTuple):
    """Neighbouring lines of text and address in turn."""

    start: int
    end: int
    items: tuple[Item, ...]
    guarded: bool  # announced, numbered
    honest: bool  # under a heading of references
    headed: bool  # under one that speaks of links


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
        if found:
            run.append((a, b))
            items += found
    if run:
        out.append(_farm(text, run, items))
    return [f for f in out if text[f.start] == "[" or not quoted(text, f.start, f.end)]


def _open_to(k: int, shelter: Shelter, head: str) -> bool:
    """Whether a line may be of a farm: links in markup are no other markup."""
    return k not in (shelter.fenced if head.casefold() == "<a" else shelter)


def _farm(text: str, run: list[tuple[int, int]], items: list[Item]) -> Farm:
    start = run[0][0]
    above = heading_above(text, start)[1]
    kind = heading_kind(above)
    headed = kind == "farm" or speaks_of_links(above)
    guarded = (announced(text, start) and not headed) or listed(text, run)
    return Farm(start, run[-1][1], tuple(items), guarded, kind == "honest", headed)


def farm_proof(farm: Farm, page: Page) -> str | None:
    """The reason why such lines are a farm for certain, or nothing."""
    names = [name_of(i.address) for i in farm.items]
    hosts = len(set(names))
    anchors = [i.anchor for i in farm.items if i.anchor]
    sold = sold_share(names) if hosts > 2 else 0.0
    guarded = farm.guarded or (farm.honest and sold < CERTAIN)
    if not guarded and page.prose >= MIN_PROSE and is_sheaf([i.address for i in farm.items]):
        return "dump of addresses"
    if hosts < 3 or (guarded and len(anchors) < 8):
        return None
    made = family_share(names)
    seen = evidence_of(Looked(anchors), page) if anchors else None
    farm = farm._replace(guarded=guarded)
    if seen and len(anchors) * 2 > len(farm.items):
        if not guarded and _sold(farm, seen, sold, page):
            return "text and host in turn"
        return _anchored(farm, seen, hosts, made, page)
    if page.prose < MIN_PROSE or guarded:
        return None
    return "dump of addresses" if _is_dump(names, len(farm.items), made, sold) else None


CERTAIN = 0.75  # of the hosts are called after what they sell


def _is_dump(names: list[str], size: int, made: float, sold: float) -> bool:
    hosts = len(set(names))
    if size >= 6 and hosts >= 4 and (made >= 0.5 or _one_ending(names)):
        return True
    if sold >= CERTAIN or (sold >= 0.6 and hosts > 3) or towns_below(names):
        return True
    return hosts > 3 and sold + numbered_share(names) >= 1 and made + sold > 0


def _sold(farm: Farm, seen: Evidence, sold: float, page: Page) -> bool:
    """Goods or services before hosts that are called after them, or of other towns each."""
    if seen.size < 3 or seen.foreign < 0.5 or page.prose < MIN_PROSE:
        return False
    if sold >= CERTAIN and seen.size > 3:
        return True
    if sold >= 0.5 and (seen.traded >= 0.6 or seen.cover >= 0.3):
        return True
    bare = sum(_bare_host(i.address) for i in farm.items) > len(farm.items) / 2
    told = seen.traded >= 0.9 or (seen.traded >= CERTAIN and seen.local >= 0.5)
    told = told or (farm.headed and not farm.honest and seen.traded >= 0.5)
    return bare and told and seen.size > 3 and seen.foreign >= 0.8


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
    if page.prose < MIN_PROSE or seen.size < 5 or seen.foreign < 0.7 or bare_hosts <= 0.7:
        return None
    told = seen.traded >= 0.5 or made >= 0.3
    return "text and host in turn" if told and seen.seated < 0.5 else None
