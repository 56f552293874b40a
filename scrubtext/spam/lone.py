"""One link on a line of its own, or behind the last sentence of one: what it offers and a host that nobody
would have but for that.

One link is little evidence, so all of it must tell: the host is drawn by lot or in disguise, and the words
beside it are goods, services or stock of which the page does not speak.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from scrubtext.doc import Doc
from scrubtext.spam.evidence import Looked
from scrubtext.spam.farm_few import talks_of_disguise
from scrubtext.spam.headings import heading_above, heading_kind
from scrubtext.spam.host_names import disguised, name_of, official
from scrubtext.spam.host_signs import called_after, host_sign, own_label
from scrubtext.spam.hosts import addresses, ending_at, with_stops
from scrubtext.spam.items import last_part
from scrubtext.spam.lexicon import function_words, stock, trades
from scrubtext.spam.page import Page, page_of
from scrubtext.spam.phrases import bare
from scrubtext.spam.shelter import Shelter, announced, listed, quoted
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["lone_links"]

MAX_NAME = 40  # characters before the ending of a host
DRAWN = 0.8  # sign of a host that is initials with a number; see host_signs
MAX_TEXT = 64  # characters beside the host
HIDDEN, STOCK, TRADE = 1.1, 1.3, 0.8  # as in farm_few
INITIALS = 0.25  # more, of four consonants and a number
ENOUGH = 1.9  # a firm's initials with a number, and the trade of which it is, have 1.65


def _odd(text: str, at: int) -> bool:
    """Whether a host that ends behind a stop is initials with a number, or in disguise."""
    if at and text[at - 1] == " ":
        return True
    end = ending_at(text, at)
    begin = at
    while begin and at - begin < MAX_NAME and (text[begin - 1] in ".-" or _PLAIN.match(text, begin - 1)):
        begin -= 1
    host = text[begin : max(at, end)]
    return disguised(host) or host_sign(name_of(host)) >= DRAWN


def lone_links(
    doc: Doc, stops: Iterable[int], shelter: Shelter, taken: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Spans of links that stand alone, outside those taken; ``stops`` as of ``host_stops``."""
    text, lines = doc.text, doc.lines
    for at in stops:
        k = bisect_right(lines, (at, 1 << 62)) - 1
        a, b = lines[k]
        if not _odd(text, at) or k in shelter or any(i < b and a < j for i, j, _ in taken):
            continue
        begin, end = last_part(text, a, b)
        part = text[begin:end]
        if _tells(part) and not _sheltered(text, begin, end):
            page = page_of(text, [(begin, b)])
            if page.prose >= MIN_PROSE and _is_farm(part, page):
                yield begin, end, "text and host in turn"


def _sheltered(text: str, start: int, end: int) -> bool:
    if announced(text, start) or quoted(text, start, end) or listed(text, [(start, end)]):
        return True
    return heading_kind(heading_above(text, start)[1]) == "honest"


def _split(part: str) -> tuple[str, str] | None:
    """The words beside the one address of a part, and the address."""
    found = list(addresses().finditer(part))
    if len(found) != 1:
        return None
    before, behind = part[: found[0].start()], part[found[0].end() :]
    words = f"{before.strip(_MARKS)} {behind.strip(_MARKS)}".strip()
    fits = len(words) <= MAX_TEXT and all(bare(w.strip(_MARKS)) for w in (before, behind) if w.strip(_MARKS))
    return (words, found[0].group()) if fits else None


_MARKS = " \t\u3000\xa0→←⇒➜►▶|｜-–—_~>»·•*#=/"


def _tells(part: str) -> bool:
    """What can be told without the page."""
    split = _split(part) if len(part) <= 2 * MAX_TEXT else None
    return split is not None and _weight(*split) >= ENOUGH


def _weight(words: str, address: str) -> float:
    name = name_of(address)
    if official([name]) or called_after(words, name) or "/" in address.split("://")[-1].rstrip("/"):
        return 0.0
    told = STOCK if stock().search(words) else TRADE * trades().search(words)
    hidden = _hidden(address, name)
    initials = INITIALS * bool((told == STOCK or hidden) and _INITIALS.fullmatch(own_label(name)))
    return told and told + HIDDEN * hidden + host_sign(name) + initials


def _hidden(address: str, name: str) -> bool:
    """Whether a host is in disguise: capitals alone are no disguise of a name, as in ``YouTube.com``."""
    if not disguised(address):
        return False
    torn = with_stops(address) != address or " " in address
    return torn or host_sign(name) > 0 or _MIXED.match(address) is not None


_MIXED = re.compile(r"(?!www|WWW|Www)[wW]{3}\.")


_PLAIN = re.compile(r"[A-Za-z0-9]")
_INITIALS = re.compile(r"[b-df-hj-np-tv-z]{4,}\d{2,4}")


def _is_farm(part: str, page: Page) -> bool:
    split = _split(part)
    if split is None or talks_of_disguise([split[1]], page):
        return False
    words = " ".join(w for w in split[0].split() if w.casefold() not in function_words())
    return Looked([words]).foreign(page) == 1
