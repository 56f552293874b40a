"""Which lists of hosts are farms for certain: what their names, their texts and their form tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.spam.evidence import Evidence, evidence_of
from scrubtext.spam.farm_few import MAX_FEW, is_farm_of_few, talks_of_disguise
from scrubtext.spam.farms import Farm
from scrubtext.spam.host_names import (
    disguised,
    is_sheaf,
    numbered_share,
    official,
    towns_below,
)
from scrubtext.spam.host_signs import bred_below, called_after, host_sign, own_label
from scrubtext.spam.items import Item
from scrubtext.spam.page import Page
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["farm_proof"]

TURN, DUMP = "text and host in turn", "dump of addresses"
CERTAIN = 0.75  # of the hosts are called after what they sell

# What the signs weigh, and what they weigh together at least. Made farms of tests/dirt_spam.py have 2 and
# more; honest lists (tests/golden/link_farm.json) stay below 1.
OPEN = 1.75
UNDER_HONEST_HEADING, NUMBERED, NAMED = 2.5, 2.5, 2.5
MIN_FOREIGN = 0.6  # of the texts, so that the page does not speak of them


def farm_proof(farm: Farm, page: Page) -> str | None:
    """The reason why such lines are a farm for certain, or nothing."""
    addresses = [i.address for i in farm.items]
    if official(farm.names) or talks_of_disguise(addresses, page):
        return None
    if page.prose >= MIN_PROSE and is_farm_of_few(farm, page):
        return TURN if 2 * len(farm.anchors) > len(farm.items) else DUMP
    if not farm.guarded and page.prose >= MIN_PROSE and is_sheaf(addresses):
        return DUMP
    own = farm.own_site and not towns_below(farm.names)
    if len(set(farm.names)) < 3 or own:
        return None
    if 2 * len(farm.anchors) > len(farm.items):
        return TURN if _anchored(farm, page) else None
    honest = farm.honest and farm.sold < CERTAIN
    bare = page.prose >= MIN_PROSE and not (farm.guarded or honest)
    return DUMP if bare and (_is_dump(farm, addresses) or _is_bred(farm, page)) else None


def _is_bred(farm: Farm, page: Page) -> bool:
    """Whether addresses alone are hosts below one domain of which the page does not speak."""
    domain = "" if farm.headed or farm.anchors else bred_below(farm.names)
    if not domain:
        return False
    told = page.rest.casefold()
    known = sum(name.partition(".")[0] in told for name in farm.names)
    return 4 * known <= len(farm.names) and not any(
        part in told for part in own_label(domain).split("-") if len(part) > 3
    )


def _anchored(farm: Farm, page: Page) -> bool:
    if farm.signed >= 0.5 and len(farm.items) <= MAX_FEW and not farm.marked:
        return False
    seen, named = evidence_of(farm.looked, page), _named(farm)
    if (len(farm.anchors) >= 8 or not farm.sheltered) and _certain(farm, seen):
        return True
    if not (farm.sheltered or named) and _formed(farm, seen):
        return True
    if page.prose < MIN_PROSE or seen.size < 3 or seen.seated >= 0.5:
        return False
    return _weight(farm, seen) >= _least(farm, named)


def _least(farm: Farm, named: bool) -> float:
    if farm.honest:
        return UNDER_HONEST_HEADING
    if farm.guarded:
        return NUMBERED
    return NAMED if named and farm.sold < 0.5 else OPEN


def _weight(farm: Farm, seen: Evidence) -> float:
    told = max(seen.traded, seen.strong, min(1.0, 2 * seen.cover))
    told = told if seen.foreign >= MIN_FOREIGN else 0.0
    told += 0.5 * min(seen.local, told)
    form = 1.0 * farm.marked + 0.75 * farm.headed + 0.5 * numbered_share(farm.names)
    form += 1.5 * farm.made
    return 2 * farm.sold + 2 * told + form


def _certain(farm: Farm, seen: Evidence) -> bool:
    """Hosts in disguise, search phrases or stock before bare hosts: whatever stands around."""
    hosts = len(set(farm.names))
    if hosts >= 4 and sum(disguised(i.address) for i in farm.items) * 2 > len(farm.items):
        return True
    told = seen.strong >= 0.5 or seen.cover >= 0.4
    return seen.size >= 3 and told and _share_bare(farm.items) > 0.5


def _formed(farm: Farm, seen: Evidence) -> bool:
    """Texts glued to bare hosts, or hosts of one mould."""
    glued = sum(i.glued for i in farm.items) / len(farm.items)
    return seen.size >= 4 and (farm.made >= 0.5 or (glued >= 0.6 and _share_bare(farm.items) > 0.5))


def _share_bare(items: Sequence[Item]) -> float:
    paths = sum("/" in i.address.split("://")[-1].rstrip("/") for i in items)
    return 1 - paths / len(items)


def _named(farm: Farm) -> bool:
    """Whether most hosts are called what the text before them says: lists of projects do that."""
    each = zip(farm.items, farm.names, strict=True)
    own = sum(called_after(item.anchor, name) for item, name in each)
    return 2 * own > len(farm.items)


def _is_dump(farm: Farm, addresses: Sequence[str]) -> bool:
    names, made, sold = farm.names, farm.made, farm.sold
    hosts = len(set(names))
    if len(names) >= 6 and hosts >= 4 and (made >= 0.5 or _one_ending(names)):
        return True
    if sold >= CERTAIN or (sold >= 0.6 and hosts > 3) or towns_below(names):
        return True
    if hosts >= MANY_BARE and (_one_mould(addresses) or sum(map(host_sign, set(names))) >= BARE * hosts):
        return True
    pages = sum(bool(_PAGE.search(a)) for a in addresses)
    if pages > 2 and len(names) > 4 and (made >= 0.6 or (len(names) > 5 and len(_endings(names)) == 1)):
        return True
    return hosts > 3 and sold + numbered_share(names) >= 1 and made + sold > 0


MANY_BARE, BARE = 8, 0.2
"""Hosts without a word beside them, and the mean of their signs. Of 15,314 manuals one has such a list, of
five hosts with 0.15; dumps of made pages have 0.2 to 1.4."""


def _one_mould(addresses: Sequence[str]) -> bool:
    """Whether all addresses have the same path but for its number, as no two sites have.

    >>> _one_mould(["a.cc/news/17/", "b.net/news/4/"]), _one_mould(["a.cc/", "b.net/"])
    (True, False)
    """
    paths = {_NUMBER.sub("0", a.partition("://")[2] or a).partition("/")[2] for a in addresses}
    return len(paths) == 1 and "0" in next(iter(paths))


_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"/\D*\d+\.s?html?$")
_OFFICIAL = {"org", "edu", "gov", "int", "mil"}


def _endings(names: Sequence[str]) -> set[str]:
    return {n.rpartition(".")[2] for n in names}


def _one_ending(names: Sequence[str]) -> bool:
    """Ten and more hosts bought in one go: all different, all below one ending."""
    endings = _endings(names)
    return len(set(names)) == len(names) >= 10 and len(endings) == 1 and not endings & _OFFICIAL
