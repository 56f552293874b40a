"""Whether two to six links are a farm: each must tell more than a long list's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from scrubtext.spam.evidence import Looked
from scrubtext.spam.farms import Farm
from scrubtext.spam.host_names import disguised
from scrubtext.spam.host_signs import HARD, all_drawn, called_after, host_sign, is_signed
from scrubtext.spam.items import Item
from scrubtext.spam.lexicon import stock, strong_queries, trades
from scrubtext.spam.page import Page, clash
from scrubtext.spam.verdict import HOPEFUL
from scrubtext.tables import words

__all__ = ["MAX_FEW", "is_farm_of_few", "talks_of_disguise"]

MAX_FEW = 6  # links; more are judged as a list
# What the signs of a link weigh, and the mean they reach at least. Honest lists of two to five
# (tests/golden/link_farm.json) stay a third below.
STOCK, TRADE, FOREIGN, CLASH = 1.3, 0.8, 0.3, 0.6  # the text before it
HIDDEN = 1.1  # an address in disguise
MARKED = 0.5  # in the markup of pages or forums
NAMED = 0.6  # less, where the host is called what the text says, as firms' are
LEAST = {2: 1.75, 3: 1.45}  # with texts before them, by number of links
LEAST_OF_MORE = 1.25
LEAST_BARE = {2: 1.35, 3: 0.85}  # addresses alone
LEAST_BARE_OF_MORE = 0.85
LABELLED = 1.3  # times as much behind a word and a colon
MIN_EACH = 0.25  # of the least, that the weakest link reaches


def is_farm_of_few(farm: Farm, page: Page) -> bool:
    """Whether a short list of links is a farm for certain.

    Nothing is, where a colon, numbers or an honest heading stand before it, and no addresses of one
    firm's own site.
    """
    if farm.sheltered or len(farm.items) > MAX_FEW or farm.own_site:
        return False
    count = len({i.address for i in farm.items})
    if count < 2:
        return False
    bare = 2 * len(farm.anchors) <= count
    each = sorted(_signs(farm, page, bare))
    least = LEAST_BARE.get(count, LEAST_BARE_OF_MORE) if bare else LEAST.get(count, LEAST_OF_MORE)
    if farm.labelled:
        least *= LABELLED
    return sum(each) >= least * len(each) and each[0] >= MIN_EACH * least


def _signs(farm: Farm, page: Page, bare: bool) -> list[float]:
    family = 0.35 * (farm.made >= 0.6) + 0.35 * farm.one_domain + 0.3 * all_drawn(farm.names)
    form = MARKED * farm.marked + 0.3 * farm.headed + family
    each = zip(farm.items, farm.names, strict=True)
    return [form + _sign(item, name, page, bare) for item, name in each]


def _sign(item: Item, name: str, page: Page, bare: bool) -> float:
    hidden = HIDDEN * disguised(item.address)
    if is_signed(item.anchor, name):
        return hidden + SIGNED
    told = 0.0 if bare else _told(item.anchor, page)
    sign = host_sign(name)
    own = called_after(item.anchor, name)
    return hidden + sign + told - NAMED * (own and told < STOCK and sign < HARD)


SIGNED = 0.4  # all that a firm's own name and host tell


def _told(anchor: str, page: Page) -> float:
    """What the text before a host tells: nothing if the page speaks of it."""
    if not anchor or Looked([anchor]).foreign(page) < 1:
        return 0.0
    if stock().search(anchor) or strong_queries().search(anchor):
        return STOCK
    if trades().search(anchor):
        return TRADE
    return CLASH if clash(anchor, page) else FOREIGN


def talks_of_disguise(addresses: Sequence[str], page: Page) -> bool:
    """Whether hosts are in disguise and the page says why: a report shows what nobody should open."""
    if page is HOPEFUL or not any(map(disguised, addresses)):
        return False
    return _talk().search(page.rest) is not None


@cache
def _talk() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words("disguise_talk.tsv")))), re.IGNORECASE)
