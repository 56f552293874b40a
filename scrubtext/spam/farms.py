"""Link farms of a text: lines of text and address in turn, dumps of addresses, exchanged links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from scrubtext.spam.evidence import Evidence, evidence_of
from scrubtext.spam.headings import heading_kind
from scrubtext.spam.hosts import Item, disguised, family_share, items_of, name_of
from scrubtext.spam.page import Page
from scrubtext.spam.shelter import Shelter, announced, listed, quoted
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["Farm", "farm_proof", "farms_of"]


_DOT = re.compile(r"[.。．点點]\s?[A-Za-z]")


class Farm(NamedTuple):
    """Neighbouring lines of text and address in turn."""

    start: int
    end: int
    items: tuple[Item, ...]
    guarded: bool  # under a heading of references, announced, numbered


def farms_of(text: str, lines: Sequence[tuple[int, int]]) -> list[Farm]:
    """All runs of lines that are nothing but text and addresses."""
    shelter = Shelter(text, lines)
    out: list[Farm] = []
    run: list[tuple[int, int]] = []
    items: list[Item] = []
    above = ""
    for k, (a, b) in enumerate(lines):
        line = text[a:b].strip()
        if not line:
            continue
        found = items_of(line) if _DOT.search(line) and k not in shelter else []
        if found:
            run.append((a, b))
            items += found
            continue
        if run:
            out.append(_farm(text, run, items, above))
            run, items = [], []
        above = line
    if run:
        out.append(_farm(text, run, items, above))
    return [f for f in out if not quoted(text, f.start, f.end)]


def _farm(text: str, run: list[tuple[int, int]], items: list[Item], above: str) -> Farm:
    start = run[0][0]
    honest = heading_kind(above) == "honest"
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
    seen = evidence_of(anchors, page) if anchors else None
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


def _anchored(farm: Farm, seen: Evidence, hosts: int, made: float, page: Page) -> str | None:
    glued = sum(i.glued for i in farm.items) / len(farm.items)
    bare_hosts = sum(_bare_host(i.address) for i in farm.items) / len(farm.items)
    if hosts >= 4 and sum(disguised(i.address) for i in farm.items) * 2 > len(farm.items):
        return "text and host in turn"
    if seen.size >= 3 and (seen.strong >= 0.5 or seen.cover >= 0.4) and bare_hosts > 0.5:
        return "text and host in turn"
    if farm.guarded:
        return None
    if bare_hosts > 0.5 and seen.size >= 4 and glued >= 0.6:
        return "text and host in turn"
    if seen.size >= 4 and made >= 0.5 and hosts >= 3:
        return "text and host in turn"
    if page.prose >= MIN_PROSE and seen.size >= 5 and seen.foreign >= 0.7 and bare_hosts > 0.7:
        return "text and host in turn"
    return None
